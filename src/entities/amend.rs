//! What the rest of the article and the words beside a name say against how it was read alone.

use super::chunks::{AND, POSSESSIVE, SAID, THE};
use super::fields::is_held;
use super::gazetteer::{EXCHANGE, Gazetteer, NEWS_MEDIA, Way};
use super::link::Draft;
use super::listed_name;
use super::person::{is_childs, phrase};
use super::segment::Label;
use crate::document::{EntityType, Form, Kind, Mention, Part, Tables, Tag, Token};
use crate::key::{KeySet, TextMap, key, keys};
use crate::lexicon::{Lexicon, class};
use crate::span::Run;

/// Takes letters for another name than the listed one of a country that the article does not speak of, if it speaks of another:
/// "EFF" in an article about Durban is no American foundation. News media are read everywhere.
pub(super) fn disown_foreign(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut [Draft]) {
    const LONGEST: u32 = 4;
    let letters = |draft: &Draft| {
        let word = tables.tokens.get(draft.name.first());
        let short = word.is_some_and(|it| it.has(Token::ALL_CAPS) && it.end - it.start <= LONGEST);
        draft.kind == EntityType::Organisation && draft.name.len() == 1 && short
    };
    let country = |draft: &Draft| gazetteer.row(draft.row?).and_then(|row| row.country);
    let mut seen: Vec<u32> = drafts.iter().filter(|it| !letters(it)).filter_map(country).collect();
    seen.sort_unstable();
    seen.dedup();
    for draft in drafts.iter_mut().filter(|draft| letters(draft)) {
        let row = draft.row.and_then(|row| gazetteer.row(row));
        let built_in = row.is_some_and(|row| !row.given && !NEWS_MEDIA.contains(&row.class));
        let foreign = country(draft);
        let foreign =
            foreign.is_some_and(|own| !seen.is_empty() && seen.binary_search(&own).is_err());
        if built_in && foreign {
            draft.row = None;
        }
    }
}

/// Drops what was taken for names of others in brackets that tell what letters stand for a firm at an exchange: "(LSE: MRSK)" is no
/// School of Economics. The exchange itself, where it is listed as one, stays.
pub(super) fn drop_tickers(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut Vec<Draft>) {
    drafts.retain(|draft| {
        let row = draft.row.and_then(|row| gazetteer.row(row));
        let exchange = row.is_some_and(|row| row.given || row.class == EXCHANGE);
        exchange || draft.value.is_some() || !tables.in_ticker(draft.run.first())
    });
}

/// Drops what was taken for a name behind a party's letter: "Rep. Ann Poe, *R-Marsk*, said".
pub(super) fn drop_parties(text: &str, tables: &Tables, drafts: &mut Vec<Draft>) {
    let party = |at: usize| {
        let word = tables.tokens.get(at).filter(|it| it.has(Token::HYPHEN));
        let mut letters = word.map_or("", |it| it.span().of(text)).chars();
        let behind = at.checked_sub(1).map_or(Kind::Stop, |before| tables.kind(before));
        matches!(behind, Kind::Comma | Kind::Open)
            && matches!(letters.next(), Some('R' | 'D' | 'I'))
            && letters.next() == Some('-')
            && letters.next().is_some_and(char::is_uppercase)
    };
    drafts.retain(|draft| draft.row.is_some() || !party(draft.run.first()));
}

/// Drops nouns for firms that releases and filings write with a capital, "*the Company* expects", unless a name ends in the word: who
/// that is tells the article, as it does of "the company".
pub(super) fn drop_nouns(tables: &Tables, drafts: &mut Vec<Draft>) {
    const NOUNS: [u64; 6] =
        keys(["company", "group", "corporation", "partnership", "firm", "board"]);
    let noun = |draft: &Draft| {
        let (first, last) = (draft.run.first(), tables.key(draft.run.last()));
        let the = first.checked_sub(1).is_some_and(|at| tables.is(at, THE));
        let alone = draft.run.len() == 1 && the || draft.run.len() == 2 && tables.is(first, THE);
        (alone && draft.row.is_none() && NOUNS.contains(&last)).then_some(last)
    };
    if !drafts.iter().any(|draft| noun(draft).is_some()) {
        return;
    }
    let name = |draft: &&Draft| draft.run.len() > 1 && noun(draft).is_none();
    let ends: Vec<u64> = drafts.iter().filter(name).map(|it| tables.key(it.run.last())).collect();
    // As few as the nouns, however many names there are.
    let named: Vec<u64> = NOUNS.into_iter().filter(|noun| ends.contains(noun)).collect();
    drafts.retain(|draft| noun(draft).is_none_or(|noun| named.contains(&noun)));
}

