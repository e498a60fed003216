//! Source, cue and content of every claim of a small text; one phenomenon a text.

use whosaid::{Claim, Document, Extractor};

/// What it shows, the text, and its claims in the order of their cues, each as `[source] <cue> {content}`: the parts of a content
/// stand between bars, and a claim inside another one's content after a `>`.
struct Case(&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    Case("that", "Dunja Voll said that the ferry would sail again in May.",
        &["[Dunja Voll] <said> {that the ferry would sail again in May}"]),
    Case("a clause without that", "Dunja Voll said the ferry would sail again in May.",
        &["[Dunja Voll] <said> {the ferry would sail again in May}"]),
    Case("source and cue at the end", "The ferry will sail again in May, Dunja Voll said.",
        &["[Dunja Voll] <said> {The ferry will sail again in May}"]),
    Case("cue before source at the end", "\"The ferry will sail again in May,\" said Dunja Voll, the harbour master.",
        &["[Dunja Voll, the harbour master] <said> {\"The ferry will sail again in May,\"}"]),
    Case("source and cue in the middle", "\"The ferry,\" Dunja Voll said, \"will sail again in May.\"",
        &["[Dunja Voll] <said> {\"The ferry,\" | \"will sail again in May.\"}"]),
    Case("a verb and its subject set off behind another subject", "The ferry, said Dunja Voll, will sail again in May. Peter Lund, warned Dunja Voll, could lose.",
        &["[Dunja Voll] <said> {The ferry | will sail again in May}", "[Dunja Voll] <warned> {Peter Lund | could lose}"]),
    Case("the same between dashes, with whom and when", "The ferry – Dunja Voll told reporters on Monday – will sail again in May.",
        &["[Dunja Voll] <told> {The ferry | will sail again in May}"]),
    Case("set off with when it was said", "Dunja Voll, officials said on Monday, has left Marsk.",
        &["[officials] <said> {Dunja Voll | has left Marsk}"]),
    Case("set off with what hangs on it", "Dunja Voll, people close to her said, has left Marsk.",
        &["[people close to her] <said> {Dunja Voll | has left Marsk}"]),
    Case("the same in brackets", "The ferry (the mayor insists) will sail again in May.",
        &["[the mayor] <insists> {The ferry | will sail again in May}"]),
    Case("what somebody said is told by is", "What Dunja Voll said was that the ferry would sail again in May.",
        &["[Dunja Voll] <said was> {that the ferry would sail again in May}"]),
    Case("a verb whose subject a participle tells of", "Anyone claiming that the ferry is safe is wrong.",
        &["[Anyone] <claiming> {that the ferry is safe}"]),
    Case("a verb whose subject a clause tells of", "The mayor who promised to resign has left Marsk.",
        &["[who] <promised> {to resign}"]),
    Case("what is told before the clause", "Dunja Voll knows that when the wind is high, the ferry stays in Marsk.",
        &["[Dunja Voll] <knows> {that when the wind is high, the ferry stays in Marsk}"]),
    Case("set off behind is", "The ferry is, says Dunja Voll, unsafe.",
        &["[Dunja Voll] <says> {The ferry is | unsafe}"]),
    Case("a second sentence of the quotation", "\"The ferry will sail,\" Dunja Voll said. \"It has a new engine and a new crew.\"",
        &["[Dunja Voll] <said> {\"The ferry will sail,\" | \"It has a new engine and a new crew.\"}"]),
    Case("a paragraph that goes on", "\"The ferry will sail again in May,\" Dunja Voll said on Monday.\n\n\"It has a new engine and a new crew.\"\n\nThe crew is from Marsk.",
        &["[Dunja Voll] <said> {\"The ferry will sail again in May,\" | \"It has a new engine and a new crew.\"}"]),
    Case("a paragraph that answers", "\"Will the ferry sail again in May?\" asked Dunja Voll.\n\n\"No, it has been sold for scrap.\"",
        &["[Dunja Voll] <asked> {\"Will the ferry sail again in May?\"}"]),
    Case("a quotation in two paragraphs before its cue", "\"The ferry will sail again in May. It has a new engine.\n\n\"And it has a new crew from Marsk,\" Dunja Voll said.",
        &["[Dunja Voll] <said> {\"The ferry will sail again in May. It has a new engine.\n\n\"And it has a new crew from Marsk,\"}"]),
    Case("a colon", "Dunja Voll: \"The ferry will sail again in May.\"",
        &["[Dunja Voll] <:> {\"The ferry will sail again in May.\"}"]),
    Case("a dash tag", "\"The ferry will sail again in May.\" — Dunja Voll",
        &["[Dunja Voll] <—> {\"The ferry will sail again in May.\"}"]),
    Case("according to", "The ferry will sail again in May, according to Dunja Voll.",
        &["[Dunja Voll] <according to> {The ferry will sail again in May}"]),
    Case("according to, first", "According to the harbour office, the ferry will sail again in May.",
        &["[the harbour office] <According to> {the ferry will sail again in May}"]),
    Case("a subject of its own", "Dunja Voll said the union had told the town that the ferry was safe.",
        &["[Dunja Voll] <said> {the union had told the town that the ferry was safe}",
          "> [the union] <had told> {that the ferry was safe}"]),
    Case("a time between cue and content", "Dunja Voll said on Friday that the ferry would sail again in May.",
        &["[Dunja Voll] <said> {that the ferry would sail again in May}"]),
    Case("a time after the cue", "The ferry will sail again in May, Dunja Voll said earlier this year.",
        &["[Dunja Voll] <said> {The ferry will sail again in May}"]),
    Case("who is quoted by another", "Reuters quoted a friend of Dunja Voll as saying that the ferry was safe.",
        &["[Reuters] <quoted> {a friend of Dunja Voll as saying that the ferry was safe}",
          "> [a friend of Dunja Voll] <saying> {that the ferry was safe}"]),
    Case("is quoted as saying", "\"The ferry is safe,\" Dunja Voll was quoted as saying by Reuters.",
        &["[Dunja Voll] <was quoted as saying> {\"The ferry is safe,\"}"]),
    Case("the present tense of a paper", "The ferry will sail again in May, the Marsk Herald reports.",
        &["[the Marsk Herald] <reports> {The ferry will sail again in May}"]),
    Case("the present tense, set off", "The ferry, Dunja Voll notes, will sail again in May.",
        &["[Dunja Voll] <notes> {The ferry | will sail again in May}"]),
    Case("what is announced, set off", "The plan, announced on Monday, surprised the town.",
        &["[] <announced> {The plan}"]),
    Case("a participle tells who is meant", "Two sailors hurt in the storm say that the ferry is unsafe.",
        &["[Two sailors hurt in the storm] <say> {that the ferry is unsafe}"]),
    Case("those of whom a participle tells", "Those surveyed by the town said that the ferry was unsafe.",
        &["[Those surveyed by the town] <said> {that the ferry was unsafe}"]),
    Case("a share", "One in five say that the ferry is unsafe.",
        &["[One in five] <say> {that the ferry is unsafe}"]),
    Case("a share, no time", "Three quarters of sailors said that the ferry was unsafe.",
        &["[Three quarters of sailors] <said> {that the ferry was unsafe}"]),
    Case("how many at least", "At least two sailors said that the ferry was unsafe. As many as 20 people said so.",
        &["[At least two sailors] <said> {that the ferry was unsafe}", "[As many as 20 people] <said> {so}"]),
    Case("a clause without its pronoun", "It was late, a claim Dunja Voll denied.",
        &["[Dunja Voll] <denied> {a claim}"]),
    Case("that said", "That said, sailors say that the ferry is unsafe.",
        &["[sailors] <say> {that the ferry is unsafe}"]),
    Case("a headline in title case with a stop", "Dunja Voll Finally Says Ferry Will Sail Again In May.",
        &["[Dunja Voll] <Finally Says> {Ferry Will Sail Again In May}"]),
    Case("a list of sources", "The town, the union and the bank welcomed the plan.",
        &["[The town, the union and the bank] <welcomed> {the plan}"]),
    Case("an adverb between commas", "The town, however, said the ferry was safe.",
        &["[The town] <said> {the ferry was safe}"]),
    Case("a clause with a source of its own", "Dunja Voll says the ferry is safe; sailors say it is not.",
        &["[Dunja Voll] <says> {the ferry is safe}", "[sailors] <say> {it is not}"]),
    Case("clauses with that", "Dunja Voll said \"the ferry is safe\" but that it would not sail.",
        &["[Dunja Voll] <said> {\"the ferry is safe\" but that it would not sail}"]),
    Case("a subject with what is set off", "Dunja Voll said the captain, who joined in May, had lied.",
        &["[Dunja Voll] <said> {the captain, who joined in May, had lied}"]),
    Case("a relative clause at the beginning of the text", "Dunja Voll, who said the ferry was unsafe, resigned on Monday.",
        &["[Dunja Voll] <said> {the ferry was unsafe}"]),
    Case("a participle that tells a state", "Dunja Voll is concerned that the ferry is unsafe.",
        &["[Dunja Voll] <is concerned> {that the ferry is unsafe}"]),
    Case("a state with a preposition", "Sailors were outraged about the delay of the ferry.",
        &["[Sailors] <were outraged about> {the delay of the ferry}"]),
    Case("a state that begins with a preposition", "Dunja Voll is of the opinion that the ferry is unsafe.",
        &["[Dunja Voll] <is of the opinion> {that the ferry is unsafe}"]),
    Case("a denial of a word", "Dunja Voll has denied wrongdoing.",
        &["[Dunja Voll] <has denied> {wrongdoing}"]),
    Case("a noun and what it is", "Dunja Voll's fear is that the ferry will sink.",
        &["[Dunja Voll's] <fear is> {that the ferry will sink}"]),
    Case("a standpoint", "In her opinion, the ferry is unsafe.",
        &["[her] <opinion> {the ferry is unsafe}"]),
    Case("a standpoint inside its clause", "The ferry, in Dunja Voll's view, is unsafe.",
        &["[Dunja Voll's] <view> {The ferry | is unsafe}"]),
    Case("a standpoint behind its clause", "The ferry is unsafe, in Dunja Voll's view.",
        &["[Dunja Voll's] <view> {The ferry is unsafe}"]),
    Case("who said it inside what is said", "The ferry is, according to Dunja Voll, unsafe.",
        &["[Dunja Voll] <according to> {The ferry is | unsafe}"]),
    Case("who said it between dashes", "The ferry is — according to Dunja Voll — unsafe.",
        &["[Dunja Voll] <according to> {The ferry is | unsafe}"]),
    Case("a number of what is counted", "Officials put the number of dead at 30.",
        &["[Officials] <put> {the number of dead at 30}"]),
    Case("no claim: where something is put", "Dunja Voll put the lamp on the desk at 30 minutes to nine.", &[]),
    Case("a preposition of several words", "In the words of Dunja Voll, the ferry is unsafe.",
        &["[Dunja Voll] <In the words of> {the ferry is unsafe}"]),
    Case("points of a list", "• Dunja Voll, harbour master: “The ferry is safe.”\n\n• Tove Lind: “It is not safe.”",
        &["[Dunja Voll, harbour master] <:> {“The ferry is safe.”}", "[Tove Lind] <:> {“It is not safe.”}"]),
    Case("quotations with tags below each other", "“The ferry is safe.”\n— Dunja Voll\n\n“It is not safe at all.”\n\nThe town met on Monday.",
        &["[Dunja Voll] <—> {“The ferry is safe.”}"]),
    Case("questions and answers", "Q: Is the ferry safe?\n\nA: It is not. The hull leaks.\n\nIt should be sold.\n\nQ: When?",
        &["[Q] <:> {Is the ferry safe?}", "[A] <:> {It is not. The hull leaks.\n\nIt should be sold}", "[Q] <:> {When?}"]),
    Case("a transcript that begins the text", "Prosecutor: Where were you?\n\nWitness: At home.\n\nProsecutor: Alone?",
        &["[Prosecutor] <:> {Where were you?}", "[Witness] <:> {At home}", "[Prosecutor] <:> {Alone?}"]),
    Case("a transcript between quotation marks", "Dunja Voll met Tove Lind on Monday.\n\n\"VOLL: Is the ferry safe?\n\n\"LIND: It is not.\n\n\"VOLL: Since when?\"",
        &["[VOLL] <:> {Is the ferry safe?}", "[LIND] <:> {It is not}", "[VOLL] <:> {Since when?}"]),
    Case("turns of a debate", "Dunja Voll met Tove Lind on Monday.\n\nVOLL: The ferry is safe.\n\nLIND (D-Marsk): Sailors say it is not.\n\n(APPLAUSE)\n\nVOLL: They are wrong.",
        &["[VOLL] <:> {The ferry is safe}", "[LIND (D-Marsk)] <:> {Sailors say it is not}",
          "> [Sailors] <say> {it is not}", "[VOLL] <:> {They are wrong}"]),
    Case("a headline that names who says it behind a mark", "Ferry is unsafe: harbour union\n\nThe ferry of Marsk sailed on Monday.",
        &["[harbour union] <:> {Ferry is unsafe}"]),
    Case("a headline that names who says it before a mark", "Police: Man stole ferry\n\nThe ferry of Marsk sailed on Monday.",
        &["[Police] <:> {Man stole ferry}"]),
    Case("a headline with a quotation and who acts", "‘It is a coffin’: Mayor slams ferry\n\nThe ferry of Marsk sailed on Monday.",
        &["[Mayor] <:> {‘It is a coffin’}", "[Mayor] <slams> {ferry}"]),
    Case("a headline with a quotation of nobody named", "‘It is a coffin’: Anger as ferry sinks\n\nThe ferry of Marsk sailed on Monday.",
        &["[] <:> {‘It is a coffin’}"]),
    Case("a headline that ends in a verb that might be a noun", "Ferry is unsafe, harbour watchdog claims\n\nThe ferry of Marsk sailed on Monday.",
        &["[harbour watchdog] <claims> {Ferry is unsafe}"]),
    Case("no claim: the topic of a headline", "Dunja Voll: Marsk captain set for new ferry\n\nThe ferry of Marsk sailed on Monday.", &[]),
    Case("no claim: the title of a work in a headline", "‘The Sea Wall’: Dunja Voll returns with a novel\n\nThe ferry of Marsk sailed on Monday.", &[]),
    Case("no claim: who published it", "Ferry sinks off Marsk – The Lindby Courier\n\nThe ferry of Marsk sailed on Monday.", &[]),
    Case("a verb behind a quotation that might be a noun", "\"The ferry will sail,\" Dunja Voll shrugs.",
        &["[Dunja Voll] <shrugs> {\"The ferry will sail,\"}"]),
    Case("no turns: a list of figures", "Voll: 312 votes.\n\nLind: 290 votes.\n\nVoll: 11 towns.", &[]),
    Case("no turns: titles of paragraphs", "When: Monday is the day.\n\nWhere: Marsk has the hall.\n\nWhen: Tuesday is late.", &[]),
    Case("a relative clause that says something, in the source", "Dunja Voll, who warned last year that the ferry was unsafe, said on Monday that it must stop.",
        &["[Dunja Voll] <warned> {that the ferry was unsafe}", "[Dunja Voll] <said> {that it must stop}"]),
    Case("a relative clause without commas", "Residents who say the ferry is noisy said they would sue.",
        &["[who] <say> {the ferry is noisy}", "[Residents] <said> {they would sue}"]),
    Case("a relative clause that only tells who it is", "Another resident, who did not wish to be named, said the ferry was late.",
        &["[Another resident, who did not wish to be named,] <said> {the ferry was late}"]),
    Case("a quotation in a relative clause", "The mayor, who has called the ferry \"a disgrace,\" told the town that it was unsafe.",
        &["[who] <has called> {the ferry \"a disgrace,\"}", "[The mayor] <told> {that it was unsafe}"]),
    Case("a relative clause behind the source after its cue", "\"It was dark,\" said Dunja Voll, who said she heard two shots, \"and nobody came.\"",
        &["[Dunja Voll] <said> {\"It was dark,\" | \"and nobody came.\"}", "[who] <said> {she heard two shots}"]),
    Case("a relative clause says nothing of whom it is about", "The company, which said in March that it would close the yard, announced on Friday that it had found a buyer.",
        &["[which] <said> {that it would close the yard}", "[The company] <announced> {that it had found a buyer}"]),
    Case("a relative clause ends before the verb of whom it is about", "The ferry, whose captain warned that the harbour was too shallow, will sail to Kelso.",
        &["[whose captain] <warned> {that the harbour was too shallow}"]),
    Case("whose lawyer said, not whose lawyer it is", "Dunja Voll, whose lawyer said the charges were false, left the town.",
        &["[whose lawyer] <said> {the charges were false}"]),
    Case("the verb of a noun that somebody decides", "Dunja Voll's decision to sell the ferry has surprised the town.",
        &["[Dunja Voll's] <decision> {to sell the ferry}"]),
    Case("who was told", "The court was told Mrs Dunja Voll died at the scene.",
        &["[] <was told> {Mrs Dunja Voll died at the scene}"]),
    Case("who was told behind what was said", "The driver fled, the jury was told.",
        &["[] <was told> {The driver fled}"]),
    Case("what a court heard", "The inquest heard she had fallen twice.",
        &["[] <heard> {she had fallen twice}"]),
    Case("the only verb of its sentence", "The port authority disputes that figure.", &["[The port authority] <disputes> {that figure}"]),
    Case("an article that states", "Article 33 states that nobody may sell the ferry.", &["[Article 33] <states> {that nobody may sell the ferry}"]),
    Case("who is in the know", "Sources in the know said that the ferry was late.", &["[Sources in the know] <said> {that the ferry was late}"]),
    Case("when somebody was asked", "Dunja Voll smiled when asked.", &[]),
    Case("what somebody heard", "Dunja Voll heard the ferry on Monday.", &[]),
    Case("a day without a comma", "On Friday Dunja Voll said that the ferry would sail again in May.",
        &["[Dunja Voll] <said> {that the ferry would sail again in May}"]),
    Case("a week between name and verb", "Dunja Voll last week said that the ferry would sail again in May.",
        &["[Dunja Voll] <said> {that the ferry would sail again in May}"]),
    Case("where it was said, without a comma", "In a statement Dunja Voll said that the ferry would sail again in May.",
        &["[Dunja Voll] <said> {that the ferry would sail again in May}"]),
    Case("a weekday", "Dunja Voll said Friday the ferry would sail.",
        &["[Dunja Voll] <said> {the ferry would sail}"]),
    Case("a quotation behind a colon", "Dunja Voll was cautious: \"Let us wait,\" she said.",
        &["[she] <said> {\"Let us wait,\"}"]),
    Case("a chain of verbs", "Dunja Voll issued a statement on Monday saying that the ferry was safe.",
        &["[Dunja Voll] <issued a statement on Monday saying> {that the ferry was safe}"]),
    Case("a chain with an infinitive", "Dunja Voll went on to praise the captain.",
        &["[Dunja Voll] <went on to praise> {the captain}"]),
    Case("a quotation inside a content", "Dunja Voll said her plan was to \"distrust and verify\" the results.",
        &["[Dunja Voll] <said> {her plan was to \"distrust and verify\" the results}"]),
    Case("a relay", "Dunja Voll said that the ferry would sail again in May, Reuters reported.",
        &["> [Dunja Voll] <said> {that the ferry would sail again in May}",
          "[Reuters] <reported> {Dunja Voll said that the ferry would sail again in May}"]),
    Case("an inverted relay", "Dunja Voll said that the ferry would sail again in May, reported Reuters.",
        &["> [Dunja Voll] <said> {that the ferry would sail again in May}",
          "[Reuters] <reported> {Dunja Voll said that the ferry would sail again in May}"]),
    Case("who is told is not who tells", "\"The ferry will sail again in May,\" Dunja Voll, the harbour master, told Reuters.",
        &["[Dunja Voll, the harbour master,] <told> {\"The ferry will sail again in May,\"}"]),
    Case("a denial", "Dunja Voll denied that the ferry had been sold.",
        &["[Dunja Voll] <denied> {that the ferry had been sold}"]),
    Case("a negated cue", "Dunja Voll did not say whether the ferry had been sold.",
        &["[Dunja Voll] <did not say> {whether the ferry had been sold}"]),
    Case("an object and its preposition", "Dunja Voll accused the town of selling the ferry.",
        &["[Dunja Voll] <accused> {the town of selling the ferry}"]),
    Case("a passive with its agent", "The plan to sell the ferry was criticised by Dunja Voll.",
        &["[Dunja Voll] <was criticised> {The plan to sell the ferry}"]),
    Case("a passive without one", "It was announced on Monday that the ferry would sail again in May.",
        &["[] <was announced> {that the ferry would sail again in May}"]),
    Case("a noun", "Dunja Voll's claim that the ferry was safe has been checked.",
        &["[Dunja Voll's] <claim> {that the ferry was safe}"]),
    Case("a headline", "Voll: 'The ferry is safe'\n\nThe harbour was open on Monday. Nobody was hurt.",
        &["[Voll] <:> {'The ferry is safe'}"]),
    Case("a participle after the content of another verb", "Dunja Voll praised the crew, adding that the ferry would sail again in May.",
        &["[Dunja Voll] <praised> {the crew}", "[Dunja Voll] <adding> {that the ferry would sail again in May}"]),
    Case("a participle before its subject", "Rejecting the criticism, Dunja Voll left the hall.",
        &["[Dunja Voll] <Rejecting> {the criticism}"]),
    Case("two verbs of one source", "Dunja Voll said that the ferry was safe and blamed the town for the delay.",
        &["[Dunja Voll] <said> {that the ferry was safe}", "[Dunja Voll] <blamed> {the town for the delay}"]),
    Case("two sources of one verb", "Dunja Voll and Peter Lund said that the ferry was safe.",
        &["[Dunja Voll and Peter Lund] <said> {that the ferry was safe}"]),
    Case("brackets beside a source", "Senator Dunja Voll (D-Calif.) said that the ferry was safe.",
        &["[Senator Dunja Voll (D-Calif.)] <said> {that the ferry was safe}"]),
    Case("a relative clause beside a source", "Dunja Voll, who runs the harbour, said that the ferry was safe.",
        &["[Dunja Voll, who runs the harbour,] <said> {that the ferry was safe}"]),
    Case("a scare quote is no claim", "The so-called \"ferry fund\" is empty.", &[]),
    Case("an object with which a verb says nothing", "Dunja Voll claimed the title in Marsk. The storm has claimed at least 30 lives.", &[]),
    Case("what is put aside", "Dunja Voll put down the spoon. The goal was conceded in Marsk.", &[]),
    Case("such an object of a passive", "Dunja Voll was denied bail. The cars were recalled in May.", &[]),
    Case("words that say the same again", "In other words, the ferry is late.", &[]),
    Case("an example, not a source", "Nothing is worse than, say, the ferry. Let’s say they are late.", &[]),
    Case("who wrote the article", "Dunja Voll and Peter Lund reported from Marsk.", &[]),
    Case("a name that is given", "Dunja Voll runs a group called the Marsk Trust.", &[]),
    Case("a participle in a subject", "The ferry plan rejected on Monday was similar.", &[]),
    Case("a manner, not a source", "The work is going according to plan, and seats are given out according to rank.", &[]),
    Case("the second of two objects", "The keeper denied Dunja Voll an equaliser.", &[]),
    Case("an object of which a clause tells", "Dunja Voll claimed the title was hers.",
        &["[Dunja Voll] <claimed> {the title was hers}"]),
    Case("an object that is named", "Dunja Voll called the mayor a friend.",
        &["[Dunja Voll] <called> {the mayor a friend}"]),
    Case("paragraphs of a list", "These will play on Sunday.\n\nDunja Voll: The keeper is back after a broken thumb.\n\nPeter Lund: Missed training with a cold.", &[]),
    Case("no claim without a source that acts", "The ferry sails at noon and returns in the evening.", &[]),
];

