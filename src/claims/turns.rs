//! Turns of interviews, debates and transcripts: paragraphs that begin with who speaks and a colon.
//!
//! No word attributes these, only their place: one such paragraph may be a list's, but where several follow each other, of
//! which one speaker has more than one, they are a dialogue. A turn goes on in the paragraphs below it up to the next, where
//! the dialogue is all there is.

use super::Draft;
use crate::document::{
    ANSWER, Act, Block, CueKind, EntityType, Form, Kind, Mention, Part, QUESTION, Tables, Tag,
    Token, begins_turn,
};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{Lexicon, class};
use crate::rules::TURN;
use crate::span::Run;

/// How many tokens a label has at most, and how many paragraphs stand between two.
const LABEL: usize = 14;
const APART: usize = 6;
/// A dialogue has this many turns, or a question and its answer.
const FEWEST: usize = 3;
/// From so many turns on, paragraphs between two belong to the first, where they are no more than the turns.
const LONG: usize = 8;
/// How sure a turn is.
const SURE: f32 = 0.9;

/// Labels of whoever has no name, besides roles.
pub(crate) const NAMELESS: KeySet<9> = KeySet::new([
    "male", "female", "man", "woman", "person", "audience", "crowd", "interpreter", "operator",
]);

/// The first person, and besides it the second.
const OWN: KeySet<6> = KeySet::new(["i", "we", "my", "our", "me", "us"]);
pub(super) const PERSONAL: KeySet<8> =
    KeySet::new(["i", "we", "my", "our", "me", "us", "you", "your"]);

/// What somebody says in a dialogue.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    /// The first token of its paragraph.
    first: u32,
    /// Who speaks.
    label: Run,
    /// The colon, or what stands for it.
    colon: usize,
    /// The parts of what is said, in text order.
    content: Vec<Run>,
    act: Act,
}

/// A paragraph that begins like a turn.
#[derive(Clone, Copy)]
struct Opening {
    block: usize,
    label: Run,
    /// The mark behind the label.
    mark: usize,
    /// The key of the last word of the name in it: "SARA LIND" speaks on as "LIND".
    last: u64,
    /// The label is known to be somebody.
    known: bool,
    /// What follows is a sentence or a question, not the figures of a list.
    speaks: bool,
    /// A question follows, or "I" and "you" do.
    asks: bool,
    personal: bool,
    /// The label stands on a line of its own.
    line: bool,
    /// The name in it is all in capitals.
    upper: bool,
}

/// Whether a claim by a colon is only the row of a list, "Ann Poe: The keeper is back in training": it begins its paragraph, no
/// quotation follows, and nobody says "I" or "you".
pub(super) fn is_listed(lexicon: &Lexicon, tables: &Tables, draft: &Draft) -> bool {
    let colon = draft.cue.first();
    if draft.candidate.kind != CueKind::Colon || tables.kind(colon) != Kind::Colon {
        return false;
    }
    let block = tables.blocks.partition_point(|block| block.tokens.after() <= colon);
    // A paragraph may have many colons and is read whole.
    let near = |block: &Block| colon <= block.tokens.first() + LABEL;
    let opens = tables.blocks.get(block).filter(|it| near(it));
    let opens = opens.and_then(|_| opening(lexicon, tables, block)).filter(|it| it.mark == colon);
    let speaks = |part: &Run| part.range().any(|at| PERSONAL.holds(tables.key(at)));
    // The first paragraph may be a headline that is written like a sentence.
    opens.is_some_and(|it| it.block > 0 && tables.blocks[it.block].part == Part::Body)
        && !draft.content.iter().any(speaks)
}

