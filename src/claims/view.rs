//! What stands around a cue candidate: small questions to the tables that candidates and features ask.

use crate::document::{CueCandidate, EntityType, Kind, Phrase, PhraseKind, Tables, Tag};
use crate::lexicon::{CueEntry, CueWords, FrameKind, key, keys};
use crate::span::Run;

/// One unit (a sentence, or several that a quotation holds together) of one article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) words: &'a CueWords,
    pub(crate) unit: Run,
    /// The cue candidates of the unit, in text order.
    pub(crate) cues: &'a [CueCandidate],
    pub(crate) facts: &'a UnitFacts,
}

/// What is worked out once for all tokens of a unit.
#[derive(Debug, Default)]
pub(crate) struct UnitFacts {
    cells: Vec<Cell>,
    /// Before each token, how many of each [`Lane`] stand in the unit, 8 bits a lane. Lanes may run over into the next, but
    /// the difference of two counts is right where the tokens are fewer than 256 apart.
    counts: Vec<u64>,
    /// Before each token, in the same way, how many main words of cue candidates are more likely than each of [`LIKELY`].
    likely: Vec<u32>,
    /// Tokens that open and that close a quotation of speech.
    opens: Vec<u32>,
    closes: Vec<u32>,
}

/// What features ask of a token most often.
#[derive(Clone, Copy, Debug)]
struct Cell {
    key: u64,
    /// The innermost quotation of speech around the token; 0 outside.
    speech: u32,
    tag: Tag,
    kind: Kind,
    /// See [`View::shape`].
    shape: u8,
    /// It is in a noun phrase.
    noun: bool,
    /// It is in brackets.
    bracketed: bool,
    /// It opens, or closes, a quotation of speech.
    opens: bool,
    closes: bool,
}

/// A token outside the unit.
const OUTSIDE: Cell = Cell {
    key: 1,
    speech: 0,
    tag: Tag::PUNCT,
    kind: Kind::Stop,
    shape: 255,
    noun: false,
    bracketed: false,
    opens: false,
    closes: false,
};

/// Kinds of tokens that are counted; a token counts in the first that fits.
#[derive(Clone, Copy)]
enum Lane {
    Comma,
    That,
    FiniteVerb,
    Double,
    Question,
    Noun,
    Conjunction,
    Stop,
}

/// How far apart two tokens may be whose counts are compared.
const WINDOW: usize = 250;

/// The steps in which a candidate is likely to be a cue, as log odds of 1 to 3, 3 to 2 and 9 to 1.
const LIKELY: [f32; 3] = [-1.0986, 0.4055, 2.1972];

/// What follows a cue, as far as it tells a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Follow {
    That,
    Wh,
    Quote,
    To,
    Ing,
    Noun,
    Pronoun,
    As,
    Preposition,
    Comma,
    Colon,
    Verb,
    Clause,
    End,
    Other,
}

const WH: [u64; 11] =
    keys(["whether", "if", "how", "what", "why", "when", "where", "who", "which", "whom", "whose"]);

