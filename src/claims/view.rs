//! What stands around a cue candidate: small questions to the tables that candidates and features ask.

use super::cells::{Cell, Lane, OUTSIDE, UnitFacts};
use super::clauses::{FLOATING, Role, Subject};
use crate::document::{CueCandidate, CueKind, EntityType, Kind, Phrase, Tables, Tag};
use crate::key::{key, keys};
use crate::lexicon::{CueEntry, CueWords, FrameKind};
use crate::span::Run;

/// One unit (a sentence, or several that a quotation holds together) of one article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) words: &'a CueWords,
    pub(crate) unit: Run,
    /// The cue candidates of the unit, in text order.
    pub(crate) cues: &'a [CueCandidate],
    facts: &'a UnitFacts,
    /// What features ask most often, of each token of the unit.
    cells: &'a [Cell],
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

impl Follow {
    /// Whether a finite verb close by would make it a clause.
    pub(super) fn may_be_subject(self) -> bool {
        matches!(self, Follow::Noun | Follow::Pronoun)
    }
}

/// How far a cue stands behind what is said and before who says it. Features have the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Inversion {
    /// Neither a comma nor a quotation ends before it.
    None = 0,
    /// One does: "…, she *said*".
    SetOff = 1,
    /// And a noun phrase follows: "…, *said* Poe, the mayor".
    Followed = 2,
    /// And ends the unit: "…, *stated* AP."
    Final = 3,
}

/// The length of so many tokens in steps that double: the logarithm to base 2, rounded.
pub(crate) fn length(tokens: usize) -> u64 {
    u64::from((2 * tokens * tokens).checked_ilog2().unwrap_or(0) / 2)
}

/// How far around a cue, in tokens, its content and the cues beside it are looked for.
pub(super) const AROUND: usize = 60;
/// How many tokens the counts of what stands between two tokens cover: what stands farther on is not counted.
const COUNTED: usize = 40;
/// How far apart two tokens may be whose likely cues are compared, for the counts of which 255 is the most.
const WINDOW: usize = 250;

