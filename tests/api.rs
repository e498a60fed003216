//! What the types promise.

use whosaid::records::Id;
use whosaid::*;

const fn shared_between_threads<T: Send + Sync + 'static>() {}

const _: () = {
    shared_between_threads::<Extractor>();
    shared_between_threads::<ExtractorBuilder>();
    shared_between_threads::<Scratch>();
    shared_between_threads::<Article<'static>>();
    shared_between_threads::<Document<'static>>();
    shared_between_threads::<Error>();
    shared_between_threads::<Record>();
    shared_between_threads::<Id>();
};

#[test]
fn an_extractor_is_cheap_to_clone_and_an_owned_document_outlives_its_text() {
    let extractor = Extractor::new().clone();
    let document = {
        let text = String::from("It rained in Marsk, officials said.");
        extractor.extract(Article::new(&text).id("a1").published("2024-05-14")).into_owned()
    };
    assert_eq!(document.text(), "It rained in Marsk, officials said.");
    assert_eq!(document.id(), Some("a1"));
    assert_eq!(document.published().as_deref(), Some("2024-05-14"));
}

#[test]
fn texts_without_words_have_an_empty_record() {
    for text in ["", " ", "\n\n", "\u{feff}"] {
        let document = Extractor::new().extract(text);
        assert_eq!(document.claims(), []);
        assert_eq!(document.entities(), []);
    }
}

#[test]
fn malformed_data_is_named_by_file_and_line() {
    let cases = [
        ("name\ttype\nAcme\tplanet\n", 2),
        ("# comment\nname\ttype\n\nAcme\tperson\tx\ty\n", 4),
        ("title\nAcme\n", 1),
    ];
    for (tsv, line) in cases {
        let error = Extractor::builder().gazetteer("mine.tsv", tsv).build().expect_err(tsv);
        assert_eq!((error.file(), error.line()), ("mine.tsv", line), "{error}");
        assert!(error.to_string().starts_with(&format!("mine.tsv:{line}: ")), "{error}");
    }
}
