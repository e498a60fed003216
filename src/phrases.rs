//! Base phrases: noun phrases and verb groups, found from the tags of a sentence in one pass from left to right.
//!
//! A phrase never crosses a quotation mark, a bracket or a comma; every token belongs to exactly one phrase. What hangs on a
//! noun phrase (", the mayor of X,", "of Y") is for later stages to join.

use crate::document::{Kind, Phrase, PhraseKind, Tables, Tag, Token};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{AUXILIARIES, BE, DAYS, Lexicon, MONTHS, NEGATIONS, ON_DAY, class};
use crate::span::Run;

/// Cuts every sentence into phrases.
pub(crate) fn find_phrases(lexicon: &Lexicon, tables: &mut Tables) {
    let Tables { tokens, sentences, phrases, phrase_of, .. } = tables;
    phrases.reserve(tokens.len());
    phrase_of.reserve(tokens.len());
    for sentence in sentences {
        let words = tokens.get(..sentence.tokens.after()).unwrap_or_default();
        let mut at = sentence.tokens.first();
        while at < words.len() {
            let mut phrase = phrase_at(words, at);
            let subject = relative_subject(lexicon, words, phrase);
            if let Some(subject) = subject.or_else(|| commenting_subject(words, phrase)) {
                let tokens = Run::new(at, subject);
                phrase = Phrase { tokens, head: subject as u32 - 1, ..phrase };
            }
            let end = phrase.tokens.after();
            for _ in at..end {
                phrase_of.push(phrases.len() as u32);
            }
            phrases.push(phrase);
            at = end;
        }
    }
}

/// The phrase that starts at `start`; `words` ends with its sentence.
fn phrase_at(words: &[Token], start: usize) -> Phrase {
    use Tag::*;
    let found = match tag(words, start) {
        NN | NNS | NNP | NNPS | FW | CD | DT | PRPS | PDT | WPS | PRP | EX | JJ | JJR | JJS => {
            noun_phrase(words, start)
        }
        PUNCT if words[start].kind == Kind::Symbol => noun_phrase(words, start),
        VB | VBD | VBG | VBN | VBP | VBZ | MD | TO => verb_group(words, start),
        _ => None,
    };
    found.unwrap_or(Phrase {
        kind: PhraseKind::Other,
        tokens: Run::new(start, start + 1),
        head: start as u32,
    })
}

/// Where the name begins that ends a noun phrase but is the subject of a clause about what stands before it: "the changes *Poe*
/// requested", "comments *Poe* made", "the kind of campaign *Poe* hoped for"; but not "the actor Poe said", "actor Poe said".
fn relative_subject(lexicon: &Lexicon, words: &[Token], phrase: Phrase) -> Option<usize> {
    /// Nouns that stand before the name of who or what they tell.
    const TITLES: u32 =
        class::OFFICE | class::HUMAN | class::GROUP | class::ORG_HEAD | class::TITLE;
    let (first, head) = (phrase.tokens.first(), phrase.head());
    const OF: u64 = key("of");
    let named = phrase.kind == PhraseKind::Noun && tag(words, head).is_name();
    if !named {
        return None;
    }
    let name = (first..head).rev().take_while(|at| tag(words, *at) == Tag::NNP).last();
    let name = name.unwrap_or(head);
    let noun = words.get(name.checked_sub(1).filter(|noun| *noun >= first)?)?;
    let hangs = || first.checked_sub(1).is_some_and(|of| words[of].key == OF);
    let whole = matches!(tag(words, first), Tag::DT | Tag::PRPS);
    // "Ana *das* Neves"
    let inside = name > first + 1 && tag(words, name - 2) == Tag::NNP;
    if !whole && (inside || noun.tag != Tag::NNS && !hangs()) {
        return None;
    }
    let plain = matches!(noun.tag, Tag::NN | Tag::NNS) && !noun.has(Token::CAPITAL);
    if !plain || lexicon.names.class(noun.key) & TITLES != 0 {
        return None;
    }
    let verb = (head + 1..head + 4).find(|at| !tag(words, *at).is_adverb())?;
    let group = verb_group(words, verb).filter(|_| tag(words, verb).is_finite())?;
    // Of what stands before nothing follows the verb: "the plan Poe backed", "the film Poe opened the festival".
    let next = group.tokens.after();
    // "the plan Poe backed *months earlier*"
    let timed = words.get(next + 1).is_some_and(|it| LATER.holds(it.key));
    let object = tag(words, next).is_noun() && !timed
        || matches!(
            tag(words, next),
            Tag::DT | Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT | Tag::WRB
        )
        || words.get(next).is_some_and(|it| it.key == key("that"));
    let is = BE.holds(words[group.head()].key);
    (!object && !is).then_some(name)
}

