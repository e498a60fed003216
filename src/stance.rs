//! How the source stands to the content: polarity, condition, hedge, and the claim that it answers.

use crate::document::{Act, Claim, ClaimId, EntityId, Kind, Polarity, Tables, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueClass, Lexicon};
use crate::rules::TURN;
use crate::span::{Run, Span};

/// How many claims back an answer may lie.
const REACH: usize = 8;

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
            resolve_reply(lexicon, tables, &claims, at)
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

/// The claim that claim `at` denies, confirms, judges or replies to: the one inside it whose noun it takes up ("denied *a claim
/// by Poe* that"), else one by somebody else before it: that which its content names by a noun ("*the allegation* was"), the
/// nearest where it answers or has only a pronoun ("denied *it*"), or the nearest that speaks of who denies.
fn resolve_reply(
    lexicon: &Lexicon,
    tables: &Tables,
    claims: &[Claim],
    at: usize,
) -> Option<ClaimId> {
    let claim = &claims[at];
    let content = *claim.content.tokens.first()?;
    let denies = matches!(claim.act, Act::Deny | Act::Confirm | Act::Admit);
    let answers = denies || matches!(claim.act, Act::Reply | Act::Criticise);
    let inner = claims[at + 1..].iter().take(REACH).find(|it| takes_up(tables, claim, content, it));
    if let Some(inner) = inner.filter(|_| denies) {
        return Some(inner.id);
    }
    let mut near = claims[..at].iter().rev().take(REACH).filter(|other| is_by_other(claim, other));
    let behind = content.first() >= claim.cue.tokens.after();
    let named = if answers {
        named_act(lexicon, tables, content)
    } else {
        told_act(lexicon, tables, claim, content).filter(|_| behind)
    };
    if let Some(named) = named {
        let nearest = near.clone().next();
        let vague = matches!(named, Act::State | Act::Show | Act::Other | Act::Believe);
        let any = nearest.filter(|_| vague && claim.act != Act::Praise);
        // Who is told that she lied denies “the allegation”.
        let own = claim.source.iter().flat_map(|source| &source.entities);
        let accuses = |other: &&Claim| {
            let speaks = own.clone().any(|id| speaks_of(tables, other, *id));
            let says = !matches!(other.act, Act::Believe | Act::Want | Act::Intend);
            let outermost = other.parent.is_none() && other.source.is_some();
            speaks && says && outermost && is_near(claim, other)
        };
        let accused = matches!(named, Act::Accuse | Act::Criticise) && claim.act == Act::Deny;
        let told = near.clone().filter(|_| accused).find(accuses);
        return near.find(|other| other.act == named).or(any).or(told).map(|other| other.id);
    }
    // What nobody is named to say is answered where it is a question: "asked whether …, Poe replied".
    let close = |other: &&Claim| {
        let said = other.source.is_some() || other.act == Act::Ask;
        said && is_near(claim, other)
    };
    let mut close = near.filter(close);
    let own = claim.source.iter().flat_map(|source| &source.entities);
    match claim.act {
        _ if claim.polarity == Polarity::Negative => None,
        Act::Reply => close.next(),
        // "Berg denied *it*", of what another says, not of what that says of others: "Poe said Lunt had promised it."
        _ if denies && is_pronoun(tables, content) => close.find(|other| {
            let outer = other.parent.and_then(|id| claims.get(id.index()));
            outer.is_none_or(|it| it.act == Act::Attribute || !is_by_other(claim, it))
        }),
        _ if behind && judges_that(tables, claim, content) => {
            close.find(|other| other.parent.is_none())
        }
        // "proposed a tax. Poe called *it* “a stunt”"
        _ if behind && calls_it(tables, claim, content) => {
            let plans = |act| matches!(act, Act::Propose | Act::Promise | Act::Accuse);
            close.find(|other| other.parent.is_none()).filter(|other| plans(other.act))
        }
        Act::Deny if DENY.contains(&claim.cue.lemma.as_str()) => {
            // "Poe said …, *according to* the Courier" speaks of nothing that Poe could deny.
            let relays = |other: &Claim| {
                let said = |it: &Claim| it.act == Act::State && it.parent == Some(other.id);
                claims[..at].iter().rev().take(REACH).any(|it| said(it) && !is_by_other(claim, it))
            };
            close
                .find(|other| own.clone().any(|id| speaks_of(tables, other, *id)) && !relays(other))
        }
        _ => None,
    }
    .map(|other| other.id)
}

