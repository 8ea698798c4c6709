//! Reads the CSV of the project's own tables: fields are separated by commas and may stand in double quotes.

/// Returns the rows and their fields, without the quotes.
#[must_use]
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(core::mem::take(&mut field)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(core::mem::take(&mut field));
                rows.push(core::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_hold_commas_line_breaks_and_quotes() {
        let read = rows("a,b\r\n1,\"x, \"\"y\"\"\nz\"\n2,");
        assert_eq!(read, [vec!["a", "b"], vec!["1", "x, \"y\"\nz"], vec!["2", ""]]);
        assert!(rows("").is_empty());
    }

    #[test]
    fn the_tables_of_the_project_are_rectangular() {
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ext| ext == "csv") {
                let read = rows(&std::fs::read_to_string(&path).unwrap());
                assert!(read.iter().all(|row| row.len() == read[0].len()), "{}", path.display());
            }
        }
    }
}
