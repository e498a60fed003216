//! The patterns of attribution: data with a closed vocabulary, read from `data/rules/claims.tsv`.
//!
//! A pattern says what kind of cue it needs, where the source stands, what the content looks like, and under which condition it
//! holds. Each carries examples, which the tests run.
#![warn(clippy::indexing_slicing)] // what it reads comes from the caller

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::CueKind;
use crate::error::Error;
use crate::lexicon::{Row, read_tsv};

/// Where the source stands to the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum SourcePlace {
    /// The text names no source.
    Nowhere,
    Before,
    After,
    /// After "by", as the agent of a passive.
    By,
    /// In the noun phrase of a noun cue: "Poe's claim", "his claim".
    Possessive,
}

/// What the content looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ContentForm {
    /// After the cue: a clause with "that".
    That,
    /// A clause without it.
    Clause,
    /// "whether", "how", "what" …
    Wh,
    Quote,
    /// An infinitive.
    To,
    /// A gerund.
    Ing,
    /// A noun phrase.
    Object,
    /// What follows a preposition.
    Preposition,
    /// Anything else after the cue.
    Other,
    /// A clause before the cue.
    Before,
    /// A quotation before the cue.
    QuoteBefore,
    /// Parts before and after the cue.
    Around,
    /// The noun phrase before a passive or relative clause.
    Antecedent,
    /// That noun phrase and a part after the cue: "*He* was expected *to win*".
    Split,
}

/// Some forms of content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(u16);

impl Forms {
    pub(crate) fn has(self, form: ContentForm) -> bool {
        self.0 >> form as u16 & 1 != 0
    }
}

impl FromIterator<ContentForm> for Forms {
    fn from_iter<I: IntoIterator<Item = ContentForm>>(forms: I) -> Forms {
        Forms(forms.into_iter().fold(0, |forms, form| forms | 1 << form as u16))
    }
}

/// What must hold besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Condition {
    Always,
    /// What follows the cue ends the sentence, and a comma or quotation stands before it.
    Final,
    /// A subject and its verb of saying end the sentence behind a comma: "…, the paper can reveal."
    Closing,
    /// A quotation ends before the cue, and what ends the sentence behind it has no verb: "“…” — Ann Poe, the mayor".
    Tagged,
    /// What follows the cue ends the sentence, and a verb of saying stands before a name there: "…, stated AP."
    Relayed,
    /// The cue is a participle that begins the sentence, and licensed: "Rejecting the reports, …".
    Start,
    /// The entry of the cue has the frame that the content shows.
    Licensed,
    /// A comma stands before the cue, as before "adding that".
    Comma,
    /// The cue is a phrase of the dictionary, and licensed: "raised concerns over".
    Phrase,
    /// An addressee stands between the cue and the preposition of its frame: "warned *Moscow* with …".
    Addressed,
    /// The cue says something to somebody, who stands before the "that": "confirmed *to Reuters* that …".
    Told,
    /// The cue bids somebody, named by a noun phrase after it, to do something.
    Bidden,
    /// The cue is a passive whose subject is bidden to do something: "passengers *are advised* to wait".
    Ordered,
    /// A verb that may state something stands between its subject and a clause without "that": "the club *maintains* it paid".
    Stating,
    /// The cue bids somebody, named by a noun phrase after it, not to do something.
    Forbidden,
    /// The cue quotes somebody "as saying" what stands before it: "“…,” the agency *quoted* Poe as saying."
    Quoting,
    /// Who is spoken of denies it, or somebody does not: "…, who *denied* it.", "Poe *did not deny* it."
    Replying,
    /// The cue tells what a court heard.
    Heard,
    /// The noun of a possessive tells from whose standpoint, and no more than commas stand around: "in Poe's *view*, …".
    Standpoint,
    /// The verb sets something at a quantity: "*put* the damage *at* $2 million".
    Estimated,
    /// What tells from where it comes stands between commas inside a clause: "The ferry, *according to Poe*, sank".
    Parting,
    /// A subject and its verb of saying stand between commas or dashes behind the subject of what is said: "The ferry, *Poe told
    /// reporters*, will sink", "The ferry, *says Poe*, will sink".
    Parenthetical,
    /// "Is" says what the noun is: "the argument of the union *is that* …", "her message *was* simple: “…”".
    Equated,
    /// A quotation is what somebody's noun is: "“Go away,” was *her reply*".
    Naming,
    /// Whose the noun is stands between it and its "that": "the claim *by Ann Poe* that …", "a warning *from experts* that …".
    Sent,
    /// A verb of saying has a colon or comma behind it and then the first quotation of its unit: "testified, “It will hold.”"
    Introducing,
    /// A passive names who did it right behind it: "was criticised by Ann Poe".
    Agent,
    /// A person's name begins the line, without a verb before the quotation that follows the cue: "Ann Poe, the mayor: “…”".
    Named,
}

