//! What else a claim says of the speaking: to whom, and what the source does by it.

use super::Draft;
use super::grammar;
use super::view::{Anchor, View};
use crate::document::{Act, Kind, Tables, Tag, Voice};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueEntry, FrameKind};
use crate::span::Run;

/// Whom the source addresses: the noun phrase between the cue and the content after it ("told *reporters* that"), or after
/// "to" ("said to *reporters*"), if the cue's entry has such a frame; its subject ("*the jury* was told that", "*the court*
/// heard that"); at the head of the content who is to do it ("urged *the crew* to leave") or is thanked; whom a letter or an
/// interview is for ("said in a letter to *the crew*").
pub(super) fn find_addressee(anchor: &Anchor, draft: &Draft) -> Option<Run> {
    let entry = anchor.entry()?;
    listener(anchor, draft, entry)
        .or_else(|| listener_of_content(anchor.view, draft, entry))
        .or_else(|| reader_of_letter(anchor.view, draft))
}

/// Whom the content has at its head, where the cue's verb is said to somebody: "urged *the crew* to leave", "thanked *the
/// crew*", "apologised to *the crew*".
fn listener_of_content(view: &View, draft: &Draft, entry: &CueEntry) -> Option<Run> {
    use Act::{Ask, Demand, Propose, State, Thank, Threaten, Warn};
    let start = draft.cue.after();
    let at_head = draft.content.iter().any(|part| part.first() == start);
    if !at_head || !view.is_noun_phrase(start) {
        return None;
    }
    let last = draft.cue.last();
    let own = view.phrase(start).tokens.after();
    let chain = without_manner(view, start, view.chain_end(start)).max(own);
    let told = match entry.act {
        _ if view.key(last) == key("to") && draft.cue.range().any(|at| speaks_to(view, at)) => {
            Some(chain)
        }
        // "called for him to leave", "warned against them"
        _ if !view.tag(last).is_verb() && !CALLED.contains(&view.key(last)) => None,
        Thank => Some(chain),
        State if !entry.addresses() => None,
        Ask | Demand | Warn | Propose | State | Threaten => {
            // "asked *the crew* about it", "urged *the crew of the ferry* to leave"
            [chain, own].into_iter().find(|end| is_said_to(view, entry, *end))
        }
        _ => None,
    };
    told.map(|end| Run::new(start, end))
}

/// The last words of cues like "called on", behind which stands whom they address.
const CALLED: [u64; 3] = keys(["on", "upon", "to"]);

/// Whether a verb with "to" is said to somebody, as "wrote to" is and "referred to" is not.
fn speaks_to(view: &View, at: usize) -> bool {
    const VERBS: KeySet<28> = KeySet::new([
        "write", "writes", "wrote", "written", "writing", "speak", "speaks", "spoke", "spoken",
        "speaking", "talk", "talks", "talked", "talking", "appeal", "appeals", "appealed",
        "appealing", "apologise", "apologises", "apologised", "apologising", "apologize",
        "apologizes", "apologized", "apologizing", "complained", "complaining",
    ]);
    VERBS.holds(view.key(at))
}

/// Whether what follows an object that ends there says that the verb is said to it: "*to* leave", "*on Friday that* it was",
/// "*not to*"; but not "described him *as*".
fn is_said_to(view: &View, entry: &CueEntry, end: usize) -> bool {
    const OBJECTIVE: [u64; 3] = keys(["as", "into", "over"]);
    let next = view.past_time(end);
    let next = view.key(next + usize::from(view.key(next) == key("not")));
    entry.has(FrameKind::ObjectThen(next)) && !OBJECTIVE.contains(&next)
}

/// Who gets the letter, or asks in the interview, in which something is said: "said in a letter to *the crew* that", "In an
/// interview with *the Courier*, Poe said".
fn reader_of_letter(view: &View, draft: &Draft) -> Option<Run> {
    const LETTERS: KeySet<14> = KeySet::new([
        "letter", "letters", "email", "e-mail", "emails", "memo", "message", "note", "speech",
        "interview", "statement", "text", "testimony", "presentation",
    ]);
    /// How far from the cue the letter may be named, in tokens.
    const REACH: usize = 10;
    let first = draft.source.start.min(draft.cue.start) as usize;
    let inside =
        |at: usize| draft.source.holds(at) || draft.content.iter().any(|part| part.holds(at));
    let opening = view.unit.first()..first.min(view.unit.first() + REACH);
    let opening = opening.filter(|_| view.tag(view.unit.first()) == Tag::IN);
    let behind = draft.cue.after()..(draft.cue.after() + REACH).min(view.unit.after());
    let is_letter = |at: &usize| {
        let to = view.key(at + 1) == key("to") || view.key(at + 1) == key("with");
        LETTERS.holds(view.key(*at)) && to && view.is_noun_phrase(at + 2)
    };
    let at = opening.chain(behind).take_while(|at| !inside(*at)).find(is_letter)?;
    let end = without_manner(view, at + 2, view.phrase(at + 2).tokens.after());
    let run = Run::new(at + 2, end);
    (!run.range().any(inside)).then_some(run)
}

