//! What a user of the library takes on: which crates, no build script, and code that computes and reaches for nothing else.

mod common;
#[path = "common/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use common::project;
use source::modules;

/// Words of code that would reach outside, or keep something between two calls that a caller does not hold. What is left is
/// `LazyLock` and `OnceLock`, which are filled once.
#[rustfmt::skip]
const REACHES: &[&str] = &[
    "std::env", "option_env!", "env!(", "std::fs", "File::", "std::net", "std::process", "std::os", "stdin", "stdout", "stderr",
    "println!", "std::thread", "std::cell", "SystemTime", "Instant", "Zoned", "Timestamp", "static mut", "thread_local", "Mutex",
    "RwLock", "Atomic", "RandomState", "HashMap::new", "HashSet", "extern ",
];

#[test]
fn the_library_only_computes() {
    for (module, code) in modules() {
        for word in REACHES {
            assert!(!code.contains(word), "src/{module} has {word:?}");
        }
    }
}

#[test]
fn nothing_runs_when_the_crate_is_built() {
    let manifest = fs::read_to_string(project("Cargo.toml")).expect("the manifest can be read");
    assert!(!project("build.rs").exists());
    assert!(
        !manifest.lines().any(|line| line.starts_with("build") || line == "[build-dependencies]")
    );
}

/// The crates of the library, all the way down, are those that DESIGN.md names.
#[test]
fn the_dependencies_are_those_of_the_design() {
    let tree = ["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(env!("CARGO")).args(tree).current_dir(project("")).output();
    let output = output.expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout).into_owned();
    let compiled: BTreeSet<&str> =
        tree.lines().skip(1).filter_map(|line| line.split(' ').next()).collect();
    let design = fs::read_to_string(project("DESIGN.md")).expect("DESIGN.md can be read");
    let listed =
        design.split("**Dependencies** (`cargo tree -e normal`): ").nth(1).expect("a list");
    let listed = listed.split(".\n").next().unwrap_or_default();
    let words = listed.split(|letter: char| !letter.is_alphanumeric() && !"-_".contains(letter));
    let listed: BTreeSet<&str> = words.filter(|word| !word.is_empty()).collect();
    // What macros are made with is compiled, but is no part of the program.
    let macros = BTreeSet::from(["proc-macro2", "quote", "syn", "thiserror-impl", "unicode-ident"]);
    assert_eq!(&compiled - &macros, listed);
}
