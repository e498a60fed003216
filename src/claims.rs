//! Attribution relations: which cue candidates attribute, to whom, and what.
//!
//! Work goes unit by unit; a unit is a sentence, or several that one quotation holds together. At each cue candidate of a unit
//! learned weights choose among what stands around it: is it a cue ([`cue`]), which noun phrase is its source ([`source`]),
//! where does the content begin and end ([`content`]), which words belong to the cue ([`extent`]). The patterns of
//! `data/rules/claims.tsv` name the choice, and those that are sure by themselves add to its score ([`patterns`]); without
//! weights they and the dictionary choose ([`alone`]). What a mark alone attributes is found by the structure of the text
//! ([`turns`], [`headlines`]). Then quotations without a cue join the claim they continue ([`quotations`]).

mod alone;
mod asides;
mod cells;
mod clauses;
mod content;
mod cue;
mod details;
mod extent;
mod features;
mod grammar;
mod headlines;
mod introduced;
mod patterns;
mod posts;
mod quotations;
mod relatives;
mod said_at;
mod source;
mod turns;
mod view;
mod weights;

use std::sync::Arc;

use crate::document::{
    Act, Claim, ClaimId, Commitment, Content, Cue, CueCandidate, CueKind, Force, Kind, Part,
    Polarity, Quotation, QuoteUse, SaidAt, Sentence, Source, Tables, Tag, Voice, hundredths,
};
use crate::key::{key, keys};
use crate::lexicon::{CueEntry, CueWords, FrameKind, Lexicon, NEGATIONS, Strength};
use crate::rules::{Rules, SourcePlace as Place, TURN};
use crate::span::{Run, Span};
use cells::UnitFacts;
use content::{ContentCandidate, Options};
use extent::{ExtentCandidate, Extents};
use features::Ledger;
use patterns::Boosts;
use source::{SourceCandidate, Sources};
pub(crate) use turns::NAMELESS;
use turns::Turn;
use view::{Anchor, View};
pub(crate) use weights::Weights;
use weights::{Decision, Score, best, odds_of, probability, score_of};

#[cfg(feature = "training")]
pub(crate) mod training;

/// Finds the claims of the article that are at least this sure.
pub(crate) fn find_claims(
    text: &str,
    lexicon: &Lexicon,
    rules: &Rules,
    weights: Option<&Weights>,
    least: f32,
    tables: &mut Tables,
) {
    let mut drafts = Vec::new();
    let mut facts = UnitFacts::default();
    let mut memory = Memory::default();
    let words = &lexicon.cues;
    let turns = turns::find_turns(lexicon, tables);
    for (unit, cues) in units_with_cues(tables, find_units(tables, &turns)) {
        facts.read(tables, unit);
        facts.find_subjects(tables, words, unit, cues);
        let view = View::new(tables, words, unit, cues, &facts);
        match weights {
            Some(weights) => score_cues(&view, rules, weights, &mut memory),
            None => memory.rate_cues(&view, rules),
        }
        let doubt = doubt(tables, words, unit);
        memory.scores.iter_mut().for_each(|score| *score -= doubt);
        if memory.scores.iter().all(|score| *score < THRESHOLD) {
            continue;
        }
        facts.set_likely(unit, cues, memory.scores.iter().map(|score| odds_of(*score)));
        let view = View::new(tables, words, unit, cues, &facts);
        Reader { view, rules, weights }.read(&mut memory, &mut drafts);
    }
    nest_relayed(&mut drafts);
    relatives::part_relatives(tables, &mut drafts);
    drop_conflicts(&mut drafts);
    part_coordinated(tables, &mut drafts);
    headlines::join_headlines(lexicon, tables, &mut drafts);
    drafts.retain(|it| {
        turns.binary_search_by_key(&it.cue.start, Turn::mark).is_err()
            && !turns::is_listed(lexicon, tables, it)
    });
    drafts.extend(turns.into_iter().map(Turn::draft));
    let posts = posts::find_posts(text, tables);
    drafts.retain(|it| posts.binary_search_by_key(&it.cue.start, |post| post.cue.start).is_err());
    drafts.extend(posts);
    drafts.sort_by_key(|draft| draft.cue.start);
    introduced::give_paragraphs(tables, &mut drafts);
    quotations::part_quotations(tables, &mut drafts);
    quotations::join_quotations(tables, words, &mut drafts);
    // Claims are left out by what a reader sees of their confidence.
    drafts.iter_mut().for_each(|draft| draft.sure = hundredths(draft.sure));
    drafts.retain(|draft| draft.sure >= least);
    let mut claims: Vec<Claim> =
        drafts.into_iter().map(|draft| draft.claim(text, tables, &lexicon.cues)).collect();
    nest(&mut claims);
    tables.claims = claims;
    // Nothing asks for candidates any more, and the speakers of a long article need room.
    tables.cues.clear();
    tables.cues.shrink_to(CUES_KEPT);
}

