//! The key of a word, and maps from keys.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hasher};

/// The key of a word: a 64-bit FNV-1a hash of its bytes with ASCII capitals folded to lower case.
///
/// It is a `const fn`, so that stages compare token keys with constants: `const SAID: u64 = key("said")`. [`key_of`] gives
/// the same key for the same ASCII word and folds other capitals and the typographic apostrophe too.
pub(crate) const fn key(word: &str) -> u64 {
    let mut rest = word.as_bytes();
    let mut hash = NO_KEY;
    while let [first, after @ ..] = rest {
        hash = extend_key(hash, first.to_ascii_lowercase());
        rest = after;
    }
    hash
}

/// The keys of some words, for `contains` on a constant list.
pub(crate) const fn keys<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = key(words[at]);
        at += 1;
    }
    out
}

/// A short list of words, which most others are told apart from by one bit.
pub(crate) struct KeySet<const N: usize> {
    keys: [u64; N],
    bits: u64,
}

impl<const N: usize> KeySet<N> {
    pub(crate) const fn new(words: [&str; N]) -> KeySet<N> {
        let keys = keys(words);
        let mut bits = 0;
        let mut at = 0;
        while at < N {
            bits |= key_bit(keys[at]);
            at += 1;
        }
        KeySet { keys, bits }
    }

    #[inline]
    pub(crate) fn holds(&self, key: u64) -> bool {
        self.bits & key_bit(key) != 0 && self.keys.contains(&key)
    }
}

/// One of 64 bits, by which most words that are not in a set are told from those that are.
pub(crate) const fn key_bit(key: u64) -> u64 {
    1 << (key >> 12 & 63)
}

/// The key of any word of a text: letters folded to lower case, ’ to '.
pub(crate) fn key_of(word: &str) -> u64 {
    if word.is_ascii() {
        return key(word);
    }
    let mut hash = NO_KEY;
    let mut buffer = [0; 4];
    for letter in letters(word) {
        if matches!(letter, '’' | 'ʼ' | '‘') {
            hash = extend_key(hash, b'\'');
            continue;
        }
        for folded in letter.to_lowercase() {
            for &byte in folded.encode_utf8(&mut buffer).as_bytes() {
                hash = extend_key(hash, byte);
            }
        }
    }
    hash
}

/// The letters that a word was meant to have: without soft hyphens, and with one letter for the two of "Ã§" that a reader of
/// Latin-1 makes of the two bytes of "ç".
fn letters(word: &str) -> impl Iterator<Item = char> {
    let mut rest = word.chars().filter(|letter| *letter != '\u{ad}');
    let mut next = rest.next();
    std::iter::from_fn(move || {
        let letter = std::mem::replace(&mut next, rest.next())?;
        let Some(meant) = next.and_then(|second| garbled(letter, second)) else {
            return Some(letter);
        };
        next = rest.next();
        Some(meant)
    })
}

/// The letter, from "À" to "ÿ", whose two bytes of UTF-8 were read as these two of Latin-1.
pub(crate) fn garbled(first: char, second: char) -> Option<char> {
    let tail = matches!(second, '\u{80}'..='\u{bf}') && !second.is_whitespace();
    char::from_u32(second as u32 + 0x40).filter(|_| first == 'Ã' && tail)
}

/// The words of a name, with one space between them, in the letters that were meant.
pub(crate) fn spelled(name: &str) -> String {
    let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_ascii() { words } else { letters(&words).collect() }
}

/// The key of no letters.
pub(crate) const NO_KEY: u64 = 0xcbf2_9ce4_8422_2325;

/// The key of a word with one more byte, which must be folded already.
#[inline(always)]
pub(crate) const fn extend_key(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// A map from word keys, for the words of lists; they are hashes already, so they are not hashed again.
pub(crate) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

/// A map from word keys, for what a text names.
pub(crate) type TextMap<V> = HashMap<u64, V, Spread>;

/// Where keys go in the tables of one text: an odd factor. Keys are hashes without a secret, so that a text may be written whose
/// names would all go to one place. [`Spread::of`] hangs on each byte of the text, in no way that one can reckon back: who
/// changes a name to fit the factor changes the factor. The high bits of a product with an unknown odd factor are the same for
/// two keys hardly ever (Dietzfelbinger and others, "A reliable randomized algorithm for the closest-pair problem", 1997).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread(u64);

impl Default for Spread {
    fn default() -> Spread {
        Spread(0x9e37_79b9_7f4a_7c15)
    }
}

impl Spread {
    /// The spread for what this text names; the default where that is too little to matter.
    pub(crate) fn of(text: &str) -> Spread {
        const LITTLE: usize = 1 << 16;
        if text.len() < LITTLE {
            return Spread::default();
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(text.as_bytes());
        Spread(hasher.finish() | 1)
    }

    /// A number for the key, of which any bits may choose its place.
    #[inline]
    pub(crate) fn place(self, key: u64) -> u64 {
        let product = key.wrapping_mul(self.0);
        product ^ product >> 32
    }
}

impl BuildHasher for Spread {
    type Hasher = SpreadHasher;

    fn build_hasher(&self) -> SpreadHasher {
        SpreadHasher { spread: *self, keys: KeyHasher::default() }
    }
}

/// Gives a key as it is.
#[derive(Clone, Copy, Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = extend_key(self.0, byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Gives a key its place.
pub(crate) struct SpreadHasher {
    spread: Spread,
    keys: KeyHasher,
}

impl Hasher for SpreadHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.keys.write(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.keys.write_u64(key);
    }

    fn finish(&self) -> u64 {
        self.spread.place(self.keys.finish())
    }
}

/// Tells of most words that they are not in a table; of a few others that they may be.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyFilter {
    /// One bit for each key, by a part of it; a power of two of them.
    bits: Vec<u64>,
}

impl KeyFilter {
    /// A filter for some `count` keys; the more room it has, the more words it keeps out.
    pub(crate) fn with_room(count: usize) -> KeyFilter {
        KeyFilter { bits: vec![0; (count / 8).next_power_of_two()] }
    }

    pub(crate) fn add(&mut self, key: u64) {
        let (word, bit) = self.place(key);
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= bit;
        }
    }

    #[inline]
    pub(crate) fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn place(&self, key: u64) -> (usize, u64) {
        ((key >> 20) as usize & self.bits.len().wrapping_sub(1), 1 << (key >> 12 & 63))
    }
}

/// The hash of a phrase from that of its beginning; a phrase of one word has that word's key.
pub(crate) const fn chain(hash: u64, key: u64) -> u64 {
    (hash.rotate_left(23) ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The word keys of a phrase of a word list, cut as the tokens stage cuts it: at white space, and before "'s".
pub(crate) fn phrase_keys(phrase: &str) -> impl Iterator<Item = u64> + '_ {
    phrase.split_whitespace().flat_map(|word| {
        let stem = word.strip_suffix("'s").filter(|stem| !stem.is_empty());
        [Some(key_of(stem.unwrap_or(word))), stem.map(|_| key("'s"))].into_iter().flatten()
    })
}
