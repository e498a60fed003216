//! Who has been seen so far: figures, and the places of the text where they stood.

use super::Reading;
use super::clause::Place;
use crate::document::{Entity, EntityId, EntityType, Form, Tables};
use crate::entities::gazetteer::{COUNTRY, Gazetteer};
use crate::key::{TextMap, key, key_of, keys};
use crate::lexicon::{Gender, class};
use crate::span::Run;

/// Which figure: the index in [`Cast::figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FigureId(u32);

impl FigureId {
    /// The figure at this place.
    pub(super) const fn at(index: usize) -> FigureId {
        FigureId(index as u32)
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How far back a resolution looks, in sightings.
pub(super) const REACH: usize = 40;

/// Somebody or something that pronouns and nouns may mean.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) kind: FigureKind,
    /// `None` of somebody without a name.
    pub(super) entity: Option<EntityId>,
    /// The figures of a coordination: "Poe and Berg".
    pub(super) members: Vec<FigureId>,
    pub(super) gender: Gender,
    /// How often "she" and "he" meant it.
    pub(super) called: [u32; 2],
    /// Keys of the words of roles and titles that the article gives it, of nouns that meant it.
    pub(super) words: Vec<u64>,
    /// Keys of nouns that may take it up where nobody else is near.
    pub(super) hints: Vec<u64>,
    /// Where the keys of its name's words stand, of what may be an organisation.
    name: (u32, u32),
    /// The word of that name which says what it is: "Bank" of "Bank of England", "Board" of "Home Estates Board".
    pub(super) head: u64,
    /// Row of the gazetteer.
    pub(super) row: Option<u32>,
    /// The last word of the town or state of which the article says that it is; 0 if it says nothing.
    pub(super) home: u64,
    /// Row of the country of which the article says that it is: "Swiss valve maker Harlund".
    pub(super) nation: Option<u32>,
    /// For whom a lawyer or agent speaks: "Poe's attorney, Carl Berg".
    pub(super) client: Option<FigureId>,
    /// Row of the party whose member the article says that it is.
    pub(super) party: Option<u32>,
    /// It is somebody whom the article does not name.
    pub(super) anonymous: bool,
    /// Nothing but its looks told what kind of thing it is.
    pub(super) doubtful: bool,
    /// How often it was seen.
    pub(super) count: u32,
    /// The sentence in which it was seen first.
    pub(super) first: u32,
    /// The sentences, from 1, in which it was a subject or spoke last, and in which it spoke last; 0 if in none.
    pub(super) acted: u32,
    pub(super) spoke: u32,
    /// The latest expression for it that is no pronoun.
    pub(super) naming: Run,
    /// Its latest sighting, and the latest in which it spoke.
    pub(super) last: u32,
    pub(super) speaking: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureKind {
    Person,
    /// More than one person.
    People,
    Organisation,
    /// A country, which may act as its government.
    Country,
    Place,
}

/// One place where a figure stood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sighting {
    pub(super) figure: FigureId,
    pub(super) run: Run,
    pub(super) sentence: u32,
    pub(super) block: u32,
    /// The quotation of speech around it; 0 outside.
    pub(super) speech: u32,
    pub(super) place: Place,
    pub(super) form: Form,
    /// It is the source of a claim.
    pub(super) speaks: bool,
    /// Who tells the words around it, in or out of quotation marks.
    pub(super) teller: Option<FigureId>,
}

/// The figures of an article and where they were seen.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) figures: Vec<Figure>,
    pub(super) sightings: Vec<Sighting>,
    /// Entities that no name of the article mentions; their ids follow those of the table.
    pub(super) created: Vec<Entity>,
    /// By entity, whether it is the source of a claim.
    speaking: Vec<bool>,
    /// By entity, its figure, if it has one yet.
    of_entity: Vec<Option<FigureId>>,
    /// Persons, the one seen last at the end.
    persons: Vec<FigureId>,
    /// The figures that were added as one person each or turned out to be.
    humans: Vec<FigureId>,
    /// The figures that are, or may turn out to be, organisations.
    things: Vec<FigureId>,
    /// Keys of the words of names.
    names: Vec<u64>,
    /// A bit for each word that says what a name is of, by its key.
    heads: u64,
    bodies: Vec<Body>,
    /// Of whose shares the text told last, and in which sentence.
    pub(super) shares: Option<(FigureId, u32)>,
    by_row: TextMap<EntityId>,
    /// The organisations by name, once one was sought.
    by_name: Option<TextMap<EntityId>>,
    /// How many entities the table has.
    entities: usize,
}

