//! The cue dictionary: reporting verbs, nouns, adjectives and prepositions with act, frames and strength.
#![warn(clippy::indexing_slicing)] // what it reads comes from the caller

use std::ops::Range;

use super::{Row, parts, read_tsv, trim};
use crate::document::{Act, Commitment, Force};
use crate::error::Error;
use crate::key::{KeyFilter, KeyMap, chain, extend_key, key, key_of, keys};

/// The word class of a cue's main word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum CueClass {
    Verb,
    Noun,
    Adjective,
    Preposition,
}

impl CueClass {
    /// The classes as the dictionary writes them.
    const NAMES: [(&str, CueClass); 4] = [
        ("verb", CueClass::Verb),
        ("noun", CueClass::Noun),
        ("adjective", CueClass::Adjective),
        ("preposition", CueClass::Preposition),
    ];

    /// The class as the dictionary writes it.
    pub(crate) fn name(self) -> &'static str {
        CueClass::NAMES.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }
}

/// How readily a word fires as a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Only in its frames, and often not even there.
    Weak,
    /// In its frames, with a clause, a quotation or inversion.
    Licensed,
    /// Whenever it has a subject.
    Core,
}

/// A construction in which a word is a cue: what its content looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FrameKind {
    /// A finite clause, with or without "that".
    That,
    Wh,
    Quote,
    To,
    Ing,
    /// A noun phrase.
    Object,
    As,
    /// No content of its own: "declined to comment".
    Alone,
    /// A preposition that links the cue to its content: the key of the word.
    Preposition(u64),
    /// An object, then a preposition or "to" or "that": "accused Russia of".
    ObjectThen(u64),
}

impl FrameKind {
    /// A bit for the kind; those with a word share one.
    fn bit(self) -> u16 {
        let number = match self {
            FrameKind::That => 0,
            FrameKind::Wh => 1,
            FrameKind::Quote => 2,
            FrameKind::To => 3,
            FrameKind::Ing => 4,
            FrameKind::Object => 5,
            FrameKind::As => 6,
            FrameKind::Alone => 7,
            FrameKind::Preposition(_) => 8,
            FrameKind::ObjectThen(_) => 9,
        };
        1 << number
    }
}

/// A frame with the act that it gives the cue, where that differs from the word's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) kind: FrameKind,
    pub(crate) act: Option<Act>,
}

/// One entry of the dictionary.
#[derive(Clone, Debug)]
pub(crate) struct CueEntry {
    pub(crate) lemma: String,
    /// A key for lemma and class together.
    pub(crate) id: u64,
    /// The keys of the words after the first, of a phrase such as "make clear".
    pub(crate) rest: Vec<u64>,
    /// The keys of the objects with which it says nothing ("claimed the *title*", "according to *plan*"), sorted.
    objects: Vec<u64>,
    pub(crate) class: CueClass,
    pub(crate) act: Act,
    pub(crate) frames: Vec<Frame>,
    /// The bits of their kinds.
    kinds: u16,
    pub(crate) strength: Strength,
    pub(crate) commitment: Commitment,
    pub(crate) force: Force,
}

impl CueEntry {
    /// The act in this frame.
    pub(crate) fn act_in(&self, kind: FrameKind) -> Act {
        let frame = self.frames.iter().find(|frame| frame.kind == kind);
        frame.and_then(|frame| frame.act).unwrap_or(self.act)
    }

    #[inline]
    pub(crate) fn has(&self, kind: FrameKind) -> bool {
        let worded = matches!(kind, FrameKind::Preposition(_) | FrameKind::ObjectThen(_));
        self.kinds & kind.bit() != 0
            && (!worded || self.frames.iter().any(|frame| frame.kind == kind))
    }

    /// Whether its passive subject is who speaks: "Poe is quoted as *saying*".
    pub(crate) fn relays(&self) -> bool {
        const SPEAKING: [u64; 2] = keys(["saying", "telling"]);
        self.rest.last().is_some_and(|word| SPEAKING.contains(word))
    }

    /// Whether the cue has other senses, which its object tells.
    #[inline]
    pub(crate) fn has_other_senses(&self) -> bool {
        !self.objects.is_empty()
    }

    /// Whether the cue has another sense with this word as its object.
    #[inline]
    pub(crate) fn means_other(&self, object: u64) -> bool {
        self.objects.binary_search(&object).is_ok()
    }

