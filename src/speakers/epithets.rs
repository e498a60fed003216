//! Whom a noun takes up that tells something new: "the 57-year-old", "the father of two", "the retired teacher".
//!
//! Nothing but where it stands tells who is meant, so that only the one of whom the text just spoke can be.

use super::Reading;
use super::cast::{Cast, Figure, FigureId, FigureKind, REACH, Sighting, is_country, only};
use super::clause::{Place, classify_place};
use super::nominals::{Determiner, FORMER, Nominal, place_at};
use super::organisations::ANY;
use crate::document::{EntityType, Form, Kind, Mention, Tables, Tag, Token};
use crate::key::{key, keys};
use crate::lexicon::{ASKED, Gender, RoleKind};
use crate::span::Run;

/// Words before a role that tell something of a person.
const PERSONAL: [u64; 14] = keys([
    "retired", "veteran", "longtime", "outspoken", "unemployed", "embattled", "rookie", "seasoned",
    "disgraced", "celebrated", "controversial", "popular", "ageing", "married",
]);
/// Roles of those who meet others in court or at work: such a noun means another than who was just spoken of.
const OPPOSITE: [u64; 18] = keys([
    "judge", "justice", "magistrate", "lawyer", "attorney", "solicitor", "barrister", "prosecutor",
    "coach", "manager", "referee", "officer", "detective", "doctor", "reporter", "interviewer",
    "witness", "moderator",
]);
/// Roles that no athlete has.
const LEADERS: [u64; 14] = keys([
    "manager", "coach", "chairman", "chairwoman", "president", "director", "executive", "owner",
    "boss", "trainer", "referee", "agent", "analyst", "minister",
]);
/// Nouns for politicians and the rich, for whom others work and of whom others tell.
pub(super) const PRINCIPALS: [u64; 20] = keys([
    "senator", "congressman", "congresswoman", "lawmaker", "legislator", "governor", "candidate",
    "contender", "challenger", "incumbent", "hopeful", "nominee", "frontrunner", "front-runner",
    "politician", "businessman", "billionaire", "millionaire", "tycoon", "mogul",
]);
/// Words for those who work for such people or tell of them.
const EMPLOYED: [u64; 19] = keys([
    "spokesman", "spokeswoman", "spokesperson", "strategist", "adviser", "advisor", "aide", "host",
    "anchor", "journalist", "columnist", "correspondent", "pollster", "consultant", "commentator",
    "professor", "foundation", "institute", "comedian",
]);
/// What `nominals_titles.tsv` has of nouns for athletes.
const ATHLETE: u64 = key("athlete");
const MAN: u64 = key("man");
const WOMAN: u64 = key("woman");
const PARTY: u64 = key("party");
/// Sentences that an epithet looks back, and one that only goes on with who was just spoken of.
const EPITHET_REACH: u32 = 6;
const GOES_ON_REACH: u32 = 2;

/// What a noun that tells something new of a person says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Epithet {
    pub(super) gender: Gender,
    /// It tells an age: whom the last sentence has as an object is meant rather, "Poe praised *Berg*. The 15-year-old …".
    pub(super) age: bool,
    /// It tells an athlete, who is no manager or chairman: whom others tell of is meant rather.
    pub(super) athlete: bool,
    /// It only goes on with who was just spoken of.
    pub(super) goes_on: bool,
    /// Who tells the words around it, and calls himself nothing of the kind.
    pub(super) teller: Option<FigureId>,
    /// Row of the country that it names.
    pub(super) nation: Option<u32>,
    /// The noun, if it is one for who has others work for him.
    pub(super) principal: Option<u64>,
    /// Row of the party that it names.
    pub(super) party: Option<u32>,
}

impl Epithet {
    pub(super) fn of(gender: Gender) -> Epithet {
        Epithet {
            gender,
            age: false,
            athlete: false,
            goes_on: false,
            teller: None,
            nation: None,
            principal: None,
            party: None,
        }
    }
}