/// Finds the turns of an article, in text order.
pub(super) fn find_turns(lexicon: &Lexicon, tables: &Tables) -> Vec<Turn> {
    let mut openings: Vec<Opening> =
        (0..tables.blocks.len()).filter_map(|block| opening(lexicon, tables, block)).collect();
    // "Gov. Poe: Ferry Is Safe" is a title, unless the first answer follows it; "ANN POE, HOST:" is none.
    if let [first, next, ..] = openings.as_slice()
        && first.block == 0
        && next.block > 1
        && !first.line
        && !first.upper
    {
        openings.remove(0);
    }
    if openings.len() < 2 {
        return Vec::new();
    }
    let bearers = bearers(tables);
    let mut names: Vec<u64> = openings.iter().map(|it| it.last).collect();
    names.sort_unstable();
    openings.iter_mut().for_each(|it| {
        let initials = is_initials(tables, it.label) && it.speaks && recurs(&names, it.last);
        it.known |= initials || bearers.binary_search(&it.last).is_ok();
    });
    let near = |a: &Opening, b: &Opening| b.block - a.block <= APART;
    openings
        .chunk_by(near)
        .filter(|run| is_dialogue(run))
        .flat_map(|run| turns(tables, run))
        .collect()
}

/// The label that a paragraph begins with, if it does: words up to a colon behind which something other than a quotation stands, or
/// to the full stop of a record, "Mr. POE. I rise", "Q. When?".
fn opening(lexicon: &Lexicon, tables: &Tables, block: usize) -> Option<Opening> {
    let Block { part, tokens, .. } = *tables.blocks.get(block)?;
    // A paper may set a transcript between quotation marks: "“REED: It is safe."
    let first = tokens.first() + usize::from(tables.kind(tokens.first()) == Kind::Double);
    let first = past_code(tables, first);
    if tokens.len() == 1 && NAMELESS.holds(tables.key(first)) {
        return Some(Opening::nameless(block, first));
    }
    let End { name, mark, line } = label_end(lexicon, tables, Run::new(first, tokens.after()))?;
    let label = Run::new(first, mark);
    let named = label.range().take_while(|at| !sets_off(tables, *at)).last()?;
    let named = name.map_or(named, |end| end - 1);
    let own = Run::new(first, named + 1);
    let said = || mark + 1..tokens.after();
    let says = match said().is_empty() {
        false => tables.kind(mark + 1) != Kind::Double,
        // "ANN POE, HOST:" stands on a line of its own.
        true => is_upper(tables, own) && !tables.is(first, BY),
    };
    // A transcript may begin the text.
    let body = matches!(part, Part::Body | Part::Subhead) || part == Part::Headline && block == 0;
    let names = is_one_name(tables, label) && (name.is_some() || is_capital(tables, own));
    if !names || !says || !body {
        return None;
    }
    let any = |fits: &dyn Fn(usize) -> bool| said().any(fits);
    let ends = |at| matches!(tables.kind(at), Kind::Question | Kind::Exclamation);
    let speaks = line || any(&|at| tables.tag(at).is_finite() || ends(at));
    // "Witnesses: Ann Poe, Tom Reed"
    let list = tables.tag(named) == Tag::NNS && !speaks;
    (!list).then(|| Opening {
        block,
        label,
        mark,
        last: tables.key(named),
        known: is_somebody(lexicon, tables, own),
        speaks,
        asks: any(&|at| tables.kind(at) == Kind::Question),
        personal: any(&|at| PERSONAL.holds(tables.key(at))),
        line,
        upper: own.len() > 1 && is_upper(tables, own),
    })
}

/// Whether a token is none of the words of a name in a label.
fn sets_off(tables: &Tables, at: usize) -> bool {
    !matches!(tables.kind(at), Kind::Word | Kind::Clitic | Kind::Number)
}

/// Whether what follows the name in a label is set off from it, and no mark ends a sentence: "JACK REED (D-Marsk)", "Ann Poe, the
/// mayor", "UNIDENTIFIED MALE #2".
fn is_one_name(tables: &Tables, label: Run) -> bool {
    use Kind::{Address, Close, Comma, Dash, Open, Symbol};
    let tells = |at| matches!(tables.kind(at), Comma | Open | Close | Dash | Symbol | Address);
    label.range().all(|at| !sets_off(tables, at) || tells(at))
}

impl Opening {
    /// A line that is nothing but "Operator": what follows is nobody's.
    fn nameless(block: usize, first: usize) -> Opening {
        let label = Run::new(first, first);
        let (known, speaks, line, upper) = (true, true, true, false);
        let (asks, personal) = (false, false);
        Opening { block, label, mark: first, last: 0, known, speaks, asks, personal, line, upper }
    }
}

