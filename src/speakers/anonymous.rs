//! Noun phrases for persons and groups that the article does not name: "officials", "two thirds of the voters", "a bank".

use super::Reading;
use super::phrase::Part;
use crate::document::{EntityType, Form, Kind, Tag};
use crate::key::{key, keys};
use crate::lexicon::{RoleKind, class};
use crate::span::Run;

/// Words that stand for persons and name none.
const SOME: [u64; 17] = keys([
    "some", "many", "others", "most", "several", "those", "one", "two", "few", "someone",
    "somebody", "people", "folks", "another", "other", "everyone", "everybody",
]);
/// Words that say that there is nobody.
const NOBODY: [u64; 4] = keys(["no", "nobody", "none", "neither"]);
/// Parts of many, who need not be told: "half said so".
const SHARES: [u64; 20] = keys([
    "percent", "%", "majority", "majorities", "plurality", "minority", "half", "third", "thirds",
    "quarter", "quarters", "two-thirds", "three-quarters", "one-third", "one-quarter", "fifth",
    "dozens", "hundreds", "thousands", "millions",
]);
/// Numbers and heaps of what is told after them: "a handful of voters", "more than 100 voters".
const NUMBERS: [u64; 19] = keys([
    "number", "share", "proportion", "percentage", "handful", "lot", "lots", "rest", "scores",
    "all", "group", "list", "pair", "trio", "chorus", "crowd", "more", "fewer", "less",
]);
/// Words for those who were just spoken of: "one of them".
const THEM: [u64; 4] = keys(["them", "us", "you", "whom"]);
/// Words between a number and what it is of.
const OF: [u64; 5] = keys(["of", "in", "among", "out", "than"]);
/// Groups that have no name of their own.
const CROWDS: [u64; 10] = keys([
    "police", "media", "press", "public", "crowd", "audience", "jury", "family", "staff", "crew",
]);
/// Groups that have none where they are somebody's: "her team".
const CIRCLES: [u64; 4] = keys(["team", "entourage", "circle", "camp"]);
/// Political camps after "the": "the far right".
const WINGS: [u64; 2] = keys(["right", "left"]);
const FAR: [u64; 6] = keys(["far", "hard", "religious", "radical", "political", "populist"]);
/// Words before "figures" that tell that they are persons.
const FIGURES: [u64; 14] = keys([
    "establishment", "senior", "leading", "prominent", "political", "religious", "party",
    "opposition", "public", "military", "government", "industry", "business", "top",
]);
/// Persons of whom each is somebody in particular, as the holder of an office is: "the Ohio senator".
const CHOSEN: [u64; 7] = keys([
    "senator", "congressman", "congresswoman", "candidate", "nominee", "front-runner",
    "frontrunner",
]);
/// Determiners of what was not told of before, and of what may have its name elsewhere in the article.
const INDEFINITE: [u64; 5] = keys(["a", "an", "one", "another", "some"]);
pub(super) const DEFINITE: [u64; 6] = keys(["the", "this", "that", "these", "those", "both"]);

/// Whether a part of a source is somebody without a name.
pub(super) fn is_anonymous(reading: Reading, part: &Part) -> bool {
    let noun = Noun { reading, run: part.run, head: part.head }.counted();
    if (part.run.first()..=part.head).take(8).any(|at| NOBODY.contains(&noun.key(at))) {
        return false;
    }
    let of = part.complement.filter(|(word, _)| OF.contains(word)).map(|(_, run)| run);
    let of = of.map(|run| Noun { reading, run, head: run.last() });
    let word = noun.key(noun.head);
    match of {
        Some(of) if THEM.contains(&of.key(of.head)) => SOME.contains(&word),
        Some(of) if SHARES.contains(&word) || noun.is_count() => of.is_count() || of.is_somebody(),
        // "More than six in ten voters"
        Some(of) if NUMBERS.contains(&word) => {
            of.is_somebody() || of.is_count() || noun.is_somebody()
        }
        None if SHARES.contains(&word) => true,
        _ => noun.is_somebody(),
    }
}

/// Whether the word stands for a part of many: "a majority".
pub(super) fn is_share(word: u64) -> bool {
    SHARES.contains(&word)
}

