//! The picture of DESIGN.md stays true: text flows through the stages in one direction, and only the extractor calls them.

#[path = "common/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{code_of, modules};

/// The stages in the order in which text flows through them.
const STAGES: [&str; 12] = [
    "article", "tokens", "quotes", "sentences", "tags", "phrases", "entities", "cues", "claims",
    "speakers", "stance", "records",
];

/// What every stage may use and what knows no stage.
const SHARED: [&str; 6] = ["span", "document", "key", "lexicon", "rules", "error"];

/// What may call stages: the pipeline, and the same for the trainer.
const CALLERS: [&str; 2] = ["extractor", "training"];

/// The names right after `crate::` in this code, those of a braced list too.
fn crate_names(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        if code[..at].ends_with("::") || code[..at].ends_with('$') {
            continue;
        }
        match rest.strip_prefix('{') {
            Some(list) => names.extend(top_names(list)),
            None => names.extend(identifier(rest)),
        }
    }
    names
}

/// The first name of each item of a use list, up to its closing brace.
fn top_names(list: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            _ if depth == 0 => items.last_mut().expect("never empty").push(letter),
            _ => {}
        }
    }
    items.iter().filter_map(|item| identifier(item.trim())).collect()
}

fn identifier(text: &str) -> Option<String> {
    let end =
        text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// Where lib.rs takes each re-exported name from: `Span` from `span`.
fn reexports(lib: &str) -> BTreeMap<String, String> {
    let mut from = BTreeMap::new();
    for statement in lib.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or("");
        let Some((module, rest)) = statement.split_once("::") else { continue };
        let names = match rest.strip_prefix('{') {
            Some(list) => top_names(list),
            None => identifier(rest).into_iter().collect(),
        };
        from.extend(names.into_iter().map(|name| (name, module.trim().to_owned())));
    }
    from
}

/// For each module the modules that it names.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let reexports = reexports(&modules["lib"]);
    let resolve = |name: String| reexports.get(&name).cloned().unwrap_or(name);
    let edges = |(name, code): (&String, &String)| {
        let uses = crate_names(code)
            .into_iter()
            .map(resolve)
            .filter(|used| used != name && modules.contains_key(used));
        (name.clone(), uses.collect())
    };
    modules.iter().map(edges).collect()
}

fn stage(name: &str) -> Option<usize> {
    STAGES.iter().position(|stage| *stage == name)
}

#[test]
fn every_file_of_src_has_a_place_in_the_picture() {
    for name in modules().keys() {
        let name = name.as_str();
        let known = stage(name).is_some()
            || SHARED.contains(&name)
            || CALLERS.contains(&name)
            || name == "lib";
        assert!(known, "src/{name} is in none of the tables of this test and of DESIGN.md");
    }
}

#[test]
fn no_stage_uses_a_later_one() {
    for (name, uses) in graph() {
        let Some(at) = stage(&name) else { continue };
        for used in uses {
            assert!(
                stage(&used).is_none_or(|used| used < at),
                "{name} uses {used}, which comes later"
            );
            assert!(!CALLERS.contains(&used.as_str()), "{name} uses {used}, which calls it");
        }
    }
}

#[test]
fn shared_modules_know_no_stage() {
    for (name, uses) in graph().iter().filter(|(name, _)| SHARED.contains(&name.as_str())) {
        for used in uses {
            assert!(
                SHARED.contains(&used.as_str()),
                "{name} is shared by all stages and uses {used}"
            );
        }
    }
}

#[test]
fn modules_use_each_other_in_one_direction() {
    let mut graph = graph();
    graph.remove("lib");
    // Take away what uses nothing, and what nothing uses, until only circles are left.
    loop {
        let names: BTreeSet<String> = graph.keys().cloned().collect();
        let used: BTreeSet<String> = graph.values().flatten().cloned().collect();
        graph.retain(|name, uses| !uses.is_empty() && used.contains(name));
        graph.values_mut().for_each(|uses| uses.retain(|used| names.contains(used)));
        if graph.len() == names.len() {
            break;
        }
    }
    assert!(graph.is_empty(), "these use each other in a circle: {graph:#?}");
}

#[test]
fn only_the_extractor_calls_a_stage_and_in_order() {
    let modules = modules();
    for function in modules["extractor"].split("fn ") {
        let order: Vec<_> = calls(function).iter().map(|(module, _)| stage(module)).collect();
        assert!(order.is_sorted(), "the pipeline is out of order: {:?}", calls(function));
    }
    let pipeline = calls(&modules["extractor"]);
    assert!(pipeline.len() >= 4);
    for (name, code) in modules.iter().filter(|(name, _)| !CALLERS.contains(&name.as_str())) {
        for (module, entry) in pipeline.iter().filter(|(module, _)| module != name) {
            assert!(!code.contains(&format!("{entry}(")), "{name} calls {module}::{entry}");
        }
    }
}

/// The entries of stages that this code calls: `quotes::find_quotes(`.
fn calls(code: &str) -> Vec<(String, String)> {
    let verbs = ["::find_", "::classify_", "::resolve_"];
    let mut calls = Vec::new();
    for (at, _) in code
        .match_indices("::")
        .filter(|(at, _)| verbs.iter().any(|verb| code[*at..].starts_with(verb)))
    {
        let start = code[..at]
            .rfind(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .map_or(0, |at| at + 1);
        let module = &code[start..at];
        if let (Some(_), Some(entry)) = (stage(module), identifier(&code[at + 2..])) {
            calls.push((module.to_owned(), entry));
        }
    }
    calls
}

#[test]
fn the_crate_root_lists_the_stages_in_order() {
    let lib = &modules()["lib"];
    let listed =
        lib.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    let order: Vec<_> = listed.filter_map(|name| stage(name.trim_end_matches(';'))).collect();
    assert!(order.len() > 3);
    assert!(order.is_sorted(), "the modules of lib.rs are not in data-flow order: {order:?}");
}

#[test]
fn this_test_sees_what_it_looks_for() {
    let code = "use crate::span::{Run, Span};\nuse crate::{claims, lexicon::{key, keys}};\nlet x = crate::cues::F;";
    let expected = ["claims", "cues", "lexicon", "span"].map(str::to_owned);
    assert_eq!(crate_names(code), BTreeSet::from(expected));
    assert_eq!(crate_names(&code_of("// crate::claims\n/// [`crate::Span`]\n")), BTreeSet::new());
    let lib = reexports("pub use span::Span;\npub use document::{\n    Act, Claim,\n};");
    assert_eq!(lib["Claim"], "document");
    assert_eq!(lib["Span"], "span");
    assert_eq!(
        calls("quotes::find_quotes(text)"),
        [("quotes".to_owned(), "find_quotes".to_owned())]
    );
}
