//! The walk at a noun: whom "the mayor", "the company", "the government in Tallinn" take up, and what a noun says of the name
//! beside it.

use super::Reading;
use super::anonymous::is_anonymous;
use super::cast::{Figure, FigureId, FigureKind, Sighting, only};
use super::clause::{Place, classify_place, hangs, same_clause};
use super::epithets::{Epithet, PRINCIPALS};
use super::groups::{BOARD, CAMPAIGN, CAMPS, GOVERNMENT, OFFICES, STAFF, is_person};
use super::nominals::{
    Determiner, Nominal, find_country, find_party, name_beside, place_at, read_nominal,
};
use super::phrase::Part;
use super::pronouns::{Pronoun, classify_pronoun};
use super::titles::{is_people, role_before};
use super::walk::{Meaning, Walk};
use crate::document::{
    EntityId, EntityType, Form, Kind, Mention, Part as ArticlePart, Resolution, Tables, Tag, Token,
};
use crate::entities::gazetteer::NEWS_MEDIA;
use crate::key::{KeySet, key, key_of, keys};
use crate::lexicon::{Gender, RoleKind, SOME, class};
use crate::span::Run;

/// Sentences back to who was just spoken of.
const NEAR: u32 = 2;
/// Sentences back to whom a noun takes up by the place where he is from.
const HOME: u32 = 12;
/// How many names of a clause are looked through.
const CLAUSE: usize = 4;
/// How many nouns that were said of names are looked through.
const TOLD: usize = 32;

/// The end of words for the old by their decade: "the septuagenarian".
const DECADE: &str = "genarian";
/// The ends of words for one of a people, and beginnings of "mother-of-two"; with the gender.
const PEOPLE: [(&str, Gender); 3] =
    [("woman", Gender::Female), ("man", Gender::Male), (DECADE, Gender::Unknown)];
const PARENTS: [(&str, Gender); 11] = [
    ("mother-of-", Gender::Female),
    ("mum-of-", Gender::Female),
    ("mom-of-", Gender::Female),
    ("father-of-", Gender::Male),
    ("dad-of-", Gender::Male),
    ("parent-of-", Gender::Unknown),
    ("gran-of-", Gender::Female),
    ("great-gran-of-", Gender::Female),
    ("grandmother-of-", Gender::Female),
    ("grandad-of-", Gender::Male),
    ("grandfather-of-", Gender::Male),
];

/// Who speaks for another.
const LAWYERS: [u64; 8] = keys([
    "lawyer", "attorney", "solicitor", "barrister", "counsel", "agent", "advocate", "publicist",
]);

/// Nouns for whoever leads something, and offices that lead.
const LEADS_IT: [u64; 4] = keys(["head", "chief", "boss", "leader"]);
const LEADER: KeySet<13> = KeySet::new([
    "ceo", "president", "director", "executive", "chairman", "chairwoman", "chair", "commissioner",
    "superintendent", "secretary", "general", "principal", "chancellor",
]);

/// Words for one person.
const SOMEBODY: [u64; 4] = keys(["someone", "somebody", "anyone", "anybody"]);

