//! Stretches that are names whatever the weights say: the caller's, listed organisations and countries of many words, words
//! that together stand for a government ("White House"), and what the words beside or inside a name leave no doubt about.

use super::chunks::{AMPERSAND, AND, Case, OF, POSSESSIVE, SAID, THE};
use super::features::{EDGE, FIELDS, LONGEST_NAME, MARGIN, Sheet, Word, listed};
use super::gazetteer::{Gazetteer, Name, Way};
use super::person::{is_noble, is_rank_in_letters};
use super::segment::{Label, Segment};
use crate::document::{EntityType, Tag, Token};
use crate::key::{KeySet, key};
use crate::lexicon::{COMPANIES, Lexicon, class, is_firm};

/// A stretch that is a name whatever the weights say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Certain {
    pub(crate) name: Segment,
    /// The caller says so, who knows better than the built-in lists.
    pub(crate) given: bool,
}

/// How many words a listed organisation's name has that no name ends inside: "Securities and Exchange Commission".
const TELLING: usize = 4;

/// How many words make a listed organisation sure where it is the whole chunk, "Doctors Without Borders", and a country
/// everywhere: "Trinidad and Tobago".
const WHOLE: usize = 3;

/// What a listed stretch of `len` words is if it is sure to be this name.
pub(super) fn label(gazetteer: &Gazetteer, len: usize, name: &Name, kinds: u16) -> Option<Label> {
    let given = kinds & listed::GIVEN != 0 && name.way != Way::Demonym;
    let long = len >= TELLING && kinds & listed::ORGANISATION != 0
        || len >= WHOLE && kinds & listed::COUNTRY != 0;
    if !given && !long && (len < 2 || name.way != Way::Metonym) {
        return None;
    }
    Some(match gazetteer.row(name.row)?.kind {
        EntityType::Person => Label::Person,
        EntityType::Organisation => Label::Organisation,
        EntityType::Place => Label::Place,
        _ => Label::Other,
    })
}

/// Notes the names in a chunk of which words leave no doubt; `with_the` tells that the lists have the chunk with the "The"
/// before it as an organisation.
pub(super) fn find(sheet: &mut Sheet, lexicon: &Lexicon, with_the: bool) {
    sheet.insist_on_offices(lexicon);
    sheet.insist_on_committees();
    sheet.insist_on_partners();
    sheet.insist_on_members(lexicon);
    sheet.insist_on_pacs();
    sheet.insist_on_storms();
    sheet.insist_on_ships();
    sheet.insist_on_addressed();
    sheet.insist_on_fathers();
    sheet.insist_on_particles();
    sheet.insist_on_kunyas();
    sheet.insist_on_irish();
    sheet.insist_on_roles();
    sheet.insist_on_titled();
    sheet.insist_on_ministers(lexicon);
    sheet.insist_on_given(lexicon);
    sheet.insist_on_speakers();
    sheet.insist_on_listed();
    sheet.insist_on_the(with_the);
    sheet.insist_on_firms();
    sheet.insist_on_joint_bodies();
    sheet.insist_on_nobles();
    sheet.insist_on_works();
    sheet.insist_on_said();
}

/// What belongs to who holds an office.
const OFFICES: KeySet<2> = KeySet::new(["office", "department"]);
/// Bodies that are named by what they look into.
const COMMITTEES: KeySet<4> = KeySet::new(["committee", "subcommittee", "commission", "caucus"]);
/// What names of persons are given to.
const STORMS: KeySet<4> = KeySet::new(["hurricane", "typhoon", "cyclone", "storm"]);
/// What stands before the name of a ship.
const SHIPS: KeySet<11> =
    KeySet::new(["mv", "m/v", "ms", "mt", "ss", "hms", "uss", "hmas", "hmcs", "hmnzs", "rrs"]);
const STORM: u64 = key("storm");
const TROPICAL: u64 = key("tropical");
const ON: u64 = key("on");
const FOR: u64 = key("for");
const COMMA: u64 = key(",");
const TELLS: KeySet<2> = KeySet::new(["told", "tells"]);
/// Words before a name that only persons are addressed by.
const ADDRESSES: KeySet<35> = KeySet::new([
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "dr", "dr.", "prof", "prof.", "smt", "shri",
    "alhaji", "alhaja", "hajiya", "haji", "maulana", "datuk", "cllr", "cm", "gda", "det", "insp",
    "supt", "const", "cde", "adv", "adv.", "engr", "engr.", "puan", "mdm", "mheshimiwa", "brig",
]);
const CM: u64 = key("cm");
/// Words between somebody's own name and the father's.
const CHILD_OF: KeySet<11> =
    KeySet::new(["bin", "binti", "binte", "bint", "ibn", "bte", "bt", "a/l", "a/p", "s/o", "d/o"]);
