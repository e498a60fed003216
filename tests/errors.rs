//! What is wrong with the caller's data is named by file, line and what was expected.

use whosaid::{Extractor, ExtractorBuilder};

type Add = fn(ExtractorBuilder, &[u8]) -> ExtractorBuilder;

const GAZETTEER: Add = |builder, tsv| builder.gazetteer("mine.tsv", tsv);
const CUES: Add = |builder, tsv| builder.cue_words("mine.tsv", tsv);
const RULES: Add = |builder, tsv| builder.rules("mine.tsv", tsv);

const CUE_HEAD: &str = "lemma\tclass\tact\tframes\tstrength\n";
const CUE_LONG: &str = "lemma\tclass\tact\tframes\tstrength\tcommitment\tforce\n";
const RULE_HEAD: &str = "name\tcue\tsource\tcontent\tcondition\tboost\n";

/// What is added, its header, its rows, the line with the error, and what the message says was expected.
#[rustfmt::skip]
const CASES: &[(Add, &str, &str, usize, &str)] = &[
    (GAZETTEER, "title\n", "Acme\n", 1, "expected some of name, type"),
    (GAZETTEER, "# mine\n\ntitle\n", "Acme\n", 3, "expected some of name, type"),
    (GAZETTEER, "name\ttype\n", "Acme\tplanet\n", 2, "expected person, organisation, place or other"),
    (GAZETTEER, "name\ttype\n", "\tperson\n", 2, "expected a column \"name\" with one in every row"),
    (GAZETTEER, "type\n", "person\n", 2, "expected a column \"name\" with one in every row"),
    (GAZETTEER, "# mine\nname\ttype\n\n", "Acme\tperson\tx\n", 4, "expected the header's 2 or fewer"),
    (GAZETTEER, "name\ttype\tgender\n", "Ann Poe\tperson\tx\n", 2, "expected f, m, mf, u or nothing"),
    (GAZETTEER, "name\ttype\n", "Acme\tother\nAcme\tother\n", 3, "expected each name of a type once"),
    (GAZETTEER, "name\ttype\n", "…\tother\n", 2, "expected one with a letter or digit"),
    (GAZETTEER, "name\ttype\n", "A B C D E F G H I J\tother\n", 2, "of 10 words and marks; expected at most 9"),
    (GAZETTEER, "name\ttype\taliases\n", "Acme\tother\tAcme Inc|–\n", 2, "expected one with a letter or digit"),
    (GAZETTEER, "name\ttype\tcountry\n", "Acme\tother\tMarsk\nPoe\tother\tNowhereland\n", 2, "country \"Marsk\"; expected a name of a row of kind"),
    (GAZETTEER, "name type\n", "Acme other\n", 1, "with tabs between"),
    (GAZETTEER, "Acme\tother\n", "Marsk\tplace\n", 1, "header with a column \"Acme\""),
    (GAZETTEER, "name\ttype\tname\n", "Acme\tother\tAcme\n", 1, "expected each column once"),
    (CUES, "word\n", "yodel\n", 1, "expected some of lemma, class, act, frames, strength"),
    (CUES, CUE_HEAD, "\tverb\tstate\tthat\tcore\n", 2, "no lemma; expected one in every row"),
    (CUES, CUE_HEAD, "yodel\tadverb\tstate\tthat\tcore\n", 2, "expected verb, noun, adjective or preposition"),
    (CUES, CUE_HEAD, "yodel\t\tstate\tthat\tcore\n", 2, "expected verb, noun, adjective or preposition"),
    (CUES, CUE_HEAD, "yodel\tverb\tsing\tthat\tcore\n", 2, "expected one of state, attribute, deny"),
    (CUES, CUE_HEAD, "yodel\tverb\t\tthat\tcore\n", 2, "expected one of state, attribute, deny"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\t\tcore\n", 2, "no frames; expected one in every row"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\t,\tcore\n", 2, "expected one or more"),
    (CUES, CUE_HEAD, "hum\tnoun\tstate\tthat\tcore\nhum\tverb\tstate\tthat\tcore\n hum \tverb\task\tto\tweak\n", 4, "\"hum\" stands in line 3; expected each once"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat|quote\tcore\n", 2, "with commas between several"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat,so\tcore\n", 2, "expected that, wh, quote, to"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat,+\tcore\n", 2, "expected that, wh, quote, to"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tnp+\tcore\n", 2, "expected that, wh, quote, to"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat:sing\tcore\n", 2, "expected one of state, attribute, deny"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat\tloud\n", 2, "expected core, licensed or weak"),
    (CUES, CUE_HEAD, "yodel\tverb\tstate\tthat\n", 2, "expected core, licensed or weak"),
    (CUES, CUE_LONG, "yodel\tverb\tstate\tthat\tcore\t?\t2\n", 2, "expected +, 0 or -"),
    (CUES, CUE_LONG, "yodel\tverb\tstate\tthat\tcore\t+\t9\n", 2, "expected 1, 2 or 3"),
    (CUES, CUE_HEAD, "hum\tverb\tstate\tthat\tcore\t\t\n", 2, "expected the header's 5 or fewer"),
    (RULES, "pattern\n", "mine\n", 1, "expected some of name, cue, source, content, condition, boost"),
    (RULES, RULE_HEAD, "\tverb\tbefore\tthat\talways\t1\n", 2, "no name; expected one in every row"),
    (RULES, RULE_HEAD, "mine\t\tbefore\tthat\talways\t1\n", 2, "no cue; expected one in every row"),
    (RULES, RULE_HEAD, "mine\tadverb\tbefore\tthat\talways\t1\n", 2, "expected one of verb, noun, adjective"),
    (RULES, RULE_HEAD, "mine\tverb,noun\tbefore\tthat\talways\t1\n", 2, "or any, with | between several"),
    (RULES, RULE_HEAD, "mine\tverb\t\tthat\talways\t1\n", 2, "no source; expected one in every row"),
    (RULES, RULE_HEAD, "mine\tverb\tabove\tthat\talways\t1\n", 2, "expected one of nowhere, before, after"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\t|\talways\t1\n", 2, "expected one of that, clause, wh"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat|so\talways\t1\n", 2, "expected one of that, clause, wh"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat\t\t1\n", 2, "expected one of phrase, always, final"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat\talways\t\n", 2, "expected a number from 0 to 100"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat\talways\tNaN\n", 2, "expected a number from 0 to 100"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat\talways\tinf\n", 2, "expected a number from 0 to 100"),
    (RULES, RULE_HEAD, "mine\tverb\tbefore\tthat\talways\t-1\n", 2, "expected a number from 0 to 100"),
    (RULES, RULE_HEAD, "a\tverb\tby\tto\tstart\t1\na\tnoun\tby\tto\tstart\t1\n", 3, "is that of mine.tsv:2; expected one of its own"),
    (RULES, RULE_HEAD, "turn\tverb\tby\tto\tstart\t1\n", 2, "is that of the extractor itself; expected one of its own"),
    (RULES, RULE_HEAD, "verb-that\tverb\tby\tto\tstart\t1\n", 2, "expected one of its own"),
];