/// Memory for so many candidates is kept for the next article: none of a usual length has more.
const CUES_KEPT: usize = 1 << 13;

/// A claim in the making: runs of tokens, and how sure each decision was.
#[derive(Clone, Debug)]
struct Draft {
    candidate: CueCandidate,
    cue: Run,
    source: Run,
    /// The parts of the content, in text order.
    content: Vec<Run>,
    addressee: Option<Run>,
    /// The index of the mention of the time of speaking.
    said_at: Option<usize>,
    /// How sure it is that the cue is one.
    cue_sure: f32,
    /// How sure cue, source and content are together.
    sure: f32,
    rule: Arc<str>,
    /// The act of a turn of a dialogue or of a post, which are direct speech without quotation marks.
    turn: Option<Act>,
}

/// The units of the article: sentences, joined where a quotation goes on over their border. Who has a turn and what marks the
/// items of a list are in none.
fn find_units(tables: &Tables, turns: &[Turn]) -> Vec<Run> {
    let mut units: Vec<Run> = Vec::new();
    let mut open = 0;
    let mut turns = turns.iter().peekable();
    for sentence in &tables.sentences {
        let mut run = sentence.tokens;
        if run.is_empty() || !matches!(sentence.part, Part::Body | Part::Headline) {
            continue;
        }
        while let Some(turn) = turns.next_if(|turn| turn.start() <= run.start) {
            if turn.start() == run.start {
                run.start = run.end.min(turn.said_from());
            }
        }
        if run.is_empty() {
            continue;
        }
        match units.last_mut() {
            Some(last)
                if last.end == run.start
                    && (open > run.start || belongs(tables, last.last(), run)) =>
            {
                last.end = run.end;
            }
            _ => units.push(item(tables, sentence, run)),
        }
        let around = tables.quotes_around(run.last()).map(|(_, quote)| quote);
        let speech = around.filter(|quote| quote.use_ == QuoteUse::Speech);
        open = speech.fold(open, |open, quote| open.max(quote.tokens.end));
    }
    units.into_iter().flat_map(cut).collect()
}

/// A sentence, of which `run` is left, without the marker of the item that it begins; a dash may also tell who is quoted above it.
fn item(tables: &Tables, sentence: &Sentence, run: Run) -> Run {
    let item = tables.past_marker(sentence);
    let dash = tables.kind(run.first()) == Kind::Dash;
    let whole = dash && !run.range().any(|at| tables.tag(at).is_finite());
    if run.start != sentence.tokens.start || whole || item.is_empty() { run } else { item }
}

/// The unit in pieces of bounded length: contents nest inside a unit, so that its length bounds how often a word is said.
fn cut(unit: Run) -> impl Iterator<Item = Run> {
    const LONGEST: usize = 400;
    let end = unit.after();
    unit.range().step_by(LONGEST).map(move |start| Run::new(start, end.min(start + LONGEST)))
}

