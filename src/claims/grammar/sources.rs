//! What is no source, and where one begins and ends whatever the weights say.

use super::{addressed, begins_relative, reporting_subject};
use crate::claims::clauses::{FLOATING, How, Role};
use crate::claims::view::{AROUND, Anchor, View};
use crate::document::{Act, CueKind, EntityType, Kind, Part, Tag, Token, Voice};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueEntry, FrameKind};
use crate::rules::SourcePlace as Place;
use crate::span::Run;

/// Whether no source of this cue begins at `start`.
pub(in crate::claims) fn begins_no_source(anchor: &Anchor, start: usize, place: Place) -> bool {
    let Anchor { view, head, .. } = *anchor;
    // "Ann Poe (D-Marsk) said": what stands in brackets is no source of what stands outside.
    view.bracketed(start) && !view.bracketed(head)
        || SELF.contains(&view.key(start))
        || is_floating(view, start)
        || begins_time(view, start)
        || is_age(view, start)
        || place == Place::Before && counted_from(view, start).is_some()
        || is_named_inside(view, start, head)
        || is_set_off(anchor, start)
        || is_thanked(anchor)
        || reporting_subject(anchor).is_some_and(|subject| subject != start)
        || place == Place::Before
            && (is_apposed(anchor, start)
                || closing_subject(anchor).is_some_and(|subject| subject != start)
                || is_controlled(anchor, start)
                || hangs_on_subject(anchor, start)
                || is_outside_aside(anchor, start)
                || tells_of_subject(anchor, start)
                || is_placed(anchor, start)
                || anchor.set_off_until().is_some())
}

/// Whether nobody is named who thanks: "Ann, *thank* you", "*Thank* you, Ann".
fn is_thanked(anchor: &Anchor) -> bool {
    let Anchor { view, start, head, end, .. } = *anchor;
    let own = view.key(head) == key("thank") && view.key(end) == key("you");
    own && (start == view.unit.first()
        || !matches!(view.kind(start - 1), Kind::Word | Kind::Clitic))
}

/// "The mayor *himself* said": never the whole of a source.
const SELF: [u64; 4] = keys(["himself", "herself", "itself", "themselves"]);

/// Whether a word that only takes up the whole subject stands behind the dash that closes what is set off in it: "The mayors –
/// whose party is old – *both* said".
fn is_floating(view: &View, start: usize) -> bool {
    let dash = |at: usize| view.kind(at) == Kind::Dash;
    let first = view.unit.first().max(start.saturating_sub(AROUND));
    FLOATING.holds(view.key(start))
        && view.phrase(start).tokens.len() == 1
        && dash(start.wrapping_sub(1))
        && (first..start - 1).any(dash)
}

/// Whether a time begins at a noun phrase: "*Tuesday* night", "*a day* after the vote".
fn begins_time(view: &View, start: usize) -> bool {
    const UNITS: KeySet<12> = KeySet::new([
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year", "years",
    ]);
    const AFTER: [u64; 5] = keys(["after", "before", "later", "earlier", "ago"]);
    const EVERY: [u64; 2] = keys(["every", "each"]);
    let phrase = view.phrase(start);
    view.is_time(start)
        || EVERY.contains(&view.key(start))
            && UNITS.holds(view.key(start + 1))
            && phrase.tokens.len() == 2
        || UNITS.holds(view.key(phrase.head())) && AFTER.contains(&view.key(phrase.tokens.after()))
}

/// Whether a number between commas stands at `start` behind a noun phrase: "Ann Poe, *61*, said".
fn is_age(view: &View, start: usize) -> bool {
    let commas = [start.wrapping_sub(1), start + 1].map(|at| view.kind(at) == Kind::Comma);
    view.tag(start) == Tag::CD && commas == [true; 2] && view.is_noun_phrase(start.wrapping_sub(2))
}

#[rustfmt::skip]
const FRACTIONS: KeySet<19> = KeySet::new([
    "half", "third", "quarter", "fifth", "tenth", "dozen", "one-half", "one-third", "two-thirds", "one-quarter", "three-quarters",
    "one-fourth", "three-fourths", "one-fifth", "two-fifths", "three-fifths", "four-fifths", "one-tenth", "nine-tenths",
]);