/// Where the label that begins a paragraph ends.
struct End {
    /// The end of the name, where it is told.
    name: Option<usize>,
    /// The mark behind the label.
    mark: usize,
    /// The label is all that stands on its line.
    line: bool,
}

fn label_end(lexicon: &Lexicon, tables: &Tables, block: Run) -> Option<End> {
    let limit = (block.after()).min(block.first() + LABEL);
    if tables.tokens.get(block.first()..limit).is_some_and(begins_turn) {
        return Some(End { name: None, mark: block.first() + 1, line: false });
    }
    if let Some((name, mark)) = recorded(lexicon, tables, block.first(), limit) {
        return Some(End { name: Some(name), mark, line: false });
    }
    let colon = (block.first()..limit).find(|at| tables.kind(*at) == Kind::Colon);
    match colon {
        Some(mark) => Some(End { name: None, mark, line: mark + 1 == block.after() }),
        None => {
            let mark = lined(tables, block).filter(|_| block.after() <= limit)?;
            Some(End { name: Some(mark), mark, line: true })
        }
    }
}

/// The dash behind the name of a line that tells nothing but who speaks and what that person is: "Ann Poe -- Chief Executive".
fn lined(tables: &Tables, block: Run) -> Option<usize> {
    let word = |at: usize| tables.kind(at) == Kind::Word;
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let name = block.range().take_while(|at| word(*at) && capital(*at)).count();
    let dash = block.first() + name;
    let dashed = (2..=4).contains(&name) && tables.kind(dash) == Kind::Dash;
    let told = dash + 1..block.after();
    let role = !told.is_empty() && word(told.end - 1) && capital(told.start);
    (dashed && role && !told.clone().any(|at| tables.tag(at).is_finite())).then_some(dash)
}

const BY: u64 = key("by");

/// The token behind the time that a transcript has before a label: "[00:12:03] REED:", "12:03 Ann Poe:".
fn past_code(tables: &Tables, first: usize) -> usize {
    let open = usize::from(tables.kind(first) == Kind::Open);
    let code = first + open;
    let clock = tables.kind(code) == Kind::Number;
    let closed = open == 0 || tables.kind(code + 1) == Kind::Close;
    if clock && closed { code + 1 + open } else { first }
}

/// The end of the name in a label of a record, and the full stop behind it. The label is in capitals but for the title before it and
/// where the speaker is from: "Mr. POE of Marsk. I rise", "The PRESIDING OFFICER. Without objection", "The SPEAKER pro tempore."
fn recorded(
    lexicon: &Lexicon,
    tables: &Tables,
    first: usize,
    limit: usize,
) -> Option<(usize, usize)> {
    const SMALL: [u64; 4] = keys(["of", "the", "pro", "tempore"]);
    let stop = (first..limit).find(|at| tables.kind(*at) == Kind::Stop)?;
    let titled = lexicon.names.class(tables.key(first)) & class::HONORIFIC != 0;
    let upper = |at: usize| is_upper(tables, Run::new(at, at + 1));
    let name = (first + 1..stop).find(|at| !upper(*at)).unwrap_or(stop);
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let small = |at: usize| tables.is_one_of(at, &SMALL);
    let from = name == stop || small(name) && (name..stop).all(|at| small(at) || capital(at));
    let begins = (titled || tables.is(first, key("the"))) && !upper(first);
    (begins && name > first + 1 && from).then_some((name, stop))
}

/// Whether these words are all in capitals.
fn is_upper(tables: &Tables, words: Run) -> bool {
    tables.tokens.get(words.range()).unwrap_or_default().iter().all(|it| it.has(Token::ALL_CAPS))
}

/// The last words of the names of persons and organisations, sorted: "REED" is who the text calls "Senator Reed".
fn bearers(tables: &Tables) -> Vec<u64> {
    let bears = |mention: &&Mention| {
        let kind = tables.entity_type(mention);
        matches!(kind, Some(EntityType::Person | EntityType::Organisation))
            && mention.form == Form::Name
    };
    let mentions = tables.mentions.iter().filter(bears);
    let mut words: Vec<u64> = mentions.map(|it| tables.key(it.tokens.last())).collect();
    words.sort_unstable();
    words
}