/// How much the candidates of a unit lose in a headline of few words, of a style that the weights have not learned from: nothing
/// where it is written as a sentence, with a mark at its end, introduces a quotation ("Poe: ‘It will hold’") or reports what
/// somebody says ("Mayor denies ferry is for sale").
fn doubt(tables: &Tables, words: &CueWords, unit: Run) -> Score {
    let at = tables.sentences.partition_point(|it| it.tokens.end <= unit.start);
    let headline = tables.sentences.get(at).filter(|it| it.part == Part::Headline);
    let Some(sentence) = headline.map(|it| it.tokens) else { return 0 };
    let mark = matches!(
        tables.kind(sentence.last()),
        Kind::Stop | Kind::Semicolon | Kind::Question | Kind::Exclamation
    );
    let colon = sentence.range().find(|at| tables.kind(*at) == Kind::Colon);
    let introduces = || colon.is_some_and(|colon| opens_speech(tables, colon + 1));
    if mark || introduces() || reports(tables, words, sentence) { 0 } else { TERSE }
}

/// Whether a sentence has a verb in the present tense of headlines that often attributes: one of saying, denying, warning.
fn reports(tables: &Tables, words: &CueWords, sentence: Run) -> bool {
    let first = tables.cues.partition_point(|cue| cue.tokens.start < sentence.start);
    let inside = tables.cues[first..].iter().take_while(|cue| cue.tokens.end <= sentence.end);
    let attributes = |entry: &CueEntry| {
        let acts = matches!(entry.act, Act::Deny | Act::Accuse | Act::Warn | Act::Threaten);
        let says = entry
            .frames
            .first()
            .is_some_and(|frame| matches!(frame.kind, FrameKind::That | FrameKind::Quote));
        entry.strength > Strength::Weak && (acts || says)
    };
    let present = |cue: &CueCandidate| matches!(tables.tag(cue.head()), Tag::VBZ | Tag::VBP);
    inside
        .into_iter()
        .filter(|cue| present(cue))
        .any(|cue| cue.entry.is_some_and(|entry| attributes(&words.entries[entry as usize])))
}

/// Whether a quotation of speech opens at a token.
fn opens_speech(tables: &Tables, at: usize) -> bool {
    let quote = tables.quote_at(at);
    quote.is_some_and(|it| it.use_ == QuoteUse::Speech && it.tokens.first() == at)
}

/// Whether what stands at the border of two sentences belongs to the other one: the first ends in a colon and the next begins
/// with a quotation or is what somebody is said to say, or the first ends with a quotation and the next is its dash tag ("― Ann
/// Poe"), not the next row of a list ("- Ann Poe: “…”").
fn belongs(tables: &Tables, last: usize, next: Run) -> bool {
    let quotation = |at: usize| tables.quote_at(at).map(|quote| quote.tokens);
    let first = next.first();
    match tables.kind(first) {
        Kind::Dash => {
            let says = |at: usize| tables.kind(at) == Kind::Colon || tables.tag(at).is_finite();
            let row = || next.range().any(|at| opens_speech(tables, at)) && next.range().any(says);
            quotation(last).is_some_and(|quotation| quotation.last() == last) && !row()
        }
        _ => {
            let opens = quotation(first).is_some_and(|quotation| quotation.first() == first);
            opens && tables.kind(last) == Kind::Colon
                || introduced::introduced_by(tables, last).is_some_and(|it| it.start == next.start)
        }
    }
}

/// The units that hold cue candidates, each with them; a candidate that is cut in two is in none.
fn units_with_cues(
    tables: &Tables,
    units: Vec<Run>,
) -> impl Iterator<Item = (Run, &[CueCandidate])> {
    let mut rest = tables.cues.as_slice();
    units.into_iter().filter_map(move |unit| {
        let before = rest.iter().take_while(|cue| cue.tokens.start < unit.start).count();
        let own = rest[before..].iter().take_while(|cue| cue.tokens.end <= unit.end).count();
        let cues = &rest[before..before + own];
        rest = &rest[before + own..];
        (own > 0).then_some((unit, cues))
    })
}

/// What is weighed at the cues of a unit, kept from cue to cue.
#[derive(Debug, Default)]
struct Memory {
    /// The log odds of each candidate seen alone, and its score among its neighbours.
    priors: Vec<f32>,
    scores: Vec<Score>,
    sources: Sources<Score>,
    options: Options<Score>,
    contents: Vec<(Score, f32)>,
    extents: Extents<Score>,
    alone: alone::Candidates,
}

