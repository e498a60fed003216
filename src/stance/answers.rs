//! Which earlier claim a claim answers: denies, confirms, judges or replies to.

use crate::document::{
    Act, Claim, ClaimId, EntityId, EntityType, Gender, Kind, Polarity, Source, Tables, Tag, Token,
};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueClass, CueEntry, Lexicon};
use crate::span::Run;

use super::DEPTH;

/// How many claims back an answer may lie.
const REACH: usize = 8;

/// How far before its answer a claim may stand that is named by no noun, in tokens.
const CLOSE: usize = 80;

/// How many mentions of one content are looked at.
const MENTIONS: usize = 64;

/// How many tokens of an opening or of a content are looked through for what it takes up.
const AHEAD: usize = 16;

/// The claim that claim `at` answers: the one inside it whose noun it takes up ("denied *a claim by Poe* that"), else one by
/// somebody else before it, by the first of these that tells: the words that open the sentence ("*Asked about the remarks*, Lunt
/// said"), a noun for what was said ("rejected *the allegation*", "called *Poe's idea* mad"), a pronoun for it ("denied *it*"), or
/// whom it contradicts ("said *Poe* was wrong").
pub(super) fn resolve_reply(
    lexicon: &Lexicon,
    tables: &Tables,
    claims: &[Claim],
    at: usize,
) -> Option<ClaimId> {
    let claim = &claims[at];
    let content = *claim.content.tokens.first()?;
    let reader = Reader { lexicon, tables, claims, at, claim, content };
    let found = reader.inner().or_else(|| reader.by_opening()).or_else(|| match reader.noun() {
        Some(noun) => reader.by_noun(noun),
        None => reader.by_pronoun().or_else(|| reader.by_speaker()),
    });
    found.map(|other| other.id)
}

/// A claim that may answer another.
struct Reader<'a> {
    lexicon: &'a Lexicon,
    tables: &'a Tables,
    claims: &'a [Claim],
    at: usize,
    claim: &'a Claim,
    /// The first piece of its content.
    content: Run,
}

/// A noun for what somebody said.
struct Noun<'a> {
    at: usize,
    entry: &'a CueEntry,
    whose: Whose,
}

/// Whose words a noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// Nothing tells: "the remarks".
    Any,
    /// "Poe's remarks"
    Of(EntityId),
    /// "her remarks", of a gender that the speaker has not
    Other,
}

impl<'a> Reader<'a> {
    /// The claims by others before it, the nearest first; none that it stands in.
    fn near(&self) -> impl Iterator<Item = &'a Claim> + Clone + use<'a> {
        let (claim, claims) = (self.claim, self.claims);
        let parent = |claim: &Claim| claim.parent.and_then(|id| claims.get(id.index()));
        let around = move |other: &Claim| {
            let mut outer = std::iter::successors(parent(claim), move |it| parent(it)).take(DEPTH);
            outer.any(|it| it.id == other.id)
        };
        let before = claims[..self.at].iter().rev().take(REACH);
        before.filter(move |other| is_by_other(claim, other) && !around(other))
    }

    /// Those of them so near that it may answer them though no noun names them. What nobody is named to say is answered where it
    /// is a question: "asked whether …, Poe replied".
    fn close(&self) -> impl Iterator<Item = &'a Claim> + Clone + use<'a> {
        let claim = self.claim;
        self.near().filter(move |other| {
            let said = other.source.is_some() || other.act == Act::Ask;
            said && is_near(claim, other)
        })
    }

    /// The claims of an entity before it, the nearest first.
    fn by(&self, entity: EntityId) -> impl Iterator<Item = &'a Claim> + use<'a> {
        self.near().filter(move |other| is_by(other, entity))
    }

