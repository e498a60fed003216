//! Documents that speak: who made "a report by Ann Poe", and "the report" later on.

use super::phrase::{Part, sender};
use super::{Reading, Resolved, Resolver};
use crate::document::{
    Claim, EntityType, Kind, Mention, Phrase, PhraseKind, Resolution, Tables, Tag,
};
use crate::entities::gazetteer::CITY;
use crate::key::{KeySet, key, keys};
use crate::lexicon::{AUXILIARIES, RoleKind};
use crate::span::Run;

/// Nouns for the same document.
const PAPERS: [&[u64]; 7] = [
    &keys(["editorial", "op-ed", "column", "essay"]),
    &keys(["poll", "survey"]),
    &keys(["study", "paper", "research", "report", "analysis", "findings", "review", "audit"]),
    &keys(["statement", "letter", "message", "memo", "email", "e-mail"]),
    &keys(["letter", "note"]),
    &keys(["lawsuit", "suit", "complaint", "filing"]),
    &keys(["speech", "address", "remarks"]),
];

/// What its author does with a document: "a lawsuit *filed by* Ann Poe".
const MADE: KeySet<38> = KeySet::new([
    "written", "filed", "issued", "released", "sent", "published", "penned", "authored",
    "conducted", "carried", "prepared", "posted", "signed", "drafted", "produced", "compiled",
    "brought", "submitted", "distributed", "composed", "put", "done", "commissioned", "made",
    "led", "headed", "chaired", "co-authored", "coauthored", "co-written", "edited", "undertaken",
    "performed", "delivered", "given", "lodged", "launched", "tweeted",
]);

/// The same where its author is the subject: "Ann Poe *issued* a statement".
const MAKES: KeySet<36> = KeySet::new([
    "gave", "gives", "made", "releasing", "issuing", "airing", "aired", "running", "ran",
    "unveiled", "circulated", "tweeted", "wrote", "writes", "filed", "files", "issued", "issues",
    "released", "releases", "sent", "sends", "published", "publishes", "penned", "conducted",
    "posted", "signed", "drafted", "produced", "submitted", "distributed", "read", "delivered",
    "launched", "put",
]);

/// Documents of several that are named after the place where they were made: "the Paris agreement".
const TREATIES: KeySet<8> = KeySet::new([
    "agreement", "treaty", "pact", "accord", "protocol", "convention", "charter", "declaration",
]);

/// Phrases looked through for the document that "the report" takes up.
const BACK: usize = 400;
/// Tokens between a document and "by".
const BETWEEN: usize = 7;

/// Tokens of what is told before a subject, "In a statement to the press on Monday,".
const FRONTED: usize = 16;
/// Who does so "to" somebody sends a letter.
const WROTE: [u64; 4] = keys(["wrote", "writes", "written", "writing"]);

/// Tokens of what is told between a name and what it did.
const SET_OFF: usize = 16;

/// A document that a claim came from.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    noun: u64,
    /// Where it stands.
    at: u32,
    by: Resolved,
}

/// Whether two nouns may be said of one document.
fn is_same(noun: u64, other: u64) -> bool {
    noun == other || PAPERS.iter().any(|kind| kind.contains(&noun) && kind.contains(&other))
}