/// Small words inside surnames, and those of them that hardly stand in other names.
const INSIDE: KeySet<14> = KeySet::new([
    "da", "dos", "das", "de", "del", "della", "di", "van", "von", "der", "zu", "ter", "ten", "dela",
]);
const VAN: KeySet<4> = KeySet::new(["van", "von", "ter", "ten"]);
const IRISH: KeySet<3> = KeySet::new(["ó", "ní", "uí"]);
/// Words before the name of somebody's eldest child.
const UM: u64 = key("um");
const KUNYAS: KeySet<5> = KeySet::new(["abu", "umm", "um", "oum", "abou"]);
/// What persons do who are named before it.
const SAYS: KeySet<12> = KeySet::new([
    "said", "says", "told", "tells", "added", "denied", "denies", "insisted", "insists", "replied",
    "tweeted", "wrote",
]);
/// Kinds of words that are no person's name.
const NO_NAME: u32 = class::ORG_SUFFIX
    | class::ORG_HEAD
    | class::PLACE_SUFFIX
    | class::EVENT
    | class::DATE
    | class::PAPER;

/// Kinds of words that stand before a person's name.
const BEFORE: u32 = class::HONORIFIC | class::RANK | class::TITLE;

/// Nouns for bodies that stand after their names.
const BODIES: KeySet<10> = KeySet::new([
    "institute", "agency", "newspaper", "foundation", "consultancy", "brokerage", "magazine",
    "broadcaster", "daily", "website",
]);
/// Nouns for papers that stand before their names: "the Italian daily *Gazzetta del Nord*".
const PAPERS: KeySet<5> = KeySet::new(["daily", "weekly", "newspaper", "tabloid", "magazine"]);
/// Forms of companies, at the end of their names.
const FORMS: KeySet<17> = KeySet::new([
    "ab", "asa", "a/s", "oy", "oyj", "n.v.", "s.p.a.", "plc", "inc", "inc.", "ltd", "ltd.", "llc",
    "gmbh", "bhd", "berhad", "pjsc",
]);

/// What a firm is to others, before a comma and its name: "the contractor, *Kestrel Civil*,".
const BIDDERS: KeySet<9> = KeySet::new([
    "operator", "contractor", "bidder", "pollster", "supplier", "developer", "buyer", "lender",
    "landlord",
]);

/// Words that begin what a body is that two places share: "Devon and Somerset *Fire* Service".
#[rustfmt::skip]
const SERVICES: KeySet<24> = KeySet::new([
    "nhs", "fire", "police", "hospital", "hospitals", "mental", "health", "healthcare", "foundation", "building", "ambulance",
    "chamber", "probation", "partnership", "federation", "integrated", "care", "water", "community", "county", "rural",
    "wildlife", "railway", "social",
]);

/// What firms make or keep, at the end of their names; none is a surname.
#[rustfmt::skip]
const WORKS: KeySet<26> = KeySet::new([
    "motor", "motors", "foods", "hotel", "hotels", "co-op", "brewery", "breweries", "bakery", "bakeries", "dairies", "airways",
    "logistics", "textiles", "chemicals", "plastics", "electronics", "supermarkets", "ferries", "shipping", "pharma",
    "pharmaceuticals", "ceramics", "appliances", "semiconductors", "biscuits",
]);
/// What joins a name to what is no part of it.
const WHERE: KeySet<3> = KeySet::new(["on", "in", "at"]);

/// Words for where something is.
const AT: KeySet<6> = KeySet::new(["at", "in", "near", "outside", "inside", "to"]);

/// Words before a name that is known.
const DEFINITE: KeySet<2> = KeySet::new(["the", "so-called"]);

/// Whether a word stands before names of persons: a title, a role or a given name.
pub(super) fn is_before_person(lexicon: &Lexicon, word: u64) -> bool {
    let class = lexicon.names.class(word);
    class & (BEFORE | class::OFFICE | class::HUMAN | class::GIVEN) != 0
}

/// Whether a word is what a person does who is named before it.
pub(super) fn says(word: u64) -> bool {
    SAYS.holds(word)
}

/// Words for one person of a country, which are no adjectives.
#[rustfmt::skip]
const NATIONALS: KeySet<24> = KeySet::new([
    "swede", "dane", "finn", "pole", "turk", "serb", "croat", "briton", "spaniard", "scot", "scotsman", "scotswoman", "kiwi",
    "aussie", "frenchman", "frenchwoman", "dutchman", "dutchwoman", "irishman", "irishwoman", "welshman", "englishman",
    "englishwoman", "icelander",
]);

fn is_address(word: &Word) -> bool {
    word.capital && ADDRESSES.holds(word.key)
}

impl Sheet {
    fn insist(&mut self, start: usize, end: usize, label: Label) {
        self.certain.push(Certain { name: Segment { start, end, label }, given: false });
    }

