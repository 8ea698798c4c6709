//! What went wrong, as one sentence with its remedy, printed once by `main`.

use std::fmt;

/// One sentence for the person at the keyboard.
#[derive(Debug, PartialEq)]
pub struct Trouble(String);

/// What every fallible function here returns.
pub type Outcome<T> = Result<T, Trouble>;

impl Trouble {
    /// The sentence, remedy included.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file that could not be read or written.
    pub fn file(deed: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self(format!("cannot {deed} {}: {error}.", path.display()))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Why a command that reaches out to the machine or the network failed, read from what it printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// No way out to the internet.
    NoNetwork,
    /// The disk is full.
    NoDisk,
    /// No C compiler, so nothing can be linked.
    NoCompiler,
    /// The output above has to say.
    Other,
}

impl Cause {
    /// Reads the last lines of a failed command.
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

    /// The sentence for a deed ("install trunk 0.21.14") that failed for this cause.
    pub fn sentence(self, deed: &str) -> Trouble {
        Trouble(match self {
            Self::NoNetwork => format!(
                "cannot {deed}: no answer from the internet. Check the connection (or HTTPS_PROXY) and run the same command again; it is needed once."
            ),
            Self::NoDisk => format!(
                "cannot {deed}: the disk is full. Free about 3 GB (`cargo clean` frees target/) and run the same command again."
            ),
            Self::NoCompiler => format!("cannot {deed}: {NO_COMPILER}"),
            Self::Other => {
                format!("cannot {deed}: the command failed; its own last lines are above.")
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
    fn every_sentence_names_the_deed_and_is_one_line() {
        for cause in [Cause::NoNetwork, Cause::NoDisk, Cause::NoCompiler, Cause::Other] {
            let said = cause.sentence("install trunk 1.2.3").to_string();
            assert!(said.starts_with("cannot install trunk 1.2.3: "), "{said}");
            assert!(!said.contains('\n'), "{said}");
        }
    }
}
