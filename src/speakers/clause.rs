//! Where a noun phrase stands in its clause, as far as the words beside it tell.

use super::pronouns::OTHERS;
use crate::document::{EntityId, Kind, PhraseKind, Tables, Tag};
use crate::key::keys;
use crate::lexicon::AUXILIARIES;
use crate::span::Run;

/// The part that a noun phrase plays in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Subject,
    Object,
    /// After a preposition.
    Oblique,
    /// Before "'s", or "his".
    Possessor,
    /// Inside the noun phrase of another: "the Poe family".
    Modifier,
    Other,
}

/// Words tagged as prepositions that begin a clause.
const SUBORDINATORS: [u64; 20] = keys([
    "that", "because", "if", "while", "after", "as", "although", "though", "since", "before",
    "until", "unless", "whether", "than", "so", "once", "whereas", "when", "but", "lest",
]);

/// How far a subject's verb is looked for, in phrases.
const REACH: usize = 12;

/// The place of the noun phrase with these tokens.
pub(super) fn classify_place(tables: &Tables, run: Run) -> Place {
    let end = run.after();
    if tables.tag(end) == Tag::POS {
        return Place::Possessor;
    }
    let before = run.first().checked_sub(1).filter(|_| !starts_sentence(tables, run.first()));
    let tag = before.map_or(Tag::PUNCT, |at| tables.tag(at));
    let clause = before.is_some_and(|at| tables.is_one_of(at, &SUBORDINATORS));
    let preposition = matches!(tag, Tag::IN | Tag::TO) && !clause;
    if !preposition && verb_after(tables, end) {
        return Place::Subject;
    }
    // "There is *also* Poe"
    let adverb = tag.is_adverb();
    let verb = before.and_then(|at| at.checked_sub(usize::from(adverb)));
    let presented = (adverb || tag.is_verb()) && verb.is_some_and(|at| presents(tables, at));
    match tag {
        Tag::IN | Tag::TO => Place::Oblique,
        _ if presented => Place::Subject,
        tag if tag.is_verb() => Place::Object,
        _ => Place::Other,
    }
}

/// Whether the verb at a token stands before its subject: "then there *is* Poe", "so *did* Poe", "among them *was* Poe", "then
/// *came* Poe".
fn presents(tables: &Tables, verb: usize) -> bool {
    const INVERTED: [u64; 3] = keys(["so", "nor", "neither"]);
    const COME: [u64; 14] = keys([
        "came", "comes", "stood", "stands", "sat", "sits", "follows", "followed", "waited",
        "waits", "lay", "lives", "lived", "arrived",
    ]);
    let Some(before) = verb.checked_sub(1) else { return false };
    let auxiliary = AUXILIARIES.holds(tables.key(verb));
    let inverted = tables.tag(before) == Tag::EX || tables.is_one_of(before, &INVERTED);
    auxiliary && inverted
        || (auxiliary || tables.is_one_of(verb, &COME)) && !has_subject(tables, verb)
}

/// Whether a subject may stand before a verb in its sentence: a noun phrase behind no preposition and no participle ("across
/// town, *handing out leaflets*, is Poe").
fn has_subject(tables: &Tables, verb: usize) -> bool {
    /// How far what is told before such a verb reaches, in tokens.
    const FRONTED: usize = 20;
    let start = (verb.saturating_sub(FRONTED)..verb).rev().find(|at| starts_sentence(tables, *at));
    let Some(start) = start.filter(|_| !starts_sentence(tables, verb)) else { return true };
    (start..verb).any(|at| {
        let tag = tables.tag(at);
        let noun = tag.is_noun() || matches!(tag, Tag::PRP | Tag::DT | Tag::PRPS | Tag::POS);
        let phrase = tables.phrase_at(at).map_or(at, |phrase| phrase.tokens.first());
        let behind = phrase
            .checked_sub(1)
            .is_some_and(|at| matches!(tables.tag(at), Tag::IN | Tag::TO | Tag::VBG | Tag::RP));
        let apart = matches!(tables.kind(at), Kind::Word | Kind::Comma | Kind::Double);
        noun && !behind || tag.is_finite() || tag.is_relative() || !apart
    })
}

