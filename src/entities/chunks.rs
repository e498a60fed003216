//! Stretches of capitalised words, with the small words that may join them: where names can stand.

use crate::document::{Kind, Tables, Token, begins_turn};
use crate::key::{KeySet, key, key_of, keys};
use crate::span::Run;

/// No chunk is longer, whatever the text; a longer stretch of capitals is cut.
pub(crate) const LONGEST: usize = 24;

/// How a block writes its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Case {
    #[default]
    Plain,
    /// Most words have a capital, as in a headline.
    Titled,
    /// No small letters.
    Capitals,
}

/// A chunk: its tokens, and the case of its block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chunk {
    pub(crate) run: Run,
    pub(crate) case: Case,
}

/// Words that may stand with a small letter at a name's beginning or between its parts: "Ludwig van Beethoven".
pub(crate) const PARTICLES: KeySet<53> = KeySet::new([
    "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la",
    "le", "el", "al", "bin", "ibn", "ben", "bint", "abu", "ter", "ten", "zu", "y", "e", "af",
    "arap", "ole", "wa", "ap", "degli", "dei", "vom", "ag", "ould", "uld", "dela", "los", "las",
    "abou", "aux", "au", "binti", "binte", "bte", "bt", "a/l", "a/p", "s/o", "d/o", "und",
]);
/// Particles that begin a name by themselves: "de Blasio". The others are words of other languages or English.
const OPENERS: KeySet<12> =
    KeySet::new(["de", "van", "von", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "el"]);
const JOINTS: KeySet<8> = KeySet::new(["of", "for", "and", "the", "on", "to", "in", "at"]);
/// No joint or particle has more bytes.
const LONGEST_JOINT: u32 = 5;
/// Closed words that names begin with: "the All Farmers Union", "the advocacy group One Nation", "farmer Do Van Tam", "Our Rivers
/// PAC".
const FIRST: KeySet<7> = KeySet::new(["all", "one", "an", "do", "so", "no", "our"]);
/// Those of them that say something before capitals too: "An American agency", "No American".
const COMMON: KeySet<4> = KeySet::new(["an", "do", "so", "no"]);
pub(crate) const AND: u64 = key("and");
pub(crate) const OF: u64 = key("of");
pub(crate) const THE: u64 = key("the");
pub(crate) const SAID: u64 = key("said");
const WERE: u64 = key("were");
pub(crate) const AMPERSAND: u64 = key("&");
pub(crate) const POSSESSIVE: u64 = key("'s");
/// What may follow a comma inside a name.
const AFTER_COMMA: [u64; 16] = keys([
    "inc", "inc.", "ltd", "ltd.", "llc", "llc.", "llp", "corp.", "co.", "jr", "jr.", "sr", "sr.",
    "l.p.", "p.c.", "plc",
]);

/// Capitalised or not, these never are part of a name by themselves; they open sentences and fill headlines.
#[rustfmt::skip]
const CLOSED: [u64; 131] = keys([
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his", "her", "its",
    "their", "our", "your", "my", "him", "them", "us", "me", "who", "whom", "whose", "which", "what", "when", "where",
    "why", "how", "in", "on", "at", "by", "for", "from", "with", "without", "to", "of", "into", "onto", "about", "after",
    "before", "during", "since", "until", "under", "over", "between", "among", "against", "through", "across", "and",
    "but", "or", "nor", "so", "yet", "if", "because", "although", "though", "while", "as", "than", "then", "there", "here",
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "not", "no", "some",
    "any", "all", "both", "each", "every", "many", "most", "more", "other", "another", "such", "one", "two", "three",
    "also", "however", "meanwhile", "still", "just", "even", "only", "now", "never", "once", "yes", "mine", "there's",
    "should", "could", "would", "can", "may", "might", "must", "said", "says", "yours", "hers", "ours", "theirs",
]);

/// The closed words by a part of their keys, so that a word is told by one comparison or two.
const CLOSED_TABLE: [u64; CLOSED_SLOTS] = {
    let mut table = [0; CLOSED_SLOTS];
    let mut at = 0;
    while at < CLOSED.len() {
        let mut slot = closed_slot(CLOSED[at]);
        while table[slot] != 0 {
            slot = (slot + 1) % CLOSED_SLOTS;
        }
        table[slot] = CLOSED[at];
        at += 1;
    }
    table
};
/// A power of two, several times the number of words.
const CLOSED_SLOTS: usize = 1 << 10;

const fn closed_slot(key: u64) -> usize {
    (key >> 20) as usize % CLOSED_SLOTS
}

