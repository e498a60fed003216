//! What patterns and dictionary choose alone, without weights: the source where a pattern or the cue's class and voice want it,
//! and the content that a pattern wants or the frames of the cue's entry license.
//!
//! A caller chooses this where every choice must follow from the patterns and the cue dictionary, or to see what the weights
//! are worth. Cues that the dictionary counts as weak are read only beside quotations, as nouns with a clause, and where a
//! pattern wants them.

use std::cmp::Reverse;

use super::clauses::Role;
use super::content::{ContentCandidate, EXPLETIVES, Left, Options, Right};
use super::features::Unweighed;
use super::patterns::{Boosts, has_target};
use super::source::{SourceCandidate, Sources};
use super::view::{Anchor, Follow, Inversion, View};
use super::{Choice, HOPELESS, Memory, Score, score_of, taken};
use crate::document::{CueKind, EntityType, Kind, PhraseKind, Tag, Voice};
use crate::lexicon::{CueEntry, FrameKind, Strength};
use crate::rules::{Rules, SourcePlace as Place};
use crate::span::Run;

/// The candidates of one cue, in memory that is kept from cue to cue.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    sources: Sources<()>,
    options: Options<()>,
}

impl Memory {
    /// Scores the cues of a unit by their strength in the dictionary; marks have none.
    pub(super) fn rate_cues(&mut self, view: &View, rules: &Rules) {
        let quotes = view.opening_in(view.unit.first(), view.unit.after()).is_some();
        let rate = |cue| match view.entry(cue).map(|entry| entry.strength) {
            Some(Strength::Core) => CORE,
            Some(Strength::Licensed) | None => LICENSED,
            Some(Strength::Weak) if quotes => WEAK,
            Some(Strength::Weak) => {
                let anchor = Anchor::new(view, cue);
                let may = is_claim(&anchor) || Boosts::new(rules, &anchor).promise() > 0;
                if may { WEAK } else { HOPELESS }
            }
        };
        self.scores.clear();
        self.scores.extend(view.cues.iter().map(rate));
    }
}

/// Log odds that stand for nine in ten, for two in three, and for one in two.
const CORE: Score = score_of(2.2);
const LICENSED: Score = score_of(0.7);
const WEAK: Score = 0;

/// Source, content and extent of a cue, if a content fits.
pub(super) fn choose(
    anchor: &Anchor,
    rules: &Rules,
    candidates: &mut Candidates,
) -> Option<Choice> {
    let Candidates { sources, options } = candidates;
    let boosts = Boosts::new(rules, anchor);
    sources.propose(anchor, Unweighed);
    let source = choose_source(anchor, &boosts, &sources.list)?;
    options.propose(anchor, source.run, source.place, Unweighed);
    let content = Search::new(anchor, &boosts, &source).choose(options)?;
    let extent = extent(anchor, source.run, &content);
    Some(Choice { source: source.run, place: source.place, content, extent, sure: 1.0 })
}

/// The source where a pattern wants it, else the agent of a passive, who stands after an inverted verb, the owner of a noun, the
/// subject; otherwise nobody.
fn choose_source(
    anchor: &Anchor,
    boosts: &Boosts,
    list: &[SourceCandidate<()>],
) -> Option<SourceCandidate<()>> {
    let usual = match anchor.cue.kind {
        CueKind::Preposition => Place::After,
        CueKind::Noun => Place::Possessive,
        _ if anchor.cue.voice == Voice::Passive => Place::By,
        _ if anchor.inversion >= Inversion::Followed && anchor.says() => Place::After,
        _ => Place::Before,
    };
    let wanted = [Place::Before, Place::After].into_iter().max_by_key(|it| boosts.source(*it));
    let place = wanted.filter(|it| boosts.source(*it) > 0).unwrap_or(usual);
    // "“It is late,” Poe said the ferry had left": who follows the verb is none of its sources.
    let subject =
        || if place == Place::After { source_at(anchor, Place::Before, list) } else { None };
    source_at(anchor, place, list)
        .or_else(subject)
        .or_else(|| list.iter().find(|source| source.place == Place::Nowhere))
        .copied()
}

/// The source at a place: the first of those after the cue, the longest of those before it.
fn source_at<'s>(
    anchor: &Anchor,
    place: Place,
    list: &'s [SourceCandidate<()>],
) -> Option<&'s SourceCandidate<()>> {
    let whole = |it: &&SourceCandidate<()>| match place {
        Place::Before if anchor.cue.kind == CueKind::Verb => {
            is_parsed(anchor, it.run) || is_subject(anchor, it.run)
        }
        Place::Before => anchor.introduced() == Some(it.run) || is_subject(anchor, it.run),
        Place::After | Place::By => ends_well(anchor.view, it.run),
        _ => true,
    };
    // "*Rejecting* the criticism, Ms. Poe": the farthest.
    let far = place == Place::After && anchor.start == anchor.view.unit.first();
    let rank = |it: &&SourceCandidate<()>| {
        (if far { it.run.start } else { u32::MAX - it.run.start }, it.run.end)
    };
    list.iter().filter(|source| source.place == place).filter(whole).max_by_key(rank)
}