impl UnitFacts {
    /// Works out the facts of a unit, all but how likely its cues are.
    pub(crate) fn read(&mut self, tables: &Tables, unit: Run) {
        self.cells.clear();
        self.counts.clear();
        self.likely.clear();
        self.opens.clear();
        self.closes.clear();
        let mut count = 0u64;
        let mut depth = 0usize;
        self.counts.push(count);
        for at in unit.range() {
            let mut cell = Cell::new(tables, at);
            depth += usize::from(cell.kind == Kind::Open);
            cell.bracketed = depth > 0;
            depth = depth.saturating_sub(usize::from(cell.kind == Kind::Close));
            count = count.wrapping_add(lane(&cell).map_or(0, |lane| 1 << (8 * lane as u32)));
            self.counts.push(count);
            if cell.opens {
                self.opens.push(at as u32);
            }
            if cell.closes {
                self.closes.push(at as u32);
            }
            self.cells.push(cell);
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
            let place = cue.head as usize - unit.first() + 1;
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
    fn new(tables: &Tables, at: usize) -> Cell {
        let token = &tables.tokens[at];
        let punctuation = token.tag == Tag::PUNCT;
        let shape = if punctuation { 64 + token.kind as u8 } else { token.tag as u8 };
        let speech = if token.quote == 0 { 0 } else { tables.speech(at) };
        let row = speech.checked_sub(1).map(|quote| &tables.quotes[quote as usize]);
        Cell {
            key: token.key,
            speech,
            tag: token.tag,
            kind: token.kind,
            shape,
            bracketed: false,
            noun: tables.phrases[tables.phrase_of[at] as usize].kind == PhraseKind::Noun,
            opens: row.is_some_and(|row| row.tokens.first() == at),
            closes: row.is_some_and(|row| row.closed && row.tokens.last() == at),
        }
    }
}

/// The lanes that are not zero, as bits.
fn gather(lanes: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let high = (((lanes & LOW) + LOW) | lanes) & !LOW;
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

fn lane(token: &Cell) -> Option<Lane> {
    Some(match token.kind {
        Kind::Comma => Lane::Comma,
        Kind::Double => Lane::Double,
        Kind::Stop | Kind::Semicolon | Kind::Question | Kind::Exclamation => Lane::Stop,
        _ if token.key == key("that") => Lane::That,
        _ if token.tag.is_finite() => Lane::FiniteVerb,
        _ if matches!(token.tag, Tag::WDT | Tag::WP | Tag::WRB) => Lane::Question,
        _ if token.tag.is_noun() || token.tag == Tag::PRP => Lane::Noun,
        _ if token.tag == Tag::CC => Lane::Conjunction,
        _ => return None,
    })
}

/// The length of so many tokens in steps that double: the logarithm to base 2, rounded.
pub(crate) fn length(tokens: usize) -> u64 {
    u64::from((2 * tokens * tokens).checked_ilog2().unwrap_or(0) / 2)
}

/// "that" as it begins a clause.
fn is_that(token: &Cell) -> bool {
    token.key == key("that") && matches!(token.tag, Tag::IN | Tag::WDT | Tag::DT)
}

impl<'a> View<'a> {
    /// The places of two tokens in the counts, with the first of their lanes' tokens not before the unit.
    fn window(&self, from: usize, to: usize, most: usize) -> Option<(usize, usize)> {
        let first = self.unit.first();
        let index = |at: usize| at.clamp(first, self.unit.end as usize) - first;
        let (from, to) = (index(from), index(to.min(from.saturating_add(most))));
        (from < to).then_some((from, to))
    }

    /// How many tokens of each lane stand between two tokens, at most so many tokens on.
    fn counts(&self, from: usize, to: usize, most: usize) -> u64 {
        let counts = &self.facts.counts;
        self.window(from, to, most).map_or(0, |(from, to)| counts[to].wrapping_sub(counts[from]))
    }

    /// What stands between two tokens, at most forty tokens on, as bits: comma, "that", finite verb, quotation mark, relative or
    /// question word, noun, "and" or "but", stop or semicolon.
    pub(crate) fn between(&self, from: usize, to: usize) -> u64 {
        gather(self.counts(from, to, 40))
    }

    /// How many commas stand between two tokens, at most forty tokens on.
    pub(crate) fn commas(&self, from: usize, to: usize) -> u64 {
        (self.counts(from, to, 40) >> (8 * Lane::Comma as u32)) & 0xff
    }

    /// How likely the most likely candidate with its main word in these tokens is a cue, in three steps; 0 for none.
    pub(crate) fn likely(&self, from: usize, to: usize) -> u64 {
        let likely = &self.facts.likely;
        let steps = self
            .window(from, to, WINDOW)
            .map_or(0, |(from, to)| likely[to].wrapping_sub(likely[from]));
        u64::from(steps & 0xff > 0)
            + u64::from(steps & 0xff00 > 0)
            + u64::from(steps & 0xff_0000 > 0)
    }

    /// Whether a quotation of speech other than that of `at` closes, or one opens, in these tokens.
    pub(crate) fn closes_in(&self, from: usize, to: usize, at: usize) -> bool {
        let marks = self.facts.closes.iter().map(|mark| *mark as usize);
        marks
            .filter(|mark| (from..to).contains(mark))
            .any(|mark| self.speech(mark) != self.speech(at))
    }

    pub(crate) fn opens_in(&self, from: usize, to: usize) -> bool {
        self.facts.opens.iter().any(|mark| (from..to).contains(&(*mark as usize)))
    }

    fn cell(&self, at: usize) -> &Cell {
        self.facts.cells.get(at.wrapping_sub(self.unit.first())).unwrap_or(&OUTSIDE)
    }

    pub(crate) fn key(&self, at: usize) -> u64 {
        self.cell(at).key
    }

    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.cell(at).tag
    }

    /// The kind of a token; a full stop outside the unit.
    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.cell(at).kind
    }

    pub(crate) fn phrase(&self, at: usize) -> Phrase {
        self.tables.phrases[self.tables.phrase_of[at] as usize]
    }

    pub(crate) fn is_noun_phrase(&self, at: usize) -> bool {
        self.cell(at).noun
    }

    /// A tag and a kind in one number: punctuation is told apart by its kind; 255 outside the unit.
    pub(crate) fn shape(&self, at: usize) -> u64 {
        u64::from(self.cell(at).shape)
    }

    /// Whether a token is in brackets, these included.
    pub(crate) fn bracketed(&self, at: usize) -> bool {
        self.cell(at).bracketed
    }

    /// The number of the innermost quotation of speech around a token; 0 outside.
    pub(crate) fn speech(&self, at: usize) -> u32 {
        self.cell(at).speech
    }

    /// The tokens of the innermost quotation of speech around a token inside one.
    pub(crate) fn quotation(&self, at: usize) -> Run {
        let quote = self.speech(at).checked_sub(1);
        quote.map_or(self.unit, |quote| self.tables.quotes[quote as usize].tokens)
    }

    /// Whether a quotation of speech opens at the token.
    pub(crate) fn opens(&self, at: usize) -> bool {
        self.cell(at).opens
    }

    /// Whether a closed quotation of speech ends with the token.
    pub(crate) fn closes(&self, at: usize) -> bool {
        self.cell(at).closes
    }

    pub(crate) fn entry(&self, cue: &CueCandidate) -> Option<&'a CueEntry> {
        cue.entry.map(|entry| &self.words.entries[entry as usize])
    }

