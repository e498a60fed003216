//! Names with types: the built-in lists of `data/gazetteer` and the caller's own, looked up by word keys.
#![warn(clippy::indexing_slicing)] // what it reads comes from the caller

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::features::LONGEST_NAME;
use super::segment::NameModel;
use crate::document::{EntityType, Token};
use crate::error::Error;
use crate::key::{KeyMap, chain, extend_key, key, key_of, keys, phrase_keys};
use crate::lexicon::{Gender, Lexicon, PhraseMap, Row, gender, list, parts, read_tsv};
use crate::tokens::tokenize;
use jiff::civil::Date;

/// Every name of every list, and the weights that read them in context.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    rows: Vec<NamedThing>,
    /// Every name of every row in the order of the lists.
    names: Vec<Name>,
    index: PhraseMap<NameRun>,
    /// Read when a text first speaks of one.
    offices: OnceLock<Offices>,
    seats: OnceLock<KeyMap<Vec<Seat>>>,
    model: NameModel,
    has_given: bool,
    mark: Mark,
}

/// The identity of a gazetteer: unique as long as a copy of it is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mark(Arc<u8>);

impl PartialEq for Mark {
    fn eq(&self, other: &Mark) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// One row of a gazetteer.
#[derive(Debug)]
pub(crate) struct NamedThing {
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: EntityType,
    /// Key of the `kind` column: "country", "city", "party" …; 0 where it is empty.
    pub(crate) class: u64,
    pub(crate) gender: Gender,
    /// The row of the country it belongs to; of a country itself, its own.
    pub(crate) country: Option<u32>,
    pub(crate) link: Option<Cow<'static, str>>,
    /// It comes from the caller.
    pub(crate) given: bool,
}

/// One way of naming a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) row: u32,
    pub(crate) way: Way,
    /// One bit for each of its first eight words that is capitalised in the list and has to be in the text.
    capitals: u8,
    /// It is one word without small letters ("WHO") and has to be that in the text.
    upper: bool,
    /// How many names with the same words stand before it.
    before: u8,
    /// The next name with the same words; `NONE` if none.
    next: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    Name,
    Alias,
    Metonym,
    Demonym,
}

/// The names that the same words make, linked by `Name::next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameRun {
    first: u32,
    last: u32,
}

const NONE: u32 = u32::MAX;

/// How many rows may share an alias, demonym or metonym: a text's words are looked up with all that they may mean. As many
/// more may have the words for their name.
const SHARED: u8 = 32;

/// Who held which office and when.
#[derive(Debug, Default)]
struct Offices {
    all: Vec<Office>,
    /// Indices of `all` by the hash of the office's words.
    by_words: KeyMap<Vec<u32>>,
    /// The words of offices, each with the row of who held one.
    words: KeyMap<()>,
}

/// Who held an office of a country, and when.
#[derive(Debug)]
pub(crate) struct Office {
    /// The row of the country or international organisation.
    pub(crate) country: u32,
    /// The row of the person.
    pub(crate) holder: u32,
    from: Option<Date>,
    to: Option<Date>,
}

impl Office {
    pub(crate) fn began_before(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from < date)
    }

    /// Whether somebody else had it when the list was written.
    pub(crate) fn has_ended(&self) -> bool {
        self.to.is_some()
    }

    pub(crate) fn held_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// Where a politician was elected or lives, and for which party.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    /// The key of the place's name.
    pub(crate) place: u64,
    pub(crate) party: Option<u32>,
}

const COLUMNS: [&str; 9] =
    ["name", "type", "kind", "aliases", "gender", "country", "demonyms", "metonyms", "link"];
pub(crate) const COUNTRY: u64 = key("country");
/// The kinds of rows of news media.
pub(crate) const NEWS_MEDIA: [u64; 5] =
    keys(["newspaper", "broadcaster", "wire", "magazine", "website"]);
pub(crate) const PARTY: u64 = key("party");
pub(crate) const EXCHANGE: u64 = key("exchange");
pub(crate) const CENTRAL_BANK: u64 = key("central bank");
pub(crate) const CITY: u64 = key("city");

/// The built-in lists; of a name that two of them have, the first one's row is preferred.
const BUILT_IN: [(&str, &str); 5] = [
    list!("gazetteer", "countries.tsv"),
    list!("gazetteer", "people.tsv"),
    list!("gazetteer", "places.tsv"),
    list!("gazetteer", "organisations.tsv"),
    list!("gazetteer", "media.tsv"),
];