/// Takes a lone place for the person whose surname it is: where "who" follows, "Paris, who …", and after the full name, as long as
/// the word never stood for the place before: "Barbara Jordan … *Jordan* said", "Jordan Poe … *Jordan* said", but not "Israel said …
/// Steve Israel … *Israel* said".
/// So too the short name of a listed firm that the article never has in full: "Michael Bloomberg … *Bloomberg* said".
pub(super) fn own_up_persons(
    tables: &Tables,
    gazetteer: &Gazetteer,
    lexicon: &Lexicon,
    drafts: &mut [Draft],
) {
    let lone = |draft: &Draft| {
        draft.run.len() == 1
            && (draft.kind == EntityType::Place || is_short_for_firm(gazetteer, draft))
    };
    if !drafts.iter().any(lone) {
        return;
    }
    let last = |draft: &Draft| tables.key(draft.name.last());
    let full = |draft: &Draft| draft.kind == EntityType::Person && draft.name.len() > 1;
    let persons = drafts.iter().enumerate().rev().filter(|(_, it)| full(it));
    let given = |word: &u64| lexicon.names.class(*word) & class::GIVEN != 0;
    let mut parts = TextMap::with_hasher(tables.spread);
    let words = persons.flat_map(|(at, it)| {
        let first = Some(tables.key(it.name.first())).filter(given);
        first.into_iter().chain([last(it)]).map(move |word| (word, at))
    });
    parts.extend(words);
    let firms = drafts.iter().filter(|it| it.run.len() > 1 && is_short_for_firm(gazetteer, it));
    let mut firms: Vec<u32> = firms.filter_map(|draft| draft.row).collect();
    firms.sort_unstable();
    firms.dedup();
    let mut others: TextMap<()> = TextMap::with_hasher(tables.spread);
    for (at, draft) in drafts.iter_mut().enumerate().filter(|(_, draft)| lone(draft)) {
        let Some(named) = parts.get(&last(draft)) else { continue };
        let end = draft.run.after();
        let who = tables.kind(end) == Kind::Comma && tables.is(end + 1, key("who"));
        let other = match draft.kind {
            EntityType::Place => is_where(tables, draft.run),
            _ => {
                let named = draft.row.is_some_and(|row| firms.binary_search(&row).is_ok());
                named || is_told(tables, draft.run)
            }
        };
        let before = *named < at && !others.contains_key(&last(draft)) && !other;
        if who || before {
            *draft = Draft::new(EntityType::Person, Form::Name, draft.run);
        } else if !in_dateline(tables, draft.run) {
            others.insert(last(draft), ());
        }
    }
}

/// Joins what stands before and behind a nickname in quotation marks, of which no word need be known: "Hermo “Ingko” Mandal".
pub(super) fn join_nicknames(tables: &Tables, lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    /// Words of a nickname, and of the name behind it.
    const LONGEST: usize = 3;
    const NO_SURNAME: u32 = class::OFFICE | class::HUMAN | class::TITLE | class::DATE;
    let capital = |at: usize| {
        let word = tables.tokens.get(at).filter(|it| it.is_word() && it.has(Token::CAPITAL));
        word.is_some_and(|it| it.has(Token::SPACE) && !it.has(Token::SENTENCE | Token::BLOCK))
    };
    let mark = |at: usize| matches!(tables.kind(at), Kind::Double | Kind::Single);
    let joined = |draft: &Draft| {
        let open = draft.run.after();
        let own = draft.kind == EntityType::Person || draft.row.is_none() && draft.run.len() < 3;
        let space = tables.tokens.get(open).is_some_and(|it| it.has(Token::SPACE));
        let close = (open + 2..=open + 1 + LONGEST).find(|at| mark(*at));
        let close = close.filter(|_| own && space && mark(open))?;
        let nick = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
        let names = (close + 1..).take(LONGEST).take_while(|at| capital(*at));
        let end = names.last()? + 1;
        let surname = lexicon.names.class(tables.key(end - 1)) & NO_SURNAME == 0;
        let nickname = (open + 1..close).all(|at| nick(at) || tables.is(at, THE));
        let named = tables.tag(draft.run.first()).is_noun() && tables.tag(end - 1).is_name();
        (nickname && surname && named).then_some(end)
    };
    let mut found: Vec<Run> = Vec::new();
    for draft in drafts.iter_mut() {
        let Some(end) = joined(draft) else { continue };
        found.push(Run::new(draft.run.after(), end));
        draft.kind = EntityType::Person;
        (draft.run.end, draft.name.end) = (end as u32, end as u32);
    }
    found.sort_unstable_by_key(|run| run.start);
    drafts.retain(|draft| !is_held(&found, draft.run));
}

