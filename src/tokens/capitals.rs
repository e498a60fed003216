//! Capitals for persons in paragraphs that have none: "mayor ann poe denied that …". Tags and names hang on them.

use crate::document::{Block, Kind, Token};
use crate::key::{Spread, TextMap};
use crate::lexicon::{AUXILIARIES, CueClass, Lexicon, class};
use crate::span::Run;

/// Words that a paragraph has at least, of which no capital tells that it was written without.
const FEWEST: usize = 6;

/// Marks as capitalised, in paragraphs without capitals, given names with the surname behind them and names behind "mr", and these
/// surnames where they stand alone.
pub(super) fn restore(lexicon: &Lexicon, spread: Spread, blocks: &[Block], tokens: &mut [Token]) {
    let small: Vec<Run> =
        blocks.iter().map(|it| it.tokens).filter(|it| is_small(*it, tokens)).collect();
    let mut surnames: TextMap<()> = TextMap::with_hasher(spread);
    for run in &small {
        let own = &mut tokens[run.range()];
        for at in 0..own.len() {
            let end = at + name_len(lexicon, own, at);
            own[at..end].iter_mut().for_each(|token| token.flags |= Token::CAPITAL);
            surnames.extend(own[at..end].last().map(|surname| (surname.key, ())));
        }
    }
    for run in small {
        let alone = tokens[run.range()].iter_mut().filter(|it| surnames.contains_key(&it.key));
        alone.for_each(|token| token.flags |= Token::CAPITAL);
    }
}

/// Whether a paragraph of several words has no capital.
fn is_small(block: Run, tokens: &[Token]) -> bool {
    let own = &tokens[block.range()];
    let words = || own.iter().filter(|it| it.kind == Kind::Word);
    !own.iter().any(|it| it.has(Token::CAPITAL)) && words().count() >= FEWEST
}

/// How many words of a person's name begin at a word: two of "ann poe" where a surname of the list follows, a title or role stands
/// before, or a comma or verb behind a word of no list; one of "poe" in "mr poe"; 0 where no name begins.
fn name_len(lexicon: &Lexicon, words: &[Token], at: usize) -> usize {
    const BEFORE: u32 =
        class::HONORIFIC | class::RANK | class::TITLE | class::OFFICE | class::HUMAN;
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
    if !word(at) || acts(at) {
        0
    } else if given && word(at + 1) && !acts(at + 1) && (told || strange()) {
        2
    } else {
        usize::from(before & class::HONORIFIC != 0 && own & BEFORE == 0)
    }
}
