//! Sets of named features, and the weights that a file gives them: what [`super::pronouns`] and [`super::certainty`] learn with.

use std::marker::PhantomData;

use crate::error::Error;
use crate::lexicon::read_tsv;

/// A fact that speaks for or against something; it has a name in the file of its weights.
pub(super) trait Feature: Copy + 'static {
    /// All of them, by number; at most 64.
    const ALL: &'static [Self];
    const NAMES: &'static [&'static str];

    fn number(self) -> usize;
}

/// Makes an enum of features with their names.
macro_rules! features {
    ($($name:ident $text:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Feature { $($name),* }

        impl crate::speakers::features::Feature for Feature {
            const ALL: &'static [Feature] = &[$(Feature::$name),*];
            const NAMES: &'static [&'static str] = &[$($text),*];

            fn number(self) -> usize {
                self as usize
            }
        }

        const _: () = assert!(<Feature as crate::speakers::features::Feature>::ALL.len() <= 64);
    };
}

pub(super) use features;

/// A set of features.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Features<F>(u64, PhantomData<F>);

impl<F> Default for Features<F> {
    fn default() -> Features<F> {
        Features(0, PhantomData)
    }
}

impl<F: Feature> Features<F> {
    pub(super) fn add(&mut self, feature: F) {
        self.0 |= 1 << feature.number();
    }

    pub(super) fn add_those(&mut self, features: &[(bool, F)]) {
        for (holds, feature) in features {
            self.0 |= u64::from(*holds) << feature.number();
        }
    }

    pub(super) fn remove(&mut self, feature: F) {
        self.0 &= !(1 << feature.number());
    }

    pub(super) fn has(self, feature: F) -> bool {
        self.0 & 1 << feature.number() != 0
    }

    pub(super) fn iter(self) -> impl Iterator<Item = F> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let feature = F::ALL.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(*feature)
        })
    }
}

/// The weight of each feature.
#[derive(Clone, Debug)]
pub(crate) struct Weights<F>(Vec<f32>, PhantomData<F>);

impl<F: Feature> Weights<F> {
    /// Reads `feature` and `weight` of each row; a feature without one weighs nothing.
    pub(super) fn read(file: &str, text: &str) -> Result<Weights<F>, Error> {
        let mut weights = vec![0.0; F::ALL.len()];
        read_tsv(file, text, ["feature", "weight"], |row, [name, weight]| {
            let feature = F::NAMES.iter().position(|feature| *feature == name);
            let feature = feature.ok_or_else(|| row.error(format!("no feature {name:?}")))?;
            let weight = weight.parse().map_err(|_| row.error("the weight is not a number"))?;
            weights[feature] = weight;
            Ok(())
        })?;
        Ok(Weights(weights, PhantomData))
    }

    #[cfg(feature = "training")]
    pub(super) fn from_slice(weights: &[f32]) -> Weights<F> {
        Weights(weights.to_vec(), PhantomData)
    }

    #[cfg(feature = "training")]
    pub(super) fn to_vec(&self) -> Vec<f32> {
        self.0.clone()
    }

    /// The sum of the weights of a set.
    pub(super) fn score(&self, features: Features<F>) -> f32 {
        features.iter().filter_map(|feature| self.0.get(feature.number())).sum()
    }
}