    /// Whether a frame has an object before its content, as "told *reporters* that" has.
    pub(crate) fn addresses(&self) -> bool {
        self.kinds & FrameKind::ObjectThen(0).bit() != 0
    }
}

/// The dictionary, by inflected form.
#[derive(Debug, Default)]
pub(crate) struct CueWords {
    pub(crate) entries: Vec<CueEntry>,
    /// The readings of every form: class and entry, longest phrase first.
    readings: Vec<(CueClass, u32)>,
    /// From each form of an entry's first word (as written for prepositions) to its run of `readings`.
    forms: KeyMap<Range<u32>>,
    /// From an inflected form of a later word of a phrase to its base form ("raised concerns").
    bases: KeyMap<u64>,
    /// The forms of verbs whose object does what follows, each chained to what links the two.
    object_control: KeyMap<()>,
    form_filter: KeyFilter,
    /// The first two words of prepositions, chained; of those of one word, the word.
    preposition_filter: KeyFilter,
    base_filter: KeyFilter,
}

const COLUMNS: [&str; 7] = ["lemma", "class", "act", "frames", "strength", "commitment", "force"];

impl CueWords {
    /// Whether an entry may begin with the word; mostly a sure no.
    pub(crate) fn may_start(&self, word: u64) -> bool {
        self.form_filter.may_hold(word)
    }

    /// Whether a preposition may begin with these two words, or be the first; mostly a sure no.
    pub(crate) fn may_be_preposition(&self, word: u64, next: u64) -> bool {
        let filter = &self.preposition_filter;
        filter.may_hold(chain(word, next)) || filter.may_hold(word)
    }

    /// The entries that begin with the word, each with its class, those with most words first.
    pub(crate) fn starting(&self, word: u64) -> &[(CueClass, u32)] {
        if !self.may_start(word) {
            return &[];
        }
        let run = self.forms.get(&word).cloned().unwrap_or_default();
        self.readings.get(run.start as usize..run.end as usize).unwrap_or_default()
    }

