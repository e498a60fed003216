//! Measures and learns whom "he" and "she" mean, by the coreference that GUM marks and by the speakers of the project's own
//! annotated articles.
//!
//! A choice is right where a word that names the chosen person is the head of a mention, no pronoun, of what GUM says the
//! pronoun means. Weights are those of a log-linear model over candidates; the figures come from documents held back.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::iter::repeat_n;
use std::path::Path;

use whosaid::training::speakers::{Article, Question, features, is_speech, weights};
use whosaid::{Extractor, Span};

use crate::Options;
use crate::annotated;
use crate::corpora::read_text;

/// Parts that the documents are dealt into.
const PARTS: usize = 5;
/// How many lessons one of the project's own articles counts as: of GUM's documents few are news.
const OWN: usize = 2;

pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) article: Article,
    pub(crate) news: bool,
    /// One of the project's own articles.
    pub(crate) annotated: bool,
    /// The pronouns "he", "she" … by their first byte.
    pub(crate) pronouns: HashMap<u32, Pronoun>,
    /// First byte of the head of each mention that is no pronoun, with its entity.
    pub(crate) heads: HashMap<u32, HashSet<u32>>,
}

pub(crate) struct Pronoun {
    pub(crate) entity: u32,
    /// "he" or "she" as the subject of a verb of saying.
    pub(crate) speaks: bool,
}

/// Candidates' features and whether each is right.
type Lesson = Vec<(Vec<usize>, bool)>;

pub(crate) fn train(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut documents = read_gum(options.need("gum")?)?;
    let folders = options.get("annotated").map_or_else(Vec::new, |it| it.split(',').collect());
    for folder in folders {
        documents.extend(annotated::read(Path::new(folder))?);
    }
    let errors: usize = options.get("errors").map_or(Ok(0), str::parse)?;
    let mut own = Scores::default();
    documents.iter().for_each(|document| own.measure(document, &weights(), errors));
    own.print("weights of the crate");
    let Some(out) = options.get("out") else { return Ok(()) };
    let mut held = Scores::default();
    for part in 0..PARTS {
        let others = documents.iter().enumerate().filter(|(at, _)| at % PARTS != part);
        let learned = study(others.map(|(_, document)| document));
        for (_, document) in documents.iter().enumerate().filter(|(at, _)| at % PARTS == part) {
            held.measure(document, &learned, 0);
        }
    }
    held.print("held back");
    let learned = study(documents.iter());
    let mut text = String::from(
        "# How much each feature speaks for a person as what \"he\" or \"she\" means; learned by `whosaid-train speakers`.\nfeature\tweight\n",
    );
    for (name, weight) in features().iter().zip(&learned) {
        text.push_str(&format!("{name}\t{weight:.2}\n"));
    }
    std::fs::write(out, text)?;
    Ok(())
}

/// The scores of GUM and of the project's own articles.
#[derive(Default)]
struct Scores {
    gum: Score,
    annotated: Score,
}

impl Scores {
    fn measure(&mut self, document: &Document, weights: &[f32], errors: usize) {
        let score = if document.annotated { &mut self.annotated } else { &mut self.gum };
        score.measure(document, weights, errors);
    }

    fn print(&self, what: &str) {
        self.gum.print(&format!("{what}, GUM"));
        if self.annotated.speakers[2] > 0 {
            self.annotated.print(&format!("{what}, annotated articles"));
        }
    }
}

#[derive(Default)]
struct Score {
    /// Right, answered, all: of subjects of verbs of saying, of those in news, of all pronouns.
    speakers: [usize; 3],
    news: [usize; 3],
    all: [usize; 3],
    /// Of those: a right one was among the candidates.
    reachable: usize,
    /// Of those: a mention that is no pronoun stands before.
    introduced: usize,
    shown: usize,
}

impl Score {
    fn measure(&mut self, document: &Document, weights: &[f32], errors: usize) {
        // Who speaks a quotation is asked before its words are read, and again in its place if nobody was found: that counts.
        let mut answers: BTreeMap<u32, (Question, Option<usize>)> = BTreeMap::new();
        document.article.walk(weights, |question, chosen| {
            answers.insert(question.pronoun.start, (question.clone(), chosen));
            chosen
        });
        for (start, (question, chosen)) in &answers {
            if let Some(pronoun) = document.pronouns.get(start) {
                self.count(document, pronoun, question, *chosen, errors);
            }
        }
    }

    fn count(
        &mut self,
        document: &Document,
        pronoun: &Pronoun,
        question: &Question,
        chosen: Option<usize>,
        errors: usize,
    ) {
        let right: Vec<bool> =
            (0..question.candidates.len()).map(|at| document.right(question, at)).collect();
        let hit = chosen.is_some_and(|at| right[at]);
        let add = |counts: &mut [usize; 3]| {
            counts[0] += usize::from(hit);
            counts[1] += usize::from(chosen.is_some());
            counts[2] += 1;
        };
        add(&mut self.all);
        if !pronoun.speaks {
            return;
        }
        add(&mut self.speakers);
        self.reachable += usize::from(right.contains(&true));
        self.introduced +=
            usize::from(document.heads_before(question.pronoun.start).next().is_some());
        if document.news {
            add(&mut self.news);
        }
        if !hit && self.shown < errors {
            self.shown += 1;
            document.show(question, chosen, &right);
        }
    }

