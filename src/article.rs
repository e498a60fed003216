//! The article as it comes in, and its structure: headline, dateline, byline, body, credits, publication date.
//!
//! A block is a line, or the lines of a paragraph that a typesetter wrapped. Bylines, credits and datelines are known by
//! their wording, and only short lines and the beginnings of long ones are read for them; headlines and subheads by
//! standing over text without a full stop of their own.

mod dateline;
mod labels;

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use regex_lite::Regex;

use crate::document::{Block, Id, Part, Tables};
use crate::key::{key, keys};
use crate::lexicon::MONTHS;
use crate::span::{LONGEST, Run, Span};

/// What the extractor reads: a text, and what the caller knows about it.
///
/// ```
/// use whosaid::Article;
/// let article = Article::new("It rained, officials said on Monday.").published("2024-05-14").id("a1");
/// # let _ = article;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Article<'t> {
    pub(crate) text: &'t str,
    pub(crate) id: Option<Id>,
    pub(crate) published: Option<jiff::civil::Date>,
}

impl<'t> Article<'t> {
    /// An article of which only the text is known.
    pub fn new(text: &'t str) -> Article<'t> {
        Article { text, id: None, published: None }
    }

    /// Sets the id that the document and its record carry, a text or a number.
    pub fn id(mut self, id: impl Into<Id>) -> Article<'t> {
        self.id = Some(id.into());
        self
    }

    /// Sets the publication date: `YYYY-MM-DD`, a day that the calendar has, or a time stamp that begins with one, as
    /// `2024-05-15T10:30:00Z`, whose day is taken as it stands. White space around it is left out.
    ///
    /// Anything else is ignored without an error, and the text is searched for a date instead. Where that matters, compare
    /// what [`Document::published`](crate::Document::published) has.
    pub fn published(mut self, date: &str) -> Article<'t> {
        self.published = day_of(date);
        self
    }

    /// The part of the text that spans can reach.
    pub(crate) fn readable(&self) -> &'t str {
        first_bytes(self.text, LONGEST)
    }
}

/// The day of a date or of a time stamp.
fn day_of(date: &str) -> Option<Date> {
    let date = date.trim();
    let shape = matches!(date.as_bytes(), [_, _, _, _, b'-', _, _, b'-', ..]);
    Pieces::parse(date).ok().filter(|_| shape).map(|pieces| pieces.date())
}

/// The text up to the last letter that ends within so many bytes.
fn first_bytes(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

impl<'t> From<&'t str> for Article<'t> {
    fn from(text: &'t str) -> Article<'t> {
        Article::new(text)
    }
}

impl<'t> From<&'t String> for Article<'t> {
    fn from(text: &'t String) -> Article<'t> {
        Article::new(text)
    }
}

/// Cuts the text into blocks, tells what part of the article each is, and looks for the publication date.
pub(crate) fn find_blocks(article: &Article, tables: &mut Tables) {
    let text = article.readable();
    join_lines(text, &mut tables.blocks);
    if tables.blocks.len() > 1 {
        classify_blocks(text, &mut tables.blocks);
    }
    dateline::split_leads(text, &mut tables.blocks);
    tables.published = article.published.or_else(|| find_published(text, &tables.blocks));
}

/// A hard-wrapped text has no line longer than this.
const WRAPPED: usize = 100;
/// A line that runs on in lower case is at least this long.
const LONG: usize = 40;
/// A headline, byline or credit is at most this long; a credit in brackets twice that.
const SHORT: usize = 200;
/// How many blocks at the top may hold headline, byline and date.
const TOP: usize = 6;

/// Makes a block of each line, and one of the lines of a paragraph that only the width of the page broke.
fn join_lines(text: &str, blocks: &mut Vec<Block>) {
    let width = wrap_width(text);
    let mut paragraph = true;
    let mut previous = "";
    for (start, line) in lines(text) {
        if line.is_empty() {
            paragraph = true;
            continue;
        }
        let end = (start + line.len()) as u32;
        match blocks.last_mut() {
            Some(block) if !paragraph && is_broken(previous, line, width) => block.span.end = end,
            _ => {
                let span = Span::new(start as u32, end);
                blocks.push(Block { span, part: Part::Body, tokens: Run::default() });
            }
        }
        paragraph = false;
        previous = line;
    }
}

/// The lines without the white space and byte order marks around them, with the offset of each.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    // Most texts have line feeds alone, which are found faster.
    let feeds = ['\r', '\u{2028}', '\u{2029}'].iter().all(|end| !text.contains(*end));
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let feed = || rest.find('\n').map_or(rest.len(), |at| at + 1);
        let (line, _) = rest.split_at_checked(if feeds { feed() } else { line_len(rest) })?;
        let start = at + line.len() - line.trim_start_matches(blank).len();
        at += line.len();
        Some((start, line.trim_matches(blank)))
    })
}

