//! Who speaks: the entities that each source and addressee means, how that was told, and the mentions found on the way.
//!
//! First the article's names are put in order ([`names`]). One [`walk`] over the article notes where every person,
//! organisation and country stands, the [`cast`], and resolves by what came before: pronouns ([`pronouns`], [`relatives`]) and
//! nouns ([`nouns`]), which take up whoever was called so ([`nominals`]) or was just spoken of ([`epithets`]), an organisation
//! ([`organisations`]), a government or campaign ([`groups`]), or several told of before ([`several`]). Then each source is cut
//! into its coordinated parts ([`phrase`]), and the head of each part decides: a name means its entity, the capital of a country
//! its government, "a spokesman for X" means X, a pronoun or noun what the walk found. "I" and "we" in a quotation mean whoever
//! is quoted, "I" outside of all who wrote the article ([`author`]). What changes is written at the end ([`mod@settle`]), with
//! how likely it is ([`certainty`]). Weak evidence resolves nothing.

mod adopt;
mod ahead;
mod aliases;
mod announced;
mod answers;
mod anonymous;
mod author;
mod cast;
mod certainty;
mod clause;
mod described;
mod epithets;
mod families;
mod features;
mod groups;
mod names;
mod nominals;
mod nouns;
mod organisations;
mod papers;
mod phrase;
mod places;
mod pronouns;
mod relatives;
mod settle;
mod several;
mod spouses;
mod titles;
#[cfg(feature = "training")]
pub(crate) mod training;
mod turns;
mod walk;
mod words;

use crate::document::{
    Claim, EntityId, EntityType, Form, Kind, Mention, Resolution, Source, Tables, Tag, Token,
};
use crate::entities::gazetteer::{Gazetteer, Way};
use crate::key::{KeyMap, key, key_of, keys};
use crate::lexicon::{Lexicon, RoleKind};
use crate::rules::TURN;
use crate::span::{Run, Span};
use anonymous::is_anonymous;
use cast::{FigureKind, is_country};
use certainty::weigh_speakers;
pub(crate) use families::Family;
use groups::{GOVERNMENT, STAFF};
use names::{ByName, file};
use nominals::find_country;
use papers::Paper;
use phrase::{Part, find_parts, organisation_at_end};
use pronouns::{Pronoun, classify_pronoun};
use settle::settle;
use titles::{fields_of, governed, is_title, named_at_end, role_before};
use walk::{Meaning, Walk, walk_article};
pub(crate) use words::SpeakerWords;

/// Everything that the stage reads.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tables: &'a Tables,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) words: &'a SpeakerWords,
    /// In the order of their entities.
    pub(crate) families: &'a [Family],
}

impl<'a> Reading<'a> {
    /// The family that a mention names.
    fn family(&self, mention: &Mention) -> Option<&'a Family> {
        let at = self.families.binary_search_by_key(&mention.entity, |it| it.entity).ok()?;
        self.families.get(at)
    }
}

/// Resolves the sources and addressees of all claims, those that would be less certain than this to none.
pub(crate) fn resolve_speakers(
    text: &str,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    words: &SpeakerWords,
    least_certainty: f32,
    tables: &mut Tables,
) {
    let families = names::settle_names(text, lexicon, tables);
    let reading = Reading { text, tables, gazetteer, lexicon, words, families: &families };
    let walk =
        walk_article(reading, &mut |_, _, candidates| pronouns::choose(&words.weights, candidates));
    let surnames = find_surnames(reading.tables);
    let bearers = announced::find_bearers(reading.tables);
    let mut resolver = Resolver {
        reading,
        walk,
        surnames,
        bearers,
        nouns: None,
        police: None,
        papers: Vec::new(),
        authors: KeyMap::default(),
        labels: None,
        initials: None,
        interviewee: None,
        examiners: None,
    };
    let claims = &reading.tables.claims;
    let mut found: Vec<[Option<Resolved>; 2]> = Vec::with_capacity(claims.len());
    for claim in claims {
        let turn = &*claim.rule == TURN;
        let source = claim.source.as_ref();
        let source = source.map(|it| if turn { resolver.turn(it) } else { resolver.source(it) });
        let addressee = claim.addressee.as_ref().map(|it| resolver.source(it));
        let sides = [source, addressee];
        resolver.note_paper(claim, sides.first().and_then(Option::as_ref));
        found.push(sides);
    }
    resolve_inside(claims, &mut found, &mut resolver);
    resolve_writer(claims, &mut found, &mut resolver);
    turns::address_turns(reading.tables, &mut found, &mut resolver);
    free_own(reading.tables, &mut found);
    turns::free_turns(reading.tables, &mut found);
    let (created, changes) = resolver.walk.finish();
    for (claim, [source, addressee]) in tables.claims.iter_mut().zip(found) {
        write(claim.source.as_mut(), source);
        write(claim.addressee.as_mut(), addressee);
    }
    settle(created, changes, tables);
    weigh_speakers(&words.certainty, least_certainty, tables);
}