impl Gazetteer {
    /// The built-in lists and the caller's `(name, text)` pairs, whose rows win.
    pub(crate) fn new(given: &[(String, String)], lexicon: &Lexicon) -> Result<Gazetteer, Error> {
        let mut builder = Builder::new(lexicon);
        for (file, text) in given {
            builder.add(file, text, true, |cell| Cow::Owned(cell.to_owned()))?;
        }
        for (file, text) in BUILT_IN {
            builder.add(file, text, false, Cow::Borrowed)?;
        }
        Ok(builder.finish(NameModel::built_in()?))
    }

    pub(crate) fn model(&self) -> &NameModel {
        &self.model
    }

    pub(crate) fn mark(&self) -> &Mark {
        &self.mark
    }

    /// Whether the caller gave names.
    pub(crate) fn has_given(&self) -> bool {
        self.has_given
    }

    pub(crate) fn row(&self, row: u32) -> Option<&NamedThing> {
        self.rows.get(row as usize)
    }

    /// The first row of a kind that is of a country; looks at every row.
    pub(crate) fn of_country(&self, class: u64, country: u32) -> Option<u32> {
        let found =
            self.rows.iter().position(|row| row.class == class && row.country == Some(country));
        found.map(|row| row as u32)
    }

    /// The names that share some words, the caller's first.
    pub(crate) fn names(&self, run: NameRun) -> impl Iterator<Item = &Name> {
        let first = self.names.get(run.first as usize);
        std::iter::successors(first, |name| self.names.get(name.next as usize))
    }

    /// Whether names of several words begin with the word.
    pub(crate) fn begins(&self, key: u64) -> bool {
        self.index.begins(key)
    }

    /// Calls `each` with the length and the names of every phrase that begins at token `at` before `end`, shortest first.
    pub(crate) fn walk(
        &self,
        tokens: &[Token],
        at: usize,
        end: usize,
        mut each: impl FnMut(usize, NameRun),
    ) {
        let words = tokens.get(at..end.min(tokens.len())).unwrap_or(&[]);
        self.index.walk(words.iter().map(|token| token.key), |len, run| each(len, *run));
    }

    /// The names of a stretch that the capitals of `words` allow.
    pub(crate) fn fitting<'g>(
        &'g self,
        run: NameRun,
        words: &'g [Token],
    ) -> impl Iterator<Item = &'g Name> {
        self.names(run).filter(|name| name.fits(words))
    }

    /// Who held the office with this hash of its words, in whatever country, in the order of the list.
    pub(crate) fn holders(&self, office: u64) -> impl Iterator<Item = &Office> {
        let offices = self.offices();
        let of_office = offices.by_words.get(&office);
        of_office.into_iter().flatten().filter_map(|at| offices.all.get(*at as usize))
    }

    /// Whether the person of a row held an office with this word in its name.
    pub(crate) fn held(&self, row: u32, word: u64) -> bool {
        self.offices().words.contains_key(&chain(word, u64::from(row)))
    }

    fn offices(&self) -> &Offices {
        #[expect(clippy::expect_used, reason = "the built-in data, which the tests read")]
        let read = || self.read_offices().expect("the built-in data is sound");
        self.offices.get_or_init(read)
    }

    /// Reads who held which office when; holders and countries that no list names are left out.
    fn read_offices(&self) -> Result<Offices, Error> {
        let mut offices = Offices::default();
        let (file, text) = list!("gazetteer", "offices.tsv");
        let columns = ["office", "country", "holder", "from", "to"];
        read_tsv(file, text, columns, |row, [office, country, holder, from, to]| {
            let date = |column: &str, date: &str| match date {
                "" => Ok(None),
                _ => date
                    .parse()
                    .map(Some)
                    .map_err(|_| row.error(format!("{column} {date:?}; expected YYYY-MM-DD"))),
            };
            let (from, to) = (date("from", from)?, date("to", to)?);
            let (Some(country), Some(holder)) = (self.row_named(country), self.row_named(holder))
            else {
                return Ok(());
            };
            for words in ways_of(office) {
                offices.by_words.entry(words).or_default().push(offices.all.len() as u32);
            }
            for word in phrase_keys(office) {
                offices.words.insert(chain(word, u64::from(holder)), ());
            }
            offices.all.push(Office { country, holder, from, to });
            Ok(())
        })?;
        Ok(offices)
    }

    /// The seats of the politician of a row.
    pub(crate) fn seats(&self, row: u32) -> &[Seat] {
        #[expect(clippy::expect_used, reason = "the built-in data, which the tests read")]
        let read = || self.read_seats().expect("the built-in data is sound");
        self.seats.get_or_init(read).get(&u64::from(row)).map_or(&[], Vec::as_slice)
    }

    /// Reads where politicians were elected; people whom no list names are left out.
    fn read_seats(&self) -> Result<KeyMap<Vec<Seat>>, Error> {
        let mut seats: KeyMap<Vec<Seat>> = KeyMap::default();
        let (file, text) = list!("gazetteer", "seats.tsv");
        read_tsv(file, text, ["place", "party", "people"], |_, [place, party, people]| {
            let seat = Seat { place: key_of(place), party: self.row_named(party) };
            for row in parts(people).filter_map(|name| self.row_named(name)) {
                seats.entry(u64::from(row)).or_default().push(seat);
            }
            Ok(())
        })?;
        Ok(seats)
    }

    /// The first place that is called so.
    pub(crate) fn place_called(&self, name: &str) -> Option<&NamedThing> {
        let run = self.index.exact(phrase_keys(name))?;
        let names = self.names(*run).filter(|it| matches!(it.way, Way::Name | Way::Alias));
        let mut rows = names.filter_map(|it| self.row(it.row));
        rows.find(|row| row.kind == EntityType::Place)
    }

    /// The first row with this name.
    pub(crate) fn row_named(&self, name: &str) -> Option<u32> {
        let run = self.index.exact(phrase_keys(name))?;
        self.names(*run).find(|name| name.way == Way::Name).map(|name| name.row)
    }
}

