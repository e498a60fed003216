//! Names that the entities stage left alone and the claims show: whoever is a source under a name has a mention.

use super::PLACES;
use super::names::LONGEST;
use super::titles::fields_of;
use crate::document::{
    Claim, Entity, EntityId, EntityType, Form, Kind, Mention, PhraseKind, Tables, Tag, Token,
};
use crate::entities::{is_trade_in_letters, with_form};
use crate::key::{TextMap, chain, key, key_of, keys, spelled};
use crate::lexicon::{Gender, Lexicon, class, is_firm, is_trade};
use crate::span::Run;

/// Makes one organisation of two names with an ampersand between them, "Poe & Berg", and of a name and the one before it that
/// no mention holds: "Marsk" of "Marsk Heavy Industries".
pub(super) fn complete_names(text: &str, lexicon: &Lexicon, tables: &mut Tables) {
    let mut found: Vec<(Run, EntityType)> = Vec::new();
    for mention in &tables.mentions {
        let Some(run) = completed(lexicon, tables, mention) else { continue };
        if may_be_completed(lexicon, tables, mention) {
            found.push((without_title(lexicon, tables, run), EntityType::Organisation));
        }
    }
    found.dedup_by(|(next, _), (last, _)| {
        let joined = next.overlaps(*last);
        last.end = if joined { next.end.max(last.end) } else { last.end };
        joined
    });
    if !found.is_empty() {
        keep_firms(tables, &mut found);
        mention(text, lexicon, tables, &found);
    }
}

/// The name that a mention is only a part of.
fn completed(lexicon: &Lexicon, tables: &Tables, mention: &Mention) -> Option<Run> {
    let (first, end) = (mention.tokens.first(), mention.tokens.after());
    if tables.is(end, key("&")) && is_name(tables, end + 1) {
        let other = tables.mention_at(end + 1);
        return Some(Run::new(first, other.map_or(end + 2, |it| it.tokens.after())));
    }
    let joined = first > 1 && tables.is(first - 1, key("&")) && named(tables, first - 2);
    if joined && !(first > 2 && named(tables, first - 3)) {
        return Some(Run::new(first - 2, end));
    }
    longer(lexicon, tables, mention).map(|start| Run::new(start, end))
}

/// Whether a mention may be a part of an organisation's name: no list has it. "Ann Poe & Carl Berg" are two persons; "Space &
/// Science Museum" has its name from the entities stage.
fn may_be_completed(lexicon: &Lexicon, tables: &Tables, mention: &Mention) -> bool {
    let Some(entity) = tables.entity(mention) else { return false };
    let name = without_title(lexicon, tables, mention.tokens);
    let first = lexicon.names.class(tables.key(name.first()));
    let person = tables.is(mention.tokens.after(), key("&"))
        && (name.len() > 1 || first & class::GIVEN != 0);
    let value = matches!(entity.kind, EntityType::Time | EntityType::Quantity);
    entity.row.is_none() && !value && !person
}

/// Leaves out joined names that never speak: two names in a credit are no firm.
fn keep_firms(tables: &Tables, found: &mut Vec<(Run, EntityType)>) {
    let hash = |run: Run| {
        let words = tables.tokens.get(run.range()).unwrap_or_default();
        words.iter().fold(0, |hash, word| chain(hash, word.key))
    };
    let sources = tables.claims.iter().filter_map(|claim| claim.source.as_ref());
    let mut sources: Vec<Run> = sources.map(|source| source.tokens).collect();
    sources.sort_unstable_by_key(|source| source.end);
    let speaks = |run: Run| {
        let next = sources.partition_point(|source| source.end < run.end);
        sources.get(next).is_some_and(|source| source.contains(run))
    };
    let speakers = found.iter().filter(|(run, _)| speaks(*run));
    let mut speakers: Vec<u64> = speakers.map(|(run, _)| hash(*run)).collect();
    speakers.sort_unstable();
    let one = |run: Run| !run.range().any(|at| tables.is(at, key("&")));
    found.retain(|(run, _)| one(*run) || speakers.binary_search(&hash(*run)).is_ok());
}

