//! How the source stands to the content: polarity, condition, hedge, and the claim that it answers.

use crate::document::{Act, Claim, Kind, Polarity, Tables, Tag};
use crate::lexicon::{CueClass, KeySet, Lexicon, key, keys};
use crate::rules::TURN;
use crate::span::Run;

/// How many claims back an answer may lie.
const REACH: usize = 8;

/// How many relays of one claim are followed.
const DEPTH: usize = 8;

/// Sets polarity, condition, hedges, relays and answers of every claim.
pub(crate) fn resolve_stance(lexicon: &Lexicon, tables: &mut Tables) {
    let mut claims = std::mem::take(&mut tables.claims);
    let mut turn = None;
    for at in 0..claims.len() {
        let (before, rest) = claims.split_at_mut(at);
        let claim = &mut rest[0];
        claim.polarity = classify_polarity(tables, claim);
        claim.condition = find_condition(tables, claim).map(|run| tables.span(run));
        claim.reply_to = if &*claim.rule == TURN {
            turn.replace(claim.id).filter(|_| claim.act == Act::Reply)
        } else {
            resolve_reply(lexicon, tables, before, claim)
        };
    }
    for at in 0..claims.len() {
        if claims[at].parent.is_some() {
            claims[at].via = relays(&claims, at);
        }
    }
    find_hedges(tables, &mut claims);
    tables.claims = claims;
}

/// How far from a word, counted in claims, one that it belongs to may stand.
const NEAR: usize = 12;

/// Gives each claim the first word of hearsay among its own words: in its cue, between source and cue, or in its content where no
/// claim inside has it.
fn find_hedges(tables: &Tables, claims: &mut [Claim]) {
    /// Adverbs and adjectives by which a writer reports without vouching; see Hyland (1998), "Hedging in Scientific Research
    /// Articles", on evidential hedges.
    const HEDGES: KeySet<11> = KeySet::new([
        "reportedly",
        "allegedly",
        "purportedly",
        "supposedly",
        "apparently",
        "seemingly",
        "ostensibly",
        "presumably",
        "alleged",
        "purported",
        "supposed",
    ]);
    if claims.is_empty() {
        return;
    }
    let starts: Vec<u32> = claims.iter().map(|claim| claim.cue.tokens.start).collect();
    for (at, token) in tables.tokens.iter().enumerate() {
        // "is supposed to" is a duty.
        if !HEDGES.holds(token.key) || token.tag.is_verb() {
            continue;
        }
        let next = starts.partition_point(|start| *start <= at as u32);
        let near = next.saturating_sub(NEAR)..claims.len().min(next + NEAR);
        let own = near.filter_map(|claim| Some((own_words(&claims[claim], at)?, claim))).min();
        if let Some((_, claim)) = own {
            claims[claim].hedge.get_or_insert(token.span());
        }
    }
}

/// How many tokens of a claim stand around one that is among its words: 0 where it belongs to source and cue, else those of the
/// content.
fn own_words(claim: &Claim, at: usize) -> Option<usize> {
    let cue = claim.cue.tokens;
    let inside = |part: &&Run| part.holds(at);
    let content = claim.content.tokens.iter().find(inside);
    if content.is_some() {
        return Some(claim.content.tokens.iter().map(|part| part.len()).sum());
    }
    let source = claim.source.as_ref().map_or(cue, |source| source.tokens);
    let hull = Run { start: cue.start.min(source.start), end: cue.end.max(source.end) };
    hull.holds(at).then_some(0)
}

/// Negative where the cue is negated, its verb says that nothing is said, "refused to comment", or its source is nobody; who
/// "refused to resign" said so.
fn classify_polarity(tables: &Tables, claim: &Claim) -> Polarity {
    const NOBODY: [u64; 6] = keys(["no", "nobody", "none", "neither", "noone", "no-one"]);
    let nobody = claim.source.as_ref().is_some_and(|source| {
        let first = source.tokens.first();
        // "No 10 said"
        tables.is_one_of(first, &NOBODY) && tables.kind(first + 1) != Kind::Number
    });
    let cue = claim.cue.tokens;
    let silent = cue.range().find(|at| SILENT.holds(tables.key(*at)));
    let silent = silent
        .is_some_and(|at| (at + 1..cue.end as usize + 4).any(|next| SPEAK.holds(tables.key(next))));
    if claim.negated || silent || nobody { Polarity::Negative } else { Polarity::Positive }
}