/// Where the words begin that tell of the number at `start` how many it is: "*at least* one voter", "*between ten and* twenty".
pub(in crate::claims) fn counted_from(view: &View, start: usize) -> Option<usize> {
    const ONE: KeySet<9> = KeySet::new([
        "about", "around", "over", "under", "nearly", "almost", "roughly", "only", "just",
    ]);
    /// What stands before "than", "least", "to" …, and words before that.
    const THAN: [(u64, &[u64]); 7] = [
        (key("than"), &keys(["more", "less", "fewer"])),
        (key("least"), &keys(["at"])),
        (key("most"), &keys(["at"])),
        (key("to"), &keys(["up", "close"])),
        (key("over"), &keys(["well", "just"])),
        (key("under"), &keys(["just"])),
        (key("as"), &keys(["many", "few"])),
    ];
    let word = |back: usize| start.checked_sub(back).filter(|at| *at >= view.unit.first());
    let key_at = |back: usize| word(back).map_or(0, |at| view.key(at));
    // "a third", "half", "two-thirds"
    let part = FRACTIONS.holds(view.key(start)) || FRACTIONS.holds(view.key(start + 1));
    if view.tag(start) != Tag::CD && !part {
        return None;
    }
    let pair = THAN.iter().any(|(last, first)| *last == key_at(1) && first.contains(&key_at(2)));
    let third = [key("no"), key("as")].contains(&key_at(3)) && pair;
    let between = key_at(1) == key("and") && key_at(3) == key("between");
    match () {
        () if third || between => word(3),
        () if pair => word(2),
        () if ONE.holds(key_at(1)) => word(1),
        () => None,
    }
}

/// Whether a quotation that the cue is not in names what stands at `start`: '"*a step* backwards" and called on'.
fn is_named_inside(view: &View, start: usize, head: usize) -> bool {
    let quote = |at: usize| view.tables.tokens.get(at).map_or(0, |token| token.quote);
    quote(start) != quote(head)
        && view
            .tables
            .quote_at(start)
            .is_some_and(|it| it.tokens.first() < start && !it.tokens.holds(head))
}

/// Whether what stands at `start`, between commas behind a person's name, or behind the subject of the cue, tells who that is:
/// "Ann Poe, *a former mayor*, said", "Harlund, *one of three owners*, on Monday said".
fn is_set_off(anchor: &Anchor, start: usize) -> bool {
    let view = anchor.view;
    let comma = start.wrapping_sub(1);
    let close = view.chain_end(start);
    view.kind(comma) == Kind::Comma
        && (view.tag(start) == Tag::DT
            && view.mention(comma.wrapping_sub(1)) == Some(EntityType::Person)
            && view.kind(close) == Kind::Comma
            || tells_subject_apart(anchor, start, close))
}

/// Whether only a place or label with a colon stands at `start`, before all of the sentence: "*Marsk:* Rejecting the claim, Poe left".
fn is_placed(anchor: &Anchor, start: usize) -> bool {
    /// Words of a place.
    const PLACE: usize = 4;
    let Anchor { view, head, .. } = *anchor;
    let first = view.unit.first();
    let colon = (first + 1..=first + PLACE)
        .find(|at| view.kind(*at) == Kind::Colon && !view.bracketed(*at));
    let before = |colon: usize| start < colon && colon < head;
    anchor.cue.kind == CueKind::Verb && start == first && colon.is_some_and(before)
}

/// Whether what stands at `start` only says what the cue's subject does, of which more is told between commas: "*Poe* said the
/// driver, a sailor, had promised", "*Poe* said that the mayor, Ann Holm, had promised".
fn tells_of_subject(anchor: &Anchor, start: usize) -> bool {
    const SAYS: KeySet<26> = KeySet::new([
        "said", "says", "say", "added", "adds", "claimed", "claims", "stated", "noted", "notes",
        "explained", "confirmed", "alleged", "alleges", "revealed", "argued", "insisted",
        "announced", "warned", "reported", "disclosed", "maintained", "testified", "recalled",
        "wrote", "admitted",
    ]);
    let Anchor { view, subject, .. } = *anchor;
    let first = anchor.subject_start().filter(|_| subject.how == How::Apart);
    let verb = first.and_then(|first| {
        let that = view.key(first.wrapping_sub(1)) == key("that");
        first.checked_sub(1 + usize::from(that))
    });
    let group = view.phrase(anchor.head).tokens.first();
    let closed = view.kind(group.wrapping_sub(1)) == Kind::Comma;
    verb.is_some_and(|verb| {
        closed && start < verb && view.tag(verb).is_verb() && SAYS.holds(view.key(verb))
    })
}

