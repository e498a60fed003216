//! Which noun phrase is the source? The candidates on both sides of a cue, and their features.

use super::cue::subject_class;
use super::features::{Facts, Half, Ledger, Piece, Sink};
use super::grammar::{self, Quoted, sources};
use super::view::{AROUND, Anchor, Inversion, View, length};
use crate::document::{CueKind, Kind, PhraseKind, Tag, Voice};
use crate::key::{KeySet, key, keys};
use crate::rules::SourcePlace as Place;
use crate::span::Run;

/// A span that may be the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SourceCandidate<P> {
    pub(crate) run: Run,
    pub(crate) place: Place,
    pub(crate) parts: [P; 3],
}

/// Most ends of sources with one start.
const ENDS: usize = 6;
/// How far to look for a source, in tokens and in noun phrases.
const REACH: usize = 40;
const PHRASES: usize = 7;

/// The candidates of one cue, in memory that is kept from cue to cue.
#[derive(Debug, Default)]
pub(crate) struct Sources<P> {
    pub(crate) list: Vec<SourceCandidate<P>>,
    /// Ends that are described already: candidates share them.
    ends: Vec<End<P>>,
}

/// An end of sources at a place.
#[derive(Clone, Copy, Debug)]
struct End<P> {
    at: usize,
    place: Place,
    part: P,
    /// The gap to the cue, where the end tells it.
    gap: Option<Gap>,
}

/// What stands between a source and its cue.
#[derive(Clone, Copy, Debug)]
struct Gap {
    /// The kinds of tokens in it, and the side of the cue that it is on.
    tokens: u64,
    /// How likely another cue is in it.
    rival: u64,
}

impl Gap {
    fn new(view: &View, from: usize, to: usize) -> Gap {
        Gap { tokens: view.between(from, to), rival: view.likely(from, to.min(from + AROUND)) }
    }

    /// The gap of the sources that end here; the start tells that of those after the cue.
    fn before(anchor: &Anchor, end: usize, place: Place) -> Option<Gap> {
        match place {
            Place::Before | Place::Possessive if end <= anchor.start => {
                Some(Gap::new(anchor.view, end, anchor.start))
            }
            Place::Before | Place::Possessive => Some(Gap { tokens: AFTER, rival: 0 }),
            _ => None,
        }
    }

    /// The gap of the sources after the cue that start here.
    fn after(anchor: &Anchor, start: usize, place: Place) -> Option<Gap> {
        matches!(place, Place::After | Place::By).then(|| {
            let Gap { tokens, rival } = Gap::new(anchor.view, anchor.end, start);
            Gap { tokens: tokens | AFTER, rival }
        })
    }
}

/// Set for gaps after the cue.
const AFTER: u64 = 1 << 16;

impl<P: Copy + Default> Sources<P> {
    /// Finds the candidates of a cue, the one for "no source" first, where it may have none; one that is sure is alone.
    pub(crate) fn propose(&mut self, anchor: &Anchor, ledger: impl Ledger<Part = P>) {
        self.list.clear();
        self.ends.clear();
        let quoted = grammar::quoted_by_another(anchor);
        let mut proposal = Proposal { anchor, ledger, sources: self };
        if let Some(Quoted::Object(speaker)) = quoted {
            proposal.add(speaker.first(), &[Some(speaker.after())], Place::Before, 0);
            if !proposal.sources.list.is_empty() {
                return;
            }
        }
        if let Some(pair) = sources::pair_in_headline(anchor) {
            return proposal.describe(pair.first(), &[Some(pair.after())], Place::Before, 0);
        }
        if !sources::has_source(anchor) {
            proposal.nowhere();
        }
        let listens = grammar::addressed(anchor).is_some();
        if !listens && !matches!(anchor.cue.kind, CueKind::Preposition) {
            proposal.before(match quoted {
                Some(Quoted::Subject(end)) => end,
                _ => anchor.edge,
            });
        }
        proposal.after();
        if anchor.cue.kind == CueKind::Noun {
            proposal.possessive();
        }
        if proposal.sources.list.is_empty() {
            proposal.nowhere();
        }
    }
}

/// The candidates of one cue in the making.
struct Proposal<'a, 'v, 'p, L: Ledger> {
    anchor: &'p Anchor<'a, 'v>,
    ledger: L,
    sources: &'p mut Sources<L::Part>,
}