/// Scores how likely each candidate of the unit is a cue: first each alone, then among its neighbours.
fn score_cues(view: &View, rules: &Rules, weights: &Weights, memory: &mut Memory) {
    let anchors: Vec<Anchor> = view.cues.iter().map(|cue| Anchor::new(view, cue)).collect();
    let Memory { priors, scores, .. } = memory;
    let mut prior = weights.scores(Decision::Prior);
    priors.clear();
    for anchor in &anchors {
        priors.push(odds_of(prior.part(|sink| cue::prior_features(anchor, sink))));
    }
    let mut cue = weights.scores(Decision::Cue);
    scores.clear();
    for (index, anchor) in anchors.iter().enumerate() {
        let promise = Boosts::new(rules, anchor).promise();
        let unlikely = priors[index] < UNLIKELY && promise == 0;
        let hopeless = || {
            grammar::is_tagged_behind(anchor)
                || anchor.sets_nothing()
                || grammar::is_asked(anchor)
                || grammar::is_word(anchor)
        };
        scores.push(if unlikely || hopeless() {
            HOPELESS
        } else {
            promise + cue.part(|sink| cue::cue_features(anchor, priors, index, sink))
        });
    }
    join_chains(&anchors, scores);
}

/// Where neither verb of a chain ("*refused* once more to *endorse*") is sure enough to be the one that has the content, but one
/// of the two is a cue, the likelier is as sure as both together.
fn join_chains(anchors: &[Anchor], scores: &mut [Score]) {
    for last in 1..anchors.len() {
        let first = last - 1;
        let apart = anchors[last].start.checked_sub(anchors[first].head);
        let near = apart.is_some_and(|apart| apart <= extent::CHAIN);
        let same = anchors[last].subject.first == anchors[first].subject.first;
        let verbs = anchors[first].cue.kind == CueKind::Verb && anchors[last].is_chained();
        let chain = near && same && verbs;
        if !chain || scores[first].max(scores[last]) >= THRESHOLD {
            continue;
        }
        let either = probability(scores[first]) + probability(scores[last]);
        let likelier = if scores[last] > scores[first] { last } else { first };
        scores[likelier] = score_of((either / (1.0 - either).max(0.01)).ln());
    }
}

/// Reads the claims of one unit.
struct Reader<'a> {
    view: View<'a>,
    rules: &'a Rules,
    weights: Option<&'a Weights>,
}

/// What is chosen at a cue, and how sure it is.
struct Choice {
    source: Run,
    place: Place,
    content: ContentCandidate,
    extent: Run,
    sure: f32,
}

/// Candidates with a lower score are no cues: those less likely than not.
const THRESHOLD: Score = 0;
/// Candidates that seen alone have lower log odds, a probability of 0.02, are not looked at again.
const UNLIKELY: f32 = -3.892;
/// What their score loses in a headline of few words; twice or half as much makes no difference.
const TERSE: Score = score_of(0.8);
/// The score of candidates that are not looked at again.
const HOPELESS: Score = score_of(-100.0);
/// The share of a source or content counts as this at least: where many are nearly as good, the claim is still one.
const LEAST_SHARE: f32 = 0.3;