    /// The entries of this class that begin with the word, those with most words first.
    pub(crate) fn get(&self, word: u64, class: CueClass) -> impl Iterator<Item = u32> + '_ {
        CueWords::of_class(self.starting(word), class)
    }

    /// Whether an entry of this class and of this word alone is such.
    pub(crate) fn has(&self, word: u64, class: CueClass, fits: impl Fn(&CueEntry) -> bool) -> bool {
        let entries = self.get(word, class).filter_map(|it| self.entries.get(it as usize));
        entries.into_iter().any(|entry| entry.rest.is_empty() && fits(entry))
    }

    /// Those of the entries that are of this class.
    pub(crate) fn of_class(
        entries: &[(CueClass, u32)],
        class: CueClass,
    ) -> impl Iterator<Item = u32> {
        entries.iter().filter(move |(of, _)| *of == class).map(|(_, entry)| *entry)
    }

    /// Whether any entry begins with the word.
    pub(crate) fn starts(&self, word: u64) -> bool {
        !self.starting(word).is_empty()
    }

    /// The entry that a cue of these words most likely shows: phrases before single words, then by class, strength and
    /// place, as the main verb of a group stands last.
    pub(crate) fn main_entry(&self, words: &[u64]) -> Option<&CueEntry> {
        let holds = |entry: &CueEntry, at: usize| {
            let mut after = words.iter().skip(at + 1);
            entry.rest.iter().all(|base| after.any(|word| self.is_form(*word, *base)))
        };
        let candidates = words.iter().enumerate().flat_map(|(at, word)| {
            let entries = self.starting(*word).iter();
            entries.filter_map(move |(_, entry)| Some((at, self.entries.get(*entry as usize)?)))
        });
        candidates
            .filter(|(at, entry)| holds(entry, *at))
            .max_by_key(|(at, entry)| {
                (entry.rest.len(), std::cmp::Reverse(entry.class), entry.strength, *at)
            })
            .map(|(_, entry)| entry)
    }

    /// The entry of the preposition that says with "the … of" what these two words say with a possessive between: "in the view
    /// of" for "*in* Poe's *view*".
    pub(crate) fn standpoint(&self, preposition: u64, noun: u64) -> Option<u32> {
        const OF: u64 = key("of");
        const THE: u64 = key("the");
        if !self.may_be_preposition(preposition, THE) {
            return None;
        }
        let own = |number: &u32| {
            let rest = self.entries.get(*number as usize).map(|entry| entry.rest.as_slice());
            rest == Some(&[THE, noun, OF])
        };
        self.get(preposition, CueClass::Preposition).find(own)
    }

    /// Whether the word is `base` or one of its inflected forms.
    pub(crate) fn is_form(&self, word: u64, base: u64) -> bool {
        word == base || self.base_filter.may_hold(word) && self.bases.get(&word) == Some(&base)
    }

    /// Whether the object of this form of a verb does what follows it: an infinitive (`link` is then "to"), a participle ("ing"), or
    /// a participle behind the preposition `link`.
    pub(crate) fn controls_object(&self, verb: u64, link: u64) -> bool {
        self.object_control.contains_key(&chain(verb, link))
    }

    /// Whether this form of a verb blames or praises its object "for" something.
    pub(crate) fn blames(&self, verb: u64) -> bool {
        const FOR: u64 = key("for");
        let entries = self.get(verb, CueClass::Verb).filter_map(|it| self.entries.get(it as usize));
        let frames = |entry: &CueEntry| entry.has(FrameKind::ObjectThen(FOR));
        self.controls_object(verb, FOR) || entries.into_iter().any(frames)
    }

    /// The built-in dictionary and the caller's `(name, text)` pairs, whose entries are tried first.
    pub(crate) fn new(given: &[(String, String)]) -> Result<CueWords, Error> {
        let irregular = Irregular::read(include_str!("../../data/lexicon/irregular.tsv"))?;
        let mut words = CueWords::default();
        let mut forms = Vec::with_capacity(1 << 15);
        for (file, text) in given {
            let mut lines = KeyMap::default();
            words.add(file, text, &irregular, &mut forms, |row, entry| {
                let word = format!("{} {:?}", entry.class.name(), entry.lemma);
                match lines.insert(entry.id, row.line) {
                    Some(line) => {
                        Err(row
                            .error(format!("the {word} stands in line {line}; expected each once")))
                    }
                    None => Ok(()),
                }
            })?;
        }
        let built_in = include_str!("../../data/lexicon/cues.tsv");
        let own = words.entries.len();
        words.add("cues.tsv", built_in, &irregular, &mut forms, |_, _| Ok(()))?;
        words.entries.get_mut(own..).map_or(Ok(()), |own| read_objects(own, &irregular))?;
        words.finish(forms);
        words.read_object_control(&irregular)?;
        Ok(words)
    }

    fn read_object_control(&mut self, irregular: &Irregular) -> Result<(), Error> {
        let text = include_str!("../../data/lexicon/object_control.tsv");
        read_tsv("object_control.tsv", text, ["link", "verbs"], |_, [link, verbs]| {
            for verb in parts(verbs) {
                irregular.forms(verb, CueClass::Verb, |form| {
                    self.object_control.insert(chain(form, key_of(link)), ());
                });
            }
            Ok(())
        })
    }

    /// Reads entries and has each checked; the forms of its first word go to `forms`, with its number.
    fn add(
        &mut self,
        file: &str,
        text: &str,
        irregular: &Irregular,
        forms: &mut Vec<(u64, u32)>,
        mut check: impl FnMut(&Row, &CueEntry) -> Result<(), Error>,
    ) -> Result<(), Error> {
        read_tsv(file, text, COLUMNS, |row, cells| {
            let entry = parse_entry(row, cells)?;
            check(row, &entry)?;
            let number = self.entries.len() as u32;
            let mut words = entry.lemma.split(' ');
            let first = words.next().unwrap_or("");
            let own = forms.len();
            irregular.forms(first, entry.class, |form| {
                if !forms.iter().skip(own).any(|known| *known == (form, number)) {
                    forms.push((form, number));
                }
            });
            for word in words {
                self.bases.insert(plural(word), key_of(word));
            }
            self.entries.push(entry);
            Ok(())
        })
    }

    /// Fills the look-up tables, the longest phrases first.
    fn finish(&mut self, mut forms: Vec<(u64, u32)>) {
        let entries = &self.entries;
        let words = |entry: u32| entries.get(entry as usize).map_or(0, |entry| entry.rest.len());
        forms.sort_by_key(|(_, entry)| std::cmp::Reverse(words(*entry)));
        self.forms.reserve(forms.len());
        for (form, _) in &forms {
            self.forms.entry(*form).or_default().end += 1;
        }
        let mut start = 0;
        for run in self.forms.values_mut() {
            let len = std::mem::replace(run, start..start).end;
            start += len;
        }
        self.readings.resize(forms.len(), (CueClass::Verb, 0));
        self.form_filter = KeyFilter::with_room(forms.len());
        self.preposition_filter = KeyFilter::with_room(1 << 9);
        for (form, number) in forms {
            let run = self.forms.entry(form).or_default();
            let reading = self.readings.get_mut(run.end as usize);
            let (Some(entry), Some(reading)) = (entries.get(number as usize), reading) else {
                continue;
            };
            *reading = (entry.class, number);
            run.end += 1;
            self.form_filter.add(form);
            if entry.class == CueClass::Preposition {
                let begin = entry.rest.first().map_or(form, |next| chain(form, *next));
                self.preposition_filter.add(begin);
            }
        }
        self.base_filter = KeyFilter::with_room(self.bases.len() * 4);
        self.bases.keys().for_each(|base| self.base_filter.add(*base));
    }
}

