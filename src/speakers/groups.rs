//! The walk at a noun for a government, an institution, a campaign or a group that has no name: to whom it belongs.

use super::Reading;
use super::anonymous::{is_anonymous, is_share};
use super::cast::{Figure, FigureId, FigureKind, Sighting, is_country, only};
use super::clause::{Place, classify_place};
use super::epithets::Epithet;
use super::nominals::find_country;
use super::phrase::Part;
use super::titles::governed;
use super::walk::Walk;
use crate::document::{Entity, EntityType, Form, Kind, Part as Section, Tables, Tag, Token};
use crate::entities::gazetteer::{CENTRAL_BANK, Gazetteer, PARTY};
use crate::key::{KeyMap, chain, key, keys};
use crate::lexicon::{Gender, class};
use crate::span::Run;

/// What speaks for the candidate whose it is.
pub(super) const CAMPAIGN: u64 = key("campaign");
/// The same, where a name stands before: "the Poe camp".
pub(super) const CAMPS: [u64; 2] = keys(["team", "camp"]);
/// Those who speak for the person whose they are.
pub(super) const STAFF: [u64; 5] = keys(["office", "staff", "campaign", "entourage", "cabinet"]);
/// Sentences and tokens at the beginning in which the dateline is looked for.
const LEAD: usize = 8;
/// Nouns for the government of a country.
pub(super) const GOVERNMENT: [u64; 4] =
    keys(["government", "administration", "authorities", "regime"]);
/// What tells that a government is that of a whole country.
const NATIONAL: [u64; 4] = keys(["federal", "central", "national", "union"]);
/// Whose words are those of what it heads; "Thailand's Board of Investment" is a body of its own.
pub(super) const BOARD: u64 = key("board");
const MANAGEMENT: u64 = key("management");
/// Nouns for a part of an institution that speaks for the whole.
pub(super) const OFFICES: [u64; 7] = keys([
    "ministry", "department", "directorate", "secretariat", "division", "management", "leadership",
]);