impl Reader<'_> {
    fn read(&self, memory: &mut Memory, drafts: &mut Vec<Draft>) {
        for (index, cue) in self.view.cues.iter().enumerate() {
            let score = memory.scores[index];
            if score >= THRESHOLD {
                let anchor = Anchor::new(&self.view, cue);
                drafts.extend(self.draft(&anchor, probability(score), memory));
            }
        }
    }

    fn draft(&self, anchor: &Anchor, sure: f32, memory: &mut Memory) -> Option<Draft> {
        let view = &self.view;
        let choice = match self.weights {
            Some(weights) => self.weigh(anchor, weights, memory)?,
            None => alone::choose(anchor, self.rules, &mut memory.alone)?,
        };
        let Choice { source, place, mut content, mut extent, .. } = choice;
        let rule = self.rules.name(anchor, place, &content);
        part_negation(view, &mut extent, &mut content);
        let taken = taken(source, &content);
        let clash = |a: &Run, b: &Run| !std::ptr::eq(a, b) && a.overlaps(*b);
        if taken.iter().any(|a| a.overlaps(extent) || taken.iter().any(|b| clash(a, b))) {
            return None; // no token has two roles
        }
        if [content.left, content.right]
            .iter()
            .all(|part| grammar::contents::says_nothing(view, *part))
        {
            return None;
        }
        let mut draft = Draft {
            candidate: *anchor.cue,
            cue: extent,
            source,
            content: taken.into_iter().skip(usize::from(!source.is_empty())).collect(),
            addressee: None,
            said_at: None,
            cue_sure: sure,
            sure: sure * choice.sure,
            rule,
            turn: None,
        };
        draft.addressee = details::find_addressee(anchor, &draft);
        draft.said_at = said_at::find_said_at(anchor, &draft);
        Some(draft)
    }

    /// The choice of the weights.
    fn weigh(&self, anchor: &Anchor, weights: &Weights, memory: &mut Memory) -> Option<Choice> {
        let boosts = Boosts::new(self.rules, anchor);
        let Memory { sources, options, contents, extents, .. } = memory;
        sources.propose(anchor, weights.scores(Decision::Source));
        let score = |source: &SourceCandidate<Score>| {
            (source.parts.iter().sum::<Score>() + boosts.source(source.place), 1.0)
        };
        let (chosen, source_sure) = best(sources.list.iter().map(score))?;
        let SourceCandidate { run: source, place, .. } = sources.list[chosen];

        options.propose(anchor, source, place, weights.scores(Decision::Content));
        let boost = |content: &_| boosts.content(&self.view, place, content);
        let (content, content_sure) = options.choose(boost, contents)?;

        extents.propose(anchor, &taken(source, &content), weights.scores(Decision::Extent));
        let score = |extent: &ExtentCandidate<Score>| (extent.parts.iter().sum(), 1.0);
        let extent = extents.list[best(extents.list.iter().map(score))?.0].run;
        let sure = source_sure.max(LEAST_SHARE) * content_sure.max(LEAST_SHARE);
        Some(Choice { source, place, content, extent, sure })
    }
}

/// Leaves a "not" or "never" at the end of a cue to the infinitive behind it, which is the content: "vowed {*never* to return}".
fn part_negation(view: &View, extent: &mut Run, content: &mut ContentCandidate) {
    const NOT: [u64; 2] = keys(["not", "never"]);
    let to = extent.after();
    let negated = extent.len() > 1 && NOT.contains(&view.key(extent.last()));
    if negated && content.right.first() == to && view.key(to) == key("to") {
        extent.end -= 1;
        content.right.start -= 1;
    }
}

/// The tokens of source and content, which no cue holds.
fn taken(source: Run, content: &ContentCandidate) -> Vec<Run> {
    [source, content.left, content.right].into_iter().filter(|run| !run.is_empty()).collect()
}

/// Where a relay stands at the end of what another claim says ("Poe said {that it rained}, *Reuters reported*"), ends that
/// content before it: the relay then holds the claim, and the two are no rivals.
fn nest_relayed(drafts: &mut [Draft]) {
    for outer in 0..drafts.len() {
        let (cue, source, left) = match &drafts[outer] {
            Draft { cue, source, content, .. } if content.len() == 1 => (*cue, *source, content[0]),
            _ => continue,
        };
        if left.end > cue.start {
            continue;
        }
        let edge = if source.is_empty() { cue.start } else { source.start.min(cue.start) };
        for inner in &mut drafts[outer.saturating_sub(4)..outer] {
            let Some(part) = inner.content.last_mut() else { continue };
            let holds_source = inner.source.is_empty() || left.contains(inner.source);
            let inside = left.contains(inner.cue) && holds_source;
            if inside && part.start < left.end && part.end > edge {
                part.end = left.end;
            }
        }
    }
}