    /// A number for the cue's lemma and class.
    pub(crate) fn lemma(&self, cue: &CueCandidate) -> u64 {
        self.entry(cue).map_or(cue.kind as u64, |entry| entry.id)
    }

    /// Whether "that", a question word, "to" or a quotation stands at a token, as they do where a content begins.
    pub(crate) fn is_marker(&self, at: usize) -> bool {
        let cell = self.cell(at);
        cell.opens
            || cell.kind == Kind::Double
            || cell.tag == Tag::TO
            || is_that(cell)
            || (cell.kind == Kind::Word && WH.contains(&cell.key))
    }

    /// What stands at a token, seen as the beginning of a content.
    pub(crate) fn follow(&self, at: usize) -> Follow {
        if self.opens(at) {
            return Follow::Quote;
        }
        let token = self.cell(at);
        match token.kind {
            Kind::Comma | Kind::Semicolon | Kind::Dash => return Follow::Comma,
            Kind::Colon => return Follow::Colon,
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Close => return Follow::End,
            Kind::Double => return Follow::Quote,
            _ => {}
        }
        if is_that(token) {
            return Follow::That;
        }
        if WH.contains(&token.key) {
            return Follow::Wh;
        }
        match token.tag {
            Tag::TO => Follow::To,
            Tag::IN if token.key == key("as") => Follow::As,
            Tag::IN | Tag::RP => Follow::Preposition,
            Tag::VBG => Follow::Ing,
            Tag::PRP | Tag::EX => {
                if self.verb_after_noun(at) {
                    Follow::Clause
                } else {
                    Follow::Pronoun
                }
            }
            _ if self.is_noun_phrase(at) => {
                if self.verb_after_noun(at) {
                    Follow::Clause
                } else {
                    Follow::Noun
                }
            }
            tag if tag.is_verb() || tag == Tag::MD => Follow::Verb,
            _ => Follow::Other,
        }
    }

    /// Whether the noun phrase at `at` is the subject of a finite verb close by: a clause without "that".
    fn verb_after_noun(&self, at: usize) -> bool {
        let mut next = self.phrase(at).tokens.end as usize;
        for _ in 0..6 {
            if !self.unit.holds(next) {
                return false;
            }
            let tag = self.tag(next);
            if tag.is_finite() {
                return true;
            }
            let glue = tag.is_adverb()
                || matches!(tag, Tag::IN | Tag::CC | Tag::POS)
                || self.is_noun_phrase(next);
            if !glue {
                return false;
            }
            next = self.phrase(next).tokens.end as usize;
        }
        false
    }

    /// Whether the entry knows the frame that begins at `at`.
    pub(crate) fn licensed(&self, entry: &CueEntry, at: usize) -> bool {
        match self.follow(at) {
            Follow::That | Follow::Clause => entry.has(FrameKind::That),
            Follow::Wh => entry.has(FrameKind::Wh),
            Follow::Quote => entry.has(FrameKind::Quote),
            Follow::To => entry.has(FrameKind::To) || entry.has(FrameKind::Preposition(key("to"))),
            Follow::Ing => entry.has(FrameKind::Ing),
            Follow::As => entry.has(FrameKind::As),
            Follow::Noun | Follow::Pronoun => entry.has(FrameKind::Object),
            Follow::Preposition => entry.has(FrameKind::Preposition(self.key(at))),
            Follow::Colon | Follow::Comma => entry.has(FrameKind::Quote),
            _ => false,
        }
    }

