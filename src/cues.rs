//! Cue candidates: the verb groups, nouns, adjectives, prepositions and marks that may attribute something to somebody.
//!
//! A candidate is a word of the dictionary in its word class, with the verb group around it. Whether it really is a cue is
//! decided by the claims stage, which sees its surroundings.

use crate::document::{
    CueCandidate, CueKind, EntityType, Kind, Phrase, PhraseKind, Tables, Tag, Token, Voice,
};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{
    BE, CueClass, CueWords, DEPICTS, FrameKind, Lexicon, NEGATIONS, Strength, WRITES,
};
use crate::span::Run;

/// What an adjective completes besides "be": "*felt* certain".
const COPULAS: KeySet<8> =
    KeySet::new(["get", "feel", "feels", "felt", "remain", "remains", "remained", "became"]);
const GET: u64 = key("get");

const BY: u64 = key("by");
const AS: u64 = key("as");
const THAT: u64 = key("that");
/// What follows whom or what somebody calls without a name for it.
const AFTER: [u64; 10] =
    keys(["for", "on", "to", "after", "before", "from", "at", "and", "when", "because"]);
const AT: u64 = key("at");
/// Adverbs that "of" follows as one word.
const LINKED: [u64; 3] = keys(["ahead", "instead", "outside"]);
const LEAST: u64 = key("least");

/// Finds the candidates of every sentence, in text order.
pub(crate) fn find_cues(lexicon: &Lexicon, tables: &mut Tables) {
    let mut cues = std::mem::take(&mut tables.cues);
    for sentence in &tables.sentences {
        Finder { lexicon, tables, sentence: sentence.tokens }.read(&mut cues);
    }
    tables.cues = cues;
}

/// The entries that begin with a word, each with its class.
type Entries<'l> = &'l [(CueClass, u32)];

/// Looks for the candidates of a sentence.
#[derive(Clone, Copy)]
struct Finder<'a> {
    lexicon: &'a Lexicon,
    tables: &'a Tables,
    sentence: Run,
}

impl<'a> Finder<'a> {
    fn read(self, cues: &mut Vec<CueCandidate>) {
        let Finder { lexicon, tables, sentence } = self;
        let words = tables.tokens.get(..sentence.after()).unwrap_or_default();
        let mut at = sentence.first();
        while let Some(token) = words.get(at) {
            let next = words.get(at + 1).map_or(0, |next| next.key);
            let may_begin = may_begin(lexicon, token, next);
            let Some(candidate) = may_begin.then(|| self.candidate_at(at)).flatten() else {
                at += 1;
                continue;
            };
            at = candidate.head() + 1;
            // The words of a phrase ("raised *concerns*") are no candidates of their own.
            let entry = candidate.entry.and_then(|entry| lexicon.cues.entries.get(entry as usize));
            if entry.is_some_and(|entry| !entry.rest.is_empty()) {
                at = at.max(candidate.tokens.after());
            }
            cues.push(candidate);
        }
    }

    /// The candidate whose main word, the first of its entry's, is the token at `at`.
    fn candidate_at(self, at: usize) -> Option<CueCandidate> {
        let Finder { lexicon, tables, .. } = self;
        let token = &tables.tokens[at];
        match token.kind {
            Kind::Colon => return Some(mark(tables, at, CueKind::Colon)),
            Kind::Dash => return Some(mark(tables, at, CueKind::Dash)),
            Kind::Word => {}
            _ => return None,
        }
        let next = tables.tokens.get(at + 1).map_or(0, |next| next.key);
        if token.tag == Tag::IN && !lexicon.cues.may_be_preposition(token.key, next) {
            return self.inside_phrase(at);
        }
        let entries = lexicon.cues.starting(token.key);
        if entries.is_empty() {
            return None;
        }
        if let Some(preposition) = self.preposition(at, entries) {
            return Some(preposition);
        }
        if token.tag == Tag::IN {
            return self.inside_phrase(at);
        }
        match class_of(token.tag)? {
            CueClass::Verb => self.verb(at, entries),
            CueClass::Noun => self.noun(at, entries),
            CueClass::Adjective => self.adjective(at, entries),
            _ => None,
        }
    }

