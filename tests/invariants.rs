//! What holds of every text: news, nonsense and anything in between.

mod common;

use std::sync::LazyLock;

use common::{articles, check};
use proptest::prelude::*;
use whosaid::{Extractor, Offsets, Scratch};

/// Pieces of news; a generated text strings some of them together, often ungrammatically.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Ann Poe", "Mr. Berg", "President Lia Mardeni", "the mayor", "officials", "a spokesman for Vestfrakt A/S", "Moscow",
    "the U.N.", "he", "she", "they", "who", "the Straits Institute", "Poe's lawyer", "Dr. J. R. Amadi, 44,", "AP",
    "said", "has said", "told reporters", "denied that", "warned", "added:", "according to", "did not say", "accused",
    "asked whether", "claims", "is expected to", "would resign", "rose by 9%", "on Monday", "in March 2023", "if it rains",
    "that", "and", "but", "because", "the deal", "a ceasefire", "was “a mess”", "calling it \"brave\"", "to leave",
    "“We left,”", "\"We left,\"", "“", "”", "\"", "'", "‘", "’", "''", "``", "«", "»", "(", ")", "[sic]", ",", ".", "?", "!",
    ":", ";", "—", "--", "...", "…", "\n", "\n\n", "\r\n", "\u{feff}", "\u{200b}", "\u{a0}", "\t", "café", "Żółć", "北京", "😀",
    "e\u{301}", "👩‍👩‍👧", "MARSK, Norway (AP) —", "By Ann Poe", "___", "(Reporting by Ann Poe)", "1,000.5", "3rd", "@poe", "www.a.example",
];

fn news() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(PIECES), prop::sample::select(&[" ", " ", " ", " ", ""][..]));
    let join = |pieces: Vec<(&str, &str)>| {
        pieces.iter().flat_map(|(piece, space)| [*piece, *space]).collect()
    };
    prop::collection::vec(piece, 0..60).prop_map(join)
}

/// A sample article with some stretches cut out or swapped.
fn mangled() -> impl Strategy<Value = String> {
    let texts: Vec<String> = articles().into_iter().map(|(_, text)| text).collect();
    let cuts = prop::collection::vec(any::<prop::sample::Index>(), 2..12);
    (prop::sample::select(texts), cuts).prop_map(|(text, cuts)| {
        let chars: Vec<char> = text.chars().collect();
        let parts: Vec<usize> = cuts.iter().map(|cut| cut.index(chars.len())).collect();
        parts
            .chunks_exact(2)
            .flat_map(|pair| &chars[pair[0].min(pair[1])..pair[0].max(pair[1])])
            .take(3000)
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        check(&Extractor::new().extract(&text));
    }

    #[test]
    fn what_looks_like_news(text in news()) {
        check(&Extractor::new().extract(&text));
    }

    #[test]
    fn news_with_whole_quotations(text in news()) {
        static WHOLE: LazyLock<Extractor> = LazyLock::new(|| {
            Extractor::builder().whole_quotations(true).build().expect("no data added")
        });
        check(&WHOLE.extract(&text));
    }

    #[test]
    fn articles_cut_to_pieces(text in mangled()) {
        check(&Extractor::new().extract(&text));
    }

    /// What one article leaves in the scratch does not show in the next.
    #[test]
    fn scratch_is_forgotten(before in news(), text in news()) {
        let extractor = Extractor::new();
        let mut scratch = Scratch::default();
        extractor.extract_with(&mut scratch, &before);
        let again = extractor.extract_with(&mut scratch, &text).to_record(Offsets::Byte);
        prop_assert_eq!(again, extractor.extract(&text).to_record(Offsets::Byte));
    }
}

/// What generated texts found once, kept when it was put right: add the minimal text that a failure prints.
const ONCE_WRONG: &[&str] = &[
    "added: Ann Poe on Monday “We left,” By Ann Poe Ann Poe “We left,” ",
    "according to according to according to according to",
];

#[test]
fn what_was_once_wrong() {
    for text in ONCE_WRONG {
        check(&Extractor::new().extract(*text));
    }
}

#[test]
fn sample_articles() {
    for (name, text) in articles() {
        let document = Extractor::new().extract(&text);
        assert!(document.sentences().len() > 15, "{name}");
        check(&document);
    }
}

/// Line breaks of another system and a byte order mark move the spans and change nothing else.
#[test]
fn articles_from_other_systems() {
    for (name, text) in articles() {
        let plain = Extractor::new().extract(&text).into_owned();
        for other in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let document = Extractor::new().extract(&other);
            check(&document);
            assert_eq!(document.sentences().len(), plain.sentences().len(), "{name}");
            assert_eq!(document.claims().len(), plain.claims().len(), "{name}");
            assert_eq!(document.entities().len(), plain.entities().len(), "{name}");
        }
    }
}

#[test]
fn eight_threads_find_what_one_finds() {
    let extractor = Extractor::new();
    let json = |text: &String| extractor.extract(text).to_record(Offsets::Utf16).to_json();
    let texts: Vec<String> = articles().into_iter().map(|(_, text)| text).collect();
    let alone: Vec<String> = texts.iter().map(json).collect();
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| texts.iter().map(json).collect::<Vec<_>>())).collect();
        for thread in threads {
            assert_eq!(thread.join().expect("no thread panics"), alone);
        }
    });
}
