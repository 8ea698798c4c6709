//! The error of this program: one sentence with its remedy, which `main` prints.

use std::fmt;

/// An error, as one sentence for the person at the keyboard.
#[derive(Debug, PartialEq)]
pub struct Error(String);

/// The result of every fallible function of this program.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with this sentence, which includes the remedy.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The error for a file that could not be read or written.
    pub fn file(action: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self(format!("cannot {action} {}: {error}.", path.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The cause of a failed command, read from its output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// The internet cannot be reached.
    NoNetwork,
    /// The disk is full.
    NoDisk,
    /// There is no C compiler, so nothing can be linked.
    NoCompiler,
    /// Any other cause; the command's own output explains it.
    Other,
}

impl Cause {
    /// Reads the cause from the last lines that a failed command printed.
    pub fn read(printed: &str) -> Self {
        const NETWORK: [&str; 12] = [
            "could not resolve",
            "couldn't resolve",
            "failed to lookup address",
            "dns error",
            "network is unreachable",
            "network failure",
            "failed to download",
            "could not download",
            "download of config.json failed",
            "failed to query replaced source",
            "error sending request",
            "temporary failure resolving",
        ];
        const DISK: [&str; 2] = ["no space left on device", "not enough space on the disk"];
        const COMPILER: [&str; 3] =
            ["linker `cc` not found", "linker `link.exe` not found", "failed to find tool \"cc\""];

        let printed = printed.to_lowercase();
        let any = |marks: &[&str]| marks.iter().any(|mark| printed.contains(mark));
        if any(&DISK) {
            Self::NoDisk
        } else if any(&COMPILER) {
            Self::NoCompiler
        } else if any(&NETWORK) {
            Self::NoNetwork
        } else {
            Self::Other
        }
    }

    /// The error for an action ("install trunk 0.21.14") that failed for this cause.
    pub fn sentence(self, action: &str) -> Error {
        Error(match self {
            Self::NoNetwork => format!(
                "cannot {action}: no answer from the internet. Check the connection (or HTTPS_PROXY) and run the same command again; it is needed once."
            ),
            Self::NoDisk => format!(
                "cannot {action}: the disk is full. Free about 3 GB (`cargo clean` frees target/) and run the same command again."
            ),
            Self::NoCompiler => format!("cannot {action}: {NO_COMPILER}"),
            Self::Other => {
                format!("cannot {action}: the command failed; its own last lines are above.")
            }
        })
    }
}

/// The remedy for a missing C compiler.
pub const NO_COMPILER: &str = "no C compiler was found, and Rust needs its linker. Install one (Debian, Ubuntu: `apt-get install build-essential`; Fedora: `dnf install gcc`; macOS: `xcode-select --install`; Windows: the Visual Studio Build Tools with C++).";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, cause: Cause) {
        assert_eq!(Cause::read(printed), cause);
    }

    #[test]
    fn causes_are_read_from_the_words_of_cargo_and_rustup() {
        check("[6] Could not resolve hostname (Could not resolve host: example)", Cause::NoNetwork);
        check("error: could not download file from 'https://example' to '/x'", Cause::NoNetwork);
        check("error: failed to write: No space left on device (os error 28)", Cause::NoDisk);
        check("error: linker `cc` not found\n  = note: No such file", Cause::NoCompiler);
        check("error[E0308]: mismatched types", Cause::Other);
    }

    #[test]
    fn a_full_disk_during_a_download_is_a_full_disk() {
        check("failed to download `x`\nNo space left on device (os error 28)", Cause::NoDisk);
    }

    #[test]
    fn every_sentence_names_the_action_and_is_one_line() {
        for cause in [Cause::NoNetwork, Cause::NoDisk, Cause::NoCompiler, Cause::Other] {
            let message = cause.sentence("install trunk 1.2.3").to_string();
            assert!(message.starts_with("cannot install trunk 1.2.3: "), "{message}");
            assert!(!message.contains('\n'), "{message}");
        }
    }
}