    /// The verb at `at`, or the state that it tells ("is *concerned*").
    fn verb(self, at: usize, entries: Entries) -> Option<CueCandidate> {
        let Finder { lexicon, tables, sentence } = self;
        let phrase = tables.phrases[tables.phrase_of[at] as usize];
        let grouped = phrase.kind == PhraseKind::Verb;
        // Auxiliaries are no cues.
        if grouped && phrase.head() != at {
            return None;
        }
        let group = if grouped { phrase.tokens } else { Run::new(at, at + 1) };
        let state = self.longest_entry(at, CueWords::of_class(entries, CueClass::Adjective));
        if opposes_all(tables, sentence, group) {
            return None;
        }
        if let Some((entry, end)) = state.filter(|(_, end)| is_state(tables, at, group, *end)) {
            let tokens = Run::new(group.first(), end);
            return Some(active(tables, tokens, at, CueKind::Adjective, entry));
        }
        let (entry, end) = self.longest_entry(at, CueWords::of_class(entries, CueClass::Verb))?;
        let verb = self.verb_candidate(at, group, entry, end);
        let idle = is_idle(tables, at, sentence)
            || opens_alone(tables, at, sentence)
            || shows_by_itself(tables, at)
            || writes_asking(lexicon, tables, at)
            || compares(tables, &verb)
            || goes_on_denying(tables, at)
            || deems_aside(tables, at)
            || waits(tables, &verb)
            || means_other(lexicon, tables, &verb);
        (!idle).then_some(verb)
    }

    fn noun(self, at: usize, entries: Entries) -> Option<CueCandidate> {
        let tables = self.tables;
        // "In *other words*"
        let other = tables.is(at, key("words")) && tables.is(at.wrapping_sub(1), key("other"));
        if other || shows_somebody(tables, at) || is_quantity(tables, at) {
            return None;
        }
        let (entry, end) = self.longest_entry(at, CueWords::of_class(entries, CueClass::Noun))?;
        let tokens = Run::new(at, past_copula(tables, end, self.sentence));
        Some(active(tables, tokens, at, CueKind::Noun, entry))
    }

    fn adjective(self, at: usize, entries: Entries) -> Option<CueCandidate> {
        let start = copula_before(self.tables, at, self.sentence).unwrap_or(at);
        self.state(start, at, CueWords::of_class(entries, CueClass::Adjective))
    }

    /// The adjective, or the words that stand for one ("*under* the impression"), at `at`, with the copula's group from `start`.
    fn state(
        self,
        start: usize,
        at: usize,
        entries: impl Iterator<Item = u32>,
    ) -> Option<CueCandidate> {
        let (entry, end) = self.longest_entry(at, entries)?;
        Some(active(self.tables, Run::new(start, end), at, CueKind::Adjective, entry))
    }

    /// What a preposition begins that is no entry by itself.
    fn inside_phrase(self, at: usize) -> Option<CueCandidate> {
        self.standpoint(at).or_else(|| self.worded_state(at))
    }

    /// The noun of "in Poe's *view*", whose preposition stands at `at`: where the dictionary has "in the view of", it is a cue.
    fn standpoint(self, at: usize) -> Option<CueCandidate> {
        let Finder { lexicon, tables, sentence } = self;
        let phrase = tables.phrase_at(at + 1).filter(|phrase| phrase.kind == PhraseKind::Noun)?;
        let head = phrase.head();
        let owned = (at + 1..head).any(|at| matches!(tables.tag(at), Tag::PRPS | Tag::POS));
        if !owned || phrase.tokens.first() != at + 1 || head >= sentence.after() {
            return None;
        }
        let noun = tables.tokens.get(head)?.key;
        let preposition = lexicon.cues.standpoint(tables.tokens.get(at)?.key, noun)?;
        let entry = lexicon.cues.get(noun, CueClass::Noun).last().unwrap_or(preposition);
        Some(active(tables, Run::new(head, head + 1), head, CueKind::Noun, entry))
    }

