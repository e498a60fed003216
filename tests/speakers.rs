//! Who each source means, how that was told and by what; one phenomenon a text.

use whosaid::{Article, Claim, ClaimId, Document, EntityType, Extractor, Form, Resolution, Source};

/// What is expected of the source of the claim whose source and cue have these texts.
struct Case {
    what: &'static str,
    text: &'static str,
    source: &'static str,
    names: &'static [&'static str],
    resolution: Resolution,
    anonymous: bool,
    antecedent: Option<&'static str>,
}

const fn case(
    what: &'static str,
    text: &'static str,
    source: &'static str,
    names: &'static [&'static str],
    resolution: Resolution,
) -> Case {
    Case { what, text, source, names, resolution, anonymous: false, antecedent: None }
}

impl Case {
    const fn by(mut self, antecedent: &'static str) -> Case {
        self.antecedent = Some(antecedent);
        self
    }

    const fn anonymous(mut self) -> Case {
        self.anonymous = true;
        self
    }
}

use Resolution::{Apposition, Metonym, Name, Nominal, Pronoun, Title, Unresolved};

#[rustfmt::skip]
const CASES: &[Case] = &[
    case("a name", "Ann Poe said that the bridge was safe.", "Ann Poe", &["Ann Poe"], Name),
    case("a title", "The bridge is old. Senator Ann Poe said that it was safe.", "Senator Ann Poe", &["Ann Poe"], Title),
    case("a surname after the full name", "Ann Poe visited the bridge on Monday. Poe said that it was safe.", "Poe", &["Ann Poe"], Name),
    case("a surname taken for a firm's name in several ways", "Campaign chief Ann Trellis was calm. Rivals contradicted what Trellis and Marsh had told the Trellis campaign. “I keep people,” Trellis said. Trellis shares rose.", "Trellis", &["Ann Trellis"], Name),
    case("an apposition after the name", "Ann Poe, a former mayor of Lisbon, said that the bridge was safe.", "Ann Poe, a former mayor of Lisbon,", &["Ann Poe"], Name),
    case("who may or may not be the person named next", "A doctor said that the bridge was unsafe for a baby.\n\nNoah Holm was hurt in June.", "A doctor", &[], Unresolved).anonymous(),
    case("who is the only person that can be named next", "A cyclist said that the bridge was unsafe.\n\nNoah Holm was hurt in June.", "A cyclist", &["Noah Holm"], Nominal).by("Noah Holm"),
    case("one of two by the title", "Emma Poe, 19, fell off the bridge. Her mother, Dr Susan Poe, was shocked. Dr Poe said that the bridge was safe.", "Dr Poe", &["Susan Poe"], Title),
    case("one of two men who was just introduced", "Fisherman Carl Poe left. Farmer John Poe, 54, stayed. Mr. Poe said that the bridge was safe.", "Mr. Poe", &["John Poe"], Title),
    case("who opened a sentence, not whom it told of", "Carl Poe left. Ann Poe, who is Carl Poe's aunt, stayed. Poe said that the bridge was safe.", "Poe", &["Ann Poe"], Name),
    case("who was told of without a name just before", "Governor Ann Poe visited the bridge. A worker at the gate said that it was late. “It is safe,” she said.", "she", &[], Pronoun).anonymous().by("A worker"),
    case("who was not told of by a reporter's question", "Governor Carl Poe visited the bridge. A reporter asked if it was late. “It is safe,” he said.", "he", &["Carl Poe"], Pronoun).by("Governor Carl Poe"),
    case("an age of whom the last sentence has as its object", "Student Amy Chen won. Judge Robert Vane praised Chen. The 15-year-old said that the bridge was safe.", "The 15-year-old", &["Amy Chen"], Nominal).by("Chen"),
    case("an athlete, who is no manager", "Manager Bob Teale praised Danny Holm. The striker said that the bridge was safe.", "The striker", &["Danny Holm"], Nominal).by("Danny Holm"),
    case("a retired athlete, who may be one", "Manager Bob Teale praised Danny Holm, he said. The former striker said that the bridge was safe.", "The former striker", &["Bob Teale"], Nominal).by("Manager Bob Teale"),
    case("one of two of whom either may be of the people", "Katerina Novotna will play Jasmine Okoro. The American was asked about her serve. “It is safe,” she said.", "she", &[], Unresolved),
    case("kin who was just brought up, and is not who is told anew", "Mayor Luis Berg stayed. Berg's wife, Carla, was glad that the bridge was safe.\n\nThe former boxer said that the bridge was safe.", "The former boxer", &[], Unresolved).anonymous(),
    case("a firm that was brought up without a name", "Harlund AB is being sued by a lender in Oslo. The lender said that the bridge was safe.", "The lender", &[], Unresolved),
    case("a firm that acted since another was brought up", "Holm hopes to find a lender. Harlund Bank closed. The lender said that the bridge was safe.", "The lender", &["Harlund Bank"], Nominal).by("Harlund Bank"),
    case("the firm of whose shares the sentence tells", "Vestfrakt closed. Shares in Cardwell Group fell after the bakery chain said that the bridge was safe.", "the bakery chain", &["Cardwell Group"], Nominal).by("Cardwell Group"),
    case("a name that nothing explains and of which it tells", "Zipair grounded its fleet on Monday. It said that the bridge was safe.", "It", &["Zipair"], Pronoun).by("Zipair"),
    case("a surname of which it tells nothing", "Holm left the party on Monday. It said that the bridge was safe.", "It", &[], Unresolved),
    case("who calls somebody something", "Ann Poe left. A rival called Poe “a liar”.", "A rival", &[], Unresolved).anonymous(),
    case("who is called so", "A rival called Ann Poe said that the bridge was safe.", "A rival called Ann Poe", &["Ann Poe"], Apposition).by("Ann Poe"),
    case("a title of Singapore", "Madam Tan Geok Lan left. Mdm Tan said that the bridge was safe.", "Mdm Tan", &["Tan Geok Lan"], Title),
    case("a surname that is a verb elsewhere", "They left. Lawyer Fred Were said that the bridge was safe.", "Lawyer Fred Were", &["Fred Were"], Title),
    case("of whom an obituary goes on to tell", "Edith Lund, the painter, died on Monday. She was 88.\n\nHer daughter, Ruth Poe, said that she was ill.\n\nBorn in Leeds, she studied in Paris. “It is safe,” she once said.", "she", &["Edith Lund"], Pronoun).by("Edith Lund"),
    case("who speaks on in an article about a death", "Carl Lund died on Monday. He was 88.\n\nOfficer Ben Holm said that it was late.\n\nHe added that the bridge was safe.", "He", &["Ben Holm"], Pronoun).by("Officer Ben Holm"),
    case("a firm that is told of anew", "Kystposten reported on Monday that the bridge was old. The supplier, a Turkish company, said that the bridge was safe.", "The supplier, a Turkish company,", &[], Unresolved),
    case("a brokerage by the words of its name", "Chip maker Velox warned of losses. Elsa Quint of Dalby Capital was calm. The brokerage said that the bridge was safe.", "The brokerage", &["Dalby Capital"], Nominal).by("Dalby Capital"),
    case("the age of a firm", "Whitlock & Daughters is to close shops. The 118-year-old retailer said that the bridge was safe.", "The 118-year-old retailer", &["Whitlock & Daughters"], Nominal).by("Whitlock & Daughters"),
    case("a man by his place", "Padraig Holm was there on Monday. The Denver man said that the bridge was safe.", "The Denver man", &["Padraig Holm"], Nominal).by("Padraig Holm"),
    case("whom the same quotation told of", "Coach Joe Holm watched. “I rang my father, and he said that the bridge was safe,” Iker Zubia said.", "he", &[], Pronoun).by("my father"),
    case("whom somebody quoted calls \"he\", not himself", "Bruno Holm looked at the monitor with Craig Tilling. “He told me that the bridge was safe,” said the Italian.", "He", &[], Unresolved),
    case("a wife by her husband's surname", "Retired driver Ken Morrow was there. His wife, Jean, wept. Mrs Morrow said that the bridge was safe.", "Mrs Morrow", &["Jean"], Title),
    case("a woman who is no wife of before", "Retired driver Ken Morrow was there. His wife, Jean, wept with his sister, Ruth. Mrs Morrow said that the bridge was safe.", "Mrs Morrow", &["Morrow"], Title),
    case("whom what she says is about, set off", "Mayor Ann Poe rejected the report by David Lunt. Lunt, she said, “has the bridge”.", "she", &["Ann Poe"], Pronoun).by("Mayor Ann Poe"),
    case("who says so of another with a name", "Mayor Ann Poe rejected the report. David Lunt, Poe said, “has the bridge”.", "Poe", &["Ann Poe"], Name),
    case("a secretary with a press secretary", "Treasury Secretary Ann Poe opened the bridge. Her press secretary, Carl Berg, crossed it. The secretary said that it was safe.", "The secretary", &["Ann Poe"], Nominal).by("Treasury Secretary Ann Poe"),
    case("a press secretary", "Treasury Secretary Ann Poe opened the bridge. Her press secretary, Carl Berg, crossed it. The press secretary said that it was safe.", "The press secretary", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("a legend who was spoken of", "Ann Poe crossed the bridge on Monday. The sailing legend said it was safe.", "The sailing legend", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("an athlete by his country", "Carl Poe joined the club in May. The Norway international said it was safe.", "The Norway international", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("an athlete of another country", "Swedish striker Carl Poe crossed the bridge. The Norway midfielder said it was safe.", "The Norway midfielder", &[], Unresolved).anonymous(),
    case("a surname of two by which one goes", "Orbis turns attacks on another Berg; \nOnetime friend Bo now fair game\n\nFor years, Bo Berg was the best friend Carl Orbis hoped to have. Mr. Orbis welcomed him to Orbis National Golf Club and Orbis Tower. “It is over,” Orbis said. Orbis left. His wife, Mary Orbis, left on Friday.", "Orbis", &["Carl Orbis"], Name),
    case("a family", "Carl Marsh and Mary Marsh opened the bridge. The Marshes said that it was safe.", "The Marshes", &["Carl Marsh", "Mary Marsh"], Name),
    case("a family again", "Carl Poe and Mary Poe opened the bridge. The Poes said that it was safe. They added that it was old.", "They", &["Carl Poe", "Mary Poe"], Pronoun).by("The Poes"),
    case("a family is no firm", "Carl Poe and Mary Poe opened the bridge. The Poes left on Monday. The company said that it was safe.", "The company", &[], Unresolved),
    case("a family with one bearer", "Carl Poe opened the bridge. The Poes said that it was safe.", "The Poes", &["Poes"], Name),
    case("a family that is no name elsewhere", "Carl Poe and Mary Poe opened the bridge. The Poes say that it is safe.", "The Poes", &["Carl Poe", "Mary Poe"], Name),
    case("a firm by its address", "Shares in Harland.com fell on Monday. The company said that the bridge was safe.", "The company", &["Harland.com"], Nominal).by("Harland.com"),
    case("where something is posted", "The plan was posted on Harland.com on Monday. The company said that the bridge was safe.", "The company", &[], Unresolved),
    case("a person of a hospital in no list", "Ann Poe of Harlund Hospital said that the bridge was safe.", "Ann Poe of Harlund Hospital", &["Ann Poe"], Name),
    case("a college of many", "The Marsk College of Nurses said that the bridge was safe.", "The Marsk College of Nurses", &["Marsk College of Nurses"], Name),
    case("a given name that is a modal verb elsewhere", "Will Estrada, the mayor, said that the bridge was safe.", "Will Estrada, the mayor,", &["Will Estrada"], Name),
    case("whose words the noun for them tells", "Ben Holm spoke first. He mocked Carl Berg's statement that he opposed the bridge.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("whose words of May the noun for them tells", "Ben Holm spoke first. He mocked Carl Berg's statement in May that he opposed the bridge.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("whom words that are denied are about", "Ben Holm rejected Carl Berg's statement that he opposed the bridge.", "he", &["Ben Holm"], Pronoun).by("Ben Holm"),
    case("the subject on whose clause another hangs", "As Mayor Carl Berg looked on, Ben Holm smiled as he said that the bridge was safe.", "he", &["Ben Holm"], Pronoun).by("Ben Holm"),
    case("with whom they talked", "The pilots left on Monday. After talks with Ann Poe and Carl Berg, they said that the bridge was safe.", "they", &[], Pronoun).by("The pilots").anonymous(),
    case("customers of a firm", "Vestfrakt requires its customers to wait until they have agreed to cross the bridge.", "they", &[], Unresolved),
    case("two in a headline", "Poe, Berg say that bridge is safe\n\nAnn Poe and Carl Berg met on Monday.", "Poe, Berg", &["Ann Poe", "Carl Berg"], Name),
    case("a list of persons with places", "Ann Poe of Marsk University, Carl Berg of Dalby College and Ben Holm of Wick Hospital left on Friday. They said that the bridge was safe.", "They", &["Ann Poe", "Carl Berg", "Ben Holm"], Pronoun).by("Ann Poe of Marsk University, Carl Berg of Dalby College and Ben Holm"),
    case("pilots who are listed behind dashes", "The pilots – Ann Poe and Carl Berg – walked out on Friday. They said that the bridge was safe.", "They", &["Ann Poe", "Carl Berg"], Pronoun).by("Ann Poe and Carl Berg"),
    case("pilots of whom two are named", "Some pilots, like Ann Poe and Carl Berg, walked out on Friday. They said that the bridge was safe.", "They", &[], Pronoun).by("Some pilots").anonymous(),
    case("an office that somebody held only later", "Rishi Sunak left on Friday. The former prime minister said that the bridge was safe.", "The former prime minister", &[], Unresolved).anonymous(),
    case("an abbreviated office of a parliament", "MPA Nawab Khuhro was there. He said that the bridge was safe.", "He", &["Nawab Khuhro"], Pronoun).by("MPA Nawab Khuhro"),
    case("who only gave a name", "A man who only gave his name as Berg said that the bridge was safe.", "A man who only gave his name as Berg", &["Berg"], Apposition).by("Berg"),
    case("where posts stand", "Posts on Facebook and Instagram said that the bridge was safe.", "Posts on Facebook and Instagram", &[], Unresolved),
    case("whom told words name is another", "Carl Berg met Tom Reed on Monday. Reed spoke first, and he told the town about it. He said that Reed’s ferry leaks.", "He", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("who speaks of a campaign named like himself", "Tom Reed spoke in Marsk. He said that the Reed campaign had won.", "He", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("a name in the writer’s relative clause", "Tom Reed spoke in Marsk. He admitted to friends whom Reed had known for years that the ferry leaks.", "He", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("a noun whose told words name who was just spoken of", "Tom Reed spoke in Marsk. The longtime senator said that he would not vote for Tom Reed.", "The longtime senator", &[], Unresolved),
    case("a noun for who has spokeswomen", "Carl Berg has hired Ann Poe, a former spokeswoman of the port. The candidate said that the bridge was safe.", "The candidate", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("a noun behind its own clause", "Carl Berg spoke to Tom Reed on Monday after the senator had said that it was late.", "the senator", &[], Unresolved),
    case("the only one of a party", "Ann Poe won on Monday. The only Republican who voted for her said that it was late.", "The only Republican who voted for her", &[], Unresolved).anonymous(),
    case("who is told of by a clause", "Ann Poe won on Monday. The Republican who wrote the speech says that it was late.", "The Republican who wrote the speech", &[], Unresolved).anonymous(),
    case("a study named for a city", "The Harlund Institute found that ferries leak. The Oslo study says they do not.", "The Oslo study", &[], Unresolved),
    case("a body told by whom it is for", "Harlund Group has threatened to leave. The group for shipowners said that it was late.", "The group for shipowners", &[], Unresolved),
    case("a body told by whom it is for, again", "Harlund Group has threatened to leave. The group for shipowners said that it was late. “It leaks,” the group said.", "the group", &[], Unresolved),
    case("a local office behind a county", "Ellsmere County Recorder Ann Poe said that the bridge was safe.", "Ellsmere County Recorder Ann Poe", &["Ann Poe"], Title),
    case("a role with a capital behind a town", "Ellsmere Planner Carl Berg said that the bridge was safe.", "Ellsmere Planner Carl Berg", &["Carl Berg"], Title),
    case("a word behind initials", "Tom Reed, a fellow at the U.S.-based Harlund Institute, said that the bridge was safe.", "Tom Reed, a fellow at the U.S.-based Harlund Institute,", &["Tom Reed"], Name),
    case("a word before a name in a headline", "Crooked Ann Poe, Says Berg\n\nCarl Berg spoke of Ann Poe on Monday. Poe said that the bridge was safe.", "Poe", &["Ann Poe"], Name),
    case("what somebody won before the surname", "Ann Poe came to Marsk. Oscar-winner Poe said that the bridge was safe.", "Oscar-winner Poe", &["Ann Poe"], Name),
    case("an office of then before the surname", "Tom Reed came to Marsk. Then-Senator Reed said that the bridge was safe.", "Then-Senator Reed", &["Tom Reed"], Name),
    case("a person in small letters", "the ferry was late on monday. mayor ann poe said that the bridge was safe.", "mayor ann poe", &["ann poe"], Title),
    case("a surname in small letters", "carl berg spoke in marsk on monday, and berg said that the bridge was safe.", "berg", &["carl berg"], Name),
    case("a word in small letters that is a name too", "the grace of the bridge will last, and mark my words, mr lund said that the art was safe.", "mr lund", &["lund"], Name),
    case("an agency is no firm", "Harlund Pharmaceuticals was sold on Monday. The agency said that the ferry leaks.", "The agency", &[], Unresolved),
    case("one of a surname, another in full", "President Poe spoke in Marsk. “A good speech, Mr. President,” Carl Berg told Mr. Poe. The first lady, Ann Poe, smiled. The president told her that it was late.", "The president", &["Poe"], Nominal).by("Mr. Poe"),
    case("a wife of two of one name, by the rest of the headline", "Poe defends husband's bridge\n\nCarl Poe was mayor for years. Ann Poe, his wife, runs for the office.", "Poe", &["Ann Poe"], Name),
    case("a husband of two of one name, by the rest of the headline", "Poe says he saw bridge\n\nAnn Poe was mayor for years. Carl Poe runs for the office.", "Poe", &["Carl Poe"], Name),
    case("a headline that speaks of another's wife", "Poe says mayor's wife saw bridge\n\nAnn Poe runs the port. Carl Poe is her son.", "Poe", &["Ann Poe"], Name),
    case("one of two by the office behind the name", "Carl Poe, the governor, and Ann Poe, the senator, met on Monday. Senator Poe said that the bridge was safe.", "Senator Poe", &["Ann Poe"], Title),
    case("one of two by the office of the lists", "Bill Clinton and Hillary Clinton met on Monday. Secretary Clinton said that the bridge was safe.", "Secretary Clinton", &["Hillary Clinton"], Title),
    case("a state by its nickname, which is no union", "The Buckeye State has many bridges. The police union said that the bridge was safe.", "The police union", &[], Unresolved),
    case("a noun in quotation marks", "Ann Poe works for Kystposten. The Kystposten “expert” said that the bridge was safe.", "The Kystposten “expert”", &[], Unresolved).anonymous(),
    case("a name behind what is told first", "One pastor backing Carl Berg, Ann Poe of Harlund Church in Marsk, said that the bridge was safe.", "One pastor backing Carl Berg, Ann Poe of Harlund Church in Marsk,", &["Ann Poe"], Apposition),
    case("who introduces his words by a colon", "Mayor Tom Reed wants a bridge. Carl Berg, who worked for Dan Holm, had a warning for the Reeds: “It is safe,” he said.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("of whom the sentence supposes something", "Carl Berg said that it was late. And if Tom Reed wins, nobody knows if he will say that the bridge was safe.", "he", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("who supposes something", "Carl Berg runs the port. If Tom Reed wins, the bridge is safe, he said.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("who says his own name", "Mayor Carl Berg rang. He said, “This is Carl Berg.”", "He", &["Carl Berg"], Pronoun).by("Mayor Carl Berg"),
    case("a firm to which the sentence says something was done", "Velox AB makes cars. It was late.\n\nPolice searched Harlund AB on Monday, but the company said that the bridge was safe.", "the company", &["Harlund AB"], Nominal).by("Harlund AB"),
    case("who is told by a clause behind the noun", "A letter to Ann Poe\n\nThe retired teacher who lost her house in the flood said that the bridge was safe.", "The retired teacher who lost her house in the flood", &[], Unresolved).anonymous(),
    case("a former officer by the lists", "Bernie Sanders and Hillary Clinton met. The former secretary of state said that the bridge was safe.", "The former secretary of state", &["Hillary Clinton"], Nominal).by("Hillary Clinton"),
    case("a state in brackets", "Sen. Ann Poe (D-N.J.) met Sen. Carl Berg (R-Texas). The New Jersey senator said that the bridge was safe.", "The New Jersey senator", &["Ann Poe"], Nominal).by("Sen. Ann Poe"),
    case("a state by the letters of the post", "Gov. Ann Poe (R-OH) was there. Sen. Carl Berg laughed. The Ohio governor said that the bridge was safe.", "The Ohio governor", &["Ann Poe"], Nominal).by("Gov. Ann Poe"),
    case("a state of two words", "Gov. Ann Poe of South Carolina met Gov. Jo Ree of North Carolina. The North Carolina governor said that the bridge was safe.", "The North Carolina governor", &["Jo Ree"], Nominal).by("Gov. Jo Ree"),
    case("one of a party by the state", "Rep. Ann Poe, D-Calif., met Rep. Carl Berg, R-Ky. The California Democrat said that the bridge was safe.", "The California Democrat", &["Ann Poe"], Nominal).by("Rep. Ann Poe"),
    case("a state of nobody there", "Sen. Ann Poe (D-N.J.) met Sen. Carl Berg (R-Texas). The Ohio senator said that the bridge was safe.", "The Ohio senator", &[], Unresolved),
    case("both of a family", "Carl Marsh and Mary Marsh opened the bridge. Both Marshes said that it was safe.", "Both Marshes", &["Carl Marsh", "Mary Marsh"], Name),
    case("a senator by the state of the lists", "Bernie Sanders debated Hillary Clinton. Mrs. Clinton laughed. The Vermont senator said that the bridge was safe.", "The Vermont senator", &["Bernie Sanders"], Nominal).by("Bernie Sanders"),
    case("a former senator by the state of the lists", "Bernie Sanders debated Hillary Clinton. Mr. Sanders laughed. The former New York senator said that the bridge was safe.", "The former New York senator", &["Hillary Clinton"], Nominal).by("Hillary Clinton"),
    case("a state of another whom the lists have", "Marco Rubio was there. Mr. Rubio laughed. The Ohio senator said that the bridge was safe.", "The Ohio senator", &[], Unresolved),
    case("a state in an apposition", "Sen. Ann Poe, a Democrat from Ohio, met Sen. Carl Berg, a Republican from Texas. The Texas senator said that the bridge was safe.", "The Texas senator", &["Carl Berg"], Nominal).by("Sen. Carl Berg"),
    case("a state before what somebody is", "Sen. Ann Poe, an Ohio Democrat, met Sen. Carl Berg, a Texas Republican. The Ohio Democrat said that the bridge was safe.", "The Ohio Democrat", &["Ann Poe"], Nominal).by("Sen. Ann Poe"),
    case("a town behind the noun", "Chicago Mayor Ann Poe met Boston Mayor Carl Berg. The mayor of Boston said that the bridge was safe.", "The mayor of Boston", &["Carl Berg"], Nominal).by("Mayor Carl Berg"),
    case("the latter of two", "Talks between Mayor Ann Poe and Governor Carl Berg ended on Sunday. The latter said that the bridge was safe.", "The latter", &["Carl Berg"], Nominal).by("Governor Carl Berg"),
    case("the former of two, before a participle", "Talks between Ann Poe and Carl Berg ended on Sunday, with the former saying that the bridge was safe.", "the former", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("the latter of nobody", "The mayor met the governor on Sunday. The latter said that the bridge was safe.", "The latter", &[], Unresolved),
    case("both of them", "Ann Poe met Carl Berg on Sunday. Both of them said that the bridge was safe.", "Both of them", &["Ann Poe", "Carl Berg"], Nominal).by("Ann Poe"),
    case("companies with their countries", "Norway's Harlund and Sweden's Vestfrakt Group are in talks. The two companies said that the bridge was safe.", "The two companies", &["Harlund", "Vestfrakt Group"], Nominal).by("Harlund and Sweden's Vestfrakt Group"),
    case("the federal government of the only country", "Canada needs bridges, Ann Poe wrote in Montreal. She lives in Vancouver.\n\nThe federal government said that the bridge was safe.", "The federal government", &["Canada"], Nominal).by("Canada"),
    case("the federal government of one of two countries", "Canada and Germany need bridges, Ann Poe wrote in Berlin and Toronto.\n\nThe federal government said that the bridge was safe.", "The federal government", &[], Unresolved),
    case("the government of a capital before a colon", "LAHORE and the bridge: an old row\n\nISLAMABAD: A row over the bridge went on in the town on Sunday, when many came to see it.\n\nThe government said that the bridge was safe.", "The government", &["Pakistan"], Nominal),
    case("the board of the company just told of", "Vestfrakt rejected the offer on Monday. The board said that the bridge was safe.", "The board", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("the management of the company just told of", "Vestfrakt rejected the offer on Monday. Management said that the bridge was safe.", "Management", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("any management", "Vestfrakt rejected the offer on Monday. Workers met when management said that the bridge was safe.", "management", &[], Unresolved),
    case("a board that the article names", "The Marsk School Board met Vestfrakt. Vestfrakt rejected the offer. The board said that the bridge was safe.", "The board", &["Marsk School Board"], Nominal).by("Marsk School Board"),
    case("who opens the article without a name", "The former head of the ferry yard said that the bridge was safe.\n\nAnn Poe said he had been there.", "The former head of the ferry yard", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("who opens the article beside another", "A former councillor said that the bridge was safe after a radio presenter had laughed.\n\nAnn Poe, a baker from Marsk, said that she was sorry.", "A former councillor", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a lawyer who opens the article", "A lawyer for a man accused of theft said that the bridge was safe.\n\nCarl Berg told the court that he was sorry.", "A lawyer for a man accused of theft", &[], Unresolved).anonymous(),
    case("who does not speak below", "A doctor said that the bridge was safe for a baby.\n\nAnn Poe was three weeks old when she fell ill.", "A doctor", &[], Unresolved).anonymous(),
    case("who leads a body and has another title", "The head of the ferry yard said that the bridge was safe.\n\n“It is late,” CEO Ann Poe told reporters.", "The head of the ferry yard", &["Ann Poe"], Nominal).by("CEO Ann Poe"),
    case("who leads a body and no other", "The head of the ferry yard said that the bridge was safe.\n\n“It is late,” councillor Ann Poe told reporters.", "The head of the ferry yard", &[], Unresolved),
    case("a headline over who has no name", "Yard boss says that the bridge was safe\n\nThe former head of the ferry yard has told reporters to wait.\n\nAnn Poe said she had been there.", "Yard boss", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a headline over another who has no name", "Singer says that the bridge was safe\n\nThe former head of the ferry yard has told reporters to wait.\n\nAnn Poe said she had been there.", "Singer", &[], Unresolved).anonymous(),
    case("a headline over a name without a role", "Widow says that the bridge was safe\n\nAnn Poe of Marsk wants no new one.\n\n“It is late,” Ms Poe said.", "Widow", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a headline over the name of who does not speak", "Doctor says that the bridge was safe\n\nAnn Poe was three weeks old when she fell ill.\n\nNobody answered the telephone.", "Doctor", &[], Unresolved).anonymous(),
    case("a headline over a name with another role", "Doctor says that the bridge was safe\n\nAnn Poe, the mayor of Marsk, said she was sorry.", "Doctor", &[], Unresolved).anonymous(),
    case("the only police of the article", "Marsk Valley Police closed the road on Monday.\n\nPolice said that the bridge was safe.", "Police", &["Marsk Valley Police"], Nominal).by("Marsk Valley Police"),
    case("the force of the only police", "Ann Poe of Marsk Valley Police closed the road. The force said that the bridge was safe.", "The force", &["Marsk Valley Police"], Nominal).by("Marsk Valley Police"),
    case("police where two forces are named", "Marsk Valley Police met Harlund Police on Monday. Police said that the bridge was safe.", "Police", &[], Unresolved).anonymous(),
    case("a firm's document", "Vestfrakt rejected the offer on Monday. A company blog post said that the bridge was safe.", "A company blog post", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("a court's document", "The Supreme Court rejected the offer on Monday. A court document said that the bridge was safe.", "A court document", &[], Unresolved),
    case("somebody's cabinet", "Ann Poe lost the vote. Poe's cabinet said that the bridge was safe.", "Poe's cabinet", &["Ann Poe"], Nominal),
    case("whose name stands with its country beside a noun", "The supplier, Sweden's Vestfrakt, rejected the offer. A spokesman said that the bridge was safe.", "A spokesman", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("a chief executive who is a CEO", "Vestfrakt rejected the offer on Monday, and its chief executive said that the bridge was safe.\n\nThe road was closed.\n\nCEO Ann Poe was sorry.", "its chief executive", &["Ann Poe"], Nominal).by("CEO Ann Poe"),
    case("somebody's president", "Vestfrakt rejected the offer on Monday, and its president said that the bridge was safe.\n\nThe road was closed.\n\nPresident Ann Poe was sorry.", "its president", &["Ann Poe"], Nominal).by("President Ann Poe"),
    case("somebody's president and the president of a country", "Vestfrakt rejected the offer on Monday, and its president said that the bridge was safe.\n\nThe road was closed.\n\nPresident Barack Obama was sorry.", "its president", &[], Unresolved),
    case("the government of the only state", "Ann Poe of Ohio wants a bridge.\n\nThe road was closed.\n\nNobody was there.\n\nIt rained.\n\nThe state government said that the bridge was safe.", "The state government", &["Ohio"], Nominal).by("Ohio"),
    case("the government of one of two states", "Ann Poe of Ohio wants a bridge. Carl Berg of Texas has one.\n\nThe road was closed.\n\nNobody was there.\n\nIt rained.\n\nThe state government said that the bridge was safe.", "The state government", &[], Unresolved),
    case("a province of no country", "Ann Poe of Southeast Asia wants a bridge. The province said that the bridge was safe.", "The province", &[], Unresolved),
    case("whose son has a name", "Ann Poe, whose son, Tyler, died at work, said that the bridge was safe.", "Ann Poe, whose son, Tyler, died at work,", &["Ann Poe"], Name),
    case("whose lawyer was in court", "Carl Berg, whose lawyer, Ann Poe, was in court, said that the bridge was safe.", "Carl Berg, whose lawyer, Ann Poe, was in court,", &["Carl Berg"], Name),
    case("whose lawyer speaks", "Carl Berg was in court. Mr Berg, whose lawyer, Ann Poe, said that the bridge was safe, left.", "whose lawyer, Ann Poe,", &["Ann Poe"], Apposition),
    case("whose party has a name", "The mayor, whose party, Labour, lost the vote, said that the bridge was safe.", "The mayor, whose party, Labour, lost the vote,", &[], Unresolved),
    case("an office behind a body's letters", "Harlund Harbour Committee (HHC) working president Ann Poe said that the bridge was safe.", "Harlund Harbour Committee (HHC) working president Ann Poe", &["Ann Poe"], Title),
    case("an office behind the letters of a possessor", "The Marsk Ferry Union's (MFU) deputy general secretary Ann Poe said that the bridge was safe.", "The Marsk Ferry Union's (MFU) deputy general secretary Ann Poe", &["Ann Poe"], Title),
    case("who speaks of the one before", "Carl Berg, Ann Poe said, had claimed that the bridge was old.", "Ann Poe", &["Ann Poe"], Name),
    case("a headline over a firm's name", "Ferry operator says that the bridge was safe\n\nVestfrakt has denied that it lied to the town.", "Ferry operator", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("a headline over the name of another kind of body", "Union says that the bridge was safe\n\nVestfrakt Motors has denied that it lied to the town.", "Union", &[], Unresolved),
    case("whose campaign follows", "Carl Berg's campaign opened an office at the bridge. The campaign of presumptive nominee Ann Poe said that it was late.", "The campaign of presumptive nominee Ann Poe", &["Ann Poe"], Nominal),
    case("whose office follows", "Carl Berg crossed the bridge. The office of Governor Ann Poe said that it was safe.", "The office of Governor Ann Poe", &["Ann Poe"], Nominal),
    case("a campaign of nobody's", "Carl Berg's campaign opened an office at the bridge. The campaign of 2014 showed that money counts.", "The campaign", &[], Unresolved),
    case("a nominee who tells of another", "Tom Reed said on Monday that it would be late had Carla Berg promised it. “It is old,” the nominee said of the bridge.", "the nominee", &["Tom Reed"], Nominal).by("Tom Reed"),
    case("a nominee of another party than who was told of last", "Donald Trump spoke to Mayor Bill de Blasio. De Blasio left in 2014.\n\n“It is old,” the Republican candidate said of the bridge.", "the Republican candidate", &["Donald Trump"], Nominal).by("Donald Trump"),
    case("whose age a possessor's is", "Tom Reed called for Justice Ann Berg to resign. Reed said the 83-year-old justice's mind was shot.\n\n“It is late,” the nominee said.", "the nominee", &["Tom Reed"], Nominal).by("Reed"),
    case("who tells of somebody's age", "Tom Reed spoke in Marsk. Reed said that the 34-year-old denied the charge.", "the 34-year-old", &[], Unresolved),
    case("a former office of who holds it now", "Bill Clinton met Carl Berg. Joe Biden laughed. The former president said that the bridge was safe.", "The former president", &["Bill Clinton"], Nominal).by("Bill Clinton"),
    case("an agency that is a department", "The State Department released the letters. The agency said that two were secret.", "The agency", &["Department of State"], Nominal).by("State Department"),
    case("whom a clause presents", "Tom Reed spoke for an hour. Outside waited Peter Holm, a Reed voter. He wants a bridge.", "He", &["Peter Holm"], Pronoun).by("Peter Holm"),
    case("whom a clause presents behind what he does", "Tom Reed spoke for an hour. In the rain, handing out leaflets, was Peter Holm. He wants a bridge.", "He", &["Peter Holm"], Pronoun).by("Peter Holm"),
    case("a statement on a day", "Ann Poe issued a statement Monday calling the bridge old.\n\n“It is safe,” the statement said.", "the statement", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("one of two of a surname behind what is told of when", "Carl Poe is a farmer. Poe spoke in Marsk. On Monday, at a fair in Harlund, Anna Poe sold her cows. “It was late,” Poe said.", "Poe", &["Anna Poe"], Name),
    case("one of two of a surname who only stands there", "Carl Poe is the mayor. On Monday, with Anna Poe at his side, he opened the bridge. Poe said that it was late.", "Poe", &["Carl Poe"], Name),
    case("a like title gives way to who alone was just told of", "Rajesh Menon, a physicist, spoke first. Olav Brekke laughed. For her part, Ingrid Solheim is cautious. “It is old,” the scientist said.", "the scientist", &["Ingrid Solheim"], Nominal).by("Ingrid Solheim"),
    case("a like title of who was told of before somebody with a role", "Novelist Dan Reed spoke in Marsk. The mayor, Anna Lund, thanked him. The writer said that it was an honour.", "The writer", &["Dan Reed"], Nominal).by("Novelist Dan Reed"),
    case("a title that is short for the noun gives way to nobody", "Sen. Ann Poe met voters. Carl Berg asked her about the bridge. The senator said that it was safe.", "The senator", &["Ann Poe"], Nominal).by("Sen. Ann Poe"),
    case("a firm by where it has its seat", "Brannoch Foods Plc cut its forecast. The Dublin-based confectioner said that it expects less.", "The Dublin-based confectioner", &["Brannoch Foods Plc"], Nominal).by("Brannoch Foods Plc"),
    case("a person by where he works", "Anna Lund runs Orvenia Holdings. The Milan-based stylist said that sales fell.", "The Milan-based stylist", &[], Unresolved),
    case("the company of which an investor told", "Brannoch Foods cut its forecast. Activist investor Sorrel Capital said that the board should sell. The company said that it had a plan.", "The company", &["Brannoch Foods"], Nominal).by("Brannoch Foods"),
    case("a union is no company", "Vestfrakt cut 400 jobs. The NGG union called it a disgrace. The company said that it had no choice.", "The company", &[], Unresolved),
    case("a doctor by what he is a doctor of", "Priya Raman, a neurologist, spoke first. Tom Reed, a farmer, laughed. The doctor said that it was late.", "The doctor", &["Priya Raman"], Nominal).by("Priya Raman"),
    case("a musician by what he plays", "Priya Raman, a cellist, spoke first. Tom Reed, a farmer, laughed. The musician said that it was late.", "The musician", &["Priya Raman"], Nominal).by("Priya Raman"),
    case("where somebody without a name is from", "A plumber from Leeds, West Yorkshire, said that the bridge was safe.", "A plumber from Leeds, West Yorkshire,", &[], Unresolved).anonymous(),
    case("of what county somebody's town is", "The mayor of Marsk, Co Kerry, said that the bridge was safe.", "The mayor of Marsk, Co Kerry,", &[], Unresolved),
    case("a stranger of a rare trade", "Tom Reed, a farmer, laughed. A bartender said that it was late. “We all are,” he added.", "he", &[], Pronoun).by("A bartender").anonymous(),
    case("a rare trade before a name", "Anesthesiologist Ann Poe said that the bridge was safe.", "Anesthesiologist Ann Poe", &["Ann Poe"], Title),
    case("her colleague is no man of before", "Rob Keane said that it was late. Sofia Almeida left. Her colleague was calm. “She will be back,” he said.", "he", &[], Pronoun).by("Her colleague").anonymous(),
    case("his wife is not he", "Rob Keane said that it was late. His wife agreed. “We have time,” he said.", "he", &["Rob Keane"], Pronoun).by("Rob Keane"),
    case("who did it to him is another", "Accompanied by Carl Berg, he said that the bridge was safe.", "he", &[], Unresolved),
    case("who did it to him is another than who was told of", "Tom Reed left early. Flanked by Carl Berg, the treasurer, he said that the bridge was safe.", "he", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("a firm of another nation", "Vestfrakt, a Swiss valve maker, has rejected an offer from Calder Point. The US group said that the bridge was safe.", "The US group", &["Calder Point"], Nominal).by("Calder Point"),
    case("a firm of the nation that was told", "Vestfrakt, a Swiss valve maker, has rejected an offer from Calder Point. The Swiss company said that the bridge was safe.", "The Swiss company", &["Vestfrakt"], Nominal).by("Vestfrakt"),
    case("a union beside a firm of one word", "Harlund said it would close its mill in Marsk. The union said that the bridge was safe.", "The union", &[], Unresolved),
    case("I in a letter", "To the Editor:\n\nI believe that the bridge is safe. Mayor Carl Berg told me so.\n\nTove Lind\n\nMarsk", "I", &["Tove Lind"], Pronoun).by("Tove Lind"),
    case("I in one letter of several", "To the Editor:\n\nThe ferry is late.\n\nTove Lind, Marsk\n\nTo the Editor:\n\nI believe that the bridge is safe.\n\n— Carl Berg, Holm", "I", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("I in letters below one title", "Letters to the Editor\n\nSave the ferry\n\nThe ferry is late.\n\nTove Lind, Marsk\n\nSell the ferry\n\nI believe that the bridge is safe.\n\nCarl Berg, Holm", "I", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("you in a question with its number", "Mayor Carl Berg runs the port.\n\nQ1: You said that the bridge was safe?\n\nA1: It was.\n\nQ2: Why?", "You", &["Carl Berg"], Pronoun).by("A1"),
    case("I in no letter", "Carl Berg wrote to the editor of Kystposten. I believe that the bridge is safe.\n\nTove Lind", "I", &[], Unresolved),
    case("I in a letter that nobody signs", "To the Editor:\n\nI believe that the bridge is safe.\n\nName withheld", "I", &[], Unresolved),
    case("you in a question", "Mayor Carl Berg runs Marsk.\n\nQ. You said that the bridge was safe. Was it?\n\nA. It was.", "You", &["Carl Berg"], Pronoun).by("A"),
    case("you in an answer", "Mayor Carl Berg runs Marsk.\n\nQ. Is the bridge safe?\n\nA. You think that it is. It is not.", "You", &[], Unresolved),
    case("nobody is Q", "Q. Did the judge say why?\n\nA. She said that the bridge was safe.", "She", &[], Unresolved),
    case("he in an item of a list", "Carl Berg said that it was late.\n\n2) He said that the bridge was safe.", "He", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("a surname that is a title too, at the end", "It is safe, according to council member Hugh Barr.\n\nBarr said that the bridge was safe.", "Barr", &["Hugh Barr"], Name),
    case("I in an interview without labels", "We talked to Mayor Carl Berg about the port.\n\nWhy are you leaving?\n\nThe bank is closed.\n\nWill you be back?\n\nI think that the bridge was safe.", "I", &["Carl Berg"], Pronoun).by("Mayor Carl Berg"),
    case("I in a column that asks its readers", "By Tove Lind\n\nMayor Carl Berg runs Marsk.\n\nDo you like it?\n\nMany do not.\n\nDo you agree?\n\nI think that the bridge was safe.", "I", &["Tove Lind"], Pronoun).by("Tove Lind"),
    case("we in a post", "The club spoke out.\n\nWe believe that the bridge is safe. We will stay. — Marsk United (@marskutd) March 3, 2024", "We", &["Marsk United"], Pronoun).by("Marsk United"),
    case("a firm before its letters at an exchange", "Orvenia Foods Inc. (NASDAQ: ORVF) said that the bridge was safe.", "Orvenia Foods Inc. (NASDAQ: ORVF)", &["Orvenia Foods Inc."], Name),
    case("a firm before its letters, a time behind", "Orvenia Foods Inc. (NYSE: ORVF) today said that the bridge was safe.", "Orvenia Foods Inc.", &["Orvenia Foods Inc."], Name),
    case("a firm before letters at two exchanges", "Orvenia Group (TSX: ORV) (OTCQX: ORVNF) reported that the bridge was safe.", "Orvenia Group (TSX: ORV) (OTCQX: ORVNF)", &["Orvenia Group"], Name),
    case("letters at an exchange are no other's name", "Orvenia Foods Ltd. (LSE: ORV) rose on Monday. It said that the bridge was safe.", "It", &["Orvenia Foods Ltd."], Pronoun).by("Orvenia Foods Ltd."),
    case("an officer behind a firm's letters", "“It is late,” said Orvenia (NASDAQ: ORV) chief executive Ann Poe.", "Orvenia (NASDAQ: ORV) chief executive Ann Poe", &["Ann Poe"], Title),
    case("other words in brackets with a colon", "Ann Poe (born: 1961) said that the bridge was safe.", "Ann Poe (born: 1961)", &["Ann Poe"], Name),
    case("the company with a capital", "Orvenia Foods Ltd. (the “Company”) has sold a plant. The Company said that the bridge was safe.", "The Company", &["Orvenia Foods Ltd."], Nominal).by("Orvenia Foods Ltd."),
    case("the group with a capital", "Orvenia plc has sold a plant. The Group expects a loss.", "The Group", &["Orvenia plc"], Nominal).by("Orvenia plc"),
    case("a group whose name ends in it", "The Contact Group met in Marsk. Orvenia plc left. The Group said that the bridge was safe.", "The Group", &["Contact Group"], Name),
    case("a person in capitals", "THE FERRY WAS LATE ON MONDAY. MAYOR ANN POE SAID THAT THE BRIDGE WAS SAFE.", "MAYOR ANN POE", &["ANN POE"], Title),
    case("a person in capitals who is named elsewhere", "Ann Vestrup left on Monday.\n\nVESTRUP SAID THAT THE BRIDGE WAS SAFE. NOBODY BELIEVED HER.", "VESTRUP", &["Ann Vestrup"], Name),
    case("a title before a surname in capitals", "PRESIDENT HOLT SAID THAT THE BRIDGE WAS SAFE. NOBODY BELIEVED HIM.", "PRESIDENT HOLT", &["HOLT"], Title),
    case("a mayor for the time being", "Mayor Pro Tem Ann Poe left early. Speaker Pro Tem Lena Holt said that the bridge was safe.", "Speaker Pro Tem Lena Holt", &["Lena Holt"], Title),
    case("somebody's pal", "A pal said that the bridge was safe.", "A pal", &[], Unresolved).anonymous(),
    case("a gran who is named later", "A gran has told how she fell off the bridge. Mary Poe, 78, was asleep.", "A gran", &["Mary Poe"], Nominal).by("Mary Poe"),
    case("the team of researchers somewhere", "Researchers at Marsk tracked children. The team said that the bridge was safe.", "The team", &[], Unresolved),
    case("a party's letter before an unlisted town", "Sponsors of the bill, including Rep. Ann Poe, R-Marsk, vowed to fight.", "Sponsors of the bill, including Rep. Ann Poe, R-Marsk,", &[], Unresolved).anonymous(),
    case("a mother of some", "Mum-of-two Lena Holt said that the bridge was safe.", "Mum-of-two Lena Holt", &["Lena Holt"], Name),
    case("a town's manager", "City Manager Oss said that the bridge was safe.", "City Manager Oss", &["Oss"], Title),
    case("an officer behind what a firm is called", "“It is late,” said Orvenia Foods (LSE: ORV) (“Orvenia”) chief executive Ann Poe.", "Orvenia Foods (LSE: ORV) (“Orvenia”) chief executive Ann Poe", &["Ann Poe"], Title),
    case("the board with a capital", "Orvenia plc (LSE: ORV) fell on Monday. The Board recommends a dividend.", "The Board", &["Orvenia plc"], Nominal).by("Orvenia plc"),
    case("an office for several fields", "Treasury and Works Minister Ann Poe said that the bridge was safe.", "Treasury and Works Minister Ann Poe", &["Ann Poe"], Title),
    case("an office for several fields and a list", "Trade, Industry and Labour Minister Dr Ann Poe said that the bridge was safe.", "Trade, Industry and Labour Minister Dr Ann Poe", &["Ann Poe"], Title),
    case("a body and a minister", "Vestfrakt and Trade Minister Ann Poe said that the bridge was safe.", "Vestfrakt and Trade Minister Ann Poe", &["Vestfrakt", "Ann Poe"], Name),
    case("a minister of a field, by a name in no list", "It is late, Minister of Supply Tavok Merrun said on Monday.", "Minister of Supply Tavok Merrun", &["Tavok Merrun"], Title),
    case("a minister of justice", "Attorney-General and Minister of Justice Ann Poe said that the bridge was safe.", "Minister of Justice Ann Poe", &["Ann Poe"], Title),
    case("whose child somebody is", "Nurul Ain binti Harun said that the bridge was safe.", "Nurul Ain binti Harun", &["Nurul Ain binti Harun"], Name),
    case("whose child somebody is, behind a title", "Madam Saadiah bte Kamal, 67, said that the bridge was safe.", "Madam Saadiah bte Kamal, 67,", &["Saadiah bte Kamal"], Title),
    case("a university by the name of somebody's child", "The Kamal bin Harun University said that the bridge was safe.", "The Kamal bin Harun University", &["Kamal bin Harun University"], Name),
    case("whose parent somebody is", "Umm Khaled al-Merri said that the bridge was safe.", "Umm Khaled al-Merri", &["Umm Khaled al-Merri"], Name),
    case("an Irish surname with a breathing", "Seán Ó hUiginn TD said that the bridge was safe.", "Seán Ó hUiginn TD", &["Seán Ó hUiginn"], Title),
    case("a particle behind a title", "Cllr Bríd de Brún said that the bridge was safe.", "Cllr Bríd de Brún", &["Bríd de Brún"], Title),
    case("a rank in letters and where", "SP Tavok Raj Merrun of the Harbour Police said that the bridge was safe.", "SP Tavok Raj Merrun of the Harbour Police", &["Tavok Raj Merrun"], Name),
    case("a nickname between unknown words", "Police chief Hermo “Ingko” Mandalo said that the bridge was safe.", "Police chief Hermo “Ingko” Mandalo", &["Hermo “Ingko” Mandalo"], Title),
    case("a newspaper's series before a name", "Sailors read “Big Read” in Marsk. Ann Poe said that the bridge was safe.", "Ann Poe", &["Ann Poe"], Name),
    case("first names of an Icelander", "Birta Líf Merrusdóttir spoke. Birta Líf said that the bridge was safe.", "Birta Líf", &["Birta Líf Merrusdóttir"], Name),
    case("a party secretary", "Zaw Merrun, party secretary of Marsk, spoke. “It is safe,” he said.", "he", &["Zaw Merrun"], Pronoun).by("Zaw Merrun"),
    case("a Chinese name", "Qiu Haitao, a member of the board, was late. “It is safe,” he said.", "he", &["Qiu Haitao"], Pronoun).by("Qiu Haitao"),
    case("initials behind a title", "Leader of the Opposition Shri B.V. Merru said that the bridge was safe.", "Leader of the Opposition Shri B.V. Merru", &["B.V. Merru"], Title),
    case("the Tánaiste", "Tánaiste Ann Poe left early. Carl Berg stayed. The Tánaiste said that the bridge was safe.", "The Tánaiste", &["Ann Poe"], Nominal).by("Tánaiste Ann Poe"),
    case("the head of state", "Head of the Harlund Board Carl Berg left. President Ann Poe stayed. The head of state said that the bridge was safe.", "The head of state", &["Ann Poe"], Nominal).by("President Ann Poe"),
    case("the head of government", "Premier Carl Berg met President Ann Poe. The head of government said that the bridge was safe.", "The head of government", &["Carl Berg"], Nominal).by("Premier Carl Berg"),
    case("the don", "Prof. Carl Berg of Marsk University left early. The don said that the bridge was safe.", "The don", &["Carl Berg"], Nominal).by("Prof. Carl Berg"),
    case("the official of a body that somebody is of", "Undersecretary Carl Berg of the Harbour Board left early. “It is safe,” the Harbour Board official said.", "the Harbour Board official", &["Carl Berg"], Nominal).by("Undersecretary Carl Berg"),
    case("the candidate of a body by its letters", "The chairman of the Harlund Union (HU), Carl Berg, left. The HU chairman said that the bridge was safe.", "The HU chairman", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("the secretary of another party", "Ann Poe left. The Labour general secretary said that the bridge was safe. Green Party general secretary Carl Berg stayed.", "The Labour general secretary", &[], Unresolved).anonymous(),
    case("an official of a body with its letters", "An official of the Harlund Union (HU) said that the bridge was safe.", "An official of the Harlund Union (HU)", &[], Unresolved).anonymous(),
    case("the judges of a bench", "A bench of Justices A. K. Rao and Carl Berg, while hearing a plea by Ann Poe, said that the bridge was safe.", "A bench of Justices A. K. Rao and Carl Berg, while hearing a plea by Ann Poe,", &["A. K. Rao", "Carl Berg"], Nominal),
    case("who heads a bench", "A bench headed by Chief Justice Ann Poe said that the bridge was safe.", "A bench headed by Chief Justice Ann Poe", &["Ann Poe"], Nominal),
    case("the court of a bench", "A two-member bench of the Harlund High Court said that the bridge was safe.", "A two-member bench of the Harlund High Court", &["Harlund High Court"], Nominal),
    case("a small word inside a surname", "Mayor Tavok van Merrun said that the bridge was safe.", "Mayor Tavok van Merrun", &["Tavok van Merrun"], Title),
    case("a university with a small word in its name", "Francisco de Marsk University said that the bridge was safe.", "Francisco de Marsk University", &["Francisco de Marsk University"], Name),
    case("a watchdog is no firm", "Harlund will cut 300 jobs. The watchdog said it would wait.", "The watchdog", &[], Unresolved),
    case("a watchdog that is called so", "Harlund, a watchdog, fined two firms. The agency said it would wait.", "The agency", &["Harlund"], Nominal).by("Harlund"),
    case("a participle in a role", "Marsk Ferries managing director Ann Poe said that the bridge was safe.", "Marsk Ferries managing director Ann Poe", &["Ann Poe"], Title),
    case("who was asked about another", "Mayor Carl Berg was asked on Monday whether Tom Reed should resign. “It is late,” he said.", "he", &["Carl Berg"], Pronoun).by("Mayor Carl Berg"),
    case("what others do to a document", "The plan, which was opposed on Monday by Mayor Ann Poe, says that the bridge was safe.", "The plan", &[], Unresolved),
    case("who only passes a document on", "A statement carried by Kystposten said that the bridge was safe.", "A statement carried by Kystposten", &[], Unresolved),
    case("who led a study", "The study, which was led by Ann Poe, says that the bridge was safe.", "The study, which was led by Ann Poe,", &["Ann Poe"], Nominal),
    case("a pollster with a person's name", "Ann Holm lives in Marsk. A Tribune/Holm poll says that the bridge was safe.", "A Tribune/Holm poll", &[], Unresolved),
    case("one of another nation", "Peter Holm fell off the bridge. The Norwegian was lucky.\n\nHis fall was seen by Luca Fabbri.\n\n“It is safe,” the Italian said.", "the Italian", &["Luca Fabbri"], Nominal).by("Luca Fabbri"),
    case("a firm with a capital inside its name", "Farmer Carl Berg said his fence was down. RailNorth was told. “It is safe,” he said.", "he", &["Carl Berg"], Pronoun).by("Farmer Carl Berg"),
    case("a firm that speaks of itself", "Farmer Carl Berg said his fence was down. Trelleck said it would send a team. “It is safe,” he said.", "he", &["Carl Berg"], Pronoun).by("Farmer Carl Berg"),
    case("who was named behind a country", "Tom Reed faded as Thailand's Ploy Suwan won. Suwan said that the bridge was safe.", "Suwan", &["Ploy Suwan"], Name),
    case("who was named behind a demonym", "The race was led by the American Brody Tanz. Tanz said that the bridge was safe.", "Tanz", &["Brody Tanz"], Name),
    case("a party's letter in brackets", "In appealing for an inquiry, Ohio Attorney General Lisa M. Poe (D) asserted that the bridge was safe.", "Ohio Attorney General Lisa M. Poe (D)", &["Lisa M. Poe"], Title),
    case("a party's name in brackets", "The mayor of Marsk, Ann Poe (Labour), said that the bridge was safe.", "The mayor of Marsk, Ann Poe (Labour),", &["Ann Poe"], Apposition),
    case("letters for a trade behind an age", "Priya Nand won on Monday. The 34-year-old GP said that the bridge was safe.", "The 34-year-old GP", &["Priya Nand"], Nominal).by("Priya Nand"),
    case("a rank that is a given name", "Publican Col Trellis was late. Trellis said that the bridge was safe.", "Trellis", &["Col Trellis"], Name),
    case("the surname Said", "Police spokesman Khaled Said said that the bridge was safe.", "Police spokesman Khaled Said", &["Khaled Said"], Title),
    case("a co-pilot", "Co-pilot Ben Trellis said that the bridge was safe.", "Co-pilot Ben Trellis", &["Ben Trellis"], Title),
    case("a lawyer's title", "His lawyer, Maître Nadia Belkacem, left. Belkacem said that the bridge was safe.", "Belkacem", &["Nadia Belkacem"], Name),
    case("a trade at the head of a sentence", "Chipmaker Harlund said that the bridge was safe.", "Chipmaker Harlund", &["Harlund"], Name),
    case("a firm whose trade was told", "Supplier Dunmore Foods was late. Dunmore said that the bridge was safe.", "Dunmore", &["Dunmore Foods"], Name),
    case("a team by the last word of its name", "The Portland Harbormen won on Monday. The Harbormen said that the bridge was safe.", "The Harbormen", &["Portland Harbormen"], Name),
    case("a full name that might be a place", "Ask anyone about Ger Hanratty. Hanratty said that the bridge was safe.", "Hanratty", &["Ger Hanratty"], Name),
    case("a firm with an \"'s\" of its own", "Shares in McDonald's fell. McDonald's said that the bridge was safe.", "McDonald's", &["McDonald's"], Name),
    case("an \"'s\" that is none of a firm's", "Ann Lowe was late. Lowe's lawyer, Carl Berg, said that the bridge was safe.", "Lowe's lawyer, Carl Berg,", &["Carl Berg"], Apposition),
    case("a firm that only what it says of itself names", "Royal Delta has shut a mine, the company said.", "the company", &["Royal Delta"], Nominal).by("Royal Delta"),
    case("a given name of men and women", "Sal Petrucci was late. He said that the bridge was safe.", "He", &["Sal Petrucci"], Pronoun).by("Sal Petrucci"),
    case("several named together, by \"these\"", "Senators Ann Poe and Carl Berg left. These senators said that the bridge was safe.", "These senators", &["Ann Poe", "Carl Berg"], Nominal).by("Senators Ann Poe and Carl Berg"),
    case("a son by \"Jr\" without a stop", "John Poe Sr said that it rained. John Poe Jr said that the bridge was safe.", "John Poe Jr", &["John Poe Jr"], Name),
    case("what somebody became", "Ann Poe became director in May. Carl Berg, a fireman, was there. The director said that the bridge was safe.", "The director", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what who was named works as", "Ann Poe, who works as a nurse, was there. Carl Berg, a fireman, was not. The nurse said that the bridge was safe.", "The nurse", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what others made of somebody", "The town appointed Ann Poe as mayor in May. Carl Berg, a fireman, was there. The mayor said that the bridge was safe.", "The mayor", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a role in brackets", "Ann Poe (the mayor) was there. Carl Berg, a fireman, was not. The mayor said that the bridge was safe.", "The mayor", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a subject behind its verb", "Mayor Ann Poe was late. Driver Carl Berg was calm, Berg said. He was tired.\n\nThen came Peter Holm, a farmer.\n\n“It is safe,” he said.", "he", &["Peter Holm"], Pronoun).by("Peter Holm"),
    case("somebody new in passing, or who spoke before", "Mayor Carl Berg opened the bridge. “I am glad,” Berg said. He said it was late.\n\nThe prize went to Peter Holm, a farmer.\n\n“It is safe,” he said.", "he", &[], Unresolved),
    case("a country of several words", "Trinidad and Tobago said that the bridge was safe.", "Trinidad and Tobago", &["Trinidad and Tobago"], Name),
    case("what a firm does", "A report by engineering firm Harlund says that the bridge was safe.", "A report by engineering firm Harlund", &["Harlund"], Nominal),
    case("the second of two persons", "The row is between Carl Berg and Ann Poe, who has said that the bridge was safe.", "who", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("the capitals of a headline", "Icon Ann Poe Backs Senator Berg\n\nAnn Poe opened the bridge on Monday. Poe said that the bridge was safe.", "Poe", &["Ann Poe"], Name),
    case("people before an organisation", "The engineers met at Harlund Bank on Monday. They said that the bridge was safe.", "They", &[], Pronoun).by("The engineers").anonymous(),
    case("a byline without \"by\"", "Bridge to close in May\n\nCarl Berg\n\nThe former mayor opened the bridge on Monday. The former mayor said that the bridge was safe.", "The former mayor", &[], Unresolved),
    case("counsel by what she does", "Ann Poe, prosecuting, opened the case on Monday. The barrister said that the bridge was safe.", "The barrister", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a union by its workers", "The Harbour Workers' Alliance met on Monday. The union said that the bridge was safe.", "The union", &["Harbour Workers' Alliance"], Nominal).by("Harbour Workers' Alliance"),
    case("several by what they all are", "Senators Ann Poe and Carl Berg opened the bridge. The senators said that the bridge was safe.", "The senators", &["Ann Poe", "Carl Berg"], Nominal).by("Senators Ann Poe and Carl Berg"),
    case("a statement told of before its subject", "In a brief statement, Harlund Bank said it was sorry. The statement said that the bridge was safe.", "The statement", &["Harlund Bank"], Nominal).by("Harlund Bank"),
    case("a letter written to somebody", "Ann Poe wrote to every patient that she was sorry. The letter said that the bridge was safe.", "The letter", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("an editorial board", "The Marsk Herald was harsh in May. The editorial board wrote that the bridge was safe.", "The editorial board", &["Marsk Herald"], Nominal).by("Marsk Herald"),
    case("a press service", "Prime Minister Ann Poe opened the bridge. The prime minister's press service said that the bridge was safe.", "The prime minister's press service", &["Ann Poe"], Nominal),
    case("a surname that looks like a gerund", "The mayor met Paul Keating on Monday. Keating has told the court that the bridge was safe.", "Keating", &["Paul Keating"], Name),
    case("a surname that looks like an adjective", "The mayor met Paul Long on Monday. Long thinks that the bridge was safe.", "Long", &["Paul Long"], Name),
    case("a surname that looks like a verb", "The mayor met Paul Cook on Monday. Cook argued that the bridge was safe.", "Cook", &["Paul Cook"], Name),
    case("a surname that is a month", "The mayor met Paul May on Monday. May said that the bridge was safe.", "May", &["Paul May"], Name),
    case("a minister of state", "Minister of State for Roads Ann Poe opened the bridge. The minister said that the bridge was safe.", "The minister", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what a minister is for is no title", "Minister for Justice Ann Poe said that the bridge was safe.", "Minister for Justice Ann Poe", &["Ann Poe"], Title),
    case("a mayor of a listed city", "Atlantic City Mayor Don Guardian opened the bridge. Guardian said that the bridge was safe.", "Guardian", &["Don Guardian"], Name),
    case("somebody of a town in no list", "Ann Cook of Marsk said that the bridge was safe.", "Ann Cook of Marsk", &["Ann Cook"], Name),
    case("kin of who has the same name", "Sean Holm fell off the bridge in May. Ann Holm, mother of Sean Holm, was there. “It is old,” Holm said.", "Holm", &["Ann Holm"], Name),
    case("who is told of behind a comma is no source", "According to one source, Harlund Bank is late.", "one source", &[], Unresolved).anonymous(),
    case("a possessive that looks like a name", "Ann Poe trusts her eyes. Mine told me that the bridge was safe.", "Mine", &[], Unresolved),
    case("both of a pair when the text tells of a third", "Poe and Berg met on Monday. The talks were short. It rained all day. The bridge was closed. Ann Reed won. Both candidates said that the bridge was safe.", "Both candidates", &[], Unresolved).anonymous(),
    case("a title that is part of the name", "Pope Francis closed the bridge. Pope John Paul II is a political pope in many books. Francis left. The pope said that the bridge was safe.", "The pope", &["Pope Francis"], Nominal).by("Francis"),
    case("parts of a government", "The State Department and the Department of Homeland Security closed the bridge. The departments said that the bridge was safe.", "The departments", &["Department of State", "Department of Homeland Security"], Nominal).by("State Department and the Department of Homeland Security"),
    case("leaders of two countries", "The presidents of the US and Norway closed the bridge. They said that the bridge was safe.", "They", &[], Pronoun).by("The presidents"),
    case("\"who\" of several", "Voters trust the mayor, Ann Poe, who believe that the bridge was safe.", "who", &[], Unresolved),
    case("another who is told of by a name", "Carl Reed is running. Ann Lincoln left. “It is safe,” the Lincoln actor says.", "the Lincoln actor", &[], Unresolved).anonymous(),
    case("a poll behind a town", "In Bergen, Norway, a new poll was late. The poll found that the bridge was safe.", "The poll", &[], Unresolved),
    case("a poll of two papers", "A Washington Post-ABC News poll found that the bridge was safe.", "A Washington Post-ABC News poll", &["Washington Post-ABC News"], Nominal),
    case("a paper that is no newspaper", "A paper from the Harlund Institute is out. It is long. The institute is old. A paper from the Harlund Institute said that the bridge was safe.", "A paper from the Harlund Institute", &["Harlund Institute"], Nominal),
    case("a speech", "Ann Poe gave a speech on Monday. The speech said that the bridge was safe.", "The speech", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what a body is for, with commas", "The Department of Housing, Local Government and Heritage said that the bridge was safe.", "The Department of Housing, Local Government and Heritage", &["Department of Housing, Local Government and Heritage"], Name),
    case("a listed name with a comma", "The Bureau of Alcohol, Tobacco, Firearms and Explosives left on Monday, saying that the bridge was safe.", "The Bureau of Alcohol, Tobacco, Firearms and Explosives", &["Bureau of Alcohol, Tobacco, Firearms and Explosives"], Name),
    case("a body and who else", "The Ministry of Fisheries, Norway and Sweden said that the bridge was safe.", "The Ministry of Fisheries, Norway and Sweden", &["Ministry of Fisheries", "Norway", "Sweden"], Name),
    case("what a minister is for, with commas", "Minister for Culture, Media and Sport Ann Poe opened the bridge. The minister said that the bridge was safe.", "The minister", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what a minister beside is for, with commas", "The Minister for Housing, Local Government and Heritage, Ann Poe, opened the bridge. The minister said that the bridge was safe.", "The minister", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("what a secretary of state is for is nobody", "Ann Poe, Secretary of State for Business, Energy and Industrial Strategy, said that the bridge was safe.", "Ann Poe, Secretary of State for Business, Energy and Industrial Strategy,", &["Ann Poe"], Name),
    case("initials without stops", "Home Minister H B Poe said that the bridge was safe.", "Home Minister H B Poe", &["H B Poe"], Title),
    case("a role of several phrases", "Mr. Carl Berg was late, Berg said. Leader of the Opposition in the Assembly R. Peter Poe repeated his claim.\n\n“Who pays?” he asked.", "he", &["R. Peter Poe"], Pronoun).by("R. Peter Poe"),
    case("a name beside a role", "The mayor, Ann Poe, said that the bridge was safe.", "The mayor, Ann Poe,", &["Ann Poe"], Apposition),
    case("two bodies", "The Harlund Federation and the Marsk Council met on Monday. The Marsk Council said that the bridge was safe.", "The Marsk Council", &["Marsk Council"], Name),
    case("a body by its members", "The Fishermen's Group said that the bridge was safe.", "The Fishermen's Group", &["Fishermen's Group"], Name),
    case("a given name that is a verb", "On Monday Will Poe opened the bridge. “It is safe,” Poe said.", "Poe", &["Will Poe"], Name),
    case("a surname that is a verb", "George Will saw the bridge. “It is safe,” Will wrote.", "Will", &["George Will"], Name),
    case("given names that are places and words", "Grant Reed and Virginia Holt saw the bridge. She said that it was safe.", "She", &["Virginia Holt"], Pronoun).by("Virginia Holt"),
    case("the subject of what is told", "The bridge is old. Ms. Poe found it safe, she said.", "she", &["Poe"], Pronoun).by("Ms. Poe"),
    case("a list between dashes", "Three senators — Ann Poe, Carl Berg and Dan Moe — said that the bridge was safe.", "Three senators — Ann Poe, Carl Berg and Dan Moe —", &["Ann Poe", "Carl Berg", "Dan Moe"], Apposition),
    case("some of many", "Other leaders, like Ann Poe, Carl Berg and Dan Moe, said that the bridge was safe.", "Other leaders, like Ann Poe, Carl Berg and Dan Moe,", &[], Unresolved).anonymous(),
    case("a list that is counted", "Ann Poe, Carl Berg and Dan Moe all said that the bridge was safe.", "Ann Poe, Carl Berg and Dan Moe", &["Ann Poe", "Carl Berg", "Dan Moe"], Name),
    case("two who met", "Ann Poe met Carl Berg on Monday. The two said that the bridge was safe.", "The two", &["Ann Poe", "Carl Berg"], Nominal).by("Ann Poe"),
    case("two with roles", "Ann Poe and Harbour Committee chairman Carl Berg wrote on Monday. The pair said that the bridge was safe.", "The pair", &["Ann Poe", "Carl Berg"], Nominal).by("Ann Poe and Harbour Committee chairman Carl Berg"),
    case("two of a family", "Brothers Dan and Carl Moe built it in May. The brothers said that the bridge was safe.", "The brothers", &["Dan Moe", "Carl Moe"], Nominal).by("Dan and Carl Moe"),
    case("who is asked", "“Is it safe?” Dan Moe asked Carl Berg. “It is,” he said.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("who was told and replies", "Dan Moe told Carl Berg that it was safe. “It is late,” he replied.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("who asks does not answer", "Carl Berg spoke to Dan Moe on Monday. “It is new,” Berg said.\n\n“Is it safe?” Moe asked.\n\n“Yes, it is,” he said.", "he", &["Carl Berg"], Pronoun).by("Berg"),
    case("a treaty by its place", "The Paris agreement says that the bridge is safe.", "The Paris agreement", &[], Unresolved),
    case("where a member is from", "It is safe, said Senator Ann Poe, Republican of Alabama and one of the few who went.", "Senator Ann Poe, Republican of Alabama and one of the few who went", &["Ann Poe"], Title),
    case("a committee of any words", "Our Rivers PAC, which is small, paid for it. It said that the bridge was safe.", "It", &["Our Rivers PAC"], Pronoun).by("Our Rivers PAC"),
    case("two authors", "A study by Vanderbeek University and the Harlund Institute found that the bridge was safe.", "A study by Vanderbeek University and the Harlund Institute", &["Vanderbeek University", "Harlund Institute"], Nominal),
    case("where voters are", "Voters in two states — Nevada and South Carolina — said that the bridge was safe.", "Voters in two states — Nevada and South Carolina —", &[], Unresolved).anonymous(),
    case("one of many", "Most mayors, including Mayor Ann Poe, said that the bridge was safe.", "Most mayors, including Mayor Ann Poe,", &[], Unresolved).anonymous(),
    case("a name of birth", "Dan Moe was there. Ann Poe Berg was late. Ann Poe said that the bridge was safe.", "Ann Poe", &["Ann Poe Berg"], Name),
    case("what somebody is releasing", "Ann Poe is releasing a new ad in May. The ad says that the bridge is safe.", "The ad", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("three of a list", "Ann Poe, Carl Berg and Dan Moe met in May. All three candidates said that the bridge was safe.", "All three candidates", &["Ann Poe", "Carl Berg", "Dan Moe"], Nominal).by("Ann Poe, Carl Berg and Dan Moe"),
    case("members of a body", "Seven members of the Marsk Senate said that the bridge was safe.", "Seven members of the Marsk Senate", &[], Unresolved).anonymous(),
    case("initials that are joined", "Ann Poe, a former A.F.L.-C.I.O. director, said that the bridge was safe.", "Ann Poe, a former A.F.L.-C.I.O. director,", &["Ann Poe"], Name),
    case("several who speak for one", "Spokesmen at the Marsk Council said that the bridge was safe.", "Spokesmen at the Marsk Council", &["Marsk Council"], Nominal),
    case("an office in an apposition", "Teal Boker, the national director, was there. Boker said that the bridge was safe.", "Boker", &["Teal Boker"], Name),
    case("the first of two surnames", "Melba Acosta Febo was there. Ms. Acosta said that the bridge was safe.", "Ms. Acosta", &["Melba Acosta Febo"], Title),
    case("whom somebody heard", "Carl Berg heard Ann Poe saying that the bridge was safe.", "Ann Poe", &["Ann Poe"], Name),
    case("who is shown", "Carl Berg released a clip of Ann Poe saying that the bridge was safe.", "Ann Poe", &["Ann Poe"], Name),
    case("who is hired to say it", "Carl Berg hired Ann Poe to tell them that the bridge was safe.", "Ann Poe", &["Ann Poe"], Name),
    case("a clause of several behind a name", "Ann Poe, officials said, has become a doubter of the bridge.", "officials", &[], Unresolved).anonymous(),
    case("several beside two names", "Ann Poe and Carl Berg, local engineers who said that the bridge was safe, left.", "who", &["Ann Poe", "Carl Berg"], Pronoun).by("local engineers"),
    case("a firm in another trade", "Vestfrakt, the ferry firm, was late. The rail firm said that the bridge was safe.", "The rail firm", &[], Unresolved),
    case("an aside of one behind a name", "Ann Poe, an aide said, has become a doubter of the bridge.", "an aide", &[], Unresolved).anonymous(),
    case("an adverb before a name", "The bridge is old. Separately Poe said that it was safe.", "Separately Poe", &["Poe"], Name),
    case("a word for neither of two", "Neither Ann Poe nor Carl Berg said whether the bridge was safe.", "Ann Poe nor Carl Berg", &["Ann Poe", "Carl Berg"], Name),
    case("a noun before who says it", "A man who saw the crash said that the bridge was safe. Ann Poe was there.", "A man who saw the crash", &[], Unresolved).anonymous(),
    case("a rank in a committee", "Finance Committee ranking member Ann Poe said that the bridge was safe.", "Finance Committee ranking member Ann Poe", &["Ann Poe"], Title),
    case("a surname that is a country's name too", "Rep. Barbara Jordan left the bridge early. “It is late,” Jordan told the committee.", "Jordan", &["Barbara Jordan"], Name),
    case("a pronoun where a name stood only in passing", "The new boss is as hard as Patton.\n\n“It is late,” she said.", "she", &[], Unresolved),
    case("a surname that is a firm's short name too", "Former mayor Michael Bloomberg will not run. Bloomberg said that the risk was too great.", "Bloomberg", &["Michael Bloomberg"], Name),
    case("a firm that somebody talks to, whose name is a surname too", "Former mayor Michael Bloomberg will not run, a friend told Bloomberg. The decision is final, Bloomberg reported.", "Bloomberg", &["Bloomberg News"], Name),
    case("a country whose name is a surname too", "The bridge is in Jordan. Ann Jordan, a driver, was glad. Jordan denied that the bridge was shut.", "Jordan", &["Jordan"], Name),
    case("a definite noun set off behind a name", "Ann Poe, the bridge’s engineer, was calm. She said that it was safe.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("an owned noun set off behind a name", "Ann Poe, its general counsel, was calm. She said that it was safe.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("who owns an apposition's noun", "Chief Ann Poe was late. Carl Berg, the chief’s cousin, was there. The chief said that the bridge was safe.", "The chief", &["Ann Poe"], Nominal).by("Chief Ann Poe"),
    case("a party behind a name beside a role", "The governor, Ann Poe, a Republican, said that the bridge was safe.", "The governor, Ann Poe, a Republican,", &["Ann Poe"], Apposition),
    case("a role with another party", "Republican mayor Ann Poe walked over the bridge. The Democratic mayor said that it was safe.", "The Democratic mayor", &[], Unresolved),
    case("whom a question is about", "Carl Berg was calm. Asked if Peter Holm would cross the bridge, he said that it was safe.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("a document whose maker is a subject", "The Marsk Institute published a study on Monday. The study found that the bridge was safe.", "The study", &["Marsk Institute"], Nominal).by("Marsk Institute"),
    case("it after a document", "Marsk Bank met on Monday. A letter to Marsk Bank from Ann Berg urged patience. It said that the bridge was safe.", "It", &["Ann Berg"], Pronoun).by("A letter"),
    case("it after a document of nobody", "Marsk Bank met on Monday. A letter to Marsk Bank urged patience. It said that the bridge was safe.", "It", &[], Unresolved),
    case("a month for a given name", "Jan Novak said that the bridge was safe.", "Jan Novak", &["Jan Novak"], Name),
    case("a number behind a name", "Transport Minister John Holm III said that the bridge was safe.", "Transport Minister John Holm III", &["John Holm III"], Title),
    case("a union's number", "Iron Works Union Local 12 said that the bridge was safe.", "Iron Works Union Local 12", &["Iron Works Union Local 12"], Name),
    case("a firm's form in small letters", "Harlund Freight Holdings plc said that the bridge was safe.", "Harlund Freight Holdings plc", &["Harlund Freight Holdings plc"], Name),
    case("a firm whose last word is a role", "Inverard Marine, which is old, said that the bridge was safe.", "Inverard Marine, which is old,", &["Inverard Marine"], Name),
    case("a title of several phrases with a place", "Opposition Leader in the National Assembly Haji Gulzar Khan Marwat said that the bridge was safe.", "Opposition Leader in the National Assembly Haji Gulzar Khan Marwat", &["Haji Gulzar Khan Marwat"], Title),
    case("the president of a body of a country", "Directors Guild of America president Ann Poe said that the bridge was safe.", "Directors Guild of America president Ann Poe", &["Ann Poe"], Title),
    case("its ministry", "Algeria closed the bridge. Its foreign ministry said that it was safe.", "Its foreign ministry", &["Algeria"], Nominal).by("Algeria"),
    case("the board of a body", "The World Bank met on Monday. The bank’s board said that the bridge was safe.", "The bank’s board", &["World Bank"], Nominal).by("World Bank"),
    case("a noun in no list said of a name", "Harlund, a winery, closed its gates on Monday. The winery said that the bridge was safe.", "The winery", &["Harlund"], Nominal).by("Harlund"),
    case("a noun in no list before a name", "On Monday luthier Ann Poe came early. The luthier said that the bridge was safe.", "The luthier", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a dash tag that tells more", "“The bridge is safe.” — Ann Poe, mayor of Lisbon", "Ann Poe", &["Ann Poe"], Name),
    case("a country's central bank", "Prices rose on Monday. Sweden’s central bank said that the bridge was safe.", "Sweden’s central bank", &["Riksbank"], Nominal),
    case("the county", "The bridge is in Pawley County. It is old. The county said that the bridge was safe.", "The county", &["Pawley County"], Nominal).by("Pawley County"),
    case("a lawyer's client", "Carl Berg left early. Berg’s attorney, Ann Poe, was calm. Her client said that the bridge was safe.", "Her client", &["Carl Berg"], Nominal).by("Berg"),
    case("they for experts at a firm", "Analysts at Harlund Capital met on Monday. They said that the bridge was safe.", "They", &["Harlund Capital"], Pronoun).by("Analysts"),
    case("the minister beside a prime minister", "Information Minister Carl Berg met Prime Minister Asad Rana. The minister said that the bridge was safe.", "The minister", &["Carl Berg"], Nominal).by("Minister Carl Berg"),
    case("for her part", "Mayor Ann Poe met Mayor Carl Berg at the bridge. For her part, the mayor said that it was safe.", "the mayor", &["Ann Poe"], Nominal).by("Mayor Ann Poe"),
    case("the companies", "It was late. Halvik agreed to buy Northfin Nutrition, the companies said on Monday.", "the companies", &["Northfin Nutrition", "Halvik"], Nominal).by("Halvik"),
    case("it after a report whose author is told", "A report released in March by the city’s inspector general, Ann Poe, found that the crew was tired. It said that the bridge was safe.", "It", &["Ann Poe"], Pronoun).by("A report"),
    case("a participle before an apposed name", "Her neighbour, retired bank manager Kiran Rao, said that the bridge was safe.", "Her neighbour, retired bank manager Kiran Rao,", &["Kiran Rao"], Apposition),
    case("the government at home", "JAKARTA – A strike began on Monday, with the government warning that the bridge was not safe.", "the government", &["Indonesia"], Nominal),
    case("a group of another country", "Swiss valve maker Harlund rejected a bid. The US group said that the bridge was safe.", "The US group", &[], Unresolved),
    case("a retired person behind the verb", "“The bridge is safe,” said retired Army Lt. Gen. Mick Bednarek.", "retired Army Lt. Gen. Mick Bednarek", &["Mick Bednarek"], Title),
    case("an acting officer", "The bridge is safe, according to acting director Ann Poe.", "acting director Ann Poe", &["Ann Poe"], Title),
    case("a site", "The bridge is safe, according to Factcheck.org.", "Factcheck.org", &["Factcheck.org"], Name),
    case("an age before the apposition", "Ann Poe, 46, a former mayor, visited the bridge. She said that it was safe.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("she", "Ann Poe met Peter Berg on Monday. She said that the bridge was safe.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("he", "Ann Poe met Peter Berg on Monday. He said that the bridge was safe.", "He", &["Peter Berg"], Pronoun).by("Peter Berg"),
    case("according to her", "Ann Poe said the bridge was safe. According to her, nobody will be hurt.", "her", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("he after an unnamed man", "A policeman stood at the bridge. He said that nobody could pass.", "He", &[], Pronoun).by("A policeman").anonymous(),
    case("nobody for he", "The bridge is old. He said that it was safe.", "He", &[], Unresolved),
    case("only women before he", "Mary Poe walked over the bridge. He said that it was safe.", "He", &[], Unresolved),
    case("who", "The council thanked Ann Poe, who said that the bridge was safe.", "who", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("who after a list of unnamed people", "A growing list of fishermen who fear the flood left the bridge.", "who", &[], Pronoun).by("fishermen").anonymous(),
    case("who after a friend of somebody", "The council thanked a friend of Ann Poe who said that the bridge was safe.", "who", &[], Pronoun).by("a friend").anonymous(),
    case("who after a name in another's phrase", "The council thanked a friend of Ann Poe, who said that the bridge was safe.", "who", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("who over an apposition and a place", "The council thanked Sen. Ann Poe of Lisbon, the oldest engineer on the board, who said that the bridge was safe.", "who", &["Ann Poe"], Pronoun).by("Sen. Ann Poe"),
    case("who over an age", "The council thanked Ann Poe, 74, who said that the bridge was safe.", "who", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("that is no name that hangs on a noun", "There were cracks in the Marsk Institute that suggest that the bridge is old.", "that", &[], Unresolved),
    case("a man again", "One man in Havnvik was angry. “It is old,” the man shouted.", "the man", &[], Nominal).by("One man").anonymous(),
    case("they after people", "Fishermen crossed the bridge on Monday. They said that it was safe.", "They", &[], Pronoun).by("Fishermen").anonymous(),
    case("I inside an unnamed person's words", "“I warned that the bridge would fall,” said a witness.", "I", &[], Pronoun).by("a witness").anonymous(),
    case("several firms", "Several companies said that the bridge was safe.", "Several companies", &[], Unresolved).anonymous(),
    case("a firm", "A small company led by Ann Poe said that the bridge was safe.", "A small company led by Ann Poe", &[], Unresolved).anonymous(),
    case("police", "Police said that the bridge was safe.", "Police", &[], Unresolved).anonymous(),
    case("four in ten", "About 4 in 10 fishermen said that the bridge was safe.", "About 4 in 10 fishermen", &[], Unresolved).anonymous(),
    case("a majority", "A majority in all three said that the bridge was safe.", "A majority in all three", &[], Unresolved).anonymous(),
    case("more than a number", "More than 100 fishermen said that the bridge was safe.", "More than 100 fishermen", &[], Unresolved).anonymous(),
    case("they are a majority", "A majority in all three crossed the bridge. They said that it was safe.", "They", &[], Pronoun).by("A majority").anonymous(),
    case("more than a number of papers", "More than 100 documents said that the bridge was safe.", "More than 100 documents", &[], Unresolved),
    case("a narrator", "“The bridge is safe,” the narrator says.", "the narrator", &[], Unresolved).anonymous(),
    case("his mother is somebody in particular", "Peter Berg crossed the bridge. His mother said that it was safe.", "His mother", &[], Unresolved),
    case("no one", "No one said that the bridge was safe.", "No one", &[], Unresolved),
    case("the firms", "The companies said that the bridge was safe.", "The companies", &[], Unresolved),
    case("all of a list with brackets", "The council thanked Sens. Ann Poe (D-Ohio), Carl Berg (D-Pa.) and Dan Holt (R-Fla.), all of whom said that the bridge was safe.", "all of whom", &["Ann Poe", "Carl Berg", "Dan Holt"], Pronoun).by("Sens. Ann Poe (D-Ohio), Carl Berg (D-Pa.) and Dan Holt"),
    case("they are several of a party", "Republicans crossed the bridge on Monday. They said that it was safe.", "They", &[], Pronoun).by("Republicans").anonymous(),
    case("they are firms without a name", "Greenpeace closed the bridge. Shipping companies crossed it on Monday. They said that it was safe.", "They", &[], Pronoun).by("companies").anonymous(),
    case("whose book", "The council thanked Ann Poe, whose new book says that the bridge is safe.", "whose new book", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("whose spokesman", "The Marsk Institute, whose spokesman said that the bridge was safe, left the town.", "whose spokesman", &["Marsk Institute"], Nominal),
    case("a shadow minister is not the minister", "Shadow transport minister Ann Poe left the bridge. The transport minister said that it was safe.", "The transport minister", &[], Unresolved).anonymous(),
    case("a deputy is not named by whom he stands for", "The deputy mayor said that the bridge was safe. Mayor Ann Poe left.", "The deputy mayor", &[], Unresolved),
    case("a deputy is named later", "A deputy mayor said that the bridge was safe. Deputy Mayor Ann Poe left.", "A deputy mayor", &["Ann Poe"], Nominal).by("Deputy Mayor Ann Poe"),
    case("a firm is no union", "Marsk Foods closed the bridge. The union said that it was safe.", "The union", &[], Unresolved),
    case("a surname alone that is a word too", "Trump told reporters that the bridge was safe.", "Trump", &["Trump"], Name),
    case("a surname alone behind a day", "On Monday Trump said that the bridge was safe.", "Trump", &["Trump"], Name),
    case("whose lawyer", "Ann Poe, whose lawyer said that the bridge was safe, left the town.", "whose lawyer", &[], Unresolved).anonymous(),
    case("a letter from somebody", "A letter from the Marsk Institute said that the bridge was safe.", "A letter from the Marsk Institute", &["Marsk Institute"], Nominal),
    case("his response", "Carl Poe closed the bridge. His response suggested that it was not safe.", "His response", &["Carl Poe"], Nominal),
    case("a paper's reporting", "The Guardian's reporting suggested that the bridge was safe.", "The Guardian's reporting", &["The Guardian"], Nominal),
    case("a president's administration", "The Obama administration said that the bridge was safe.", "The Obama administration", &["United States"], Nominal).by("Obama"),
    case("the administration later on", "The Obama administration closed the bridge. The administration said that it was not safe.", "The administration", &["United States"], Nominal).by("administration"),
    case("the campaign that was told of", "The Ann Poe campaign opened an office at the bridge. Carl Berg crossed it. The campaign said that it was safe.", "The campaign", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a senator of another state", "Ohio Sen. Carl Poe crossed the bridge. Ann Berg met him on Monday. The Vermont senator said that it was safe.", "The Vermont senator", &["Ann Berg"], Nominal).by("Ann Berg"),
    case("a senator of that state", "Sen. Carl Poe of Vermont crossed the bridge. Ohio Sen. Dan Berg met him on Monday. The Vermont senator said that it was safe.", "The Vermont senator", &["Carl Poe"], Nominal).by("Sen. Carl Poe"),
    case("who names another", "Sen. Carl Poe crossed the bridge on Monday. The senator denounced Carl Poe.", "The senator", &[], Unresolved),
    case("an armed group is no other", "ISIS closed the bridge. The Harbour Watch Group told of it. The terrorist group said that it was not safe.", "The terrorist group", &["Islamic State"], Nominal).by("ISIS"),
    case("they in a quotation are whom its speaker just told of", "Ann Poe said that the Marsk Institute wants a bridge. “They think that it is safe,” she said.", "They", &["Marsk Institute"], Pronoun).by("Marsk Institute"),
    case("somebody in particular", "The cautious candidate said that the bridge was safe.", "The cautious candidate", &[], Unresolved),
    case("I inside a quotation", "\"I warned that the bridge would fall,\" said Ann Poe.", "I", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("a capital", "Kyiv said that the border was closed.", "Kyiv", &["Ukraine"], Metonym),
    case("a government's seat", "The Kremlin said that the border was closed.", "The Kremlin", &["Russia"], Metonym),
    case("two capitals", "Both Washington and Kyiv said that the border was closed.", "Both Washington and Kyiv", &["United States", "Ukraine"], Metonym),
    case("a country", "France warned that the border was closed.", "France", &["France"], Name),
    case("two persons", "Ann Poe and Peter Berg said that the bridge was safe.", "Ann Poe and Peter Berg", &["Ann Poe", "Peter Berg"], Name),
    case("a spokesman", "A spokesman for Greenpeace said that the bridge was safe.", "A spokesman for Greenpeace", &["Greenpeace"], Nominal),
    case("a spokeswoman with a name", "Greenpeace spokeswoman Ann Poe said that the bridge was safe.", "Greenpeace spokeswoman Ann Poe", &["Ann Poe"], Title),
    case("the senator", "Senator Ann Poe opened the bridge on Monday. The senator said that it was safe.", "The senator", &["Ann Poe"], Nominal).by("Senator Ann Poe"),
    case("a president by the article", "French President Emmanuel Macron came late. The French president said that the bridge was safe.", "The French president", &["Emmanuel Macron"], Nominal).by("French President Emmanuel Macron"),
    case("a president by the day", "The US president said that the bridge was safe.", "The US president", &["Joe Biden"], Nominal),
    case("officials", "Officials said that the bridge was safe.", "Officials", &[], Unresolved).anonymous(),
    case("a source", "A person familiar with the matter said that the bridge was safe.", "A person familiar with the matter", &[], Unresolved).anonymous(),
    case("somebody's aides", "The bridge is old. The president's aides said that it was safe.", "The president's aides", &[], Unresolved).anonymous(),
    case("a document", "The report said that the bridge was safe.", "The report", &[], Unresolved),
    case("a role before the name, later alone", "The health minister of Ruritania, Ann Poe, opened the bridge. The minister said that it was safe.", "The minister", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a kinswoman's gender", "The widow, Robin Poe, met Peter Berg. She said that the bridge was safe.", "She", &["Robin Poe"], Pronoun).by("Robin Poe"),
    case("an age told before", "Ann Poe, 46, walked over the bridge with Peter Berg. The 46-year-old said that it was safe.", "The 46-year-old", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("an age not told before", "Ann Poe said on Monday that the bridge was old. The 46-year-old warned that it was not safe.", "The 46-year-old", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("another's age", "Ann Poe, 52, said on Monday that the bridge was old. The 46-year-old warned that it was not safe.", "The 46-year-old", &[], Unresolved),
    case("an age after two speakers", "Ann Poe and Peter Berg said on Monday that the bridge was old. The 46-year-old warned that it was not safe.", "The 46-year-old", &[], Unresolved),
    case("a report by somebody", "A report by Ann Poe found that the bridge was safe.", "A report by Ann Poe", &["Ann Poe"], Nominal),
    case("a survey after a poll", "A poll by Greenpeace found that the bridge was safe. The survey also found that it was ugly.", "The survey", &["Greenpeace"], Nominal).by("Greenpeace"),
    case("her office", "Ann Poe closed the bridge on Monday. Her office said that it was not safe.", "Her office", &["Ann Poe"], Nominal),
    case("a government in a capital", "The government in Tallinn said that the border was closed.", "The government in Tallinn", &["Estonia"], Nominal).by("Tallinn"),
    case("a spokesman for a capital", "A spokesman for Tallinn said that the border was closed.", "A spokesman for Tallinn", &["Estonia"], Nominal),
    case("a board is no company", "The Harbour Markets Board met on Monday. The company said that the bridge was safe.", "The company", &[], Unresolved),
    case("the speaker of a paragraph", "Ann Poe met Mary Berg. She said that the bridge was safe. Mary Berg warned that Ann Poe's bridge was old. “It will fall,” she said.", "she", &["Mary Berg"], Pronoun).by("Mary Berg"),
    case("nobody quoted names himself", "Peter Berg met Carl Poe. “Peter Berg lives in a palace,” he said.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("a title and a surname", "Inspector Ann Poe opened the bridge. DI Poe said that it was safe.", "DI Poe", &["Ann Poe"], Name),
    case("who tells what he did", "Peter Berg met the press. Carl Poe said he wanted to close the bridge.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("another's husband", "Ann Poe, whose husband fishes, left the bridge. “It is old,” she said.", "she", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("a firm of two names", "Poe & Berg said that the bridge was safe.", "Poe & Berg", &["Poe & Berg"], Name),
    case("a source that is no mention", "The start-up Parcelbee opened in May. Parcelbee said that the bridge was safe.", "Parcelbee", &["Parcelbee"], Name),
    case("the company of the article", "Northern Pulp Partners will close its bridge. The company said that it was not safe.", "The company", &["Northern Pulp Partners"], Nominal).by("Northern Pulp Partners"),
    case("a government by its adjective", "The Tunisian government said that the bridge was safe.", "The Tunisian government", &["Tunisia"], Nominal).by("Tunisian"),
    case("a ministry by its town", "The culture ministry in Oslo said that the bridge was safe.", "The culture ministry in Oslo", &["Norway"], Nominal).by("Oslo"),
    case("a department of a council", "Strathorran Council met on Monday. The council's transport department said that the bridge was safe.", "The council's transport department", &["Strathorran Council"], Nominal).by("Strathorran Council"),
    case("a spokesman of the government", "Norway's government closed the bridge. A government spokesman said that it was not safe.", "A government spokesman", &["Norway"], Nominal).by("Norway's government"),
    case("a name after the role", "The governor of the province closed the bridge. Gov. Carl Poe warned that it was not safe.", "Gov. Carl Poe", &["Carl Poe"], Title),
    case("a role before its name", "A federal judge said that the bridge was safe. Judge Ann Poe opened it on Monday.", "A federal judge", &["Ann Poe"], Nominal).by("Judge Ann Poe"),
    case("a minister of something else", "The transport minister said that the bridge was safe. Environment Minister Ann Poe opened it on Monday.", "The transport minister", &[], Unresolved).anonymous(),
    case("another chief", "Ann Poe, director of the harbour, opened the bridge. The UN chief said that it was safe.", "The UN chief", &[], Unresolved),
    case("a role of several phrases", "Minister for Housing Ann Poe said that the bridge was safe.", "Minister for Housing Ann Poe", &["Ann Poe"], Title),
    case("the union of a capital", "Brussels said that the bridge was safe.", "Brussels", &["European Union"], Metonym),
    case("a place with its kind", "The town of Havnvik asked for the bridge to be closed.", "The town of Havnvik", &["Havnvik"], Nominal),
    case("letters after a name", "The bridge is old. Prosecutor Ann Marsh KC said that it was safe.", "Prosecutor Ann Marsh KC", &["Ann Marsh"], Title),
    case("a title before another's name", "Party leader Carl Berg closed the bridge. Leader of the House Ann Poe said that it was safe.", "Leader of the House Ann Poe", &["Ann Poe"], Title),
    case("who follows another's title", "Party leader Carl Berg closed the bridge. Leader of the House Ann Poe said that it was safe. She added that it was ugly.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("spokesmen of two genders", "Ministry spokeswoman Ann Poe opened the bridge. Council spokesman Peter Berg closed it. The spokesperson said she had seen nothing.", "The spokesperson", &["Ann Poe"], Nominal).by("spokeswoman Ann Poe"),
    case("something new of who was spoken of", "Ann Poe, 71, crossed the bridge on Monday. “It is safe,” the retired teacher said.", "the retired teacher", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a profession of who was spoken of", "Ann Poe said the bridge was safe. “It will hold,” the senator told the press.", "the senator", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("who meets whom is spoken of", "Ann Poe crossed the bridge on Monday. “It was closed,” the judge said.", "the judge", &[], Unresolved).anonymous(),
    case("a spokesman of who was spoken of", "Greenpeace said the bridge was old. A replacement would be safe, a spokesman added.", "a spokesman", &["Greenpeace"], Nominal).by("Greenpeace"),
    case("who speaks for somebody and goes on", "A Greenpeace spokesman said that the bridge was safe. He denied that it was old.", "He", &["Greenpeace"], Pronoun).by("Greenpeace"),
    case("a person and those with her", "Ann Poe and her colleagues tested the bridge, and they warned that it was old.", "they", &["Ann Poe"], Pronoun).by("her colleagues"),
    case("who is accused", "Carl Berg, 43, is accused of the murder of Ann Poe. The defendant said that the bridge was safe.", "The defendant", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("who is attacked", "Carl Berg is accused of attacking Ann Poe. The victim said that the bridge was safe.", "The victim", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a magazine by its name", "It is old. Lokaltidende magazine said that the bridge was safe.", "Lokaltidende magazine", &["Lokaltidende"], Nominal).by("Lokaltidende"),
    case("a listed magazine by its name", "It is old. Newsweek magazine said that the bridge was safe.", "Newsweek magazine", &["Newsweek"], Nominal).by("Newsweek"),
    case("a name that ends with a small letter", "It is old. Time magazine said that the bridge was safe.", "Time magazine", &["Time magazine"], Name),
    case("a spokesman is not of who relayed it", "The ferry will stop, according to the BBC. A spokesman said that the bridge was safe.", "A spokesman", &[], Unresolved).anonymous(),
    case("many of one faith", "The ferry will stop. Catholics said that the bridge was safe.", "Catholics", &[], Unresolved).anonymous(),
    case("a name before what it is", "The National Press Agency praised the bridge. It is old, the Norda news agency reported.", "the Norda news agency", &["Norda"], Nominal).by("Norda"),
    case("a ministry with a name by its town", "The Foreign Ministry in Tallinn said that the border was closed.", "The Foreign Ministry in Tallinn", &["Estonia"], Nominal),
    case("an application of the company", "Northern Pulp Partners will build a bridge. According to the company's application, it will be safe.", "the company's application", &["Northern Pulp Partners"], Nominal).by("Northern Pulp Partners"),
    case("whose aide", "Governor Peter Berg opened the bridge. The press secretary to the governor, Carl Poe, said that it was safe. The governor said nobody would be hurt.", "The governor", &["Peter Berg"], Nominal).by("Governor Peter Berg"),
    case("her spokesman", "Ann Poe closed the bridge on Monday. Her spokesman said that it was not safe.", "Her spokesman", &["Ann Poe"], Nominal),
    case("a decade of age", "Ann Poe said that the bridge was old. “It will fall,” the septuagenarian warned.", "the septuagenarian", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("an office under its holder's name", "The bridge was closed, the Marsk County Sheriff's Office said. The sheriff's office confirmed that it was not safe.", "The sheriff's office", &["Marsk County Sheriff's Office"], Nominal).by("Marsk County Sheriff's Office"),
    case("a minister by his country, named later", "Slovakia's prime minister warned that the bridge was old. Slovak Prime Minister Carl Poe said nothing more.", "Slovakia's prime minister", &["Carl Poe"], Nominal).by("Slovak Prime Minister Carl Poe"),
    case("whose office tells of him", "Ann Poe met Peter Berg on Monday. Carl Holt closed the bridge on Tuesday, his office said.", "his office", &["Carl Holt"], Nominal),
    case("a title before a given name's gender", "Carl Berg came late. Police Chief Renee Poe opened the bridge. “It is safe,” he said.", "he", &["Carl Berg"], Pronoun).by("Carl Berg"),
    case("a person called after an institution's noun", "The Data Protection Commission closed the bridge. Ann Poe wrote that the regulator was wrong. She denied that it was old.", "She", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("an age and a trade", "Carl Berg crossed the bridge on Monday. The 58-year-old plumber said that it was safe.", "The 58-year-old plumber", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("children", "Ann Poe crossed the bridge on Monday. “It is safe,” the mother-of-two said.", "the mother-of-two", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("one of a people", "Carl Berg crossed the bridge on Monday. “It is safe,” the Irishman said.", "the Irishman", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("a think tank", "A report by the Marsk Institute praised the bridge. The think tank found that it was safe.", "The think tank", &["Marsk Institute"], Nominal).by("Marsk Institute"),
    case("a government of no country", "The Welsh government said that the bridge was old.", "The Welsh government", &["Welsh government"], Nominal).by("The Welsh government"),
    case("a possessor is not the source", "Ann Poe's lawyer said that the bridge was safe.", "Ann Poe's lawyer", &[], Unresolved).anonymous(),
    case("it is who told, not of whom was told", "The Lawton Appeals Court said the Harbour Department had failed to ask anyone. It ordered a new review.", "It", &["Lawton Appeals Court"], Pronoun).by("Lawton Appeals Court"),
    case("it is the only organisation just named", "Norfjord asked for more trams in May. The trams are built by one company, Tramverk Hull. It said a new line would open soon.", "It", &["Tramverk Hull"], Pronoun).by("Tramverk Hull"),
    case("the company is the source just before", "Brennick Group said on Monday it would buy Castor Holdings. Norda Airlines, a customer, called the price absurd. Castor Holdings said that talks went on. The company declined to say more.", "The company", &["Castor Holdings"], Nominal).by("Castor Holdings"),
    case("a newspaper is no company", "Chip maker Brennick Holdings said on Monday that it would cut jobs. Danish newspaper Vestposten reported that jobs would go. The company denied the report.", "The company", &["Brennick Holdings"], Nominal).by("Brennick Holdings"),
    case("the lobby group was just named", "Mayor Ann Poe said she had met with Lawton Growers three times. But the lobby group disputes that.", "the lobby group", &["Lawton Growers"], Nominal).by("Lawton Growers"),
    case("one of a people that is a given name too", "Coach Henrik Berg took a softer line. “I have spoken to him and he is sad,” said the Finn.", "the Finn", &["Henrik Berg"], Nominal).by("Coach Henrik Berg"),
    case("a title with brackets", "Superintendent of police (city) Ann Poe said a passer-by had called.", "Superintendent of police (city) Ann Poe", &["Ann Poe"], Name),
    case("a mother of one of many has no children told", "Ann Poe opened the port. The mother of one of the sailors said he had called once.", "The mother of one of the sailors", &[], Unresolved).anonymous(),
    case("my brother is another than I", "The complaint came from Marek Poe’s brother, Jan. “My brother told me to wait,” Jan said.", "My brother", &[], Nominal).by("Marek Poe’s brother"),
    case("her study is hers", "Ann Poe leads the marsh group. Her latest study, published in June, found that the marsh sinks.", "Her latest study, published in June,", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a campaign speaks for whose it is", "Senator Clay Poe has troubles of his own. His campaign disputed the survey.", "His campaign", &["Clay Poe"], Nominal),
    case("a noun of sport", "Keeper Ibra Poe wrote on his page that he had been misled. “I gave them a title,” said the Malta international.", "the Malta international", &["Ibra Poe"], Nominal).by("Ibra Poe"),
    case("an office speaks for whom the noun before it means", "President Rodrigo Poe asked the bank to cut its rate. The president's office denied that.", "The president's office", &["Rodrigo Poe"], Nominal),
    case("she is the minister whose resignation was just demanded", "Health Minister Ann Poe spoke on Monday. Nurse Esna Berg carried her son. Opposition lawmaker Steven Holm demanded the minister's resignation. “She should drink from it,” he said. Poe replied that she had.", "he", &["Steven Holm"], Pronoun).by("lawmaker Steven Holm"),
    case("letters of an office that the article named", "Chief Minister Ann Poe opened the bridge. The CM said that it was safe.", "The CM", &["Ann Poe"], Nominal),
    case("a bank whose name ends so", "The Riksbank kept its rate on Thursday. Economists were surprised. The bank said it would wait.", "The bank", &["Riksbank"], Nominal).by("Riksbank"),
    case("a statement that was spoken of", "The council's adviser, Mrs Ruth Poe, condemned the attack in a statement on Sunday. The statement said the bridge was safe.", "The statement", &["Ruth Poe"], Nominal).by("The council's adviser, Mrs Ruth Poe,"),
    case("a role with a clause before the name", "The lawmaker representing Marsk in the state assembly, Mr Carl Poe, said that the bridge was safe.", "The lawmaker representing Marsk in the state assembly, Mr Carl Poe,", &["Carl Poe"], Apposition),
    case("a share's symbol in brackets", "Norwegian group Halvarn (HLVN.OL) said that the bridge was safe.", "Norwegian group Halvarn (HLVN.OL)", &["Halvarn"], Name),
    case("a first name is no surname of another", "Dan Vale and Ann Vale came. Dan smiled. Ann Vale sat down. Dan said that the bridge was safe.", "Dan", &["Dan Vale"], Name),
    case("a person by the role before the name", "The grower faces a challenge from farm-party backed candidate Art Lundgreve. Lundgreve said that the bridge was safe.", "Lundgreve", &["Art Lundgreve"], Name),
    case("a headline's noun is the only one with that role", "CEO denies cover-up at carmaker\n\nThe recall grew on Monday. Chief executive Kenji Morita left.\n\n“It is late,” Ann Poe said.", "CEO", &["Kenji Morita"], Nominal).by("Chief executive Kenji Morita"),
    case("a first sentence tells of somebody named later", "A farm minister has said that the bridge was safe.\n\nRuth Vale, the farm minister, wrote to Ann Poe on Tuesday.", "A farm minister", &["Ruth Vale"], Nominal).by("Ruth Vale"),
    case("a region's government is the region", "The Kerala government said that the bridge was safe.", "The Kerala government", &["Kerala"], Nominal).by("Kerala"),
    case("whoever speaks for a nation's government", "A Scottish government spokeswoman said that the bridge was safe.", "A Scottish government spokeswoman", &["Scotland"], Nominal),
    case("nobody quoted calls himself he", "Ann Poe and Dan Berg met Tom Lind on Monday. Berg left. “He told me to take it,” Berg said.", "He", &["Tom Lind"], Pronoun).by("Tom Lind"),
    case("a nickname is part of the name", "Kevin “Cracker” Doyle left. Doyle said that the bridge was safe.", "Doyle", &["Kevin “Cracker” Doyle"], Name),
    case("a farmer at the beginning of a sentence", "Farmer PJ Hession left. Hession said that the bridge was safe.", "Hession", &["PJ Hession"], Name),
    case("a company by its first word", "The plan is that of Greenmantle Energy. On Friday Greenmantle said that the bridge was safe.", "Greenmantle", &["Greenmantle Energy"], Name),
    case("letters that are no initials", "The Mill Workers' Federation (TWU) called a strike in Arlmouth. The TWU denied that talks had begun.", "The TWU", &["Mill Workers' Federation"], Name),
    case("a firm by the noun before it", "The study was paid for by drugmaker Orvenia. Orvenia said that the bridge was safe.", "Orvenia", &["Orvenia"], Name),
    case("Ms before a name that no list has", "Peter Berg closed the bridge. His deputy, Ms Plenty Arwu, was against it. She said that it was safe.", "She", &["Plenty Arwu"], Pronoun).by("Ms Plenty Arwu"),
    case("an initial makes a person", "The bridge is old, said the association's secretary, K. Vardanesan. He warned that it was not safe.", "He", &["K. Vardanesan"], Pronoun).by("K. Vardanesan"),
    case("letters of another country's body", "The water works in Durban failed, South Africa's minister Carl Poe was told. The EFF said that the bridge was safe.", "The EFF", &["EFF"], Name),
    case("a ministry by its country", "Cambodia's Foreign Ministry said that the border was closed.", "Cambodia's Foreign Ministry", &["Cambodia"], Nominal),
    case("a ministry that speaks for no country", "Cambodia's Health Ministry said that the border was closed.", "Cambodia's Health Ministry", &["Health Ministry"], Name),
    case("one of two ministries by its country", "Thailand's Health Ministry was silent. Cambodia's Health Ministry said that the border was closed.", "Cambodia's Health Ministry", &["Cambodia"], Nominal),
    case("himself", "Mayor Carl Poe met the press. Mr Poe himself said that the bridge was safe.", "Mr Poe himself", &["Carl Poe"], Title),
    case("a quotation after the subject of what is said", "Their coach, Luca Berg, said goalkeeper Carl Poe “has a chance” to play.", "Their coach, Luca Berg,", &["Luca Berg"], Apposition),
    case("a police rank", "The court heard Carl Poe. After the hearing, Det Con Paul Berg, of Marsk Police, described Poe as a thief. He said there were more victims.", "He", &["Paul Berg"], Pronoun).by("Det Con Paul Berg"),
    case("a surname that is a man's first name too", "Mary Preston met Carl Preston, her husband. Preston said that the bridge was safe.", "Preston", &["Mary Preston"], Name),
    case("a surname of two is who was introduced first", "Mary Larkin met voters. Her husband, Paul Larkin, was there. Larkin said that the bridge was safe.", "Larkin", &["Mary Larkin"], Name),
    case("a surname of two is who opened the sentence before", "Mary Larkin met voters.\n\nPaul Larkin opened the bridge. Larkin said that it was safe.", "Larkin", &["Paul Larkin"], Name),
    case("Mrs. tells which of two", "Paul Larkin met voters. Mary Larkin was there. Mrs. Larkin said that the bridge was safe.", "Mrs. Larkin", &["Mary Larkin"], Title),
    case("Mr. is another than the woman of that name", "Mary Larkin met voters. Mr. Larkin said that the bridge was safe.", "Mr. Larkin", &["Larkin"], Title),
    case("a surname of two words", "Ellen de Soto opened the bridge. De Soto said that it was safe.", "De Soto", &["Ellen de Soto"], Name),
    case("a listed name of words that mean something else", "Sens. Rand Paul (Ky.) and Ann Poe (Fla.) met on Monday. Paul said that the bridge was safe.", "Paul", &["Rand Paul"], Name),
    case("a soft hyphen before a surname", "Carl \u{ad}Borel, a mayor, opened the bridge. Borel said that it was safe.", "Borel", &["Carl Borel"], Name),
    case("letters read in the wrong encoding", "Mayor RenÃ©e Borel opened the bridge. Borel said that it was safe.", "Borel", &["Renée Borel"], Name),
    case("a name with so-called", "Both attacks were claimed by the so-called Islamic State. Islamic State said that they were its own.", "the so-called Islamic State", &["Islamic State"], Name),
    case("a word before a name is no part of it", "The court is full, Oslo-based Halvarn Partners said.", "Oslo-based Halvarn Partners", &["Halvarn Partners"], Name),
    case("a number that begins a name", "Her advocacy group One Harbour said that the bridge was safe.", "Her advocacy group One Harbour", &["One Harbour"], Name),
    case("a common noun with a capital The", "The editors of The Spectator met on Monday. The Spectator said that the bridge was safe.", "The Spectator", &["The Spectator"], Name),
    case("the newspaper that is named so", "The editors of The Observer met on Monday. The newspaper said that the bridge was safe.", "The newspaper", &["The Observer"], Nominal).by("The Observer"),
    case("a surname that is a city's name", "Jerome Paris moved here in May. Paris, who is a miller, said that the bridge was safe.", "Paris, who is a miller,", &["Jerome Paris"], Name),
    case("a description with and", "Ann Poe, president and chief executive of the Marsk Harbour Committee, said that the bridge was safe.", "Ann Poe, president and chief executive of the Marsk Harbour Committee,", &["Ann Poe"], Name),
    case("a description and another person", "Ann Poe, a mayor, and Carl Berg said that the bridge was safe.", "Ann Poe, a mayor, and Carl Berg", &["Ann Poe", "Carl Berg"], Name),
    case("a surname that two share", "The brothers Carl and Brian Larkin said that the bridge was safe.", "The brothers Carl and Brian Larkin", &["Carl Larkin", "Brian Larkin"], Name),
    case("a role that looks like a verb", "Mary Larkin and co-host Mika Berg said that the bridge was safe.", "Mary Larkin and co-host Mika Berg", &["Mary Larkin", "Mika Berg"], Name),
    case("a noun that is a first name too", "Guy Larkin, the group's strategist, said that the bridge was safe.", "Guy Larkin, the group's strategist,", &["Guy Larkin"], Name),
    case("the police of a town", "Manchester police said that the bridge was closed.", "Manchester police", &["Manchester police"], Name),
    case("police somewhere", "Police in Manchester said that the bridge was closed.", "Police in Manchester", &[], Unresolved).anonymous(),
    case("a newspaper by the last word of its name", "A Marsk Post analysis praised the bridge. It cost $144 million, The Post found.", "The Post", &["Marsk Post"], Name),
    case("an unknown super PAC", "Marsk Forward PAC aired a film. A super PAC for the mayor said that the bridge was safe.", "A super PAC for the mayor", &[], Unresolved).anonymous(),
    case("Mr. is the first of two who share a surname", "The parents, Carl and Mary Larkin, met voters. Mr. Larkin said that the bridge was safe.", "Mr. Larkin", &["Carl Larkin"], Title),
    case("a surname before Jr.", "Harry Larkin III opened the bridge. Mr. Larkin said that it was safe.", "Mr. Larkin", &["Harry Larkin III"], Title),
    case("who is introduced later is not meant", "Robin Larkin met voters. Mr. Larkin said that the bridge was safe. Carl Larkin, her son, denied it.", "Mr. Larkin", &["Robin Larkin"], Title),
    case("a surname beside a full name", "Clinton and Carl Berg said that the bridge was safe. Mary Clinton left.", "Clinton and Carl Berg", &["Mary Clinton", "Carl Berg"], Name),
    case("a super PAC that the article names", "Marsk Forward PAC aired a film. The super PAC said that the bridge was safe.", "The super PAC", &["Marsk Forward PAC"], Nominal).by("Marsk Forward PAC"),
    case("a document by whoever the text said wrote it", "The charge is explained in an affidavit written by Marc Berg, a detective. The affidavit said that the door was open.", "The affidavit", &["Marc Berg"], Nominal).by("Marc Berg"),
    case("a suit by whose it is", "Carl Berg's lawsuit was filed in May. Mayor Ann Poe was angry. The suit claims that the mayor lied.", "The suit", &["Carl Berg"], Nominal).by("Carl Berg"),
    case("a note from somebody", "Ann Vale has a framed note from Carl Poe. “You are late,” the note says.", "the note", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("a document that others had in hand", "A report seen by Ann Poe came out. The report said that the bridge was old.", "The report", &[], Unresolved),
    case("another document than the last one", "A report by Ann Poe came out in May. A new report came out on Monday. The report said that the bridge was old.", "The report", &[], Unresolved),
    case("part of many by their number", "More than 6 in 10 Marsk voters said that the bridge was old.", "More than 6 in 10 Marsk voters", &[], Unresolved).anonymous(),
    case("a political camp", "The far right said that the bridge was old.", "The far right", &[], Unresolved).anonymous(),
    case("a right is no camp", "The right to vote says that the bridge is old.", "The right to vote", &[], Unresolved),
    case("party figures", "Senior party figures said that the bridge was old.", "Senior party figures", &[], Unresolved).anonymous(),
    case("figures", "The latest figures show that the bridge is old.", "The latest figures", &[], Unresolved),
    case("a circle around somebody", "Ann Poe's inner circle believes that the bridge is old.", "Ann Poe's inner circle", &[], Unresolved).anonymous(),
    case("a candidate's team", "Carl Poe won in May. The Poe team said that the bridge was old.", "The Poe team", &["Carl Poe"], Nominal).by("Poe"),
    case("the groups of before", "Eleven farm groups wrote to Ann Poe. The groups said that the bridge was old.", "The groups", &[], Nominal).by("Eleven farm groups").anonymous(),
    case("two companies", "Poe & Berg and Halvarn Holdings met on Monday. The companies said that the bridge was old.", "The companies", &["Poe & Berg", "Halvarn Holdings"], Nominal).by("Poe & Berg and Halvarn Holdings"),
    case("both men", "Carl Poe and Dan Vale met. Both men said that the bridge was old.", "Both men", &["Carl Poe", "Dan Vale"], Nominal).by("Carl Poe and Dan Vale"),
    case("both women are others", "Carl Poe and Ann Vale met. Both women said that the bridge was old.", "Both women", &[], Unresolved).anonymous(),
    case("the two sides", "France and Germany met. It rained. The two sides said that the bridge was old.", "The two sides", &["France", "Germany"], Nominal).by("France and Germany"),
    case("both that only joins", "Carl Poe and Dan Vale met. The mayors – whose party is old – both said that the bridge was old and left.", "The mayors – whose party is old – both", &[], Unresolved).anonymous(),
    case("who was asked answers", "Ann Vale spoke to Carl Poe. Asked by Dan Berg if he had expected the bridge to fall, Carl Poe said that it was safe.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("a name between dashes", "Berg’s running mate — Ohio Gov. Carl Poe — said that the bridge was old.", "Berg’s running mate — Ohio Gov. Carl Poe —", &["Carl Poe"], Apposition),
    case("the subject, not whose thing it is", "Dan Berg started Carl Poe’s speech. He said that the bridge was old.", "He", &["Dan Berg"], Pronoun).by("Dan Berg"),
    case("he is not whom he told", "Dan Berg met Carl Poe. It rained. In May, he told Berg that the bridge was old.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("he is not whom his clause names", "Ann Vale met Dan Berg. He wrote to Berg that the bridge was old.", "He", &[], Unresolved),
    case("the speaker goes on, not whom he told of", "Carl Poe, a farmer, said on Monday that the bridge “is old” and that Dan Berg often wins if Berg wants to.\n\n“It will fall,” he said to applause.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("whom a quotation quotes does not go on", "“It rains,” Mary Poe said. “Ann Vale was here. She said that it was late.”\n\n“We can stay,” she added.", "she", &["Mary Poe"], Pronoun).by("Mary Poe"),
    case("who goes on is told by more than a rule", "Carl Poe said that Dan Berg was late. He said that Berg had lost the key.", "He", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("a union named behind what it does", "The union that represents crews, the Marsk Ferry Workers Federation, said that the bridge was old.", "The union that represents crews, the Marsk Ferry Workers Federation,", &["Marsk Ferry Workers Federation"], Apposition),
    case("a person beside what his role is of", "Chairman, Senate Committee on Harbours, Senator Carl Poe, said that the bridge was old.", "Chairman, Senate Committee on Harbours, Senator Carl Poe,", &["Carl Poe"], Apposition),
    case("the board is not who chairs it", "Ann Vale asked board chairwoman Lady Mary Poe for help. The board said that the bridge was old.", "The board", &[], Unresolved),
    case("the board of whom it was told", "Members of the Harlund Foods board met. It rained. The board said that the bridge was old.", "The board", &["Harlund Foods"], Nominal).by("the Harlund Foods board"),
    case("the premier is the prime minister", "Prime Minister Carl Poe left Marsk. It rained. The premier said that the bridge was old.", "The premier", &["Carl Poe"], Nominal).by("Prime Minister Carl Poe"),
    case("the team of a person", "Carl Poe’s team said that the bridge was old.", "Carl Poe’s team", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("each of two sides", "France and Germany met. It rained. Each side said that the bridge was old.", "Each side", &["France", "Germany"], Nominal).by("France and Germany"),
    case("whose ministry", "The deal was signed by Sudan, whose foreign ministry said that the bridge was old.", "whose foreign ministry", &["Sudan"], Nominal).by("Sudan"),
    case("a capital before which", "The protest came from Paris, which said that the bridge was old.", "which", &["France"], Pronoun),
    case("whom there is", "Ann Vale left. Then there is Carl Poe. He said that the bridge was old.", "He", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("who did so too", "Dan Berg signed the letter. So did Carl Poe. He said that the bridge was old.", "He", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("as for whom", "Dan Berg said that it was late. As for Carl Poe, he said that the bridge was old.", "he", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("who begins the article by a", "A former ferry captain has sued the harbour.\n\nCarl Poe, who left in May, said that the bridge was old. A judge set a date.", "Carl Poe, who left in May,", &["Carl Poe"], Name),
    case("a noun of a headline as the article calls it", "Board says bridge is closed\n\nThe Marsk Health Board met on Monday. It rained.", "Board", &["Marsk Health Board"], Nominal).by("Marsk Health Board"),
    case("who wrote what is told behind it", "The review, written for the council by the consultancy Poe & Berg, said that the bridge was old.", "The review, written for the council by the consultancy Poe & Berg,", &["Poe & Berg"], Nominal),
    case("who was asked is not who asked", "Carl Poe said that he had asked Dan Berg and that the farmer said it was late.", "the farmer", &[], Unresolved).anonymous(),
    case("known as", "The harbour federation, known as Havnelauget, met. It rained. The federation said that the bridge was old.", "The federation", &["Havnelauget"], Nominal).by("Havnelauget"),
    case("a storm is nobody", "Hurricane Ann tore off the roof of Mary Poe on Monday, and she said that the bridge was old.", "she", &["Mary Poe"], Pronoun).by("Mary Poe"),
    case("the candidate just told of", "Carl Poe came to Marsk. The candidate said that the bridge was old.", "The candidate", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("who was asked is the candidate", "Ann Berg asked Carl Poe about the bridge. The candidate said that it was old.", "The candidate", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("a retired man of any trade", "Carl Poe came to Marsk. The retired glassblower said that the bridge was old.", "The retired glassblower", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("who was named with a role", "A former aide named Carl Poe left the ferry in May. Ann Berg is the mayor. The former aide said that the bridge was old.", "The former aide", &["Carl Poe"], Nominal).by("Carl Poe"),
    case("a senator by his party", "Sen. Ann Poe came to Marsk. The GOP senator said that the bridge was old.", "The GOP senator", &["Ann Poe"], Nominal).by("Sen. Ann Poe"),
    case("the tabloid", "Carl Poe told the Marsk Daily News that it was late. The tabloid said that the bridge was old.", "The tabloid", &["Marsk Daily News"], Nominal).by("Marsk Daily News"),
    case("the state just named", "Ann Berg leads New Hampshire. The state said that the bridge was old.", "The state", &["New Hampshire"], Nominal).by("New Hampshire"),
    case("one of two states", "Ann Berg left Ohio for New Hampshire. The state said that the bridge was old.", "The state", &[], Unresolved),
    case("it is the campaign", "The Poe campaign countered on Sunday with a date which it had said was too early. Carl Poe left.", "it", &["Carl Poe"], Pronoun).by("The Poe campaign"),
    case("who speaks for the campaign just told of", "The Poe campaign met. A campaign spokeswoman said that the bridge was old. Carl Poe left.", "A campaign spokeswoman", &["Carl Poe"], Nominal),
    case("who after a letter from somebody", "There was a letter from Ann Poe who said that the bridge was old.", "who", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("they are the investors, not the bank", "Investors see a chance that the Riksbank, after it begins, will wait, implying that they expect the bridge to fall.", "they", &[], Pronoun).by("Investors").anonymous(),
    case("we are who is quoted, not the paper that passes it on", "“The bridge is old,” Carl Poe said in a statement, according to Kystposten. “We want it closed.”", "We", &["Carl Poe"], Pronoun).by("Carl Poe"),
    case("what somebody makes known without a document", "The ads cost millions, according to Kantar Media’s political tracker.", "Kantar Media’s political tracker", &["Kantar Media"], Nominal),
    case("what a body lays down", "Federal Election Commission regulations suggest that candidates pay.", "Federal Election Commission regulations", &["Federal Election Commission"], Nominal),
    case("a count by somebody", "Poe leads by ten, according to a count by The Associated Press.", "a count by The Associated Press", &["Associated Press"], Nominal),
    case("that behind a document", "Ann Poe released a video that said the bridge was safe.", "that", &["Ann Poe"], Pronoun),
    case("a noun after whose tone the text tells of", "Ann Poe’s tone often was harsh. The candidate has said that the bridge is unsafe.", "The candidate", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a governor by state", "Ann Poe spoke in Marsk on Monday. The Ohio governor said that the bridge was safe.", "The Ohio governor", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a campaign that nobody told of", "Ann Poe plans to call for a new bridge, the campaign told the Marsk Post.", "the campaign", &["Ann Poe"], Nominal).by("Ann Poe"),
    case("a campaign of nobody who acts", "The bridge is old. The campaign said that the bridge was unsafe.", "The campaign", &[], Unresolved),
    case("a camp", "Ann Poe met Carl Berg. The Berg camp said that the bridge was safe.", "The Berg camp", &["Carl Berg"], Nominal).by("Berg"),
    case("a clause that begins behind a name", "In the days before Poe’s speech at the Harlund Institute, a group of rabbis called for a boycott.", "a group of rabbis", &[], Unresolved).anonymous(),
    case("who is not meant", "“Most people, not just Democrats, feel that the bridge is safe,” Ann Poe said.", "Most people, not just Democrats,", &[], Unresolved).anonymous(),
    case("a name at the end of what is told of another", "Ann Poe, a pollster who worked for Carl Berg’s opponent in 2012, then-governor David Holm, said that the bridge was safe.", "Ann Poe, a pollster who worked for Carl Berg’s opponent in 2012, then-governor David Holm,", &["Ann Poe"], Name),
    case("an adverb between possessor and title", "Arizona’s very conservative Sen. Barry Holt said that the bridge was safe.", "Arizona’s very conservative Sen. Barry Holt", &["Barry Holt"], Title),
    case("some of the candidates", "Carl Berg, a Republican, spoke. Some of the candidates said that they oppose the bridge.", "they", &[], Pronoun).by("Some").anonymous(),
    case("a name with Jr. in a list without it", "Vice President Joseph R. Biden Jr. said that the bridge was safe.", "Vice President Joseph R. Biden Jr.", &["Joe Biden"], Title),
    case("a father of the same name", "“It is safe,” said Brent Holm III. His father, Brent Holm, Jr., built the bridge.\n\n“It is old,” Holm says.", "Holm", &["Brent Holm III"], Name),
    case("a subject ahead", "Eva Berg left early. Despite her dislike for the bridge, Ann Poe crossed it.", "her", &["Ann Poe"], Pronoun),
    case("the writer", "A bridge for all\n\nBy Ann Poe\n\nThe town needs it. I think that the bridge is safe.", "I", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("the writer named at the end", "The town needs a bridge, and I think that the old one is unsafe.\n\nAnn Poe is the author of a book on bridges.", "I", &["Ann Poe"], Pronoun).by("Ann Poe"),
    case("one of two writers", "A bridge for all\n\nBy Ann Poe and Carl Berg\n\nThe town needs it. I think that the bridge is safe.", "I", &[], Unresolved),
    case("a noun that owns a claim", "Harlund Inc. fell on Monday. The company’s claim that the bridge was safe was doubted.", "The company’s", &["Harlund Inc."], Nominal).by("Harlund Inc."),
    case("a government that owns a claim", "The French government’s claim that the bridge was safe was doubted.", "The French government’s", &["France"], Nominal).by("French"),
    case("an age that is nobody's", "Ann Poe, 54, met Tom Reed, 47. “Never,” the 47-year-old said. “No,” the 33-year-old said.", "the 33-year-old", &[], Unresolved),
    case("an army", "The Congolese army said that the bridge was safe. The army denied that it was shut.", "The army", &["Congolese army"], Nominal).by("Congolese army"),
    case("a ministry at home", "TOKYO, March 3 (Reuters) - The bridge is old. The transport ministry said that it was safe.", "The transport ministry", &["Japan"], Nominal),
    case("a government written like a name", "The bridge is old. The UK Government said that it was safe.", "The UK Government", &["United Kingdom"], Nominal),
    case("a noun over the article that a name below shows", "Union says bridge is safe\n\nBy Ann Poe\n\nThe bridge is old, the Marsk Workers Federation has told the town.", "Union", &["Marsk Workers Federation"], Nominal).by("Marsk Workers Federation"),
    case("a chief minister by letters and initials", "Telangana CM K Raghava Poe said that the bridge was safe.", "Telangana CM K Raghava Poe", &["K Raghava Poe"], Name),
    case("a party of which somebody is", "The driver of the bus, a registered Republican who knows the bridge, said that it was safe.", "The driver of the bus, a registered Republican who knows the bridge,", &[], Unresolved).anonymous(),
    case("two women, the last one an age behind a name in no list", "“The bridge is safe,” she said.\n\nFransa Reneusa, 18, disagrees. “It is old,” she said.\n\n“It is late,” she added.", "she", &[], Unresolved),
    case("who is named in the quotation", "Carl Berg met Eva Holm. “That will help not only Mr. Berg,” he said.", "he", &[], Unresolved),
    case("who has a campaign", "Ann Poe's campaign opened an office in Marsk. The office is small. Poe's children painted it, and Carl Berg's dog barked.\n\nThe candidate has said that the bridge is unsafe.", "The candidate", &["Ann Poe"], Nominal).by("Poe"),
    case("a former office, by who held it", "Ann Poe attacked Boris Johnson on Monday. Poe said that it was late. The former foreign secretary said that the bridge was safe.", "The former foreign secretary", &["Boris Johnson"], Nominal).by("Boris Johnson"),
    case("a party's government is no party", "In Marsk the Labour government said that the bridge was safe.", "the Labour government", &[], Unresolved),
    case("a governor's administration", "Gov. Ann Poe was late. The Poe administration said that the bridge was safe.", "The Poe administration", &["Ann Poe"], Nominal).by("Poe"),
    case("a poll of two", "A Reuters/Ipsos poll found that the bridge was popular.", "A Reuters/Ipsos poll", &["Reuters", "Ipsos"], Nominal),
    case("a paper with a time in its name", "USA TODAY reported that the bridge was safe.", "USA TODAY", &["USA Today"], Name),
    case("a share of those in two places", "More than nine of 10 Republicans in Texas and Ohio said that the bridge was safe.", "More than nine of 10 Republicans in Texas and Ohio", &[], Unresolved).anonymous(),
    case("two behind an apposition", "Carl Berg and Ann Poe, engineers at the Marsk Institute, wrote a book. They say that the bridge is safe.", "They", &["Carl Berg", "Ann Poe"], Pronoun).by("engineers"),
    case("two, each with a clause", "Ann Poe, who left, and Carl Berg, who stayed, said that the bridge was safe.", "Ann Poe, who left, and Carl Berg, who stayed,", &["Ann Poe", "Carl Berg"], Name),
    case("who is identified as somebody", "A woman later identified as Ann Poe said that the bridge was safe.", "A woman later identified as Ann Poe", &["Ann Poe"], Apposition).by("Ann Poe"),
    case("who gave a name", "A man who gave his name only as Berg said that the bridge was safe.", "A man who gave his name only as Berg", &["Berg"], Apposition).by("Berg"),
    case("somebody new is nobody of before", "A woman said that the bridge was safe. Later a clerk named Ann Poe left.", "A woman", &[], Unresolved).anonymous(),
    case("who is blamed for what is his", "Carl Berg attacked Tom Reed for his belief that the bridge was safe.", "his", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("by what name somebody is known", "Joko Reed, better known as Jokan, left. Jokan said that the bridge was safe.", "Jokan", &["Joko Reed"], Name),
    case("what somebody is really called", "The rapper Dokko, whose real name is Tom Reed, left. Reed said that the bridge was safe.", "Reed", &["Dokko"], Name),
    case("under what name somebody was born", "The rapper Dokko (born Tom Reed) said that it was late. Reed said that the bridge was safe.", "Reed", &["Dokko"], Name),
    case("an alias without a comma", "Rafael Reed alias El Toro left. El Toro said that the bridge was safe.", "El Toro", &["Rafael Reed"], Name),
    case("an alias behind an age", "Rafael Reed, 46, also known as El Toro, left. El Toro said that the bridge was safe.", "El Toro", &["Rafael Reed"], Name),
    case("what a firm was called", "Harlund Holdings, formerly Velox, left. Velox said that the bridge was safe.", "Velox", &["Harlund Holdings"], Name),
    case("whom somebody worked for before is no alias", "Ann Poe, formerly Velox chief executive, left. Velox said that the bridge was safe.", "Velox", &["Velox"], Name),
    case("what only one of its members joined is no alias", "Carl Berg, a member of a militia known as Black Hand, left. Black Hand said that the bridge was safe.", "Black Hand", &["Black Hand"], Name),
    case("two surnames after the given names", "Helena Bonham Strand left. Bonham Strand said that the bridge was safe.", "Bonham Strand", &["Helena Bonham Strand"], Name),
    case("a surname before two given names", "Jeremy Tan Kok Leong left. Mr Tan said that the bridge was safe.", "Mr Tan", &["Jeremy Tan Kok Leong"], Title),
    case("the first of two surnames after two given names", "Maria José Ferreira Lopes left. Ferreira said that the bridge was safe.", "Ferreira", &["Maria José Ferreira Lopes"], Name),
    case("letters of a parliament's member", "Ann Poe MSP left. The MSP said that the bridge was safe.", "The MSP", &["Ann Poe"], Nominal).by("Ann Poe MSP"),
    case("of whom a question asks", "Carl Berg spoke of the bridge. Was Tom Reed glad of Berg’s words?\n\n“Not at all,” he said.", "he", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("who speaks ahead of others in passing", "The bridge is old, said Tom Reed, who worked for Carl Berg and Peter Holm.\n\n“Nobody cares,” he said.", "he", &["Tom Reed"], Pronoun).by("Tom Reed"),
    case("a subject ahead of an adverb", "Peter Holm left. Even as he attacked the plan, Tom Reed said that the bridge was safe.", "he", &["Tom Reed"], Pronoun),
];

#[test]
fn nobody_tells_himself() {
    let told = [
        (
            "Carl Berg drank. Tom Reed did not approve, telling him to come back.",
            "him",
            "Carl Berg",
        ),
        (
            "Ann Poe left. Poe called a friend, Clara Reed, and encouraged her to run.",
            "her",
            "Clara Reed",
        ),
        ("Tom Reed told AP that he spoke with Carl Berg, asking him to wait.", "him", "Carl Berg"),
        ("Tom Reed left. His wife had told him to wait.", "him", "Tom Reed"),
        ("Tom Reed told himself that it was late.", "himself", "Tom Reed"),
    ];
    for (text, listener, name) in told {
        let document = read(text);
        let addressees = document.claims().iter().filter_map(|claim| claim.addressee.as_ref());
        let mut addressees = addressees.filter(|it| it.span.of(text) == listener);
        let own = addressees.next().unwrap_or_else(|| panic!("{text}: {:#?}", document.claims()));
        assert_eq!(names(&document, own), [name], "{text}");
    }
}

/// The names of the entities of a source.
fn names<'d>(document: &'d Document, source: &Source) -> Vec<&'d str> {
    document.entities_of(source).map(|it| it.name.as_str()).collect()
}

fn read(text: &str) -> Document<'_> {
    let date = "2022-06-01";
    Extractor::new().extract(Article::new(text).published(date))
}

fn claim_of<'d>(document: &'d Document, source: &str) -> Option<&'d Claim> {
    let text = document.text();
    document
        .claims()
        .iter()
        .find(|claim| claim.source.as_ref().is_some_and(|it| it.span.of(text) == source))
}

#[test]
fn every_source_means_whom_it_should() {
    let mut wrong = Vec::new();
    for case in CASES {
        let document = read(case.text);
        let Some(source) = claim_of(&document, case.source).and_then(|claim| claim.source.as_ref())
        else {
            let sources: Vec<&str> = document
                .claims()
                .iter()
                .filter_map(|it| it.source.as_ref())
                .map(|it| it.span.of(case.text))
                .collect();
            wrong
                .push(format!("{}: no claim by {:?}, only by {sources:?}", case.what, case.source));
            continue;
        };
        let found = (
            names(&document, source),
            source.resolution,
            source.anonymous,
            source.antecedent.map(|span| span.of(case.text)),
        );
        let expected = (case.names.to_vec(), case.resolution, case.anonymous, case.antecedent);
        if found != expected {
            wrong.push(format!("{}: {found:?} instead of {expected:?}", case.what));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The labels of a dialogue in their order, and whom each means.
fn turns<'d>(document: &'d Document) -> Vec<(&'d str, Vec<&'d str>)> {
    let turns = document.claims().iter().filter(|claim| &*claim.rule == "turn");
    let sources = turns.filter_map(|claim| claim.source.as_ref());
    sources.map(|it| (it.span.of(document.text()), names(document, it))).collect()
}

#[test]
fn nobody_is_he_to_whom_a_turn_answers() {
    let text = "Ann Poe met reporter Tom Reed.\n\nTOM REED: What about Carl Berg?\n\nANN POE: He has been ill.\n\nTOM REED: Since \
        when?\n\nANN POE: Since May. He promised that he would resign.";
    let document = read(text);
    let claim = document.claims().iter().find(|it| it.cue.lemma == "promise");
    let source = claim.and_then(|it| it.source.as_ref());
    assert_eq!(source.map(|it| names(&document, it)), Some(vec!["Carl Berg"]));
}

#[test]
fn turns_mean_who_bears_the_name_of_the_label() {
    let text = "Jack Reed and Sara Lind met on Tuesday.\n\nMODERATOR: Is the bridge safe?\n\nREED: I think it is. She says \
        that it is not.\n\nSARA LIND (D-Marsk): It is not safe.\n\nBERG: I am not sure.\n\nLIND: Then ask me.";
    let document = read(text);
    let expected = [
        ("MODERATOR", vec![]),
        ("REED", vec!["Jack Reed"]),
        ("SARA LIND (D-Marsk)", vec!["Sara Lind"]),
        ("BERG", vec!["Berg"]),
        ("LIND", vec!["Sara Lind"]),
    ];
    assert_eq!(turns(&document), expected);
    let inside = |cue: &str| {
        let claim = document.claims().iter().find(|it| it.cue.span.of(text) == cue);
        names(&document, claim.and_then(|it| it.source.as_ref()).expect("it has a source"))
    };
    assert_eq!(inside("think"), ["Jack Reed"], "I is whose turn it is");
    assert_ne!(inside("says"), ["Jack Reed"], "she is not");
    let reply = document.claims().iter().find(|it| it.act == whosaid::Act::Reply);
    assert_eq!(
        reply.and_then(|it| it.reply_to),
        Some(ClaimId(0)),
        "who speaks next answers the question"
    );
}

#[test]
fn who_answers_in_an_interview_is_named_above_it() {
    let text = "Ten questions for Ann Poe\n\nThe mayor spoke with Tom Reed of the Courier.\n\nQ: Is the bridge safe?\n\n\
        A: I said that it was.\n\nQ: When?";
    let document = read(text);
    assert_eq!(turns(&document), [("Q", vec![]), ("A", vec!["Ann Poe"]), ("Q", vec![])]);
    let said = claim_of(&document, "I").and_then(|claim| claim.source.as_ref());
    assert_eq!(names(&document, said.expect("it has a source")), ["Ann Poe"]);
}

#[test]
fn who_answers_is_no_reporter_and_named_first() {
    let answers = |intro: &str| {
        let text = format!("{intro}\n\nQ: Is the bridge safe?\n\nA: It is.");
        turns(&read(&text)).get(1).map(|(_, who)| who.join(" "))
    };
    let poe = Some("Ann Poe".to_owned());
    assert_eq!(answers("Ann Poe built the bridge. She spoke to Tom Reed from her office."), poe);
    assert_eq!(answers("Reporter Tom Reed sat down with Mayor Ann Poe this week."), poe);
    assert_eq!(answers("Tom Reed interviewed the mayor, Ann Poe."), poe);
    assert_eq!(answers("Ann Poe met Tom Reed."), Some(String::new()), "either may answer");
}

#[test]
fn labels_may_be_initials_and_words_for_questions() {
    let text = "Ann Poe is the mayor.\n\nTR: Is the bridge safe?\n\nAP: No, it leaks.\n\nTR: Since when?\n\nAP: Since May.";
    let speakers: Vec<_> = turns(&read(text)).into_iter().map(|(_, who)| who.join(" ")).collect();
    assert_eq!(speakers, ["TR", "Ann Poe", "TR", "Ann Poe"]);
    let text =
        "Ann Poe is the mayor.\n\nQuestion: Is the bridge safe?\n\nAnswer: No.\n\nQuestion: When?";
    assert_eq!(turns(&read(text))[1], ("Answer", vec!["Ann Poe"]));
}

#[test]
fn who_asks_is_named_in_the_line_above() {
    let text = "DIRECT EXAMINATION\n\nBY MS. POE:\n\nQ. Is the bridge safe?\n\nA. It is.\n\nMR. REED: Objection.\n\nCROSS-EXAMINATION\n\n\
        BY MR. REED:\n\nQ. Since when?";
    let speakers: Vec<_> = turns(&read(text)).into_iter().map(|(_, who)| who.join(" ")).collect();
    assert_eq!(speakers, ["POE", "", "REED", "REED"]);
}

#[test]
fn labels_tell_where_somebody_is_from() {
    let text = "Mr. POE of Marsk. The bridge is safe.\n\nMr. REED of Marsk. It is not.\n\nMr. POE of Marsk. I yield.";
    let speakers: Vec<_> = turns(&read(text)).into_iter().map(|(_, who)| who.join(" ")).collect();
    assert_eq!(speakers, ["POE", "REED", "POE"]);
}

#[test]
fn what_is_resolved_is_mentioned() {
    let text = "Kyiv said that Ann Poe, a doctor, had left. She said that Kyiv was cold.";
    let document = read(text);
    let mentions = |name: &str| -> Vec<(&str, Form)> {
        let entity = document.entities().iter().find(|entity| entity.name == name);
        entity
            .into_iter()
            .flat_map(|it| &it.mentions)
            .map(|it| (it.span.of(text), it.form))
            .collect()
    };
    assert_eq!(mentions("Ann Poe"), [("Ann Poe", Form::Name), ("She", Form::Pronoun)]);
    assert_eq!(mentions("Ukraine"), [("Kyiv", Form::Metonym)]);
}

#[test]
fn what_is_cited_is_no_place_unless_it_stands_as_one() {
    for (text, kind) in [
        ("It rained, according to Kystposten.", EntityType::Organisation),
        ("It rained in Kystvik. It is cold in Kystvik, according to Kystvik.", EntityType::Place),
    ] {
        let document = read(text);
        assert_eq!(document.entities()[0].kind, kind, "{text}");
    }
}
