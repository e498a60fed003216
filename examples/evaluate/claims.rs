//! Claims against attributions in brat standoff.
//!
//! Only the outermost attribution is annotated there, so a claim inside another's content is left out. A claim is found
//! where its cue overlaps the gold cue, one to one, the largest overlap first; spans are compared without white space at
//! their edges. The corpus does not say what kind of attitude an attribution is: both for gold and for ours the dictionary's
//! entry for the cue's words says it by its act, and its word class says the kind of cue.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::fmt::{self, Write};

use whosaid::{Act, Extractor, Offsets, Scratch};

use crate::brat::{self, Gold};
use crate::{Score, share};

type Range = (usize, usize);

/// A claim of either side.
struct Row {
    /// Source, cue, content.
    roles: [Vec<Range>; 3],
    cue: String,
    rule: String,
    confidence: f32,
}

impl Row {
    fn new(text: &str, gold: Gold) -> Row {
        let cue: Vec<&str> = gold.cue.iter().map(|&(start, end)| &text[start..end]).collect();
        let cue = cue.join(" ");
        let roles = [gold.source, gold.cue, gold.content];
        Row { roles, cue, rule: String::new(), confidence: 1.0 }
    }

    fn is_speech(&self) -> bool {
        let lower = self.cue.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.any(|word| SPEECH.split_whitespace().any(|speech| speech == word))
    }

    /// Labels by quotation, attitude and cue.
    fn kinds(&self, text: &str, extractor: &Extractor) -> [String; 3] {
        let content = self.roles[2].iter().map(|&(start, end)| &text[start..end]);
        let marked = content.into_iter().any(|part| part.contains(['"', '“', '”', '«']));
        let quotation = match (wholly_quoted(text, &self.roles[2]), marked) {
            (true, _) => "direct",
            (false, true) => "mixed",
            (false, false) => "indirect",
        };
        let entry = extractor.classify_cue(&self.cue);
        let attitude = entry.map_or("not in the dictionary", |(_, act)| attitude(act));
        let lower = self.cue.to_lowercase();
        let cue = match entry {
            _ if lower.contains("according to") => "according to",
            _ if lower.ends_with(':') => "colon",
            _ if lower.is_empty() => "none",
            Some((class, _)) => class,
            None => "not in the dictionary",
        };
        [quotation.to_owned(), attitude.to_owned(), cue.to_owned()]
    }
}

/// Cues of speech, as the corpus's users count them.
const SPEECH: &str = "say says said saying tell tells told telling add adds added adding write writes wrote writing written \
    announce announces announced announcing report reports reported reporting state states stated stating \
    note notes noted noting argue argues argued arguing ask asks asked asking claim claims claimed claiming \
    warn warns warned warning explain explains explained explaining insist insists insisted insisting \
    tweet tweets tweeted tweeting declare declares declared declaring reply replies replied replying \
    respond responds responded responding suggest suggests suggested suggesting \
    acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting \
    confirm confirms confirmed confirming deny denies denied denying accuse accuses accused accusing \
    promise promises promised promising vow vows vowed vowing predict predicts predicted predicting \
    assert asserts asserted asserting allege alleges alleged alleging describe describes described describing \
    testify testifies testified quip quips quipped joke jokes joked according";

fn attitude(act: Act) -> &'static str {
    match act {
        Act::Believe | Act::Predict => "belief",
        Act::Intend | Act::Want => "intent",
        Act::Praise => "support",
        Act::Show => "evidence",
        _ => "speech",
    }
}

/// Whether the content begins and ends with marks and nine words in ten stand inside them.
fn wholly_quoted(text: &str, spans: &[Range]) -> bool {
    const MARKS: &[char] = &['“', '”', '"', '‘', '’', '\'', '«', '»', '„'];
    let part = |&(start, end): &Range| &text[start..end];
    let marked =
        |part: &str| part.chars().count() > 1 && part.starts_with(MARKS) && part.ends_with(MARKS);
    let mut counts = [0, 0];
    for part in spans.iter().map(part) {
        if !marked(part) {
            return false;
        }
        count_quoted(part, &mut counts);
    }
    !spans.is_empty() && 10 * counts[1] >= 9 * (counts[0] + counts[1])
}