    /// An adjective's entry that begins with a preposition: "is *under the impression* that".
    fn worded_state(self, at: usize) -> Option<CueCandidate> {
        let start = copula_before(self.tables, at, self.sentence)?;
        let word = self.tables.tokens.get(at)?.key;
        self.state(start, at, self.lexicon.cues.get(word, CueClass::Adjective))
    }

    /// The verb at `at` with its group; the words of its entry end before `end`.
    fn verb_candidate(self, at: usize, group: Run, entry: u32, end: usize) -> CueCandidate {
        let tables = self.tables;
        let tag = tables.tag(at);
        let passive = |word: u64| BE.holds(word) || word == GET;
        let be = || (group.first()..at).any(|before| passive(tables.key(before)));
        // Who "is quoted as saying" something says it.
        let relays = || self.lexicon.cues.entries[entry as usize].relays();
        let voice = if matches!(tag, Tag::VBN | Tag::VBD) && be() && !relays() {
            Voice::Passive
        } else if tag == Tag::VBN && group.first() == at {
            Voice::Participle
        } else {
            Voice::Active
        };
        let first = neither_before(tables, group.first()).unwrap_or(group.first());
        let tokens = Run::new(first, end.max(group.after()));
        candidate(tables, tokens, at, CueKind::Verb, voice, Some(entry))
    }

    /// "according to", "in the words of": fixed word for word.
    fn preposition(self, at: usize, entries: Entries) -> Option<CueCandidate> {
        let Finder { lexicon, tables, sentence } = self;
        let entry = CueWords::of_class(entries, CueClass::Preposition).find(|number| {
            let rest = &lexicon.cues.entries[*number as usize].rest;
            at + 1 + rest.len() <= sentence.after()
                && rest.iter().enumerate().all(|(i, word)| tables.is(at + 1 + i, *word))
        })?;
        let cue = &lexicon.cues.entries[entry as usize];
        let end = at + 1 + cue.rest.len();
        // "according to *plan*" is nobody's, where nothing tells whose.
        if cue.means_other(tables.key(end)) && !tables.tag(end + 1).is_noun() {
            return None;
        }
        Some(active(tables, Run::new(at, end), at, CueKind::Preposition, entry))
    }

    /// The first entry whose words stand at `at`, and the token after it.
    fn longest_entry(
        self,
        at: usize,
        mut entries: impl Iterator<Item = u32>,
    ) -> Option<(u32, usize)> {
        entries.find_map(|number| {
            let rest = &self.lexicon.cues.entries[number as usize].rest;
            if rest.is_empty() {
                return Some((number, at + 1));
            }
            Some((number, self.phrase_end(at + 1, rest)?))
        })
    }