impl Walk<'_> {
    /// A noun phrase whose head is no name: notes whom it takes up, or somebody new.
    pub(super) fn noun(&mut self, run: Run, head: usize) {
        let tables = self.reading.tables;
        if before_name(self.reading, run, head) || inside_role(self.reading, run) {
            return;
        }
        if self.counted(run, head) || self.one_of_pair(run, head) || self.client(run, head) {
            return;
        }
        let nominal = read_nominal(self.reading, run, head);
        if let Some(mention) = name_beside(self.reading, run)
            && self.introduces(run, head, nominal.as_ref(), mention)
        {
            return;
        }
        let Some(nominal) = nominal else {
            return self.other_noun(run, head);
        };
        let place = classify_place(tables, run);
        // "said Ann Poe, *people* close to her said"
        let kind = Some(FigureKind::Person).filter(|_| !nominal.role.plural);
        if let Some(kind) = kind
            && let Some(id) = self.described(run, place, Some(kind))
        {
            return self.describes(id, run, head);
        }
        if kind.is_none()
            && let Some(group) = self.group_before(run, place)
        {
            return self.stands_for(Some(group), run, head, place);
        }
        if nominal.role.plural && nominal.determiner == Determiner::Definite {
            let group = self.of_role(tables.key(head)).filter(|_| run.len() == 2);
            if group.is_some() {
                return self.stands_for(group, run, head, place);
            }
        }
        if nominal.role.kind == RoleKind::Spokes {
            self.employer(&nominal);
        }
        let taken_up = self.taken_up(&nominal, place);
        if let Some((figure, _)) = taken_up {
            self.comes_from(figure, &nominal);
        }
        match taken_up {
            Some((figure, true)) => {
                let run = mention_run(tables, &nominal);
                self.stands_for(Some(figure), run, head, place);
            }
            Some((figure, false)) => self.guessed(figure, &nominal, place),
            None if nominal.role.kind == RoleKind::Spokes => self.spokesman(&nominal, place),
            None => self.somebody(&nominal, place),
        }
    }

    /// Whom a person's noun takes up, and whether the article told that role: who has a name before who has none, and before
    /// the latter an organisation of which the noun may be said too.
    fn taken_up(&mut self, nominal: &Nominal, place: Place) -> Option<(FigureId, bool)> {
        let other = nominal.determiner == Determiner::Indefinite || nominal.role.plural;
        if other || is_another(self.reading.tables, nominal.run) {
            return None;
        }
        let told = self.gender_told(nominal.run);
        let figure = self.reading.person(&mut self.cast, nominal, told);
        let figure = figure.filter(|id| !self.names_after(*id, nominal.run, place));
        let figure = figure.filter(|id| !self.gives_way(*id, nominal));
        let named = |id: &FigureId| self.cast.figure(*id).is_some_and(|it| it.entity.is_some());
        let of_place = |id: &FigureId| self.of_place(*id, nominal);
        if let Some(figure) = figure.filter(named).filter(|id| of_place(id) == Some(true)) {
            return Some((figure, true));
        }
        let guess = self.of_named_home(nominal, place).or_else(|| self.guess(nominal, place));
        let guess = guess.map(|figure| (figure, false));
        let thing = || Some((self.thing(nominal)?, true));
        // Whose place nobody told was just spoken of.
        let figure = figure.filter(|id| of_place(id) == Some(true) || self.is_near(*id));
        let known = || Some((figure.filter(named)?, true));
        guess.or_else(known).or_else(thing).or(figure.map(|figure| (figure, true)))
    }

    /// Whether somebody to whom the article gave only a like title, "the scientist" for a physicist, gives way to whoever alone
    /// the sentence before tells of without a role.
    fn gives_way(&self, id: FigureId, nominal: &Nominal) -> bool {
        let Reading { lexicon, .. } = self.reading;
        let Some(figure) = self.cast.figure(id) else { return false };
        let last = self.cast.sightings.get(figure.last as usize).map_or(0, |it| it.sentence);
        let role = |word: &u64| lexicon.names.class(*word) & (class::OFFICE | class::HUMAN) != 0;
        last + 1 < self.sentence
            && self.reading.is_only_like(figure, nominal)
            && self.only_told().and_then(|told| self.cast.figure(told)).is_some_and(|told| {
                let genders = [told.gender, nominal.role.gender];
                let fits = genders[0] == genders[1] || genders.contains(&Gender::Unknown);
                fits && !told.words.iter().any(role)
            })
    }

    /// The only person with a name of whom the sentence before tells, if he is its subject or speaks in it.
    fn only_told(&self) -> Option<FigureId> {
        let person = |it: &&Sighting| {
            let figure = self.cast.figure(it.figure);
            let named =
                |it: &Figure| it.kind == FigureKind::Person && it.entity.is_some() && !it.doubtful;
            it.sentence + 1 == self.sentence && figure.is_some_and(named)
        };
        let recent = || self.cast.recent().map(|(_, it)| it);
        let before = recent().take_while(|it| it.sentence + 1 >= self.sentence).filter(person);
        let figure = only(before.map(|it| it.figure))?;
        let mut own = recent().take_while(|it| it.sentence + 1 >= self.sentence).filter(person);
        let tells = |it: &Sighting| {
            let place = it.speaks || it.place == Place::Subject;
            place && it.teller.is_none() && it.block == self.block
        };
        own.any(tells).then_some(figure)
    }

    /// Whom a noun may take up that nobody was called: by what it tells that is new, or by what it hints at. Where these differ,
    /// it is nobody.
    fn guess(&self, nominal: &Nominal, place: Place) -> Option<FigureId> {
        if is_told_anew(self.reading.tables, nominal.run) {
            return None;
        }
        let reading = self.reading;
        let fits = |id: &FigureId| {
            self.cast.figure(*id).is_some_and(|it| {
                reading.fits_party(it, nominal.run)
                    && reading.may_have_held(&self.cast, it, nominal)
            }) && self.of_place(*id, nominal) != Some(false)
                && !self.names_after(*id, nominal.run, place)
                && !self.acts_on(*id, nominal.run, place)
        };
        let epithet = self.epithet(nominal, place).filter(fits);
        let hint = reading.by_hint(&self.cast, nominal, self.sentence).filter(fits);
        only(epithet.into_iter().chain(hint))
    }

    /// The only person near who is of the place that the noun phrase names, if the noun may take up anybody: "the Ohio senator".
    fn of_named_home(&self, nominal: &Nominal, place: Place) -> Option<FigureId> {
        let home = self.reading.place_of(nominal)?;
        let party = find_party(self.reading.tables, self.reading.gazetteer, nominal.run);
        let may = nominal.determiner == Determiner::Definite
            && !is_told_anew(self.reading.tables, nominal.run)
            && self.reading.goes_on(nominal, false);
        let found = self.of_home(home, party, nominal.role.gender).filter(|_| may)?;
        let figure = self.cast.figure(found)?;
        let held = self.reading.may_have_held(&self.cast, figure, nominal);
        (held && !self.names_after(found, nominal.run, place)).then_some(found)
    }

    /// Whether a figure is of the place that the noun phrase names; `None` where nobody told.
    fn of_place(&self, id: FigureId, nominal: &Nominal) -> Option<bool> {
        self.reading.of_place(self.cast.figure(id)?, nominal)
    }

    /// Remembers of what place the noun phrase says that somebody is: "the Ohio senator".
    fn comes_from(&mut self, id: FigureId, nominal: &Nominal) {
        let mut before = (nominal.run.first()..nominal.words.first()).take(8);
        let place = before.find_map(|at| place_at(self.reading, at));
        if let Some((figure, (place, _))) = self.cast.figures.get_mut(id.index()).zip(place) {
            figure.home = place;
        }
    }

    /// Whether the text just spoke of the figure.
    fn is_near(&self, id: FigureId) -> bool {
        let last = self.cast.figure(id).and_then(|it| self.cast.sightings.get(it.last as usize));
        last.is_some_and(|last| self.sentence.saturating_sub(last.sentence) <= NEAR)
    }

    /// Whether the clause of which the noun phrase is the subject goes on to name the figure, or what it says does, who is
    /// another then: "the senator defended Poe".
    fn names_after(&self, id: FigureId, run: Run, place: Place) -> bool {
        let tables = self.reading.tables;
        let entity = self.cast.figure(id).and_then(|figure| figure.entity);
        if entity.is_some() && self.named_by(run).contains(&entity) {
            return true;
        }
        let from = tables.mentions.partition_point(|it| it.tokens.start < run.end);
        let rest = tables.mentions.get(from..).unwrap_or_default().iter().take(CLAUSE);
        // "the president thanked voters for being good to *the Poes*"
        let alone = rest.filter(|it| self.reading.family(it).is_none());
        let mut named =
            alone.filter(|_| place == Place::Subject).filter(|it| Some(it.entity) == entity);
        named.next().is_some_and(|it| same_clause(tables, run.after(), it.tokens.first()))
    }

    /// Whether the figure is the subject of the clause in which the noun phrase stands, and no subject, or of that on which its
    /// own hangs: "Poe will vote for *the senator*", "Poe spoke after *the senator* had left".
    fn acts_on(&self, id: FigureId, run: Run, place: Place) -> bool {
        let tables = self.reading.tables;
        const OPENERS: [u64; 3] = keys(["that", "where", "if"]);
        let opens = |at: &usize| hangs(tables, *at) || tables.is_one_of(*at, &OPENERS);
        let opener = run.first().checked_sub(1).filter(opens);
        let start = opener.unwrap_or(run.first());
        let comma = start.checked_sub(1).is_some_and(|at| tables.kind(at) == Kind::Comma);
        let start = start - usize::from(comma && opener.is_some());
        let of_sentence = |it: &&Sighting| it.sentence == self.sentence;
        let mut before = self.cast.sightings.iter().rev().take_while(of_sentence).take(CLAUSE);
        (place != Place::Subject || opener.is_some())
            && before.any(|it| {
                let subject = it.figure == id && it.place == Place::Subject;
                subject && same_clause(tables, it.run.after(), start)
            })
    }

    /// Notes whom a guess takes up. The words of the noun are not added to the figure, so that no guess supports the next.
    fn guessed(&mut self, figure: FigureId, nominal: &Nominal, place: Place) {
        let words = self.cast.figure(figure).map_or(0, |figure| figure.words.len());
        let (run, head) = (mention_run(self.reading.tables, nominal), nominal.words.last());
        self.stands_for(Some(figure), run, head, place);
        if let Some(figure) = self.cast.figures.get_mut(figure.index()) {
            figure.words.truncate(words);
        }
    }

    /// Whom a definite noun takes up that tells something new of somebody with a name.
    fn epithet(&self, nominal: &Nominal, place: Place) -> Option<FigureId> {
        let reading = self.reading;
        let start = reading.tables.span(nominal.run).start;
        let teller = self.teller_at(start);
        let epithet = Epithet { teller, ..Epithet::of(nominal.role.gender) };
        // "Poe's wife, *Ann*, said … The former judge …"
        let kin = |id: &FigureId| {
            let figure = self.cast.figure(*id).filter(|it| it.first + 1 >= self.sentence);
            figure.is_some_and(|it| is_kin(reading, it))
        };
        if reading.tells_news(nominal) {
            return reading.epithet(&self.cast, self.sentence, epithet).filter(|id| !kin(id));
        }
        let claim = self.claim_of(nominal.run);
        let quotes = claim
            .and_then(|claim| reading.tables.claims.get(claim.index()))
            .is_some_and(|claim| !claim.content.quoted.is_empty());
        let goes_on =
            (place == Place::Subject || claim.is_some()) && reading.goes_on(nominal, quotes);
        let athlete = reading.is_athlete(nominal.words.last());
        let nation = nominal.country;
        let noun = reading.key(nominal.words.last());
        let principal = Some(noun).filter(|noun| PRINCIPALS.contains(noun));
        let party = find_party(reading.tables, reading.gazetteer, nominal.run);
        let epithet =
            goes_on.then_some(Epithet { goes_on, athlete, nation, principal, party, ..epithet })?;
        reading.epithet(&self.cast, self.sentence, epithet).filter(|id| !kin(id))
    }

    /// A spokesman without a name, whose words are those of an organisation: the one told with him, or, where none is, the one
    /// that the text just spoke of.
    fn spokesman(&mut self, nominal: &Nominal, place: Place) {
        let voice = self.voice_of(nominal).filter(|_| !nominal.role.plural);
        let known = FigureId::at(self.cast.figures.len());
        self.somebody(nominal, place);
        let Some(voice) = voice else { return };
        let antecedent = self.cast.naming(voice);
        let Some(figure) = self.cast.figures.get_mut(known.index()) else { return };
        figure.members.push(voice);
        figure.naming = antecedent;
        self.unnamed.retain(|it| it.figure != known);
        self.note(nominal.words.last(), known, Resolution::Nominal, antecedent);
    }

    /// For whom a spokesman without a name speaks.
    fn voice_of(&mut self, nominal: &Nominal) -> Option<FigureId> {
        let tables = self.reading.tables;
        let end = nominal.words.after();
        let joins = tables.is_one_of(end, &[key("for"), key("of"), key("at")]);
        let before = nominal.words.first().checked_sub(1).filter(|at| nominal.run.holds(*at));
        let before = before.map(|at| at - usize::from(tables.tag(at) == Tag::POS && at > 0));
        if joins || before.is_some_and(|at| !matches!(tables.tag(at), Tag::DT | Tag::JJ)) {
            let phrase = if joins { tables.phrase_at(end + 1) } else { None };
            let at = phrase.map(|phrase| phrase.head()).or(before)?;
            return self.owner(at);
        }
        self.claim_of(nominal.run)?;
        self.cast.last_voice(self.sentence).filter(|id| !self.only_relays(*id))
    }

    /// Whether a figure is a news medium that only tells what others say: no headline is about it.
    fn only_relays(&self, id: FigureId) -> bool {
        let Some(figure) = self.cast.figure(id) else { return false };
        let row = figure.row.and_then(|row| self.reading.gazetteer.row(row));
        let medium = match row {
            Some(row) => NEWS_MEDIA.contains(&row.class),
            None => figure.words.iter().any(|word| NEWS_MEDIA.contains(word)),
        };
        let first = self.reading.tables.sentences.get(figure.first as usize);
        medium && first.is_none_or(|it| it.part != ArticlePart::Headline)
    }

    /// The organisation that a noun takes up which may mean a person too: "the regulator".
    fn thing(&self, nominal: &Nominal) -> Option<FigureId> {
        let head = nominal.words.last();
        let noun = self.reading.tables.tokens.get(head)?.key;
        let either = nominal.determiner == Determiner::Definite
            && !nominal.role.plural
            && self.reading.words.organisations.contains_key(&noun);
        if either { self.reading.organisation(&self.cast, self.sentence, head) } else { None }
    }

    /// The gender of "he" or "she" with which the words begin that the noun phrase says, not in quotation marks: who speaks is
    /// rather of that gender; or that of "For her part,".
    fn gender_told(&self, run: Run) -> Gender {
        let tables = self.reading.tables;
        let part = run.first().checked_sub(4).filter(|at| tables.is(*at, key("for")));
        if let Some(at) = part.filter(|at| tables.is(at + 2, key("part")))
            && let Some(Pronoun::Person(gender)) = classify_pronoun(tables.key(at + 1))
        {
            return gender;
        }
        let claim = self.claim_of(run).and_then(|claim| tables.claims.get(claim.index()));
        let first = claim.filter(|claim| claim.content.quoted.is_empty());
        let first =
            first.and_then(|claim| claim.content.spans.first()).map_or(0, |span| span.start);
        let at = tables.tokens.partition_point(|token| token.start < first);
        let that = tables.is(at, key("that"));
        let word = tables.key(at + usize::from(that));
        match classify_pronoun(word) {
            Some(Pronoun::Person(gender)) => gender,
            _ => Gender::Unknown,
        }
    }

    /// A noun phrase that names no person's role: "someone", the kind of an organisation, an institution, an age.
    fn other_noun(&mut self, run: Run, head: usize) {
        let tables = self.reading.tables;
        let Some(token) = tables.tokens.get(head) else { return };
        if self.some_person(run, head) {
            return;
        }
        self.see_paper(run, head);
        if run.len() > 3 {
            self.owner_noun(run, head);
        }
        let the = tables.is(run.first(), key("the"));
        // "the Poe team", "Poe's camp"
        let owner = head.checked_sub(1).map(|at| at - usize::from(tables.tag(at) == Tag::POS));
        let whose = |at: usize| (the || at + 1 < head) && is_person(tables, at);
        let camp = CAMPS.contains(&token.key) && owner.is_some_and(whose);
        if (token.key == CAMPAIGN || camp) && self.campaign(run, head) {
            return;
        }
        let institution = is_institution(token.key);
        if let Some(bank) = self.central_bank(run, head) {
            return self.stands_for(Some(bank), run, head, classify_place(tables, run));
        }
        if !institution && self.unnamed_group(run, head) {
            return;
        }
        if token.tag == Tag::NNS && self.groups_again(run, head) {
            return;
        }
        if institution && let Some(figure) = self.institution(run, head) {
            return self.stands_for_institution(figure, run, head);
        }
        let organisation = self.reading.words.organisations.contains_key(&token.key);
        let place = classify_place(tables, run);
        let kind = organisation.then_some(FigureKind::Organisation);
        match self.described(run, place, kind) {
            Some(id) if organisation => self.describes(id, run, head),
            Some(id) => self.told_nouns.push((token.key, id)),
            None if the => self.definite(run, head, organisation || institution),
            // "Lokaltidende magazine"
            None if organisation && !self.named_before(run, head) => {
                self.bring_up(run, head);
            }
            None => {}
        }
    }

    /// "someone", "one of the voters", "some of them": one or more without a name, unless the phrase describes who has one.
    fn some_person(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let of = tables.is(head + 1, key("of"));
        let one = of && tables.is(head, key("one"));
        // "some of the information" is nobody.
        let many = || {
            let whole = tables.phrase_at(head + 2).map(|it| tables.tag(it.head()));
            matches!(whole, Some(Tag::NNS | Tag::NNPS | Tag::PRP))
        };
        let some = of && SOME.holds(tables.key(head)) && many();
        if !one && !some && !tables.is_one_of(head, &SOMEBODY) {
            return false;
        }
        let place = classify_place(tables, run);
        let kind = if some { FigureKind::People } else { FigureKind::Person };
        if !of || self.described(run, place, Some(kind)).is_none() {
            self.add_unnamed(kind, run, place);
        }
        true
    }

    /// Notes that an institution's noun means a government. Who heads it keeps his own mention: "the *Obama* administration".
    fn stands_for_institution(&mut self, figure: FigureId, run: Run, head: usize) {
        let tables = self.reading.tables;
        let place = classify_place(tables, run);
        let person = |at: &usize| is_person(tables, *at);
        let headed = (run.first()..head).rev().take(8).find(person);
        let run = headed.map_or(run, |at| Run::new(at + 1, run.after()));
        self.stands_for(Some(figure), run, head, place);
    }

    /// What a noun after "the" takes up, `kind` if it is one for kinds of organisations or institutions: else it must tell an age
    /// or a people, or be a word of a name.
    fn definite(&mut self, run: Run, head: usize, kind: bool) {
        let Reading { tables, words, .. } = self.reading;
        let Some(token) = tables.tokens.get(head) else { return };
        let number = token.kind == Kind::Number
            || token.has(Token::HYPHEN)
            || !kind && self.tells_age_or_people(run, head);
        let told = if run.len() == 2 { self.told_noun(run, token.key) } else { None };
        let kind = kind || self.reading.is_based(head) && self.only_told().is_none();
        if !(kind || number || told.is_some() || self.cast.may_name(token.key)) {
            return;
        }
        let reading = self.reading;
        if told.is_none() && !number && self.named_before(run, head) {
            return;
        }
        let figure = if told.is_some() {
            told
        } else if number {
            self.aged(run, head)
        } else if reading.is_armed(run, head) {
            reading.armed_group(&self.cast)
        } else {
            reading.organisation(&self.cast, self.sentence, head)
        };
        // "the mayor's office" is no Office of Ferry Safety, but "the sheriff's office" Marsk County Sheriff's Office.
        let holder = if STAFF.contains(&token.key) { holder(reading, run) } else { None };
        let fits = |id: &FigureId| {
            self.cast.figure(*id).is_some_and(|it| {
                let named = |holder| self.cast.name(it).contains(&holder);
                reading.fits_nation(it, run) && holder.is_none_or(named)
            })
        };
        let called =
            |id: &FigureId| self.cast.figure(*id).is_some_and(|it| it.is_called(token.key));
        let (anew, other) = (is_told_anew(tables, run), is_told_for(tables, run));
        let figure = figure.filter(fits).or_else(|| self.of_other_nation(run, head));
        let figure = figure.filter(|id| !other && (!anew || called(id)));
        let organisation = words.organisations.contains_key(&token.key);
        if figure.is_none() && organisation && self.claim_of(run).is_some() {
            // Whoever it is, "it" means no other afterwards.
            if other {
                self.cast.bring_up(token.key, self.sentence, true);
            }
            let unknown = self.cast.add(Figure::new(FigureKind::Organisation, Gender::Unknown));
            return self.sight(unknown, run, classify_place(tables, run), Form::Nominal);
        }
        if let Some(figure) = figure.filter(|_| organisation) {
            self.retype(figure, FigureKind::Organisation);
        }
        self.stands_for(figure, run, head, classify_place(tables, run));
    }

    /// The only organisation of this sentence and the one before that may be of the nation that the noun phrase names, beside others
    /// of which another was told: "Harlund, a Swiss firm, sued Vestfrakt. *The US company* said".
    fn of_other_nation(&self, run: Run, head: usize) -> Option<FigureId> {
        let Reading { tables, gazetteer, words, .. } = self.reading;
        find_country(tables, gazetteer, run)?;
        let near = self.cast.recent().map(|(_, it)| it);
        let near = near.take_while(|it| self.sentence.saturating_sub(it.sentence) <= 1);
        let fits = |it: &&Sighting| {
            self.cast.figure(it.figure).is_some_and(|figure| {
                figure.entity.is_some()
                    && figure.may_be_organisation()
                    && self.reading.fits_nation(figure, run)
                    && self.reading.may_be_called(&self.cast, figure, head)
            })
        };
        let firm = words.organisations.contains_key(&tables.key(head));
        only(near.filter(fits).filter(|_| firm).map(|it| it.figure))
    }

    /// Notes that an organisation without a name is brought up: "*A lender in Oslo* sued Harlund"; but not "as a lender".
    fn bring_up(&mut self, run: Run, head: usize) {
        const ONE: [u64; 4] = keys(["a", "an", "another", "one"]);
        const AS: [u64; 4] = keys(["as", "like", "into", "of"]);
        let Reading { tables, words, .. } = self.reading;
        let noun = tables.key(head);
        let before = run.first().checked_sub(1);
        let hangs = before.is_some_and(|at| tables.is_one_of(at, &AS));
        let new = tables.is_one_of(run.first(), &ONE) && !hangs;
        if new && words.organisations.contains_key(&noun) {
            self.cast.bring_up(noun, self.sentence, false);
        }
    }

    /// Whom a noun in no list takes up as a source, since the text said it of him: "Harlund, a winery, …", then "The winery".
    fn told_noun(&self, run: Run, noun: u64) -> Option<FigureId> {
        let mut told = self.told_nouns.iter().rev().take(TOLD);
        let figure = told.find(|(word, _)| *word == noun).map(|(_, figure)| *figure)?;
        self.claim_of(run).map(|_| figure)
    }

    /// Notes who "the company" is in "the company's application", and "the minister" in "the minister's resignation".
    fn owner_noun(&mut self, run: Run, head: usize) {
        let Reading { tables, words, .. } = self.reading;
        let mut owner = (run.first() + 2..head).take(8).filter(|at| tables.tag(*at) == Tag::POS);
        let Some(at) = owner.next().map(|at| at - 1) else { return };
        if tables.mention_at(at).is_some() {
            return;
        }
        let noun = tables.key(at);
        let owner = Run::new(run.first(), at + 1);
        let speaks = self.claim_of(owner).is_some();
        let named = |at: usize| tables.mention_at(at).is_some();
        if noun == CAMPAIGN && self.campaign(owner, at) {
            return;
        }
        if speaks && is_institution(noun) {
            let figure = self.institution(owner, at);
            self.stands_for(figure, owner, at, Place::Possessor);
        } else if words.organisations.contains_key(&noun)
            && (speaks && !owner.range().any(named) || self.claim_of(run).is_some())
        {
            let figure = self.reading.organisation(&self.cast, self.sentence, at);
            self.notes(at, figure);
        } else if let Some(nominal) = read_nominal(self.reading, owner, at)
            && let Some((figure, true)) = self.taken_up(&nominal, Place::Possessor)
        {
            self.notes(at, Some(figure));
            self.sight(figure, owner, Place::Possessor, Form::Nominal);
        }
    }

    /// Notes what a noun inside another's phrase means.
    pub(super) fn notes(&mut self, at: usize, figure: Option<FigureId>) {
        if let Some(figure) = figure {
            self.note(at, figure, Resolution::Nominal, self.cast.naming(figure));
        }
    }

    /// Notes whom the word at `at` means, and the expression that told.
    pub(super) fn note(&mut self, at: usize, figure: FigureId, how: Resolution, antecedent: Run) {
        self.meanings.push(Meaning { token: at as u32, figure, how, antecedent });
    }

    /// Whether the name of an organisation stands before what it is, "the Tasnim news agency", whom the noun means then. Its
    /// mention stays.
    fn named_before(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let Some(mention) = kind_of(self.reading, run, head) else { return false };
        let Some(figure) = self.cast.figure_of(self.reading, mention.entity) else { return false };
        if self.retype(figure, FigureKind::Organisation)
            && let Some(known) = self.cast.figures.get_mut(figure.index())
        {
            known.remember(std::iter::once(tables.key(head)));
        }
        self.note(head, figure, Resolution::Nominal, mention.tokens);
        self.sight(figure, run, classify_place(tables, run), Form::Nominal);
        true
    }

    /// Whether a noun phrase tells an age or a people: "the septuagenarian", "the 57-year-old plumber", "the Irishman".
    fn tells_age_or_people(&self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let Some(token) = tables.tokens.get(head) else { return false };
        let word = token.span().of(self.reading.text);
        let one = PEOPLE.iter().any(|(end, _)| word.ends_with(end));
        let people = token.has(Token::CAPITAL) && (one || is_people(self.reading, head));
        people || word.ends_with(DECADE) || self.age(run, head).is_some()
    }

    /// The token that tells an age in a noun phrase.
    fn age(&self, run: Run, head: usize) -> Option<usize> {
        let tables = self.reading.tables;
        let age = |at: &usize| {
            tables.tokens.get(*at).is_some_and(|it| {
                it.has(Token::HYPHEN) && it.span().of(self.reading.text).ends_with("-year-old")
            })
        };
        // "the 57-year-old *plumber's* van" tells no age of the van.
        let at = (run.first() + 1..=head).take(4).find(age)?;
        (at..=head).take(4).all(|at| tables.tag(at) != Tag::POS).then_some(at)
    }

    /// "the 57-year-old", "the father-of-two", "the Irishman": who was spoken of, if nothing speaks against it.
    fn aged(&self, run: Run, head: usize) -> Option<FigureId> {
        let word = self.reading.tables.tokens.get(head)?.span().of(self.reading.text);
        let reading = self.reading;
        let teller = self.teller_at(reading.tables.span(run).start);
        if let Some(age) = self.age(run, head) {
            let told = self.gender_told(run);
            let epithet = Epithet { age: true, teller, ..Epithet::of(told) };
            let told = reading.by_age(&self.cast, age);
            return told.or_else(|| reading.epithet(&self.cast, self.sentence, epithet));
        }
        let kin = |(start, _): &&(&str, Gender)| word.starts_with(start);
        let people = |(end, _): &&(&str, Gender)| word.ends_with(end);
        let told = PARENTS.iter().find(kin).or_else(|| PEOPLE.iter().find(people));
        let gender = told.map_or(Gender::Unknown, |(_, gender)| *gender);
        let tells = told.is_some() || is_people(reading, head);
        let nation = find_country(reading.tables, reading.gazetteer, run);
        let epithet = Epithet { nation, teller, ..Epithet::of(gender) };
        tells.then(|| reading.epithet(&self.cast, self.sentence, epithet)).flatten()
    }

    /// The organisation that token `at` names or means.
    pub(super) fn owner(&mut self, at: usize) -> Option<FigureId> {
        let figure = match self.reading.tables.mention_at(at) {
            Some(mention) => self.cast.figure_of(self.reading, mention.entity),
            None => self.reading.organisation(&self.cast, self.sentence, at),
        };
        figure.filter(|id| {
            self.cast.figure(*id).is_some_and(|it| it.kind == FigureKind::Organisation)
        })
    }

    /// "the Italian", "the Republican": a person of the people or party that the mention names.
    pub(super) fn one_of(&mut self, run: Run, head: usize) {
        let Reading { text, tables, .. } = self.reading;
        let Some(token) = tables.tokens.get(head) else { return };
        // "The French" and "the Republicans" are many.
        let many = ["s", "sh", "ch", "ese"].iter().any(|end| token.span().of(text).ends_with(end));
        let place = classify_place(tables, run);
        let speaks = self.claim_of(run).is_some();
        let the = tables.is(run.first(), key("the")) && !is_another(tables, run);
        if many || !the || !(speaks || place == Place::Subject) {
            return;
        }
        let nation = find_country(tables, self.reading.gazetteer, run);
        let party = find_party(tables, self.reading.gazetteer, run);
        let epithet = Epithet { nation, party, ..Epithet::of(Gender::Unknown) };
        // "The Republican *who wrote it*" is told by that, and may be anybody.
        let told = tables.tag(run.after()).is_relative() || is_told_anew(tables, run);
        let figure = self.one_of_place(run, epithet);
        let figure = figure.filter(|id| !told && !self.names_after(*id, run, place));
        if let Some(figure) = figure.and_then(|id| self.cast.figures.get_mut(id.index())) {
            figure.nation = nation.or(figure.nation);
        }
        if figure.is_none() {
            // Whoever it is, "he" and "she" mean no other afterwards.
            self.add_unnamed(FigureKind::Person, run, place);
        } else if speaks {
            self.stands_for(figure, run, head, place);
        }
    }

    /// Whom such a noun means, by the place that it names too: "the *California* Democrat".
    fn one_of_place(&self, run: Run, epithet: Epithet) -> Option<FigureId> {
        let reading = self.reading;
        let near = || reading.epithet(&self.cast, self.sentence, epithet);
        let named = run.range().take(8).find_map(|at| place_at(reading, at));
        let Some((place, words)) = named else { return near() };
        let other = |id: &FigureId| {
            let figure = self.cast.figure(*id);
            figure.and_then(|it| reading.is_of(it, place, words)) == Some(false)
        };
        let found = self.of_home((place, words), epithet.party, epithet.gender);
        found.or_else(|| near().filter(|id| !other(id)))
    }

    /// The only person near who is of a town or state, and of no other party.
    fn of_home(
        &self,
        (place, words): (u64, Run),
        party: Option<u32>,
        gender: Gender,
    ) -> Option<FigureId> {
        let reading = self.reading;
        let genders = |figure: &Figure| {
            figure.gender == gender || [figure.gender, gender].contains(&Gender::Unknown)
        };
        let persons = self.cast.persons().filter(|(_, figure, sighting)| {
            self.sentence.saturating_sub(sighting.sentence) <= HOME
                && figure.entity.is_some()
                && genders(figure)
                && reading.is_of(figure, place, words) == Some(true)
                && party.is_none_or(|party| reading.party(figure).is_none_or(|own| own == party))
        });
        only(persons.map(|(id, ..)| id))
    }

    /// Notes what a noun phrase says of the name set beside it: "the mayor, Ann Poe". False where it says nothing of it.
    fn introduces(
        &mut self,
        run: Run,
        head: usize,
        nominal: Option<&Nominal>,
        mention: &Mention,
    ) -> bool {
        let Reading { tables, words, .. } = self.reading;
        let Some(noun) = tables.tokens.get(head).map(|token| token.key) else { return false };
        let kind = match nominal {
            Some(nominal) if nominal.role.plural => return false,
            Some(_) => FigureKind::Person,
            None if words.organisations.contains_key(&noun) => FigureKind::Organisation,
            None => return false,
        };
        let Some(id) = self.cast.figure_of(self.reading, mention.entity) else { return false };
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
        let body = self.body_behind(head + 1).filter(|_| kind == FigureKind::Person);
        let Some(figure) = self.cast.figures.get_mut(id.index()) else { return false };
        figure.remember(keys_of(tables, own_words(self.reading, run)));
        if let Some(body) = body {
            figure.remember(keys_of(tables, body));
        }
        figure.party = find_party(tables, self.reading.gazetteer, run).or(figure.party);
        figure.doubtful &= may_be_either;
        if let Some(nominal) = nominal
            && figure.gender == Gender::Unknown
        {
            figure.gender = nominal.role.gender;
        }
        self.learn_client(id, run, head);
        self.identify(id, mention.tokens);
        self.note(head, id, Resolution::Apposition, mention.tokens);
        true
    }

    /// Remembers for whom a lawyer speaks: "Poe's attorney, Carl Berg".
    fn learn_client(&mut self, id: FigureId, run: Run, head: usize) {
        if self.reading.tables.is_one_of(head, &LAWYERS) {
            let client = self.possessor(run, head).filter(|client| *client != id);
            if let Some(figure) = self.cast.figures.get_mut(id.index()) {
                figure.client = client.or(figure.client);
            }
        }
    }

    /// "His client": for whom the text said that the lawyer speaks; false where it did not.
    fn client(&mut self, run: Run, head: usize) -> bool {
        if !self.reading.tables.is(head, key("client")) {
            return false;
        }
        let lawyer = self.possessor(run, head);
        let client = lawyer.and_then(|lawyer| self.cast.figure(lawyer)?.client);
        self.stands_for(client, run, head, classify_place(self.reading.tables, run));
        client.is_some()
    }

    /// Takes a figure for one of a kind, unless a list knows better.
    pub(super) fn retype(&mut self, id: FigureId, kind: FigureKind) -> bool {
        let Some(figure) = self.cast.figures.get_mut(id.index()) else { return false };
        let person = figure.kind == FigureKind::Person && !figure.doubtful;
        if !person && figure.row.is_none() && figure.entity.is_some() {
            figure.kind = kind;
        }
        let fits = figure.kind == kind;
        if fits && !person && kind == FigureKind::Person {
            self.cast.note_human(id);
        }
        fits
    }

    /// Notes what a noun phrase says of somebody who was named before it.
    fn describes(&mut self, id: FigureId, run: Run, head: usize) {
        let tables = self.reading.tables;
        let Some(figure) = self.cast.figures.get_mut(id.index()) else { return };
        figure.remember(keys_of(tables, own_words(self.reading, run)));
        figure.party = find_party(tables, self.reading.gazetteer, run).or(figure.party);
        if figure.kind == FigureKind::Organisation {
            figure.nation = figure.nation.or(find_country(tables, self.reading.gazetteer, run));
        }
        figure.doubtful = false;
        let antecedent = figure.naming;
        self.learn_client(id, run, head);
        self.note(head, id, Resolution::Apposition, antecedent);
        self.identify(id, antecedent);
        // Who was just named as the source is not meant anew.
        let last = self.cast.figure(id).and_then(|it| self.cast.sightings.get(it.last as usize));
        let seen = last.is_some_and(|it| it.speaks && it.sentence == self.sentence);
        if !seen && self.claim_of(run).is_some() {
            self.sight(id, run, Place::Subject, Form::Nominal);
        }
    }

    /// Notes which organisation "a club spokesman" speaks for.
    fn employer(&mut self, nominal: &Nominal) {
        let tables = self.reading.tables;
        let last = nominal.words.last().checked_sub(1).filter(|at| nominal.run.holds(*at));
        let Some(at) = last.filter(|at| tables.mention_at(*at).is_none()) else { return };
        let noun = tables.key(at);
        let government = if GOVERNMENT.contains(&noun) || noun == CAMPAIGN {
            self.known_institution(noun)
        } else {
            None
        };
        let figure =
            government.or_else(|| self.reading.organisation(&self.cast, self.sentence, at));
        self.notes(at, figure);
    }

    /// Notes that a noun phrase means a figure, if any.
    pub(super) fn stands_for(
        &mut self,
        figure: Option<FigureId>,
        run: Run,
        head: usize,
        place: Place,
    ) {
        let Some(figure) = figure else { return };
        let Some(found) = self.cast.figure(figure) else { return };
        let (antecedent, entity) = (found.naming, found.entity);
        // Which organisation a noun takes up is a guess that should not make the next one surer.
        let figures = &mut self.cast.figures;
        let person = figures.get_mut(figure.index()).filter(|it| it.kind == FigureKind::Person);
        if let Some(person) = person {
            person.remember(keys_of(self.reading.tables, Run::new(head, head + 1)));
        }
        self.note(head, figure, Resolution::Nominal, antecedent);
        if let Some(entity) = entity {
            self.changes.added.push((run, Form::Nominal, entity));
        }
        self.sight(figure, run, place, Form::Nominal);
    }

    /// The person of "Poe and her colleagues", who speaks for them.
    fn with(&self, nominal: &Nominal) -> Option<FigureId> {
        let tables = self.reading.tables;
        let and = nominal.run.first().checked_sub(1).filter(|at| tables.is(*at, key("and")))?;
        let sighting = self.cast.sightings.iter().rev().find(|it| it.run.after() <= and)?;
        let beside = sighting.run.after() == and;
        let own = nominal.role.plural && tables.tag(nominal.run.first()) == Tag::PRPS;
        let person = self.cast.figure(sighting.figure)?.kind == FigureKind::Person;
        (own && beside && person).then_some(sighting.figure)
    }

    /// The organisation of experts without a name, "analysts at Vestfrakt", whose words are its own.
    fn works_at(&mut self, nominal: &Nominal) -> Option<FigureId> {
        let tables = self.reading.tables;
        let at = nominal.run.after();
        let many = nominal.role.kind == RoleKind::Expert && nominal.role.plural;
        let phrase = tables.phrase_at(at + 1).filter(|_| many && tables.is(at, key("at")))?;
        tables.mention_at(phrase.head())?;
        self.owner(phrase.head())
    }

    /// A person or persons without a name, seen first here.
    fn somebody(&mut self, nominal: &Nominal, place: Place) {
        let tables = self.reading.tables;
        let kind = if nominal.role.plural { FigureKind::People } else { FigureKind::Person };
        let mut figure = Figure::new(kind, nominal.role.gender);
        figure.members.extend(self.with(nominal));
        if let Some(firm) = self.works_at(nominal) {
            figure.members.push(firm);
        }
        if kind == FigureKind::Person {
            figure.remember(keys_of(tables, nominal.words));
        }
        let head = nominal.words.last();
        self.bring_up(nominal.run, head);
        figure.anonymous = is_anonymous(self.reading, &Part::at(tables, nominal.run, head));
        let figure = self.cast.add(figure);
        self.sight(figure, nominal.run, place, Form::Nominal);
        let asks =
            nominal.determiner == Determiner::Definite || self.claim_of(nominal.run).is_some();
        if asks
            && kind == FigureKind::Person
            && self.unnamed.len() < LEADS
            && self.sentence < 2 * LEADS as u32
        {
            self.unnamed.push(Unnamed { figure, nominal: *nominal, sentence: self.sentence });
        }
    }

    /// Whether the person who was just given a role is the one who spoke without a name in the sentences before: "A federal
    /// judge …", then "Judge Ann Poe …".
    pub(super) fn identify(&mut self, id: FigureId, by: Run) {
        let Some(figure) = self.cast.figure(id).filter(|it| it.entity.is_some()) else { return };
        let near = |it: &&Unnamed| {
            let last = self.cast.figure(it.figure).map_or(0, |figure| figure.last as usize);
            let seen = self.cast.sightings.get(last).map_or(it.sentence, |last| last.sentence);
            (1..=NAMED_WITHIN).contains(&self.sentence.saturating_sub(seen))
        };
        let mut fitting = self
            .unnamed
            .iter()
            .filter(near)
            .filter(|it| self.reading.may_be_named(figure, &it.nominal, by));
        if let (Some(found), None) = (fitting.next().copied(), fitting.next()) {
            self.identify_as(found, id, by);
        }
    }

    /// Whether a person first named here is the one with whom the article began: "A former councillor has sued …", then "Ann Poe,
    /// an auctioneer, …", before any other name. Who is told of beside others, or by more than "a", has to speak in both places:
    /// "The head of the ferry yard said …", then "Ann Poe said …".
    pub(super) fn identify_lead(&mut self, id: FigureId, by: &Mention) {
        let office = self.office_in(by);
        let by = by.tokens;
        let Some(figure) = self.cast.figure(id).filter(|it| it.kind == FigureKind::Person) else {
            return;
        };
        let near = |lead: &u32| *lead < self.sentence && self.sentence <= lead + LEADS as u32;
        let Some(lead) = self.lead.filter(near) else { return };
        let of_lead = |it: &&Unnamed| {
            let genders = [it.nominal.role.gender, figure.gender];
            let fits = genders[0] == genders[1] || genders.contains(&Gender::Unknown);
            fits && self.seen_in(it, lead).is_some()
        };
        let mut leads = self.unnamed.iter().filter(of_lead);
        let Some(found) = leads.next().copied() else { return };
        let alone = leads.next().is_none() && !self.has_another(lead, found.figure);
        let simple =
            alone && found.nominal.determiner == Determiner::Indefinite && office.is_none();
        let named = |it: &Figure| it.entity.is_some() && it.count > 0 && it.first >= lead;
        let others = self.cast.last_humans().any(|(other, it)| other != id && named(it));
        let head = self.reading.tables.key(found.nominal.words.last());
        let fits = office.is_none_or(|office| LEADS_IT.contains(&head) && LEADER.holds(office));
        if !others && fits && (simple || self.opens_and_speaks(&found, by)) {
            self.identify_as(found, id, by);
        }
    }

    /// Where in a sentence somebody without a name stands, told of there first or in a headline before.
    fn seen_in(&self, found: &Unnamed, sentence: u32) -> Option<Run> {
        if found.sentence == sentence {
            return Some(found.nominal.run);
        }
        let last = self.cast.figure(found.figure)?.last;
        let sighting = self.cast.sightings.get(last as usize)?;
        (sighting.sentence == sentence).then_some(sighting.run)
    }

    /// The last word for an office in a name's title: none in "*Sheikh* Nasser", "executive" in "*Chief Executive* Ann Poe".
    fn office_in(&self, named: &Mention) -> Option<u64> {
        let Reading { tables, lexicon, .. } = self.reading;
        let name = named.name.unwrap_or(named.span).start;
        let title = named.tokens.range().map_while(|at| tables.tokens.get(at)).take(8);
        let words = title.take_while(|it| it.start < name).map(|it| it.key);
        words.filter(|it| lexicon.names.class(*it) & (class::OFFICE | class::HUMAN) != 0).last()
    }

    /// Whether somebody without a name, of whom more is told than a bare noun, opens his sentence and says something, and so does
    /// who is named here.
    fn opens_and_speaks(&self, found: &Unnamed, by: Run) -> bool {
        let tables = self.reading.tables;
        let Some((lead, run)) = self.lead.and_then(|it| Some((it, self.seen_in(found, it)?)))
        else {
            return false;
        };
        let first = tables.sentences.get(lead as usize).map(|it| it.tokens.first());
        let told = match found.nominal.determiner {
            _ if found.sentence != lead => true,
            Determiner::Indefinite => true,
            Determiner::Definite => run.len() > 2 || tables.tag(run.after()) == Tag::IN,
            Determiner::Possessive => tables.tag(run.first()) != Tag::PRPS,
            Determiner::Bare => false,
        };
        // "A lawyer *for* a man …", then "Ann Poe": either may be she.
        let client =
            LAWYERS.contains(&tables.key(run.last())) && tables.is(run.after(), key("for"));
        told && !client
            && first == Some(run.first())
            && self.claim_of(run).is_some()
            && self.claim_of(by).is_some()
    }

    /// Whether a sentence has another person, who may be the one that is named next: "A doctor has accused a clinic of ignoring
    /// warnings about *a baby*."
    fn has_another(&self, sentence: u32, figure: FigureId) -> bool {
        let here = self.cast.sightings.iter().filter(|it| it.sentence == sentence);
        let mut others = here.filter(|it| it.figure != figure);
        others.any(|it| self.cast.figure(it.figure).is_some_and(|it| it.kind == FigureKind::Person))
    }

    /// Lets somebody without a name be who is named here.
    fn identify_as(&mut self, found: Unnamed, id: FigureId, by: Run) {
        self.unnamed.retain(|it| it.figure != found.figure);
        let entity = self.cast.figure(id).and_then(|it| it.entity);
        let seen = self.lead.and_then(|lead| self.seen_in(&found, lead));
        if seen.is_some_and(|run| self.claim_of(run).is_some()) {
            let noun = self.reading.tables.key(found.nominal.words.last());
            let opener =
                entity.map(|entity| Opener { entity, noun, role: found.nominal.role.kind });
            self.opener = self.opener.or(opener);
        }
        self.note(found.nominal.words.last(), id, Resolution::Nominal, by);
        if let Some(entity) = entity {
            self.changes.added.push((
                mention_run(self.reading.tables, &found.nominal),
                Form::Nominal,
                entity,
            ));
        }
        self.cast.retire(found.figure, entity);
    }
}

