//! What the name model sees of a chunk: of each word, of each stretch of words, and of the rest of the article.

use super::chunks::{self, AND, Chunk, OF, PARTICLES, POSSESSIVE, THE};
use super::gazetteer::{CITY, COUNTRY, Gazetteer, Way};
use super::segment::Label;
use crate::document::{EntityType, Kind, Tables, Tag, Token};
use crate::lexicon::{Lexicon, chain, class, key};

/// No name has more words.
pub(crate) const LONGEST_NAME: usize = 9;
/// Words on either side of a chunk that its features see.
pub(crate) const MARGIN: usize = 2;

/// Where a word stands to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Alone,
    First,
    Inside,
    Last,
    /// The word before the name, the word after it, and the ones beyond these.
    Before,
    After,
    Before2,
    After2,
}

pub(crate) const PLACES: usize = 8;

/// Hashes of features; how many there are is bounded by what the two functions below push.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    hashes: [u32; 40],
    len: usize,
}

impl Default for Features {
    fn default() -> Features {
        Features { hashes: [0; 40], len: 0 }
    }
}

impl Features {
    pub(crate) fn push(&mut self, template: u64, value: u64) {
        if let Some(slot) = self.hashes.get_mut(self.len) {
            let mixed = (value ^ (template << 57)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ template.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
            *slot = ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32;
            self.len += 1;
        }
    }

    pub(crate) fn hashes(&self) -> &[u32] {
        &self.hashes[..self.len]
    }

    pub(crate) fn clear(&mut self) {
        self.len = 0;
    }
}

/// The kinds of names that the gazetteer has for a phrase, as bits.
pub(crate) mod listed {
    pub(crate) const PERSON: u16 = 1;
    pub(crate) const ORGANISATION: u16 = 1 << 1;
    pub(crate) const COUNTRY: u16 = 1 << 2;
    pub(crate) const CITY: u16 = 1 << 3;
    pub(crate) const PLACE: u16 = 1 << 4;
    pub(crate) const OTHER: u16 = 1 << 5;
    pub(crate) const DEMONYM: u16 = 1 << 6;
    pub(crate) const METONYM: u16 = 1 << 7;
    pub(crate) const ALIAS: u16 = 1 << 8;
    /// The caller's gazetteer has it.
    pub(crate) const GIVEN: u16 = 1 << 9;
}

/// One word of a chunk or of its margins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) key: u64,
    class: u32,
    flags: u16,
    /// What the gazetteer knows of the word alone.
    listed: u16,
    /// The coarse kind of word, for patterns.
    sort: u8,
    tag: Tag,
    pub(crate) capital: bool,
    particle: bool,
    lower: bool,
    suffix: u32,
    /// Its first byte, a small letter where it is ASCII.
    initial: u8,
}

const EDGE: Word = Word {
    key: 0,
    class: 0,
    flags: 0,
    listed: 0,
    sort: 31,
    tag: Tag::PUNCT,
    capital: false,
    particle: false,
    lower: false,
    suffix: 0,
    initial: 0,
};

/// The words of an article's chunks, end to end.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    words: Vec<Word>,
    listed: Vec<[u16; LONGEST_NAME]>,
    /// Each chunk with its first entry in either list.
    chunks: Vec<(Chunk, usize, usize)>,
}

/// A chunk with its margins, ready for features.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'s> {
    /// `MARGIN` words, the chunk's, `MARGIN` words.
    pub(crate) words: &'s [Word],
    /// For each start in the chunk, the kinds that the gazetteer knows, by length less one.
    listed: &'s [[u16; LONGEST_NAME]],
    chunk: Chunk,
}

impl Sheet {
    /// Forgets the chunks and keeps the memory, for the next lesson.
    #[cfg(feature = "training")]
    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.listed.clear();
        self.chunks.clear();
    }

    /// The chunks in the order in which they were added.
    pub(crate) fn views(&self) -> impl Iterator<Item = View<'_>> {
        self.chunks.iter().map(|&(chunk, word, start)| {
            let len = chunk.run.len();
            let words = &self.words[word..word + len + 2 * MARGIN];
            View { words, listed: &self.listed[start..start + len], chunk }
        })
    }
}

