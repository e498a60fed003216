//! What the tagger gets wrong and the words around leave no doubt about. It learned from texts with few headlines, few verbs but
//! "says" behind a quotation, and few persons told of by a participle.

use super::nouns::amend_nouns;
use crate::document::{Kind, Part, Tables, Tag, Token};
use crate::key::{KeySet, key, key_bit, keys};
use crate::lexicon::{AUXILIARIES, CueClass, CueEntry, CueWords, DAYS, FrameKind, SOME, Strength};

/// How many tokens a sentence is looked through on either side of a word; so the time stays linear in a text without full stops.
const REACH: usize = 150;

/// Amends the tags of the sentence at `index`.
pub(super) fn amend_tags(text: &str, words: &CueWords, tables: &mut Tables, index: usize) {
    let Some(sentence) = tables.sentences.get(index).copied() else { return };
    let headline = sentence.part == Part::Headline;
    let run = tables.past_marker(&sentence);
    amend_surname(text, words, tables, run.first());
    let Some(tokens) = tables.tokens.get_mut(run.range()) else { return };
    if run.start > sentence.tokens.start {
        amend_item(tokens);
    }
    let held = Held::of(tokens);
    if headline || index == 0 {
        amend_pair(words, tokens);
    }
    if !headline && held.tag(Tag::MD) {
        amend_modals(tokens);
    }
    if !headline && held.word(WERE) {
        amend_were(tokens);
    }
    if !headline {
        amend_levels(tokens);
    }
    amend_nouns(text, words, tokens, held);
    amend_owned(tokens);
    if held.word(THAT) {
        amend_that(tokens);
    }
    amend_participles(tokens);
    if held.tag(Tag::VBG) {
        amend_trades(tokens);
    }
    if held.word(KNOW) {
        amend_know(tokens);
    }
    if held.word(SAY) {
        amend_say(tokens);
    }
    amend_present(text, words, tokens, headline);
    // Some of the above make past tenses of participles.
    if held.tag(Tag::VBD) || held.tag(Tag::VBN) {
        amend_naming(words, tokens);
        amend_accused(tokens);
        amend_reduced(tokens);
        amend_set_off(tokens);
        if !headline {
            amend_past(tokens);
        }
    }
}

/// What a sentence may hold, so that most of what amends it need not look: a bit for each tag that it has, and one for each word,
/// which others share.
#[derive(Clone, Copy)]
pub(super) struct Held {
    tags: u64,
    words: u64,
}

impl Held {
    fn of(tokens: &[Token]) -> Held {
        let (mut tags, mut words) = (0, 0);
        for it in tokens {
            tags |= 1 << it.tag as u32;
            words |= key_bit(it.key);
        }
        Held { tags, words }
    }

    pub(super) fn tag(self, tag: Tag) -> bool {
        self.tags & 1 << tag as u32 != 0
    }

    pub(super) fn word(self, key: u64) -> bool {
        self.words & key_bit(key) != 0
    }
}

const THAT: u64 = key("that");
const KNOW: u64 = key("know");
const SAY: u64 = key("say");
const WERE: u64 = key("were");

/// The tokens before `at`.
fn near(tokens: &[Token], at: usize) -> &[Token] {
    &tokens[at.saturating_sub(REACH)..at]
}

/// Takes for a surname what looks like another word at the start of a sentence, before a verb: a word that the text had behind
/// another name inside a sentence, "Paul *Long* … *Long* wants", "*Long*, who is", and a gerund also before a verb that always
/// attributes, "*Keating* said".
fn amend_surname(text: &str, words: &CueWords, tables: &mut Tables, at: usize) {
    /// How many tokens are looked through for the name.
    const REACH: usize = 1000;
    let tokens = &tables.tokens;
    let tag = |at: usize| tokens.get(at).map_or(Tag::PUNCT, |it| it.tag);
    let Some(word) = tokens.get(at) else { return };
    // "Teachers said" may be any.
    let other = word.tag.is_name()
        || matches!(word.tag, Tag::NNS | Tag::PRP | Tag::PRPS | Tag::DT | Tag::EX | Tag::WP);
    if !word.has(Token::CAPITAL) || other || !word.is_word() {
        return;
    }
    let next = at + 1 + usize::from(tag(at + 1).is_adverb());
    let Some(verb) = tokens.get(next) else { return };
    let finite = verb.tag.is_finite();
    let plural = matches!(verb.tag, Tag::NNS | Tag::NN) && verb.span().of(text).ends_with('s');
    let plural = plural && !verb.has(Token::CAPITAL) && verbs(words, verb.key).next().is_some();
    let beside = match verb.kind {
        Kind::Comma => matches!(tag(next + 1), Tag::WP | Tag::WPS | Tag::CD),
        _ => verb.tag == Tag::CC && tag(next + 1) == Tag::NNP,
    };
    if !(finite || plural || beside) {
        return;
    }
    let before = &tokens[at.saturating_sub(REACH)..at];
    let named = |pair: &[Token]| {
        let [first, last] = pair else { return false };
        let capitals = first.has(Token::CAPITAL) && last.has(Token::CAPITAL);
        last.key == word.key && capitals && first.tag.is_name() && !last.has(Token::SENTENCE)
    };
    let core = |entry: &CueEntry| entry.rest.is_empty() && entry.strength == Strength::Core;
    let gerund = || word.tag == Tag::VBG && verbs(words, verb.key).any(core);
    if before.windows(2).any(named) || finite && gerund() {
        tables.tokens[at].tag = Tag::NNP;
        if plural {
            tables.tokens[next].tag = Tag::VBZ;
        }
    }
}

