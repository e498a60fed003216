//! The walk at several: "Poe and Berg" together, and the nouns that take up those told of before, "both men" and "the two sides"
//! a pair with names, "the groups" those without.

use super::Reading;
use super::cast::{Figure, FigureId, FigureKind, Sighting};
use super::clause::{Place, classify_place};
use super::described::is_set_off;
use super::families::Family;
use super::nominals::past_owner;
use super::phrase::is_for_example;
use super::titles::past_brackets;
use super::walk::Walk;
use crate::document::{Form, Kind, PhraseKind, Tables, Tag};
use crate::key::{key, keys};
use crate::lexicon::{Gender, RoleKind};
use crate::span::Run;

/// Words for two that need no noun.
const PAIRS: [u64; 3] = keys(["two", "pair", "duo"]);
/// Words for the one and the other of two.
const FORMER: u64 = key("former");
const LATTER: u64 = key("latter");
/// Words for three and four.
const MANY: [(&[u64], usize); 2] = [(&keys(["three", "trio"]), 3), (&keys(["four", "quartet"]), 4)];
/// Nouns for two of a family.
const FAMILY: [u64; 6] = keys(["couple", "brothers", "sisters", "siblings", "twins", "spouses"]);
/// What any two persons may be.
const ANYBODY: [u64; 5] = keys(["both", "couple", "men", "women", "people"]);
/// What any two may be that have to do with one another.
const SIDES: [u64; 4] = keys(["sides", "side", "rivals", "foes"]);
const COUNTRIES: [u64; 4] = keys(["countries", "nations", "governments", "neighbours"]);
/// Nouns for groups of any kind.
const GROUPS: [u64; 3] = keys(["groups", "organizations", "organisations"]);
/// Nouns for companies.
const FIRMS: [u64; 6] =
    keys(["companies", "firms", "businesses", "banks", "airlines", "carmakers"]);
/// How many names are looked through for one of a list.
const LISTED: usize = 4;
/// How many tokens what is told before a name or behind it has at most.
const ROLE: usize = 8;
const SET_OFF: usize = 14;
/// How far back the verb of a sentence is looked for, in tokens.
const REACH: usize = 30;
/// Sentences back to the pair that was just told of.
const NEAR: u32 = 3;