/// An organisation without a name that the text brought up: "a lender".
#[derive(Clone, Copy, Debug)]
struct Body {
    noun: u64,
    sentence: u32,
    /// It is another than who was called so before.
    sure: bool,
}

/// Persons looked through for a pronoun.
pub(super) const PERSONS: usize = 16;
/// Sentences back to what acted last.
const ACTED: u32 = 2;
/// Sentences back to an organisation without a name that a noun takes up, and how many such nouns are looked through.
const BROUGHT_UP: u32 = 4;
const BODIES: usize = 8;
/// Persons looked through for a role, and figures for a kind.
const HUMANS: usize = 32;
const FIGURES: usize = 64;
/// Longest list of words kept of a figure.
const WORDS: usize = 24;
/// What a person or a company may be.
const OWNERS: [u64; 5] = keys(["owner", "operator", "rival", "broker", "supplier"]);
/// Words after which a name goes on with what it is of.
const JOINS: [u64; 6] = keys(["of", "for", "and", "on", "de", "du"]);

impl Cast {
    pub(super) fn new(tables: &Tables, gazetteer: &Gazetteer) -> Cast {
        let by_row = TextMap::with_hasher(tables.spread);
        let mut cast = Cast { entities: tables.entities.len(), by_row, ..Cast::default() };
        cast.of_entity.resize(tables.entities.len(), None);
        cast.speaking.resize(tables.entities.len(), false);
        for source in tables.claims.iter().filter_map(|claim| claim.source.as_ref()) {
            let phrase = tables.phrase_of.get(source.tokens.first()).copied();
            let phrase = phrase.and_then(|phrase| tables.phrases.get(phrase as usize));
            let name = phrase.and_then(|phrase| tables.mention_at(phrase.head()));
            let slot = name.and_then(|name| cast.speaking.get_mut(name.entity.index()));
            slot.into_iter().for_each(|slot| *slot = true);
        }
        for entity in &tables.entities {
            let Some(row) = entity.row else { continue };
            let own = gazetteer.row(row).is_some_and(|row| row.kind == entity.kind);
            if own {
                cast.by_row.entry(u64::from(row)).or_insert(entity.id);
            }
        }
        cast
    }

    /// The entity of a gazetteer row, made where the article has none.
    pub(super) fn entity_of_row(&mut self, gazetteer: &Gazetteer, row: u32) -> Option<EntityId> {
        if let Some(id) = self.by_row.get(&u64::from(row)) {
            return Some(*id);
        }
        let thing = gazetteer.row(row)?;
        let entity = Entity {
            id: EntityId::at(self.entities + self.created.len()),
            kind: thing.kind,
            name: thing.name.to_string(),
            role: None,
            link: thing.link.as_deref().map(str::to_owned),
            mentions: Vec::new(),
            gender: thing.gender,
            row: Some(row),
        };
        let id = entity.id;
        self.created.push(entity);
        self.by_row.insert(u64::from(row), id);
        Some(id)
    }

    /// The organisation of a name that has no mention, made where the article has none.
    pub(super) fn organisation_named(&mut self, tables: &Tables, name: &str) -> EntityId {
        let by_name = self.by_name.get_or_insert_with(|| {
            let organisations =
                tables.entities.iter().filter(|it| it.kind == EntityType::Organisation);
            // Of those with one name the first counts.
            let mut by_name = TextMap::with_hasher(tables.spread);
            by_name.extend(organisations.rev().map(|entity| (key_of(&entity.name), entity.id)));
            by_name
        });
        if let Some(id) = by_name.get(&key_of(name)) {
            return *id;
        }
        let id = self.create(EntityType::Organisation, name.to_owned());
        if let Some(by_name) = &mut self.by_name {
            by_name.insert(key_of(name), id);
        }
        id
    }