/// Takes for a person who was read as a body the first words of a person's name, by which many are called: "Birta Líf
/// Kristinsdóttir … *Birta Líf*", "Park Sung-hyun … *Park*". Of one word the next has to tell whose child it is, or to be two
/// joined by a hyphen, as in no other names than those that begin with the surname.
pub(super) fn own_first_names(text: &str, tables: &Tables, drafts: &mut [Draft]) {
    let words = |run: Run| tables.tokens.get(run.range()).unwrap_or_default();
    let mut fronts: TextMap<()> = TextMap::with_hasher(tables.spread);
    for draft in drafts.iter().filter(|it| it.kind == EntityType::Person) {
        let [first, rest @ ..] = words(draft.name) else { continue };
        let [second, ..] = rest else { continue };
        let hyphen = second.has(Token::HYPHEN) && !first.has(Token::HYPHEN) && rest.len() == 1;
        if hyphen || rest.last().is_some_and(|it| is_childs(it.span().of(text))) {
            fronts.insert(phrase(std::slice::from_ref(first)), ());
        }
        if rest.len() > 1 {
            fronts.insert(phrase(&[*first, *second]), ());
        }
    }
    for draft in drafts.iter_mut() {
        let body = draft.kind == EntityType::Organisation && draft.row.is_none();
        let short = body && draft.run.len() <= 2 && draft.run.len() == draft.name.len();
        if short && fronts.contains_key(&phrase(words(draft.run))) && !is_where(tables, draft.run) {
            *draft = Draft::new(EntityType::Person, Form::Name, draft.run);
        }
    }
}

/// Whether a name is that of a listed organisation whose own name has more words: "Bloomberg" for Bloomberg News.
fn is_short_for_firm(gazetteer: &Gazetteer, draft: &Draft) -> bool {
    let row = draft.row.and_then(|row| gazetteer.row(row));
    draft.kind == EntityType::Organisation
        && row.is_some_and(|row| !row.given && row.name.contains(' '))
}

/// Whether a name is that of somebody whom others speak to, as they do to news media: "told Bloomberg", "according to Bloomberg".
fn is_told(tables: &Tables, name: Run) -> bool {
    const TOLD: [u64; 5] = keys(["told", "tells", "telling", "tell", "by"]);
    let Some(before) = name.first().checked_sub(1) else { return false };
    let according = before > 0 && tables.is(before - 1, key("according"));
    tables.is_one_of(before, &TOLD) || tables.is(before, key("to")) && according
}

/// Whether a name follows a word for where something is: "in Jordan".
fn is_where(tables: &Tables, name: Run) -> bool {
    const WHERE: [u64; 9] =
        keys(["in", "from", "near", "across", "outside", "inside", "into", "around", "throughout"]);
    let Some(before) = name.first().checked_sub(1) else { return false };
    let according = before > 0 && tables.is(before - 1, key("according"));
    tables.is_one_of(before, &WHERE) || tables.is(before, key("to")) && !according
}

/// Whether a name stands in a dateline.
fn in_dateline(tables: &Tables, name: Run) -> bool {
    let sentence = tables.sentence_at(name.first());
    sentence.is_some_and(|it| it.part == Part::Dateline)
}