    /// Notes the offices of those who hold one: "Lake County Sheriff's Office".
    fn insist_on_offices(&mut self, lexicon: &Lexicon) {
        for at in 0..self.len().saturating_sub(2) {
            let words = self.own();
            let [holder, own, office] = [&words[at], &words[at + 1], &words[at + 2]];
            let titled = holder.class & (class::TITLE | class::RANK | class::OFFICE | class::HUMAN);
            if own.key != POSSESSIVE || titled == 0 || !office.capital || !OFFICES.holds(office.key)
            {
                continue;
            }
            let before = words[..=at].iter().rev().take_while(|word| word.capital).count();
            let (start, end) = (at + 1 - before, at + 3);
            // "the Prime Minister's Office" is not told whose it is.
            let whose = lexicon.names.titles.exact(words[start..=at].iter().map(|word| word.key));
            if before > 1 && whose.is_none() && end - start <= LONGEST_NAME {
                self.insist(start, end, Label::Organisation);
            }
        }
    }

    /// Notes committees by what they are on: "House Select Committee on Ferries".
    fn insist_on_committees(&mut self) {
        for at in 0..self.len().saturating_sub(2) {
            let words = self.own();
            let on =
                words[at].capital && COMMITTEES.holds(words[at].key) && words[at + 1].key == ON;
            let capital = |word: &&Word| word.capital;
            let before = words[..at].iter().rev().take_while(capital).count();
            let after = words[at + 2..].iter().take_while(capital).count();
            let (start, end) = (at - before, at + 2 + after);
            let dated = words.get(at + 2).is_some_and(|word| word.class & class::DATE != 0);
            // "the Committee on Harbours and Ferries" ends where the weights say.
            let goes_on = words.get(end).is_some_and(|word| word.key == AND);
            if on && after > 0 && !dated && !goes_on && end - start <= LONGEST_NAME {
                self.insist(start, end, Label::Organisation);
            }
        }
    }

    /// Notes firms by the names of two partners, which alone would be persons: "Merriman & Cole".
    fn insist_on_partners(&mut self) {
        let len = self.len();
        for at in 1..len.saturating_sub(1) {
            let single = |at: usize| self.own().get(at).is_some_and(|word| word.capital);
            let apart = (at < 2 || !single(at - 2)) && (at + 2 >= len || !single(at + 2));
            let joins = self.own()[at].key == AMPERSAND && single(at - 1) && single(at + 1);
            if joins && apart && self.case == Case::Plain {
                self.insist(at - 1, at + 2, Label::Organisation);
            }
        }
    }

    /// Notes bodies by their members: "Harlund Fishermen's Group", "Parents' Council".
    fn insist_on_members(&mut self, lexicon: &Lexicon) {
        const BODY: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        for own in 1..self.len().saturating_sub(1) {
            let words = self.own();
            let [members, mark, body] = [&words[own - 1], &words[own], &words[own + 1]];
            let role = lexicon.names.roles.word(members.key);
            let known = self.is_listed(own - 1, own);
            if mark.tag != Tag::POS || known || role.is_none_or(|role| !role.plural) {
                continue;
            }
            let next = words.get(own + 2).unwrap_or(&EDGE);
            let goes_on = next.capital || FIELDS.holds(next.key);
            let before = words[..own].iter().rev().take_while(|word| word.capital).count();
            let (start, end) = (own - before, own + 2);
            if body.capital && body.class & BODY != 0 && !goes_on && end - start <= LONGEST_NAME {
                self.insist(start, end, Label::Organisation);
            }
        }
    }

    /// Notes political action committees, whose names may be any words: "Our Rivers PAC".
    fn insist_on_pacs(&mut self) {
        let len = self.len();
        let [first, inside @ .., last] = self.own() else { return };
        let named = first.capital && !inside.is_empty() && first.key != key("super");
        let joined = |word: &Word| word.capital || word.key == OF || word.key == key("for");
        if named && last.key == key("pac") && inside.iter().all(joined) && len <= LONGEST_NAME {
            self.insist(0, len, Label::Organisation);
        }
    }

    /// Notes storms, which have the names of persons: "Hurricane Odalys", "Tropical Storm Ann".
    fn insist_on_storms(&mut self) {
        let Some(at) = self.own().iter().position(|word| STORMS.holds(word.key)) else { return };
        let named = |word: &Word| word.capital && word.tag.is_name();
        let whole = at < 2 && self.len() == at + 2 && self.own().iter().all(named);
        // "Mayor Storm Berg" is a person, and "Storm Berg" may be one.
        let sure = self.own()[at].key != STORM || at == 0 || self.own()[0].key == TROPICAL;
        if whole && sure && self.case == Case::Plain {
            self.insist(0, self.len(), Label::Other);
        }
    }

