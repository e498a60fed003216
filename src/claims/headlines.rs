//! Headlines that attribute by a mark alone: "Police: Ferry is safe", "Ferry is safe: study", "Ferry is safe – Poe", "‘It
//! leaks’: Poe slams ferry".
//!
//! The training texts have none of these. A label before the mark names the topic of a headline as often as who speaks, so
//! that it has to be a role, a body or a surname, or the rest has to be in the first person; behind the mark it is who speaks.

use super::turns::PERSONAL;
use super::{Draft, opens_speech};
use crate::document::{CueKind, EntityType, Form, Kind, Mention, Part, QuoteUse, Tables, Tag};
use crate::key::{KeySet, key};
use crate::lexicon::{CueClass, FrameKind, Lexicon, class};
use crate::rules::HEADLINE;
use crate::span::Run;

/// How many tokens a label has at most.
const LABEL: usize = 9;
/// Words for what kind of piece a headline is over.
const FORMATS: KeySet<12> = KeySet::new([
    "transcript", "interview", "review", "obituary", "profile", "podcast", "explainer", "recap",
    "preview", "opinion", "column", "q&a",
]);
/// How sure a label behind the mark is, one before it, and a quotation beside a clause.
const SIGNED: f32 = 0.8;
const LABELLED: f32 = 0.7;
const QUOTED: f32 = 0.6;

/// Finds the claims of headlines whose cue is a mark, in the place of others with a mark before no quotation.
pub(super) fn join_headlines(lexicon: &Lexicon, tables: &Tables, drafts: &mut Vec<Draft>) {
    let headlines = tables.sentences.iter().filter(|it| it.part == Part::Headline);
    let mut found: Vec<(usize, Option<Draft>)> = Vec::new();
    for segment in headlines.flat_map(|it| segments(tables, it.tokens)) {
        found.extend(Headline { lexicon, tables, run: segment }.read());
    }
    let taken = |cue: u32| found.binary_search_by_key(&(cue as usize), |it| it.0).is_ok();
    drafts.retain(|draft| !taken(draft.cue.start));
    drafts.extend(found.into_iter().filter_map(|(_, draft)| draft));
}

/// What stands between semicolons, without a mark at the end.
fn segments(tables: &Tables, headline: Run) -> Vec<Run> {
    let ends = |at: &usize| matches!(tables.kind(*at), Kind::Semicolon | Kind::Stop);
    let mut segments = Vec::new();
    let mut start = headline.first();
    for end in headline.range().filter(ends).chain([headline.after()]) {
        if end > start {
            segments.push(Run::new(start, end));
        }
        start = end + 1;
    }
    segments
}

/// A headline, or what a semicolon parts of it.
#[derive(Clone, Copy)]
struct Headline<'a> {
    lexicon: &'a Lexicon,
    tables: &'a Tables,
    run: Run,
}

