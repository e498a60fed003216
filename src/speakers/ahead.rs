//! Whom the text tells only ahead: who speaks a quotation that is named behind it, who was asked a question that he answers.

use std::ops::Range;

use super::Reading;
use super::cast::{FigureId, FigureKind, Sighting};
use super::clause::{Place, classify_place};
use super::pronouns::{Asked, Pronoun, classify_pronoun};
use super::walk::{Choose, Walk};
use crate::document::{Act, EntityId, EntityType, Kind, Mention, PhraseKind, Tables, Tag};
use crate::key::{key, keys};
use crate::lexicon::{ASKED, CueClass, CueEntry, FrameKind, Gender};
use crate::span::Run;

const WHEN: [u64; 3] = keys(["when", "if", "after"]);
/// How far the question reaches, in tokens.
const QUESTION: usize = 30;
/// How far what is told before a subject does.
const FRONTED: usize = 20;
/// How far into its sentence a colon before a quotation stands, at most.
const COLON: usize = 60;

impl Walk<'_> {
    /// Who speaks the quotation around token `at`, where the text tells that behind it: whom “He left,” *Poe said* does not
    /// mean.
    pub(super) fn foresee(&mut self, at: usize, choose: &mut Choose) -> Option<FigureId> {
        /// Quotations in quotations, and others that are done.
        const NEAR: usize = 8;
        let tables = self.reading.tables;
        let start = tables.tokens.get(at).filter(|_| tables.speech(at) != 0)?.start;
        let begun = self.quoted.partition_point(|(span, _)| span.start <= start);
        let mut near = self.quoted.get(begun.saturating_sub(NEAR)..begun)?.iter().rev();
        let claim = near.find(|(span, _)| start < span.end)?.1;
        if let Some((known, figure)) = self.foreseen
            && known == claim
        {
            return figure;
        }
        let source = tables.claims.get(claim.index())?.source.as_ref()?.tokens;
        let word = tables.tokens.get(source.first())?;
        let pronoun = classify_pronoun(word.key).filter(|_| source.len() == 1);
        let figure = match (pronoun, named_source(tables, source)) {
            (Some(Pronoun::Person(gender)), _) => {
                let asked = self.asked(source.first(), source);
                self.person(&asked, gender, choose)
            }
            (None, Some(entity)) => self.cast.figure_of(self.reading, entity),
            _ => None,
        };
        self.foreseen = Some((claim, figure));
        figure
    }

    /// Who was found to be the source at token `at` when its quotation was read: whom the quotation then called "he" is another.
    pub(super) fn foreseen_at(&self, at: usize) -> Option<FigureId> {
        let (claim, figure) = self.foreseen?;
        let source = self.reading.tables.claims.get(claim.index())?.source.as_ref()?.tokens;
        figure.filter(|_| source == Run::new(at, at + 1))
    }

    /// Who answers the question in which "he" or "she" at token `at` is the subject: "Asked by Berg if he would, *Poe* said".
    pub(super) fn questioned(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let sentence = tables.sentences.get(self.sentence as usize)?.tokens;
        let (first, end) = (sentence.first(), sentence.after());
        let asked = first + usize::from(tables.is_one_of(first, &WHEN));
        let subject = tables.is_one_of(at, &[key("he"), key("she")]);
        if !(subject && ASKED.holds(tables.key(asked)) && at < first + QUESTION) {
            return None;
        }
        let mention = subject_after(tables, at + 1..end.min(at + QUESTION))?;
        self.person_named(mention.entity, gender)
    }

    /// The subject of the sentence, where "he", "she", "his" or "her" at token `at` stands in what is told before it and names
    /// nobody: "Despite her doubts, *Poe* …".
    pub(super) fn subject_ahead(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let sentence = tables.sentences.get(self.sentence as usize)?.tokens;
        let (first, end) = (sentence.first(), sentence.after());
        // "*Even* as he spoke, Poe …"
        let word = first + usize::from(tables.tag(first).is_adverb());
        let opens = matches!(tables.tag(word), Tag::IN | Tag::VBG | Tag::VBN | Tag::WRB);
        if !opens || at > first + FRONTED {
            return None;
        }
        let fits = |told| told == Gender::Unknown || told == gender;
        let named = |at: usize| {
            let entity = tables.entity_at(at).filter(|it| it.kind == EntityType::Person);
            entity.is_some_and(|it| fits(it.gender))
        };
        let mention = subject_after(tables, at + 1..end.min(at + FRONTED))?;
        let other = (first..mention.tokens.first()).any(named);
        let same = tables.speech(at) == tables.speech(mention.tokens.first());
        if other || !same { None } else { self.person_named(mention.entity, gender) }
    }

    /// Whom the sentence of "he" or "she" at token `at` says that it is about: "As for *Poe*, he …".
    pub(super) fn topic(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let first = tables.sentences.get(self.sentence as usize)?.tokens.first();
        let about = tables.is(first, key("as")) && tables.is(first + 1, key("for"));
        let mention = tables.mention_at(first + 2).filter(|_| about)?;
        let end = mention.tokens.after();
        let next = tables.kind(end) == Kind::Comma && end + 1 == at;
        next.then(|| self.person_named(mention.entity, gender))?
    }

    /// Whose words the noun for them tells, in which "he" or "she" at token `at` is the subject: "Berg mocked *Poe's* claim that
    /// he …"; where they are denied, it may be either.
    pub(super) fn told_by_owner(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        const THAT: u64 = key("that");
        let Reading { tables, lexicon, .. } = self.reading;
        let that = at.checked_sub(1).filter(|it| tables.is(*it, THAT))?;
        let noun = before_time(tables, that)?;
        let tells = |entry: &CueEntry| {
            let own =
                !matches!(entry.act, Act::Accuse | Act::Criticise | Act::Complain | Act::Warn);
            own && entry.has(FrameKind::That)
        };
        let phrase = tables.phrase_at(noun)?.tokens;
        let mark = phrase.range().find(|at| *at < noun && tables.tag(*at) == Tag::POS)?;
        let owner = tables.mention_at(mark.checked_sub(1)?)?;
        let start = phrase.first().min(owner.tokens.first());
        let verb = start.checked_sub(1).map_or(0, |at| tables.key(at));
        let denied = lexicon.cues.has(verb, CueClass::Verb, |it| it.act == Act::Deny);
        let told = lexicon.cues.has(tables.key(noun), CueClass::Noun, tells);
        let same = tables.speech(at) == tables.speech(noun);
        (told && !denied && same).then(|| self.person_named(owner.entity, gender))?
    }

    /// The subject of the clause on which that of "he" or "she" at token `at` hangs, behind another that opens the sentence:
    /// "As Berg spoke, *Poe* laughed as she …".
    pub(super) fn main_subject(&mut self, asked: &Asked, gender: Gender) -> Option<FigureId> {
        const OPENERS: [u64; 7] =
            keys(["as", "while", "when", "after", "before", "because", "since"]);
        let tables = self.reading.tables;
        let sentence = tables.sentences.get(self.sentence as usize)?.tokens;
        let first = sentence.first();
        let word = first + usize::from(tables.tag(first).is_adverb());
        let hangs = asked.hangs && asked.place == Place::Subject && asked.at < first + 2 * FRONTED;
        if !hangs || !tables.is_one_of(word, &OPENERS) {
            return None;
        }
        let mention = subject_after(tables, word + 1..asked.at)?;
        let end = mention.tokens.end;
        let person = |it: &Sighting| {
            let kind = self.cast.figure(it.figure).map(|figure| figure.kind);
            kind == Some(FigureKind::Person)
        };
        let mut since = self.cast.sightings.iter().rev().take_while(|it| it.run.start >= end);
        let same = tables.speech(asked.at) == tables.speech(mention.tokens.first());
        (same && !since.any(person)).then(|| self.person_named(mention.entity, gender))?
    }

    /// Of whom the clause supposes something that opens the sentence, where "he" or "she" is a later subject that nobody tells: "If
    /// *Poe* wins, there is no doubt that she …".
    pub(super) fn supposed(&mut self, asked: &Asked, gender: Gender) -> Option<FigureId> {
        const AND: [u64; 2] = keys(["and", "but"]);
        let tables = self.reading.tables;
        let sentence = tables.sentences.get(self.sentence as usize)?.tokens;
        let first = sentence.first();
        let word = first + usize::from(tables.is_one_of(first, &AND));
        let later = asked.place == Place::Subject && asked.said.is_empty() && asked.speech == 0;
        let near = asked.at < word + 2 * FRONTED;
        if !(later && near && tables.is_one_of(word, &keys(["if", "unless"]))) {
            return None;
        }
        let mention = tables.mention_at(word + 1)?;
        let comma =
            (mention.tokens.after()..asked.at).find(|at| tables.kind(*at) == Kind::Comma)?;
        let finite = (mention.tokens.after()..comma).any(|at| tables.tag(at).is_finite());
        let after = tables.mentions.partition_point(|it| it.tokens.start < mention.tokens.end);
        let rest = tables.mentions.get(after..).unwrap_or_default();
        let mut others = rest.iter().take_while(|it| it.tokens.first() < asked.at);
        let person = |it: &Mention| tables.entity_type(it) == Some(EntityType::Person);
        (finite && !others.any(person)).then(|| self.person_named(mention.entity, gender))?
    }

    /// The subject of what introduces the words of "he" or "she" by a colon: "Poe, who had worked for Berg, was blunt: “It is late,”
    /// *he* said".
    pub(super) fn before_colon(&mut self, asked: &Asked, gender: Gender) -> Option<FigureId> {
        let tables = self.reading.tables;
        let sentence = tables.sentences.get(self.sentence as usize)?.tokens;
        let (first, said) = (sentence.first(), asked.said.first());
        let colon = said.checked_sub(1).filter(|at| tables.kind(*at) == Kind::Colon)?;
        let quoted =
            asked.quotes && asked.place == Place::Subject && asked.said.end <= asked.at as u32;
        if !(quoted && first < colon && colon < first + COLON) {
            return None;
        }
        let mut phrases = (first..colon)
            .filter_map(|at| tables.phrase_at(at).filter(|it| it.tokens.first() == at));
        let subject = phrases.find(|it| it.kind == PhraseKind::Noun)?;
        let opens = subject.tokens.first() == first
            || tables.mention_at(first).is_some_and(|it| it.tokens.holds(subject.head()));
        let mention = tables.mention_at(subject.head()).filter(|_| opens)?;
        let finite = (mention.tokens.after()..colon).any(|at| tables.tag(at).is_finite());
        finite.then(|| self.person_named(mention.entity, gender))?
    }

    /// Whom a verb blames or praises for what the "his" or "her" at token `at` owns: "Berg attacked *Poe* for his views".
    pub(super) fn blamed(&mut self, at: usize, gender: Gender) -> Option<FigureId> {
        const FOR: u64 = key("for");
        let Reading { tables, lexicon, .. } = self.reading;
        let for_ = at.checked_sub(1).filter(|it| tables.is(*it, FOR))?;
        let object = tables.mention_at(for_.checked_sub(1)?)?;
        let verb = object.tokens.first().checked_sub(1).filter(|it| tables.tag(*it).is_verb())?;
        let own = tables.tag(at) == Tag::PRPS;
        let blames = lexicon.cues.blames(tables.key(verb));
        (own && blames).then(|| self.person_named(object.entity, gender))?
    }

    /// Of whom an obituary goes on to tell in a new paragraph, whoever spoke of the dead in between: "*She* never married".
    pub(super) fn mourned(&mut self, at: usize, gender: Gender, asked: &Asked) -> Option<FigureId> {
        const BORN: usize = 12;
        let tables = self.reading.tables;
        let dead = self.dead.filter(|_| !asked.speaks && asked.speech == 0)?;
        let before = tables.sentences.get(self.sentence.checked_sub(1)? as usize)?;
        let sentence = tables.sentences.get(self.sentence as usize)?;
        let first = sentence.tokens.first();
        let born = tables.is(first, key("born")) && at < first + BORN;
        let opens = sentence.block != before.block && (at == first || born);
        let entity = self.cast.figure(dead)?.entity.filter(|_| opens)?;
        (asked.place == Place::Subject).then(|| self.person_named(entity, gender))?
    }

    /// The figure of an entity, if that is a person of whom "he" or "she" may be said.
    pub(super) fn person_named(&mut self, entity: EntityId, gender: Gender) -> Option<FigureId> {
        let figure = self.cast.figure_of(self.reading, entity)?;
        let fits = |told| told == Gender::Unknown || told == gender;
        self.cast
            .figure(figure)
            .is_some_and(|it| it.kind == FigureKind::Person && fits(it.gender))
            .then_some(figure)
    }
}