impl Reading<'_> {
    /// The person whose age an apposition told: "the 57-year-old".
    pub(super) fn by_age(&self, cast: &Cast, head: usize) -> Option<FigureId> {
        let age = self.word(head).strip_suffix("-year-old")?;
        let told = |run: Run| self.age_after(run).is_some_and(|at| self.word(at) == age);
        let mut last = cast.sightings.iter().rev().take(4 * REACH);
        Some(last.find(|sighting| told(sighting.run))?.figure)
    }

    /// The number between commas after a name.
    fn age_after(&self, run: Run) -> Option<usize> {
        let (comma, age) = (run.after(), run.after() + 1);
        let kind = |at: usize| self.tables.kind(at);
        let told = kind(comma) == Kind::Comma && kind(age) == Kind::Number;
        (told && kind(age + 1) != Kind::Word).then_some(age)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        let Reading { text, tables, .. } = *self;
        tables.tokens.get(at).map_or("", |token| token.span().of(text))
    }

    /// The person of whom the text goes on to speak, where a noun tells something new of somebody known: "the Italian", "the
    /// 57-year-old", "the father of two". It is the only one who spoke, or acted, in the last sentence that has such a person.
    pub(super) fn epithet(&self, cast: &Cast, sentence: u32, epithet: Epithet) -> Option<FigureId> {
        let recent = || cast.recent().map(|(_, sighting)| sighting);
        let fits = |it: &&Sighting| self.fits(cast, sentence, epithet, it);
        let last = recent().find(fits)?.sentence;
        let of_last = || recent().filter(|it| it.sentence == last);
        let who = |it: &Sighting| it.figure;
        // "Poe beat *Berg*. The Swede …"
        let of_nation = |it: &&Sighting| {
            let own = cast.figure(it.figure).and_then(|it| it.nation);
            own.is_some() && own == epithet.nation && self.allows(cast, epithet, it)
        };
        let outer = |it: &&Sighting| it.speaks && it.teller.is_none();
        let rival = |it: &&Sighting| it.place == Place::Object && self.allows(cast, epithet, it);
        only(of_last().filter(|it| is_told(epithet, it)).filter(fits).map(who))
            .or_else(|| only(of_last().filter(of_nation).map(who)))
            .or_else(|| only(of_last().filter(|it| it.speaks).filter(fits).map(who)))
            // "Poe said that *Berg* had promised it. The candidate …"
            .or_else(|| only(of_last().filter(outer).filter(fits).map(who)))
            .or_else(|| {
                let found = only(of_last().filter(fits).map(who))?;
                let other = |it: &Sighting| it.figure != found && rival(&it);
                let either = epithet.nation.is_some() && of_last().any(other);
                (!either).then_some(found)
            })
    }

    /// Whether nothing that is known of who stands there speaks against the epithet.
    fn allows(&self, cast: &Cast, epithet: Epithet, sighting: &Sighting) -> bool {
        let Some(figure) = cast.figure(sighting.figure) else { return false };
        let Epithet { gender, age, athlete, teller, nation, party, .. } = epithet;
        let leads = || LEADERS.iter().any(|word| figure.words.contains(word));
        figure.kind == FigureKind::Person
            && figure.entity.is_some()
            && teller != Some(sighting.figure)
            && (figure.gender == gender || [figure.gender, gender].contains(&Gender::Unknown))
            && figure.nation.is_none_or(|own| nation.is_none_or(|nation| nation == own))
            && party.is_none_or(|party| self.party(figure).is_none_or(|own| own == party))
            && sighting.speech == 0
            && !(age && self.has_age(cast, sighting.figure))
            && !(athlete && leads())
    }

    /// Whether the epithet may mean who stands there.
    fn fits(&self, cast: &Cast, sentence: u32, epithet: Epithet, sighting: &Sighting) -> bool {
        let tables = self.tables;
        let goes_on = epithet.goes_on;
        let reach = if goes_on { GOES_ON_REACH } else { EPITHET_REACH };
        let away = sentence.checked_sub(sighting.sentence);
        let Some(figure) = cast.figure(sighting.figure) else { return false };
        // "All eyes are on Ann Poe, whose party won. *The former judge* …"
        let introduced = || {
            let full = figure.count == 1 || sighting.run.len() > 1;
            let new = full && sighting.form == Form::Name;
            new && away == Some(1) && self.is_alone(cast, sighting)
        };
        let prominent = sighting.speaks
            || sighting.place == Place::Subject
            || introduced()
            || is_told(epithet, sighting)
            || goes_on && owns_subject(tables, sighting) && self.is_alone(cast, sighting)
            || goes_on && asked_before(tables, sighting.run.first());
        let opposite = || OPPOSITE.iter().any(|word| figure.words.contains(word));
        let asks = || asks_after(tables, sighting.run.after());
        away.is_some_and(|away| (1..=reach).contains(&away))
            && prominent
            && !(goes_on && (opposite() || asks() || self.is_employed(figure, epithet)))
            && self.allows(cast, epithet, sighting)
    }

    /// Whether the noun is one for whom others work or of whom they tell, and the figure one of those others: "the senator" is no
    /// spokeswoman of whom the text just told.
    fn is_employed(&self, figure: &Figure, epithet: Epithet) -> bool {
        let has = |word: &u64| figure.words.contains(word);
        epithet.principal.is_some_and(|noun| !has(&noun) && EMPLOYED.iter().any(has))
    }

    /// Whether an apposition told the age of a person, who is nobody of another age.
    fn has_age(&self, cast: &Cast, figure: FigureId) -> bool {
        let naming = cast.figure(figure).map(|it| it.naming);
        let seen = cast.sightings.iter().rev().take(4 * REACH).filter(|it| it.figure == figure);
        seen.map(|it| it.run).chain(naming).any(|run| self.age_after(run).is_some())
    }

    /// Whether no other person stands in the sentence.
    fn is_alone(&self, cast: &Cast, sighting: &Sighting) -> bool {
        let recent = cast.recent().map(|(_, it)| it);
        let mut others =
            recent.filter(|it| it.sentence == sighting.sentence && it.figure != sighting.figure);
        others.all(|it| cast.figure(it.figure).is_none_or(|it| it.kind != FigureKind::Person))
    }

    /// Whether a noun is one for athletes.
    pub(super) fn is_athlete(&self, noun: usize) -> bool {
        self.words.titles_of(self.key(noun)).contains(&ATHLETE)
    }

    /// Whether a noun tells something of a person that names nobody by itself: "the former mayor", "the father of two".
    pub(super) fn tells_news(&self, nominal: &Nominal) -> bool {
        let tables = self.tables;
        let former = nominal.run.range().take(8).any(|at| FORMER.contains(&self.key(at)));
        let after = nominal.words.after();
        let children = nominal.role.kind == RoleKind::Kin
            && tables.is(after, key("of"))
            && tables.tag(after + 1) == Tag::CD
            && !tables.is(after + 2, key("of"));
        nominal.determiner == Determiner::Definite && (former || children)
    }

    pub(super) fn is_party(&self, mention: &Mention) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let row = tables.entity(mention).and_then(|it| gazetteer.row(it.row?));
        row.is_some_and(|row| row.class == PARTY)
    }

    /// Whether a noun may take up whoever was just spoken of, though nothing told that of him: "the senator", "the retired
    /// teacher", "the Leeds-born singer". The nouns for those who meet others in court or at work do not.
    /// A name in the phrase speaks against it, unless what is said is quoted.
    pub(super) fn goes_on(&self, nominal: &Nominal, quotes: bool) -> bool {
        let Reading { tables, gazetteer, .. } = *self;
        let any = |at: usize| self.words.titles_of(self.key(at)).contains(&ANY);
        let before = nominal.run.first() + 1..nominal.words.first();
        // "the Kilkenny man"
        let one = matches!(self.key(nominal.words.last()), MAN | WOMAN);
        let tells = |at: usize| {
            PERSONAL.contains(&self.key(at))
                || one && place_at(*self, at).is_some()
                || tables.tokens.get(at).is_some_and(|token| token.has(Token::HYPHEN))
        };
        let athlete = self.is_athlete(nominal.words.last());
        // "the Ohio senator", "the GOP senator", "the Norway midfielder"
        let named = |at: usize| {
            let told = |it: &Mention| {
                let country = || tables.entity(it).is_some_and(|it| is_country(gazetteer, it.row));
                it.form == Form::Demonym || self.is_party(it) || athlete && country()
            };
            tables.mention_at(at).is_some_and(|it| !told(it)) && place_at(*self, at).is_none()
        };
        // "the Lincoln actor"
        let person = |at: usize| {
            let kind = tables.mention_at(at).and_then(|it| tables.entity_type(it));
            kind == Some(EntityType::Person)
        };
        let alone = !matches!(tables.tag(nominal.words.after()), Tag::IN | Tag::TO);
        nominal.determiner == Determiner::Definite
            && alone
            && (quotes || !before.clone().take(8).any(named))
            && !before.clone().take(8).any(person)
            && !OPPOSITE.contains(&self.key(nominal.words.last()))
            && nominal.role.kind != RoleKind::Spokes
            && (any(nominal.words.last()) || before.take(8).any(tells))
    }
}