/// Whether a label is two or three capitals, as interviews have who speaks: "AP", "MS".
fn is_initials(tables: &Tables, label: Run) -> bool {
    let token = tables.tokens.get(label.first());
    let short = token.is_some_and(|it| (2..=3).contains(&it.span().len()));
    label.len() == 1 && short && token.is_some_and(|it| it.has(Token::ALL_CAPS))
}

/// Whether the words of a label have capitals, as names have, but for the small words inside.
fn is_capital(tables: &Tables, label: Run) -> bool {
    /// Words of a name without a capital: "van der", "de".
    const SMALL: usize = 3;
    let capital = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::CAPITAL));
    let long = |at: &usize| tables.tokens.get(*at).is_some_and(|it| it.span().len() > SMALL);
    capital(label.first()) && label.range().filter(long).all(capital)
}

/// Whether a label names a person or organisation, ends in a given name, surname or role ("MODERATOR"), or is "Q" or "A".
fn is_somebody(lexicon: &Lexicon, tables: &Tables, label: Run) -> bool {
    let last = tables.key(label.last());
    const HUMAN: u32 = class::OFFICE | class::HUMAN | class::SURNAME | class::GIVEN;
    let human = lexicon.names.class(last) & HUMAN != 0;
    let named = tables.mention_at(label.last()).is_some_and(|mention| {
        let kind = tables.entity_type(mention);
        matches!(kind, Some(EntityType::Person | EntityType::Organisation))
            && mention.tokens.first() <= label.first() + 1
    });
    human
        || named
        || NAMELESS.holds(last)
        || label.len() == 1 && [QUESTION, ANSWER].iter().any(|names| names.contains(&last))
}

/// Whether paragraphs that begin like turns are a dialogue: most labels are somebody's, most of them are followed by sentences,
/// and one who spoke speaks again.
fn is_dialogue(openings: &[Opening]) -> bool {
    let half = |fits: fn(&Opening) -> bool| {
        2 * openings.iter().filter(|it| fits(it)).count() >= openings.len()
    };
    let mut names: Vec<u64> = openings.iter().map(|it| it.last).collect();
    names.sort_unstable();
    names.dedup();
    let recurs = openings.len() >= FEWEST && names.len() < openings.len();
    let dialogue = names.len() > 1 && (recurs || is_interview(openings));
    let talk = 2 * names.len() <= openings.len() && is_talk(openings);
    dialogue && (half(|it| it.known) || talk) && half(|it| it.speaks)
}

/// Whether people talk to each other, whoever they are: all speak, somebody asks, and "I" or "you" are told of.
fn is_talk(openings: &[Opening]) -> bool {
    let any = |fits: fn(&Opening) -> bool| openings.iter().any(fits);
    openings.iter().all(|it| it.speaks) && any(|it| it.asks) && any(|it| it.personal)
}

/// Whether somebody asks as "Q" and somebody answers as "A".
fn is_interview(openings: &[Opening]) -> bool {
    [QUESTION, ANSWER].iter().all(|names| openings.iter().any(|it| names.contains(&it.last)))
}

