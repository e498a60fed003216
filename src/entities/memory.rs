//! What the names found so far say of the other names of an article: a surname after its full name is that person.

use super::chunks::Case;
use super::features::{Features, View};
use super::segment::{LABELS, Label, Segment};
use crate::lexicon::KeyMap;

/// Names by what they were taken for at first reading.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// How often the words were each label, by the hash of the phrase.
    whole: KeyMap<[u8; LABELS.len()]>,
    /// What longer names the word is a part of, as bits.
    parts: KeyMap<u8>,
}

const PERSON_LAST: u8 = 1;
const PERSON_FIRST: u8 = 2;
const ORGANISATION_FIRST: u8 = 4;
const ORGANISATION_LAST: u8 = 8;
const PLACE_PART: u8 = 16;
const OTHER_PART: u8 = 32;
/// The initials of a longer name.
const ACRONYM: u8 = 64;

impl Memory {
    /// Remembers how a chunk was cut. Headlines say too little about capitals to be believed.
    pub(crate) fn add(&mut self, view: &View, segments: &[Segment]) {
        if view.chunk().case != Case::Plain {
            return;
        }
        for &Segment { start, end, label } in segments {
            if label == Label::Out && !view.word(start).capital {
                continue;
            }
            let count = &mut self.whole.entry(view.phrase(start, end)).or_default()[label as usize];
            *count = count.saturating_add(1);
            if end - start < 2 {
                continue;
            }
            let (first, last) = match label {
                Label::Person => (PERSON_FIRST, PERSON_LAST),
                Label::Organisation => (ORGANISATION_FIRST, ORGANISATION_LAST),
                Label::Place => (PLACE_PART, PLACE_PART),
                Label::Other | Label::Out => (OTHER_PART, OTHER_PART),
            };
            *self.parts.entry(view.word(start).key).or_default() |= first;
            *self.parts.entry(view.word(end - 1).key).or_default() |= last;
            if label == Label::Organisation
                && let Some(acronym) = view.acronym(start, end)
            {
                *self.parts.entry(acronym).or_default() |= ACRONYM;
            }
        }
    }

    /// The features of the words `start..end` of a chunk as a name of this article.
    pub(crate) fn features(&self, view: &View, start: usize, end: usize, out: &mut Features) {
        let case = view.chunk().case as u64;
        let whole = self.whole.get(&view.phrase(start, end)).copied().unwrap_or_default();
        let counts = whole.iter().fold(0, |sum, count| sum * 3 + u64::from((*count).min(2)));
        let part = |at: usize| u64::from(self.parts.get(&view.word(at).key).copied().unwrap_or(0));
        let (first, last) = (part(start), part(end - 1));
        let len = (end - start).min(3) as u64;
        out.push(1, counts | len << 16 | case << 20);
        if len == 1 {
            out.push(2, first | case << 8);
            out.push(3, first | counts << 16);
        } else {
            out.push(4, first | last << 8 | len << 20);
            out.push(5, u64::from(first & 3 == 3) | last << 8 | case << 20);
        }
    }
}