/// Whether an indefinite noun phrase from `start` to `from` or beyond tells, between commas, what the cue's subject is, and only a
/// time stands between it and the cue: "Harlund, *a firm from Marsk called the Yard*, today said".
fn tells_subject_apart(anchor: &Anchor, start: usize, from: usize) -> bool {
    const ONE: KeySet<3> = KeySet::new(["a", "an", "one"]);
    /// How many tokens a participle hangs on it at most.
    const TOLD: usize = 10;
    let Anchor { view, subject, edge, .. } = *anchor;
    let apart =
        subject.how == How::Apart && anchor.subject_start().is_some_and(|first| first < start);
    if !apart || !ONE.holds(view.key(start)) {
        return false;
    }
    let stop = edge.min(from + TOLD);
    let close = (from..stop).find(|at| view.kind(*at) == Kind::Comma);
    close.is_some_and(|close| !view.has_verb(from, close) && view.past_time(close + 1) >= edge)
}

/// Whether what stands at `start` tells who the person is that opens the unit, without a second comma: "Ann Poe, *a former
/// mayor* said"; but not in "Ann Poe, *the mayor* said, is ill".
fn is_apposed(anchor: &Anchor, start: usize) -> bool {
    let Anchor { view, end, .. } = *anchor;
    let name = start.wrapping_sub(2);
    let other = view.tag(start) == Tag::PRP
        || names_person(view, view.phrase(start).tokens)
        || is_another(anchor, start);
    view.tag(start) != Tag::WPS
        && !other
        && view.kind(start.wrapping_sub(1)) == Kind::Comma
        && (view.kind(end) != Kind::Comma || view.opens(end + 1))
        && view.mention(name) == Some(EntityType::Person)
        && view.phrase(name).tokens.first() == view.unit.first()
        && anchor.parenthesis().is_none()
}

/// Whether the cue has another subject, of which the verb before it makes its own: "Poe urged *the mayor* to tell the town".
fn is_controlled(anchor: &Anchor, start: usize) -> bool {
    let subject = anchor.subject;
    subject.how == How::Controlled && subject.first.is_some() && anchor.role(start) != Role::First
}

/// Whether what stands at `start` hangs by a preposition on the subject before it: "Those quoted in *the report* said".
fn hangs_on_subject(anchor: &Anchor, start: usize) -> bool {
    let Anchor { view, subject, .. } = *anchor;
    let Some(first) = anchor.subject_start() else { return false };
    let own = matches!(subject.how, How::Beside | How::Apart);
    let preposition = matches!(view.tag(start.wrapping_sub(1)), Tag::IN | Tag::TO);
    let word = |at: usize| matches!(view.kind(at), Kind::Word | Kind::Clitic | Kind::Number);
    let near = first < start && start < anchor.start && start - first < AROUND;
    own && preposition && near && (first..start).all(word)
}

/// Whether who says it is set off behind the subject of what is said, and does not begin here: "*Ann Poe*, officials said on
/// Monday, is late".
fn is_outside_aside(anchor: &Anchor, start: usize) -> bool {
    anchor.set_off_subject().is_some_and(|aside| start != aside) && anchor.parenthesis().is_some()
}

/// Whether this run is no source of the cue.
pub(in crate::claims) fn is_no_source(anchor: &Anchor, run: Run, place: Place) -> bool {
    let Anchor { view, head, level, .. } = *anchor;
    let end = run.after();
    let begins = |at: usize| view.tables.tokens.get(at).is_some_and(|it| it.has(Token::SENTENCE));
    let dashes = || run.range().filter(|at| view.kind(*at) == Kind::Dash).count();
    // "Ann Poe, *mayor of Marsk*:" is one source.
    let part = |whole: Run| run != whole;
    let closing = || closing_subject(anchor).filter(|_| place == Place::Before);
    run.is_empty()
        || run.holds(head)
        || view.speech(end - 1) != level
        || view.cuts_name(end)
        // "*The teachers but* were worried"
        || view.tag(end - 1) == Tag::CC
        // "*Poe's* claim" is the source of a noun.
        || view.tag(end) == Tag::POS
        || run.range().skip(1).any(begins)
        || end != anchor.edge && closing().is_some_and(|start| start == run.first())
        // "Lilongwe *–* the ministry said": one dash is no apposition.
        || dashes() == 1
        || place == Place::Before
            && (holds_subject(anchor, run)
                || is_clause(view, run)
                || is_told_by_whose(view, run)
                || is_topic(anchor, run)
                || is_address(anchor, run))
        || anchor.cue.kind == CueKind::Colon && anchor.introduced().is_some_and(part)
        || place == Place::After
            && (is_no_speaker_behind(anchor, run)
                || opens_clause(view, run)
                || runs_into_clause(anchor, run))
        || place == Place::Before && is_accused(anchor, run)
        || ends_in_time(view, run)
        || is_occasion(view, run)
}