/// What all chunks of an article share.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
    lower: Filter,
}

/// A set of word keys that may say yes to a word it does not hold.
struct Filter {
    bits: Vec<u64>,
    mask: u64,
}

impl Filter {
    fn with_room_for(words: usize) -> Filter {
        let bits = (words * 16).next_power_of_two().clamp(1 << 10, 1 << 21);
        Filter { bits: vec![0; bits / 64], mask: bits as u64 - 1 }
    }

    fn add(&mut self, key: u64) {
        let slot = (key >> 16) & self.mask;
        self.bits[slot as usize / 64] |= 1 << (slot % 64);
    }

    fn has(&self, key: u64) -> bool {
        let slot = (key >> 16) & self.mask;
        self.bits[slot as usize / 64] & (1 << (slot % 64)) != 0
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        text: &'a str,
        tables: &'a Tables,
        gazetteer: &'a Gazetteer,
        lexicon: &'a Lexicon,
    ) -> Reader<'a> {
        let mut lower = Filter::with_room_for(tables.tokens.len());
        for token in &tables.tokens {
            if token.kind == Kind::Word && !token.has(Token::CAPITAL) {
                lower.add(token.key);
            }
        }
        Reader { text, tables, gazetteer, lexicon, lower }
    }

    /// Adds a chunk to the sheet.
    pub(crate) fn add(&self, chunk: Chunk, sheet: &mut Sheet) {
        sheet.chunks.push((chunk, sheet.words.len(), sheet.listed.len()));
        let (start, end) = (chunk.run.first(), chunk.run.end as usize);
        for at in start as isize - MARGIN as isize..start as isize {
            let inside = usize::try_from(at).ok().filter(|at| self.same_block(chunk, *at));
            sheet.words.push(inside.map_or(EDGE, |at| self.neighbour(at, at + 1 == start)));
        }
        for at in start..end {
            let mut listed = [0; LONGEST_NAME];
            let mut word = self.word(at, chunk);
            if word.capital || word.particle {
                self.look_up(at, end, &mut listed);
            }
            word.listed = listed[0];
            word.sort = sort(&word);
            sheet.words.push(word);
            sheet.listed.push(listed);
        }
        for at in end..end + MARGIN {
            let inside = self.same_block(chunk, at);
            sheet.words.push(if inside { self.neighbour(at, at == end) } else { EDGE });
        }
    }

    /// Whether no other block begins between the chunk and token `at`, which is at most `MARGIN` away.
    fn same_block(&self, chunk: Chunk, at: usize) -> bool {
        let tokens = &self.tables.tokens;
        let (start, end) = (chunk.run.first(), chunk.run.end as usize);
        let between = if at < start { at + 1..start + 1 } else { end..at + 1 };
        tokens.get(between).is_some_and(|words| !words.iter().any(|word| word.has(Token::BLOCK)))
    }

    fn word(&self, at: usize, chunk: Chunk) -> Word {
        let token = &self.tables.tokens[at];
        let capital = chunks::is_capital(self.text, token, chunk.case);
        let bytes = token.span().of(self.text).as_bytes();
        let tail = &bytes[bytes.len().saturating_sub(3)..];
        let suffix =
            tail.iter().fold(0, |hash, byte| hash << 8 | u32::from(byte.to_ascii_lowercase()));
        Word {
            key: token.key,
            class: self.lexicon.names.class(token.key),
            flags: token.flags,
            tag: token.tag,
            capital,
            particle: !capital && PARTICLES.holds(token.key),
            lower: token.has(Token::CAPITAL) && self.lower.has(token.key),
            suffix,
            initial: bytes.first().map_or(0, u8::to_ascii_lowercase),
            ..EDGE
        }
    }

    /// A word of a margin; of the farther ones only the word and its tag count.
    fn neighbour(&self, at: usize, next: bool) -> Word {
        let token = &self.tables.tokens[at];
        let word = token.kind == Kind::Word;
        let class = if next && word { self.lexicon.names.class(token.key) } else { 0 };
        let mut word = Word { key: token.key, class, flags: token.flags, tag: token.tag, ..EDGE };
        word.sort = sort(&word);
        word
    }

    /// What the gazetteer has for the phrases that begin at token `at`, by length less one.
    fn look_up(&self, at: usize, end: usize, listed: &mut [u16; LONGEST_NAME]) {
        let tokens = &self.tables.tokens;
        self.gazetteer.walk(tokens, at, end.min(at + LONGEST_NAME), |len, run| {
            let words = &tokens[at..at + len];
            for name in self.gazetteer.fitting(run, words) {
                let Some(row) = self.gazetteer.row(name.row) else { continue };
                let kind = match (name.way, row.kind, row.class) {
                    (Way::Demonym, ..) => listed::DEMONYM,
                    (Way::Metonym, ..) => listed::METONYM,
                    (_, EntityType::Person, _) => listed::PERSON,
                    (_, EntityType::Organisation, _) => listed::ORGANISATION,
                    (_, EntityType::Place, COUNTRY) => listed::COUNTRY,
                    (_, EntityType::Place, CITY) => listed::CITY,
                    (_, EntityType::Place, _) => listed::PLACE,
                    _ => listed::OTHER,
                };
                let alias = if name.way == Way::Alias { listed::ALIAS } else { 0 };
                let given = if row.given { listed::GIVEN } else { 0 };
                listed[len - 1] |= kind | alias | given;
            }
        });
    }
}