    /// A person whom only the label of a turn names.
    pub(super) fn person_named(&mut self, name: String) -> EntityId {
        self.create(EntityType::Person, name)
    }

    /// An entity that no list knows.
    fn create(&mut self, kind: EntityType, name: String) -> EntityId {
        let id = EntityId::at(self.entities + self.created.len());
        self.created.push(Entity {
            id,
            kind,
            name,
            role: None,
            link: None,
            mentions: Vec::new(),
            gender: Gender::Unknown,
            row: None,
        });
        id
    }

    /// Whether the entity is the source of a claim anywhere.
    fn speaks(&self, id: EntityId) -> bool {
        self.speaking.get(id.index()).is_some_and(|speaks| *speaks)
    }

    /// The entity of a gazetteer row, if the article names it.
    pub(super) fn known_row(&self, row: u32) -> Option<EntityId> {
        self.by_row.get(&u64::from(row)).copied()
    }

    /// An entity of the table, or one that was made.
    pub(super) fn entity<'a>(&'a self, tables: &'a Tables, id: EntityId) -> Option<&'a Entity> {
        let new = id.index().checked_sub(self.entities);
        new.map_or_else(|| tables.entities.get(id.index()), |at| self.created.get(at))
    }

    /// The figure of an entity; `None` for times and quantities.
    pub(super) fn figure_of(&mut self, reading: Reading, id: EntityId) -> Option<FigureId> {
        if let Some(Some(figure)) = self.of_entity.get(id.index()) {
            return Some(*figure);
        }
        let mut names = std::mem::take(&mut self.names);
        let figure = self.new_figure(reading, id, &mut names);
        self.names = names;
        let figure = figure?;
        if !self.name(&figure).is_empty() {
            self.heads |= 1 << (figure.head & 63);
        }
        let thing = figure.kind == FigureKind::Organisation || figure.doubtful;
        let figure = self.add(figure);
        if thing {
            self.things.push(figure);
        }
        if self.of_entity.len() <= id.index() {
            self.of_entity.resize(id.index() + 1, None);
        }
        self.of_entity[id.index()] = Some(figure);
        Some(figure)
    }

    /// Makes the figure of an entity that was not seen before; the keys of its name go to `names`.
    fn new_figure(&self, reading: Reading, id: EntityId, names: &mut Vec<u64>) -> Option<Figure> {
        let Reading { tables, gazetteer, lexicon, .. } = reading;
        let entity = self.entity(tables, id)?;
        let kind = match entity.kind {
            EntityType::Person => FigureKind::Person,
            EntityType::Organisation => FigureKind::Organisation,
            EntityType::Place if is_country(gazetteer, entity.row) => FigureKind::Country,
            EntityType::Place if entity.row.is_none() && self.speaks(id) => {
                FigureKind::Organisation
            }
            EntityType::Place => FigureKind::Place,
            EntityType::Time | EntityType::Quantity | EntityType::Other => return None,
        };
        let mut figure = Figure::new(kind, entity.gender);
        figure.entity = Some(id);
        figure.row = entity.row;
        let start = names.len();
        // What no list has may turn out to be an organisation.
        if entity.kind != EntityType::Person || entity.row.is_none() {
            names.extend(entity.name.split(' ').take(WORDS).map(key_of));
            figure.name = (start as u32, names.len() as u32);
            figure.head = head_of(&entity.name, names.get(start..).unwrap_or_default());
        }
        let name = names.get(start..).unwrap_or_default();
        let first = name.first().map_or(0, |word| lexicon.names.class(*word));
        let titled = || entity.mentions.iter().any(|mention| mention.name.is_some());
        figure.doubtful = entity.row.is_none()
            && entity.role.is_none()
            && (name.len() == 1 || first & class::GIVEN == 0)
            && !titled();
        if let Some(role) = &entity.role {
            figure.words.extend(role.split(' ').take(12).map(key_of));
        }
        Some(figure)
    }

    /// Notes that a figure is a person after all.
    pub(super) fn note_human(&mut self, figure: FigureId) {
        let near = self.humans.iter().rev().take(HUMANS);
        if !near.into_iter().any(|it| *it == figure) {
            self.humans.push(figure);
        }
    }