/// Whether what follows a noun for a body tells which it is: "the group *for* shipowners", "the union *representing* pilots".
fn is_told_for(tables: &Tables, run: Run) -> bool {
    const FOR: [u64; 4] = keys(["for", "representing", "behind", "against"]);
    tables.is_one_of(run.after(), &FOR) && tables.mention_at(run.last()).is_none()
}

/// Whether a definite noun phrase says that it means another than who was spoken of: "the *only* senator who", "the *other* woman".
fn is_another(tables: &Tables, run: Run) -> bool {
    const OTHERS: [u64; 3] = keys(["only", "other", "next"]);
    tables.is_one_of(run.first() + 1, &OTHERS)
}

/// Whether what stands beside a definite noun tells who that is, nobody of before: "the supplier, *a Turkish company*, said", "the
/// teacher *who* lost her house said".
fn is_told_anew(tables: &Tables, run: Run) -> bool {
    let end = run.after();
    if tables.tag(end) == Tag::WP {
        return true;
    }
    let a = tables.is_one_of(end + 1, &[key("a"), key("an")]);
    let beside = tables.phrase_at(end + 1).filter(|it| a && it.tokens.first() == end + 1);
    tables.kind(end) == Kind::Comma
        && beside.is_some_and(|it| tables.kind(it.tokens.after()) == Kind::Comma)
}

