//! Word classes in context: the Penn Treebank tag of every token.
//!
//! A greedy tagger from left to right, after Collins (2002), "Discriminative training methods for hidden Markov models":
//! a linear model over features of the word, its neighbours and the tags already given. Words that the training texts
//! use in one class only take it from a lexicon and are not scored; every other word chooses among the tags the lexicon
//! has seen it with, unknown words among the open classes. Neighbours count by their ambiguity class, the set of tags
//! that the lexicon allows them, so that the right side helps before it is tagged.
//!
//! Lexicon and weights are `data/weights/tags.bin`, made by `train/`, which runs the very functions of this file.

mod amend;
#[cfg(any(test, feature = "training"))]
mod lemma;
mod model;
mod nouns;

use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{key, keys};
use crate::lexicon::{BE, CueWords};
use crate::span::Run;
#[cfg(feature = "training")]
pub(crate) use lemma::lemma;
pub(crate) use model::TagModel;
#[cfg(feature = "training")]
pub(crate) use model::{COLUMNS, best, column, write_model};

/// How many tokens are tagged in one go. No sentence has as many; what goes on without end would need a view for each.
const LONGEST: usize = 1 << 12;

/// Gives every token of every sentence its tag.
pub(crate) fn classify_tags(text: &str, model: &TagModel, words: &CueWords, tables: &mut Tables) {
    let mut views = Vec::new();
    for at in 0..tables.sentences.len() {
        let sentence = tables.sentences[at].tokens.range();
        for first in sentence.clone().step_by(LONGEST) {
            let run = Run::new(first, sentence.end.min(first + LONGEST));
            view_sentence(text, model, tables, run, &mut views);
            let tokens = tables.tokens.get_mut(run.range()).unwrap_or_default();
            tag_sentence(text, tokens, &views, |_, features, view| {
                model.decide(features, view.candidates)
            });
        }
        amend::amend_tags(text, words, tables, at);
    }
}

/// What the features of a token and its neighbours need to know of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// The word, spread over 64 bits; capitals tell words apart where they mean something.
    pub(crate) word: u64,
    /// The ambiguity class, or the shape of an unknown word, spread over 64 bits.
    pub(crate) class: u64,
    /// The tags to choose from, as bits. A single bit needs no choice.
    pub(crate) candidates: u64,
    /// Whether the lexicon holds the word.
    pub(crate) known: bool,
    /// Its capitals (none, first letter, all letters), doubled, and whether they say nothing: at the start of a sentence
    /// or quotation, in a title in capitals.
    case: u8,
}

#[cfg(feature = "training")]
impl View {
    /// Whether its capital says nothing.
    pub(crate) fn is_unsure(&self) -> bool {
        self.case & 1 == 1
    }
}

/// Beyond both ends of a sentence.
const EDGE: View = View { word: spread(1), class: spread(2), candidates: 0, known: true, case: 0 };

/// Added to the key of a word whose capital marks a name.
pub(crate) const NAME: u64 = 0x5bd1_e995_7f4a_7c15;

