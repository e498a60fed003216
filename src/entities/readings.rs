//! How an article's chunks are cut into names: every chunk by itself, then those of which the article's other names say
//! something with what these say.

use super::chunks::{Case, Chunk, POSSESSIVE, find_chunks};
use super::features::{EDGE, LONGEST_NAME, Listed, Reader, Sheet, Word, listed};
use super::firm;
use super::gazetteer::{Gazetteer, Mark};
use super::memory::Memory;
use super::segment::{
    CERTAIN, Columns, IMPOSSIBLE, Label, NameModel, Segment, TYPES, forbid, insist,
};
use crate::document::{Tables, Token};
use crate::key::KeySet;
use crate::lexicon::{Lexicon, class};
use crate::span::Run;

/// The readings of an article's chunks, and the memory to make them, kept from article to article.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    chunks: Vec<Chunk>,
    /// What the gazetteer has at each word of every chunk, end to end.
    listed: Vec<Listed>,
    /// The scores of the stretches of every chunk, end to end.
    scores: Vec<[i32; TYPES]>,
    /// Where each chunk's scores end.
    ends: Vec<u32>,
    /// The cuts of all chunks, end to end; a segment that begins at 0 begins the next chunk.
    segments: Vec<Segment>,
    /// The same, each chunk read by itself.
    alone: Vec<Segment>,
    memory: Memory,
    sheet: Sheet,
    columns: Vec<Columns>,
    cut: Vec<Segment>,
    known: KnownWords,
}

/// A stretch of a chunk as it was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) run: Run,
    pub(crate) label: Label,
    /// What the gazetteer has for these words, as bits of `listed`.
    pub(crate) listed: u16,
}

impl Readings {
    /// Cuts every chunk.
    pub(crate) fn read(&mut self, reader: &Reader, model: &NameModel) {
        self.forget();
        self.memory.clear(reader.tables.spread);
        self.known.serve(reader.gazetteer, model);
        find_chunks(reader.text, reader.tables, &mut self.chunks);
        for at in 0..self.chunks.len() {
            self.read_alone(self.chunks[at], reader, model);
        }
        self.read_again(reader, model);
    }

    /// Forgets the readings and gives back what a long article took for them; the later stages need room too.
    pub(crate) fn forget(&mut self) {
        /// Entries that are kept: no article of a usual length has more.
        const KEPT: usize = 1 << 13;
        fn empty<T>(table: &mut Vec<T>) {
            table.clear();
            table.shrink_to(KEPT);
        }
        empty(&mut self.chunks);
        empty(&mut self.listed);
        empty(&mut self.scores);
        empty(&mut self.ends);
        empty(&mut self.segments);
        empty(&mut self.alone);
    }

    fn read_alone(&mut self, chunk: Chunk, reader: &Reader, model: &NameModel) {
        let Readings { sheet, columns, known, .. } = self;
        columns.clear();
        reader.read(chunk, sheet, |at, case, words| {
            known.describe(reader, model, at, case, words, columns)
        });
        let from = self.scores.len();
        model.score(&self.sheet, &self.columns, &mut self.scores);
        let scores = self.scores.get_mut(from..).unwrap_or_default();
        forbid(&self.sheet, scores);
        insist(&self.sheet, &self.sheet.certain, scores);
        model.best(chunk.run.len(), scores, |_| true, &mut self.cut);
        if let [word, ..] = words(reader.tables, chunk)
            && is_firm(reader, &self.sheet, chunk)
        {
            self.memory.add_firm(word);
            // What shares are in is no place.
            if let [Segment { end: 1, label, .. }, ..] = self.cut.as_mut_slice()
                && *label == Label::Place
            {
                *label = Label::Organisation;
            }
        }
        // Headlines say too little about capitals to be believed.
        if chunk.case == Case::Plain {
            self.memory.add(reader.text, words(reader.tables, chunk), &self.cut);
        }
        self.alone.extend_from_slice(&self.cut);
        self.listed.extend_from_slice(&self.sheet.listed);
        self.ends.push(self.scores.len() as u32);
    }