impl Resolver<'_> {
    /// Who made a document that speaks: "a report by Ann Poe", "a poll published on Sunday by the institute", "the ministry's
    /// report"; "the report" later on is by the same.
    pub(super) fn author(&mut self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let (noun, at) = (tables.tokens.get(part.head)?.key, part.run.start);
        // "a paper by Ann Poe" is no newspaper.
        let known = |paper: &Paper| paper.noun == noun;
        let paper = noun == key("paper")
            && (part.author.is_some() || self.papers.iter().rev().take(4).any(known));
        if !paper && self.role(part.head)? != RoleKind::Document {
            return None;
        }
        let owns = |at: &usize| [*at, at + 1].map(|at| tables.tag(at)).contains(&Tag::POS);
        let owner = super::owner_in(tables, part).filter(|at| !TREATIES.holds(noun) || owns(at));
        let owner = owner.filter(|at| !is_namesake(tables, *at));
        // "The Oslo study" is no government's.
        let named = owner.filter(|at| !owns(at)).and_then(|at| tables.mention_at(at));
        if part.author.is_none() && named.is_some_and(|it| self.is_city(it)) {
            return None;
        }
        let issued = || subject_of(tables, part.run.first());
        let maker = part.author.or(owner).or_else(issued);
        if let Some(maker) = maker
            && let Some(by) = self.maker(maker)
        {
            let mut by = Resolved { how: Resolution::Nominal, ..by };
            let and = part.author.and_then(|first| author_beside(tables, first));
            let other = and.or_else(|| owner_beside(tables, maker));
            if let Some(other) = other.and_then(|other| self.maker(other)) {
                by.entities.extend(other.entities);
                by.entities.sort_unstable();
                by.entities.dedup();
            }
            self.papers.push(Paper { noun, at, by: found_at(tables, maker, &by) });
            return Some(by);
        }
        if !tables.is(part.run.first(), key("the")) || part.author.is_some() {
            return None;
        }
        let mut spoken = self.papers.iter().rev().take(4);
        let spoken = spoken.find(|paper| is_same(noun, paper.noun)).cloned();
        let since = spoken.as_ref().map_or(0, |paper| paper.at + 1);
        self.paper_before(noun, Run { start: since, end: at }).or(spoken.map(|paper| paper.by))
    }

    /// Whether a mention is of a city that a list has.
    fn is_city(&self, mention: &Mention) -> bool {
        let Reading { tables, gazetteer, .. } = self.reading;
        let row = tables.entity(mention).and_then(|it| gazetteer.row(it.row?));
        row.is_some_and(|row| row.kind == EntityType::Place && row.class == CITY)
    }

    /// Who made the document that a relative pronoun takes up: "Poe released a video *that* says".
    pub(super) fn author_before(&mut self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let relative = tables.tag(part.head).is_relative() || tables.is(part.head, key("that"));
        let before = part.head.checked_sub(1).filter(|_| relative)?;
        let before = before.checked_sub(usize::from(tables.kind(before) == Kind::Comma))?;
        let phrase = tables.phrase_at(before).filter(|it| it.kind == PhraseKind::Noun)?;
        let head = phrase.head();
        if head != before || self.role(head) != Some(RoleKind::Document) {
            return None;
        }
        let by = self.maker(maker_of(tables, phrase)?)?;
        Some(Resolved { how: Resolution::Pronoun, ..by })
    }

    /// Remembers who made a document that is a source, however that was told.
    pub(super) fn note_author(&mut self, part: &Part, by: &Resolved) {
        if self.role(part.head) == Some(RoleKind::Document) && !by.entities.is_empty() {
            let antecedent = Some(self.reading.tables.span(part.run));
            self.authors.insert(part.head as u64, Resolved { antecedent, ..by.clone() });
        }
    }

    /// Who made the document that the "it" at a token takes up; nobody, if nothing told.
    pub(super) fn paper_of(&self, at: usize) -> Option<Resolved> {
        let taken = &self.walk.papers;
        let found = taken.binary_search_by_key(&(at as u32), |(it, _)| *it).ok()?;
        let (_, paper) = taken.get(found)?;
        let by = self.authors.get(&u64::from(*paper)).filter(|by| !by.entities.is_empty());
        Some(by.map_or_else(Resolved::default, |by| Resolved {
            how: Resolution::Pronoun,
            ..by.clone()
        }))
    }

    /// Who made the last such document that the text speaks of in a stretch of it; nobody where that is another than those
    /// before and nothing tells its author.
    fn paper_before(&mut self, noun: u64, stretch: Run) -> Option<Resolved> {
        let tables = self.reading.tables;
        let last = *tables.phrase_of.get(stretch.end.checked_sub(1)? as usize)? as usize;
        let phrases = tables.phrases.get(..=last)?.iter().rev().take(BACK);
        let within = phrases.take_while(|phrase| phrase.tokens.start >= stretch.start);
        for phrase in within.filter(|phrase| phrase.kind == PhraseKind::Noun) {
            let head = head_before_time(tables, phrase);
            let word = tables.key(head);
            if !is_same(noun, word) || tables.mention_at(head).is_some() {
                continue;
            }
            if let Some(maker) = maker_of(tables, phrase) {
                return self.maker(maker).map(|by| found_at(tables, maker, &by));
            }
            let first = phrase.tokens.first();
            if tables.tag(first) == Tag::DT && !tables.is(first, key("the")) {
                return None;
            }
        }
        None
    }

    /// Remembers who spoke in a document, which "the statement" and "the letter" take up: "Poe said *in a statement*", "*In a brief
    /// statement*, Poe said", "Poe *wrote to* every patient".
    pub(super) fn note_paper(&mut self, claim: &Claim, resolved: Option<&Resolved>) {
        let tables = self.reading.tables;
        let Some(source) = &claim.source else { return };
        let Some(by) = resolved.filter(|it| !it.entities.is_empty()) else { return };
        let (first, end) = (source.tokens.first(), claim.cue.tokens.end.max(source.tokens.end));
        let sentence = tables.sentence_at(first).map_or(first, |it| it.tokens.first());
        let fronted = sentence.max(first.saturating_sub(FRONTED))..first;
        let near = (first..end as usize + 3).take(40);
        let paper = near.chain(fronted).find_map(|at| paper_in(tables, at));
        let wrote = || {
            let cue = claim.cue.tokens;
            let wrote = cue.range().find(|at| tables.is_one_of(*at, &WROTE))?;
            let to = (wrote + 1..wrote + 3).any(|at| tables.is(at, key("to")));
            to.then_some((key("letter"), wrote))
        };
        if let Some((noun, at)) = paper.or_else(wrote) {
            let by =
                Resolved { antecedent: Some(source.span), how: Resolution::Nominal, ..by.clone() };
            self.papers.push(Paper { noun, at: at as u32, by });
        }
    }
}

