//! Base forms: irregular ones from `data/lexicon/irregular.tsv`, the others by taking off the ending.
//!
//! Where spelling leaves two possibilities, "planned" from "plan" but "called" from "call", the tagger's lexicon says
//! which of them is a word.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::document::Tag;
use crate::key::{KeyMap, key, key_of};
use crate::tags::{NAME, TagModel, bit};

/// Clitics and what they leave of their word.
const CLITICS: [(u64, &str); 5] = [
    (key("n't"), "not"),
    (key("'ll"), "will"),
    (key("'d"), "would"),
    (key("ca"), "can"),
    (key("wo"), "will"),
];

/// The irregular forms: key of the form and the tag's group, to the base form.
static IRREGULAR: LazyLock<KeyMap<&'static str>> = LazyLock::new(|| {
    const FILE: &str = include_str!("../../data/lexicon/irregular.tsv");
    let mut forms = KeyMap::default();
    // What is malformed there is an error of `Lexicon::built_in`, which reads the same file.
    for line in FILE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split('\t');
        if let (Some(form), Some(lemma), Some(tag)) = (cells.next(), cells.next(), cells.next()) {
            forms.entry(key(form) ^ group(tag)).or_insert(lemma);
        }
    }
    forms
});

/// Sets apart the forms of a spelling that belong to different words: the present "found" and "found" from "find".
const fn group(tag: &str) -> u64 {
    match tag.as_bytes() {
        b"VBP" | b"VBZ" => 1,
        [b'V', ..] => 2,
        [b'N', ..] => 3,
        _ => 4,
    }
}

/// The base form of a word with this tag, in lower case but for names.
pub(crate) fn lemma<'w>(model: &TagModel, word: &'w str, tag: Tag) -> Cow<'w, str> {
    if tag.is_name() || tag == Tag::PUNCT {
        return Cow::Borrowed(word);
    }
    let word = lower(word);
    let found = match tag {
        Tag::VBP | Tag::VBZ => irregular(&word, "VBP"),
        Tag::VBD | Tag::VBN | Tag::VBG => irregular(&word, "V"),
        Tag::NNS => irregular(&word, "N"),
        Tag::JJR | Tag::JJS | Tag::RBR | Tag::RBS => irregular(&word, "J"),
        Tag::MD | Tag::RB => CLITICS
            .iter()
            .find(|(clitic, _)| *clitic == key_of(&word))
            .map(|(_, base)| (*base).to_owned()),
        _ => None,
    };
    let verb = bit(Tag::VB) | bit(Tag::VBP);
    let regular = || match tag {
        Tag::VBZ => cut_s(model, &word, verb),
        Tag::NNS => cut_s(model, &word, bit(Tag::NN)),
        Tag::VBD | Tag::VBN => cut(model, &word, "ed", verb),
        Tag::VBG => cut(model, &word, "ing", verb),
        Tag::JJR | Tag::RBR => cut(model, &word, "er", bit(Tag::JJ) | bit(Tag::RB)),
        Tag::JJS | Tag::RBS => cut(model, &word, "est", bit(Tag::JJ) | bit(Tag::RB)),
        _ => None,
    };
    found.or_else(regular).map_or(word, Cow::Owned)
}

/// Lower case, with a plain apostrophe.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte < 128 && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}

/// The base of an irregular form; of "resold" where only "sold" is listed, with the prefix.
fn irregular(word: &str, tag: &str) -> Option<String> {
    if let Some(base) = IRREGULAR.get(&(key_of(word) ^ group(tag))) {
        return Some((*base).to_owned());
    }
    let (prefix, rest) = match word.rsplit_once('-') {
        Some((prefix, rest)) => (&word[..=prefix.len()], rest),
        None => ["over", "under", "out", "fore", "mis", "un", "re"]
            .iter()
            .find_map(|prefix| Some((*prefix, word.strip_prefix(prefix)?)))
            .filter(|(_, rest)| rest.len() >= 3)?,
    };
    IRREGULAR.get(&(key_of(rest) ^ group(tag))).map(|base| format!("{prefix}{base}"))
}

/// How well the lexicon knows a word as a base form: as such with these tags, at all, not.
fn known(model: &TagModel, word: &str, tags: u64) -> u8 {
    let candidates = |key| model.class(key).map_or(0, |(_, candidates)| candidates);
    match candidates(key_of(word)) {
        0 if candidates(key_of(word).wrapping_add(NAME)) != 0 => 1,
        0 => 0,
        candidates if candidates & tags != 0 => 2,
        _ => 1,
    }
}

