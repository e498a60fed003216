//! What is worked out once for all tokens of a unit.

use super::clauses::Subject;
use super::view::Follow;
use crate::document::{CueCandidate, EntityType, Kind, Mention, PhraseKind, Tables, Tag, Token};
use crate::key::{KeySet, key};
use crate::span::Run;

/// What is worked out once for all tokens of a unit.
#[derive(Debug, Default)]
pub(crate) struct UnitFacts {
    pub(super) cells: Vec<Cell>,
    /// Before each token, how many of each [`Lane`] stand in the unit, 8 bits a lane. Lanes may run over into the next, but
    /// the difference of two counts is right where the tokens are fewer than 256 apart.
    pub(super) counts: Vec<u64>,
    /// Before each token, in the same way, how many main words of cue candidates are more likely than each of [`LIKELY`].
    pub(super) likely: Vec<u32>,
    /// Tokens that open and that close a quotation of speech.
    pub(super) opens: Vec<u32>,
    pub(super) closes: Vec<u32>,
    /// The subjects of verb groups, at their first tokens.
    pub(super) subjects: Vec<Subject>,
    /// How many tokens at the beginning of the unit are the time by the clock that stamps it: "*14:05* Poe says".
    pub(super) stamp: usize,
}

/// What features ask of a token most often.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) key: u64,
    /// The innermost quotation of speech around the token; 0 outside.
    pub(super) speech: u32,
    pub(super) tag: Tag,
    pub(super) kind: Kind,
    /// See [`View::shape`].
    pub(super) shape: u8,
    /// Some of the marks below.
    marks: u8,
    /// What stands here, seen as the beginning of a content.
    pub(super) follow: Follow,
    /// What the mention that holds the token means.
    pub(super) mention: Option<EntityType>,
}

impl Cell {
    /// It is in a noun phrase.
    pub(super) const NOUN: u8 = 1;
    /// It opens, or closes, a quotation of speech.
    pub(super) const OPENS: u8 = 2;
    pub(super) const CLOSES: u8 = 4;
    /// A clause or phrase may end before it.
    pub(super) const BOUNDARY: u8 = 8;
    /// A time begins with it.
    pub(super) const TIME: u8 = 16;
    /// A clause may begin after it.
    pub(super) const BREAK: u8 = 32;
    /// It is in brackets.
    pub(super) const BRACKETED: u8 = 64;
    /// It goes on with the name that the token before is in.
    pub(super) const JOINED: u8 = 128;

    #[inline(always)]
    pub(super) fn is(&self, mark: u8) -> bool {
        self.marks & mark != 0
    }
}

/// A token outside the unit.
pub(super) const OUTSIDE: Cell = Cell {
    key: 1,
    speech: 0,
    tag: Tag::PUNCT,
    kind: Kind::Stop,
    shape: 255,
    marks: 0,
    follow: Follow::End,
    mention: None,
};

/// Kinds of tokens that are counted; a token counts in the first that fits. Features have the numbers, as bits.
#[derive(Clone, Copy)]
pub(super) enum Lane {
    Comma,
    That,
    FiniteVerb,
    /// A double quotation mark.
    Double,
    /// A relative or question word.
    Question,
    Noun,
    /// "and" or "but".
    Conjunction,
    /// A mark that ends a sentence, or a semicolon.
    Stop,
}

impl Lane {
    /// One token of it.
    const fn one(self) -> u64 {
        1 << (8 * self as u32)
    }

    /// Its bit in [`View::between`](super::view::View::between).
    pub(super) const fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// The steps in which a candidate is likely to be a cue, as log odds of 1 to 3, 3 to 2 and 9 to 1.
const LIKELY: [f32; 3] = [-1.0986, 0.4055, 2.1972];

const THAT: u64 = key("that");
const WH: KeySet<11> = KeySet::new([
    "whether", "if", "how", "what", "why", "when", "where", "who", "which", "whom", "whose",
]);
/// Prepositions and conjunctions before which a clause or phrase may end.
const OPENERS: KeySet<14> = KeySet::new([
    "because", "after", "before", "while", "as", "when", "since", "although", "though", "if",
    "until", "during", "in", "on",
]);

impl UnitFacts {
    /// Works out the facts of a unit, all but how likely its cues are.
    pub(crate) fn read(&mut self, tables: &Tables, unit: Run) {
        self.cells.clear();
        self.counts.clear();
        self.likely.clear();
        self.opens.clear();
        self.closes.clear();
        let tokens = tables.tokens.get(unit.range()).unwrap_or_default();
        let phrases = tables.phrase_of.get(unit.range()).unwrap_or_default();
        let (mut count, mut depth) = (0u64, 0usize);
        self.counts.resize(tokens.len() + 1, 0);
        let counts = self.counts.iter_mut().skip(1);
        self.cells.extend(tokens.iter().zip(phrases).zip(counts).map(|((token, phrase), sum)| {
            let noun = tables.phrases[*phrase as usize].kind == PhraseKind::Noun;
            let (mut cell, lane) = Cell::new(token, noun);
            depth += usize::from(cell.kind == Kind::Open);
            if depth > 0 {
                cell.marks |= Cell::BRACKETED;
                depth -= usize::from(cell.kind == Kind::Close);
            }
            count = count.wrapping_add(lane);
            *sum = count;
            cell
        }));
        if depth > 0 {
            self.forget_open_bracket();
        }
        self.find_quotations(tables, unit);
        if let [first, .., last] | [first @ last] = phrases {
            self.find_clauses(tables, unit, *first as usize..*last as usize + 1);
        }
        self.find_mentions(tables, unit);
    }