/// How many bytes the first line of the text has with what ends it: a line feed, a carriage return or both, or the separators
/// that Unicode has for lines and paragraphs.
fn line_len(text: &str) -> usize {
    let ends = |at: usize| match text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => Some(2),
        [b'\n' | b'\r', ..] => Some(1),
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => Some(3),
        _ => None,
    };
    let mut bytes = text.bytes().enumerate();
    let end = bytes.find_map(|(at, byte)| match byte {
        b'\n' | b'\r' | 0xe2 => Some(at + ends(at)?),
        _ => None,
    });
    end.unwrap_or(text.len())
}

/// The width at which the text is wrapped, if it is: no line is longer, and most lines that another follows directly have
/// no room for the next line's first word.
fn wrap_width(text: &str) -> Option<usize> {
    let mut width = 0;
    for (_, line) in lines(text) {
        if line.len() > 3 * WRAPPED || line.chars().count() > WRAPPED {
            return None;
        }
        width = width.max(line.chars().count());
    }
    let (mut full, mut open, mut breaks) = (0, 0, 0);
    let mut previous = "";
    for (_, line) in lines(text) {
        if !previous.is_empty() && !line.is_empty() {
            breaks += 1;
            let filled = is_full(previous, line, width) && !labels_turn(previous, line);
            full += usize::from(filled);
            open += usize::from(filled && !is_terminated(previous));
        }
        previous = line;
    }
    // Paragraphs of one length each end where a sentence does.
    (width > LONG && full >= 2 && 3 * full >= 2 * breaks && 3 * open >= full).then_some(width)
}

/// Whether the first word of `next` has no room on the line before it.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split(' ').next().unwrap_or(next);
    line.chars().count() + 1 + word.chars().count() > width
}

/// Whether `next` begins like a turn of a dialogue behind a sentence: "POE: It is late.", "[00:12:03] Ann Poe: It is late."
fn labels_turn(line: &str, next: &str) -> bool {
    const LABEL: usize = 48;
    let ended = line.ends_with(['.', '?', '!', '"', '”', ')', ']', '…']);
    let clock = |letter: char| letter.is_ascii_digit() || "[]():., ".contains(letter);
    let label = first_bytes(next, LABEL).trim_start_matches(clock).split_once(": ");
    let names = |label: &str| {
        label.split(' ').count() <= 4
            && label.split(' ').all(|word| word.starts_with(char::is_uppercase))
    };
    ended && label.is_some_and(|(label, _)| names(label))
}

/// Whether `next` goes on with the sentence or paragraph of `line`.
fn is_broken(line: &str, next: &str, width: Option<usize>) -> bool {
    let begins = next.starts_with("By ")
        || next.starts_with(labels::BULLETS)
        || labels::are_signed(line, next)
        || labels_turn(line, next);
    if width.is_some_and(|width| is_full(line, next, width)) && !begins {
        return true;
    }
    let runs_on = next.starts_with(|first: char| first.is_lowercase()) && !next.starts_with("by ");
    runs_on && line.len() >= LONG && !is_terminated(line)
}

/// Whether the line ends as a sentence does, closing marks aside.
fn is_terminated(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']);
    line.ends_with(['.', '!', '?', '…', ':'])
}

