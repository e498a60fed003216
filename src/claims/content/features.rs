//! What is told of a content: the features of its parts, of their edges and of the whole.

use super::{EXPLETIVES, Field, Left, Right};
use crate::claims::cells::Lane;
use crate::claims::features::{Facts, Half, Piece, Sink};
use crate::claims::view::{AROUND, Anchor, length};
use crate::document::{CueKind, Kind, PhraseKind, Tag, Token};
use crate::lexicon::{CueClass, FrameKind};
use crate::span::Run;

/// What of the part before the cue tells how it hangs together.
const LINKS: u64 = Lane::Comma.bit()
    | Lane::That.bit()
    | Lane::FiniteVerb.bit()
    | Lane::Conjunction.bit()
    | Lane::Stop.bit();

impl Field<'_, '_> {
    pub(super) fn left_features(&self, run: Run, kind: Left, sink: &mut impl Sink) {
        let view = self.view;
        let facts = &mut Facts::new(Piece::Left, sink);
        let (start, end) = (run.first(), run.after());
        let kind = kind as u64 | (self.anchor.kind) << 4;
        let quoted = u64::from(view.opens(start)) | u64::from(view.closes(end - 1)) << 1;
        let inside = view.between(start, end);
        facts.two(0, kind, view.shape(start));
        facts.two(1, kind, view.key(start));
        facts.two(2, kind, quoted);
        facts.two(3, kind << 4 | quoted, view.shape(end));
        facts.two(4, kind, view.shape(end - 1));
        facts.two(5, kind, length(run.len()));
        facts.two(6, kind, inside & LINKS);
        facts.two(7, kind, view.shape(start.wrapping_sub(1)));
        facts.two(8, kind, view.key(start.wrapping_sub(1)));
        facts.two(9, kind << 8 | view.shape(start), view.key(start + 1));
    }

    pub(super) fn start_features(&self, start: usize, kind: Right, sink: &mut impl Sink) {
        let view = self.view;
        let facts = &mut Facts::new(Piece::RightStart, sink);
        let kind = kind as u64 | (self.anchor.kind) << 4;
        let follow = view.follow(start) as u64;
        facts.two(0, kind, view.key(start));
        facts.two(1, kind, view.shape(start - 1) << 8 | view.shape(start));
        facts.two(2, kind, view.key(start - 1));
        facts.two(3, kind << 8 | view.shape(start), view.shape(start + 1));
        // A content that starts before the edge counts as far from it: the subtraction wraps, and `min` takes 6.
        facts.two(4, kind << 8 | follow, start.wrapping_sub(self.right_edge).min(6) as u64);
        facts.two(5, self.anchor.lemma, view.key(start - 1));
        facts.two(6, kind << 8 | follow, self.frames_at(start));
        facts.two(7, kind << 8 | self.follow, self.frames);
    }

    /// Which frames the cue's entry has for what stands at `at`: any that fits; an object; an object and something after it;
    /// the word after the object.
    pub(super) fn frames_at(&self, at: usize) -> u64 {
        let view = self.view;
        let Some(entry) = self.anchor.entry() else { return 16 };
        let noun = view.is_noun_phrase(at);
        let after = if noun { view.key(view.phrase(at).tokens.after()) } else { 0 };
        u64::from(view.licensed(entry, at))
            | u64::from(entry.has(FrameKind::Object)) << 1
            | u64::from(entry.addresses()) << 2
            | u64::from(entry.has(FrameKind::ObjectThen(after))) << 3
    }

