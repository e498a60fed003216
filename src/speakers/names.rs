//! What the claims and the whole article tell of names, before anybody is resolved: names that mean the same person or
//! organisation become one entity, and the name of a source that no list knows becomes a mention.

use crate::document::{Entity, EntityType, Form, Mention, PhraseKind, Tables, Tag, Token};
use crate::lexicon::{Gender, KeyMap, Lexicon, chain, class, key, key_of};
use crate::span::Run;

/// Longest name of a person, in words.
const LONGEST: usize = 5;

/// Adds the names of sources and joins entities whose names mean the same.
pub(super) fn settle_names(text: &str, lexicon: &Lexicon, tables: &mut Tables) {
    adopt_sources(text, lexicon, tables);
    for mention in &mut tables.mentions {
        cut_at_of(&tables.tokens, &mut tables.entities, mention);
    }
    for entity in &mut tables.entities {
        take_title_off(lexicon, entity);
    }
    let joined = find_same(lexicon, &tables.entities);
    for (at, target) in joined.iter().enumerate() {
        let Some(target) = target.map(|target| target as usize) else { continue };
        let (gender, role) = (tables.entities[at].gender, tables.entities[at].role.take());
        let entity = &mut tables.entities[target];
        entity.role = entity.role.take().or(role);
        if entity.gender == Gender::Unknown {
            entity.gender = gender;
        }
        if tables.entities[at].kind == EntityType::Person {
            tables.entities[target].kind = EntityType::Person;
        }
    }
    for mention in &mut tables.mentions {
        let target = joined.get(mention.entity as usize).copied().flatten();
        mention.entity = target.unwrap_or(mention.entity);
    }
}

/// A name's words without the titles before them.
fn core<'n>(lexicon: &Lexicon, name: &'n str) -> Vec<&'n str> {
    const BEFORE: u32 = class::HONORIFIC | class::RANK | class::TITLE | class::OFFICE;
    let words: Vec<&str> = name.split_whitespace().take(2 * LONGEST).collect();
    let title = |word: &&str| {
        let initials = word.len() <= 3 && word.chars().all(|letter| letter.is_ascii_uppercase());
        let class = lexicon.names.class(key_of(word));
        class & BEFORE != 0 && class & class::GIVEN == 0 || initials && class == 0
    };
    let before = words.iter().rev().skip(1).position(title).map_or(0, |at| words.len() - 1 - at);
    words[before..].to_vec()
}

/// Makes the title that stands in a person's name the person's role.
fn take_title_off(lexicon: &Lexicon, entity: &mut Entity) {
    if entity.kind != EntityType::Person || entity.row.is_some() {
        return;
    }
    let core = core(lexicon, &entity.name);
    let titled = entity.name.len() - core.join(" ").len();
    let title = entity.name.get(..titled).map(str::trim).unwrap_or_default();
    if core.len() > 1 && !title.is_empty() {
        let (name, title) = (core.join(" "), title.to_owned());
        entity.role.get_or_insert(title);
        entity.name = name;
    }
}

/// The hash of words from the last one back.
fn hash(words: &[&str]) -> u64 {
    words.iter().rev().fold(0, |hash, word| chain(hash, key_of(word)))
}

/// For each entity the one that it is another name of: a person of whose name it is the end, or an organisation of which
/// it is the acronym. Where two would do, neither does.
fn find_same(lexicon: &Lexicon, entities: &[Entity]) -> Vec<Option<u32>> {
    let mut ends: KeyMap<Option<u32>> = KeyMap::default();
    let mut initials: KeyMap<Option<u32>> = KeyMap::default();
    let file = |map: &mut KeyMap<Option<u32>>, key: u64, id: u32| {
        map.entry(key).and_modify(|shared| *shared = None).or_insert(Some(id));
    };
    for entity in entities {
        if matches!(entity.kind, EntityType::Time | EntityType::Quantity) {
            continue;
        }
        let words = core(lexicon, &entity.name);
        if may_be_person(lexicon, entity) && words.len() <= LONGEST {
            (1..words.len()).for_each(|from| file(&mut ends, hash(&words[from..]), entity.id));
        }
        if entity.kind == EntityType::Organisation && words.len() > 2 {
            let capitals = words.iter().filter_map(|word| word.chars().next());
            let short: String = capitals.filter(|letter| letter.is_uppercase()).collect();
            file(&mut initials, key_of(&short), entity.id);
        }
    }
    let same = |entity: &Entity| {
        if entity.kind == EntityType::Person && entity.row.is_none() {
            let words = core(lexicon, &entity.name);
            let other = ends.get(&hash(&words)).copied().flatten()?;
            let other = entities.get(other as usize)?;
            let known = [entity.gender, other.gender];
            let fits = known[0] == known[1] || known.contains(&Gender::Unknown);
            return (fits && other.id != entity.id).then_some(other.id);
        }
        let unlisted = entity.row.is_none() && entity.kind == EntityType::Organisation;
        let short = unlisted && !entity.name.contains(' ');
        short.then(|| initials.get(&key_of(&entity.name)).copied().flatten())?
    };
    let found: Vec<Option<u32>> = entities.iter().map(same).collect();
    // No chains: what is joined to another joins nobody.
    let free = |id: u32| found.get(id as usize).is_some_and(Option::is_none);
    found.iter().map(|target| target.filter(|id| free(*id))).collect()
}

