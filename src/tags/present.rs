//! Verbs in the present tense that are written like nouns, where the dictionary of cues and the place leave no doubt: the tagger
//! learned from texts with few headlines, and with few verbs but "says" behind a quotation.

use crate::document::{Kind, Part, Tables, Tag, Token};
use crate::lexicon::{CueClass, CueEntry, CueWords, FrameKind, KeySet, Strength};

/// Amends the tags of the sentence at `index`.
pub(super) fn amend_present(text: &str, words: &CueWords, tables: &mut Tables, index: usize) {
    let Some(sentence) = tables.sentences.get(index).copied() else { return };
    let headline = sentence.part == Part::Headline;
    let Some(tokens) = tables.tokens.get_mut(sentence.tokens.range()) else { return };
    for at in 1..tokens.len() {
        let (before, word) = (tokens[at - 1], tokens[at]);
        if !matches!(word.tag, Tag::NN | Tag::NNS) || !before.tag.is_noun() {
            continue;
        }
        let singular = word.span().of(text).ends_with('s');
        let plural = || before.tag == Tag::NNS || PLURALS.holds(before.key);
        let behind =
            || (singular || plural()) && is_behind(tokens, at, headline) && says(words, word.key);
        let amid = || headline && singular && is_predicate(tokens, at) && is_verb(words, word.key);
        if behind() || amid() {
            tokens[at].tag = if singular { Tag::VBZ } else { Tag::VBP };
        }
    }
}

/// Subjects in the plural that do not end like it.
const PLURALS: KeySet<4> = KeySet::new(["police", "people", "women", "men"]);

/// Whether only a subject stands between the word that ends the sentence and the comma behind a quotation or, in a headline, a
/// clause: "“…,” *Poe* shrugs", "Ferry is unsafe, *new report* finds".
fn is_behind(tokens: &[Token], at: usize, headline: bool) -> bool {
    /// How long a subject is at most, in tokens.
    const SUBJECT: usize = 6;
    let ends = |it: &Token| matches!(it.kind, Kind::Stop | Kind::Semicolon);
    if !tokens.get(at + 1).is_none_or(ends) {
        return false;
    }
    let inside = |it: &&Token| {
        it.tag.is_noun()
            || it.tag.is_adjective()
            || matches!(it.tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS)
    };
    let subject = tokens[..at].iter().rev().take(SUBJECT + 1).take_while(inside).count();
    let [clause @ .., edge] = &tokens[..at - subject] else { return false };
    let mark = |it: &Token| matches!(it.kind, Kind::Double | Kind::Single);
    let quoted = clause.last().is_some_and(|last| match edge.kind {
        Kind::Comma => mark(last),
        _ => mark(edge) && last.kind == Kind::Comma,
    });
    let verb = |it: &Token| it.tag.is_verb() || it.tag == Tag::MD;
    // "Ferry *unsafe*" leaves the verb out.
    let tells = || clause.iter().any(verb) || clause.last().is_some_and(|it| it.tag == Tag::JJ);
    let told = || headline && edge.kind == Kind::Comma && tells();
    subject > 0 && (quoted || told())
}

/// Whether the noun before the word is the subject of a clause without a verb yet, and what follows is an object: "Farmers' union
/// *slams* ‘betrayal’".
fn is_predicate(tokens: &[Token], at: usize) -> bool {
    let breaks = |it: &&Token| matches!(it.kind, Kind::Semicolon | Kind::Colon | Kind::Comma);
    let mut clause = tokens[..at].iter().rev().take_while(|it| !breaks(it));
    let object = tokens.get(at + 1).is_some_and(|next| {
        matches!(next.kind, Kind::Double | Kind::Single)
            || next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(next.tag, Tag::DT | Tag::CD | Tag::SYM | Tag::PRP | Tag::PRPS | Tag::VBN)
            || matches!(next.tag, Tag::VBD)
    });
    object && !clause.any(|it| it.tag.is_finite())
}

/// The entries of a word as a verb.
fn verbs(words: &CueWords, word: u64) -> impl Iterator<Item = &CueEntry> {
    let entries = words.get(word, CueClass::Verb);
    entries.filter_map(|entry| words.entries.get(entry as usize))
}

/// Whether the word is a verb that quotes or reports.
fn says(words: &CueWords, word: u64) -> bool {
    let frames = [FrameKind::That, FrameKind::Quote];
    verbs(words, word).any(|entry| entry.rest.is_empty() && frames.iter().any(|it| entry.has(*it)))
}

/// Whether the word is no noun, but a verb that often attributes.
fn is_verb(words: &CueWords, word: u64) -> bool {
    let strong = |entry: &CueEntry| entry.rest.is_empty() && entry.strength > Strength::Weak;
    verbs(words, word).any(strong) && words.get(word, CueClass::Noun).next().is_none()
}
