//! Removes the custom sections of a WebAssembly program, which hold names of functions and tools and which browsers do
//! not need.

/// Length of the header: magic number and version.
const HEADER: usize = 8;
/// Id of a custom section, which browsers may ignore.
const CUSTOM: u8 = 0;

/// The program without its custom sections. Bytes that are no WebAssembly program are returned unchanged.
pub fn stripped(program: &[u8]) -> Vec<u8> {
    sections(program).unwrap_or_else(|| program.to_vec())
}

fn sections(program: &[u8]) -> Option<Vec<u8>> {
    let mut kept = program.get(..HEADER)?.to_vec();
    let mut rest = program.get(HEADER..)?;
    while let Some((&kind, after)) = rest.split_first() {
        let (length, n_bytes) = number(after)?;
        let end = 1 + n_bytes + length;
        let section = rest.get(..end)?;
        if kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = rest.get(end..)?;
    }
    Some(kept)
}

/// Reads a LEB128 number, and returns it with the number of its bytes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let header = [0, b'a', b's', b'm', 1, 0, 0, 0];
        let (kept, name) = ([10, 3, 1, 2, 3], [CUSTOM, 4, 1, b'n', 9, 9]);
        let program = [&header[..], &name, &kept, &name].concat();
        assert_eq!(stripped(&program), [&header[..], &kept].concat());
        // A section that is longer than the file: the program stays unchanged.
        let broken = [&header[..], &[10, 0x85, 0x01, 0]].concat();
        assert_eq!(stripped(&broken), broken);
    }

    #[test]
    fn numbers_of_several_bytes_are_read() {
        assert_eq!(number(&[0x85, 0x01]), Some((133, 2)));
        assert_eq!(number(&[0x80]), None);
    }
}
