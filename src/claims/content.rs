//! Where does the content begin and end? The candidates around a cue and its source; [`features`] describes them.
//!
//! A content has a part after the cue, a part before it, or both ("*P*, she said, *Q*"). The score of a candidate is a sum over
//! what it is made of, so that the best of hundreds is found from the best end of each beginning.

mod features;

use self::features::{Pairs, whole_features, whole_halves};
use super::clauses::How;
use super::features::Ledger;
use super::grammar::{self, Quoted, contents};
use super::view::{AROUND, Anchor, Follow, View};
use super::weights::{Score, best, share};
use crate::document::{CueKind, Kind, PhraseKind, Tag, Voice};
use crate::key::{KeySet, key, keys};
use crate::rules::{ContentForm, SourcePlace as Place};
use crate::span::Run;

/// A content: the part before the cue and the part after it; an empty run stands for no part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContentCandidate {
    pub(crate) left: Run,
    pub(crate) right: Run,
    /// What the left part is, or how the right part begins.
    pub(crate) left_kind: Left,
    pub(crate) right_kind: Right,
}

/// What the part before the cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Left {
    None,
    /// From the start of the unit.
    Whole,
    /// From the start of the unit without its first "But" or "Meanwhile,".
    AfterOpening,
    /// A quotation.
    Quoted,
    /// From the last clause boundary.
    Clause,
    /// The noun phrase that a passive or relative clause is about.
    Noun,
    /// The relative pronoun that stands for it.
    Relative,
    /// The subject of its verb.
    Subject,
}

impl ContentCandidate {
    /// What the content looks like.
    pub(crate) fn form(&self, view: &View) -> ContentForm {
        match (self.left_kind, self.right_kind) {
            (Left::Noun | Left::Relative | Left::Subject, Right::None) => ContentForm::Antecedent,
            (Left::Noun | Left::Relative | Left::Subject, _) => ContentForm::Split,
            (Left::Quoted, Right::None) => ContentForm::QuoteBefore,
            (_, Right::None) if view.closes(self.left.last()) => ContentForm::QuoteBefore,
            (_, Right::None) => ContentForm::Before,
            (Left::None, _) => form_at(view, self.right.first()),
            _ => ContentForm::Around,
        }
    }
}

/// What a content that begins at `at` looks like.
pub(crate) fn form_at(view: &View, at: usize) -> ContentForm {
    match view.follow(at) {
        Follow::That => ContentForm::That,
        Follow::Clause => ContentForm::Clause,
        Follow::Wh => ContentForm::Wh,
        Follow::Quote => ContentForm::Quote,
        Follow::To => ContentForm::To,
        Follow::Ing => ContentForm::Ing,
        Follow::Noun | Follow::Pronoun => ContentForm::Object,
        Follow::Preposition | Follow::As => ContentForm::Preposition,
        _ => ContentForm::Other,
    }
}

/// How the part after the cue begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Right {
    None,
    /// Right after the cue or its source.
    Direct,
    /// After a noun phrase: an addressee, an object.
    AfterNoun,
    /// At the next "that", "whether", "to" or quotation.
    AtMarker,
    /// After the preposition that links it to the cue.
    AfterPreposition,
    /// After the time of speaking.
    AfterTime,
}

/// What the contents of a cue are made of, and what the ledger knows of each, in memory that is kept from cue to cue.
#[derive(Debug, Default)]
pub(crate) struct Options<P> {
    lefts: Vec<(Run, Left, P)>,
    /// Where the part after the cue begins, and each of these with what is known of it.
    places: Vec<(usize, Right)>,
    starts: Vec<Start<P>>,
    ends: Vec<(usize, P)>,
    /// The ends that each start may have, in the order of the starts: the end, what is known of it, and of both together.
    rights: Vec<(usize, [P; 2])>,
    wholes: Wholes<P>,
    /// A verb follows the cue whose subject is the left part.
    goes_on: bool,
}

/// A beginning of the part after the cue.
#[derive(Clone, Copy, Debug)]
struct Start<P> {
    at: usize,
    kind: Right,
    part: P,
    /// Its ends among all.
    rights: Run,
}

/// What is known of contents as a whole, by the kinds of their parts.
#[derive(Clone, Copy, Debug, Default)]
struct Wholes<P> {
    parts: [[P; RIGHTS]; LEFTS],
    /// For each left part a bit for each right part that is known.
    known: [u8; LEFTS],
}

/// The number of kinds of left and of right parts.
const LEFTS: usize = Left::Subject as usize + 1;
const RIGHTS: usize = Right::AfterTime as usize + 1;

/// What is known of a content: as a whole, its left part, the beginning and the end of its right part, both together.
pub(crate) type Parts<P> = [P; 5];