    pub(super) fn end_features(&self, end: usize, sink: &mut impl Sink) {
        let view = self.view;
        let facts = &mut Facts::new(Piece::RightEnd, sink);
        let start = self.right_edge;
        let last = u64::from(end >= self.last_end);
        let mark = view.kind(end);
        let next = if mark == Kind::Comma { end + 1 } else { end };
        let verb = view.between(start, end) & Lane::FiniteVerb.bit();
        let commas = view.commas(start, end).min(3);
        let edge = last | u64::from(mark == Kind::Comma) << 4;
        let state = edge | commas << 1;
        let rest_class = self.rest_class(next);
        let noun = self.anchor.cue.kind == CueKind::Noun;
        let rest = self.bounds.after();
        let after = view.likely(next, (next + 10).min(rest));
        let (next_key, next_shape) = (view.key(next), view.shape(next));
        facts.two(0, next_key, edge);
        facts.two(1, next_shape, view.shape(next + 1) << 8 | edge);
        facts.two(2, view.shape(end - 1), view.shape(end));
        facts.two(3, next_shape, state << 4 | verb);
        facts.two(4, next_key, view.key(next + 1));
        facts.two(5, view.key(end - 1), next_shape);
        facts.two(6, self.follow, state << 4 | verb);
        facts.two(7, self.anchor.lemma, last << 4 | mark as u64);
        facts.two(8, length(end - start), last);
        // After the clause of a noun ("the claim that …") the verb of its own clause may follow.
        facts.two(9, rest_class | u64::from(noun) << 20, state);
        facts.two(10, u64::from(view.closes(end - 1)), state << 8 | view.shape(end));
        facts.two(11, next_key, verb << 8 | self.follow);
        facts.two(12, after << 1 | u64::from(noun), rest_class);
        facts.two(13, self.coordinated(end), edge);
        facts.two(14, self.opening, state << 4 | verb);
        if view.tag(next) == Tag::CC {
            let verbs = view.shape(self.last_verb(end)) << 8 | view.shape(next + 1);
            facts.two(15, verbs, view.shape(self.anchor.head));
        }
    }

    /// The first word of the last verb group between the cue and a possible end; `end` where there is none near.
    fn last_verb(&self, end: usize) -> usize {
        let view = self.view;
        let mut at = end;
        for _ in 0..8 {
            if at <= self.right_edge {
                break;
            }
            let phrase = view.phrase(at - 1);
            at = phrase.tokens.first();
            if phrase.kind == PhraseKind::Verb {
                return at;
            }
        }
        end
    }

    /// Whether a quotation that opens at a token begins with a small letter, and so in the middle of a sentence, or with a
    /// capital; 0 where none opens.
    fn opens_small(&self, at: usize) -> u64 {
        let first = self.view.tables.tokens.get(at + 1).filter(|_| self.view.opens(at));
        first.map_or(0, |word| 1 + u64::from(word.has(Token::CAPITAL)))
    }

    /// What the rest of the bounds after a possible end looks like: the next verb and whether a subject stands before it.
    fn rest_class(&self, from: usize) -> u64 {
        let view = self.view;
        let limit = (self.bounds.after()).min(from + 14);
        let mut nouns = 0;
        let mut commas = 0;
        let mut at = from;
        while at < limit {
            let phrase = view.phrase(at);
            match phrase.kind {
                PhraseKind::Verb => {
                    let head = phrase.head();
                    let reporting = u64::from(view.words.starts(view.key(head)));
                    return view.shape(at) | nouns << 8 | reporting << 10 | commas << 12;
                }
                PhraseKind::Noun => nouns = 2.min(nouns + 1),
                PhraseKind::Other if view.kind(at) == Kind::Comma => commas = 2.min(commas + 1),
                PhraseKind::Other => {}
            }
            at = phrase.tokens.after();
        }
        nouns << 8 | 1 << 14
    }

    /// Whether "and" or "but" at `end` is followed by a verb without a subject of its own, in the form of the cue's ("said that
    /// …, *and accused* …"), and how readily that verb is a cue.
    fn coordinated(&self, end: usize) -> u64 {
        let view = self.view;
        let at = if view.kind(end) == Kind::Comma { end + 1 } else { end };
        if view.tag(at) != Tag::CC {
            return 0;
        }
        let verb = if view.tag(at + 1).is_adverb() { at + 2 } else { at + 1 };
        if !view.tag(verb).is_verb() {
            return 1;
        }
        let past = |tag| matches!(tag, Tag::VBD | Tag::VBN);
        let (own, other) = (view.tag(self.anchor.head), view.tag(verb));
        let same = own == other || (past(own) && past(other));
        let strength = view.words.get(view.key(verb), CueClass::Verb).next();
        let strength =
            strength.map_or(0, |entry| 1 + view.words.entries[entry as usize].strength as u64);
        2 | u64::from(same) << 2 | strength << 3 | view.likely(verb, verb + 1) << 6
    }
}

