//! What the claims and the whole article tell of names, before anybody is resolved: names that mean the same person or
//! organisation become one entity, whatever each mention was taken for alone.

use super::adopt::{adopt_sources, complete_names, given_gender};
use super::aliases::find_aliases;
use super::families::{Family, find_families};
use super::spouses::find_spouses;
use crate::document::{Entity, EntityId, EntityType, Form, Kind, Mention, Part, Tables, Token};
use crate::entities::chunks::PARTICLES;
use crate::entities::is_noble;
use crate::key::{Spread, TextMap, chain, key, key_of, keys};
use crate::lexicon::{Gender, Lexicon, RoleKind, class};

/// Longest name of a person, in words.
pub(super) const LONGEST: usize = 5;

/// Adds the names of sources, joins entities whose names mean the same, and returns the families.
pub(crate) fn settle_names(text: &str, lexicon: &Lexicon, tables: &mut Tables) -> Vec<Family> {
    complete_names(text, lexicon, tables);
    adopt_sources(text, lexicon, tables);
    for mention in &mut tables.mentions {
        cut_at_of(&tables.tokens, &mut tables.entities, mention);
    }
    for entity in &mut tables.entities {
        take_title_off(lexicon, entity);
    }
    for mention in &tables.mentions {
        if is_after_role(lexicon, tables, mention)
            && let Some(entity) = tables.entities.get_mut(mention.entity.index())
        {
            entity.kind = EntityType::Person;
        }
    }
    take_cited_places(tables);
    let mut families = find_families(text, lexicon, tables);
    let names = Names::read(lexicon, &tables.entities);
    let mut joined = names.find_same(lexicon, tables);
    for (at, kin) in find_spouses(lexicon, tables) {
        joined[at.index()] = joined[at.index()].or(joined[kin.index()]).or(Some(kin));
    }
    join_aliases(tables, &mut joined);
    let below = find_below_headlines(tables);
    for (at, target) in joined.iter().enumerate() {
        let Some(target) = target.map(|target| target.index()) else { continue };
        let person = names.is_person.get(target).is_some_and(|is| *is);
        join(&mut tables.entities, at, target, person);
        let [own, longer] = [at, target].map(|id| &tables.entities[id]);
        if below[at] && !below[target] && is_cut_from(own, longer) {
            tables.entities[target].name = own.name.clone();
        }
    }
    let short = names.find_acronyms(text, tables);
    for mention in &mut tables.mentions {
        let long = short.binary_search_by_key(&mention.tokens.start, |(start, _)| *start);
        let long = long.ok().and_then(|at| short.get(at)).map(|(_, long)| *long);
        let id = long.unwrap_or(mention.entity);
        mention.entity = joined.get(id.index()).copied().flatten().unwrap_or(id);
        let person = |id: EntityId| {
            tables.entities.get(id.index()).is_some_and(|it| it.kind == EntityType::Person)
        };
        if long.is_some_and(person) {
            mention.form = Form::Nominal;
        }
    }
    for member in families.iter_mut().flat_map(|family| &mut family.members) {
        *member = joined.get(member.index()).copied().flatten().unwrap_or(*member);
    }
    families.iter_mut().for_each(|family| {
        family.members.sort_unstable();
        family.members.dedup();
    });
    families
}

/// Joins the entities of which the text tells another name, and with them what is joined to them.
fn join_aliases(tables: &Tables, joined: &mut [Option<EntityId>]) {
    let aliases = find_aliases(tables);
    for (own, other) in &aliases {
        let (own, other) = (last_joined(joined, *own), last_joined(joined, *other));
        if own != other {
            joined[own.index()] = Some(other);
        }
    }
    if !aliases.is_empty() {
        for id in (0..joined.len()).map(EntityId::at) {
            joined[id.index()] = Some(last_joined(joined, id)).filter(|last| *last != id);
        }
    }
}

