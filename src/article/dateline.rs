//! What begins a paragraph and is no sentence: datelines (place, date and agency), the labels of captions and of sections.

use super::first_bytes;
use super::labels::label_len;
use crate::document::{Block, Part};
use crate::lexicon::MONTHS;
use crate::span::Span;

/// How many bytes at the start of a paragraph may be its dateline.
const DATELINE: usize = 120;

/// Makes blocks of their own of the datelines and of the labels of captions and sections that body paragraphs begin with.
pub(super) fn split_leads(text: &str, blocks: &mut Vec<Block>) {
    let placed = only_placed(text, blocks);
    let lead = |(at, block): (usize, &Block)| {
        let line = block.span.of(text);
        let label = caption_len(line).map(|lens| (Part::Credit, lens));
        let body = block.part == Part::Body;
        let section = || label_len(line).filter(|_| body).map(|lens| (Part::Subhead, lens));
        let dateline =
            || dateline_len(line).or_else(|| placed_len(line).filter(|_| placed == Some(at)));
        label
            .or_else(section)
            .or_else(|| Some((Part::Dateline, if body { dateline() } else { None }?)))
    };
    let found: Vec<_> =
        blocks.iter().enumerate().filter_map(|it| Some((it.0, lead(it)?))).collect();
    if found.is_empty() {
        return;
    }
    let mut found = found.into_iter().peekable();
    let mut split = Vec::with_capacity(blocks.len() + found.len());
    for (at, mut block) in blocks.drain(..).enumerate() {
        if let Some((_, (part, (len, rest)))) = found.next_if(|(index, _)| *index == at) {
            let body = Span::new(block.span.start + rest as u32, block.span.end);
            block.span.end = block.span.start + len as u32;
            split.push(Block { part, ..block });
            block = Block { span: body, part: Part::Body, ..block };
        }
        split.push(block);
    }
    *blocks = split;
}

/// The first paragraph of the body, if it alone begins with words in capitals and a colon: where others do, these are turns.
fn only_placed(text: &str, blocks: &[Block]) -> Option<usize> {
    let body = |(_, block): &(usize, &Block)| block.part == Part::Body;
    let mut paragraphs = blocks.iter().enumerate().filter(body);
    let (first, lead) = paragraphs.next()?;
    let placed = placed_len(lead.span.of(text)).is_some();
    (placed && !paragraphs.any(|(_, block)| is_labelled(block.span.of(text)))).then_some(first)
}

/// Whether a paragraph begins with words in capitals and a colon: "POE: It is late", "ANN POE, REPORTER (voice-over): It is late".
fn is_labelled(line: &str) -> bool {
    const LABEL: usize = 60;
    let Some((label, _)) = first_bytes(line, LABEL).split_once(": ") else { return false };
    let name = label.split_once(" (").map_or(label, |(name, _)| name);
    name.starts_with(char::is_uppercase) && !name.contains(char::is_lowercase)
}

/// The length of a place in capitals with the colon behind it, and where the text after it begins: "LAHORE: The court".
fn placed_len(line: &str) -> Option<(usize, usize)> {
    /// Bytes of a place, and of a sentence behind it.
    const PLACE: usize = 40;
    const SENTENCE: usize = 60;
    let (place, rest) = first_bytes(line, PLACE).split_once(": ")?;
    let name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word
                .chars()
                .all(|it| it.is_uppercase() || matches!(it, '.' | '’' | '\'' | '-' | ','))
    };
    let named = place.split(' ').all(name) && place.split(' ').count() <= 3 && place.len() > 3;
    let label = LABELS.iter().any(|label| place.split(' ').any(|word| word == *label));
    let begins = rest.starts_with(|first: char| first.is_uppercase() || matches!(first, '"' | '“'));
    let told = line.len() > place.len() + SENTENCE;
    (named && !label && begins && told).then(|| (place.len() + 1, place.len() + 2))
}

