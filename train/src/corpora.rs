//! Annotated text: reads the corpora and lays their tags over the crate's own tokens.

use std::error::Error;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use whosaid::training::{Article, tag_number};

/// An article with the tags that a corpus gives its tokens.
pub(crate) struct Tagged {
    pub(crate) name: String,
    pub(crate) article: Article,
    /// Of each token, where the corpus says one.
    pub(crate) gold: Vec<Option<usize>>,
    /// Whether the tag was put together from the parts of a compound.
    pub(crate) compound: Vec<bool>,
}

/// A word of the corpus: bytes and tag.
struct Word {
    start: usize,
    end: usize,
    tag: String,
}

pub(crate) fn read_text(path: &Path) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(String::from_utf8(bytes)?);
    }
    let mut text = String::new();
    MultiGzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    Ok(text)
}

/// The documents of GUM, as running text: a space between sentences, an empty line between paragraphs.
pub(crate) fn read_gum(path: &str) -> Result<Vec<Tagged>, Box<dyn Error>> {
    let conllu = read_text(Path::new(path))?;
    let mut documents = Vec::new();
    for document in conllu.split("# newdoc id = ").skip(1) {
        let (name, rest) = document.split_once('\n').unwrap_or((document, ""));
        let (mut text, mut words) = (String::new(), Vec::new());
        let mut at = 0;
        for line in rest.lines() {
            if line.starts_with("# newpar") && !line.starts_with("# newpar_") && !text.is_empty() {
                text.push_str("\n\n");
            } else if let Some(sentence) = line.strip_prefix("# text = ") {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                at = text.len();
                text.push_str(sentence);
            } else if let Some((form, tag)) = word_of(line) {
                let rest = &text[at..];
                let skipped = rest.len() - rest.trim_start().len();
                if rest.trim_start().starts_with(form) {
                    words.push(Word {
                        start: at + skipped,
                        end: at + skipped + form.len(),
                        tag: tag.to_owned(),
                    });
                    at += skipped + form.len();
                }
            }
        }
        documents.push(align(name, &text, &words));
    }
    Ok(documents)
}

/// Form and Penn tag of a CoNLL-U line, if it is a word.
fn word_of(line: &str) -> Option<(&str, &str)> {
    let mut cells = line.split('\t');
    let number = cells.next()?;
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((cells.next()?, cells.nth(2)?))
}

/// A verb as it stands in a text.
pub(crate) struct VerbForm {
    pub(crate) form: String,
    pub(crate) base: String,
    pub(crate) tag: String,
}

/// The verb forms of GUM.
pub(crate) fn gum_verbs(path: &str) -> Result<Vec<VerbForm>, Box<dyn Error>> {
    let mut verbs = Vec::new();
    for line in read_text(Path::new(path))?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if let [number, form, base, _, tag, ..] = cells[..]
            && tag.starts_with("VB")
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            verbs.push(VerbForm {
                form: form.to_owned(),
                base: base.to_owned(),
                tag: tag.to_owned(),
            });
        }
    }
    Ok(verbs)
}

/// Articles with machine tags.
pub(crate) fn read_machine_tags(path: &str, texts: &str) -> Result<Vec<Tagged>, Box<dyn Error>> {
    let table = read_text(Path::new(path))?;
    let mut articles = Vec::new();
    for article in table.split("# ").skip(1) {
        let Some((name, rows)) = article.split_once('\n') else { continue };
        let text = read_text(&Path::new(texts).join(format!("{name}.txt")))?;
        let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        offsets.push(text.len());
        let mut words = Vec::new();
        for row in rows.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let [start, end, tag, ..] = cells[..] else { continue };
            let byte =
                |cell: &str| cell.parse().ok().and_then(|at: usize| offsets.get(at).copied());
            if let (Some(start), Some(end)) = (byte(start), byte(end)) {
                words.push(Word { start, end, tag: tag.to_owned() });
            }
        }
        split_to(&mut words);
        articles.push(align(name, &text, &words));
    }
    Ok(articles)
}

/// Older tag sets call every "to" TO; GUM calls the preposition IN.
fn split_to(words: &mut [Word]) {
    for at in 0..words.len() {
        let verb = words[at + 1..].iter().take(3).find(|word| !word.tag.starts_with("RB"));
        if words[at].tag == "TO" && verb.is_none_or(|word| word.tag != "VB") {
            words[at].tag = "IN".to_owned();
        }
    }
}

fn align(name: &str, text: &str, words: &[Word]) -> Tagged {
    let article = Article::read(text);
    let mut first = 0;
    let (mut gold, mut compound) = (Vec::new(), Vec::new());
    for span in article.tokens() {
        let (start, end) = (span.start as usize, span.end as usize);
        while words.get(first).is_some_and(|word| word.end <= start) {
            first += 1;
        }
        let count = words[first..].iter().take_while(|word| word.start < end).count();
        let (inside, after) = words[first..].split_at(count);
        let whole = inside.first().is_some_and(|word| word.start == start)
            && inside.last().is_some_and(|word| word.end == end);
        let tag = match inside {
            // Marks are one tag, also where the corpus calls the dash of a range a symbol.
            [only] if whole && only.tag == "SYM" && "-–—".contains(&text[start..end]) => {
                tag_number("HYPH")
            }
            [only] if whole => tag_number(&only.tag),
            [_, ..] if whole && text[start..end].contains('-') => {
                tag_number(compound_tag(inside, after))
            }
            _ => None,
        };
        gold.push(tag);
        compound.push(count > 1);
    }
    Tagged { name: name.to_owned(), article, gold, compound }
}

/// The Penn Treebank's tag for a compound whose parts GUM tags one by one: names and numbers stay, what stands before a
/// noun or ends in a participle is an adjective, else the last part decides.
fn compound_tag<'w>(parts: &'w [Word], after: &[Word]) -> &'w str {
    let last = parts.last().map_or("NN", |part| part.tag.as_str());
    let before_noun = after.first().is_some_and(|word| word.tag.starts_with("NN"));
    match last {
        "NNP" | "NNPS" | "NNS" => last,
        "CD" if parts[0].tag == "CD" => "CD",
        "VBN" | "VBD" | "JJ" => "JJ",
        "NN" | "VBG" | "CD" | "IN" | "RP" | "RB" | "VB" if before_noun => "JJ",
        "VBG" | "IN" | "RP" | "RB" | "VB" | "CD" => "NN",
        last => last,
    }
}

/// Words, each with the numbers of the tags that it may have.
pub(crate) type Dictionary = Vec<(String, Vec<usize>)>;

/// Reads the files `words.js` and `tags.js` of the package `brill`.
pub(crate) fn read_dictionary(folder: &str) -> Result<Dictionary, Box<dyn Error>> {
    let quoted = |text: &str| text.trim().trim_matches(['\'', '"', ',']).to_owned();
    let tags = read_text(&Path::new(folder).join("tags.js"))?;
    let tags: Vec<String> =
        tags.lines().filter(|line| line.starts_with("  ")).map(&quoted).collect();
    let words = read_text(&Path::new(folder).join("words.js"))?;
    let mut dictionary = Vec::new();
    for line in words.lines().filter(|line| line.starts_with("  ")) {
        let Some((word, numbers)) = line.rsplit_once(": ") else { continue };
        let numbers = numbers
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse::<usize>().ok());
        let tags =
            numbers.filter_map(|number| tags.get(number).and_then(|tag| tag_number(tag))).collect();
        dictionary.push((quoted(word), tags));
    }
    Ok(dictionary)
}
