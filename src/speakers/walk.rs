//! One walk over the article: notes where each figure stands and resolves pronouns and nouns by what came before.

use super::cast::{Cast, Figure, FigureKind, Sighting, is_country};
use super::clause::{Place, classify_place};
use super::nominals::{Determiner, Epithet, Lookup, Nominal, name_beside, read_nominal};
use super::pronouns::{self, Asked, Candidate, Pronoun, classify_pronoun};
use super::settle::Changes;
use super::words::SpeakerWords;
use crate::document::{
    EntityType, Form, Kind, Mention, Part, PhraseKind, Quotation, Resolution, Tables, Tag, Token,
};
use crate::entities::gazetteer::{Gazetteer, Way};
use crate::lexicon::{Gender, Lexicon, RoleKind, key, keys};
use crate::span::{Run, Span};

/// What a token means that names nothing by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) token: u32,
    pub(super) figure: u32,
    pub(super) how: Resolution,
    /// The expression that it was resolved by; empty where a list told.
    pub(super) antecedent: Run,
}

/// Everything the walk reads.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) words: &'a SpeakerWords,
}

/// What the walk finds.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) cast: Cast,
    /// In text order.
    pub(super) meanings: Vec<Meaning>,
    pub(super) changes: Changes,
    /// Sources and addressees with their claims, in text order.
    speakers: Vec<(Run, u32)>,
    /// Quotations with who speaks them, in the order of the sources.
    voices: Vec<(Span, u32)>,
    sentence: u32,
    /// The first mention that does not end before the phrase.
    mention: usize,
}

/// Chooses among the candidates of "he" or "she" at a token; the trainer chooses otherwise.
pub(super) type Choose<'c> = dyn FnMut(usize, &Cast, &[Candidate]) -> Option<usize> + 'c;

/// Walks over the article.
pub(super) fn walk_article(reading: Reading, choose: &mut Choose) -> Walk {
    let tables = reading.tables;
    let mut speakers: Vec<(Run, u32)> = Vec::new();
    for claim in &tables.claims {
        speakers.extend(claim.source.iter().map(|source| (source.tokens, claim.id)));
    }
    speakers.sort_unstable_by_key(|(run, claim)| (run.start, run.end, *claim));
    let mut walk = Walk { cast: Cast::new(tables, reading.gazetteer), speakers, ..Walk::default() };
    for (at, sentence) in tables.sentences.iter().enumerate() {
        walk.sentence = at as u32;
        if matches!(sentence.part, Part::Byline | Part::Credit | Part::Dateline) {
            continue;
        }
        let mut token = sentence.tokens.first();
        while token < sentence.tokens.end as usize {
            let phrase =
                tables.phrase_of.get(token).and_then(|phrase| tables.phrases.get(*phrase as usize));
            let run = phrase.map_or(Run::new(token, token + 1), |phrase| phrase.tokens);
            walk.phrase(
                reading,
                run,
                phrase.filter(|phrase| phrase.kind == PhraseKind::Noun).map(|it| it.head),
                choose,
            );
            token = (run.end as usize).max(token + 1);
        }
    }
    walk.meanings.sort_by_key(|meaning| meaning.token);
    walk
}

/// Whether a word of this tag may be a pronoun; "that" is tagged like a preposition at times.
fn may_be_pronoun(tag: Tag) -> bool {
    matches!(tag, Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT | Tag::IN)
}

/// Forms of "be", after which a noun tells what somebody is and means nobody new.
const BE: [u64; 9] = keys(["is", "was", "are", "were", "be", "been", "being", "'s", "become"]);