    /// Notes ships by the letters before their names: "MV *Maria Lolita*".
    fn insist_on_ships(&mut self) {
        let [letters, name @ ..] = self.own() else { return };
        let ship = SHIPS.holds(letters.key) && letters.flags & Token::ALL_CAPS != 0;
        let len = name.iter().take_while(|word| word.capital).count();
        let whole = len == name.len() || !name[len].capital && name[len].key != OF;
        if ship && (1..=3).contains(&len) && whole && self.case == Case::Plain {
            self.insist(0, len + 1, Label::Other);
        }
    }

    /// Notes who is addressed as a person: "Ms Purity Wayua", of whom no word need be known as a name.
    fn insist_on_addressed(&mut self) {
        let named = |word: &&Word| {
            (word.capital || word.particle) && word.class & NO_NAME == 0 && !is_address(word)
        };
        for start in 0..self.len() {
            let words = self.own();
            let rank = words[start].flags & Token::ALL_CAPS != 0
                && words[start].key != CM
                && is_rank_in_letters(words[start].key);
            if !is_address(&words[start]) && !rank {
                continue;
            }
            let name = &words[start + 1..];
            let len = name.iter().take_while(named).count();
            let small = name[..len].iter().rev().take_while(|word| !word.capital).count();
            let len = len - small;
            let rest = words.get(start + 1 + len);
            let other = rest.is_some_and(|word| word.capital && word.class & class::DATE == 0);
            if (1 + usize::from(rank)..=5).contains(&len) && !other {
                // A chief minister is told by these letters alone too, so that no list has them for a title.
                let office = usize::from(rank || words[start].key == CM);
                self.insist(start + office, start + 1 + len, Label::Person);
            }
        }
    }

    /// Notes persons by whose child they are: "Siti Aisyah *binti* Harun", "R. Kumar *a/l* Raman", "Khalid *bin* Tarek al-Poe".
    fn insist_on_fathers(&mut self) {
        let words = self.own();
        let Some(of) = words.iter().position(|it| !it.capital && CHILD_OF.holds(it.key)) else {
            return;
        };
        let own = |word: &&Word| names_person(word) && word.class & BEFORE == 0;
        let before = words[..of].iter().rev().take_while(own).take(3).count();
        let end = of + words[of..].iter().take_while(|it| it.capital || it.particle).count();
        // "the Khalid bin Tarek University"
        let other = words[of..end].iter().any(|word| word.class & NO_NAME != 0);
        let small = words[..end].iter().rev().take_while(|word| !word.capital).count();
        let (start, end) = (of - before, end - small);
        let whole = words.get(end).is_none_or(|word| !word.capital);
        if before > 0 && end > of + 1 && end - start <= LONGEST_NAME && whole && !other {
            self.insist(start, end, Label::Person);
        }
    }

    /// Notes persons by the particles of Irish surnames, which are capitals too: "Seán *Ó* hUiginn", "Caoimhe *Ní* Dhomhnaill".
    fn insist_on_irish(&mut self) {
        let words = self.own();
        let Some(of) = words.iter().position(|it| it.capital && IRISH.holds(it.key)) else {
            return;
        };
        let own = |word: &&Word| names_person(word) && word.class & BEFORE == 0;
        let before = words[..of].iter().rev().take_while(own).take(2).count();
        let surname = words.get(of + 1).is_some_and(names_person);
        if before > 0 && surname && self.case == Case::Plain {
            self.insist(of - before, of + 2, Label::Person);
        }
    }

    /// Notes persons by a small word inside the surname: "António Costa Lemos *da* Silva", "Tavok *van* Merrun".
    fn insist_on_particles(&mut self) {
        let words = self.own();
        let Some(of) = words.iter().position(|it| it.particle && INSIDE.holds(it.key)) else {
            return;
        };
        let own = |word: &&Word| names_person(word) && word.class & (BEFORE | class::DATE) == 0;
        let before = words[..of].iter().rev().take_while(own).take(3).count();
        let start = of - before;
        let Some(first) = words[..of].get(start) else { return };
        let given = first.class & class::GIVEN != 0 || before == 1 && VAN.holds(words[of].key);
        // "San Martin de Marsk"
        let parted = words[..start].last().is_none_or(|word| {
            word.class & (BEFORE | class::OFFICE | class::HUMAN) != 0 || !word.capital
        });
        let end = of + words[of..].iter().take_while(|it| it.capital || it.particle).count();
        let other = words[of..end].iter().any(|word| word.class & NO_NAME != 0);
        let small = words[..end].iter().rev().take_while(|word| !word.capital).count();
        let (end, whole) = (end - small, end == words.len());
        let unlisted = self
            .listed
            .get(start)
            .is_some_and(|it| it.iter().all(|kinds| kinds & !listed::PERSON == 0));
        let place = start == 0 && self.words.iter().take(MARGIN).any(|word| AT.holds(word.key));
        let sure = given && parted && whole && unlisted && !other && !place && first.tag.is_name();
        if sure && end > of + 1 && end - start <= LONGEST_NAME && self.case == Case::Plain {
            self.insist(start, end, Label::Person);
        }
    }

