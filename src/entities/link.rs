//! Which mentions name the same thing: by gazetteer row, by the same words, surnames by their full name, acronyms by their
//! long form. An article rarely names two things alike, so the article decides before the lists do.

use super::chunks::PARTICLES;
use super::person::{ends_of_name, generation, phrase};
use crate::document::{
    Entity, EntityId, EntityType, Form, Kind, Mention, Part, Sentence, Tables, Tag, Token,
};
use crate::key::{Spread, TextMap, chain, key, key_of, keys, spelled};
use crate::lexicon::{Gender, Lexicon, RoleKind, class};
use crate::span::{Run, Span};

/// A mention before it is known which entity it means.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: EntityType,
    pub(crate) form: Form,
    /// With title or role.
    pub(crate) run: Run,
    pub(crate) name: Run,
    /// The surname that stands with another's name: "Koch" for David in "David and Charles Koch".
    pub(crate) shared: Option<Run>,
    /// The bytes that are the name, where a token holds more: "Toronto" of "Toronto-based".
    pub(crate) part: Option<Span>,
    pub(crate) row: Option<u32>,
    pub(crate) gender: Gender,
    /// The gender is that of the only word of the name, which tells nothing if it is a surname: "Clinton".
    pub(crate) by_name: bool,
    pub(crate) role: Option<Span>,
    /// ISO 8601 value of a time, normal form of a quantity.
    pub(crate) value: Option<String>,
}

impl Draft {
    /// A mention of which nothing but its words is known.
    pub(crate) fn new(kind: EntityType, form: Form, run: Run) -> Draft {
        Draft {
            kind,
            form,
            run,
            name: run,
            shared: None,
            part: None,
            row: None,
            gender: Gender::Unknown,
            by_name: false,
            role: None,
            value: None,
        }
    }
}

/// The entities that the drafts so far mean, and how to find them.
struct Linker<'a> {
    lexicon: &'a Lexicon,
    entities: Vec<Found>,
    by_row: TextMap<u32>,
    /// By type and words.
    by_phrase: TextMap<u32>,
    /// The first person of each surname.
    by_surname: TextMap<u32>,
    /// The next person of a surname, by the surname and the person before.
    next_bearer: TextMap<u32>,
    by_first_name: TextMap<Option<u32>>,
    /// By a name between the first and the last, which may be a surname: "Ann *Poe* Berg", "Jeremy *Tan* Kok Leong".
    by_inner_name: TextMap<Option<u32>>,
    /// Organisations.
    by_acronym: TextMap<u32>,
    /// The titles and offices that stand beside full names, each chained with the number of the person.
    titled: TextMap<()>,
    /// Whether a list says that the person of a row held an office with this word in its name.
    holds: &'a dyn Fn(u32, u64) -> bool,
}

struct Found {
    kind: EntityType,
    /// The draft whose words name it best.
    best: usize,
    gender: Gender,
    row: Option<u32>,
    /// The first draft that names it, of those that name it in full if any does.
    first: usize,
    /// The last draft before the one in hand that names it, and that names it in full.
    told: Option<usize>,
    named: Option<usize>,
    /// The last one before it that names it in full at the head of a sentence or clause.
    opens: Option<usize>,
}

/// For how many paragraphs a surname alone means who was told of as kin of its first bearer.
const KIN_REACH: u32 = 2;

/// How many persons of one surname are told apart.
const NAMESAKES: usize = 8;

/// What a word is that tells people of one surname apart.
const TITLES: u32 = class::TITLE | class::RANK | class::HONORIFIC | class::OFFICE;

/// How much a draft says by itself of whom it means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fullness {
    Full,
    /// A surname in two words or more: "de Soto".
    Surname,
    Word,
}

/// Gives each draft its entity, and fills entities and mentions of the tables.
pub(crate) fn resolve_entities(
    text: &str,
    drafts: &[Draft],
    lexicon: &Lexicon,
    tables: &mut Tables,
    holds: impl Fn(u32, u64) -> bool,
    describe: impl Fn(u32) -> Option<(String, Option<String>, Gender)>,
) {
    let mut linker = Linker::new(lexicon, drafts.len(), tables.spread, &holds);
    let mut means: Vec<Option<u32>> = vec![None; drafts.len()];
    // Full names first: a headline's surname stands before the full name that explains it.
    for turn in [Fullness::Full, Fullness::Surname, Fullness::Word] {
        for (at, draft) in drafts.iter().enumerate() {
            if fullness(draft, &tables.tokens) == turn {
                means[at] = Some(linker.link(text, drafts, at, tables));
            }
            let found = means[at].and_then(|id| linker.entities.get_mut(id as usize));
            if let Some(found) = found.filter(|_| turn == Fullness::Word) {
                found.told = Some(at);
                if fullness(draft, &tables.tokens) != turn {
                    found.named = Some(at);
                    found.opens = if opens(tables, draft.run) { Some(at) } else { found.opens };
                }
            }
        }
    }
    linker.fill(text, drafts, &means, tables, describe);
}