/// The entity that this one and those that it is joined to end in; on the way each is joined to the next but one, so that long
/// ways get short.
fn last_joined(joined: &mut [Option<EntityId>], mut id: EntityId) -> EntityId {
    while let Some(next) = joined[id.index()] {
        joined[id.index()] = joined[next.index()].or(Some(next));
        id = next;
    }
    id
}

/// Makes organisations of places in no list that something is according to, and that stand nowhere as places do: "according to
/// Kystposten".
fn take_cited_places(tables: &mut Tables) {
    const WHERE: [u64; 8] = keys(["in", "at", "near", "from", "of", "outside", "into", "across"]);
    let mut cited = vec![false; tables.entities.len()];
    for claim in &tables.claims {
        let Some(source) = &claim.source else { continue };
        if let Some(mention) = tables.mention_at(source.tokens.first())
            && tables.is(claim.cue.tokens.first(), key("according"))
            && mention.tokens == source.tokens
        {
            cited[mention.entity.index()] = true;
        }
    }
    for mention in &tables.mentions {
        let first = mention.tokens.first();
        let part = || tables.sentence_at(first).map(|it| it.part);
        let place = first > 0 && tables.is_one_of(first - 1, &WHERE);
        let cited = &mut cited[mention.entity.index()];
        *cited = *cited && !place && part() != Some(Part::Dateline);
    }
    for (entity, cited) in tables.entities.iter_mut().zip(cited) {
        if cited && entity.kind == EntityType::Place && entity.row.is_none() {
            entity.kind = EntityType::Organisation;
        }
    }
}

/// Which entities stand with their full names elsewhere than in headlines.
fn find_below_headlines(tables: &Tables) -> Vec<bool> {
    let words = |entity: &Entity| entity.name.split(' ').count();
    let words: Vec<usize> = tables.entities.iter().map(words).collect();
    let mut below = vec![false; words.len()];
    for mention in &tables.mentions {
        let id = mention.entity.index();
        let full = words.get(id).is_some_and(|words| mention.tokens.len() >= *words);
        if let Some(below) = below.get_mut(id).filter(|_| full) {
            let part = tables.sentence_at(mention.tokens.first()).map(|it| it.part);
            *below |= part != Some(Part::Headline);
        }
    }
    below
}

/// Whether one person's full name ends the longer one of a headline, whose capitals may belong to no name: "Boss *Ann Poe* Quits".
fn is_cut_from(own: &Entity, headline: &Entity) -> bool {
    let rest = headline.name.strip_suffix(own.name.as_str());
    own.name.contains(' ') && rest.is_some_and(|rest| rest.ends_with(' '))
}

/// Gives what is known of the entity `at` to the one it is another name of, which is a `person` beyond doubt or not.
fn join(entities: &mut [Entity], at: usize, target: usize, person: bool) {
    let (kind, gender, role) = (entities[at].kind, entities[at].gender, entities[at].role.take());
    let sure = entities[at].row.is_some() || gender != Gender::Unknown || role.is_some();
    let entity = &mut entities[target];
    entity.role = entity.role.take().or(role);
    if entity.gender == Gender::Unknown {
        entity.gender = gender;
    }
    match kind {
        // No list has the place.
        EntityType::Person if sure || entity.kind == EntityType::Place && entity.row.is_none() => {
            entity.kind = EntityType::Person;
        }
        EntityType::Organisation if entity.row.is_none() && !person => {
            entity.kind = EntityType::Organisation;
        }
        _ => {}
    }
}

