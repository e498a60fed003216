//! Which organisation a noun takes up: "the company", "the terrorist group".
//!
//! One that the article called so comes first, unless another that the noun may mean acted since. Of names that no list knows
//! only what speaks against them is told, so that the noun takes up such a name where it is the only one.

use super::Reading;
use super::cast::{Cast, Figure, FigureId, only};
use super::clause::Place;
use super::groups::BOARD;
use crate::document::{Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::class;
use crate::span::Run;

/// The kind of nouns that may mean an organisation of any name.
pub(super) const ANY: u64 = key("any");
const COMPANY: u64 = key("company");
const NGO: u64 = key("ngo");
const OUTLET: u64 = key("outlet");
const MILITANT: u64 = key("militant");
/// Words for armed groups before "group", "organisation", "network".
const ARMED: [u64; 9] = keys([
    "terrorist", "terror", "militant", "extremist", "jihadist", "jihadi", "insurgent", "rebel",
    "guerrilla",
]);
/// Kinds whose names need not show what they are.
const GENERAL: [u64; 6] = [ANY, COMPANY, NGO, key("sport"), key("party"), key("union")];
/// Kinds of bodies that no firm is.
const MEMBERS: [u64; 2] = keys(["party", "union"]);
const AGENCY: u64 = key("agency");
/// Nouns for bodies that watch over others or have members.
const BODIES: KeySet<14> = KeySet::new([
    "agency", "watchdog", "regulator", "federation", "movement", "coalition", "commission",
    "authority", "ombudsman", "inspectorate", "council", "alliance", "confederation", "bureau",
]);
/// Who tells of a company and is not it.
const OUTSIDERS: [u64; 8] = keys([
    "investor", "shareholder", "stakeholder", "brokerage", "broker", "agency", "regulator",
    "watchdog",
]);
/// Nouns for the company of which they tell.
const TARGETS: [u64; 2] = keys(["company", "business"]);
/// What "the news organisation" is.
const NEWS: [u64; 2] = keys(["news", "media"]);
const NEWS_NOUNS: [u64; 6] =
    keys(["organisation", "organization", "site", "website", "group", "company"]);
/// Sentences at the beginning that tell what the article is about.
const LEAD: u32 = 3;
/// Sentences back to the organisations among which one of a kind is sought.
const NEAR: u32 = 4;

/// What firms and unions are in, before a noun for one.
#[rustfmt::skip]
const TRADES: KeySet<73> = KeySet::new([
    "rail", "ferry", "oil", "gas", "energy", "tech", "technology", "mining", "shipping", "insurance", "law",
    "software", "car", "drug", "steel", "power", "water", "retail", "media", "telecoms", "telecom", "phone",
    "food", "airline", "bus", "coal", "security", "engineering", "construction", "consulting", "accounting",
    "polling", "cruise", "train", "tobacco", "chip", "defence", "defense", "aerospace", "investment",
    "equity", "property", "fashion", "games", "gaming", "toy", "logistics", "freight", "biotech",
    "pharmaceutical", "chemicals", "cement", "timber", "seafood", "dairy", "sugar", "coffee", "parcel",
    "courier", "solar", "wind", "nuclear", "battery", "teachers", "nurses", "doctors", "pilots", "miners",
    "drivers", "machinists", "farmers", "actors", "writers",
]);

/// A noun for organisations, and what the lists say that it takes up.
#[derive(Clone, Copy)]
struct Noun<'a> {
    word: u64,
    /// The kinds of gazetteer rows.
    kinds: &'a [u64],
    /// The words of names in no list.
    shows: &'a [u64],
}

impl Noun<'_> {
    /// Whether only parties or unions are called so, which a name of one word in no list rather is not: "Harlund will cut 300 jobs. *The
    /// union* said".
    fn has_members(&self) -> bool {
        !self.kinds.is_empty() && self.kinds.iter().all(|kind| MEMBERS.contains(kind))
    }

    /// Whether it is a body that others have made, as a name of one word in no list rather is a firm's: "Harlund will cut 300 jobs. *The
    /// watchdog* said".
    fn is_body(&self) -> bool {
        BODIES.holds(self.word)
    }

    /// Whether no firm is called so: "the union", "the agency".
    fn is_no_firm(&self) -> bool {
        let agency = self.kinds.contains(&AGENCY) && !self.kinds.contains(&COMPANY);
        agency || self.kinds.iter().all(|kind| MEMBERS.contains(kind))
    }
}

