//! The library's own source, for tests that read it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The code of each module of `src`, a folder's files together, without comments and unit tests.
pub(crate) fn modules() -> BTreeMap<String, String> {
    let mut modules = BTreeMap::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|end| end != "rs") {
                continue;
            }
            let inside = path.strip_prefix(&src).expect("inside src");
            let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
            let name = first.trim_end_matches(".rs").to_owned();
            let code = code_of(&fs::read_to_string(&path).expect("source is UTF-8"));
            let module: &mut String = modules.entry(name).or_default();
            module.push_str(&code);
            module.push('\n');
        }
    }
    modules
}

/// The code without comments and unit tests.
pub(crate) fn code_of(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let strip = |line: &'_ str| line.split("//").next().unwrap_or("").to_owned();
    code.lines().map(strip).collect::<Vec<_>>().join("\n")
}
