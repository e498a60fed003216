//! What a source does by its words, when and to whom; one cue a text.

use whosaid::{Act, Article, Claim, Commitment, Document, Extractor, Force, Polarity};

/// A text, the cue of its claim, and how the source stands to the content.
type Case = (&'static str, &'static str, Act, Polarity, Commitment, Force);

use Act::*;
use Commitment::{Doubted, Open, Presumed};
use Force::{Mild, Neutral, Strong};
use Polarity::{Negative, Positive};

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("Dunja Voll said that the ferry was safe.", "said", State, Positive, Open, Neutral),
    ("Dunja Voll did not say whether the ferry was safe.", "did not say", State, Negative, Open, Neutral),
    ("Dunja Voll refused to sell the ferry.", "refused", Deny, Positive, Open, Neutral),
    ("Dunja Voll declined to say whether the ferry was safe.", "declined to say", State, Negative, Open, Neutral),
    ("Dunja Voll never claimed that the ferry was safe.", "never claimed", State, Negative, Doubted, Neutral),
    ("No minister said that the ferry was safe.", "said", State, Negative, Open, Neutral),
    ("None of the pilots said that the ferry was safe.", "said", State, Negative, Open, Neutral),
    ("Dunja Voll denied that the ferry was old.", "denied", Deny, Positive, Open, Neutral),
    ("Dunja Voll accused the town of selling the ferry.", "accused", Accuse, Positive, Open, Neutral),
    ("Dunja Voll admitted that the ferry was old.", "admitted", Admit, Positive, Presumed, Neutral),
    ("Dunja Voll revealed that the ferry was old.", "revealed", Reveal, Positive, Presumed, Neutral),
    ("Dunja Voll warned that the ferry was old.", "warned", Warn, Positive, Open, Neutral),
    ("Dunja Voll asked whether the ferry was safe.", "asked", Ask, Positive, Open, Neutral),
    ("Dunja Voll asked the town to sell the ferry.", "asked", Demand, Positive, Open, Neutral),
    ("Dunja Voll promised to repair the ferry.", "promised", Promise, Positive, Open, Neutral),
    ("Dunja Voll believes that the ferry is safe.", "believes", Believe, Positive, Open, Neutral),
    ("Dunja Voll predicted that the ferry would sail again.", "predicted", Predict, Positive, Open, Neutral),
    ("Dunja Voll confirmed that the ferry was safe.", "confirmed", Confirm, Positive, Presumed, Neutral),
    ("Dunja Voll suggested that the ferry was old.", "suggested", State, Positive, Open, Mild),
    ("Dunja Voll suggested selling the ferry.", "suggested", Propose, Positive, Open, Mild),
    ("Dunja Voll claimed that the ferry was safe.", "claimed", State, Positive, Doubted, Neutral),
    ("Dunja Voll insisted that the ferry was safe.", "insisted", State, Positive, Open, Strong),
    ("Dunja Voll stopped short of blaming the town.", "stopped short of blaming", Accuse, Negative, Open, Neutral),
    ("Dunja Voll vowed never to sell the ferry.", "vowed", Promise, Positive, Open, Strong),
    ("Passengers are asked not to feed the ducks.", "are asked", Demand, Positive, Open, Neutral),
    ("Dunja Voll has yet to say whether the ferry was safe.", "has yet to say", State, Negative, Open, Neutral),
    ("Neither the pilot nor his union has said that the ferry was safe.", "has said", State, Negative, Open, Neutral),
    ("Dunja Voll would neither confirm nor deny that the ferry was old.", "would neither confirm nor deny", Deny, Negative, Open, Neutral),
    ("Dunja Voll declined the offer of the town.", "declined", Deny, Positive, Open, Neutral),
    ("Dunja Voll neither confirmed nor denied that the ferry was old.", "neither confirmed nor denied", Deny, Negative, Open, Neutral),
    ("Dunja Voll told the crew she did not want to sell the ferry.", "told", State, Positive, Open, Neutral),
    ("Dunja Voll advised passengers to wait.", "advised", Propose, Positive, Open, Neutral),
    ("Dunja Voll advised against a sale of the ferry.", "advised against", Warn, Positive, Open, Neutral),
];

fn read(text: &'static str) -> Document<'static> {
    // A Wednesday.
    Extractor::new().extract(Article::new(text).published("2024-05-15"))
}

fn first<'d>(document: &'d Document, cue: &str) -> &'d Claim {
    let text = document.text();
    let has = |claim: &&Claim| claim.cue.span.of(text) == cue;
    let found = document.claims().iter().find(has);
    found.unwrap_or_else(|| panic!("no claim by {cue:?} in {text:?}: {:#?}", document.claims()))
}

#[test]
fn acts_follow_from_cue_and_frame() {
    for &(text, cue, act, polarity, commitment, force) in CASES {
        let document = read(text);
        let claim = first(&document, cue);
        let found = (claim.act, claim.polarity, claim.commitment, claim.force);
        assert_eq!(found, (act, polarity, commitment, force), "{text}");
    }
}

