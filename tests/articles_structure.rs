//! The structure of whole articles as a caller sees it: sentences with their parts, and the publication date.

use std::time::{Duration, Instant};

use whosaid::{Article, Extractor, Part};

/// The article's sentences as "part: text".
fn sentences(text: &str) -> Vec<String> {
    let document = Extractor::new().extract(text);
    document
        .sentences()
        .iter()
        .map(|row| format!("{:?}: {}", row.part, row.span.of(text)))
        .collect()
}

#[test]
fn parts_come_with_the_sentences() {
    let text = "Council rejects bridge\nBy Ann Poe | Daily Bugle\n\n\
                MARBURY, Ohio, March 3, 2020 (AP) — The council rejected the bridge. “It is too dear,” Mayor Carl Roe said.\n\n\
                Cost of the ferry\n\nThe ferry costs less. Nobody likes it.\n\nPhoto: Daily Bugle\n";
    assert_eq!(
        sentences(text),
        [
            "Headline: Council rejects bridge",
            "Byline: By Ann Poe | Daily Bugle",
            "Dateline: MARBURY, Ohio, March 3, 2020 (AP) —",
            "Body: The council rejected the bridge.",
            "Body: “It is too dear,” Mayor Carl Roe said.",
            "Subhead: Cost of the ferry",
            "Body: The ferry costs less.",
            "Body: Nobody likes it.",
            "Credit: Photo: Daily Bugle",
        ]
    );
    assert_eq!(Extractor::new().extract(text).published().as_deref(), Some("2020-03-03"));
    let given = Extractor::new().extract(Article::new(text).published("2020-03-05"));
    assert_eq!(given.published().as_deref(), Some("2020-03-05"));
}

#[test]
fn a_long_paragraph_is_no_credit() {
    let more =
        "The lock had been forced and the office searched, and the safe stood open. ".repeat(3);
    let text = format!(
        "The mill closed.\n\nPhoto: the gate was shut for good, one of the men said. {more}\n\nIt rained."
    );
    assert!(sentences(&text).iter().all(|sentence| sentence.starts_with("Body")), "{text}");
    let names = "Ann Poe and Carl Roe in Marbury, Tom Berg and Lia Mardeni in Flint; ".repeat(3);
    let text = format!("The mill closed.\n\n(Additional reporting by {names}Editing by Dan Weel)");
    assert!(sentences(&text).iter().any(|sentence| sentence.starts_with("Credit")), "{text}");
}

#[test]
fn a_photographer_beside_an_agency_is_a_credit() {
    let part = |line: &str| {
        let text = format!("The mill closed on Monday.\n\n{line}\n\nIt rained all day.");
        sentences(&text).into_iter().find(|it| it.contains(line.trim_end_matches('.'))).unwrap()
    };
    for line in ["Ann Poe via Getty Images.", "Ann Poe / Reuters", "(TOM BERG/AP)"] {
        assert!(part(line).starts_with("Credit"), "{line}");
    }
    for line in ["Ann Poe left via Marsk.", "She sold it to Getty Images.", "The vote was 3/4 AP."]
    {
        assert!(part(line).starts_with("Body"), "{line}");
    }
}

#[test]
fn whole_quotations_are_an_option() {
    let text = "“It is late. We go,” Ann Poe said. She left.";
    let whole = Extractor::builder().whole_quotations(true).build().expect("no data added");
    assert_eq!(whole.extract(text).sentences().len(), 2);
    assert_eq!(Extractor::new().extract(text).sentences().len(), 3);
}

/// Sentences cover every character but white space, in order, each within one line of the article.
#[test]
fn sentences_cover_the_text() {
    let texts = [
        "a",
        ".",
        "“",
        "”’",
        "…",
        "1. 2. 3.",
        "()",
        "\n\n—\n",
        "e\u{301}t\u{e9}. \u{1f469}\u{200d}\u{1f467} Mr.",
        "A.\r\nB.\rC",
        "WASHINGTON (AP) - “",
        "date 2021-12-04 ",
        "By\n|\n©\n(",
        "\u{feff}Hi. \u{a0} Yes.",
    ];
    for text in texts {
        let document = Extractor::new().extract(text);
        let mut at = 0;
        let visible = |text: &str| text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}');
        for sentence in document.sentences() {
            let span = sentence.span;
            assert!(span.start as usize >= at && !span.is_empty(), "{text:?}");
            assert!(
                !visible(&text[at..span.start as usize]),
                "{text:?} leaves out {:?}",
                &text[at..span.start as usize]
            );
            assert_eq!(span.of(text), span.of(text).trim(), "{text:?}");
            at = span.end as usize;
        }
        assert!(!visible(&text[at..]), "{text:?} leaves out its end");
    }
}

/// Texts that would take minutes if any stage looked at something again for each of its tokens.
#[test]
fn cost_is_linear_in_the_text() {
    let hostile = [
        "\"",
        "“a ",
        "(",
        "'a ' ",
        "“A b.\n\n",
        "! a",
        ". . . ",
        "Mr. ",
        "A.",
        "[1] ",
        "a\n",
        "Poe | Daily\n",
        "- ",
        "WASHINGTON (AP) - The mill is closed.\n",
        "a.b@",
    ];
    for piece in hostile {
        let text = piece.repeat((500_000 / piece.len()).min(100_000));
        let start = Instant::now();
        let document = Extractor::new().extract(&text);
        assert!(!document.sentences().is_empty());
        assert!(start.elapsed() < Duration::from_secs(20), "{piece:?} took {:?}", start.elapsed());
        assert_ne!(document.sentences()[0].part, Part::Credit);
    }
}
