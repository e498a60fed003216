//! What a claim holds besides source, cue and content, against short pieces of news annotated by hand. The example `evaluate` and
//! the tests share this file.
//!
//! A piece is a line `@ YYYY-MM-DD`, a line of text, and a line for each claim: `- cue | field=value; …`. The cue and the values
//! that are words of the text stand as there, `said@2` for the second "said". The fields are those of a record; what is not
//! written has its default: a claim is positive, open and neutral, states something, and has none of the rest.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use whosaid::{
    Act, Article, Claim, Commitment, Document, EntityId, Extractor, Force, Polarity, Span,
};

use crate::rows::{places, read_text};
use crate::speakers::{pairs, same_name};

/// The fields in the order in which they are printed.
const FIELDS: [&str; 11] = [
    "act", "polarity", "commitment", "force", "addressee", "said_at", "condition", "hedge", "via",
    "parent", "reply_to",
];

/// A claim as the annotator sees it: its cue, and the fields that have not their default.
struct Gold {
    cue: Span,
    fields: BTreeMap<String, String>,
}

/// How often a field is right, predicted, and in gold, where it has not its default.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    predicted: usize,
    gold: usize,
}

#[derive(Default)]
pub(crate) struct Tally {
    pieces: usize,
    gold: usize,
    predicted: usize,
    found: usize,
    /// Found claims whose act is right, those that state included.
    acts: usize,
    fields: BTreeMap<&'static str, Count>,
    pub(crate) misses: Vec<String>,
}

/// Reads the pieces of a file and compares.
pub(crate) fn measure(extractor: &Extractor, path: &Path) -> Result<Tally, String> {
    let pieces = read_text(path)?;
    let mut tally = Tally::default();
    let mut lines = pieces.lines().zip(1..).filter(|(line, _)| !line.starts_with('#')).peekable();
    while let Some((line, number)) = lines.next() {
        let at = |problem: &str, number: i32| format!("{}:{number}: {problem}", path.display());
        if line.is_empty() {
            continue;
        }
        let published =
            line.strip_prefix("@ ").ok_or_else(|| at("expected @ and a date", number))?;
        let (text, _) = lines.next().ok_or_else(|| at("a piece without text", number))?;
        let mut gold = Vec::new();
        while let Some((line, number)) = lines.next_if(|(line, _)| line.starts_with("- ")) {
            gold.push(read_claim(text, &line[2..]).map_err(|problem| at(&problem, number))?);
        }
        let document = extractor.extract(Article::new(text).published(published));
        tally.add(text, &gold, &document);
    }
    Ok(tally)
}

/// "cue | field=value; …"
fn read_claim(text: &str, line: &str) -> Result<Gold, String> {
    let (cue, fields) = line.split_once('|').unwrap_or((line, ""));
    let (words, number) = cue.trim().rsplit_once('@').unwrap_or((cue.trim(), "1"));
    let number: usize = number.parse().map_err(|_| format!("{number:?} is no number"))?;
    let words = words.trim_end();
    let place = places(text, words).nth(number.saturating_sub(1));
    let cue = place.ok_or_else(|| format!("{words:?} is not {number} times in the text"))?;
    let mut gold = Gold { cue, fields: BTreeMap::new() };
    for field in fields.split(';').map(str::trim).filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=').ok_or(format!("{field:?} has no value"))?;
        if !FIELDS.contains(&name) {
            return Err(format!("unknown field {name:?}"));
        }
        if name == "act" {
            value.parse::<Act>().map_err(|_| format!("unknown act {value:?}"))?;
        }
        gold.fields.insert(name.to_owned(), value.to_owned());
    }
    Ok(gold)
}

/// The fields of a claim that have not their default, as an annotator would write them.
fn fields_of(document: &Document, claim: &Claim) -> BTreeMap<&'static str, String> {
    let text = document.text();
    let words = |span: Span| span.of(text).to_owned();
    let names = |ids: &[EntityId]| {
        let names = ids.iter().filter_map(|id| document.entity(*id));
        names.map(|entity| entity.name.as_str()).collect::<Vec<_>>().join("+")
    };
    let act = (claim.act != Act::State).then(|| claim.act.to_string());
    let polarity = (claim.polarity != Polarity::Positive).then(|| claim.polarity.to_string());
    let commitment = (claim.commitment != Commitment::Open).then(|| claim.commitment.to_string());
    let force = (claim.force != Force::Neutral).then(|| claim.force.to_string());
    let found = [
        act,
        polarity,
        commitment,
        force,
        claim.addressee.as_ref().map(|addressee| words(addressee.span)),
        claim.said_at.as_ref().map(|time| words(time.span)),
        claim.condition.map(words),
        claim.hedge.map(words),
        Some(names(&claim.via)).filter(|names| !names.is_empty()),
        claim.parent.map(|parent| parent.to_string()),
        claim.reply_to.map(|claim| claim.to_string()),
    ];
    FIELDS.into_iter().zip(found).filter_map(|(name, value)| Some((name, value?))).collect()
}