/// Gives every block its part. Headlines and subheads come last, for they need to know where the body is.
fn classify_blocks(text: &str, blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        let line = blocks[at].span.of(text);
        // The list of who else contributed, in brackets, may be longer.
        let bracketed = line.starts_with('(') && line.ends_with(')');
        if line.len() <= if bracketed { 2 * SHORT } else { SHORT } {
            let edge = at < TOP || at + TOP >= blocks.len();
            blocks[at].part = classify_line(line, edge);
        }
    }
    let is_body = |block: &Block| {
        let line = block.span.of(text);
        block.part == Part::Body
            && (line.len() > SHORT || is_terminated(line) || is_quotation(line))
    };
    let Some(body) = blocks.iter().position(is_body) else { return };
    for (at, block) in blocks.iter_mut().enumerate().take(body) {
        let line = block.span.of(text);
        if block.part == Part::Body && at < TOP && is_title(line) {
            let byline = at > 0 && at + 1 == body && is_bare_byline(text, line);
            block.part = if byline { Part::Byline } else { Part::Headline };
        }
    }
    let first = blocks[0].span.of(text);
    if body == 0 && first.len() <= SHORT && is_title_case(first) && blocks[1..].iter().any(is_body)
    {
        blocks[0].part = Part::Headline;
    }
    for at in body + 1..blocks.len() {
        let follows = blocks.get(at + 1).is_some_and(is_body);
        let title = blocks[at].part == Part::Body && !is_body(&blocks[at]);
        if follows && title && is_body(&blocks[at - 1]) && is_subhead(blocks[at].span.of(text)) {
            blocks[at].part = Part::Subhead;
        }
    }
}

/// Whether a line without a full stop may be a title: it begins like one and does not end in the middle of something.
fn is_title(line: &str) -> bool {
    let begins = line.starts_with(|first: char| {
        first.is_alphanumeric() || matches!(first, '"' | '“' | '‘' | '\'' | '$')
    });
    begins && line.len() <= SHORT && !line.ends_with(',')
}

/// Whether the line above the body is a name alone, or with "in" or "at" a place, of which the article never speaks: "Ann Poe",
/// "Ann Poe in Marsk".
fn is_bare_byline(text: &str, line: &str) -> bool {
    let (name, place) =
        [" in ", " at "].iter().find_map(|word| line.split_once(word)).unwrap_or((line, "A"));
    let named = |word: &str| {
        let letter =
            |letter: char| letter.is_alphabetic() || matches!(letter, '.' | '\'' | '’' | '-');
        let small = word.ends_with(char::is_lowercase) || word.ends_with('.');
        word.starts_with(char::is_uppercase) && small && word.chars().all(letter)
    };
    let words: Vec<&str> = name.split(' ').take(4).collect();
    let whole = matches!(words.len(), 2 | 3) && words.iter().all(|word| named(word));
    let surname = words.last().copied().unwrap_or_default();
    let alone = || text.match_indices(surname).take(2).count() == 1;
    whole && surname.len() > 2 && place.starts_with(char::is_uppercase) && alone()
}

fn is_subhead(line: &str) -> bool {
    let begins = line.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    // A post ends in a tag or a link.
    let last = line.rsplit(' ').next().unwrap_or(line);
    let post = ["#", "@", "http", "pic."].iter().any(|it| last.starts_with(it));
    begins
        && !post
        && line.len() <= 90
        && line.split(' ').count() <= 12
        && !line.ends_with([',', ';', '-', '–', '—'])
}

/// Whether the long words of a line have capitals, as in the titles of some newspapers.
fn is_title_case(line: &str) -> bool {
    let words =
        line.split(' ').filter(|word| word.len() > 4 && word.starts_with(char::is_alphabetic));
    let (mut all, mut capitals) = (0, 0);
    for word in words {
        all += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    let inner = line.trim_end_matches(['.', '!', '?']);
    all >= 3 && 10 * capitals >= 9 * all && !inner.contains(['.', '“', '"'])
}

/// Whether the whole line stands in quotation marks.
fn is_quotation(line: &str) -> bool {
    line.starts_with(['"', '“', '«', '‘']) && line.ends_with(['"', '”', '»', '’'])
}

const MONTH: &str = "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?\
                      |Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

fn regex(pattern: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "constants of this file, which its tests compile")]
    Regex::new(pattern).expect("the pattern is sound")
}