impl Walk<'_> {
    /// After "A and B": the two together.
    pub(super) fn coordination(&mut self, run: Run) {
        let tables = self.reading.tables;
        let [before @ .., second] = self.cast.sightings.as_slice() else { return };
        let Some(and) = and_before(tables, run.first()) else { return };
        let second = *second;
        let Some(first) = self.joined_before(before, second, and) else { return };
        // "Poe and Berg", "the Harlund Bank and *the* Vestfrakt Bank", "Norway's Harlund and *Sweden's* Vestfrakt"
        let next = past_owner(tables, and + 1 + usize::from(tables.is(and + 1, key("the"))));
        let beside = past_brackets(tables, first.run.end) as usize == and && next == run.first();
        let kind = self.cast.figure(first.figure).map(|figure| figure.kind);
        let persons = kind == Some(FigureKind::Person) && first.form == Form::Name;
        if !beside && !persons {
            return;
        }
        let mut group = Figure::new(FigureKind::People, Gender::Unknown);
        group.members = vec![first.figure, second.figure];
        group.remember(shared_role(self.reading, first.run).into_iter());
        let start = self.listed_before(first, &mut group.members);
        let run = Run { start, end: run.end };
        self.are_listed(run, &group.members);
        let figure = self.cast.add(group);
        let place = match first.place {
            // "Some pilots, *including Poe and Berg*, left. They …"
            _ if start.checked_sub(1).is_some_and(|at| is_for_example(tables, at as usize)) => {
                Place::Oblique
            }
            // "the leaders *of the US and Israel* met"
            place if !beside || hangs_on_noun(tables, first.run.first()) => place,
            Place::Oblique if self.is_adjunct(first.run.first()) => Place::Oblique,
            _ => second.place,
        };
        self.sight(figure, run, place, Form::Nominal);
    }

    /// The one of these in the sentence who is joined to the second by the word at `and`, and is of its kind.
    fn joined_before(&self, before: &[Sighting], second: Sighting, and: usize) -> Option<Sighting> {
        let tables = self.reading.tables;
        let kind = |it: &Sighting| self.cast.figure(it.figure).map(|figure| figure.kind);
        let other = kind(&second);
        let alike = |it: &Sighting| match kind(it) {
            Some(FigureKind::Person | FigureKind::People) => other == Some(FigureKind::Person),
            one => one.is_some() && one == other,
        };
        let joined = |it: &&Sighting| {
            let end = past_brackets(tables, it.run.end) as usize;
            let beside = past_place(tables, end) == and;
            end <= and && alike(it) && (beside || is_aside(tables, Run::new(end, and)))
        };
        let near = before.iter().rev().take(LISTED);
        near.take_while(|it| it.sentence == second.sentence).find(joined).copied()
    }

    /// Lets the people before a list set off behind them be those of the list: "*Three pilots* – Ann Poe, Carl Berg and Dan Moe –".
    fn are_listed(&mut self, list: Run, members: &[FigureId]) {
        let tables = self.reading.tables;
        let marks = |at: usize| matches!(tables.kind(at), Kind::Comma | Kind::Dash | Kind::Open);
        let Some(mark) = list.first().checked_sub(1).filter(|at| marks(*at)) else { return };
        let closes = matches!(tables.kind(list.after()), Kind::Comma | Kind::Dash | Kind::Close);
        let mut near = self.cast.sightings.iter().rev().take(2 * LISTED);
        let people = near.find(|it| it.run.after() <= mark);
        let Some(people) = people.filter(|it| it.run.after() == mark && closes) else {
            return;
        };
        let first = people.run.first();
        let whole = tables.tag(first) == Tag::CD || tables.is(first, key("the"));
        let unnamed = |it: &&mut Figure| {
            it.kind == FigureKind::People && it.members.is_empty() && it.entity.is_none()
        };
        let figure = self.cast.figures.get_mut(people.figure.index()).filter(unnamed);
        if let Some(figure) = figure.filter(|_| whole) {
            figure.members = members.to_vec();
            figure.anonymous = false;
        }
    }

    /// Whether the name at a token stands in what the sentence tells before its verb, or of "them": "After a talk with *Poe* and
    /// Berg, they …".
    fn is_adjunct(&self, name: usize) -> bool {
        let tables = self.reading.tables;
        let Some(sentence) = tables.sentences.get(self.sentence as usize) else { return false };
        let mut before = (sentence.tokens.first()..name).rev().take(REACH);
        before.clone().any(|at| tables.is(at, key("they")))
            || !before.any(|at| tables.tag(at).is_finite())
    }

    /// Notes where a family stands, whom "they" may mean: "*The Poes* said they …".
    pub(super) fn family(&mut self, family: &Family, run: Run) {
        let mut group = Figure::new(FigureKind::People, Gender::Unknown);
        match family.meant().as_slice() {
            [one] => group.entity = Some(*one),
            members => {
                let figures =
                    members.iter().filter_map(|id| self.cast.figure_of(self.reading, *id));
                group.members = figures.collect();
            }
        }
        let figure = self.cast.add(group);
        self.sight(figure, run, classify_place(self.reading.tables, run), Form::Nominal);
    }

    /// Those together whom the text just named behind the noun of what they all are: "Senators Poe and Berg … *The senators*".
    pub(super) fn of_role(&self, noun: u64) -> Option<FigureId> {
        let near = self.cast.recent().map(|(_, sighting)| sighting);
        let mut near = near.take_while(|it| self.sentence.saturating_sub(it.sentence) <= NEAR);
        let called = |it: &&Sighting| {
            let figure = self.cast.figure(it.figure);
            figure.is_some_and(|it| it.members.len() > 1 && it.words.contains(&noun))
        };
        near.find(called).map(|it| it.figure)
    }

    /// Those together beside whom a noun for several stands: "Poe and Berg, *rivals* who …", but not "Poe and Berg, analysts said".
    pub(super) fn group_before(&self, run: Run, place: Place) -> Option<FigureId> {
        let tables = self.reading.tables;
        let comma = run.first().checked_sub(1)?;
        let apart = tables.kind(comma) == Kind::Comma
            && (place != Place::Subject || is_set_off(tables, run.end));
        let mut last = self.cast.sightings.iter().rev().take(LISTED).filter(|_| apart);
        let beside = |it: &&Sighting| past_brackets(tables, it.run.end) as usize == comma;
        let together = |it: &Sighting| {
            let figure = self.cast.figure(it.figure);
            figure.is_some_and(|figure| figure.members.len() > 1)
        };
        last.find(|it| beside(it) && together(it)).map(|it| it.figure)
    }

    /// Adds those of a list who stand before its last two, between commas: "A, B and C"; returns where it begins.
    fn listed_before(&self, first: Sighting, members: &mut Vec<FigureId>) -> u32 {
        let tables = self.reading.tables;
        let kind = |figure: FigureId| self.cast.figure(figure).map(|figure| figure.kind);
        let mut start = first.run.start;
        let before = self.cast.sightings.iter().rev().skip(1).take(2 * LISTED);
        for sighting in before {
            let comma = past_place(tables, past_brackets(tables, sighting.run.end) as usize);
            let beside = comma + 1 == start as usize && tables.kind(comma) == Kind::Comma;
            if beside && kind(sighting.figure) == kind(first.figure) {
                members.push(sighting.figure);
                start = sighting.run.start;
            }
        }
        start
    }

    /// Notes whom a noun phrase means that says of several with names how many they are; false where it says nothing of the kind.
    pub(super) fn counted(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let Some(count) = count(tables, run, head) else { return false };
        let mut pair = self.last_group(head, count, NEAR);
        if count == 2 {
            pair = pair.or_else(|| self.two_firms(head));
            pair = pair.or_else(|| self.two_persons(head));
        }
        let pair = pair.or_else(|| self.last_group(head, count, u32::MAX));
        let Some(figure) = pair else { return false };
        self.stands_for(Some(figure), run, head, classify_place(tables, run));
        true
    }

    /// Notes which of the pair that the text just told of "the former" and "the latter" mean.
    pub(super) fn one_of_pair(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let latter = tables.is(head, LATTER);
        if !(latter || tables.is(head, FORMER))
            || run.len() != 2
            || !tables.is(run.first(), key("the"))
        {
            return false;
        }
        let pair = self.last_group(head, 2, 1).and_then(|pair| self.cast.figure(pair));
        let Some(&[first, second]) = pair.map(|it| it.members.as_slice()) else { return false };
        let figure = if latter { second } else { first };
        self.stands_for(Some(figure), run, head, classify_place(tables, run));
        true
    }

    /// The `count` that the text told of not more than `reach` sentences ago, if it just did, or tells of no others.
    fn last_group(&self, head: usize, count: usize, reach: u32) -> Option<FigureId> {
        let groups = || {
            let recent = self.cast.recent();
            let groups = recent.filter_map(|(_, it)| Some((it, self.cast.figure(it.figure)?)));
            // "the Poes and Carl Berg" are more than two.
            let one = |id: &FigureId| self.cast.figure(*id).is_some_and(|it| it.members.len() < 2);
            groups.filter(move |(_, it)| it.members.len() == count && it.members.iter().all(one))
        };
        let (last, figure) = groups().next()?;
        let away = self.sentence.saturating_sub(last.sentence);
        let same = |other: &Figure| other.members.iter().all(|it| figure.members.contains(it));
        let only = || groups().all(|(_, other)| same(other));
        let fits = figure.members.iter().all(|id| {
            let member = self.cast.figure(*id);
            member
                .is_some_and(|member| member.entity.is_some() && may_be(self.reading, member, head))
        });
        // "Clinton praised Obama. […] She leads Sanders, *both candidates* said"
        let another = |it: &Sighting| {
            let told = self.cast.figure(it.figure).filter(|told| told.entity.is_some());
            told.is_some_and(|told| told.kind == FigureKind::Person)
                && !figure.members.contains(&it.figure)
        };
        let near = |it: &Sighting| self.sentence.saturating_sub(it.sentence) <= 1;
        let others = || self.cast.recent().map(|(_, it)| it).take_while(|it| near(it)).any(another);
        (fits && away <= reach && (away <= NEAR || only() && !others())).then_some(last.figure)
    }

    /// The only two organisations that this sentence and the one before tell of, made a pair: "Harlund has acquired Vestfrakt,
    /// *the two companies* said".
    fn two_firms(&mut self, head: usize) -> Option<FigureId> {
        if !FIRMS.contains(&self.reading.tables.key(head)) {
            return None;
        }
        let mut found: Vec<FigureId> = Vec::new();
        for (_, it) in self.cast.recent() {
            let near = self.sentence.saturating_sub(it.sentence) <= 1;
            if !near || found.len() > 2 {
                break;
            }
            let acts = matches!(it.place, Place::Subject | Place::Object | Place::Oblique);
            let firm = self.cast.figure(it.figure).is_some_and(|figure| {
                figure.kind == FigureKind::Organisation && figure.entity.is_some()
            });
            if acts && firm && !found.contains(&it.figure) {
                found.push(it.figure);
            }
        }
        self.make_pair(found)
    }

    /// The only two persons with names that this sentence and the two before tell of, if one of them tells of both, made a pair:
    /// "Poe met Berg in Marsk. *The two* agreed".
    fn two_persons(&mut self, head: usize) -> Option<FigureId> {
        let noun = self.reading.tables.key(head);
        let role = self.reading.lexicon.names.roles.word(noun).filter(|role| role.plural);
        let persons =
            role.is_some_and(|role| matches!(role.kind, RoleKind::Office | RoleKind::Official));
        if !(PAIRS.contains(&noun) || ANYBODY.contains(&noun) || persons) {
            return None;
        }
        let mut found: Vec<FigureId> = Vec::new();
        let mut sentences = (u32::MAX, 0);
        let mut behind = 0;
        for (_, it) in self.cast.recent() {
            let Some(figure) = self.cast.figure(it.figure) else { break };
            // "her husband Ben Holt"
            let role = std::mem::replace(&mut behind, it.run.start) == it.run.end;
            let earlier = it.sentence < sentences.0;
            let away = self.sentence.saturating_sub(it.sentence);
            if away > 2 || found.len() > 2 || found.len() == 2 && earlier {
                break;
            }
            if figure.kind == FigureKind::Person && !role {
                if figure.entity.is_none() || !may_be(self.reading, figure, head) {
                    return None;
                }
                sentences = (sentences.0.min(it.sentence), sentences.1.max(it.sentence));
                if !found.contains(&it.figure) {
                    found.push(it.figure);
                }
            }
        }
        if sentences.0 == sentences.1 { self.make_pair(found) } else { None }
    }

    /// Adds two figures as a pair; nothing if they are not two.
    fn make_pair(&mut self, members: Vec<FigureId>) -> Option<FigureId> {
        let [_, last] = members.as_slice() else { return None };
        let mut pair = Figure::new(FigureKind::People, Gender::Unknown);
        pair.naming = self.cast.naming(*last);
        pair.members = members;
        Some(self.cast.add(pair))
    }

    /// Notes what "the groups" takes up: those without a name that were told of by such a noun, else a pair of organisations;
    /// false where nobody was.
    pub(super) fn groups_again(&mut self, run: Run, head: usize) -> bool {
        let tables = self.reading.tables;
        let noun = tables.key(head);
        let again = |(word, _): &&(u64, FigureId)| {
            *word == noun || GROUPS.contains(&noun) && GROUPS.contains(word)
        };
        let the = tables.is_one_of(run.first(), &[key("the"), key("these")]);
        let known = self.crowds.iter().rev().take(8).find(again).filter(|_| the);
        let alone = run.len() == 2 && the && !COUNTRIES.contains(&noun);
        let known = known.map(|(_, figure)| *figure);
        let pair = || if alone { self.last_group(head, 2, u32::MAX) } else { None };
        let figure = known.or_else(pair);
        let figure = figure.or_else(|| if alone { self.two_firms(head) } else { None });
        let Some(figure) = figure else { return false };
        self.stands_for(Some(figure), run, head, classify_place(tables, run));
        true
    }
}