/// Where the noun or name begins that says something to what stands before the comma, by a noun for that: "…, a claim *analysts*
/// doubt", "…, a charge *Ms Poe's lawyer* denied"; but not "…, a claim form Poe signed".
fn commenting_subject(words: &[Token], phrase: Phrase) -> Option<usize> {
    const COMMENTS: KeySet<16> = KeySet::new([
        "claim", "charge", "allegation", "accusation", "account", "assertion", "suggestion",
        "figure", "version", "view", "argument", "characterisation", "characterization",
        "contention", "notion", "statement",
    ]);
    let (first, head) = (phrase.tokens.first(), phrase.head());
    let comma = first.checked_sub(1).is_some_and(|at| words[at].kind == Kind::Comma);
    if !comma || words[first].tag != Tag::DT || phrase.kind != PhraseKind::Noun {
        return None;
    }
    let noun = (first + 1..head).find(|at| tag(words, *at) == Tag::NN)?;
    let next = words[noun + 1];
    let other = matches!(next.tag, Tag::NNP | Tag::NNPS | Tag::NNS);
    let verb = head + 1 + usize::from(tag(words, head + 1).is_adverb());
    let acts = tag(words, verb).is_finite();
    (COMMENTS.holds(words[noun].key) && other && acts).then_some(noun + 1)
}

/// The tag of the word at `at`; punctuation behind the last.
fn tag(words: &[Token], at: usize) -> Tag {
    words.get(at).map_or(Tag::PUNCT, |token| token.tag)
}

/// Words that stand for a noun: "most of the voters", "those who".
const PRONOUNS: [u64; 20] = keys([
    "this", "that", "these", "those", "some", "many", "both", "all", "most", "others", "more",
    "several", "few", "none", "each", "half", "anyone", "everyone", "another", "any",
]);

/// Words that a base noun phrase has at most: only heaps of numbers, adjectives or names have more.
const LONGEST_NOUN: usize = 48;

/// The base noun phrase that starts at `start`: determiners and modifiers up to its last noun, or a pronoun.
fn noun_phrase(words: &[Token], start: usize) -> Option<Phrase> {
    let make = |stop: usize, head: usize| {
        Some(Phrase { kind: PhraseKind::Noun, tokens: Run::new(start, stop), head: head as u32 })
    };
    if matches!(tag(words, start), Tag::PRP | Tag::EX) {
        return make(start + 1, start);
    }
    // "at *least* one voter" is told of by "one voter".
    let at_least = LEAST.holds(words[start].key)
        && start.checked_sub(1).is_some_and(|before| words[before].key == key("at"));
    if at_least && tag(words, start + 1) == Tag::CD {
        return None;
    }
    let mut read = Read { head: None, open: false };
    let mut at = start;
    // Words that turn out to be no part of the phrase are read again from the next one.
    let limit = words.len().min(start + LONGEST_NOUN);
    while at < limit && read.takes(words, start, at) {
        at += 1;
        if ends_date(words, start, at) {
            return make(at, at - 1);
        }
        if ends_time(words, start, at) || read.head.is_some() && begins_time(words, at) {
            break;
        }
    }
    if let Some(head) = read.head {
        return make(head + 1 + usize::from(is_numbered(words, head)), head);
    }
    // "those *briefed* on the move": what the verb tells comes behind.
    let those = words[start].key == key("those");
    let tells = |it: &Token| it.tag == Tag::VBN || those && it.tag == Tag::VBG;
    if PRONOUNS.contains(&words[start].key) && words[start + 1..at].iter().all(tells) {
        return make(start + 1, start);
    }
    if read.open && at > start + 1 && tag(words, at - 1).is_adjective() {
        make(at, at - 1)
    } else {
        None
    }
}

/// Whether a number stands behind a noun that counts what is written: "*Article* 33".
fn is_numbered(words: &[Token], head: usize) -> bool {
    const NUMBERED: KeySet<16> = KeySet::new([
        "article", "section", "chapter", "clause", "rule", "title", "proposition", "measure",
        "resolution", "amendment", "directive", "paragraph", "schedule", "count", "exhibit",
        "part",
    ]);
    let number = words.get(head + 1).filter(|it| it.tag == Tag::CD && it.has(Token::SPACE));
    let counts = || words.get(head + 2).is_some_and(|it| it.tag.is_noun());
    number.is_some() && NUMBERED.holds(words[head].key) && !counts()
}

/// A noun phrase as far as it was read.
struct Read {
    /// Its last noun.
    head: Option<usize>,
    /// A determiner or possessor came after which no noun has come.
    open: bool,
}