impl Walk<'_> {
    /// Notes where a group without a name stands: "companies", "a bank".
    pub(super) fn unnamed_group(&mut self, run: Run, head: usize) -> bool {
        let Reading { tables, lexicon, .. } = self.reading;
        let noun = tables.key(head);
        let group = lexicon.names.class(noun) & class::GROUP != 0 || is_share(noun);
        if !group || !is_anonymous(self.reading, &Part::at(tables, run, head)) {
            return false;
        }
        let place = classify_place(tables, run);
        if self.described(run, place, Some(FigureKind::Organisation)).is_some() {
            return false;
        }
        let figure = self.add_unnamed(FigureKind::People, run, place);
        if matches!(tables.tag(head), Tag::NNS) {
            self.crowds.push((noun, figure));
        }
        true
    }

    /// Whether "they" at token `at` follows people whom the clause of an organisation before it tells of: "Vestfrakt lets its
    /// *customers* wait until they".
    pub(super) fn passes_people(&self, id: FigureId, at: usize) -> bool {
        /// How far before the pronoun they are looked for, in tokens.
        const REACH: usize = 40;
        let tables = self.reading.tables;
        let Some(figure) = self.cast.figure(id) else { return false };
        if figure.kind != FigureKind::Organisation || figure.entity.is_none() {
            return false;
        }
        let first = tables.sentences.get(self.sentence as usize).map_or(at, |it| it.tokens.first());
        let end = figure.naming.after();
        let people = |head: usize| {
            let phrase = tables.phrase_at(head).filter(|it| it.head() == head);
            phrase.is_some_and(|it| {
                let mut before =
                    (end..it.tokens.first()).rev().take_while(|at| tables.kind(*at) == Kind::Word);
                let object = before.next().is_some_and(|at| tables.tag(at).is_verb());
                object && is_anonymous(self.reading, &Part::at(tables, it.tokens, head))
            })
        };
        let mut between = end.max(at.saturating_sub(REACH))..at;
        end >= first && between.any(|it| tables.tag(it) == Tag::NNS && people(it))
    }

    /// Notes where a person, persons or a group stand whom the article does not name.
    pub(super) fn add_unnamed(&mut self, kind: FigureKind, run: Run, place: Place) -> FigureId {
        let mut figure = Figure::new(kind, Gender::Unknown);
        figure.anonymous = true;
        let figure = self.cast.add(figure);
        self.sight(figure, run, place, Form::Nominal);
        figure
    }

    /// Notes whose "the Poe campaign", "Poe's campaign" and "the campaign of Ann Poe" are, and "the campaign" later on.
    pub(super) fn campaign(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let mut owner = (run.first()..head).rev().take(4).find_map(|at| tables.mention_at(at));
        // "the campaign of 2014" is nobody's that was told of before.
        if owner.is_none() && tables.is(head + 1, key("of")) {
            let of = tables.phrase_at(head + 2).and_then(|of| tables.mention_at(of.head()));
            owner = of.filter(|of| tables.entity_type(of) == Some(EntityType::Person));
            if owner.is_none() {
                return false;
            }
        }
        let owner = owner.and_then(|mention| self.cast.figure_of(self.reading, mention.entity));
        let person =
            |id: &FigureId| self.cast.figure(*id).is_some_and(|it| it.kind == FigureKind::Person);
        let the = run.len() == 2 && tables.is(run.first(), key("the"));
        let again = || {
            let known = if the { self.known_institution(CAMPAIGN) } else { None };
            let headline = run.len() == 1 && self.section() == Some(Section::Headline);
            known.or_else(|| if the || headline { self.running(run) } else { None })
        };
        let Some(figure) = owner.filter(person).or_else(again) else { return false };
        self.institutions.push((CAMPAIGN, figure));
        self.notes(head, Some(figure));
        // What "it" means afterwards.
        let whose =
            |it: &&FigureId| self.cast.figure(**it).is_some_and(|it| it.members == [figure]);
        let body = self.campaigns.iter().rev().take(8).find(whose).copied();
        let body = body.unwrap_or_else(|| {
            let mut body = Figure::new(FigureKind::Organisation, Gender::Unknown);
            body.members.push(figure);
            let body = self.cast.add(body);
            self.campaigns.push(body);
            body
        });
        self.sight(body, run, classify_place(tables, run), Form::Nominal);
        true
    }

    /// Whose campaign tells something, where nobody said: the only person who did something earlier in the sentence, else the
    /// one of whom the sentences before spoke, if the article does so often.
    fn running(&self, run: Run) -> Option<FigureId> {
        /// How often.
        const OFTEN: u32 = 3;
        self.claim_of(run)?;
        let acts = |it: &&Sighting| {
            let figure = self.cast.figure(it.figure);
            let person =
                figure.is_some_and(|it| it.kind == FigureKind::Person && it.entity.is_some());
            let owns = || it.place == Place::Possessor;
            person && it.speech == 0 && (it.speaks || it.place == Place::Subject || owns())
        };
        let before = || {
            let recent = self.cast.recent().map(|(_, it)| it);
            recent.take_while(|it| it.sentence == self.sentence).filter(acts)
        };
        if before().next().is_some() {
            return only(before().map(|it| it.figure));
        }
        let epithet = Epithet { goes_on: true, ..Epithet::of(Gender::Unknown) };
        let last = self.reading.epithet(&self.cast, self.sentence, epithet)?;
        (self.cast.figure(last)?.count >= OFTEN).then_some(last)
    }

    /// The part of the article that the walk has come to.
    fn section(&self) -> Option<Section> {
        self.reading.tables.sentences.get(self.sentence as usize).map(|it| it.part)
    }

    /// Whom an institution without a name belongs to: "the Tunisian government" and "the transport ministry in Tunis" to
    /// Tunisia, "the council's transport department" to the council; "the department" later on to the same.
    pub(super) fn institution(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let tables = self.reading.tables;
        let noun = tables.tokens.get(head)?.key;
        let whose = self.country_of(run, head);
        let whose = whose.or_else(|| self.institution_owner(run, head));
        if let Some(figure) = whose {
            self.institutions.push((noun, figure));
            return Some(figure);
        }
        if let Some(figure) = self.regional_government(run, head) {
            self.institutions.push((noun, figure));
            return Some(figure);
        }
        let known = tables.is(run.first(), key("the")) && head == run.first() + 1;
        let again = if known { self.known_institution(noun) } else { None };
        again.or_else(|| self.government_at_home(run, head)).or_else(|| self.headed(run, head))
    }

    /// The company whose "the board" or "management" speaks, unless a body of the article is called so.
    fn headed(&self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { tables, .. } = self.reading;
        let noun = tables.key(head);
        let whole = match run.len() {
            // "Firms in which management sits down with workers" are many.
            1 => {
                noun == MANAGEMENT
                    && tables.tokens.get(head).is_some_and(|it| it.has(Token::CAPITAL))
            }
            2 => tables.is(run.first(), key("the")) && [MANAGEMENT, BOARD].contains(&noun),
            _ => false,
        };
        self.claim_of(run).filter(|_| whole)?;
        let named = |figure: &Figure| self.cast.name(figure).contains(&noun);
        let mut bodies = self.cast.last_organisations();
        if bodies.any(|(_, it)| named(it)) {
            return None;
        }
        self.reading.company(&self.cast, self.sentence)
    }

    /// "The government" and "the transport ministry" in an article from a capital: that of its country, unless the text just spoke
    /// of another's. "The federal government" also in an article from elsewhere in a country, or that tells of no other.
    fn government_at_home(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let national = run.len() == 3 && tables.is_one_of(run.first() + 1, &NATIONAL);
        let named = |at: usize| tables.mention_at(at).is_some();
        // "the transport ministry"
        let ministry = tables.is(head, key("ministry")) && run.len() <= 4;
        let bare = (run.len() == 2 || national) && tables.is(head, key("government"))
            || ministry && !run.range().any(named);
        let the = tables.is(run.first(), key("the"));
        self.claim_of(run).filter(|_| bare && the)?;
        let seat = self.seat_of_article(national);
        let row = seat.or_else(|| if national { self.only_country() } else { None })?;
        let entity = self.cast.entity_of_row(gazetteer, row)?;
        let figure = self.cast.figure_of(self.reading, entity)?;
        let near = self.cast.recent().map(|(_, it)| it);
        let mut near = near.take_while(|it| self.sentence.saturating_sub(it.sentence) <= 2);
        let abroad = |figure: &Figure| {
            let own = figure.row.and_then(|row| gazetteer.row(row)?.country);
            own != Some(row) && matches!(figure.kind, FigureKind::Country | FigureKind::Place)
        };
        let other =
            |it: &Sighting| it.figure != figure && self.cast.figure(it.figure).is_some_and(abroad);
        (!near.any(other)).then(|| {
            self.institutions.push((tables.key(head), figure));
            figure
        })
    }

    /// The row of the country that is governed from where the dateline says that the article is from, or, where the government
    /// is said to be national, in which that is: only of the country there is a federal government.
    fn seat_of_article(&self, national: bool) -> Option<u32> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let dateline =
            tables.sentences.iter().take(LEAD).find(|it| it.part == Section::Dateline)?;
        let seat = dateline.tokens.range().take(LEAD).find_map(|at| tables.mention_at(at))?;
        let home = || gazetteer.row(tables.entity(seat)?.row?)?.country.filter(|_| national);
        governed(self.reading, seat).or_else(home)
    }

    /// The row of the country in which nearly all is that the article names.
    fn only_country(&mut self) -> Option<u32> {
        /// How often it has to be named.
        const LEAST: usize = 3;
        if let Some(known) = self.home {
            return known;
        }
        let Reading { tables, gazetteer, .. } = self.reading;
        let mut counts: KeyMap<usize> = KeyMap::default();
        for entity in &tables.entities {
            let country = entity.row.and_then(|row| gazetteer.row(row)?.country);
            if let Some(country) = country {
                *counts.entry(u64::from(country)).or_default() += entity.mentions.len();
            }
        }
        let all: usize = counts.values().sum();
        let counts = counts.into_iter().map(|(country, count)| (country as u32, count));
        let most = counts.max_by_key(|(country, count)| (*count, *country));
        let home = most.filter(|(_, count)| *count >= LEAST && *count * 5 >= all * 4);
        *self.home.insert(home.map(|(country, _)| country))
    }

    /// The bank that "Ghana's central bank" is by the lists, and "the central bank" the one named last.
    pub(super) fn central_bank(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let central = head.checked_sub(1).filter(|at| tables.is(*at, key("central")))?;
        let bank = tables.is(head, key("bank")) && run.holds(central);
        self.claim_of(run).filter(|_| bank)?;
        let Some(country) = find_country(tables, gazetteer, run) else {
            let class = |figure: &Figure| Some(gazetteer.row(figure.row?)?.class);
            let banks = self.cast.last_organisations();
            let banks = banks.filter(|(_, it)| class(it) == Some(CENTRAL_BANK));
            return banks.max_by_key(|(_, it)| it.last).map(|(id, _)| id);
        };
        let known = self.central_banks.iter().find(|(of, _)| *of == country).map(|(_, row)| *row);
        let row = known.unwrap_or_else(|| {
            let row = gazetteer.of_country(CENTRAL_BANK, country);
            self.central_banks.push((country, row));
            row
        });
        let entity = self.cast.entity_of_row(gazetteer, row?)?;
        self.cast.figure_of(self.reading, entity)
    }

    /// Whose an institution is: "the council's board", "its board", "the Harlund board", "the board of Harlund".
    fn institution_owner(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let tables = self.reading.tables;
        if let Some(owner) = self.possessor(run, head) {
            let kind = self.cast.figure(owner)?.kind;
            let body = matches!(kind, FigureKind::Organisation | FigureKind::Country);
            return body.then_some(owner);
        }
        if let Some(before) = head.checked_sub(1).filter(|at| run.holds(*at))
            && let Some(entity) = tables.entity_at(before)
        {
            let government = GOVERNMENT.contains(&tables.key(head));
            return match entity.kind {
                // "the Poe administration" speaks for him.
                EntityType::Person if tables.is(head, key("administration")) => {
                    self.cast.figure_of(self.reading, entity.id)
                }
                // "the Harlund board", but not "the Labour government"
                EntityType::Organisation if !(government && is_party(self.reading, entity)) => {
                    self.owner(before)
                }
                _ => None,
            };
        }
        let of = tables.is(head + 1, key("of")).then(|| tables.phrase_at(head + 2)).flatten()?;
        tables.mention_at(of.head())?;
        self.owner(of.head())
    }

    /// Whom a noun phrase names or means as the owner of what it tells of: "Poe" of "Poe's lawyer", "she" of "her lawyer".
    pub(super) fn possessor(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let tables = self.reading.tables;
        if matches!(tables.tag(run.first()), Tag::PRPS | Tag::WPS) {
            let mut last = self.meanings.iter().rev().take(4);
            return last.find(|it| it.token as usize == run.first()).map(|it| it.figure);
        }
        let mark =
            run.range().take_while(|at| *at < head).find(|at| tables.tag(*at) == Tag::POS)?;
        let owner = mark.checked_sub(1)?;
        match tables.mention_at(owner) {
            Some(mention) => self.cast.figure_of(self.reading, mention.entity),
            None => self.owner(owner),
        }
    }

    /// A government that is no country's: "the Welsh government"; "the Kerala government" is Kerala.
    fn regional_government(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { text, tables, .. } = self.reading;
        let before = head.checked_sub(1).filter(|at| run.holds(*at))?;
        let region = tables.mention_at(before)?;
        let entity = tables.entity(region)?;
        if region.form == Form::Name {
            let governs = tables.is(head, key("government")) && entity.kind == EntityType::Place;
            return governs.then(|| self.cast.figure_of(self.reading, region.entity)).flatten();
        }
        let people = Some(region).filter(|it| it.form == Form::Demonym)?;
        let government = tables.is(head, key("government")) && people.tokens.len() == 1;
        let speaks = government && self.claim_of(run).is_some();
        let word = |at: usize| tables.tokens.get(at).map_or("", |token| token.span().of(text));
        let name = speaks.then(|| format!("{} {}", word(before), word(head)))?;
        let entity = self.cast.organisation_named(tables, &name);
        let figure = self.cast.figure_of(self.reading, entity)?;
        if let Some(new) = self.cast.figures.get_mut(figure.index()).filter(|it| it.count == 0) {
            new.naming = run;
        }
        Some(figure)
    }

    /// To whom the institution that the noun meant last belongs.
    pub(super) fn known_institution(&self, noun: u64) -> Option<FigureId> {
        let government = GOVERNMENT.contains(&noun);
        let again =
            |(word, _): &&(u64, FigureId)| *word == noun || government && GOVERNMENT.contains(word);
        self.institutions.iter().rev().take(8).find(again).map(|(_, whose)| *whose)
    }

    /// The country that the noun phrase of an institution names: "Tunisian", "Tunisia's", "in Tunis".
    fn country_of(&mut self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let complement = tables.is_one_of(head + 1, &[key("in"), key("of")]);
        let administration = tables.is(head, key("administration"));
        let beside = (run.first()..head).take(8).chain(complement.then_some(head + 2));
        let (row, by) = beside.filter_map(|at| tables.mention_at(at)).find_map(|mention| {
            let entity = tables.entity(mention)?;
            let country = entity.row.filter(|_| is_country(gazetteer, entity.row));
            // "the Obama administration"
            let person = administration && entity.kind == EntityType::Person;
            let headed = || if person { led_by(gazetteer, entity) } else { None };
            Some((governed(self.reading, mention).or(country).or_else(headed)?, mention.tokens))
        })?;
        let entity = self.cast.entity_of_row(gazetteer, row)?;
        let figure = self.cast.figure_of(self.reading, entity)?;
        if let Some(new) = self.cast.figures.get_mut(figure.index()).filter(|it| it.count == 0) {
            new.naming = by;
        }
        Some(figure)
    }
}

fn is_party(reading: Reading, entity: &Entity) -> bool {
    let row = entity.row.and_then(|row| reading.gazetteer.row(row));
    row.is_some_and(|row| row.class == PARTY)
}

/// Whether a person's name stands at token `at`.
pub(super) fn is_person(tables: &Tables, at: usize) -> bool {
    tables.entity_at(at).is_some_and(|it| it.kind == EntityType::Person)
}

/// The country whose president or prime minister the person is or was; a surname in no list is that of any of them.
fn led_by(gazetteer: &Gazetteer, person: &Entity) -> Option<u32> {
    let heads = [key("president"), chain(key("prime"), key("minister"))];
    let called = |row: u32| {
        let name = gazetteer.row(row).map_or("", |row| &row.name);
        name.strip_suffix(person.name.as_str()).is_some_and(|given| given.ends_with(' '))
    };
    let holds = |holder: u32| person.row.map_or_else(|| called(holder), |row| row == holder);
    let offices = heads.iter().flat_map(|office| gazetteer.holders(*office));
    only(offices.filter(|it| holds(it.holder)).map(|office| office.country))
}
