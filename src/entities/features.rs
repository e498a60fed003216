//! What the name model sees of a chunk: of each word, and of each stretch of words.

use super::certain::{self, Certain};
use super::chunks::{self, AND, Case, Chunk, OF, PARTICLES, POSSESSIVE, THE};
use super::gazetteer::{CITY, COUNTRY, Gazetteer, Name, Way};
use super::person::{by_parts, is_aged};
use super::segment::{Label, Segment};
use crate::document::{EntityType, Kind, Tables, Tag, Token};
use crate::key::{KeyFilter, KeySet, TextMap, chain, key};
use crate::lexicon::{DAYS, Lexicon, ON_DAY, class, is_trade};
use crate::span::Run;

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

/// Hashes of the features of one word or stretch; a word has most, seven and one for each bit of its class.
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
    #[inline]
    pub(crate) fn push(&mut self, template: u64, value: u64) {
        if let Some(slot) = self.hashes.get_mut(self.len) {
            let mixed = (value ^ (template << 57)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *slot = ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32;
            self.len += 1;
        }
    }

    pub(crate) fn hashes(&self) -> &[u32] {
        self.hashes.get(..self.len).unwrap_or(&[])
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
    pub(super) class: u32,
    /// Its last letters, in small ones.
    suffix: u32,
    pub(crate) flags: u16,
    /// What the gazetteer knows of the word alone.
    pub(super) listed: u16,
    /// The coarse kind of word, for patterns.
    sort: u8,
    pub(super) tag: Tag,
    case: Case,
    pub(super) capital: bool,
    pub(super) particle: bool,
    /// The text has it with a small letter too.
    pub(super) lower: bool,
    /// Longer names of the gazetteer begin with it.
    begins: bool,
    /// It only ever stands beside a name.
    pub(crate) outside: bool,
}

/// What stands where a block begins or ends.
pub(crate) const EDGE: Word = Word {
    key: 0,
    class: 0,
    suffix: 0,
    flags: 0,
    listed: 0,
    sort: 31,
    tag: Tag::PUNCT,
    case: Case::Plain,
    capital: false,
    particle: false,
    lower: false,
    begins: false,
    outside: true,
};

/// The chunk that is being read.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// `MARGIN` words, the chunk's, `MARGIN` words.
    pub(crate) words: Vec<Word>,
    /// For each start in the chunk, the kinds that the gazetteer knows, by length less one.
    pub(crate) listed: Vec<Listed>,
    /// Stretches that are names whatever the weights say.
    pub(crate) certain: Vec<Certain>,
    pub(super) case: Case,
}

/// What the gazetteer has for the phrases that begin at a word, by length less one.
pub(crate) type Listed = [u16; LONGEST_NAME];

/// What the article does with each word that names may hold, wherever it stands. Words are told apart for sure: where one is only
/// probably the same as another, a name hangs on words of other paragraphs that have nothing to do with it.
struct Capitals {
    bits: TextMap<u8>,
    /// Keeps out nearly all words that never have a capital.
    filter: KeyFilter,
}

/// The word stands with a small letter.
const LOWER: u8 = 1;
/// It stands behind a title, a role or a given name, as persons' names do.
const TOLD: u8 = 1 << 1;
/// It says something: "*Poe* said".
const SPEAKS: u8 = 1 << 2;

impl Capitals {
    /// The words of the article that stand with a capital or a hyphen, with nothing noted yet.
    fn of(tables: &Tables) -> Capitals {
        let mut filter = KeyFilter::with_room((tables.tokens.len() * 2).clamp(1 << 7, 1 << 18));
        // One word in eight or so has a capital.
        let mut bits = TextMap::with_capacity_and_hasher(tables.tokens.len() / 8, tables.spread);
        let named =
            |token: &&Token| token.kind == Kind::Word && token.has(Token::CAPITAL | Token::HYPHEN);
        for token in tables.tokens.iter().filter(named) {
            filter.add(token.key);
            bits.insert(token.key, 0);
        }
        Capitals { bits, filter }
    }

    fn note(&mut self, key: u64, bit: u8) {
        if let Some(bits) = self.bits.get_mut(&key) {
            *bits |= bit;
        }
    }

    fn has(&self, key: u64, bit: u8) -> bool {
        self.bits.get(&key).is_some_and(|bits| bits & bit != 0)
    }
}

