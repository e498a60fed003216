//! The token table: the one place that cuts bytes into words.
//!
//! Tokens follow the Penn Treebank: clitics ("'s", "n't") are split from their word, an abbreviation keeps its full stop,
//! each quotation mark is a token. Words with hyphens stay whole. No token ends inside a grapheme cluster.

mod capitals;

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Kind, Tables, Tag, Token};
use crate::key::{NO_KEY, Spread, extend_key, garbled, key, key_of, keys};
use crate::lexicon::{Abbreviation, Lexicon};
use crate::span::Run;

/// Cuts every block of the article into tokens.
pub(crate) fn find_tokens(text: &str, lexicon: &Lexicon, tables: &mut Tables) {
    tables.spread = Spread::of(text);
    let Tables { spread, blocks, tokens, .. } = tables;
    // Most texts have a token every five bytes; growing step by step would leave holes in the heap.
    tokens.reserve(text.len() / 4);
    // "Q. Poe said" asks nothing.
    let asks = |line: &str| line.starts_with("Q. ") && line.contains('?');
    let interview = blocks.iter().any(|block| asks(block.span.of(text)));
    for block in blocks.iter_mut() {
        let first = tokens.len();
        tokenize(text, block.span.range(), lexicon, tokens);
        if interview && block.span.of(text).starts_with(['Q', 'A']) {
            part_label(tokens, first);
        }
        if let Some(token) = tokens.get_mut(first) {
            token.flags |= Token::BLOCK | Token::SPACE;
        }
        block.tokens = Run::new(first, tokens.len());
    }
    capitals::restore(lexicon, *spread, blocks, tokens);
}

/// Parts the "Q." or "A." that tells whose turn it is in an interview from its full stop, which does what a colon does elsewhere.
fn part_label(tokens: &mut Vec<Token>, first: usize) {
    const SHORTENED: [u64; 2] = keys(["q.", "a."]);
    const WHOLE: [u64; 2] = keys(["q", "a"]);
    let Some(label) = tokens.get_mut(first) else { return };
    let Some(which) = SHORTENED.iter().position(|it| *it == label.key) else { return };
    let stop = Token { start: label.end - 1, key: STOP, flags: 0, kind: Kind::Stop, ..*label };
    label.end = stop.start;
    label.key = WHOLE.get(which).copied().unwrap_or(NO_KEY);
    label.flags &= !Token::ABBREVIATION;
    tokens.insert(first + 1, stop);
}

/// Appends the tokens of `text[range]` to `tokens`.
pub(crate) fn tokenize(
    text: &str,
    range: std::ops::Range<usize>,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) {
    let bytes = text.as_bytes().get(..range.end).unwrap_or_default();
    let mut scanner =
        Scanner { text, bytes, at: range.start, end: bytes.len(), lexicon, tokens, space: false };
    while let Some(&byte) = bytes.get(scanner.at) {
        scanner.step(byte);
    }
}

struct Scanner<'a> {
    text: &'a str,
    /// The bytes of the text up to `end`.
    bytes: &'a [u8],
    at: usize,
    end: usize,
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
    /// White space stands before `at`.
    space: bool,
}

/// Words whose leading apostrophe stands for left-out letters.
const ELIDED: [u64; 8] = keys(["em", "til", "cause", "tis", "twas", "bout", "round", "n"]);
/// What may follow an apostrophe as a clitic; "n't" is its own case.
const CLITICS: [u64; 6] = keys(["s", "re", "ve", "ll", "d", "m"]);
/// Ends of web addresses that are written without "www".
const DOMAINS: [u64; 14] = keys([
    "com", "org", "net", "gov", "edu", "co", "uk", "io", "info", "tv", "eu", "de", "mil", "news",
]);

/// ASCII marks that are a token by themselves whatever stands beside them.
const SIMPLE: [Option<Kind>; 128] = {
    let mut kinds = [None; 128];
    kinds[b',' as usize] = Some(Kind::Comma);
    kinds[b'?' as usize] = Some(Kind::Question);
    kinds[b'!' as usize] = Some(Kind::Exclamation);
    kinds[b':' as usize] = Some(Kind::Colon);
    kinds[b';' as usize] = Some(Kind::Semicolon);
    kinds[b'(' as usize] = Some(Kind::Open);
    kinds[b'[' as usize] = Some(Kind::Open);
    kinds[b'{' as usize] = Some(Kind::Open);
    kinds[b')' as usize] = Some(Kind::Close);
    kinds[b']' as usize] = Some(Kind::Close);
    kinds[b'}' as usize] = Some(Kind::Close);
    kinds[b'"' as usize] = Some(Kind::Double);
    kinds
};