/// The last words of the names of persons that the article names in full.
fn surnames(tables: &Tables, drafts: &[Draft]) -> TextMap<()> {
    let full = drafts.iter().filter(|it| it.kind == EntityType::Person && it.name.len() > 1);
    let last = full.filter_map(|draft| tables.tokens.get(draft.name.last()));
    let mut surnames = TextMap::with_hasher(tables.spread);
    surnames.extend(last.map(|word| (word.key, ())));
    surnames
}

/// Takes off a headline's name what only stands beside it there, where the body names who is left and nobody so: the last word
/// that has the "s" of a verb, "*Poe Meets* With Experts", and the first that no person is given, "*Crooked Ann Poe*, Says Berg".
pub(super) fn cut_headlines(text: &str, tables: &Tables, lexicon: &Lexicon, drafts: &mut [Draft]) {
    let words = |run: Run| tables.tokens.get(run.range()).unwrap_or_default();
    let verb = |word: &Token| {
        let end = word.span().of(text);
        end.len() > 3 && end.ends_with('s') && lexicon.names.class(word.key) == 0
    };
    let strange = |draft: &Draft, word: &Token| {
        let given = lexicon.names.class(word.key) & class::GIVEN != 0;
        draft.kind == EntityType::Person && !given && !word.has(Token::ABBREVIATION)
    };
    let fits = |draft: &Draft| {
        let named = matches!(draft.kind, EntityType::Person | EntityType::Organisation);
        let own = words(draft.name);
        let beside =
            own.last().is_some_and(verb) || own.first().is_some_and(|it| strange(draft, it));
        named && own.len() > 1 && beside && draft.row.is_none() && in_headline(tables, draft.name)
    };
    if !drafts.iter().any(fits) {
        return;
    }
    let (body, full) = named_in_body(tables, drafts);
    for draft in drafts.iter_mut().filter(|it| fits(it)) {
        let whole = words(draft.name);
        let ([stem @ .., last], [first, rest @ ..]) = (whole, whole) else { continue };
        if body.contains_key(&phrase(whole)) {
            continue;
        }
        let known = |words| body.get(&phrase(words)).copied();
        let before = known(stem).filter(|_| verb(last));
        let behind = known(rest).filter(|_| strange(draft, first) && full.contains_key(&last.key));
        let Run { start, end } = draft.name;
        if let Some(kind) = before {
            *draft = Draft::new(kind, Form::Name, Run { end: end - 1, ..draft.run });
        } else if behind == Some(EntityType::Person) {
            *draft = Draft::new(draft.kind, Form::Name, Run { start: start + 1, end });
        }
    }
}

/// What the body names, by the words and of persons by the surname too, and the surnames of those whom it names in full.
fn named_in_body(tables: &Tables, drafts: &[Draft]) -> (TextMap<EntityType>, TextMap<()>) {
    let mut body: TextMap<EntityType> = TextMap::with_hasher(tables.spread);
    let mut full: TextMap<()> = TextMap::with_hasher(tables.spread);
    for draft in drafts.iter().filter(|it| !in_headline(tables, it.name)) {
        let own = tables.tokens.get(draft.name.range()).unwrap_or_default();
        body.insert(phrase(own), draft.kind);
        if let (EntityType::Person, Some(surname)) = (draft.kind, own.last()) {
            body.entry(surname.key).or_insert(draft.kind);
            full.extend((own.len() > 1).then_some((surname.key, ())));
        }
    }
    (body, full)
}

/// Whether a name stands in a headline or in the article's first sentence.
fn in_headline(tables: &Tables, name: Run) -> bool {
    let sentence = tables.sentence_at(name.first());
    sentence.is_some_and(|it| it.part == Part::Headline || it.tokens.start == 0)
}