/// One pattern.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) name: Arc<str>,
    pub(crate) cues: Vec<CueKind>,
    pub(crate) source: Vec<SourcePlace>,
    pub(crate) content: Forms,
    pub(crate) condition: Condition,
    /// What the pattern adds to the score of its candidates, as log odds; a pattern that only names adds 0.
    pub(crate) boost: f32,
}

/// The patterns in the order of the file; of those that fit, the first counts.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    list: Vec<Rule>,
    /// For each kind of cue and place of the source, the indices of their patterns.
    placed: [[Vec<usize>; PLACES.len()]; CUES.len()],
    /// For each kind of cue, the indices of the patterns that add to scores.
    boosting: [Vec<usize>; CUES.len()],
}

const COLUMNS: [&str; 8] =
    ["name", "cue", "source", "content", "condition", "boost", "examples", "counterexamples"];

/// The name of what somebody says in an interview, debate or transcript, whose label tells the source.
pub(crate) const TURN: &str = "turn";
/// The name of what the mark of a headline attributes.
pub(crate) const HEADLINE: &str = "headline";
/// The name of a claim that fits no pattern.
pub(crate) const OTHER: &str = "other";
/// Names of claims that no pattern may have, for stages tell turns by theirs.
const RESERVED: [&str; 3] = [TURN, HEADLINE, OTHER];

impl Rules {
    /// The caller's patterns, `(name, text)` pairs, and after them the built-in ones.
    pub(crate) fn new(given: &[(String, String)]) -> Result<Rules, Error> {
        let reserved = RESERVED.map(|name| (name.into(), "the extractor itself".to_owned()));
        let mut names = BTreeMap::from(reserved);
        let text = include_str!("../data/rules/claims.tsv");
        let built_in = read("claims.tsv", text, &mut names)?;
        let mut list = Vec::new();
        for (file, text) in given {
            list.extend(read(file, text, &mut names)?);
        }
        list.extend(built_in);
        let those = |of: &dyn Fn(&Rule) -> bool| {
            let those = list.iter().enumerate().filter(|(_, rule)| of(rule));
            those.map(|(at, _)| at).collect::<Vec<usize>>()
        };
        let boosting =
            CUES.map(|(_, cue)| those(&|rule| rule.boost > 0.0 && rule.cues.contains(&cue)));
        let placed = CUES.map(|(_, cue)| {
            PLACES.map(|(_, place)| {
                those(&|rule| rule.cues.contains(&cue) && rule.source.contains(&place))
            })
        });
        Ok(Rules { list, placed, boosting })
    }

    /// The patterns for this kind of cue that add to scores.
    pub(crate) fn boosting(&self, cue: CueKind) -> impl Iterator<Item = &Rule> {
        let boosting = self.boosting.get(cue as usize);
        boosting.into_iter().flatten().filter_map(|at| self.list.get(*at))
    }

    /// The first pattern that fits.
    pub(crate) fn find(
        &self,
        cue: CueKind,
        source: SourcePlace,
        content: ContentForm,
        holds: impl Fn(Condition) -> bool,
    ) -> Option<&Rule> {
        let placed = self.placed.get(cue as usize).and_then(|placed| placed.get(source as usize));
        let placed = placed.into_iter().flatten();
        placed
            .filter_map(|at| self.list.get(*at))
            .find(|rule| rule.content.has(content) && holds(rule.condition))
    }
}

/// The patterns of one file; `names` says where the names so far stand.
fn read(
    file: &str,
    text: &str,
    names: &mut BTreeMap<Arc<str>, String>,
) -> Result<Vec<Rule>, Error> {
    let mut list = Vec::new();
    read_tsv(file, text, COLUMNS, |row, cells| {
        let rule = parse(row, cells)?;
        let place = format!("{file}:{}", row.line);
        if let Some(other) = names.insert(rule.name.clone(), place) {
            let name = &rule.name;
            return Err(
                row.error(format!("name {name:?} is that of {other}; expected one of its own"))
            );
        }
        list.push(rule);
        Ok(())
    })?;
    Ok(list)
}

fn parse(row: &Row, cells: [&str; COLUMNS.len()]) -> Result<Rule, Error> {
    let [name, cue, source, content, condition, boost, ..] = cells;
    let number = boost.parse().ok().filter(|number| (0.0..=100.0).contains(number));
    Ok(Rule {
        name: row.required("name", name)?.into(),
        cues: parse_list(row, "cue", cue, &CUES)?,
        source: parse_list(row, "source", source, &PLACES)?,
        content: parse_list(row, "content", content, &FORMS)?.into_iter().collect(),
        condition: parse_one(row, "condition", condition, &CONDITIONS)?,
        boost: number.ok_or_else(|| {
            row.error(format!("boost {boost:?}; expected a number from 0 to 100"))
        })?,
    })
}

