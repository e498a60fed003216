//! What the types promise.

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
    assert_eq!(document.id(), Some(&"a1".into()));
    assert_eq!(document.published().as_deref(), Some("2024-05-14"));
}

#[test]
fn a_publication_date_is_a_day_or_begins_with_one() {
    let published = |date| {
        let article = Article::new("It rained in Marsk, officials said.").published(date);
        Extractor::new().extract(article).published()
    };
    for date in ["2024-02-29", "2024-02-29T23:59:59-05:00", "2024-02-29 10:00"] {
        assert_eq!(published(date).as_deref(), Some("2024-02-29"), "{date}");
    }
    for date in [
        "", "20240314", "2024-03-141", "2024-03-14Z", "2024-3-14", "2023-02-29", "+2024-0314",
        "14-03-2024",
    ] {
        assert_eq!(published(date), None, "{date}");
    }
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
fn claims_below_the_least_confidence_are_not_in_the_document() {
    let text = "Ann Poe said that the mayor had denied taking the money. “We will appeal,” the mayor's \
                office said. His claim was rejected by critics.";
    let extract = |least: f32| {
        let extractor =
            Extractor::builder().least_confidence(least).build().expect("built-in data");
        extractor.extract(text)
    };
    let confidences = |document: &Document| -> Vec<f32> {
        document.claims().iter().map(|claim| claim.confidence).collect()
    };
    let all = confidences(&extract(0.0));
    assert!(all.len() >= 3, "{all:?}");
    for least in all.iter().copied().chain([0.5, 1.0]) {
        let document = extract(least);
        let expected: Vec<f32> = all.iter().copied().filter(|sure| *sure >= least).collect();
        assert_eq!(confidences(&document), expected);
        for (index, claim) in document.claims().iter().enumerate() {
            assert_eq!(claim.id.index(), index);
            assert!(claim.parent.is_none_or(|parent| parent.index() < expected.len()));
        }
    }
    for (least, same) in [(-1.0, 0.0), (f32::NAN, 0.0), (f32::NEG_INFINITY, 0.0), (7.0, 1.0)] {
        assert_eq!(confidences(&extract(least)), confidences(&extract(same)), "{least}");
    }
}

#[test]
fn speakers_below_the_least_certainty_are_left_unresolved() {
    let text = "Ann Poe told Carl Berg that the mayor had denied taking the money. She said the council would meet. \
                “We will appeal,” he added. Officials said nothing.";
    let extract = |least: f32| {
        let extractor = Extractor::builder().least_certainty(least).build().expect("built-in data");
        extractor.extract(text)
    };
    let all = extract(0.0);
    let certainties: Vec<f32> = sources(&all).map(|source| source.certainty).collect();
    assert!(sources(&all).all(|it| it.entities.is_empty() == (it.certainty == 0.0)));
    for least in certainties.iter().copied().chain([0.5, 1.0, f32::NAN, -1.0, 7.0]) {
        let document = extract(least);
        assert_eq!(document.claims().len(), all.claims().len());
        for (found, before) in sources(&document).zip(sources(&all)) {
            if before.certainty >= 0f32.max(least).min(1.0) {
                assert_eq!(found, before);
            } else {
                assert_eq!((found.entities.len(), found.certainty), (0, 0.0));
                assert_eq!((found.resolution, found.antecedent), (Resolution::Unresolved, None));
            }
        }
    }
}

/// The sources and addressees of a document.
fn sources<'d>(document: &'d Document) -> impl Iterator<Item = &'d Source> {
    document.claims().iter().flat_map(|claim| [&claim.source, &claim.addressee]).flatten()
}

#[test]
fn what_prints_itself_fits_on_a_page() {
    let builder = Extractor::builder().gazetteer("mine.tsv", "name\ttype\nAnn Poe\tperson\n");
    assert!(format!("{builder:?}").contains("mine.tsv"));
    assert!(format!("{:?}", builder.build().expect("a good gazetteer")).len() < 1000);
    assert_eq!(format!("{:>8}|{}", Act::Deny, Act::ALL.len()), "    deny|24");
    assert!(Act::ALL.iter().all(|act| act.name().parse() == Ok(*act)));
    assert_eq!("utf16".parse(), Ok(Offsets::Utf16));
    let error = "words".parse::<Offsets>().expect_err("no unit");
    assert_eq!(error.to_string(), "\"words\"; expected one of byte, char, utf16");
}