/// Whether an obituary begins with the sentence that the name opens: "*Ann Poe*, who built the bridge, died on Monday. She was 93."
pub(super) fn has_died(tables: &Tables, sentence: u32, name: Run) -> bool {
    /// How many sentences tell how old the dead was, at most.
    const AGED: usize = 3;
    const TOLD: [u64; 5] = keys(["was", "aged", "at", "age", "of"]);
    let all = tables.sentences.get(sentence as usize..).unwrap_or_default();
    let Some(own) = all.first().map(|it| it.tokens) else { return false };
    let opens = name.first() <= own.first() + 2;
    let dies = |at: usize| tables.is(at, key("died")) && !tables.tag(at - 1).is_relative();
    let age = |at: usize| {
        tables.tag(at) == Tag::CD
            && tables.is_one_of(at - 1, &TOLD)
            && matches!(tables.kind(at + 1), Kind::Stop | Kind::Comma)
    };
    let mut near = all.iter().take(AGED).flat_map(|it| it.tokens.range().skip(1));
    opens && own.range().skip(1).any(dies) && near.any(age)
}

/// The token before `end`, or before the time that ends there: "his *claim* in May that he".
fn before_time(tables: &Tables, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let time =
        tables.mention_at(last).filter(|it| tables.entity_type(it) == Some(EntityType::Time));
    let Some(time) = time else { return Some(last) };
    let before = time.tokens.first().checked_sub(1)?;
    before.checked_sub(usize::from(tables.tag(before) == Tag::IN))
}