/// The bytes of a file, the line with the error, and what the message says.
#[rustfmt::skip]
const BYTES: &[(&[u8], usize, &str)] = &[
    (b"name\ttype\nCaf\xe9 Poe\tplace\n", 2, "the byte 0xe9 in no letter; expected UTF-8"),
    (b"name\ttype\r\n# \xe2\x80\r\n", 2, "the byte 0xe2 in no letter; expected UTF-8"),
    (b"\xff\xfen\0a\0m\0e\0\n\0", 1, "text in UTF-16; expected UTF-8"),
    (b"\xfe\xff\0n\0a\0m\0e\0\n", 1, "text in UTF-16; expected UTF-8"),
    (b"n\0a\0m\0e\0\n\0", 1, "expected some of"),
];

#[test]
fn every_error_names_file_line_and_what_was_expected() {
    for (add, header, rows, line, expected) in CASES {
        check(*add, format!("{header}{rows}").as_bytes(), *line, expected);
    }
}

#[test]
fn another_encoding_is_an_error_of_every_kind_of_data() {
    for (bytes, line, expected) in BYTES {
        [GAZETTEER, CUES, RULES].into_iter().for_each(|add| check(add, bytes, *line, expected));
    }
}

fn check(add: Add, bytes: &[u8], line: usize, expected: &str) {
    let tsv = String::from_utf8_lossy(bytes);
    let error = add(Extractor::builder(), bytes).build().expect_err(&tsv);
    assert_eq!((error.file(), error.line()), ("mine.tsv", line), "{tsv}{error}");
    let message = error.to_string();
    assert!(message.starts_with(&format!("mine.tsv:{line}: ")), "{tsv}{message}");
    assert!(message.contains(expected), "{tsv}{message}");
}

/// A file with only a header, or nothing, adds nothing.
#[test]
fn empty_data_is_no_error() {
    for (add, header) in [(GAZETTEER, "name\ttype\n"), (CUES, CUE_HEAD), (RULES, RULE_HEAD)] {
        for tsv in ["", "\n", header, &format!("\u{feff}# mine\r\n{header}\n")] {
            let built = add(Extractor::builder(), tsv.as_bytes()).build();
            assert!(built.is_ok(), "{tsv:?}: {:?}", built.err());
        }
    }
}

#[test]
fn an_error_is_short_and_harmless_to_print() {
    let row = format!("name\ttype\nAcme\t{}\n", "é".repeat(1_000_000));
    let error = Extractor::builder().gazetteer("a\0b\n.tsv", row).build().expect_err("no type");
    assert!(error.message().len() < 2_000, "{} bytes", error.message().len());
    assert!(error.message().ends_with("expected person, organisation, place or other"));
    assert_eq!(error.file(), "a\0b\n.tsv");
    assert!(error.to_string().starts_with("a\\u{0}b\\n.tsv:2: type"), "{error}");
}