/// The hashes of an office's words: a foreign minister may be a foreign secretary.
fn ways_of(office: &str) -> impl Iterator<Item = u64> {
    const ALIKE: [u64; 2] = [key("minister"), key("secretary")];
    let mut words: Vec<u64> = phrase_keys(office).collect();
    let last = words.pop().unwrap_or_default();
    let other = ALIKE.into_iter().filter(move |it| ALIKE.contains(&last) && *it != last);
    let ways = std::iter::once(last).chain(other);
    ways.map(move |last| words.iter().copied().chain([last]).reduce(chain).unwrap_or_default())
}

impl Name {
    fn fits(&self, words: &[Token]) -> bool {
        if self.upper {
            return words.first().is_some_and(|word| word.has(Token::ALL_CAPS));
        }
        let capital = |at: usize| words.get(at).is_some_and(|word| word.has(Token::CAPITAL));
        (0..8).all(|at| self.capitals & (1 << at) == 0 || capital(at))
    }
}

/// The key of the cell that was read last: neighbouring rows often have the same.
#[derive(Default)]
struct LastKey<'t> {
    cell: &'t str,
    key: u64,
}

impl<'t> LastKey<'t> {
    /// The key of this cell; 0 where it is empty.
    fn of(&mut self, cell: &'t str) -> u64 {
        if cell != self.cell {
            *self = LastKey { cell, key: if cell.is_empty() { 0 } else { key_of(cell) } };
        }
        self.key
    }
}

/// Collects rows and names.
struct Builder<'l> {
    lexicon: &'l Lexicon,
    rows: Vec<NamedThing>,
    names: Vec<Name>,
    index: PhraseMap<NameRun>,
    /// Line of each name and type of the caller's file: the same twice is an error there.
    given: KeyMap<u32>,
    /// Rows of countries by the key of their name.
    countries: KeyMap<u32>,
    /// The country named in each row's `country` column.
    named_countries: Vec<u64>,
    tokens: Vec<Token>,
}