/// The turns of a dialogue; who asks and who answers is told by question marks.
fn turns(tables: &Tables, openings: &[Opening]) -> Vec<Turn> {
    let blocks = match openings {
        [first, .., last] => last.block - first.block + 1,
        _ => 1,
    };
    let alone = openings.len() >= LONG && blocks <= 2 * openings.len();
    let goes_on = alone || is_interview(openings) || openings.iter().all(|it| it.line);
    let mut names: Vec<u64> = openings.iter().map(|it| it.last).collect();
    names.sort_unstable();
    let upper = openings.iter().any(|it| it.upper && recurs(&names, it.last));
    let mut turns: Vec<Turn> = Vec::new();
    for (at, opening) in openings.iter().enumerate() {
        if opening.label.is_empty() {
            continue;
        }
        let next = openings.get(at + 1).map_or(usize::MAX, |next| next.block);
        let below = usize::from(opening.line && next > opening.block + 1);
        let last = match goes_on && next < usize::MAX {
            true => next - 1,
            false => spoken_until(tables, opening.block, next).max(opening.block + below),
        };
        let content = content(tables, opening, last);
        // "ANN POE:" is somebody beside "TOM REED:", who speaks again.
        let somebody = opening.known || recurs(&names, opening.last) || opening.upper && upper;
        if !somebody || content.is_empty() {
            continue;
        }
        let end = content.last().map_or(opening.mark, |part| part.last());
        let asks = QUESTION.contains(&opening.last) || tables.kind(end) == Kind::Question;
        let answers = turns.last().is_some_and(|before| before.act == Act::Ask);
        let act = match () {
            () if asks => Act::Ask,
            () if answers => Act::Reply,
            () => Act::State,
        };
        let Opening { block, label, mark, .. } = *opening;
        let first = tables.blocks.get(block).map_or(label.start, |block| block.tokens.start);
        turns.push(Turn { first, label, colon: mark, content, act });
    }
    turns
}

/// Whether a name is more than once among sorted ones: whoever has two turns is somebody.
fn recurs(names: &[u64], name: u64) -> bool {
    names.get(names.partition_point(|it| *it < name) + 1) == Some(&name)
}

/// The last of the paragraphs below a turn, before `next`, that go on in the first person.
fn spoken_until(tables: &Tables, block: usize, next: usize) -> usize {
    let speaks = |block: &Block| {
        let mut own = block.tokens.range().filter(|at| OWN.holds(tables.key(*at)));
        own.any(|at| tables.speech(at) == 0)
    };
    let below = tables.blocks.get(block + 1..next.min(tables.blocks.len())).unwrap_or_default();
    block + below.iter().take(APART).take_while(|it| speaks(it)).count()
}

/// What is said in the paragraphs of a turn, up to `last`: without the full stop at the end and lines in brackets, "(APPLAUSE)".
fn content(tables: &Tables, opening: &Opening, last: usize) -> Vec<Run> {
    let blocks = tables.blocks.get(opening.block..last + 1).unwrap_or_default();
    let mut parts: Vec<Run> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let start = match at {
            0 if opening.line => block.tokens.after(),
            0 => opening.mark + 1,
            _ => block.tokens.first(),
        };
        let run = Run::new(start, block.tokens.after());
        let stop = usize::from(!run.is_empty() && tables.kind(run.last()) == Kind::Stop);
        let bracket = run.len() > stop
            && tables.kind(run.first()) == Kind::Open
            && tables.kind(run.last() - stop) == Kind::Close;
        let said = !matches!(block.part, Part::Credit | Part::Subhead) || at == 0;
        // "BY MS. POE:" tells who asks from here on.
        let asks =
            !run.is_empty() && tables.is(start, BY) && tables.kind(run.last()) == Kind::Colon;
        if !run.is_empty() && !bracket && said && !asks {
            parts.push(run);
        }
    }
    if let Some(part) = parts.last_mut() {
        // The mark that closes the transcript is nobody's.
        let quoted = tables.kind(opening.label.first().wrapping_sub(1)) == Kind::Double;
        part.end -= u32::from(quoted && tables.kind(part.last()) == Kind::Double);
        if !part.is_empty() && tables.kind(part.last()) == Kind::Stop {
            part.end -= 1;
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

impl Turn {
    /// Its first token.
    pub(super) fn start(&self) -> u32 {
        self.first
    }

    /// Its colon.
    pub(super) fn mark(&self) -> u32 {
        self.colon as u32
    }

    /// Where what is said begins.
    pub(super) fn said_from(&self) -> u32 {
        self.colon as u32 + 1
    }

    pub(super) fn draft(self) -> Draft {
        let Turn { label, colon, content, act, .. } = self;
        let draft = Draft::of_mark(colon, CueKind::Colon, label, content, SURE, TURN);
        Draft { turn: Some(act), ..draft }
    }
}