    /// How the unit goes on after a comma and a cue: 0 no comma before the cue, 1 otherwise, 2 a noun phrase follows, 3 a noun
    /// phrase follows and ends the unit ("…, stated AP.").
    pub(crate) fn inverted(&self, start: usize, end: usize) -> u64 {
        let before = start.wrapping_sub(1);
        if self.kind(before) != Kind::Comma && !self.closes(before) {
            0
        } else if !self.is_noun_phrase(end) {
            1
        } else {
            let last = self.kind(self.chain_end(end));
            2 + u64::from(matches!(last, Kind::Stop | Kind::Double | Kind::Close))
        }
    }

    /// The first of the adverbs right before `at`.
    pub(crate) fn adverbs_before(&self, at: usize) -> usize {
        let mut start = at;
        while start > self.unit.first() && at - start < 3 && self.tag(start - 1).is_adverb() {
            start -= 1;
        }
        start
    }

    /// Where the noun phrase at `at` ends with the phrases that prepositions, possessives and "and" hang on it; a time does not.
    pub(crate) fn chain_end(&self, at: usize) -> usize {
        let mut end = self.phrase(at).tokens.end as usize;
        for _ in 0..6 {
            if self.tag(end) == Tag::POS
                || (self.is_noun_phrase(end) && self.tag(end - 1) == Tag::POS)
            {
                end = self.phrase(end).tokens.end.max(end as u32 + 1) as usize;
                continue;
            }
            let glue = matches!(self.tag(end), Tag::IN | Tag::CC) && self.key(end) != key("that");
            if !glue || !self.is_noun_phrase(end + 1) || self.is_time(end + 1) {
                break;
            }
            end = self.phrase(end + 1).tokens.end as usize;
        }
        end.min(self.unit.end as usize)
    }

    /// Whether a token is in the mention of a time.
    pub(crate) fn is_time(&self, at: usize) -> bool {
        self.tables.mention_at(at).is_some_and(|mention| {
            self.tables.entities[mention.entity as usize].kind == EntityType::Time
        })
    }

    /// Whether a finite verb stands between two tokens.
    pub(crate) fn has_verb(&self, from: usize, to: usize) -> bool {
        self.between(from, to) & 1 << Lane::FiniteVerb as u32 != 0
    }

    /// The first token after `at` that is no comma.
    pub(crate) fn past_comma(&self, at: usize) -> usize {
        if self.kind(at) == Kind::Comma { at + 1 } else { at }
    }

    /// The end of the run without the marks that end a sentence; marks inside a closed quotation stay.
    pub(crate) fn without_final_stop(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start
            && matches!(
                self.kind(end - 1),
                Kind::Stop
                    | Kind::Question
                    | Kind::Exclamation
                    | Kind::Comma
                    | Kind::Semicolon
                    | Kind::Colon
            )
            && self.tables.tokens[end - 1].quote == self.tables.tokens[start].quote
            && self.speech(end - 1) == 0
        {
            end -= 1;
        }
        end
    }
}

/// A cue candidate with what features ask of it over and over.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor<'a, 'v> {
    pub(crate) view: &'v View<'a>,
    pub(crate) cue: &'v CueCandidate,
    /// Its first token, its main word, and the token after it.
    pub(crate) start: usize,
    pub(crate) head: usize,
    pub(crate) end: usize,
    /// The first of the adverbs right before it.
    pub(crate) edge: usize,
    /// The quotation of speech that holds it; 0 for none.
    pub(crate) level: u32,
    /// Numbers for its lemma and class, its kind, the form of its main word, what follows it, and how its sentence goes on.
    pub(crate) lemma: u64,
    pub(crate) kind: u64,
    pub(crate) form: u64,
    pub(crate) follow: u64,
    pub(crate) inverted: u64,
}

impl<'a, 'v> Anchor<'a, 'v> {
    pub(crate) fn new(view: &'v View<'a>, cue: &'v CueCandidate) -> Anchor<'a, 'v> {
        let (start, head, end) = (cue.tokens.first(), cue.head as usize, cue.tokens.end as usize);
        Anchor {
            view,
            cue,
            start,
            head,
            end,
            edge: view.adverbs_before(start),
            level: view.speech(head),
            lemma: view.lemma(cue),
            kind: cue.kind as u64,
            form: view.shape(head) << 2 | cue.voice as u64,
            follow: view.follow(end) as u64,
            inverted: view.inverted(start, end),
        }
    }

    pub(crate) fn entry(&self) -> Option<&'a CueEntry> {
        self.view.entry(self.cue)
    }
}