/// Takes for a verb what a headline tells of the two with whom it opens: "Poe, Berg *vow* to go".
fn amend_pair(words: &CueWords, tokens: &mut [Token]) {
    let [first, comma, second, verb, next, ..] = tokens else { return };
    let name = |it: &Token| it.has(Token::CAPITAL) && it.tag == Tag::NNP;
    let links = matches!(next.tag, Tag::TO | Tag::IN) && next.key != key("of");
    let base = verb.tag == Tag::NN && verbs(words, verb.key).any(|it| it.rest.is_empty());
    if name(first) && comma.kind == Kind::Comma && name(second) && base && links {
        verb.tag = Tag::VBP;
    }
}

/// Takes for a name the modal verb with a capital that stands inside the sentence, before a verb in the past or, with a name behind
/// it, before what tells who that is, in a sentence that asks nothing: "said *Will* Poe", "*Will* said", "*Will* Poe, the mayor, said".
fn amend_modals(tokens: &mut [Token]) {
    const MODALS: KeySet<2> = KeySet::new(["will", "may"]);
    let asks = tokens.iter().rev().take(3).any(|it| it.kind == Kind::Question);
    for at in 0..tokens.len() {
        let word = tokens[at];
        if word.tag != Tag::MD || !word.has(Token::CAPITAL) || !MODALS.holds(word.key) {
            continue;
        }
        let after = tokens.get(at + 1..).unwrap_or_default();
        let names = after.iter().take_while(|it| it.has(Token::CAPITAL) && it.tag.is_name());
        let names = names.take(2).count();
        let next = after.get(names);
        let apart = next.is_some_and(|it| {
            it.kind == Kind::Comma || matches!(it.tag, Tag::CC | Tag::IN) || it.kind == Kind::Open
        });
        let named = names > 0 && apart && !asks;
        let told = named || next.is_some_and(|it| matches!(it.tag, Tag::VBD | Tag::VBN | Tag::VBZ));
        let modal = next.is_some_and(|it| it.tag == Tag::VB);
        if told || !modal && !word.has(Token::SENTENCE | Token::ALL_CAPS) {
            tokens[at].tag = Tag::NNP;
        }
    }
}

/// Takes for a surname the "Were" with a capital behind another name inside a sentence: "lawyer Fred *Were* said".
fn amend_were(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let word = tokens[at];
        let name = tokens[at - 1];
        let inside = word.has(Token::CAPITAL) && !word.has(Token::SENTENCE | Token::ALL_CAPS);
        if word.key == WERE && inside && name.tag.is_name() && name.has(Token::CAPITAL) {
            tokens[at].tag = Tag::NNP;
        }
    }
}

/// Takes for a noun the word that begins a sentence as a verb would and counts a class or level: "*Grade* 8 pupil Ann Poe said".
fn amend_levels(tokens: &mut [Token]) {
    const LEVELS: KeySet<8> =
        KeySet::new(["grade", "form", "class", "year", "standard", "level", "stage", "group"]);
    if let [first, number, noun, ..] = tokens
        && LEVELS.holds(first.key)
        && number.tag == Tag::CD
        && noun.tag.is_noun()
    {
        first.tag = Tag::NN;
    }
}

/// Takes for a pronoun the one that begins the item of a list, whose marker hides that a sentence begins: "2) *He* added".
fn amend_item(tokens: &mut [Token]) {
    const PERSONS: KeySet<6> = KeySet::new(["he", "she", "it", "they", "we", "you"]);
    if let [first, next, ..] = tokens
        && PERSONS.holds(first.key)
        && !next.has(Token::CAPITAL)
    {
        first.tag = Tag::PRP;
    }
}

/// Takes for a pronoun the possessive that begins a sentence as a name would: "*Mine* told me so".
fn amend_owned(tokens: &mut [Token]) {
    const OWNED: KeySet<5> = KeySet::new(["mine", "yours", "hers", "ours", "theirs"]);
    if let [first, next, ..] = tokens
        && first.tag.is_name()
        && OWNED.holds(first.key)
        && (next.tag.is_verb() || next.tag == Tag::MD)
    {
        first.tag = Tag::PRP;
    }
}