    /// Whether a name seen so far may be that of such a thing: "board" of "Home Estates Board"; never wrongly false.
    pub(super) fn may_name(&self, noun: u64) -> bool {
        self.heads & 1 << (noun & 63) != 0
    }

    /// The keys of the words of a figure's name, of what may be an organisation.
    pub(super) fn name(&self, figure: &Figure) -> &[u64] {
        self.names.get(figure.name.0 as usize..figure.name.1 as usize).unwrap_or_default()
    }

    pub(super) fn add(&mut self, figure: Figure) -> FigureId {
        let id = FigureId::at(self.figures.len());
        if figure.kind == FigureKind::Person {
            self.humans.push(id);
        }
        self.figures.push(figure);
        id
    }

    pub(super) fn figure(&self, figure: FigureId) -> Option<&Figure> {
        self.figures.get(figure.index())
    }

    /// The latest expression for a figure that is no pronoun.
    pub(super) fn naming(&self, figure: FigureId) -> Run {
        self.figure(figure).map_or(Run::default(), |figure| figure.naming)
    }

    /// Lets a figure without a name mean an entity and be seen no more.
    pub(super) fn retire(&mut self, figure: FigureId, entity: Option<EntityId>) {
        if let Some(figure) = self.figures.get_mut(figure.index()) {
            figure.entity = entity;
            (figure.count, figure.last) = (0, u32::MAX);
        }
    }

    /// Notes that a figure stands somewhere.
    pub(super) fn sight(&mut self, sighting: Sighting) {
        let at = self.sightings.len() as u32;
        if let Some(figure) = self.figures.get_mut(sighting.figure.index()) {
            if matches!(figure.kind, FigureKind::Person | FigureKind::Organisation) {
                // Most are seen again soon.
                let near = self.persons.len().saturating_sub(PERSONS);
                let known = self.persons[near..].iter().rposition(|it| *it == sighting.figure);
                if let Some(known) = known {
                    self.persons.remove(near + known);
                }
                self.persons.push(sighting.figure);
            }
            if figure.count == 0 {
                figure.first = sighting.sentence;
            }
            figure.count += 1;
            figure.last = at;
            if sighting.speaks || sighting.place == Place::Subject {
                figure.acted = sighting.sentence + 1;
            }
            if sighting.speaks && sighting.speech == 0 {
                figure.spoke = sighting.sentence + 1;
                figure.speaking = at;
            }
            if sighting.form != Form::Pronoun {
                figure.naming = sighting.run;
            }
        }
        self.sightings.push(sighting);
    }

    /// The persons seen last, the latest first, with where they were seen: who tells of himself in the sentence, where he tells.
    pub(super) fn persons(&self) -> impl Iterator<Item = (FigureId, &Figure, &Sighting)> {
        let persons = self.persons.iter().rev().take(PERSONS);
        persons.filter_map(|id| {
            let figure = self.figure(*id).filter(|figure| figure.kind == FigureKind::Person)?;
            let last = self.sightings.get(figure.last as usize)?;
            let speaking = self.sightings.get(figure.speaking as usize);
            let speaking = speaking.filter(|it| {
                last.teller == Some(*id) && it.figure == *id && it.sentence == last.sentence
            });
            Some((*id, figure, speaking.unwrap_or(last)))
        })
    }

    /// The last sightings, the latest first.
    pub(super) fn recent(&self) -> impl Iterator<Item = (usize, &Sighting)> {
        self.sightings.iter().enumerate().rev().take(REACH)
    }

    /// The organisation or country of which the text just spoke: the only one that spoke or acted in the last of this sentence
    /// and the two before that has one.
    pub(super) fn last_voice(&self, sentence: u32) -> Option<FigureId> {
        let acted = |it: &&Sighting| {
            let figure = self.figure(it.figure);
            // What only looks like a person and has nothing of one may be a company.
            let speaks = figure.is_some_and(|it| match it.kind {
                FigureKind::Organisation | FigureKind::Country => true,
                FigureKind::Person => it.doubtful && it.entity.is_some() && it.called == [0; 2],
                _ => false,
            });
            speaks && it.speech == 0 && (it.speaks || it.place == Place::Subject)
        };
        let near = || {
            let recent = self.recent().map(|(_, sighting)| sighting);
            recent.take_while(|it| sentence.saturating_sub(it.sentence) <= 2).filter(acted)
        };
        let last = near().next()?;
        let only = near().all(|it| it.sentence != last.sentence || it.figure == last.figure);
        only.then_some(last.figure)
    }