/// Small numbers to numbers that differ in all bits.
const fn spread(number: u64) -> u64 {
    let mixed = (number ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// Small numbers spread, for the loops that need many.
const SPREAD: [u64; 256] = {
    let mut spreads = [0; 256];
    let mut number = 0;
    while number < 256 {
        spreads[number] = spread(number as u64);
        number += 1;
    }
    spreads
};

const fn bit(tag: Tag) -> u64 {
    1 << tag as u64
}

/// What a word outside the lexicon may be.
const OPEN: u64 = {
    use Tag::*;
    bit(NN)
        | bit(NNS)
        | bit(NNP)
        | bit(NNPS)
        | bit(JJ)
        | bit(JJR)
        | bit(JJS)
        | bit(RB)
        | bit(VB)
        | bit(VBD)
        | bit(VBG)
        | bit(VBN)
        | bit(VBP)
        | bit(VBZ)
        | bit(CD)
        | bit(UH)
        | bit(IN)
};

/// What a word may be that names something where it has a capital.
const NAMING: u64 = bit(Tag::NN) | bit(Tag::NNS) | bit(Tag::JJ) | bit(Tag::NNPS) | bit(Tag::VBG);

/// Tags without weights: words that have one have no other.
const CLOSED: u64 = {
    use Tag::*;
    bit(FW) | bit(LS) | bit(SYM) | bit(WPS) | bit(WRB) | bit(PUNCT)
};

#[cfg(test)]
fn is_closed(tag: Tag) -> bool {
    CLOSED & bit(tag) != 0
}

/// Fills `views` with the sentence's tokens, an edge before and two edges behind.
pub(crate) fn view_sentence(
    text: &str,
    model: &TagModel,
    tables: &Tables,
    run: Run,
    views: &mut Vec<View>,
) {
    views.clear();
    views.extend([EDGE, EDGE]);
    let tokens = tables.tokens.get(run.range()).unwrap_or_default();
    let title = is_title(tokens);
    let mut first = true;
    for (at, token) in tokens.iter().enumerate() {
        let view = match token.kind {
            Kind::Word | Kind::Clitic => view_word(text, model, token, first || title),
            Kind::Number if is_plain_number(text, token) => fixed(Tag::CD, 3),
            Kind::Number => unknown(text, token, false),
            Kind::Address => fixed(Tag::NNP, 4),
            Kind::Symbol => fixed(symbol(text, token), token.key),
            Kind::Single if is_possessive(tables, run.first() + at) => fixed(Tag::POS, 6),
            kind => fixed(Tag::PUNCT, 8 + kind as u64),
        };
        first = match token.kind {
            Kind::Double | Kind::Single | Kind::Open | Kind::Ellipsis | Kind::Colon => true,
            Kind::Dash | Kind::Symbol => first,
            _ => false,
        };
        views.push(view);
    }
    views.extend([EDGE, EDGE]);
}

fn fixed(tag: Tag, class: u64) -> View {
    View { word: spread(class), class: spread(class), candidates: bit(tag), known: true, case: 0 }
}

fn case(token: &Token, unsure: bool) -> u8 {
    let capitals = u8::from(token.has(Token::CAPITAL)) + u8::from(token.has(Token::ALL_CAPS));
    capitals << 1 | u8::from(unsure)
}

fn symbol(text: &str, token: &Token) -> Tag {
    match token.span().of(text) {
        "%" => Tag::NN,
        "&" => Tag::CC,
        "@" => Tag::IN,
        _ => Tag::SYM,
    }
}

fn is_plain_number(text: &str, token: &Token) -> bool {
    token.span().of(text).bytes().all(|byte| !byte.is_ascii_alphabetic())
}

/// Whether an apostrophe behind an "s" is no quotation mark: "the states' claims".
fn is_possessive(tables: &Tables, at: usize) -> bool {
    let Some([before, mark]) = at.checked_sub(1).and_then(|first| tables.tokens.get(first..=at))
    else {
        return false;
    };
    let quote = tables.quote(mark.quote);
    let closes = quote.is_some_and(|quote| quote.tokens.last() == at || quote.tokens.first() == at);
    before.kind == Kind::Word && !mark.has(Token::SPACE) && !closes
}

/// Whether nearly all longer words of the sentence are capitalised, as in a headline.
fn is_title(tokens: &[Token]) -> bool {
    let (mut words, mut small) = (0, 0);
    for token in tokens {
        let long = token.kind == Kind::Word && token.end - token.start >= 4;
        words += usize::from(long);
        small += usize::from(long && !token.has(Token::CAPITAL));
        // Most sentences are none, which their first words tell.
        if small * 5 > tokens.len() {
            return false;
        }
    }
    words >= 3 && small * 5 <= words
}

/// `unsure`: a capital here says nothing.
#[inline]
fn view_word(text: &str, model: &TagModel, token: &Token, unsure: bool) -> View {
    let capital = token.has(Token::CAPITAL);
    if capital && unsure {
        return view_unsure(text, model, token);
    }
    let key = if capital { token.key.wrapping_add(NAME) } else { token.key };
    let word = spread_key(key);
    match model.class(key) {
        None => View { word, ..unknown(text, token, false) },
        Some((class, candidates)) => View {
            word,
            class: spread(0x1000 + u64::from(class)),
            candidates,
            known: true,
            case: case(token, false),
        },
    }
}

/// A word whose capital says nothing: it is looked up as a name and as another word.
fn view_unsure(text: &str, model: &TagModel, token: &Token) -> View {
    let word = spread_key(token.key);
    let lower = model.class(token.key);
    let upper = model.class(token.key.wrapping_add(NAME));
    let (class, candidates) = match (lower, upper) {
        (None, None) => return View { word, ..unknown(text, token, true) },
        (Some((class, candidates)), None) | (None, Some((class, candidates))) => {
            let name = if candidates & NAMING != 0 { bit(Tag::NNP) } else { 0 };
            let odd = 0x400 | u64::from(upper.is_some()) << 11;
            (0x1000 + u64::from(class) + odd, candidates | name)
        }
        (Some((class, candidates)), Some((other, more))) => {
            let open = candidates & CLOSED == 0;
            let class = 0x1_0000 + (u64::from(class) << 8) + u64::from(other);
            (class, if open { (candidates | more) & !CLOSED } else { candidates })
        }
    };
    View { word, class: spread(class), candidates, known: true, case: case(token, true) }
}

/// The key of a word, spread over all bits.
fn spread_key(key: u64) -> u64 {
    key.wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The view of a word outside the lexicon, by its letters.
fn unknown(text: &str, token: &Token, unsure: bool) -> View {
    let bytes = token.span().of(text).as_bytes();
    // In a paragraph all in capitals, words that are no names count as written without.
    let small = !token.has(Token::CAPITAL);
    let tail = |suffix: &str| {
        let end = bytes.len().checked_sub(suffix.len()).filter(|at| *at > 1);
        let end = end.and_then(|at| bytes.get(at..)).unwrap_or_default();
        end == suffix.as_bytes() || small && end.eq_ignore_ascii_case(suffix.as_bytes())
    };
    let ending = match () {
        () if tail("ing") => 1,
        () if tail("ed") => 2,
        () if tail("ly") => 3,
        () if tail("ss") || tail("us") || tail("is") => 4,
        () if tail("s") => 5,
        () if tail("er") || tail("or") => 6,
        () if tail("al") || tail("ic") || tail("ous") || tail("ive") || tail("able") => 7,
        () if tail("ion") || tail("ment") || tail("ness") || tail("ity") || tail("ism") => 8,
        () => 0,
    };
    let shape =
        u64::from(token.flags & (Token::CAPITAL | Token::ALL_CAPS | Token::HYPHEN | Token::DIGIT));
    let number = u64::from(token.kind == Kind::Number);
    let class =
        spread(0x100_0000 + (shape << 8) + (number << 6) + (u64::from(unsure) << 5) + ending);
    View {
        word: spread(token.key),
        class,
        candidates: OPEN,
        known: false,
        case: case(token, unsure),
    }
}

/// Walks through the sentence and gives each token its tag; `decide` is asked where there is a choice.
pub(crate) fn tag_sentence(
    text: &str,
    tokens: &mut [Token],
    views: &[View],
    mut decide: impl FnMut(usize, &Features, &View) -> Tag,
) {
    let mut history = History::default();
    for (at, (token, window)) in tokens.iter_mut().zip(views.windows(5)).enumerate() {
        let Some(window) = window.first_chunk::<5>() else { return };
        let view = &window[2];
        token.tag = if view.candidates.is_power_of_two() {
            TAGS[view.candidates.trailing_zeros() as usize % TAGS.len()]
        } else {
            decide(at, &Features { text, token, window, history: &history }, view)
        };
        history.push(token);
    }
}

/// The tags by number.
pub(crate) const TAGS: [Tag; 37] = {
    use Tag::*;
    [
        CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB,
        RBR, RBS, RP, SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, PUNCT,
    ]
};

/// What the tags to the left amount to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct History {
    previous: Tag,
    before: Tag,
    group: Group,
    /// A finite verb stands in this clause already.
    finite: bool,
}

impl Default for History {
    fn default() -> History {
        History { previous: Tag::PUNCT, before: Tag::PUNCT, group: Group::None, finite: false }
    }
}

/// The last word that says which verb form comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    None,
    Have,
    Be,
    Do,
    Modal,
    To,
    Verb,
    Noun,
    Pronoun,
    Inside,
}

const HAVE: [u64; 6] = keys(["have", "has", "had", "having", "'ve", "'d"]);
const DO: [u64; 5] = keys(["do", "does", "did", "doing", "done"]);
const THAT: u64 = key("that");

/// Which group a verb is.
fn verb_group(verb: &Token) -> Group {
    match verb.key {
        // The verbs of the lists are short.
        _ if verb.end - verb.start > "having".len() as u32 => Group::Verb,
        key if HAVE.contains(&key) => Group::Have,
        key if BE.holds(key) => Group::Be,
        key if DO.contains(&key) => Group::Do,
        _ => Group::Verb,
    }
}

impl History {
    fn push(&mut self, token: &Token) {
        use Tag::*;
        let tag = token.tag;
        self.group = match tag {
            MD => Group::Modal,
            TO => Group::To,
            VB | VBD | VBG | VBN | VBP | VBZ => verb_group(token),
            NN | NNS | NNP | NNPS => Group::Noun,
            PRP => Group::Pronoun,
            RB | RBR | RBS | UH | CC => self.group,
            PUNCT if matches!(token.kind, Kind::Comma | Kind::Double | Kind::Single) => self.group,
            DT | JJ | JJR | JJS | CD | PRPS | POS | PDT => Group::Inside,
            _ => Group::None,
        };
        self.finite = match tag {
            MD | VBD | VBP | VBZ => true,
            WDT | WP | WRB | CC | PUNCT => false,
            IN if token.key == THAT => false,
            _ => self.finite,
        };
        self.before = self.previous;
        self.previous = tag;
    }
}

/// What the features of one token are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features<'a> {
    text: &'a str,
    token: &'a Token,
    /// The token's view with two to each side.
    window: &'a [View; 5],
    history: &'a History,
}