/// Counts the words outside and inside marks.
fn count_quoted(part: &str, counts: &mut [usize; 2]) {
    let letters: Vec<char> = part.chars().collect();
    let word = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let (mut at, mut open) = (0, false);
    while at < letters.len() {
        if word(at) {
            at = word_end(&letters, at);
            counts[usize::from(open)] += 1;
            continue;
        }
        let free = at == 0 || !word(at - 1);
        match letters[at] {
            '“' | '«' | '„' => open = true,
            '‘' if free => open = true,
            '”' | '»' => open = false,
            '"' => open = !open,
            '\'' if letters.get(at + 1) == Some(&'\'') => {
                open = !open;
                at += 1;
            }
            '\'' if free || !word(at + 1) => open = !open,
            '’' if !word(at + 1) => open = !open,
            _ => {}
        }
        at += 1;
    }
}

/// Where the word at `at` ends; apostrophes, full stops and hyphens between letters are part of it.
fn word_end(letters: &[char], mut at: usize) -> usize {
    let word = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    while word(at) || (matches!(letters.get(at), Some('’' | '\'' | '.' | '-')) && word(at + 1)) {
        at += 1;
    }
    at
}

/// Words and single marks.
fn size(text: &str, spans: &[Range]) -> usize {
    let count = |&(start, end): &Range| {
        let letters: Vec<char> = text[start..end].chars().collect();
        let (mut at, mut count) = (0, 0);
        while at < letters.len() {
            count += usize::from(!letters[at].is_whitespace());
            at = word_end(&letters, at).max(at + 1);
        }
        count
    };
    spans.iter().map(count).sum()
}

fn shared_parts(a: &[Range], b: &[Range]) -> Vec<Range> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    pairs.filter(|(start, end)| start < end).collect()
}

/// How many code points two lists of spans share.
fn overlap(text: &str, a: &[Range], b: &[Range]) -> usize {
    shared_parts(a, b).iter().map(|&(start, end)| text[start..end].chars().count()).sum()
}

/// The claims that are compared: those inside no other's content.
fn predict(extractor: &Extractor, scratch: &mut Scratch, text: &str, least: f32) -> Vec<Row> {
    let record = extractor.extract_with(scratch, text).to_record(Offsets::Byte);
    let mut rows = Vec::new();
    for claim in record.claims {
        if claim.parent.is_some() || claim.confidence < least {
            continue;
        }
        let range = |start: u32, end: u32| (start as usize, end as usize);
        let mut gold = Gold {
            source: claim.source.iter().map(|source| range(source.start, source.end)).collect(),
            cue: vec![range(claim.cue.start, claim.cue.end)],
            content: claim.content.spans.iter().map(|span| range(span.start, span.end)).collect(),
        };
        [&mut gold.source, &mut gold.cue, &mut gold.content]
            .into_iter()
            .for_each(|spans| brat::tidy(text, spans));
        let (rule, confidence) = (claim.rule, claim.confidence);
        rows.push(Row { rule, confidence, ..Row::new(text, gold) });
    }
    let inside = |a: &Row, b: &Row| {
        a.roles[1]
            .first()
            .is_some_and(|cue| b.roles[2].iter().any(|part| part.0 <= cue.0 && cue.1 <= part.1))
    };
    let held = |row: &Row| {
        rows.iter()
            .any(|other| !std::ptr::eq(row, other) && inside(row, other) && !inside(other, row))
    };
    let kept: Vec<bool> = rows.iter().map(|row| !held(row)).collect();
    rows.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(row, _)| row).collect()
}

