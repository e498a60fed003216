//! Generated inputs: how many are tried, and a generator of news, in which invented people say things, quoted or not, in
//! paragraphs under a headline.
#![allow(dead_code)] // each test uses its part

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// 256 inputs, or as many as the variable `PROPTEST_CASES` says; each run tries the same ones, so that nobody's change fails by
/// bad luck. `PROPTEST_RNG_SEED` gives others.
pub(crate) fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        fixed => fixed,
    };
    ProptestConfig { failure_persistence: None, rng_seed, ..default }
}

/// Who speaks, and what may stand for the full name later.
#[derive(Clone, Debug)]
struct Speaker(&'static str, &'static [&'static str]);

/// What an article is made of. Two worlds share no name, and no word that one has in small letters and the other only with the
/// capital of a sentence, which would tell that it is no name.
#[derive(Debug)]
pub(crate) struct World {
    speakers: &'static [Speaker],
    /// What is said of its places and days, as clauses that begin in lower case.
    clauses: &'static [&'static str],
    /// What anybody may say.
    sayings: &'static [&'static str],
    datelines: &'static [&'static str],
    headlines: &'static [&'static str],
}

pub(crate) const COAST: World = World {
    speakers: &[
        Speaker("Mayor Karla Venn", &["Venn", "she", "the mayor", "Mrs Venn"]),
        Speaker("Tomas Orrin, 44, a fisherman", &["Orrin", "he", "the fisherman"]),
        Speaker("the union’s chairman, Dev Halloran", &["Halloran", "he", "Mr Halloran"]),
        Speaker("Lise Okonta of the Tidewater Institute", &["Okonta", "she", "Ms. Okonta"]),
        Speaker("Norvik Shipping A/S", &["Norvik", "the company", "it"]),
        Speaker("officials who asked not to be named", &["one of them", "they"]),
    ],
    clauses: &[
        "the harbour would close in May",
        "the Marsk council had sent two ships to Ostvik",
        "if the Tidewater report is right, work begins next year",
    ],
    sayings: &[
        "nobody had been hurt",
        "the boats were late again",
        "it rained all week",
        "prices rose by 9.5% to $1.2bn",
        "the plan is too dear for a town of 4,000 people",
        "we cannot wait any longer",
        "there is no money left, and there never was",
        "the old bridge, built in 1931, needs repair",
        "they had lost two boats, a crane and a warehouse",
    ],
    datelines: &["", "MARSK, Norway — ", "OSTVIK, 3 March 2023 (AP) — "],
    headlines: &["Harbour to close in May, union objects", "Venn goes to court"],
};

pub(crate) const HILLS: World = World {
    speakers: &[
        Speaker("Prime Minister Ilse Maratta", &["Maratta", "she", "the prime minister"]),
        Speaker("Davit Oressian, a shepherd", &["Oressian", "he", "the shepherd"]),
        Speaker("Dr. J. R. Amadi", &["Amadi", "Dr. Amadi", "the doctor"]),
        Speaker("the Karvelian Ministry of Roads", &["the ministry", "a ministry spokesman"]),
        Speaker("the Valdova Times", &["the newspaper", "it"]),
        Speaker("two people familiar with the matter", &["one of them", "they"]),
    ],
    clauses: &[
        "talks in Valdova went on until 3 a.m. on Monday",
        "the Karvelian army had closed the road to Pell",
        "Oressian’s sheep were safe",
    ],
    sayings: &[
        "the night had been quiet",
        "snow fell all week",
        "wages fell by 2.5% to $900m",
        "this offer is too low for a village of 600 people",
        "you have to decide now",
        "one more winter like that, and everybody leaves",
        "every mule, built for it or not, needs rest",
        "it had cost three goats, a mill and a barn",
    ],
    datelines: &["", "VALDOVA, Karvelia, Feb. 4 (Reuters) - ", "PELL — "],
    headlines: &["Talks go on after a long night", "Maratta: ‘No money left’"],
};

/// What is called so.
const NAMES_OF_THINGS: &[&str] = &[
    "a disgrace", "the best news in years", "“a fairy tale”", "“not for sale”",
    "“wishful thinking”",
];

/// Sentences without a cue, a quotation or a name.
pub(crate) const PLAIN: &[&str] = &[
    "The harbour lies at the mouth of the river.",
    "It has two piers and a crane.",
    "About 1,200 people live there.",
    "The winter was long and cold.",
    "No boats left on that day.",
    "Prices rose by 4% over the year.",
    "The road to the north is closed.",
    "Work begins in the spring.",
];

/// Capitalises what begins a sentence.
fn begin(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence or two in which `who` speaks, with curly quotation marks.
fn attribution(world: &'static World, who: String) -> impl Strategy<Value = String> {
    let verb = select(
        &["said", "added", "warned", "told reporters", "claimed", "admitted", "insisted"][..],
    );
    let saying = select(&["said", "added", "insisted", "warned"][..]);
    let clause = || prop_oneof![select(world.sayings), select(world.clauses)];
    let words = (clause(), clause(), select(NAMES_OF_THINGS), verb, saying, 0..13_u8);
    words.prop_map(move |(a, b, thing, verb, saying, form)| match form {
        0 => format!("{} {verb} that {a}.", begin(&who)),
        1 => format!("“{},” {who} {saying}.", begin(a)),
        2 => format!("“{}. {},” {saying} {who}. “{}.”", begin(a), begin(b), begin(a)),
        3 => format!("“{},” {who} {saying}, “because {b}.”", begin(a)),
        4 => format!("According to {who}, {a}."),
        5 => format!("{} called the deal {thing}, and {verb} {a}.", begin(&who)),
        6 => format!("{}, {who} {saying} on Thursday.", begin(a)),
        7 => format!("{} denied that {a} and accused the council of delay.", begin(&who)),
        8 => format!("{} {saying}: “{}. {}.”", begin(&who), begin(a), begin(b)),
        9 => format!("Asked whether {a}, {who} declined to comment."),
        10 => format!("“{}: ‘{}’,” {who} {saying}.", begin(a), begin(b)),
        11 => format!("{} did not say why {a}.", begin(&who)),
        _ => format!("Reports that {a} were wrong, {who} {saying}."),
    })
}

/// A paragraph in which somebody speaks, at first by the full name.
fn paragraph(world: &'static World) -> impl Strategy<Value = String> {
    let later = any::<prop::sample::Index>();
    let speech =
        (select(world.speakers), later).prop_flat_map(move |(Speaker(full, others), later)| {
            let again = others[later.index(others.len())].to_owned();
            (attribution(world, full.to_owned()), prop::option::of(attribution(world, again)))
        });
    let plain = prop::option::of(select(PLAIN));
    (speech, plain).prop_map(|((first, second), plain)| {
        let sentences = [Some(first), plain.map(str::to_owned), second];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}

/// An article with curly quotation marks, which are closed where they are opened.
pub(crate) fn article(world: &'static World) -> impl Strategy<Value = String> {
    let headline = prop::option::of(select(world.headlines));
    let paragraphs = prop::collection::vec(paragraph(world), 1..6);
    (headline, select(world.datelines), paragraphs).prop_map(|(headline, dateline, paragraphs)| {
        let head = headline.map(|line| format!("{line}\n\n")).unwrap_or_default();
        format!("{head}{dateline}{}\n", paragraphs.join("\n\n"))
    })
}

/// The same text with the quotation marks and apostrophes of a typewriter.
pub(crate) fn straighten(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}