impl Walk {
    fn phrase(&mut self, reading: Reading, run: Run, head: Option<u32>, choose: &mut Choose) {
        let tables = reading.tables;
        let ended = |mention: &Mention| mention.tokens.end <= run.start;
        while tables.mentions.get(self.mention).is_some_and(ended) {
            self.mention += 1;
        }
        let mention = tables.mentions.get(self.mention);
        let named = mention.is_some_and(|mention| mention.tokens.start < run.end);
        if !named && head.is_none() && !run.range().any(|at| may_be_pronoun(tables.tag(at))) {
            return;
        }
        let mut head_named = false;
        let mut next = self.mention;
        let mut at = run.first();
        while at < run.end as usize {
            let mention = tables
                .mentions
                .get(next)
                .filter(|mention| mention.tokens.first() < run.end as usize);
            let mention = mention.filter(|mention| mention.tokens.holds(at));
            let named = mention.filter(|mention| !is_title(reading, mention));
            let end = mention.map_or(at + 1, |mention| mention.tokens.end as usize);
            match named {
                Some(mention) => {
                    if mention.tokens.first() == at {
                        self.name(reading, mention, run, head);
                    }
                    head_named |= head.is_some_and(|head| mention.tokens.holds(head as usize));
                }
                None => {
                    for at in at..end.min(run.end as usize) {
                        if may_be_pronoun(tables.tag(at)) {
                            self.pronoun(reading, at, run, choose);
                        }
                    }
                }
            }
            let demonym = mention.filter(|mention| mention.form == Form::Demonym);
            if let Some(head) = head
                && demonym.is_some_and(|mention| mention.tokens.holds(head as usize))
            {
                self.one_of(reading, run, head as usize);
            }
            next += usize::from(mention.is_some());
            at = end;
        }
        let Some(head) = head.map(|head| head as usize) else { return };
        if !head_named && tables.tag(head) != Tag::PRP {
            self.noun(reading, run, head);
        }
    }

    fn name(&mut self, reading: Reading, mention: &Mention, run: Run, head: Option<u32>) {
        let tables = reading.tables;
        let Some(figure) = self.cast.figure_of(tables, reading.gazetteer, mention.entity) else {
            return;
        };
        let is_head = head.is_none_or(|head| mention.tokens.holds(head as usize));
        let end = mention.tokens.end.max(if is_head { run.end } else { 0 });
        let whole = Run { start: run.start.min(mention.tokens.start), end };
        let place = match classify_place(tables, whole) {
            Place::Possessor => Place::Possessor,
            place if is_head => place,
            _ => Place::Modifier,
        };
        if let Some(name) = mention.name {
            let title = mention.tokens.range().filter_map(|at| tables.tokens.get(at)).take(12);
            let words = title.take_while(|token| token.start < name.start).map(|token| token.key);
            if let Some(figure) = self.cast.figures.get_mut(figure as usize) {
                figure.remember(words);
            }
        }
        self.sight(reading, figure, mention.tokens, place, mention.form);
        if place != Place::Modifier {
            self.coordination(reading, mention.tokens);
        }
    }

    /// After "A and B": the two together.
    fn coordination(&mut self, reading: Reading, run: Run) {
        let tables = reading.tables;
        let [.., first, second] = self.cast.sightings.as_slice() else { return };
        let (first, second) = (*first, *second);
        let and = run.first().checked_sub(1).is_some_and(|at| tables.is(at, key("and")));
        let kind =
            |sighting: &Sighting| self.cast.figure(sighting.figure).map(|figure| figure.kind);
        let people = matches!(kind(&first), Some(FigureKind::Person | FigureKind::People))
            && kind(&second) == Some(FigureKind::Person)
            || matches!(kind(&first), Some(FigureKind::Country | FigureKind::Place))
                && kind(&first) == kind(&second)
            || kind(&first) == Some(FigureKind::Organisation) && kind(&first) == kind(&second);
        if !and || !people || first.run.end + 1 != run.start || first.sentence != second.sentence {
            return;
        }
        let mut group = Figure::new(FigureKind::People, Gender::Unknown);
        group.members = vec![first.figure, second.figure];
        let figure = self.cast.add(group);
        let run = Run { start: first.run.start, end: run.end };
        self.sight(reading, figure, run, second.place, Form::Nominal);
    }