impl<P: Copy + Default> Options<P> {
    /// Finds what the contents of a cue with this source may be made of.
    pub(crate) fn propose<L: Ledger<Part = P>>(
        &mut self,
        anchor: &Anchor,
        source: Run,
        place: Place,
        mut ledger: L,
    ) {
        let field = Field::new(anchor, source, place);
        self.lefts.clear();
        self.lefts.push((Run::default(), Left::None, P::default()));
        field.find_lefts(|run, kind| {
            if !run.is_empty() && !self.lefts.iter().any(|(known, ..)| *known == run) {
                let part = ledger.part(|sink| field.left_features(run, kind, sink));
                self.lefts.push((run, kind, part));
            }
        });
        self.goes_on = field.goes_on();
        self.propose_rights(&field, &mut ledger);
        self.propose_wholes(&field, &mut ledger);
    }

    fn propose_rights<L: Ledger<Part = P>>(&mut self, field: &Field, ledger: &mut L) {
        self.ends.clear();
        field.find_ends(|end| {
            if self.ends.len() < ENDS && !self.ends.iter().any(|(known, _)| *known == end) {
                let part = ledger.part(|sink| field.end_features(end, sink));
                self.ends.push((end, part));
            }
            self.ends.len()
        });
        self.starts.clear();
        self.rights.clear();
        field.find_starts(&mut self.places);
        for &(at, kind) in &self.places {
            let part = ledger.part(|sink| field.start_features(at, kind, sink));
            let pairs = Pairs::new(field, at);
            let first = self.rights.len();
            let bare = at + usize::from(contents::goes_on_behind_aside(field.view, at));
            for &(end, to) in self.ends.iter().filter(|(end, _)| *end > bare) {
                let pair = ledger.part(|sink| pairs.features(end, sink));
                self.rights.push((end, [to, pair]));
            }
            let rights = Run::new(first, self.rights.len());
            self.starts.push(Start { at, kind, part, rights });
        }
    }

    fn propose_wholes<L: Ledger<Part = P>>(&mut self, field: &Field, ledger: &mut L) {
        let halves = whole_halves(field);
        self.wholes.known = Default::default();
        for &(_, left, _) in &self.lefts {
            let rights = self.starts.iter().map(|start| start.kind);
            for right in std::iter::once(Right::None).chain(rights) {
                let known = &mut self.wholes.known[left as usize];
                let bit = 1 << right as u8;
                if *known & bit == 0 {
                    *known |= bit;
                    self.wholes.parts[left as usize][right as usize] =
                        ledger.part(|sink| whole_features(&halves, left, right, sink));
                }
            }
        }
    }

    /// Whether a left part of this kind may be the whole content.
    fn is_whole(&self, left: Left) -> bool {
        match left {
            Left::None => false,
            Left::Noun | Left::Relative | Left::Subject => !self.goes_on,
            _ => true,
        }
    }

    fn whole(&self, left: Left, right: Right) -> P {
        self.wholes.parts[left as usize][right as usize]
    }

    /// Every candidate with its parts.
    pub(crate) fn all(&self) -> impl Iterator<Item = (ContentCandidate, Parts<P>)> {
        let none = P::default();
        let rights = move |start: &Start<P>| {
            let Start { at, kind, part, .. } = *start;
            let rights = &self.rights[start.rights.range()];
            let right = move |&(end, [to, pair]): &(usize, [P; 2])| {
                (Run::new(at, end), kind, [part, to, pair])
            };
            rights.iter().map(right)
        };
        self.lefts.iter().flat_map(move |&(left, left_kind, part)| {
            let alone = self.is_whole(left_kind);
            let alone = alone.then_some((Run::default(), Right::None, [none; 3]));
            let rights = alone.into_iter().chain(self.starts.iter().flat_map(rights));
            rights.map(move |(right, right_kind, [from, to, pair])| {
                let whole = self.whole(left_kind, right_kind);
                let content = ContentCandidate { left, right, left_kind, right_kind };
                (content, [whole, part, from, to, pair])
            })
        })
    }
}

/// The best part after the cue that begins as it does, and the share that it has of those.
#[derive(Clone, Copy)]
struct BestRight {
    run: Run,
    kind: Right,
    score: Score,
    share: f32,
}

