//! Capitals for persons in paragraphs that have none, "mayor ann poe denied that …", and none for other words in those that have
//! nothing else: "MAYOR ANN POE DENIED THAT …". Tags and names hang on them.

use crate::document::{Block, Kind, Token};
use crate::key::{KeySet, Spread, TextMap};
use crate::lexicon::{AUXILIARIES, CueClass, DAYS, Lexicon, class};
use crate::span::Run;

/// Words that a paragraph has at least, of which no capital, or nothing else, tells that it was written so.
const FEWEST: usize = 6;

/// Marks as capitalised, in paragraphs without capitals, given names with the surname behind them and names behind "mr", these
/// surnames where they stand alone, days, and what begins a sentence. Paragraphs that are all in capitals lose them before, but for words
/// that the rest of the article writes with one.
pub(super) fn restore(lexicon: &Lexicon, spread: Spread, blocks: &[Block], tokens: &mut [Token]) {
    let runs = || blocks.iter().map(|it| it.tokens);
    let mut small: Vec<Run> = runs().filter(|it| is_small(*it, tokens)).collect();
    let upper = find_upper(blocks, tokens);
    if !upper.is_empty() {
        lower(lexicon, &upper, &written(spread, blocks, tokens), tokens);
        small.extend(&upper);
    }
    let mut surnames: TextMap<()> = TextMap::with_hasher(spread);
    for run in &small {
        let own = &mut tokens[run.range()];
        for at in 0..own.len() {
            let end = at + name_len(lexicon, own, at);
            own[at..end].iter_mut().for_each(|token| token.flags |= Token::CAPITAL);
            surnames.extend(own[at..end].last().map(|surname| (surname.key, ())));
        }
    }
    for run in &small {
        let date = |word: u64| DAYS.holds(word) || MONTHS.holds(word);
        let alone = |it: &&mut Token| surnames.contains_key(&it.key) || date(it.key);
        let alone = tokens[run.range()].iter_mut().filter(alone);
        alone.for_each(|token| token.flags |= Token::CAPITAL);
    }
    for run in small {
        begin_sentences(&mut tokens[run.range()]);
    }
}

/// Months that are no other words.
const MONTHS: KeySet<10> = KeySet::new([
    "january", "february", "april", "june", "july", "august", "september", "october", "november",
    "december",
]);

/// Whether a paragraph of several words has no capital.
fn is_small(block: Run, tokens: &[Token]) -> bool {
    let own = &tokens[block.range()];
    let words = || own.iter().filter(|it| it.kind == Kind::Word);
    !own.iter().any(|it| it.has(Token::CAPITAL)) && words().count() >= FEWEST
}

/// The paragraphs all in capitals; where they are no more than half of the article, those of one sentence are headlines and stay.
fn find_upper(blocks: &[Block], tokens: &[Token]) -> Vec<Run> {
    let mut upper: Vec<Run> =
        blocks.iter().map(|it| it.tokens).filter(|it| is_upper(*it, tokens)).collect();
    let many = 2 * upper.iter().map(|it| it.len()).sum::<usize>() > tokens.len();
    upper.retain(|it| many || !is_one(&tokens[it.range()]));
    upper
}

/// Whether a paragraph is one sentence: no mark ends another in it. "8. POE WINS" is one.
fn is_one(words: &[Token]) -> bool {
    let stops = |it: &Token| matches!(it.kind, Kind::Stop | Kind::Question | Kind::Exclamation);
    let inside = words.get(2..words.len().saturating_sub(2)).unwrap_or_default();
    !inside.iter().any(stops)
}

/// Whether a paragraph of several words is all in capitals.
fn is_upper(block: Run, tokens: &[Token]) -> bool {
    let words = || tokens[block.range()].iter().filter(|it| it.kind == Kind::Word);
    let letter = |it: &Token| it.has(Token::CAPITAL) && it.span().len() == 1;
    words().all(|it| it.has(Token::ALL_CAPS) || letter(it)) && words().count() >= FEWEST
}