/// Gives the first of two persons the surname that they share, "brothers John and Brian Meza", if he is first named there. What
/// may be a surname itself, as in "David and Charles Koch", must stand nowhere else.
pub(super) fn share_surnames(tables: &Tables, lexicon: &Lexicon, drafts: &mut [Draft]) {
    let word = |at: usize| tables.tokens.get(at).map_or(0, |word| word.key);
    let pairs = drafts.windows(2).enumerate();
    let found = pairs.filter_map(|(at, pair)| Some((at, shared(tables, lexicon, pair)?)));
    let mut found = found.collect::<Vec<_>>().into_iter().peekable();
    if found.peek().is_none() {
        return;
    }
    let mut ends: TextMap<u32> = TextMap::with_hasher(tables.spread);
    for draft in drafts.iter() {
        *ends.entry(word(draft.name.last())).or_default() += 1;
    }
    let mut seen: TextMap<()> = TextMap::with_hasher(tables.spread);
    for (at, draft) in drafts.iter_mut().enumerate() {
        let Some((next, _)) = found.peek() else { return };
        let surname = if *next == at { found.next() } else { None };
        let first = word(draft.name.first());
        let new = seen.insert(first, ()).is_none();
        let surely =
            lexicon.names.class(first) & class::SURNAME == 0 || ends.get(&first) == Some(&1);
        draft.shared = surname.map(|(_, surname)| surname).filter(|_| new && surely);
    }
}

/// The surname of the second of two persons, if it may be that of the first too.
fn shared(tables: &Tables, lexicon: &Lexicon, pair: &[Draft]) -> Option<Run> {
    const WHERE: [u64; 4] = keys(["of", "in", "from", "at"]);
    const NAME: u32 = class::GIVEN | class::FEMALE | class::MALE | class::SURNAME;
    let [draft, next] = pair else { return None };
    let (first, end) = (draft.name.first(), draft.name.after());
    let persons = pair.iter().all(|it| it.kind == EntityType::Person);
    let and = tables.is(end, key("and")) && next.run.first() == end + 1;
    // "the mayor of Ashton and Ann Poe"
    let before = first.checked_sub(1).and_then(|at| tables.tokens.get(at));
    let apart = before.is_none_or(|word| !WHERE.contains(&word.key));
    let short = draft.name.len() == 1 && draft.row.is_none();
    let class = tables.tokens.get(first).map_or(0, |word| lexicon.names.class(word.key));
    let given = class & !NAME == 0 && class & (class::GIVEN | class::SURNAME) != class::SURNAME;
    let long = next.name.len() > 1 && next.run.start == next.name.start;
    let both = persons && and && apart && short && given && long;
    both.then(|| Run::new(next.name.last(), next.name.after()))
}

/// Finds the persons whom the article names in full where their surnames stand alone inside a sentence and were not read as
/// names: "rivals of *Trellis* and *Marsh*".
pub(super) fn name_surnames(tables: &Tables, drafts: &mut Vec<Draft>) {
    let names = surnames(tables, drafts);
    if names.is_empty() {
        return;
    }
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let mut named: Vec<Run> = drafts.iter().map(|draft| draft.run).collect();
    named.sort_unstable_by_key(|run| run.start);
    let mut named = named.into_iter().peekable();
    for (at, word) in tables.tokens.iter().enumerate().skip(1) {
        // "*Said* also said"
        let said = word.key == SAID && is_verb(tables, at + 1);
        let name = word.has(Token::CAPITAL) && (word.tag.is_name() || said);
        if !name || capital(at - 1) || capital(at + 1) || !names.contains_key(&word.key) {
            continue;
        }
        while named.next_if(|run| run.after() <= at).is_some() {}
        let inside = named.peek().is_some_and(|run| run.holds(at));
        let run = Run::new(at, at + 1);
        if !inside && is_in_body(tables, run) {
            drafts.push(Draft::new(EntityType::Person, Form::Name, run));
        }
    }
}

/// Whether a verb stands at a token, or behind an adverb there.
fn is_verb(tables: &Tables, at: usize) -> bool {
    tables.tag(at + usize::from(tables.tag(at).is_adverb())).is_finite()
}