/// Verbs of who says that what was said is not so.
const DENY: [&str; 6] = ["deny", "dispute", "refute", "rebut", "contradict", "dismiss"];

/// How far before its answer a claim may stand that is named by no noun, in tokens.
const CLOSE: usize = 80;

/// Whether the claim `inner` is that which an outer one has at the head of its content by a noun: "denied *testimony by Poe* that".
fn takes_up(tables: &Tables, outer: &Claim, content: Run, inner: &Claim) -> bool {
    let cue = inner.cue.tokens;
    let noun = cue.range().any(|at| matches!(tables.tag(at), Tag::NN | Tag::NNS));
    inner.parent == Some(outer.id) && noun && cue.first() < content.first() + 4
}

/// Whether two claims may be by different speakers.
fn is_by_other(claim: &Claim, other: &Claim) -> bool {
    match (&other.source, &claim.source) {
        (Some(theirs), Some(ours)) => {
            theirs.entities.is_empty()
                || ours.entities.is_empty()
                || !theirs.entities.iter().any(|id| ours.entities.contains(id))
        }
        _ => true,
    }
}

/// What is done by the claim that a noun near the head of the content names: "denied *an accusation*".
fn named_act(lexicon: &Lexicon, tables: &Tables, content: Run) -> Option<Act> {
    content.range().take(6).find_map(|at| noun_act(lexicon, tables, at))
}

/// What is done by the claim that the content speaks of as of one told of before: "that *the accusation* was wrong", "*those
/// remarks* as wrong", "called *the idea* mad", but not "the remarks by Poe" and "said *the report* would come".
fn told_act(lexicon: &Lexicon, tables: &Tables, claim: &Claim, content: Run) -> Option<Act> {
    const TOLD: KeySet<6> = KeySet::new(["the", "this", "that", "these", "those", "such"]);
    let that = usize::from(tables.tag(content.first()) == Tag::IN && content.len() > 2);
    let first = content.first() + that;
    let names = |noun: &usize| {
        let views = *noun == first + 1 && VIEWS.holds(tables.key(*noun));
        REMARKS.holds(tables.key(*noun)) || views && judges(tables, claim, *noun)
    };
    let noun = (first + 1..first + 3).find(names)?;
    let goes_on = match tables.tag(noun + 1) {
        Tag::IN => !tables.is(noun + 1, key("as")),
        tag => matches!(tag, Tag::VBN | Tag::VBG | Tag::WDT | Tag::TO),
    };
    let told = TOLD.holds(tables.key(first)) && !goes_on;
    told.then(|| noun_act(lexicon, tables, noun)).flatten()
}

/// Whether the claim says of "that", and nothing more, what it is: "called *that* a lie", "said *that* was not true".
fn judges_that(tables: &Tables, claim: &Claim, content: Run) -> bool {
    let that = content.first();
    let next = that + 1;
    let named = tables.is_one_of(next, &keys(["a", "an", "as"])) || opens_quote(tables, next);
    let told = if names_it(claim) { named } else { tables.is_one_of(next, &COPULAS) };
    let outermost = claim.parent.is_none() && claim.source.is_some();
    outermost && told && tables.is(that, key("that")) && judges(tables, claim, that)
}

/// Whether a quotation opens at a token.
fn opens_quote(tables: &Tables, at: usize) -> bool {
    tables.quote_at(at).is_some_and(|it| it.tokens.first() == at)
}

