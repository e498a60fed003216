//! Quantities: money, percentages, and numbers with what they count.

use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{key, key_of};
use crate::lexicon::{Lexicon, NumberWord};
use crate::span::Run;

/// A quantity and its normal form: "USD 5000000", "> 12 %", "3 pp", "~ 300 people".
pub(crate) type Quantity = (Run, String);

/// Countries' letters before a dollar sign.
const DOLLARS: [(u64, &str); 6] = [
    (key("us"), "USD"),
    (key("a"), "AUD"),
    (key("au"), "AUD"),
    (key("c"), "CAD"),
    (key("nz"), "NZD"),
    (key("hk"), "HKD"),
];
const PERCENT: u64 = key("%");
/// Counts below this say too little to be things of the article.
const LEAST_COUNT: f64 = 10.0;

/// The quantity at token `at`, which is a number, a number word or a currency sign. A comparator before it ("more than") is no
/// part of its tokens, but stands before its normal form.
pub(crate) fn find_quantity(
    text: &str,
    tables: &Tables,
    lexicon: &Lexicon,
    at: usize,
) -> Option<Quantity> {
    let money = tables.kind(at) == Kind::Symbol;
    let (run, form) = if money {
        money_at(text, tables, lexicon, at)
    } else {
        amount_at(text, tables, lexicon, at)
    }?;
    Some((
        run,
        match comparator_before(tables, lexicon, run.first()) {
            Some(sign) => format!("{sign} {form}"),
            None => form,
        },
    ))
}

/// A number with its unit: "12 percent", "3 million euros", "300 people".
fn amount_at(text: &str, tables: &Tables, lexicon: &Lexicon, at: usize) -> Option<Quantity> {
    let token = tables.tokens.get(at)?;
    let (end, number) = number_at(text, tables, lexicon, at)?;
    // The number may end its sentence.
    let words =
        tables.tokens.iter().skip(end).take_while(|word| !word.has(Token::SENTENCE)).take(2);
    if let Some((len, word)) = lexicon.names.numbers.longest(words.clone().map(|word| word.key)) {
        let form = match *word {
            NumberWord::Percent(unit) => Some(format!("{number} {unit}")),
            NumberWord::Currency(code, parts) => Some(format!("{code} {}", number / parts)),
            _ => None,
        };
        if let Some(form) = form {
            return Some((Run::new(at, end + len), form));
        }
    }
    let counted = words.clone().next()?;
    if counted.key == PERCENT {
        return Some((Run::new(at, end + 1), format!("{number} %")));
    }
    // "six in 10 voters" are a share.
    let share = at > 1 && tables.is(at - 1, key("in")) && tables.tag(at - 2) == Tag::CD;
    if number < LEAST_COUNT || share || is_year(text, token) {
        return None;
    }
    let noun = counted_noun(tables, end)?;
    let counted = tables.tokens.get(noun)?.span().of(text);
    Some((Run::new(at, noun + 1), format!("{number} {counted}")))
}

/// The plural noun that a number before `from` counts, at once or behind adjectives and nouns: "300 *people*", "1,200 federal
/// *workers*"; no capitals, which would cut a name.
fn counted_noun(tables: &Tables, from: usize) -> Option<usize> {
    /// Most words before the noun.
    const BETWEEN: usize = 3;
    let small = |at: &usize| {
        let token = tables.tokens.get(*at);
        token.is_some_and(|it| it.kind == Kind::Word && !it.has(Token::CAPITAL | Token::SENTENCE))
    };
    let joins = |at: &usize| matches!(tables.tag(*at), Tag::JJ | Tag::NN | Tag::VBN | Tag::VBG);
    let words = (from..from + BETWEEN).take_while(|at| small(at) && joins(at)).count();
    let noun = from + words;
    let goes_on = tables.tag(noun + 1) == Tag::NNS && small(&(noun + 1));
    (small(&noun) && tables.tag(noun) == Tag::NNS && !goes_on).then_some(noun)
}