impl Read {
    /// Reads the word at `at`, if it belongs to the phrase.
    #[inline(always)]
    fn takes(&mut self, words: &[Token], start: usize, at: usize) -> bool {
        use Tag::*;
        let (word, next) = (&words[at], tag(words, at + 1));
        let bare = self.head.is_none();
        let symbol = word.kind == Kind::Symbol;
        match word.tag {
            NN | NNS | NNP | NNPS | FW => {
                self.head = Some(at);
                self.open &= !word.tag.is_noun();
            }
            // What a number counts is the head, whatever was it before.
            CD if next.is_noun() || next.is_adjective() => self.head = None,
            CD => self.head = self.head.or(Some(at)),
            DT | PRPS | PDT | WPS if bare => self.open = true,
            POS if !bare => self.open = true,
            JJ | JJR | JJS if self.open || bare || next.is_noun() => {}
            VBN | VBG if self.open || bare && next.is_noun() && at > start => {}
            RB | RBR | RBS if self.open => {
                return next.is_adjective() || matches!(next, VBN | CD);
            }
            // "a Reuters/Ipsos poll"
            SYM if word.key == SLASH => return !bare && next.is_noun(),
            // "$ 5"
            PUNCT => return symbol && bare && next == CD,
            CC => return joins_modifiers(words, at, start),
            _ => return false,
        }
        true
    }
}

const IS_MONTH: KeySet<12> = KeySet::new(MONTHS);
/// What "last" and "this" tell when something is.
const SPANS: KeySet<9> = KeySet::new([
    "week", "month", "year", "weekend", "night", "spring", "summer", "autumn", "winter",
]);
/// Parts of a day, and what goes on with "last year".
const PARTS: KeySet<12> = KeySet::new([
    "morning", "afternoon", "evening", "night", "nights", "mornings", "evenings", "alone", "end",
    "lunchtime", "midnight", "noon",
]);
const WHICH: KeySet<4> = KeySet::new(["last", "next", "this", "late"]);
const IN_MONTH: KeySet<4> = KeySet::new(["in", "since", "until", "by"]);

/// Whether a time ends at `end` that begins at `start` and is no part of the noun phrase after it: "on *Friday* | Ann Poe said",
/// "*last week* | officials said"; but not "on Friday night", "last year's vote".
fn ends_time(words: &[Token], start: usize, end: usize) -> bool {
    let last = &words[end - 1];
    let before = || start.checked_sub(1).map_or(0, |at| words[at].key);
    let which = end == start + 2 && WHICH.holds(words[start].key);
    let time = match last.tag {
        Tag::NNP => {
            let alone = end == start + 1;
            DAYS.holds(last.key) && (which || alone && ON_DAY.holds(before()))
                || IS_MONTH.holds(last.key) && (which || alone && IN_MONTH.holds(before()))
        }
        // "Tuesday night"
        Tag::NN if end == start + 2 && DAYS.holds(words[start].key) => PARTS.holds(last.key),
        Tag::NN => which && SPANS.holds(last.key),
        _ => false,
    };
    let goes_on = |next: &Token| PARTS.holds(next.key) || next.tag == Tag::POS;
    time && !words.get(end).is_some_and(goes_on)
}

/// Whether a date with a number, behind its preposition, ends at `end` that begins at `start`, and a subject follows without a
/// comma: "in *2019* | Dr Poe said", "on *March 4* | officials said"; but not "in 2019 dollars", "the 4 March vote".
fn ends_date(words: &[Token], start: usize, end: usize) -> bool {
    let number = |at: usize| words.get(at).filter(|it| it.tag == Tag::CD);
    let day = |at: usize| number(at).is_some_and(|it| it.span().len() <= 2);
    let year = |at: usize| number(at).is_some_and(|it| it.span().len() == 4);
    let month = |at: usize| words.get(at).is_some_and(|it| IS_MONTH.holds(it.key));
    let date = match end - start {
        1 => year(start),
        2 => month(start) && (day(end - 1) || year(end - 1)) || day(start) && month(end - 1),
        3 => day(start) && month(start + 1) && year(end - 1),
        _ => false,
    };
    if !date || !start.checked_sub(1).is_some_and(|at| is_dating(words, at)) {
        return false;
    }
    let next = tag(words, end);
    // "in March *2019* Poe said" is read to its end.
    let goes_on = month(end) || year(end) && month(end - 1);
    let subject = end + usize::from(next.is_adjective());
    let acts = tag(words, subject).is_noun() && tag(words, subject + 1).is_finite();
    !goes_on && (matches!(next, Tag::NNP | Tag::NNPS) || acts)
}