    /// Notes persons by whose parent they are: "*Abu* Hassan al-Poe", "*Umm* Khaled"; but not "Abu Dhabi".
    fn insist_on_kunyas(&mut self) {
        let [kunya, child, rest @ ..] = self.own() else { return };
        let given = kunya.capital && KUNYAS.holds(kunya.key) && child.class & class::GIVEN != 0;
        let named = rest.iter().take_while(|word| word.capital && names_person(word)).count();
        let listed = self.listed[0].iter().skip(1).any(|kinds| kinds & !listed::PERSON != 0);
        let place = self.words.iter().take(MARGIN).any(|word| AT.holds(word.key));
        // "Um Sidra" is a town in Sudan, "Um Ahmad al-Poe" nobody but a woman.
        let place = place || rest.is_empty() && kunya.key == UM;
        if given && named <= 2 && named == rest.len() && !listed && !place {
            self.insist(0, self.len(), Label::Person);
        }
    }

    /// Notes persons whose role stands before them, or opens the sentence: "the party's candidate Art Halvorson", "Farmer P.J.
    /// Hession".
    fn insist_on_roles(&mut self) {
        const ROLE: u32 = class::HUMAN | class::OFFICE;
        let role = self.words.get(MARGIN - 1).unwrap_or(&EDGE);
        let told = role.class & ROLE != 0 && role.tag == Tag::NN && !role.capital;
        let opens = self.own().first().is_some_and(|word| {
            word.flags & Token::SENTENCE != 0
                && word.class & ROLE != 0
                && word.class & (class::GIVEN | class::SURNAME) == 0
        });
        let start = usize::from(opens && !told);
        let unlisted = self.listed.get(start).is_some_and(|it| it.iter().all(|kinds| *kinds == 0));
        let name = self.own().get(start..).unwrap_or(&[]);
        let known = name.iter().all(names_person) && name.iter().any(|word| word.tag.is_name());
        if (told || opens) && (2..=3).contains(&name.len()) && unlisted && known {
            self.insist(start, self.len(), Label::Person);
        }
    }

    /// Notes persons by their given name behind a title that only persons have, "Atlantic City Mayor *Don Guardian*", or, at the
    /// end of the chunk, behind what somebody is who is of another name: "Harlow County Planner *Ann Poe*".
    fn insist_on_titled(&mut self) {
        const ROLE: u32 = class::HUMAN | class::OFFICE;
        const OTHER: u32 =
            NO_NAME | class::GIVEN | class::SURNAME | class::ORG_SUFFIX_WEAK | class::TEAM;
        let role = |before: &[Word]| match before {
            [.., name, role] => {
                let only = role.class & ROLE != 0 && role.class & OTHER == 0;
                role.capital && only && name.capital && name.class & class::GIVEN == 0
            }
            _ => false,
        };
        for title in 1..self.len() {
            let words = self.own();
            let given = words[title].class & class::GIVEN != 0;
            let name = words[title..].iter().take_while(|word| word.capital).count();
            let dated = |word: &Word| word.class & class::DATE != 0;
            let whole = (2..=3).contains(&name) && !words[title..title + name].iter().any(dated);
            let ends = title + name == words.len();
            let told = self.ends_in_title(title) || ends && role(&words[..title]);
            if given && whole && told {
                self.insist(title, title + name, Label::Person);
            }
        }
    }

    /// Notes persons behind what their office is for, "Minister of Supply *Tavo Merrin*", of whom no word need be known as a name.
    fn insist_on_ministers(&mut self, lexicon: &Lexicon) {
        const JOINTS: [u64; 3] = [OF, FOR, AND];
        let words = self.own();
        let office = |at: &usize| {
            let joined = words[*at].key == OF || words[*at].key == FOR;
            joined && words[at - 1].capital && words[at - 1].class & class::OFFICE != 0
        };
        let of = (1..words.len()).find(office);
        // "Minister of Women, *Children and Housing Ann Poe*"
        let listed = self.words.get(MARGIN - 1).is_some_and(|it| it.key == COMMA)
            && words.iter().any(|word| word.key == AND);
        if of.is_none() && !listed {
            return;
        }
        let of = of.unwrap_or(0);
        let inside = |word: &Word| word.capital || JOINTS.contains(&word.key);
        let rest = words[of..].iter().take_while(|word| inside(word)).count();
        let field = |at: &usize| lexicon.names.is_field(words[*at].key);
        let Some(last) = (of..of + rest).rev().find(field) else { return };
        let start = last + 1;
        let Some(name) = words.get(start..).filter(|_| of + rest == words.len()) else { return };
        let given = name.first().is_some_and(|word| word.class & class::GIVEN != 0);
        let whole = name.len() == 2 && of > 0 || given && matches!(name.len(), 2 | 3);
        let named = name.iter().all(|word| {
            names_person(word) && word.tag.is_name() && word.class & BEFORE == 0 && !word.lower
        });
        let unlisted = self.listed.get(start).is_some_and(|it| it.iter().all(|kinds| *kinds == 0));
        if whole && named && unlisted && self.case == Case::Plain {
            self.insist(start, self.len(), Label::Person);
        }
    }