/// Writes what was found into the source that it was found for.
fn write(source: Option<&mut Source>, resolved: Option<Resolved>) {
    if let (Some(source), Some(resolved)) = (source, resolved) {
        source.entities = resolved.entities;
        source.anonymous = resolved.anonymous;
        source.resolution = resolved.how;
        let told = resolved.how != Resolution::Unresolved;
        source.antecedent = resolved.antecedent.filter(|_| told);
    }
}

/// What a source means.
#[derive(Clone, Debug, Default)]
struct Resolved {
    entities: Vec<EntityId>,
    anonymous: bool,
    how: Resolution,
    antecedent: Option<Span>,
    /// "I" or "you", which the claim around it resolves.
    person: Option<Pronoun>,
}

impl Resolved {
    /// One entity.
    fn to(entity: EntityId, how: Resolution) -> Resolved {
        Resolved { entities: vec![entity], how, ..Resolved::default() }
    }
}

/// "I" and "we" inside what somebody says mean that somebody, "you" whom they address.
fn resolve_inside(claims: &[Claim], found: &mut [[Option<Resolved>; 2]], resolver: &mut Resolver) {
    // Parents may come later than what they hold; chains of quotations in quotations are short.
    for _ in 0..3 {
        for (at, claim) in claims.iter().enumerate() {
            for (side, own) in [&claim.source, &claim.addressee].into_iter().enumerate() {
                let person = found.get(at).and_then(|it| it.get(side)?.as_ref()?.person);
                let (Some(person), Some(own)) = (person, own) else { continue };
                let Some(resolved) = meant_inside(claims, found, claim, own, person) else {
                    continue;
                };
                if let [entity] = resolved.entities.as_slice() {
                    resolver.walk.changes.added.push((own.tokens, Form::Pronoun, *entity));
                }
                if let Some(slot) = found.get_mut(at).and_then(|it| it.get_mut(side)) {
                    *slot = Some(resolved);
                }
            }
        }
    }
}

/// "I" outside all that others say means who wrote the article, or the letter by the signature below it.
fn resolve_writer(claims: &[Claim], found: &mut [[Option<Resolved>; 2]], resolver: &mut Resolver) {
    let tables = resolver.reading.tables;
    let (mut writer, mut signed, mut asked) = (None, None, None);
    for (claim, sides) in claims.iter().zip(found) {
        for (own, side) in [&claim.source, &claim.addressee].into_iter().zip(sides) {
            let open = side.as_mut().filter(|it| it.person == Some(Pronoun::First));
            let Some((side, own)) = open.zip(own.as_ref()) else { continue };
            let at = own.tokens.first();
            if !author::is_writer(tables, at) {
                continue;
            }
            // Who is interviewed answers below the questions, and not who wrote them.
            let asked = asked.get_or_insert_with(|| {
                let from = turns::find_questions(tables)?;
                Some((from as usize, resolver.interviewee(from)))
            });
            if let Some((_, whom)) = asked.as_ref().filter(|(from, _)| *from < at) {
                if let [entity] = whom.entities.as_slice() {
                    resolver.walk.changes.added.push((own.tokens, Form::Pronoun, *entity));
                    *side = Resolved { how: Resolution::Pronoun, ..whom.clone() };
                }
                continue;
            }
            let signed = signed.get_or_insert_with(|| author::find_signatures(tables));
            let below = signed.partition_point(|it| it.tokens.first() < at);
            let signer = signed.get(below).copied();
            if let Some(named) =
                signer.or_else(|| *writer.get_or_insert_with(|| author::find_writer(tables)))
            {
                resolver.walk.changes.added.push((own.tokens, Form::Pronoun, named.entity));
                let antecedent = Some(named.span);
                *side = Resolved { antecedent, ..Resolved::to(named.entity, Resolution::Pronoun) };
            }
        }
    }
}