impl Options<Score> {
    /// The candidate with the highest score, the first of equals, and its share among all; `boost` adds to a score by form.
    /// `scores` is memory for the scores of the candidates, each with the share that its right part has.
    pub(crate) fn choose(
        &self,
        boost: impl Fn(&ContentCandidate) -> Score,
        scores: &mut Vec<(Score, f32)>,
    ) -> Option<(ContentCandidate, f32)> {
        let mut rights = [None; STARTS];
        for (best, start) in rights.iter_mut().zip(&self.starts) {
            *best = self.best_right(start);
        }
        scores.clear();
        let mut chosen = None;
        for &(left, left_kind, left_score) in &self.lefts {
            let mut weigh = |right: &BestRight| {
                let (right, right_kind, score, share) =
                    (right.run, right.kind, right.score, right.share);
                let content = ContentCandidate { left, right, left_kind, right_kind };
                let score =
                    score + left_score + self.whole(left_kind, right_kind) + boost(&content);
                if chosen.is_none_or(|(_, most)| score > most) {
                    chosen = Some((content, score));
                }
                scores.push((score, share));
            };
            if self.is_whole(left_kind) {
                weigh(&BestRight { run: Run::default(), kind: Right::None, score: 0, share: 1.0 });
            }
            rights.iter().flatten().for_each(weigh);
        }
        let (content, most) = chosen?;
        Some((content, share(most, scores.iter().copied())))
    }

    fn best_right(&self, start: &Start<Score>) -> Option<BestRight> {
        let own = self.rights.get(start.rights.range())?;
        let (at, share) = best(own.iter().map(|(_, [to, pair])| (to + pair, 1.0)))?;
        let (end, [to, pair]) = own[at];
        let (run, score) = (Run::new(start.at, end), start.part + to + pair);
        Some(BestRight { run, kind: start.kind, score, share })
    }
}

/// The stretch of text in which a cue and its content stand, and its edges beside the cue.
struct Field<'a, 'v> {
    anchor: &'v Anchor<'a, 'v>,
    view: &'v View<'a>,
    place: Place,
    /// The unit, or the inside of the quotation that holds the cue.
    bounds: Run,
    level: u32,
    left_edge: usize,
    right_edge: usize,
    /// The end of the bounds without the marks that close a sentence.
    last_end: usize,
    /// Where the verb begins whose subject the cue only tells something of; the end of the bounds if none does.
    outer: usize,
    /// What stands at the right edge, and which frames the cue's entry has for it.
    follow: u64,
    frames: u64,
    /// The conjunction or preposition before source and cue: "*After* Ann Poe said …".
    opening: u64,
    /// The source is a relative pronoun before the cue.
    by_relative: bool,
    /// Where the content begins behind a copula: "What Poe said was *that it is late*".
    told_after: Option<usize>,
}

/// What opens the clause of source and cue, before which nothing of it stands.
const OPENINGS: KeySet<14> = KeySet::new([
    "when", "if", "once", "while", "until", "unless", "though", "although", "because", "since",
    "whether", "whenever", "whereas", "than",
]);
/// How many ends and beginnings of the part after the cue are weighed at most.
const ENDS: usize = 14;
const STARTS: usize = 8;

impl<'a, 'v> Field<'a, 'v> {
    fn new(anchor: &'v Anchor<'a, 'v>, source: Run, place: Place) -> Field<'a, 'v> {
        let Anchor { view, level, .. } = *anchor;
        let mut bounds = bounds(anchor);
        let (left_edge, right_edge) = edges(anchor, source, place, &mut bounds);
        let limit = bounds.after();
        if anchor.cue.kind == CueKind::Noun
            && let Some(end) = clause_end(view, right_edge, limit)
                .or_else(|| own_verb(anchor, right_edge, limit).filter(|_| place != Place::After))
        {
            bounds.end = end as u32;
        }
        let outer = Some(anchor).filter(|it| it.cue.kind == CueKind::Verb);
        let outer = outer.and_then(|anchor| outer_verb(anchor, right_edge, limit));
        let stop = bounds.after();
        let aside = contents::aside_until(anchor, right_edge, stop);
        if let Some(end) =
            aside.or_else(|| contents::set_off_until(anchor, source, right_edge, stop))
        {
            bounds.end = end as u32;
        }
        let pronoun = contents::is_pronoun(view, right_edge).then_some(right_edge + 1);
        if let Some(end) = contents::called_until(anchor, left_edge, right_edge).or(pronoun) {
            bounds.end = bounds.end.min(end as u32);
        }
        let before = left_edge.wrapping_sub(1);
        let opens = matches!(view.tag(before), Tag::IN | Tag::WRB | Tag::CC);
        let mut field = Field {
            anchor,
            view,
            place,
            bounds,
            level,
            left_edge,
            by_relative: source.len() == 1
                && source.first() == left_edge
                && view.tag(left_edge).is_relative(),
            right_edge,
            last_end: view.without_final_stop(bounds.first(), bounds.after(), level),
            outer: outer.unwrap_or(limit),
            follow: view.follow(right_edge) as u64,
            frames: 0,
            opening: if opens { view.key(before) } else { 0 },
            told_after: contents::told_after(anchor, before, right_edge),
        };
        field.frames = field.frames_at(right_edge);
        field
    }