impl<'a> Reading<'a> {
    /// The organisation that "the company" takes up: one that was called so, else one whose name holds the noun, else the
    /// nearest of its kind.
    pub(super) fn organisation(&self, cast: &Cast, sentence: u32, head: usize) -> Option<FigureId> {
        let trade = head.checked_sub(1).map_or(0, |at| self.key(at));
        self.taken_up_by(self.noun(head), trade, cast, sentence)
    }

    /// The organisation that "the company" would take up.
    pub(super) fn company(&self, cast: &Cast, sentence: u32) -> Option<FigureId> {
        self.taken_up_by(self.noun_of(COMPANY), 0, cast, sentence)
    }

    /// The organisation that a noun takes up, before which the word for a trade may stand.
    fn taken_up_by(&self, noun: Noun, trade: u64, cast: &Cast, sentence: u32) -> Option<FigureId> {
        let called = self.called(cast, noun);
        let traded =
            self.traded(cast, noun, sentence).or_else(|| self.in_hand(cast, noun, sentence));
        let actor = || self.actor(cast, sentence, noun, called);
        let found = traded
            .or_else(actor)
            .or(called)
            .or_else(|| self.of_kind(cast, sentence, noun))
            .or_else(|| self.unknown_company(cast, sentence, noun))?;
        let found = self.principal(cast, sentence, noun, found)?;
        let figure = cast.figure(found)?;
        let another = cast.was_brought_up(noun.word, sentence, figure);
        (!another && !is_in_other_trade(figure, trade)).then_some(found)
    }

    /// The company of which an investor or regulator told, whom "the company" would mean else; nobody where there are two.
    fn principal(
        &self,
        cast: &Cast,
        sentence: u32,
        noun: Noun,
        found: FigureId,
    ) -> Option<FigureId> {
        let outside = |figure: &Figure| OUTSIDERS.iter().any(|word| figure.is_called(*word));
        if !TARGETS.contains(&noun.word) || !outside(cast.figure(found)?) {
            return Some(found);
        }
        let fits = |figure: &Figure| {
            figure.acted > 0
                && !outside(figure)
                && is_near(cast, figure, sentence)
                && self.may_mean(cast, figure, noun)
        };
        let names = cast.last_organisations().chain(cast.last_doubtful());
        let mut told = names.filter(|(_, it)| fits(it)).map(|(id, _)| id);
        let Some(first) = told.next() else { return Some(found) };
        told.next().is_none().then_some(first)
    }

    /// The company of whose shares the sentence tells: "Shares in Harlund fell after *the brewer* said".
    fn traded(&self, cast: &Cast, noun: Noun, sentence: u32) -> Option<FigureId> {
        let (id, _) = cast.shares.filter(|(_, at)| *at == sentence)?;
        let company = noun.kinds.contains(&COMPANY);
        (company && self.may_mean(cast, cast.figure(id)?, noun)).then_some(id)
    }

    /// The only organisation of the sentence, to which it tells that something was done: "Poe sued *Harlund* when the company
    /// said".
    fn in_hand(&self, cast: &Cast, noun: Noun, sentence: u32) -> Option<FigureId> {
        let id = cast.only_of_this(sentence, |it| it.place == Place::Object)?;
        let company = noun.kinds.contains(&COMPANY);
        (company && self.may_mean(cast, cast.figure(id)?, noun)).then_some(id)
    }

    /// A name that nothing explains, where it is the only subject of the sentence before: "Harlund has cancelled the flight. *The
    /// airline* said".
    fn unknown_company(&self, cast: &Cast, sentence: u32, noun: Noun) -> Option<FigureId> {
        let company = noun.kinds.contains(&COMPANY);
        if company { self.unknown_subject(cast, sentence) } else { None }
    }

    /// Such a name that is no person's in any list.
    pub(super) fn unknown_subject(&self, cast: &Cast, sentence: u32) -> Option<FigureId> {
        let id = cast.unknown_subject(sentence)?;
        let name = cast.name(cast.figure(id)?).first().copied()?;
        let known = self.lexicon.names.class(name);
        (known & (class::GIVEN | class::SURNAME) == 0).then_some(id)
    }