impl<L: Ledger> Proposal<'_, '_, '_, L> {
    fn nowhere(&mut self) {
        let anchor = self.anchor;
        let part = self.ledger.part(|sink| nowhere_features(anchor, sink));
        let parts = [part, Default::default(), Default::default()];
        self.sources.list.push(SourceCandidate {
            run: Run::default(),
            place: Place::Nowhere,
            parts,
        });
    }

    /// What ends at `edge` or before it.
    fn before(&mut self, edge: usize) {
        let Anchor { view, level, .. } = *self.anchor;
        let first = sources::whose_before(self.anchor)
            .unwrap_or(view.unit.first().max(edge.saturating_sub(REACH)));
        let subject = sources::has_subject(self.anchor);
        let follows = self.anchor.inversion >= Inversion::Followed && self.anchor.says();
        let list = sources::list_before(self.anchor);
        let own = self.anchor.subject_start();
        let mut at = edge;
        let mut seen = 0;
        while at > first && seen < PHRASES {
            let phrase = view.phrase(at - 1);
            let start = phrase.tokens.first();
            let pronoun = view.tag(at - 1).is_relative();
            if start < first {
                break;
            }
            // "MARSK: *The bank* said"
            let dated = || {
                let told = own.is_some_and(|it| it >= at);
                told && !view.has_verb(view.unit.first(), at)
            };
            let parts = match view.kind(at - 1) {
                // "Marsk Foods (NYSE: MRSK) said"
                _ if view.bracketed(at - 1) && !view.bracketed(edge) => false,
                Kind::Semicolon => true,
                Kind::Colon => dated(),
                _ => false,
            };
            if seen > 0 && parts {
                // "Critics say it will fail; *supporters* argue …".
                break;
            }
            let listed = list.is_some_and(|list| start > list.first() && start < list.after());
            if (phrase.kind == PhraseKind::Noun || pronoun)
                && view.speech(start) == level
                && !listed
            {
                let start = view.past_stamp(start);
                let mut ends = ends_before(view, start, edge);
                if subject || follows {
                    // Nobody before another verb is the subject: "She said *the union* had warned", "The dam will hold, said
                    // *a spokesman*".
                    let far = |end: &usize| *end < edge && view.has_verb(*end, edge);
                    ends.iter_mut().for_each(|end| *end = end.filter(|end| !far(end)));
                }
                let quantifier = quantifier_before(view, start);
                self.add(start, &ends, Place::Before, seen);
                if quantifier < start {
                    self.add(quantifier, &ends, Place::Before, seen);
                }
                seen += 1;
            }
            at = start;
        }
        self.subject(edge, at);
    }

    /// The subject of the cue's clause where it stands farther away, before `near`, or inside a phrase: "In a statement *Poe*
    /// said".
    fn subject(&mut self, edge: usize, near: usize) {
        let Anchor { view, level, .. } = *self.anchor;
        let Some(start) = self.anchor.subject_start() else { return };
        let inside = || view.phrase(start).tokens.first() < start;
        if start < edge && (start < near || inside()) && view.speech(start) == level {
            self.add(start, &ends_before(view, start, edge), Place::Before, PHRASES);
        }
    }

    fn after(&mut self) {
        let Anchor { view, end, level, .. } = *self.anchor;
        let limit = (view.unit.after()).min(end + REACH);
        for (order, (start, place)) in starts_after(self.anchor).into_iter().flatten().enumerate() {
            if start < limit && view.is_noun_phrase(start) && view.speech(start) == level {
                let named = sources::named_beside(self.anchor, start).filter(|end| *end <= limit);
                let ends = ends_after(view, start, limit);
                let named = named.map(|end| [Some(end)]);
                self.add(start, named.as_ref().map_or(&ends[..], |end| &end[..]), place, order);
            }
        }
    }

    /// Inside the noun phrase of a noun cue: before "'s", with it, or a possessive pronoun.
    fn possessive(&mut self) {
        let Anchor { view, head, .. } = *self.anchor;
        let start = view.phrase(head).tokens.first();
        if view.tag(start) == Tag::PRPS {
            self.add(start, &[Some(start + 1)], Place::Possessive, 0);
        }
        if let Some(mark) = (start..head).rev().find(|at| view.tag(*at) == Tag::POS) {
            self.add(start, &[Some(mark), Some(mark + 1)], Place::Possessive, 0);
        }
    }

    /// Adds the candidates with this start.
    fn add(&mut self, start: usize, ends: &[Option<usize>], place: Place, order: usize) {
        let anchor = self.anchor;
        let Some(start) = sources::whole_name(anchor.view, start) else { return };
        if sources::begins_no_source(anchor, start, place) {
            return;
        }
        let speaks = |end: &usize| !sources::is_no_source(anchor, Run::new(start, *end), place);
        let mut kept = [None; ENDS];
        for (slot, end) in kept.iter_mut().zip(ends) {
            *slot = end.filter(speaks);
        }
        self.describe(start, &kept, place, order);
    }

    /// Adds the candidates with this start, whatever speaks against them.
    fn describe(&mut self, start: usize, ends: &[Option<usize>], place: Place, order: usize) {
        let anchor = self.anchor;
        let gap = Gap::after(anchor, start, place);
        let from = self.ledger.part(|sink| {
            start_features(anchor, start, place, order, sink);
            gap.inspect(|gap| gap_features(anchor, place, *gap, sink));
        });
        let pairs = Pairs::new(anchor, start, place);
        for &end in ends.iter().flatten() {
            let run = Run::new(start, end);
            let to = self.end(end, place);
            let Some(gap) = gap.or(to.gap) else { continue };
            let pair = self.ledger.part(|sink| pairs.features(end, gap, sink));
            self.sources.list.push(SourceCandidate { run, place, parts: [from, to.part, pair] });
        }
    }

    fn end(&mut self, at: usize, place: Place) -> End<L::Part> {
        let known = self.sources.ends.iter().find(|end| (end.at, end.place) == (at, place));
        if let Some(end) = known {
            return *end;
        }
        let anchor = self.anchor;
        let gap = Gap::before(anchor, at, place);
        let part = self.ledger.part(|sink| {
            end_features(anchor, at, place, sink);
            gap.inspect(|gap| gap_features(anchor, place, *gap, sink));
        });
        let end = End { at, place, part, gap };
        self.sources.ends.push(end);
        end
    }
}