/// How the other paragraphs write words, those of headlines aside.
fn written(spread: Spread, blocks: &[Block], tokens: &[Token]) -> TextMap<Written> {
    let mut written: TextMap<Written> = TextMap::with_hasher(spread);
    for block in blocks.iter().map(|it| it.tokens) {
        let own = &tokens[block.range()];
        if !is_sentence(own) || is_upper(block, tokens) {
            continue;
        }
        let mut inside = false;
        for token in own {
            if token.kind == Kind::Word {
                let word = written.entry(token.key).or_default();
                let capital = token.has(Token::CAPITAL);
                word.letters |= token.has(Token::ALL_CAPS);
                word.inside |= capital && inside;
                word.small |= !capital;
            }
            inside = matches!(token.kind, Kind::Word | Kind::Comma);
        }
    }
    written
}

/// How a word is written outside paragraphs all in capitals.
#[derive(Clone, Copy, Debug, Default)]
struct Written {
    /// With a capital inside a sentence.
    inside: bool,
    /// Without a capital.
    small: bool,
    /// All in capitals.
    letters: bool,
}

/// Whether a paragraph ends in a mark, as headlines do not.
fn is_sentence(words: &[Token]) -> bool {
    words.last().is_some_and(|it| !matches!(it.kind, Kind::Word | Kind::Number))
}

/// Takes their capitals from the words of paragraphs all in capitals, but for those that are names elsewhere in the article or, in
/// paragraphs of one sentence, by the list of surnames: these may be headlines.
fn lower(lexicon: &Lexicon, upper: &[Run], written: &TextMap<Written>, tokens: &mut [Token]) {
    for run in upper {
        let own = &mut tokens[run.range()];
        let headline = is_one(own);
        for token in own.iter_mut().filter(|it| it.is_word()) {
            let class = lexicon.names.class(token.key);
            let (name, letters) = match written.get(&token.key) {
                Some(word) => (word.inside || !word.small, word.letters),
                None => {
                    let acts = lexicon.cues.get(token.key, CueClass::Verb).next().is_some();
                    (headline && !acts && class & class::SURNAME != 0, false)
                }
            };
            let taken = match name {
                true if letters => 0,
                true => Token::ALL_CAPS,
                false => Token::CAPITAL | Token::ALL_CAPS,
            };
            token.flags &= !taken;
        }
    }
}

/// Marks as capitalised what begins the sentences of a paragraph: its first word and those behind marks that end one.
fn begin_sentences(words: &mut [Token]) {
    let mut begins = true;
    for token in words {
        match token.kind {
            Kind::Word if begins => (token.flags, begins) = (token.flags | Token::CAPITAL, false),
            Kind::Stop | Kind::Question | Kind::Exclamation => begins = true,
            Kind::Double | Kind::Single | Kind::Close | Kind::Open => {}
            _ => begins = false,
        }
    }
}

/// How many words of a person's name begin at a word: two of "ann poe" where a surname of the list follows, a title or role stands
/// before, or a comma or verb behind a word of no list; one of "poe" in "mr poe"; 0 where no name begins.
fn name_len(lexicon: &Lexicon, words: &[Token], at: usize) -> usize {
    const BEFORE: u32 =
        class::HONORIFIC | class::RANK | class::TITLE | class::OFFICE | class::HUMAN;
    const TITLED: u32 = class::RANK | class::TITLE | class::OFFICE;
    let names = &lexicon.names;
    let class_at = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at)).filter(|it| it.kind == Kind::Word);
        word.map_or(0, |it| names.class(it.key))
    };
    let acts = |at: usize| {
        let key = words.get(at).map_or(0, |it| it.key);
        let cue = lexicon.cues.get(key, CueClass::Verb).next().is_some();
        cue || AUXILIARIES.holds(key)
    };
    let (own, before, next) =
        (class_at(Some(at)), class_at(at.checked_sub(1)), class_at(Some(at + 1)));
    let word = |at: usize| words.get(at).is_some_and(|it| it.kind == Kind::Word);
    let given = own & class::GIVEN != 0 && !names.is_given_word(words[at].key);
    let told = next & class::SURNAME != 0 || before & BEFORE != 0;
    let set_off = || words.get(at + 2).is_some_and(|it| it.kind == Kind::Comma);
    let strange = || next == 0 && (set_off() || acts(at + 2));
    // "president holt said"
    let told_alone = || before & TITLED != 0 && own & class::SURNAME != 0 && acts(at + 1);
    if !word(at) || acts(at) {
        0
    } else if given && word(at + 1) && !acts(at + 1) && (told || strange()) {
        2
    } else {
        let named = before & class::HONORIFIC != 0 || told_alone();
        usize::from(named && own & BEFORE == 0)
    }
}