/// Whether the claim says what that is of which the word at `noun` is the last: by its verb, "*described* the report as", or behind
/// a copula that it is right or wrong, or that in quotation marks, "said that *was “rubbish”*".
fn judges(tables: &Tables, claim: &Claim, noun: usize) -> bool {
    /// How many tokens behind the copula that stands at most.
    const NEAR: usize = 3;
    if names_it(claim) || claim.act == Act::Praise {
        return true;
    }
    let quote = |at: usize| tables.tokens.get(at).map_or(0, |it| it.quote);
    let judges = |at: usize| JUDGED.holds(tables.key(at)) || quote(at) > quote(noun);
    tables.is_one_of(noun + 1, &COPULAS) && (noun + 2..noun + 2 + NEAR).any(judges)
}

/// Whether the verb of the claim says what somebody thinks of its object: "called", "described … as".
fn names_it(claim: &Claim) -> bool {
    const CALL: [&str; 14] = [
        "call", "describe", "brand", "label", "dismiss", "denounce", "condemn", "characterise",
        "characterize", "deem", "term", "dub", "slam", "blast",
    ];
    claim.parent.is_none() && CALL.contains(&claim.cue.lemma.as_str())
}

/// Whether the claim says of "it" in marks what somebody thinks of it: "called *it* “a stunt”", "described *it* as “a stunt”".
fn calls_it(tables: &Tables, claim: &Claim, content: Run) -> bool {
    let it = content.first();
    let quoted = (it + 1..content.after().min(it + 4)).any(|at| opens_quote(tables, at));
    tables.is(it, key("it")) && names_it(claim) && quoted
}

/// Whether a claim stands so near before another that it may be answered though no noun names it.
fn is_near(claim: &Claim, other: &Claim) -> bool {
    claim.cue.tokens.first() < other.cue.tokens.last() + CLOSE
}

const COPULAS: [u64; 4] = keys(["is", "was", "are", "were"]);
/// What is said of words that are judged.
#[rustfmt::skip]
const JUDGED: KeySet<22> = KeySet::new([
    "not", "false", "untrue", "wrong", "incorrect", "inaccurate", "nonsense", "rubbish", "absurd", "ridiculous", "misleading",
    "unfair", "lie", "lies", "baseless", "unfounded", "true", "correct", "exaggerated", "worthless", "too", "laughable",
]);
/// Nouns for what somebody thinks or foresees, or in which he says it, where somebody else judges that.
#[rustfmt::skip]
const VIEWS: KeySet<29> = KeySet::new([
    "idea", "notion", "theory", "view", "report", "reports", "account", "version", "assessment", "interpretation", "finding",
    "findings", "forecast", "forecasts", "prediction", "predictions", "estimate", "proposal", "proposals", "promise", "promises",
    "pledge", "warning", "warnings", "demand", "demands", "explanation", "verdict", "denial",
]);

fn noun_act(lexicon: &Lexicon, tables: &Tables, at: usize) -> Option<Act> {
    let noun = matches!(tables.tag(at), Tag::NN | Tag::NNS);
    let entry = noun.then(|| lexicon.cues.get(tables.key(at), CueClass::Noun).next()).flatten()?;
    Some(lexicon.cues.entries[entry as usize].act)
}

/// Nouns for what somebody said, about which somebody else says something.
const REMARKS: KeySet<24> = KeySet::new([
    "allegation", "allegations", "accusation", "accusations", "claim", "claims", "charge",
    "charges", "remark", "remarks", "comment", "comments", "statement", "statements", "criticism",
    "criticisms", "suggestion", "suggestions", "assertion", "assertions", "complaint",
    "complaints", "threat", "threats",
]);

/// Whether a content is nothing but "it", "this" or "that".
fn is_pronoun(tables: &Tables, content: Run) -> bool {
    const IT: [u64; 5] = keys(["it", "this", "that", "them", "so"]);
    content.len() == 1 && tables.is_one_of(content.first(), &IT)
}

/// Whether the content of a claim has a mention of an entity.
fn speaks_of(tables: &Tables, claim: &Claim, entity: EntityId) -> bool {
    claim.content.tokens.iter().any(|part| {
        let first = tables.mentions.partition_point(|it| it.tokens.end <= part.start);
        let inside = tables.mentions[first..].iter().take_while(|it| it.tokens.start < part.end);
        inside.take(MENTIONS).any(|it| it.entity == entity)
    })
}

/// How many mentions of one content are looked at.
const MENTIONS: usize = 64;

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