/// Gives verbs and prepositions of the built-in entries the objects that show another sense.
fn read_objects(entries: &mut [CueEntry], irregular: &Irregular) -> Result<(), Error> {
    let text = include_str!("../../data/lexicon/other_senses.tsv");
    read_tsv("other_senses.tsv", text, ["lemma", "objects"], |row, [lemma, objects]| {
        let ids = [CueClass::Verb, CueClass::Preposition].map(|class| classed(lemma, class));
        let Some(entry) = entries.iter_mut().find(|entry| ids.contains(&entry.id)) else {
            return Err(row.error(format!("{lemma:?}; expected a verb or preposition of cues.tsv")));
        };
        for noun in parts(objects) {
            irregular.forms(noun, CueClass::Noun, |form| entry.objects.push(form));
        }
        entry.objects.sort_unstable();
        Ok(())
    })
}

fn parse_entry(row: &Row, cells: [&str; COLUMNS.len()]) -> Result<CueEntry, Error> {
    let [lemma, class, act, frames, strength, commitment, force] = cells;
    let lemma = single_spaced(row.required("lemma", lemma)?);
    let class =
        one_of(row, "class", class, &CueClass::NAMES, "verb, noun, adjective or preposition")?;
    let strength = one_of(row, "strength", strength, &STRENGTHS, "core, licensed or weak")?;
    let commitment = one_of(row, "commitment", commitment, &COMMITMENTS, "+, 0 or -")?;
    let force = one_of(row, "force", force, &FORCES, "1, 2 or 3")?;
    let listed = row.required("frames", frames)?.split(',').map(trim);
    let mut frames = Vec::with_capacity(4);
    for frame in listed.filter(|frame| !frame.is_empty()) {
        frames.push(parse_frame(row, frame)?);
    }
    if frames.is_empty() {
        return Err(row.error("frames of nothing but commas; expected one or more"));
    }
    let rest = match lemma.split_once(' ') {
        Some((_, rest)) => rest.split(' ').map(key_of).collect(),
        None => Vec::new(),
    };
    let id = classed(&lemma, class);
    let act = parse_act(row, act)?;
    let kinds = frames.iter().fold(0, |kinds, frame: &Frame| kinds | frame.kind.bit());
    let objects = Vec::new();
    Ok(CueEntry {
        lemma,
        id,
        rest,
        objects,
        class,
        act,
        frames,
        kinds,
        strength,
        commitment,
        force,
    })
}

/// The words with one space between each.
fn single_spaced(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(word);
    }
    text
}

const STRENGTHS: [(&str, Strength); 3] =
    [("core", Strength::Core), ("licensed", Strength::Licensed), ("weak", Strength::Weak)];
const COMMITMENTS: [(&str, Commitment); 4] = [
    ("+", Commitment::Presumed),
    ("0", Commitment::Open),
    ("", Commitment::Open),
    ("-", Commitment::Doubted),
];
const FORCES: [(&str, Force); 4] =
    [("1", Force::Mild), ("2", Force::Neutral), ("", Force::Neutral), ("3", Force::Strong)];

/// The value that a cell names.
fn one_of<T: Copy>(
    row: &Row,
    column: &str,
    cell: &str,
    values: &[(&str, T)],
    expected: &str,
) -> Result<T, Error> {
    let value = values.iter().find(|(name, _)| *name == cell).map(|(_, value)| *value);
    value.ok_or_else(|| row.error(format!("{column} {cell:?}; expected {expected}")))
}

