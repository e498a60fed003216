//! The texts: the articles that the repository carries.

use std::io;
use std::path::{Path, PathBuf};

/// The sample articles and the annotated ones, in the order of their names.
pub(crate) fn articles(root: &Path) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for folder in ["examples/articles", "tests/annotated"] {
        let entries = std::fs::read_dir(root.join(folder))?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
        paths.sort();
        for path in paths {
            texts.push(std::fs::read_to_string(path)?);
        }
    }
    Ok(texts)
}

/// The articles again and again, until they are `bytes` long.
pub(crate) fn repeat(articles: &[String], bytes: usize) -> Vec<&str> {
    let mut length = 0;
    let fits = |text: &&String| {
        length += text.len();
        length < bytes + text.len()
    };
    articles.iter().cycle().take_while(fits).map(String::as_str).collect()
}

/// One text of so many bytes, or a few less: the articles one after the other.
pub(crate) fn joined(articles: &[String], bytes: usize) -> String {
    let mut text = repeat(articles, bytes).join("\n\n");
    text.truncate(text.floor_char_boundary(bytes));
    text
}
