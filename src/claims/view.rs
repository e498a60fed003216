//! What stands around a cue candidate: small questions to the tables that candidates and features ask.

use crate::document::{CueCandidate, Kind, Phrase, PhraseKind, QuoteUse, Tables, Tag, Token};
use crate::lexicon::{CueEntry, CueWords, FrameKind, Strength, key, keys};
use crate::rules::Condition;
use crate::span::Run;

/// One unit (a sentence, or several that a quotation holds together) of one article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) words: &'a CueWords,
    pub(crate) unit: Run,
    /// The cue candidates of the unit, in text order.
    pub(crate) cues: &'a [CueCandidate],
    /// How sure each candidate is a cue; empty while that is being decided.
    pub(crate) sure: &'a [f32],
    pub(crate) facts: &'a UnitFacts,
}

/// What is worked out once for all tokens of a unit.
#[derive(Debug, Default)]
pub(crate) struct UnitFacts {
    /// Before each token, how many of each [`Lane`] stand in the unit, 16 bits a lane; a unit is shorter than 2^16 tokens.
    counts: Vec<u128>,
    follows: Vec<Follow>,
    /// Tokens that open and that close a quotation of speech.
    opens: Vec<u32>,
    closes: Vec<u32>,
    brackets: bool,
}

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
    /// Works out the facts of the unit that `view` looks at.
    pub(crate) fn read(&mut self, tables: &Tables, words: &CueWords, unit: Run) {
        let mut facts = std::mem::take(self);
        facts.counts.clear();
        facts.opens.clear();
        facts.closes.clear();
        facts.brackets = false;
        let none = UnitFacts::default();
        let view = View { tables, words, unit, cues: &[], sure: &[], facts: &none };
        let mut count = 0;
        facts.counts.push(count);
        for at in unit.range() {
            if let Some(lane) = lane(&tables.tokens[at]) {
                count += 1 << (16 * lane as u32);
            }
            facts.counts.push(count);
            if tables.tokens[at].quote > 0 {
                facts.opens.extend(view.opens(at).then_some(at as u32));
                facts.closes.extend(view.closes(at).then_some(at as u32));
            }
            facts.brackets |= matches!(tables.tokens[at].kind, Kind::Open | Kind::Close);
        }
        facts.follows.clear();
        facts.follows.extend(unit.range().map(|at| view.classify_follow(at)));
        *self = facts;
    }
}