/// Whether a name hangs on the noun before a preposition, or on what it is an example of: "the leaders of *the US*", "Republicans
/// in *the House*", "in some cities, like *Baltimore*".
fn hangs_on_noun(tables: &Tables, name: usize) -> bool {
    let the = name.checked_sub(1).is_some_and(|at| tables.tag(at) == Tag::DT);
    let of = name.checked_sub(1 + usize::from(the)).filter(|of| tables.tag(*of) == Tag::IN);
    let before = of.and_then(|of| of.checked_sub(1));
    before.is_some_and(|at| tables.tag(at).is_noun() || tables.kind(at) == Kind::Comma)
}

/// The noun for several before the first name of a list: "*Senators* Ann Poe and Carl Berg".
fn shared_role(reading: Reading, first: Run) -> Option<u64> {
    let Reading { tables, lexicon, .. } = reading;
    let start = tables.phrase_at(first.first())?.tokens.first();
    let plural = |at: &usize| {
        let role = lexicon.names.roles.word(tables.key(*at));
        role.is_some_and(|role| role.plural) && matches!(tables.tag(*at), Tag::NNS | Tag::NNPS)
    };
    (start..first.after()).rev().take(ROLE).find(plural).map(|at| tables.key(at))
}

/// The "and" before the name at `at`, or before what it says of who has it: "*and* his deputy, Ann Poe", "*and* the
/// committee's chairman Ann Poe".
fn and_before(tables: &Tables, at: usize) -> Option<usize> {
    let role = |at: &usize| {
        let tag = tables.tag(*at);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::PRPS | Tag::POS)
    };
    let before = at.checked_sub(1)?;
    let comma = usize::from(tables.kind(before) == Kind::Comma && role(&before.wrapping_sub(1)));
    let near = (0..=before).rev().skip(comma).take(ROLE);
    let role = near.clone().take_while(role).count();
    let and = near.clone().nth(role).filter(|at| tables.is(*at, key("and")));
    and.filter(|_| comma == 0 || role > 0)
}