/// Where the noun phrase at `start` begins with what counts it, or with the adverb before it.
fn quantifier_before(view: &View, start: usize) -> usize {
    if let Some(counted) = sources::counted_from(view, start) {
        return counted;
    }
    let before = start.wrapping_sub(1);
    let tag = view.tag(before);
    let one = start > view.unit.first() && (tag.is_adverb() || tag.is_adjective());
    start - usize::from(one)
}

/// Possible ends of a source that starts at `start`, before the cue at `edge`: its own phrase, the chain of phrases that hang
/// on it, the first comma after it, the cue itself, with and without the comma before it.
fn ends_before(view: &View, start: usize, edge: usize) -> [Option<usize>; 5] {
    let edge = view.before_aside(edge).max(start + 1);
    let apposed = sources::apposed_end(view, start, edge);
    let own = apposed.unwrap_or_else(|| untimed_end(view, start)).min(edge);
    let hangs = view.is_noun_phrase(start) && apposed.is_none();
    let chain = if hangs { view.past_bracket(view.chain_end(start)).min(edge) } else { own };
    // Mostly there is none, which the counts tell at once.
    let comma = (view.kind(chain) != Kind::Comma && view.commas(chain, edge) > 0)
        .then(|| (chain + 1..edge).find(|at| view.kind(*at) == Kind::Comma))
        .flatten();
    let bare = if view.kind(edge - 1) == Kind::Comma { edge - 1 } else { edge };
    behind(start, [Some(own), Some(chain), comma, Some(bare), Some(edge)])
}

/// Where the noun phrase at `start` ends before the time that it ends in, "*The bank* today said", or the name that goes on in the next
/// one: "*Harlund Foods, Inc.* today said".
fn untimed_end(view: &View, start: usize) -> usize {
    let end = view.phrase(start).tokens.after();
    let name = view.tables.mention_at(start).map(|it| it.tokens.after());
    if let Some(name) = name.filter(|name| *name > end && view.is_time(*name)) {
        return name;
    }
    let time = view.tables.mention_at(end - 1).filter(|_| view.is_time(end - 1));
    time.map_or(end, |it| it.tokens.first()).clamp(start + 1, end)
}

/// Where a source after the cue may start: right after it, after "by", after a preposition, after the first comma.
fn starts_after(anchor: &Anchor) -> [Option<(usize, Place)>; 3] {
    let Anchor { view, cue, end, .. } = *anchor;
    let limit = (view.unit.after()).min(end + 25);
    let mut adverbs = end;
    while adverbs < limit && view.tag(adverbs).is_adverb() {
        adverbs += 1;
    }
    let right = Some((adverbs, Place::After));
    // Who did what "that" introduces is not whose claim it is.
    let agent = (end..limit.min(end + 14))
        .take_while(|at| view.key(*at) != key("that"))
        .find(|at| view.key(*at) == key("by"))
        .map(|at| (at + 1, Place::By));
    let participle =
        cue.kind == CueKind::Verb && matches!(view.tag(cue.tokens.first()), Tag::VBG | Tag::VBN);
    let third = if participle {
        (end..limit).find(|at| view.kind(*at) == Kind::Comma)
    } else {
        (matches!(view.tag(end), Tag::IN | Tag::TO) && view.key(end) != key("by")).then_some(end)
    };
    [right, agent, third.map(|at| (at + 1, Place::After))]
}