/// Where the name of an organisation begins that is longer than its mention.
fn longer(lexicon: &Lexicon, tables: &Tables, mention: &Mention) -> Option<usize> {
    const OTHER: u32 = class::OFFICE | class::HUMAN | class::TITLE | class::HONORIFIC | class::RANK;
    let kind = tables.entity_type(mention)?;
    let before = mention.tokens.first().checked_sub(1).filter(|at| named(tables, *at))?;
    let token = tables.tokens.get(before)?;
    let phrase = |at: usize| tables.phrase_of.get(at);
    // Inside a sentence the capital was seen by the entities stage, which left it out.
    let begins = token.has(Token::SENTENCE);
    let alone = kind == EntityType::Organisation
        && begins
        && phrase(before) == phrase(mention.tokens.first())
        && lexicon.names.class(token.key) & OTHER == 0
        && !is_trade(token.key)
        && tables.mention_at(before).is_none()
        && is_name_elsewhere(tables, before);
    alone.then_some(before)
}

/// A name without the nouns of persons before it: "Broker Poe & Berg".
fn without_title(lexicon: &Lexicon, tables: &Tables, run: Run) -> Run {
    let title = |at: &usize| {
        let class = lexicon.names.class(tables.key(*at));
        class & (class::OFFICE | class::HUMAN) != 0
            && class & (class::GIVEN | class::SURNAME) == 0
            && !tables.is(*at + 1, key("&"))
    };
    Run::new(run.first() + run.range().take_while(title).count(), run.after())
}

/// Whether a name stands at token `at`.
fn is_name(tables: &Tables, at: usize) -> bool {
    named(tables, at) || tables.mention_at(at).is_some_and(|mention| mention.tokens.first() == at)
}

/// Gives names, in text order, mentions and entities of their own in place of the mentions there.
pub(super) fn mention(
    text: &str,
    lexicon: &Lexicon,
    tables: &mut Tables,
    names: &[(Run, EntityType)],
) {
    if names.is_empty() {
        return;
    }
    let replaced = |mention: &Mention| {
        let next = names.partition_point(|(run, _)| run.end <= mention.tokens.start);
        names.get(next).is_some_and(|(run, _)| run.overlaps(mention.tokens))
    };
    // A person whose mention only loses a title stays who he is.
    let same = |(run, kind): &(Run, EntityType)| {
        let mention = tables.mention_at(run.last()).filter(|it| it.tokens.contains(*run))?;
        let entity = tables.entity(mention)?;
        let person = entity.kind == EntityType::Person && entity.row.is_none();
        (person && *kind == EntityType::Person).then_some(mention.entity)
    };
    let same: Vec<Option<EntityId>> = names.iter().map(same).collect();
    tables.mentions.retain(|mention| !replaced(mention));
    let mut known: TextMap<EntityId> = TextMap::with_hasher(tables.spread);
    for (&(tokens, kind), same) in names.iter().zip(same) {
        let span = tables.span(tokens);
        let name = spelled(span.of(text));
        let next = EntityId::at(tables.entities.len());
        let entity = same.unwrap_or_else(|| *known.entry(key_of(&name)).or_insert(next));
        if let Some(entity) = same.and_then(|id| tables.entities.get_mut(id.index())) {
            entity.name.clone_from(&name);
        }
        if entity == next {
            tables.entities.push(new_entity(lexicon, entity, kind, name));
        }
        tables.mentions.push(Mention { span, form: Form::Name, name: None, tokens, entity });
    }
    tables.mentions.sort_by_key(|mention| mention.tokens.start);
}

/// The gender that the first word of a name tells.
pub(super) fn given_gender(lexicon: &Lexicon, name: &str) -> Gender {
    name.split(' ').next().map_or(Gender::Unknown, |word| lexicon.names.gender(key_of(word)))
}

fn new_entity(lexicon: &Lexicon, id: EntityId, kind: EntityType, name: String) -> Entity {
    let person = kind == EntityType::Person;
    let gender = if person { given_gender(lexicon, &name) } else { Gender::Unknown };
    Entity { id, kind, name, role: None, link: None, mentions: Vec::new(), gender, row: None }
}

/// Whether token `at` is a capitalised word tagged as a name.
fn named(tables: &Tables, at: usize) -> bool {
    tables
        .tokens
        .get(at)
        .is_some_and(|token| token.has(Token::CAPITAL) && token.is_word() && token.tag.is_name())
}