/// What all chunks of an article share.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
    capitals: Capitals,
}

const I: u64 = key("i");

/// The flags that a word is described by.
const FLAGS: u16 = !(Token::SPACE | Token::BLOCK);

impl<'a> Reader<'a> {
    pub(crate) fn new(
        text: &'a str,
        tables: &'a Tables,
        gazetteer: &'a Gazetteer,
        lexicon: &'a Lexicon,
    ) -> Reader<'a> {
        let mut capitals = Capitals::of(tables);
        for (at, token) in tables.tokens.iter().enumerate() {
            if token.kind != Kind::Word || !capitals.filter.may_hold(token.key) {
                continue;
            }
            let before = at.checked_sub(1).map_or(0, |before| tables.key(before));
            match token.has(Token::CAPITAL) {
                false => capitals.note(token.key, LOWER),
                true if certain::is_before_person(lexicon, before) => {
                    capitals.note(token.key, TOLD);
                }
                true => {}
            }
            if certain::says(tables.key(at + 1)) {
                capitals.note(token.key, SPEAKS);
            }
        }
        Reader { text, tables, gazetteer, lexicon, capitals }
    }

    /// Whether a word of the article stands behind a title, a role or a given name.
    pub(super) fn is_told(&self, key: u64) -> bool {
        self.capitals.has(key, TOLD)
    }

    /// The tokens of a chunk and its margins; none where another block begins.
    pub(crate) fn places(&self, chunk: Chunk) -> impl Iterator<Item = Option<usize>> {
        let (start, end) = (chunk.run.first(), chunk.run.after());
        let tokens = &self.tables.tokens;
        let opens = |at: usize| tokens.get(at).is_none_or(|token| token.has(Token::BLOCK));
        let before = (!opens(start)).then(|| start - 1);
        let before2 = before.filter(|at| !opens(*at)).map(|at| at - 1);
        let after = (!opens(end)).then_some(end);
        let after2 = after.map(|at| at + 1).filter(|at| !opens(*at));
        [before2, before].into_iter().chain((start..end).map(Some)).chain([after, after2])
    }

    /// Writes a chunk on the sheet; `describe` adds a word.
    pub(crate) fn read(
        &self,
        chunk: Chunk,
        sheet: &mut Sheet,
        mut describe: impl FnMut(Option<usize>, Case, &mut Vec<Word>),
    ) {
        sheet.words.clear();
        sheet.listed.clear();
        sheet.certain.clear();
        sheet.case = chunk.case;
        for at in self.places(chunk) {
            describe(at, chunk.case, &mut sheet.words);
        }
        let Run { start: first, end } = chunk.run;
        for (word, at) in sheet.words[MARGIN..].iter().zip(first..end) {
            let mut listed = [0; LONGEST_NAME];
            listed[0] = word.listed;
            let given = word.listed & listed::GIVEN != 0;
            if given || word.begins && at + 1 < end {
                self.look_up(at as usize, end as usize, |len, name, kinds| {
                    listed[len - 1] |= kinds;
                    let start = (at - first) as usize;
                    let label = certain::label(self.gazetteer, len, name, kinds);
                    sheet.certain.extend(label.map(|label| Certain {
                        name: Segment { start, end: start + len, label },
                        given: kinds & listed::GIVEN != 0,
                    }));
                });
            }
            sheet.listed.push(listed);
        }
        let mut with_the = false;
        if sheet.is_after_the() {
            self.look_up(first as usize - 1, end as usize, |len, _, kinds| {
                with_the |= len == 2 && kinds & listed::ORGANISATION != 0;
            });
        }
        certain::find(sheet, self.lexicon, with_the);
        sheet.insist_on_nationals(self.lexicon, |word| self.capitals.has(word, SPEAKS));
        let known = sheet.listed.first().is_some_and(|it| *it != [0; LONGEST_NAME]);
        if !known && is_aged(self.tables, self.lexicon, chunk.run) {
            let name = Segment { start: 0, end: chunk.run.len(), label: Label::Person };
            sheet.certain.push(Certain { name, given: false });
        }
        let start = by_parts(self.text, self.tables, self.lexicon, chunk.run);
        if let Some(start) = start.filter(|_| !known && chunk.case == Case::Plain) {
            let start = start - chunk.run.first();
            let name = Segment { start, end: chunk.run.len(), label: Label::Person };
            sheet.certain.push(Certain { name, given: false });
        }
    }

    /// Whether the word at a token has a small letter elsewhere, and whether it may end a name: what a description needs
    /// to know besides the token. Words like "The", which are no part of names, have one in any text that is long enough: that the
    /// next paragraph has it says nothing of this one's names. "I" never has.
    fn traits(&self, token: &Token, case: Case) -> (bool, bool) {
        let capital = token.has(Token::CAPITAL);
        let may_end = capital || token.has(Token::HYPHEN) || token.kind == Kind::Number;
        let ends = may_end && chunks::is_capital(self.text, token, case);
        let closed = || !ends && case == Case::Plain && !token.tag.is_name() && token.key != I;
        let lower =
            || closed() && chunks::is_closed(token.key) || self.capitals.has(token.key, LOWER);
        (capital && lower(), ends)
    }

    /// A number for all that the description of a token depends on.
    pub(crate) fn identity(&self, at: usize, case: Case) -> u64 {
        let Some(token) = self.tables.tokens.get(at) else { return 0 };
        let (lower, capital) = self.traits(token, case);
        let len = u64::from(token.end - token.start) << 32;
        let shape = u64::from(token.flags & FLAGS)
            | (token.tag as u64) << 16
            | (token.kind as u64) << 22
            | (case as u64) << 27
            | u64::from(lower) << 29
            | u64::from(capital) << 30;
        chain(shape | len, token.key)
    }

    /// The word at a token.
    pub(crate) fn word(&self, at: usize, case: Case) -> Word {
        let Some(token) = self.tables.tokens.get(at) else { return EDGE };
        let (lower, capital) = self.traits(token, case);
        let is_word = token.kind == Kind::Word;
        let particle = is_word && !token.has(Token::CAPITAL) && PARTICLES.holds(token.key);
        let mut listed = [0; LONGEST_NAME];
        if capital || particle {
            self.look_up(at, at + 1, |_, _, kinds| listed[0] |= kinds);
        }
        let mut word = Word {
            key: token.key,
            class: if is_word { self.lexicon.names.class(token.key) } else { 0 },
            // Of marks none: straight and curly ones are the same word.
            suffix: if is_word { suffix(token.span().of(self.text)) } else { 0 },
            flags: token.flags & FLAGS,
            listed: listed[0],
            sort: 0,
            tag: token.tag,
            case,
            capital,
            particle: particle && !capital,
            lower,
            begins: (capital || particle) && self.gazetteer.begins(token.key),
            outside: chunks::is_outside(token),
        };
        word.sort = sort(&word);
        word
    }

    /// Calls `each` with the length of every phrase of the gazetteer that begins at token `at`, each of its names and the
    /// name's kinds.
    fn look_up(&self, at: usize, end: usize, mut each: impl FnMut(usize, &Name, u16)) {
        let tokens = &self.tables.tokens;
        self.gazetteer.walk(tokens, at, end.min(at + LONGEST_NAME), |len, run| {
            let words = tokens.get(at..at + len).unwrap_or(&[]);
            for name in self.gazetteer.fitting(run, words) {
                each(len, name, kinds(self.gazetteer, name));
            }
        });
    }
}

