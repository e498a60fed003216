//! Who is told of before being named: "CEO denies cover-up" over an article, "A farm minister said" at its beginning, where one
//! person alone has that role below.

use super::cast::{Figure, only};
use super::clause::{Place, classify_place};
use super::names::{ByName, file};
use super::nominals::{DEPUTY, FORMER};
use super::phrase::Part;
use super::walk::Walk;
use super::{Reading, Resolved, Resolver};
use crate::document::{
    Entity, EntityId, EntityType, Mention, Part as ArticlePart, Resolution, Tables, Tag, Token,
};
use crate::key::{chain, key, key_of, keys};
use crate::lexicon::{Gender, class};
use crate::span::Run;

/// Words of the names of police forces.
const POLICE: [u64; 2] = keys(["police", "constabulary"]);
/// What a role goes on with after its nouns.
const COMPLEMENTS: [&str; 7] = [" of ", " for ", " at ", " in ", " with ", " to ", ","];

/// The persons of the article by the nouns of their roles, "president and chief executive of Vestfrakt"; nobody where several
/// have that noun.
pub(super) fn find_bearers(tables: &Tables) -> ByName {
    let mut bearers = ByName::with_hasher(tables.spread);
    for entity in tables.entities.iter().filter(|entity| entity.kind == EntityType::Person) {
        let role = entity.role.as_deref().unwrap_or_default();
        let end = COMPLEMENTS.iter().filter_map(|it| role.find(it)).min().unwrap_or(role.len());
        let before = entity.mentions.iter().find_map(|it| rank_before(tables, it.tokens));
        for noun in role.get(..end).unwrap_or_default().split(" and ") {
            let mut words = noun.split_whitespace().map(key_of);
            if let Some(noun) = words.next_back() {
                let rank = words.find_map(rank).or(before);
                file(&mut bearers, bearer(rank, noun), entity.id);
            }
        }
    }
    bearers
}

/// What a word makes of a role, if another: "*deputy* mayor", "*former* mayor".
fn rank(word: u64) -> Option<u64> {
    let [former, ..] = FORMER;
    let deputy = DEPUTY.into_iter().find(|it| *it == word);
    if FORMER.contains(&word) { Some(former) } else { deputy }
}

/// What bearers of a role are filed by.
fn bearer(rank: Option<u64>, noun: u64) -> u64 {
    rank.map_or(noun, |rank| chain(rank, noun))
}

/// The rank in the noun phrase that ends in a name: "*Shadow* transport secretary Ann Poe".
fn rank_before(tables: &Tables, name: Run) -> Option<u64> {
    let phrase = tables.phrase_at(name.first())?.tokens;
    (phrase.first()..name.after()).take(8).find_map(|at| rank(tables.key(at)))
}

/// What the nouns of the article mean that take somebody up; nobody, where not always the same.
fn find_nouns(tables: &Tables, walk: &Walk) -> ByName {
    let mut nouns = ByName::with_hasher(tables.spread);
    for meaning in walk.meanings.iter().filter(|it| it.how == Resolution::Nominal) {
        if let Some(entity) = walk.cast.figure(meaning.figure).and_then(|it| it.entity) {
            file(&mut nouns, tables.key(meaning.token as usize), entity);
        }
    }
    nouns
}