/// Takes the words whose initials follow in brackets for an organisation's name, wherever the article has them: "the Jan Kalyan
/// Dal (JKD)", which may be read as a person, "the Ports and Ferries Commission (PFC)", as two names. Longer names and listed
/// ones stay.
pub(super) fn name_initialled(text: &str, tables: &Tables, drafts: &mut Vec<Draft>) {
    let ends = tables.tokens.iter().enumerate().filter(|(_, it)| it.kind == Kind::Open);
    let bodies: Vec<Run> = ends.filter_map(|(open, _)| initialled(text, tables, open)).collect();
    if bodies.is_empty() {
        return;
    }
    let words = |run: Run| tables.tokens.get(run.range()).unwrap_or_default();
    let mut known: TextMap<Vec<&[Token]>> = TextMap::with_hasher(tables.spread);
    for body in bodies.into_iter().map(words) {
        let like = known.entry(body.first().map_or(0, |it| it.key)).or_default();
        if like.len() < ALIKE && !like.iter().any(|it| same_words(it, body)) {
            like.push(body);
        }
    }
    let mut found: Vec<Run> = Vec::new();
    for (at, word) in tables.tokens.iter().enumerate().filter(|(_, it)| it.has(Token::CAPITAL)) {
        let rest = tables.tokens.get(at..).unwrap_or_default();
        let like = known.get(&word.key).map_or(&[][..], Vec::as_slice);
        let body =
            like.iter().find(|it| rest.get(..it.len()).is_some_and(|own| same_words(own, it)));
        let after = found.last().is_none_or(|last| last.after() <= at);
        if let Some(body) = body.filter(|_| after) {
            found.push(Run::new(at, at + body.len()));
        }
    }
    let found = without_others(found, drafts);
    drafts.retain(|draft| {
        !ending_after(&found, draft.run).next().is_some_and(|it| it.contains(draft.run))
    });
    let body = |run: Run| Draft::new(EntityType::Organisation, Form::Name, run);
    drafts.extend(found.into_iter().map(body));
}

/// Those of the runs, in text order, of which no other name than an unlisted one inside them has a word.
fn without_others(found: Vec<Run>, drafts: &[Draft]) -> Vec<Run> {
    let mut other: Vec<Run> = Vec::new();
    for draft in drafts {
        let overlapping = ending_after(&found, draft.run).take_while(|it| it.start < draft.run.end);
        other.extend(overlapping.filter(|it| draft.row.is_some() || !it.contains(draft.run)));
    }
    other.sort_unstable_by_key(|run| run.start);
    found
        .into_iter()
        .filter(|run| other.binary_search_by_key(&run.start, |it| it.start).is_err())
        .collect()
}

/// Those of the runs, in text order, that end after another begins.
fn ending_after(runs: &[Run], other: Run) -> impl Iterator<Item = &Run> {
    let first = runs.partition_point(|it| it.end <= other.start);
    runs.get(first..).unwrap_or_default().iter()
}

/// How many names with initials that begin with the same word are told apart.
const ALIKE: usize = 4;

fn same_words(a: &[Token], b: &[Token]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key)
}

/// The three words or more, small ones between them, whose initials stand in the brackets that open at a token.
fn initialled(text: &str, tables: &Tables, open: usize) -> Option<Run> {
    /// Words between which the small ones are not counted.
    const LONGEST: usize = 12;
    let short = tables.tokens.get(open + 1).filter(|word| word.has(Token::ALL_CAPS))?;
    let mut letters = short.span().of(text).bytes().rev().peekable();
    if tables.kind(open + 2) != Kind::Close || letters.len() < 3 {
        return None;
    }
    for at in (open.saturating_sub(LONGEST)..open).rev() {
        let word = tables.tokens.get(at)?;
        // "Workers' Alliance"
        if word.tag == Tag::POS {
            continue;
        }
        let first = word.span().of(text).bytes().next().filter(|_| word.kind == Kind::Word)?;
        if word.has(Token::CAPITAL) {
            letters.next().filter(|letter| *letter == first)?;
        }
        if letters.peek().is_none() {
            return Some(Run::new(at, open));
        }
        if word.has(Token::SENTENCE) {
            return None;
        }
    }
    None
}

/// The one word in brackets behind a name.
fn letters_behind(tables: &Tables, name: Run) -> Option<Run> {
    let at = name.after() + 1;
    let brackets = [at - 1, at + 1].map(|at| tables.kind(at)) == [Kind::Open, Kind::Close];
    brackets.then(|| Run::new(at, at + 1))
}