/// A text, its cue, the words that say when, and the day.
type Time = (&'static str, &'static str, Option<(&'static str, &'static str)>);

#[rustfmt::skip]
const TIMES: &[Time] = &[
    ("Dunja Voll said on Monday that the ferry was safe.", "said", Some(("Monday", "2024-05-13"))),
    ("On Monday, Dunja Voll said that the ferry was safe.", "said", Some(("Monday", "2024-05-13"))),
    ("The harbour master on Tuesday denied that the ferry was old.", "denied", Some(("Tuesday", "2024-05-14"))),
    ("In a statement last month, the owner said the ferry was safe.", "said", Some(("last month", "2024-04"))),
    ("Dunja Voll said the ferry was sold on Monday.", "said", None),
    ("Dunja Voll criticised the plan on Monday.", "criticised", Some(("Monday", "2024-05-13"))),
    ("Dunja Voll criticised the debate on Monday.", "criticised", None),
    ("Dunja Voll promised an answer on Monday.", "promised", None),
    ("Dunja Voll assured passengers on Monday that the ferry was safe.", "assured", Some(("Monday", "2024-05-13"))),
    ("Dunja Voll apologised last week for the delay.", "apologised", Some(("last week", "2024-W19"))),
    ("Dunja Voll rejected the claim on Monday, saying that the ferry was safe.", "rejected", Some(("Monday", "2024-05-13"))),
    ("Dunja Voll will reject the claim on Monday.", "will reject", None),
    ("Dunja Voll, whose contract ends in 2027, said that the ferry was safe.", "said", None),
    ("The ferry sank on Monday, and Dunja Voll said that it had been safe.", "said", None),
    ("Former mayor Dunja Voll, who was sacked by Governor Carl Berg in May, told reporters outside court that the ferry was safe.", "told", None),
    ("Dunja Voll, who was sacked in May, said on Friday that the ferry was safe.", "said", Some(("Friday", "2024-05-10"))),
];

#[test]
fn the_time_of_speaking_is_no_time_of_something_else() {
    for &(text, cue, expected) in TIMES {
        let document = read(text);
        let said_at = first(&document, cue).said_at.as_ref();
        let found = said_at.map(|at| (at.span.of(text), at.value.as_deref().unwrap_or("")));
        assert_eq!(found, expected, "{text}");
    }
}

/// A text, its cue, and whom the source addresses.
#[rustfmt::skip]
const ADDRESSEES: &[(&str, &str, Option<&str>)] = &[
    ("Dunja Voll told reporters that the ferry was safe.", "told", Some("reporters")),
    ("Passengers were told to wait.", "were told", Some("Passengers")),
    ("She was warned about the ferry.", "was warned about", Some("She")),
    ("Dunja Voll told the harbour board on Monday that the ferry was safe.", "told", Some("the harbour board")),
    ("Dunja Voll asked the town to sell the ferry.", "asked", Some("the town")),
    ("\"The ferry is safe,\" Dunja Voll told Reuters.", "told", Some("Reuters")),
    ("The jury was told the ferry was safe.", "was told", Some("The jury")),
    ("Anyone who saw the ferry is urged to write.", "is urged", Some("Anyone who saw the ferry")),
    ("The court heard that the ferry was safe.", "heard", Some("The court")),
    ("Dunja Voll said that the ferry was safe.", "said", None),
    ("Dunja Voll accused the town of selling the ferry.", "accused", None),
];

#[test]
fn addressees_are_told() {
    for &(text, cue, expected) in ADDRESSEES {
        let document = read(text);
        let addressee = first(&document, cue).addressee.as_ref();
        assert_eq!(addressee.map(|to| to.span.of(text)), expected, "{text}");
    }
}

/// A text, its cue, and the word by which its claim is hearsay.
#[rustfmt::skip]
const HEDGES: &[(&str, &str, Option<&str>)] = &[
    ("Dunja Voll reportedly told the board that the ferry was safe.", "reportedly told", Some("reportedly")),
    ("The owner allegedly hid the cracks, Dunja Voll said.", "said", Some("allegedly")),
    ("Dunja Voll denied the alleged bribe.", "denied", Some("alleged")),
    ("The owner is supposed to repair the ferry, Dunja Voll said.", "said", None),
    ("Dunja Voll said that the ferry was safe. The owner allegedly hid the cracks.", "said", None),
    ("Dunja Voll said the owner had reportedly promised that the ferry was safe.", "said", None),
    ("Dunja Voll said the owner had reportedly promised that the ferry was safe.", "had reportedly promised", Some("reportedly")),
];

#[test]
fn hearsay_is_hedged() {
    for &(text, cue, expected) in HEDGES {
        let document = read(text);
        let hedge = first(&document, cue).hedge;
        assert_eq!(hedge.map(|span| span.of(text)), expected, "{text}");
    }
}

