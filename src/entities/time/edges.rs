//! What belongs to a time before its telling words: "*early* Friday", "*the end of* 2014", "*more than* a year", "*the* third
//! quarter".

use super::{Clock, Found, OF, Sort, THE};
use crate::key::{KeySet, key, keys};
use crate::lexicon::NumberWord;

const EARLY: [u64; 5] = keys(["early", "late", "mid", "earlier", "later"]);
/// What may be of a time and tell where in it: "the end of 2014".
const ENDS: KeySet<7> =
    KeySet::new(["beginning", "start", "middle", "end", "close", "rest", "remainder"]);
/// The same, without "the".
const MUCH: KeySet<4> = KeySet::new(["all", "much", "most", "part"]);
/// Comparators that are prepositions more often where a time follows: "over two years", "under 18 months".
const PREPOSITIONS: KeySet<4> = KeySet::new(["over", "under", "above", "below"]);

impl Clock<'_> {
    /// The time with what belongs to it before its telling words.
    pub(super) fn with_edges(&self, mut found: Found, floor: usize) -> Found {
        let before = |start: usize| self.before(start, 1, floor);
        match found.sort {
            Sort::Whole => return found,
            Sort::Amount | Sort::Clock => {
                found.start = self.with_comparator(found.start, floor);
            }
            Sort::Year | Sort::Point => {
                if found.sort == Sort::Year && before(found.start) == key("year") {
                    found.start -= 1;
                }
                if before(found.start) == key("fiscal") {
                    found.start -= 1;
                }
                if EARLY.contains(&before(found.start)) {
                    found.start -= 1;
                }
            }
        }
        if before(found.start) == THE && self.ends_phrase(found.end) {
            found.start -= 1;
            // "*early* the next day"
            if found.sort == Sort::Point && EARLY.contains(&before(found.start)) {
                found.start -= 1;
            }
        }
        if found.sort != Sort::Amount {
            self.with_part(&mut found, floor);
        }
        found
    }

    /// Where a comparator before an amount begins: "*more than* two years", "*about* 20 minutes".
    fn with_comparator(&self, start: usize, floor: usize) -> usize {
        const LONGEST: usize = 3;
        let begins = |len: &usize| {
            let words = (1..=*len).rev().map(|steps| self.before(start, steps, floor));
            let first = self.before(start, *len, floor);
            first != 0
                && !PREPOSITIONS.holds(first)
                && matches!(
                    self.lexicon.names.numbers.exact(words),
                    Some(NumberWord::Comparator(_))
                )
        };
        start - (1..=LONGEST).rev().find(begins).unwrap_or(0)
    }

    /// "the end of 2014", "the second half of 2014"
    fn with_part(&self, found: &mut Found, floor: usize) {
        let before = |steps: usize| self.before(found.start, steps, floor);
        if before(1) != OF {
            return;
        }
        if before(2) == key("half") {
            let year = found.value.as_deref().filter(|value| value.len() == 4);
            let half = self.ordinal_number(before(3)).filter(|it| (1.0..=2.0).contains(it));
            if let (Some(year), Some(half), THE) = (year, half, before(4)) {
                let value = format!("{year}-H{half}");
                (found.start, found.value) = (found.start - 4, Some(value));
            }
        } else if ENDS.holds(before(2)) && before(3) == THE {
            found.start -= 3;
        } else if MUCH.holds(before(2)) {
            found.start -= 2;
        }
    }

    /// Whether the noun phrase in which a time lies ends with it: "the third quarter", but "the third quarter results".
    fn ends_phrase(&self, end: usize) -> bool {
        self.tables.phrase_at(end - 1).is_none_or(|phrase| phrase.tokens.after() <= end)
    }
}