/// What something is said in or at.
const OCCASIONS: KeySet<30> = KeySet::new([
    "address", "appearance", "blog", "briefing", "call", "column", "conference", "debate", "email",
    "e-mail", "essay", "filing", "hearing", "interview", "lecture", "letter", "memo", "message",
    "note", "op-ed", "podcast", "post", "release", "sermon", "speech", "statement", "telegram",
    "testimony", "tweet", "video",
]);

/// Where that begins in which something was said, between `start` and `end`: "said the mayor *in a statement*".
fn occasion(view: &View, start: usize, end: usize) -> Option<usize> {
    const IN: [u64; 4] = keys(["in", "at", "on", "via"]);
    const ONE: [u64; 5] = keys(["a", "an", "his", "her", "their"]);
    let said_in = |at: &usize| {
        IN.contains(&view.key(*at))
            && ONE.contains(&view.key(at + 1))
            && OCCASIONS.holds(view.key(view.phrase(at + 1).head()))
    };
    (start + 1..end).find(said_in)
}

/// Possible ends of a source that starts after the cue: its own phrase, the chain, before each of the next three commas, before
/// the next mark that ends a sentence or opens a quotation.
fn ends_after(view: &View, start: usize, limit: usize) -> [Option<usize>; 6] {
    let own = view.phrase(start).tokens.after();
    let chain = view.chain_end(start).min(limit);
    let occasion = occasion(view, start, chain);
    let (chain, limit) = occasion.map_or((chain, limit), |at| (at, at));
    let mut ends = [Some(own.min(limit)), Some(chain), None, None, None, None];
    let mut commas = 2;
    for at in chain..=limit {
        let kind = view.kind(at);
        // "said Marsk Foods (NYSE: MRSK) chairwoman Ann Poe"
        let inside = view.bracketed(at) && !view.bracketed(start);
        let stop = at == limit
            || !inside
                && matches!(
                    kind,
                    Kind::Stop
                        | Kind::Colon
                        | Kind::Semicolon
                        | Kind::Double
                        | Kind::Question
                        | Kind::Dash
                )
            || sources::opens_relay(view, at);
        if (kind == Kind::Comma && commas < 5) || stop {
            ends[commas] = Some(at);
            commas += 1;
        }
        if stop {
            break;
        }
    }
    behind(start, ends)
}

/// The ends behind `start`, each once.
fn behind<const N: usize>(start: usize, mut ends: [Option<usize>; N]) -> [Option<usize>; N] {
    for at in 0..N {
        let known = ends[..at].contains(&ends[at]);
        ends[at] = ends[at].filter(|end| *end > start && !known);
    }
    ends
}

fn nowhere_features(anchor: &Anchor, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::Nowhere, sink);
    let Anchor { view, start, lemma, form, .. } = *anchor;
    let before = view.shape(anchor.edge.wrapping_sub(1));
    facts.one(0, lemma);
    facts.two(1, lemma, form);
    facts.two(2, form, before);
    facts.two(3, view.shape(start), anchor.follow as u64);
    facts.two(4, view.key(start.wrapping_sub(1)), form);
    let subject = anchor.subject.how as u64 | u64::from(anchor.subject.first.is_some()) << 4;
    facts.two(5, form, subject << 8 | anchor.follow as u64);
    facts.two(6, lemma, subject);
}