/// A text, its cue, and the first clause of its content that sets a condition.
#[rustfmt::skip]
const CONDITIONS: &[(&str, &str, Option<&str>)] = &[
    ("Dunja Voll said the town would pay if the ferry sank.", "said", Some("if the ferry sank")),
    ("Dunja Voll asked if the ferry had sunk.", "asked", None),
    // The first paragraph joins the claim after the second, but stands before it.
    ("“If the ferry sinks, the town will have to pay for all of it.\n\n“Nobody will sail unless it has the money,” Dunja Voll said.",
        "said", Some("If the ferry sinks")),
];

#[test]
fn the_first_condition_counts() {
    for &(text, cue, expected) in CONDITIONS {
        let document = read(text);
        let condition = first(&document, cue).condition;
        assert_eq!(condition.map(|span| span.of(text)), expected, "{text}");
    }
}

/// A text, the cue of a claim, and the cue of the claim that it answers, if it answers one.
#[rustfmt::skip]
const ANSWERS: &[(&str, &str, Option<&str>)] = &[
    ("Dunja Voll wrote that the tomb was old. Peter Lund called the idea “romantic”.", "called", Some("wrote")),
    ("The Herald reported that Dunja Voll had left. Her office described that report as “nonsense”.", "described", Some("reported")),
    ("Dunja Voll wrote that the town had been late. Peter Lund called that “a lie”.", "called", Some("wrote")),
    ("Dunja Voll claimed that 30 sailors had left. Police said that was not true.", "said", Some("claimed")),
    ("Dunja Voll proposed a tax on jets. The trade body SkyWest called it “a stunt”.", "called", Some("proposed")),
    ("Dunja Voll promised to cut fares by half. Peter Lund said the promise was worthless.", "said", Some("promised")),
    ("Dunja Voll wrote that Peter Lund took money. Lund rejected the accusations as baseless.", "rejected", Some("wrote")),
    ("Dunja Voll wrote that the town had promised a ferry. Peter Lund denied this.", "denied", Some("wrote")),
    ("Dunja Voll boasted that her ferry was fast. Peter Lund disputed that, and sailors said it was late.", "disputed", Some("boasted")),
    ("Dunja Voll said the ferry was late. Asked about her remarks, Peter Lund said it had docked at noon.", "said", Some("said")),
    ("Dunja Voll claimed that the ferry was late. Responding to Voll, Peter Lund said it had docked at noon.", "said", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. In response, Peter Lund said it had docked at noon.", "said", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. In the harbour, Peter Lund said it had docked at noon.", "said", None),
    ("Dunja Voll claimed that the ferry was late. Asked about the harbour, Peter Lund said it was shut.", "said", None),
    ("Dunja Voll claimed that the ferry was late. “That is simply not true,” Peter Lund said.", "said", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. “That is my ferry,” Peter Lund said.", "said", None),
    ("Dunja Voll claimed that the ferry was late. Peter Lund called Voll's comments “cheap”.", "called", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. Peter Lund called her comments “cheap”.", "called", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. Peter Lund called his comments “a joke”.", "called", None),
    ("Dunja Voll claimed that the ferry was late. Ida Brandt praised the harbour. Peter Lund said Voll was wrong.", "said", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. Peter Lund said Voll was tired.", "said", None),
    ("Dunja Voll announced a tax on jets. Peter Lund called the decision “brave”.", "called", Some("announced")),
    ("Dunja Voll suggested that Peter Lund should resign. Lund brushed aside the suggestion.", "brushed aside", Some("suggested")),
    ("Dunja Voll claimed that the ferry was unsafe. Peter Lund dismissed the warning.", "dismissed", Some("claimed")),
    ("Dunja Voll claimed that the ferry was late. The harbour could not confirm this.", "could not confirm", Some("claimed")),
    ("Dunja Voll claimed that Peter Lund denied the accident.", "denied", None),
    ("Dunja Voll wrote that the ferry was safe. Peter Lund called it a coffin.", "called", None),
    ("Dunja Voll wrote that the ferry was late. Peter Lund said the report would come in May.", "said", None),
    ("Dunja Voll wrote that the idea was hers. She later called the idea “mad”.", "later called", None),
    ("Dunja Voll wrote that it would rain. Peter Lund, who is on trial, denied the charges.", "denied", None),
    ("Dunja Voll wrote that the plan was old. Peter Lund said that week was hard.", "said", None),
];

#[test]
fn what_answers_what() {
    let extractor = Extractor::new();
    for (text, cue, answered) in ANSWERS {
        let document = extractor.extract(*text);
        let claim = document.claims().iter().rfind(|claim| claim.cue.span.of(text) == *cue);
        let claim = claim.unwrap_or_else(|| panic!("no claim with {cue:?} in {text:?}"));
        let found = claim.reply_to.and_then(|id| document.claim(id));
        assert_eq!(found.map(|claim| claim.cue.span.of(text)), *answered, "{text}");
    }
}