    fn sight(&mut self, reading: Reading, figure: u32, run: Run, place: Place, form: Form) {
        let tables = reading.tables;
        let speaks = self.claim_of(tables, run).is_some()
            && place != Place::Possessor
            && place != Place::Modifier;
        let sighting = Sighting {
            figure,
            run,
            sentence: self.sentence,
            block: tables
                .sentences
                .get(self.sentence as usize)
                .map_or(0, |sentence| sentence.block),
            speech: tables.speech(run.first()),
            place,
            form,
            speaks,
        };
        self.cast.sight(sighting);
        if speaks {
            self.speaks(reading, figure, run);
        }
    }

    /// Notes that a figure is the source at `run`: what no list knows and speaks is no place, and nobody calls himself "he".
    fn speaks(&mut self, reading: Reading, figure: u32, run: Run) {
        let tables = reading.tables;
        if self.cast.figure(figure).is_some_and(|figure| figure.kind == FigureKind::Place) {
            self.retype(figure, FigureKind::Organisation);
        }
        let claim = self.claim_of(tables, run).and_then(|id| tables.claims.get(id as usize));
        let quoted = claim.map_or(&[][..], |claim| claim.content.quoted.as_slice());
        self.voices.extend(quoted.iter().map(|span| (*span, figure)));
    }

    /// Who speaks the words at a byte, as far as the text has told.
    fn voice(&self, byte: u32) -> Option<u32> {
        let mut near = self.voices.iter().rev().take(8);
        near.find(|(span, _)| span.start <= byte && byte < span.end).map(|(_, figure)| *figure)
    }

    /// The claim whose source has the tokens at its top: not after a preposition or in a relative clause.
    fn claim_of(&self, tables: &Tables, run: Run) -> Option<u32> {
        let after = self.speakers.partition_point(|(source, _)| source.start <= run.start);
        let near = after.saturating_sub(4)..after;
        let (source, claim) =
            self.speakers.get(near)?.iter().rev().find(|(source, _)| source.contains(run))?;
        let inside = source.first()..run.first();
        let top = inside.len() <= 24
            && !inside.into_iter().any(|at| matches!(tables.tag(at), Tag::IN | Tag::WP | Tag::WDT));
        top.then_some(*claim)
    }

    fn asked(&self, reading: Reading, at: usize, run: Run) -> Asked {
        let tables = reading.tables;
        let possessor = matches!(tables.tag(at), Tag::PRPS);
        let place = if possessor { Place::Possessor } else { classify_place(tables, run) };
        let claim = self
            .claim_of(tables, Run::new(at, at + 1))
            .and_then(|claim| tables.claims.get(claim as usize));
        let start = tables.tokens.get(at).map_or(0, |token| token.start);
        let spans = claim.map_or(&[][..], |claim| claim.content.spans.as_slice());
        let before = spans.iter().rev().find(|span| span.end <= start);
        let token_at = |byte: u32| tables.tokens.partition_point(|token| token.start < byte);
        Asked {
            at,
            sentence: self.sentence,
            block: tables
                .sentences
                .get(self.sentence as usize)
                .map_or(0, |sentence| sentence.block),
            speech: tables.speech(at),
            place,
            speaks: claim.is_some(),
            quotes: claim.is_some_and(|claim| claim.quotation == Quotation::Direct),
            voice: self.voice(start),
            said: before
                .map_or(Run::default(), |span| Run::new(token_at(span.start), token_at(span.end))),
        }
    }