/// The hash of a feature of kind `id` with up to two values. What tells features apart is in its upper bits.
#[inline(always)]
const fn feature(id: u64, one: u64, two: u64) -> u64 {
    let mixed = (one ^ two.rotate_left(29)).wrapping_add(id.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (mixed ^ (mixed >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93 << 5)
}

impl Features<'_> {
    /// Calls `each` with the hash of every feature but those of letters.
    #[inline(always)]
    pub(crate) fn each(&self, mut each: impl FnMut(u64)) {
        let Features { window: [before, previous, view, next, after], history, .. } = self;
        let mut add = |id, one, two| each(feature(id, one, two));
        let last = SPREAD[(history.previous as usize + 100) % 256];
        let last_two = spread(((history.previous as u64) << 8) + history.before as u64 + 1000);
        let state =
            SPREAD[(((history.group as usize) << 1) + usize::from(history.finite) + 200) % 256];
        add(1, view.class, 0);
        add(2, view.word, 0);
        add(3, view.class, last);
        add(4, view.class, last_two);
        add(5, view.word, last);
        add(6, view.class, previous.word);
        add(7, view.class, next.word);
        add(8, view.class, next.class);
        add(9, last, next.class);
        add(10, view.class, state);
        add(11, view.word, previous.word);
        add(12, view.word, next.word);
        add(13, next.class, after.class);
        add(14, last_two, next.class);
        add(15, before.word, 0);
        add(16, after.word, 0);
        add(17, previous.word, 0);
        add(18, next.word, 0);
        add(19, view.word, next.class);
        add(20, last_two, 0);
        add(21, state, next.class);
        add(34, previous.class, next.class);
        add(35, view.class, next.class ^ after.class.rotate_left(7));
        let case = [previous, view, next, after]
            .iter()
            .fold(0, |sum, view| sum << 3 | u64::from(view.case));
        add(22, spread(case), 0);
        add(33, spread(case >> 3), view.class);
    }

    /// Whether the lexicon does not hold the word.
    pub(crate) fn has_letters(&self) -> bool {
        !self.window[2].known
    }

    /// Calls `each` with the features of an unknown word's letters: its ends, and what follows its last hyphen.
    #[cold]
    pub(crate) fn each_of_letters(&self, mut each: impl FnMut(u64)) {
        let last = SPREAD[(self.history.previous as usize + 100) % 256];
        let bytes = self.token.span().of(self.text).as_bytes();
        let mut add = |id, one, two| each(feature(id, one, two));
        let mut suffix = 0u64;
        for (count, byte) in bytes.iter().rev().take(5).enumerate() {
            suffix = (suffix << 8) | u64::from(byte.to_ascii_lowercase());
            if count >= 1 {
                add(
                    23 + count as u64,
                    spread(suffix),
                    u64::from(self.token.flags & Token::CAPITAL),
                );
            }
            if count == 2 {
                add(30, spread(suffix), last);
            }
        }
        let prefix = bytes.iter().take(3).fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
        add(31, spread(prefix), 0);
        if let Some(hyphen) = bytes.iter().rposition(|byte| *byte == b'-') {
            let piece = bytes
                .iter()
                .skip(hyphen + 1)
                .fold(0u64, |sum, byte| sum.wrapping_mul(31) + u64::from(*byte));
            add(32, spread(piece), 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::extractor::read_until;

    fn tagged(text: &str) -> Tables {
        read_until(&Extractor::new(), "tags", text)
    }

    /// "word/TAG" for each token but marks.
    fn shown(text: &str) -> String {
        let tables = tagged(text);
        let words = tables.tokens.iter().filter(|token| token.tag != Tag::PUNCT);
        let shown: Vec<String> =
            words.map(|token| format!("{}/{:?}", token.span().of(text), token.tag)).collect();
        shown.join(" ")
    }

    #[test]
    fn words_of_two_classes_are_told_apart() {
        for expected in [
            "The/DT report/NN states/VBZ the/DT states/NNS '/POS claims/NNS",
            "She/PRP claims/VBZ that/IN the/DT reports/NNS are/VBP wrong/JJ",
            "The/DT ministry/NN denies/VBZ the/DT claims/NNS",
            "Critics/NNS charge/VBP that/IN the/DT plan/NN will/MD fail/VB",
            "The/DT minister/NN said/VBD he/PRP had/VBD not/RB said/VBN that/DT",
            "The/DT man/NN accused/VBN of/IN fraud/NN denied/VBD it/PRP",
            "The/DT court/NN accused/VBD the/DT company/NN of/IN fraud/NN",
            "They/PRP plan/VBP to/TO file/VB a/DT complaint/NN",
            "The/DT company/NN that/WDT made/VBD the/DT offer/NN has/VBZ gone/VBN",
            "The/DT mayor/NN 's/POS office/NN says/VBZ it/PRP 's/VBZ late/JJ",
            "He/PRP did/VBD n't/RB comment/VB on/IN the/DT comment/NN",
            "People/NNS briefed/VBN on/IN the/DT move/NN said/VBD it/PRP was/VBD late/JJ",
            "He/PRP wants/VBZ to/TO say/VB it/PRP is/VBZ late/JJ",
            "Nearly/RB a/DT third/JJ say/VBP they/PRP do/VBP n't/RB know/VB",
        ] {
            let text = expected.split(' ').filter_map(|word| word.rsplit_once('/')).fold(
                String::new(),
                |text, (word, _)| match word {
                    "'" | "'s" | "n't" => text + word,
                    _ if text.is_empty() => word.to_owned(),
                    _ => text + " " + word,
                },
            );
            assert_eq!(shown(&(text + ".")), expected);
        }
    }

    #[test]
    fn marks_numbers_and_addresses_need_no_context() {
        let tables = tagged("“Well,” wrote @ann_poe: 1,200 of 5 % — see www.example.org!");
        for token in &tables.tokens {
            match token.kind {
                Kind::Number => assert_eq!(token.tag, Tag::CD),
                Kind::Address => assert_eq!(token.tag, Tag::NNP),
                Kind::Symbol => assert_eq!(token.tag, Tag::NN),
                Kind::Word => assert_ne!(token.tag, Tag::PUNCT),
                _ => assert_eq!(token.tag, Tag::PUNCT),
            }
        }
    }

    #[test]
    fn empty_and_endless_sentences_are_tagged() {
        assert!(tagged("").tokens.is_empty());
        assert!(tagged(" \n\n ").tokens.is_empty());
        let endless = tagged(&"the report ".repeat(100_000));
        assert!(endless.tokens.iter().all(|token| matches!(token.tag, Tag::DT | Tag::NN)));
        assert_eq!(endless.tokens.len(), 200_000);
    }

    #[test]
    fn tags_are_numbered_in_their_order() {
        assert!(TAGS.iter().enumerate().all(|(at, tag)| *tag as usize == at));
    }
}