/// Whom the cue addresses outside of source and content.
fn listener(anchor: &Anchor, draft: &Draft, entry: &CueEntry) -> Option<Run> {
    let view = anchor.view;
    let taken = |run: &Run| {
        draft.source.overlaps(*run) || draft.content.iter().any(|part| part.overlaps(*run))
    };
    if let Some(listener) = grammar::addressed(anchor).filter(|run| !taken(run)) {
        return Some(listener);
    }
    let object = entry.addresses();
    let to = entry.has(FrameKind::Preposition(key("to")));
    let from = draft.candidate.tokens.end.max(draft.cue.end) as usize;
    let at = if view.tag(from).is_adverb() { from + 1 } else { from };
    let (start, allowed) = match view.key(at) {
        word if word == key("to") => (at + 1, true),
        _ => (at, object),
    };
    let spoken = view.key(at) == key("to") && (to || entry.has(FrameKind::That));
    if !(allowed && object || spoken) || !view.is_noun_phrase(start) {
        return None;
    }
    let next = draft.content.iter().map(|part| part.first()).find(|first| *first >= start);
    let own = view.phrase(start).tokens.after();
    let end = match next {
        Some(next) if next <= start => return None,
        Some(next) => view.chain_end(start).min(next).max(own.min(next)),
        None => view.chain_end(start),
    };
    let run = Run::new(start, without_manner(view, start, end.max(start + 1)));
    (!taken(&run)).then_some(run)
}

/// The end of a phrase without the time or manner that stands at its end: "told reporters *on Friday*", "*by phone*".
fn without_manner(view: &View, start: usize, end: usize) -> usize {
    const HOW: [u64; 6] = keys(["by", "via", "during", "after", "before", "over"]);
    let manner = |at: &usize| {
        let how =
            view.tag(*at) == Tag::IN && (HOW.contains(&view.key(*at)) || view.is_time(at + 1));
        how || view.is_time(*at)
    };
    (start + 1..end).find(manner).unwrap_or(end)
}

/// What the source does: the act of the frame that the content shows, else of the entry.
pub(super) fn classify_act(tables: &Tables, entry: &CueEntry, draft: &Draft) -> Act {
    let first =
        draft.content.iter().map(|part| part.first()).find(|first| *first >= draft.cue.after());
    let last = tables.tokens[draft.cue.last()].key;
    let linked = FrameKind::Preposition(last);
    if draft.cue.len() > 1 && entry.has(linked) {
        return entry.act_in(linked);
    }
    let Some(first) = first else { return entry.act_in(FrameKind::Quote) };
    // "are asked *not to* wait"
    let negated = tables.is_one_of(first, &[key("not"), key("never")]);
    let token = &tables.tokens[first + usize::from(negated && tables.is(first + 1, key("to")))];
    let asks = [key("whether"), key("if")].contains(&token.key);
    let frame = match token.tag {
        _ if matches!(token.kind, Kind::Double | Kind::Single) => FrameKind::Quote,
        Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB => FrameKind::Wh,
        Tag::IN if asks => FrameKind::Wh,
        // "asked *the crowd* to go", "told *him* that …"
        Tag::IN | Tag::TO
            if draft.addressee.is_some() && entry.has(FrameKind::ObjectThen(token.key)) =>
        {
            FrameKind::ObjectThen(token.key)
        }
        Tag::IN if token.key == key("that") => FrameKind::That,
        Tag::IN if entry.has(FrameKind::Preposition(token.key)) => {
            FrameKind::Preposition(token.key)
        }
        Tag::IN if token.key == key("as") => FrameKind::As,
        // "is *said* to be ill" bids nobody.
        Tag::TO
            if draft.candidate.voice == Voice::Passive
                && !entry.has(FrameKind::ObjectThen(key("to"))) =>
        {
            FrameKind::That
        }
        Tag::TO => FrameKind::To,
        Tag::VBG => FrameKind::Ing,
        _ => match object_frame(tables, entry, draft, first) {
            Some(frame) => frame,
            None if entry.has(FrameKind::Object) && !entry.has(FrameKind::That) => {
                FrameKind::Object
            }
            None => FrameKind::That,
        },
    };
    entry.act_in(frame)
}

/// The frame with an object whose second word stands near the beginning of the content: "accused {*Poe of* …}".
fn object_frame(
    tables: &Tables,
    entry: &CueEntry,
    draft: &Draft,
    first: usize,
) -> Option<FrameKind> {
    let part = draft.content.iter().find(|part| part.holds(first))?;
    // "told {*she wanted* to go}" is no "told {*her* to go}".
    let near =
        (first..(part.after()).min(first + 12)).take_while(|at| !tables.tag(*at).is_finite());
    let frames = entry.frames.iter().map(|frame| frame.kind);
    frames.into_iter().find(|kind| {
        matches!(kind, FrameKind::ObjectThen(word) if near.clone().any(|at| tables.is(at, *word)))
    })
}