    fn pronoun(&mut self, reading: Reading, at: usize, run: Run, choose: &mut Choose) {
        let tables = reading.tables;
        let Some(token) = tables.tokens.get(at) else { return };
        let relative = matches!(token.tag, Tag::WP | Tag::WDT)
            || token.tag == Tag::IN && token.key == key("that");
        if relative
            && pronouns::is_relative(token.key)
            && self.claim_of(tables, Run::new(at, at + 1)).is_some()
        {
            let wanted: &[FigureKind] = match token.key {
                word if word == key("who") || word == key("whom") => {
                    &[FigureKind::Person, FigureKind::People]
                }
                _ => &[FigureKind::Organisation, FigureKind::Country, FigureKind::People],
            };
            let figure = self.before(at, wanted);
            return self.means(reading, at, figure, Place::Subject);
        }
        if !matches!(token.tag, Tag::PRP | Tag::PRPS) {
            return;
        }
        let run = if token.tag == Tag::PRP { run } else { Run::new(at, at + 1) };
        let asked = self.asked(reading, at, run);
        let figure = match classify_pronoun(token.key) {
            Some(Pronoun::Person(gender)) => {
                let candidates = pronouns::find_candidates(tables, &self.cast, &asked, gender);
                let according =
                    at > 1 && tables.is(at - 1, key("to")) && tables.is(at - 2, key("according"));
                let speaker = if according { pronouns::latest_speaker(&candidates) } else { None };
                let chosen = speaker.or_else(|| choose(at, &self.cast, &candidates));
                let chosen = chosen.and_then(|chosen| candidates.get(chosen));
                let figure = chosen.map(|candidate| candidate.figure);
                if let Some(figure) =
                    figure.and_then(|figure| self.cast.figures.get_mut(figure as usize))
                {
                    figure.called[usize::from(gender == Gender::Male)] += 1;
                }
                figure
            }
            Some(Pronoun::It) if asked.speaks => pronouns::find_it(&self.cast, &asked),
            Some(Pronoun::They) if asked.speaks => pronouns::find_they(&self.cast, &asked),
            _ => None,
        };
        self.means(reading, at, figure, asked.place);
    }

    /// The figure of a wanted kind whose noun phrase ends just before `at`.
    fn before(&self, at: usize, wanted: &[FigureKind]) -> Option<u32> {
        let near = self.cast.recent().map(|(_, sighting)| sighting).take(4);
        let fits = |sighting: &&Sighting| {
            self.cast.figure(sighting.figure).is_some_and(|figure| wanted.contains(&figure.kind))
        };
        let found = near.filter(fits).find(|sighting| {
            sighting.sentence == self.sentence
                && sighting.run.end as usize + 8 >= at
                && sighting.place != Place::Possessor
        });
        found.map(|sighting| sighting.figure)
    }

    fn means(&mut self, reading: Reading, at: usize, figure: Option<u32>, place: Place) {
        let Some(figure) = figure else { return };
        let antecedent = self.cast.figure(figure).map_or(Run::default(), |figure| figure.naming);
        let run = Run::new(at, at + 1);
        self.meanings.push(Meaning {
            token: at as u32,
            figure,
            how: Resolution::Pronoun,
            antecedent,
        });
        if let Some(entity) = self.cast.figure(figure).and_then(|figure| figure.entity) {
            self.changes.added.push((run, Form::Pronoun, entity));
        }
        self.sight(reading, figure, run, place, Form::Pronoun);
    }

    fn noun(&mut self, reading: Reading, run: Run, head: usize) {
        let Reading { tables, gazetteer, lexicon, words, .. } = reading;
        let lookup = Lookup { tables, gazetteer, words };
        let nominal = read_nominal(tables, gazetteer, lexicon, run, head);
        if let Some(mention) = name_beside(tables, run.end as usize)
            && self.introduces(reading, run, head, nominal.as_ref(), mention)
        {
            return;
        }
        let Some(nominal) = nominal else {
            return self.other_noun(reading, run, head);
        };
        let place = classify_place(tables, run);
        if let Some(id) = self.described(reading, run, place, FigureKind::Person) {
            return self.describes(reading, id, run, head);
        }
        if nominal.role.kind == RoleKind::Spokes {
            self.employer(reading, &nominal);
        }
        let taken = nominal.determiner != Determiner::Indefinite && !nominal.role.plural;
        let figure = if taken { lookup.person(&mut self.cast, &nominal) } else { None };
        let figure = figure.or_else(|| {
            let epithet = taken && lookup.tells_news(&nominal);
            let epithet = epithet.then_some(Epithet { gender: nominal.role.gender, age: false });
            lookup.epithet(&self.cast, self.sentence, epithet?)
        });
        match figure {
            Some(_) => self.stands_for(reading, figure, mention_run(tables, &nominal), head, place),
            None => self.somebody(reading, &nominal, place),
        }
    }