    /// Whether the verb of what is said follows the cue, "{the dam that} she said {*would* hold}", or what something is called.
    fn goes_on(&self) -> bool {
        let Field { view, anchor, right_edge, .. } = *self;
        anchor.cue.voice == Voice::Active
            && right_edge == anchor.end
            && view.tag(right_edge).is_finite()
            && view.phrase(right_edge).tokens.first() == right_edge
            || contents::called_until(anchor, self.left_edge, right_edge).is_some()
    }

    /// Hands the parts before the cue to `add`.
    fn find_lefts(&self, mut add: impl FnMut(Run, Left)) {
        let view = self.view;
        let start = self.bounds.first();
        let end = self.left_edge;
        // What stands before "who said" tells who that is.
        if end <= start || self.by_relative || self.told_after.is_some() {
            return;
        }
        if self.is_second_passive() {
            self.subject_alone().into_iter().for_each(|subject| add(subject, Left::Subject));
            return;
        }
        let quotation = contents::quotation_named(self.anchor)
            .or_else(|| contents::quotation_told(self.anchor, end));
        if let Some(quotation) = quotation.filter(|it| it.first() >= start) {
            add(quotation, Left::Quoted);
            return;
        }
        if contents::opens_clause_before(view, end) || contents::speaks_before(view, end) {
            return;
        }
        // Nor what stands before who "was told", unless it is set off.
        let set_off = view.kind(end - 1) == Kind::Comma || view.closes(end - 1);
        if !set_off && grammar::addressed(self.anchor).is_some() {
            return;
        }
        // "smiled *when* asked", "less *than* she had hoped"
        let opened = matches!(view.tag(end - 1), Tag::IN | Tag::WRB);
        if opened && OPENINGS.holds(view.key(end - 1)) {
            return;
        }
        // "told them *that* she wrote"; "the boat *that* she wanted" is what she wanted.
        let inside = opened && view.key(end - 1) == key("that");
        // "It was late, *as* Poe said."
        let as_ = end > start + 1 && view.key(end - 1) == key("as");
        let edge = end - usize::from(as_);
        let parts = matches!(view.kind(edge - 1), Kind::Comma | Kind::Dash | Kind::Open);
        let bare = if parts && view.speech(edge - 1) == self.level { edge - 1 } else { edge };
        if bare > start && !inside {
            let quotation = self.quotation_before(bare);
            // "She was cautious: {*"Let's wait,"*} she said."
            let introduced =
                quotation.is_some_and(|open| open > start && view.kind(open - 1) == Kind::Colon);
            if !introduced {
                add(Run::new(start, bare), Left::Whole);
                add(Run::new(self.after_opening(), bare), Left::AfterOpening);
            }
            if let Some(open) = quotation {
                add(Run::new(open, bare), Left::Quoted);
            }
            if introduced {
                return;
            }
            if let Some(clause) = self.clause_before(bare) {
                add(Run::new(clause, bare), Left::Clause);
            }
        }
        if let Some(subject) = self.subject_before() {
            add(subject, Left::Subject);
        }
        self.find_nouns(add);
    }

    /// Whether "and" joins the cue, a passive, to another verb: "said the post was late and *had been removed*".
    fn is_second_passive(&self) -> bool {
        let Anchor { cue, subject, view, .. } = *self.anchor;
        let joined = view.tag(self.left_edge - 1) == Tag::CC;
        joined && subject.how == How::Joined && cue.voice == Voice::Passive
    }

    /// The subject of such a passive, which the first verb keeps apart from it; but who "was told" something is no content.
    fn subject_alone(&self) -> Option<Run> {
        let told = self.anchor.entry().is_some_and(grammar::tells_subject);
        let subject = self.subject_before().filter(|_| !told)?;
        let end = self.view.chain_end(subject.first()).min(subject.after());
        Some(Run::new(subject.first(), end))
    }

    /// The subject of the passive or of the verb that the cue's noun belongs to: "*Poe*, who left, was dismissed", "*Poe* came
    /// under criticism".
    fn subject_before(&self) -> Option<Run> {
        let Anchor { view, cue, head, .. } = *self.anchor;
        let verb = match cue.kind {
            CueKind::Verb if cue.voice != Voice::Active => view.phrase(head).tokens.first(),
            CueKind::Noun => {
                let phrase = view.phrase(head).tokens.first();
                let before = phrase.checked_sub(1).filter(|at| *at >= self.bounds.first())?;
                let before = before - usize::from(view.tag(before) == Tag::IN && before > 0);
                let group = view.phrase(before);
                (group.kind == PhraseKind::Verb).then_some(group.tokens.first())?
            }
            _ => return None,
        };
        let start = view.subject_of(verb).filter(|at| *at >= self.bounds.first())?;
        // What hangs on it without a comma belongs to it: "*the plan to sell the ferry* was".
        let end = view.chain_end(start);
        let set_off = matches!(view.kind(end), Kind::Comma | Kind::Dash | Kind::Open);
        let end = if set_off { end } else { view.adverbs_before(verb) };
        (start < end && end <= self.left_edge).then(|| Run::new(start, end))
    }

