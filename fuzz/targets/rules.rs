#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;
#[path = "../../tests/common/harness.rs"]
#[allow(dead_code)]
mod harness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| harness::rules(bytes));