    /// The noun at `head`; "news organisation" is one of its own.
    fn noun(&self, head: usize) -> Noun<'a> {
        let word = self.key(head);
        let before = head.checked_sub(1).map_or(0, |at| self.key(at));
        let word = match before {
            _ if NEWS.contains(&before) && NEWS_NOUNS.contains(&word) => OUTLET,
            // "the editorial board"
            _ if before == key("editorial") && word == BOARD => key("newspaper"),
            _ if self.is_based(head) => COMPANY,
            _ => word,
        };
        self.noun_of(word)
    }

    fn noun_of(&self, word: u64) -> Noun<'a> {
        let words = self.words;
        Noun { word, kinds: words.kinds_of(word), shows: words.names_of(word) }
    }

    /// Whether a noun that no list knows is told where it has its seat, as firms are: "the Dublin-based *confectioner*", but not
    /// "the Milan-based *stylist*".
    pub(super) fn is_based(&self, head: usize) -> bool {
        const PERSONS: [&str; 4] = ["ist", "man", "woman", "ian"];
        const BEFORE: usize = 3;
        let before = (head.saturating_sub(BEFORE)..head).rev();
        let phrase = self.tables.phrase_at(head).filter(|it| it.head() == head);
        let seat = |at: usize| {
            phrase.is_some_and(|it| it.tokens.holds(at)) && self.word(at).ends_with("-based")
        };
        let person = || PERSONS.iter().any(|end| self.word(head).ends_with(end));
        let listed = || self.words.organisations.contains_key(&self.key(head));
        self.tables.tag(head) == Tag::NN && !listed() && !person() && before.into_iter().any(seat)
    }

    /// The organisation that the noun was said of last, else that whose name says what it is by the noun, else that whose name
    /// in no list has a word that tells it: "Norvik Bancorp" for "the bank".
    fn called(&self, cast: &Cast, noun: Noun) -> Option<FigureId> {
        let organisations = || cast.last_organisations();
        latest(organisations().filter(|(_, figure)| figure.words.contains(&noun.word)))
            .or_else(|| latest(organisations().filter(|(_, figure)| figure.head == noun.word)))
            .or_else(|| if noun.shows.is_empty() { None } else { self.shown(cast, noun) })
    }

    /// The name in no list that has such a word, also one that was taken for a person's.
    fn shown(&self, cast: &Cast, noun: Noun) -> Option<FigureId> {
        let names = cast.last_organisations().chain(cast.last_doubtful());
        latest(names.filter(|(_, figure)| {
            figure.row.is_none()
                && shows(cast, figure, noun)
                && (noun.kinds.is_empty() || self.may_be(cast, figure, noun.kinds))
        }))
    }

    /// The organisation that acted last, if the noun may mean it: by its kind, or, where the name is in no list, for the most
    /// general nouns by nothing that speaks against it. Another that was called so gives way to a source only.
    fn actor(
        &self,
        cast: &Cast,
        sentence: u32,
        noun: Noun,
        called: Option<FigureId>,
    ) -> Option<FigureId> {
        let (id, spoke) = cast.last_actor(sentence)?;
        let figure = cast.figure(id)?;
        // "Vestfrakt warned … Ann Poe of *Marsk Capital* said … The brokerage …"
        let later = |called: FigureId| cast.figure(called).is_some_and(|it| it.last > figure.last);
        let other = called.filter(|called| *called != id);
        let sure = match other {
            Some(other) => {
                spoke && (noun.kinds.contains(&ANY) || is_one(cast, figure, noun) || !later(other))
            }
            None => true,
        };
        // Letters may be anything, so that only what they said right before tells, and nothing else fits.
        let near =
            cast.sightings.get(figure.last as usize).is_some_and(|it| it.sentence + 1 >= sentence);
        let letters = || {
            let unlisted = spoke && near && figure.row.is_none() && called.is_none();
            let unlike = || self.is_unlike(figure, noun.kinds);
            unlisted && !unlike() && !noun.kinds.is_empty() && self.is_acronym(cast, figure)
        };
        (sure && (self.may_mean(cast, figure, noun) || letters())).then_some(id)
    }

    /// The organisation named nearby that a list has as one of the noun's kinds, else one that no list knows.
    fn of_kind(&self, cast: &Cast, sentence: u32, noun: Noun) -> Option<FigureId> {
        if noun.kinds.is_empty() {
            return None;
        }
        let listed =
            |figure: &Figure| self.class(figure).is_some_and(|it| noun.kinds.contains(&it));
        let near = cast.last_organisations().filter(|(_, figure)| is_near(cast, figure, sentence));
        latest(near.filter(|(_, figure)| listed(figure)))
            .or_else(|| self.unlisted(cast, sentence, noun))
    }

    /// A name that no list knows, if none of its words excludes the noun's kinds: the only one that a noun of the same kind
    /// meant, the only one of the sentence before, or the only one that acted or, for "the brewer", that the article began with.
    fn unlisted(&self, cast: &Cast, sentence: u32, noun: Noun) -> Option<FigureId> {
        let near = || {
            cast.last_organisations().filter(|(_, figure)| {
                is_near(cast, figure, sentence) && self.is_open(cast, figure, noun)
            })
        };
        let only_near = |fits: &dyn Fn(&Figure) -> bool| {
            only(near().filter(|(_, figure)| fits(figure)).map(|(id, _)| id))
        };
        let before = || {
            let before = cast.only_organisation(sentence, |_| true)?;
            self.may_mean(cast, cast.figure(before)?, noun).then_some(before)
        };
        let general = noun.kinds.contains(&ANY);
        let company = noun.kinds.contains(&COMPANY);
        only_near(&|figure| self.is_like(figure, noun.kinds))
            .or_else(before)
            .or_else(|| only_near(&|figure| general && figure.acted > 0))
            .or_else(|| only_near(&|figure| general && figure.first < LEAD))
            .or_else(|| only_near(&|figure| company && is_topic(figure)))
            .or_else(|| {
                let alone = company && !near().any(|(_, figure)| figure.acted > 0);
                if alone { self.topic(cast, noun) } else { None }
            })
    }

    /// The only company that the article is about, wherever it was named.
    fn topic(&self, cast: &Cast, noun: Noun) -> Option<FigureId> {
        let fits = |figure: &Figure| is_topic(figure) && self.is_open(cast, figure, noun);
        only(cast.last_organisations().filter(|(_, figure)| fits(figure)).map(|(id, _)| id))
    }

    /// Whether no list has the name, and nothing speaks against one of the noun's kinds.
    fn is_open(&self, cast: &Cast, figure: &Figure, noun: Noun) -> bool {
        self.class(figure).is_none()
            && self.may_be(cast, figure, noun.kinds)
            && !self.is_unlike(figure, noun.kinds)
            && !(noun.is_no_firm() && self.is_firm(cast, figure))
            && !((noun.has_members() || noun.is_body() && !self.is_like(figure, noun.kinds))
                && cast.name(figure).len() == 1)
    }

    /// Whether the name has a word that firms have: "Foods", "Motors".
    fn is_firm(&self, cast: &Cast, figure: &Figure) -> bool {
        let shows = self.words.names_of(COMPANY);
        cast.name(figure).iter().any(|word| shows.contains(word))
    }

    /// Whether the noun at a token may mean the organisation.
    pub(super) fn may_be_called(&self, cast: &Cast, figure: &Figure, head: usize) -> bool {
        self.may_mean(cast, figure, self.noun(head))
    }

    /// Whether the noun may mean the organisation.
    fn may_mean(&self, cast: &Cast, figure: &Figure, noun: Noun) -> bool {
        let listed = self.class(figure).is_some_and(|class| noun.kinds.contains(&class));
        let general = || GENERAL.iter().any(|kind| noun.kinds.contains(kind));
        figure.is_called(noun.word)
            || listed
            || (general() || shows(cast, figure, noun))
                && self.is_open(cast, figure, noun)
                && !is_seat(figure, noun)
    }

    /// The kind of the figure's row in the gazetteer.
    fn class(&self, figure: &Figure) -> Option<u64> {
        Some(self.gazetteer.row(figure.row?)?.class)
    }

    /// Whether a noun of one of the kinds was said of the organisation: "lender" for "the bank".
    fn is_like(&self, figure: &Figure, kinds: &[u64]) -> bool {
        figure.words.iter().any(|word| {
            let like = self.words.kinds_of(*word);
            like.iter().any(|kind| *kind != ANY && kinds.contains(kind))
        })
    }

    /// Whether a noun of other kinds was said of the organisation: "newspaper" for "the company".
    fn is_unlike(&self, figure: &Figure, kinds: &[u64]) -> bool {
        figure.words.iter().any(|word| {
            let other = self.words.kinds_of(*word);
            !other.is_empty() && !other.iter().any(|kind| *kind == ANY || kinds.contains(kind))
        })
    }

    /// Whether an organisation of this name may be of one of the kinds: "Financial Markets Board" is no company.
    fn may_be(&self, cast: &Cast, figure: &Figure, kinds: &[u64]) -> bool {
        // A group may be a council.
        let group = kinds.contains(&NGO) && kinds.contains(&ANY);
        let excluded = |word: &u64| {
            let other = self.words.organisations.get(word).map_or(&[ANY][..], Vec::as_slice);
            let like =
                other.iter().any(|kind| kinds.contains(kind) || other.len() == 1 && *kind == ANY);
            !(like || group && other.is_empty())
        };
        !self.is_acronym(cast, figure) && !cast.name(figure).iter().any(excluded)
    }

    /// Whether the name is letters, which may stand for anything.
    fn is_acronym(&self, cast: &Cast, figure: &Figure) -> bool {
        let tokens = self.tables.tokens.get(figure.naming.range()).unwrap_or_default();
        cast.name(figure).len() == 1 && tokens.iter().any(|token| token.has(Token::ALL_CAPS))
    }

    /// The armed group named last, which "the terrorist group" means.
    pub(super) fn armed_group(&self, cast: &Cast) -> Option<FigureId> {
        latest(cast.last_organisations().filter(|(_, figure)| {
            self.class(figure) == Some(MILITANT) || figure.words.contains(&MILITANT)
        }))
    }

    /// Whether the noun phrase with its main token at `head` is of an armed group: "the terrorist group".
    pub(super) fn is_armed(&self, run: Run, head: usize) -> bool {
        let named = |at: usize| self.tables.mention_at(at).is_some();
        let mut before = (run.first()..head).take(8);
        before.clone().any(|at| ARMED.contains(&self.key(at))) && !before.any(named)
    }
}