    /// The nearest claim before token `at` if that stands for itself, in the sentence of that token or the one before.
    fn adjacent(&self, at: usize) -> Option<&'a Claim> {
        let mut close = self.close().filter(|other| other.cue.tokens.first() < at);
        let other = close.find(|other| other.parent.is_none() && other.source.is_some())?;
        let content = other.content.tokens.last().map_or(0, |it| it.last());
        let between = content.max(other.cue.tokens.last()) + 1..at + 1;
        let begins = |token: &&Token| token.has(Token::SENTENCE);
        let between = self.tables.tokens.get(between).unwrap_or_default();
        (between.iter().filter(begins).count() <= 1).then_some(other)
    }

    /// Whether the content follows the cue.
    fn is_behind(&self) -> bool {
        self.content.first() >= self.claim.cue.tokens.after()
    }

    /// Whether it says of a claim that it is so or not.
    fn rules(&self) -> bool {
        matches!(self.claim.act, Act::Deny | Act::Confirm | Act::Admit)
    }

    fn speakers(&self) -> impl Iterator<Item = EntityId> + 'a {
        self.claim.source.iter().flat_map(|source| source.entities.iter().copied())
    }

    /// The claim inside it whose noun its content begins with: "denied *testimony by Poe* that".
    fn inner(&self) -> Option<&'a Claim> {
        let mut after = self.claims[self.at + 1..].iter().take(REACH).filter(|_| self.rules());
        after.find(|inner| {
            let cue = inner.cue.tokens;
            let noun = cue.range().any(|at| is_common_noun(self.tables, at));
            let head = cue.first() < self.content.first() + 4;
            inner.parent == Some(self.claim.id) && noun && head
        })
    }

    /// What the words before it in its sentence take up: "*In response*, Poe said", "*Asked about the remarks*, Poe said".
    fn by_opening(&self) -> Option<&'a Claim> {
        let tables = self.tables;
        let first = tables.sentence_at(self.claim.cue.tokens.first())?.tokens.first();
        let opening = Run::new(first, first + AHEAD);
        let own = self.claims[..self.at].iter().rev().take(REACH);
        let mut own = own.take_while(|other| other.cue.tokens.first() >= first);
        let opens = |other: &Claim| opening.holds(other.cue.tokens.first());
        if self.claim.parent.is_some() || !own.all(opens) || !self.source_follows(opening) {
            return None;
        }
        let word = tables.key(first);
        if ASKED.holds(word) {
            match tables.key(first + 1) {
                ABOUT | ON => self.taken_up(first + 2),
                // "Asked to respond", "Asked for a response"
                TO | FOR => (first + 2..first + 4)
                    .any(|at| ANSWER.holds(tables.key(at)))
                    .then(|| self.adjacent(first))?,
                _ => None,
            }
        } else if word == IN && ANSWER.holds(tables.key(first + 1)) {
            match tables.key(first + 2) {
                TO => self.taken_up(first + 3),
                _ => self.adjacent(first),
            }
        } else if ANSWERING.holds(word) && tables.is(first + 1, TO) {
            self.taken_up(first + 2)
        } else {
            None
        }
    }

    /// Whether the source stands behind a comma that closes the opening.
    fn source_follows(&self, opening: Run) -> bool {
        let Some(source) = &self.claim.source else { return false };
        let at = source.tokens.first();
        opening.first() < at && at < opening.after() && self.tables.kind(at - 1) == Kind::Comma
    }

    /// The claim that a noun phrase which begins here names: by a pronoun, by who said it, or by a noun for what was said.
    fn taken_up(&self, at: usize) -> Option<&'a Claim> {
        const IT: [u64; 3] = keys(["it", "this", "that"]);
        let tables = self.tables;
        let alone = tables.kind(at + 1) == Kind::Comma;
        if tables.is_one_of(at, &IT) && alone {
            return self.adjacent(at);
        }
        let phrase = at..at + 5;
        if let Some(noun) = phrase.clone().find(|noun| REMARKS.holds(tables.key(*noun))) {
            let named = self.near().find(|other| other.cue.tokens.holds(noun));
            if named.is_some() {
                return named;
            }
            return self.by_noun(Noun {
                at: noun,
                entry: self.noun_entry(noun)?,
                whose: self.whose(noun)?,
            });
        }
        let mention = phrase.clone().find_map(|at| tables.mention_at(at))?;
        let whole = tables.kind(mention.tokens.after()) == Kind::Comma;
        whole.then(|| self.by(mention.entity).next())?
    }

    /// The noun for what somebody said that its content begins with.
    fn noun(&self) -> Option<Noun<'a>> {
        let first = self.content.first();
        if self.rules() || matches!(self.claim.act, Act::Reply | Act::Criticise) {
            let mut head = self.content.range().take(6);
            return head.find_map(|at| {
                let entry = self.noun_entry(at)?;
                Some(Noun { at, entry, whose: self.whose(at).unwrap_or(Whose::Any) })
            });
        }
        let that = usize::from(self.tables.tag(first) == Tag::IN && self.content.len() > 2);
        let noun = self.told_noun(first + that).filter(|_| self.is_behind())?;
        Some(Noun { at: noun, entry: self.noun_entry(noun)?, whose: self.whose(noun)? })
    }

    /// The noun of a phrase that speaks of what was told before: "that *the accusation* was wrong", "*those remarks* as wrong",
    /// "called *Poe's idea* mad", but not "the remarks by Poe" and "said *the report* would come".
    fn told_noun(&self, first: usize) -> Option<usize> {
        let tables = self.tables;
        let names = |noun: &usize| {
            let own = self.whose(*noun).is_some_and(|whose| whose != Whose::Any);
            let views = *noun == first + 1 || own;
            REMARKS.holds(tables.key(*noun))
                || views && VIEWS.holds(tables.key(*noun)) && self.judges(*noun)
        };
        let noun = (first + 1..self.content.after().min(first + AHEAD)).find(names)?;
        let near = noun < first + 3 || self.whose(noun) != Some(Whose::Any);
        (near && !self.goes_on(noun)).then_some(noun)
    }

    /// Whether a noun has a complement, which tells anew what was said: "the remarks *by Poe*".
    fn goes_on(&self, noun: usize) -> bool {
        match self.tables.tag(noun + 1) {
            Tag::IN => !self.tables.is(noun + 1, key("as")),
            tag => matches!(tag, Tag::VBN | Tag::VBG | Tag::WDT | Tag::TO),
        }
    }

    /// Whose words a noun names, by what stands before it and at most one adjective; `None` where that does not tell.
    fn whose(&self, noun: usize) -> Option<Whose> {
        const TOLD: KeySet<6> = KeySet::new(["the", "this", "that", "these", "those", "such"]);
        let tables = self.tables;
        let back = 1 + usize::from(tables.tag(noun.checked_sub(1)?).is_adjective());
        let before = noun.checked_sub(back)?;
        match tables.tag(before) {
            Tag::POS => tables.mention_at(before.checked_sub(1)?).map(|it| Whose::Of(it.entity)),
            Tag::PRPS => self.is_of_other(before).then_some(Whose::Other),
            _ => TOLD.holds(tables.key(before)).then_some(Whose::Any),
        }
    }

    /// Whether a noun stands for what was just told, whatever the verb: "dismissed *the warning*". Charges may be a court's.
    fn is_told(&self, noun: usize) -> bool {
        const CHARGES: [u64; 2] = keys(["charge", "charges"]);
        const WARNINGS: [u64; 4] = keys(["warning", "warnings", "announcement", "apology"]);
        let tables = self.tables;
        let named = REMARKS.holds(tables.key(noun)) || tables.is_one_of(noun, &WARNINGS);
        let takes = self.rules() || self.claim.act == Act::Praise || names_it(self.claim);
        let told = self.whose(noun) == Some(Whose::Any);
        named && takes && told && !self.goes_on(noun) && !tables.is_one_of(noun, &CHARGES)
    }

    /// Whether a pronoun cannot be the speaker's by its gender.
    fn is_of_other(&self, pronoun: usize) -> bool {
        let tables = self.tables;
        let personal = tables.is_one_of(pronoun, &HE) || tables.is_one_of(pronoun, &SHE);
        let other = |id: EntityId| {
            tables.entities.get(id.index()).is_some_and(|entity| match entity.gender {
                Gender::Female => tables.is_one_of(pronoun, &HE),
                Gender::Male => tables.is_one_of(pronoun, &SHE),
                Gender::Unknown => entity.kind == EntityType::Organisation && personal,
            })
        };
        let many = |source: &Source| source.anonymous;
        match self.speakers().next() {
            None => self.claim.source.as_ref().is_some_and(many) && personal,
            Some(_) => self.speakers().all(other),
        }
    }

    /// The claim that a noun names: one that does what the noun says, else, for a noun that says little or whose words it names, the
    /// nearest; who is told that she lied denies “the allegation”.
    fn by_noun(&self, noun: Noun) -> Option<&'a Claim> {
        let of = move |other: &&Claim| match noun.whose {
            Whose::Of(entity) => is_by(other, entity),
            Whose::Any | Whose::Other => true,
        };
        let near = self.near().filter(of);
        let named = noun.entry.act;
        let vague = matches!(named, Act::State | Act::Show | Act::Other | Act::Believe);
        let told = noun.whose != Whose::Any || vague && self.claim.act != Act::Praise;
        // What somebody wants is told of in no remark of his.
        let says = |other: &&Claim| !matches!(other.act, Act::Believe | Act::Want | Act::Intend);
        let any = near.clone().find(|other| noun.whose == Whose::Any || says(other));
        let any = any.filter(|_| told);
        let accused = matches!(named, Act::Accuse | Act::Criticise) && self.claim.act == Act::Deny;
        let accuses = |other: &&Claim| {
            let speaks = self.speakers().any(|id| speaks_of(self.tables, other, id));
            let outermost = other.parent.is_none() && other.source.is_some();
            speaks && says(other) && outermost && is_near(self.claim, other)
        };
        let accuses = near.clone().find(accuses).filter(|_| accused);
        let does = near.clone().find(|other| does(other, noun.entry));
        does.or(any)
            .or(accuses)
            .or_else(|| self.adjacent(noun.at).filter(|_| self.is_told(noun.at)))
    }

    /// The claim that a pronoun of its content stands for, or that nothing names.
    fn by_pronoun(&self) -> Option<&'a Claim> {
        let (claim, tables) = (self.claim, self.tables);
        let positive = claim.polarity == Polarity::Positive;
        let mut close = self.close();
        match claim.act {
            // "Berg denied *it*", of what another says, not of what that says of others: "Poe said Lunt had promised it."
            _ if self.rules() && is_pronoun(tables, self.content) => close.find(|other| {
                let outer = other.parent.and_then(|id| self.claims.get(id.index()));
                outer.is_none_or(|it| it.act == Act::Attribute || !is_by_other(claim, it))
            }),
            _ if !positive => None,
            Act::Reply => close.next(),
            // "Lunt agreed that it was"
            Act::Confirm if claim.cue.lemma == "agree" && self.is_clause() => {
                self.adjacent(claim.cue.tokens.first())
            }
            _ if self.judges_that() => close.find(|other| other.parent.is_none()),
            // "proposed a tax. Poe called *it* “a stunt”"
            _ if self.calls_it() => {
                let plans = |act| matches!(act, Act::Propose | Act::Promise | Act::Accuse);
                close.find(|other| other.parent.is_none()).filter(|other| plans(other.act))
            }
            Act::Deny if DENY.contains(&claim.cue.lemma.as_str()) => close.find(|other| {
                let speaks = self.speakers().any(|id| speaks_of(tables, other, id));
                speaks && !self.relays(other)
            }),
            _ => None,
        }
    }

    /// Whether one speaker says a clause with "that".
    fn is_clause(&self) -> bool {
        let one = self.speakers().count() == 1 && self.claim.parent.is_none();
        one && self.is_behind() && self.tables.is(self.content.first(), key("that"))
    }

    /// Whether a claim before it says only where another comes from: "Poe said …, *according to* the Courier" speaks of nothing that
    /// Poe could deny.
    fn relays(&self, other: &Claim) -> bool {
        let said = |it: &Claim| it.act == Act::State && it.parent == Some(other.id);
        let mut before = self.claims[..self.at].iter().rev().take(REACH);
        before.any(|it| said(it) && !is_by_other(self.claim, it))
    }

    /// The claim of whom it says that he is right or wrong ("said *Poe* was wrong"), or whom it contradicts or supports ("contradicted
    /// *her*", "agrees with *Poe*").
    fn by_speaker(&self) -> Option<&'a Claim> {
        let (tables, content) = (self.tables, self.content);
        let that = usize::from(tables.tag(content.first()) == Tag::IN && content.len() > 2);
        let first = content.first() + that;
        let sides = self.claim.parent.is_none() && SIDES.contains(&self.claim.cue.lemma.as_str());
        if sides && content.len() == 1 && tables.tag(first) == Tag::PRP {
            return self.adjacent(first).filter(|_| self.is_of_other(first));
        }
        let mention = tables.mention_at(first).filter(|it| it.tokens.first() == first)?;
        let next = mention.tokens.after();
        let judged = tables.is_one_of(next, &COPULAS)
            && JUDGED_SPEAKERS.holds(tables.key(next + 1))
            || tables.is(next, key("lied"));
        let told = judged || sides && next == content.after();
        told.then(|| self.by(mention.entity).find(|other| is_near(self.claim, other)))?
    }

    /// Whether the claim says of "that", and nothing more, what it is: "called *that* a lie", "said *that* was not true", "“*That's*
    /// a lie,” said Poe".
    fn judges_that(&self) -> bool {
        let (tables, claim) = (self.tables, self.claim);
        let outermost = claim.parent.is_none() && claim.source.is_some();
        let first = self.content.first();
        if outermost && ISSUE.contains(&claim.cue.lemma.as_str()) {
            return self.content.len() == 1 && tables.is_one_of(first, &keys(["this", "that"]));
        }
        let that = first + usize::from(opens_quote(tables, first));
        let next = that + 1;
        let told = if names_it(claim) {
            self.is_behind() && (tables.is_one_of(next, &NAMED) || opens_quote(tables, next))
        } else {
            tables.is_one_of(next, &COPULAS)
        };
        outermost && told && tables.is(that, key("that")) && self.judges(that)
    }

    /// Whether the claim says of "it" in marks what somebody thinks of it: "called *it* “a stunt”", "described *it* as “a stunt”".
    fn calls_it(&self) -> bool {
        let it = self.content.first();
        let mut near = it + 1..self.content.after().min(it + 4);
        let quoted = near.any(|at| opens_quote(self.tables, at));
        self.tables.is(it, key("it")) && names_it(self.claim) && quoted && self.is_behind()
    }

    /// Whether the claim says what that is of which the word at `noun` is the last: by its verb, "*described* the report as", or behind
    /// a copula that it is right or wrong, or that in quotation marks, "said that *was “rubbish”*".
    fn judges(&self, noun: usize) -> bool {
        /// How many tokens behind the copula that stands at most.
        const NEAR: usize = 3;
        let tables = self.tables;
        if names_it(self.claim) || self.claim.act == Act::Praise {
            return true;
        }
        let quote = |at: usize| tables.tokens.get(at).map_or(0, |it| it.quote);
        let judges = |at: usize| JUDGED.holds(tables.key(at)) || quote(at) > quote(noun);
        tables.is_one_of(noun + 1, &COPULAS) && (noun + 2..noun + 2 + NEAR).any(judges)
    }

    /// The dictionary's entry of a common noun that is a cue.
    fn noun_entry(&self, at: usize) -> Option<&'a CueEntry> {
        let noun = is_common_noun(self.tables, at);
        let cues = &self.lexicon.cues;
        let entry = noun.then(|| cues.get(self.tables.key(at), CueClass::Noun).next()).flatten()?;
        cues.entries.get(entry as usize)
    }
}