/// Whether the entity is a person, or may be one that was taken for something else.
fn may_be_person(lexicon: &Lexicon, entity: &Entity) -> bool {
    const ORGANISATION: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
    let words = || entity.name.split_whitespace();
    let given =
        words().next().is_some_and(|it| lexicon.names.class(key_of(it)) & class::GIVEN != 0);
    let organisation = || words().any(|it| lexicon.names.class(key_of(it)) & ORGANISATION != 0);
    match entity.kind {
        EntityType::Person => true,
        EntityType::Organisation | EntityType::Place => {
            entity.row.is_none() && given && !organisation()
        }
        _ => false,
    }
}

/// Ends a person's mention before "of the": "Ann Poe of the Harbour Trust".
fn cut_at_of(tokens: &[Token], entities: &mut [Entity], mention: &mut Mention) {
    let Some(entity) = entities.get_mut(mention.entity as usize) else { return };
    if entity.kind != EntityType::Person || entity.row.is_some() {
        return;
    }
    let of = |at: &usize| {
        let is = |at: usize, word| tokens.get(at).is_some_and(|token| token.key == word);
        is(*at, key("of")) && is(*at + 1, key("the"))
    };
    let Some(at) = mention.tokens.range().skip(1).find(of) else { return };
    let last = tokens[at - 1].end;
    if entity.name.contains(" of the ") {
        entity.name = entity.name.split(" of the ").next().unwrap_or_default().to_owned();
    }
    mention.tokens.end = at as u32;
    mention.span.end = last;
    mention.name = mention.name.filter(|name| name.start < last).map(|mut name| {
        name.end = name.end.min(last);
        name
    });
}

/// Makes a person of each source that is a name of two words or more and no mention: "lawmaker Ann Poe".
fn adopt_sources(text: &str, lexicon: &Lexicon, tables: &mut Tables) {
    let mut runs: Vec<Run> = tables
        .claims
        .iter()
        .filter_map(|claim| source_name(lexicon, tables, claim.source.as_ref()?.tokens))
        .filter(|run| !run.range().any(|at| tables.mention_at(at).is_some()))
        .collect();
    runs.sort_unstable_by_key(|run| (run.start, run.end));
    runs.dedup_by(|next, last| next.overlaps(*last));
    let mut by_name: KeyMap<u32> = KeyMap::default();
    for tokens in runs.iter().copied() {
        let span = tables.span(tokens);
        let name = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let next = tables.entities.len() as u32;
        let entity = *by_name.entry(key_of(&name)).or_insert(next);
        if entity == next {
            tables.entities.push(person(entity, name, lexicon));
        }
        tables.mentions.push(Mention { span, form: Form::Name, name: None, tokens, entity });
    }
    if !runs.is_empty() {
        tables.mentions.sort_by_key(|mention| mention.tokens.start);
    }
}

fn person(id: u32, name: String, lexicon: &Lexicon) -> Entity {
    let first = name.split(' ').next().map_or(0, |word| lexicon.names.class(key_of(word)));
    let gender = match first & (class::FEMALE | class::MALE) {
        class::FEMALE => Gender::Female,
        class::MALE => Gender::Male,
        _ => Gender::Unknown,
    };
    let kind = EntityType::Person;
    Entity { id, kind, name, role: None, link: None, mentions: Vec::new(), gender, row: None }
}

/// The capitalised words at the end of a source's first noun phrase, after a role or a given name.
fn source_name(lexicon: &Lexicon, tables: &Tables, source: Run) -> Option<Run> {
    let phrase = tables.phrases.get(*tables.phrase_of.get(source.first())? as usize)?;
    let (head, first) = (phrase.head as usize, phrase.tokens.first());
    if phrase.kind != PhraseKind::Noun || !source.holds(head) || tables.tag(first) == Tag::DT {
        return None;
    }
    let named = |at: usize| {
        let token = tables.tokens.get(at)?;
        (token.has(Token::CAPITAL) && token.is_word() && tables.tag(at).is_name()).then_some(token)
    };
    let start = (first..=head).rev().take_while(|at| named(*at).is_some()).last()?;
    let class = |at: usize| tables.tokens.get(at).map_or(0, |it| lexicon.names.class(it.key));
    let role = start > first && class(start - 1) & (class::OFFICE | class::HUMAN) != 0;
    let given = class(start) & class::GIVEN != 0 && class(start) & class::TITLE == 0;
    let run = Run::new(start, head + 1);
    ((2..=LONGEST).contains(&(run.len())) && (role || given)).then_some(run)
}
