//! Whose verb is it? The subject of every verb group of a unit, read off its phrases in one pass from left to right.
//!
//! This is a parser of clauses and nothing below them: a stack holds the clauses that are open, each with its subject and
//! whether its verb has come, and every phrase opens a clause, closes some, or takes its place in the one on top. Where two
//! readings are left ("urged *the mayor* to say"), both subjects are noted; the weights choose.

use super::cells::{Cell, UnitFacts};
use crate::document::{CueCandidate, CueKind, EntityType, Kind, PhraseKind, Tables, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{BE, CueEntry, CueWords, DEPICTS, FrameKind, Strength, WRITES};
use crate::span::Run;

/// How the subject of a verb was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum How {
    /// It has none here.
    #[default]
    Nowhere,
    /// It stands right before the verb.
    Beside,
    /// A clause or an apposition stands between: "*The mayor*, who was ill, said".
    Apart,
    /// The verb is joined to another by "and" or "but": "*The mayor* left and said".
    Joined,
    /// It is a relative pronoun: "the mayor *who* said".
    Relative,
    /// A participle behind a comma: "*The mayor* left, saying".
    Trailing,
    /// A participle behind a preposition: "*The mayor* left after saying".
    Gerund,
    /// A participle behind a noun: "a note *from the mayor* saying".
    Noun,
    /// An infinitive behind an object: "took *the mayor* to see".
    Object,
    /// Any other infinitive: "*The mayor* is to say".
    Infinitive,
    /// A verb whose subject the verb before it makes of its object: "urged *the mayor* to say", "blamed *him* for saying".
    Controlled,
}

/// The subject of a verb group: where its noun phrase begins, in tokens from the beginning of the unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) how: How,
    pub(crate) first: Option<u16>,
    /// The other reading.
    pub(crate) second: Option<u16>,
    /// The verb before it, whose object or clause it may be.
    pub(crate) governor: Option<u16>,
}

/// Which of the two readings of a verb's subject a noun phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Role {
    Neither,
    Second,
    First,
}

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// The sentence, or a semicolon.
    Sentence,
    /// A relative or question word, or a subject right behind a noun: "the bill *he* wrote".
    Relative,
    /// "that", "because", or a subject right behind a verb: "said *the bill* failed".
    Complement,
    /// "after", "as": no clause where no verb comes.
    Preposition,
    /// A noun phrase behind a comma and "and": the same.
    Coordinate,
    /// A dash, a bracket, or the beginning of a quotation.
    Aside,
}

#[derive(Clone, Copy, Debug)]
struct Clause {
    opener: Opener,
    /// The quotation of speech that it is in.
    speech: u32,
    /// Whether a comma stands before it.
    set_off: bool,
    subject: Option<u16>,
    /// Whether "because" opens it.
    reason: bool,
    /// Whether its finite verb has come.
    verb: bool,
    /// The noun phrase that follows its last verb, and that verb.
    object: Option<u16>,
    governor: Option<u16>,
    /// The last noun phrase before it.
    before: Last,
}

/// The last noun phrase.
#[derive(Clone, Copy, Debug, Default)]
struct Last {
    /// Where it begins, or the noun phrase that it hangs on: "*the mayor* of the city".
    phrase: Option<u16>,
    /// The token after it.
    end: usize,
    /// Whether a comma stands before it.
    set_off: bool,
    /// Whether "and" or "or" does.
    listed: bool,
    /// Whether a time stands between it and its end.
    timed: bool,
}

/// So many clauses are open at most: where more open, the last is given up.
const DEEPEST: usize = 12;

/// Words behind which a clause stands.
const SUBORDINATORS: KeySet<10> = KeySet::new([
    "that", "whether", "if", "because", "although", "though", "while", "unless", "whereas", "once",
]);
/// Words behind which a clause or a noun phrase stands.
const PREPOSITIONS: KeySet<6> = KeySet::new(["after", "before", "since", "as", "until", "than"]);

/// Words that may stand behind the subject that they count: "Poe and Marsk *both* said".
pub(crate) const FLOATING: KeySet<3> = KeySet::new(["both", "all", "each"]);

/// Reads the subjects of a unit.
struct Parser<'a> {
    cells: &'a [Cell],
    words: &'a CueWords,
    /// The main words of the verbs that the dictionary has, in text order, with their entries.
    known: Vec<(u16, &'a CueEntry)>,
    clauses: Vec<Clause>,
    /// Where the last two phrases end that are no quotation mark and no adverb, nearest first: their last tokens.
    before: [usize; 2],
    last: Last,
    /// Whether a name goes on behind its comma: "the Ministry of Food, *Fisheries and Ports*".
    listed: bool,
    /// Verb groups before the subject of their clause: "*Citing* the weather, the mayor".
    waiting: Vec<usize>,
    /// How many tokens at the beginning tell the time by the clock.
    stamp: usize,
    /// The last participle and the last infinitive of the sentence.
    participle: Option<Subject>,
    infinitive: Option<Subject>,
    /// The subject of each verb group, at its first token.
    subjects: &'a mut [Subject],
}