/// The main token of a noun phrase, without the time at its end: "a *statement* Monday".
fn head_before_time(tables: &Tables, phrase: &Phrase) -> usize {
    let head = phrase.head();
    let time =
        tables.mention_at(head).filter(|it| tables.entity_type(it) == Some(EntityType::Time));
    let before = time.and_then(|time| time.tokens.first().checked_sub(1));
    before.filter(|at| phrase.tokens.holds(*at) && tables.tag(*at).is_noun()).unwrap_or(head)
}

/// The noun for a document behind an "in" at a token, and where its noun phrase begins: "*in a brief statement*".
fn paper_in(tables: &Tables, at: usize) -> Option<(u64, usize)> {
    let phrase = tables.phrase_at(at + 1).filter(|_| tables.is(at, key("in")))?;
    let first = phrase.tokens.first();
    let noun = tables.key(phrase.head());
    let told = first == at + 1 && matches!(tables.tag(first), Tag::DT | Tag::PRPS);
    let known = PAPERS.iter().any(|kind| kind.contains(&noun));
    (told && known).then_some((noun, first))
}

/// Whom a later noun for a document means, as token `maker` told.
fn found_at(tables: &Tables, maker: usize, by: &Resolved) -> Resolved {
    let named = tables.mention_at(maker).map(|mention| mention.span);
    let antecedent = named.or_else(|| Some(tables.span(Run::new(maker, maker + 1))));
    Resolved { antecedent, how: Resolution::Nominal, ..by.clone() }
}

/// The head of who made the document of a noun phrase: "Poe's letter", "a letter from Poe", "a letter written on Monday by Poe",
/// "the letter was sent by Poe", "Poe wrote a letter".
fn maker_of(tables: &Tables, phrase: &Phrase) -> Option<usize> {
    let (first, head, end) = (phrase.tokens.first(), phrase.head(), phrase.tokens.after());
    let mut before = (first..head).rev().take(8);
    if let Some(at) = before.find(|at| matches!(tables.tag(*at), Tag::POS | Tag::PRPS)) {
        return Some(at - usize::from(tables.tag(at) == Tag::POS && at > first));
    }
    if let Some(maker) = sender(tables, end).or_else(|| subject_of(tables, first)) {
        return Some(maker);
    }
    let by = (end..end + BETWEEN).find(|at| tables.is(*at, key("by")))?;
    let told = |at: &usize| tables.tag(*at).is_verb() && !AUXILIARIES.holds(tables.key(*at));
    let mut verbs = (end..by).filter(told);
    let made = match (verbs.next(), verbs.next()) {
        (None, _) => by == end,
        (Some(verb), None) => is_made(tables, verb),
        _ => false,
    };
    let maker = tables.phrase_at(by + 1)?;
    (made && maker.kind == PhraseKind::Noun).then_some(maker.head())
}