/// Of two drafts that are rivals the one whose cue is less sure goes, of equals the later one.
fn drop_conflicts(drafts: &mut Vec<Draft>) {
    let extents: Vec<Run> = drafts.iter().map(Draft::extent).collect();
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by(|a, b| drafts[*b].cue_sure.total_cmp(&drafts[*a].cue_sure).then(a.cmp(b)));
    let mut kept = vec![true; drafts.len()];
    for &at in &order {
        // Cues come in text order, so that rivals are near.
        let near = at.saturating_sub(6)..drafts.len().min(at + 7);
        let draft = &drafts[at];
        kept[at] = !near.into_iter().any(|other| {
            let meets = extents[other].overlaps(extents[at]) && other != at && kept[other];
            let surer = |rival: &Draft| (rival.cue_sure, at) > (draft.cue_sure, other);
            meets && surer(&drafts[other]) && rivals(draft, &drafts[other])
        });
    }
    let mut kept = kept.into_iter();
    drafts.retain(|_| kept.next().unwrap_or(false));
}

/// Whether only one of two drafts can be right: their cues overlap, one's source overlaps the other's cue, or each has the
/// other's cue in its content.
fn rivals(a: &Draft, b: &Draft) -> bool {
    let inside = |a: &Draft, b: &Draft| b.content.iter().any(|part| part.overlaps(a.cue));
    a.cue.overlaps(b.cue)
        || (inside(a, b) && inside(b, a))
        || a.source.overlaps(b.cue)
        || b.source.overlaps(a.cue)
}

/// Ends the content of a claim where the next one begins that is no part of it: the next verb of its source ("[Poe] said {that
/// it rained} *and blamed* …"), or a clause with a source of its own behind a semicolon or "while" ("Critics say {it will
/// fail}; *supporters argue* …"). What would happen is said by the source: "[Poe] said {it was late *and would* rain}".
fn part_coordinated(tables: &Tables, drafts: &mut [Draft]) {
    const REPORTED: [u64; 4] = keys(["would", "could", "might", "should"]);
    for at in 0..drafts.len() {
        let last = drafts.len().min(at + 5);
        for next in at + 1..last {
            let (source, cue) = (drafts[next].source, drafts[next].cue.first());
            let acts = drafts[next].candidate.kind == CueKind::Verb;
            let draft = &mut drafts[at];
            let coordinated = source.overlaps(draft.source)
                && source.end <= draft.cue.start
                && !REPORTED.contains(&tables.tokens[cue].key);
            let border = match () {
                () if source.is_empty() => None,
                () if coordinated => before_conjunction(tables, cue),
                () => own_clause(tables, source, cue)
                    .or_else(|| next_clause(tables, draft, source, cue).filter(|_| acts)),
            };
            let Some(border) = border else { continue };
            // "said she would “distrust *and verify*”" is one.
            let quote = |at: usize| tables.tokens.get(at).map_or(0, |token| token.quote);
            if quote(border) != quote(draft.cue.first()) {
                continue;
            }
            let part = draft.content.iter_mut().find(|part| part.holds(cue));
            if let Some(part) = part.filter(|part| border > part.first() + 1) {
                part.end = border as u32;
            }
        }
    }
}

/// Where a clause ends before the conjunction or comma before `at`.
fn before_conjunction(tables: &Tables, at: usize) -> Option<usize> {
    let mut end = at;
    if end > 0 && tables.tag(end - 1) == Tag::CC {
        end -= 1;
    }
    if end > 0 && tables.kind(end - 1) == Kind::Comma {
        end -= 1;
    }
    (end < at).then_some(end)
}

/// Where the clause before a source ends that begins a clause of its own, outside quotations.
fn own_clause(tables: &Tables, source: Run, cue: usize) -> Option<usize> {
    const WHILE: [u64; 3] = keys(["while", "whereas", "but"]);
    let before = source.first().checked_sub(1)?;
    if source.first() > cue || tables.speech(before) > 0 {
        return None;
    }
    match tables.kind(before) {
        Kind::Semicolon => Some(before),
        Kind::Word if WHILE.contains(&tables.tokens[before].key) => {
            before.checked_sub(1).filter(|comma| tables.kind(*comma) == Kind::Comma)
        }
        _ => None,
    }
}