impl UnitFacts {
    /// Reads the subjects of all verb groups of the unit; [`UnitFacts::read`] comes before.
    pub(crate) fn find_subjects(
        &mut self,
        tables: &Tables,
        words: &CueWords,
        unit: Run,
        cues: &[CueCandidate],
    ) {
        let phrases = tables.phrase_of.get(unit.range()).unwrap_or_default();
        let (Some(first), Some(last)) = (phrases.first(), phrases.last()) else { return };
        let known = |cue: &CueCandidate| {
            let entry = cue.entry.filter(|_| cue.kind == CueKind::Verb)?;
            Some(((cue.head - unit.start) as u16, &words.entries[entry as usize]))
        };
        self.subjects.clear();
        self.subjects.resize(self.cells.len(), Subject::default());
        let mut parser = Parser {
            cells: &self.cells,
            words,
            known: cues.iter().filter_map(known).collect(),
            clauses: Vec::new(),
            before: [usize::MAX; 2],
            last: Last::default(),
            listed: false,
            waiting: Vec::new(),
            stamp: self.stamp,
            participle: None,
            infinitive: None,
            subjects: &mut self.subjects,
        };
        for phrase in &tables.phrases[*first as usize..=*last as usize] {
            let start = phrase.tokens.start.max(unit.start);
            if tables.tokens[start as usize].has(Token::SENTENCE) {
                parser.begin(0);
            }
            let end = phrase.tokens.end.min(unit.end) - unit.start;
            parser.read(phrase.kind, (start - unit.start) as usize, end as usize);
        }
    }
}