/// Takes letters in brackets behind an organisation's name, "the Port Workers' Federation (FPPN)", for its name too, wherever
/// the article has them.
pub(super) fn name_letters(tables: &Tables, drafts: &mut Vec<Draft>) {
    let letters = |draft: &Draft| {
        let at = letters_behind(tables, draft.run)?.first();
        let word = tables.tokens.get(at).filter(|word| word.has(Token::ALL_CAPS))?;
        let long = draft.kind == EntityType::Organisation && draft.run.len() > 1;
        long.then_some((word.key, ()))
    };
    let mut known: TextMap<()> = TextMap::with_hasher(tables.spread);
    known.extend(drafts.iter().filter_map(letters));
    if known.is_empty() {
        return;
    }
    let mut named: Vec<Run> = drafts.iter().map(|draft| draft.run).collect();
    named.sort_unstable_by_key(|run| run.start);
    let mut named = named.into_iter().peekable();
    for (at, word) in tables.tokens.iter().enumerate() {
        while named.next_if(|run| run.after() <= at).is_some() {}
        let inside = named.peek().is_some_and(|run| run.holds(at));
        if !inside && word.has(Token::ALL_CAPS) && known.contains_key(&word.key) {
            let run = Run::new(at, at + 1);
            drafts.push(Draft::new(EntityType::Organisation, Form::Name, run));
        }
    }
}

/// Gives one-word names of organisations the article that belongs to them, as its capital inside a sentence tells, "told The
/// Advocate", and finds them where a sentence begins so: "The Advocate said". Where nothing but a list tells, "The Hill
/// reported", it tells who is meant.
pub(super) fn name_with_the(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut Vec<Draft>) {
    if !drafts.iter().any(|draft| follows_the(tables, draft)) {
        return;
    }
    let names = surnames(tables, drafts);
    let word = |at: usize| tables.tokens.get(at).map_or(0, |word| word.key);
    let mut known: TextMap<Option<u32>> = TextMap::with_hasher(tables.spread);
    for draft in drafts.iter_mut().filter(|draft| follows_the(tables, draft)) {
        let listed = listed_name(tables, gazetteer, with_the(draft.name), Label::Organisation);
        let row = listed.filter(|name| name.way == Way::Name).map(|name| name.row);
        let key = word(draft.name.first());
        let organisation = draft.kind == EntityType::Organisation && draft.row.is_none();
        if organisation && is_inside(tables, draft.name.first() - 1) {
            known.insert(key, row);
        } else if draft.row.is_none()
            && row.is_some()
            && draft.kind != EntityType::Place
            && !names.contains_key(&key)
        {
            *draft = Draft { row, ..Draft::new(EntityType::Organisation, Form::Name, draft.run) };
        }
    }
    if known.is_empty() {
        return;
    }
    let named = |draft: &Draft| known.contains_key(&word(draft.name.first()));
    drafts.retain(|draft| !(follows_the(tables, draft) && named(draft)));
    for (at, word) in tables.tokens.iter().enumerate().skip(1) {
        let next = tables.tokens.get(at + 1).filter(|next| next.has(Token::CAPITAL));
        // "The Guardian Council" is another.
        let whole = next.is_none_or(|next| next.has(Token::SENTENCE | Token::BLOCK));
        let Some(row) = known.get(&word.key).filter(|_| word.has(Token::CAPITAL) && whole) else {
            continue;
        };
        if is_capital_the(tables, at - 1) {
            let draft = Draft::new(EntityType::Organisation, Form::Name, Run::new(at - 1, at + 1));
            drafts.push(Draft { row: *row, ..draft });
        }
    }
}

/// Gives papers of several words the "The" that a capital inside a sentence makes part of their name: "told *The Straits Times*".
pub(super) fn take_in_the(tables: &mut Tables) {
    for at in 0..tables.mentions.len() {
        let Mention { tokens, name, .. } = tables.mentions[at];
        let paper = tokens.len() > 1 && name.is_none() && PAPERS.holds(tables.key(tokens.last()));
        let the = tokens.first().wrapping_sub(1);
        let kind = tables.entity_type(&tables.mentions[at]);
        let free = at == 0 || tables.mentions[at - 1].tokens.after() <= the;
        if paper
            && free
            && kind == Some(EntityType::Organisation)
            && is_capital_the(tables, the)
            && is_inside(tables, the)
        {
            let run = with_the(tokens);
            let span = tables.span(run);
            let mention = &mut tables.mentions[at];
            (mention.tokens, mention.span) = (run, span);
        }
    }
}