/// The sign of the comparator that ends before a token: ">" for "more than".
fn comparator_before(tables: &Tables, lexicon: &Lexicon, end: usize) -> Option<&'static str> {
    const LONGEST: usize = 3;
    let ends = (1..=LONGEST.min(end)).rev().map(|len| end - len);
    ends.into_iter().find_map(|start| {
        let words = tables.tokens.get(start..end)?.iter();
        match lexicon.names.numbers.exact(words.map(|word| word.key))? {
            NumberWord::Comparator(sign) => Some(*sign),
            _ => None,
        }
    })
}

fn is_year(text: &str, token: &Token) -> bool {
    let digits = token.span().of(text);
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.starts_with("19") || digits.starts_with("20"))
}

/// "$5 million", "US$ 5m"
fn money_at(text: &str, tables: &Tables, lexicon: &Lexicon, at: usize) -> Option<Quantity> {
    let sign = tables.tokens.get(at)?;
    let NumberWord::Currency(mut code, parts) = *lexicon.names.numbers.word(sign.key)? else {
        return None;
    };
    let (end, number) = number_at(text, tables, lexicon, at + 1)?;
    let mut start = at;
    if let Some(before) = at.checked_sub(1).and_then(|before| tables.tokens.get(before))
        && !sign.has(Token::SPACE)
        && before.kind == Kind::Word
        && let Some((_, own)) = DOLLARS.iter().find(|(key, _)| *key == before.key)
    {
        (start, code) = (at - 1, own);
    }
    Some((Run::new(start, end), format!("{code} {}", number / parts)))
}

/// The number at token `at` with its scale words, and the token after it: "1,000", "2.5 million", "twenty-five".
pub(crate) fn number_at(
    text: &str,
    tables: &Tables,
    lexicon: &Lexicon,
    at: usize,
) -> Option<(usize, f64)> {
    let token = tables.tokens.get(at)?;
    let mut number = match token.kind {
        Kind::Number => digits(token.span().of(text), lexicon)?,
        Kind::Word => spelled(token.span().of(text), token, lexicon)?,
        _ => return None,
    };
    let mut end = at + 1;
    // "two hundred thousand"
    while end < at + 4 {
        let Some(next) = tables.tokens.get(end).filter(|next| scales(next)) else {
            break;
        };
        let Some(NumberWord::Scale(scale)) = lexicon.names.numbers.word(next.key) else { break };
        number *= scale;
        end += 1;
    }
    Some((end, number))
}

/// Whether a token may be the next word of a number.
fn scales(token: &Token) -> bool {
    token.kind == Kind::Word && token.has(Token::SPACE) && !token.has(Token::SENTENCE)
}

/// "1,000.5", "5m"
fn digits(word: &str, lexicon: &Lexicon) -> Option<f64> {
    let letters = word.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(word.len());
    let (number, scale) = word.split_at(letters);
    let plain: String = number.chars().filter(|letter| *letter != ',').collect();
    let number: f64 = plain.parse().ok()?;
    match lexicon.names.numbers.word(key(scale)) {
        _ if scale.is_empty() => Some(number),
        Some(NumberWord::Scale(scale)) => Some(number * scale),
        _ => None,
    }
}

fn spelled(word: &str, token: &Token, lexicon: &Lexicon) -> Option<f64> {
    if token.has(Token::HYPHEN) { number_word(word, lexicon) } else { unit(token.key, lexicon) }
}

/// The value of "five" or "twenty-five".
pub(super) fn number_word(word: &str, lexicon: &Lexicon) -> Option<f64> {
    match word.split_once('-') {
        Some((tens, ones)) => {
            let (tens, ones) = (unit(key_of(tens), lexicon)?, unit(key_of(ones), lexicon)?);
            // "two-three days"
            let one = tens >= 20.0 && tens % 10.0 == 0.0 && (1.0..10.0).contains(&ones);
            one.then_some(tens + ones)
        }
        None => unit(key_of(word), lexicon),
    }
}

fn unit(key: u64, lexicon: &Lexicon) -> Option<f64> {
    match lexicon.names.numbers.word(key) {
        Some(NumberWord::Unit(value)) => Some(*value),
        _ => None,
    }
}
