//! The tables of measurements as HTML for the page.

use super::{Files, Set, ValidateError, figures, sets};
use crate::page::{disclosure, escape};

/// Cases of a set that the page lists; of more it says the scores, and `payenough-cli validate` lists them.
const MOST_ROWS: usize = 100;

/// All sets for the page: scores first, then every case.
pub(crate) fn html(files: &Files) -> Result<String, ValidateError> {
    let mut all = String::new();
    for set in sets(files)? {
        all += &disclosure(&format!("{} {}", set.cases.len(), set.title), &set.html());
    }
    Ok(all)
}

impl Set {
    fn html(&self) -> String {
        let cell = |text: &str| format!("<td class=\"num\">{text}</td>");
        let head = |text: &str| format!("<th scope=\"col\" class=\"num\">{}</th>", escape(text));
        let name = |text: &str| format!("<th scope=\"row\">{}</th>", escape(text));
        let table = |caption: &str, first: &str, heads: &[&str], rows: &str| {
            let heads: String = heads.iter().map(|text| head(text)).collect();
            format!(
                "<div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"{0}: {1}, scrolls sideways\"><table \
                 class=\"unit\"><caption>{0}</caption><thead><tr><th scope=\"col\">{first}</th>{heads}</tr></thead>\
                 <tbody>{rows}</tbody></table></div>\n",
                escape(caption),
                escape(self.title)
            )
        };
        let scores: String = self
            .scores
            .iter()
            .map(|score| {
                let cells = [
                    score.n_cases.to_string(),
                    format!("{:.1}%", 100.0 * score.mean_error),
                    format!("{:.0}%", 100.0 * score.within_25),
                    format!("{:.0}%", 100.0 * score.within_30),
                    format!("{:.2} to {:.2}", score.lowest, score.highest),
                ];
                format!("<tr>{}{}</tr>\n", name(score.who), cells.map(|text| cell(&text)).concat())
            })
            .collect();
        let peers: Vec<(usize, &str)> = self
            .peers
            .into_iter()
            .enumerate()
            .filter(|(at, _)| self.cases.iter().any(|case| case.peers[*at].is_some()))
            .collect();
        let rows: String = self
            .cases
            .iter()
            .map(|case| {
                let own = [
                    format!("{} {}", figures(case.measured), case.unit),
                    figures(case.ours),
                    format!("{:.2}", case.ratio),
                ];
                let theirs = peers.iter().map(|(at, _)| {
                    case.peers[*at].map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}"))
                });
                let cells: String = own.into_iter().chain(theirs).map(|text| cell(&text)).collect();
                format!("<tr>{}{cells}</tr>\n", name(&case.what))
            })
            .collect();
        let heads: Vec<&str> = ["Measured", "Ours", "Ours over measured"]
            .into_iter()
            .chain(peers.iter().map(|peer| peer.1))
            .collect();
        let scores = table(
            "How far off, as a set",
            "Who",
            &["Cases", "Mean error", "Within 25%", "Within 30%", "Over measured"],
            &scores,
        );
        if self.cases.len() > MOST_ROWS {
            return scores;
        }
        scores + &table("Case by case", "Case", &heads, &rows)
    }
}