    /// The only organisation of the sentence before this one, out of quotation marks, in a place that counts.
    pub(super) fn only_organisation(
        &self,
        sentence: u32,
        counts: impl Fn(Place) -> bool,
    ) -> Option<FigureId> {
        let organisation = |it: &&Sighting| {
            let figure = self.figure(it.figure);
            it.speech == 0
                && counts(it.place)
                && figure.is_some_and(|it| it.may_be_organisation() && it.entity.is_some())
        };
        let recent = self.recent().map(|(_, sighting)| sighting);
        let before = recent
            .skip_while(|it| it.sentence >= sentence)
            .take_while(|it| it.sentence + 1 == sentence)
            .filter(organisation);
        only(before.map(|it| it.figure))
    }

    /// The only organisation of this sentence so far, out of quotation marks, if it stands in such a place.
    pub(super) fn only_of_this(
        &self,
        sentence: u32,
        counts: impl Fn(&Sighting) -> bool,
    ) -> Option<FigureId> {
        let here = self.recent().map(|(_, it)| it).take_while(|it| it.sentence == sentence);
        let organisation =
            |it: &&Sighting| self.figure(it.figure).is_some_and(Figure::may_be_organisation);
        let mut here = here.filter(organisation);
        let last = here.next().filter(|it| it.speech == 0 && counts(it))?;
        here.all(|it| it.figure == last.figure).then_some(last.figure)
    }

    /// Notes that an organisation without a name is brought up by a noun: "*a lender* sued Harlund". `sure` says that it is
    /// another than who was called so: "*the group for shipowners*".
    pub(super) fn bring_up(&mut self, noun: u64, sentence: u32, sure: bool) {
        self.bodies.push(Body { noun, sentence, sure });
    }

    /// Whether the noun was said lately of an organisation without a name, which it takes up rather than a figure that did nothing
    /// since: "Harlund was sued by *a lender*. The lender said".
    pub(super) fn was_brought_up(&self, noun: u64, sentence: u32, figure: &Figure) -> bool {
        let mut last = self.bodies.iter().rev().take(BODIES);
        last.any(|body| {
            let near = sentence.saturating_sub(body.sentence) <= BROUGHT_UP;
            let other = body.sure || !figure.is_called(noun);
            body.noun == noun && near && other && figure.acted <= body.sentence + 1
        })
    }

    /// The name of one word, of which nothing tells what it is, that is the only subject of the sentence before: "*Harlund* has
    /// cancelled the flight. It said …".
    pub(super) fn unknown_subject(&self, sentence: u32) -> Option<FigureId> {
        let recent = self.recent().map(|(_, sighting)| sighting);
        let before = recent
            .skip_while(|it| it.sentence >= sentence)
            .take_while(|it| it.sentence + 1 == sentence)
            .filter(|it| it.place == Place::Subject && it.speech == 0);
        let id = only(before.map(|it| it.figure))?;
        let figure = self.figure(id)?;
        let unknown = figure.kind == FigureKind::Person
            && figure.doubtful
            && figure.gender == Gender::Unknown
            && figure.called == [0; 2]
            && self.name(figure).len() == 1;
        (unknown && figure.entity.is_some()).then_some(id)
    }

    /// The organisation that told or did something last in one of the few sentences before: the last source of that sentence,
    /// else its only subject; with it, whether it was a source.
    pub(super) fn last_actor(&self, sentence: u32) -> Option<(FigureId, bool)> {
        let acted = |it: &&Sighting| {
            let figure = self.figure(it.figure);
            it.speech == 0
                && it.teller.is_none()
                && it.sentence < sentence
                && (it.speaks || it.place == Place::Subject)
                && figure.is_some_and(|it| it.may_be_organisation() && it.entity.is_some())
        };
        let near = || {
            let recent = self.recent().map(|(_, sighting)| sighting);
            recent.take_while(|it| sentence.saturating_sub(it.sentence) <= ACTED).filter(acted)
        };
        let last = near().next()?.sentence;
        let of_last = || near().take_while(|it| it.sentence == last);
        if let Some(source) = of_last().find(|it| it.speaks) {
            return Some((source.figure, true));
        }
        Some((only(of_last().map(|it| it.figure))?, false))
    }