/// Gives each source that is a name and no mention one, "lawmaker Ann Poe", "shipbroker Merriman Hull", and each site that is
/// named by its address.
pub(super) fn adopt_sources(text: &str, lexicon: &Lexicon, tables: &mut Tables) {
    let mut found: Vec<(Run, EntityType)> = Vec::new();
    for claim in &tables.claims {
        let Some(source) = &claim.source else { continue };
        if let Some(run) = force_of(tables, source.tokens) {
            found.push((run, EntityType::Organisation));
            continue;
        }
        if let Some(run) = company_told_of(lexicon, tables, claim) {
            found.push((run, EntityType::Organisation));
        }
        let name = source_name(text, lexicon, tables, source.tokens);
        found.extend(name.filter(|(run, kind)| !is_mentioned(tables, *run, *kind)));
    }
    let addresses = tables.tokens.iter().enumerate().filter(|(_, it)| it.kind == Kind::Address);
    let told = |at: &usize| is_site(text, tables, *at) && is_told_of(tables, *at);
    let sites = addresses.map(|(at, _)| at).filter(told);
    let sites = sites.filter(|at| tables.mention_at(*at).is_none());
    found.extend(sites.map(|at| (Run::new(at, at + 1), EntityType::Organisation)));
    found.sort_unstable_by_key(|(run, _)| (run.start, run.end));
    found.dedup_by(|(next, _), (last, _)| next.overlaps(*last));
    mention(text, lexicon, tables, &found);
}

/// The name at the head of what "the company" says, if it is in no list and may be none of a person: "*Royal Delta* has shut a
/// mine, the company said".
fn company_told_of(lexicon: &Lexicon, tables: &Tables, claim: &Claim) -> Option<Run> {
    const PERSON: u32 =
        class::GIVEN | class::HONORIFIC | class::RANK | class::TITLE | class::OFFICE | class::HUMAN;
    let source = claim.source.as_ref()?.tokens;
    let company = is_firm(tables.key(source.last()));
    let content = claim.content.tokens.first()?;
    let before = content.end <= source.start;
    if !(company && before && source.len() == 2 && tables.is(source.first(), key("the"))) {
        return None;
    }
    let phrase = tables.phrase_at(content.first()).filter(|it| it.kind == PhraseKind::Noun)?;
    let run = phrase.tokens;
    let next = tables.tag(run.after());
    let acts = next.is_finite() && run.first() == content.first();
    let names = run.range().all(|at| named(tables, at));
    let person = lexicon.names.class(tables.key(run.first())) & PERSON != 0;
    // A surname may be that of who is named in full elsewhere.
    let known = tables.entity_at(run.last()).is_some_and(|it| {
        it.row.is_some() || it.kind != EntityType::Person || it.name.split(' ').count() != run.len()
    });
    (acts && names && !person && !known && run.len() <= LONGEST).then_some(run)
}

/// The police of a town or the army of a country that a source names: "Cleveland police", "the Malian army".
fn force_of(tables: &Tables, source: Run) -> Option<Run> {
    const ARMIES: [u64; 4] = keys(["army", "navy", "military", "coastguard"]);
    let phrase = tables.phrase_at(source.first())?;
    let head = phrase.head();
    let owner = head.checked_sub(1)?;
    let owner = owner - usize::from(tables.tag(owner) == Tag::POS && owner > 0);
    let place = tables.mention_at(owner)?;
    let entity = tables.entity(place)?;
    let police = tables.is(head, key("police")) && owner + 1 == head && place.form == Form::Name;
    let army = tables.is_one_of(head, &ARMIES) && entity.kind == EntityType::Place;
    let fits = match entity.kind {
        EntityType::Place => true,
        // A town that was taken for its team.
        EntityType::Organisation => entity.row.is_none() && place.tokens.len() == 1,
        _ => false,
    };
    let whole = place.tokens.start <= source.start + 1 && place.tokens.after() == owner + 1;
    let inside = source.holds(head) && place.name.is_none();
    ((police || army) && fits && whole && inside).then(|| Run::new(place.tokens.first(), head + 1))
}

/// The name in a source's first noun phrase, and of what kind of thing it is.
fn source_name(
    text: &str,
    lexicon: &Lexicon,
    tables: &Tables,
    source: Run,
) -> Option<(Run, EntityType)> {
    let phrase = tables.phrase_at(source.first())?;
    let head = phrase.head();
    if fields_of(tables, lexicon, source).is_some_and(|it| it.holds(head)) {
        return None;
    }
    if let Some(run) = after_title(lexicon, tables, phrase.tokens, source) {
        return Some((run, EntityType::Person));
    }
    let noun = phrase.kind == PhraseKind::Noun;
    if noun && let Some(run) = news_medium(tables, phrase.tokens, head) {
        return Some((run, EntityType::Organisation));
    }
    if let Some(run) = place_of(tables, head, source) {
        return Some((run, EntityType::Place));
    }
    if source.len() == 1 && is_site(text, tables, source.first()) {
        return Some((source, EntityType::Organisation));
    }
    if !noun || !source.holds(head) || !named(tables, head) {
        return None;
    }
    // "the Irishman"
    let first = phrase.tokens.first();
    let word = tables.tokens.get(head).map_or("", |token| token.span().of(text));
    let people = word.ends_with("man"); // or "woman"
    if people && head == first + 1 && tables.tag(first) == Tag::DT {
        return None;
    }
    // Most sources have their mention.
    let known = tables.entity_at(head);
    if known.is_some_and(|it| it.row.is_some() || it.kind == EntityType::Person) {
        return None;
    }
    let start = (first..=head).rev().take_while(|at| named(tables, *at)).last()?;
    // "*Chipmaker* Orvenia said"
    let opens = tables.tokens.get(start).is_some_and(|it| it.has(Token::SENTENCE));
    let trade = opens && start < head && is_trade(tables.key(start));
    let name = Run::new(start + usize::from(trade), head + 1);
    unknown_name(lexicon, tables, phrase.tokens, name, source)
}