/// Whether two claims may be by different speakers.
fn is_by_other(claim: &Claim, other: &Claim) -> bool {
    match (&other.source, &claim.source) {
        (Some(theirs), Some(ours)) => {
            theirs.entities.is_empty()
                || ours.entities.is_empty()
                || !theirs.entities.iter().any(|id| ours.entities.contains(id))
        }
        _ => true,
    }
}

fn is_by(claim: &Claim, entity: EntityId) -> bool {
    claim.source.as_ref().is_some_and(|source| source.entities.contains(&entity))
}

/// Whether a claim stands so near before another that it may be answered though no noun names it.
fn is_near(claim: &Claim, other: &Claim) -> bool {
    claim.cue.tokens.first() < other.cue.tokens.last() + CLOSE
}

/// Whether a claim does what a noun says: by its act, by the same word ("suggested", "the *suggestion*"), or by a decision that it
/// makes known.
fn does(claim: &Claim, noun: &CueEntry) -> bool {
    /// Letters that words of one stem share.
    const STEM: usize = 5;
    let (lemma, noun_lemma) = (claim.cue.lemma.as_bytes(), noun.lemma.as_bytes());
    let stem = lemma.get(..STEM).is_some_and(|stem| noun_lemma.starts_with(stem));
    let decides = matches!(claim.act, Act::Promise | Act::Propose)
        || DECIDES.contains(&claim.cue.lemma.as_str());
    claim.act == noun.act || stem || noun.act == Act::Intend && decides
}