    /// After the first word of the bounds, if it is a conjunction or adverb, and the comma after it.
    fn after_opening(&self) -> usize {
        let start = self.bounds.first();
        let opens = matches!(self.view.tag(start), Tag::CC | Tag::RB | Tag::UH | Tag::IN);
        let comma = (start + 1..(start + 8).min(self.left_edge))
            .find(|at| self.view.kind(*at) == Kind::Comma);
        match comma {
            Some(comma) => comma + 1,
            None if opens => start + 1,
            None => start,
        }
    }

    /// Where the quotation that ends at `end` opens.
    fn quotation_before(&self, end: usize) -> Option<usize> {
        let last = (end.saturating_sub(2)..end).rev().find(|at| self.view.closes(*at))?;
        (self.view.speech(last) != self.level)
            .then(|| self.view.quotation(last).first())
            .filter(|open| *open >= self.bounds.first())
    }

    /// After the last semicolon, dash, colon or comma with a conjunction before `end`.
    fn clause_before(&self, end: usize) -> Option<usize> {
        let view = self.view;
        let first = self.bounds.first().max(end.saturating_sub(AROUND));
        let mut to = end.saturating_sub(3);
        while let Some(mark) = view.last_break(first, to) {
            // A conjunction breaks after a comma only.
            let breaks =
                view.tag(mark) != Tag::CC || mark > 0 && view.kind(mark - 1) == Kind::Comma;
            if breaks && view.speech(mark + 1) == self.level {
                return Some(mark + 1);
            }
            to = mark;
        }
        None
    }

    /// The noun phrase before a passive cue, or before the relative pronoun of the clause that holds cue and source.
    fn find_nouns(&self, mut add: impl FnMut(Run, Left)) {
        let view = self.view;
        let mut at = self.left_edge;
        // Without a comma the relative clause is part of the noun phrase before, which is the content then.
        if at > self.bounds.first() + 1
            && view.tag(at - 1).is_relative()
            && !view.is_noun_phrase(at - 2)
        {
            add(Run::new(at - 1, at), Left::Relative);
        }
        while at > self.bounds.first() && self.left_edge - at < 4 {
            let before = at - 1;
            let skip = view.tag(before).is_adverb()
                || matches!(view.tag(before), Tag::WDT | Tag::WP | Tag::IN)
                || view.kind(before) == Kind::Comma;
            if !skip {
                break;
            }
            at = before;
        }
        let mut end = at;
        for _ in 0..3 {
            if end <= self.bounds.first() || !view.is_noun_phrase(end - 1) {
                return;
            }
            let start = view.phrase(end - 1).tokens.first();
            if start < self.bounds.first() {
                return;
            }
            add(Run::new(start, at), Left::Noun);
            // "the leader *of the party*": take the phrase that it hangs on too.
            if start < 2 || view.tag(start - 1) != Tag::IN {
                return;
            }
            end = start - 1;
        }
    }

    /// Finds the beginnings of the part after the cue. One that two kinds lead to is there as both, for weights know them
    /// apart; a time and a late preposition only add what no other leads to.
    fn find_starts(&self, starts: &mut Vec<(usize, Right)>) {
        starts.clear();
        let (view, end) = (self.view, self.bounds.after());
        let parenthesis = || self.anchor.parenthesis().map(|mark| mark + 1);
        let quoting = || self.anchor.relays_before().then_some(self.right_edge);
        let only = self.told_after.or_else(parenthesis).or_else(quoting);
        if let Some(after) = only.filter(|after| *after >= self.right_edge && *after < end) {
            starts.push((after, Right::Direct));
            return;
        }
        let said = self.left_edge > self.bounds.first();
        let aside = view.past_time(self.right_edge);
        if said && (contents::is_comment(view, aside) || contents::hides_name(view, aside)) {
            return;
        }
        let Some((direct, time)) = self.direct_start() else { return };
        if !contents::is_circumstance(self.anchor, direct, end) {
            starts.push((direct, Right::Direct));
        }
        // Who "was told" something stands before: what follows is said.
        let clause = matches!(view.follow(direct), Follow::Clause | Follow::That | Follow::To);
        if clause && grammar::addressed(self.anchor).is_some() {
            return;
        }
        self.find_starts_past_phrase(direct, starts);
        self.find_marked_starts(direct, starts);
        // A phrase of the dictionary such as "attempt to" may hold the first word of the content.
        let group = self.anchor.head + 1;
        if group < self.right_edge && self.right_edge == self.anchor.end {
            starts.push((group, Right::AfterPreposition));
        }
        // "voted solidly *for* …", "spoke at length *about* …"
        let link = (direct + 1..end.min(direct + 6))
            .find(|at| matches!(view.tag(*at), Tag::IN | Tag::TO))
            .map(|at| (at + 1, Right::AfterPreposition));
        let time = time.map(|after| (view.past_comma(after), Right::AfterTime));
        for (at, kind) in time.into_iter().chain(link) {
            if starts.iter().all(|(known, _)| *known != at) {
                starts.push((at, kind));
            }
        }
        // In a quotation of several sentences what follows the cue's own is not what it says.
        let ends =
            |at: &usize| matches!(view.kind(*at), Kind::Stop | Kind::Question | Kind::Exclamation);
        let ended = (self.right_edge..end.min(direct + AROUND)).find(ends).unwrap_or(end);
        starts.retain(|(at, _)| {
            *at < ended && !contents::closes_quotation(view, *at) && !self.anchor.names_office(*at)
        });
    }