/// Whether another trade was told of an organisation: the ferry firm is not "the *rail* firm".
fn is_in_other_trade(figure: &Figure, trade: u64) -> bool {
    let told = || figure.words.iter().any(|word| TRADES.holds(*word));
    TRADES.holds(trade) && !figure.words.contains(&trade) && told()
}

/// Whether it is only where somebody works, which "the team" does not mean: "researchers at *Marsk*".
fn is_seat(figure: &Figure, noun: Noun) -> bool {
    noun.word == key("team") && figure.acted == 0
}

/// The figure that was seen last.
fn latest<'c>(figures: impl Iterator<Item = (FigureId, &'c Figure)>) -> Option<FigureId> {
    figures.max_by_key(|(_, figure)| figure.last).map(|(id, _)| id)
}

/// Whether the figure was called so, or its name tells that it is one.
fn is_one(cast: &Cast, figure: &Figure, noun: Noun) -> bool {
    figure.is_called(noun.word) || shows(cast, figure, noun)
}

/// Whether a word of the figure's name tells that it is what the noun says.
fn shows(cast: &Cast, figure: &Figure, noun: Noun) -> bool {
    cast.name(figure).iter().any(|word| noun.shows.contains(word))
}

/// Whether the figure was seen in this sentence or one of the few before.
fn is_near(cast: &Cast, figure: &Figure, sentence: u32) -> bool {
    let sighting = cast.sightings.get(figure.last as usize);
    sighting.is_some_and(|it| sentence.saturating_sub(it.sentence) <= NEAR)
}

/// Whether the article began with the figure, and told what it did.
fn is_topic(figure: &Figure) -> bool {
    figure.acted > 0 && figure.first < LEAD
}