/// Whether the text brought somebody up as kin of another.
fn is_kin(reading: Reading, figure: &Figure) -> bool {
    let role = |word: &u64| reading.lexicon.names.roles.word(*word).map(|role| role.kind);
    figure.words.iter().any(|word| role(word) == Some(RoleKind::Kin))
}

/// Whether the noun is one for a government, a part of an institution or what heads one.
fn is_institution(noun: u64) -> bool {
    GOVERNMENT.contains(&noun) || OFFICES.contains(&noun) || noun == BOARD
}

/// The key of whose an office is, with the possessive: "sheriff's" of "the sheriff's office".
fn holder(reading: Reading, run: Run) -> Option<u64> {
    let Reading { text, tables, .. } = reading;
    let owner = run.range().take(8).find(|at| tables.tag(at + 1) == Tag::POS)?;
    Some(key_of(tables.span(Run::new(owner, owner + 2)).of(text)))
}

/// Whether a noun phrase with a name beside it only tells whose office that person has: "the aide to the governor, Ann Poe".
fn inside_role(reading: Reading, run: Run) -> bool {
    let Reading { tables, lexicon, .. } = reading;
    let Some(to) = run.first().checked_sub(1) else { return false };
    let class = |at: usize| lexicon.names.class(tables.key(at));
    let role = to.checked_sub(1).is_some_and(|at| class(at) & (class::OFFICE | class::HUMAN) != 0);
    tables.is(to, key("to")) && role && name_beside(reading, run).is_some()
}