fn starts_sentence(tables: &Tables, at: usize) -> bool {
    tables.tokens.get(at).is_none_or(|token| token.has(crate::document::Token::SENTENCE))
}

/// Whether a finite verb follows for which the noun phrase that ends at `end` may be the subject: at once, or after what
/// hangs on the noun phrase.
fn verb_after(tables: &Tables, end: usize) -> bool {
    let mut at = end;
    let mut comma = false;
    let mut commas = 0;
    // "Police searched Harlund, *but* the company said": the verb is another's.
    let mut others = false;
    for _ in 0..REACH {
        if starts_sentence(tables, at) {
            return false;
        }
        let Some(phrase) = tables.phrase_at(at) else {
            return false;
        };
        let tag = tables.tag(at);
        match phrase.kind {
            PhraseKind::Verb if tag.is_finite() => return !others,
            PhraseKind::Verb if !comma && !matches!(tag, Tag::VBN | Tag::VBG) => return false,
            PhraseKind::Other if matches!(tables.kind(at), Kind::Comma | Kind::Dash) => {
                comma = !comma;
                commas += 1;
            }
            // "Poe, who leads the party, said": the clause between commas has its own verb.
            _ if matches!(tag, Tag::WP | Tag::WDT | Tag::WPS | Tag::WRB) => {
                return comma && closes(tables, at);
            }
            PhraseKind::Other
                if matches!(tag, Tag::IN | Tag::CC | Tag::POS | Tag::TO) || tag.is_adverb() => {}
            PhraseKind::Other if !matches!(tables.kind(at), Kind::Open | Kind::Close) => {
                return false;
            }
            PhraseKind::Noun if at == end => return false,
            PhraseKind::Noun => {
                let joined = tables.tag(at - 1) == Tag::CC && tables.kind(at - 2) == Kind::Comma;
                others = joined && commas == 1 && at > end + 1;
            }
            _ => {}
        }
        at = phrase.tokens.after();
    }
    false
}

/// Whether a comma and a finite verb follow the relative clause that begins at `at`.
fn closes(tables: &Tables, at: usize) -> bool {
    (at..at + 24)
        .take_while(|at| *at < tables.tokens.len() && !starts_sentence(tables, *at))
        .any(|at| tables.kind(at) == Kind::Comma && tables.tag(at + 1).is_finite())
}

/// Words with which a clause begins that hangs on what is told before it.
const HANGING: [u64; 10] = keys([
    "when", "as", "while", "after", "before", "because", "since", "although", "though", "until",
]);

/// Whether a clause that hangs on another begins at token `at`.
pub(super) fn hangs(tables: &Tables, at: usize) -> bool {
    tables.is_one_of(at, &HANGING)
}

/// Whom the clause of the subject with these tokens goes on to name.
pub(super) fn named_after(tables: &Tables, run: Run) -> [Option<EntityId>; OTHERS] {
    let from = tables.mentions.partition_point(|it| it.tokens.start < run.end);
    let rest = tables.mentions.get(from..).unwrap_or_default();
    let mut others = [None; OTHERS];
    for (slot, mention) in others.iter_mut().zip(rest) {
        if !same_clause(tables, run.after(), mention.tokens.first()) {
            break;
        }
        *slot = Some(mention.entity);
    }
    others
}

/// Whether only one clause lies between the tokens: no comma, conjunction or second finite verb.
pub(super) fn same_clause(tables: &Tables, from: usize, to: usize) -> bool {
    if to < from || to - from > 24 {
        return false;
    }
    let mut verbs = 0;
    for at in from..to {
        let Some(token) = tables.tokens.get(at) else { return false };
        let breaks = matches!(
            token.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Double | Kind::Dash
        );
        if breaks
            || token.tag == Tag::CC
            || SUBORDINATORS.contains(&token.key)
            || matches!(token.tag, Tag::WP | Tag::WDT | Tag::WRB)
        {
            return false;
        }
        verbs += usize::from(token.tag.is_finite());
    }
    verbs < 2
}