/// The end of what tells behind a name where the person works or is from: "Ann Poe *of the University of Marsk*".
fn past_place(tables: &Tables, end: usize) -> usize {
    const WHERE: [u64; 3] = keys(["of", "at", "from"]);
    let mut at = end;
    for _ in 0..2 {
        let place = tables.phrase_at(at + 1).filter(|_| tables.is_one_of(at, &WHERE));
        let Some(place) = place.filter(|it| it.kind == PhraseKind::Noun) else { break };
        at = place.tokens.after();
    }
    at
}

/// Whether the tokens tell between two commas of who stands before them, without another name of a person: "Poe*, the mayor,*
/// and Berg".
fn is_aside(tables: &Tables, run: Run) -> bool {
    let comma = |at: usize| tables.kind(at) == Kind::Comma;
    let inside = || run.range().skip(1).take(run.len().saturating_sub(2));
    let noun = matches!(tables.tag(run.first() + 1), Tag::DT | Tag::NN | Tag::PRPS | Tag::CD);
    (3..=SET_OFF).contains(&run.len())
        && comma(run.first())
        && comma(run.last())
        && noun
        && !inside().any(|at| comma(at) || tables.tag(at).is_finite())
}

/// How many a noun phrase says that it means: two by "both", "both of them", "both men", "the two leaders", "the pair", "the
/// couple"; three by "the three", "all three men"; four likewise.
fn count(tables: &Tables, run: Run, head: usize) -> Option<usize> {
    let first = run.first();
    let of = tables.is(run.after(), key("of"));
    let them = run.len() == 1 && tables.is(run.after() + 1, key("them"));
    if tables.is(first, key("both")) {
        // "Officials – among them a mayor – both praised and …"
        let before = first.checked_sub(1).map(|at| (tables.kind(at), tables.tag(at)));
        let begins = before.is_none_or(|(kind, tag)| {
            matches!(kind, Kind::Stop | Kind::Comma | Kind::Double)
                || matches!(tag, Tag::IN | Tag::CC)
        });
        let begins = begins || head > first;
        return (of && them || begins && !of).then_some(2);
    }
    if tables.is_one_of(first, &[key("each"), key("neither")]) {
        return tables.is(head, key("side")).then_some(2);
    }
    let number = first + 1;
    let the = tables.is(first, key("the"));
    let all = tables.is(first, key("all"));
    if !(the || all) || of || head > first + 2 {
        return None;
    }
    if the && (tables.is_one_of(number, &PAIRS) || tables.is_one_of(number, &FAMILY)) {
        return Some(2);
    }
    let many = MANY.iter().find(|(words, _)| tables.is_one_of(number, words));
    many.map(|(_, count)| *count)
}

/// Whether one of two may be what the noun for both says: "men", "sides".
fn may_be(reading: Reading, member: &Figure, head: usize) -> bool {
    let Reading { tables, lexicon, .. } = reading;
    let noun = tables.key(head);
    let many = || MANY.iter().any(|(words, _)| words.contains(&noun));
    let any = [key("both"), FORMER, LATTER].contains(&noun);
    if any || PAIRS.contains(&noun) || SIDES.contains(&noun) || many() {
        return true;
    }
    if noun == key("couple") {
        return member.kind == FigureKind::Person;
    }
    let Some(role) = lexicon.names.roles.word(noun).filter(|role| role.plural) else {
        return COUNTRIES.contains(&noun) && member.kind == FigureKind::Country;
    };
    let gender =
        [role.gender, member.gender].contains(&Gender::Unknown) || role.gender == member.gender;
    match role.kind {
        RoleKind::Document => false,
        RoleKind::Group if COUNTRIES.contains(&noun) => member.kind == FigureKind::Country,
        RoleKind::Group => member.kind == FigureKind::Organisation,
        _ => member.kind == FigureKind::Person && gender,
    }
}