    fn read_again(&mut self, reader: &Reader, model: &NameModel) {
        let Readings { chunks, scores, ends, segments, alone, memory, cut, listed, .. } = self;
        let (mut rest, mut from) = (alone.as_slice(), 0);
        let mut listed = listed.as_slice();
        for (chunk, end) in chunks.iter().zip(ends) {
            let (own, others) = rest.split_at(own_len(rest));
            rest = others;
            let to = *end as usize;
            let scores = scores.get_mut(std::mem::replace(&mut from, to)..to).unwrap_or_default();
            let (plain, words) = (chunk.case == Case::Plain, words(reader.tables, *chunk));
            let (kinds, others) = listed.split_at(words.len());
            listed = others;
            if plain {
                memory.remove(reader.text, words, own);
            }
            if memory.knows(words) {
                model.recall(words, plain, memory, scores);
                if plain {
                    insist_on_sure(reader, memory, words, kinds, scores);
                }
                model.best(words.len(), scores, |_| true, cut);
                segments.extend_from_slice(cut);
            } else {
                segments.extend_from_slice(own);
            }
            if plain {
                memory.add(reader.text, words, own);
            }
        }
    }

    /// The stretches of all chunks in text order, with their labels.
    pub(crate) fn names(&self, tables: &Tables, lexicon: &Lexicon) -> impl Iterator<Item = Named> {
        let mut chunks = self.chunks.iter();
        let (mut run, mut plain, mut next) = (Run::new(0, 0), false, 0);
        self.segments.iter().map(move |&Segment { start, end, label }| {
            if start == 0
                && let Some(chunk) = chunks.next()
            {
                (run, plain) = (chunk.run, chunk.case == Case::Plain);
            }
            let kinds = self.listed.get(next).and_then(|kinds| kinds.get(end - start - 1));
            next += end - start;
            let listed = kinds.copied().unwrap_or(0);
            let run = Run::new(run.first() + start, run.first() + end);
            let known =
                (label == Label::Out && plain).then(|| known_name(tables, lexicon, run, listed));
            Named { run, label: known.flatten().unwrap_or(label), listed }
        })
    }
}

/// What joins a name to a day or a place that is no part of it: "Harlund *on* Monday", "Harlund *in* Ohio".
const WHERE: KeySet<3> = KeySet::new(["on", "in", "at"]);

/// Whether the first word of a chunk stands where firms do or is like one's name, and no list has it.
fn is_firm(reader: &Reader, sheet: &Sheet, chunk: Chunk) -> bool {
    let Some([word, rest @ ..]) = reader.tables.tokens.get(chunk.run.range()) else { return false };
    let at = chunk.run.first();
    let apart = |next: &Token| next.key == POSSESSIVE || WHERE.holds(next.key);
    let like = || {
        (rest.first().is_none_or(apart) || sheet.ends_in_title(2))
            && !reader.is_told(word.key)
            && firm::is_like_firm(reader.text, reader.tables, reader.lexicon, at)
    };
    let beside = || {
        (rest.is_empty() || sheet.ends_in_title(2))
            && firm::is_firm(reader.tables, reader.lexicon, at)
    };
    let unlisted = matches!(sheet.listed.first(), Some([0, ..]));
    unlisted && chunk.case == Case::Plain && (beside() || like())
}

/// Makes sure of the first and the last word of a chunk, if it is in no list, stands apart, as in "Japan's Harlund", "Harlund's
/// Ann Poe" and "Harlund on Monday", and is sure to be a name of some type.
fn insist_on_sure(
    reader: &Reader,
    memory: &Memory,
    words: &[Token],
    kinds: &[Listed],
    scores: &mut [[i32; TYPES]],
) {
    let width = words.len().min(LONGEST_NAME);
    let owns = |at: usize| words.get(at).is_some_and(|it| it.key == POSSESSIVE);
    let compound = |at: usize| {
        let word = words.get(at).map(|it| it.span().of(reader.text));
        word.is_some_and(|it| firm::is_compound(reader.lexicon, it))
    };
    let stands_at =
        |at: usize| words.get(at).is_some_and(|it| WHERE.holds(it.key)) && compound(at - 1);
    let Some(last) = words.len().checked_sub(1) else { return };
    for at in [0, last].into_iter().take(words.len()) {
        let apart = if at == last { at == 0 || owns(at - 1) } else { owns(1) || stands_at(1) };
        if apart
            && matches!(kinds.get(at), Some([0, ..]))
            && let Some(label) = sure_label(reader, memory, &words[at])
            // "Marlow's Limited" may have its name from a person.
            && (at == last || label == Label::Organisation)
            && let Some(scores) = scores.get_mut(at * width).filter(|it| it[0] > IMPOSSIBLE)
        {
            scores[label as usize - 1] += CERTAIN;
        }
    }
}

