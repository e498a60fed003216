//! What no weight decides: readings that grammar leaves out, so that they are never candidates.
//!
//! Here stands what sources and contents both hang on: whom the words are said to, and who is only quoted.

pub(super) mod contents;
pub(super) mod sources;

use super::clauses::How;
use super::view::{AROUND, Anchor, Follow, View};
use crate::document::{Act, CueCandidate, CueKind, Kind, Tag, Token, Voice};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{AUXILIARIES, CueEntry, FrameKind};
use crate::span::Run;

/// Whom the cue addresses, where that is its subject: "*The jury* was told that …", "“It is late,” *Poe* was told", "*She* was
/// warned to wait", "*The court* heard that …".
pub(super) fn addressed(anchor: &Anchor) -> Option<Run> {
    const PERSONS: KeySet<12> = KeySet::new([
        "i", "we", "you", "he", "she", "they", "who", "nobody", "everyone", "everybody", "someone",
        "anyone",
    ]);
    let Anchor { view, cue, edge, end, subject, .. } = *anchor;
    let phrase = |at: &usize| view.is_noun_phrase(*at) || view.tag(*at) == Tag::WP;
    let passive = cue.kind == CueKind::Verb && cue.voice == Voice::Passive;
    // "*Ann Poe, the mayor,* was told"
    let apart = passive && subject.how == How::Apart;
    let set_off = |at: &usize| apart && view.kind(*at) == Kind::Comma;
    let last = edge.checked_sub(1);
    let last = last.filter(|at| view.unit.holds(*at) && (phrase(at) || set_off(at)))?;
    let entry = anchor.entry().filter(|_| passive);
    let told = entry.is_some_and(tells_subject) || hears(anchor, last);
    let own = anchor.subject_start().filter(|_| apart || subject.how == How::Beside);
    let start = own.unwrap_or(view.phrase(last).tokens.first());
    let by = view.key(end) == key("by") && view.is_noun_phrase(end + 1);
    let next = if by { view.chain_end(end + 1) } else { end };
    let next = view.past_time(next);
    let before = start.wrapping_sub(1);
    // Who "is expected to" do something, or "charged with" it, need not know.
    let asks = |it: &CueEntry| {
        matches!(it.act, Act::State | Act::Ask | Act::Demand | Act::Warn | Act::Propose)
    };
    let linked = || entry.is_some_and(|it| it.has(FrameKind::ObjectThen(view.key(next))));
    let listens = match view.follow(next) {
        // "*We* were not told", "*they* were told nothing"
        _ if entry.is_some_and(tells_subject) && PERSONS.holds(view.key(last)) => true,
        Follow::Clause | Follow::That | Follow::Wh => told,
        // "told *the driver only* saw her late"
        Follow::Noun => {
            told && {
                let verb = view.chain_end(next);
                view.tag(verb).is_adverb() && view.tag(verb + 1).is_finite()
            }
        }
        Follow::Comma | Follow::End => {
            told && (view.kind(before) == Kind::Comma || view.closes(before))
        }
        // "The trial was ordered to be held"
        Follow::To => entry.is_some_and(asks) && linked() && view.key(next + 1) != key("be"),
        Follow::Preposition => entry.is_some_and(asks) && told && linked(),
        _ => false,
    };
    listens.then(|| Run::new(start.min(last), edge))
}

/// Whether the subject of the verb's passive is whom it addresses; but who "is convinced" or "assured" says so.
pub(super) fn tells_subject(entry: &CueEntry) -> bool {
    let of_mind = matches!(entry.act, Act::Demand | Act::Promise);
    entry.addresses() && !entry.has(FrameKind::Object) && !of_mind
}

/// Whether the cue tells that a court, the last word of whose noun phrase stands at `last`, hears what others say there.
fn hears(anchor: &Anchor, last: usize) -> bool {
    const COURTS: KeySet<12> = KeySet::new([
        "court", "courtroom", "jury", "jurors", "inquest", "tribunal", "inquiry", "hearing",
        "trial", "magistrates", "panel", "judge",
    ]);
    let view = anchor.view;
    HEARD.holds(view.key(anchor.head)) && COURTS.holds(view.key(view.phrase(last).head()))
}