#[test]
fn an_article_takes_ids_of_any_kind() {
    let numbers = [7i32.into(), 7u32.into(), 7i64.into(), 7u64.into(), 7usize.into()];
    assert!(numbers.iter().all(|id: &Id| *id == Id::Unsigned(7)), "{numbers:?}");
    assert_eq!([Id::from(-7i32), Id::from(-7i64)], [Id::Signed(-7), Id::Signed(-7)]);
    let document = Extractor::new().extract(Article::new("It rained.").id(17));
    assert_eq!(document.id(), Some(&Id::Unsigned(17)));
}

/// What is said, and to whom, as the record has it.
#[test]
fn documents_and_records_have_the_same_words_and_entities() {
    let text = "“It is late,” Ann Poe told Carl Berg. “The ferry leaves.” She warned officials that it had left.";
    let document = Extractor::new().extract(text);
    let record = document.to_record(Offsets::Char);
    assert!(document.claims().iter().any(|claim| claim.content.spans.len() > 1));
    for (claim, written) in document.claims().iter().zip(&record.claims) {
        assert_eq!(claim.content.of(text), written.content.text);
        let said = |source: &Source| document.entities_of(source).map(|it| it.id).collect();
        let ids: Option<Vec<EntityId>> = claim.addressee.as_ref().map(said);
        assert_eq!(ids.as_ref(), written.addressee.as_ref().map(|it| &it.entities));
    }
    let addressee = document.claims()[0].addressee.as_ref().expect("an addressee");
    let names: Vec<&str> = document.entities_of(addressee).map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Carl Berg"]);
}

#[test]
fn ids_lead_to_what_they_are_of() {
    let text = "Ann Poe said that Carl Berg denied that the ferry was late.";
    let document = Extractor::new().extract(text);
    let inner = document.claims().iter().find(|claim| claim.parent.is_some()).expect("a claim");
    let outer = document.claim(inner.parent.expect("a parent")).expect("of this document");
    let speaker = outer.source.as_ref().and_then(|it| document.entity(*it.entities.first()?));
    assert_eq!(speaker.map(|it| it.name.as_str()), Some("Ann Poe"));
    assert!(document.entity(EntityId(u32::MAX)).is_none());
    assert!(document.claim(ClaimId(u32::MAX)).is_none());
}

/// Whatever letters and marks a caller's name has, it is found at the start of a sentence, inside one and at its end.
#[test]
fn the_names_of_a_caller_are_found_however_they_are_written() {
    let names = [
        "Toys “R” Us",
        "Yahoo!",
        "Acme (UK) Ltd.",
        "Movement for a Free Marsk",
        "Poe, Roe & Co",
        "Vest.io",
        "vestra.com",
        "@vestra",
        "No. 10",
        "Dow/Vestra",
        "Guild No. 5",
        "Path 2 Freedom",
        "Poe – Roe",
        "iVest",
        "d'Aune",
        "al-Marsk",
        "the Vest",
        "7 Days",
        "M&V",
        "Børge Ærø",
    ];
    let mut missed = Vec::new();
    for name in names {
        let tsv = format!("name\ttype\tlink\n{name}\torganisation\tX1\n");
        let extractor =
            Extractor::builder().gazetteer("mine.tsv", tsv).build().expect("a good name");
        for text in [
            format!("{name} closed on Monday."),
            format!("On Monday the mayor of Bergen visited {name} in the rain."),
            format!("A fire broke out at {name}, the mayor said. It was late."),
        ] {
            let document = extractor.extract(&text);
            let found = |it: &whosaid::Entity| it.link.as_deref() == Some("X1");
            if !document.entities().iter().any(found) {
                missed.push(text);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