/// The letters of names in datelines and bylines; small classes keep the matchers small.
const UPPER: &str = "A-ZÀ-ÖØ-ÞĀĆČĐĒĘĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŪŮŰŹŻŽȘȚ";
const LOWER: &str = "a-zß-öø-ÿāăąćčďđēęěğģīıķļłńņňōőœřśşšţťūůűźżžșț";

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    let name = format!("[{UPPER}][{UPPER}{LOWER}.’'\\-]*");
    let link = "(?: (?:and|of|for|in|at|the|de|da|del|van|von|der|den|la|le|al|bin|ibn|staff|senior|chief)|,| [|/&–—-])?";
    let role = "(?i:staff|writer|reporter|correspondent|editor|columnist|contributor|bureau)";
    regex(&format!(
        r"^(?:(?:(?:Written )?[Bb]y|BY|Story by|Reporting by):? {name}(?:{link} {name})+|{name}(?:{link} {name})+ ?\| ?\S.*|{name}(?: {name}){{1,3}}, (?:\S+ ){{0,6}}{role})(?:{link} .*[0-9]{{4}}.*| .*[0-9]:[0-9][0-9].*)?$"
    ))
});

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?i)^[(\[]?(?:(?:image|media) (?:copyright|source)[ ,]|(?:file |cover |main |featured )?(?:image|photo|photograph|picture|pic|video|illustration)s?(?: credits?| courtesy)?(?: by| of)? ?[:/©(]",
        r"|photos? by (?-i:[A-Z])|(?:image|photo|picture)s? (?:credit|courtesy)|photo illustration|file (?:photo|picture|image)\b|credits?: ",
        r"|(?:getty|ap|afp|reuters|epa|shutterstock)(?: images?| photos?|/[a-z /]+)?\.?[)\]]?$|ap photo",
        r"|© |\(c\) |copyright (?:©|\(c\)|[0-9]{4}|by )|all rights reserved",
        r"|(?:additional |further )?(?:reporting|editing|writing|compiled|edited|reported|translated) by (?-i:[A-Z])[^.]{3,}|with (?:additional )?(?:inputs?|reporting|files) (?:from|by) ",
        r"|(?:ap|ani|pti|ians|afp|upi|reuters|xinhua|with agency inputs|with inputs)[)\]]$)",
        r"|^this (?:story|article|report) (?:has been|was) (?:updated|corrected|published|produced)",
    ))
});

/// A line that is nothing but a date, with weekday, time and words such as "Updated" around it.
static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?:(?:first |last |originally )?(?:published|updated|posted|date|modified)(?: on| at)?:? *)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? *)?(?:{DATE})(?:[ ,|·–—-]+(?:at )?[0-9]{{1,2}}[:.][0-9][0-9](?: ?[ap]\.?m\.?)?(?: ?[A-Z]{{2,4}})?)?[.]?$",
        DATE = date_pattern(),
    ))
});

static DATE: LazyLock<Regex> = LazyLock::new(|| regex(&format!("(?i){}", date_pattern())));

/// A date with its year, as alternatives with the groups that [`parse_date`] reads.
fn date_pattern() -> String {
    format!(
        "([0-9]{{4}})[-/]([0-9]{{2}})[-/]([0-9]{{2}})|({MONTH}) ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})\
         |([0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH}),? ([0-9]{{4}})"
    )
}