/// A claim as the cases write it.
fn show(document: &Document, claim: &Claim) -> String {
    let text = document.text();
    let source = claim.source.as_ref().map_or("", |source| source.span.of(text));
    let cue = claim.cue.span.of(text);
    let parts: Vec<&str> = claim.content.spans.iter().map(|span| span.of(text)).collect();
    let inside = if claim.parent.is_some() { "> " } else { "" };
    format!("{inside}[{source}] <{cue}> {{{}}}", parts.join(" | "))
}

#[test]
fn each_text_has_just_these_claims() {
    let extractor = Extractor::new();
    let mut wrong = String::new();
    for Case(what, text, expected) in CASES {
        let document = extractor.extract(*text);
        let found: Vec<String> =
            document.claims().iter().map(|claim| show(&document, claim)).collect();
        if found != *expected {
            wrong += &format!("{what}\n  found    {found:#?}\n  expected {expected:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn straight_and_curly_marks_give_the_same_claims() {
    let extractor = Extractor::new();
    for Case(what, text, _) in CASES {
        let mut marks = 0;
        let curl = |letter: char| match letter {
            '"' => {
                marks += 1;
                if marks % 2 == 1 { '“' } else { '”' }
            }
            letter => letter,
        };
        let curly: String = text.chars().map(curl).collect();
        let straight = |document: &Document| -> Vec<String> {
            let claims = document.claims().iter();
            claims.map(|claim| show(document, claim).replace(['“', '”'], "\"")).collect()
        };
        let (plain, curled) = (extractor.extract(*text), extractor.extract(curly.as_str()));
        // Where a paragraph reopens a quotation the marks are odd in number.
        if marks % 2 == 0 {
            assert_eq!(straight(&plain), straight(&curled), "{what}");
        }
    }
}