    fn print(&self, what: &str) {
        let line = |counts: &[usize; 3]| {
            let share = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
            let [right, answered, all] = *counts;
            format!(
                "{:.1} % of {all} right, {:.1} % of {answered} answered",
                share(right, all),
                share(right, answered)
            )
        };
        println!(
            "{what}: he/she as subject of a verb of saying: {} ({} introduced by a name or noun, {} of them seen)",
            line(&self.speakers),
            self.introduced,
            self.reachable
        );
        println!("{what}: those in news: {}", line(&self.news));
        println!("{what}: all he/she/him/her/his: {}", line(&self.all));
    }
}

impl Document {
    fn right(&self, question: &Question, at: usize) -> bool {
        let Some(pronoun) = self.pronouns.get(&question.pronoun.start) else { return false };
        let inside = |span: &Span| {
            (span.start..span.end)
                .any(|byte| self.heads.get(&byte).is_some_and(|of| of.contains(&pronoun.entity)))
        };
        question.candidates[at].1.iter().any(inside)
    }

    /// Where the mentions before a pronoun that mean the same begin, without pronouns.
    fn heads_before(&self, pronoun: u32) -> impl Iterator<Item = u32> {
        let entity = self.pronouns.get(&pronoun).map(|pronoun| pronoun.entity);
        let mut before: Vec<u32> = self
            .heads
            .iter()
            .filter(|(at, of)| **at < pronoun && entity.is_some_and(|it| of.contains(&it)))
            .map(|(at, _)| *at)
            .collect();
        before.sort_unstable();
        before.into_iter()
    }

    fn show(&self, question: &Question, chosen: Option<usize>, right: &[bool]) {
        let at = question.pronoun.end as usize;
        let from = (0..=at.saturating_sub(260))
            .rev()
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(0);
        println!("… {} <<", self.text[from..at].replace('\n', " "));
        let heads: Vec<&str> = self
            .heads_before(question.pronoun.start)
            .map(|at| self.text[at as usize..].split(' ').next().unwrap_or(""))
            .collect();
        println!("    means {heads:?}");
        for (number, (features_of, names)) in question.candidates.iter().enumerate().take(5) {
            let name = names.first().map_or("", |span| span.of(&self.text));
            let mark = if chosen == Some(number) { "chosen" } else { "" };
            let list: Vec<&str> = features_of.iter().map(|at| features()[*at]).collect();
            println!(
                "    {name:?} {mark} {} {}",
                if right[number] { "RIGHT" } else { "" },
                list.join(", ")
            );
        }
    }
}

/// The weights that documents teach: first with each pronoun resolved as it should be, then also as these weights resolve
/// it, since one mistake leads to the next.
fn study<'d>(documents: impl Iterator<Item = &'d Document>) -> Vec<f32> {
    let documents: Vec<&Document> = documents.collect();
    let mut found: Vec<Lesson> = Vec::new();
    documents.iter().for_each(|document| lessons(document, None, &mut found));
    let first = learn(&found);
    documents.iter().for_each(|document| lessons(document, Some(&first), &mut found));
    learn(&found)
}

/// What the pronouns of a document teach, each where it was asked about last; the walk goes on with the choices of the
/// weights, without weights with the right one where it is known.
fn lessons(document: &Document, weights: Option<&[f32]>, found: &mut Vec<Lesson>) {
    let none = vec![0.0; features().len()];
    let mut own: BTreeMap<u32, Lesson> = BTreeMap::new();
    document.article.walk(weights.unwrap_or(&none), |question, chosen| {
        let start = question.pronoun.start;
        if !document.pronouns.contains_key(&start) {
            return chosen;
        }
        let right: Vec<bool> =
            (0..question.candidates.len()).map(|at| document.right(question, at)).collect();
        let first = right.iter().position(|right| *right);
        let candidates = question.candidates.iter().map(|it| it.0.clone());
        own.insert(start, candidates.zip(right).collect());
        if weights.is_some() { chosen } else { first }
    });
    let tells = |lesson: &Lesson| {
        lesson.iter().any(|(_, right)| *right) && lesson.iter().any(|(_, right)| !*right)
    };
    for lesson in own.into_values().filter(tells) {
        found.extend(repeat_n(lesson, if document.annotated { OWN } else { 1 }));
    }
}

/// How strongly weights are drawn to none: with less, who is chosen in documents held back is wrong more often.
const PRIOR: f64 = 15.0;

