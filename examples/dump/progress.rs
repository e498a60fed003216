//! How far the reading is: a bar on standard error where somebody watches.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressBarIter, ProgressDrawTarget, ProgressStyle};

/// Counts what is read. It shows nothing where standard error is no terminal, or where the records go to one.
pub(crate) struct Progress {
    bar: ProgressBar,
    articles: u64,
}

impl Progress {
    pub(crate) fn new(paths: &[&PathBuf]) -> Progress {
        let hidden = io::stdout().is_terminal();
        let target =
            if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let size =
            if target.is_hidden() { None } else { paths.iter().map(|path| size(path)).sum() };
        let bar = ProgressBar::with_draw_target(size, target);
        let template = match size {
            Some(_) => "{bar:30} {bytes} of {total_bytes}, {msg}, {bytes_per_sec}, {eta} left",
            None => "{spinner} {bytes}, {msg}, {bytes_per_sec}",
        };
        let style = ProgressStyle::with_template(template);
        let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Progress { bar, articles: 0 }
    }

    /// Counts the bytes that are read from `input`.
    pub(crate) fn watch<R: io::Read>(&self, input: R) -> ProgressBarIter<R> {
        self.bar.wrap_read(input)
    }

    pub(crate) fn add_article(&mut self) {
        self.articles += 1;
        if !self.bar.is_hidden() {
            self.bar.set_message(format!("articles: {}", self.articles));
        }
    }

    /// Prints a line above the bar.
    pub(crate) fn print(&self, line: &str) {
        // Where standard error is closed there is nobody to tell.
        self.bar.suspend(|| writeln!(io::stderr(), "{line}").ok());
    }

    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// The bytes to read at this path; `None` where nobody can tell.
fn size(path: &Path) -> Option<u64> {
    if path.as_os_str() == "-" {
        return None;
    }
    let data = fs::metadata(path).ok()?;
    if !data.is_dir() {
        return data.is_file().then_some(data.len());
    }
    let files = fs::read_dir(path).ok()?.flatten().map(|entry| entry.path());
    let texts = files.filter(|file| file.extension().is_some_and(|end| end == "txt"));
    Some(texts.filter_map(|text| fs::metadata(text).ok()).map(|data| data.len()).sum())
}