/// Whether a source is the subject of the cue's verb group, with what hangs on it.
fn is_parsed(anchor: &Anchor, run: Run) -> bool {
    anchor.role(run.first()) == Role::First && run.after() == anchor.view.chain_end(run.first())
}

/// Whether a source after its cue ends with its noun phrase and what hangs on it, or with an apposition.
fn ends_well(view: &View, run: Run) -> bool {
    let (first, end) = (run.first(), run.after());
    let chain = view.chain_end(first);
    let closed = matches!(view.kind(end), Kind::Comma | Kind::Stop | Kind::Double);
    let apposed = || {
        view.kind(chain) == Kind::Comma
            && view.is_noun_phrase(chain + 1)
            && !view.has_verb(chain, end)
    };
    end == chain || end > chain && view.commas(first, end) == 1 && closed && apposed()
}

/// Whether a source is all that stands right before the cue and hangs together without a verb.
fn is_subject(anchor: &Anchor, run: Run) -> bool {
    let Anchor { view, edge, .. } = *anchor;
    let (first, end) = (run.first(), run.after());
    // "Ann Poe, the mayor: “…”"
    let line = anchor.cue.kind == CueKind::Colon && first == view.unit.first();
    let apposed = || line || view.commas(first, end) == 0 || view.kind(end - 1) == Kind::Comma;
    let alone = view.tag(end - 1) == Tag::PRP; // "until *she* said"
    end == edge
        && !(alone && run.len() > 1)
        && view.is_noun_phrase(first)
        && !view.has_verb(first, end)
        && apposed()
}

/// The cue and the source whose content is sought.
struct Search<'p> {
    anchor: &'p Anchor<'p, 'p>,
    boosts: &'p Boosts<'p>,
    place: Place,
    /// Whether a quotation ends right before source and cue, and whether that or a comma does.
    quoted: bool,
    set_off: bool,
    active: bool,
    passive: bool,
    /// Whether a person opens the line: "Poe: That is so."
    names_speaker: bool,
}

impl<'p> Search<'p> {
    fn new(
        anchor: &'p Anchor<'p, 'p>,
        boosts: &'p Boosts<'p>,
        source: &SourceCandidate<()>,
    ) -> Search<'p> {
        let Anchor { view, cue, .. } = *anchor;
        let place = source.place;
        let edge = if place == Place::Before { source.run.first() } else { anchor.edge };
        let before = edge.wrapping_sub(1);
        let quoted = view.closes(before);
        let set_off = quoted || view.kind(before) == Kind::Comma;
        let verb = cue.kind == CueKind::Verb;
        let active = verb && cue.voice == Voice::Active;
        let passive = verb && !active;
        let person = view.mention(source.run.first()) == Some(EntityType::Person);
        let names_speaker = person && source.run.start == view.unit.start;
        Search { anchor, boosts, place, quoted, set_off, active, passive, names_speaker }
    }

    /// The content that a pattern wants, else the quotation before the cue, else what its frames license after it, else the clause
    /// before it; of several, that with the nearest beginning and the farthest end.
    fn choose(&self, options: &Options<()>) -> Option<ContentCandidate> {
        let contents = options.all().map(|(content, _)| content);
        contents.filter(|content| self.fits(content)).min_by_key(|content| self.order(content))
    }

    fn fits(&self, content: &ContentCandidate) -> bool {
        let Search { anchor, set_off, active, .. } = *self;
        let ContentCandidate { left, right, left_kind, right_kind } = *content;
        let view = anchor.view;
        let apart = right.is_empty() || right.first() >= anchor.end;
        // "complained *about* the delay": it belongs to the cue.
        let linked =
            right_kind == Right::Direct && view.follow(right.first()) == Follow::Preposition;
        let expletive = left.len() == 1 && EXPLETIVES.contains(&view.key(left.first()));
        if !apart || linked || expletive || !whole_quotation(view, right) {
            return false;
        }
        if self.boost(content) > 0 {
            return true;
        }
        let quotes = view.opens(right.first());
        let somebody = self.place != Place::Nowhere;
        let may = match anchor.cue.kind {
            CueKind::Verb => somebody || !active,
            CueKind::Noun => somebody || view.follow(right.first()) == Follow::That,
            CueKind::Colon => somebody && (quotes || self.names_speaker),
            CueKind::Dash => false,
            CueKind::Adjective | CueKind::Preposition => true,
        };
        let weak = !is_claim(anchor)
            && anchor.entry().is_some_and(|entry| entry.strength == Strength::Weak);
        let beside = !active || quotable(anchor);
        may && match left_kind {
            Left::None => licensed(anchor, right.first(), right_kind) && (quotes || !weak),
            _ if !active && !view.has_verb(left.first(), left.after()) => !weak,
            Left::Noun | Left::Relative | Left::Subject => false,
            _ if is_quotation(view, left) => set_off && (right.is_empty() || quotes) && beside,
            _ => {
                let clause = view.has_verb(left.first(), left.after());
                set_off && right.is_empty() && clause && beside && !weak
            }
        }
    }

    /// What the patterns add to the content.
    fn boost(&self, content: &ContentCandidate) -> Score {
        self.boosts.content(self.anchor.view, self.place, content)
    }

    /// What a pattern wants goes first, whom one tells last, two parts before one.
    fn order(&self, content: &ContentCandidate) -> impl Ord + use<> {
        let ContentCandidate { right, left_kind, .. } = *content;
        let after = left_kind == Left::None;
        let told = after && is_told(self.anchor, right.first());
        let side = u8::from(told) + u8::from(after == (self.quoted || self.passive));
        let one = after || right.is_empty();
        let boost = Reverse(self.boost(content));
        (boost, side, one, right.start, Reverse(right.end), preference(left_kind))
    }
}