impl Headline<'_> {
    /// The mark that attributes, or that only sets the topic off, and the claim.
    fn read(&self) -> Option<(usize, Option<Draft>)> {
        let mark = |at: &usize| {
            matches!(self.tables.kind(*at), Kind::Colon | Kind::Dash)
                && self.tables.speech(*at) == 0
                && *at > self.run.first()
                && at + 1 < self.run.after()
        };
        let first = self.run.range().find(mark)?;
        let last = self.run.range().rfind(mark)?;
        if let Some(draft) = self.signed(last).or_else(|| self.quoted(first)) {
            return Some((draft.cue.first(), Some(draft)));
        }
        let labels =
            self.tables.kind(first) == Kind::Colon && !opens_speech(self.tables, first + 1);
        labels.then(|| (first, self.labelled(first)))
    }

    /// "Ferry is safe: *study*", "Ferry is safe – *Poe*".
    fn signed(&self, mark: usize) -> Option<Draft> {
        let label = Run::new(mark + 1, self.run.after());
        let before = Run::new(self.run.first(), mark);
        // "*Ferry row:* Line is safe – Poe" tells the topic first.
        let colon = before.range().rfind(|at| self.tables.kind(*at) == Kind::Colon);
        let said = match colon.filter(|at| self.tables.speech(*at) == 0) {
            Some(colon) if !self.has_verb(Run::new(before.first(), colon)) => {
                Run::new(colon + 1, mark)
            }
            Some(_) => return None,
            None => before,
        };
        let who = self.is_somebody(label) && !self.is_outlet(label, mark);
        let says = self.is_clause(said) || self.is_quotation(said);
        (who && says).then(|| self.draft(mark, label, said, SIGNED))
    }

    /// "*Police:* Ferry is safe".
    fn labelled(&self, colon: usize) -> Option<Draft> {
        let before = Run::new(self.run.first(), colon);
        // "Commissioner *to MEPs*: …", "Poe *on ferry*: …" tell whom it is said to and of what.
        let to = before.range().skip(1).find(|at| self.tables.is_one_of(*at, &[TO, ON]));
        let label = Run::new(before.first(), to.unwrap_or(colon));
        let said = Run::new(colon + 1, self.run.after());
        // "White House: Tour suspended" and "Dear Ann: My husband is a bore" name nobody who speaks.
        let metonym = self.tables.mention_at(label.last());
        if metonym.is_some_and(|it| it.form == Form::Metonym) || self.tables.is(label.first(), DEAR)
        {
            return None;
        }
        if label.len() == 1 && FORMATS.holds(self.tables.key(label.first())) {
            return None;
        }
        let asks = matches!(self.tables.tag(said.first()), Tag::WP | Tag::WRB | Tag::WDT);
        let says = self.is_clause(said) && !asks;
        let speaks =
            self.is_somebody(label) && (self.speaks_of_itself(said) || !self.is_topic(label, said));
        (says && speaks).then(|| self.draft(colon, label, said, LABELLED))
    }

    /// "*‘It leaks’:* Poe slams ferry", "Poe slams ferry: *‘It leaks’*": whoever acts has said so, if anybody the headline names.
    fn quoted(&self, mark: usize) -> Option<Draft> {
        let before = Run::new(self.run.first(), mark);
        let behind = Run::new(mark + 1, self.run.after());
        let first = self.is_quotation(before);
        let (said, told) = if first { (before, behind) } else { (behind, before) };
        let subject = self.tables.phrase_at(told.first())?.tokens;
        let speaks = self.speaks(subject, told);
        // "Poe: *‘It leaks’*" is like the text below.
        if !first && !(self.is_quotation(behind) && (speaks || self.has_verb(before))) {
            return None;
        }
        let who = speaks && told.contains(subject) && self.is_somebody(subject);
        let source = if who { subject } else { Run::new(mark, mark) };
        Some(self.draft(mark, source, said, QUOTED))
    }

    /// Whether the subject of what is told beside a quotation is who speaks: "Poe *slams* ferry", "Poe *on* ferry".
    fn speaks(&self, subject: Run, told: Run) -> bool {
        let Some(verb) = self.tables.phrase_at(subject.after()) else { return false };
        let head = verb.head();
        let entries = self.lexicon.cues.get(self.tables.key(head), CueClass::Verb);
        matches!(self.tables.tag(head), Tag::VBZ | Tag::VBP) && entries.into_iter().next().is_some()
            || self.tables.is(head, ON) && !self.has_verb(told)
    }

    fn draft(&self, mark: usize, source: Run, said: Run, sure: f32) -> Draft {
        let kind = match self.tables.kind(mark) {
            Kind::Dash => CueKind::Dash,
            _ => CueKind::Colon,
        };
        Draft::of_mark(mark, kind, source, vec![said], sure, HEADLINE)
    }

    /// Whether these tokens have a verb, be it a participle: "Dozens *killed* in storm".
    fn has_verb(&self, run: Run) -> bool {
        run.range().any(|at| self.tables.tag(at).is_verb() || self.tables.tag(at) == Tag::MD)
    }

    /// Whether these tokens tell something: they have a verb, or leave it out before an adjective ("Ferry *unsafe*").
    fn is_clause(&self, run: Run) -> bool {
        let last = run.last();
        let bare = || {
            run.len() > 1 && self.tables.tag(last) == Tag::JJ && self.tables.tag(last - 1).is_noun()
        };
        !run.is_empty() && (self.has_verb(run) || bare())
    }

    /// Whether these tokens are one quotation of a few words or more.
    fn is_quotation(&self, run: Run) -> bool {
        let tables = self.tables;
        // ‘The Sea Wall’ is the title of a work.
        let whole = tables
            .quote_at(run.first())
            .is_some_and(|it| it.use_ == QuoteUse::Speech && it.tokens == run);
        whole && run.len() > 4 && self.is_clause(Run::new(run.first() + 1, run.last()))
    }

    /// Whether a label without a verb ends in the name of a person or body, or in a noun for one or for a document.
    fn is_somebody(&self, label: Run) -> bool {
        if label.is_empty() || label.len() > LABEL || self.has_verb(label) {
            return false;
        }
        let noun = |at: usize| {
            let tag = self.tables.tag(at);
            tag.is_noun()
                || tag.is_adjective()
                || matches!(tag, Tag::DT | Tag::POS | Tag::CC | Tag::CD | Tag::IN | Tag::PRPS)
        };
        let last = self.tables.key(label.last());
        label.range().all(noun)
            && (self.name(label).is_some() || self.lexicon.names.class(last) & NOUNS != 0)
            && !GENRES.holds(last)
    }

    /// The name of a person or organisation that a label ends in.
    fn name(&self, label: Run) -> Option<&Mention> {
        let mention = self.tables.mention_at(label.last())?;
        let kind = self.tables.entity_type(mention);
        let who = matches!(kind, Some(EntityType::Person | EntityType::Organisation));
        (who && mention.form == Form::Name && label.contains(mention.tokens)).then_some(mention)
    }

    /// Whether a label before a colon is as likely what the headline is about: a name without a title, but for surnames, or
    /// any name before what tells of somebody who says something.
    fn is_topic(&self, label: Run, said: Run) -> bool {
        let Some(name) = self.name(label) else { return false };
        let person = self.tables.entity_type(name) == Some(EntityType::Person);
        let titled = name.tokens.first() > label.first();
        let body = self.lexicon.names.class(self.tables.key(label.last())) & class::GROUP != 0;
        let speaker = if person { titled || name.tokens.len() == 1 } else { body };
        !speaker || self.is_told(said)
    }

    /// Whether what follows a label goes on to tell what somebody says: "Ann Poe: *Mayor insists* ferry is safe".
    fn is_told(&self, said: Run) -> bool {
        let words = &self.lexicon.cues;
        let reports = |at: usize| {
            let entries = words.get(self.tables.key(at), CueClass::Verb);
            let that = |entry| {
                let entry = words.entries.get(entry as usize);
                entry.is_some_and(|it| it.has(FrameKind::That))
            };
            self.tables.tag(at) == Tag::VBZ && entries.into_iter().any(that)
        };
        let first = said.range().find(|at| self.tables.tag(*at).is_finite());
        first.is_some_and(reports)
    }

    /// Whether the first person or an imperative shows that somebody speaks.
    fn speaks_of_itself(&self, said: Run) -> bool {
        let tag = |at| self.tables.tag(at);
        let bids = tag(said.first()) == Tag::VB && tag(said.first() + 1) != Tag::TO;
        bids || said.range().any(|at| {
            let word = self.tables.key(at);
            PERSONAL.holds(word) || word == LET
        })
    }

    /// Whether a name behind a dash is whoever published the article: an organisation that it does not mention elsewhere.
    fn is_outlet(&self, label: Run, mark: usize) -> bool {
        let organisation =
            |name: &&Mention| self.tables.entity_type(name) == Some(EntityType::Organisation);
        let name = self.name(label).filter(organisation);
        let dash = self.tables.kind(mark) == Kind::Dash;
        let alone =
            |it: &Mention| self.tables.entity(it).is_none_or(|entity| entity.mentions.len() < 2);
        dash && name.is_some_and(alone)
    }
}

const DEAR: u64 = key("dear");
const TO: u64 = key("to");
const ON: u64 = key("on");
const LET: u64 = key("let");
/// Classes of nouns for persons, bodies and documents.
const NOUNS: u32 = class::OFFICE | class::HUMAN | class::GROUP | class::PAPER;
/// Kinds of articles, which stand where who speaks would.
const GENRES: KeySet<12> = KeySet::new([
    "letter", "letters", "editorial", "editor", "column", "columnist", "review", "interview",
    "article", "book", "obituary", "statement",
]);