/// What the capitalised words at the end of a noun phrase name: a person after a role, with a given name or behind "Mr", else
/// an organisation.
fn unknown_name(
    lexicon: &Lexicon,
    tables: &Tables,
    phrase: Run,
    name: Run,
    source: Run,
) -> Option<(Run, EntityType)> {
    const COMMON: u32 = class::OFFICE
        | class::HUMAN
        | class::GROUP
        | class::PAPER
        | class::DATE
        | class::TITLE
        | class::PEOPLE;
    let class = |at: usize| lexicon.names.class(tables.key(at));
    let (first, start, head) = (phrase.first(), name.first(), name.last());
    let role = start > first && class(start - 1) & (class::OFFICE | class::HUMAN) != 0;
    let given = class(start) & class::GIVEN != 0 && class(start) & class::TITLE == 0;
    let full = (2..=LONGEST).contains(&name.len());
    // "Chief *Minister*" names nobody.
    let titled = class(start) & (class::HONORIFIC | class::RANK) != 0;
    if full && titled && class(head) & class::TITLE == 0 {
        return Some((Run::new(start + 1, head + 1), EntityType::Person));
    }
    if full && (role || given) && tables.tag(first) != Tag::DT {
        return Some((name, EntityType::Person));
    }
    // "Hydrologist Ann Poe": what no list has before a given name.
    if name.len() == 3 && class(start) == 0 && class(start + 1) & class::GIVEN != 0 {
        return Some((Run::new(start + 1, head + 1), EntityType::Person));
    }
    if let Some(run) = of_what(lexicon, tables, name, source) {
        return Some((run, EntityType::Organisation));
    }
    let common = class(head) & COMMON != 0 || class(start) & class::HONORIFIC != 0;
    let organisation = name.len() <= 2 * LONGEST
        && !common
        && (name.len() > 1 || class(head) == 0 || is_name_elsewhere(tables, head));
    let organisation = organisation && !is_trade_in_letters(tables, name);
    organisation.then(|| (with_form(tables, name), EntityType::Organisation))
}

/// The name after what kind of place it is: "the town of Bergen".
fn place_of(tables: &Tables, head: usize, source: Run) -> Option<Run> {
    let kind = tables.is_one_of(head, &PLACES) && tables.is(head + 1, key("of"));
    let alone = |at: &usize| named(tables, *at) && tables.mention_at(*at).is_none();
    let name = head + 2..source.after();
    let last = name.take(LONGEST).take_while(alone).last().filter(|_| kind)?;
    Some(Run::new(head + 2, last + 1))
}

/// Whether a token is a site that is named by its address, with a capital: "Factcheck.org".
fn is_site(text: &str, tables: &Tables, at: usize) -> bool {
    tables.tokens.get(at).filter(|it| it.kind == Kind::Address).is_some_and(|it| {
        let word = it.span().of(text);
        word.starts_with(char::is_uppercase) && !word.contains(['@', '/', ':', '#'])
    })
}

/// Whether a site does or owns something, has something, or is set beside a noun: "*Factcheck.org* found", "shares in
/// *Booking.com*", "the site, *Factcheck.org*,".
fn is_told_of(tables: &Tables, site: usize) -> bool {
    const OF: [u64; 4] = keys(["of", "in", "by", "for"]);
    let comma = |at: usize| tables.kind(at) == Kind::Comma;
    let before = site.checked_sub(1);
    let acts = tables.tag(site + 1).is_finite() || tables.tag(site + 1) == Tag::POS;
    let of = before.is_some_and(|at| tables.is_one_of(at, &OF));
    acts || of || comma(site + 1) && before.is_some_and(comma)
}

