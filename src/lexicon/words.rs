//! Small closed classes of words that several stages ask for.

use crate::key::{KeySet, keys};

/// The forms of "be".
pub(crate) const BE: KeySet<11> =
    KeySet::new(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"]);
/// Words for several of many.
pub(crate) const SOME: KeySet<5> = KeySet::new(["some", "many", "most", "several", "few"]);
/// Words that negate the verb beside them.
pub(crate) const NEGATIONS: [u64; 4] = keys(["not", "n't", "never", "cannot"]);
/// Weekdays, which stand as times where a preposition or "last" is before them.
pub(crate) const DAYS: KeySet<7> =
    KeySet::new(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
/// What stands before a day that something is on.
pub(crate) const ON_DAY: KeySet<6> = KeySet::new(["on", "until", "since", "by", "before", "after"]);

/// Nouns for what shows somebody: "a clip of *him* saying".
#[rustfmt::skip]
pub(crate) const DEPICTS: KeySet<19> = KeySet::new([
    "clip", "clips", "video", "videos", "footage", "account", "accounts", "tape", "tapes",
    "recording", "recordings", "picture", "pictures", "photo", "photos", "image", "images",
    "audio", "film",
]);

/// Nouns for firms and charities that stand before their names and are no part of them.
pub(crate) const TRADES: KeySet<34> = KeySet::new([
    "rival",
    "developer",
    "housebuilder",
    "homebuilder",
    "retailer",
    "supermarket",
    "grocer",
    "supplier",
    "manufacturer",
    "contractor",
    "operator",
    "lender",
    "insurer",
    "brewer",
    "pollster",
    "consultancy",
    "brokerage",
    "startup",
    "start-up",
    "airline",
    "charity",
    "nonprofit",
    "broadcaster",
    "publisher",
    "drugmaker",
    "carmaker",
    "automaker",
    "chipmaker",
    "planemaker",
    "aircraft-maker",
    "steelmaker",
    "shipbuilder",
    "refiner",
    "miner",
]);