/// Where a name begins after the titles before it, in words.
fn core(lexicon: &Lexicon, words: &[&str]) -> usize {
    const BEFORE: u32 = class::HONORIFIC | class::RANK | class::TITLE | class::OFFICE;
    const NAME: u32 = class::GIVEN | class::SURNAME;
    let class_at = |at: usize| words.get(at).map_or(0, |word| lexicon.names.class(key_of(word)));
    let title = |at: &usize| {
        let (word, class) = (words[*at], class_at(*at));
        let capitals = word.bytes().all(|letter| letter.is_ascii_uppercase());
        let letters = (2..=3).contains(&word.len()) && capitals;
        // "Barbara Boxer of California" is no boxer.
        let surname = || at.checked_sub(1).is_some_and(|it| class_at(it) & class::GIVEN != 0);
        class & BEFORE != 0 && class & class::GIVEN == 0
            || class & class::HUMAN != 0 && class & NAME == 0 && !surname()
            || letters && class == 0
    };
    (0..words.len().saturating_sub(1)).rev().find(title).map_or(0, |at| at + 1)
}

/// Makes the title that stands in a person's name the person's role, and a person of what is named with a rank.
fn take_title_off(lexicon: &Lexicon, entity: &mut Entity) {
    let first = entity.name.split(' ').next().unwrap_or("");
    let ranked = || {
        let class = lexicon.names.class(key_of(first));
        class & (class::RANK | class::HONORIFIC) != 0 && first.ends_with('.')
    };
    let named = matches!(entity.kind, EntityType::Organisation | EntityType::Place);
    if entity.row.is_some()
        || !entity.name.contains(' ')
        || entity.kind != EntityType::Person && !(named && first != "St." && ranked())
    {
        return;
    }
    entity.kind = EntityType::Person;
    let words: Vec<&str> = entity.name.split(' ').take(2 * LONGEST).collect();
    let core = core(lexicon, &words);
    // "Duchess of Kelso"
    let noble = words.get(1).is_some_and(|of| is_noble(key_of(first), key_of(of)));
    if !noble && core > 0 && words.len() - core > 1 {
        let (title, name) = (words[..core].join(" "), words[core..].join(" "));
        if entity.gender == Gender::Unknown {
            entity.gender = given_gender(lexicon, &name);
        }
        entity.role.get_or_insert(title);
        entity.name = name;
    }
}

/// The words of the article's names.
struct Names {
    keys: Vec<u64>,
    /// Of each entity, where its name begins, without titles, and ends in `keys`; nothing of times and quantities.
    of: Vec<(usize, usize)>,
    /// Whether it may be a person, and whether it is one beyond doubt.
    may_be_person: Vec<bool>,
    is_person: Vec<bool>,
}

/// Words after which a name tells what a body is for.
const JOINTS: [u64; 3] = keys(["of", "on", "for"]);

/// One entity by what names it; `None` where two would do.
pub(super) type ByName = TextMap<Option<EntityId>>;

/// Entities by a part of their name: the last words of persons, the surnames by which the text calls them, the first words and
/// the last one of organisations.
struct Parts {
    ends: ByName,
    surnames: ByName,
    fronts: ByName,
    lasts: ByName,
}

impl Parts {
    fn new(spread: Spread) -> Parts {
        let [ends, surnames, fronts, lasts] = [(); 4].map(|()| ByName::with_hasher(spread));
        Parts { ends, surnames, fronts, lasts }
    }
}

/// Files an entity under a key, by which none is known if another one is there too.
pub(super) fn file(names: &mut ByName, key: u64, id: EntityId) {
    let only = names.entry(key).or_insert(Some(id));
    *only = only.filter(|other| *other == id);
}

/// The hash of words from the last one back.
fn hash(words: &[u64]) -> u64 {
    words.iter().rev().fold(0, |hash, word| chain(hash, *word))
}