/// Words between a body and what it is for: "Council for Safety".
pub(super) const FIELDS: KeySet<4> = KeySet::new(["of", "for", "on", "in"]);
const IN_AT: KeySet<2> = KeySet::new(["in", "at"]);
/// Small words that no person's name holds; "of" may stand behind a given name and "the" in one.
const APART: KeySet<6> = KeySet::new(["at", "in", "on", "to", "for", "and"]);

/// The last three letters in small ones; of words with other letters than ASCII none, whose case is not folded byte by byte.
fn suffix(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let tail = bytes.get(bytes.len().saturating_sub(3)..).unwrap_or(&[]);
    if !tail.is_ascii() {
        return 0;
    }
    tail.iter().fold(0, |hash, byte| hash << 8 | u32::from(byte.to_ascii_lowercase()))
}

/// What kind of name it is, as bits of `listed`.
pub(crate) fn kinds(gazetteer: &Gazetteer, name: &Name) -> u16 {
    let Some(row) = gazetteer.row(name.row) else { return 0 };
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
    kind | alias | given
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

impl Word {
    /// Whether the word has a capital that it does not owe to the start of a sentence.
    pub(super) fn has_own_capital(&self) -> bool {
        self.flags & (Token::CAPITAL | Token::SENTENCE | Token::BLOCK) == Token::CAPITAL
    }

    /// The features of the word; they are the same wherever a name around it begins or ends.
    pub(crate) fn features(&self, out: &mut Features) {
        let case = self.case as u64;
        let tag = self.tag as u64;
        out.push(1, self.key);
        out.push(2, self.suffix.into());
        let capital = u64::from(self.capital) << 18 | u64::from(self.lower) << 19;
        out.push(3, u64::from(self.flags) | case << 16 | capital);
        out.push(4, tag | case << 8);
        out.push(5, u64::from(self.class) | u64::from(self.lower) << 33);
        let given = u64::from(self.class & class::GIVEN) << 18;
        out.push(6, u64::from(self.listed) | case << 16 | given);
        out.push(7, u64::from(self.sort) | tag << 8);
        let mut bits = self.class;
        while bits != 0 {
            out.push(8, u64::from(bits.trailing_zeros()));
            bits &= bits - 1;
        }
    }
}

impl Sheet {
    /// How many words the chunk has.
    pub(crate) fn len(&self) -> usize {
        self.listed.len()
    }

    /// The words of the chunk without the margins.
    pub(super) fn own(&self) -> &[Word] {
        self.words.get(MARGIN..MARGIN + self.listed.len()).unwrap_or(&[])
    }

    /// Whether a name may be the words `start..end` of the chunk.
    pub(crate) fn may_be_name(&self, start: usize, end: usize) -> bool {
        let word = |at: usize| &self.words[MARGIN + at];
        word(end - 1).capital && (word(start).capital || word(start).particle && end - start > 1)
    }

    /// Whether a word of the chunk may stand between a person's name and another.
    pub(crate) fn may_part_persons(&self, at: usize) -> bool {
        let small = self.own().get(at).filter(|word| !word.capital);
        small.is_some_and(|word| word.key == OF || APART.holds(word.key))
    }

    /// Whether a small word of the chunk parts what begins at `start` from another name, if that is a person's: "Ann Poe *at* the
    /// Old Mill", "Ann Poe *of* Marsk", but not "Mary of Teck".
    pub(crate) fn parts_person(&self, start: usize, at: usize) -> bool {
        let word = |at: usize| &self.words[MARGIN + at];
        let class = word(start).class;
        let full = at > start + 1 && class & class::GIVEN != 0 && class & class::TITLE == 0;
        word(at).key != OF || full
    }

    /// Whether the words of the chunk from `start` to "of" at `of` can only be a person's name: "*Ann Poe* of Harlund Hospital",
    /// but not "Marsk College of Nurses".
    pub(crate) fn is_person_before(&self, start: usize, of: usize) -> bool {
        const BODY: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        const OTHER: u32 = BODY | class::GROUP | class::OFFICE | class::TITLE | class::PLACE_SUFFIX;
        let Some(words) = self.own().get(start..of) else { return false };
        let [first, rest @ ..] = words else { return false };
        let initial = |word: &Word| word.flags & Token::ABBREVIATION != 0;
        let plain = |word: &Word| word.capital && (word.class & OTHER == 0 || initial(word));
        let given = first.class & class::GIVEN != 0 && first.listed & listed::DEMONYM == 0;
        given && (1..=2).contains(&rest.len()) && words.iter().all(plain)
    }

    /// Whether "of" stands at a word of the chunk.
    pub(crate) fn has_of(&self, at: usize) -> bool {
        self.own().get(at).is_some_and(|word| word.key == OF && !word.capital)
    }

    /// Whether "and" stands at a word of the chunk.
    pub(crate) fn has_and(&self, at: usize) -> bool {
        self.own().get(at).is_some_and(|word| word.key == AND && !word.capital)
    }

    /// Whether the words `start..end` of the chunk, with "and" at `and`, are the names of two bodies. Behind a preposition the
    /// first may be one body with two fields, "Department of Trade and the Sea", and without "the" two words may be what one body
    /// is: "Harlund Bank and Trust Company".
    pub(crate) fn holds_two_bodies(&self, start: usize, and: usize, end: usize) -> bool {
        const BODY: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        let words = self.own();
        let body = |at: usize| words.get(at).is_some_and(|word| word.class & BODY != 0);
        let (first, second) = (&words[start..and], &words[and + 1..end]);
        let fields = first.iter().any(|word| FIELDS.holds(word.key));
        let two = if second.first().is_some_and(|word| word.key == THE && !word.capital) {
            second.len() > 1 && (body(end - 1) || body(and - 1) && !fields)
        } else {
            first.len() > 1 && second.len() > 2 && body(and - 1) && body(end - 1) && !fields
        };
        two && !self.is_listed(start, end)
    }

    /// Whether the body or the place that ends before "in" or "at" at a word of the chunk is named in full there, so that what
    /// follows is where it is: "Election Commission *in* Sofia", but not "University of Texas at Austin".
    pub(crate) fn parts_place(&self, at: usize) -> bool {
        const WHOLE: u32 = class::ORG_SUFFIX | class::PLACE_SUFFIX;
        const SEATED: KeySet<8> = KeySet::new([
            "university", "college", "institute", "school", "academy", "center", "centre", "church",
        ]);
        let Some([before, joint]) = self.own().get(at - 1..=at) else { return false };
        let here = !joint.capital && IN_AT.holds(joint.key);
        here && before.capital && before.class & WHOLE != 0 && !SEATED.holds(before.key)
    }

    /// Whether a word of the chunk is a demonym before "of": "*Republican* of Ohio".
    pub(crate) fn is_member_of(&self, at: usize) -> bool {
        let [member, of, ..] = self.own().get(at..).unwrap_or_default() else { return false };
        member.capital && member.listed & listed::DEMONYM != 0 && of.key == OF && !of.capital
    }

    /// Whether the chunk begins with the day that something is on: "on *Friday* Harlund said".
    pub(crate) fn begins_with_day(&self) -> bool {
        let key = |at: usize| self.words.get(at).map_or(0, |word| word.key);
        DAYS.holds(key(MARGIN)) && ON_DAY.holds(key(MARGIN - 1))
    }

    /// Whether the chunk begins with a word that owes its capital to the sentence and says how, when or of what kind: "*Separately*
    /// Poe said", "*Tonight* Poe said", "*Embattled* Poe said".
    pub(crate) fn begins_with_aside(&self) -> bool {
        const ASIDES: KeySet<19> = KeySet::new([
            "today", "tonight", "tomorrow", "yesterday", "neither", "either", "often", "again",
            "elsewhere", "embattled", "longtime", "onetime", "disgraced", "beleaguered", "ousted",
            "exiled", "jailed", "unlike", "despite",
        ]);
        let [first, second, ..] = self.own() else { return false };
        let opens = first.flags & Token::SENTENCE != 0 && self.case == Case::Plain;
        // "Bitly Inc" is a firm.
        let like_adverb = first.tag == Tag::RB
            || first.suffix & 0xffff == suffix("ly") && second.class & class::ORG_SUFFIX == 0;
        let adverb = like_adverb && first.class == 0 && first.listed == 0;
        let aside = adverb || ASIDES.holds(first.key);
        opens && second.capital && (aside || self.begins_with_trade())
    }

    /// Whether the chunk begins with a noun that tells what firm is named behind it, and owes its capital to the sentence:
    /// "*Chipmaker* Orvenia said", but "Retailer Association".
    pub(crate) fn begins_with_trade(&self) -> bool {
        const BODY: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        let [first, second, ..] = self.own() else { return false };
        let opens = first.flags & Token::SENTENCE != 0 && self.case == Case::Plain;
        opens && second.capital && is_trade(first.key) && second.class & BODY == 0
    }

    /// Whether a title stands before word `end` of the chunk that only persons have.
    pub(crate) fn ends_in_title(&self, end: usize) -> bool {
        const TITLES: KeySet<14> = KeySet::new([
            "ceo", "chairwoman", "spokesman", "spokeswoman", "judge", "justice", "minister",
            "senator", "mayor", "governor", "chairman", "president", "ambassador", "chief",
        ]);
        // "Army Capt. Ann Poe"
        let rank =
            |word: &Word| word.class & class::RANK != 0 && word.flags & Token::ABBREVIATION != 0;
        let title = |word: &Word| word.capital && (TITLES.holds(word.key) || rank(word));
        self.words.get(MARGIN + end - 1).is_some_and(title)
    }

    /// Whether the title before `end` of the chunk may be a surname too: "Aaron Judge", but not "City *Mayor* Don Guardian".
    pub(crate) fn may_be_surname(&self, end: usize) -> bool {
        const SURNAMES: KeySet<6> =
            KeySet::new(["judge", "justice", "mayor", "president", "chief", "minister"]);
        let given = |word: &Word| word.capital && word.class & class::GIVEN != 0;
        self.words.get(MARGIN + end - 1).is_some_and(|word| SURNAMES.holds(word.key))
            && !self.words.get(MARGIN + end).is_some_and(given)
    }

    /// Whether the gazetteer knows the two words from `start` for a country and nothing else: "Sierra Leone".
    pub(crate) fn is_country(&self, start: usize) -> bool {
        self.listed.get(start).is_some_and(|kinds| kinds[1] & !listed::ALIAS == listed::COUNTRY)
    }

    /// Whether the gazetteer knows the words `start..end` of the chunk.
    pub(crate) fn is_listed(&self, start: usize, end: usize) -> bool {
        self.listed
            .get(start)
            .and_then(|kinds| kinds.get(end - start - 1))
            .is_some_and(|it| *it != 0)
    }

    /// The features of the words `start..end` of the chunk as one name, besides those of its words.
    pub(crate) fn name_features(&self, start: usize, end: usize, out: &mut Features) {
        let words = &self.words[MARGIN + start - 1..=MARGIN + end];
        let [before, words @ .., after] = words else { return };
        let [first, .., last] = words else {
            return words
                .iter()
                .for_each(|only| self.single_features(start, before, only, after, out));
        };
        let case = self.case as u64;
        let len = words.len().min(6) as u64;
        let mut pattern = case;
        let mut joined = 0;
        let mut phrase = 0;
        for (at, word) in words.iter().enumerate() {
            pattern = chain(pattern, u64::from(word.sort) + 1);
            phrase = if at == 0 { word.key } else { chain(phrase, word.key) };
            if !word.capital {
                joined |= 1 << (word.sort & 15);
            }
        }
        out.push(1, len | self.opens(first));
        out.push(2, pattern);
        out.push(4, self.kinds(start, end) | len << 20 | case << 24);
        out.push(6, phrase);
        out.push(7, before.key ^ u64::from(first.sort) << 40 ^ len << 50);
        out.push(8, after.key ^ u64::from(last.sort) << 40 ^ len << 50);
        out.push(11, first.key.rotate_left(9) ^ last.key ^ len);
        out.push(14, joined | len << 16);
        out.push(16, u64::from(before.class) | len << 40);
    }

    /// The features of a word as a name; many of those of longer names say no more than the word's own.
    fn single_features(
        &self,
        at: usize,
        before: &Word,
        word: &Word,
        after: &Word,
        out: &mut Features,
    ) {
        let case = self.case as u64;
        out.push(1, 1 | self.opens(word));
        out.push(4, self.kinds(at, at + 1) | 1 << 20 | case << 24);
        out.push(6, word.key);
        out.push(7, before.key ^ u64::from(word.sort) << 40 ^ 1 << 50);
        out.push(8, after.key ^ u64::from(word.sort) << 40 ^ 1 << 50);
        out.push(16, u64::from(before.class) | 1 << 40);
    }

    /// Whether the word begins a sentence, and the case of the chunk.
    fn opens(&self, word: &Word) -> u64 {
        u64::from(word.flags & Token::SENTENCE != 0) << 4 | (self.case as u64) << 5
    }

    /// What the gazetteer has for the words `start..end`, and whether it has names that go on after them.
    fn kinds(&self, start: usize, end: usize) -> u64 {
        let kinds = self.listed.get(start).and_then(|kinds| kinds.split_at_checked(end - start));
        let Some((own, longer)) = kinds else { return 0 };
        let longer = longer.iter().any(|kind| *kind != 0);
        u64::from(own.last().copied().unwrap_or(0)) | u64::from(longer) << 16
    }
}