/// Takes for a conjunction the "that" before a name: "It is late *that* Poe left", but not "that September".
fn amend_that(tokens: &mut [Token]) {
    for at in 0..tokens.len().saturating_sub(2) {
        if tokens[at].key != THAT || tokens[at].tag != Tag::DT {
            continue;
        }
        let (name, verb) = (tokens[at + 1], tokens[at + 2]);
        let acts = verb.tag.is_finite() || verb.tag.is_adverb();
        if name.tag == Tag::NNP && acts && !DAYS.holds(name.key) {
            tokens[at].tag = Tag::IN;
        }
    }
}

/// Takes for adjectives the verbs that only tell of who speaks: "said *retired* teacher Ann Poe", "according to *acting* director
/// Ann Poe", "Vestfrakt *managing* director Ann Poe".
fn amend_participles(tokens: &mut [Token]) {
    for at in 0..tokens.len().saturating_sub(1) {
        let (tag, word) = (tokens[at].tag, tokens[at].key);
        if !tag.is_verb() || !(PARTICIPLES.holds(word) || DUTIES.holds(word)) {
            continue;
        }
        let (before, next) = (at.checked_sub(1).map(|it| tokens[it]), tokens[at + 1]);
        let past = matches!(tag, Tag::VBD | Tag::VBN) && PARTICIPLES.holds(word);
        let duty = DUTIES.holds(word) && OFFICERS.holds(next.key);
        let noun = next.tag.is_noun() || next.tag.is_adjective();
        let behind = before.is_none_or(|before| {
            let verb = before.tag.is_verb() && !AUXILIARIES.holds(before.key);
            let whose = duty && before.tag.is_noun();
            verb || whose || before.kind == Kind::Comma || matches!(before.tag, Tag::IN | Tag::TO)
        });
        if behind && noun && (past || duty) {
            tokens[at].tag = Tag::JJ;
        }
    }
}

/// Takes for a noun the "know" of "sources in the know".
fn amend_know(tokens: &mut [Token]) {
    for at in 2..tokens.len() {
        let the = tokens[at - 1].key == key("the") && tokens[at - 2].key == key("in");
        if the && tokens[at].key == KNOW {
            tokens[at].tag = Tag::NN;
        }
    }
}

/// Takes for nouns what firms do: "a report by *engineering* firm Vestfrakt", "Vestfrakt, a *mining* company".
fn amend_trades(tokens: &mut [Token]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let (before, word, next) = (tokens[at - 1], tokens[at], tokens[at + 1]);
        let acts = AUXILIARIES.holds(before.key);
        if word.tag == Tag::VBG && TRADES.holds(word.key) && FIRMS.holds(next.key) && !acts {
            tokens[at].tag = Tag::NN;
        }
    }
}

/// What firms do.
const TRADES: KeySet<32> = KeySet::new([
    "accounting", "advertising", "banking", "betting", "boating", "brewing", "broadcasting",
    "building", "catering", "cleaning", "consulting", "drilling", "engineering", "farming",
    "fishing", "gambling", "gaming", "lobbying", "logging", "manufacturing", "marketing", "mining",
    "packaging", "polling", "publishing", "recruiting", "shipping", "staffing", "testing",
    "trading", "training", "trucking",
]);
/// Who does it.
const FIRMS: KeySet<16> = KeySet::new([
    "firm", "company", "group", "giant", "agency", "house", "business", "consultancy",
    "conglomerate", "start-up", "startup", "union", "charity", "watchdog", "body", "organisation",
]);