impl Names {
    fn read(lexicon: &Lexicon, entities: &[Entity]) -> Names {
        let mut names = Names {
            keys: Vec::with_capacity(2 * entities.len()),
            of: Vec::with_capacity(entities.len()),
            may_be_person: Vec::with_capacity(entities.len()),
            is_person: Vec::with_capacity(entities.len()),
        };
        let mut words: Vec<&str> = Vec::new();
        for entity in entities {
            let start = names.keys.len();
            words.clear();
            // What a list calls a place is nobody's other name.
            let place = entity.kind == EntityType::Place && entity.row.is_some();
            if !place && !matches!(entity.kind, EntityType::Time | EntityType::Quantity) {
                words.extend(entity.name.split(' ').take(2 * LONGEST));
                let person = entity.kind == EntityType::Person && entity.row.is_none();
                let from = if person { core(lexicon, &words) } else { 0 };
                names.keys.extend(words[from..].iter().map(|word| key_of(word)));
            }
            names.of.push((start, names.keys.len()));
            names.classify(lexicon, entity, start);
        }
        names
    }

    /// Notes whether the entity is a person, or may be one that was taken for something else.
    fn classify(&mut self, lexicon: &Lexicon, entity: &Entity, start: usize) {
        const ORGANISATION: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD;
        let words = &self.keys[start..];
        let of = |word: &u64| lexicon.names.class(*word);
        let given = words.len() > 1 && of(&words[0]) & class::GIVEN != 0;
        // "Ger Hanratty", of which no list has a word, for a place
        let unknown = || {
            let plain =
                words.len() == 2 && words.iter().all(|word| of(word) & !class::SURNAME == 0);
            entity.kind == EntityType::Place && plain
        };
        let unlisted = entity.row.is_none()
            && matches!(entity.kind, EntityType::Organisation | EntityType::Place)
            && (given || unknown())
            && !words.iter().any(|word| of(word) & ORGANISATION != 0);
        let person = entity.kind == EntityType::Person;
        let told = given
            || entity.row.is_some()
            || entity.role.is_some()
            || entity.mentions.iter().any(|mention| mention.name.is_some());
        self.may_be_person.push(person || unlisted);
        self.is_person.push(person && told);
    }

    /// The keys of the words of an entity's name; none of a place in a list, which is nobody's other name, and of a value.
    fn words(&self, id: EntityId) -> &[u64] {
        let (start, end) = self.of.get(id.index()).copied().unwrap_or_default();
        self.keys.get(start..end).unwrap_or_default()
    }

    /// For each entity the one that it is another name of: one of the same name, a person of whose name it is the end, or
    /// an organisation of whose name it is the beginning or, after "the", the last word. Where two would do, neither does.
    fn find_same(&self, lexicon: &Lexicon, tables: &Tables) -> Vec<Option<EntityId>> {
        let entities = &tables.entities;
        let mut whole: TextMap<EntityId> = TextMap::with_hasher(tables.spread);
        let mut parts = Parts::new(tables.spread);
        let mut found: Vec<Option<EntityId>> = vec![None; entities.len()];
        for entity in entities {
            let words = self.words(entity.id);
            if words.is_empty() || entity.kind == EntityType::Other {
                continue;
            }
            if self.is_doubtful(entity) {
                let first = *whole.entry(hash(words)).or_insert(entity.id);
                if first != entity.id {
                    found[entity.id.index()] = Some(first);
                    continue;
                }
            }
            self.file_parts(tables, entity, &mut parts);
        }
        for entity in entities.iter().filter(|entity| entity.row.is_none()) {
            if found[entity.id.index()].is_none() && !self.words(entity.id).is_empty() {
                let longer = self.find_longer(lexicon, tables, entity, &parts);
                found[entity.id.index()] = longer.filter(|id| *id != entity.id);
            }
        }
        // Who is joined to one that is joined to another is that one's too: "Poe", "Poe" again and Ann Poe.
        let end = |id: EntityId| {
            let next = |id: &EntityId| found.get(id.index()).copied().flatten();
            std::iter::successors(next(&id), next).take(2 * LONGEST).last()
        };
        (0..entities.len())
            .map(EntityId::at)
            .map(|id| end(id).filter(|target| *target != id))
            .collect()
    }