/// Pairs of gold and ours, by the overlap of their cues.
fn pair(text: &str, gold: &[Row], ours: &[Row]) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (i, wanted) in gold.iter().enumerate() {
        for (j, found) in ours.iter().enumerate() {
            let shared = overlap(text, &wanted.roles[1], &found.roles[1]);
            candidates.extend((shared > 0).then_some((usize::MAX - shared, i, j)));
        }
    }
    candidates.sort_unstable();
    let (mut pairs, mut taken) = (BTreeMap::new(), HashSet::new());
    for (_, i, j) in candidates {
        if !pairs.contains_key(&i) && taken.insert(j) {
            pairs.insert(i, j);
        }
    }
    pairs
}

/// What is counted for a group of claims.
#[derive(Clone, Copy, Default)]
struct Group {
    found: usize,
    gold: usize,
    predicted: usize,
    /// Predicted claims that are a gold claim.
    paired: usize,
    /// Of those found: source, cue, content and all of them exact.
    exact: [usize; 4],
}

impl Group {
    fn print(&self, out: &mut String, label: &str) -> fmt::Result {
        let (precision, recall) =
            (share(self.paired, self.predicted), share(self.found, self.gold));
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        let [source, cue, content, all] = self.exact.map(|exact| share(exact, self.found));
        writeln!(
            out,
            "  {label:24} {:5} {:5}  {precision:5.1} {recall:5.1} {f1:5.1}  {source:5.1} {cue:5.1} {content:5.1} {all:5.1}",
            self.gold, self.predicted
        )
    }
}

/// What a group of our own claims is worth; it has no recall, as gold knows neither pattern nor confidence.
fn print_precision(out: &mut String, label: &str, group: &Group) -> fmt::Result {
    let [source, cue, content, all] = group.exact.map(|exact| share(exact, group.found));
    writeln!(
        out,
        "  {label:24} {:5} {:5.1}  {source:5.1} {cue:5.1} {content:5.1} {all:5.1}  {:5.1}",
        group.predicted,
        share(group.paired, group.predicted),
        share(group.exact[3], group.predicted),
    )
}

const PRECISION_HEADER: &str = "ours     P  exact: source cue content all  right";

const HEADER: &str = "gold  ours      P     R    F1  exact: source  cue content all";

#[derive(Default)]
struct Tally {
    spans: [Score; 3],
    all: Group,
    speech: Group,
    kinds: [BTreeMap<String, Group>; 3],
    rules: BTreeMap<String, Group>,
    bands: BTreeMap<u32, Group>,
    /// Gold contents in quotation marks, found, with the right source.
    quoted: [usize; 3],
    confusions: BTreeMap<String, (usize, String)>,
}

impl Tally {
    fn add(&mut self, extractor: &Extractor, text: &str, gold: &[Row], ours: &[Row]) {
        for (role, score) in self.spans.iter_mut().enumerate() {
            let set = |rows: &[Row]| -> BTreeSet<Range> {
                rows.iter().flat_map(|row| row.roles[role].iter().copied()).collect()
            };
            let (gold, ours) = (set(gold), set(ours));
            score.right += gold.intersection(&ours).count();
            score.predicted += ours.len();
            score.gold += gold.len();
        }
        let pairs = pair(text, gold, ours);
        for (i, wanted) in gold.iter().enumerate() {
            let found = pairs.get(&i).map(|j| &ours[*j]);
            self.add_gold(extractor, text, wanted, found);
        }
        let paired: HashSet<usize> = pairs.values().copied().collect();
        for (j, found) in ours.iter().enumerate() {
            self.add_ours(extractor, text, found, paired.contains(&j));
        }
        for (&i, &j) in &pairs {
            let exact = exact(&gold[i], &ours[j]);
            for group in [
                self.rules.entry(ours[j].rule.clone()).or_default(),
                self.bands.entry(band(ours[j].confidence)).or_default(),
            ] {
                group.found += 1;
                group.exact.iter_mut().zip(exact).for_each(|(sum, exact)| *sum += exact);
            }
        }
        for (i, wanted) in gold.iter().enumerate() {
            self.add_quoted(text, wanted, pairs.get(&i).map(|j| &ours[*j]), ours);
        }
    }