    /// Nothing is in a bracket that the unit does not close.
    fn forget_open_bracket(&mut self) {
        let outside = self.cells.iter().rposition(|cell| !cell.is(Cell::BRACKETED));
        let open = outside.map_or(0, |last| last + 1);
        self.cells[open..].iter_mut().for_each(|cell| cell.marks &= !Cell::BRACKETED);
    }

    /// Takes down which quotation of speech holds each token, and where they open and close.
    fn find_quotations(&mut self, tables: &Tables, unit: Run) {
        for (cell, at) in self.cells.iter_mut().zip(unit.range()) {
            if tables.tokens[at].quote == 0 {
                continue;
            }
            cell.speech = tables.speech(at);
            let Some(row) = tables.quote(cell.speech) else { continue };
            if row.tokens.first() == at {
                cell.marks |= Cell::OPENS;
                cell.follow = Follow::Quote;
                self.opens.push(at as u32);
            }
            if row.closed && row.tokens.last() == at {
                cell.marks |= Cell::CLOSES;
                self.closes.push(at as u32);
            }
        }
    }

    /// Tells noun phrases and pronouns that begin a clause without "that": subjects of a finite verb that only adverbs,
    /// prepositions, conjunctions and a few more noun phrases keep apart from them. `phrases` are those of the unit.
    fn find_clauses(&mut self, tables: &Tables, unit: Run, phrases: std::ops::Range<usize>) {
        /// On how many phrases a verb is looked for, and what stands for none there.
        const NEAR: u32 = 6;
        // How many phrases on the verb is.
        let mut verb = NEAR;
        for phrase in tables.phrases.get(phrases).unwrap_or_default().iter().rev() {
            let (start, end) =
                (phrase.tokens.start.max(unit.start), phrase.tokens.end.min(unit.end));
            let inside = Run { start: start - unit.start, end: end - unit.start };
            let cells = self.cells.get_mut(inside.range()).unwrap_or_default();
            if verb < NEAR {
                let subjects = cells.iter_mut().filter(|cell| cell.follow.may_be_subject());
                subjects.for_each(|cell| cell.follow = Follow::Clause);
            }
            verb = match cells.first() {
                Some(cell) if cell.tag.is_finite() => 0,
                Some(cell) if cell.is(Cell::NOUN) || is_glue(cell.tag) => NEAR.min(verb + 1),
                _ => NEAR,
            };
        }
    }

    /// Takes down the time that stamps the unit: a mention of one by the clock, or a number right before a person's name.
    fn find_stamp(&mut self, tables: &Tables, unit: Run, mention: &Mention) {
        let entity = &tables.entities[mention.entity.index()];
        let clock = entity.kind == EntityType::Time && entity.name.contains(':');
        let number = tables.tokens.get(unit.first());
        let number = number.is_some_and(|it| it.kind == Kind::Number && !it.has(Token::HYPHEN));
        let named = number && entity.kind == EntityType::Person;
        self.stamp = match mention.tokens.start.wrapping_sub(unit.start) {
            0 if clock => mention.tokens.len(),
            1 if named => 1,
            _ => 0,
        };
    }

    /// Takes down what the mentions of the unit mean.
    fn find_mentions(&mut self, tables: &Tables, unit: Run) {
        let first = tables.mentions.partition_point(|mention| mention.tokens.end <= unit.start);
        let mentions = tables.mentions[first..].iter();
        self.stamp = 0;
        if let Some(mention) = tables.mentions.get(first) {
            self.find_stamp(tables, unit, mention);
        }
        // Where the time before ends.
        let mut time = 0;
        for mention in mentions.take_while(|mention| mention.tokens.start < unit.end) {
            if tables.is_in_word(mention) {
                continue;
            }
            let kind = tables.entities[mention.entity.index()].kind;
            let (start, end) = (mention.tokens.start, mention.tokens.end.min(unit.end));
            let inside = Run { start: start.max(unit.start) - unit.start, end: end - unit.start };
            let cells = self.cells.get_mut(inside.range()).unwrap_or_default();
            cells.iter_mut().for_each(|cell| cell.mention = Some(kind));
            if kind != EntityType::Time {
                cells.iter_mut().skip(1).for_each(|cell| cell.marks |= Cell::JOINED);
            }
            if let (EntityType::Time, true, [cell, ..]) = (kind, start >= unit.start, cells) {
                cell.marks |= Cell::TIME;
                if cell.tag == Tag::NNP && cell.kind == Kind::Word && time != start {
                    cell.marks |= Cell::BOUNDARY;
                }
                time = end;
            }
        }
    }