    /// Where the later words of a phrase end, determiners and modifiers between them passed over ("raised new concerns").
    #[inline(always)]
    fn phrase_end(self, from: usize, rest: &[u64]) -> Option<usize> {
        const MOST_BETWEEN: usize = 3;
        let Finder { lexicon, tables, sentence } = self;
        let end = sentence.after();
        let mut at = from;
        for &word in rest {
            let mut gap = 0;
            while at < end && !lexicon.cues.is_form(tables.tokens[at].key, word) {
                let tag = tables.tag(at);
                // "spoke *ahead of* the vote" is no "spoke of".
                let filler = matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::JJR | Tag::RB)
                    && !tables.is_one_of(at, &LINKED);
                if gap == MOST_BETWEEN || !filler {
                    return None;
                }
                gap += 1;
                at += 1;
            }
            if at == end {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// Whether a candidate may begin with the token before a word with the key `next`; of most the answer is a sure no.
fn may_begin(lexicon: &Lexicon, token: &Token, next: u64) -> bool {
    if !lexicon.cues.may_start(token.key) || token.kind != Kind::Word {
        return matches!(token.kind, Kind::Colon | Kind::Dash);
    }
    token.tag == Tag::IN
        || class_of(token.tag).is_some()
        || lexicon.cues.may_be_preposition(token.key, next)
}

/// The class of the entries that a word with this tag may show, prepositions aside.
fn class_of(tag: Tag) -> Option<CueClass> {
    match tag {
        Tag::NN | Tag::NNS => Some(CueClass::Noun),
        Tag::JJ | Tag::JJR | Tag::JJS => Some(CueClass::Adjective),
        tag if tag.is_verb() => Some(CueClass::Verb),
        _ => None,
    }
}

/// The end of the verb group at `end` that says of a noun what it is that is said: "her argument *is* that …".
fn past_copula(tables: &Tables, end: usize, sentence: Run) -> usize {
    const MARKERS: [u64; 6] = keys(["that", "whether", "to", "how", "why", "what"]);
    let Some(group) = tables.phrase_at(end).filter(|phrase| phrase.kind == PhraseKind::Verb) else {
        return end;
    };
    let after = group.tokens.after();
    let says = group.tokens.first() == end
        && after < sentence.after()
        && BE.holds(tables.key(group.head()))
        && tables.is_one_of(after, &MARKERS);
    if says { after } else { end }
}

/// The start of the group with a copula that the adjective at `at` completes.
fn copula_before(tables: &Tables, at: usize, sentence: Run) -> Option<usize> {
    let mut before = at;
    while before > sentence.first() && at - before < 3 && tables.tag(before - 1).is_adverb() {
        before -= 1;
    }
    let phrase = tables.phrases[tables.phrase_of[before.checked_sub(1)?] as usize];
    let inside = before > sentence.first() && phrase.kind == PhraseKind::Verb;
    let copula = inside && is_copula(tables.key(phrase.head()));
    copula.then_some(phrase.tokens.first())
}

/// Whether an adjective completes the verb: "*is* sure", "*felt* certain".
fn is_copula(word: u64) -> bool {
    BE.holds(word) || COPULAS.holds(word)
}

/// Whether the participle at `at` tells a state as an adjective does ("is *concerned*", "felt *betrayed*"): its verb group,
/// which goes before `end`, has a copula, and nobody who did it follows ("was *convinced* by Poe").
fn is_state(tables: &Tables, at: usize, group: Run, end: usize) -> bool {
    matches!(tables.tag(at), Tag::VBN | Tag::VBD)
        && (group.first()..at).any(|before| is_copula(tables.key(before)))
        && !tables.is(end, BY)
}

/// Whether a noun is for what shows somebody, who speaks there: "footage of Ann Poe saying".
fn shows_somebody(tables: &Tables, at: usize) -> bool {
    let shown = tables.phrase_at(at + 2).filter(|phrase| phrase.kind == PhraseKind::Noun);
    DEPICTS.holds(tables.key(at))
        && tables.is(at + 1, key("of"))
        && shown.is_some_and(|shown| tables.tag(shown.tokens.after()) == Tag::VBG)
}

/// Whether a forecast is what something is foreseen to be, which is set, cut or comes: "cut its earnings *forecast*", "the rain
/// *forecast* for Monday".
fn is_quantity(tables: &Tables, at: usize) -> bool {
    const FORECASTS: [u64; 2] = keys(["forecast", "forecasts"]);
    let compound = at > 0 && matches!(tables.tag(at - 1), Tag::NN | Tag::NNS);
    compound && tables.is_one_of(at, &FORECASTS) && !tables.is(at + 1, THAT)
}

/// Whether a verb only brings up an example, "worse than, *say*, the ferry", bids all of us, "Let's *hope* it sails", goes on, "That
/// *said*,", or signs: "Ann Poe *reported* from Marsk."
fn is_idle(tables: &Tables, at: usize, sentence: Run) -> bool {
    const REPORTED: [u64; 2] = keys(["reported", "reports"]);
    const BETWEEN: KeySet<5> = KeySet::new(["and", "from", "in", "for", "the"]);
    let before = at.wrapping_sub(1);
    let let_us = tables.is_one_of(before, &[key("'s"), key("us")])
        && tables.is(before.wrapping_sub(1), key("let"));
    if let_us {
        return true;
    }
    if tables.is(at, key("say")) {
        let comma = |at: usize| tables.kind(at) == Kind::Comma;
        // "I may, to them, say, ‘Look’"
        let quotes = matches!(tables.kind(at + 2), Kind::Single | Kind::Double);
        return comma(before) && comma(at + 1) && !quotes;
    }
    // "*That said*, the ferry is late"
    let that = before == sentence.first() && tables.is(before, key("that"));
    if that && tables.is(at, key("said")) && tables.kind(at + 1) == Kind::Comma {
        return true;
    }
    let place = |it: &Token| {
        it.has(Token::CAPITAL)
            || BETWEEN.holds(it.key)
            || matches!(it.kind, Kind::Comma | Kind::Stop)
    };
    let rest = tables.tokens.get(at + 1..sentence.after()).unwrap_or_default();
    tables.is_one_of(at, &REPORTED)
        && tables.is(at + 1, key("from"))
        && rest.iter().take(SIGNATURE).all(place)
}

/// Whether a participle at the head of its sentence only tells for whom or as what somebody speaks: "*Defending*, Ann Poe said".
fn opens_alone(tables: &Tables, at: usize, sentence: Run) -> bool {
    at == sentence.first() && tables.tag(at) == Tag::VBG && tables.kind(at + 1) == Kind::Comma
}

/// Whether who writes to somebody says by a participle behind that what he writes: "*wrote* to the mayor asking for help".
fn writes_asking(lexicon: &Lexicon, tables: &Tables, at: usize) -> bool {
    if !WRITES.holds(tables.key(at)) || !tables.is(at + 1, key("to")) {
        return false;
    }
    let reader = tables.phrase_at(at + 2).filter(|it| it.kind == PhraseKind::Noun);
    let Some(behind) = reader.map(|it| it.tokens.after()) else { return false };
    let says = |entry: u32| lexicon.cues.entries[entry as usize].strength > Strength::Weak;
    let entries = lexicon.cues.starting(tables.key(behind));
    tables.tag(behind) == Tag::VBG && CueWords::of_class(entries, CueClass::Verb).any(says)
}

/// Whether it is the idiom that ends a sentence: "She wrote it in a week, and it *shows*."
fn shows_by_itself(tables: &Tables, at: usize) -> bool {
    const SHOWS: [u64; 2] = keys(["shows", "showed"]);
    let it = at.checked_sub(2).filter(|and| tables.is(*and, key("and")));
    tables.is_one_of(at, &SHOWS)
        && it.is_some_and(|and| tables.is(and + 1, key("it")))
        && matches!(tables.kind(at + 1), Kind::Stop | Kind::Comma | Kind::Semicolon)
}

/// Where "neither" stands, if "nor" right before the verb group at `at` goes on with it: "*neither confirmed nor* denied".
fn neither_before(tables: &Tables, at: usize) -> Option<usize> {
    /// How many tokens stand between the two at most.
    const BETWEEN: usize = 5;
    let nor = at.checked_sub(1).filter(|nor| tables.is(*nor, key("nor")))?;
    let near = nor.saturating_sub(BETWEEN)..nor;
    near.rev().find(|at| denies_both(tables, *at))
}

/// Whether "neither" stands at `at`, before the first of two verbs and not before a noun.
fn denies_both(tables: &Tables, at: usize) -> bool {
    let verb = tables.tag(at) == Tag::RB || tables.tag(at + 1).is_finite();
    tables.is(at, key("neither")) && verb
}

/// Whether another verb goes on behind "nor": "neither *confirmed* nor denied".
fn goes_on_denying(tables: &Tables, at: usize) -> bool {
    let nor = (at + 1..at + 4).find(|it| tables.is(*it, key("nor")));
    at.checked_sub(1).is_some_and(|neither| denies_both(tables, neither))
        && nor.is_some_and(|nor| tables.tag(nor + 1).is_finite())
}

/// Whether a participle between commas only tells who somebody may be: "A man, *believed to be* the driver, said".
fn deems_aside(tables: &Tables, at: usize) -> bool {
    const DEEMED: [u64; 6] =
        keys(["believed", "thought", "said", "understood", "reported", "presumed"]);
    let comma = at.checked_sub(1).is_some_and(|it| tables.kind(it) == Kind::Comma);
    comma
        && tables.is_one_of(at, &DEEMED)
        && tables.is(at + 1, key("to"))
        && tables.is(at + 2, key("be"))
}

/// Whether a verb without a subject only compares: "later than *expected*".
fn compares(tables: &Tables, verb: &CueCandidate) -> bool {
    let participle = matches!(tables.tag(verb.head()), Tag::VBN | Tag::VBD);
    let end = verb.tokens.after();
    let object = tables.phrase_at(end).is_some_and(|it| it.kind == PhraseKind::Noun);
    participle && !object && tables.is(verb.tokens.first().wrapping_sub(1), key("than"))
}

/// Whether a passive only tells when something is to come: "A verdict *is expected* in May."
fn waits(tables: &Tables, verb: &CueCandidate) -> bool {
    let end = verb.tokens.after();
    let expected = verb.voice == Voice::Passive && tables.is(verb.head(), key("expected"));
    let time = tables.mention_at(end + usize::from(tables.tag(end) == Tag::IN));
    let time = time.filter(|it| tables.entity_type(it) == Some(EntityType::Time));
    expected && time.is_some_and(|it| tables.kind(it.tokens.after()) == Kind::Stop)
}

/// Whether the verb group tells what not all do, before a colon and somebody who does not: "Not everyone *agrees*: a baker said".
fn opposes_all(tables: &Tables, sentence: Run, group: Run) -> bool {
    const ALL: [u64; 3] = keys(["everyone", "everybody", "all"]);
    let first = sentence.first();
    tables.is(first, key("not"))
        && tables.is_one_of(first + 1, &ALL)
        && group.first() == first + 2
        && (group.first()..group.first() + 4).any(|at| tables.kind(at) == Kind::Colon)
}

/// How many words may follow "reported from" where that signs an article: the place, and what is added to it.
const SIGNATURE: usize = 24;

/// Whether the object of a verb shows that it is used in a sense in which nobody says anything: "claimed the *title*", "was denied
/// *bail*", "the *cars* were recalled".
fn means_other(lexicon: &Lexicon, tables: &Tables, verb: &CueCandidate) -> bool {
    let entry = verb.entry.and_then(|entry| lexicon.cues.entries.get(entry as usize));
    let Some(entry) = entry.filter(|entry| entry.has_other_senses()) else { return false };
    let other = |object: Option<usize>| object.is_some_and(|at| entry.means_other(tables.key(at)));
    let subject = || {
        let before = tables.phrase_at(verb.tokens.first().checked_sub(1)?)?;
        (before.kind == PhraseKind::Noun).then(|| hung_on(tables, before).head())
    };
    // "called Poe *a friend*": a second noun phrase may be what the first is called.
    let names = entry.has(FrameKind::As);
    other(object_after(tables, verb.tokens.after(), names))
        || verb.voice != Voice::Active && other(subject())
}

/// The noun phrase that another hangs on by prepositions: "*A man* in his forties".
fn hung_on<'a>(tables: &'a Tables, mut phrase: &'a Phrase) -> &'a Phrase {
    /// How many prepositions are followed.
    const DEPTH: usize = 3;
    for _ in 0..DEPTH {
        let preposition = phrase.tokens.first().checked_sub(1);
        let preposition = preposition.filter(|at| tables.tag(*at) == Tag::IN);
        let before = preposition.and_then(|at| tables.phrase_at(at.checked_sub(1)?));
        match before.filter(|it| it.kind == PhraseKind::Noun) {
            Some(before) => phrase = before,
            None => break,
        }
    }
    phrase
}

/// The main word of the object behind a verb, or of the second of two ("denied Poe *bail*") unless that may name the first, and
/// unless something is told of it: a verb ("claimed *the title* was his"), an adjective or a quotation ("called *the vote* unfair").
fn object_after(tables: &Tables, verb: usize, names: bool) -> Option<usize> {
    const BEFORE: [u64; 8] = keys(["for", "to", "least", "up", "than", "more", "about", "around"]);
    const REACH: usize = 4;
    let verb = verb + usize::from(tables.is(verb, AT) && tables.is(verb + 1, LEAST));
    let noun = |at: usize| tables.phrase_at(at).filter(|it| it.kind == PhraseKind::Noun);
    let passed = |at: &usize| tables.tag(*at).is_adverb() || tables.is_one_of(*at, &BEFORE);
    let start =
        verb + (verb..verb + REACH).take_while(|at| noun(*at).is_none() && passed(at)).count();
    let first = noun(start)?;
    // "recalled *38,000 of* its cars"
    let counts = tables.tag(first.head()) == Tag::CD;
    let counted = counts && tables.is(first.tokens.after(), key("of"));
    let first = noun(first.tokens.after() + 1).filter(|_| counted).unwrap_or(first);
    let own = first.tokens.after();
    // "called *the police* after the fire", but "called her vote in favour of it a mistake".
    let ends = || {
        let mark = matches!(tables.kind(own), Kind::Comma | Kind::Stop | Kind::Semicolon);
        mark || tables.is_one_of(own, &AFTER) || tables.mention_at(own).is_some()
    };
    if names && !ends() {
        return None;
    }
    let timed = tables.mention_at(own);
    let timed = timed.is_some_and(|it| tables.entity_type(it) == Some(EntityType::Time));
    let object = noun(own).filter(|_| !names && !timed).unwrap_or(first);
    let behind = object.tokens.after();
    let tag = tables.tag(behind);
    let adjective = tag.is_adjective() && !timed;
    let told =
        tag.is_finite() || adjective || tag == Tag::VBN || tables.is_one_of(behind, &[AS, THAT]);
    let opens = names && tables.kind(behind) == Kind::Double;
    (!told && !opens).then(|| untimed_head(tables, object))
}

/// The main word of a noun phrase without the time that it ends in: "two *cars* last year".
fn untimed_head(tables: &Tables, phrase: &Phrase) -> usize {
    let head = phrase.head();
    let time = tables.mention_at(head);
    let time = time.filter(|it| tables.entity_type(it) == Some(EntityType::Time));
    let behind = time.filter(|it| it.tokens.start > phrase.tokens.start);
    behind.map_or(head, |it| it.tokens.first() - 1)
}

fn mark(tables: &Tables, at: usize, kind: CueKind) -> CueCandidate {
    candidate(tables, Run::new(at, at + 1), at, kind, Voice::Active, None)
}

fn active(tables: &Tables, tokens: Run, head: usize, kind: CueKind, entry: u32) -> CueCandidate {
    candidate(tables, tokens, head, kind, Voice::Active, Some(entry))
}

fn candidate(
    tables: &Tables,
    tokens: Run,
    head: usize,
    kind: CueKind,
    voice: Voice,
    entry: Option<u32>,
) -> CueCandidate {
    let negated = tokens.range().any(|i| NEGATIONS.contains(&tables.tokens[i].key));
    CueCandidate { tokens, head: head as u32, kind, voice, negated, entry }
}