/// In the order of the kinds.
const CUES: [(&str, CueKind); 6] = [
    ("verb", CueKind::Verb),
    ("noun", CueKind::Noun),
    ("adjective", CueKind::Adjective),
    ("preposition", CueKind::Preposition),
    ("colon", CueKind::Colon),
    ("dash", CueKind::Dash),
];

/// In the order of the places.
const PLACES: [(&str, SourcePlace); 5] = [
    ("nowhere", SourcePlace::Nowhere),
    ("before", SourcePlace::Before),
    ("after", SourcePlace::After),
    ("by", SourcePlace::By),
    ("possessive", SourcePlace::Possessive),
];

const FORMS: [(&str, ContentForm); 14] = [
    ("that", ContentForm::That),
    ("clause", ContentForm::Clause),
    ("wh", ContentForm::Wh),
    ("quote", ContentForm::Quote),
    ("to", ContentForm::To),
    ("ing", ContentForm::Ing),
    ("object", ContentForm::Object),
    ("preposition", ContentForm::Preposition),
    ("other", ContentForm::Other),
    ("before", ContentForm::Before),
    ("quote-before", ContentForm::QuoteBefore),
    ("around", ContentForm::Around),
    ("antecedent", ContentForm::Antecedent),
    ("split", ContentForm::Split),
];

const CONDITIONS: [(&str, Condition); 28] = [
    ("phrase", Condition::Phrase),
    ("always", Condition::Always),
    ("final", Condition::Final),
    ("closing", Condition::Closing),
    ("relayed", Condition::Relayed),
    ("tagged", Condition::Tagged),
    ("start", Condition::Start),
    ("licensed", Condition::Licensed),
    ("comma", Condition::Comma),
    ("addressed", Condition::Addressed),
    ("told", Condition::Told),
    ("bidden", Condition::Bidden),
    ("ordered", Condition::Ordered),
    ("stating", Condition::Stating),
    ("forbidden", Condition::Forbidden),
    ("quoting", Condition::Quoting),
    ("replying", Condition::Replying),
    ("heard", Condition::Heard),
    ("standpoint", Condition::Standpoint),
    ("equated", Condition::Equated),
    ("naming", Condition::Naming),
    ("sent", Condition::Sent),
    ("parting", Condition::Parting),
    ("parenthetical", Condition::Parenthetical),
    ("estimated", Condition::Estimated),
    ("agent", Condition::Agent),
    ("introducing", Condition::Introducing),
    ("named", Condition::Named),
];

/// The values of a cell, `|` between them; `any` stands for all.
fn parse_list<T: Copy>(
    row: &Row,
    column: &str,
    cell: &str,
    words: &[(&str, T)],
) -> Result<Vec<T>, Error> {
    if cell == "any" {
        return Ok(words.iter().map(|(_, value)| *value).collect());
    }
    let found = |word: &str| words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    let parse = |word: &str| {
        found(word)
            .ok_or_else(|| unknown(row, column, word, words, " or any, with | between several"))
    };
    row.required(column, cell)?.split('|').map(|word| parse(word.trim())).collect()
}

fn parse_one<T: Copy>(
    row: &Row,
    column: &str,
    word: &str,
    words: &[(&str, T)],
) -> Result<T, Error> {
    let known = words.iter().find(|(name, _)| *name == word);
    known.map(|(_, value)| *value).ok_or_else(|| unknown(row, column, word, words, ""))
}

/// That a column has no such value, but those of the list `and` some more.
fn unknown<T>(row: &Row, column: &str, word: &str, words: &[(&str, T)], and: &str) -> Error {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    row.error(format!("{column} {word:?}; expected one of {}{and}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_of_the_data_has_every_value() {
        let readme = include_str!("../data/README.md");
        let described = |column: &str, value: &str| {
            let row = readme.lines().find(|line| line.starts_with(&format!("| `{column}` |")));
            let words = row.unwrap_or_default().split(|it: char| !it.is_alphabetic() && it != '-');
            assert!(words.into_iter().any(|it| it == value), "{column}: {value}");
        };
        CUES.iter().for_each(|(name, _)| described("cue", name));
        PLACES.iter().for_each(|(name, _)| described("source", name));
        FORMS.iter().for_each(|(name, _)| described("content", name));
        CONDITIONS.iter().for_each(|(name, _)| described("condition", name));
    }
}