    /// Takes down how likely each candidate of the unit is a cue, as log odds.
    pub(crate) fn set_likely(
        &mut self,
        unit: Run,
        cues: &[CueCandidate],
        odds: impl Iterator<Item = f32>,
    ) {
        self.likely.resize(unit.len() + 1, 0);
        for (cue, odds) in cues.iter().zip(odds) {
            // Where a long unit was cut inside a verb group, its main word lies in the next one.
            let place = cue.head() - unit.first() + 1;
            let Some(likely) = self.likely.get_mut(place) else { continue };
            for (step, least) in LIKELY.iter().enumerate() {
                *likely += u32::from(odds > *least) << (8 * step);
            }
        }
        let mut count = 0u32;
        for cell in &mut self.likely {
            count = count.wrapping_add(*cell);
            *cell = count;
        }
    }
}

impl Cell {
    /// The cell of a token outside quotations, as far as the token alone tells, and what it adds to the counts.
    #[inline(always)]
    fn new(token: &Token, noun: bool) -> (Cell, u64) {
        let Token { key, tag, kind, .. } = *token;
        let punctuation = tag == Tag::PUNCT;
        let shape = if punctuation { 64 + kind as u8 } else { tag as u8 };
        let (mut lane, mut follow, mut marks) =
            if punctuation { of_mark(kind) } else { of_word(tag, kind) };
        if noun {
            marks |= Cell::NOUN;
            if matches!(follow, Follow::Verb | Follow::Other) {
                follow = Follow::Noun;
            }
        }
        if key == THAT {
            lane = Lane::That.one();
            if matches!(tag, Tag::IN | Tag::WDT | Tag::DT) {
                follow = Follow::That;
            }
        } else if !punctuation && WH.holds(key) {
            follow = Follow::Wh;
        } else if tag == Tag::IN && key == self::key("as") {
            follow = Follow::As;
        }
        if tag == Tag::IN && kind == Kind::Word && OPENERS.holds(key) {
            marks |= Cell::BOUNDARY;
        }
        (Cell { key, speech: 0, tag, kind, shape, marks, follow, mention: None }, lane)
    }
}

/// What punctuation of a kind adds to the counts, what it is as the beginning of a content, and its marks.
fn of_mark(kind: Kind) -> (u64, Follow, u8) {
    const END: u8 = Cell::BOUNDARY;
    const BREAK: u8 = Cell::BOUNDARY | Cell::BREAK;
    match kind {
        Kind::Comma => (Lane::Comma.one(), Follow::Comma, END),
        Kind::Semicolon => (Lane::Stop.one(), Follow::Comma, BREAK),
        Kind::Dash => (0, Follow::Comma, BREAK),
        Kind::Colon => (0, Follow::Colon, BREAK),
        Kind::Stop => (Lane::Stop.one(), Follow::End, BREAK),
        Kind::Question | Kind::Exclamation => (Lane::Stop.one(), Follow::End, END),
        Kind::Open => (0, Follow::Other, BREAK),
        Kind::Close => (0, Follow::End, END),
        Kind::Ellipsis => (0, Follow::Other, END),
        Kind::Double => (Lane::Double.one(), Follow::Quote, 0),
        _ => (0, Follow::Other, 0),
    }
}

/// The same of a word; what would be a clause is its noun or pronoun for now.
fn of_word(tag: Tag, kind: Kind) -> (u64, Follow, u8) {
    let (lane, follow, marks) = match tag {
        Tag::VBD | Tag::VBP | Tag::VBZ | Tag::MD => (Lane::FiniteVerb.one(), Follow::Verb, 0),
        Tag::VB | Tag::VBN => (0, Follow::Verb, 0),
        Tag::VBG => (0, Follow::Ing, 0),
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS => (Lane::Noun.one(), Follow::Other, 0),
        Tag::PRP => (Lane::Noun.one(), Follow::Pronoun, 0),
        Tag::EX => (0, Follow::Pronoun, 0),
        Tag::WDT | Tag::WP => (Lane::Question.one(), Follow::Other, Cell::BOUNDARY),
        Tag::WRB => (Lane::Question.one(), Follow::Other, 0),
        Tag::CC => (Lane::Conjunction.one(), Follow::Other, Cell::BOUNDARY | Cell::BREAK),
        Tag::TO => (0, Follow::To, 0),
        Tag::IN | Tag::RP => (0, Follow::Preposition, 0),
        _ => (0, Follow::Other, 0),
    };
    // "&" joins names, not clauses.
    let marks = if kind == Kind::Word { marks } else { marks & !Cell::BOUNDARY };
    (lane, follow, marks)
}

/// Whether a word may stand between a subject and its verb.
fn is_glue(tag: Tag) -> bool {
    tag.is_adverb() || matches!(tag, Tag::IN | Tag::CC | Tag::POS)
}