fn fullness(draft: &Draft, tokens: &[Token]) -> Fullness {
    let words = tokens.get(draft.name.range()).unwrap_or(&[]);
    match (draft.kind, words) {
        _ if draft.shared.is_some() => Fullness::Full,
        (EntityType::Person, [_]) => Fullness::Word,
        (EntityType::Person, [first, ..]) if PARTICLES.holds(first.key) => Fullness::Surname,
        (kind, [only]) if kind != EntityType::Person && only.has(Token::ALL_CAPS) => Fullness::Word,
        _ => Fullness::Full,
    }
}

impl<'a> Linker<'a> {
    /// A linker with room for so many drafts.
    fn new(
        lexicon: &'a Lexicon,
        drafts: usize,
        spread: Spread,
        holds: &'a dyn Fn(u32, u64) -> bool,
    ) -> Linker<'a> {
        let room = drafts.min(1 << 10);
        Linker {
            lexicon,
            entities: Vec::with_capacity(room),
            by_phrase: TextMap::with_capacity_and_hasher(room, spread),
            by_surname: TextMap::with_capacity_and_hasher(room / 2, spread),
            next_bearer: TextMap::with_hasher(spread),
            by_first_name: TextMap::with_capacity_and_hasher(room / 4, spread),
            by_inner_name: TextMap::with_hasher(spread),
            by_row: TextMap::with_capacity_and_hasher(room / 4, spread),
            by_acronym: TextMap::with_capacity_and_hasher(room / 8, spread),
            titled: TextMap::with_hasher(spread),
            holds,
        }
    }

    fn link(&mut self, text: &str, drafts: &[Draft], at: usize, tables: &Tables) -> u32 {
        let draft = &drafts[at];
        let words = tables.tokens.get(draft.name.range()).unwrap_or(&[]);
        let own = match draft.kind {
            // "the next day" is another one each time.
            EntityType::Time | EntityType::Quantity => {
                let value = draft.value.as_deref().map_or(0, key_of).rotate_left(1);
                phrase(words) ^ value ^ 0x517c_c1b7_2722_0a95
            }
            kind => phrase(words) ^ (kind as u64 + 1).wrapping_mul(0x2545_f491_4f6c_dd1d),
        };
        let namesake = self.namesake(drafts, at, tables);
        let shared = shared_name(draft, words, &tables.tokens);
        let known = match shared {
            Some(ends) => self.by_phrase.get(&pair(ends)).copied(),
            None => namesake.or_else(|| self.known(draft, words, own)),
        };
        let known = known.filter(|id| {
            self.agrees(*id, draft, namesake.is_some())
                && self.is_same_generation(*id, drafts, at, tables)
        });
        let id = known.unwrap_or_else(|| {
            self.entities.push(Found {
                kind: draft.kind,
                best: at,
                gender: draft.gender,
                row: draft.row,
                first: at,
                told: None,
                named: None,
                opens: None,
            });
            self.entities.len() as u32 - 1
        });
        self.improve(id, drafts, at, namesake.is_some(), tables);
        self.by_phrase.insert(own, id);
        if let Some(row) = draft.row.filter(|row| self.entities[id as usize].row == Some(*row)) {
            self.by_row.entry(u64::from(row)).or_insert(id);
        }
        match draft.kind {
            EntityType::Person => {
                self.file_person(id, words, shared);
                self.file_titles(id, draft, tables);
            }
            EntityType::Organisation if words.len() > 1 => self.file_acronym(id, text, words),
            _ => {}
        }
        id
    }

    fn known(&self, draft: &Draft, words: &[Token], own: u64) -> Option<u32> {
        let row = || draft.row.and_then(|row| self.by_row.get(&u64::from(row)).copied());
        let same = || self.by_phrase.get(&own).copied();
        match (draft.kind, words) {
            (EntityType::Person, [only]) => {
                let of = |names: &TextMap<Option<u32>>| names.get(&only.key).copied().flatten();
                let known = row().or_else(|| of(&self.by_first_name)).or_else(same);
                known.or_else(|| of(&self.by_inner_name))
            }
            (EntityType::Person, words) => {
                let ends = ends_of_name(words)?;
                let whole = || self.by_phrase.get(&pair(ends)).copied();
                let born = |inner| self.by_phrase.get(&pair((ends.0, inner))).copied();
                let born = || inner_names(words).find_map(born);
                row().or_else(same).or_else(whole).or_else(born)
            }
            (EntityType::Organisation, [only]) => {
                // The long form of the article goes before what the lists make of the letters.
                let long =
                    self.by_acronym.get(&only.key).copied().filter(|_| only.has(Token::ALL_CAPS));
                long.or_else(row).or_else(same)
            }
            _ => row().or_else(same),
        }
    }

    /// The person of whose name the words are the end, if they are no more than a surname. Of several it is who fits title and
    /// gender, of those who are introduced by then; then who was just told of as kin of another ("Ann Poe, mother of Carl Poe"), then
    /// whose name opened a sentence or clause of the paragraph just before ("Ann Poe left. Poe said …", "On Monday, Ann Poe left"),
    /// then who was introduced first: an article names the others in full each time.
    fn namesake(&self, drafts: &[Draft], at: usize, tables: &Tables) -> Option<u32> {
        let draft = drafts.get(at).filter(|draft| draft.kind == EntityType::Person)?;
        if fullness(draft, &tables.tokens) == Fullness::Full {
            return None;
        }
        let words = tables.tokens.get(draft.name.range())?;
        let ends_so = |id: &u32| {
            let best = self.entities.get(*id as usize).and_then(|it| drafts.get(it.best));
            let whole = best.and_then(|best| tables.tokens.get(best.name.range()));
            let ends = |whole: &[Token]| {
                let same = |(one, other): (&Token, &Token)| one.key == other.key;
                whole.len() >= words.len() && whole.iter().rev().zip(words.iter().rev()).all(same)
            };
            words.len() == 1 || whole.is_some_and(ends)
        };
        let all = || {
            let bearers = self.bearers(words.last()?.key).filter(ends_so);
            Some(bearers.filter(|id| self.agrees(*id, draft, true)))
        };
        let named = |id: &u32| self.entities[*id as usize].first < at;
        let introduced = all()?.any(|id| named(&id));
        let title = self.title(draft, tables);
        let has_title = |id: u32| title.is_some_and(|title| self.has_title(id, title));
        let titled = all()?.any(has_title);
        let own = Some(draft.gender).filter(|it| *it != Gender::Unknown && !draft.by_name);
        let gender = own.or_else(|| gender_ahead(drafts, at, tables));
        let told = gender.is_some();
        let same = |id: u32| Some(self.entities[id as usize].gender) == gender;
        let alike = told && all()?.any(same);
        let fit = || {
            let fits = |id: &u32| {
                (!introduced || named(id)) && (!titled || has_title(*id)) && (!alike || same(*id))
            };
            Some(all()?.filter(fits))
        };
        let first = fit()?.next().or_else(|| all()?.next())?;
        let latest = fit()?.filter_map(|id| Some((self.entities[id as usize].named?, id))).max();
        let named = latest.map_or(at, |(named, _)| named);
        let kin = |id: &u32| {
            let own = &self.entities[*id as usize];
            let near = |told: usize| {
                let from = tables.sentence_at(drafts[told].run.first())?.block;
                let to = tables.sentence_at(draft.run.first())?.block;
                Some(to - from <= KIN_REACH)
            };
            let told =
                own.named.is_some_and(|own| self.is_kin(tables, &drafts[own], &drafts[named]));
            told && own.told.and_then(near) == Some(true)
        };
        if let Some(kin) = fit()?.find(kin) {
            return Some(kin);
        }
        let latest = fit()?.filter_map(|id| Some((self.entities[id as usize].opens?, id))).max();
        let opener = latest.filter(|(opens, _)| is_before(&drafts[*opens], draft, tables));
        Some(opener.map_or(first, |(_, id)| id))
    }

    /// The title or office that stands right before a name: "Dr" of "Dr Poe".
    fn title(&self, draft: &Draft, tables: &Tables) -> Option<u64> {
        let last = draft.name.first().checked_sub(1).filter(|at| draft.run.holds(*at))?;
        Some(tables.key(last)).filter(|word| self.lexicon.names.class(*word) & TITLES != 0)
    }

    /// Whether a person has a title or office, by the article or by the lists.
    fn has_title(&self, id: u32, title: u64) -> bool {
        let row = self.entities.get(id as usize).and_then(|it| it.row);
        self.titled.contains_key(&chain(title, u64::from(id)))
            || row.is_some_and(|row| (self.holds)(row, title))
    }

    /// Notes the titles and offices beside a full name: "Senator Ann Poe", "Ann Poe, the senator".
    fn file_titles(&mut self, id: u32, draft: &Draft, tables: &Tables) {
        if fullness(draft, &tables.tokens) != Fullness::Full {
            return;
        }
        let role = draft.role.unwrap_or_default();
        let first = tables.tokens.partition_point(|it| it.start < role.start);
        let role = tables.tokens.get(first..).unwrap_or_default().iter();
        // What follows "of" may be another's: "the father of Senator Poe".
        let role = role.take_while(|it| it.end <= draft.role.unwrap_or_default().end);
        let role = role.take_while(|it| it.tag != Tag::IN).map(|it| it.key);
        for word in self.title(draft, tables).into_iter().chain(role) {
            if self.lexicon.names.class(word) & TITLES != 0 {
                self.titled.insert(chain(word, u64::from(id)), ());
            }
        }
    }

    /// Whether a person is told of as kin of another in the same sentence: "Ann Poe, the mother of Carl Poe".
    fn is_kin(&self, tables: &Tables, person: &Draft, other: &Draft) -> bool {
        /// Most tokens between the two.
        const LONGEST: usize = 10;
        let between = person.run.after()..other.run.first();
        let kin = |at: usize| {
            let role = self.lexicon.names.roles.word(tables.key(at));
            role.is_some_and(|role| role.kind == RoleKind::Kin) && tables.is(at + 1, key("of"))
        };
        tables.kind(between.start) == Kind::Comma
            && (1..=LONGEST).contains(&between.len())
            && between.clone().any(kin)
            && !between.clone().any(|at| tables.tag(at).is_finite())
    }

    /// The persons of a surname, in the order in which they are named.
    fn bearers(&self, surname: u64) -> impl Iterator<Item = u32> {
        let next = move |id: &u32| self.next_bearer.get(&chain(surname, u64::from(*id))).copied();
        std::iter::successors(self.by_surname.get(&surname).copied(), next).take(NAMESAKES)
    }

    /// Whether nothing speaks against this entity: another type, gender or row. A word that is a `surname` tells no gender.
    fn agrees(&self, id: u32, draft: &Draft, surname: bool) -> bool {
        let Some(entity) = self.entities.get(id as usize) else { return false };
        let gender = draft.gender == Gender::Unknown
            || surname && draft.by_name
            || entity.gender == Gender::Unknown
            || draft.gender == entity.gender;
        let acronym = draft.kind == EntityType::Organisation && draft.name.len() == 1;
        let row = acronym || draft.row.is_none() || entity.row.is_none() || draft.row == entity.row;
        entity.kind == draft.kind && gender && row
    }

    /// Whether not one of the two names says "Jr." and the other "III".
    fn is_same_generation(&self, id: u32, drafts: &[Draft], at: usize, tables: &Tables) -> bool {
        let told = |at: usize| {
            let draft = drafts.get(at).filter(|it| it.kind == EntityType::Person)?;
            generation(tables.tokens.get(draft.name.range())?)
        };
        let own = || told(self.entities.get(id as usize)?.best);
        told(at).is_none_or(|number| own().is_none_or(|own| own == number))
    }

    fn improve(&mut self, id: u32, drafts: &[Draft], at: usize, surname: bool, tables: &Tables) {
        let Some(entity) = self.entities.get_mut(id as usize) else { return };
        let (draft, best) = (&drafts[at], &drafts[entity.best]);
        let longer = draft.name.len() > best.name.len();
        let spelled = || {
            let same = draft.name.len() == best.name.len() && draft.kind == EntityType::Person;
            same && is_shouted(best, tables) && !is_shouted(draft, tables)
        };
        if draft.form == Form::Name && (longer || spelled() || is_cut_from(draft, best, tables)) {
            entity.best = at;
        }
        if entity.gender == Gender::Unknown && !(surname && draft.by_name) {
            entity.gender = draft.gender;
        }
        if draft.name.len() > 1 || entity.best == at {
            entity.row = entity.row.or(draft.row);
        }
    }

    fn file_person(&mut self, id: u32, words: &[Token], shared: Option<(u64, u64)>) {
        let Some((first, last)) = shared.or_else(|| ends_of_name(words)) else { return };
        let alone = words.len() < 2 && shared.is_none();
        // Whom a first name means has it for no surname.
        if !alone || self.by_first_name.get(&last) != Some(&Some(id)) {
            self.file_bearer(id, last);
        }
        if alone {
            return;
        }
        self.by_phrase.entry(pair((first, last))).or_insert(id);
        for inner in inner_names(words) {
            self.by_phrase.entry(pair((first, inner))).or_insert(id);
            let shared = self.by_inner_name.entry(inner).or_insert(Some(id));
            if *shared != Some(id) {
                *shared = None;
            }
        }
        // A first name that two persons share means neither.
        let shared = self.by_first_name.entry(first).or_insert(Some(id));
        if *shared != Some(id) {
            *shared = None;
        }
    }

    /// Puts a person behind the others of the surname.
    fn file_bearer(&mut self, id: u32, surname: u64) {
        if self.bearers(surname).any(|other| other == id) {
            return;
        }
        let Some(last) = self.bearers(surname).last() else {
            self.by_surname.insert(surname, id);
            return;
        };
        self.next_bearer.entry(chain(surname, u64::from(last))).or_insert(id);
    }

    fn file_acronym(&mut self, id: u32, text: &str, words: &[Token]) {
        let mut letters = [0; 8];
        let mut len = 0;
        for word in words.iter().filter(|word| word.has(Token::CAPITAL)) {
            let Some(slot) = letters.get_mut(len) else { return };
            *slot = word.span().of(text).as_bytes().first().copied().unwrap_or(0);
            len += 1;
        }
        if let Ok(letters) = std::str::from_utf8(&letters[..len]) {
            self.by_acronym.entry(key(letters)).or_insert(id);
        }
    }

    /// Writes the tables: entities numbered by their first mention.
    fn fill(
        self,
        text: &str,
        drafts: &[Draft],
        means: &[Option<u32>],
        tables: &mut Tables,
        describe: impl Fn(u32) -> Option<(String, Option<String>, Gender)>,
    ) {
        let mut number: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        for (draft, found) in drafts.iter().zip(means) {
            let Some(found) = found.map(|id| id as usize) else { continue };
            let id = *number[found].get_or_insert_with(|| {
                let id = EntityId::at(tables.entities.len());
                tables
                    .entities
                    .push(entity(id, &self.entities[found], text, drafts, tables, &describe));
                id
            });
            let span = tables.span(draft.run);
            let whole = draft.name == draft.run;
            let name = draft.part.or_else(|| (!whole).then(|| tables.span(draft.name)));
            let mention = Mention { span, form: draft.form, name, tokens: draft.run, entity: id };
            tables.mentions.push(mention);
            let entity = &mut tables.entities[id.index()];
            entity.mentions.push(mention);
            if entity.role.is_none() {
                entity.role = draft.role.map(|span| spelled(span.of(text)));
            }
        }
    }
}