/// Without the "-s", "-es" or "-ies".
fn cut_s(model: &TagModel, word: &str, tags: u64) -> Option<String> {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with('s'))?;
    if let Some(short) = stem.strip_suffix("ie").filter(|short| short.len() > 1) {
        let other = format!("{short}y");
        return Some(if known(model, stem, tags) > known(model, &other, tags) {
            stem.to_owned()
        } else {
            other
        });
    }
    let Some(short) = stem.strip_suffix('e') else {
        return Some(stem.trim_end_matches('\'').to_owned());
    };
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| short.ends_with(end));
    let whole = known(model, stem, tags) > known(model, short, tags);
    // "buses", "quizzes": the doubled consonant belongs to the ending.
    let single = short
        .strip_suffix('z')
        .filter(|single| single.ends_with('z') && known(model, short, tags) < 2);
    Some(if hissing && !whole { single.unwrap_or(short) } else { stem }.to_owned())
}

/// Without an ending that doubles consonants, drops "e" and turns "y" to "i".
fn cut(model: &TagModel, word: &str, ending: &str, tags: u64) -> Option<String> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1)?;
    if ending != "ing" && stem.ends_with('i') {
        let (short, long) = (format!("{}y", &stem[..stem.len() - 1]), format!("{stem}e"));
        return Some(if known(model, &long, tags) > known(model, &short, tags) {
            long
        } else {
            short
        });
    }
    let (silent, plain) = (format!("{stem}e"), known(model, stem, tags));
    let mut last = stem.chars().rev();
    if let (Some(one), Some(two)) = (last.next(), last.next())
        && one == two
        && one.is_ascii_alphabetic()
        && !"aeiou".contains(one)
    {
        let single = stem.strip_suffix(one)?;
        let doubled = plain == 2 || (known(model, single, tags) < 2 && "lsfz".contains(one));
        return Some(if doubled { stem } else { single }.to_owned());
    }
    if let Some(single) = stem.strip_suffix("ck").filter(|_| plain == 0) {
        let base = format!("{single}c");
        if known(model, &base, tags) > 0 {
            return Some(base);
        }
    }
    match (known(model, &silent, tags), plain) {
        (0, 0) if needs_e(stem) => Some(silent),
        (with, without) if with > without || (with == without && with > 0 && short_vowel(stem)) => {
            Some(silent)
        }
        _ => Some(stem.to_owned()),
    }
}

/// Whether a stem that the lexicon does not know looks cut off: "-at", "-iz", "-v" …
fn needs_e(stem: &str) -> bool {
    ["at", "iz", "is", "v", "c", "g", "u", "bl", "tl", "dl", "gl", "ur", "ir", "s"]
        .iter()
        .any(|end| stem.ends_with(end))
        && !["ss", "ng", "eat", "oat"].iter().any(|end| stem.ends_with(end))
}

/// Whether a stem ends in one vowel and one consonant, which would be doubled if no "e" had stood behind: "hop-ed".
fn short_vowel(stem: &str) -> bool {
    let mut last = stem.bytes().rev();
    let vowel = |byte: Option<u8>| byte.is_some_and(|byte| b"aeiou".contains(&byte));
    !vowel(last.next()) && vowel(last.next()) && !vowel(last.next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms() {
        let model = TagModel::built_in().expect("built-in model");
        for (word, tag, base) in [
            ("said", Tag::VBD, "say"),
            ("Said", Tag::VBD, "say"),
            ("says", Tag::VBZ, "say"),
            ("denies", Tag::VBZ, "deny"),
            ("denied", Tag::VBN, "deny"),
            ("dies", Tag::VBZ, "die"),
            ("dying", Tag::VBG, "die"),
            ("planning", Tag::VBG, "plan"),
            ("calling", Tag::VBG, "call"),
            ("controlled", Tag::VBD, "control"),
            ("accused", Tag::VBN, "accuse"),
            ("focused", Tag::VBD, "focus"),
            ("urges", Tag::VBZ, "urge"),
            ("discusses", Tag::VBZ, "discuss"),
            ("announcing", Tag::VBG, "announce"),
            ("agreed", Tag::VBD, "agree"),
            ("told", Tag::VBN, "tell"),
            ("led", Tag::VBD, "lead"),
            ("left", Tag::VBD, "leave"),
            ("found", Tag::VBD, "find"),
            ("found", Tag::VB, "found"),
            ("overtook", Tag::VBD, "overtake"),
            ("goes", Tag::VBZ, "go"),
            ("'s", Tag::VBZ, "be"),
            ("n’t", Tag::RB, "not"),
            ("countries", Tag::NNS, "country"),
            ("spokesmen", Tag::NNS, "spokesman"),
            ("bigger", Tag::JJR, "big"),
            ("later", Tag::RBR, "late"),
            ("earliest", Tag::JJS, "early"),
            ("Bates", Tag::NNP, "Bates"),
            ("s", Tag::VBZ, "s"),
            ("ing", Tag::VBG, "ing"),
            ("éed", Tag::VBD, "é"),
        ] {
            assert_eq!(lemma(&model, word, tag), base, "{word} {tag:?}");
        }
    }
}