    fn groups(&mut self, kinds: [String; 3], speech: bool) -> Vec<&mut Group> {
        let mut groups = vec![&mut self.all];
        groups.extend(speech.then_some(&mut self.speech));
        let by_kind = self.kinds.iter_mut().zip(kinds);
        groups.extend(by_kind.map(|(groups, kind)| groups.entry(kind).or_default()));
        groups
    }

    fn add_gold(&mut self, extractor: &Extractor, text: &str, gold: &Row, found: Option<&Row>) {
        for group in self.groups(gold.kinds(text, extractor), gold.is_speech()) {
            group.gold += 1;
            group.found += usize::from(found.is_some());
            let exact = found.map_or([0; 4], |found| exact(gold, found));
            group.exact.iter_mut().zip(exact).for_each(|(sum, exact)| *sum += exact);
        }
        match found {
            None => self.confuse(format!("missed cue {:?}", gold.cue.to_lowercase()), text, gold),
            Some(found) => {
                for (role, name) in ["source", "cue", "content"].into_iter().enumerate() {
                    for what in differences(text, &gold.roles[role], &found.roles[role]) {
                        self.confuse(format!("{name} {what}"), text, found);
                    }
                }
            }
        }
    }

    fn add_ours(&mut self, extractor: &Extractor, text: &str, ours: &Row, right: bool) {
        for group in self.groups(ours.kinds(text, extractor), ours.is_speech()) {
            group.predicted += 1;
            group.paired += usize::from(right);
        }
        for group in [
            self.rules.entry(ours.rule.clone()).or_default(),
            self.bands.entry(band(ours.confidence)).or_default(),
        ] {
            group.predicted += 1;
            group.paired += usize::from(right);
        }
        if !right {
            self.confuse(format!("spurious cue {:?}", ours.cue.to_lowercase()), text, ours);
        }
    }

    /// Found: nine words in ten of the content in one claim with at most a tenth too many.
    fn add_quoted(&mut self, text: &str, gold: &Row, paired: Option<&Row>, ours: &[Row]) {
        if !wholly_quoted(text, &gold.roles[2]) {
            return;
        }
        self.quoted[0] += 1;
        let mut order: Vec<&Row> = ours.iter().collect();
        order.sort_by_key(|row| std::cmp::Reverse(overlap(text, &row.roles[2], &gold.roles[2])));
        let wanted = size(text, &gold.roles[2]);
        let fits = |row: &&Row| {
            let both = shared_parts(&gold.roles[2], &row.roles[2]);
            10 * size(text, &both) >= 9 * wanted
                && 10 * size(text, &row.roles[2]) <= 11 * wanted + 10
        };
        if let Some(row) = paired.into_iter().chain(order).find(fits) {
            let [gold, ours] = [&gold.roles[0], &row.roles[0]];
            self.quoted[1] += 1;
            self.quoted[2] +=
                usize::from((gold.is_empty() && ours.is_empty()) || overlap(text, gold, ours) > 0);
        }
    }

    fn confuse(&mut self, what: String, text: &str, row: &Row) {
        let entry = self.confusions.entry(what).or_insert_with(|| (0, show(text, row)));
        entry.0 += 1;
    }

    fn print(&self, out: &mut String, errors: usize) -> fmt::Result {
        for (role, score) in ["source", "cue", "content"].iter().zip(self.spans) {
            writeln!(out, "span exact {role:8} {score}")?;
        }
        let [gold, found, source] = self.quoted;
        let [found, source] = [found, source].map(|part| share(part, gold));
        writeln!(out, "quoted {gold}: found {found:.1} %, right source {source:.1} %")?;
        writeln!(out, "  {:24} {HEADER}", "claims")?;
        self.all.print(out, "all")?;
        self.speech.print(out, "cue of speech")?;
        for (title, groups) in ["quotation", "attitude", "cue"].iter().zip(&self.kinds) {
            writeln!(out, "by {title}")?;
            groups.iter().try_for_each(|(label, group)| group.print(out, label))?;
        }
        writeln!(out, "  {:24} {PRECISION_HEADER}", "by pattern")?;
        self.rules.iter().try_for_each(|(label, group)| print_precision(out, label, group))?;
        writeln!(out, "  {:24} {PRECISION_HEADER}", "by confidence")?;
        for (band, group) in &self.bands {
            let [low, high] = [*band, *band + 1].map(|tenth| f64::from(tenth) / 10.0);
            print_precision(out, &format!("{low:.1}–{high:.1}"), group)?;
        }
        let mut confusions: Vec<_> = self.confusions.iter().collect();
        confusions.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        for (what, (count, example)) in confusions.into_iter().take(errors) {
            writeln!(out, "{count:5}  {what}\n         {example}")?;
        }
        Ok(())
    }
}