/// The gender that the rest of a headline tells of the only person whom it names up to there: "Poe says *she* lost", "Poe on
/// *wife's* role".
fn gender_ahead(drafts: &[Draft], at: usize, tables: &Tables) -> Option<Gender> {
    const HE: [u64; 3] = keys(["he", "his", "wife"]);
    const SHE: [u64; 3] = keys(["she", "her", "husband"]);
    let name = drafts.get(at)?.run;
    let line = tables.sentence_at(name.first()).filter(|it| it.part == Part::Headline)?.tokens;
    let person = |it: &&Draft| it.kind == EntityType::Person;
    let mut before = drafts.get(..at)?.iter().rev().take_while(|it| it.run.first() >= line.first());
    if before.any(|it| person(&it)) {
        return None;
    }
    let mut next = drafts.get(at + 1..)?.iter().take_while(|it| it.run.first() < line.after());
    let end = next.find(person).map_or(line.after(), |it| it.run.first());
    let tells = |at: usize| {
        // "the *mayor's* wife", "a wife *of* his"
        let owned = tables.tag(at - 1) == Tag::POS || tables.tag(at - 1) == Tag::DT;
        let gender = match tables.key(at) {
            word if HE.contains(&word) => Gender::Male,
            word if SHE.contains(&word) => Gender::Female,
            _ => return None,
        };
        (!owned).then_some(gender)
    };
    (name.after()..end).find_map(tells)
}