    /// Where a content begins that follows cue and source directly, and the end of a time that stands there and may belong to
    /// it: "said *two days ago* that …", "said *Tuesday* it …", "…, she said *earlier this year*." tell when it was said.
    fn direct_start(&self) -> Option<(usize, Option<usize>)> {
        let (view, end) = (self.view, self.bounds.after());
        let mut direct = self.right_edge;
        while direct < end && matches!(view.kind(direct), Kind::Comma | Kind::Colon) {
            direct += 1;
        }
        let time = (direct < end).then(|| self.time_after(direct))?;
        let spoken = time.filter(|after| {
            let clause = view.follow(*after) == Follow::Clause && self.anchor.says();
            clause || view.is_marker(*after) || view.is_boundary(*after)
        });
        let (direct, time) = spoken.map_or((direct, time), |after| (view.past_comma(after), None));
        (direct < end).then_some((direct, time))
    }

    /// After the noun phrase at `direct`, or the preposition and its noun phrase.
    fn find_starts_past_phrase(&self, direct: usize, starts: &mut Vec<(usize, Right)>) {
        let view = self.view;
        if view.is_noun_phrase(direct) {
            let own = view.phrase(direct).tokens.after();
            let chain = view.chain_end(direct);
            // "told the BBC *on Friday* he would run"; before "that" nothing but the marker begins a content
            let time = self.time_after(own);
            let marked = time.is_some_and(|at| view.is_marker(at));
            let own = time.filter(|_| !marked).unwrap_or(own);
            // "told me*:* it is late"
            let own = own + usize::from(view.kind(own) == Kind::Colon);
            if !marked {
                starts.push((view.past_comma(own), Right::AfterNoun));
            }
            if chain != own && !marked {
                starts.push((view.past_comma(chain), Right::AfterNoun));
            }
        } else if matches!(view.tag(direct), Tag::IN | Tag::TO | Tag::RP) {
            starts.push((direct + 1, Right::AfterPreposition));
            // "said *in a statement* it would sell the ferry"
            if view.is_noun_phrase(direct + 1) {
                starts.push((view.past_comma(view.chain_end(direct + 1)), Right::AfterNoun));
            }
        }
    }

    /// At the next "that", "whether" or "to" after `direct`, and at the next quotation.
    fn find_marked_starts(&self, direct: usize, starts: &mut Vec<(usize, Right)>) {
        let (view, end) = (self.view, self.bounds.after());
        let marker = (direct + 1..end.min(direct + 18))
            .find(|at| view.is_marker(*at))
            .filter(|at| !contents::is_complement(self.anchor, *at));
        let quotation = view.opening_in(direct + 1, end.min(direct + 40));
        let quotation = quotation.filter(|at| Some(*at) != marker);
        starts.extend(marker.into_iter().chain(quotation).map(|at| (at, Right::AtMarker)));
    }

    /// The end of the time, with or without a preposition, that stands at `at`: "said *on Friday* he …", "said *on Friday (May 3)*
    /// he …".
    fn time_after(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let time = |at: usize| {
            let mention = view.tables.mention_at(at).filter(|_| view.begins_time(at));
            mention.map(|mention| mention.tokens.after())
        };
        let end = time(if view.tag(at) == Tag::IN { at + 1 } else { at })?;
        let date = time(end + 1).filter(|_| view.kind(end) == Kind::Open);
        let close = date.filter(|close| view.kind(*close) == Kind::Close);
        Some(close.map_or(end, |close| close + 1))
    }