/// Whether somebody else does something to who stands there, of whom an age tells rather, or tells of him, as of athletes.
fn is_told(epithet: Epithet, sighting: &Sighting) -> bool {
    let told = sighting.teller.is_some_and(|teller| teller != sighting.figure);
    (epithet.age || epithet.athlete) && sighting.place == Place::Object
        || epithet.athlete && told && sighting.place == Place::Subject
}

/// Whether the noun phrase that begins at `at` is whom somebody asked.
fn asked_before(tables: &Tables, at: usize) -> bool {
    let verb = at.checked_sub(1).filter(|at| tables.tag(*at) == Tag::VBD);
    verb.is_some_and(|at| ASKED.holds(tables.key(at)))
}

/// Whether somebody owns the subject of a clause: "*Poe's* tone seems harsh."
fn owns_subject(tables: &Tables, owner: &Sighting) -> bool {
    let phrase = tables.phrase_at(owner.run.after() + 1);
    owner.place == Place::Possessor
        && phrase.is_some_and(|it| classify_place(tables, it.tokens) == Place::Subject)
}

/// Whether who stands before `at` asked somebody with a name, or whoever answers next: "“Is it late?” Poe asked."
fn asks_after(tables: &Tables, at: usize) -> bool {
    let whom = at + 1;
    asked_before(tables, whom)
        && (tables.mention_at(whom).is_some() || tables.kind(whom) == Kind::Stop)
}
