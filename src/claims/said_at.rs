//! When the source spoke.

use super::Draft;
use super::view::{Anchor, View};
use crate::document::{Act, CueKind, Kind, Tag};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{DAYS, FrameKind};

/// The number of the mention of the time at which the source spoke: between source, cue and content, right after the content, or at the start
/// of the unit before the source, where no other verb claims it; else that which the content has among its words,
/// or which follows it.
pub(super) fn find_said_at(anchor: &Anchor, draft: &Draft) -> Option<usize> {
    let view = anchor.view;
    let found = time_beside(view, draft).or_else(|| time_in_content(anchor, draft));
    found.or_else(|| time_behind(view, draft)).map(|at| mention(view, at))
}

/// The number of the mention that holds a token, or of the next one.
fn mention(view: &View, at: usize) -> usize {
    view.tables.mentions.partition_point(|mention| mention.tokens.after() <= at)
}

/// The first token of the time at which the source spoke, outside of source and content.
fn time_beside(view: &View, draft: &Draft) -> Option<usize> {
    let first = draft.source.start.min(draft.cue.start) as usize;
    let first = if draft.source.is_empty() { draft.cue.first() } else { first };
    let last = draft.source.end.max(draft.cue.end) as usize;
    let inside = |at: usize| draft.content.iter().any(|part| part.holds(at));
    let end = view.unit.after();
    let beside = (first..end.min(last + 12)).take_while(|at| *at < last || !inside(*at));
    let before = (view.unit.first()..first)
        .rev()
        .take(6)
        .take_while(|at| !inside(*at) && !view.has_verb(view.unit.first(), *at));
    // "Ann Poe, *who was sacked in May*, said"
    let from = draft.source.after();
    let comma = usize::from(view.kind(from) == Kind::Comma);
    let relative = matches!(view.tag(from + comma), Tag::WP | Tag::WPS | Tag::WDT);
    let told = |at: usize| relative && from <= at && at < draft.cue.first();
    let free = |at: usize| !inside(at) && !draft.source.holds(at) && !told(at);
    let tells = |at: &usize| {
        let free = view.begins_time(*at) && free(*at) && places_speaking(view, *at, last);
        free && !is_length(view, mention(view, *at))
    };
    beside.chain(before).find(tells)
}

/// The first token of the time that says in the content of a verb in the past when that was done: behind its object ("criticised
/// the plan *on Monday*"), before what the object is told ("assured residents *on Friday* that") or at its head ("apologised *last
/// night* for"). What is said of things that happen ("criticised the debate on Monday") or are to come may have that time itself.
fn time_in_content(anchor: &Anchor, draft: &Draft) -> Option<usize> {
    use Act::{Believe, Intend, Predict, Promise, Propose, Want};
    const LINKS: [u64; 3] = keys(["that", "to", "for"]);
    let (view, entry) = (anchor.view, anchor.entry()?);
    let [content] = *draft.content.as_slice() else { return None };
    let spoke =
        view.tag(draft.candidate.head()) == Tag::VBD && content.first() == draft.cue.after();
    let verb = |at: usize| view.tag(at).is_verb() || matches!(view.tag(at), Tag::MD | Tag::TO);
    let phrase = content.range().take_while(|at| !verb(*at)).take(OBJECT);
    let at = phrase.filter(|_| spoke).find(|at| view.begins_time(*at) && is_day(view, *at))?;
    let before = at - usize::from(view.tag(at.wrapping_sub(1)) == Tag::IN);
    let next = view.past_time(at);
    let link = view.key(next);
    if before <= content.first() {
        let head = LINKS.contains(&link) || view.tag(next) == Tag::PRP;
        return head.then_some(at);
    }
    // "said *on television on Friday that*"
    let placed = link == key("that") && view.tag(content.first()) == Tag::IN;
    let told = link != key("for") && entry.has(FrameKind::ObjectThen(link)) || placed;
    let open = matches!(entry.act, Believe | Intend | Predict | Promise | Propose | Want);
    let behind = next == content.after() && !open && !HAPPENS.holds(view.key(before - 1));
    (told || behind).then_some(at)
}

/// The first token of the time that stands right behind the content of a verb that is not to come: "rejected {the plan} *on
/// Monday*".
fn time_behind(view: &View, draft: &Draft) -> Option<usize> {
    let verb = draft.candidate.kind == CueKind::Verb;
    let open = draft.candidate.tokens.range().any(|at| matches!(view.tag(at), Tag::MD | Tag::TO));
    if !verb || open {
        return None;
    }
    let end = draft.content.last().filter(|part| part.first() >= draft.cue.after())?.after();
    let at = end + usize::from(view.tag(end) == Tag::IN);
    let tells = view.unit.holds(at) && view.begins_time(at) && is_day(view, at);
    (tells && places_speaking(view, at, end)).then_some(at)
}

/// Whether a time is a day or longer and gone by: "Monday", "yesterday", "last week", "earlier this month".
fn is_day(view: &View, at: usize) -> bool {
    const GONE: [u64; 4] = keys(["yesterday", "last", "earlier", "today"]);
    let words = view.tables.mentions[mention(view, at)].tokens;
    words.range().any(|at| DAYS.holds(view.key(at)) || GONE.contains(&view.key(at)))
}

/// Whether the mention is of how long or how often, not of when: "spoke for *two hours*".
fn is_length(view: &View, number: usize) -> bool {
    let mention = &view.tables.mentions[number];
    let name = &view.tables.entities[mention.entity.index()].name;
    let length = |rest: &str| rest.starts_with(|it: char| it.is_ascii_digit() || "TX".contains(it));
    name.strip_prefix('P').is_some_and(length)
}

/// Whether a time at `at` tells when somebody spoke: at once or after a preposition, and not as part of a name or clause.
fn places_speaking(view: &View, at: usize, last: usize) -> bool {
    const BEFORE: [u64; 8] = keys(["on", "in", "at", "early", "late", "earlier", "during", "by"]);
    // "the director *since 2014*"
    const BOUNDS: [u64; 4] = keys(["since", "until", "till", "through"]);
    let before = at.wrapping_sub(1);
    if BOUNDS.contains(&view.key(before)) {
        return false;
    }
    let linked = BEFORE.contains(&view.key(before));
    // "in a statement *last month*": the time is in the phrase before, and no modifier of its noun.
    let free = at == last || view.phrase(at).tokens.first() == at || view.tag(before).is_noun();
    linked || free && view.tag(at + 1) != Tag::POS
}

/// How far into a content a time of speaking is sought, in tokens.
const OBJECT: usize = 16;

/// Nouns for what happens, which has a time of its own: "the *debate* on Monday".
#[rustfmt::skip]
const HAPPENS: KeySet<56> = KeySet::new([
    "attack", "attacks", "strike", "strikes", "protest", "protests", "rally", "rallies", "march", "vote", "votes", "election",
    "elections", "debate", "debates", "meeting", "meetings", "hearing", "talks", "summit", "speech", "address", "interview",
    "conference", "convention", "match", "game", "race", "primary", "primaries", "caucuses", "event", "events", "incident",
    "raid", "raids", "shooting", "killing", "killings", "crash", "fire", "blast", "explosion", "remarks", "comments", "remark",
    "comment", "statement", "performance", "ceremony", "funeral", "wedding", "visit", "trip", "visits", "show",
]);
