//! Who said what, with the speakers, against articles annotated by hand ([`crate::rows`] has their format). The example
//! `evaluate` and the tests share this file.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::path::Path;

use whosaid::{Claim, Document, Entity, EntityType, Extractor, Form, Span};

use crate::rows::{Gold, articles, read_gold, read_text};

/// Reads every `NAME.txt` of the folder and holds its claims against `NAME.tsv`.
pub(crate) fn measure(extractor: &Extractor, folder: &Path) -> Result<Tally, String> {
    let mut tally = Tally::default();
    for path in articles(folder)? {
        let text = read_text(&path)?;
        let gold = read_gold(&path.with_extension("tsv"), &text)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        tally.add(&name, &gold, &extractor.extract(&*text));
    }
    Ok(tally)
}

/// Pairs of gold cues and found claims that overlap, one to one, the largest overlap first.
pub(crate) fn pairs(gold: &[Span], document: &Document) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (wanted, own) in gold.iter().enumerate() {
        for claim in document.claims() {
            let cue = claim.cue.span;
            let end = own.end.min(cue.end);
            let overlap = end.saturating_sub(own.start.max(cue.start));
            if overlap > 0 {
                candidates.push((u32::MAX - overlap, wanted, claim.id.index()));
            }
        }
    }
    candidates.sort_unstable();
    let (mut wanted, mut found) = (HashSet::new(), HashSet::new());
    candidates.retain(|(_, gold, claim)| {
        !wanted.contains(gold)
            && !found.contains(claim)
            && wanted.insert(*gold)
            && found.insert(*claim)
    });
    candidates.into_iter().map(|(_, gold, claim)| (gold, claim)).collect()
}

/// The words of a name, "the" and "Mr" apart.
fn words(name: &str) -> HashSet<String> {
    let name = name.to_lowercase().replace('’', "'").replace("'s", "").replace(['.', '\''], "");
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !["", "the", "mr", "mrs", "ms", "miss", "dr"].contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether `name` has all words of `speaker`.
pub(crate) fn is_full(name: &str, speaker: &str) -> bool {
    words(speaker).is_subset(&words(name))
}

/// Whether all words of the one name stand in the other.
pub(crate) fn same_name(name: &str, speaker: &str) -> bool {
    !words(name).is_empty() && (is_full(name, speaker) || is_full(speaker, name))
}

/// Whether the entity is this speaker: by its name, or, as lists name organisations and places otherwise than an article does
/// ("INEC"), by a mention that has all of the speaker's name.
fn means(entity: &Entity, speaker: &str, text: &str) -> bool {
    let mut names = entity.mentions.iter().filter(|it| it.form == Form::Name);
    let listed = matches!(entity.kind, EntityType::Organisation | EntityType::Place);
    same_name(&entity.name, speaker) || listed && names.any(|it| is_full(it.span.of(text), speaker))
}

/// The certainties at which the score is printed.
const LEAST: [f32; 8] = [0.0, 0.8, 0.9, 0.94, 0.96, 0.97, 0.98, 0.99];

/// What became of the speakers of a found claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Right,
    Wrong,
    /// Some speaker is missing, and none is wrong.
    Unresolved,
}

/// Whether these entities are the speakers.
pub(crate) fn judge(gold: &Gold, found: &[&Entity], text: &str) -> Verdict {
    let known = |it: &&Entity| gold.speakers.iter().any(|speaker| means(it, speaker, text));
    let met = |speaker: &String| found.iter().any(|it| means(it, speaker, text));
    if !found.iter().all(known) {
        Verdict::Wrong
    } else if !gold.speakers.is_empty() && gold.speakers.iter().all(met) {
        Verdict::Right
    } else {
        Verdict::Unresolved
    }
}

/// The entities that a claim's source means.
pub(crate) fn speakers_of<'d>(document: &'d Document, claim: &Claim) -> Vec<&'d Entity> {
    let ids = claim.source.iter().flat_map(|source| &source.entities);
    ids.filter_map(|id| document.entity(*id)).collect()
}

#[derive(Default)]
pub(crate) struct Tally {
    articles: usize,
    pub(crate) gold: usize,
    predicted: usize,
    pub(crate) found: usize,
    /// Gold claims with speakers, and those of them that are found: with the right speakers, a wrong one, or too few.
    speakers: usize,
    pub(crate) right: usize,
    /// Of the right ones, those under their full names: "Ann Poe", not a "Poe" apart from her.
    pub(crate) full: usize,
    pub(crate) wrong: usize,
    unresolved: usize,
    /// Right, wrong and unresolved by how the extractor resolved the source.
    ways: BTreeMap<String, [usize; 3]>,
    /// How certain each was, and what became of it.
    certainties: Vec<(f32, Verdict)>,
    /// The wrong and unresolved ones, a line each.
    pub(crate) misses: Vec<String>,
    /// Anonymous gold sources that are found, and those of them that were given a name.
    anonymous: usize,
    named: usize,
    /// Source, cue and content: in gold, predicted, and exact.
    roles: [[usize; 3]; 3],
}

