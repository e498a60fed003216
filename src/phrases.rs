//! Base phrases: noun phrases and verb groups, found from the tags of a sentence in one pass from left to right.
//!
//! A phrase never crosses a quotation mark, a bracket or a comma; every token belongs to exactly one phrase. What hangs on a
//! noun phrase (", the mayor of X,", "of Y") is for later stages to join.

use crate::document::{Kind, Phrase, PhraseKind, Tables, Tag};
use crate::lexicon::{key, keys};
use crate::span::Run;

/// Cuts every sentence into phrases.
pub(crate) fn find_phrases(tables: &mut Tables) {
    for index in 0..tables.sentences.len() {
        let sentence = tables.sentences[index].tokens;
        let mut at = sentence.first();
        while at < sentence.end as usize {
            let phrase = noun_phrase(tables, at, sentence)
                .or_else(|| verb_group(tables, at, sentence))
                .unwrap_or(Phrase {
                    kind: PhraseKind::Other,
                    tokens: Run::new(at, at + 1),
                    head: at as u32,
                });
            let number = tables.phrases.len() as u32;
            tables.phrase_of.resize(phrase.tokens.end as usize, number);
            at = phrase.tokens.end as usize;
            tables.phrases.push(phrase);
        }
    }
}

/// Words that stand for a noun: "most of the voters", "those who".
const PRONOUNS: [u64; 20] = keys([
    "this", "that", "these", "those", "some", "many", "both", "all", "most", "others", "more",
    "several", "few", "none", "each", "half", "anyone", "everyone", "another", "any",
]);

/// The base noun phrase that starts at `start`: determiners and modifiers up to its last noun, or a pronoun.
fn noun_phrase(tables: &Tables, start: usize, sentence: Run) -> Option<Phrase> {
    use Tag::*;
    let first = tables.tokens.get(start)?;
    let begins = match first.tag {
        NN | NNS | NNP | NNPS | FW | CD | DT | PRPS | PDT | WPS | PRP | EX | JJ | JJR | JJS => true,
        PUNCT => first.kind == Kind::Symbol,
        _ => false,
    };
    if !begins {
        return None;
    }
    let end = sentence.end as usize;
    let make = |stop: usize, head: usize| {
        Some(Phrase { kind: PhraseKind::Noun, tokens: Run::new(start, stop), head: head as u32 })
    };
    if matches!(tables.tag(start), PRP | EX) {
        return make(start + 1, start);
    }
    let mut head = None;
    let mut open = false;
    let mut at = start;
    while at < end {
        let tag = tables.tag(at);
        let next = if at + 1 < end { tables.tag(at + 1) } else { PUNCT };
        match tag {
            NN | NNS | NNP | NNPS | FW => head = Some(at),
            CD => {
                head = head.or(Some(at));
                if next.is_noun() || next.is_adjective() {
                    head = None;
                }
            }
            DT | PRPS | PDT | WPS if head.is_none() => open = true,
            POS if head.is_some() => open = true,
            JJ | JJR | JJS | VBN | VBG
                if open
                    || head.is_none() && tag.is_adjective()
                    || tag.is_adjective() && next.is_noun() => {}
            VBN | VBG if head.is_none() && next.is_noun() && at > start => {}
            RB | RBR | RBS
                if head.is_none() && open && (next.is_adjective() || matches!(next, VBN | CD)) => {}
            PUNCT if tables.kind(at) == Kind::Symbol && next == CD && head.is_none() => {}
            PUNCT
                if tables.kind(at) == Kind::Symbol
                    && head == Some(at - 1)
                    && at > start
                    && next == PUNCT =>
            {
                break;
            }
            CC if joins_modifiers(tables, at, start, end) => {}
            _ => break,
        }
        if tag.is_noun() {
            open = false;
        }
        at += 1;
    }
    if let Some(head) = head {
        return make(head + 1, head);
    }
    let alone = at == start + 1 && PRONOUNS.contains(&tables.tokens[start].key);
    // "the poor", "both": a determiner and an adjective, or a determiner that stands for its noun.
    if alone || (open && at > start + 1 && tables.tag(at - 1).is_adjective()) {
        make(at, at - 1)
    } else {
        None
    }
}

/// Whether the "and" at `at` joins two adjectives or two nouns before a noun: "military and economic aid".
fn joins_modifiers(tables: &Tables, at: usize, start: usize, end: usize) -> bool {
    at > start
        && at + 2 < end
        && tables.tag(at - 1).is_adjective()
        && tables.tag(at + 1).is_adjective()
        && (tables.tag(at + 2).is_noun() || tables.tag(at + 2).is_adjective())
}

const AUXILIARIES: [u64; 34] = keys([
    "be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "have", "has",
    "had", "having", "'ve", "'d", "do", "does", "did", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "'ll", "to", "ca", "wo", "get",
]);
const NEGATIONS: [u64; 4] = keys(["not", "n't", "never", "cannot"]);

/// The verb group that starts at `start`: auxiliaries, "to", negation and adverbs, and the main verb.
fn verb_group(tables: &Tables, start: usize, sentence: Run) -> Option<Phrase> {
    let first = tables.tag(start);
    if !first.is_verb() && !matches!(first, Tag::MD | Tag::TO) {
        return None;
    }
    let end = sentence.end as usize;
    let mut head = None;
    let mut at = start;
    while at < end && at < start + 12 {
        let tag = tables.tag(at);
        let token = &tables.tokens[at];
        if tag.is_verb() || tag == Tag::MD || (tag == Tag::TO && verb_follows(tables, at + 1, end))
        {
            if let Some(last) = head
                && !goes_on(tables, last, at)
            {
                break;
            }
            head = Some(at);
        } else if head.is_some() && (tag.is_adverb() || NEGATIONS.contains(&token.key)) {
            if !verb_follows(tables, at + 1, end) && !NEGATIONS.contains(&token.key) {
                break;
            }
        } else {
            break;
        }
        at += 1;
    }
    let head = head?;
    let stop = if NEGATIONS.contains(&tables.tokens[at - 1].key) { at } else { head + 1 };
    Some(Phrase { kind: PhraseKind::Verb, tokens: Run::new(start, stop), head: head as u32 })
}

/// Whether a verb stands at `at`, perhaps after an adverb or two.
fn verb_follows(tables: &Tables, at: usize, end: usize) -> bool {
    let mut at = at;
    let last = end.min(at + 3);
    while at < last && tables.tag(at).is_adverb() {
        at += 1;
    }
    at < end && tables.tag(at).is_verb()
}

/// Whether the verb at `at` belongs to the same group as the auxiliary or "to" at `last`.
fn goes_on(tables: &Tables, last: usize, at: usize) -> bool {
    let before = &tables.tokens[last];
    let auxiliary =
        before.tag == Tag::MD || before.tag == Tag::TO || AUXILIARIES.contains(&before.key);
    let tag = tables.tag(at);
    auxiliary
        && match tag {
            Tag::TO | Tag::MD => before.key == key("going"),
            // "is said", "has said", "is saying", "to say", "did say"; but not "is says".
            Tag::VBZ | Tag::VBD => {
                before.tag != Tag::TO && tag == Tag::VBD && HAVE.contains(&before.key)
            }
            _ => true,
        }
}

const HAVE: [u64; 8] = keys(["have", "has", "had", "having", "'ve", "'d", "'s", "was"]);