/// Participles that stand before persons much like adjectives.
const PARTICIPLES: KeySet<12> = KeySet::new([
    "retired", "disgraced", "ousted", "jailed", "exiled", "deposed", "imprisoned", "convicted",
    "sacked", "acclaimed", "renowned", "celebrated",
]);
/// Verb forms that tell how somebody holds an office.
const DUTIES: KeySet<15> = KeySet::new([
    "ranking", "acting", "managing", "lead", "leading", "founding", "presiding", "outgoing",
    "incoming", "visiting", "attending", "consulting", "sporting", "working", "running",
]);
/// Whom `DUTIES` are told of.
const OFFICERS: KeySet<44> = KeySet::new([
    "member", "democrat", "republican", "director", "editor", "partner", "chief", "president",
    "chairman", "chairwoman", "chair", "minister", "prime", "premier", "secretary", "mayor",
    "governor", "head", "ceo", "commissioner", "superintendent", "attorney", "judge", "author",
    "researcher", "investigator", "counsel", "prosecutor", "negotiator", "singer", "engineer",
    "professor", "economist", "physician", "surgeon", "manager", "officer", "scientist",
    "consultant", "coach", "analyst", "lawyer", "producer", "mate",
]);
/// Takes for verbs in the present tense what ends a sentence behind a quotation or, in a headline, a clause, or stands before an
/// object there, and is written like a noun.
fn amend_present(text: &str, words: &CueWords, tokens: &mut [Token], headline: bool) {
    for at in 1..tokens.len() {
        let (before, word) = (tokens[at - 1], tokens[at]);
        // In a headline's capitals a verb looks like a name.
        let name = headline && word.tag == Tag::NNP;
        // "Article *33* states"
        let numbered = before.tag == Tag::CD && at > 1 && tokens[at - 2].tag.is_noun();
        let subject = before.tag.is_noun() || numbered;
        if !(name || matches!(word.tag, Tag::NN | Tag::NNS)) || !subject {
            continue;
        }
        let singular = word.span().of(text).ends_with('s');
        let plural = || before.tag == Tag::NNS || PLURALS.holds(before.key);
        let behind =
            || (singular || plural()) && is_behind(tokens, at, headline) && says(words, word.key);
        let amid = || {
            let agrees = singular || plural();
            let verb = || is_verb(words, word.key) || singular && is_deed(words, before, word.key);
            headline && agrees && is_predicate(words, tokens, at) && verb()
        };
        let told = || {
            let Some(next) = tokens.get(at + 1).filter(|_| !headline) else { return false };
            let that = next.key == THAT;
            if !(that || matches!(next.tag, Tag::DT | Tag::PRPS | Tag::IN)) {
                return false;
            }
            let agrees = singular || that && begins_plural(tokens);
            let sure = agrees && licensed(words, word.key);
            let may = sure || agrees && says(words, word.key);
            may && is_only_verb(words, tokens, at, sure)
        };
        if !name && (behind() || told()) || amid() {
            tokens[at].tag = if singular { Tag::VBZ } else { Tag::VBP };
        }
    }
}

/// Whether the first noun of a sentence is a plural: "*Data* from the port show".
fn begins_plural(tokens: &[Token]) -> bool {
    let first = tokens.iter().take(REACH).find(|it| it.tag.is_noun());
    first.is_some_and(|it| it.tag == Tag::NNS || PLURALS.holds(it.key))
}

/// Whether a noun is rather the verb of its sentence, which has no other: "The contract *states* that he pays", "Figures from the
/// port *show* that he paid", "The port authority *disputes* the figure". One that seldom attributes (not `sure`) has a clause
/// with one verb behind it.
fn is_only_verb(words: &CueWords, tokens: &[Token], at: usize, sure: bool) -> bool {
    let acts = |it: &Token| it.tag.is_finite();
    let before = near(tokens, at);
    let after = &tokens[at + 1..tokens.len().min(at + 1 + REACH)];
    let Some(next) = after.first().filter(|_| !before.iter().any(acts)) else { return false };
    let simple = before.iter().all(|it| it.tag != Tag::IN && it.kind != Kind::Comma);
    let only = || after.iter().filter(|it| acts(it)).count() == 1;
    let clause = next.key == key("that")
        && (sure && simple || only())
        && after.get(1).is_some_and(|it| {
            it.tag.is_noun() || matches!(it.tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::EX)
        });
    let object = matches!(next.tag, Tag::DT | Tag::PRPS) || next.key == key("that");
    let marks = [Kind::Double, Kind::Single];
    // "The ministry *warns* of floods"
    let hangs = || verbs(words, tokens[at].key).any(|it| it.has(FrameKind::Preposition(next.key)));
    let object = object || next.tag == Tag::IN && hangs();
    clause && after.iter().any(acts)
        || sure && object && !after.iter().any(|it| acts(it) || marks.contains(&it.kind))
}

/// Takes for the present tense the "say" behind a noun, a number or a clause about either, with a clause of its own behind it: "one
/// in five *say* they …"; but not "to say", "a final say".
fn amend_say(tokens: &mut [Token]) {
    /// How many words before it are looked through for another verb.
    const CLAUSE: usize = 24;
    for at in 1..tokens.len().saturating_sub(1) {
        if tokens[at].key != SAY || !matches!(tokens[at].tag, Tag::VB | Tag::NN) {
            continue;
        }
        let (before, next) = (tokens[at - 1], tokens[at + 1]);
        let subject = before.tag.is_noun() || before.tag == Tag::CD || FRACTIONS.holds(before.key);
        let clause = next.key == key("that")
            || matches!(next.tag, Tag::PRP | Tag::PRPS | Tag::DT | Tag::EX | Tag::NNP)
            || matches!(next.tag, Tag::WRB | Tag::WP);
        let words = tokens[..at].iter().rev().take_while(|it| it.tag != Tag::PUNCT).take(CLAUSE);
        let acts = |it: &Token| it.tag == Tag::MD || it.tag.is_finite();
        if subject && clause && !words.into_iter().any(acts) {
            tokens[at].tag = Tag::VBP;
        }
    }
}

