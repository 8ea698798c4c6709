//! Compresses files with gzip, as GitHub Pages does, and keeps the result until the file changes.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Compressed files by path.
#[derive(Debug, Default)]
pub(crate) struct Compressed(Mutex<BTreeMap<PathBuf, Kept>>);

/// A compressed file, with the length and the modification time of the original.
#[derive(Clone, Debug)]
struct Kept {
    stamp: (Option<SystemTime>, u64),
    bytes: Arc<[u8]>,
}

impl Compressed {
    /// Returns the compressed content of a file.
    pub(crate) fn read(&self, file: &Path) -> io::Result<Arc<[u8]>> {
        let metadata = std::fs::metadata(file)?;
        let stamp = (metadata.modified().ok(), metadata.len());
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned();
        if let Some(kept) = kept.filter(|kept| kept.stamp == stamp) {
            return Ok(kept.bytes);
        }
        let bytes: Arc<[u8]> = gzip(&std::fs::read(file)?).into();
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(file.to_owned(), Kept { stamp, bytes: Arc::clone(&bytes) });
        Ok(bytes)
    }
}

/// Compresses bytes with gzip at the default level, as hosts usually do.
#[must_use]
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_bytes_are_compressed() {
        let length = gzip(&[b'a'; 10_000]).len();
        assert!((1..100).contains(&length), "{length}");
    }

    #[test]
    fn a_changed_file_is_compressed_again() {
        let file = std::env::temp_dir().join(format!("static-server-compressed-{}", std::process::id()));
        let compressed = Compressed::default();
        std::fs::write(&file, "first").expect("a file in the temporary folder");
        let first = compressed.read(&file).expect("the file is there");
        assert!(Arc::ptr_eq(&first, &compressed.read(&file).expect("the file is there")));
        std::fs::write(&file, "second text").expect("a file in the temporary folder");
        assert_ne!(first, compressed.read(&file).expect("the file is there"));
        let _ = std::fs::remove_file(file);
    }
}