/// Resolves nothing where a source would be his own: "my brother" is not who says so, and nobody quoted calls himself "he".
fn free_own(tables: &Tables, found: &mut [[Option<Resolved>; 2]]) {
    for claim in &tables.claims {
        let Some(source) = &claim.source else { continue };
        let first = source.tokens.first();
        let (owns, alone) = (tables.tag(first) == Tag::PRPS, source.tokens.len() == 1);
        let quotes =
            |outer: &Claim| outer.content.quoted.iter().any(|quoted| quoted.contains(source.span));
        let outer = match classify_pronoun(tables.key(first)) {
            Some(Pronoun::First) if owns => quoting(&tables.claims, claim, source.span),
            Some(Pronoun::Person(_)) if !owns && alone => {
                quoting(&tables.claims, claim, source.span).filter(|outer| quotes(outer))
            }
            _ => None,
        };
        let whose = outer.and_then(|outer| found.get(outer.id.index())?.first()?.clone());
        let slot = found.get_mut(claim.id.index()).and_then(|it| it.first_mut());
        if let (Some(whose), Some(slot)) = (whose, slot) {
            let meant = slot.as_ref().map_or(&[][..], |it| it.entities.as_slice());
            if meant.iter().any(|entity| whose.entities.contains(entity)) {
                *slot = Some(Resolved::default());
            }
        }
    }
}

/// Whom "I" or "you", a source or addressee of a claim, means by the claim that quotes it.
fn meant_inside(
    claims: &[Claim],
    found: &[[Option<Resolved>; 2]],
    claim: &Claim,
    own: &Source,
    person: Pronoun,
) -> Option<Resolved> {
    let outer = quoting(claims, claim, own.span)?;
    let [source, addressee] = found.get(outer.id.index())?;
    let (whom, span) = match person {
        Pronoun::First => (source, &outer.source),
        _ => (addressee, &outer.addressee),
    };
    let whom = whom.as_ref().filter(|whom| whom.person.is_none())?;
    let unknown = whom.entities.is_empty() && !whom.anonymous;
    let how = if unknown { Resolution::Unresolved } else { Resolution::Pronoun };
    let antecedent = span.as_ref().map(|source| source.span);
    let (entities, anonymous) = (whom.entities.clone(), whom.anonymous);
    Some(Resolved { entities, anonymous, how, antecedent, person: None })
}

/// The nearest claim around `claim` that quotes the words at `span`, else its parent.
fn quoting<'c>(claims: &'c [Claim], claim: &Claim, span: Span) -> Option<&'c Claim> {
    let parent = |claim: &Claim| claims.get(claim.parent?.index());
    let quotes = |claim: &&Claim| claim.content.quoted.iter().any(|quoted| quoted.contains(span));
    let around = std::iter::successors(parent(claim), |outer| parent(outer)).take(4);
    let outer = around.into_iter().find(quotes).or_else(|| parent(claim))?;
    Some(gone_on(claims, claim, outer, span).unwrap_or(outer))
}

/// The claim inside `outer` whose quotation goes on around `span`: "“It is late,” *Poe said*, according to Kystposten. “We …”".
fn gone_on<'c>(claims: &'c [Claim], claim: &Claim, outer: &Claim, span: Span) -> Option<&'c Claim> {
    /// Claims before that are looked at.
    const NEAR: usize = 8;
    let around = outer.content.quoted.iter().find(|quoted| quoted.contains(span))?;
    let first = claim.id.index().saturating_sub(NEAR);
    let before = claims.get(first..claim.id.index())?.iter().rev();
    let mut inside = before.filter(|it| it.parent == Some(outer.id));
    inside.find(|it| {
        let out = it.source.as_ref().is_some_and(|source| {
            let quoted = outer.content.quoted.iter().any(|quoted| quoted.contains(source.span));
            !quoted && source.span.end <= around.start
        });
        out && it.content.quoted.last().is_some_and(|quoted| quoted.end <= around.start)
    })
}

struct Resolver<'a> {
    reading: Reading<'a>,
    walk: Walk<'a>,
    /// Persons by the last word of their names; `None` where two share it.
    surnames: ByName,
    /// Persons by the nouns of their roles; `None` where two have the noun.
    bearers: ByName,
    /// What the nouns of the article mean, once a headline asks.
    nouns: Option<ByName>,
    /// The only police of the article, once they speak.
    police: Option<Option<EntityId>>,
    /// Documents that spoke, in text order.
    papers: Vec<Paper>,
    /// Who made those that are sources, by their main tokens.
    authors: KeyMap<Resolved>,
    /// Who the labels of turns may mean, by the last words, once a turn asks.
    labels: Option<ByName>,
    /// Persons by their initials, once a turn asks.
    initials: Option<ByName>,
    /// Who answers as "A", once a turn asks.
    interviewee: Option<Resolved>,
    /// The lines that tell who asks from there on.
    examiners: Option<Vec<Run>>,
}

/// The persons of the article with a name of two words or more, by the last one.
fn find_surnames(tables: &Tables) -> ByName {
    let mut surnames = ByName::with_hasher(tables.spread);
    for entity in tables.entities.iter().filter(|entity| entity.kind == EntityType::Person) {
        if let Some((_, last)) = entity.name.rsplit_once(' ') {
            file(&mut surnames, key_of(last), entity.id);
        }
    }
    surnames
}