impl Parser<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.cells.get(at).map_or(Tag::PUNCT, |cell| cell.tag)
    }

    fn kind(&self, at: usize) -> Kind {
        self.cells.get(at).map_or(Kind::Stop, |cell| cell.kind)
    }

    fn key(&self, at: usize) -> u64 {
        self.cells.get(at).map_or(1, |cell| cell.key)
    }

    fn top(&mut self) -> &mut Clause {
        if self.clauses.is_empty() {
            self.open(Opener::Sentence, 0, false);
        }
        let last = self.clauses.len() - 1;
        &mut self.clauses[last]
    }

    /// The subject of the clause that holds the one on top.
    fn below(&self) -> Option<u16> {
        self.clauses.iter().rev().nth(1).and_then(|clause| clause.subject)
    }

    fn open(&mut self, opener: Opener, speech: u32, set_off: bool) {
        if self.clauses.len() >= DEEPEST {
            self.clauses.pop();
        }
        self.clauses.push(Clause {
            opener,
            speech,
            set_off,
            subject: None,
            reason: false,
            verb: false,
            object: None,
            governor: None,
            before: self.last,
        });
    }

    /// Closes the clause on top, but never the last; whether it did.
    fn close(&mut self) -> bool {
        let may = self.clauses.len() > 1;
        if may {
            self.clauses.pop();
        }
        may
    }

    /// Whether a clause below the top has a subject that waits for its verb.
    fn waits_below(&self) -> bool {
        let below = self.clauses.len().saturating_sub(1);
        self.clauses[..below].iter().any(|clause| !clause.verb && clause.subject.is_some())
    }

    fn read(&mut self, kind: PhraseKind, at: usize, end: usize) {
        let cell = self.cells[at];
        self.enter(cell.speech);
        self.listed = cell.is(Cell::JOINED) && (cell.kind == Kind::Comma || self.listed);
        match kind {
            _ if self.listed => self.last.end = end,
            PhraseKind::Noun => self.noun(at, end),
            PhraseKind::Verb => self.verb(at, end),
            PhraseKind::Other => self.word(at, cell),
        }
        if !(cell.kind == Kind::Double || cell.tag.is_adverb()) {
            self.before = [end - 1, self.before[0]];
        }
    }

    /// A sentence begins: nothing stays open.
    fn begin(&mut self, speech: u32) {
        self.clauses.clear();
        self.waiting.clear();
        self.last = Last::default();
        (self.participle, self.infinitive) = (None, None);
        self.open(Opener::Sentence, speech, false);
    }

    /// A quotation begins or ends.
    fn enter(&mut self, speech: u32) {
        if self.top().speech == speech {
            return;
        }
        match self.clauses.iter().rposition(|clause| clause.speech == speech) {
            Some(back) => {
                self.clauses.truncate(back + 1);
                self.drop_empty(); // "that “nobody would be spared,” *he said*"
            }
            None => self.open(Opener::Aside, speech, true),
        }
    }

    fn word(&mut self, at: usize, cell: Cell) {
        let set_off = self.kind(self.before[0]) == Kind::Comma;
        match (cell.tag, cell.kind) {
            (Tag::WP | Tag::WDT, _) => {
                self.open(Opener::Relative, cell.speech, set_off);
                self.top().subject = Some(at as u16);
            }
            (Tag::WRB, _) => self.open(Opener::Relative, cell.speech, set_off),
            (Tag::IN, _) if SUBORDINATORS.holds(cell.key) => {
                self.open(Opener::Complement, cell.speech, set_off);
                self.top().reason = cell.key == key("because") && !set_off;
            }
            (Tag::IN, _) if PREPOSITIONS.holds(cell.key) && !self.names(cell.key) => {
                self.open(Opener::Preposition, cell.speech, set_off);
            }
            (_, Kind::Comma) => self.drop_prepositions(),
            (_, Kind::Semicolon | Kind::Colon) => self.part(cell),
            (_, Kind::Open) => self.open(Opener::Aside, cell.speech, false),
            (_, Kind::Close) => {
                self.end_aside(at);
            }
            (_, Kind::Dash) if !self.end_aside(at) => {
                self.open(Opener::Aside, cell.speech, false);
            }
            _ => {}
        }
    }

    /// Whether the preposition only stands before what somebody is called: "A man identified *as* Poe said".
    fn names(&self, word: u64) -> bool {
        const CALLED: KeySet<5> =
            KeySet::new(["identified", "known", "described", "introduced", "name"]);
        let before = self.before[0];
        let told = matches!(self.tag(before), Tag::VBN | Tag::NN);
        word == key("as") && told && CALLED.holds(self.key(before))
    }

    /// A semicolon or colon: another sentence, but in brackets only another part of what they hold, "Marsk Foods (NYSE: *MRSK*)
    /// said".
    fn part(&mut self, cell: Cell) {
        let aside = self.last_aside().filter(|_| cell.is(Cell::BRACKETED));
        match aside {
            Some(place) => {
                self.clauses.truncate(place + 1);
                let aside = self.top();
                (aside.subject, aside.object, aside.governor) = (None, None, None);
                aside.verb = false;
                self.last = Last::default();
            }
            None => self.begin(cell.speech),
        }
    }

    /// The place of the last aside of the quotation on top, if one is open.
    fn last_aside(&mut self) -> Option<usize> {
        let speech = self.top().speech;
        let aside = |clause: &Clause| clause.opener == Opener::Aside && clause.speech == speech;
        self.clauses.iter().rposition(aside).filter(|place| *place > 0)
    }

    /// Closes the last aside and all in it, if there is one; it ends with token `at`.
    fn end_aside(&mut self, at: usize) -> bool {
        let found = self.last_aside();
        if let Some(place) = found {
            self.last = Last { end: at + 1, ..self.clauses[place].before };
            self.clauses.truncate(place);
        }
        found.is_some()
    }

    /// Closes the prepositions on top: no verb made them conjunctions.
    fn drop_prepositions(&mut self) {
        let open = |clause: &Clause| clause.opener == Opener::Preposition && !clause.verb;
        while self.clauses.last().is_some_and(open) && self.close() {}
    }

    /// Closes the clauses on top that have nothing but their conjunction.
    fn drop_empty(&mut self) {
        let empty = |clause: &Clause| {
            matches!(clause.opener, Opener::Complement | Opener::Preposition)
                && clause.subject.is_none()
                && !clause.verb
        };
        while self.clauses.last().is_some_and(empty) && self.close() {}
    }

    fn noun(&mut self, at: usize, end: usize) {
        let before = self.before[0];
        let stamped = at == 0 && self.stamp < end;
        let at = if stamped { self.stamp } else { at };
        // "Superintendent (city) *Ann Poe*": a bracket keeps no phrases apart that belong together.
        let beside = before.wrapping_add(1) == at
            && self.last.end == at
            && self.last.phrase.is_some()
            && self.kind(before) != Kind::Close;
        let floats = FLOATING.holds(self.key(at)) && (beside || self.tag(end).is_verb());
        if floats || self.cells[at].mention == Some(EntityType::Time) {
            if !self.is_closed() {
                self.last.end = end;
                self.last.timed = true;
            }
            return;
        }
        let at = if self.is_adrift(end, before) { self.name_in(at, end) } else { at };
        self.take_noun(at, end, before, beside);
        let set_off = self.kind(before) == Kind::Comma;
        let hangs = self.key(before) == key("of") && self.last.end == before;
        self.last = match self.last.phrase {
            Some(_) if hangs => Last { end, ..self.last },
            _ => {
                let listed = self.tag(before) == Tag::CC;
                Last { phrase: Some(at as u16), end, set_off, listed, timed: false }
            }
        };
    }

    /// Whether a comma closes what the last noun phrase tells of the subject, and only a time stands behind it: "Harlund, a firm
    /// from Marsk, *on Monday* said".
    fn is_closed(&mut self) -> bool {
        let comma = |at: usize| self.kind(at) == Kind::Comma;
        let behind = match self.tag(self.before[0]) {
            Tag::IN => comma(self.before[1]),
            _ => comma(self.before[0]),
        };
        let told = self.last.phrase;
        behind && self.last.set_off && told.is_some() && {
            let top = self.top();
            !top.verb && top.subject.is_some() && top.subject != told
        }
    }

    /// Whether a noun phrase hangs on a preposition, and still a verb follows that has no other subject: "In a statement *Poe*
    /// said".
    fn is_adrift(&mut self, end: usize, before: usize) -> bool {
        let open = !self.top().verb && self.top().subject.is_none();
        open && matches!(self.tag(before), Tag::IN | Tag::TO) && self.is_subject(end)
    }

    /// Where the name begins that ends the phrase; at `at` where all of it is one, or none.
    fn name_in(&self, at: usize, end: usize) -> usize {
        let named = self.cells[end - 1].mention.is_some_and(|kind| kind != EntityType::Time);
        let joined = |place: &usize| self.cells[*place].is(Cell::JOINED);
        let name = (at..end).rev().find(|place| !joined(place)).filter(|_| named);
        name.unwrap_or(at)
    }

    /// Gives a noun phrase its part in the clause on top; `beside` tells whether another stands right before it.
    fn take_noun(&mut self, at: usize, end: usize, before: usize, beside: bool) {
        let here = Some(at as u16);
        let (tag, word) = (self.tag(before), self.key(before));
        let set_off = self.kind(before) == Kind::Comma;
        let conjunction = SUBORDINATORS.holds(word) || PREPOSITIONS.holds(word);
        let speech = self.cells[at].speech;
        if self.tag(at) == Tag::WPS {
            self.open(Opener::Relative, speech, set_off);
            self.top().subject = here;
        } else if matches!(tag, Tag::WP | Tag::WDT | Tag::WRB) {
            self.top().subject = here; // "the vote that *the mayor* lost"
        } else if matches!(tag, Tag::IN | Tag::TO | Tag::POS) && !conjunction && before + 1 == at {
            // It hangs on what stands before.
        } else if beside && self.is_subject(end) {
            self.open(Opener::Relative, speech, false);
            self.top().subject = here; // "a charge *the mayor* rejected"
        } else if !self.top().verb {
            if self.top().subject.is_none() && (self.waiting.is_empty() || set_off) {
                self.top().subject = here;
            }
        } else if tag == Tag::CC && self.resumes_subject() {
            self.close(); // "*The mayor*, who left, and her deputy, who stayed, said"
        } else if tag == Tag::CC && self.kind(self.before[1]) == Kind::Comma {
            self.open(Opener::Coordinate, speech, true);
            self.top().subject = here; // "It rained, and *the mayor*, …, said"
        } else {
            let top = self.top();
            top.subject = top.subject.or(here); // "said *the mayor*, adding"
            if tag != Tag::CC && !set_off {
                top.object = here;
            }
        }
    }

    /// Whether a comma ended the clause on top, which is set off and tells of a subject that waits for its verb.
    fn resumes_subject(&mut self) -> bool {
        let top = *self.top();
        let told = top.opener == Opener::Relative && top.set_off && top.verb;
        told && self.kind(self.before[1]) == Kind::Comma && self.waits_below()
    }

    /// Whether a finite verb stands at `end`, perhaps behind an adverb or two.
    fn is_subject(&self, end: usize) -> bool {
        let verb = (end..end + 3).find(|at| !self.tag(*at).is_adverb());
        verb.is_some_and(|at| self.tag(at).is_finite())
    }

    fn verb(&mut self, at: usize, end: usize) {
        let before = self.before[0];
        let beside = self.last.phrase.filter(|_| before.wrapping_add(1) == self.last.end);
        let joined = self.tag(before) == Tag::CC;
        if joined || !self.tag(at).is_finite() {
            self.drop_coordinate();
        }
        let noun = beside.filter(|_| !self.last.timed);
        let parted = self.of_parted(at);
        let subject = match self.tag(at) {
            _ if parted.is_some() => parted.unwrap_or_default(),
            tag if tag.is_finite() => self.finite(end - 1, before, beside),
            Tag::VBG => self.of_participle(before, noun),
            Tag::VBN if self.is_past(before, end) => self.finite(end - 1, before, beside),
            Tag::VBN => self.of_past_participle(noun),
            _ => self.of_infinitive(before, noun),
        };
        match self.tag(at) {
            Tag::VBG => self.participle = Some(subject),
            Tag::TO | Tag::VB => self.infinitive = Some(subject),
            _ => {}
        }
        let top = self.top();
        if subject.first.is_none() && top.opener == Opener::Sentence && !top.verb {
            self.waiting.push(at);
        }
        self.subjects[at] = subject;
        let top = self.top();
        top.governor = Some((end - 1) as u16);
        top.object = None;
    }

    /// The subject of a participle that a preposition and its noun part from "had": "*The mayor* had in fact said".
    fn of_parted(&self, at: usize) -> Option<Subject> {
        /// How many tokens stand between at most.
        const BETWEEN: usize = 5;
        const HAVE: KeySet<3> = KeySet::new(["have", "has", "had"]);
        if !matches!(self.tag(at), Tag::VBN | Tag::VBD) {
            return None;
        }
        let inside = |at: &usize| {
            let tag = self.tag(*at);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::PRPS | Tag::CD)
        };
        let words = (at.saturating_sub(BETWEEN)..at).rev().take_while(inside).count();
        let have = (at - words).checked_sub(2).filter(|_| words > 0)?;
        let group = have - usize::from(have > 0 && self.tag(have - 1) == Tag::MD);
        let parted = self.tag(have + 1) == Tag::IN && HAVE.holds(self.key(have));
        Some(self.subjects[group]).filter(|it| parted && it.first.is_some())
    }

    /// Closes the noun phrase behind "and" on top: it was one of a list.
    fn drop_coordinate(&mut self) {
        let top = *self.top();
        if top.opener == Opener::Coordinate && !top.verb {
            self.close();
        }
    }

    /// The subject of a finite verb, whose clause it completes.
    fn finite(&mut self, main: usize, before: usize, beside: Option<u16>) -> Subject {
        let joined = self.tag(before) == Tag::CC;
        let stop = joined && matches!(self.kind(self.before[1]), Kind::Comma | Kind::Dash);
        if let Some(teller) = beside.filter(|_| self.is_aside(main)) {
            let Clause { subject: second, governor, .. } = *self.top();
            return Subject { how: How::Beside, first: Some(teller), second, governor };
        }
        // "who said *they* had supported Poe, a sailor, now *say*"
        let mut told_of = false;
        loop {
            let top = *self.top();
            let governor = top.governor;
            let empty = top.opener == Opener::Preposition && !top.verb && beside.is_none();
            if empty && self.close() {
                continue;
            }
            if !top.verb {
                return self.first_verb(top, beside);
            }
            if joined && !(stop && self.clauses.len() > 1 && top.opener != Opener::Aside) {
                return self.joined(main, top);
            }
            // "A man who saw the crash *said*", but "who said the mayor *said*"
            let says = self.quotes(Some(main as u16)) && !self.quotes(top.governor);
            let relative = top.opener == Opener::Relative
                && (says || !self.is_clausal(top.governor))
                && self.waits_below();
            // "A man who hid because he feared the police *said*"
            let told = says || !self.is_clausal(top.governor);
            let reason = top.reason && (told || self.quotes(Some(main as u16)));
            let reason = reason && self.waits_below();
            if beside.is_some() && top.object == beside && !relative && !reason {
                self.open(Opener::Complement, top.speech, false);
                self.top().governor = governor;
                continue;
            }
            if let Some(told) = self.told_apart(before, top).filter(|_| !told_of) {
                self.open(Opener::Complement, top.speech, false);
                self.top().governor = governor;
                self.top().subject = Some(told);
                continue;
            }
            told_of |= top.opener != Opener::Relative;
            if !self.close() {
                let how = if beside.is_some() { How::Beside } else { How::Nowhere };
                // "The ferry sank, *Poe* said, adding".
                self.top().subject = beside.or(top.subject);
                return Subject { how, first: beside, second: top.subject, governor };
            }
        }
    }

    /// The subject of a clause without "that" behind a verb of saying, where what tells of it stands between commas: "said *the
    /// driver*, a sailor, had left".
    fn told_apart(&self, before: usize, top: Clause) -> Option<u16> {
        let (told, verb) = (top.object?, top.governor?);
        let closes = self.kind(before) == Kind::Comma;
        let right_behind = told == verb + 1 && self.quotes(Some(verb));
        let comma = (told as usize + 1..before).find(|at| self.kind(*at) == Kind::Comma)?;
        // "said the driver, was told"
        (closes && right_behind && comma + 1 < before).then_some(told)
    }

    /// Whether the verb with this main word and its subject are told between the commas that part another subject from its verb:
    /// "The bank, *Poe said* on Monday, has failed".
    fn is_aside(&mut self, main: usize) -> bool {
        /// How far away the second comma is at most.
        const NEAR: usize = 6;
        let set_off = self.last.set_off && self.quotes(Some(main as u16));
        let top = *self.top();
        let waits = !top.verb && top.subject.is_some() && top.subject != self.last.phrase;
        let close = (main + 1..main + NEAR).find(|at| self.kind(*at) == Kind::Comma);
        let verb = close.and_then(|at| (at + 1..at + 3).find(|at| !self.tag(*at).is_adverb()));
        set_off && waits && verb.is_some_and(|at| self.tag(at).is_finite())
    }

    /// Whether the verb with this main word is one of the dictionary that has the frame.
    fn has(&self, verb: Option<u16>, frame: FrameKind) -> bool {
        let Some(verb) = verb else { return false };
        let found = self.known.binary_search_by_key(&verb, |(main, _)| *main);
        found.is_ok_and(|found| self.known[found].1.has(frame))
    }

    /// Whether the verb with this main word says something, word for word or not: "said", but not "saw".
    fn quotes(&self, verb: Option<u16>) -> bool {
        self.has(verb, FrameKind::Quote) && self.has(verb, FrameKind::That)
    }

    /// Whether the verb with this main word tells something, and often: "ruled out", "said", but not "has".
    fn tells(&self, main: usize) -> bool {
        let found = self.known.binary_search_by_key(&(main as u16), |(main, _)| *main);
        found.is_ok_and(|found| self.known[found].1.strength > Strength::Weak)
    }

    /// Whether a clause may stand without "that" behind the verb with this main word.
    fn is_clausal(&self, verb: Option<u16>) -> bool {
        self.has(verb, FrameKind::That)
    }

    /// The subject of a verb that "and" or "but" joins to that of the clause on top, or to the one that holds it: "*He* said the
    /// ferry was safe and *added*".
    fn joined(&mut self, main: usize, top: Clause) -> Subject {
        let below = self.clauses.iter().rev().nth(1).copied();
        let (mut first, mut second) = (top.subject, below.and_then(|below| below.subject));
        // "told of a boy who stared *and* asked", but "apologised for a fault that left riders stranded, *and* promised".
        let person = first.is_some_and(|first| self.key(first as usize) == key("who"));
        let comma = self.kind(self.before[1]) == Kind::Comma;
        // "said the post was late and *had been removed*"
        let suffers = main > 0 && self.tag(main) == Tag::VBN && BE.holds(self.key(main - 1));
        let tells = self.tells(main) && !suffers;
        let reports = tells && !self.is_clausal(top.governor) && (comma || !person);
        if reports && second.is_some() && below.is_some_and(|below| self.is_clausal(below.governor))
        {
            (first, second) = (second, first);
        }
        Subject { how: How::Joined, first, second, governor: top.governor }
    }

    /// The subject of the first finite verb of the clause on top.
    fn first_verb(&mut self, top: Clause, beside: Option<u16>) -> Subject {
        // "In Arlmouth, Kansas, *the mayor* said".
        let fresh = beside.filter(|_| self.last.set_off || top.subject.is_none());
        let first = fresh.or(top.subject);
        let how = match first {
            None => How::Nowhere,
            _ if first == beside || beside.is_some() && self.last.listed => How::Beside,
            _ if top.opener == Opener::Relative => How::Relative,
            _ => How::Apart,
        };
        self.top().verb = true;
        self.top().subject = first;
        if top.opener == Opener::Sentence {
            for verb in std::mem::take(&mut self.waiting) {
                self.subjects[verb].first = first;
            }
        }
        let second = if fresh.is_some() { top.subject } else { self.last.phrase };
        Subject { how, first, second, governor: top.governor }
    }

    fn of_participle(&mut self, before: usize, beside: Option<u16>) -> Subject {
        const FOR: [u64; 2] = keys(["for", "than"]);
        self.drop_empty(); // "while *saying*"
        let Clause { subject: first, governor, object, .. } = *self.top();
        let second = self.below();
        if let Some(object) = self.made_to_act(before, object, beside) {
            let how = How::Controlled;
            return Subject { how, first: Some(object), second: first, governor };
        }
        let (how, first, second) = match (self.tag(before), self.kind(before)) {
            (Tag::CC, _) => {
                let other =
                    self.participle.unwrap_or(Subject { first, second, ..Subject::default() });
                (How::Joined, other.first, other.second)
            }
            (Tag::IN | Tag::TO, _) => match object {
                Some(_) if self.has(governor, FrameKind::ObjectThen(self.key(before))) => {
                    (How::Controlled, object, first)
                }
                // "called for *Poe* to resign for saying", but not "by saying"
                _ if FOR.contains(&self.key(before)) && self.is_controlled(governor) => {
                    (How::Controlled, self.infinitive.and_then(|it| it.first), first)
                }
                _ if self.key(before) == key("for") => (How::Gerund, first, object.or(second)),
                _ => (How::Gerund, first, second),
            },
            // "*Poe* wrote to the mayor asking for help"
            _ if self.writes_to(governor, beside) => (How::Trailing, first, beside),
            _ if beside.is_some() => (How::Noun, beside, first),
            _ => (How::Trailing, first, second),
        };
        Subject { how, first, second, governor }
    }

    /// Whether the verb with this main word tells that somebody writes to whom a noun phrase names.
    fn writes_to(&self, verb: Option<u16>, reader: Option<u16>) -> bool {
        let to = reader.and_then(|at| (at as usize).checked_sub(1));
        verb.is_some_and(|verb| WRITES.holds(self.key(verb as usize)))
            && to.is_some_and(|at| self.key(at) == key("to"))
    }

    /// Whether the verb with this main word is an infinitive that another than the subject is to do: "urged Poe to *resign*".
    fn is_controlled(&self, verb: Option<u16>) -> bool {
        let last = self.infinitive.is_some_and(|it| it.how == How::Controlled);
        last && verb.is_some_and(|verb| self.tag(verb as usize) == Tag::VB)
    }

    /// Whether a noun phrase is "himself", "themselves" …: who is meant is the subject.
    fn is_reflexive(&self, phrase: Option<u16>) -> bool {
        const SELVES: KeySet<6> =
            KeySet::new(["myself", "himself", "herself", "itself", "ourselves", "themselves"]);
        phrase.is_some_and(|at| SELVES.holds(self.key(at as usize)))
    }

    /// Who does what a participle tells, where that is no subject: "heard *Poe* saying", "stopped *Poe* from saying", "quoted
    /// *Poe* as saying", "with *Poe* saying", "a clip of *Poe* saying".
    fn made_to_act(&self, before: usize, object: Option<u16>, beside: Option<u16>) -> Option<u16> {
        let governor = self.clauses.last().and_then(|top| top.governor);
        let verb = governor.map_or(0, |verb| self.key(verb as usize));
        // "had a hard *time* saying"
        if self.is_reflexive(object) || TROUBLES.holds(self.key(before)) {
            return None;
        }
        if self.tag(before) == Tag::IN {
            return object.filter(|_| self.words.controls_object(verb, self.key(before)));
        }
        let beside = beside?;
        let seen = object == Some(beside) && self.words.controls_object(verb, key("ing"));
        let person = self.cells[beside as usize].mention == Some(EntityType::Person);
        let preposition = (beside as usize).checked_sub(1);
        let accompanies = || person && preposition.is_some_and(|at| self.key(at) == key("with"));
        if seen || accompanies() {
            return Some(beside);
        }
        let of = (beside as usize..before).rev().find(|at| self.key(*at) == key("of"))?;
        let shown = self.key(of.checked_sub(1)?);
        DEPICTS.holds(shown).then_some(of as u16 + 1)
    }

    /// Whether a past participle is a past tense in truth: "The mayor, who was ill, *wondered* aloud".
    fn is_past(&mut self, before: usize, end: usize) -> bool {
        let relative = *self.top();
        self.kind(before) == Kind::Comma
            && relative.set_off
            && relative.verb
            && self.waits_below()
            && self.key(end) != key("by")
    }

    /// The noun beside a past participle: "the plan *announced* on Monday". Where its clause has no verb yet, the clause's
    /// subject: it may be a past tense that was taken for a participle.
    fn of_past_participle(&mut self, beside: Option<u16>) -> Subject {
        let Clause { subject, governor, verb, .. } = *self.top();
        let (first, second) = if verb { (beside, subject) } else { (subject, beside) };
        Subject { how: How::Noun, first, second, governor }
    }

    fn of_infinitive(&mut self, before: usize, beside: Option<u16>) -> Subject {
        let Clause { subject: first, governor, verb, .. } = *self.top();
        if self.tag(before) == Tag::CC
            && let Some(other) = self.infinitive
        {
            let how = if other.how == How::Controlled { other.how } else { How::Joined };
            return Subject { how, ..other };
        }
        // "a clip of *the mayor* trying to defend"
        if self.tag(before) == Tag::VBG
            && let Some(own) = self.participle.filter(|it| it.how == How::Controlled)
        {
            return own;
        }
        let object = self.clauses.last().and_then(|top| top.object);
        let word_before = |word: u64| {
            let at = beside.and_then(|beside| (beside as usize).checked_sub(1));
            at.is_some_and(|at| self.key(at) == word)
        };
        let causes = |verb: u16| self.words.controls_object(self.key(verb as usize), key("to"));
        // "chosen by *the mayor* to say"
        let agent = object.is_none() && word_before(key("by"));
        let controls = !agent
            && !self.is_reflexive(beside)
            && (self.has(governor, FrameKind::ObjectThen(key("to")))
                || governor.is_some_and(causes));
        // "It is time *for the mayor* to say".
        let said_for = word_before(key("for"));
        match beside {
            Some(_) if said_for || controls => {
                // "sent *the mayor* to the town to tell"
                let made = object.filter(|_| controls && !said_for).or(beside);
                Subject { how: How::Controlled, first: made, second: first, governor }
            }
            Some(_) if verb => Subject { how: How::Object, first, second: beside, governor },
            _ => Subject { how: How::Infinitive, first, second: self.below(), governor },
        }
    }
}

