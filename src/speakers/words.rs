//! The lists that only this stage reads.

use super::certainty::CertaintyWeights;
use super::pronouns::PronounWeights;
use crate::error::Error;
use crate::key::{KeyMap, chain, key_of, phrase_keys};
use crate::lexicon::{PhraseMap, list, parts, read_tsv};

/// Nouns that mean persons and organisations, and the weights that choose among persons.
#[derive(Debug)]
pub(crate) struct SpeakerWords {
    pub(super) weights: PronounWeights,
    pub(super) certainty: CertaintyWeights,
    /// Head nouns of sources without a name.
    pub(super) anonymous: PhraseMap<()>,
    /// The words of roles and titles that a noun takes up: "senator" → "Sen."
    pub(super) titles: KeyMap<Vec<u64>>,
    /// By a word and where a person stands beside it, the nouns that take up that person: "the victim".
    deeds: KeyMap<Vec<u64>>,
    /// The kinds of gazetteer rows that a noun takes up: "company".
    pub(super) organisations: KeyMap<Vec<u64>>,
    /// Nouns for what somebody says or makes, which speaks as whoever that is.
    pub(super) works: KeyMap<()>,
    /// The words of names in no list that such a noun takes up: "bank" → "Bancorp".
    organisation_names: KeyMap<Vec<u64>>,
}

/// Where a person stands beside a word that tells what he did or suffered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Passive,
    Active,
    Object,
    Of,
    Owner,
}

impl Deed {
    const ALL: [(&'static str, Deed); 5] = [
        ("passive", Deed::Passive),
        ("active", Deed::Active),
        ("object", Deed::Object),
        ("of", Deed::Of),
        ("owner", Deed::Owner),
    ];

    /// What the word is filed under.
    pub(super) fn of(self, word: u64) -> u64 {
        chain(self as u64, word)
    }
}

impl SpeakerWords {
    /// The words of roles and titles that the noun takes up; none of most nouns.
    pub(super) fn titles_of(&self, noun: u64) -> &[u64] {
        self.titles.get(&noun).map_or(&[], Vec::as_slice)
    }

    /// The nouns that take up a person of whom the deed is told.
    pub(super) fn nouns_of(&self, deed: u64) -> &[u64] {
        self.deeds.get(&deed).map_or(&[], Vec::as_slice)
    }

    /// The kinds of gazetteer rows that the noun takes up.
    pub(super) fn kinds_of(&self, noun: u64) -> &[u64] {
        self.organisations.get(&noun).map_or(&[], Vec::as_slice)
    }

    /// The words of names in no list that the noun takes up.
    pub(super) fn names_of(&self, noun: u64) -> &[u64] {
        self.organisation_names.get(&noun).map_or(&[], Vec::as_slice)
    }

    #[cfg(feature = "training")]
    pub(crate) fn weights(&self) -> Vec<f32> {
        self.weights.to_vec()
    }

    /// The lists of `data`, checked as they are read.
    pub(crate) fn built_in() -> Result<SpeakerWords, Error> {
        let (file, text) = list!("weights", "pronouns.tsv");
        let (certain_file, certain) = list!("weights", "certainty.tsv");
        let mut words = SpeakerWords {
            weights: PronounWeights::read(file, text)?,
            certainty: CertaintyWeights::read(certain_file, certain)?,
            anonymous: PhraseMap::default(),
            titles: KeyMap::default(),
            deeds: KeyMap::default(),
            organisations: KeyMap::default(),
            works: KeyMap::default(),
            organisation_names: KeyMap::default(),
        };
        let (file, text) = list!("lexicon", "nominals_anonymous.tsv");
        read_tsv(file, text, ["head", "note"], |_, [head, _]| {
            *words.anonymous.slot(phrase_keys(head)) = Some(());
            Ok(())
        })?;
        let (file, text) = list!("lexicon", "nominals_titles.tsv");
        read_tsv(file, text, ["noun", "words"], |_, [noun, titles]| {
            words.titles.insert(key_of(noun), parts(titles).map(key_of).collect());
            Ok(())
        })?;
        let (file, text) = list!("lexicon", "nominals_deeds.tsv");
        read_tsv(file, text, ["word", "place", "nouns"], |row, [word, place, nouns]| {
            let deed = Deed::ALL.iter().find(|(name, _)| *name == place);
            let (_, deed) = deed.ok_or_else(|| row.error(format!("no place {place:?}")))?;
            words.deeds.insert(deed.of(key_of(word)), parts(nouns).map(key_of).collect());
            Ok(())
        })?;
        let (file, text) = list!("lexicon", "nominals_organisations.tsv");
        read_tsv(file, text, ["noun", "kinds", "words"], |_, [noun, kinds, names]| {
            let noun = key_of(noun);
            words.organisations.insert(noun, parts(kinds).map(key_of).collect());
            words.organisation_names.insert(noun, parts(names).map(key_of).collect());
            Ok(())
        })?;
        let (file, text) = list!("lexicon", "nominals_works.tsv");
        read_tsv(file, text, ["noun"], |_, [noun]| {
            words.works.insert(key_of(noun), ());
            Ok(())
        })?;
        Ok(words)
    }
}