/// Parts of a whole, which stand for those who are meant.
const FRACTIONS: KeySet<8> =
    KeySet::new(["third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "half"]);

/// Takes for the past tense the first participle behind a subject where the sentence has no other verb: "Poe, who has been ill,
/// *denied* it", "“…,” the 71-year-old *recalled*". What stands between quotation marks, and in clauses between commas, is told
/// aside.
fn amend_past(tokens: &mut [Token]) {
    let ends = [Kind::Stop, Kind::Double, Kind::Exclamation, Kind::Question];
    if !tokens.last().is_some_and(|it| ends.contains(&it.kind)) {
        return;
    }
    let (mut quoted, mut aside) = (false, false);
    let mut found = None;
    for (at, it) in tokens.iter().enumerate() {
        let told = !quoted && !aside;
        match it.kind {
            Kind::Double => quoted = !quoted,
            Kind::Comma if !quoted => {
                let next = tokens.get(at + 1);
                // The comma that closes a clause stands between the subject and its verb.
                if aside && next.is_some_and(|it| it.tag == Tag::VBN) {
                    found = found.or(Some(at + 1));
                }
                aside = next.is_some_and(|it| it.tag.is_relative());
            }
            _ if told && it.tag.is_finite() => return,
            _ if told && it.tag == Tag::VBN && found.is_none() && is_told_of(tokens, at) => {
                found = Some(at)
            }
            _ => {}
        }
    }
    if let Some(at) = found {
        tokens[at].tag = Tag::VBD;
    }
}

/// Takes for participles the verbs that name what stands before them, where that is no subject: "runs a group *called* Marsk Aid",
/// "part of a show *called* “Ferry”".
fn amend_naming(words: &CueWords, tokens: &mut [Token]) {
    const NAMING: KeySet<6> =
        KeySet::new(["called", "named", "dubbed", "titled", "entitled", "nicknamed"]);
    for at in 3..tokens.len() {
        let [before, article, noun, verb] = &tokens[at - 3..=at] else { return };
        let named = verb.tag == Tag::VBD && NAMING.holds(verb.key) && noun.tag == Tag::NN;
        let whole = matches!(article.tag, Tag::DT | Tag::PRPS);
        let object = || before.tag.is_verb() && !says(words, before.key) || before.tag == Tag::IN;
        if named && whole && object() {
            tokens[at].tag = Tag::VBN;
        }
    }
    for at in 1..tokens.len() {
        if tokens[at].tag == Tag::VBD
            && NAMING.holds(tokens[at].key)
            && names_only(words, tokens, at)
        {
            tokens[at].tag = Tag::VBN;
        }
    }
}

/// Whether what stands before the verb at `at` has another verb, behind the name that this one gives it: "A firm from Leeds
/// *called* Harlund has", "one of the nine, *called* Pepper, had".
fn names_only(words: &CueWords, tokens: &[Token], at: usize) -> bool {
    /// How many words the name has at most.
    const NAME: usize = 6;
    let set_off = tokens[at - 1].kind == Kind::Comma;
    let behind = tokens[at - 1].tag.is_noun() || set_off && at > 1 && !tokens[at - 2].tag.is_verb();
    let rest = &tokens[at + 1..];
    let name =
        rest.iter().take(NAME).take_while(|it| matches!(it.tag, Tag::NNP | Tag::NNPS)).count();
    let comma = rest.get(name).is_some_and(|it| it.kind == Kind::Comma);
    let verb = rest.iter().skip(name + usize::from(comma)).find(|it| !it.tag.is_adverb());
    // "The mayor called Poe, said Berg."
    let acts = verb.is_some_and(|it| it.tag.is_finite() && !(comma && says(words, it.key)));
    behind && name > 0 && acts && (comma || !set_off)
}

/// Takes for participles the verbs without an object before these words, which are passive: "Museum *accused* of theft",
/// "Mayor *told* to resign".
fn amend_accused(tokens: &mut [Token]) {
    const OF: KeySet<4> = KeySet::new(["accused", "suspected", "convicted", "acquitted"]);
    const TO: KeySet<3> = KeySet::new(["told", "urged", "ordered"]);
    const FOR: KeySet<7> = KeySet::new([
        "criticised", "criticized", "slammed", "blasted", "condemned", "praised", "blamed",
    ]);
    for at in 0..tokens.len().saturating_sub(1) {
        let verb = tokens[at];
        if verb.tag != Tag::VBD {
            continue;
        }
        let next = tokens[at + 1].key;
        let infinitive = || tokens.get(at + 2).is_some_and(|it| it.tag == Tag::VB);
        let passive = next == key("of") && OF.holds(verb.key)
            || next == key("to") && TO.holds(verb.key) && infinitive()
            || next == key("for") && FOR.holds(verb.key);
        if passive {
            tokens[at].tag = Tag::VBN;
        }
    }
}

/// Takes for participles the verbs that only tell of a subject whose own verb follows: "The plan *rejected* on Monday was new".
/// Other verbs may have a clause there: "The mayor warned on Monday fans were late".
fn amend_reduced(tokens: &mut [Token]) {
    /// How far away the subject's own verb is at most.
    const REACH: usize = 10;
    for at in 1..tokens.len().saturating_sub(2) {
        let [verb, after] = [tokens[at], tokens[at + 1]];
        let hangs = || BESIDE.holds(after.key) || after.kind == Kind::Double;
        if verb.tag != Tag::VBD || !hangs() {
            continue;
        }
        let told = if OBJECTS.holds(verb.key) {
            is_subject_alone(&tokens[..at])
        } else {
            SUFFERED.holds(verb.key) && is_group(&tokens[..at])
        };
        if !told {
            continue;
        }
        let inside = |it: &&Token| {
            it.tag.is_noun()
                || it.tag.is_adjective()
                || matches!(it.tag, Tag::DT | Tag::CD | Tag::PRPS | Tag::POS)
                || it.kind == Kind::Double
                || BESIDE.holds(it.key)
        };
        let rest = &tokens[at + 1..];
        let object = rest.iter().take(REACH).take_while(inside).count();
        let acts = rest.get(object).is_some_and(|it| it.tag.is_finite());
        if acts && rest.get(object.wrapping_sub(1)).is_some_and(|it| it.tag.is_noun()) {
            tokens[at].tag = Tag::VBN;
        }
    }
}

/// Takes for participles the verbs that tell of a subject between commas, before its own verb: "The plan, *announced* on Monday
/// and *rejected* by Poe, was new"; but not "The plan, *said* Poe, was new".
fn amend_set_off(tokens: &mut [Token]) {
    let mut acts = false;
    for open in 1..tokens.len().saturating_sub(2) {
        let mark = &tokens[open];
        acts &= !matches!(mark.kind, Kind::Semicolon | Kind::Colon | Kind::Double);
        acts |= mark.tag.is_finite();
        let told = !acts && mark.kind == Kind::Comma && tokens[open - 1].tag.is_noun();
        let Some((first, close)) = told.then(|| aside(tokens, open)).flatten() else { continue };
        for at in first..close {
            if is_participle(tokens, first, at) {
                tokens[at].tag = Tag::VBN;
            }
        }
    }
}

/// Where a participle stands behind the comma at `open`, and the comma before a finite verb that closes what it tells.
fn aside(tokens: &[Token], open: usize) -> Option<(usize, usize)> {
    /// How far away the second comma is at most.
    const ASIDE: usize = 20;
    let first = open + 1 + usize::from(tokens[open + 1].tag.is_adverb());
    let told = tokens.get(first)?.tag == Tag::VBN || is_participle(tokens, first, first);
    let mut near = tokens[first..].iter().take(ASIDE).filter(|_| told);
    let close = first + near.position(|it| it.kind == Kind::Comma)?;
    let verb = tokens[close + 1..].iter().take(2).find(|it| !it.tag.is_adverb());
    verb.is_some_and(|it| it.tag.is_finite()).then_some((first, close))
}

/// Whether a past tense is a participle where it begins what is told of a noun, or is joined to that: nothing is its object.
fn is_participle(tokens: &[Token], first: usize, at: usize) -> bool {
    let begins = at == first || tokens[at - 1].tag == Tag::CC;
    // "The frog, *feared* extinct,"
    let deemed = || {
        let next = tokens.get(at + 1).map_or(Tag::PUNCT, |it| it.tag);
        DEEMED.holds(tokens[at].key) && (next.is_adjective() || matches!(next, Tag::VBN | Tag::VBD))
    };
    begins && tokens[at].tag == Tag::VBD && (hangs(tokens, at + 1) || deemed())
}

/// What others take a subject for.
const DEEMED: KeySet<12> = KeySet::new([
    "feared", "believed", "presumed", "thought", "considered", "deemed", "declared", "reported",
    "assumed", "pronounced", "judged", "left",
]);

/// Whether what stands at `at` hangs on a verb and is neither its object nor its subject: "on Monday", "last week".
fn hangs(tokens: &[Token], at: usize) -> bool {
    const WHICH: KeySet<3> = KeySet::new(["last", "this", "earlier"]);
    tokens.get(at).is_some_and(|it| {
        let word = matches!(it.tag, Tag::IN | Tag::TO | Tag::RP | Tag::CC) || it.tag.is_adverb();
        word || it.kind == Kind::Comma || DAYS.holds(it.key) || WHICH.holds(it.key)
    })
}

/// Whether the words end in a noun phrase with a common noun that no other noun stands before: not "the plan the mayor".
fn is_subject_alone(before: &[Token]) -> bool {
    let inside = |it: &&Token| it.tag.is_noun() || it.tag.is_adjective() || it.tag == Tag::CD;
    let phrase = before.iter().rev().take_while(inside).count();
    let [head @ .., last] = before else { return false };
    let Some(article) = head.len().checked_sub(phrase) else { return false };
    let opens = head.get(article).is_some_and(|it| matches!(it.tag, Tag::DT | Tag::PRPS));
    let edge = article.checked_sub(1).map(|at| head[at].tag);
    matches!(last.tag, Tag::NN | Tag::NNS) && opens && edge.is_none_or(|tag| !tag.is_noun())
}

/// Whether the words end in a noun for persons that are told of, with nothing before it but how many: "three people", "those".
fn is_group(before: &[Token]) -> bool {
    const THOSE: u64 = key("those");
    let Some((last, head)) = before.split_last() else { return false };
    let counted = |it: &&Token| matches!(it.tag, Tag::DT | Tag::CD) || it.tag.is_adjective();
    let counts = head.iter().rev().take_while(counted).count();
    let edge = head.iter().rev().nth(counts);
    let begins = edge.is_none_or(|it| it.tag == Tag::PUNCT || matches!(it.tag, Tag::CC | Tag::IN));
    let article = last.tag == Tag::NN && counts > 0;
    begins && (last.tag == Tag::NNS || article || last.key == THOSE)
}

/// Verbs of what is done to somebody, who does nothing then: "people *briefed* on the move".
#[rustfmt::skip]
const SUFFERED: KeySet<56> = KeySet::new([
    "briefed", "interviewed", "surveyed", "questioned", "polled", "injured", "wounded", "employed", "hired", "charged",
    "trapped", "displaced", "contacted", "consulted", "invited", "asked", "trained", "forced", "arrested", "evacuated",
    "stranded", "quoted", "affected", "killed", "detained", "jailed", "convicted", "elected", "appointed", "recruited",
    "selected", "deployed", "assigned", "exposed", "infected", "diagnosed", "treated", "rescued", "fired", "sacked",
    "targeted", "represented", "paid", "armed", "barred", "banned", "caught", "linked", "involved", "based",
    "located", "raised", "tied", "hurt", "accused", "uprooted",
]);
/// Verbs with an object and no clause.
const OBJECTS: KeySet<24> = KeySet::new([
    "rejected", "approved", "passed", "described", "labeled", "labelled", "dubbed", "branded",
    "named", "called", "identified", "accused", "criticized", "criticised", "denounced",
    "condemned", "endorsed", "unveiled", "released", "published", "cited", "backed", "opposed",
    "favored",
]);
/// Prepositions that hang on a verb.
const BESIDE: KeySet<12> = KeySet::new([
    "as", "on", "by", "in", "for", "at", "from", "with", "during", "about", "to", "after",
]);

/// Whether a participle stands right behind what may be its subject, and nobody who did it follows.
fn is_told_of(tokens: &[Token], at: usize) -> bool {
    let some = |it: &Token| it.has(Token::SENTENCE) && SOME.holds(it.key);
    let one = |it: &Token| it.key == key("one") || it.key == key("another");
    let subject = |it: &Token| {
        it.tag.is_noun() || matches!(it.tag, Tag::PRP | Tag::JJ) || some(it) || one(it)
    };
    let by = tokens.get(at + 1).is_some_and(|it| it.key == BY);
    !by && at.checked_sub(1).is_some_and(|before| subject(&tokens[before]))
}

const BY: u64 = key("by");

/// Subjects in the plural that do not end like it.
const PLURALS: KeySet<5> = KeySet::new(["police", "people", "women", "men", "data"]);

/// Whether only a subject stands between the word that ends the sentence or an aside and the comma behind a quotation or a clause:
/// "“…,” *Poe* shrugs", "The ferry is unsafe, *the Herald* reports", "Ferry is unsafe, *new report* finds".
fn is_behind(tokens: &[Token], at: usize, headline: bool) -> bool {
    /// How long a subject is at most, in tokens.
    const SUBJECT: usize = 6;
    let ends = tokens.get(at + 1).is_none_or(|it| matches!(it.kind, Kind::Stop | Kind::Semicolon));
    // "The ferry, *the Herald reports*, is unsafe", but not "letters, Herald reports, and"
    let aside = tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Comma)
        && tokens.get(at + 2).is_some_and(|it| it.tag != Tag::CC);
    if !ends && !aside {
        return false;
    }
    let inside = |it: &&Token| {
        it.tag.is_noun()
            || it.tag.is_adjective()
            || matches!(it.tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS)
    };
    let subject = tokens[..at].iter().rev().take(SUBJECT + 1).take_while(inside).count();
    let [clause @ .., edge] = near(tokens, at - subject) else { return false };
    let mark = |it: &Token| matches!(it.kind, Kind::Double | Kind::Single);
    let quoted = clause.last().is_some_and(|last| match edge.kind {
        Kind::Comma => mark(last),
        _ => mark(edge) && last.kind == Kind::Comma,
    });
    let verb = |it: &Token| it.tag.is_verb() || it.tag == Tag::MD;
    // "Ferry *unsafe*" leaves the verb out.
    let short = || headline && clause.last().is_some_and(|it| it.tag == Tag::JJ);
    let definite = || tokens[at - 1].tag == Tag::NNP || tokens[at - subject].key == key("the");
    let known = headline || definite() && (ends || tokens[at].key == key("reports"));
    // "The ferry, *the Herald* notes, was late"
    let split = || aside && definite() && tokens.get(at + 2).is_some_and(|it| it.tag.is_finite());
    let told = || {
        let clause = known && (clause.iter().any(verb) || short());
        edge.kind == Kind::Comma && (clause || split())
    };
    subject > 0 && (quoted && ends || told())
}

/// Whether the noun before the word is the subject of a clause without a verb yet, and what follows is an object or what else the
/// dictionary has behind the verb: "Farmers' union *slams* ‘betrayal’", "Union *warns* of cuts".
fn is_predicate(words: &CueWords, tokens: &[Token], at: usize) -> bool {
    let breaks = |it: &&Token| matches!(it.kind, Kind::Semicolon | Kind::Colon | Kind::Comma);
    let mut clause = near(tokens, at).iter().rev().take_while(|it| !breaks(it));
    let object = tokens.get(at + 1).is_some_and(|next| {
        let frame =
            if next.key == key("to") { FrameKind::To } else { FrameKind::Preposition(next.key) };
        matches!(next.kind, Kind::Double | Kind::Single)
            || next.tag.is_noun()
            || next.tag.is_adjective()
            || matches!(next.tag, Tag::DT | Tag::CD | Tag::SYM | Tag::PRP | Tag::PRPS | Tag::VBN)
            || matches!(next.tag, Tag::VBD)
            || verbs(words, tokens[at].key).any(|entry| entry.has(frame))
    });
    object && !clause.any(|it| it.tag.is_finite())
}

/// The entries of a word as a verb.
fn verbs(words: &CueWords, word: u64) -> impl Iterator<Item = &CueEntry> {
    let entries = words.get(word, CueClass::Verb);
    entries.filter_map(|entry| words.entries.get(entry as usize))
}

/// Whether the word is a verb that quotes or reports.
pub(super) fn says(words: &CueWords, word: u64) -> bool {
    let frames = [FrameKind::That, FrameKind::Quote];
    verbs(words, word).any(|entry| entry.rest.is_empty() && frames.iter().any(|it| entry.has(*it)))
}

/// Whether the word is a verb that often attributes.
fn licensed(words: &CueWords, word: u64) -> bool {
    let mut own = verbs(words, word).filter(|entry| entry.rest.is_empty());
    own.any(|entry| entry.strength != Strength::Weak)
}

/// Whether the word, which may be a noun for what somebody says, is what the person before it does: "Mayor *attacks* critics", but
/// not "Bomb attacks".
fn is_deed(words: &CueWords, subject: Token, word: u64) -> bool {
    const PERSONS: KeySet<45> = KeySet::new([
        "mum", "mom", "dad", "gran", "grandad", "mother", "father", "widow", "brother", "sister",
        "son", "daughter", "friend", "neighbour", "neighbor", "pm", "mp", "mep", "msp", "minister",
        "boss", "star", "rival", "leader", "teacher", "nurse", "doctor", "gp", "pensioner",
        "teenager", "vicar", "bishop", "pope", "victim", "survivor", "actor", "actress", "senator",
        "spokesman", "spokeswoman", "skipper", "captain", "striker", "chancellor", "councillor",
    ]);
    const NAMED: [u64; 2] = keys(["blasts", "thanks"]);
    let person = PERSONS.holds(subject.key) || OFFICERS.holds(subject.key);
    let named = subject.tag == Tag::NNP && NAMED.contains(&word);
    (person || named) && licensed(words, word)
}

/// Whether the word is a verb that often attributes, and no noun that does, or always attributes.
fn is_verb(words: &CueWords, word: u64) -> bool {
    let strongest = verbs(words, word).filter(|entry| entry.rest.is_empty());
    let strongest = strongest.map(|entry| entry.strength).max();
    let noun = || words.get(word, CueClass::Noun).next().is_some();
    match strongest {
        Some(Strength::Core) => true,
        Some(Strength::Licensed) => !noun(),
        _ => false,
    }
}