/// Whether the last noun phrase of a run before the cue is the cue's subject and only beside what stands before it: "a charge
/// *the mayor* rejected".
fn holds_subject(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, edge, .. } = *anchor;
    let subject = view.phrase(edge - 1).tokens.first();
    run.after() == edge
        && !SELF.contains(&view.key(subject))
        && run.start as usize + 1 < subject
        && (matches!(view.tag(subject), Tag::DT | Tag::PRP | Tag::PRPS)
            && view.is_noun_phrase(subject - 1)
            && view.tag(subject - 1).is_noun()
            || begins_relative(view, subject))
}

/// Whether a run is a subject with its verb, and not what another verb is told of: "The town that *Ann Poe runs* said".
fn is_clause(view: &View, run: Run) -> bool {
    let own = |at: usize| view.tag(at).is_finite() && view.subject_of(at) == Some(run.first());
    // Behind a comma stands what is told of the subject: "Poe, who wants him *removed*, said".
    let words = |at: &usize| matches!(view.kind(*at), Kind::Word | Kind::Clitic);
    run.range().take_while(words).skip(1).any(own)
}

/// Whether the run is a clause that "whose" begins, or begins at a name in it: "Ann Poe, *whose son, Tyler, died*, said". Behind a
/// comma a past tense looks like a participle.
fn is_told_by_whose(view: &View, run: Run) -> bool {
    let start = run.first();
    let whose = |at: usize| view.tag(view.phrase(at).tokens.first()) == Tag::WPS;
    let named = || {
        let inside = start >= view.unit.first() + 2;
        inside && view.kind(start - 1) == Kind::Comma && whose(start - 2)
    };
    let past = |at: usize| {
        view.tag(at) == Tag::VBN
            && view.kind(at - 1) == Kind::Comma
            && view.mention(at - 2).is_some()
    };
    (whose(start) || named()) && run.range().skip(2).any(|at| view.tag(at).is_finite() || past(at))
}

/// Pronouns that are nothing but subjects.
const SUBJECTS: KeySet<5> = KeySet::new(["he", "she", "they", "we", "i"]);

/// Whether the run stands before a comma that parts it from whoever says so, or goes on over that: "*Lunt*, she said, ‘cannot
/// count’", "*David Lunt*, Poe said, is old".
fn is_topic(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, start, .. } = *anchor;
    let Some(last) = start.checked_sub(1).filter(|last| *last > view.unit.first()) else {
        return false;
    };
    let subject = view.phrase(last).tokens;
    let comma = subject.first().wrapping_sub(1);
    if !anchor.says() || view.kind(comma) != Kind::Comma || run.first() >= comma {
        return false;
    }
    subject.len() == 1 && SUBJECTS.holds(view.key(last))
        || names_person(view, subject) && names_person(view, Run::new(run.first(), comma))
}

/// Whether the run is whom somebody addresses by name, and who says so: "*Secretary Poe, hospitals* say they are full".
fn is_address(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, edge, .. } = *anchor;
    let subject = view.phrase(run.last()).tokens.first();
    let comma = subject.wrapping_sub(1);
    run.after() == edge
        && run.first() < comma
        && view.kind(comma) == Kind::Comma
        && names_person(view, Run::new(run.first(), comma))
        && is_another(anchor, subject)
}

/// Whether the subject at `start` is nobody who is named before a comma: they are many, somebody's to whom that is said, or
/// "you" are told of.
fn is_another(anchor: &Anchor, start: usize) -> bool {
    const MANY: KeySet<2> = KeySet::new(["police", "people"]);
    const YOU: KeySet<2> = KeySet::new(["you", "your"]);
    let Anchor { view, end, .. } = *anchor;
    let head = view.phrase(start).head();
    let many = view.tag(head) == Tag::NNS || MANY.holds(view.key(head));
    let told = end + usize::from(view.key(end) == key("that"));
    many || YOU.holds(view.key(start)) || YOU.holds(view.key(told))
}