impl Resolver<'_> {
    /// The only person of the article whose role is the noun of a headline, or the noun after "a" or "the" in the first
    /// sentence below.
    pub(super) fn announced(&self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let head = tables.tokens.get(part.head)?;
        let role = self.reading.lexicon.names.class(head.key) & (class::OFFICE | class::HUMAN) != 0;
        let one = matches!(head.tag, Tag::NN | Tag::NNP);
        if !role || !one || !announces(tables, part) {
            return None;
        }
        let like = self.reading.words.titles_of(head.key);
        let rank = part.run.range().take(8).find_map(|at| self.rank_at(at));
        let mut found = std::iter::once(&head.key)
            .chain(like)
            .filter_map(|it| self.bearers.get(&bearer(rank, *it)));
        let only = match found.next() {
            Some(bearer) => (*bearer)?,
            None => self.opener_told(head)?,
        };
        if found.any(|other| *other != Some(only)) {
            return None;
        }
        Some(told_elsewhere(tables, only))
    }

    /// Whom a headline tells of by a noun that the article says of nobody: who opens it, by another noun ("*Ex-ferry boss* says" over
    /// "The former head of the ferry yard said") or by a name alone ("*Widow* says" over "Ann Poe of Marsk found").
    fn opener_told(&self, head: &Token) -> Option<EntityId> {
        let Reading { tables, lexicon, words, .. } = self.reading;
        let at = tables.sentences.partition_point(|it| it.span.end <= head.start);
        let headline = tables.sentences.get(at).filter(|it| it.part == ArticlePart::Headline)?;
        let role = lexicon.names.roles.word(head.key)?;
        let opener = match self.walk.opener {
            Some(opener) => {
                let like = words.titles_of(head.key);
                opener.may_be(head.key, role.kind, like).then_some(opener.entity)?
            }
            None => self.opens_by_name(headline.tokens)?,
        };
        let gender = tables.entities.get(opener.index())?.gender;
        let fits = role.gender == gender || [role.gender, gender].contains(&Gender::Unknown);
        fits.then_some(opener)
    }

    /// The person without a role whose name opens the body and is its subject, if the headline does not name him and the article
    /// has him speak.
    fn opens_by_name(&self, headline: Run) -> Option<EntityId> {
        let tables = self.reading.tables;
        let lead = tables.sentences.get(self.walk.lead? as usize)?.tokens;
        let name = tables.mention_at(lead.first())?;
        let entity = tables.entity(name).filter(|it| it.kind == EntityType::Person)?;
        let own = |it: &Mention| headline.contains(it.tokens);
        let named = entity.mentions.iter().take_while(|it| it.tokens.start < lead.start).any(own);
        let subject = classify_place(tables, name.tokens) == Place::Subject;
        let mut figures = self.walk.cast.last_humans();
        let speaks = figures.any(|(_, it)| it.entity == Some(entity.id) && it.spoke > 0);
        (subject && speaks && !named && entity.role.is_none()).then_some(entity.id)
    }

    /// What a noun of a headline for an organisation means all through the article below, "Board to appeal" over "the board";
    /// else the only organisation that the article calls so or whose name says that it is one.
    pub(super) fn told_below(&mut self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let head =
            tables.tokens.get(part.head).filter(|it| it.tag == Tag::NN || it.tag == Tag::NNP)?;
        let at = tables.sentences.partition_point(|it| it.tokens.after() <= part.head);
        let headline = tables.sentences.get(at)?.part == ArticlePart::Headline;
        let named = part.run.range().take(8).any(|at| tables.mention_at(at).is_some());
        let body = self.reading.words.organisations.contains_key(&head.key);
        if !headline || named || !body {
            return None;
        }
        let walk = &self.walk;
        let nouns = self.nouns.get_or_insert_with(|| find_nouns(tables, walk));
        let only = match nouns.get(&head.key) {
            Some(below) => (*below)?,
            None => {
                let shows = self.reading.words.names_of(head.key);
                let shown =
                    |it: &Figure| walk.cast.name(it).iter().any(|word| shows.contains(word));
                let called = |it: &Figure| it.is_called(head.key) || shown(it);
                let organisations = walk.cast.last_organisations().filter(|(_, it)| called(it));
                let mut called = organisations.filter_map(|(_, figure)| figure.entity);
                match called.next() {
                    Some(first) => called.all(|it| it == first).then_some(first)?,
                    None => self.opens_as_body(part.head)?,
                }
            }
        };
        Some(told_elsewhere(tables, only))
    }

    /// The organisation whose name opens the body and is its subject, if it speaks and the noun of a headline may mean it: "*Ferry
    /// operator* denies fraud" over "Vestfrakt has denied".
    fn opens_as_body(&self, noun: usize) -> Option<EntityId> {
        let Reading { tables, .. } = self.reading;
        let cast = &self.walk.cast;
        let lead = tables.sentences.get(self.walk.lead? as usize)?.tokens;
        let name = tables.mention_at(lead.first())?;
        let mut named = cast.last_organisations().chain(cast.last_doubtful());
        let (_, figure) = named.find(|(_, it)| it.entity == Some(name.entity))?;
        let subject = classify_place(tables, name.tokens) == Place::Subject;
        let speaks = figure.spoke > 0;
        (subject && speaks && self.reading.may_be_called(cast, figure, noun)).then_some(name.entity)
    }

    /// The police that "police" and "the force" are: the only ones whom the article names.
    pub(super) fn only_police(&mut self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let the = tables.is(part.run.first(), key("the"));
        let bare = part.run.len() == 1 + usize::from(the);
        let force = the && tables.is(part.head, key("force"));
        if !bare || !(force || tables.is(part.head, POLICE[0])) {
            return None;
        }
        let found = (*self.police.get_or_insert_with(|| named_police(tables)))?;
        Some(told_elsewhere(tables, found))
    }

    /// What the word at a token makes of the role that it is said of; "ex-mayor" is a word.
    fn rank_at(&self, at: usize) -> Option<u64> {
        let Reading { text, tables, .. } = self.reading;
        let token = tables.tokens.get(at)?;
        let start = token.span().of(text).get(..3).unwrap_or_default();
        let word = if start.eq_ignore_ascii_case("ex-") { key("ex") } else { token.key };
        rank(word)
    }
}

/// What a noun means that no word beside it tells: the antecedent is where the article names that first.
fn told_elsewhere(tables: &Tables, entity: EntityId) -> Resolved {
    let first = tables.entities.get(entity.index()).and_then(|it| it.mentions.first());
    let antecedent = first.map(|mention| mention.span);
    Resolved { antecedent, ..Resolved::to(entity, Resolution::Nominal) }
}

/// The only organisation of the article that is a police force by its name.
fn named_police(tables: &Tables) -> Option<EntityId> {
    let named = |entity: &&Entity| {
        let mut words = entity.name.split(' ').map(key_of);
        let several = entity.name.contains(' ');
        entity.kind == EntityType::Organisation && several && words.any(|it| POLICE.contains(&it))
    };
    only(tables.entities.iter().filter(named).map(|it| it.id))
}

/// Whether a noun phrase stands where articles tell of somebody whom they name later.
fn announces(tables: &Tables, part: &Part) -> bool {
    let at = tables.sentences.partition_point(|it| it.tokens.after() <= part.head);
    let Some(sentence) = tables.sentences.get(at) else { return false };
    match sentence.part {
        ArticlePart::Headline => true,
        ArticlePart::Body => {
            let article = part.run.first();
            // "the transport minister" is not any minister.
            let the = tables.is(article, key("the")) && part.head == article + 1;
            let some = the || tables.is_one_of(article, &[key("a"), key("an")]);
            let before = tables.sentences.get(..at).filter(|before| before.len() < TOP);
            let first = before.is_some_and(|it| it.iter().all(|it| it.part != ArticlePart::Body));
            some && first
        }
        _ => false,
    }
}

/// Sentences among which the first of the body is, after headlines, bylines and datelines.
const TOP: usize = 16;