/// Whether a word is of a closed class: article, pronoun, preposition, conjunction, auxiliary.
pub(crate) fn is_closed(key: u64) -> bool {
    let mut slot = closed_slot(key);
    while CLOSED_TABLE[slot] != 0 {
        if CLOSED_TABLE[slot] == key {
            return true;
        }
        slot = (slot + 1) % CLOSED_SLOTS;
    }
    false
}

/// Finds every chunk, in text order.
pub(crate) fn find_chunks(text: &str, tables: &Tables, chunks: &mut Vec<Chunk>) {
    for block in &tables.blocks {
        let tokens = &tables.tokens;
        let case = case(tokens.get(block.tokens.range()).unwrap_or(&[]));
        let end = (block.tokens.after()).min(tokens.len());
        // Nobody is called "Q".
        let asks = begins_turn(tokens.get(block.tokens.range()).unwrap_or(&[]));
        let mut at = block.tokens.first() + usize::from(asks);
        while at < end {
            if !opens(text, tokens, at, end, case) {
                at += 1;
                continue;
            }
            let stop = chunk_end(text, tokens, at, end, case);
            chunks.push(Chunk { run: Run::new(at, stop), case });
            at = stop;
        }
    }
}

/// How the words of a block are written: a headline has capitals on nearly all words but the closed ones.
fn case(tokens: &[Token]) -> Case {
    let (mut words, mut capitals, mut upper) = (0, 0, 0);
    let stops = tokens.last().is_some_and(|last| last.kind == Kind::Stop);
    // Of 80 words so many may lack capitals at most; one more, and the rest cannot change the answer.
    let spare = if stops { 16 } else { 24 };
    for token in tokens.iter().take(80) {
        if token.kind == Kind::Word && token.end - token.start > 1 && !is_closed(token.key) {
            words += 1;
            capitals += usize::from(token.has(Token::CAPITAL));
            upper += usize::from(token.has(Token::ALL_CAPS));
            if words - if stops { upper } else { capitals } > spare {
                return Case::Plain;
            }
        }
    }
    // "Poe Endorses Marsk.", but not "Ann Poe, Carl Berg and Dan Moe."
    let acts =
        || tokens.iter().skip(1).take(80).any(|it| it.has(Token::CAPITAL) && it.tag.is_finite());
    if words >= 3 && upper * 10 >= words * 8 {
        Case::Capitals
    } else if words >= 4
        && capitals * 10 >= words * 7
        && (!stops || capitals * 10 >= words * 9 && acts())
    {
        Case::Titled
    } else {
        Case::Plain
    }
}

/// Whether the token is a word that a name can hold at either end.
pub(crate) fn is_capital(text: &str, token: &Token, case: Case) -> bool {
    if token.kind != Kind::Word {
        // "6PR", "3M"
        return token.kind == Kind::Number
            && token.span().of(text).bytes().any(|byte| byte.is_ascii_uppercase());
    }
    if !token.has(Token::CAPITAL) {
        return token.has(Token::HYPHEN) && particle_with_hyphen(token.span().of(text));
    }
    if token.has(Token::HYPHEN) && describes(token.span().of(text)) {
        return false;
    }
    // "Poe Finally Endorses Marsk"
    if case == Case::Titled && (token.tag.is_finite() || token.tag.is_adverb()) {
        return false;
    }
    // "US", "IT" and "WHO" are words of their own unless everything is in capitals, and "Said" and "Were" are surnames inside
    // a sentence.
    !is_closed(token.key)
        || [SAID, WERE].contains(&token.key)
            && case == Case::Plain
            && !token.has(Token::SENTENCE | Token::BLOCK | Token::ALL_CAPS)
        || FIRST.holds(token.key) && case == Case::Plain
        || token.has(Token::ALL_CAPS) && case != Case::Capitals && token.end - token.start > 1
}

/// Whether a word describes by a name and is none: "Copenhagen-based", "Republican-led", "Oscar-winner", "Then-Senator".
fn describes(word: &str) -> bool {
    const TAILS: KeySet<33> = KeySet::new([
        "aligned", "allied", "area", "backed", "backer", "based", "born", "bound", "built",
        "controlled", "educated", "era", "funded", "held", "laureate", "led", "linked", "listed",
        "made", "millionaire", "nominated", "nominee", "occupied", "owned", "raised", "run",
        "speaking", "style", "supporter", "trained", "veteran", "winner", "winning",
    ]);
    let Some((head, tail)) = word.rsplit_once('-') else { return false };
    let small = tail.bytes().all(|letter| letter.is_ascii_lowercase());
    small && (TAILS.holds(key(tail)) || is_parent(head)) || matches!(head, "Then" | "Ex")
}