/// Whether the run is nothing but a person's name.
fn names_person(view: &View, run: Run) -> bool {
    let name = run.range().all(|at| view.tag(at).is_name());
    name && view.mention(run.last()) == Some(EntityType::Person)
}

/// Whether what stands after the cue is somebody else than who speaks: of whom or to whom something is said, or more than stands
/// with the cue between two marks.
fn is_no_speaker_behind(anchor: &Anchor, run: Run) -> bool {
    is_subject_of_another(anchor, run)
        || match anchor.set_off_until() {
            Some(mark) => run.after() > mark,
            None => is_addressed(anchor, run),
        }
}

/// Whether what stands after the cue is the subject of a clause that is said: "said *the ferry* was late", "said *the
/// goalkeeper* “has a chance”". A past tense may be a participle: "said *a man* identified as Poe".
fn is_subject_of_another(anchor: &Anchor, run: Run) -> bool {
    const PAST: KeySet<4> = KeySet::new(["was", "were", "had", "did"]);
    let view = anchor.view;
    let end = run.after();
    let verb = end + usize::from(view.opens(end));
    let tag = view.tag(verb);
    let finite = matches!(tag, Tag::MD | Tag::VBZ | Tag::VBP) || PAST.holds(view.key(verb));
    let followed = finite && view.phrase(verb).tokens.first() == verb;
    anchor.cue.kind == CueKind::Verb
        && view.tag(anchor.head).is_finite()
        && (followed || is_clause(view, run) || is_headline_clause(anchor, run))
}

/// Whether what stands after the cue is what a headline tells of a noun without a verb, or that noun: "holds rates, says
/// *inflation beaten*", "says *inflation* ‘not beaten’".
fn is_headline_clause(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, start, .. } = *anchor;
    let (last, end) = (run.last(), run.after());
    let quotation = |at: usize| view.tables.quote_at(at);
    let ends_quoted = quotation(last)
        .is_some_and(|it| it.closed && it.tokens.last() == last && it.tokens.start > run.start);
    let before_quotation = view.kind(start.wrapping_sub(1)) == Kind::Comma
        && quotation(end).is_some_and(|it| it.tokens.first() == end);
    let told = run.len() > 1 && matches!(view.tag(last), Tag::VBN | Tag::JJ);
    let named = |at: usize| NAMED.holds(view.key(at));
    // "says *deal posed* risk": a past tense may look like a participle.
    let past = |at: &usize| {
        view.tag(*at) == Tag::VBN && view.is_noun_phrase(at + 1) && at + 1 < end && !named(*at)
    };
    ends_quoted
        || before_quotation
        || told && view.tag(last - 1).is_noun()
        || run.range().skip(1).any(|at| past(&at) && view.tag(at - 1).is_noun())
}

/// Participles before a name.
const NAMED: KeySet<5> = KeySet::new(["named", "called", "nicknamed", "dubbed", "titled"]);

/// Whether what stands right behind the cue is whom that addresses, where no quotation stands before it: nobody says of who urges
/// another "*urged* the mayor".
fn is_addressed(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, start, end, subject, .. } = *anchor;
    let own = matches!(subject.how, How::Beside | How::Apart | How::Relative | How::Joined);
    let comma = usize::from(view.kind(start.wrapping_sub(1)) == Kind::Comma);
    let quoted = view.closes(start.wrapping_sub(1 + comma));
    own && run.first() == end
        && anchor.cue.voice == Voice::Active
        && !quoted
        && anchor.entry().is_some_and(CueEntry::addresses)
}

/// Whether the last words are the subject of a clause that tells when: "said *Poe as she* left".
fn opens_clause(view: &View, run: Run) -> bool {
    const WHEN: KeySet<9> = KeySet::new([
        "as", "when", "while", "after", "before", "because", "until", "once", "since",
    ]);
    run.len() > 1 && SUBJECTS.holds(view.key(run.last())) && WHEN.holds(view.key(run.last() - 1))
}

/// Whether a run behind a preposition that opens the sentence holds the clause that somebody says, which no comma parts from him:
/// "According to *police the car was stolen*", but not "According to *people Poe trusts*, the car was stolen".
fn runs_into_clause(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, start, cue, .. } = *anchor;
    let inside = |subject: usize| subject > run.first() && run.holds(subject);
    let own = |at: &usize| {
        let subject = view.subject_of(*at).filter(|subject| inside(*subject));
        view.tag(*at).is_finite() && subject.is_some_and(|it| !view.tag(it).is_relative())
    };
    let words = |at: &usize| matches!(view.kind(*at), Kind::Word | Kind::Clitic | Kind::Number);
    let verb = || run.range().take_while(words).find(own);
    cue.kind == CueKind::Preposition
        && start == view.unit.first()
        && verb().is_some_and(|verb| verb != run.last())
}

