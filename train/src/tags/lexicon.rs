//! The tagger's lexicon: which tags each word may have.

use std::collections::BTreeMap;

use whosaid::training::{COLUMNS, Model, column, dictionary_key, tag_name, tag_number};

use crate::corpora::Tagged;

/// Words of the training texts that are seen less (a tag by hand counts for several) are judged by their letters.
const LEAST: i64 = 6;
/// Words seen less may have tags that they were not seen with.
const RARE: i64 = 40;
/// Words seen so often, nearly always with one tag, have no other.
const SURE: i64 = 12;
/// The same for words that the dictionary gives other tags.
const SURE_AGAINST_DICTIONARY: i64 = 240;
/// Classes are numbered by a byte.
const CLASSES: usize = 255;

/// Tags of closed classes of words.
const CLOSED: [&str; 13] =
    ["CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "TO", "WDT", "WP", "WP$", "WRB"];

/// How often a word is seen with each tag.
type Counts = BTreeMap<usize, i64>;

/// Words by key, each with its ambiguity class.
pub(crate) struct Lexicon {
    pub(crate) classes: Vec<u64>,
    pub(crate) words: Vec<(u64, u8)>,
}

impl Lexicon {
    /// From the training texts, each with its weight, and a dictionary of words with their tags.
    pub(crate) fn learn(
        documents: &[(Tagged, f32)],
        dictionary: &[(String, Vec<usize>)],
    ) -> Lexicon {
        let counts = count(documents);
        let listed = list(dictionary);
        let mut masks: BTreeMap<u64, u64> = listed.clone();
        for (key, tags) in &counts {
            if let Some(mask) = allowed(tags, listed.get(key).copied()) {
                masks.insert(*key, mask);
            }
        }
        masks.values_mut().for_each(|mask| *mask = with_twin(*mask));
        let mut frequency: BTreeMap<u64, i64> = BTreeMap::new();
        for (key, mask) in &masks {
            *frequency.entry(*mask).or_default() +=
                20 + counts.get(key).map_or(0, |tags| tags.values().sum());
        }
        let mut classes: Vec<(i64, u64)> =
            frequency.into_iter().map(|(mask, count)| (-count, mask)).collect();
        classes.sort();
        let classes: Vec<u64> = classes.into_iter().take(CLASSES).map(|(_, mask)| mask).collect();
        let nearest = |mask: u64| {
            let distance =
                |class: &u64| 3 * (mask & !class).count_ones() + (class & !mask).count_ones();
            (0..classes.len()).min_by_key(|at| distance(&classes[*at])).unwrap_or(0) as u8
        };
        let words = masks.iter().map(|(key, mask)| (*key, nearest(*mask))).collect();
        Lexicon { classes, words }
    }

    /// A model that has no weights yet.
    pub(crate) fn model(&self) -> Model {
        Model::new(&self.classes, &self.words, &[]).0
    }
}

fn count(documents: &[(Tagged, f32)]) -> BTreeMap<u64, Counts> {
    let name_tags = [tag_number("NNP"), tag_number("NNPS")];
    let mut counts: BTreeMap<u64, Counts> = BTreeMap::new();
    for (document, weight) in documents {
        for (token, keys) in document.article.words() {
            let Some(tag) = document.gold[token] else { continue };
            let name = name_tags.contains(&Some(tag));
            let key = if name { keys.name.or(keys.plain) } else { keys.plain.or(keys.name) };
            if let Some(key) = key {
                *counts.entry(key).or_default().entry(tag).or_default() += *weight as i64;
            }
        }
    }
    counts
}

/// The tags of the dictionary as bits, by the word's key. Words that can only be names are left out: their capital tells
/// as much, and they are many; so are capitalised words of closed classes, which have their capital from the beginning of
/// a sentence and may well be names elsewhere ("Per Alström").
fn list(dictionary: &[(String, Vec<usize>)]) -> BTreeMap<u64, u64> {
    let (name, closed) = (bits(&["NNP"]), bits(&CLOSED));
    let mut listed: BTreeMap<u64, u64> = BTreeMap::new();
    for (word, tags) in dictionary {
        let letters = word.bytes().any(|byte| byte.is_ascii_alphabetic());
        let digits = word.bytes().any(|byte| byte.is_ascii_digit());
        let mask =
            tags.iter().filter(|tag| column(**tag) < COLUMNS).fold(0, |mask, tag| mask | 1 << tag);
        let first = word.starts_with(char::is_uppercase) && mask & !closed == 0;
        if letters && !digits && !first && mask != 0 && mask != name {
            *listed.entry(dictionary_key(word)).or_default() |= mask;
        }
    }
    listed
}

/// The tags that a word with these counts may have, given those that the dictionary lists; `None` for words that are
/// better judged by their letters.
fn allowed(tags: &Counts, listed: Option<u64>) -> Option<u64> {
    let total: i64 = tags.values().sum();
    let choices = || tags.iter().filter(|(tag, _)| column(**tag) < COLUMNS);
    if total < LEAST {
        return listed.map(|listed| choices().fold(listed, |mask, (tag, _)| mask | 1 << tag));
    }
    let (most, count) = tags.iter().max_by_key(|(tag, count)| (**count, usize::MAX - **tag))?;
    let other = listed.is_some_and(|listed| listed & !(1 << most) != 0);
    let enough = if other { SURE_AGAINST_DICTIONARY } else { SURE };
    if column(*most) == COLUMNS || (total >= enough && count * 1000 >= total * 993) {
        return Some(1 << most);
    }
    let mut mask = if other && total < SURE_AGAINST_DICTIONARY { listed.unwrap_or(0) } else { 0 };
    for (tag, _) in choices().filter(|(_, count)| **count * 200 >= total) {
        mask |= 1 << tag;
        if total < RARE {
            mask |= listed.unwrap_or_else(|| related(&tag_name(*tag)));
        }
    }
    Some(mask)
}

/// Forms that nearly every verb spells alike are never sure.
fn with_twin(mask: u64) -> u64 {
    let (past, base) = (bits(&["VBD", "VBN"]), bits(&["VB", "VBP"]));
    match mask {
        mask if mask.is_power_of_two() && mask & past != 0 => past,
        mask if mask.is_power_of_two() && mask & base != 0 => base,
        mask => mask,
    }
}

/// What else a rare word seen with this tag may be.
fn related(tag: &str) -> u64 {
    let tags: &[&str] = match tag {
        "NN" => &["NN", "JJ", "VB", "VBP"],
        "NNS" => &["NNS", "VBZ"],
        "NNP" => &["NNP", "NNPS", "JJ", "NN"],
        "NNPS" => &["NNP", "NNPS", "NNS"],
        "JJ" => &["JJ", "NN", "RB"],
        "RB" => &["RB", "JJ"],
        "VB" | "VBP" => &["VB", "VBP", "NN"],
        "VBZ" => &["VBZ", "NNS"],
        "VBD" | "VBN" => &["VBD", "VBN", "JJ"],
        "VBG" => &["VBG", "NN", "JJ"],
        _ => &[],
    };
    bits(tags)
}

/// A set of tags: bit n for the nth.
fn bits(tags: &[&str]) -> u64 {
    tags.iter().filter_map(|tag| tag_number(tag)).fold(0, |mask, tag| mask | 1 << tag)
}
