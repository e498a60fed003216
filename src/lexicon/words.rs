//! Small closed classes of words that several stages ask for.

use crate::key::{KeySet, keys};

/// The forms of "be".
pub(crate) const BE: KeySet<11> =
    KeySet::new(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"]);
/// Verbs that help others, in all forms.
#[rustfmt::skip]
pub(crate) const AUXILIARIES: KeySet<34> = KeySet::new([
    "be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m",
    "have", "has", "had", "having", "'ve", "'d", "do", "does", "did",
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll", "ca", "wo",
    "get", "got",
]);
/// Participles for who was asked: "asked if he would, *Poe* said".
pub(crate) const ASKED: KeySet<8> = KeySet::new([
    "asked", "pressed", "questioned", "interviewed", "quizzed", "grilled", "challenged", "reminded",
]);
/// Words for several of many.
pub(crate) const SOME: KeySet<5> = KeySet::new(["some", "many", "most", "several", "few"]);
/// Words that negate the verb beside them.
pub(crate) const NEGATIONS: [u64; 4] = keys(["not", "n't", "never", "cannot"]);
/// The months.
#[rustfmt::skip]
pub(crate) const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];
/// Weekdays, which stand as times where a preposition or "last" is before them.
pub(crate) const DAYS: KeySet<7> =
    KeySet::new(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
/// What stands before a day that something is on.
pub(crate) const ON_DAY: KeySet<6> = KeySet::new(["on", "until", "since", "by", "before", "after"]);

/// Verbs of writing to somebody: "*wrote* to the mayor asking for help".
pub(crate) const WRITES: KeySet<5> =
    KeySet::new(["write", "writes", "wrote", "written", "writing"]);

/// Nouns for what shows somebody: "a clip of *him* saying".
#[rustfmt::skip]
pub(crate) const DEPICTS: KeySet<19> = KeySet::new([
    "clip", "clips", "video", "videos", "footage", "account", "accounts", "tape", "tapes",
    "recording", "recordings", "picture", "pictures", "photo", "photos", "image", "images",
    "audio", "film",
]);

/// Nouns for firms and charities that stand before their names and are no part of them; no person is called by one.
#[rustfmt::skip]
pub(crate) const COMPANIES: KeySet<30> = KeySet::new([
    "company", "firm", "startup", "start-up", "subsidiary", "charity", "nonprofit", "consultancy",
    "brokerage", "airline", "lender", "insurer", "retailer", "supermarket", "manufacturer",
    "drugmaker", "carmaker", "automaker", "chipmaker", "planemaker", "aircraft-maker", "steelmaker",
    "shipbuilder", "housebuilder", "homebuilder", "refiner",
    "wholesaler", "distributor", "ngo", "bookmaker",
]);

/// Such nouns that may be for a person too: "*publisher* Ann Poe".
const TRADES: KeySet<11> = KeySet::new([
    "rival", "developer", "grocer", "supplier", "contractor", "operator", "brewer", "pollster",
    "broadcaster", "publisher", "miner",
]);

/// Nouns for firms that are part of a name as often: "*carrier* Orvenia", "Orvenia Group".
const GROUPS: KeySet<7> =
    KeySet::new(["group", "conglomerate", "maker", "carrier", "giant", "bank", "utility"]);

/// Whether a noun is for a firm.
pub(crate) fn is_firm(noun: u64) -> bool {
    is_trade(noun) || GROUPS.holds(noun)
}

/// Whether a noun may tell what firm is named behind it: "*chipmaker* Orvenia".
pub(crate) fn is_trade(noun: u64) -> bool {
    COMPANIES.holds(noun) || TRADES.holds(noun)
}