/// Whether a noun without an article is the title of a name that follows after "of" or "for": "Leader of the House Ann Poe".
fn before_name(reading: Reading, run: Run, head: usize) -> bool {
    let tables = reading.tables;
    if tables.tag(run.first()) == Tag::DT {
        return false;
    }
    let mut at = head + 1;
    for _ in 0..4 {
        // "Minister for Culture, Media and Sport Ann Poe"
        let joins = tables.tag(at) == Tag::IN
            || at > head + 1 && (tables.kind(at) == Kind::Comma || tables.tag(at) == Tag::CC);
        let Some(phrase) = tables.phrase_at(at + 1).filter(|_| joins) else { return false };
        let name = tables.mention_at(phrase.head());
        let name = name.filter(|name| tables.entity_type(name) == Some(EntityType::Person));
        if name.is_some_and(|name| role_before(reading, name.tokens) == Some(run)) {
            return true;
        }
        at = phrase.tokens.after();
    }
    false
}

/// Somebody of the article's first sentences who had no name yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnamed {
    figure: FigureId,
    nominal: Nominal,
    sentence: u32,
}

/// Who says something in the first sentence of the body without being named there, and the noun that stands for him.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opener {
    pub(super) entity: EntityId,
    noun: u64,
    role: RoleKind,
}