/// Whether a quotation opens at a token.
fn opens_quote(tables: &Tables, at: usize) -> bool {
    tables.quote_at(at).is_some_and(|it| it.tokens.first() == at)
}

/// Whether the verb of the claim says what somebody thinks of its object: "called", "described … as".
fn names_it(claim: &Claim) -> bool {
    claim.parent.is_none() && CALL.contains(&claim.cue.lemma.as_str())
}

fn is_common_noun(tables: &Tables, at: usize) -> bool {
    matches!(tables.tag(at), Tag::NN | Tag::NNS)
}

/// Whether a content is nothing but "it", "this" or "that".
fn is_pronoun(tables: &Tables, content: Run) -> bool {
    const IT: [u64; 5] = keys(["it", "this", "that", "them", "so"]);
    content.len() == 1 && tables.is_one_of(content.first(), &IT)
}

/// Whether the content of a claim has a mention of an entity.
fn speaks_of(tables: &Tables, claim: &Claim, entity: EntityId) -> bool {
    claim.content.tokens.iter().any(|part| {
        let first = tables.mentions.partition_point(|it| it.tokens.end <= part.start);
        let inside = tables.mentions[first..].iter().take_while(|it| it.tokens.start < part.end);
        inside.take(MENTIONS).any(|it| it.entity == entity)
    })
}