/// The name before what news medium it is: "the Norda news agency", "Lokaltidende magazine".
fn news_medium(tables: &Tables, phrase: Run, head: usize) -> Option<Run> {
    const MEDIA: [u64; 8] = keys([
        "magazine", "newspaper", "television", "radio", "broadcaster", "tabloid", "website",
        "network",
    ]);
    let agency = tables.is(head, key("agency")) && tables.is(head.checked_sub(1)?, key("news"));
    let last = head.checked_sub(1 + usize::from(agency)).filter(|at| phrase.holds(*at))?;
    let alone = |at: &usize| named(tables, *at) && tables.mention_at(*at).is_none();
    let first = (phrase.first()..=last).rev().take_while(alone).last()?;
    (agency || tables.is_one_of(head, &MEDIA)).then(|| Run::new(first, last + 1))
}

/// The person's name at the end of what follows a bare title and "of" or "for": "Leader of the House Ann Poe", where it begins
/// with a given name or initials.
fn after_title(lexicon: &Lexicon, tables: &Tables, title: Run, source: Run) -> Option<Run> {
    let class = |at: usize| lexicon.names.class(tables.key(at));
    let of = title.after();
    let joins = tables.is_one_of(of, &[key("of"), key("for")]);
    if !joins || class(title.last()) & (class::OFFICE | class::HUMAN) == 0 {
        return None;
    }
    let phrase = tables.phrase_at(of + 1)?;
    let (first, head) = (phrase.tokens.first(), phrase.head());
    let initials = |at: usize| {
        tables.tokens.get(at).is_some_and(|it| {
            it.has(Token::ALL_CAPS) && it.end - it.start <= INITIALS && tables.tag(at).is_name()
        })
    };
    let begins = |at: &usize| class(*at) & class::GIVEN != 0 || initials(*at);
    let start = (first + 1..head).take(LONGEST).find(begins)?;
    let whole = source.holds(head) && (start..=head).all(|at| named(tables, at));
    whole.then(|| Run::new(start, head + 1))
}

/// The bytes of a few initials: "S.T.".
const INITIALS: u32 = 6;

/// Whether a mention stands in the run that is more than a piece of its name.
fn is_mentioned(tables: &Tables, run: Run, kind: EntityType) -> bool {
    run.range().filter_map(|at| tables.mention_at(at)).any(|mention| {
        let piece = run.contains(mention.tokens) && mention.tokens.start > run.start;
        let entity = tables.entity(mention);
        // "Leader of the House Ann Poe": a name that would begin with a role and end in a person's is none.
        let person = kind == EntityType::Person
            && mention.tokens.contains(run)
            && mention.tokens.start + 1 < run.start;
        if person && entity.is_some_and(|it| it.row.is_none()) {
            return false;
        }
        !piece || entity.is_none_or(|it| it.row.is_some() || it.kind == EntityType::Person)
    })
}

/// A name that goes on after "of" or "for": "Union of Dock and Harbour Workers".
fn of_what(lexicon: &Lexicon, tables: &Tables, run: Run, source: Run) -> Option<Run> {
    let head = lexicon.names.class(tables.key(run.last()));
    let of = run.after();
    let joins = tables.is_one_of(of, &[key("of"), key("for")]);
    if head & (class::ORG_HEAD | class::GROUP) == 0 || !joins {
        return None;
    }
    let between = |at: usize| {
        ["the", "and", "of"].iter().any(|word| tables.is(at, key(word))) && named(tables, at + 1)
    };
    let rest = (of + 1..source.after()).take_while(|at| named(tables, *at) || between(*at));
    let end = rest.last()? + 1;
    Some(Run::new(run.first(), end)).filter(|run| run.len() <= 2 * LONGEST)
}

/// How many tokens are looked through for another place of a name.
const ELSEWHERE: usize = 1000;

/// Whether a word that may have its capital from the start of a sentence is a name elsewhere: inside a sentence, or before
/// another word of a name.
fn is_name_elsewhere(tables: &Tables, at: usize) -> bool {
    let inside = |at: usize| {
        tables.tokens.get(at).is_some_and(|it| !it.has(Token::SENTENCE) && !it.has(Token::BLOCK))
    };
    let Some(word) = tables.tokens.get(at).map(|token| token.key) else { return false };
    let from = at.saturating_sub(ELSEWHERE);
    let near = tables.tokens.iter().enumerate().skip(from).take(2 * ELSEWHERE);
    let mut same = near.filter(|(_, token)| token.key == word).map(|(at, _)| at);
    inside(at) || same.any(|at| named(tables, at) && (inside(at) || named(tables, at + 1)))
}