fn start_features(anchor: &Anchor, start: usize, place: Place, order: usize, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::SourceStart, sink);
    let Anchor { view, lemma, inversion, .. } = *anchor;
    let where_ = where_(anchor, place);
    let place = place as u64 | anchor.kind << 4;
    let head = view.phrase(start).head();
    let class = subject_class(view, head);
    let before = start.wrapping_sub(1);
    facts.two(0, place, view.shape(before));
    facts.two(1, place, view.key(before));
    facts.two(2, place, view.key(start));
    facts.two(3, place, view.key(head));
    facts.two(4, lemma, place << 8 | order.min(3) as u64);
    facts.two(5, view.shape(before), view.shape(before.wrapping_sub(1)) << 8 | view.shape(start));
    facts.two(6, place << 8 | view.shape(before), class);
    facts.two(7, lemma, place << 8 | class);
    facts.two(8, where_ << 8 | anchor.follow as u64, u64::from(set_off(anchor)));
    facts.two(9, lemma, where_ << 4 | inversion as u64);
    let role = anchor.subject.how as u64 | (anchor.role(start) as u64) << 4;
    facts.two(12, place << 8 | role, class);
    facts.two(13, lemma, place << 8 | role);
    facts.two(14, place << 8 | role, view.shape(before));
    if let Some(governor) = anchor.subject.governor {
        facts.two(15, view.key(view.unit.first() + governor as usize), role);
    }
    // "Ann Poe, a former mayor said": an apposition without its second comma.
    if view.kind(before) == Kind::Comma && view.is_noun_phrase(before.wrapping_sub(1)) {
        let named = view.shape(before - 1) << 8
            | u64::from(view.phrase(before - 1).tokens.first() == view.unit.first());
        facts.two(10, place << 8 | class, named);
        facts.two(11, place << 8 | view.shape(start), named);
    }
}

/// Place of the source, kind and voice of the cue, in one number.
fn where_(anchor: &Anchor, place: Place) -> u64 {
    place as u64 | anchor.kind << 4 | (anchor.cue.voice as u64) << 8
}

/// Whether a comma or quotation stands before an active cue.
fn set_off(anchor: &Anchor) -> bool {
    anchor.cue.voice == Voice::Active && anchor.inversion >= Inversion::SetOff
}

fn end_features(anchor: &Anchor, end: usize, place: Place, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::SourceEnd, sink);
    let view = anchor.view;
    let place = place as u64 | anchor.kind << 4;
    let touches = u64::from(end == anchor.start) | u64::from(end == anchor.edge) << 1;
    facts.two(0, place, view.shape(end));
    facts.two(1, place, view.key(end));
    facts.two(2, place << 8 | view.shape(end - 1), view.shape(end));
    facts.two(3, place << 2 | touches, view.shape(end - 1));
    facts.two(4, place << 8 | view.shape(end), view.shape(end + 1));
    facts.two(5, place << 8 | view.shape(end), view.key(end + 1));
    facts.two(6, place, view.key(end - 1));
    facts.two(7, place << 2 | touches, view.shape(end));
}

/// The gap between source and cue, alone: with the start of sources after the cue, else with their end.
fn gap_features(anchor: &Anchor, place: Place, gap: Gap, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::SourcePair, sink);
    let where_ = where_(anchor, place);
    facts.two(0, where_, gap.tokens);
    facts.two(1, where_ << 8 | anchor.view.shape(anchor.start), gap.tokens);
}

/// What the features of start and end together share among the ends of one start.
struct Pairs<'a, 'v> {
    view: &'v View<'a>,
    start: usize,
    place: Place,
    where_: u64,
    shape: Half,
    /// Features of the place of the source alone.
    at_inside: Half,
    inverted: Half,
}

impl<'a, 'v> Pairs<'a, 'v> {
    fn new(anchor: &Anchor<'a, 'v>, start: usize, place: Place) -> Pairs<'a, 'v> {
        let view = anchor.view;
        let where_ = where_(anchor, place);
        Pairs {
            view,
            start,
            place,
            where_,
            shape: Half::new(Piece::SourcePair, 7, view.shape(start)),
            at_inside: Half::new(Piece::SourcePair, 2, where_),
            inverted: Half::new(Piece::SourcePair, 3, where_ << 4 | anchor.inversion as u64),
        }
    }

    fn features(&self, end: usize, gap: Gap, sink: &mut impl Sink) {
        let mut facts = Facts::new(Piece::SourcePair, sink);
        let (view, start) = (self.view, self.start);
        let inside = view.between(start, end);
        let length = length(end - start);
        let tail = u64::from(view.kind(end - 1) == Kind::Comma) << 1
            | u64::from(view.kind(end) == Kind::Comma);
        let tailed = self.where_ << 4 | tail;
        let inner = view.likely(start, end);
        facts.join(self.at_inside, inside);
        facts.join(self.inverted, length.min(2) << 8 | gap.tokens & 0b111);
        facts.two(4, tailed, view.commas(start, end).min(4));
        facts.two(5, gap.tokens, inside);
        facts.two(6, tailed, inside);
        facts.join(self.shape, view.shape(end - 1) << 8 | (self.place as u64) << 4 | length.min(3));
        facts.two(8, tailed, gap.rival << 4 | inner);
    }
}