/// Words in capitals before a dash or colon that name no place.
const LABELS: [&str; 23] = [
    "BREAKING", "UPDATE", "UPDATED", "WATCH", "VIDEO", "OPINION", "ANALYSIS", "EXCLUSIVE", "LIVE",
    "PHOTOS", "CORRECTION", "NOTE", "QUESTION", "LOOK", "READ", "RELATED", "REVIEW", "FACT",
    "BYLINE", "NEWS", "REPORT", "INTERVIEW", "COMMENT",
];

/// Whether the start of a paragraph holds a dash, a bracket or a colon, or its first word may be "date".
fn may_lead(start: &[u8]) -> bool {
    let dash = |pair: &[u8]| matches!(pair, [b' ' | b'-', b'-'] | [0x80, 0x93..=0x95]);
    matches!(start.first(), Some(b'd' | b'D'))
        || start.iter().any(|byte| matches!(byte, b'(' | b':'))
        || start.windows(2).any(dash)
}

/// Whether a word in small letters follows the first word, as in most paragraphs and in no dateline.
fn runs_on(start: &[u8]) -> bool {
    let letters = start.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    matches!(start.get(letters..), Some([b' ', b'a'..=b'z', ..]))
        && !matches!(start.first(), Some(b'd' | b'D'))
}

/// Whether only names and numbers stand before the first dash, bracket or colon, as in every dateline but "date …".
fn names_lead(start: &str) -> bool {
    if start.starts_with(['d', 'D']) && start.get(1..4) == Some("ate") {
        return true;
    }
    for word in start.split([' ', '/', ',']).filter(|word| !word.is_empty()) {
        if word.starts_with(['(', '[', '-', '–', '—', '―']) {
            return true;
        }
        if word.starts_with(|first: char| !first.is_uppercase() && !first.is_ascii_digit()) {
            return false;
        }
        if word.contains([':', '(', '[', '–', '—', '―']) || word.contains("--") {
            return true;
        }
    }
    false
}

/// The length of the label that begins a caption, and where the text after it begins: "Image caption", "Image copyright AFP Image
/// caption", as the BBC has them.
fn caption_len(line: &str) -> Option<(usize, usize)> {
    const KINDS: [&str; 2] = ["Image ", "Media "];
    let kind = KINDS.iter().find(|kind| line.starts_with(**kind))?;
    let start = first_bytes(line, DATELINE);
    let ends = |(at, label): (usize, &str)| {
        let rest = start.get(at + label.len()..)?.strip_prefix("caption")?;
        rest.starts_with([' ', ',', ':']).then(|| start.len() - rest.len())
    };
    let end = start.match_indices(kind).find_map(ends)?;
    let rest = line.get(end..)?.trim_start_matches([',', ':', ' ']);
    (!rest.is_empty()).then(|| (end, line.len() - rest.len()))
}

/// The length of the dateline that begins this paragraph, and where the text after it begins.
fn dateline_len(line: &str) -> Option<(usize, usize)> {
    if !line.starts_with(|first: char| first.is_uppercase() || matches!(first, '(' | 'd')) {
        return None;
    }
    let start = first_bytes(line, DATELINE);
    if runs_on(start.as_bytes()) || !names_lead(start) || !may_lead(start.as_bytes()) {
        return None;
    }
    let (found, rest) = line.split_at_checked(Leading::new(start).end()?)?;
    let rest = rest.trim_start();
    let begins = rest.starts_with(|first: char| {
        first.is_uppercase()
            || first.is_numeric()
            || matches!(first, '"' | '“' | '‘' | '\'' | '«' | '$' | '(')
    });
    // "Ann Poe (Labour): …" tells whose turn it is.
    let turn = found.trim_end().strip_suffix("):").is_some_and(|found| {
        let agency = found.rsplit('(').next().unwrap_or_default();
        !WIRES.contains(&agency) && !found.contains(|letter: char| letter.is_numeric())
    });
    let label = LABELS.iter().any(|label| found.split([' ', ':']).next() == Some(label));
    let enough = rest.len() > 20 && rest.contains(' ');
    (begins && enough && !label && !turn).then(|| (found.trim_end().len(), line.len() - rest.len()))
}