    /// Hands the ends of the part after the cue to `add`, which says how many there are: those of the first noun phrases,
    /// then the clause boundaries at the cue's own level of quotation, nearest first; the end of the bounds is last.
    fn find_ends(&self, mut add: impl FnMut(usize) -> usize) {
        let view = self.view;
        let stop = self.bounds.after();
        let mut add = |end: usize| {
            if end <= self.right_edge || end > self.outer || self.cuts_clause(end) {
                return 0;
            }
            let edge = view.kind(end - 1) == Kind::Comma && view.speech(end - 1) == self.level;
            let end = if edge { end - 1 } else { end };
            let inside = end <= self.right_edge || view.cuts_name(end);
            let open = || {
                contents::goes_on(view, end)
                    || grammar::begins_relative(view, end)
                    || contents::is_enclosed(view, self.right_edge, end)
                    || contents::parts_subject(self.anchor, self.right_edge, end, stop)
                    || contents::is_fronted(self.anchor, self.right_edge, end, stop)
            };
            if inside || open() { 0 } else { add(end) }
        };
        self.find_noun_ends(&mut add);
        let mut at = self.right_edge + 1;
        let limit = stop.min(self.right_edge + AROUND);
        let mut count = 0;
        while let Some(next) = view.next_boundary(at, limit)
            && count < ENDS - 1
        {
            at = next;
            if view.opens(at) && view.speech(at) != self.level {
                add(at);
                at = view.quotation(at).after();
                count = add(at.min(stop));
                continue;
            }
            if view.is_boundary(at) {
                count = add(at);
            }
            at += 1;
        }
        add(self.last_end.min(self.outer));
    }

    /// Whether a content that ends here, before the verb of another clause, would lack the verb of its own.
    fn cuts_clause(&self, end: usize) -> bool {
        let outer = self.outer < self.bounds.after();
        outer
            && opens_clause(self.view, self.right_edge)
            && !self.view.has_verb(self.right_edge, end)
    }

    /// The ends of the first noun phrase after the cue, and of the phrases that hang on it.
    fn find_noun_ends(&self, mut add: impl FnMut(usize) -> usize) {
        let view = self.view;
        let mut at = self.right_edge;
        let limit = (self.bounds.after()).min(at + 14);
        let mut count = 0;
        while at < limit && count < 8 {
            if view.is_noun_phrase(at) {
                at = view.phrase(at).tokens.after();
                if view.speech(at - 1) == self.level && at <= self.bounds.after() {
                    count = add(at);
                }
            } else {
                at += 1;
            }
        }
    }
}

/// The unit of the cue, or the inside of the quotation or brackets that hold it.
fn bounds(anchor: &Anchor) -> Run {
    let Anchor { view, level, head, .. } = *anchor;
    let mut unit = view.unit;
    unit.start = view.behind_stamp() as u32;
    if view.bracketed(head) && anchor.parenthesis().is_none() {
        let close = (head..unit.after()).take(AROUND).find(|at| view.kind(*at) == Kind::Close);
        unit.end = close.map_or(unit.end, |close| close as u32);
    }
    if level == 0 {
        return unit;
    }
    let run = view.quotation(head);
    let (first, last) = (run.first() + 1, run.last().max(run.first() + 1));
    let own = own_sentence(anchor).unwrap_or(unit);
    let first = first.max(unit.first());
    let start = if view.speech(own.first()) == level { own.first().max(first) } else { first };
    Run::new(start, last.min(own.after()).min(unit.after()))
}

/// The sentence of the cue inside a quotation, with those that a quotation in it goes on over: "They told me. *He said, ‘Wait. It is
/// late.’* We left."
fn own_sentence(anchor: &Anchor) -> Option<Run> {
    /// How many quotations are followed over the border of sentences.
    const MOST: usize = 3;
    let Anchor { view, level, head, .. } = *anchor;
    let mut own = view.tables.sentence_at(head)?.tokens;
    for _ in 0..MOST {
        let next = own.after();
        if !view.unit.holds(next) || view.speech(next) == level || view.opens(next) {
            break;
        }
        let last = view.quotation(next).last();
        own.end = view.tables.sentence_at(last)?.tokens.end.max(own.end);
    }
    Some(own)
}