impl Tally {
    fn add(&mut self, text: &str, gold: &[Gold], document: &Document) {
        self.pieces += 1;
        self.gold += gold.len();
        self.predicted += document.claims().len();
        let cues: Vec<Span> = gold.iter().map(|claim| claim.cue).collect();
        let pairs = pairs(&cues, document);
        let found_as = |number: &str| {
            let wanted = number.parse::<usize>().ok()?.checked_sub(1)?;
            pairs.iter().find(|(gold, _)| *gold == wanted).map(|(_, claim)| claim.to_string())
        };
        for &(wanted, found) in &pairs {
            let (wanted, claim) = (&gold[wanted], &document.claims()[found]);
            let mut wanted_fields = wanted.fields.clone();
            // Numbers are those of the claims that were found; of a claim that was not nothing can be said.
            for name in ["parent", "reply_to"] {
                if let Some(number) = wanted_fields.remove(name)
                    && let Some(number) = found_as(&number)
                {
                    wanted_fields.insert(name.to_owned(), number);
                }
            }
            let found_fields = fields_of(document, claim);
            self.found += 1;
            let act = |act: Option<&String>| act.map_or("state", String::as_str).to_owned();
            self.acts += usize::from(act(wanted_fields.get("act")) == act(found_fields.get("act")));
            for name in FIELDS {
                let (wanted, found) = (wanted_fields.get(name), found_fields.get(name));
                self.compare(
                    name,
                    wanted,
                    found,
                    &format!("{:?} in {text}", claim.cue.span.of(text)),
                );
            }
        }
    }

    fn compare(
        &mut self,
        name: &'static str,
        wanted: Option<&String>,
        found: Option<&String>,
        place: &str,
    ) {
        let same = match (wanted, found) {
            (Some(wanted), Some(found))
                if ["addressee", "said_at", "condition"].contains(&name) =>
            {
                // Annotators differ on whether "the" and "if" belong to it.
                wanted.contains(found.as_str()) || found.contains(wanted.as_str())
            }
            (Some(wanted), Some(found)) if name == "via" => same_name(wanted, found),
            (wanted, found) => wanted == found,
        };
        let count = self.fields.entry(name).or_default();
        count.gold += usize::from(wanted.is_some());
        count.predicted += usize::from(found.is_some());
        count.right += usize::from(same && wanted.is_some());
        if !same {
            self.misses.push(format!("{name}: {wanted:?}, not {found:?}: {place}"));
        }
    }
}

/// What share of a whole, in per cent.
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl Tally {
    /// The share of the claims found that have the right act.
    pub(crate) fn right_acts(&self) -> f64 {
        share(self.acts, self.found)
    }

    /// The harmonic mean of precision and recall of a field's values.
    pub(crate) fn f1(&self, field: &str) -> f64 {
        let Count { right, predicted, gold } = self.fields.get(field).copied().unwrap_or_default();
        share(2 * right, predicted + gold)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{} pieces, {} claims", self.pieces, self.gold)?;
        let [recall, precision] = [share(self.found, self.gold), share(self.found, self.predicted)];
        writeln!(out, "claims found  {recall:5.1} % of gold, {precision:5.1} % of predicted")?;
        writeln!(out, "right act     {:5.1} % of {}", self.right_acts(), self.found)?;
        writeln!(out, "fields with another value than the default:")?;
        for name in FIELDS {
            let Count { right, predicted, gold } =
                self.fields.get(name).copied().unwrap_or_default();
            let (precision, recall) = (share(right, predicted), share(right, gold));
            writeln!(
                out,
                "  {name:<11} P {precision:5.1} R {recall:5.1} F1 {:5.1}   ({right} right, {predicted} predicted, {gold} gold)",
                self.f1(name)
            )?;
        }
        Ok(())
    }
}