/// Whether a date may follow the word at `at`: "in", the month of "in March *2019*", or the comma of "on March 4, *2019*".
fn is_dating(words: &[Token], at: usize) -> bool {
    let word = words[at];
    let month = |back: usize| at.checked_sub(back).is_some_and(|it| IS_MONTH.holds(words[it].key));
    let day = || tag(words, at - 1) == Tag::CD;
    let since = |at: usize| IN_MONTH.holds(words[at].key) || ON_DAY.holds(words[at].key);
    since(at)
        || month(0) && at > 0 && since(at - 1)
        || word.kind == Kind::Comma && month(2) && day()
}

/// Whether a time stands at `at` between the noun phrase before it and its verb: "Ann Poe | *last week* said".
fn begins_time(words: &[Token], at: usize) -> bool {
    // "Ann Poe | *two hours later* said"
    let from = at + usize::from(tag(words, at) == Tag::CD);
    let couple = words[at - 1].key == key("couple");
    let counted = !couple && words.get(from).is_some_and(|it| UNITS.holds(it.key));
    if counted && words.get(from + 1).is_some_and(|it| LATER.holds(it.key)) {
        return true;
    }
    let next = words.get(at + 1).map_or(0, |next| next.key);
    words.get(at).is_some_and(|it| WHICH.holds(it.key)) && (SPANS.holds(next) || DAYS.holds(next))
}

/// Whether the "and" at `at` joins two adjectives or two nouns before a noun: "military and economic aid".
fn joins_modifiers(words: &[Token], at: usize, start: usize) -> bool {
    let after = tag(words, at + 2);
    at > start
        && tag(words, at - 1).is_adjective()
        && tag(words, at + 1).is_adjective()
        && (after.is_noun() || after.is_adjective())
}

const SLASH: u64 = key("/");
const LEAST: KeySet<2> = KeySet::new(["least", "most"]);
const UNITS: KeySet<6> = KeySet::new(["minutes", "hours", "days", "weeks", "months", "years"]);
const LATER: KeySet<4> = KeySet::new(["earlier", "later", "ago", "before"]);

/// How many words a verb group has at most.
const LONGEST: usize = 12;

/// The verb group that starts at `start`: auxiliaries, "to", negation and adverbs, and the main verb.
fn verb_group(words: &[Token], start: usize) -> Option<Phrase> {
    let mut head = None;
    let mut at = start;
    while let Some(word) = words.get(at).filter(|_| at < start + LONGEST) {
        let tag = word.tag;
        if tag.is_verb() || tag == Tag::MD || (tag == Tag::TO && verb_follows(words, at + 1)) {
            if let Some(last) = head
                && !goes_on(&words[last], tag)
            {
                break;
            }
            head = Some(at);
        } else if head.is_some() && is_inside(word) {
            if !verb_follows(words, at + 1) && !NEGATIONS.contains(&word.key) {
                break;
            }
        } else {
            break;
        }
        at += 1;
    }
    let head = head?;
    let stop = if NEGATIONS.contains(&words[at - 1].key) { at } else { head + 1 };
    Some(Phrase { kind: PhraseKind::Verb, tokens: Run::new(start, stop), head: head as u32 })
}

/// Whether a word may stand inside a verb group: "had *himself* approved", "have *both* denied".
fn is_inside(word: &Token) -> bool {
    const WORDS: KeySet<7> =
        KeySet::new(["himself", "herself", "itself", "themselves", "both", "all", "each"]);
    word.tag.is_adverb() || NEGATIONS.contains(&word.key) || WORDS.holds(word.key)
}

/// Whether a verb stands at `at`, perhaps after an adverb or two.
fn verb_follows(words: &[Token], at: usize) -> bool {
    let mut at = at;
    let last = at + 3;
    while at < last && tag(words, at).is_adverb() {
        at += 1;
    }
    tag(words, at).is_verb()
}

/// Whether a verb with this tag belongs to the same group as the auxiliary or "to" before it.
fn goes_on(before: &Token, tag: Tag) -> bool {
    let auxiliary = || matches!(before.tag, Tag::MD | Tag::TO) || AUXILIARIES.holds(before.key);
    match tag {
        Tag::TO | Tag::MD => false,
        // "is said", "has said", "is saying", "to say", "did say"; but not "is says".
        Tag::VBZ => false,
        Tag::VBD => before.tag != Tag::TO && HAVE.contains(&before.key),
        _ => auxiliary(),
    }
}

/// The auxiliaries before a past tense that the tagger ought to have called a participle.
const HAVE: [u64; 8] = keys(["have", "has", "had", "having", "'ve", "'d", "'s", "was"]);