/// Whether a name stands at the head of its sentence, or of its clause behind what is told of when and where: "On Monday, at a
/// fair in Marsk, *Ann Poe* sold".
fn opens(tables: &Tables, name: Run) -> bool {
    /// How far what is told before reaches, in tokens.
    const FRONTED: usize = 20;
    let begins = |at: usize| tables.tokens.get(at).is_some_and(|token| token.has(Token::SENTENCE));
    let first = name.first();
    if begins(first) {
        return true;
    }
    let comma = first.checked_sub(1).filter(|at| tables.kind(*at) == Kind::Comma);
    let before = first.saturating_sub(FRONTED)..first;
    let Some(start) = before.rev().find(|at| begins(*at)) else { return false };
    let told = |at: usize| !tables.tag(at).is_finite() && !tables.tag(at).is_relative();
    comma.is_some()
        && tables.tag(name.after()).is_finite()
        && tables.tag(start) == Tag::IN
        && (start..first).all(told)
}

/// Whether a name stands in a sentence before that of `later`, in the same paragraph.
fn is_before(name: &Draft, later: &Draft, tables: &Tables) -> bool {
    let sentence = |draft: &Draft| tables.sentence_at(draft.run.first());
    let earlier = |(before, own): (&Sentence, &Sentence)| {
        before.tokens.start < own.tokens.start && before.block == own.block
    };
    sentence(name).zip(sentence(later)).is_some_and(earlier)
}