impl Tally {
    fn add(&mut self, name: &str, gold: &[Gold], document: &Document) {
        self.articles += 1;
        self.gold += gold.len();
        self.predicted += document.claims().len();
        self.speakers += gold.iter().filter(|row| !row.speakers.is_empty()).count();
        let [source, cue, content] = &mut self.roles;
        source[0] += gold.iter().filter(|row| row.source.is_some()).count();
        source[1] += document.claims().iter().filter(|claim| claim.source.is_some()).count();
        cue[0] += gold.len();
        cue[1] += document.claims().len();
        content[0] += gold.len();
        content[1] += document.claims().len();
        let cues: Vec<Span> = gold.iter().map(|row| row.cue).collect();
        for (wanted, found) in pairs(&cues, document) {
            let (wanted, claim) = (&gold[wanted], &document.claims()[found]);
            self.found += 1;
            let span = claim.source.as_ref().map(|source| source.span);
            self.roles[0][2] += usize::from(span.is_some() && span == wanted.source);
            self.roles[1][2] += usize::from(claim.cue.span == wanted.cue);
            self.roles[2][2] += usize::from(claim.content.spans == wanted.content);
            let entities = speakers_of(document, claim);
            let Some(verdict) = self.add_speakers(wanted, &entities, document.text()) else {
                continue;
            };
            let way = claim.source.as_ref().map_or("no source".into(), |source| {
                format!("{:?}", source.resolution).to_lowercase()
            });
            let certainty = claim.source.as_ref().map_or(0.0, |source| source.certainty);
            self.certainties.push((certainty, verdict));
            self.ways.entry(way.clone()).or_default()[verdict as usize] += 1;
            if verdict != Verdict::Right {
                let source = span.map_or("", |span| span.of(document.text()));
                let wanted = wanted.speakers.join(" | ");
                let names: Vec<&str> = entities.iter().map(|it| it.name.as_str()).collect();
                let cue = claim.cue.span.of(document.text());
                self.misses.push(format!(
                    "{verdict:?}: {name}: {source:?} ({cue}, {way}) means {wanted}, not {names:?}"
                ));
            }
        }
    }

    /// Counts what became of the speakers of a found claim; `None` where the annotator names none.
    fn add_speakers(&mut self, gold: &Gold, found: &[&Entity], text: &str) -> Option<Verdict> {
        if gold.speakers.is_empty() {
            self.anonymous += usize::from(gold.anonymous);
            self.named += usize::from(gold.anonymous && !found.is_empty());
            return None;
        }
        let verdict = judge(gold, found, text);
        let full = |it: &&Entity| gold.speakers.iter().any(|speaker| is_full(&it.name, speaker));
        match verdict {
            Verdict::Right => {
                self.right += 1;
                self.full += usize::from(found.iter().all(full));
            }
            Verdict::Wrong => self.wrong += 1,
            Verdict::Unresolved => self.unresolved += 1,
        }
        Some(verdict)
    }

    /// Precision, recall and F1 of a role's exact spans.
    pub(crate) fn exact(&self, role: usize) -> [f64; 3] {
        let [gold, predicted, exact] = self.roles[role];
        [share(exact, predicted), share(exact, gold), share(2 * exact, gold + predicted)]
    }

    /// Right, wrong and unresolved in per cent, where whatever is less certain counts as unresolved.
    fn at_least(&self, least: f32) -> [f64; 3] {
        let mut counts = [0; 3];
        for (certainty, verdict) in &self.certainties {
            let verdict = if *certainty < least { Verdict::Unresolved } else { *verdict };
            counts[verdict as usize] += 1;
        }
        counts.map(|count| share(count, self.certainties.len()))
    }

    /// The found claims whose gold names a speaker.
    pub(crate) fn named_found(&self) -> usize {
        self.right + self.wrong + self.unresolved
    }
}

pub(crate) fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.named_found();
        writeln!(
            out,
            "{} articles, {} claims, {} with speakers",
            self.articles, self.gold, self.speakers
        )?;
        let [recall, precision] = [share(self.found, self.gold), share(self.found, self.predicted)];
        writeln!(
            out,
            "claims found            {recall:5.1} % of gold, {precision:5.1} % of predicted"
        )?;
        writeln!(out, "of {found} found with speakers:")?;
        for (what, count) in [
            ("right", self.right),
            ("  by the full name", self.full),
            ("wrong", self.wrong),
            ("unresolved", self.unresolved),
        ] {
            writeln!(out, "  {what:<20}  {:5.1} %  ({count})", share(count, found))?;
        }
        writeln!(out, "  by resolution         right wrong unresolved")?;
        for (way, [right, wrong, unresolved]) in &self.ways {
            writeln!(out, "    {way:<18}  {right:5} {wrong:5} {unresolved:10}")?;
        }
        writeln!(out, "  with a certainty of     right wrong unresolved")?;
        for least in LEAST {
            let [right, wrong, unresolved] = self.at_least(least);
            writeln!(out, "    {least:<18}  {right:4.1}% {wrong:4.1}% {unresolved:9.1}%")?;
        }
        writeln!(
            out,
            "anonymous, yet named    {:5.1} %  ({})",
            share(self.named, self.anonymous),
            self.named
        )?;
        writeln!(out, "exact spans                 P     R    F1")?;
        for (role, name) in ["source", "cue", "content"].iter().enumerate() {
            let [precision, recall, f1] = self.exact(role);
            writeln!(out, "  {name:<20}  {precision:5.1} {recall:5.1} {f1:5.1}")?;
        }
        Ok(())
    }
}