    /// Notes persons behind the country that they are of, "Thailand's *Ploy Suwan*", or behind what they are by it, "the American
    /// *Brody Tanz*", if the first word is a given name or the last one speaks elsewhere.
    pub(super) fn insist_on_nationals(&mut self, lexicon: &Lexicon, speaks: impl Fn(u64) -> bool) {
        const PLACE: u16 = listed::COUNTRY | listed::CITY | listed::PLACE;
        let the = self.words.get(MARGIN - 1).is_some_and(|it| DEFINITE.holds(it.key));
        let start = match self.own() {
            [_, own, _, ..] if own.key == POSSESSIVE => 2,
            [nation, ..] if nation.listed & listed::DEMONYM != 0 && the => 1,
            _ => return,
        };
        let noun = start == 1 && NATIONALS.holds(self.own()[0].key);
        let known = start == 1 || self.own()[0].listed & PLACE != 0;
        let Some(words @ [first, ..]) = self.own().get(start..) else { return };
        let name = words.iter().take_while(|word| word.capital).count();
        let last = &words[name.saturating_sub(1)];
        let rest = words.get(name).is_some_and(|it| it.key == AMPERSAND);
        let unlisted = self.listed.get(start).is_some_and(|it| it.iter().all(|kinds| *kinds == 0));
        let given = first.class & class::GIVEN != 0 || lexicon.names.is_given_word(first.key);
        let told = given || noun || last.listed == 0 && speaks(last.key);
        let named = words.iter().take(name).all(names_person) && first.class & BEFORE == 0;
        if known && (2..=3).contains(&name) && unlisted && named && told && !rest && !last.lower {
            self.insist(start, start + name, Label::Person);
        }
    }

    /// Notes persons whose given name is another word or a place more often, by a surname that the lists have for nothing else:
    /// "Grant Reed and Virginia Holt".
    fn insist_on_given(&mut self, lexicon: &Lexicon) {
        if self.case != Case::Plain {
            return;
        }
        for at in 0..self.len().saturating_sub(1) {
            let words = self.own();
            let [given, surname] = [&words[at], &words[at + 1]];
            let before = &self.words[MARGIN + at - 1];
            let next = words.get(at + 2).unwrap_or(&EDGE);
            // "at a June Trump event"
            let dated = given.class & class::DATE != 0
                && !(before.tag == Tag::PUNCT || before.key == AND || SAYS.holds(before.key));
            let apart = !next.capital && (!before.capital || before.class & BEFORE != 0);
            let named =
                surname.class & class::SURNAME != 0 && names_person(surname) && given.tag.is_name();
            let listed = self.listed[at][1] & !(listed::PERSON | listed::ALIAS) != 0;
            if given.capital
                && lexicon.names.is_given_word(given.key)
                && named
                && apart
                && !dated
                && !listed
            {
                self.insist(at, at + 2, Label::Person);
            }
        }
    }

    /// Notes who says something by a surname that the lists have for nothing else: "Okafor told reporters".
    fn insist_on_speakers(&mut self) {
        let the = self.words.get(MARGIN - 1).is_some_and(|it| DEFINITE.holds(it.key));
        // "On Monday Okafor said"
        let Some((word, before)) = self.own().split_last() else { return };
        let alone = before.iter().all(|word| word.class & class::DATE != 0);
        let start = before.len();
        let says = self.words.get(MARGIN + start + 1).is_some_and(|it| SAYS.holds(it.key));
        let surname = word.class & class::SURNAME != 0 && word.class & NO_NAME == 0;
        let listed = self.listed.get(start).is_none_or(|it| it.iter().any(|kinds| *kinds != 0));
        if says && alone && surname && !listed && !the {
            self.insist(start, start + 1, Label::Person);
        }
    }