    /// A noun phrase that names no person's role: an age, or the kind of an organisation.
    fn other_noun(&mut self, reading: Reading, run: Run, head: usize) {
        let Reading { text, tables, gazetteer, words, .. } = reading;
        let lookup = Lookup { tables, gazetteer, words };
        let Some(token) = tables.tokens.get(head) else { return };
        let the = tables.is(run.first(), key("the"));
        let organisation = words.organisations.contains_key(&token.key);
        if !the && !organisation {
            return;
        }
        let place = classify_place(tables, run);
        if organisation
            && let Some(id) = self.described(reading, run, place, FigureKind::Organisation)
        {
            return self.describes(reading, id, run, head);
        }
        if !the {
            return;
        }
        let figure = if token.kind == Kind::Number || token.has(Token::HYPHEN) {
            let age = token.span().of(text).ends_with("-year-old");
            let epithet = age.then_some(Epithet { gender: Gender::Unknown, age });
            lookup
                .by_age(text, &self.cast, head)
                .or_else(|| lookup.epithet(&self.cast, self.sentence, epithet?))
        } else {
            lookup.organisation(&self.cast, self.sentence, head)
        };
        self.stands_for(reading, figure, run, head, place);
    }

    /// "the Italian", "the Republican": a person of the people or party that the mention names.
    fn one_of(&mut self, reading: Reading, run: Run, head: usize) {
        let Reading { text, tables, gazetteer, words, .. } = reading;
        let Some(token) = tables.tokens.get(head) else { return };
        // "The French" and "the Republicans" are many.
        let many = ["s", "sh", "ch", "ese"].iter().any(|end| token.span().of(text).ends_with(end));
        if many || !tables.is(run.first(), key("the")) || self.claim_of(tables, run).is_none() {
            return;
        }
        let lookup = Lookup { tables, gazetteer, words };
        let epithet = Epithet { gender: Gender::Unknown, age: false };
        let figure = lookup.epithet(&self.cast, self.sentence, epithet);
        self.stands_for(reading, figure, run, head, classify_place(tables, run));
    }

    /// Notes what a noun phrase says of the name set beside it: "the mayor, Ann Poe". False where it says nothing of it.
    fn introduces(
        &mut self,
        reading: Reading,
        run: Run,
        head: usize,
        nominal: Option<&Nominal>,
        mention: &Mention,
    ) -> bool {
        let Reading { tables, gazetteer, words, .. } = reading;
        let Some(noun) = tables.tokens.get(head).map(|token| token.key) else { return false };
        let kind = match nominal {
            Some(nominal) if nominal.role.plural => return false,
            Some(_) => FigureKind::Person,
            None if words.organisations.contains_key(&noun) => FigureKind::Organisation,
            None => return false,
        };
        let Some(id) = self.cast.figure_of(tables, gazetteer, mention.entity) else { return false };
        // "The owner, Vestfrakt,": a role may be an organisation's too.
        let organisation =
            self.cast.figure(id).is_some_and(|figure| figure.kind == FigureKind::Organisation);
        let listed = self.cast.figure(id).is_some_and(|figure| figure.row.is_some());
        let may_be_either =
            nominal.is_some_and(|nominal| nominal.role.kind == RoleKind::Person) || listed;
        let keeps_kind = organisation && may_be_either;
        if !(keeps_kind || self.retype(id, kind)) {
            return false;
        }
        let Some(figure) = self.cast.figures.get_mut(id as usize) else { return false };
        figure.remember(keys_of(tables, run));
        if let Some(nominal) = nominal
            && figure.gender == Gender::Unknown
        {
            figure.gender = nominal.role.gender;
        }
        let how = Resolution::Apposition;
        self.meanings.push(Meaning {
            token: head as u32,
            figure: id,
            how,
            antecedent: mention.tokens,
        });
        true
    }