    /// Whether no list has the name and nothing tells that it is a person's.
    fn is_doubtful(&self, entity: &Entity) -> bool {
        entity.row.is_none() && !self.is_person[entity.id.index()]
    }

    /// Files an entity under the parts of its name that may stand for it.
    fn file_parts(&self, tables: &Tables, entity: &Entity, parts: &mut Parts) {
        let (id, words) = (entity.id, self.words(entity.id));
        // A town is not short for its police.
        if self.is_doubtful(entity) && !entity.name.ends_with(" police") {
            (1..words.len()).for_each(|to| file(&mut parts.fronts, hash(&words[..to]), id));
        }
        if self.may_be_person[id.index()] && words.len() <= LONGEST {
            (1..words.len()).for_each(|from| file(&mut parts.ends, hash(&words[from..]), id));
        }
        if let [_, .., last] = words
            && self.is_person[id.index()]
            && entity.mentions.iter().filter(|it| is_word(tables, it, *last)).nth(1).is_some()
        {
            file(&mut parts.surnames, *last, id);
        }
        if let [_, .., last] = words
            && entity.kind == EntityType::Organisation
        {
            file(&mut parts.lasts, *last, id);
            // "the Select Committee on Ferries"
            let joint = words.iter().position(|word| JOINTS.contains(word));
            if let Some(head) = joint.and_then(|at| words.get(at.checked_sub(1)?)) {
                file(&mut parts.lasts, *head, id);
            }
        }
    }

    /// The entity whose longer name an unlisted one is short for.
    fn find_longer(
        &self,
        lexicon: &Lexicon,
        tables: &Tables,
        entity: &Entity,
        parts: &Parts,
    ) -> Option<EntityId> {
        let words = self.words(entity.id);
        let (key, doubtful) = (hash(words), self.is_doubtful(entity));
        let of = |names: &ByName, key: u64| names.get(&key).copied().flatten();
        let end = of(&parts.ends, key).filter(|it| same_gender(&tables.entities, entity, *it));
        let front = of(&parts.fronts, key);
        let front = front.filter(|_| doubtful && entity.kind != EntityType::Place);
        // "Poe" or "De Soto" alone, taken for an organisation, is Ann Poe or de Soto, if no organisation begins so.
        let surname = words
            .split_last()
            .is_some_and(|(_, before)| before.iter().all(|word| PARTICLES.holds(*word)));
        match entity.kind {
            EntityType::Person => end.or(front),
            // "Poe" of two, by which the text calls one.
            _ if surname && doubtful => {
                front.or(end).or_else(|| of(&parts.surnames, *words.last()?)).or_else(|| {
                    let last = of(&parts.lasts, *words.last()?)?;
                    is_last_word(lexicon, tables, entity).then_some(last)
                })
            }
            // "Vega Obregón" is Luis Vega Obregón.
            EntityType::Organisation if doubtful => {
                front.or_else(|| end.filter(|id| self.is_person[id.index()]))
            }
            _ => front,
        }
    }

    /// Mentions in capitals, by their first tokens, that are the initials of an organisation of the article, that stand in
    /// brackets behind one or, with "the", that are those of a person's office: "Chief Minister Ann Poe", then "the CM".
    fn find_acronyms(&self, text: &str, tables: &Tables) -> Vec<(u32, EntityId)> {
        let capitals = |mention: &&Mention| {
            let word = tables.tokens.get(mention.tokens.last());
            mention.tokens.len() == 1 && word.is_some_and(|word| word.has(Token::ALL_CAPS))
        };
        let short: Vec<&Mention> = tables.mentions.iter().filter(capitals).collect();
        if short.is_empty() {
            return Vec::new();
        }
        let (mut initials, offices) = (self.initials(tables), find_offices(text, tables));
        // "the National Federation of Port Workers (FPPN)", then "the FPPN".
        for mention in &short {
            let word = tables.tokens.get(mention.tokens.first());
            if let (Some(word), Some(long)) = (word, named_before_brackets(tables, mention)) {
                initials.insert(word.key, Some(long));
            }
        }
        let long = |mention: &&Mention| {
            let word = tables.tokens.get(mention.tokens.first())?;
            let own = tables.entity(mention)?;
            let known = |names: &ByName| names.get(&word.key).copied().flatten();
            // A list that has the letters as they stand knows better than the article.
            let listed = own.row.is_some() && own.name == word.span().of(text);
            let before = named_before_brackets(tables, mention).filter(|_| own.row.is_none());
            let holder = || known(&offices).filter(|_| is_definite(tables, mention));
            let id = before
                .or_else(holder)
                .or_else(|| known(&initials).filter(|_| !listed))
                .filter(|id| *id != mention.entity)?;
            Some((mention.tokens.start, id))
        };
        short.iter().filter_map(long).collect()
    }