    /// Notes what is listed in full as nothing but a person, at the beginning of a chunk or after one word of a title, "Sen. Rand
    /// Paul", or as nothing but an organisation, after "the" or, of several words, as a whole chunk; one that a time would be
    /// read in, "USA Today", also before no name.
    fn insist_on_listed(&mut self) {
        let titled = self.own().first().is_some_and(|word| word.class & BEFORE != 0);
        let the = self.words.get(MARGIN - 1).is_some_and(|it| DEFINITE.holds(it.key));
        for start in 0..=usize::from(titled) {
            let longer = self.listed.get(start).and_then(|listed| listed.get(1..)).unwrap_or(&[]);
            if longer == [0; LONGEST_NAME - 1] {
                continue;
            }
            let known = |len: usize, kinds: &u16| match kinds & !listed::ALIAS {
                listed::PERSON => Some(Label::Person),
                // "Al Jazeera said", but "Ralph Lauren said"
                listed::ORGANISATION
                    if the
                        || len >= WHOLE
                        || self.is_dated(start, len)
                        || !self.is_like_person(start, len) =>
                {
                    Some(Label::Organisation)
                }
                _ => None,
            };
            let found = longer.iter().enumerate().rev().find_map(|(more, kinds)| {
                let len = more + 2;
                Some((len, known(len, kinds)?))
            });
            let Some((len, label)) = found else { continue };
            let end = start + len;
            // "Ann Poe Centre", "Ann Poe of the Harbour Trust", "the Harbour Trust for the Blind"
            let next = &self.words[MARGIN + end];
            let goes_on = next.capital || next.key == OF || next.key == AMPERSAND;
            let apart = label == Label::Person || self.is_dated(start, len);
            if end == self.len() && start == 0 || apart && !goes_on {
                self.insist(start, end, label);
            }
        }
    }

    /// Whether words of the chunk may be a person's by their first and their last: "Ralph Lauren", but not "Al Jazeera".
    fn is_like_person(&self, start: usize, len: usize) -> bool {
        let class = |at: usize| self.own().get(at).map_or(0, |word| word.class);
        class(start) & class::GIVEN != 0
            && class(start + len - 1) & (class::GIVEN | class::SURNAME) != 0
    }

    /// Whether some of the words alone would tell a time: "USA *Today*".
    fn is_dated(&self, start: usize, len: usize) -> bool {
        let mut words = self.own().iter().skip(start).take(len);
        words.any(|word| word.class & (class::DATE | class::TIME) != 0)
    }

    /// Whether the chunk is one word after a capital "The" that no sentence begins with: "told The Advocate".
    pub(super) fn is_after_the(&self) -> bool {
        let before = self.words.get(MARGIN - 1).unwrap_or(&EDGE);
        let inside = before.key == THE && before.has_own_capital() && self.case == Case::Plain;
        inside && self.len() == 1
    }

    /// Notes what has "The" in its name, as the lists know, because it is told something or because it is a common noun
    /// without it: "the editors of The Advocate".
    fn insist_on_the(&mut self, listed: bool) {
        let told = self.words.get(MARGIN - 2).is_some_and(|word| TELLS.holds(word.key));
        let common = || self.own()[0].class & class::HUMAN != 0;
        if self.is_after_the() && (listed || told || common()) {
            self.insist(0, 1, Label::Organisation);
        }
    }

    /// Notes who is named by a title and its place alone: "the *Duchess of Kelso* said". Behind a comma or before one and a name it
    /// tells who somebody is who is named, and names nobody itself: "Ann Poe, the Duchess of Kelso,".
    fn insist_on_nobles(&mut self) {
        let word = |at: usize| self.words.get(at).unwrap_or(&EDGE);
        let the = MARGIN - usize::from(DEFINITE.holds(word(MARGIN - 1).key));
        let (before, end) = (word(the - 1), self.len());
        let after = [word(MARGIN + end), word(MARGIN + end + 1)];
        let ends = after[0].tag == Tag::PUNCT;
        let apposed = ends || the == MARGIN && word(MARGIN - 2).capital;
        let named = after[0].key == COMMA && after[1].capital || before.key == COMMA && apposed;
        let [title, of, place] = self.own() else { return };
        if is_noble(title.key, of.key) && title.capital && place.capital {
            self.insist(0, end, if named { Label::Other } else { Label::Person });
        }
    }

    /// Notes firms by what they make or keep, at the end of their name: "Fordham *Motor*", "the Merri *Hotel*".
    fn insist_on_works(&mut self) {
        const OTHER: u32 = BEFORE | class::HUMAN | class::OFFICE | class::DATE;
        let end = self.own().iter().take_while(|word| word.capital).count();
        // "Supplier Dunmore Foods"
        let start = usize::from(self.begins_with_trade());
        let words = self.own().get(start..end).unwrap_or(&[]);
        let Some((last, names)) = words.split_last() else { return };
        let named = |word: &Word| {
            word.tag.is_name() && word.class & OTHER == 0 && word.listed & listed::DEMONYM == 0
        };
        let unlisted = self.listed[start].iter().skip(1).all(|kinds| *kinds == 0);
        let whole = end == self.len() || WHERE.holds(self.own()[end].key);
        // "at the Merri Hotel" it is a place.
        let place = self.words.iter().take(MARGIN).any(|word| AT.holds(word.key));
        let sure = (1..=2).contains(&names.len()) && names.iter().all(named) && unlisted && whole;
        let sure = sure && !place;
        if sure && WORKS.holds(last.key) && self.case == Case::Plain {
            self.insist(start, end, Label::Organisation);
        }
    }