/// Place, date and agency before the first sentence, or a date on its line: matched by the sets of places that each part of
/// the pattern can reach, one bit a character. A regex for the same has so many ways open at each character that it costs
/// many times as much, and it would have to be built first.
struct Leading<'t> {
    text: &'t str,
    /// The byte at which each character begins, and the end of the text.
    bytes: [u8; DATELINE + 1],
    upper: u128,
    /// What a name in capitals goes on with, and what any name does.
    capitals: u128,
    letters: u128,
    digits: u128,
    space: u128,
    slash: u128,
    comma: u128,
    open: u128,
    close: u128,
    agency: u128,
    dash: u128,
    hyphen: u128,
    colon: u128,
}

/// Places in the text, one bit a character.
type Places = u128;

/// Agencies and broadcasters that stand before a text in brackets, without a place.
const WIRES: [&str; 18] = [
    "CNN", "AP", "UPI", "AFP", "ANI", "PTI", "IANS", "Reuters", "REUTERS", "Bloomberg", "Xinhua",
    "TASS", "DPA", "dpa", "EFE", "CBS", "NBC", "BBC",
];

/// The places behind those of `from` that are in `class`.
fn step(from: Places, class: Places) -> Places {
    (from & class) << 1
}

/// The places that up to `most` characters of `class` reach, none of them included.
fn repeat(from: Places, class: Places, most: usize) -> Places {
    let (mut all, mut last) = (from, from);
    for _ in 0..most {
        last = step(last, class);
        if last == 0 {
            break;
        }
        all |= last;
    }
    all
}