/// Where what is called something ends before "and" and a clause with a source of its own: "called it “a joke,” *and the union
/// warned* that …"; but not "said it was late, and the union warned", of which both may be said.
fn next_clause(tables: &Tables, draft: &Draft, source: Run, cue: usize) -> Option<usize> {
    let conjunction = source.first().checked_sub(1).filter(|_| source.first() < cue)?;
    let part = draft.content.iter().find(|part| part.holds(conjunction))?;
    let clause = (part.first()..conjunction).any(|at| tables.tag(at).is_finite());
    let comma = |back: usize| {
        let at = conjunction.checked_sub(back);
        at.is_some_and(|at| tables.kind(at) == Kind::Comma)
    };
    let own = tables.tag(conjunction) == Tag::CC && tables.speech(conjunction) == 0;
    let parts = own && (comma(1) || comma(2)) && !clause && draft.cue.start < part.start;
    parts.then_some(conjunction - usize::from(comma(1)))
}

impl Draft {
    /// What a mark alone attributes.
    fn of_mark(
        mark: usize,
        kind: CueKind,
        source: Run,
        content: Vec<Run>,
        sure: f32,
        rule: &str,
    ) -> Draft {
        let cue = Run::new(mark, mark + 1);
        let head = mark as u32;
        let voice = Voice::Active;
        Draft {
            candidate: CueCandidate { tokens: cue, head, kind, voice, negated: false, entry: None },
            cue,
            source,
            content,
            addressee: None,
            said_at: None,
            cue_sure: sure,
            sure,
            rule: rule.into(),
            turn: None,
        }
    }

    /// From its first token to its last.
    fn extent(&self) -> Run {
        let mut extent = self.cue;
        let parts = self.content.iter().chain(Some(&self.source));
        for part in parts.filter(|part| !part.is_empty()) {
            extent.start = extent.start.min(part.start);
            extent.end = extent.end.max(part.end);
        }
        extent
    }

    /// The entry that says what the cue does: its main verb's, or that of a verb before it which denies what follows, "*declined* at
    /// first to say".
    fn entry<'w>(&self, tables: &Tables, words: &'w CueWords) -> Option<&'w CueEntry> {
        let entry_of = |cue: &CueCandidate| Some(&words.entries[cue.entry? as usize]);
        let denies = |entry: &&CueEntry| entry.act == Act::Deny && entry.has(FrameKind::To);
        let first = tables.cues.partition_point(|cue| cue.tokens.start < self.cue.start);
        let before = tables.cues[first..]
            .iter()
            .take_while(|cue| cue.tokens.end <= self.candidate.tokens.start);
        let denied = before.filter_map(entry_of).find(denies);
        denied.or_else(|| entry_of(&self.candidate))
    }

    fn claim(&self, text: &str, tables: &Tables, words: &CueWords) -> Claim {
        let entry = self.entry(tables, words);
        let cue = Cue {
            span: tables.span(self.cue),
            lemma: entry.map_or_else(
                || tables.span(self.cue).of(text).to_owned(),
                |entry| entry.lemma.clone(),
            ),
            tokens: self.cue,
        };
        let source =
            (!self.source.is_empty()).then(|| Source::new(tables.span(self.source), self.source));
        let (spans, mut quoted) = self.content_spans(text, tables);
        if self.turn.is_some() {
            quoted.clone_from(&spans);
        }
        let (quotation, content) = (
            classify_quotation(text, &spans, &quoted),
            Content { spans, quoted, tokens: self.content.clone() },
        );
        Claim {
            id: ClaimId::default(),
            parent: None,
            quotation,
            source,
            cue,
            content,
            act: self.turn.unwrap_or_else(|| {
                entry.map_or(Act::State, |entry| details::classify_act(tables, entry, self))
            }),
            negated: self.is_negated(tables),
            polarity: Polarity::Positive,
            commitment: entry.map_or(Commitment::Open, |entry| entry.commitment),
            force: entry.map_or(Force::Neutral, |entry| entry.force),
            addressee: self.addressee.map(|run| Source::new(tables.span(run), run)),
            said_at: self.said_at.map(|number| {
                let mention = &tables.mentions[number];
                let name = &tables.entities[mention.entity.index()].name;
                SaidAt { span: mention.span, value: is_dated(name).then(|| name.clone()) }
            }),
            condition: None,
            hedge: None,
            via: Vec::new(),
            reply_to: None,
            confidence: self.sure,
            rule: self.rule.clone(),
        }
    }

    /// Whether a negation stands in the cue ("*never* claimed", whose adverb is not the candidate's), or in its verb group and not
    /// in the content, as in "vowed {*not* to go}".
    fn is_negated(&self, tables: &Tables) -> bool {
        let said = |at: usize| self.content.iter().any(|part| part.holds(at));
        let negates = |at: usize| tables.is_one_of(at, &NEGATIONS) && !said(at);
        self.candidate.tokens.range().chain(self.cue.range()).any(negates)
    }

    /// The spans of the content, neighbours with only white space between joined, and the quotations inside.
    fn content_spans(&self, text: &str, tables: &Tables) -> (Vec<Span>, Vec<Span>) {
        let mut spans: Vec<Span> = Vec::new();
        let mut quoted = Vec::new();
        for &run in &self.content {
            let span = tables.span(run);
            match spans.last_mut() {
                Some(last) if Span::new(last.end, span.start).of(text).trim().is_empty() => {
                    last.end = last.end.max(span.end);
                }
                _ => spans.push(span),
            }
            let mut at = run.first();
            while at < run.after() {
                let opens = tables.quote_at(at).filter(|quote| quote.tokens.first() == at);
                if let Some(quote) = opens {
                    let inside = quote.tokens.end.min(run.end) as usize;
                    quoted.push(tables.span(Run::new(at, inside)));
                    at = inside;
                } else {
                    at += 1;
                }
            }
        }
        (spans, quoted)
    }
}

