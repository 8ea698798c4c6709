//! A heat map: a grid of cells over two axes, with lines drawn over it.

use super::contour::Place;
use super::line::Size;
use super::scale::{Linear, tenths};

/// Margins for labels: left, top, right, bottom.
const MARGIN: (f64, f64, f64, f64) = (62.0, 10.0, 14.0, 26.0);

/// Positions of the cells of a grid in a drawing; row 0 is at the bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// Size of the drawing.
    pub size: Size,
    /// Left, top, right and bottom edge of the plot.
    pub frame: (f64, f64, f64, f64),
    columns: Edges,
    rows: Edges,
}

/// The edges of the cells along an axis, and the scale of their centres.
#[derive(Clone, Debug, PartialEq)]
struct Edges {
    scale: Linear,
    edges: Vec<f64>,
}

impl Edges {
    /// Cells around ascending positions from 0 to 1. The first and the last cell reach the ends of `range`.
    fn of(places: &[f64], range: (f64, f64)) -> Self {
        let half = 0.5 * (range.1 - range.0) / places.len().max(1) as f64;
        let scale = Linear::new((0.0, 1.0), (range.0 + half, range.1 - half));
        let between = places.windows(2).map(|pair| scale.at(0.5 * (pair[0] + pair[1])));
        let edges = [range.0].into_iter().chain(between).chain([range.1]).collect();
        Self { scale, edges }
    }

    fn cell(&self, at: usize) -> (f64, f64) {
        match (self.edges.get(at), self.edges.get(at + 1)) {
            (Some(&from), Some(&to)) => (from.min(to), (to - from).abs()),
            _ => (0.0, 0.0),
        }
    }
}

impl Heat {
    /// Places a grid. `across` and `up` are the positions of its values, from 0 to 1 along each axis.
    #[must_use]
    pub fn place(across: &[f64], up: &[f64], size: Size) -> Self {
        let frame = (MARGIN.0, MARGIN.1, size.width - MARGIN.2, size.height - MARGIN.3);
        Self {
            size,
            frame,
            columns: Edges::of(across, (frame.0, frame.2)),
            rows: Edges::of(up, (frame.3, frame.1)),
        }
    }

    /// Left, top, width and height of a cell.
    #[must_use]
    pub fn cell(&self, column: usize, row: usize) -> [f64; 4] {
        let ((x, width), (y, height)) = (self.columns.cell(column), self.rows.cell(row));
        [x, y, width, height]
    }

    /// The pixel of a position on both axes, clamped to the frame.
    #[must_use]
    pub fn at(&self, place: Place) -> Place {
        let (left, top, right, bottom) = self.frame;
        (self.columns.scale.at(place.0).clamp(left, right), self.rows.scale.at(place.1).clamp(top, bottom))
    }

    /// The path text of some lines.
    #[must_use]
    pub fn path(&self, lines: &[Vec<Place>]) -> String {
        let mut path = String::new();
        for line in lines {
            for (at, &place) in line.iter().enumerate() {
                let (x, y) = self.at(place);
                path += if at == 0 { "M" } else { "L" };
                path += &format!("{} {}", tenths(x), tenths(y));
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_frame() {
        let heat = Heat::place(&[0.0, 0.3, 1.0], &[0.0, 1.0], Size { width: 400.0, height: 300.0 });
        let (left, top, right, bottom) = heat.frame;
        let [x, y, _, height] = heat.cell(0, 0);
        assert_eq!((x, y + height), (left, bottom));
        let [x, y, width, _] = heat.cell(2, 1);
        assert_eq!((x + width, y), (right, top));
        let width: f64 = (0..3).map(|column| heat.cell(column, 0)[2]).sum();
        assert!((width - (right - left)).abs() < 1e-9);
        assert_eq!(heat.at((-5.0, 9.0)), (left, top));
        assert!(heat.path(&[vec![(0.0, 0.0), (1.0, 1.0)]]).starts_with('M'));
        assert_eq!(heat.cell(9, 9), [0.0; 4]);
    }
}