impl<'t> Leading<'t> {
    /// `text` has at most [`DATELINE`] bytes.
    fn new(text: &'t str) -> Leading<'t> {
        let mut leading = Leading {
            text,
            bytes: [0; DATELINE + 1],
            upper: 0,
            capitals: 0,
            letters: 0,
            digits: 0,
            space: 0,
            slash: 0,
            comma: 0,
            open: 0,
            close: 0,
            agency: 0,
            dash: 0,
            hyphen: 0,
            colon: 0,
        };
        let mut count = 0;
        for (at, letter) in text.char_indices() {
            leading.bytes[count] = at as u8;
            leading.classify(letter, 1 << count);
            count += 1;
        }
        leading.bytes[count..].fill(text.len() as u8);
        leading
    }

    fn classify(&mut self, letter: char, bit: u128) {
        match letter {
            ' ' => self.space |= bit,
            '/' => self.slash |= bit,
            ',' => self.comma |= bit,
            '(' | '[' => self.open |= bit,
            ')' | ']' => self.close |= bit,
            ':' => self.colon |= bit,
            '—' | '–' | '―' => self.dash |= bit,
            '-' => self.hyphen |= bit,
            '0'..='9' => self.digits |= bit,
            _ => {}
        }
        let upper = letter.is_uppercase();
        let joins = matches!(letter, '.' | '’' | '\'' | '-');
        self.upper |= bit * u128::from(upper);
        self.capitals |= bit * u128::from(upper || joins);
        self.letters |= bit * u128::from(joins || letter.is_alphabetic());
        let agency = letter.is_alphabetic() || matches!(letter, '.' | ' ' | '&' | '/');
        self.agency |= bit * u128::from(agency);
    }

    /// Words with capitals, of which the first has two letters or more.
    fn names(&self, from: Places, letters: Places, more: usize) -> Places {
        let first = step(step(from, self.upper), letters);
        let mut all = repeat(first, letters, DATELINE);
        let mut last = all;
        for _ in 0..more {
            let next = step(step(last, self.space | self.slash), self.upper);
            last = repeat(next, letters, DATELINE);
            all |= last;
        }
        all
    }

    /// A comma and a larger place.
    fn region(&self, from: Places) -> Places {
        self.names(repeat(step(from, self.comma), self.space, DATELINE), self.letters, 3)
    }

    /// "Oct. 4" or "4 October", with its year or without.
    fn day(&self, from: Places) -> Places {
        let from = repeat(from | step(from, self.comma), self.space, DATELINE);
        let number = |from| repeat(step(from, self.digits), self.digits, 1);
        let day =
            number(step(self.month(from), self.space)) | self.month(step(number(from), self.space));
        let year = step(day | step(day, self.comma), self.space);
        let year = (0..4).fold(year, |year, _| step(year, self.digits));
        let all = day | year;
        all | step(all, self.comma)
    }

    fn month(&self, from: Places) -> Places {
        let (mut left, mut reached) = (from & self.upper, 0);
        while left != 0 {
            let at = left.trailing_zeros();
            left &= left - 1;
            let rest = self.text.get(usize::from(self.bytes[at as usize])..).unwrap_or_default();
            let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (word, rest) = rest.split_at(len);
            if is_month(word) {
                let stop = rest.starts_with('.') && len < 5;
                reached |= (1 | u128::from(stop) << 1) << (at as usize + len);
            }
        }
        reached
    }

    /// The agency in brackets.
    fn agency(&self, from: Places) -> Places {
        let from = step(step(repeat(from, self.space, DATELINE), self.open), self.upper);
        step(repeat(step(from, self.agency), self.agency, 29), self.close)
    }

    /// A dash between spaces, if it is but a hyphen.
    fn dash(&self, from: Places) -> Places {
        let spaced = repeat(from, self.space, DATELINE);
        step(spaced, self.dash)
            | step(step(spaced, self.hyphen), self.hyphen)
            | step(step(from, self.space), self.hyphen)
    }

    fn wire(&self) -> Places {
        let Some(rest) = self.text.strip_prefix('(') else { return 0 };
        let name = |wire: &&&str| {
            rest.strip_prefix(**wire).is_some_and(|rest| rest.starts_with([')', ' ']))
        };
        let Some(wire) = WIRES.iter().find(name) else { return 0 };
        let name = 1 << (1 + wire.len());
        let section = repeat(step(step(name, self.space), self.upper), self.letters, DATELINE);
        let end = step(name | section, self.close);
        end | self.dash(end) | step(end, self.colon)
    }

    /// "date 2021-12-04"
    fn date(&self) -> Places {
        let rest = self.text.strip_prefix("date").or_else(|| self.text.strip_prefix("Date"));
        let Some(rest) = rest.map(|rest| rest.strip_prefix(':').unwrap_or(rest)) else { return 0 };
        let from = 1 << (self.text.len() - rest.trim_start_matches(' ').len());
        let digits = |from, count| (0..count).fold(from, |from, _| step(from, self.digits));
        let hyphen = |from| step(from, self.hyphen);
        digits(hyphen(digits(hyphen(digits(from, 4)), 2)), 2) & self.space
    }

    /// The length of the longest dateline, without the spaces behind it.
    fn end(&self) -> Option<usize> {
        let agency = |from| {
            let end = self.agency(from);
            self.dash(end) | step(end, self.colon)
        };
        let capitals = self.names(1, self.capitals, 4);
        let capitals = capitals | self.region(capitals);
        let capitals = capitals | self.region(capitals);
        let place = self.names(1, self.letters, 3);
        let regions = self.region(place);
        let regions = regions | self.region(regions);
        let places = place | regions;
        let (early, late) = (self.day(capitals), self.day(places));
        let bare = self.agency(capitals | early | late);
        let ends = agency(capitals | early | places | late)
            | bare & self.space
            | self.dash(capitals | early | late | regions)
            | step(early, self.colon)
            | self.wire()
            | self.date();
        let last = 127_u32.checked_sub(ends.leading_zeros())?;
        Some(usize::from(*self.bytes.get(last as usize)?))
    }
}

/// Whether a word with a capital is a month, in full or shortened.
fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| *month == word || word.len() == 3 && month.starts_with(word))
        || word == "Sept"
}