/// The lanes that are not zero, as bits.
fn gather(lanes: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let high = (((lanes & LOW) + LOW) | lanes) & !LOW;
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

impl<'a> View<'a> {
    pub(crate) fn new(
        tables: &'a Tables,
        words: &'a CueWords,
        unit: Run,
        cues: &'a [CueCandidate],
        facts: &'a UnitFacts,
    ) -> View<'a> {
        View { tables, words, unit, cues, facts, cells: &facts.cells }
    }

    /// Where the subject begins of the verb group that begins at a token.
    pub(super) fn subject_of(&self, at: usize) -> Option<usize> {
        let first = self.unit.first();
        let subject = self.facts.subjects.get(at.checked_sub(first)?)?.first?;
        Some(first + subject as usize)
    }

    /// The places of two tokens of the unit in the counts, at most so many tokens apart.
    #[inline(always)]
    fn window(&self, from: usize, to: usize, most: usize) -> (usize, usize) {
        let first = self.unit.first();
        let from = from.wrapping_sub(first);
        // Nothing stands between tokens in the wrong order.
        (from, to.wrapping_sub(first).clamp(from, from.saturating_add(most)))
    }

    /// How many tokens of each lane stand between two tokens, at most [`COUNTED`] tokens on.
    #[inline(always)]
    fn counts(&self, from: usize, to: usize) -> u64 {
        let (from, to) = self.window(from, to, COUNTED);
        let count = |at| self.facts.counts.get(at).copied().unwrap_or_default();
        count(to).wrapping_sub(count(from))
    }

    /// What stands between two tokens, at most [`COUNTED`] tokens on, as the bits of the lanes.
    pub(crate) fn between(&self, from: usize, to: usize) -> u64 {
        gather(self.counts(from, to))
    }

    /// How many commas stand between two tokens, at most [`COUNTED`] tokens on.
    pub(crate) fn commas(&self, from: usize, to: usize) -> u64 {
        (self.counts(from, to) >> (8 * Lane::Comma as u32)) & 0xff
    }

    /// How likely the most likely candidate with its main word in these tokens is a cue, in three steps; 0 for none.
    pub(crate) fn likely(&self, from: usize, to: usize) -> u64 {
        let (from, to) = self.window(from, to, WINDOW);
        let count = |at: usize| self.facts.likely.get(at).copied().unwrap_or_default();
        let steps = count(to).wrapping_sub(count(from));
        // Who is more likely than one step is more likely than those below it: the highest lane that is not zero tells.
        u64::from((u32::BITS + 7 - steps.leading_zeros()) / 8)
    }

    /// Whether a quotation of speech other than that of `at` closes in these tokens.
    pub(crate) fn closes_in(&self, from: usize, to: usize, at: usize) -> bool {
        let marks = self.facts.closes.iter().map(|mark| *mark as usize);
        marks
            .filter(|mark| (from..to).contains(mark))
            .any(|mark| self.speech(mark) != self.speech(at))
    }

    /// The first of these tokens that opens a quotation of speech.
    pub(crate) fn opening_in(&self, from: usize, to: usize) -> Option<usize> {
        let mut opens = self.facts.opens.iter().map(|mark| *mark as usize);
        opens.find(|mark| (from..to).contains(mark))
    }

    #[inline(always)]
    fn cell(&self, at: usize) -> &Cell {
        self.cells.get(at.wrapping_sub(self.unit.first())).unwrap_or(&OUTSIDE)
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
        self.cell(at).is(Cell::NOUN)
    }

    /// A tag and a kind in one number: punctuation is told apart by its kind; 255 outside the unit.
    pub(crate) fn shape(&self, at: usize) -> u64 {
        u64::from(self.cell(at).shape)
    }

    /// Whether a token is in brackets, these included.
    pub(crate) fn bracketed(&self, at: usize) -> bool {
        self.cell(at).is(Cell::BRACKETED)
    }

    /// The number of the innermost quotation of speech around a token; 0 outside.
    pub(crate) fn speech(&self, at: usize) -> u32 {
        self.cell(at).speech
    }

    /// The tokens of the innermost quotation of speech around a token; the unit outside any.
    pub(crate) fn quotation(&self, at: usize) -> Run {
        self.tables.quote(self.speech(at)).map_or(self.unit, |quote| quote.tokens)
    }

    /// Whether a quotation of speech opens at the token.
    pub(crate) fn opens(&self, at: usize) -> bool {
        self.cell(at).is(Cell::OPENS)
    }

    /// Whether a closed quotation of speech ends with the token.
    pub(crate) fn closes(&self, at: usize) -> bool {
        self.cell(at).is(Cell::CLOSES)
    }

    /// What the mention that holds the token means.
    pub(crate) fn mention(&self, at: usize) -> Option<EntityType> {
        self.cell(at).mention
    }

    /// Whether a time begins with the token.
    pub(crate) fn begins_time(&self, at: usize) -> bool {
        self.cell(at).is(Cell::TIME)
    }

    /// Whether a border before the token would cut a name.
    pub(crate) fn cuts_name(&self, at: usize) -> bool {
        self.cell(at).is(Cell::JOINED)
    }

    /// Whether a clause or phrase may end before the token.
    pub(crate) fn is_boundary(&self, at: usize) -> bool {
        self.cell(at).is(Cell::BOUNDARY)
    }

    /// The first token not before `from` and before `to` before which a clause or phrase may end, or where a quotation opens.
    pub(crate) fn next_boundary(&self, from: usize, to: usize) -> Option<usize> {
        const ANY: u8 = Cell::BOUNDARY | Cell::OPENS;
        let first = self.unit.first();
        let cells = self.cells.get(from.wrapping_sub(first)..to.wrapping_sub(first))?;
        cells.iter().position(|cell| cell.is(ANY)).map(|on| from + on)
    }

    /// The last of these tokens after which a clause may begin.
    pub(crate) fn last_break(&self, from: usize, to: usize) -> Option<usize> {
        let first = self.unit.first();
        let cells = self.cells.get(from.wrapping_sub(first)..to.wrapping_sub(first))?;
        cells.iter().rposition(|cell| cell.is(Cell::BREAK)).map(|on| from + on)
    }

    /// The subject of the verb group that begins at a token.
    pub(crate) fn subject(&self, at: usize) -> Subject {
        self.facts.subjects.get(at.wrapping_sub(self.unit.first())).copied().unwrap_or_default()
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
        matches!(self.follow(at), Follow::That | Follow::Wh | Follow::To | Follow::Quote)
    }

    /// What stands at a token, seen as the beginning of a content.
    pub(crate) fn follow(&self, at: usize) -> Follow {
        self.cell(at).follow
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

    /// What a comma or quotation before the cue at these tokens and a noun phrase after it tell of their order.
    fn inversion(&self, start: usize, end: usize) -> Inversion {
        let before = start.wrapping_sub(1);
        let comma = self.kind(before) == Kind::Comma && self.before_aside(start) == start;
        if !comma && !self.closes(before) {
            return Inversion::None;
        }
        if !self.is_noun_phrase(end) {
            return Inversion::SetOff;
        }
        match self.kind(self.chain_end(end)) {
            Kind::Stop | Kind::Double | Kind::Close => Inversion::Final,
            _ => Inversion::Followed,
        }
    }

    /// The end of what stands before an adverb between commas at `edge`, with its comma, "The mayor, *however,* said", or before a
    /// word that counts a list: "Poe, Berg and Moe *all* said".
    pub(crate) fn before_aside(&self, edge: usize) -> usize {
        let counted = edge >= self.unit.first() + 3 && self.tag(edge - 2).is_noun();
        if counted && FLOATING.holds(self.key(edge - 1)) {
            return edge - 1;
        }
        let comma = |at: usize| self.kind(at) == Kind::Comma;
        let adverb = edge.wrapping_sub(2);
        let aside = edge >= self.unit.first() + 3
            && comma(edge - 1)
            && self.tag(adverb).is_adverb()
            && comma(adverb - 1);
        if aside { adverb } else { edge }
    }

    /// The first of the adverbs right before `at`.
    pub(crate) fn adverbs_before(&self, at: usize) -> usize {
        let mut start = at;
        let adverb = |at: usize| self.tag(at).is_adverb() && !self.ends_time(at);
        while start > self.unit.first() && at - start < 3 && adverb(start - 1) {
            start -= 1;
        }
        start
    }

    /// Whether an adverb ends a time that it is told from: "two hours *later*".
    fn ends_time(&self, at: usize) -> bool {
        const FROM: [u64; 4] = keys(["later", "earlier", "before", "ago"]);
        FROM.contains(&self.key(at)) && self.is_time(at) && self.is_time(at.wrapping_sub(1))
    }

    /// Where the noun phrase at `at` ends with the phrases that prepositions, possessives and "and" hang on it; a time does not.
    pub(crate) fn chain_end(&self, at: usize) -> usize {
        let mut end = self.past_name(self.past_letters(self.phrase(at).tokens.after()));
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
            end = self.past_name(self.phrase(end + 1).tokens.after());
        }
        end.min(self.unit.after())
    }

    /// The end of the phrase in which the name ends that a border at `end` would cut: "the Ministry of Food, *Fisheries and Ports*".
    fn past_name(&self, mut end: usize) -> usize {
        while self.cuts_name(end) {
            end = self.phrase(end).tokens.after();
        }
        end
    }

    /// The end of a noun phrase that letters in brackets part: "the Harbour Trust (*HT*) chief Ann Poe".
    fn past_letters(&self, end: usize) -> usize {
        let behind = self.tables.past_letters(end).filter(|at| self.is_noun_phrase(*at));
        behind.map_or(end, |at| self.phrase(at).tokens.after())
    }

    /// The end of letters in brackets at `end` that stand for what is before them: "the State Bank (*SB*) on Monday said".
    pub(crate) fn past_bracket(&self, end: usize) -> usize {
        let letters = self.tables.past_letters(end).filter(|_| self.tag(end + 1).is_name());
        letters.unwrap_or(end)
    }

    /// Whether a token is in the mention of a time.
    pub(crate) fn is_time(&self, at: usize) -> bool {
        self.mention(at) == Some(EntityType::Time)
    }

    /// Whether a finite verb stands between two tokens, at most [`COUNTED`] tokens on.
    pub(crate) fn has_verb(&self, from: usize, to: usize) -> bool {
        self.between(from, to) & Lane::FiniteVerb.bit() != 0
    }

    /// Where the noun phrase that begins at a token does so behind the time that stamps the unit: "14:05 *Northern Rail* says".
    pub(crate) fn past_stamp(&self, start: usize) -> usize {
        let behind = start + self.facts.stamp;
        let stamped = start == self.unit.first() && behind < self.phrase(start).tokens.after();
        if stamped { behind } else { start }
    }

    /// Where the unit begins behind the time by the clock that stamps it, unless that belongs to what follows: "14:05 *“Wait!”* says
    /// Poe", but not "*10:15 is late*, Poe says".
    pub(crate) fn behind_stamp(&self) -> usize {
        let first = self.unit.first();
        let behind = first + self.facts.stamp;
        let clock = self.kind(first) == Kind::Number && behind < self.unit.after();
        let begins = self.is_noun_phrase(behind)
            || self.phrase(behind).tokens.start < behind as u32
            || self.opens(behind);
        if clock && begins { behind } else { first }
    }

    /// The first token from `at` that tells no time: behind "on Friday", "last week".
    pub(crate) fn past_time(&self, at: usize) -> usize {
        let at = at + usize::from(self.tag(at) == Tag::IN && self.is_time(at + 1));
        (at..).find(|at| !self.is_time(*at)).unwrap_or(at)
    }

    /// `at`, or the token behind the comma there.
    pub(crate) fn past_comma(&self, at: usize) -> usize {
        if self.kind(at) == Kind::Comma { at + 1 } else { at }
    }

    /// The end of the run without the marks that end a sentence; marks inside another quotation than the one with the number `level`
    /// stay.
    pub(crate) fn without_final_stop(&self, start: usize, end: usize, level: u32) -> usize {
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
            && self.speech(end - 1) == level
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
    /// Numbers for its lemma and class, its kind, and the form of its main word.
    pub(crate) lemma: u64,
    pub(crate) kind: u64,
    pub(crate) form: u64,
    /// What follows it.
    pub(crate) follow: Follow,
    pub(crate) inversion: Inversion,
    /// The subject of its verb group.
    pub(crate) subject: Subject,
}

impl<'a, 'v> Anchor<'a, 'v> {
    pub(crate) fn new(view: &'v View<'a>, cue: &'v CueCandidate) -> Anchor<'a, 'v> {
        let (start, head, end) = (cue.tokens.first(), cue.head(), cue.tokens.after());
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
            follow: view.follow(end),
            inversion: view.inversion(start, end),
            subject: view.subject(view.phrase(head).tokens.first()),
        }
    }

    /// Where the first reading of its subject begins.
    pub(crate) fn subject_start(&self) -> Option<usize> {
        Some(self.view.unit.first() + self.subject.first? as usize)
    }

    /// Which reading of the cue's subject begins at a token.
    pub(crate) fn role(&self, at: usize) -> Role {
        let here = Some((at.wrapping_sub(self.view.unit.first())) as u16);
        match self.subject {
            Subject { first, .. } if first == here => Role::First,
            Subject { second, .. } if second == here => Role::Second,
            _ => Role::Neither,
        }
    }

    /// Whether the cue is a participle in "-ing" or an infinitive, which may go on with a verb before: "responded by *saying*".
    pub(crate) fn is_chained(&self) -> bool {
        let view = self.view;
        let infinitive = || view.tag(self.head) == Tag::VB && view.tag(self.start) == Tag::TO;
        self.cue.kind == CueKind::Verb && (view.tag(self.head) == Tag::VBG || infinitive())
    }

    pub(crate) fn entry(&self) -> Option<&'a CueEntry> {
        self.view.entry(self.cue)
    }
}