/// How many mentions of a ministry are asked for their countries.
const MINISTRIES: usize = 16;
/// Prepositions after "spokesman" that name whom he speaks for.
const FOR: [u64; 4] = keys(["for", "of", "at", "with"]);
/// Nouns for a broadcaster that are in no list of groups.
const STATIONS: [u64; 3] = keys(["radio", "television", "tv"]);
/// Nouns for a place, which its name follows: "the town of Bergen".
const PLACES: [u64; 12] = keys([
    "town", "city", "village", "state", "province", "region", "county", "island", "republic",
    "kingdom", "municipality", "nation",
]);

impl<'a> Resolver<'a> {
    /// What a source or addressee means: all that its parts mean, and how the first of them that is known was told.
    fn source(&mut self, source: &Source) -> Resolved {
        if let Some(mention) = named_at_end(self.reading, source.tokens) {
            return Resolved { how: Resolution::Title, ..self.named(mention) };
        }
        if let Some(bench) = self.bench(source.tokens) {
            return bench;
        }
        let mut whole = Resolved::default();
        let mut nameless = false;
        let Reading { tables, lexicon, .. } = self.reading;
        let fields = fields_of(tables, lexicon, source.tokens);
        let is_field = |part: &Part| fields.is_some_and(|it| it.holds(part.head));
        for part in find_parts(tables, source.tokens).into_iter().filter(|part| !is_field(part)) {
            let resolved = self.part(&part);
            self.note_author(&part, &resolved);
            nameless |= resolved.anonymous;
            for entity in resolved.entities {
                if !whole.entities.contains(&entity) {
                    whole.entities.push(entity);
                }
            }
            if whole.how == Resolution::Unresolved {
                whole.how = resolved.how;
            }
            whole.antecedent = whole.antecedent.or(resolved.antecedent);
            whole.person = whole.person.or(resolved.person);
        }
        whole.anonymous = nameless && whole.entities.is_empty();
        if whole.entities.is_empty()
            && let Some(named) = self.organisation_at_end(source.tokens)
        {
            return named;
        }
        whole
    }

    /// The judges of a bench, or its court: "a bench of *Justices Ann Poe and Carl Berg*", "a bench headed by *Justice Poe*", "a
    /// bench of the *Harlund High Court*".
    fn bench(&mut self, source: Run) -> Option<Resolved> {
        /// Words of a source that are looked through.
        const LONGEST: usize = 24;
        const JOINTS: [u64; 16] = keys([
            "of", "comprising", "consisting", "headed", "led", "by", "presided", "over", "and",
            "the", "justice", "justices", "judge", "judges", "chief", "acting",
        ]);
        let tables = self.reading.tables;
        let bench = tables.phrase_at(source.first())?.head();
        let end = source.after();
        if !tables.is(bench, key("bench")) || bench + 2 >= end {
            return None;
        }
        let mut found = Resolved { how: Resolution::Nominal, ..Resolved::default() };
        let mut at = bench + 1;
        while at < end.min(bench + LONGEST) {
            let mention = tables.mention_at(at);
            let kind = mention.and_then(|it| tables.entity_type(it));
            match (mention, kind) {
                (Some(judge), Some(EntityType::Person)) => {
                    found.entities.push(judge.entity);
                    at = judge.tokens.after();
                }
                (Some(court), Some(EntityType::Organisation)) if found.entities.is_empty() => {
                    found.entities.push(court.entity);
                    return Some(found);
                }
                _ if tables.is_one_of(at, &JOINTS) => at += 1,
                // "Justices Ann Poe, Carl Berg and Dan Moe", but not ", while hearing a plea by Dan Moe,"
                _ if tables.kind(at) == Kind::Comma
                    && (tables.mention_at(at + 1).is_some() || tables.is(at + 1, key("and"))) =>
                {
                    at += 1;
                }
                _ => break,
            }
        }
        (!found.entities.is_empty()).then_some(found)
    }

    /// The organisation whose name ends a source that begins with a noun for one: "the union that represents its crews, the
    /// Ferry Workers' Guild,".
    fn organisation_at_end(&mut self, source: Run) -> Option<Resolved> {
        let Reading { tables, words, .. } = self.reading;
        let noun = tables.phrase_at(source.first())?.head();
        let name = organisation_at_end(tables, source)?;
        let mention = tables.mention_at(name).filter(|_| noun < name)?;
        let body = words.organisations.contains_key(&tables.key(noun));
        body.then(|| Resolved { how: Resolution::Apposition, ..self.named(mention) })
    }