    /// Notes persons of the surname Said by their given name: "Amina *Said* said".
    fn insist_on_said(&mut self) {
        let given = |word: &&Word| word.capital && word.class & class::GIVEN != 0;
        let Some(said) = self.own().iter().position(|it| it.key == SAID && it.capital) else {
            return;
        };
        let names = self.own()[..said].iter().rev().take_while(given).take(3).count();
        if names > 0 && self.case == Case::Plain {
            self.insist(said - names, said + 1, Label::Person);
        }
    }

    /// Notes bodies of two places: "Devon and Somerset Fire Service". Of what is no place's, "Ford and Marlow Health Board", the
    /// second is one of its own.
    fn insist_on_joint_bodies(&mut self) {
        const BODY: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        const OTHER: u16 = listed::COUNTRY | listed::ORGANISATION | listed::PERSON;
        let words = self.own();
        let Some(and) = words.iter().position(|word| word.key == AND) else { return };
        let the = usize::from(words[0].key == THE);
        let place = |at: usize, other: u32| {
            let known = |it: &Word| it.listed & (listed::CITY | listed::PLACE) != 0;
            let plain = |it: &Word| it.capital && it.listed & OTHER == 0 && it.class & other == 0;
            words.get(at).is_some_and(|it| known(it) || plain(it))
        };
        let other = BODY | NO_NAME & !class::PLACE_SUFFIX;
        let first = the..and;
        let service = words.get(and + 2).is_some_and(|it| it.capital && SERVICES.holds(it.key));
        if !(1..=2).contains(&first.len())
            || !first.into_iter().all(|at| place(at, other | class::SURNAME))
            || !service
            || !place(and + 1, other)
        {
            return;
        }
        let inside = |word: &&Word| word.capital || word.key == AND || word.key == OF;
        let end = and + 2 + words[and + 2..].iter().take_while(inside).count();
        let body = |word: &Word| word.class & BODY != 0 || word.key == key("police");
        let body = words[end - 1].capital && words[and + 2..end].iter().any(body);
        let listed = self.listed[the].iter().skip(and - the).any(|kinds| *kinds != 0);
        if body && !listed && end - the <= LONGEST_NAME {
            self.insist(the, end, Label::Organisation);
        }
    }

    /// Notes firms that a noun beside them tells or the form of a company at their end: "drugmaker Orvenia", "the Orvenia
    /// institute", "Poe & Roe AB".
    fn insist_on_firms(&mut self) {
        let len = self.len();
        let before = self.words.get(MARGIN - 1).unwrap_or(&EDGE);
        let after = self.words.get(MARGIN + len).unwrap_or(&EDGE);
        // "The firm, Orvenia Foods, said"
        let apart = before.tag == Tag::PUNCT && after.tag == Tag::PUNCT;
        let noun = self.words.get(MARGIN - 2).filter(|_| apart).unwrap_or(&EDGE);
        let surname = self.own().iter().any(|word| word.class & class::SURNAME != 0);
        let apposed = len > 1 && COMPANIES.holds(noun.key)
            || !surname && (COMPANIES.holds(noun.key) || len > 1 && BIDDERS.holds(noun.key));
        let told = !before.capital && (is_firm(before.key) || PAPERS.holds(before.key))
            || !noun.capital && apposed
            || before.key == key("the") && !after.capital && BODIES.holds(after.key);
        // "Chipmaker Orvenia said"
        let start = usize::from(self.begins_with_trade());
        let trade = start > 0 && COMPANIES.holds(self.own()[0].key);
        let name = self.own().get(start..).unwrap_or(&[]);
        let unlisted = self.listed.get(start).is_some_and(|it| it[0] == 0);
        let named = |(at, word): (usize, &Word)| names_firm(word) || at > 0 && word.particle;
        let all = name.iter().enumerate().all(named);
        if (told || trade) && unlisted && name.len() <= 3 && all {
            self.insist(start, len, Label::Organisation);
        }
        for end in 1..len {
            let words = self.own();
            let inside = |word: &&Word| word.tag.is_name() && word.capital || word.key == AMPERSAND;
            let before = words[..end].iter().rev().take_while(inside).take(5).count();
            if FORMS.holds(words[end].key) && words[end].capital && (1..5).contains(&before) {
                self.insist(end - before, end + 1, Label::Organisation);
            }
        }
    }
}

/// Whether a word may be part of a person's name whose role is told.
fn names_person(word: &Word) -> bool {
    const OTHER: u32 = NO_NAME | class::ORG_SUFFIX_WEAK | class::PLACE_PREFIX | class::TEAM;
    word.capital && word.class & OTHER == 0
}

/// Whether a word may stand alone for a firm that a noun tells.
fn names_firm(word: &Word) -> bool {
    const OTHER: u32 = NO_NAME | class::GIVEN | class::TITLE | class::RANK | class::HONORIFIC;
    word.capital && word.tag.is_name() && word.class & OTHER == 0
}