    /// Organisations by the initials of their names of three words or more.
    fn initials(&self, tables: &Tables) -> ByName {
        let mut initials = ByName::with_hasher(tables.spread);
        for entity in tables.entities.iter().filter(|it| it.kind == EntityType::Organisation) {
            if self.words(entity.id).len() > 2 {
                let letters = entity.name.split(' ').filter_map(|word| word.chars().next());
                let letters: String = letters.filter(|letter| letter.is_uppercase()).collect();
                file(&mut initials, key_of(&letters), entity.id);
            }
        }
        initials
    }
}

/// Whether a mention is nothing but this word.
fn is_word(tables: &Tables, mention: &Mention, word: u64) -> bool {
    mention.tokens.len() == 1 && tables.is(mention.tokens.first(), word)
}

/// Whether what was taken for a name is a word that ends names of organisations, after "the": "The Post", "the Lakers".
fn is_last_word(lexicon: &Lexicon, tables: &Tables, entity: &Entity) -> bool {
    const LAST: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK;
    let the = |mention: &Mention| {
        let before = mention.tokens.first().checked_sub(1);
        mention.tokens.len() == 1 && before.is_some_and(|at| tables.is(at, key("the")))
    };
    let team = ["s", "men"].iter().any(|end| entity.name.ends_with(end));
    entity.kind == EntityType::Organisation
        && (team || lexicon.names.class(key_of(&entity.name)) & LAST != 0)
        && entity.mentions.iter().take(LONGEST).any(the)
}

/// Persons by the initials of the offices that stand before their names.
fn find_offices(text: &str, tables: &Tables) -> ByName {
    let mut offices = ByName::with_hasher(tables.spread);
    for mention in tables.mentions.iter().filter(|mention| mention.name.is_some()) {
        for office in initials_of_office(text, tables, mention) {
            file(&mut offices, office, mention.entity);
        }
    }
    offices
}

/// Whether "the" stands before a mention, or would if it did not stand in the headline.
fn is_definite(tables: &Tables, mention: &Mention) -> bool {
    let the = mention.tokens.first().checked_sub(1).is_some_and(|at| tables.is(at, key("the")));
    let headline = tables.sentences.first().filter(|it| it.part == Part::Headline);
    the || headline.is_some_and(|it| it.tokens.contains(mention.tokens))
}

/// The organisation whose name stands before the brackets that hold nothing but the mention: "Norvik (NVK.OL)".
fn named_before_brackets(tables: &Tables, mention: &Mention) -> Option<EntityId> {
    let open = mention.tokens.first().checked_sub(1)?;
    let closes = tables.kind(mention.tokens.after()) == Kind::Close;
    let before = tables.mention_at(open.checked_sub(1)?)?;
    let kind = tables.entity_type(before)?;
    let alone = closes && tables.kind(open) == Kind::Open;
    (alone && kind == EntityType::Organisation).then_some(before.entity)
}

/// The token that a mention's name begins at, behind its title.
pub(super) fn bare_start(tables: &Tables, mention: &Mention) -> usize {
    let name = mention.name.unwrap_or(mention.span).start;
    tables.tokens.partition_point(|token| token.start < name)
}

