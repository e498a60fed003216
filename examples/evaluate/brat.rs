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
    for file in &texts {
        let of = |marked: &&String| text_of(&texts, marked) == Some(file);
        let Some(marked) = annotations.iter().find(of) else { continue };
        let text = read_text(&Path::new(path).join("text").join(file))?;
        let marked = Path::new(path).join("attributions").join(marked);
        let claims = read_claims(&text, &read_text(&marked)?)
            .map_err(|(line, what)| format!("{}:{line}: {what}", marked.display()))?;
        articles.push(Annotated { text, claims });
    }
    Ok(articles)
}

/// The text that a file of attributions is of: of `a.txt` and `a_b.txt`, `a_b_1.ann` marks the latter.
fn text_of<'t>(texts: &'t [String], marked: &str) -> Option<&'t String> {
    let marks = |text: &&String| {
        let rest = marked.strip_prefix(text.trim_end_matches(".txt"));
        rest.is_some_and(|rest| rest.starts_with('_'))
    };
    texts.iter().filter(marks).max_by_key(|text| text.len())
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

/// The claims of an article; of a range that is none of the text, its line and what is wrong.
fn read_claims(text: &str, standoff: &str) -> Result<Vec<Gold>, (usize, String)> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |at: &str| bytes.get(at.parse::<usize>().ok()?).copied();
    let range = |part: &str| -> Option<(usize, usize)> {
        let (start, end) = part.split_once(' ')?;
        Some((byte(start)?, byte(end)?)).filter(|(start, end)| start <= end)
    };
    let mut things: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (line, at) in standoff.lines().zip(1..).filter(|(line, _)| line.starts_with('T')) {
        let mut cells = line.split('\t');
        let (Some(id), Some(kind)) = (cells.next(), cells.next()) else { continue };
        let Some((_, ranges)) = kind.split_once(' ') else { continue };
        let read: Option<Vec<_>> = ranges.split(';').map(range).collect();
        let wrong = || (at, format!("{ranges:?} is no range of the text"));
        things.insert(id, read.ok_or_else(wrong)?);
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
    Ok(claims)
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