/// Whether the cue tells what a court heard.
pub(super) fn is_heard(anchor: &Anchor) -> bool {
    HEARD.holds(anchor.view.key(anchor.head)) && addressed(anchor).is_some()
}

/// What says of a subject what it is.
pub(super) const COPULA: [u64; 4] = keys(["is", "was", "are", "were"]);

const HEARD: KeySet<2> = KeySet::new(["heard", "hears"]);

/// Whether the colon only introduces a quotation whose speaker is named behind it: "She was cautious: “Let us wait,” *she said*."
pub(super) fn is_tagged_behind(anchor: &Anchor) -> bool {
    let Anchor { view, cue, end, .. } = *anchor;
    if cue.kind != CueKind::Colon || !view.opens(end) {
        return false;
    }
    let after = view.quotation(end).after();
    let comma = view.kind(after.wrapping_sub(2)) == Kind::Comma;
    let says = |cue: &CueCandidate| {
        let quotes = |entry: &CueEntry| entry.has(FrameKind::Quote);
        cue.kind == CueKind::Verb && view.entry(cue).is_some_and(quotes)
    };
    let near = |cue: &&CueCandidate| (after..after + 6).contains(&cue.tokens.first());
    comma && view.cues.iter().filter(near).any(says)
}

/// Whether somebody asks if it is so, and nobody says it: "*Did the mayor tell* you?", but not "Why did the mayor tell you?", which
/// knows it.
pub(super) fn is_asked(anchor: &Anchor) -> bool {
    /// Tokens of the subject.
    const SUBJECT: usize = 8;
    let Anchor { view, cue, edge, head, .. } = *anchor;
    let bare = matches!(view.tag(head), Tag::VB | Tag::VBP | Tag::VBN | Tag::VBG);
    // "Was it what Poe *had said*?"
    let own = view.tag(view.phrase(head).tokens.first());
    let bare = bare && (own == view.tag(head) || !own.is_finite() && own != Tag::MD);
    if cue.kind != CueKind::Verb || cue.voice != Voice::Active || !bare {
        return false;
    }
    let first = view.unit.first().max(edge.saturating_sub(SUBJECT));
    let helps = |at: usize| view.tag(at).is_verb() || view.tag(at) == Tag::MD;
    let ends = |at: &usize| helps(*at) || !matches!(view.kind(*at), Kind::Word | Kind::Clitic);
    let Some(verb) = (first..edge).rev().find(ends) else { return false };
    let begins = |at: usize| {
        let before = at.wrapping_sub(1);
        let opens = view.tables.tokens.get(at).is_some_and(|it| it.has(Token::SENTENCE));
        opens
            || view.tag(before) == Tag::CC
            || !matches!(view.kind(before), Kind::Word | Kind::Clitic)
    };
    let stops =
        |at: &usize| matches!(view.kind(*at), Kind::Stop | Kind::Question | Kind::Exclamation);
    let asks = || {
        let stop = (head..head + AROUND).find(stops);
        stop.is_some_and(|stop| view.kind(stop) == Kind::Question)
    };
    AUXILIARIES.holds(view.key(verb)) && verb + 1 < edge && begins(verb) && asks()
}

/// Whether the verb is only named as a word between quotation marks of its own: "words such as “expects,” “plans” and “*believes*”".
pub(super) fn is_word(anchor: &Anchor) -> bool {
    /// Tokens of a quotation of one word, with its marks and what sets it off. Longer ones may hold many verbs.
    const LONGEST: usize = 8;
    const WORDS: KeySet<9> =
        KeySet::new(["as", "like", "word", "words", "term", "terms", "verb", "verbs", "phrase"]);
    let Anchor { view, cue, head, .. } = *anchor;
    let quote = view.tables.quote_at(head).filter(|it| it.tokens.len() <= LONGEST);
    let Some(quote) = quote.filter(|_| cue.kind == CueKind::Verb) else { return false };
    let inside = quote.tokens.range().filter(|at| view.kind(*at) == Kind::Word).count();
    let mark = |at: usize| matches!(view.kind(at), Kind::Double | Kind::Single);
    let before = quote.tokens.first().wrapping_sub(1);
    let past = before.wrapping_sub(1);
    let joined = view.tag(before) == Tag::CC || view.kind(before) == Kind::Comma;
    inside == 1 && (WORDS.holds(view.key(before)) || mark(before) || joined && mark(past))
}