/// "Mum-of-two", "Father-of-four" without the number.
fn is_parent(word: &str) -> bool {
    const PARENTS: KeySet<13> = KeySet::new([
        "mum", "mom", "mother", "dad", "father", "parent", "gran", "granny", "nan", "grandad",
        "grandmother", "grandfather", "great-gran",
    ]);
    word.strip_suffix("-of").is_some_and(|parent| PARENTS.holds(key_of(parent)))
}

/// "al-Assad", "el-Sisi"
fn particle_with_hyphen(word: &str) -> bool {
    let Some((particle, rest)) = word.split_once('-') else { return false };
    particle.len() <= 3
        && matches!(
            particle,
            "al" | "el"
                | "ul"
                | "ad"
                | "as"
                | "at"
                | "an"
                | "ar"
                | "ash"
                | "bin"
                | "de"
                | "la"
                | "le"
        )
        && rest.starts_with(char::is_uppercase)
}

/// Whether a token is no part of any chunk whatever stands around it.
pub(crate) fn is_outside(token: &Token) -> bool {
    let joins = JOINTS.holds(token.key) || PARTICLES.holds(token.key);
    token.kind == Kind::Word && !token.has(Token::CAPITAL | Token::HYPHEN | Token::DIGIT) && !joins
}

#[inline]
fn opens(text: &str, tokens: &[Token], at: usize, end: usize, case: Case) -> bool {
    let token = &tokens[at];
    if token.has(Token::CAPITAL | Token::HYPHEN | Token::DIGIT) {
        return is_capital(text, token, case)
            && (!FIRST.holds(token.key) || first_opens(tokens, at, end));
    }
    token.kind == Kind::Word
        && token.end - token.start <= 5
        && at + 1 < end
        && tokens[at + 1].has(Token::CAPITAL)
        && OPENERS.holds(token.key)
        && is_capital(text, &tokens[at + 1], case)
}

/// Whether one of `FIRST` at token `at` begins a name: with its capital inside a sentence, or, if it is rare elsewhere, before
/// two capitals.
fn first_opens(tokens: &[Token], at: usize, end: usize) -> bool {
    let inside = at.checked_sub(1).is_some_and(|it| tokens[it].kind == Kind::Word);
    if COMMON.holds(tokens[at].key) && (!inside || tokens[at].has(Token::SENTENCE)) {
        return false;
    }
    let capital = |next: &Token| {
        next.kind == Kind::Word && next.has(Token::CAPITAL) && !next.has(Token::SENTENCE)
    };
    let after = tokens.get(at + 1..end).unwrap_or(&[]);
    let capitals = after.iter().take(2).take_while(|next| capital(next)).count();
    capitals > usize::from(tokens[at].has(Token::SENTENCE))
}

/// The end of the chunk that starts at `start`: capitals, and up to three joints where another capital follows.
fn chunk_end(text: &str, tokens: &[Token], start: usize, end: usize, case: Case) -> usize {
    let mut stop = start + 1;
    if !is_capital(text, &tokens[start], case) {
        stop += 1;
    }
    while stop < end && stop - start < LONGEST - 4 {
        let Some(next) = next_capital(text, tokens, stop, end.min(stop + 4), case) else { break };
        stop = next + 1;
    }
    stop
}

/// The next capital at or after `from` that belongs to the same chunk.
fn next_capital(
    text: &str,
    tokens: &[Token],
    from: usize,
    end: usize,
    case: Case,
) -> Option<usize> {
    let mut at = from;
    while at < end {
        let token = &tokens[at];
        if token.has(Token::SENTENCE) {
            return None;
        }
        if is_capital(text, token, case) {
            return (token.has(Token::SPACE) || at > from).then_some(at);
        }
        // "The Blaze and The Hill"
        let opens_name = token.key == THE && token.has(Token::CAPITAL) && case == Case::Plain;
        let joins = match token.kind {
            Kind::Word if opens_name => tokens[at - 1].key == OF,
            // "Doctors Without Borders"
            Kind::Word if token.has(Token::CAPITAL) && case == Case::Plain => true,
            Kind::Word => {
                token.end - token.start <= LONGEST_JOINT
                    && (JOINTS.holds(token.key) || PARTICLES.holds(token.key))
            }
            Kind::Clitic => token.key == POSSESSIVE,
            Kind::Symbol => token.key == AMPERSAND,
            Kind::Comma => {
                return (at == from
                    && tokens.get(at + 1).is_some_and(|next| {
                        AFTER_COMMA.contains(&next.key) && next.has(Token::CAPITAL)
                    }))
                .then_some(at + 1);
            }
            Kind::Single => {
                at == from
                    && !token.has(Token::SPACE)
                    && tokens[at - 1].span().of(text).ends_with('s')
            }
            _ => false,
        };
        if !joins {
            return None;
        }
        at += 1;
    }
    None
}