/// What is done with `SPEAK` by who says nothing.
const SILENT: KeySet<17> = KeySet::new([
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "decline",
    "declines",
    "declined",
    "declining",
    "fail",
    "fails",
    "failed",
    "failing",
    "hesitate",
    "hesitates",
    "hesitated",
    "stopped",
    "stops",
]);
/// What who says nothing "declines to" do.
const SPEAK: KeySet<28> = KeySet::new([
    "comment",
    "say",
    "answer",
    "discuss",
    "speak",
    "elaborate",
    "respond",
    "name",
    "disclose",
    "confirm",
    "identify",
    "specify",
    "reveal",
    "tell",
    "explain",
    "divulge",
    "provide",
    "talk",
    "address",
    "mention",
    "state",
    "give",
    "offer",
    "saying",
    "condemn",
    "criticise",
    "criticize",
    "deny",
]);

/// The clause with "if" or "unless" in the content that says under which condition it holds.
///
/// After a word of asking or knowing, "if" means "whether" and opens no condition.
fn find_condition(tables: &Tables, claim: &Claim) -> Option<Run> {
    claim.content.tokens.iter().find_map(|part| {
        let at = part.range().find(|at| opens_condition(tables, *at, part.first()))?;
        let end = condition_end(tables, at, part.end as usize);
        (end > at + 1).then(|| Run::new(at, end))
    })
}

fn opens_condition(tables: &Tables, at: usize, first: usize) -> bool {
    const IF: u64 = key("if");
    const UNLESS: u64 = key("unless");
    match tables.tokens.get(at).map_or(0, |token| token.key) {
        UNLESS => true,
        IF => {
            // At the head of a content that follows its cue, "if" reports a question: "asked if".
            let before = at.wrapping_sub(1);
            let tag = tables.tag(before);
            let reported = at == first && (tag.is_verb() || tag.is_noun());
            let word = tables.tokens.get(before);
            !reported && word.is_none_or(|word| !WHETHER.contains(&word.key))
        }
        _ => false,
    }
}

/// Words after which "if" means "whether", and "even" and "as", with which it does not open a condition.
#[rustfmt::skip]
const WHETHER: [u64; 22] = keys([
    "unclear", "clear", "sure", "certain", "known", "unknown", "wonder", "wondered", "ask", "asked", "asking", "know",
    "knew", "see", "decide", "decided", "determine", "even", "tell", "wondering", "as", "question",
]);

/// Up to the comma or mark that closes the clause.
fn condition_end(tables: &Tables, start: usize, end: usize) -> usize {
    let closes = |kind| {
        matches!(
            kind,
            Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Dash | Kind::Close | Kind::Double
        )
    };
    (start + 2..end).find(|at| closes(tables.kind(*at))).unwrap_or(end)
}

/// The claim that this one denies, confirms or replies to: one that its content names by a noun ("*an allegation* which …",
/// "denied *the claim*"), which is the nearest earlier claim by somebody else with a matching act.
fn resolve_reply(
    lexicon: &Lexicon,
    tables: &Tables,
    before: &[Claim],
    claim: &Claim,
) -> Option<u32> {
    if !matches!(claim.act, Act::Deny | Act::Confirm | Act::Admit | Act::Reply | Act::Criticise) {
        return None;
    }
    let content = claim.content.tokens.first()?;
    let named = content.range().take(6).find_map(|at| {
        let noun = matches!(tables.tag(at), Tag::NN | Tag::NNS);
        let entry = noun
            .then(|| lexicon.cues.get(tables.tokens[at].key, CueClass::Noun).next())
            .flatten()?;
        Some(lexicon.cues.entries[entry as usize].act)
    })?;
    let by_other = |other: &&Claim| match (&other.source, &claim.source) {
        (Some(theirs), Some(ours)) => {
            theirs.entities.is_empty()
                || ours.entities.is_empty()
                || !theirs.entities.iter().any(|id| ours.entities.contains(id))
        }
        _ => true,
    };
    let mut near = before.iter().rev().take(REACH).filter(by_other);
    let nearest = near.clone().next();
    let any =
        nearest.filter(|_| matches!(named, Act::State | Act::Show | Act::Other | Act::Believe));
    near.find(|other| other.act == named).or(any).map(|other| other.id)
}

/// The entities that relay a claim, outermost first: the sources of the claims whose content holds all of it.
fn relays(claims: &[Claim], at: usize) -> Vec<u32> {
    let claim = &claims[at];
    let source = claim.source.as_ref().map(|source| source.span);
    let mut outer = [None; DEPTH];
    let mut parent = claim.parent;
    for relay in &mut outer {
        let Some(claim) = parent.and_then(|id| claims.get(id as usize)) else { break };
        *relay = Some(claim);
        parent = claim.parent;
    }
    let holds = |outer: &&Claim| {
        let inside = |part| outer.content.spans.iter().any(|span| span.contains(part));
        let ends = source.into_iter().chain([claim.cue.span]);
        ends.chain(claim.content.spans.iter().copied()).all(inside)
    };
    let relays = outer.into_iter().rev().flatten().filter(holds);
    relays.flat_map(|claim| &claim.source).flat_map(|source| &source.entities).copied().collect()
}