/// What a word in no list that stands alone is by the article's other names: "Greenmantle" where it names Greenmantle Energy.
fn sure_label(reader: &Reader, memory: &Memory, word: &Token) -> Option<Label> {
    const MEANS: u32 = !(class::GIVEN | class::SURNAME | class::FEMALE | class::MALE);
    let inside = !word.has(Token::SENTENCE | Token::BLOCK);
    // "Islamic extremists", though the article names the Islamic State
    let noun = !word.tag.is_adjective();
    let names = word.has(Token::CAPITAL) && (word.tag.is_name() || inside && noun);
    let label = memory.label(word).filter(|_| names)?;
    (reader.lexicon.names.class(word.key) & MEANS == 0).then_some(label)
}

/// How many segments the first chunk has.
fn own_len(segments: &[Segment]) -> usize {
    let others = segments.iter().skip(1).position(|segment| segment.start == 0);
    others.map_or(segments.len(), |at| at + 1)
}

fn words(tables: &Tables, chunk: Chunk) -> &[Token] {
    tables.tokens.get(chunk.run.range()).unwrap_or(&[])
}

/// What a word is by the lists alone, whatever the weights say: "US" and "NATO" in capitals are no ordinary words, "Kremlin"
/// and "Rovers" have no other meaning.
fn known_name(tables: &Tables, lexicon: &Lexicon, run: Run, listed: u16) -> Option<Label> {
    let token = tables.tokens.get(run.first()).filter(|token| token.has(Token::CAPITAL))?;
    let places = listed::COUNTRY | listed::CITY | listed::ORGANISATION | listed::ALIAS;
    let acts = listed & !places == listed::METONYM;
    match listed & !listed::ALIAS {
        _ if acts && token.tag.is_name() => Some(Label::Place),
        listed::COUNTRY if token.has(Token::ALL_CAPS) || token.tag.is_name() => Some(Label::Place),
        listed::ORGANISATION if token.has(Token::ALL_CAPS) && listed & listed::ALIAS != 0 => {
            Some(Label::Organisation)
        }
        // "wrote on Instagram"
        listed::ORGANISATION
            if token.tag.is_name()
                && !token.has(Token::SENTENCE | Token::BLOCK | Token::ALL_CAPS)
                && lexicon.names.class(token.key) == 0
                && !tables.tokens.get(run.after()).is_some_and(|it| it.has(Token::CAPITAL)) =>
        {
            Some(Label::Organisation)
        }
        0 if token.tag.is_noun() && lexicon.names.class(token.key) & class::TEAM != 0 => {
            Some(Label::Organisation)
        }
        _ => None,
    }
}

/// Words with what they add to names, so that a word that stands again need not be described again. A word takes the place
/// of another that fell on the same slot before; what is found does not depend on what is kept.
#[derive(Debug, Default)]
struct KnownWords {
    slots: Vec<KnownWord>,
    /// The gazetteer that the words were described by.
    gazetteer: Option<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct KnownWord {
    identity: u64,
    word: Word,
    columns: Columns,
}

/// A power of two.
const SLOTS: usize = 1 << 11;
const NOTHING: KnownWord = KnownWord { identity: 0, word: EDGE, columns: [0; 32] };
/// The identity of what stands where a block begins or ends.
const EDGE_IDENTITY: u64 = 1;

impl KnownWords {
    /// Forgets the words if another gazetteer described them.
    fn serve(&mut self, gazetteer: &Gazetteer, model: &NameModel) {
        if self.gazetteer.as_ref() != Some(gazetteer.mark()) {
            self.gazetteer = Some(gazetteer.mark().clone());
            self.slots.clear();
            self.slots.resize(SLOTS, NOTHING);
            let columns = model.columns(&EDGE);
            self.slots[EDGE_IDENTITY as usize] =
                KnownWord { identity: EDGE_IDENTITY, word: EDGE, columns };
        }
    }

    fn describe(
        &mut self,
        reader: &Reader,
        model: &NameModel,
        at: Option<usize>,
        case: Case,
        words: &mut Vec<Word>,
        columns: &mut Vec<Columns>,
    ) {
        let identity = at.map_or(EDGE_IDENTITY, |at| reader.identity(at, case));
        let Some(slot) = self.slots.get_mut(identity as usize % SLOTS) else { return };
        if slot.identity != identity {
            let word = at.map_or(EDGE, |at| reader.word(at, case));
            *slot = KnownWord { identity, word, columns: model.columns(&word) };
        }
        words.push(slot.word);
        columns.push(slot.columns);
    }
}