    /// What one of the coordinated noun phrases of a source means.
    fn part(&mut self, part: &Part) -> Resolved {
        let reading = self.reading;
        if let Some(name) = part.name {
            let named = reading.tables.mention_at(name).map(|mention| self.named(mention));
            return Resolved { how: Resolution::Apposition, ..named.unwrap_or_default() };
        }
        if let Some(mention) = self.titled(part) {
            return Resolved { how: Resolution::Title, ..self.named(mention) };
        }
        let mention =
            reading.tables.mention_at(part.head).filter(|mention| !is_title(reading, mention));
        match mention {
            Some(mention) if is_speaker(reading.tables, mention) => {
                self.ministry(part, mention).unwrap_or_else(|| self.named(mention))
            }
            _ => {
                let resolved = self.unnamed(part);
                let unknown = resolved.how == Resolution::Unresolved && !resolved.anonymous;
                self.office(part).filter(|_| unknown).unwrap_or(resolved)
            }
        }
    }

    /// The country of "the Foreign Ministry in Jerusalem" and "Cambodia's Foreign Ministry", and of "Cambodia's Health Ministry"
    /// where the article has that of another country too.
    fn ministry(&mut self, part: &Part, mention: &Mention) -> Option<Resolved> {
        let Reading { tables, gazetteer, .. } = self.reading;
        // The lists have ministries of no country in particular.
        let row = tables.entity(mention)?.row;
        let own = row
            .and_then(|row| gazetteer.row(row))
            .is_some_and(|row| row.given || row.country.is_some());
        let office = tables.is_one_of(part.head, &groups::OFFICES);
        if own || !office {
            return None;
        }
        let seat =
            part.complement.filter(|(word, _)| *word == key("in")).map(|(_, run)| run.last());
        let owner = |mention: &Mention| {
            let at = mention.tokens.first().checked_sub(2)?;
            tables.mention_at(at).filter(|_| tables.tag(at + 1) == Tag::POS)
        };
        let foreign = mention.tokens.range().take(4).any(|at| tables.is(at, key("foreign")));
        let own = owner(mention).filter(|own| {
            let all = tables.entity(mention).map_or(&[][..], |it| it.mentions.as_slice());
            let mut others = all.iter().take(MINISTRIES).filter_map(owner);
            foreign || others.any(|other| other.entity != own.entity)
        });
        let seat = seat.and_then(|seat| tables.mention_at(seat)).or(own)?;
        let country = tables.entity(seat).is_some_and(|it| is_country(gazetteer, it.row));
        (country || governed(self.reading, seat).is_some())
            .then(|| Resolved { how: Resolution::Nominal, ..self.named(seat) })
    }