/// Whether a participle tells who made a document: "filed by Ann Poe", "carried out by Ann Poe", but not "carried by Reuters".
pub(super) fn is_made(tables: &Tables, verb: usize) -> bool {
    let passed_on = tables.is(verb, key("carried")) && tables.is(verb + 1, key("by"));
    MADE.holds(tables.key(verb)) && !passed_on
}

/// The last word of the name that "and" joins to the one at `first`: "a study by the Harlund Institute and *Vestfrakt*".
fn author_beside(tables: &Tables, first: usize) -> Option<usize> {
    let name = tables.mention_at(first)?;
    let and = name.tokens.after();
    let next = and + 1 + usize::from(tables.is(and + 1, key("the")));
    let other = tables.mention_at(next).filter(|_| tables.is(and, key("and")))?;
    let alike = tables.entity_type(other) == tables.entity_type(name);
    let owns = tables.tag(other.tokens.after()) == Tag::POS;
    (alike && !owns).then(|| other.tokens.last())
}

/// The last word of the name before the one at `last` that made a document with it: "a *Reuters*/Ipsos poll".
fn owner_beside(tables: &Tables, last: usize) -> Option<usize> {
    let name = tables.mention_at(last)?;
    let slash = name.tokens.first().checked_sub(1).filter(|at| tables.is(*at, key("/")))?;
    let other = tables.mention_at(slash.checked_sub(1)?)?;
    (tables.entity_type(other) == tables.entity_type(name)).then(|| other.tokens.last())
}

/// Whether the name at `last` is of a pollster that a person of the article only shares it with: "a Tribune/*Poe* poll".
fn is_namesake(tables: &Tables, last: usize) -> bool {
    let name = tables.mention_at(last);
    let slash = name.and_then(|it| it.tokens.first().checked_sub(1));
    slash.is_some_and(|at| tables.is(at, key("/")))
        && tables.entity_at(last).is_some_and(|it| it.kind == EntityType::Person)
}

/// The head of the one noun phrase that is the subject of the verb right before `at`, if that makes documents.
fn subject_of(tables: &Tables, at: usize) -> Option<usize> {
    let particle = at.checked_sub(1).filter(|before| tables.tag(*before) == Tag::RP);
    let verb = particle.unwrap_or(at).checked_sub(1)?;
    if !MAKES.holds(tables.key(verb)) {
        return None;
    }
    let group = tables.phrase_at(verb)?;
    let before = group.tokens.first().checked_sub(1)?;
    if let Some(name) = name_set_off(tables, before) {
        return Some(name);
    }
    let subject = tables.phrase_at(before).filter(|it| it.kind == PhraseKind::Noun)?;
    let joined = subject.tokens.first().checked_sub(1).map(|at| tables.tag(at));
    let own = group.kind == PhraseKind::Verb
        && tables.tag(group.tokens.first()).is_finite()
        && !matches!(joined, Some(Tag::CC | Tag::IN | Tag::TO));
    own.then_some(subject.head())
}

/// The last word of the name before what the comma at `close` ends: "*Ann Poe*, the mayor*,*".
fn name_set_off(tables: &Tables, close: usize) -> Option<usize> {
    let comma = |at: &usize| tables.kind(*at) == Kind::Comma;
    let told = |at: &usize| !comma(at) && !tables.tag(*at).is_finite();
    let told = (0..close).rev().take(SET_OFF).take_while(told).count();
    let open =
        close.checked_sub(told + 1).filter(|open| comma(open) && comma(&close) && told > 1)?;
    tables.mention_at(open.checked_sub(1)?).map(|name| name.tokens.last())
}