/// Weights of a log-linear model, by gradient ascent with a Gaussian prior.
fn learn(lessons: &[Lesson]) -> Vec<f32> {
    let mut weights = vec![0.0f64; features().len()];
    for round in 0..400 {
        let mut slope: Vec<f64> = weights.iter().map(|weight| -weight * PRIOR).collect();
        for lesson in lessons {
            let scores: Vec<f64> = lesson
                .iter()
                .map(|(features, _)| features.iter().map(|at| weights[*at]).sum::<f64>().exp())
                .collect();
            let total: f64 = scores.iter().sum();
            let good: f64 =
                lesson.iter().zip(&scores).filter(|(it, _)| it.1).map(|(_, score)| score).sum();
            for ((features, right), score) in lesson.iter().zip(&scores) {
                let pull = if *right { score / good } else { 0.0 } - score / total;
                features.iter().for_each(|at| slope[*at] += pull);
            }
        }
        let rate = 4.0 / (lessons.len() as f64 + 50.0) / (1.0 + f64::from(round) / 200.0);
        weights.iter_mut().zip(&slope).for_each(|(weight, slope)| *weight += rate * slope);
    }
    weights.into_iter().map(|weight| weight as f32).collect()
}

/// A word of GUM.
struct Word {
    start: u32,
    id: String,
    lemma: String,
    tag: String,
    head: String,
    relation: String,
    entity: String,
}

fn read_gum(path: &str) -> Result<Vec<Document>, Box<dyn Error>> {
    let extractor = Extractor::new();
    let conllu = read_text(Path::new(path))?;
    let mut documents = Vec::new();
    for part in conllu.split("# newdoc id = ").skip(1) {
        let (name, rest) = part.split_once('\n').unwrap_or((part, ""));
        let news = name.starts_with("GUM_news");
        let mut document = Document {
            text: String::new(),
            article: Article::read(&extractor, ""),
            news,
            annotated: false,
            pronouns: HashMap::new(),
            heads: HashMap::new(),
        };
        let mut at = 0;
        let mut sentence: Vec<Word> = Vec::new();
        for line in rest.lines() {
            if line.starts_with("# newpar")
                && !line.starts_with("# newpar_")
                && !document.text.is_empty()
            {
                document.text.push_str("\n\n");
            } else if let Some(text) = line.strip_prefix("# text = ") {
                document.close(&mut sentence);
                if !document.text.is_empty() && !document.text.ends_with('\n') {
                    document.text.push(' ');
                }
                at = document.text.len();
                document.text.push_str(text);
            } else if let Some(word) = read_word(line, &document.text, &mut at) {
                sentence.push(word);
            }
        }
        document.close(&mut sentence);
        document.article = Article::read(&extractor, &document.text);
        documents.push(document);
    }
    Ok(documents)
}

fn read_word(line: &str, text: &str, at: &mut usize) -> Option<Word> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, _, tag, _, head, relation, _, misc] = cells[..] else { return None };
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let rest = text.get(*at..)?;
    let start = *at + rest.len() - rest.trim_start().len();
    if text[start..].starts_with(form) {
        *at = start + form.len();
    }
    let entity = misc.split('|').find_map(|part| part.strip_prefix("Entity=")).unwrap_or("");
    let own = str::to_owned;
    Some(Word {
        start: start as u32,
        id: own(id),
        lemma: own(lemma),
        tag: own(tag),
        head: own(head),
        relation: own(relation),
        entity: own(entity),
    })
}

impl Document {
    /// Files the mentions of a sentence.
    fn close(&mut self, sentence: &mut Vec<Word>) {
        let words = std::mem::take(sentence);
        let mut open: Vec<(u32, usize)> = Vec::new();
        for at in 0..words.len() {
            let mut rest = words[at].entity.as_str();
            while !rest.is_empty() {
                let opens = rest.starts_with('(');
                let end = rest.find(')').map_or(rest.len(), |end| end + 1);
                let next = rest[1..].find('(').map_or(rest.len(), |at| at + 1);
                let (item, tail) = rest.split_at(end.min(next));
                let number = item
                    .trim_start_matches('(')
                    .split(['-', ')'])
                    .next()
                    .and_then(|it| it.parse().ok());
                rest = tail;
                let Some(number) = number else { continue };
                if opens {
                    open.push((number, at));
                }
                if item.ends_with(')')
                    && let Some(found) = open.iter().rposition(|(entity, _)| *entity == number)
                {
                    let (entity, first) = open.remove(found);
                    self.mention(&words, first, at, entity);
                }
            }
        }
    }

    fn mention(&mut self, words: &[Word], first: usize, last: usize, entity: u32) {
        let inside = &words[first..=last];
        let outside = |word: &&Word| !inside.iter().any(|other| other.id == word.head);
        let Some(head) = inside.iter().find(outside) else { return };
        if !head.tag.starts_with("PRP") && !head.tag.starts_with('W') {
            self.heads.entry(head.start).or_default().insert(entity);
            return;
        }
        if ["he", "she", "his", "her", "him"].contains(&head.lemma.as_str()) && inside.len() == 1 {
            let verb = words.iter().find(|word| word.id == head.head);
            let speaks = head.relation == "nsubj"
                && verb.is_some_and(|verb| verb.tag.starts_with('V') && is_speech(&verb.lemma));
            self.pronouns.insert(head.start, Pronoun { entity, speaks });
        }
    }
}