fn entity(
    id: EntityId,
    found: &Found,
    text: &str,
    drafts: &[Draft],
    tables: &Tables,
    describe: impl Fn(u32) -> Option<(String, Option<String>, Gender)>,
) -> Entity {
    let best = &drafts[found.best];
    let words = || {
        let name = spelled(tables.span(best.name).of(text));
        match best.shared {
            Some(surname) => format!("{name} {}", spelled(tables.span(surname).of(text))),
            None => name,
        }
    };
    let described = found.row.and_then(describe);
    let (name, link, gender) = described
        .unwrap_or_else(|| (best.value.clone().unwrap_or_else(words), None, Gender::Unknown));
    Entity {
        id,
        kind: found.kind,
        name,
        role: None,
        link,
        mentions: Vec::new(),
        gender: if found.gender == Gender::Unknown { gender } else { found.gender },
        row: found.row,
    }
}

/// Whether a person's full name in the body ends the longer one of a headline, whose capitals tell nothing: "Boss *Ann Poe*".
fn is_cut_from(draft: &Draft, headline: &Draft, tables: &Tables) -> bool {
    let part = |draft: &Draft| tables.sentence_at(draft.name.first()).map(|it| it.part);
    let words = |draft: &Draft| tables.tokens.get(draft.name.range()).unwrap_or_default();
    let (own, whole) = (words(draft), words(headline));
    let same = |(one, other): (&Token, &Token)| one.key == other.key;
    draft.kind == EntityType::Person
        && (2..whole.len()).contains(&own.len())
        && own.iter().rev().zip(whole.iter().rev()).all(same)
        && part(headline) == Some(Part::Headline)
        && part(draft) == Some(Part::Body)
}