/// The keys of the initials of the two to four capitalised words before a person's name: "WCS" and "CS" of "Water Cabinet
/// Secretary Ann Poe".
fn initials_of_office(text: &str, tables: &Tables, mention: &Mention) -> impl Iterator<Item = u64> {
    let first = bare_start(tables, mention);
    let before = tables.tokens.get(..first).unwrap_or_default().iter().rev();
    let office = before.take_while(|it| it.has(Token::CAPITAL) && it.kind == Kind::Word).take(4);
    let letters: Vec<char> = office.filter_map(|it| it.span().of(text).chars().next()).collect();
    (2..=letters.len()).map(move |len| key_of(&letters[..len].iter().rev().collect::<String>()))
}

/// Whether the persons may be one by their genders. A name alone, without a title, tells that of its bearer only where it
/// is a given name: "Gayle" may be Desmond Gayle.
fn same_gender(entities: &[Entity], entity: &Entity, other: EntityId) -> bool {
    let Some(other) = entities.get(other.index()) else { return false };
    let titled = entity.mentions.iter().any(|mention| mention.name.is_some());
    entity.gender == other.gender
        || [entity.gender, other.gender].contains(&Gender::Unknown)
        || !titled && !entity.name.contains(' ')
}

/// Whether a name in no list, taken for an organisation or place, stands after what only a person is: "forward Ann Poe".
fn is_after_role(lexicon: &Lexicon, tables: &Tables, mention: &Mention) -> bool {
    const OTHER: u32 = class::ORG_SUFFIX | class::ORG_SUFFIX_WEAK | class::ORG_HEAD | class::GROUP;
    let class = |at: usize| lexicon.names.class(tables.key(at));
    let Some(entity) = tables.entity(mention) else { return false };
    let thing = matches!(entity.kind, EntityType::Organisation | EntityType::Place);
    if !thing || entity.row.is_some() || !(2..=LONGEST).contains(&mention.tokens.len()) {
        return false;
    }
    let before = mention.tokens.first().checked_sub(1).and_then(|at| tables.tokens.get(at));
    let role = before.filter(|it| !it.has(Token::CAPITAL));
    let role = role.and_then(|it| lexicon.names.roles.word(it.key)).is_some_and(|role| {
        let one = matches!(role.kind, RoleKind::Person | RoleKind::Expert | RoleKind::Spokes);
        one && !role.plural
    });
    let firm = before.is_some_and(|it| FIRMS.contains(&it.key));
    role && !firm && !mention.tokens.range().any(|at| class(at) & OTHER != 0)
}

/// Roles that a firm has as well as a person.
const FIRMS: [u64; 12] = keys([
    "owner", "operator", "rival", "broker", "supplier", "builder", "miner", "maker", "developer",
    "publisher", "sponsor", "partner",
]);

/// Ends a person's mention before "of the": "Ann Poe of the Harbour Trust".
fn cut_at_of(tokens: &[Token], entities: &mut [Entity], mention: &mut Mention) {
    let Some(entity) = entities.get_mut(mention.entity.index()) else { return };
    if entity.kind != EntityType::Person || entity.row.is_some() {
        return;
    }
    let of = |at: &usize| {
        let is = |at: usize, word| tokens.get(at).is_some_and(|token| token.key == word);
        is(*at, key("of")) && is(*at + 1, key("the"))
    };
    let Some(at) = mention.tokens.range().skip(1).find(of) else { return };
    let last = tokens[at - 1].end;
    if let Some((name, _)) = entity.name.split_once(" of the ") {
        entity.name = name.to_owned();
    }
    mention.tokens.end = at as u32;
    mention.span.end = last;
    mention.name = mention.name.filter(|name| name.start < last).map(|mut name| {
        name.end = name.end.min(last);
        name
    });
}