/// The name that is a subject right behind the first comma of a stretch before which one is.
fn subject_after(tables: &Tables, stretch: Range<usize>) -> Option<&Mention> {
    let mut commas = stretch.filter(|at| tables.kind(*at) == Kind::Comma);
    let head = commas.find_map(|comma| {
        let phrase = tables.phrase_at(comma + 1)?;
        let begins = phrase.kind == PhraseKind::Noun && phrase.tokens.first() == comma + 1;
        let acts = begins && classify_place(tables, phrase.tokens) == Place::Subject;
        acts.then_some(phrase.head())
    });
    tables.mention_at(head?)
}

/// The entity of a source that begins with a name, or with its title or role.
pub(super) fn named_source(tables: &Tables, source: Run) -> Option<EntityId> {
    const BEFORE: usize = 6;
    let mut near = source.range().take(BEFORE);
    let mention = near.find_map(|at| tables.mention_at(at))?;
    let before = Run::new(source.first(), mention.tokens.first());
    let hangs = before.range().any(|at| matches!(tables.tag(at), Tag::IN | Tag::TO | Tag::WP));
    let owns = tables.tag(mention.tokens.after()) == Tag::POS;
    // "some *Poe* supporters"
    let phrase = tables.phrase_at(mention.tokens.first());
    let main = phrase.is_none_or(|it| mention.tokens.holds(it.head()));
    (main && !hangs && !owns).then_some(mention.entity)
}

/// The clause that tells what was asked and that the pronoun at `at` answers: before the comma that it follows, "Asked if Poe
/// had called, he", or in the sentence before the one that quotes it, "Asked if Poe had called, the mayor laughed. “No,” he said".
pub(super) fn question_before(tables: &Tables, sentence: u32, at: usize, quotes: bool) -> Run {
    let comma = |at: usize| tables.kind(at) == Kind::Comma;
    let begins = |first: usize| (first..first + 2).any(|at| ASKED.holds(tables.key(at)));
    let nth = |number: u32| tables.sentences.get(number as usize).map(|it| (it.tokens, it.block));
    let Some((own, block)) = nth(sentence) else { return Run::default() };
    if at > 0 && comma(at - 1) && begins(own.first()) {
        return Run::new(own.first(), at);
    }
    let before =
        sentence.checked_sub(1).and_then(nth).filter(|(_, other)| quotes && *other == block);
    let Some((asked, _)) = before.filter(|(asked, _)| begins(asked.first())) else {
        return Run::default();
    };
    let end = asked.range().take(QUESTION).find(|at| comma(*at));
    end.map_or(Run::default(), |end| Run::new(asked.first(), end))
}