fn parse_frame(row: &Row, frame: &str) -> Result<Frame, Error> {
    let (name, act) = match frame.split_once(':') {
        Some((name, act)) => (name, Some(parse_act(row, act)?)),
        None => (frame, None),
    };
    let kind = match name {
        "that" => FrameKind::That,
        "wh" => FrameKind::Wh,
        "quote" => FrameKind::Quote,
        "to" => FrameKind::To,
        "ing" => FrameKind::Ing,
        "np" => FrameKind::Object,
        "as" => FrameKind::As,
        "alone" => FrameKind::Alone,
        _ => match name.split_once('+') {
            Some(("", word)) if !word.is_empty() => FrameKind::Preposition(key(word)),
            Some(("np", word)) if !word.is_empty() => FrameKind::ObjectThen(key(word)),
            _ => return Err(row.error(format!("frame {name:?}; expected that, wh, quote, to, ing, np, as, alone, +PREPOSITION or np+WORD, with commas between several"))),
        },
    };
    Ok(Frame { kind, act })
}

fn parse_act(row: &Row, name: &str) -> Result<Act, Error> {
    name.parse().map_err(|unknown| row.error(format!("act {unknown}")))
}

/// The keys of irregular forms by base form and class.
struct Irregular {
    forms: KeyMap<Vec<u64>>,
}

/// A key for a word with its class.
fn classed(word: &str, class: CueClass) -> u64 {
    key_of(word).rotate_left(7) ^ class as u64
}

impl Irregular {
    fn read(text: &str) -> Result<Irregular, Error> {
        let mut forms: KeyMap<Vec<u64>> = KeyMap::default();
        read_tsv("irregular.tsv", text, ["form", "lemma", "tag"], |row, [form, lemma, tag]| {
            let class = match tag.as_bytes().first() {
                Some(b'V' | b'v') => CueClass::Verb,
                Some(b'N' | b'n') => CueClass::Noun,
                Some(_) => CueClass::Adjective,
                None => return Err(row.error("expected form, lemma and tag")),
            };
            forms.entry(classed(lemma, class)).or_default().push(key_of(form));
            Ok(())
        })?;
        Ok(Irregular { forms })
    }

    /// Calls `each` with the key of every form of a word. Where spelling leaves two possibilities (an end consonant doubled
    /// or not) both are given: the wrong one does not occur in texts.
    fn forms(&self, base: &str, class: CueClass, mut each: impl FnMut(u64)) {
        let whole = key_of(base);
        each(whole);
        self.forms.get(&classed(base, class)).into_iter().flatten().for_each(|form| each(*form));
        match class {
            CueClass::Verb => {
                let stem = base
                    .strip_suffix('e')
                    .filter(|stem| !stem.ends_with(['e', 'o', 'y']))
                    .unwrap_or(base);
                each(plural(base));
                each(match stem_in_y(base) {
                    Some(stem) => joined(stem, "ied"),
                    None if base.ends_with('e') => extend_key(whole, b'd'),
                    None => joined(base, "ed"),
                });
                each(joined(stem, "ing"));
                if let Some(last) = base.bytes().last().filter(|last| b"bdgklmnprtv".contains(last))
                {
                    let doubled = extend_key(whole, last);
                    each(b"ed".iter().fold(doubled, |key, byte| extend_key(key, *byte)));
                    each(b"ing".iter().fold(doubled, |key, byte| extend_key(key, *byte)));
                }
                if let Some(stem) = base.strip_suffix("ie") {
                    each(joined(stem, "ying"));
                }
            }
            CueClass::Noun => each(plural(base)),
            CueClass::Adjective | CueClass::Preposition => {}
        }
    }
}

/// The key of a stem with an ending.
fn joined(stem: &str, ending: &str) -> u64 {
    ending.bytes().fold(key_of(stem), extend_key)
}

/// The word without the "y" that turns into "i".
fn stem_in_y(base: &str) -> Option<&str> {
    base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// The key of the form in -s of a noun or verb.
fn plural(base: &str) -> u64 {
    match stem_in_y(base) {
        Some(stem) => joined(stem, "ies"),
        None if base.ends_with(['s', 'x', 'z'])
            || base.ends_with("ch")
            || base.ends_with("sh")
            || base == "go" =>
        {
            joined(base, "es")
        }
        None => joined(base, "s"),
    }
}