/// Whether the run is who is accused of something: "*He* is suspected of theft".
fn is_accused(anchor: &Anchor, run: Run) -> bool {
    let cue = anchor.cue;
    let accuses =
        |entry: &CueEntry| entry.act == Act::Accuse && entry.has(FrameKind::ObjectThen(key("of")));
    cue.voice == Voice::Passive
        && anchor.subject_start() == Some(run.first())
        && anchor.entry().is_some_and(accuses)
}

/// Whether the run ends in a time that is its own: "The mayor *on Monday*", "The mayor *had on Monday*"; only a clause beside
/// the source has one.
fn ends_in_time(view: &View, run: Run) -> bool {
    const HAVE: KeySet<3> = KeySet::new(["have", "has", "had"]);
    let acts = |at: usize| view.tag(at).is_verb() && !HAVE.holds(view.key(at));
    view.is_time(run.last()) && !run.range().any(acts)
}

/// Whether the last noun only tells when: "at *one point* told reporters".
fn is_occasion(view: &View, run: Run) -> bool {
    const OCCASIONS: KeySet<5> = KeySet::new(["point", "stage", "time", "times", "moment"]);
    let at = |back: usize| run.last().checked_sub(back).is_some_and(|it| view.key(it) == key("at"));
    OCCASIONS.holds(view.key(run.last())) && (1..=3).any(at)
}

/// Where a source at `at` begins: at the start of the name that would be cut there. `None` where a noun phrase begins with that
/// name too, which is a candidate anyway ("*Downing* Street").
pub(in crate::claims) fn whole_name(view: &View, at: usize) -> Option<usize> {
    if !view.cuts_name(at) {
        return Some(at);
    }
    let start = (view.unit.first()..at).rev().find(|at| !view.cuts_name(*at))?;
    (!view.is_noun_phrase(start)).then_some(start)
}

/// The end of the name between commas behind the role that a preposition attributes to, if a clause follows of which that is no
/// subject: "According to the mayor, *Ann Poe*, the ferry sank", but not "According to the union, Ann Poe, 40, left".
pub(in crate::claims) fn named_beside(anchor: &Anchor, start: usize) -> Option<usize> {
    let Anchor { view, cue, .. } = *anchor;
    let role = view.phrase(start);
    let comma = view.chain_end(start);
    let one = view.tag(role.head()) == Tag::NN;
    let told = cue.kind == CueKind::Preposition && one && view.kind(comma) == Kind::Comma;
    if !told || !view.is_noun_phrase(comma + 1) {
        return None;
    }
    let name = view.phrase(comma + 1).tokens;
    let close = name.after();
    let named = name.first() == comma + 1
        && name.range().all(|at| view.tag(at).is_name())
        && view.mention(comma + 1) == Some(EntityType::Person)
        && view.kind(close) == Kind::Comma;
    if !(named && view.is_noun_phrase(close + 1)) {
        return None;
    }
    let verb = view.chain_end(close + 1);
    let verb = verb + usize::from(view.tag(verb).is_adverb());
    view.tag(verb).is_finite().then_some(close)
}

/// Where the noun phrase begins that stands behind a clause and a comma with all that hangs on it, and whose verb is the cue: "The
/// ferry sank, *figures from the port* showed", "…, *the mayor and two sailors* said", "…, *emails seen by the Herald* suggest".
pub(in crate::claims) fn closing_subject(anchor: &Anchor) -> Option<usize> {
    /// How many tokens it has at most.
    const LONGEST: usize = 14;
    let Anchor { view, cue, edge, subject, level, .. } = *anchor;
    let first = view.unit.first();
    let own = cue.kind == CueKind::Verb && cue.voice == Voice::Active && subject.how == How::Beside;
    if !own || edge <= first {
        return None;
    }
    let nearest = first.max(edge.saturating_sub(LONGEST));
    let comma = (nearest..edge).rev().find(|at| view.kind(*at) == Kind::Comma)?;
    let start = comma + 1;
    let inside = subject.first.is_some_and(|it| first + it as usize >= start);
    let told = view.speech(comma) == level && view.has_verb(first, comma);
    let pronoun = view.tag(edge - 1) == Tag::PRP && start + 1 < edge;
    (inside && told && !pronoun && is_chain(view, start, edge) && !goes_on_list(view, comma, edge))
        .then_some(start)
}