fn lane(token: &Token) -> Option<Lane> {
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

impl<'a> View<'a> {
    /// How many tokens of each lane stand between two tokens, 16 bits a lane.
    fn counts(&self, from: usize, to: usize) -> u128 {
        let first = self.unit.first();
        let index = |at: usize| at.clamp(first, self.unit.end as usize) - first;
        let counts = &self.facts.counts;
        if from < to { counts[index(to)] - counts[index(from)] } else { 0 }
    }

    /// What stands between two tokens, at most forty tokens on, as bits: comma, "that", finite verb, quotation mark, relative or
    /// question word, noun, "and" or "but", stop or semicolon.
    pub(crate) fn between(&self, from: usize, to: usize) -> u64 {
        let counts = self.counts(from, to.min(from + 40));
        (0..8).map(|lane| u64::from((counts >> (16 * lane)) as u16 != 0) << lane).sum()
    }

    /// How many commas stand between two tokens.
    pub(crate) fn commas(&self, from: usize, to: usize) -> u64 {
        (self.counts(from, to) >> (16 * Lane::Comma as u32)) as u16 as u64
    }

    /// Whether a bracket stands in the unit.
    pub(crate) fn has_brackets(&self) -> bool {
        self.facts.brackets
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

    pub(crate) fn key(&self, at: usize) -> u64 {
        if self.unit.holds(at) { self.tables.tokens[at].key } else { 1 }
    }

    pub(crate) fn tag(&self, at: usize) -> Tag {
        if self.unit.holds(at) { self.tables.tokens[at].tag } else { Tag::PUNCT }
    }

    /// The kind of a token; a full stop outside the unit.
    pub(crate) fn kind(&self, at: usize) -> Kind {
        if self.unit.holds(at) { self.tables.tokens[at].kind } else { Kind::Stop }
    }

    pub(crate) fn phrase(&self, at: usize) -> Phrase {
        self.tables.phrases[self.tables.phrase_of[at] as usize]
    }

    pub(crate) fn is_noun_phrase(&self, at: usize) -> bool {
        self.unit.holds(at) && self.phrase(at).kind == PhraseKind::Noun
    }

    /// A tag and a kind in one number: punctuation is told apart by its kind.
    pub(crate) fn shape(&self, at: usize) -> u64 {
        if !self.unit.holds(at) {
            return 255;
        }
        let token = &self.tables.tokens[at];
        if token.tag == Tag::PUNCT { 64 + token.kind as u64 } else { token.tag as u64 }
    }

    /// The number of the innermost quotation of speech around a token; 0 outside.
    pub(crate) fn speech(&self, at: usize) -> u32 {
        let mut quote = self.tables.tokens.get(at).map_or(0, |token| token.quote);
        while quote > 0 {
            let row = &self.tables.quotes[quote as usize - 1];
            if row.use_ == QuoteUse::Speech {
                return quote;
            }
            quote = row.parent;
        }
        0
    }

    /// Whether a quotation of speech opens at the token.
    pub(crate) fn opens(&self, at: usize) -> bool {
        let quote = self.speech(at);
        quote > 0 && self.tables.quotes[quote as usize - 1].tokens.first() == at
    }

    /// Whether a closed quotation of speech ends with the token.
    pub(crate) fn closes(&self, at: usize) -> bool {
        let quote = self.speech(at);
        quote > 0 && {
            let row = &self.tables.quotes[quote as usize - 1];
            row.closed && row.tokens.last() == at
        }
    }

    pub(crate) fn entry(&self, cue: &CueCandidate) -> Option<&'a CueEntry> {
        cue.entry.map(|entry| &self.words.entries[entry as usize])
    }

    /// A number for the cue's lemma and class.
    pub(crate) fn lemma(&self, cue: &CueCandidate) -> u64 {
        self.entry(cue).map_or(cue.kind as u64, |entry| entry.id)
    }

    /// What stands at a token, seen as the beginning of a content.
    pub(crate) fn follow(&self, at: usize) -> Follow {
        if self.unit.holds(at) { self.facts.follows[at - self.unit.first()] } else { Follow::End }
    }

    fn classify_follow(&self, at: usize) -> Follow {
        if self.opens(at) {
            return Follow::Quote;
        }
        let token = &self.tables.tokens[at];
        match token.kind {
            Kind::Comma | Kind::Semicolon | Kind::Dash => return Follow::Comma,
            Kind::Colon => return Follow::Colon,
            Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Close => return Follow::End,
            Kind::Double => return Follow::Quote,
            _ => {}
        }
        if token.key == key("that") && matches!(token.tag, Tag::IN | Tag::WDT | Tag::DT) {
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

    /// How sure the candidate whose group begins in these tokens is a cue, in three steps; 0 for none.
    pub(crate) fn likely(&self, from: usize, to: usize) -> u64 {
        let first = self.cues.partition_point(|cue| cue.head < from as u32);
        let near = self.cues.iter().zip(self.sure).skip(first);
        let most = near
            .take_while(|(cue, _)| cue.head < to as u32)
            .map(|(_, sure)| *sure)
            .fold(0.0, f32::max);
        u64::from(most > 0.25) + u64::from(most > 0.6) + u64::from(most > 0.9)
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

    /// Whether a pattern's condition holds for a cue whose content begins or would begin at `content`.
    pub(crate) fn holds(&self, condition: Condition, cue: &CueCandidate, content: usize) -> bool {
        let (start, end) = (cue.tokens.first(), cue.tokens.end as usize);
        match condition {
            Condition::Always => true,
            Condition::Final => self.inverted(start, end) == 3,
            Condition::Start => {
                start == self.unit.first()
                    && self.tag(start) == Tag::VBG
                    && self.entry(cue).is_some()
            }
            Condition::Licensed => {
                self.entry(cue).is_some_and(|entry| self.licensed(entry, content))
            }
            Condition::Phrase => self.entry(cue).is_some_and(|entry| {
                !entry.rest.is_empty()
                    && entry.strength > Strength::Weak
                    && self.licensed(entry, end)
            }),
            Condition::Comma => self.inverted(start, end) > 0,
        }
    }

    /// Where the noun phrase at `at` ends with the phrases that prepositions, possessives and "and" hang on it.
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
            if !glue || !self.is_noun_phrase(end + 1) {
                break;
            }
            end = self.phrase(end + 1).tokens.end as usize;
        }
        end.min(self.unit.end as usize)
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
