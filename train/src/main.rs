//! Learns the weights in `data/weights` from annotated text.
//!
//! ```text
//! train/tag_with_spacy.py polnear-train.tsv.gz polnear/train/text > second.tsv
//! cargo run --release -p whosaid-train -- tags --gum gum.conllu.gz --polnear polnear-train.tsv.gz \
//!     --second second.tsv --texts polnear/train/text --dictionary brill/lib --out data/weights/tags.bin
//! ```
//!
//! Deterministic: the same corpora and the same crate give the same bytes.

mod annotated;
#[path = "../../examples/evaluate/brat.rs"]
mod brat;
mod certainty;
mod claims;
mod corpora;
mod linear;
#[path = "../../examples/evaluate/marked.rs"]
mod marked;
mod names;
mod random;
#[path = "../../examples/evaluate/rows.rs"]
mod rows;
mod speakers;
mod tags;
#[expect(dead_code, reason = "the trainer needs the verdicts only")]
#[path = "../../examples/evaluate/speakers.rs"]
mod verdicts;

use std::collections::HashMap;
use std::error::Error;
use std::process::ExitCode;

const USAGE: &str = "usage: whosaid-train COMMAND [OPTION VALUE]...

tags  learns the part-of-speech tagger
      --gum FILE       GUM in CoNLL-U, gzip or plain; news and interviews are held back as the test
      --polnear FILE   machine tags of news articles: '# name', then start, end (characters) and tag a line
      --texts DIR      the articles, as name.txt
      --second FILE    the same by another tagger; where the two differ, neither is believed at first
      --dictionary DIR words with their tags: words.js and tags.js of the npm package brill
      --measure FILE   learns nothing and measures this model
      --tune yes       measures on a sixth of the rest of GUM, to choose settings without looking at the test
      --dev, --dev-texts  more of the same, to measure on
      --out FILE       the model
      --errors N       prints the N most frequent confusions on the test

claims  learns the five decisions of the claims stage
      --polnear DIR    articles with attributions: text/NAME.txt and attributions/NAME_*.ann (brat standoff)
      --annotated DIRS folders of annotated articles, with a comma between (tests/annotated), for all but what is a cue
      --hold N         keeps every tenth article of --polnear out, from the Nth on, and measures on those
      --out FILE       the weights

names  learns to cut names
      --gold FILES     names by hand, with a comma between: an object a line with text and entities, or a folder of the
                       project's own articles (tests/annotated)
      --besides FILES  the same, learned from and not measured on (train/gum_names.py writes them)
      --polnear FILE   machine tags of news articles, as above, with names; --texts DIR: the articles
      --most N         how many of these at most
      --test N         holds the Nth of five parts back (from 0) and measures on it
      --out FILE       the weights; may be left out with --test
      --errors N       prints up to N mistakes a document
      --speed N        learns nothing, and times N readings with the weights of --out

speakers  measures whom \"he\" and \"she\" mean, and learns the weights that choose
      --gum FILE       GUM in CoNLL-U with its coreference
      --annotated DIRS folders of annotated articles, with a comma between (tests/annotated)
      --out FILE       learns too, measures by five parts held back, and writes the weights of all
      --errors N       prints N wrong choices with their features

certainty  learns how certain a speaker is
      --annotated DIRS folders of annotated articles, with a comma between (tests/annotated)
      --test DIR       a folder to measure on (tests/unseen)
      --out FILE       the weights";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let done = options(arguments).and_then(|options| match command.as_str() {
        "tags" => tags::train(&options),
        "claims" => claims::train(&options),
        "names" => names::train(&options),
        "speakers" => speakers::train(&options),
        "certainty" => certainty::train(&options),
        _ => Err(USAGE.into()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The values after `--name`.
pub(crate) struct Options(HashMap<String, String>);

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let mut options = HashMap::new();
    while let Some(name) = arguments.next() {
        let name = name.strip_prefix("--").ok_or(USAGE)?.to_owned();
        options.insert(name, arguments.next().ok_or(USAGE)?);
    }
    Ok(Options(options))
}

impl Options {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn need(&self, name: &str) -> Result<&str, Box<dyn Error>> {
        self.get(name).ok_or_else(|| format!("--{name} is missing\n{USAGE}").into())
    }
}