/// Whether the tokens are noun phrases that prepositions, "and", possessives and participles join, the last at their end.
fn is_chain(view: &View, start: usize, end: usize) -> bool {
    const CLAUSAL: KeySet<9> = KeySet::new([
        "that", "as", "after", "before", "since", "until", "than", "because", "while",
    ]);
    let mut noun = false;
    let mut at = start;
    while at < end {
        let phrase = view.phrase(at).tokens.after();
        match view.tag(at) {
            _ if view.is_noun_phrase(at) && !noun && !view.is_time(at) => noun = true,
            Tag::POS => noun = false,
            _ if CLAUSAL.holds(view.key(at)) => return false,
            Tag::IN | Tag::TO | Tag::CC | Tag::VBN if noun || view.tag(at - 1) == Tag::VBN => {
                noun = false;
            }
            // "people *familiar with* the talks"
            Tag::JJ if noun && view.tag(at + 1) == Tag::IN && phrase <= at + 2 => {
                noun = false;
                at += 2;
                continue;
            }
            _ => return false,
        }
        at = phrase;
    }
    noun && at == end
}

/// Whether a list goes on behind the comma: "…, Poe*, Berg and Moe* said".
fn goes_on_list(view: &View, comma: usize, end: usize) -> bool {
    let before = comma.wrapping_sub(1);
    let listed = (comma..end).any(|at| view.tag(at) == Tag::CC);
    listed && view.is_noun_phrase(before) && {
        let first = view.phrase(before).tokens.first();
        view.kind(first.wrapping_sub(1)) == Kind::Comma
    }
}

/// The end of what stands between commas behind the noun phrase at `start` and names that person or tells who he is, with its second
/// comma, if more stands before `edge`: "*The mayor, Ann Poe,* left and said".
pub(in crate::claims) fn apposed_end(view: &View, start: usize, edge: usize) -> Option<usize> {
    let open = view.chain_end(start);
    if view.kind(open) != Kind::Comma || open + 2 >= edge || !view.is_noun_phrase(open + 1) {
        return None;
    }
    let close = view.chain_end(open + 1);
    let person = |at: usize| view.mention(at) == Some(EntityType::Person);
    let role = |at: usize| matches!(view.tag(at), Tag::DT | Tag::NN | Tag::PRPS);
    let named = person(start) && role(open + 1)
        || person(open + 1) && view.tag(view.phrase(start).head()) == Tag::NN;
    if !named || view.kind(close) != Kind::Comma {
        return None;
    }
    // "The mayor, *Ann Poe, a former judge,* left", but not the list "Ann Poe, *her friend, and Carl Berg*"
    let end = match close + 1 {
        next if view.is_noun_phrase(next) && !view.is_time(next) => view.chain_end(next) + 1,
        next => next,
    };
    let listed = view.is_noun_phrase(end) && !view.is_time(end) || view.tag(end) == Tag::CC;
    (!listed && end < edge && view.kind(end - 1) == Kind::Comma).then_some(end)
}

/// The list of noun phrases that opens the clause and whose verb is the cue: "*The EU, the US and Japan* condemned the arrest".
pub(in crate::claims) fn list_before(anchor: &Anchor) -> Option<Run> {
    let Anchor { view, edge, end, .. } = *anchor;
    let first = view.unit.first();
    let phrase_before = |at: usize| {
        let before =
            at.checked_sub(1).filter(|before| *before >= first && view.is_noun_phrase(*before));
        before.map(|before| view.phrase(before).tokens.first()).filter(|start| *start >= first)
    };
    if matches!(view.kind(end), Kind::Comma | Kind::Stop | Kind::Double) {
        return None; // "It was sold to the minister, Poe and Marsk said."
    }
    let mut start = phrase_before(edge)?;
    if start == first || view.tag(start - 1) != Tag::CC {
        return None;
    }
    let mut commas = 0;
    start -= 1;
    loop {
        let bare = start - usize::from(start > first && view.kind(start - 1) == Kind::Comma);
        let Some(next) = phrase_before(bare) else { break };
        if view.is_time(next) {
            return None;
        }
        commas += usize::from(bare < start);
        start = next;
        if start == first || view.kind(start - 1) != Kind::Comma {
            break;
        }
    }
    (start == first && commas > 0).then(|| Run::new(start, edge))
}