    /// The person whose name ends a role of several phrases: "Minister for Housing Ann Poe".
    fn titled(&self, part: &Part) -> Option<&'a Mention> {
        let (_, beside) = part.complement?;
        let tables = self.reading.tables;
        let mention = tables.mention_at(beside.last())?;
        // "members of the Marsk *Senate*"
        let person = tables.entity_type(mention) == Some(EntityType::Person);
        let role = role_before(self.reading, mention.tokens).filter(|_| person)?;
        role.holds(part.head).then_some(mention)
    }

    /// An office that speaks as an institution, whoever holds it: "the Auditor-General".
    fn office(&mut self, part: &Part) -> Option<Resolved> {
        let tables = self.reading.tables;
        let mention = tables.mention_at(part.head)?;
        let entity = tables.entity(mention)?;
        let token = tables.tokens.get(part.head)?;
        let institution = entity.kind == EntityType::Organisation && token.has(Token::HYPHEN);
        (institution && self.meaning(part.head).is_none()).then(|| self.named(mention))
    }

    /// A name, or a place that stands for a government.
    fn named(&mut self, mention: &Mention) -> Resolved {
        let Reading { gazetteer, .. } = self.reading;
        if let Some(country) = governed(self.reading, mention)
            && let row = self.union(mention, country).unwrap_or(country)
            && let Some(entity) = self.walk.cast.entity_of_row(gazetteer, row)
        {
            self.walk.changes.moved.push((mention.tokens.start, Form::Metonym, entity));
            return Resolved::to(entity, Resolution::Metonym);
        }
        if let Some(country) = self.government(mention) {
            self.walk.changes.moved.push((mention.tokens.start, Form::Nominal, country));
            return Resolved::to(country, Resolution::Nominal);
        }
        if let Some(family) = self.reading.family(mention) {
            let (entities, how) = (family.meant(), Resolution::Name);
            return Resolved { entities, how, ..Resolved::default() };
        }
        let titled = mention.name.is_some_and(|name| name != mention.span);
        let how = match mention.form {
            Form::Nominal => Resolution::Nominal,
            _ if titled => Resolution::Title,
            _ => Resolution::Name,
        };
        Resolved::to(mention.entity, how)
    }

    /// The country of a government that is written like a name, and in no list: "the UK Government".
    fn government(&mut self, mention: &Mention) -> Option<EntityId> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let own = tables.entity(mention)?;
        let unlisted = own.kind == EntityType::Organisation && own.row.is_none();
        let named = tables.is_one_of(mention.tokens.last(), &GOVERNMENT) && unlisted;
        let country = if named { find_country(tables, gazetteer, mention.tokens) } else { None };
        self.walk.cast.entity_of_row(gazetteer, country?)
    }

    /// The row of the organisation for which the capital of a country stands too, unless the article names the country alone:
    /// "Brussels" for the European Union.
    fn union(&self, mention: &Mention, country: u32) -> Option<u32> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let words = tables.tokens.get(mention.tokens.range()).unwrap_or(&[]);
        let (first, end) = (mention.tokens.first(), mention.tokens.after());
        let mut union = None;
        gazetteer.walk(&tables.tokens, first, end, |len, names| {
            let whole = gazetteer.fitting(names, words).filter(|_| len == words.len());
            let other = |row: u32| !is_country(gazetteer, Some(row));
            let mut metonyms = whole.filter(|name| name.way == Way::Metonym && other(name.row));
            union = metonyms.next().map(|name| name.row).or(union);
        });
        let named = |row: u32| self.walk.cast.known_row(row).is_some();
        union.filter(|union| named(*union) || !named(country))
    }

    /// A pronoun or noun, or a name that the entities stage left alone.
    fn unnamed(&mut self, part: &Part) -> Resolved {
        let word = self.reading.tables.key(part.head);
        if let Some(person @ (Pronoun::First | Pronoun::Second)) = classify_pronoun(word) {
            return Resolved { person: Some(person), ..Resolved::default() };
        }
        if let Some(meaning) = self.meaning(part.head) {
            return self.known(part, meaning);
        }
        if let Some(paper) = self.paper_of(part.head) {
            return paper;
        }
        if let Some(entity) = self.surname(part).or_else(|| self.listed(part)) {
            return Resolved::to(entity, Resolution::Name);
        }
        let author = self.author(part).or_else(|| self.author_before(part));
        if let Some(found) = author.or_else(|| self.place_again(part)) {
            return found;
        }
        if let Some(entity) = self.speaks_for(part).or_else(|| self.institution(part)) {
            return Resolved::to(entity, Resolution::Nominal);
        }
        let announced = self.announced(part).or_else(|| self.told_below(part));
        announced.or_else(|| self.only_police(part)).unwrap_or_else(|| Resolved {
            anonymous: is_anonymous(self.reading, part),
            ..Resolved::default()
        })
    }

    /// A part whose head the walk found to mean somebody, who may have no name.
    fn known(&self, part: &Part, meaning: Meaning) -> Resolved {
        let meant = self.meant(meaning);
        let unknown = meant.entities.is_empty();
        if unknown
            && meant.how == Resolution::Nominal
            && let Some(announced) = self.announced(part)
        {
            return announced;
        }
        let anonymous = if meant.how == Resolution::Pronoun {
            meant.anonymous
        } else {
            let figure = self.walk.cast.figure(meaning.figure);
            let many = figure.is_some_and(|it| it.kind == FigureKind::People);
            unknown && (many && meant.anonymous || is_anonymous(self.reading, part))
        };
        Resolved { anonymous, ..meant }
    }

    /// What the walk noted of the word at a token.
    fn meaning(&self, token: usize) -> Option<Meaning> {
        let meanings = &self.walk.meanings;
        let at = meanings.binary_search_by_key(&(token as u32), |meaning| meaning.token).ok()?;
        meanings.get(at).copied()
    }

    /// What a pronoun or noun means; of somebody without a name only the antecedent is known.
    fn meant(&self, meaning: Meaning) -> Resolved {
        let cast = &self.walk.cast;
        let Some(figure) = cast.figure(meaning.figure) else { return Resolved::default() };
        let mut entities: Vec<EntityId> = figure.entity.into_iter().collect();
        let mut members = figure.members.clone();
        for _ in 0..8 {
            let Some(member) = members.pop().and_then(|member| cast.figure(member)) else { break };
            entities.extend(member.entity);
            members.extend(&member.members);
        }
        entities.sort_unstable();
        entities.dedup();
        let span = self.reading.tables.span(meaning.antecedent);
        Resolved {
            anonymous: figure.anonymous && entities.is_empty(),
            entities,
            how: meaning.how,
            antecedent: (!span.is_empty()).then_some(span),
            ..Resolved::default()
        }
    }

    /// The person whose surname the entities stage left alone at this place.
    fn surname(&mut self, part: &Part) -> Option<EntityId> {
        let entity = self.surname_at(part.head)?;
        if self.reading.tables.mention_at(part.head).is_some() {
            return None;
        }
        self.walk.changes.added.push((Run::new(part.head, part.head + 1), Form::Name, entity));
        Some(entity)
    }

    /// The organisation of a gazetteer whose name the entities stage left alone: "AP".
    fn listed(&mut self, part: &Part) -> Option<EntityId> {
        let Reading { tables, gazetteer, .. } = self.reading;
        let head = tables.tokens.get(part.head).filter(|token| token.has(Token::CAPITAL))?;
        let run = Run::new(part.head, part.head + 1);
        if !head.has(Token::ALL_CAPS) || tables.mention_at(part.head).is_some() {
            return None;
        }
        let mut row = None;
        gazetteer.walk(&tables.tokens, run.first(), run.after(), |_, names| {
            let mut listed = gazetteer.fitting(names, std::slice::from_ref(head));
            row =
                listed.find(|name| matches!(name.way, Way::Name | Way::Alias)).map(|name| name.row);
        });
        let entity = self.walk.cast.entity_of_row(gazetteer, row?)?;
        self.walk.changes.added.push((run, Form::Name, entity));
        Some(entity)
    }

    /// The organisation or country of "a spokesman for Vestfrakt", "Vestfrakt spokeswoman", "the ministry's spokesman".
    fn speaks_for(&mut self, part: &Part) -> Option<EntityId> {
        let tables = self.reading.tables;
        let head = tables.tokens.get(part.head)?.key;
        let role = self.reading.lexicon.names.roles.word(head)?;
        if role.kind != RoleKind::Spokes {
            return None;
        }
        let complement =
            part.complement.filter(|(word, _)| FOR.contains(word)).map(|(_, run)| run.last());
        let before = part.head.checked_sub(1).filter(|before| part.run.holds(*before));
        let owner =
            before.map(|at| if tables.is(at, key("'s")) { at.saturating_sub(1) } else { at });
        let whom = complement.or(owner)?;
        let government = tables.is_one_of(whom, &GOVERNMENT);
        let ruled = whom.checked_sub(1).filter(|at| government && part.run.holds(*at));
        if let Some(place) = ruled.and_then(|at| tables.mention_at(at)) {
            // "a Scottish government spokeswoman"
            let governs = tables.entity_type(place)? == EntityType::Place;
            return self.named(place).entities.first().copied().filter(|_| governs);
        }
        let Some(mention) = tables.mention_at(whom) else {
            let figure =
                self.meaning(whom).and_then(|meaning| self.walk.cast.figure(meaning.figure));
            let speaks = |kind| !matches!(kind, FigureKind::People | FigureKind::Place);
            let figure = figure.filter(|figure| speaks(figure.kind))?;
            let by = tables.mention_at(figure.naming.last());
            let seat = by.filter(|by| governed(self.reading, by).is_some());
            let entity = figure.entity;
            return seat.map_or(entity, |seat| self.named(seat).entities.first().copied());
        };
        let entity = tables.entity(mention)?;
        if governed(self.reading, mention).is_some() {
            return self.named(mention).entities.first().copied();
        }
        matches!(entity.kind, EntityType::Organisation | EntityType::Person)
            .then_some(mention.entity)
    }

    /// The kind of role that the noun at `at` is.
    fn role(&self, at: usize) -> Option<RoleKind> {
        let token = self.reading.tables.tokens.get(at)?;
        self.reading.lexicon.names.roles.word(token.key).map(|role| role.kind)
    }

    /// The person or organisation that token `at` names or means.
    fn maker(&mut self, at: usize) -> Option<Resolved> {
        let reading = self.reading;
        let tables = reading.tables;
        let mention = tables.mention_at(at).filter(|mention| !is_title(reading, mention));
        let resolved = match mention {
            Some(mention) => {
                let entity = tables.entity(mention)?;
                let who = matches!(entity.kind, EntityType::Person | EntityType::Organisation)
                    || entity.kind == EntityType::Place && entity.row.is_none();
                let speaks = who && mention.form != Form::Demonym;
                (speaks || governed(reading, mention).is_some()).then(|| self.named(mention))?
            }
            None => match self.meaning(at) {
                Some(meaning) => self.meant(meaning),
                None => match self.surname_at(at) {
                    Some(entity) => Resolved::to(entity, Resolution::Name),
                    None => self.named_before(at)?,
                },
            },
        };
        (!resolved.entities.is_empty()).then_some(resolved)
    }

    /// The person that token `at` names or means.
    fn person(&mut self, at: usize) -> Option<EntityId> {
        let entity = self.maker(at)?.entities.first().copied()?;
        let kind = self.reading.tables.entities.get(entity.index()).map(|it| it.kind);
        (kind == Some(EntityType::Person)).then_some(entity)
    }

    /// The person whose surname stands at a token: "Poe" of "the Poe team".
    fn surname_at(&self, at: usize) -> Option<EntityId> {
        let token = self.reading.tables.tokens.get(at).filter(|it| it.has(Token::CAPITAL))?;
        self.surnames.get(&token.key).copied().flatten()
    }

    /// The organisation whose name stands before the noun of what it is: "Marsk radio".
    fn named_before(&mut self, at: usize) -> Option<Resolved> {
        let Reading { tables, .. } = self.reading;
        let group = self.role(at) == Some(RoleKind::Group) || tables.is_one_of(at, &STATIONS);
        let before = at.checked_sub(1).filter(|_| group)?;
        let same = tables.phrase_of.get(before) == tables.phrase_of.get(at);
        let mention = tables.mention_at(before).filter(|it| same && it.form == Form::Name)?;
        let kind = tables.entity_type(mention)?;
        (kind == EntityType::Organisation).then(|| self.named(mention))
    }

    /// Whom an institution without a name belongs to: "her office" to her, "the government in Tallinn" to Estonia, "analysts
    /// at Vestfrakt" to Vestfrakt.
    fn institution(&mut self, part: &Part) -> Option<EntityId> {
        let Reading { tables, gazetteer, words, .. } = self.reading;
        let head = tables.tokens.get(part.head)?.key;
        let team = head == key("team") && tables.is(part.run.first(), key("the")) && {
            let before = tables.tokens.get(part.head - 1);
            before.is_some_and(|it| self.surnames.contains_key(&it.key))
        };
        let press = head == key("service") && tables.is(part.head.wrapping_sub(1), key("press"));
        let work = words.works.contains_key(&head);
        if team || press || STAFF.contains(&head) || work {
            let of =
                part.complement.filter(|(word, _)| *word == key("of") && STAFF.contains(&head));
            let whose = of.and_then(|(_, whom)| self.person(whom.last()));
            let maker = part.author.filter(|_| work).or_else(|| owner_in(tables, part));
            return whose.or_else(|| self.maker(maker?)?.entities.first().copied());
        }
        let (word, whom) = part.complement?;
        // "the administration of Governor Ann Poe"
        if word == key("of") && (groups::CAMPS.contains(&head) || head == key("administration")) {
            let whose = self.person(whom.last());
            if whose.is_some() {
                return whose;
            }
        }
        let mention = tables.mention_at(whom.last())?;
        if PLACES.contains(&head) && word == key("of") {
            return Some(mention.entity);
        }
        if GOVERNMENT.contains(&head) && [key("in"), key("of")].contains(&word) {
            let entity = tables.entity(mention)?;
            let acts = governed(self.reading, mention).is_some();
            return (acts || is_country(gazetteer, entity.row))
                .then(|| self.named(mention).entities.first().copied())?;
        }
        let expert = self.role(part.head)? == RoleKind::Expert && word == key("at");
        let entity = tables.entity(mention)?;
        let unlisted = entity.kind == EntityType::Place && entity.row.is_none();
        (expert && (entity.kind == EntityType::Organisation || unlisted)).then_some(mention.entity)
    }
}

/// Whose a noun is: the last possessor before it, else the last name, else the word before.
fn owner_in(tables: &Tables, part: &Part) -> Option<usize> {
    let before = part.run.first()..part.head;
    let owner = |at: &usize| matches!(tables.tag(*at), Tag::POS | Tag::PRPS | Tag::WPS);
    let named = |at: &usize| tables.mention_at(*at).is_some_and(|it| it.form == Form::Name);
    let mut near = before.clone().rev().take(8);
    // "a company *blog* post"
    let last = || before.clone().rev().find(|at| !tables.is(*at, key("blog")));
    let at = near.clone().find(owner).or_else(|| near.find(named)).or_else(last)?;
    Some(at - usize::from(tables.tag(at) == Tag::POS && at > 0))
}

/// Whether the mention can speak: times and quantities cannot.
fn is_speaker(tables: &Tables, mention: &Mention) -> bool {
    let kind = tables.entity_type(mention);
    mention.form != Form::Demonym
        && !matches!(kind, None | Some(EntityType::Time | EntityType::Quantity))
}
