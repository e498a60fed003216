//! Quantities: money, percentages, and numbers with what they count.

use crate::document::{Kind, Tables, Tag, Token};
use crate::lexicon::{Lexicon, NumberWord, key, keys};
use crate::span::Run;

/// A quantity and its normal form: "USD 5000000", "12 %", "300 people".
pub(crate) type Quantity = (Run, String);

/// Signs before an amount, and the currencies they mean where nothing says otherwise.
const SIGNS: [(u64, &str); 7] = [
    (key("$"), "USD"),
    (key("€"), "EUR"),
    (key("£"), "GBP"),
    (key("¥"), "JPY"),
    (key("₹"), "INR"),
    (key("₽"), "RUB"),
    (key("₩"), "KRW"),
];
/// Countries' letters before a dollar sign.
const DOLLARS: [(u64, &str); 6] = [
    (key("us"), "USD"),
    (key("a"), "AUD"),
    (key("au"), "AUD"),
    (key("c"), "CAD"),
    (key("nz"), "NZD"),
    (key("hk"), "HKD"),
];
const PERCENT: [u64; 2] = keys(["percent", "%"]);
/// Counts below this say too little to be things of the article.
const LEAST_COUNT: f64 = 10.0;

/// The quantity at token `at`, which is a number, a number word or a currency sign.
pub(crate) fn find_quantity(
    text: &str,
    tables: &Tables,
    lexicon: &Lexicon,
    at: usize,
) -> Option<Quantity> {
    let token = tables.tokens.get(at)?;
    if token.kind == Kind::Symbol {
        return money(text, tables, lexicon, at);
    }
    let (end, number) = number_at(text, tables, lexicon, at)?;
    let words = || tables.tokens.get(end..end + 2).unwrap_or(&[]).iter().map(|token| token.key);
    if let Some((len, word)) = lexicon.names.numbers.longest(words()) {
        match word {
            NumberWord::Percent => return Some((Run::new(at, end + len), format!("{number} %"))),
            NumberWord::Currency => {
                let name = tables.span(Run::new(end, end + len)).of(text);
                return Some((Run::new(at, end + len), format!("{number} {name}")));
            }
            _ => {}
        }
    }
    if tables.tokens.get(end).is_some_and(|token| PERCENT.contains(&token.key)) {
        return Some((Run::new(at, end + 1), format!("{number} %")));
    }
    let counted = tables
        .tokens
        .get(end)
        .filter(|token| token.kind == Kind::Word && !token.has(Token::CAPITAL))?;
    if counted.tag != Tag::NNS || number < LEAST_COUNT || is_year(text, token) {
        return None;
    }
    Some((Run::new(at, end + 1), format!("{number} {}", counted.span().of(text))))
}

fn is_year(text: &str, token: &Token) -> bool {
    let digits = token.span().of(text);
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.starts_with("19") || digits.starts_with("20"))
}

/// "$5 million", "US$ 5m"
fn money(text: &str, tables: &Tables, lexicon: &Lexicon, at: usize) -> Option<Quantity> {
    let sign = tables.tokens.get(at)?;
    let (_, mut code) = SIGNS.iter().find(|(key, _)| *key == sign.key).copied()?;
    let (end, number) = number_at(text, tables, lexicon, at + 1)?;
    let mut start = at;
    if let Some(before) = at.checked_sub(1).and_then(|before| tables.tokens.get(before))
        && !sign.has(Token::SPACE)
        && before.kind == Kind::Word
        && let Some((_, own)) = DOLLARS.iter().find(|(key, _)| *key == before.key)
    {
        (start, code) = (at - 1, own);
    }
    Some((Run::new(start, end), format!("{code} {number}")))
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
        let Some(next) =
            tables.tokens.get(end).filter(|next| next.kind == Kind::Word && next.has(Token::SPACE))
        else {
            break;
        };
        let Some(NumberWord::Scale(scale)) = lexicon.names.numbers.word(next.key) else { break };
        number *= scale;
        end += 1;
    }
    Some((end, number))
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
    let value = |key: u64| match lexicon.names.numbers.word(key) {
        Some(NumberWord::Unit(value)) => Some(*value),
        _ => None,
    };
    if !token.has(Token::HYPHEN) {
        return value(token.key);
    }
    let (tens, ones) = word.split_once('-')?;
    Some(value(key(tens))? + value(key(ones))?)
}

/// Keys of the currency signs.
pub(crate) fn is_sign(key: u64) -> bool {
    SIGNS.iter().any(|(sign, _)| *sign == key)
}