    /// Takes a figure for one of a kind, unless a list knows better.
    fn retype(&mut self, figure: u32, kind: FigureKind) -> bool {
        let Some(figure) = self.cast.figures.get_mut(figure as usize) else { return false };
        if figure.kind != kind && figure.row.is_none() && figure.entity.is_some() {
            figure.kind = kind;
        }
        figure.kind == kind
    }

    /// Notes what a noun phrase says of somebody who was named before it.
    fn describes(&mut self, reading: Reading, id: u32, run: Run, head: usize) {
        let tables = reading.tables;
        let Some(figure) = self.cast.figures.get_mut(id as usize) else { return };
        figure.remember(keys_of(tables, run));
        let (how, antecedent) = (Resolution::Apposition, figure.naming);
        self.meanings.push(Meaning { token: head as u32, figure: id, how, antecedent });
        if self.claim_of(tables, run).is_some() {
            self.sight(reading, id, run, Place::Subject, Form::Nominal);
        }
    }

    /// Notes which organisation "a club spokesman" speaks for.
    fn employer(&mut self, reading: Reading, nominal: &Nominal) {
        let Reading { tables, gazetteer, words, .. } = reading;
        let lookup = Lookup { tables, gazetteer, words };
        let last = nominal.words.last().checked_sub(1).filter(|at| nominal.run.holds(*at));
        let Some(at) = last.filter(|at| tables.mention_at(*at).is_none()) else { return };
        let Some(figure) = lookup.organisation(&self.cast, self.sentence, at) else { return };
        let antecedent = self.cast.figure(figure).map_or(Run::default(), |figure| figure.naming);
        let how = Resolution::Nominal;
        self.meanings.push(Meaning { token: at as u32, figure, how, antecedent });
    }

    /// Whom the noun phrase describes instead of meaning somebody: in "Poe is a lawyer", "Poe, a lawyer,".
    fn described(
        &mut self,
        reading: Reading,
        run: Run,
        place: Place,
        kind: FigureKind,
    ) -> Option<u32> {
        let tables = reading.tables;
        let before = run.first().checked_sub(1)?;
        // ", the mayor said" begins a clause, ", a former mayor said" may not.
        let clause = place == Place::Subject && tables.is(run.first(), key("the"));
        let comma = tables.kind(before) == Kind::Comma && !clause;
        let is = tables.tokens.get(before).is_some_and(|token| BE.contains(&token.key));
        let predicate = is && place == Place::Object;
        let sightings = self.cast.sightings.iter().rev().take(3);
        let mut near = sightings.filter(|sighting| sighting.sentence == self.sentence);
        let id = near.find_map(|sighting| {
            let figure = self.cast.figure(sighting.figure)?;
            figure.entity?;
            let beside = comma && sighting.run.end as usize == before;
            let subject = predicate && sighting.place == Place::Subject && figure.kind == kind;
            (beside || subject).then_some(sighting.figure)
        })?;
        self.retype(id, kind).then_some(id)
    }