/// The tenth that a confidence falls into; 1.0 belongs to the last.
fn band(confidence: f32) -> u32 {
    (((confidence * 100.0).round() / 10.0) as u32).min(9)
}

fn exact(gold: &Row, ours: &Row) -> [usize; 4] {
    let [source, cue, content] = [0, 1, 2].map(|role| gold.roles[role] == ours.roles[role]);
    [source, cue, content, source && cue && content].map(usize::from)
}

/// How ours differs from gold: where it begins and ends, or what is missing.
fn differences(text: &str, gold: &[Range], ours: &[Range]) -> Vec<String> {
    let (Some(g), Some(o)) = (gold.first().zip(gold.last()), ours.first().zip(ours.last())) else {
        return match (gold.is_empty(), ours.is_empty()) {
            (true, false) => vec!["where there is none".to_owned()],
            (false, true) => vec!["not found".to_owned()],
            _ => Vec::new(),
        };
    };
    let first = |from: usize, to: usize| {
        text[from..to].split_whitespace().next().unwrap_or("").to_lowercase()
    };
    let mut out = Vec::new();
    if shared_parts(gold, ours).is_empty() {
        out.push("elsewhere".to_owned());
    } else {
        match o.0.0.cmp(&g.0.0) {
            std::cmp::Ordering::Less => {
                out.push(format!("too early, from {:?}", first(o.0.0, g.0.0)))
            }
            std::cmp::Ordering::Greater => {
                out.push(format!("too late, without {:?}", first(g.0.0, o.0.0)))
            }
            std::cmp::Ordering::Equal => {}
        }
        match o.1.1.cmp(&g.1.1) {
            std::cmp::Ordering::Less => out.push(format!("ends before {:?}", first(o.1.1, g.1.1))),
            std::cmp::Ordering::Greater => {
                out.push(format!("goes on with {:?}", first(g.1.1, o.1.1)))
            }
            std::cmp::Ordering::Equal if gold != ours => out.push("differs inside".to_owned()),
            std::cmp::Ordering::Equal => {}
        }
    }
    out
}

fn show(text: &str, row: &Row) -> String {
    let [source, cue, content] = [0, 1, 2].map(|role| {
        let parts: Vec<&str> =
            row.roles[role].iter().map(|&(start, end)| &text[start..end]).collect();
        parts.join(" … ").replace('\n', " ")
    });
    format!("[{source}] <{cue}> {{{content}}}")
}

/// The scores on a folder.
pub(crate) fn evaluate(
    extractor: &Extractor,
    path: &str,
    least: f32,
    errors: usize,
) -> Result<String, Box<dyn Error>> {
    let (mut tally, mut scratch) = (Tally::default(), Scratch::default());
    let articles = brat::read_folder(path)?;
    if articles.is_empty() {
        return Err(format!("{path}: no text/NAME.txt with attributions/NAME_*.ann").into());
    }
    let mut report = format!("{} articles\n", articles.len());
    for article in articles {
        let text = &article.text;
        let gold: Vec<Row> = article.claims.into_iter().map(|gold| Row::new(text, gold)).collect();
        let ours = predict(extractor, &mut scratch, text, least);
        tally.add(extractor, text, &gold, &ours);
    }
    tally.print(&mut report, errors)?;
    Ok(report)
}
