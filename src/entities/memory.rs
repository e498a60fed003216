//! What the names found so far say of the other names of an article: a surname after its full name is that person.

use super::features::Features;
use super::person::phrase;
use super::segment::{LABELS, Label, Segment};
use crate::document::Token;
use crate::key::{NO_KEY, Spread, extend_key};

/// Names by what they were taken for at first reading: a table of open addressing, found by the hash of their words.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// A power of two of them, at least half of them empty.
    slots: Vec<Slot>,
    held: usize,
    spread: Spread,
}

/// What is known of a phrase or of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// 0 where empty.
    hash: u64,
    /// How often these words alone were each label.
    whole: [u8; LABELS.len()],
    /// How often the word was each part of a longer name.
    parts: [u8; PARTS],
}

/// The smallest table, a power of two.
const LEAST: usize = 1 << 8;

const PERSON_LAST: usize = 0;
const PERSON_FIRST: usize = 1;
const ORGANISATION_FIRST: usize = 2;
const ORGANISATION_LAST: usize = 3;
const PLACE_PART: usize = 4;
const OTHER_PART: usize = 5;
/// The initials of a longer name.
const ACRONYM: usize = 6;
/// It stood where only firms and other bodies stand.
const FIRM: usize = 7;
const PARTS: usize = 8;

impl Memory {
    /// Forgets everything, for names of a text of this spread. A table much larger than it was filled shrinks, so that short
    /// articles do not pay for a long one before them.
    pub(crate) fn clear(&mut self, spread: Spread) {
        if self.held * 8 < self.slots.len() {
            self.slots.truncate((self.held * 4).next_power_of_two().max(LEAST));
        }
        self.slots.fill(Slot::default());
        self.held = 0;
        self.spread = spread;
    }

    /// Remembers how a chunk of these words was cut.
    pub(crate) fn add(&mut self, text: &str, words: &[Token], segments: &[Segment]) {
        self.count(text, words, segments, 1);
    }

    /// Remembers that the words beside this one are those of a firm.
    pub(crate) fn add_firm(&mut self, word: &Token) {
        let firm = &mut self.slot(word.key).parts[FIRM];
        *firm = firm.saturating_add(1);
    }

    /// Forgets what `add` was told.
    pub(crate) fn remove(&mut self, text: &str, words: &[Token], segments: &[Segment]) {
        self.count(text, words, segments, -1);
    }

    fn count(&mut self, text: &str, words: &[Token], segments: &[Segment], by: i8) {
        let step = |count: &mut u8| *count = count.saturating_add_signed(by);
        for &Segment { start, end, label } in segments {
            let Some(words @ [first, .., last]) = words.get(start..end) else {
                if let Some([only]) = words.get(start..end)
                    && (label != Label::Out || only.has(Token::CAPITAL))
                {
                    step(&mut self.slot(only.key).whole[label as usize]);
                }
                continue;
            };
            step(&mut self.slot(phrase(words)).whole[label as usize]);
            let (opens, closes) = match label {
                Label::Person => (PERSON_FIRST, PERSON_LAST),
                Label::Organisation => (ORGANISATION_FIRST, ORGANISATION_LAST),
                Label::Place => (PLACE_PART, PLACE_PART),
                Label::Other | Label::Out => (OTHER_PART, OTHER_PART),
            };
            step(&mut self.slot(first.key).parts[opens]);
            step(&mut self.slot(last.key).parts[closes]);
            if label == Label::Organisation {
                step(&mut self.slot(acronym(text, words)).parts[ACRONYM]);
            }
        }
    }

    fn place(&self, hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.spread.place(hash) as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.hash != 0 && slot.hash != hash) {
            at = (at + 1) & mask;
        }
        at
    }

    /// The slot of a hash, a new one if there is none.
    fn slot(&mut self, hash: u64) -> &mut Slot {
        if self.held * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.place(hash);
        let slot = &mut self.slots[at];
        if slot.hash == 0 {
            slot.hash = hash;
            self.held += 1;
        }
        slot
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(LEAST);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.hash != 0) {
            let at = self.place(slot.hash);
            self.slots[at] = slot;
        }
    }

    fn find(&self, hash: u64) -> Option<&Slot> {
        self.slots.get(self.place(hash)).filter(|slot| slot.hash != 0)
    }

    /// Whether anything is known of these words; a longer phrase that is known has words that are.
    pub(crate) fn knows(&self, words: &[Token]) -> bool {
        let known = |slot: &Slot| slot.whole != [0; LABELS.len()] || slot.parts != [0; PARTS];
        words.iter().any(|word| self.find(word.key).is_some_and(known))
    }

    /// What a word alone is sure to be: the surname of a person, or the first word of an organisation, that the article names
    /// in full, or what it was more often than not, and that the article never took for anything else.
    pub(crate) fn label(&self, word: &Token) -> Option<Label> {
        let Slot { whole, parts, .. } = self.find(word.key)?;
        let only =
            |part: Option<usize>| (0..ACRONYM).all(|at| (parts[at] > 0) == (Some(at) == part));
        // What is said of a firm says more than what a word looks like.
        let person = [PERSON_FIRST, PERSON_LAST].iter().any(|at| parts[*at] > 0);
        let place = parts[PLACE_PART] > 0;
        if parts[FIRM] > whole[Label::Place as usize] && !person && !place {
            return Some(Label::Organisation);
        }
        let often = |label: Label| whole[label as usize] > whole[Label::Out as usize].max(1);
        let label = match () {
            () if only(Some(PERSON_LAST)) => Label::Person,
            () if only(Some(ORGANISATION_FIRST)) => Label::Organisation,
            () if only(None) => LABELS.into_iter().find(|it| *it != Label::Out && often(*it))?,
            () => return None,
        };
        let other = |other: &Label| ![Label::Out, label].contains(other);
        LABELS.iter().filter(|it| other(it)).all(|it| whole[*it as usize] == 0).then_some(label)
    }

    /// The features of these words as a name of this article.
    pub(crate) fn features(&self, words: &[Token], plain: bool, out: &mut Features) {
        let parts = |word: &Token| {
            let parts = self.find(word.key).map_or([0; PARTS], |slot| slot.parts);
            (0..).zip(parts).fold(0, |bits, (at, count)| bits | u64::from(count > 0) << at)
        };
        let plain = u64::from(plain);
        let len = words.len().min(2) as u64;
        if let Some(Slot { whole, .. }) = self.find(phrase(words)) {
            let total = whole.iter().map(|count| u64::from(*count)).sum::<u64>();
            for (label, count) in (0..).zip(whole).filter(|(_, count)| **count > 0) {
                let count = u64::from(*count);
                let share = u64::from(count * 2 > total) + u64::from(count == total);
                out.push(1, label | share << 4 | total.min(3) << 8 | len << 16 | plain << 20);
            }
        }
        let [first, .., last] = words else {
            let mut known = words.iter().fold(0, |_, word| parts(word));
            if known != 0 {
                out.push(2, known | plain << 8);
            }
            while known != 0 {
                out.push(3, known.trailing_zeros().into());
                known &= known - 1;
            }
            return;
        };
        let known = parts(first) | parts(last) << 8;
        if known != 0 {
            out.push(4, known | len << 20);
        }
    }
}

/// The key of the word that the initials of the words make, small words left out.
fn acronym(text: &str, words: &[Token]) -> u64 {
    let capitals = words.iter().filter(|word| word.has(Token::CAPITAL));
    let initials = capitals.filter_map(|word| word.span().of(text).bytes().next());
    initials.fold(NO_KEY, |hash, letter| extend_key(hash, letter.to_ascii_lowercase()))
}