/// Nouns behind "had" that the participle tells of: "had *trouble* saying".
const TROUBLES: KeySet<10> = KeySet::new([
    "time", "trouble", "difficulty", "problem", "problems", "fun", "success", "luck", "qualms",
    "experience",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::extractor::read_until;

    /// The first words of the two subjects of the verb group with this word, "-" for none.
    fn subjects(text: &str, verb: &str) -> [String; 2] {
        let extractor = Extractor::new();
        let tables = read_until(&extractor, "cues", text);
        let unit = Run::new(0, tables.tokens.len());
        let mut facts = UnitFacts::default();
        facts.read(&tables, unit);
        facts.find_subjects(&tables, &extractor.lexicon().cues, unit, &tables.cues);
        let word = |at: usize| tables.tokens[at].span().of(text);
        let at = (0..tables.tokens.len()).find(|at| word(*at) == verb).expect("the verb");
        let group = tables.phrases[tables.phrase_of[at] as usize].tokens.first();
        let Subject { first, second, .. } = facts.subjects[group];
        [first, second].map(|at| at.map_or("-".into(), |at| word(at as usize).into()))
    }

    #[track_caller]
    fn check(text: &str, verb: &str, first: &str) {
        let found = subjects(text, verb);
        assert_eq!(found[0], first, "the subject of {verb:?} in {text:?}, of {found:?}");
    }

    #[test]
    fn stands_before_the_verb_or_apart_from_it() {
        check("The mayor said that it rained.", "said", "The");
        check("The mayor, who was ill, said that it rained.", "said", "The");
        check("Polls from Arlmouth, which Poe won in May, showed a lead.", "showed", "Polls");
        check("Ann Poe (D-Marsk) said that it rained.", "said", "Ann");
        check("Ann Poe – a former minister – said that it rained.", "said", "Ann");
        check("Ann Poe on Friday said that it rained.", "said", "Ann");
        check("Lunt, she said, \"cannot count\".", "said", "she");
        check("David Lunt, Poe said, \"cannot count\".", "said", "Poe");
        check("At a meeting in Arlmouth, Marsk, Ann Poe said that it rained.", "said", "Ann");
        check("People who praise his plan warned of losses.", "warned", "People");
        check("A man identified as Carl Poe said that it rained.", "said", "A");
        check("The ferry, Poe said on Monday, called it old.", "called", "The");
        check("Ann Poe, who left, and Carl Berg, who stayed, said it.", "said", "Ann");
    }

    #[test]
    fn is_shared_by_joined_verbs() {
        check("Ann Poe left the town and said that it rained.", "said", "Ann");
        check("He said the ferry was safe and added that it rained.", "added", "He");
        check(
            "The head apologised for a fault that stranded riders, and promised help.",
            "promised",
            "The",
        );
        check("He left, saying that it rained and calling the plan mad.", "calling", "He");
    }

    #[test]
    fn of_participles_and_infinitives() {
        check("The ferry sank, Poe said, adding that it rained.", "adding", "Poe");
        check("\u{201c}It sank,\u{201d} said Poe, adding that it rained.", "adding", "Poe");
        check("While praising the crew, Poe said that it rained.", "praising", "Poe");
        check("Poe apologised after accusing the crew.", "accusing", "Poe");
        assert_eq!(subjects("Poe took the mayor to tell them.", "tell"), ["Poe", "the"]);
        check("Poe urged the mayor to tell them.", "tell", "the");
        check("Poe, chosen by the mayor to tell them, left.", "tell", "Poe");
        check("Poe, calling on residents to oppose the plan, left.", "oppose", "residents");
        check("It is time for the mayor to tell them.", "tell", "the");
        check("Poe blamed the mayor for accusing the crew.", "accusing", "the");
    }

    #[test]
    fn of_clauses_inside_others() {
        check("Poe said the union had warned of losses.", "warned", "the");
        check("The charge the mayor rejected was old.", "rejected", "the");
        check("The mayor, who thinks the town made a mistake, called it old.", "called", "The");
        check("After Poe had died, the mayor denied the charge.", "denied", "the");
    }
}
