//! How the source stands to the content: polarity, condition, hedge, and the claim that it answers.

mod answers;

use crate::document::{Act, Claim, EntityId, Kind, Polarity, Tables, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueClass, Lexicon};
use crate::rules::TURN;
use crate::span::{Run, Span};

/// How many relays of one claim are followed.
const DEPTH: usize = 8;

/// Sets polarity, condition, hedges, relays and answers of every claim.
pub(crate) fn resolve_stance(lexicon: &Lexicon, tables: &mut Tables) {
    let mut claims = std::mem::take(&mut tables.claims);
    for claim in &mut claims {
        claim.polarity = classify_polarity(tables, claim);
        if let Some(spoken) = silence(tables, claim.cue.tokens) {
            claim.act = act_of(lexicon, tables.key(spoken)).unwrap_or(claim.act);
        }
        claim.condition = find_condition(tables, claim).map(|run| tables.span(run));
    }
    let mut turn = None;
    for at in 0..claims.len() {
        let claim = &claims[at];
        claims[at].reply_to = if &*claim.rule == TURN {
            turn.replace(claim.id).filter(|_| claim.act == Act::Reply)
        } else {
            answers::resolve_reply(lexicon, tables, &claims, at)
        };
    }
    for at in 0..claims.len() {
        if claims[at].parent.is_some() {
            claims[at].via = relays(&claims, at);
            leave_condition(&mut claims, at);
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
        "reportedly", "allegedly", "purportedly", "supposedly", "apparently", "seemingly",
        "ostensibly", "presumably", "alleged", "purported", "supposed",
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

/// A condition that stands in the content of claim `at` is none of the claims around it.
fn leave_condition(claims: &mut [Claim], at: usize) {
    let mut parent = claims[at].parent;
    for _ in 0..DEPTH {
        let Some(outer) = parent.map(|id| id.index()) else { return };
        let inside =
            |condition: Span| claims[at].content.spans.iter().any(|span| span.contains(condition));
        if claims[outer].condition.is_some_and(inside) {
            claims[outer].condition = None;
        }
        parent = claims[outer].parent;
    }
}

/// Negative where the cue is negated, its verb says that nothing is said, "refused to comment", or its source is nobody; who
/// "refused to resign" said so.
fn classify_polarity(tables: &Tables, claim: &Claim) -> Polarity {
    const NOBODY: [u64; 6] = keys(["no", "nobody", "none", "neither", "noone", "no-one"]);
    let nobody = claim.source.as_ref().is_some_and(|source| {
        let first = source.tokens.first();
        // "No 10 said"
        tables.is_one_of(first, &NOBODY) && tables.kind(first + 1) != Kind::Number
            || first > 0 && tables.is(first - 1, NEITHER)
    });
    let cue = claim.cue.tokens;
    // "would neither confirm nor deny", "neither confirmed nor *denied*", "has yet to say"
    let nor = cue.first().checked_sub(1).is_some_and(|at| tables.is(at, key("nor")));
    let neither = cue.range().any(|at| {
        tables.is(at, NEITHER) || tables.is(at, key("yet")) && tables.is(at + 1, key("to"))
    });
    let silent = silence(tables, cue).is_some();
    // "stopped *short of calling* it a crime"
    let short = |at: &usize| tables.is(*at, key("short")) && tables.is(at + 1, key("of"));
    let short = cue.range().find(short).is_some_and(|at| cue.holds(at + 2));
    let negative = claim.negated || neither || nor || silent || short || nobody;
    if negative { Polarity::Negative } else { Polarity::Positive }
}

const NEITHER: u64 = key("neither");

/// The word for speaking that a cue says was not done: "say" in "declined to say".
fn silence(tables: &Tables, cue: Run) -> Option<usize> {
    const NOUNS: [u64; 2] = keys(["comment", "answer"]);
    let silent = cue.range().find(|at| SILENT.holds(tables.key(*at)))?;
    let begins = |at: &usize| tables.tokens.get(*at).is_none_or(|it| it.has(Token::SENTENCE));
    let mut near = (silent + 1..cue.after() + 4).take_while(|at| !begins(at));
    // "declined the offer" is no "declined to offer".
    let told = |at: usize| {
        let to = || (silent + 1..at).any(|at| tables.is(at, key("to")));
        tables.tag(at) == Tag::VB && to() || at == silent + 1 && tables.is_one_of(at, &NOUNS)
    };
    near.find(|at| SPEAK.holds(tables.key(*at)) && told(*at))
}

/// What a verb does.
fn act_of(lexicon: &Lexicon, verb: u64) -> Option<Act> {
    let entry = lexicon.cues.get(verb, CueClass::Verb).next()?;
    Some(lexicon.cues.entries[entry as usize].act)
}

/// Verbs of not speaking, before a word of `SPEAK`: "*declined* to say".
const SILENT: KeySet<17> = KeySet::new([
    "refuse", "refuses", "refused", "refusing", "decline", "declines", "declined", "declining",
    "fail", "fails", "failed", "failing", "hesitate", "hesitates", "hesitated", "stopped", "stops",
]);
/// Verbs of speaking, behind a word of `SILENT`.
const SPEAK: KeySet<29> = KeySet::new([
    "believe", "comment", "say", "answer", "discuss", "speak", "elaborate", "respond", "name",
    "disclose", "confirm", "identify", "specify", "reveal", "tell", "explain", "divulge",
    "provide", "talk", "address", "mention", "state", "give", "offer", "saying", "condemn",
    "criticise", "criticize", "deny",
]);

/// The clause with "if" or "unless" in the content that says under which condition it holds.
///
/// After a word of asking or knowing, "if" means "whether" and opens no condition.
fn find_condition(tables: &Tables, claim: &Claim) -> Option<Run> {
    claim.content.tokens.iter().find_map(|part| {
        // "asked *if* it was safe", "asked me *if*"
        let asks = |at: usize| claim.act == Act::Ask && at <= part.first() + 1;
        let opens = |at: &usize| opens_condition(tables, *at, part.first()) && !asks(*at);
        let at = part.range().find(opens)?;
        let end = condition_end(tables, at, part.after());
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

/// The entities that relay a claim, outermost first: the sources of the claims whose content holds all of it.
fn relays(claims: &[Claim], at: usize) -> Vec<EntityId> {
    let claim = &claims[at];
    let source = claim.source.as_ref().map(|source| source.span);
    let mut outer = [None; DEPTH];
    let mut parent = claim.parent;
    for relay in &mut outer {
        let Some(claim) = parent.and_then(|id| claims.get(id.index())) else { break };
        *relay = Some(claim);
        parent = claim.parent;
    }
    let holds = |outer: &&Claim| {
        let inside = |part| outer.content.spans.iter().any(|span| span.contains(part));
        let ends = source.into_iter().chain([claim.cue.span]);
        ends.chain(claim.content.spans.iter().copied()).all(inside)
    };
    // Who tells of himself relays nothing: "*Poe* said *she* hoped".
    let own = claim.source.iter().flat_map(|source| &source.entities);
    let other = |id: &&EntityId| own.clone().all(|own| own != *id);
    let relays = outer.into_iter().rev().flatten().filter(holds).flat_map(|claim| &claim.source);
    let mut via: Vec<EntityId> = Vec::new();
    for id in relays.flat_map(|source| &source.entities).filter(other) {
        if !via.contains(id) {
            via.push(*id);
        }
    }
    via
}