const SHE: [u64; 2] = keys(["her", "she"]);
const HE: [u64; 3] = keys(["his", "he", "him"]);
const ABOUT: u64 = key("about");
const FOR: u64 = key("for");
const IN: u64 = key("in");
const ON: u64 = key("on");
const TO: u64 = key("to");

/// Words of being asked, which open a sentence before who answers.
const ASKED: KeySet<5> = KeySet::new(["asked", "questioned", "pressed", "quizzed", "challenged"]);
/// Participles of answering, which open a sentence before who answers and before "to".
const ANSWERING: KeySet<4> = KeySet::new(["responding", "replying", "reacting", "answering"]);
/// "In *response*", "Asked to *respond*", "Asked for a *reaction*"
const ANSWER: KeySet<8> = KeySet::new([
    "response", "reply", "answer", "reaction", "respond", "react", "comment", "rebuttal",
]);
/// "called that *a* lie"
const NAMED: [u64; 3] = keys(["a", "an", "as"]);
const COPULAS: [u64; 5] = keys(["is", "was", "are", "were", "'s"]);

/// Verbs of who says that what was said is not so.
const DENY: [&str; 6] = ["deny", "dispute", "refute", "rebut", "contradict", "dismiss"];
/// Verbs whose object is who said what the claim speaks of.
const SIDES: [&str; 7] =
    ["contradict", "agree with", "disagree with", "echo", "second", "rebut", "rebuke"];