/// A base noun phrase.
#[derive(Clone, Copy)]
struct Noun<'a> {
    reading: Reading<'a>,
    run: Run,
    head: usize,
}

impl Noun<'_> {
    fn key(&self, at: usize) -> u64 {
        self.reading.tables.key(at)
    }

    /// The same with its many as its head, where a number tells that they are and a word follows that was taken for their
    /// noun: "two *senators* present".
    fn counted(self) -> Self {
        let Reading { tables, lexicon, .. } = self.reading;
        let first = self.run.first();
        let number = tables.tag(first) == Tag::CD || SOME.contains(&self.key(first));
        let before = self.head.checked_sub(1).filter(|at| *at > first && number);
        let many = before.filter(|at| tables.tag(*at) == Tag::NNS);
        let own = lexicon.names.roles.word(self.key(self.head)).is_some();
        many.filter(|_| !own && tables.tag(self.head) != Tag::NNS)
            .map_or(self, |head| Noun { head, ..self })
    }

    /// Whether it is a number: "four" of "four in ten", "five" of "a majority in all five".
    fn is_count(&self) -> bool {
        let tables = self.reading.tables;
        let kind = tables.entity_at(self.head).map(|it| it.kind);
        let number = tables.kind(self.head) == Kind::Number || tables.tag(self.head) == Tag::CD;
        number && kind != Some(EntityType::Time)
    }

    /// Whether it means persons or a group without a name.
    fn is_somebody(&self) -> bool {
        let Reading { tables, lexicon, words, .. } = self.reading;
        let noun = self.key(self.head);
        if SOME.contains(&noun) || words.anonymous.word(noun).is_some() || self.is_people() {
            return true;
        }
        if self.is_wing() || self.is_figures() {
            return true;
        }
        let first = self.key(self.run.first());
        let owned = || {
            let mut before = (self.run.first()..self.head).take(8).map(|at| tables.tag(at));
            before.any(|tag| matches!(tag, Tag::POS | Tag::PRPS | Tag::WPS))
        };
        if CIRCLES.contains(&noun) && owned() {
            return true;
        }
        lexicon.names.roles.word(noun).is_some_and(|role| match role.kind {
            RoleKind::Document => false,
            RoleKind::Group if CROWDS.contains(&noun) => true,
            RoleKind::Group if role.plural => !DEFINITE.contains(&first),
            RoleKind::Group => INDEFINITE.contains(&first),
            // "the mayor", "its president" and "his mother" are somebody in particular.
            RoleKind::Office => role.plural || INDEFINITE.contains(&first),
            _ if CHOSEN.contains(&noun) => role.plural || !DEFINITE.contains(&first),
            RoleKind::Kin => role.plural || tables.tag(self.run.first()) != Tag::PRPS,
            _ => true,
        })
    }

    /// Whether it is a political camp: "the left", "the far right".
    fn is_wing(&self) -> bool {
        let tables = self.reading.tables;
        let the = tables.is(self.run.first(), key("the"));
        let alone = !matches!(tables.tag(self.head + 1), Tag::TO | Tag::IN);
        let mut between = self.run.first() + 1..self.head;
        the && alone
            && WINGS.contains(&self.key(self.head))
            && between.len() <= 1
            && between.all(|at| FAR.contains(&self.key(at)))
    }

    /// Whether it is "party figures", "senior Labour figures".
    fn is_figures(&self) -> bool {
        let mut before = (self.run.first()..self.head).take(8);
        self.key(self.head) == key("figures") && before.any(|at| FIGURES.contains(&self.key(at)))
    }

    /// Whether it is several of a people, faith or party: "Americans", "Catholics". "The Russians" may be their government.
    fn is_people(&self) -> bool {
        let Reading { tables, lexicon, .. } = self.reading;
        let many = matches!(tables.tag(self.head), Tag::NNS | Tag::NNPS);
        let demonym = || tables.mention_at(self.head).is_some_and(|it| it.form == Form::Demonym);
        let demonym = || many && !DEFINITE.contains(&self.key(self.run.first())) && demonym();
        lexicon.names.class(self.key(self.head)) & class::PEOPLE != 0 || demonym()
    }
}