/// The plain letters, folded; 0 for every other byte.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphabetic() {
            letters[byte] = byte as u8 | 0x20;
        }
        byte += 1;
    }
    letters
};

/// Bytes with which a word, or with the colon a web address, may go on behind its letters.
const JOINS: [bool; 256] = {
    let mut joins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        joins[byte] = matches!(
            byte as u8,
            b'0'..=b'9' | b'\'' | b'-' | b'&' | b'_' | b'@' | b'.' | b':' | b'/' | 128..
        );
        byte += 1;
    }
    joins
};

const STOP: u64 = key(".");
const DOUBLE: u64 = key("\"");
const SINGLE: u64 = key("'");

/// What web addresses begin with.
const SCHEMES: [u64; 3] = keys(["http", "https", "www"]);

/// The flags of a word of plain letters that begins with a capital.
fn capitals(letters: &[u8]) -> u16 {
    let all = letters.len() > 1 && !letters.iter().any(u8::is_ascii_lowercase);
    Token::CAPITAL | if all { Token::ALL_CAPS } else { 0 }
}

impl Scanner<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    /// Part of the text; empty where it does not fit.
    fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn char(&self, at: usize) -> char {
        self.slice(at, self.end).chars().next().unwrap_or(' ')
    }

    /// The length of the grapheme cluster at `at`: a letter with its marks, a whole emoji sequence.
    fn cluster(&self, at: usize) -> usize {
        // Nothing joins a letter of the Latin blocks and ASCII.
        if matches!(self.bytes[at..], [0xc3..=0xcb, _, 0..128, ..]) {
            return 2;
        }
        let cluster = self.slice(at, self.end).graphemes(true).next().unwrap_or_default();
        // Signs that join what follows ("\u{6dd}") join white space too, which is no part of a token.
        cluster.trim_end().len().max(1)
    }

    fn is_letter(&self, at: usize) -> bool {
        let byte = self.byte(at);
        if byte < 128 { byte.is_ascii_alphabetic() } else { self.char(at).is_alphanumeric() }
    }

    #[inline]
    fn step(&mut self, byte: u8) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => {
                self.at += 1;
                self.space = true;
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.number(self.at),
            b'\'' => self.apostrophe(1),
            b'.' => self.stops(),
            128.. => self.beyond_ascii(),
            _ => self.mark(byte),
        }
    }

    /// ASCII punctuation.
    fn mark(&mut self, byte: u8) {
        if let Some(kind) = SIMPLE[byte as usize & 127] {
            return self.push_keyed(1, extend_key(NO_KEY, byte), kind, 0);
        }
        let next = self.byte(self.at + 1);
        // Counted only for marks that make one token of a row, so that a long row is read once.
        let same = || self.bytes[self.at..self.end].iter().take_while(|b| **b == byte).count();
        let (kind, len) = match byte {
            b'`' if next == b'`' => (Kind::Double, 2),
            b'`' => (Kind::Single, 1),
            b'-' if next == b'-' => (Kind::Dash, same()),
            b'-' if next.is_ascii_digit() && self.space => return self.number(self.at),
            b'-' => (Kind::Dash, 1),
            b'@' | b'#' if next.is_ascii_alphanumeric() || next == b'_' => {
                let tail = self.bytes[self.at + 1..self.end].iter();
                (
                    Kind::Address,
                    1 + tail.take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count(),
                )
            }
            b'*' | b'_' | b'=' | b'~' | b'+' => (Kind::Symbol, same()),
            _ => (Kind::Symbol, 1),
        };
        self.push(len, kind, 0);
    }

    /// A full stop, an ellipsis of stops ("...", ". . ."), or a number such as ".5".
    fn stops(&mut self) {
        let mut count = 1;
        let mut end = self.at + 1;
        loop {
            let after = if self.byte(end) == b' ' && count < 4 { end + 1 } else { end };
            if after >= self.end || self.bytes[after] != b'.' {
                break;
            }
            count += 1;
            end = after + 1;
        }
        let tight = self.bytes[self.at..self.end].iter().take_while(|b| **b == b'.').count();
        if count >= 4 && tight == 1 && !self.space {
            // "end. . . ." is the sentence's own stop and an ellipsis.
            self.push_keyed(1, STOP, Kind::Stop, 0);
        } else if count >= 3 {
            self.push(end - self.at, Kind::Ellipsis, 0);
        } else if tight == 2 {
            self.push(2, Kind::Ellipsis, 0);
        } else if self.space && self.byte(self.at + 1).is_ascii_digit() {
            self.number(self.at);
        } else {
            self.push_keyed(1, STOP, Kind::Stop, 0);
        }
    }

    /// An apostrophe or single quotation mark of `len` bytes that stands outside a word.
    fn apostrophe(&mut self, len: usize) {
        let after = self.at + len;
        if len == 1 && self.byte(after) == b'\'' {
            return self.push(2, Kind::Double, 0);
        }
        if len == 3 && self.bytes[after..self.end].starts_with("’".as_bytes()) {
            return self.push(6, Kind::Double, 0);
        }
        let letters =
            self.bytes[after..self.end].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let digits = self.bytes[after..self.end].iter().take_while(|b| b.is_ascii_digit()).count();
        let follows = key(self.slice(after, after + letters));
        let attached = !self.space
            && self
                .tokens
                .last()
                .is_some_and(|t| t.is_word() || t.kind == Kind::Number || t.kind == Kind::Double);
        if attached && letters > 0 && CLITICS.contains(&follows) {
            self.push(len + letters, Kind::Clitic, 0);
        } else if letters > 0 && ELIDED.contains(&follows) && !attached {
            self.push(len + letters, Kind::Word, 0);
        } else if digits == 2 && !attached {
            let plural = usize::from(self.byte(after + 2) == b's');
            self.push(len + 2 + plural, Kind::Number, Token::DIGIT);
        } else {
            self.push(len, Kind::Single, 0);
        }
    }

    fn beyond_ascii(&mut self) {
        let letter = self.char(self.at);
        let len = letter.len_utf8();
        let kind = match letter {
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '〝' | '〞' => {
                Kind::Double
            }
            '‘' | '’' | '‚' | '‛' | '‹' | '›' => return self.apostrophe(len),
            '…' => Kind::Ellipsis,
            '–' | '—' | '―' | '‒' | '−' => Kind::Dash,
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' => {
                self.at += len;
                self.space = true;
                return;
            }
            // A soft hyphen before a word: where a line was once to be broken.
            '\u{ad}' => {
                self.at += len;
                return;
            }
            _ if letter.is_whitespace() => {
                self.at += len;
                self.space = true;
                return;
            }
            _ if letter.is_alphabetic() => {
                let plain = Plain { end: self.at, key: NO_KEY, case: 0 };
                return self.joined_word(self.at, plain);
            }
            _ if letter.is_numeric() => Kind::Number,
            _ => return self.push(self.cluster(self.at), Kind::Symbol, 0),
        };
        let len = if kind == Kind::Dash { self.dashes() } else { len };
        self.push(len, kind, 0);
    }

    /// The length of a row of dashes.
    fn dashes(&self) -> usize {
        let rest = self.slice(self.at, self.end);
        rest.len() - rest.trim_start_matches(['–', '—', '―', '‒', '−', '-']).len()
    }

    /// A number with its inner marks and its letters: "1,000.5", "10:30", "3rd", "20s", "5pm", "24/7".
    fn number(&mut self, start: usize) {
        let digits = self.bytes[start..self.end].iter().take_while(|b| b.is_ascii_digit()).count();
        let stop = start + digits;
        let letters = self.bytes.get(stop + 1..self.end).unwrap_or_default().iter();
        let exchange = letters.take_while(|b| b.is_ascii_uppercase()).count();
        if exchange > 0 && self.byte(stop) == b'.' && self.is_ticker(start, stop, exchange) {
            return self.push(digits + 1 + exchange, Kind::Address, Token::DIGIT);
        }
        let mut end = start + 1;
        while end < self.end {
            let byte = self.bytes[end];
            let inner = matches!(byte, b'.' | b',' | b':' | b'/' | b'-')
                && self.byte(end + 1).is_ascii_digit();
            let hyphened = byte == b'-' && self.byte(end + 1).is_ascii_alphabetic();
            if byte.is_ascii_alphanumeric() || inner || hyphened {
                end += 1;
            } else {
                break;
            }
        }
        let hyphen = self.bytes[start + 1..end].contains(&b'-');
        self.push(end - start, Kind::Number, Token::DIGIT | if hyphen { Token::HYPHEN } else { 0 });
    }

    #[inline(always)]
    fn word(&mut self) {
        let rest = &self.bytes[self.at..];
        let (mut key, mut count) = (NO_KEY, 0);
        for &byte in rest {
            let letter = LETTERS[byte as usize];
            if letter == 0 {
                break;
            }
            key = extend_key(key, letter);
            count += 1;
        }
        let case = match rest[0] {
            ..b'a' => capitals(&rest[..count]),
            b'h' if is_breathed(self.slice(self.at, self.at + count)) => Token::CAPITAL,
            _ => 0,
        };
        if rest.get(count).is_some_and(|after| JOINS[*after as usize]) {
            self.long_word(self.at, Plain { end: self.at + count, key, case });
        } else {
            self.push_keyed(count, key, Kind::Word, case);
        }
    }

    /// A word with something behind its letters that may belong to it.
    #[inline(never)]
    fn long_word(&mut self, start: usize, plain: Plain) {
        if SCHEMES.contains(&plain.key) && is_address(&self.bytes[start..]) {
            self.address();
        } else if plain.end == start || self.is_joined(plain.end) {
            self.joined_word(start, plain);
        } else {
            self.whole_word(start, plain, 0);
        }
    }

    /// Whether the word may go on at `at`, where plain letters end. Any other answer than "no" may be wrong.
    fn is_joined(&self, at: usize) -> bool {
        let next = self.byte(at + 1);
        match self.byte(at) {
            b':' => false,
            b'.' => next.is_ascii_alphabetic(),
            b'\'' => next.is_ascii_alphabetic(),
            b'&' => next.is_ascii_uppercase(),
            b'/' => self.is_company_form(at),
            // Marks of General Punctuation: quotation marks, dashes, ellipses; hyphens come before them.
            0xe2 if next == 0x80 => match self.byte(at + 2) {
                0x99 => self.byte(at + 3).is_ascii_alphabetic(),
                third => !(0x92..=0xa7).contains(&third),
            },
            _ => true,
        }
    }

    /// Whether the stroke at `at` stands between two single capitals, "Norvik Shipping A/S", or tells whose child somebody is, "R.
    /// Kumar a/l Raman".
    fn is_company_form(&self, at: usize) -> bool {
        let capital = |at: usize| self.byte(at).is_ascii_uppercase();
        let sides = |at: usize| (self.byte(at - 1), self.byte(at + 1));
        let letter = |at: usize| self.byte(at) >= 128 || self.byte(at).is_ascii_alphanumeric();
        let child = at > 0 && matches!(sides(at), (b'a', b'l' | b'p') | (b's' | b'd', b'o'));
        let apart = at > 0 && !(at > 1 && letter(at - 2)) && !letter(at + 2);
        apart && (capital(at - 1) && capital(at + 1) || child)
    }

    /// A word of more than plain letters; those up to `plain.end` are read already.
    fn joined_word(&mut self, start: usize, plain: Plain) {
        let mut word = Joined { start, end: plain.end, flags: 0, apostrophe: None, segment: start };
        loop {
            match self.extend(&mut word) {
                Next::Part => {}
                Next::Address => return self.address(),
                Next::End => break,
            }
        }
        let Joined { end, flags, .. } = word;
        match self.clitic(&word) {
            Some(split) if split > start => {
                if split == plain.end {
                    self.push_keyed(split - start, plain.key, Kind::Word, plain.case);
                } else {
                    self.push(split - start, Kind::Word, flags);
                }
                self.push(end - split, Kind::Clitic, 0);
            }
            _ => {
                let word = self.slice(start, end);
                let whole = Plain { end, key: key_of(word), case: case(word) };
                self.whole_word(start, whole, flags);
            }
        }
    }

    /// Adds to the word the letter or mark behind it, if it belongs to it.
    fn extend(&self, word: &mut Joined) -> Next {
        let at = word.end;
        let Some(&byte) = self.bytes.get(at) else { return Next::End };
        let next = self.byte(at + 1);
        let len = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => 1,
            b'0'..=b'9' => {
                word.flags |= Token::DIGIT;
                1
            }
            b'\'' if next.is_ascii_alphabetic() => {
                word.apostrophe = Some((at, 1));
                1
            }
            b'-' if self.is_letter(at + 1) || next.is_ascii_digit() => {
                word.flags |= Token::HYPHEN;
                word.segment = at + 1;
                1
            }
            b'&' if next.is_ascii_uppercase() => 1,
            b'/' if self.is_company_form(at) => 1,
            b'@' if next.is_ascii_alphanumeric() => return Next::Address,
            b'.' if next.is_ascii_alphabetic() => {
                if self.domain_at(at + 1) || self.mail_at(at + 1) {
                    return Next::Address;
                }
                if !self.is_inner_stop(word) {
                    return Next::End;
                }
                word.flags |= Token::ABBREVIATION;
                word.segment = at + 1;
                1
            }
            b'.' if next == b'-' && self.goes_on_behind_stop(word) => {
                word.flags |= Token::HYPHEN;
                word.segment = at + 2;
                2
            }
            128.. => self.extend_beyond_ascii(word),
            _ => 0,
        };
        word.end += len;
        if len > 0 { Next::Part } else { Next::End }
    }

    /// Whether a hyphen joins other initials or a word to the abbreviation that ends in the stop behind the word:
    /// "A.F.L.-C.I.O.", "U.S.-led", "Calif.-based".
    fn goes_on_behind_stop(&self, word: &Joined) -> bool {
        let initial = |at: usize| self.byte(at).is_ascii_uppercase() && self.byte(at + 1) == b'.';
        let small = |at: usize| self.byte(at).is_ascii_lowercase();
        let next = word.end + 2;
        small(next) || word.flags & Token::ABBREVIATION != 0 && initial(next)
    }

    /// Whether the full stop behind the word, before a letter, is a part of it: that of "U.S" and "D-N.Y", or in a share's symbol.
    fn is_inner_stop(&self, word: &Joined) -> bool {
        let rest = self.bytes[word.end + 1..].iter();
        let next = rest.take_while(|byte| byte.is_ascii_alphabetic()).count();
        let most = if word.flags & Token::HYPHEN == 0 { 2 } else { 1 };
        let short = word.end - word.segment <= most && next <= 2 && word.apostrophe.is_none();
        short || self.is_ticker(word.start, word.end, next)
    }

    /// The length of the letter or apostrophe beyond ASCII behind the word that belongs to it; 0 if none does.
    fn extend_beyond_ascii(&self, word: &mut Joined) -> usize {
        let at = word.end;
        let letter = self.char(at);
        if letter == '’' && self.byte(at + 3).is_ascii_alphabetic() {
            word.apostrophe = Some((at, 3));
            return 3;
        }
        let len = if letter.is_alphanumeric()
            || matches!(letter, '\u{ad}' | '\u{200d}' | '‐' | '\u{2011}')
            || self.is_garbled(at, letter)
        {
            self.cluster(at)
        } else if at > word.start {
            self.marks(at)
        } else {
            0
        };
        if len > 0 {
            word.flags |= Token::UNICODE;
        }
        len
    }

    /// Whether a share's symbol, the stop before its exchange at `stop`, stands in brackets or before a word in lower case:
    /// "(HLVK.OL)", "Halvik HLVK.OL said"; but not "in the END.A man said".
    fn is_ticker(&self, start: usize, stop: usize, exchange: usize) -> bool {
        /// Most letters of the symbol of a share without brackets, and of its exchange.
        const BARE: [usize; 2] = [5, 2];
        let end = stop + 1 + exchange;
        let before = start.checked_sub(1).map_or(0, |at| self.bytes[at]);
        let bracketed = matches!(before, b'(' | b'<') && matches!(self.byte(end), b')' | b'>');
        let word = exchange == 1 && matches!(self.byte(stop + 1), b'A' | b'I');
        let bare = || {
            let short =
                (2..=BARE[0]).contains(&(stop - start)) && (1..=BARE[1]).contains(&exchange);
            let goes_on = self.byte(end) == b' ' && self.byte(end + 1).is_ascii_lowercase();
            before == b' ' && short && goes_on && !word
        };
        let symbol = |bytes: &[u8]| {
            bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        (bracketed || bare())
            && symbol(&self.bytes[start..stop])
            && symbol(&self.bytes[stop + 1..end])
    }

    /// Appends a word that no clitic ends, with its full stop if it is an abbreviation.
    fn whole_word(&mut self, start: usize, word: Plain, flags: u16) {
        let len = word.end - start;
        let rest = flags & !Token::ABBREVIATION | word.case;
        if self.is_shortened(start, word, flags) {
            let key = extend_key(word.key, b'.');
            self.push_keyed(len + 1, key, Kind::Word, rest | Token::ABBREVIATION);
        } else {
            self.push_keyed(len, word.key, Kind::Word, rest);
        }
    }

    /// Whether the letter at `at` is the second half of one that was read in the wrong encoding.
    fn is_garbled(&self, at: usize, letter: char) -> bool {
        let before = self.slice(0, at).chars().next_back();
        // "Ã" may come as two characters, "A" and a tilde.
        let before = before.map(|before| if before == '\u{303}' { 'Ã' } else { before });
        before.is_some_and(|before| garbled(before, letter).is_some())
    }

    /// The length of the marks at `at` that belong to the letter, digit or sign before it.
    fn marks(&self, at: usize) -> usize {
        // Latin letters, and quotation marks, dashes and ellipses of General Punctuation, join nothing before them.
        if matches!(self.bytes[at..], [0xc3..=0xcb, ..] | [0xe2, 0x80, 0x90..=0xaf, ..]) {
            return 0;
        }
        let before = self.slice(0, at).chars().next_back().map_or(0, char::len_utf8);
        self.cluster(at - before).saturating_sub(before)
    }

    /// Where the clitic of the word begins, if its last apostrophe makes one.
    fn clitic(&self, word: &Joined) -> Option<usize> {
        let (at, len) = word.apostrophe?;
        let tail = key(self.slice(at + len, word.end));
        if tail == key("t") && self.bytes[at - 1].eq_ignore_ascii_case(&b'n') {
            return Some(at - 1).filter(|split| *split > word.start);
        }
        CLITICS.contains(&tail).then_some(at)
    }

    /// Whether a full stop follows that belongs to the word as an abbreviation or initial.
    fn is_shortened(&self, start: usize, word: Plain, flags: u16) -> bool {
        let end = word.end;
        if self.byte(end) != b'.' || self.byte(end + 1) == b'.' {
            return false;
        }
        let next =
            self.bytes[end + 1..self.end].iter().copied().find(|b| *b != b' ').unwrap_or(b' ');
        let first = self.byte(start);
        let initial = end - start == 1
            && first.is_ascii_uppercase()
            && (first != b'I' || next.is_ascii_uppercase());
        if flags & Token::ABBREVIATION != 0 || initial {
            return true;
        }
        // "D-Calif." ends in an abbreviation too.
        let hyphen = self.bytes[start..end].iter().rposition(|byte| *byte == b'-');
        let (key, first) = match hyphen {
            Some(at) => (key(self.slice(start + at + 1, end)), self.byte(start + at + 1)),
            None => (word.key, first),
        };
        match self.lexicon.abbreviations.get(&key) {
            None => false,
            Some(Abbreviation::Number) => next.is_ascii_digit(),
            Some(Abbreviation::Unit) => {
                self.tokens.last().is_some_and(|token| token.kind == Kind::Number)
            }
            Some(Abbreviation::Latin | Abbreviation::Other | Abbreviation::Time) => true,
            // What nobody's name follows is one itself: "Hugh Barr."
            Some(Abbreviation::Title) => first.is_ascii_uppercase() && next != b' ',
            Some(_) => first.is_ascii_uppercase(),
        }
    }

    /// Whether an @ follows the name parts at `at`: "jane.doe@…".
    fn mail_at(&self, at: usize) -> bool {
        let rest = &self.bytes[at..self.end.min(at + 64)];
        let name = |b: &&u8| b.is_ascii_alphanumeric() || matches!(**b, b'.' | b'_' | b'-' | b'+');
        rest.get(rest.iter().take_while(name).count()) == Some(&b'@')
    }

    /// Whether a known top-level domain stands at `at`.
    fn domain_at(&self, at: usize) -> bool {
        let len = self.bytes[at..self.end].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        len <= 4
            && DOMAINS.contains(&key(self.slice(at, at + len)))
            && self.bytes[at].is_ascii_lowercase()
    }

    /// A web or mail address: up to white space or a mark that cannot be in one, without closing punctuation.
    fn address(&mut self) {
        let rest = self.slice(self.at, self.end);
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | ')' | ']' | '|' | ',')
        };
        let address = rest.split(ends).next().unwrap_or_default();
        let trimmed = address.trim_end_matches(['.', ';', ':', '!', '?', '\'', '’', '…', '—']);
        self.push(trimmed.len().max(1), Kind::Address, 0);
    }

    /// Appends the token of the next `len` bytes.
    fn push(&mut self, len: usize, kind: Kind, mut flags: u16) {
        let text = self.slice(self.at, self.at + len);
        if matches!(kind, Kind::Word | Kind::Clitic) {
            flags |= case(text);
        }
        // Every shape of a mark is the same to what looks at words.
        let key = match kind {
            Kind::Double => DOUBLE,
            Kind::Single => SINGLE,
            _ => key_of(text),
        };
        self.push_keyed(len, key, kind, flags);
    }

    /// Appends the token of the next `len` bytes, whose key and flags of case are known, with the marks on its last letter:
    /// those of a word are in `len`, a digit or sign has its key without them.
    #[inline]
    fn push_keyed(&mut self, len: usize, key: u64, kind: Kind, mut flags: u16) {
        if self.space {
            flags |= Token::SPACE;
        }
        let mut end = self.at + len;
        if self.byte(end) >= 128 {
            end += self.marks(end);
        }
        self.tokens.push(Token {
            start: self.at as u32,
            end: end as u32,
            key,
            quote: 0,
            flags,
            kind,
            tag: Tag::PUNCT,
        });
        self.at = end;
        // Most tokens have a space behind them, which needs no step of its own.
        self.space = self.bytes.get(self.at) == Some(&b' ');
        self.at += usize::from(self.space);
    }
}