/// Where the content ends at the latest before the cue, and begins at the earliest after it; a source far behind the cue ends
/// the bounds.
fn edges(anchor: &Anchor, source: Run, place: Place, bounds: &mut Run) -> (usize, usize) {
    let Anchor { view, start: mut left, end: mut right, .. } = *anchor;
    if !source.is_empty() && place != Place::Possessive {
        if source.after() <= left {
            left = source.first();
            if let Some(Quoted::Object(_)) = grammar::quoted_by_another(anchor) {
                // Before the relay: "{*The dam will hold*}, AP quoted her as saying".
                left = contents::relay_before(view, left);
            }
        } else if source.first() > right + 2 {
            // "Rejecting *the reports*, Poe …", "described as *a failure* by Poe": the content stands between.
            let by = usize::from(place == Place::By);
            bounds.end = bounds.end.min((source.first() - by) as u32);
        } else {
            right = source.after();
        }
    }
    if let Some(said) = anchor.equated(right) {
        right = said;
    }
    if place != Place::Before {
        left = view.adverbs_before(left);
    }
    if let Some(preposition) = anchor.standpoint() {
        left = preposition;
    }
    if let Some(listener) = grammar::addressed(anchor) {
        left = left.min(listener.first());
    }
    // "was quoted as saying *by Reuters*"
    let voiced = anchor.entry().is_some_and(|entry| entry.relays());
    if voiced && view.key(right) == key("by") && view.is_noun_phrase(right + 1) {
        right = view.chain_end(right + 1);
    }
    // "is — according to Poe *—* unsafe"
    let opens = matches!(view.kind(left.wrapping_sub(1)), Kind::Dash | Kind::Open);
    if opens && matches!(view.kind(right), Kind::Dash | Kind::Close) {
        right += 1;
    }
    (left, right)
}

/// Where the clause after a noun ends, if "that" begins it and a verb without a subject of its own follows it: "the claim that
/// the ferry was safe *has* been checked".
fn clause_end(view: &View, start: usize, limit: usize) -> Option<usize> {
    if view.follow(start) != Follow::That {
        return None;
    }
    let mut verbs = 0;
    for at in start + 1..limit.min(start + AROUND) {
        let begins = view.tag(at).is_finite() && view.phrase(at).tokens.first() == at;
        if !begins {
            continue;
        }
        // A verb after a noun phrase may belong to a clause inside.
        let before = view.tag(at - 1);
        if verbs > 0 && (before.is_adjective() || before.is_verb() || before == Tag::RP) {
            return Some(at);
        }
        verbs += 1;
    }
    None
}

/// Where what hangs on a noun ends before the verb whose subject the noun is: "his decision to run *has* surprised nobody". A
/// clause has a verb of its own first.
fn own_verb(anchor: &Anchor, start: usize, limit: usize) -> Option<usize> {
    let Anchor { view, head, .. } = *anchor;
    let phrase = view.phrase(head).tokens;
    let governed = view.tag(phrase.first().wrapping_sub(1)).is_verb();
    // "the view *of* how …"
    let first = start + usize::from(view.follow(start) == Follow::Preposition);
    let clause = matches!(view.follow(first), Follow::That | Follow::Clause | Follow::Wh);
    let own = |at: &usize| {
        view.tag(*at).is_finite()
            && view.phrase(*at).tokens.first() == *at
            && view.subject_of(*at).is_some_and(|subject| phrase.holds(subject))
            && (!clause || view.has_verb(start, *at))
    };
    let verb = (start + 1..limit.min(start + AROUND)).filter(|_| !governed).find(own)?;
    Some(view.adverbs_before(verb).max(start + 1))
}

/// Whether a clause begins here.
fn opens_clause(view: &View, at: usize) -> bool {
    matches!(view.follow(at), Follow::That | Follow::Clause | Follow::Wh)
}

/// Where the verb follows whose subject the cue only tells something of: "Voters who say that it is late *are* wrong".
fn outer_verb(anchor: &Anchor, start: usize, limit: usize) -> Option<usize> {
    let Anchor { view, level, .. } = *anchor;
    let clause = opens_clause(view, start);
    // "The bank, Poe told us, *has* failed"
    let split = anchor.subject.second.filter(|_| anchor.subject.how == How::Beside);
    let outer = |at: &usize| {
        let subject = view.subject(*at);
        let first = view.subject_of(*at);
        subject.how == How::Apart
            && view.tag(*at).is_finite()
            && view.speech(*at) == level
            && first.is_some_and(|first| first < anchor.start)
            && (split.is_none() || subject.first != split)
            && (!clause || view.has_verb(start, *at))
            // "what he thought *would* happen"
            && !view.tag(at - 1).is_finite()
            && view.tag(at - 1) != Tag::IN
    };
    // "The thing that counts, she said, *is* …", "The spot, titled “Rain,” *is* …"
    let quoted = matches!(view.kind(start), Kind::Double | Kind::Single);
    let titled = anchor.cue.voice != Voice::Active && quoted;
    let aside = view.kind(start) == Kind::Comma || titled;
    let verb = (start + 1..limit.min(start + AROUND)).filter(|_| !aside).find(outer)?;
    let end = view.adverbs_before(verb);
    Some(end.max(start + 1))
}

pub(super) const EXPLETIVES: [u64; 2] = keys(["it", "there"]);