/// Cues of who does not agree with what was said.
const ISSUE: [&str; 2] = ["take issue", "push back"];
/// Verbs that say what somebody thinks of their object.
const CALL: [&str; 14] = [
    "call", "describe", "brand", "label", "dismiss", "denounce", "condemn", "characterise",
    "characterize", "deem", "term", "dub", "slam", "blast",
];
/// Verbs that make a decision known.
const DECIDES: [&str; 5] = ["announce", "unveil", "decide", "order", "rule"];

/// What is said of words that are judged.
#[rustfmt::skip]
const JUDGED: KeySet<22> = KeySet::new([
    "not", "false", "untrue", "wrong", "incorrect", "inaccurate", "nonsense", "rubbish", "absurd", "ridiculous", "misleading",
    "unfair", "lie", "lies", "baseless", "unfounded", "true", "correct", "exaggerated", "worthless", "too", "laughable",
]);
/// What is said of who is judged for what he said.
const JUDGED_SPEAKERS: KeySet<6> =
    KeySet::new(["wrong", "mistaken", "lying", "right", "correct", "incorrect"]);
/// Nouns for what somebody thinks, foresees or decides, or in which he says it, where somebody else judges that.
#[rustfmt::skip]
const VIEWS: KeySet<37> = KeySet::new([
    "idea", "notion", "theory", "view", "report", "reports", "account", "version", "assessment", "interpretation", "finding",
    "findings", "forecast", "forecasts", "prediction", "predictions", "estimate", "proposal", "proposals", "promise", "promises",
    "pledge", "warning", "warnings", "demand", "demands", "explanation", "verdict", "denial", "decision", "plan", "plans", "move",
    "announcement", "offer", "apology", "call",
]);
/// Nouns for what somebody said, about which somebody else says something.
const REMARKS: KeySet<24> = KeySet::new([
    "allegation", "allegations", "accusation", "accusations", "claim", "claims", "charge",
    "charges", "remark", "remarks", "comment", "comments", "statement", "statements", "criticism",
    "criticisms", "suggestion", "suggestions", "assertion", "assertions", "complaint",
    "complaints", "threat", "threats",
]);