impl<'l> Builder<'l> {
    fn new(lexicon: &'l Lexicon) -> Builder<'l> {
        Builder {
            lexicon,
            rows: Vec::with_capacity(1 << 14),
            names: Vec::with_capacity(1 << 15),
            index: PhraseMap::with_capacity(40_000),
            given: KeyMap::default(),
            countries: KeyMap::default(),
            named_countries: Vec::new(),
            tokens: Vec::new(),
        }
    }

    /// Reads the rows of one file; `keep` makes the cells that stay outlive it.
    fn add<'t>(
        &mut self,
        file: &str,
        text: &'t str,
        given: bool,
        keep: impl Fn(&'t str) -> Cow<'static, str>,
    ) -> Result<(), Error> {
        self.given.clear();
        let mut last = <[LastKey; 2]>::default();
        let mut abroad = Vec::new();
        read_tsv(file, text, COLUMNS, |row, cells| {
            let [.., country, _, _, _] = cells;
            if given && !country.is_empty() {
                abroad.push((row.line, country));
            }
            self.add_row(row, cells, given, &keep, &mut last)
        })?;
        // A country may stand below what is in it.
        let unknown = |(_, name): &(usize, &str)| !self.countries.contains_key(&key_of(name));
        abroad.into_iter().find(unknown).map_or(Ok(()), |(line, name)| {
            let what = format!("country {name:?}; expected a name of a row of kind \"country\"");
            Err(Error::malformed(file, line, what))
        })
    }

    fn add_row<'t>(
        &mut self,
        row: &Row,
        cells: [&'t str; COLUMNS.len()],
        given: bool,
        keep: impl Fn(&'t str) -> Cow<'static, str>,
        [last_class, last_country]: &mut [LastKey<'t>; 2],
    ) -> Result<(), Error> {
        let [name, kind, class, aliases, sex, country, demonyms, metonyms, link] = cells;
        if name.is_empty() {
            return Err(
                row.error("the row has no name; expected a column \"name\" with one in every row")
            );
        }
        let kind = entity_type(row, kind)?;
        let number = self.rows.len() as u32;
        let same = name.bytes().fold(kind as u64, extend_key);
        if given && let Some(line) = self.given.insert(same, row.line as u32) {
            return Err(row.error(format!(
                "{name:?} stands in line {line}; expected each name of a type once"
            )));
        }
        let class = last_class.of(class);
        if class == COUNTRY {
            self.countries.entry(key_of(name)).or_insert(number);
        }
        self.named_countries.push(last_country.of(country));
        self.rows.push(NamedThing {
            name: keep(name),
            kind,
            class,
            gender: gender(row, sex)?,
            country: None,
            link: (!link.is_empty()).then(|| keep(link)),
            given,
        });
        let own = given.then_some(row);
        self.add_name(name, number, Way::Name, own)?;
        for (cell, way) in
            [(aliases, Way::Alias), (metonyms, Way::Metonym), (demonyms, Way::Demonym)]
        {
            if !cell.is_empty() {
                parts(cell).try_for_each(|phrase| self.add_name(phrase, number, way, own))?;
            }
        }
        Ok(())
    }

    /// Adds a name of a row; `own` is where it stands in a file of the caller, whose names must be such as can be found.
    fn add_name(
        &mut self,
        phrase: &str,
        row: u32,
        way: Way,
        own: Option<&Row>,
    ) -> Result<(), Error> {
        self.tokens.clear();
        tokenize(phrase, 0..phrase.len(), self.lexicon, &mut self.tokens);
        if let Some(own) = own {
            let count = self.tokens.len();
            if !phrase.chars().any(char::is_alphanumeric) {
                let what = format!("name {phrase:?}; expected one with a letter or digit");
                return Err(own.error(what));
            }
            if count > LONGEST_NAME {
                return Err(own.error(format!(
                    "name {phrase:?} of {count} words and marks; expected at most {LONGEST_NAME}"
                )));
            }
        }
        let mut capitals = 0;
        for (at, token) in self.tokens.iter().enumerate().take(8) {
            capitals |= u8::from(token.has(Token::CAPITAL)) << at;
        }
        let upper = matches!(self.tokens.as_slice(), [only] if only.has(Token::ALL_CAPS));
        let run = self.index.slot(self.tokens.iter().map(|token| token.key));
        let last = run.and_then(|run| self.names.get(run.last as usize));
        let before = last.map_or(0, |last| last.before + 1);
        if before >= if way == Way::Name { 2 * SHARED } else { SHARED } {
            return Ok(());
        }
        let new = self.names.len() as u32;
        self.names.push(Name { row, way, capitals, upper, before, next: NONE });
        match run {
            None => *run = Some(NameRun { first: new, last: new }),
            Some(run) => {
                if let Some(last) = self.names.get_mut(run.last as usize) {
                    last.next = new;
                }
                run.last = new;
            }
        }
        Ok(())
    }

    fn finish(mut self, model: NameModel) -> Gazetteer {
        for &country in self.countries.values() {
            let country = country as usize;
            if let (Some(named), Some(row)) =
                (self.named_countries.get_mut(country), self.rows.get(country))
            {
                *named = key_of(&row.name);
            }
        }
        for (row, named) in self.rows.iter_mut().zip(&self.named_countries) {
            row.country = self.countries.get(named).copied();
        }
        let has_given = self.rows.iter().any(|row| row.given);
        Gazetteer {
            rows: self.rows,
            names: self.names,
            index: self.index,
            offices: OnceLock::new(),
            seats: OnceLock::new(),
            model,
            has_given,
            mark: Mark::default(),
        }
    }
}

fn entity_type(row: &Row, cell: &str) -> Result<EntityType, Error> {
    Ok(match cell {
        "person" => EntityType::Person,
        "organisation" | "organization" => EntityType::Organisation,
        "place" => EntityType::Place,
        "other" => EntityType::Other,
        kind => {
            return Err(
                row.error(format!("type {kind:?}; expected person, organisation, place or other"))
            );
        }
    })
}
