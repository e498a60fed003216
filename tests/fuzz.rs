//! What the fuzzers of `fuzz/` do, for some seconds and without their tools: all seeds, all inputs that once crashed, and
//! changes of them by chance.

mod common;
#[path = "common/generate.rs"]
mod generate;
#[path = "common/harness.rs"]
mod harness;

use std::fs;

use common::project;
use generate::cases;
use harness::TARGETS;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;

/// The files of a target's folder in the order of their names; none where there is no such folder.
fn files(folder: &str, target: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(project("fuzz").join(folder).join(target)).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a file can be read")).collect()
}

#[test]
fn seeds_and_what_once_crashed() {
    for (target, run) in TARGETS {
        let seeds = files("seeds", target);
        assert!(seeds.len() >= 3, "{target} has {} seeds", seeds.len());
        seeds.iter().chain(&files("crashes", target)).for_each(|bytes| run(bytes));
    }
}

/// A change of an input: from where to where, and what comes there.
#[derive(Clone, Debug)]
enum Change {
    Bytes(Vec<u8>),
    /// A stretch of this input or of another seed.
    Copy(Index, Index, Index),
}

fn change() -> impl Strategy<Value = (Index, Index, Change)> {
    let bytes = prop::collection::vec(any::<u8>(), 0..4).prop_map(Change::Bytes);
    let copy = any::<(Index, Index, Index)>().prop_map(|(seed, a, b)| Change::Copy(seed, a, b));
    (any::<Index>(), any::<Index>(), prop_oneof![bytes, copy])
}

/// Applies the changes to a seed.
fn mutate(seeds: &[Vec<u8>], seed: Index, changes: &[(Index, Index, Change)]) -> Vec<u8> {
    let range = |a: &Index, b: &Index, length: usize| {
        let (a, b) = (a.index(length + 1), b.index(length + 1));
        a.min(b)..a.max(b).min(a.min(b) + 200)
    };
    let mut bytes = seeds[seed.index(seeds.len())].clone();
    for (a, b, change) in changes {
        let new = match change {
            Change::Bytes(new) => new.clone(),
            Change::Copy(seed, a, b) => {
                let from = &seeds[seed.index(seeds.len())];
                from[range(a, b, from.len())].to_vec()
            }
        };
        let place = range(a, b, bytes.len());
        bytes.splice(place, new);
    }
    bytes
}

/// Runs a target on many inputs; a failure prints a minimal one, which goes into `fuzz/crashes`.
fn run_on_changed_seeds(target: &str) {
    let (_, run) = TARGETS.into_iter().find(|(name, _)| *name == target).expect("a target");
    let seeds = files("seeds", target);
    let changed = (any::<Index>(), prop::collection::vec(change(), 0..8))
        .prop_map(|(seed, changes)| mutate(&seeds, seed, &changes));
    let input = prop_oneof![3 => changed, 1 => prop::collection::vec(any::<u8>(), 0..200)];
    let result = TestRunner::new(cases()).run(&input, |bytes| {
        run(&bytes);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn changed_texts() {
    run_on_changed_seeds("text");
}

#[test]
fn changed_gazetteers() {
    run_on_changed_seeds("gazetteer");
}

#[test]
fn changed_cue_words() {
    run_on_changed_seeds("cues");
}

#[test]
fn changed_rules() {
    run_on_changed_seeds("rules");
}

#[test]
fn changed_jsonl() {
    run_on_changed_seeds("jsonl");
}