/// What a short line is by its wording; bylines, dates and contributors only stand near the top or the end.
fn classify_line(line: &str, edge: bool) -> Part {
    if is_credit(line) || edge && names_contributor(line) {
        return Part::Credit;
    }
    // What a letter to the editor is about: "Re “The Bridge” (news article, May 3):"
    let subject = ["Re “", "Re \"", "Re ‘", "Re: ", "RE: "];
    if line.len() <= SHORT && subject.iter().any(|it| line.starts_with(it)) && !line.ends_with('.')
    {
        return Part::Subhead;
    }
    if line.len() > SHORT || !edge || is_terminated(line) && !line.ends_with('.') {
        return Part::Body;
    }
    let by = ["By", "BY", "by", "Written", "Story", "Reporting"]
        .iter()
        .any(|start| line.starts_with(start));
    let byline = by || line.contains('|') || names_role(line);
    if byline && !is_terminated(line) && BYLINE.is_match(line) {
        Part::Byline
    } else if line.len() <= 80 && has_year(line) && DATE_LINE.is_match(line) {
        Part::Dateline
    } else {
        Part::Body
    }
}

/// Whether a word stands after a comma that tells what the people before it do for a newspaper.
fn names_role(line: &str) -> bool {
    const ROLES: [u64; 8] = keys([
        "staff", "writer", "reporter", "correspondent", "editor", "columnist", "contributor",
        "bureau",
    ]);
    let Some((_, rest)) = line.split_once(',') else { return false };
    rest.trim_start_matches(' ').split(' ').take(7).any(|word| {
        let letters = word.split(|letter: char| !letter.is_ascii_alphabetic()).next();
        letters.is_some_and(|letters| ROLES.contains(&key(letters)))
    })
}

/// Whether four digits stand in a row, as in every date with its year.
fn has_year(line: &str) -> bool {
    let mut digits = 0;
    line.bytes().any(|byte| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        digits == 4
    })
}

/// The words that credits begin with; other lines need no look at [`CREDIT`].
#[rustfmt::skip]
const CREDIT_WORDS: [u64; 46] = keys([
    "image", "images", "media", "photo", "photos", "photograph", "photographs", "picture", "pictures", "pic", "pics", "video",
    "videos", "illustration", "illustrations", "file", "cover", "main", "featured", "credit", "credits", "getty", "ap",
    "afp", "reuters", "epa", "shutterstock", "c", "copyright", "all", "additional", "further", "reporting", "editing",
    "writing", "compiled", "edited", "reported", "translated", "with", "ani", "pti", "ians", "upi", "xinhua", "this",
]);

/// "Agency writer Ann Poe contributed to this report."
fn names_contributor(line: &str) -> bool {
    // By its rarest letter.
    let word = |(at, _)| {
        let (before, rest) = line.split_at_checked(at)?;
        rest.strip_prefix("but").filter(|_| before.ends_with("contri"))
    };
    let Some(rest) = line.match_indices('b').find_map(word) else { return false };
    ["ed reporting", "ing reporting", "ed to this ", "ing to this "]
        .iter()
        .any(|end| rest.starts_with(end))
}

fn is_credit(line: &str) -> bool {
    let start = line.trim_start_matches(['(', '[']);
    let word = start.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or("");
    let credit =
        if word.is_empty() { start.starts_with('©') } else { CREDIT_WORDS.contains(&key(word)) };
    credit && CREDIT.is_match(line) || names_photographer(line)
}

/// "Ann Poe via Getty Images", "Ann Poe / Reuters": words with capitals before an agency that sells pictures.
fn names_photographer(line: &str) -> bool {
    const AGENCIES: [&str; 10] = [
        "Getty Images", "Getty", "AP", "AP Photo", "AFP", "Reuters", "EPA", "Shutterstock",
        "Bloomberg", "Redux",
    ];
    /// Bytes.
    const LONGEST: usize = 90;
    if line.len() > LONGEST {
        return false;
    }
    let line = line.trim_matches(['(', ')', '[', ']']).trim_end_matches('.');
    let Some((name, agency)) = line.rsplit_once(" via ").or_else(|| line.rsplit_once('/')) else {
        return false;
    };
    let capital = |word: &str| word.starts_with(|letter: char| !letter.is_lowercase());
    let mut words = name.split_whitespace();
    AGENCIES.contains(&agency.trim()) && !name.is_empty() && words.all(capital)
}