    /// The organisations added last.
    pub(super) fn last_organisations(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        let things = self.things.iter().rev().take(FIGURES).rev();
        things
            .filter_map(|id| Some((*id, self.figure(*id)?)))
            .filter(|(_, figure)| figure.may_be_organisation())
    }

    /// The names added last that only look like a person's.
    pub(super) fn last_doubtful(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        let things = self.things.iter().rev().take(FIGURES).rev();
        things.filter_map(|id| Some((*id, self.figure(*id)?))).filter(|(_, figure)| {
            figure.kind == FigureKind::Person && figure.doubtful && figure.called == [0; 2]
        })
    }

    /// The persons added last.
    pub(super) fn last_humans(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        let first = self.humans.len().saturating_sub(HUMANS);
        let last = self.humans.get(first..).unwrap_or_default().iter();
        let figures = last.filter_map(|id| Some((*id, self.figure(*id)?)));
        figures.filter(|(_, figure)| figure.count > 0 && figure.kind == FigureKind::Person)
    }
}

/// The only one of those, if there is one and no other.
pub(super) fn only<T: PartialEq>(mut those: impl Iterator<Item = T>) -> Option<T> {
    let first = those.next()?;
    those.all(|other| other == first).then_some(first)
}

/// The word of a name which says what it is of, from the keys of its words: the last one before "of" and the like.
fn head_of(name: &str, words: &[u64]) -> u64 {
    if name.ends_with("bank") {
        return key("bank"); // "Riksbank"
    }
    let end = words.iter().position(|word| JOINS.contains(word)).unwrap_or(words.len());
    end.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or(0)
}

/// Whether a gazetteer row is a country's.
pub(super) fn is_country(gazetteer: &Gazetteer, row: Option<u32>) -> bool {
    row.and_then(|row| gazetteer.row(row)).is_some_and(|row| row.class == COUNTRY)
}

impl Figure {
    pub(super) fn new(kind: FigureKind, gender: Gender) -> Figure {
        Figure {
            kind,
            entity: None,
            members: Vec::new(),
            gender,
            called: [0; 2],
            words: Vec::new(),
            hints: Vec::new(),
            name: (0, 0),
            head: 0,
            row: None,
            home: 0,
            nation: None,
            client: None,
            party: None,
            anonymous: false,
            doubtful: false,
            count: 0,
            acted: 0,
            first: 0,
            spoke: 0,
            naming: Run::default(),
            last: 0,
            speaking: 0,
        }
    }

    /// Whether it is an organisation, or only looked like a person and was said to own or run something.
    pub(super) fn may_be_organisation(&self) -> bool {
        let other = self.doubtful && self.entity.is_some() && self.called == [0; 2];
        self.kind == FigureKind::Organisation
            || other && OWNERS.iter().any(|word| self.words.contains(word))
    }

    /// Whether the text called it so, or its name says by this noun what it is.
    pub(super) fn is_called(&self, noun: u64) -> bool {
        self.words.contains(&noun) || self.head == noun
    }

    /// How often it was meant by the pronoun of this gender, and by the other.
    pub(super) fn called(&self, gender: Gender) -> (u32, u32) {
        let [she, he] = self.called;
        if gender == Gender::Female { (she, he) } else { (he, she) }
    }

    /// Whether the text has called it by the other pronoun alone, and more than once.
    pub(super) fn called_otherwise(&self, gender: Gender) -> bool {
        let (same, other) = self.called(gender);
        same == 0 && other > 1
    }

    /// Remembers words that were used of the figure.
    pub(super) fn remember(&mut self, words: impl Iterator<Item = u64>) {
        for word in words {
            if self.words.len() < WORDS && !self.words.contains(&word) {
                self.words.push(word);
            }
        }
    }
}