/// The coarse kind of a word, the most telling one first.
fn sort(word: &Word) -> u8 {
    let listed = word.listed;
    if !word.capital {
        return match word.key {
            OF => 16,
            AND => 17,
            THE => 18,
            POSSESSIVE => 20,
            _ if word.particle => 15,
            _ if word.flags & Token::DIGIT != 0 => 26,
            _ => 27,
        };
    }
    let has = |bits: u32| word.class & bits != 0;
    match () {
        _ if word.flags & Token::ABBREVIATION != 0 && word.class == 0 && listed == 0 => 1,
        _ if has(class::HONORIFIC | class::RANK) => 5,
        _ if has(class::TITLE) => 6,
        _ if has(class::ORG_SUFFIX) => 7,
        _ if has(class::PLACE_SUFFIX) => 10,
        _ if has(class::TEAM) => 12,
        _ if has(class::EVENT) => 13,
        _ if has(class::DATE) => 14,
        _ if has(class::GIVEN) && has(class::SURNAME) => 4,
        _ if has(class::GIVEN) => 2,
        _ if listed & listed::COUNTRY != 0 => 23,
        _ if listed & listed::DEMONYM != 0 => 24,
        _ if listed & (listed::CITY | listed::PLACE) != 0 => 25,
        _ if listed & listed::ORGANISATION != 0 => 21,
        _ if has(class::SURNAME) => 3,
        _ if listed & listed::PERSON != 0 => 29,
        _ if has(class::PLACE_PREFIX) => 11,
        _ if has(class::ORG_HEAD) => 9,
        _ if has(class::ORG_SUFFIX_WEAK) => 8,
        _ if has(class::PLACE_SUFFIX_WEAK) => 19,
        _ if has(class::OFFICE | class::HUMAN) => 28,
        _ if has(class::GROUP) => 30,
        _ if word.flags & Token::ALL_CAPS != 0 => 22,
        _ => 0,
    }
}