    fn stands_for(
        &mut self,
        reading: Reading,
        figure: Option<u32>,
        run: Run,
        head: usize,
        place: Place,
    ) {
        let Some(figure) = figure else { return };
        let Some(found) = self.cast.figure(figure) else { return };
        let (antecedent, entity) = (found.naming, found.entity);
        // Which organisation a noun takes up is a guess that should not make the next one surer.
        let figures = &mut self.cast.figures;
        let person = figures.get_mut(figure as usize).filter(|it| it.kind == FigureKind::Person);
        if let Some(person) = person {
            person.remember(keys_of(reading.tables, Run::new(head, head + 1)));
        }
        self.meanings.push(Meaning {
            token: head as u32,
            figure,
            how: Resolution::Nominal,
            antecedent,
        });
        if let Some(entity) = entity {
            self.changes.added.push((run, Form::Nominal, entity));
        }
        self.sight(reading, figure, run, place, Form::Nominal);
    }

    /// A person or persons without a name, seen first here.
    fn somebody(&mut self, reading: Reading, nominal: &Nominal, place: Place) {
        let tables = reading.tables;
        let kind = if nominal.role.plural { FigureKind::People } else { FigureKind::Person };
        let mut figure = Figure::new(kind, nominal.role.gender);
        figure.remember(keys_of(tables, nominal.words));
        let figure = self.cast.add(figure);
        self.sight(reading, figure, nominal.run, place, Form::Nominal);
    }
}

/// The keys of the first tokens of a run.
fn keys_of(tables: &Tables, run: Run) -> impl Iterator<Item = u64> {
    tables.tokens.get(run.range()).unwrap_or_default().iter().take(8).map(|token| token.key)
}

/// The tokens of a noun's mention: without a possessor, who has a mention of their own.
fn mention_run(tables: &Tables, nominal: &Nominal) -> Run {
    let inside = nominal.run.first()..nominal.words.first();
    let owner = inside.rev().take(8).find(|at| matches!(tables.tag(*at), Tag::POS | Tag::PRPS));
    Run { start: owner.map_or(nominal.run.start, |at| at as u32 + 1), end: nominal.words.end }
}

/// Whether what was taken for a name is a title with no name: "US President", "the Governor".
pub(super) fn is_title(reading: Reading, mention: &Mention) -> bool {
    let Reading { tables, lexicon, .. } = reading;
    let Some(entity) = tables.entities.get(mention.entity as usize) else { return false };
    let words = mention.tokens.len();
    // "King" is a surname where the article has a longer name for the person.
    let whole = || entity.name.split_whitespace().count() == words;
    if entity.row.is_some()
        || mention.name.is_some()
        || mention.form != Form::Name
        || words > 3
        || !whole()
    {
        return false;
    }
    let last = tables.tokens.get(mention.tokens.last()).map_or(0, |token| token.key);
    let the = mention.tokens.first().checked_sub(1).is_some_and(|at| tables.is(at, key("the")));
    let role = lexicon.names.roles.word(last);
    (words > 1 || the || entity.kind != EntityType::Person)
        && role.is_some_and(|role| !matches!(role.kind, RoleKind::Group | RoleKind::Document))
}

/// The country for whose government a place or building is named.
pub(super) fn governed(reading: Reading, mention: &Mention) -> Option<u32> {
    let Reading { tables, gazetteer, .. } = reading;
    let entity = tables.entities.get(mention.entity as usize)?;
    if entity.kind == EntityType::Person || mention.form == Form::Demonym {
        return None;
    }
    if mention.form == Form::Metonym && is_country(gazetteer, entity.row) {
        return entity.row;
    }
    // What the caller's gazetteer names is that and nothing else.
    if entity.row.and_then(|row| gazetteer.row(row)).is_some_and(|row| row.given) {
        return None;
    }
    let words = tables.tokens.get(mention.tokens.range()).unwrap_or(&[]);
    let mut country = None;
    gazetteer.walk(
        &tables.tokens,
        mention.tokens.first(),
        mention.tokens.end as usize,
        |len, names| {
            if len == words.len() {
                let mut metonyms =
                    gazetteer.fitting(names, words).filter(|name| name.way == Way::Metonym);
                country = metonyms
                    .find(|name| is_country(gazetteer, Some(name.row)))
                    .map(|name| name.row);
            }
        },
    );
    country
}
