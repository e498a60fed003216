//! Nouns that the tagger takes for verbs, and verbs that it takes for nouns, where what stands on both sides tells: it learned from
//! few texts that begin with who somebody is, or end with what a document shows.

use super::amend::{Held, says};
use crate::document::{Kind, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{AUXILIARIES, CueWords};

/// Amends the tags of a sentence.
pub(super) fn amend_nouns(text: &str, words: &CueWords, tokens: &mut [Token], held: Held) {
    amend_first(tokens);
    amend_outside(tokens);
    if held.word(FORECAST) {
        amend_forecast(words, tokens);
    }
    if held.word(ACCORDING) {
        amend_attributed(tokens);
    }
    amend_documents(text, words, tokens);
    if held.word(NEITHER) {
        amend_neither(tokens);
    }
    if held.tag(Tag::VBN) {
        amend_who(tokens);
    }
    if PAIR.into_iter().any(|one| held.word(one)) {
        amend_pair(tokens);
    }
}

const FORECAST: u64 = key("forecast");
const ACCORDING: u64 = key("according");
const NEITHER: u64 = key("neither");
const PAIR: [u64; 2] = keys(["former", "latter"]);

/// How many of the tokens from `from` on, at most `most`, fit.
fn run(tokens: &[Token], from: usize, most: usize, fits: impl Fn(&&Token) -> bool) -> usize {
    tokens.get(from..).unwrap_or_default().iter().take(most).take_while(fits).count()
}

/// How many of the tokens before `at`, at most `most`, fit.
fn run_before(tokens: &[Token], at: usize, most: usize, fits: impl Fn(&&Token) -> bool) -> usize {
    tokens[..at].iter().rev().take(most).take_while(fits).count()
}

/// Takes for what tells who somebody is the verb that begins a sentence before a noun and a name with a verb of their own: "*Shop*
/// owner Ann Poe said", "*Defending* champion Ann Poe lost"; but not "*Citing* mayor Ann Poe, the town said".
fn amend_first(tokens: &mut [Token]) {
    const NOUNS: usize = 2;
    const NAMES: usize = 4;
    let Some(first) = tokens.first().copied() else { return };
    let verb = matches!(first.tag, Tag::VB | Tag::VBP | Tag::VBD | Tag::VBN | Tag::VBG);
    if !verb || !first.has(Token::CAPITAL) || AUXILIARIES.holds(first.key) {
        return;
    }
    let noun = |it: &&Token| matches!(it.tag, Tag::NN | Tag::NNS) && !it.has(Token::CAPITAL);
    let nouns = run(tokens, 1, NOUNS, noun);
    let name = |it: &&Token| it.tag.is_name() && it.has(Token::CAPITAL);
    let names = run(tokens, 1 + nouns, NAMES, name);
    if nouns == 0 || names == 0 {
        return;
    }
    let end = 1 + nouns + names;
    let tag = |at: usize| tokens.get(at).map_or(Tag::PUNCT, |it| it.tag);
    let next = end + usize::from(tag(end).is_adverb());
    let acts = tag(next).is_finite();
    let told = tokens.get(end).is_some_and(|it| it.kind == Kind::Comma)
        && matches!(tag(end + 1), Tag::CD | Tag::WP | Tag::WPS);
    let base = matches!(first.tag, Tag::VB | Tag::VBP);
    if acts || base && told {
        tokens[0].tag = if base { Tag::NN } else { Tag::JJ };
    }
}

/// Takes for a preposition the "outside" or "inside" that begins a sentence before a noun and a comma: "*Outside* court, his lawyer
/// said".
fn amend_outside(tokens: &mut [Token]) {
    const PLACES: [u64; 2] = keys(["outside", "inside"]);
    let [first, noun, comma, ..] = tokens else { return };
    let bare = matches!(noun.tag, Tag::NN | Tag::NNS) && !noun.has(Token::CAPITAL);
    if PLACES.contains(&first.key) && bare && comma.kind == Kind::Comma {
        first.tag = Tag::IN;
    }
}

/// Takes for a noun the "forecast" that somebody changes or that begins a sentence: "cut its profit *forecast* on Monday", "Rain
/// *forecast* for next week may"; but not "the bank *forecast* on Monday".
fn amend_forecast(words: &CueWords, tokens: &mut [Token]) {
    const LONGEST: usize = 8;
    const BESIDE: KeySet<9> =
        KeySet::new(["on", "for", "of", "from", "in", "by", "after", "to", "as"]);
    for at in 1..tokens.len().saturating_sub(1) {
        if tokens[at].key != FORECAST || !tokens[at].tag.is_verb() {
            continue;
        }
        let inside = |it: &&Token| {
            it.tag.is_noun()
                || it.tag.is_adjective()
                || matches!(it.tag, Tag::DT | Tag::PRPS | Tag::POS | Tag::CD)
        };
        let phrase = run_before(tokens, at, LONGEST, inside);
        let next = &tokens[at + 1];
        let hangs = BESIDE.holds(next.key) || matches!(next.kind, Kind::Comma | Kind::Stop);
        let whole = matches!(tokens[at - phrase].tag, Tag::DT | Tag::PRPS);
        let own = match (at - phrase).checked_sub(1).map(|edge| tokens[edge]) {
            None => next.key == key("for"),
            Some(edge) => whole && edge.tag.is_verb() && !says(words, edge.key),
        };
        if hangs && own && tokens[at - 1].tag.is_noun() {
            tokens[at].tag = Tag::NN;
        }
    }
}

/// Takes for a noun the gerund that tells of who is behind "according to": "according to *listing* site Orvenia".
fn amend_attributed(tokens: &mut [Token]) {
    for at in 2..tokens.len().saturating_sub(1) {
        let behind = tokens[at - 1].key == key("to") && tokens[at - 2].key == ACCORDING;
        let gerund = tokens[at].tag == Tag::VBG && !tokens[at].has(Token::CAPITAL);
        if behind && gerund && tokens[at + 1].tag.is_noun() {
            tokens[at].tag = Tag::NN;
        }
    }
}

/// Takes for a verb what ends a sentence behind a document and who has, saw or sent it, and for a participle what stands between:
/// "…, emails *obtained* by the Herald *show*", "…, video verified by Poe *shows*".
fn amend_documents(text: &str, words: &CueWords, tokens: &mut [Token]) {
    const NAME: usize = 6;
    const WHO: KeySet<2> = KeySet::new(["by", "to"]);
    for at in 4..tokens.len() {
        let ends = tokens.get(at + 1).is_none_or(|it| it.kind == Kind::Stop);
        let verb = || tokens[at].tag.is_verb() || matches!(tokens[at].tag, Tag::NN | Tag::NNS);
        if !ends || !verb() || !says(words, tokens[at].key) {
            continue;
        }
        let name = |it: &&Token| {
            it.tag.is_noun() || it.tag.is_adjective() || matches!(it.tag, Tag::DT | Tag::POS)
        };
        let name = run_before(tokens, at, NAME, name);
        let Some([noun, told, who]) =
            (at - name).checked_sub(3).and_then(|it| tokens.get(it..it + 3))
        else {
            continue;
        };
        let participle = matches!(told.tag, Tag::VBN | Tag::VBD) && WHO.holds(who.key);
        let singular = tokens[at].span().of(text).ends_with('s');
        let agrees = match noun.tag {
            Tag::NNS => !singular,
            tag => tag == Tag::NN && singular,
        };
        if name > 0 && participle && agrees {
            tokens[at - name - 2].tag = Tag::VBN;
            tokens[at].tag = if singular { Tag::VBZ } else { Tag::VBP };
        }
    }
}

/// Takes for verbs in the past what "neither" denies without an auxiliary: "Poe neither *confirmed* nor *denied* it".
fn amend_neither(tokens: &mut [Token]) {
    const OBJECT: usize = 3;
    for at in 1..tokens.len().saturating_sub(3) {
        let subject = tokens[at - 1].tag.is_noun()
            || tokens[at - 1].tag == Tag::PRP
            || tokens[at - 1].kind == Kind::Comma;
        let past = |it: &Token| matches!(it.tag, Tag::VBN | Tag::VBD);
        if tokens[at].key != NEITHER || !subject || !past(&tokens[at + 1]) {
            continue;
        }
        let nor = run(tokens, at + 2, OBJECT, |it| it.key != key("nor"));
        let second = at + 3 + nor;
        if tokens.get(second - 1).is_some_and(|it| it.key == key("nor"))
            && tokens.get(second).is_some_and(past)
        {
            tokens[at].tag = Tag::RB;
            tokens[at + 1].tag = Tag::VBD;
            tokens[second].tag = Tag::VBD;
        }
    }
}

/// Takes for the past tense what somebody did whom "who" or a pronoun stands for: "a priest who *sheltered* them", "Poe, she
/// *said*, ‘cannot count’"; but not "Had she *said* so".
fn amend_who(tokens: &mut [Token]) {
    const SUBJECTS: KeySet<6> = KeySet::new(["who", "he", "she", "they", "we", "i"]);
    for at in 1..tokens.len() {
        let subject = tokens[at].tag == Tag::VBN && SUBJECTS.holds(tokens[at - 1].key);
        if subject && !(at > 1 && AUXILIARIES.holds(tokens[at - 2].key)) {
            tokens[at].tag = Tag::VBD;
        }
    }
}

/// Takes for a noun the "former" or "latter" of two where no noun follows: "with the *former* rejecting the offer and the *latter*
/// silent", but not "the former ruling party".
fn amend_pair(tokens: &mut [Token]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let the = tokens[at - 1].key == key("the");
        if !the || !PAIR.contains(&tokens[at].key) || tokens[at].tag.is_noun() {
            continue;
        }
        let (next, behind) = (tokens[at + 1], tokens.get(at + 2));
        let object = behind
            .is_none_or(|it| !(it.tag.is_noun() || it.tag.is_adjective()) || it.tag.is_name());
        let told = match next.tag {
            Tag::VBG => object,
            tag => tag.is_finite() || matches!(tag, Tag::PUNCT | Tag::IN | Tag::CC | Tag::TO),
        };
        if told {
            tokens[at].tag = Tag::NN;
        }
    }
}