impl Opener {
    /// Whether another noun may be said of him.
    pub(super) fn may_be(&self, noun: u64, role: RoleKind, like: &[u64]) -> bool {
        let leads = |noun: u64| LEADS_IT.contains(&noun) || LEADER.holds(noun);
        let anybody = |role: RoleKind| matches!(role, RoleKind::Person | RoleKind::Kin);
        noun == self.noun
            || like.contains(&self.noun)
            || leads(noun) && leads(self.noun)
            || anybody(role) && anybody(self.role)
    }
}

/// How many of them are kept.
const LEADS: usize = 3;
/// Sentences within which the name follows.
const NAMED_WITHIN: u32 = 4;

/// A noun phrase without a person who owns what it tells of: "the chief's cousin" is no chief.
fn own_words(reading: Reading, run: Run) -> Run {
    let Reading { tables, lexicon, .. } = reading;
    let human = |at: usize| lexicon.names.class(tables.key(at)) & (class::OFFICE | class::HUMAN);
    let owns = |at: &usize| tables.tag(*at) == Tag::POS && human(*at - 1) != 0;
    let owner = (run.first() + 1..run.after()).take(8).rev().find(owns);
    Run { start: owner.map_or(run.start, |at| at as u32 + 1), end: run.end }
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

/// The name that stands in a noun phrase before the noun that tells what organisation it is.
fn kind_of(reading: Reading<'_>, run: Run, head: usize) -> Option<&Mention> {
    let tables = reading.tables;
    let news = tables.is(head.checked_sub(1)?, key("news"));
    let name = head.checked_sub(1 + usize::from(news)).filter(|at| run.holds(*at))?;
    let mention = tables.mention_at(name).filter(|it| it.form == Form::Name)?;
    let entity = tables.entity(mention)?;
    let kinds = reading.words.kinds_of(tables.key(head));
    let fits = match entity.row.and_then(|row| reading.gazetteer.row(row)) {
        Some(row) => kinds.contains(&row.class),
        None => entity.kind == EntityType::Organisation,
    };
    (news || fits).then_some(mention)
}