/// Whether a name is written without small letters, as in a headline.
fn is_shouted(draft: &Draft, tables: &Tables) -> bool {
    let words = tables.tokens.get(draft.name.range()).unwrap_or(&[]);
    words.iter().all(|word| word.has(Token::ALL_CAPS) && word.end - word.start > 2)
}

/// The names between the first and the last of a person, who may be called by one too: "Poe" and "Ann Poe" of "Ann Poe Berg".
fn inner_names(words: &[Token]) -> impl Iterator<Item = u64> {
    /// How many words such a name has at most.
    const LONGEST: usize = 5;
    let name = |word: &Token| word.has(Token::CAPITAL) && !word.has(Token::ABBREVIATION);
    let names = words.len() <= LONGEST && words.iter().all(name) && generation(words).is_none();
    let inner = words.get(1..words.len().saturating_sub(1)).filter(|_| names);
    inner.unwrap_or_default().iter().map(|word| word.key)
}

/// First and last name of who shares a surname with another.
fn shared_name(draft: &Draft, words: &[Token], tokens: &[Token]) -> Option<(u64, u64)> {
    let surname = tokens.get(draft.shared?.range())?;
    Some((words.first()?.key, surname.last()?.key))
}

fn pair((first, last): (u64, u64)) -> u64 {
    chain(first, last) ^ 0x9fb2_1c65_1e98_df25
}