/// Whether the name of a time is a TIMEX3 value that begins with a year or decade, not the words of the text.
fn is_dated(name: &str) -> bool {
    name.as_bytes().first().is_some_and(u8::is_ascii_digit) && !name.contains(' ')
}

/// Direct where nine letters in ten are quoted, mixed where anything is.
fn classify_quotation(text: &str, spans: &[Span], quoted: &[Span]) -> Quotation {
    // Not bytes, of which quotation marks have one or three.
    let letters =
        |spans: &[Span]| -> usize { spans.iter().map(|span| span.of(text).chars().count()).sum() };
    let (all, inside) = (letters(spans), letters(quoted));
    if inside * 10 >= all * 9 && inside > 0 {
        Quotation::Direct
    } else if quoted.is_empty() {
        Quotation::Indirect
    } else {
        Quotation::Mixed
    }
}

/// Whether one of the parts of a content, in text order, holds a span.
pub(crate) fn holds(parts: &[Span], span: Span) -> bool {
    let part = parts.get(parts.partition_point(|part| part.end <= span.start));
    part.is_some_and(|part| part.contains(span))
}

/// Gives each claim its id and the smallest claim whose content holds its cue as its parent; of many in one turn that is found
/// though it is far.
fn nest(claims: &mut [Claim]) {
    // The bytes from the first to the last of each content, and how many tokens of them are content.
    let contents: Vec<(Span, usize)> = claims
        .iter()
        .map(|claim| {
            let spans = &claim.content.spans;
            let hull = match (spans.first(), spans.last()) {
                (Some(first), Some(last)) => Span::new(first.start, last.end),
                _ => Span::default(),
            };
            (hull, claim.content.tokens.iter().map(|run| run.len()).sum())
        })
        .collect();
    let mut turn = None;
    for at in 0..claims.len() {
        claims[at].id = ClaimId::at(at);
        if &*claims[at].rule == TURN {
            turn = Some(at);
            continue;
        }
        let cue = claims[at].cue.span;
        let near = at.saturating_sub(12)..claims.len().min(at + 13);
        let holds = |other: &usize| {
            let (hull, size) = contents[*other];
            hull.contains(cue)
                && *other != at
                && size > contents[at].1
                && holds(&claims[*other].content.spans, cue)
        };
        let parent =
            near.chain(turn).filter(holds).min_by_key(|other| (contents[*other].1, *other));
        claims[at].parent = parent.map(ClaimId::at);
    }
}