/// What the features of a content as a whole share among the contents of one cue: what kinds of parts it has is the rest.
pub(super) fn whole_halves(field: &Field) -> [Half; 10] {
    let Anchor { view, cue, lemma, kind, .. } = *field.anchor;
    let edge = field.left_edge;
    let before = edge.wrapping_sub(1);
    let place = field.place as u64 | kind << 4 | (cue.voice as u64) << 8;
    let inverted = (field.anchor.inversion as u64) << 4
        | u64::from(view.kind(before) == Kind::Comma)
        | u64::from(view.closes(before)) << 1
        | u64::from(edge <= field.bounds.first()) << 2
        | u64::from(edge >= 2 && view.closes(edge - 2)) << 3;
    let after = view.follow(view.past_comma(field.right_edge)) as u64;
    let left = view.likely(field.bounds.first().max(edge.saturating_sub(AROUND)), edge);
    let right = field.right_edge + AROUND;
    let right = view.likely(field.right_edge, right.min(field.bounds.after()));
    // "*It* was announced on Monday *that* …": a pronoun that stands for a clause further on.
    let expletive = EXPLETIVES.contains(&view.key(before));
    let marker = (field.right_edge..(field.bounds.after()).min(field.right_edge + 18))
        .find(|at| view.is_marker(*at))
        .map_or(0, |at| 1 + view.follow(at) as u64);
    let case = field.opens_small(view.past_comma(field.right_edge));
    let values = [
        inverted << 16 | place,
        lemma,
        field.follow << 8 | after,
        lemma.wrapping_add(field.follow),
        view.shape(field.anchor.head) << 16 | place,
        view.shape(field.right_edge) << 8 | view.shape(before),
        view.key(field.right_edge).wrapping_add(place),
        place << 4 | left << 2 | right,
        (u64::from(expletive) << 8 | marker) << 16 | place,
        case << 16 | inverted,
    ];
    let mut halves = [Half::default(); 10];
    for (fact, (half, value)) in halves.iter_mut().zip(values).enumerate() {
        *half = Half::new(Piece::Whole, fact as u64, value);
    }
    halves
}

pub(super) fn whole_features(halves: &[Half; 10], left: Left, right: Right, sink: &mut impl Sink) {
    let mut facts = Facts::new(Piece::Whole, sink);
    let which = left as u64 | (right as u64) << 4;
    for half in halves {
        facts.join(*half, which);
    }
}

/// What the features of beginning and end together share among the ends of one beginning.
pub(super) struct Pairs<'a, 'v, 'f> {
    field: &'f Field<'a, 'v>,
    start: usize,
    follow: u64,
    opened: bool,
    /// Where the quotation that the content opens ends.
    closed: Option<usize>,
}

impl<'a, 'v, 'f> Pairs<'a, 'v, 'f> {
    pub(super) fn new(field: &'f Field<'a, 'v>, start: usize) -> Pairs<'a, 'v, 'f> {
        let view = field.view;
        let opened = view.opens(start);
        let own = opened && view.speech(start) != field.level;
        let closed = own.then(|| view.quotation(start).after());
        Pairs { field, start, follow: view.follow(start) as u64, opened, closed }
    }

    pub(super) fn features(&self, end: usize, sink: &mut impl Sink) {
        let facts = &mut Facts::new(Piece::RightPair, sink);
        let Pairs { field, start, follow, opened, closed } = *self;
        let view = field.view;
        let verb = view.between(start, end) & Lane::FiniteVerb.bit();
        let last = u64::from(end + 1 >= field.bounds.after());
        let same = u64::from(closed == Some(end));
        facts.two(0, follow, length(end - start) << 4 | verb);
        facts.two(1, u64::from(opened) << 1 | same, view.shape(end));
        facts.two(2, follow, view.key(end));
        facts.two(3, (field.anchor.kind) << 8 | follow, last << 4 | verb);
        if let Some(closed) = closed {
            let after = end.cmp(&closed) as i8 as u64 & 3;
            facts.two(4, after << 8 | view.shape(closed), view.shape(closed - 2));
            facts.two(5, after << 8 | view.shape(closed), view.shape(closed + 1));
        }
    }
}