/// Whether the cue is a noun with its clause: "the *claim* that the dam was safe".
fn is_claim(anchor: &Anchor) -> bool {
    anchor.cue.kind == CueKind::Noun && anchor.view.follow(anchor.end) == Follow::That
}

/// Whether a part before the cue is one quotation.
fn is_quotation(view: &View, left: Run) -> bool {
    view.opens(left.first()) && view.quotation(left.first()).end == left.end
}

/// Whether the cue's frames license a content that begins at `at`; marks license any.
fn licensed(anchor: &Anchor, at: usize, kind: Right) -> bool {
    let view = anchor.view;
    let Some(entry) = anchor.entry() else { return kind == Right::Direct };
    match kind {
        Right::None => false,
        Right::AfterPreposition => entry.has(FrameKind::Preposition(view.key(at - 1))),
        Right::Direct => view.licensed(entry, at),
        Right::AfterNoun if entry.has(FrameKind::ObjectThen(view.key(at))) => !has_target(entry),
        Right::AfterNoun | Right::AtMarker | Right::AfterTime => {
            view.is_marker(at) && view.licensed(entry, at)
        }
    }
}

/// Whether who is told stands at `at`, if what is said follows.
fn is_told(anchor: &Anchor, at: usize) -> bool {
    let addresses = |entry: &CueEntry| entry.addresses() && !has_target(entry);
    anchor.entry().is_some_and(addresses) && anchor.view.follow(at).may_be_subject()
}

/// Whether the cue may stand beside a quotation.
fn quotable(anchor: &Anchor) -> bool {
    anchor.entry().is_none_or(|entry| entry.has(FrameKind::Quote) || !entry.rest.is_empty())
}

/// Whether a part that opens a quotation ends with it.
fn whole_quotation(view: &View, right: Run) -> bool {
    right.is_empty() || !view.opens(right.first()) || {
        let quotation = view.quotation(right.first());
        quotation.first() < right.first() || quotation.end >= right.end
    }
}

/// Quotations first, then clauses, then nouns.
fn preference(left: Left) -> u8 {
    match left {
        Left::None | Left::Quoted => 0,
        Left::Whole => 1,
        Left::AfterOpening => 2,
        Left::Clause => 3,
        Left::Noun | Left::Relative | Left::Subject => 4,
    }
}

/// The words of the candidate with the adverbs before it and a preposition that links it to the content.
fn extent(anchor: &Anchor, source: Run, content: &ContentCandidate) -> Run {
    let Anchor { view, start, edge, end, .. } = *anchor;
    let linked = matches!(view.tag(end), Tag::IN | Tag::TO) && content.right.first() == end + 1;
    // "There *were fears of* a flood"
    let verb = view.phrase(view.phrase(start).tokens.first().saturating_sub(1));
    let noun = anchor.cue.kind == CueKind::Noun && verb.kind == PhraseKind::Verb;
    let from = if noun { verb.tokens.first() } else { edge };
    let whole = Run::new(from, end + usize::from(linked));
    let apart = |run: &Run| {
        let free = !taken(source, content).iter().any(|other| other.overlaps(*run));
        free && !view.tables.crosses(*run)
    };
    Some(whole).filter(apart).unwrap_or_else(|| Run::new(start, end))
}