impl View<'_> {
    pub(crate) fn chunk(&self) -> Chunk {
        self.chunk
    }

    /// How many words the chunk has.
    pub(crate) fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether a name may be the words `start..end` of the chunk.
    pub(crate) fn may_be_name(&self, start: usize, end: usize) -> bool {
        let word = |at: usize| &self.words[MARGIN + at];
        word(end - 1).capital && (word(start).capital || word(start).particle && end - start > 1)
    }

    /// What the gazetteer has for the words `start..end` of the chunk.
    pub(crate) fn listed(&self, start: usize, end: usize) -> u16 {
        self.listed.get(start).and_then(|kinds| kinds.get(end - start - 1)).copied().unwrap_or(0)
    }

    /// The hash of the words `start..end` of the chunk.
    pub(crate) fn phrase(&self, start: usize, end: usize) -> u64 {
        let mut keys = self.words[MARGIN + start..MARGIN + end].iter().map(|word| word.key);
        let first = keys.next().unwrap_or_default();
        keys.fold(first, chain)
    }

    /// The key of the word that the initials of the words `start..end` of the chunk make, small words left out.
    pub(crate) fn acronym(&self, start: usize, end: usize) -> Option<u64> {
        let mut letters = [0; LONGEST_NAME];
        let mut len = 0;
        for word in self.words[MARGIN + start..MARGIN + end].iter().filter(|word| word.capital) {
            *letters.get_mut(len)? = word.initial;
            len += 1;
        }
        let letters = std::str::from_utf8(&letters[..len]).ok()?;
        (len > 1).then(|| key(letters))
    }

    /// What a word of the chunk is by the lists alone: "US" and "NATO" in capitals are no ordinary words.
    pub(crate) fn known_capitals(&self, at: usize) -> Option<Label> {
        let word = self.word(at);
        let listed = word.listed & !listed::ALIAS;
        if self.chunk.case != chunks::Case::Plain || word.flags & Token::ALL_CAPS == 0 {
            return None;
        }
        match listed {
            listed::COUNTRY => Some(Label::Place),
            listed::ORGANISATION if word.listed & listed::ALIAS != 0 => Some(Label::Organisation),
            _ => None,
        }
    }

    /// Word `at` of the chunk.
    pub(crate) fn word(&self, at: usize) -> &Word {
        &self.words[MARGIN + at]
    }

    /// The features of one word, margins counted; they are the same wherever a name around it begins or ends.
    pub(crate) fn word_features(&self, at: usize, out: &mut Features) {
        let word = &self.words[at];
        let case = self.chunk.case as u64;
        let tag = word.tag as u64;
        out.push(1, word.key);
        out.push(4, tag | case << 8);
        let distance =
            (MARGIN.saturating_sub(at)).max((at + 1 + MARGIN).saturating_sub(self.words.len()));
        if distance > 1 {
            return;
        }
        out.push(7, u64::from(word.sort) | tag << 8);
        let mut bits = word.class;
        while bits != 0 {
            out.push(8, u64::from(bits.trailing_zeros()));
            bits &= bits - 1;
        }
        if distance == 0 {
            let flags = u64::from(word.flags & !(Token::SPACE | Token::BLOCK));
            out.push(2, word.suffix.into());
            out.push(
                3,
                flags | case << 16 | u64::from(word.capital) << 18 | u64::from(word.lower) << 19,
            );
            out.push(5, u64::from(word.class) | u64::from(word.lower) << 33);
            out.push(
                6,
                u64::from(word.listed) | case << 16 | u64::from(word.class & class::GIVEN) << 18,
            );
        }
    }

    /// The features of the words `start..end` of the chunk as one name.
    pub(crate) fn name_features(&self, start: usize, end: usize, out: &mut Features) {
        let (first, last) = (&self.words[MARGIN + start], &self.words[MARGIN + end - 1]);
        let (before, after) = (&self.words[MARGIN + start - 1], &self.words[MARGIN + end]);
        let case = self.chunk.case as u64;
        let len = (end - start).min(6) as u64;
        let opening = u64::from(first.flags & Token::SENTENCE != 0);
        let words = &self.words[MARGIN + start..MARGIN + end];
        let pattern = words.iter().fold(0, |hash, word| chain(hash, u64::from(word.sort) + 1));
        let listed = self.listed(start, end);
        let longer = self
            .listed
            .get(start)
            .is_some_and(|kinds| kinds.iter().skip(end - start).any(|kind| *kind != 0));
        let joined = words
            .iter()
            .fold(0, |mask, word| if word.capital { mask } else { mask | 1 << (word.sort & 15) });
        let kinds = u64::from(listed) | u64::from(longer) << 16;
        out.push(1, len | opening << 4 | case << 5);
        out.push(2, pattern ^ case);
        out.push(4, kinds | len << 20 | case << 24);
        out.push(6, self.phrase(start, end));
        out.push(7, before.key ^ u64::from(first.sort) << 40 ^ len << 50);
        out.push(8, after.key ^ u64::from(last.sort) << 40 ^ len << 50);
        out.push(11, first.key.rotate_left(9) ^ last.key ^ len);
        out.push(14, joined | len << 16);
        out.push(16, u64::from(before.class) | len << 40);
    }
}