/// The letters that a word begins with: where they end, their key and their flags of case.
#[derive(Clone, Copy)]
struct Plain {
    end: usize,
    key: u64,
    case: u16,
}

/// A word of more than plain letters, as far as it was read.
struct Joined {
    start: usize,
    end: usize,
    flags: u16,
    /// Its last apostrophe, and the bytes of that.
    apostrophe: Option<(usize, usize)>,
    /// Where the part after its last inner full stop or hyphen begins: "U.S" and "D-N.Y" go on, "end.The" does not.
    segment: usize,
}

/// What stands behind a word as far as it was read.
enum Next {
    /// A part of it, which was added.
    Part,
    /// Nothing of it.
    End,
    /// What shows that it is no word.
    Address,
}

/// The flags for capitals.
fn case(text: &str) -> u16 {
    let bytes = text.as_bytes();
    let capital = match bytes[0] {
        byte if byte < 128 => byte.is_ascii_uppercase(),
        _ => text.chars().next().is_some_and(char::is_uppercase),
    };
    if !capital && !is_breathed(text) {
        return 0;
    }
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic() || **b >= 128).count();
    let lower = bytes.iter().any(u8::is_ascii_lowercase)
        || (!text.is_ascii() && text.chars().any(char::is_lowercase));
    Token::CAPITAL | if letters > 1 && !lower { Token::ALL_CAPS } else { 0 }
}

/// Whether Irish grammar put an "h" before the capital vowel of a name: "Ó *hÓgáin*", "Uí *hEithir*".
fn is_breathed(text: &str) -> bool {
    let mut letters = text.strip_prefix('h').unwrap_or_default().chars();
    let vowel = letters.next().is_some_and(|it| "AEIOUÁÉÍÓÚ".contains(it));
    vowel && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a web address with its scheme, or "www.", starts here.
fn is_address(rest: &[u8]) -> bool {
    let starts = |prefix: &[u8]| {
        rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix)
    };
    starts(b"http://") || starts(b"https://") || starts(b"www.")
}
