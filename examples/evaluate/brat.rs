//! Attributions in brat standoff, the format of PolNeAR. The example `evaluate` and the trainer share this file.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

/// An article with the attributions that people marked in it.
pub(crate) struct Annotated {
    pub(crate) text: String,
    pub(crate) claims: Vec<Gold>,
}

/// Byte ranges of one attribution, trimmed; neighbours with only white space between are one.
#[derive(Default)]
pub(crate) struct Gold {
    pub(crate) source: Vec<(usize, usize)>,
    pub(crate) cue: Vec<(usize, usize)>,
    pub(crate) content: Vec<(usize, usize)>,
}

/// The articles of a folder with `text/NAME.txt` and `attributions/NAME_*.ann`, in order of their names. Where several people
/// marked an article, the first file counts.
pub(crate) fn read_folder(path: &str) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut texts: Vec<_> = list(&Path::new(path).join("text"))?;
    texts.retain(|name| name.ends_with(".txt"));
    let annotations = list(&Path::new(path).join("attributions"))?;
    let mut articles = Vec::new();
    for file in texts {
        let start = format!("{}_", file.trim_end_matches(".txt"));
        let Some(marked) = annotations.iter().find(|file| file.starts_with(&start)) else {
            continue;
        };
        let text = read_text(&Path::new(path).join("text").join(&file))?;
        let standoff = read_text(&Path::new(path).join("attributions").join(marked))?;
        let claims = read_claims(&text, &standoff);
        articles.push(Annotated { text, claims });
    }
    Ok(articles)
}

fn read_text(path: &Path) -> Result<String, Box<dyn Error>> {
    Ok(std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?)
}

fn list(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let entries =
        std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

fn read_claims(text: &str, standoff: &str) -> Vec<Gold> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let range = |part: &str| -> Option<(usize, usize)> {
        let (start, end) = part.split_once(' ')?;
        Some((*bytes.get(start.parse::<usize>().ok()?)?, *bytes.get(end.parse::<usize>().ok()?)?))
    };
    let mut things: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for line in standoff.lines().filter(|line| line.starts_with('T')) {
        let mut cells = line.split('\t');
        let (Some(id), Some(kind)) = (cells.next(), cells.next()) else { continue };
        let Some((_, ranges)) = kind.split_once(' ') else { continue };
        things.insert(id, ranges.split(';').filter_map(range).collect());
    }
    let mut claims = Vec::new();
    for line in standoff.lines().filter(|line| line.starts_with('E')) {
        let mut gold = Gold::default();
        for (kind, id) in line.split(['\t', ' ']).skip(1).filter_map(|item| item.split_once(':')) {
            let ranges = things.get(id).into_iter().flatten();
            match kind.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "Source" => gold.source.extend(ranges),
                "Cue" => gold.cue.extend(ranges),
                "Content" => gold.content.extend(ranges),
                _ => {}
            }
        }
        for ranges in [&mut gold.source, &mut gold.cue, &mut gold.content] {
            tidy(text, ranges);
        }
        if !gold.cue.is_empty() && !gold.content.is_empty() {
            claims.push(gold);
        }
    }
    claims
}

/// Sorts ranges, trims white space at their edges, and joins those with only white space between.
pub(crate) fn tidy(text: &str, ranges: &mut Vec<(usize, usize)>) {
    ranges.sort_unstable();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for &(start, end) in ranges.iter() {
        let inner = text[start..end].trim();
        if inner.is_empty() {
            continue;
        }
        let start = start + text[start..end].find(inner).unwrap_or(0);
        let end = start + inner.len();
        match out.last_mut() {
            Some(last) if last.1 >= start || text[last.1..start].trim().is_empty() => {
                last.1 = last.1.max(end)
            }
            _ => out.push((start, end)),
        }
    }
    *ranges = out;
}