/// Who says what another relays.
pub(super) enum Quoted {
    /// The object of the relay's verb: "AP quoted *the mayor* as saying".
    Object(Run),
    /// Its subject, which ends here at the latest: "*The mayor* was quoted by AP as saying".
    Subject(usize),
}

/// Verbs of who relays what another says.
pub(super) const QUOTING: KeySet<6> =
    KeySet::new(["quote", "quotes", "quoted", "quoting", "cited", "citing"]);

/// Who speaks where the cue is what somebody is quoted as doing.
pub(super) fn quoted_by_another(anchor: &Anchor) -> Option<Quoted> {
    const LONGEST: usize = 20;
    let Anchor { view, start, edge, .. } = *anchor;
    let as_ = edge.checked_sub(1)?;
    if view.tag(start) != Tag::VBG || view.key(as_) != key("as") {
        return None;
    }
    let first = view.unit.first().max(as_.saturating_sub(LONGEST));
    let verb = (first..as_).rev().find(|at| QUOTING.holds(view.key(*at)))?;
    let group = view.phrase(verb).tokens;
    let by = view.key(verb + 1) == key("by");
    Some(match by {
        true => Quoted::Subject(group.first()),
        false => Quoted::Object(Run::new(verb + 1, as_)),
    })
}

/// Where the subject begins of the verb that stands before a comma and the cue, a participle between commas: "It came after *the
/// Herald* reported, citing sailors, that …".
fn reporting_subject(anchor: &Anchor) -> Option<usize> {
    let Anchor { view, cue, start, head, .. } = *anchor;
    let verb = start.checked_sub(2).filter(|verb| *verb > view.unit.first())?;
    if cue.kind != CueKind::Verb {
        return None;
    }
    let aside = view.kind(verb + 1) == Kind::Comma && view.tag(head) == Tag::VBG;
    let says = |cue: &CueCandidate| {
        let that = |entry: &CueEntry| entry.has(FrameKind::That) && entry.has(FrameKind::Quote);
        cue.head() == verb && view.entry(cue).is_some_and(that)
    };
    let told = aside && view.tag(verb).is_finite() && view.cues.iter().any(says);
    let group = view.phrase(verb).tokens.first();
    let subject = view.subject_of(group).filter(|_| told && view.subject(group).how == How::Beside);
    // "…, *people close to Poe* said, asking not to be named"
    let whole = view.cues.iter().find(|it| it.head() == verb);
    let whole = whole.and_then(|it| sources::closing_subject(&Anchor::new(view, it)));
    subject.map(|subject| whole.unwrap_or(view.phrase(subject).tokens.first()))
}

/// Whether a clause begins here, without a relative pronoun, about the noun that ends here: "described the plan *Poe backs*".
pub(super) fn begins_relative(view: &View, at: usize) -> bool {
    // "*co-Anchor* Ann Poe"
    let title = view.tables.tokens.get(at - 1).is_none_or(|it| it.has(Token::HYPHEN));
    let common = matches!(view.tag(at - 1), Tag::NN | Tag::NNS) && !title;
    let time = view.is_time(at - 1) || view.is_time(at);
    let beside = view.is_noun_phrase(at - 1) && view.is_noun_phrase(at);
    let subject = || view.phrase(at).tokens;
    let acts = |end: usize| (end..end + 3).find(|at| !view.tag(*at).is_adverb());
    common
        && !time
        && beside
        && subject().first() == at
        && acts(subject().after()).is_some_and(|verb| view.tag(verb).is_finite())
}