/// Tokens of two names with a comma behind each.
const PAIR: usize = 8;

/// The two persons with whom a headline opens before its verb, where it joins them by a comma: "*Poe, Berg* urge calm".
pub(in crate::claims) fn pair_in_headline(anchor: &Anchor) -> Option<Run> {
    let Anchor { view, edge, cue, end, .. } = *anchor;
    let tables = view.tables;
    let first = view.unit.first();
    // "Poe, Berg *said,* is late"
    let aside = view.kind(end) == Kind::Comma;
    if cue.kind != CueKind::Verb || edge > first + PAIR || aside {
        return None;
    }
    let headline = || tables.sentence_at(first).is_some_and(|it| it.part == Part::Headline);
    let person = |at: usize| {
        let named = tables.mention_at(at).filter(|it| it.tokens.first() == at);
        let named = named.filter(|it| tables.entity_type(it) == Some(EntityType::Person));
        named.map(|it| it.tokens.after())
    };
    let comma = person(first).filter(|comma| view.kind(*comma) == Kind::Comma)?;
    let end = person(comma + 1)?;
    let beside = end == edge || end + 1 == edge && view.kind(end) == Kind::Comma;
    (beside && (first == 0 || headline())).then(|| Run::new(first, end))
}

/// Where the subject of the cue begins if it is somebody's: in "Ann Poe, *whose lawyer* said" nobody before him says so.
pub(in crate::claims) fn whose_before(anchor: &Anchor) -> Option<usize> {
    let Anchor { view, cue, edge, .. } = *anchor;
    let subject = edge.checked_sub(1).filter(|at| *at >= view.unit.first())?;
    let start = view.phrase(subject).tokens.first();
    (cue.kind == CueKind::Verb && view.tag(start) == Tag::WPS).then_some(start)
}

/// Whether the subject of the cue stands right before it: a noun phrase that is no time and hangs on no preposition, before a
/// finite verb.
pub(in crate::claims) fn has_subject(anchor: &Anchor) -> bool {
    const CONJUNCTIONS: KeySet<8> =
        KeySet::new(["that", "because", "if", "while", "although", "though", "whether", "unless"]);
    let Anchor { view, cue, start, edge, .. } = *anchor;
    let finite = cue.kind == CueKind::Verb && view.tag(start).is_finite();
    if !finite || edge <= view.unit.first() || !view.is_noun_phrase(edge - 1) {
        return false;
    }
    let before = view.phrase(edge - 1).tokens.first().wrapping_sub(1);
    let hangs = matches!(view.tag(before), Tag::IN | Tag::TO | Tag::CC);
    !view.is_time(edge - 1) && (!hangs || CONJUNCTIONS.holds(view.key(before)))
}

/// Whether somebody says what the cue says: it is an active verb with a subject, and no impression, "the race *seems* close".
pub(in crate::claims) fn has_source(anchor: &Anchor) -> bool {
    const IMPRESSIONS: KeySet<14> = KeySet::new([
        "seem", "seems", "seemed", "seeming", "appear", "appears", "appeared", "appearing", "look",
        "looks", "looked", "sound", "sounds", "sounded",
    ]);
    let Anchor { view, cue, head, subject, .. } = *anchor;
    let own = matches!(subject.how, How::Beside | How::Apart | How::Relative | How::Joined);
    let it = anchor.subject_start().is_none_or(|at| view.key(at) == key("it"));
    let aside = || anchor.set_off_subject().is_some() && anchor.parenthesis().is_some();
    cue.kind == CueKind::Verb
        && cue.voice == Voice::Active
        && (own || aside() || reporting_subject(anchor).is_some())
        && !it
        && !IMPRESSIONS.holds(view.key(head))
        && addressed(anchor).is_none()
}

/// Whether who relays is told behind the comma, and is no part of the source before it: "said Poe, *according to* AP", "said Poe,
/// *as quoted by* AP".
pub(in crate::claims) fn opens_relay(view: &View, comma: usize) -> bool {
    const QUOTED: KeySet<3> = KeySet::new(["quoted", "cited", "reported"]);
    const BY: [u64; 2] = keys(["by", "in"]);
    if view.kind(comma) != Kind::Comma {
        return false;
    }
    let at = comma + 1;
    let quoted = at + usize::from(view.key(at) == key("as"));
    view.key(at) == key("according") && view.key(at + 1) == key("to")
        || QUOTED.holds(view.key(quoted)) && BY.contains(&view.key(quoted + 1))
}