/// The first date with a year in the parts at the top of the article that hold dates.
fn find_published(text: &str, blocks: &[Block]) -> Option<Date> {
    let dated = |block: &&Block| matches!(block.part, Part::Dateline | Part::Byline);
    blocks.iter().take(TOP).filter(dated).find_map(|block| parse_date(block.span.of(text)))
}

/// The first date of `line` that has a year and exists.
fn parse_date(line: &str) -> Option<Date> {
    if !has_year(line) {
        return None;
    }
    let found = DATE.captures(line)?;
    let number =
        |group: usize| found.get(group).and_then(|digits| digits.as_str().parse::<i16>().ok());
    let month = |group: usize| found.get(group).and_then(|name| month(name.as_str()));
    let (year, month, day) = if let Some(year) = number(1) {
        (year, i8::try_from(number(2)?).ok()?, number(3)?)
    } else if let Some(year) = number(6) {
        (year, month(4)?, number(5)?)
    } else {
        (number(9)?, month(8)?, number(7)?)
    };
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

fn month(name: &str) -> Option<i8> {
    let start = name.get(..3)?;
    let begins = |month: &&str| month.get(..3).is_some_and(|it| it.eq_ignore_ascii_case(start));
    let at = MONTHS.iter().position(begins)?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Tables {
        let mut tables = Tables::default();
        find_blocks(&Article::new(text), &mut tables);
        tables
    }

    /// The blocks as "part: text", a paragraph's lines joined by a space.
    fn blocks(text: &str) -> Vec<String> {
        let row = |block: &Block| {
            format!(
                "{:?}: {}",
                block.part,
                block.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
            )
        };
        read(text).blocks.iter().map(row).collect()
    }

    /// What is done with a text that is longer than spans reach, at a limit that fits into memory.
    #[test]
    fn of_a_longer_text_the_first_bytes_are_read() {
        let text = "aé北😀";
        let read = (0..=text.len() + 2).map(|most| first_bytes(text, most));
        let expected =
            ["", "a", "a", "aé", "aé", "aé", "aé北", "aé北", "aé北", "aé北", text, text, text];
        assert_eq!(read.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_article_has_its_parts() {
        let text = "Mill closes after 90 years\nBy Ann Poe, Staff Writer\nOct. 4, 2016\n\n\
                    FLINT, Mich., Oct. 4 (UPI) — The mill closed on Monday. Nobody was told.\n\n\
                    “It is over,” said Carl Roe.\n\nWorkers seek new jobs\n\nMost of them left the town.\n\n\
                    (Reporting by Ann Poe; Editing by Carl Roe)";
        assert_eq!(
            blocks(text),
            [
                "Headline: Mill closes after 90 years",
                "Byline: By Ann Poe, Staff Writer",
                "Dateline: Oct. 4, 2016",
                "Dateline: FLINT, Mich., Oct. 4 (UPI) —",
                "Body: The mill closed on Monday. Nobody was told.",
                "Body: “It is over,” said Carl Roe.",
                "Subhead: Workers seek new jobs",
                "Body: Most of them left the town.",
                "Credit: (Reporting by Ann Poe; Editing by Carl Roe)",
            ]
        );
        assert_eq!(read(text).published, Date::new(2016, 10, 4).ok());
    }

    #[test]
    fn a_single_line_is_body() {
        for text in ["The mill closed on Monday.", "Mill closes after 90 years", "“It is over.”"]
        {
            assert_eq!(blocks(text), [format!("Body: {text}")]);
        }
    }

    #[test]
    fn datelines_are_split_off() {
        let cases = [
            ("WASHINGTON (AP) - ", true),
            ("WASHINGTON — ", true),
            ("NEW DELHI: ", false),
            ("NEW DELHI, Dec 4: ", true),
            ("NEW DELHI, Dec 4 (PTI) ", true),
            ("New Delhi, Dec. 4 (PTI): ", true),
            ("NASHUA, N.H. - ", true),
            ("(CNN) – ", true),
            ("(CNN)", true),
            ("(Reuters) - ", true),
            ("London (Reuters) - ", true),
            ("LONDON, 4 October 2016 -- ", true),
            ("ST. IVES/TRURO, England (AP) — ", true),
            ("date 2021-12-04 ", true),
            ("Date: 2021-12-04 ", true),
            ("ÅRHUS, Sept. 14, 2016 — ", true),
            ("St. Ives, Kent, June 4 -- ", true),
            ("St. Ives, Kent – ", true),
            ("(CNN Business) – ", true),
            ("PORT POE [AP] -- ", true),
            ("PORT POE, Octember 4, ", false),
            ("Port Poe (", false),
            ("BREAKING - ", false),
            ("MAYOR POE: ", false),
            ("Poe - ", false),
            ("Ann Poe (left) - ", false),
        ];
        for (dateline, split) in cases {
            let text = format!("{dateline}The mayor of the town left on Monday.");
            let rest = "Body: The mayor of the town left on Monday.".to_owned();
            let expected = if split {
                vec![format!("Dateline: {}", dateline.trim()), rest]
            } else {
                vec![format!("Body: {text}")]
            };
            assert_eq!(blocks(&text), expected);
        }
    }

    #[test]
    fn a_place_before_a_colon_is_split_off_where_it_is_the_only_one() {
        let lead =
            "The mayor of the town left on Monday, and a new one was elected on the day after.";
        let placed = format!("PORT POE: {lead}");
        assert_eq!(blocks(&placed), ["Dateline: PORT POE:".to_owned(), format!("Body: {lead}")]);
        let turns = format!("{placed}\n\nBERG: {lead}");
        assert_eq!(blocks(&turns), [format!("Body: {placed}"), format!("Body: BERG: {lead}")]);
        let label = format!("BREAKING NEWS: {lead}");
        assert_eq!(blocks(&label), [format!("Body: {label}")]);
    }

    #[test]
    fn labels_of_sections_are_split_off() {
        let rest = "The mayor said the mill would close.";
        for label in ["Why it matters:", "• What they’re saying:", "The BIG picture:", "Yes, but:"]
        {
            let expected = [format!("Subhead: {label}"), format!("Body: {rest}")];
            assert_eq!(blocks(&format!("{label} {rest}")), expected);
        }
        for label in ["The mayor:", "What matters:", "“Why it matters:"] {
            let text = format!("{label} {rest}");
            assert_eq!(blocks(&text), [format!("Body: {text}")]);
        }
    }

    #[test]
    fn lines_of_one_length_that_each_end_a_sentence_are_paragraphs() {
        let text = "Poe: The mill is closed, and it is late.\nRoe: The mill is open, so I was told.\n\
                    Poe: The mill was old, as you all know.\nRoe: The mill is new, and it is mine.\n";
        assert_eq!(blocks(text).len(), 4);
    }

    #[test]
    fn labels_of_captions_are_split_off() {
        let rest = "Body: The mayor said the mill would close.";
        for label in [
            "Image caption",
            "Image caption,",
            "Media caption:",
            "Image copyright Getty Images Image caption",
            "Image source, Ann Poe Image caption,",
        ] {
            let text = format!("{label} The mayor said the mill would close.");
            let credit = format!("Credit: {label}").trim_end_matches([',', ':']).to_owned();
            assert_eq!(blocks(&text), [credit.as_str(), rest]);
        }
        let text = "Image captions are hard to write, the mayor said.";
        assert_eq!(blocks(text), [format!("Body: {text}")]);
    }

    #[test]
    fn lines_are_known_by_their_wording() {
        let cases = [
            ("By ANN POE", Part::Byline),
            ("By Ann Poe and Carl van Roe, Daily Bugle", Part::Byline),
            ("Ann Poe | Daily Bugle", Part::Byline),
            ("Ann Poe | Daily Bugle | October 4, 2016 10:30 am", Part::Byline),
            ("Ann Poe, Senior Political Reporter", Part::Byline),
            ("By Monday, the river had risen", Part::Body),
            ("Tuesday, 4 October 2016", Part::Dateline),
            ("Published: Oct. 4, 2016, 10:30 a.m. ET", Part::Dateline),
            ("2016-10-04", Part::Dateline),
            ("(IMAGE: AP)", Part::Credit),
            ("Photo: Ann Poe", Part::Credit),
            ("Image courtesy of Daily Bugle", Part::Credit),
            ("Getty Images", Part::Credit),
            ("Image copyright Getty Images", Part::Credit),
            ("Image source, Reuters", Part::Credit),
            ("Getty.", Part::Credit),
            ("Copyright 2020 Daily Bugle. All rights reserved.", Part::Credit),
            ("Associated Press writer Ann Poe in Flint contributed to this report.", Part::Credit),
            ("Additional reporting by Ann Poe", Part::Credit),
            ("— Ann Poe, staff writer", Part::Body),
            ("Photos show the mayor at the mill.", Part::Body),
            ("Reporting by night is hard, she said. Nobody pays.", Part::Body),
        ];
        for (line, part) in cases {
            assert_eq!(classify_line(line, true), part, "{line}");
        }
    }

    #[test]
    fn hard_wrapped_lines_join() {
        let text = "Mill closes\n\nThe mill closed on Monday after ninety years in which it had fed\n\
                    the town and its neighbours. Nobody had told the workers, who came\n\
                    Monday morning and found a locked gate.\n\n\
                    The owners of the mill said in a letter that it had lost money for\nyears.";
        let expected = [
            "Headline: Mill closes",
            "Body: The mill closed on Monday after ninety years in which it had fed the town and its neighbours. Nobody had \
             told the workers, who came Monday morning and found a locked gate.",
            "Body: The owners of the mill said in a letter that it had lost money for years.",
        ];
        assert_eq!(blocks(text), expected);
        for end in ["\r\n", "\r", "\u{2028}", "\u{2029}"] {
            assert_eq!(blocks(&text.replace('\n', end)), expected, "{end:?}");
        }
        let runs_on = "The mill closed on Monday after ninety years of\nwork for the whole of the town.\nNobody was told.";
        assert_eq!(blocks(runs_on).len(), 2);
        assert_eq!(blocks("Milk\nBread\nButter\nA list is no paragraph at all.").len(), 4);
        let turns = "[00:12:03] REED: So is the mill of this town safe to work in or is it not?\n\
                     [00:12:09] POE: It is safe. We said so in March, and we say so to this day.\n\
                     [00:12:15] REED: Since when?\n[00:12:18] POE: May.";
        assert_eq!(blocks(turns).len(), 4);
    }

    #[test]
    fn the_publication_date_comes_from_the_top() {
        let date = |text: &str| read(text).published.map(|date| date.to_string());
        assert_eq!(
            date("date 2021-12-04 The mill closed on Monday, they said."),
            Some("2021-12-04".into())
        );
        assert_eq!(
            date("Mill closes\n4 October 2016\nThe mill closed."),
            Some("2016-10-04".into())
        );
        assert_eq!(
            date("Mill closes\nUpdated: Oct 4th, 2016\nThe mill closed."),
            Some("2016-10-04".into())
        );
        assert_eq!(date("FLINT, Oct. 4 (UPI) — The mill closed on Monday."), None);
        assert_eq!(date("The mill closed on Oct. 4, 2016."), None);
        assert_eq!(date("Mill closes\n2016-02-31\nThe mill closed."), None);
        let given = Article::new("date 2021-12-04 The mill closed.").published("2020-01-01");
        let mut tables = Tables::default();
        find_blocks(&given, &mut tables);
        assert_eq!(tables.published, Date::new(2020, 1, 1).ok());
    }

    #[test]
    fn titles_of_polnear_kind_end_in_a_stop() {
        let text =
            "Mayor Calls Mill Plan A Mistake.\n\nThe mayor said on Monday that the plan failed.";
        assert_eq!(blocks(text)[0], "Headline: Mayor Calls Mill Plan A Mistake.");
    }
}