/// The last words of papers' names.
#[rustfmt::skip]
const PAPERS: KeySet<33> = KeySet::new([
    "times", "post", "tribune", "courier", "mail", "herald", "gazette", "journal", "telegraph", "guardian", "observer", "chronicle",
    "star", "sun", "standard", "citizen", "independent", "examiner", "express", "news", "review", "mirror", "record",
    "dispatch", "inquirer", "enquirer", "mercury", "monitor", "register", "sentinel", "bee", "today", "reporter",
]);

/// Whether a name of one word stands after "The" with a capital.
fn follows_the(tables: &Tables, draft: &Draft) -> bool {
    let at = draft.name.first();
    draft.run.len() == 1 && at > 0 && is_capital_the(tables, at - 1)
}

fn is_capital_the(tables: &Tables, at: usize) -> bool {
    tables.tokens.get(at).is_some_and(|the| the.key == THE && the.has(Token::CAPITAL))
}

fn with_the(name: Run) -> Run {
    Run { start: name.start.saturating_sub(1), ..name }
}

/// Whether the capital of a word can be no sentence's: words before it, in the article's body.
fn is_inside(tables: &Tables, at: usize) -> bool {
    let begins = tables.tokens.get(at).is_none_or(|it| it.has(Token::SENTENCE | Token::BLOCK));
    let before = at.checked_sub(1).map(|before| tables.kind(before));
    !begins && before == Some(Kind::Word) && is_in_body(tables, Run::new(at, at + 1))
}

/// Gives names that end in "'s" by themselves, as a list knows, their end: "McDonald's said". Where the article has the name
/// without it too, or a person in full who is so called, it is a possessor's: "Lowe's lawyer".
pub(super) fn keep_own_s(tables: &Tables, gazetteer: &Gazetteer, drafts: &mut [Draft]) {
    let whole = |draft: &Draft| {
        let run = Run { end: draft.run.end + 1, ..draft.name };
        let own = tables.is(draft.run.after(), POSSESSIVE) && draft.name.end == draft.run.end;
        let name = own.then(|| listed_name(tables, gazetteer, run, Label::Organisation)).flatten();
        name.filter(|name| matches!(name.way, Way::Name | Way::Alias)).map(|name| (run, name.row))
    };
    if !drafts.iter().any(|draft| whole(draft).is_some()) {
        return;
    }
    let names = surnames(tables, drafts);
    let mut alone: TextMap<()> = TextMap::with_hasher(tables.spread);
    let words = tables.tokens.windows(2).filter(|pair| pair[1].key != POSSESSIVE);
    alone.extend(words.filter(|pair| pair[0].has(Token::CAPITAL)).map(|pair| (pair[0].key, ())));
    for draft in drafts.iter_mut() {
        let last = tables.key(draft.name.last());
        let other = names.contains_key(&last) || alone.contains_key(&last);
        if let Some((run, row)) = whole(draft).filter(|_| !other) {
            *draft =
                Draft { row: Some(row), ..Draft::new(EntityType::Organisation, Form::Name, run) };
        }
    }
}

/// Parts what was read as one organisation into two persons of the article: "Trellis and Marsh".
pub(super) fn part_pairs(tables: &Tables, drafts: &mut Vec<Draft>) {
    let pair = |draft: &Draft| {
        let words = draft.row.is_none() && draft.kind == EntityType::Organisation;
        words && draft.run.len() == 3 && tables.is(draft.run.first() + 1, AND)
    };
    if !drafts.iter().any(pair) {
        return;
    }
    let names = surnames(tables, drafts);
    let named = |at: usize| tables.tokens.get(at).is_some_and(|it| names.contains_key(&it.key));
    let persons = |draft: &Draft| {
        let ends = [draft.run.first(), draft.run.last()];
        let both = pair(draft) && ends.into_iter().all(named);
        both.then(|| {
            ends.map(|at| Draft::new(EntityType::Person, Form::Name, Run::new(at, at + 1)))
        })
    };
    let parted: Vec<Draft> = drafts.iter().filter_map(persons).flatten().collect();
    drafts.retain(|draft| persons(draft).is_none());
    drafts.extend(parted);
}

/// Whether a name stands in the article's body, where capitals say something.
pub(super) fn is_in_body(tables: &Tables, run: Run) -> bool {
    tables.sentence_at(run.first()).is_some_and(|sentence| sentence.part == Part::Body)
}
