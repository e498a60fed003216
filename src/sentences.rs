//! Sentence spans.
//!
//! Boundaries are sought only after terminal marks and abbreviations, and before the markers of lists. What stands on
//! either side decides: the case and class of the next word, the kind of the abbreviation, closing marks between. Closing
//! quotation marks and brackets belong to the sentence that they close. Every decision looks at a bounded number of tokens.

use crate::document::{Block, Kind, Part, Quote, QuoteUse, Sentence, Tables, Token, begins_turn};
use crate::key::{key, key_of, keys};
use crate::lexicon::{Abbreviation, CueClass, DAYS, FrameKind, Lexicon};
use crate::span::{Run, Span};

/// Cuts every block into sentences and flags their first tokens.
///
/// With `whole_quotations` no sentence ends inside a quotation or inside brackets.
pub(crate) fn find_sentences(
    text: &str,
    lexicon: &Lexicon,
    whole_quotations: bool,
    tables: &mut Tables,
) {
    let Tables { blocks, tokens, quotes, sentences, .. } = tables;
    let mut brackets = Vec::new();
    let turn = |block: &Block| tokens.get(block.tokens.range()).is_some_and(begins_turn);
    let asks = |block: &Block| turn(block) && tokens[block.tokens.first()].key == key("q");
    let interview = blocks.iter().any(asks);
    for (index, block) in blocks.iter().enumerate() {
        if whole_quotations {
            find_brackets(tokens, block.tokens, &mut brackets);
        }
        if matches!(block.part, Part::Dateline | Part::Byline) && !block.tokens.is_empty() {
            sentences.push(sentence(tokens, block, index, block.tokens));
            continue;
        }
        let mut run = block.tokens;
        // "Q — Why?"
        if interview && turn(block) && tokens[run.first() + 1].kind == Kind::Dash && run.len() > 2 {
            sentences.push(sentence(tokens, block, index, Run::new(run.first(), run.first() + 2)));
            run.start += 2;
        }
        let splitter = Splitter {
            text,
            lexicon,
            tokens,
            quotes,
            run,
            whole: whole_quotations,
            brackets: &brackets,
        };
        splitter.split(|run| sentences.push(sentence(tokens, block, index, run)));
    }
    for sentence in sentences {
        tokens[sentence.tokens.first()].flags |= Token::SENTENCE;
    }
}

fn sentence(tokens: &[Token], block: &Block, index: usize, run: Run) -> Sentence {
    let span = Span::new(tokens[run.first()].start, tokens[run.last()].end);
    Sentence { span, part: block.part, tokens: run, block: index as u32 }
}

/// Fills `brackets` with the outermost pairs of brackets in `run`, in order.
fn find_brackets(tokens: &[Token], run: Run, brackets: &mut Vec<Run>) {
    brackets.clear();
    let (mut open, mut depth) = (run.first(), 0);
    for at in run.range() {
        match tokens[at].kind {
            Kind::Open => {
                open = if depth == 0 { at } else { open };
                depth += 1;
            }
            Kind::Close if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    brackets.push(Run::new(open, at + 1));
                }
            }
            _ => {}
        }
    }
}

/// Words that begin sentences and seldom continue a name, so that one with a capital after an abbreviation begins one.
#[rustfmt::skip]
const STARTERS: [u64; 116] = keys([
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "here",
    "his", "her", "its", "their", "our", "my", "your", "who", "what", "when", "where", "why", "how", "which", "whose",
    "and", "but", "or", "so", "yet", "nor", "if", "as", "at", "in", "on", "of", "for", "from", "to", "by", "with",
    "without", "after", "before", "since", "until", "while", "although", "though", "because", "unless", "despite",
    "during", "about", "according", "among", "under", "over", "between", "both", "each", "every", "some", "many",
    "most", "all", "any", "no", "not", "none", "one", "another", "other", "others", "several", "few", "such", "then",
    "now", "once", "also", "however", "meanwhile", "moreover", "instead", "still", "even", "just", "only", "perhaps",
    "maybe", "please", "did", "do", "does", "is", "are", "was", "were", "has", "have", "had", "can", "could", "would",
    "should", "let", "yes", "well",
]);

/// Verbs that tie a question or exclamation to who says it: "'Why?' Poe asked."
#[rustfmt::skip]
const SAID: [u64; 24] = keys([
    "say", "ask", "said", "says", "asked", "asks", "replied", "replies", "added", "adds", "wondered", "shouted",
    "cried", "yelled", "exclaimed", "told", "wrote", "tweeted", "joked", "responded", "answered",
    "quipped", "demanded", "recalled",
]);

/// What makes a time of day go on besides a weekday and letters: "9 a.m. Eastern time".
const ZONES: [u64; 5] = keys(["eastern", "pacific", "central", "mountain", "greenwich"]);

/// Labels of captions and credits that stand on the line of what they follow: "… at the mill Image: Daily Post".
const CAPTIONS: [u64; 5] = keys(["image", "images", "photo", "photos", "photograph"]);

/// Words before a weekday that make it part of the sentence.
#[rustfmt::skip]
const BEFORE_DAY: [u64; 16] = keys([
    "on", "of", "for", "since", "until", "till", "by", "from", "through", "to", "before", "after", "and", "this", "last",
    "next",
]);

/// How many tokens after a quotation may hold the verb that ties it to its speaker.
const SAID_REACH: usize = 4;
/// How many closing marks are looked at after a terminal mark.
const CLOSING: usize = 16;
/// A sentence that begins with one of [`BEFORE_TIME`] and has at most this many tokens before "a.m." has only begun: "At 5
/// a.m. Mr. Poe left."
const SHORT: usize = 6;
#[rustfmt::skip]
const BEFORE_TIME: [u64; 14] = keys([
    "at", "by", "on", "around", "about", "after", "before", "until", "from", "since", "shortly", "just", "soon", "between",
]);

fn is_terminal(kind: Kind) -> bool {
    matches!(kind, Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis)
}

/// Looks for the boundaries of one block.
struct Splitter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    quotes: &'a [Quote],
    run: Run,
    whole: bool,
    /// Outermost pairs of brackets, where sentences must not end inside them.
    brackets: &'a [Run],
}

impl Splitter<'_> {
    fn split(&self, mut each: impl FnMut(Run)) {
        let end = self.run.range().end;
        let mut start = self.run.first();
        let mut at = start;
        let mut expected = self.next_marker(start);
        let date = self.closing_date();
        while at < end {
            // Inside a list, and before the date, what begins a sentence needs no mark.
            if expected.is_none() && at + 1 != date && !self.may_end(at) {
                at += 1;
                continue;
            }
            let cut = match self.tokens[at].kind {
                kind if is_terminal(kind) => self.after_terminal(start, at),
                Kind::Word if self.tokens[at].has(Token::ABBREVIATION) => {
                    self.after_abbreviation(start, at)
                }
                _ => None,
            };
            let starts =
                |next| next == date || self.is_caption(next) || self.is_item(next, expected);
            let cut = cut.or_else(|| Some(at + 1).filter(|next| starts(*next)));
            match cut {
                Some(cut) if cut < end && !(self.whole && self.is_inside(cut)) => {
                    each(Run::new(start, cut));
                    start = cut;
                    expected = self.next_marker(start).or(expected);
                    at = cut;
                }
                _ => at += 1,
            }
        }
        if start < end {
            each(Run::new(start, end));
        }
    }

    /// Whether a sentence may end with token `at`, by its kind or by a bullet or caption behind it; most may not.
    fn may_end(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is = |at: usize, kind| self.tokens.get(at).is_some_and(|token| token.kind == kind);
        is_terminal(token.kind)
            || token.has(Token::ABBREVIATION)
            || is(at + 1, Kind::Symbol)
            || is(at + 2, Kind::Colon)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| self.run.holds(at))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.span().of(self.text))
    }

    /// Whether a quotation or a pair of brackets holds the tokens on both sides of `cut`.
    fn is_inside(&self, cut: usize) -> bool {
        let mut quote = self.tokens[cut].quote as usize;
        while let Some(row) = quote.checked_sub(1).and_then(|index| self.quotes.get(index)) {
            if row.tokens.first() < cut && row.closed {
                return true;
            }
            quote = row.parent as usize;
        }
        let at = self.brackets.partition_point(|run| run.range().end <= cut);
        self.brackets.get(at).is_some_and(|run| run.first() < cut)
    }

    /// The end of the terminal marks, closing marks and reference numbers ("[3]") from `at` on.
    fn closing_end(&self, at: usize) -> usize {
        let mut end = self.marks_end(at);
        while end < at + CLOSING && self.is_reference(end) {
            end += 3;
        }
        end
    }

    /// Whether a reference number in square brackets stands at `at`.
    fn is_reference(&self, at: usize) -> bool {
        self.kind(at + 1) == Some(Kind::Number) && self.text(at) == "[" && self.text(at + 2) == "]"
    }

    fn marks_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(token) = self.token(end).filter(|_| end < at + CLOSING) {
            let spaced = token.has(Token::SPACE);
            let belongs = match token.kind {
                Kind::Stop | Kind::Question | Kind::Exclamation => true,
                Kind::Ellipsis => !spaced || end == self.run.last(),
                Kind::Close => true,
                Kind::Double | Kind::Single => self.closes(end) || !spaced && !self.opens(end),
                _ => false,
            };
            if !belongs {
                break;
            }
            end += 1;
        }
        end
    }

    fn opens(&self, at: usize) -> bool {
        self.quote(at).is_some_and(|quote| quote.tokens.first() == at)
    }

    fn closes(&self, at: usize) -> bool {
        self.quote(at).is_some_and(|quote| quote.closed && quote.tokens.last() == at)
    }

    fn quote(&self, at: usize) -> Option<&Quote> {
        self.quotes.get((self.token(at)?.quote as usize).checked_sub(1)?)
    }

    /// The first token from `at` on that is no opening mark or bracket; at most a few are skipped.
    fn opener(&self, at: usize) -> Option<&Token> {
        let skipped =
            |at: &usize| matches!(self.kind(*at), Some(Kind::Open | Kind::Double | Kind::Single));
        let first = (at..at + 4).find(|at| !skipped(at))?;
        self.token(first)
    }

    /// Where the sentence ends that has the terminal mark `at`, if one does.
    fn after_terminal(&self, start: usize, at: usize) -> Option<usize> {
        let bracketed = self.kind(at + 1) == Some(Kind::Close)
            && at > start
            && self.kind(at - 1) == Some(Kind::Open);
        let end = self.closing_end(at);
        let next = self.token(end)?;
        if bracketed || self.is_marker(start, end) || self.goes_on(at, end, next) {
            return None;
        }
        let opener = self.opener(end).unwrap_or(next);
        let quoted =
            (at + 1..end).any(|at| matches!(self.kind(at), Some(Kind::Double | Kind::Single)));
        let closed = quoted || (at + 1..end).any(|at| self.kind(at) == Some(Kind::Close));
        let strong = self.kind(at) == Some(Kind::Stop);
        let cut = if opener.kind == Kind::Ellipsis {
            true
        } else if self.kind(at) == Some(Kind::Ellipsis) && end == at + 1 {
            at > start && self.ends_in_ellipsis(at, opener)
        } else if opener.is_word() && !opener.has(Token::CAPITAL) {
            !closed && self.lower_case_start(at)
        } else if quoted && !strong {
            !self.is_said(end) && !self.is_tag(end, true)
        } else if quoted && self.closes(end - 1) {
            !self.is_tag(end, false)
        } else {
            true
        };
        cut.then_some(end)
    }

    /// Whether what follows cannot begin a sentence: a comma, a clitic, a word without space that is no new sentence's.
    fn goes_on(&self, at: usize, end: usize, next: &Token) -> bool {
        if matches!(
            next.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Clitic | Kind::Close
        ) {
            return true;
        }
        if next.has(Token::SPACE) {
            // "N° 5", "№. 5"
            return next.kind == Kind::Number
                && at > 0
                && matches!(self.text(at - 1), "°" | "º" | "№");
        }
        let opener = self.opener(end).unwrap_or(next);
        let before = at.checked_sub(1).and_then(|at| self.token(at));
        let word =
            before.is_some_and(|t| t.kind == Kind::Number || t.is_word() && t.end - t.start > 1);
        let tight = self.kind(at) != Some(Kind::Stop) || word || end > at + 1;
        !(opener.has(Token::CAPITAL) && tight)
    }

    fn ends_in_ellipsis(&self, at: usize, opener: &Token) -> bool {
        let dots = self.text(at).bytes().filter(|byte| *byte == b'.').count();
        let spaced = self.token(at).is_some_and(|token| token.has(Token::SPACE));
        let starter = STARTERS.contains(&opener.key) && opener.key != key("i");
        opener.has(Token::CAPITAL) && (dots > 3 || !spaced || starter)
    }

    /// Whether the terminal mark `at` before a word in lower case ends a sentence: not a full stop where the word before it
    /// may be shortened, nor another mark that may belong to a name ("Yahoo!").
    fn lower_case_start(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|at| self.token(at)) else { return false };
        match self.kind(at) {
            Some(Kind::Question | Kind::Exclamation) => !before.has(Token::CAPITAL),
            _ => {
                before.end - before.start > 2
                    && !self.lexicon.abbreviations.contains_key(&before.key)
            }
        }
    }

    /// Whether a verb of saying follows soon after the quotation that ends before `at`.
    fn is_said(&self, at: usize) -> bool {
        let reach = (at..at + SAID_REACH).map_while(|at| self.token(at));
        reach.take_while(|token| token.kind != Kind::Stop).any(|token| SAID.contains(&token.key))
    }

    /// Whether a word is a verb that introduces quotations, as "complained" is.
    fn may_quote(&self, word: u64) -> bool {
        self.lexicon.cues.has(word, CueClass::Verb, |it| it.has(FrameKind::Quote))
    }

    /// Whether nothing stands behind the quotation that ends before `at` but who says it, as where a full stop took the comma's place:
    /// "“It is late.” *Poe said.*" Behind a question or exclamation any verb that introduces quotations says it, and a comma may follow:
    /// "“Is it late?” *Poe complained*, and left."
    fn is_tag(&self, at: usize, asked: bool) -> bool {
        let says = |word: u64| SAID.contains(&word) || asked && self.may_quote(word);
        let verb = (at + 1..at + SAID_REACH)
            .find(|at| self.token(*at).is_some_and(|it| !it.has(Token::CAPITAL) && says(it.key)));
        let speaker = |verb: usize| {
            (at..verb).all(|at| self.token(at).is_some_and(|it| it.has(Token::CAPITAL)))
        };
        let ends = |verb: usize| {
            self.kind(verb + 1).is_none_or(|it| it == Kind::Stop || asked && it == Kind::Comma)
        };
        verb.is_some_and(|verb| speaker(verb) && ends(verb))
    }

    /// Where the sentence ends whose abbreviation with its full stop is token `at`, if it does.
    fn after_abbreviation(&self, start: usize, at: usize) -> Option<usize> {
        let end = self.closing_end(at);
        let next = self.token(end)?;
        if end > at + 1
            && matches!(self.kind(at + 1), Some(Kind::Stop | Kind::Question | Kind::Exclamation))
        {
            return None;
        }
        if !next.has(Token::SPACE) || self.is_marker(start, end) {
            return None;
        }
        let opener = self.opener(end).unwrap_or(next);
        if !opener.is_word() || !opener.has(Token::CAPITAL) {
            return None;
        }
        let word = self.text(at);
        let kind = self
            .lexicon
            .abbreviations
            .get(&key_of(word.strip_suffix('.').unwrap_or(word)))
            .copied();
        let starter = STARTERS.contains(&opener.key);
        let speech =
            self.opens(end) && self.quote(end).is_some_and(|it| it.use_ == QuoteUse::Speech);
        let titled = opener.has(Token::ABBREVIATION);
        let comma = at > start && self.kind(at - 1) == Some(Kind::Comma);
        let cut = match kind {
            Some(Abbreviation::Title) => starter && self.follows_name(start, at),
            Some(Abbreviation::Number) => starter,
            Some(Abbreviation::Time) => {
                !self.has_only_begun(start, at)
                    && !DAYS.holds(opener.key)
                    && !ZONES.contains(&opener.key)
                    && !opener.has(Token::ALL_CAPS)
            }
            Some(Abbreviation::Place) => {
                starter || speech || comma && !titled && next.kind != Kind::Open
            }
            Some(Abbreviation::Unit) => true,
            Some(Abbreviation::Latin) => {
                word.starts_with("etc") || starter && word.starts_with("al")
            }
            _ => starter || speech,
        };
        cut.then_some(end)
    }

    fn has_only_begun(&self, start: usize, at: usize) -> bool {
        at - start <= SHORT && BEFORE_TIME.contains(&self.tokens[start].key)
    }

    /// Whether a name stands before token `at`: "Main St." rather than "St. Ives".
    fn follows_name(&self, start: usize, at: usize) -> bool {
        at > start && self.token(at - 1).is_some_and(|token| token.has(Token::CAPITAL))
    }

    /// Whether `start..end` is the marker of a list item and no sentence: "1.", "• 2.)", "a."
    fn is_marker(&self, start: usize, end: usize) -> bool {
        end - start <= 4 && self.marker(start).is_some_and(|(_, after)| after == end)
    }

    /// The marker at `at` as a number ("b" is 2 above the letters' base), and the token after it.
    fn marker(&self, at: usize) -> Option<(u32, usize)> {
        let at = if self.is_bullet(at) { at + 1 } else { at };
        let token = self.token(at)?;
        // Three digits and a full stop are the longest.
        if token.end - token.start > 4 {
            return None;
        }
        let text = self.text(at);
        let shortened = text.strip_suffix('.');
        let label = shortened.unwrap_or(text);
        let value = match label.as_bytes() {
            [letter @ b'a'..=b'z'] => LETTERS + u32::from(*letter),
            _ if token.kind == Kind::Number && label.len() <= 3 => label.parse().ok()?,
            _ => return None,
        };
        let mut after = at + 1;
        while matches!(self.kind(after), Some(Kind::Stop | Kind::Close)) && after < at + 3 {
            after += 1;
        }
        let spaced = self.token(after).is_some_and(|token| token.has(Token::SPACE));
        (spaced && (after > at + 1 || shortened.is_some())).then_some((value, after))
    }

    fn next_marker(&self, start: usize) -> Option<u32> {
        self.marker(start).map(|(value, _)| value + 1)
    }

    fn is_bullet(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Symbol)
            && matches!(self.text(at), "•" | "⁃" | "●" | "▪" | "◦" | "■" | "►")
    }

    /// Whether a list item begins at `at`: a bullet, or the marker that follows the last one.
    fn is_item(&self, at: usize, expected: Option<u32>) -> bool {
        if self.is_bullet(at) {
            return true;
        }
        let Some(expected) = expected else { return false };
        let capital = |after| self.token(after).is_some_and(|token| token.has(Token::CAPITAL));
        self.marker(at).is_some_and(|(value, after)| value == expected && capital(after))
    }

    fn is_caption(&self, at: usize) -> bool {
        self.kind(at + 1) == Some(Kind::Colon)
            && at.checked_sub(1).is_some_and(|at| self.kind(at) != Some(Kind::Open))
            && self
                .token(at)
                .is_some_and(|token| token.has(Token::CAPITAL) && CAPTIONS.contains(&token.key))
    }

    /// Where the date begins that ends the block on the line of its title: "Mill burns down Monday, May 3, 2021".
    /// The block's end where there is none.
    fn closing_date(&self) -> usize {
        let end = self.run.range().end;
        let Some(at) = end.checked_sub(6).filter(|at| *at > self.run.first()) else { return end };
        let kinds = [Kind::Word, Kind::Comma, Kind::Word, Kind::Number, Kind::Comma, Kind::Number];
        let date = kinds.iter().zip(at..end).all(|(kind, at)| self.kind(at) == Some(*kind));
        let weekday = DAYS.holds(self.tokens[at].key) && self.tokens[at].has(Token::CAPITAL);
        let before = &self.tokens[at - 1];
        let title = !BEFORE_DAY.contains(&before.key) && before.kind != Kind::Comma;
        if date && weekday && title { at } else { end }
    }
}

/// Where letters begin among the values of list markers, out of reach of three digits.
const LETTERS: u32 = 10_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::extractor::read_until;

    fn sentences(text: &str, whole_quotations: bool) -> Vec<String> {
        let extractor = Extractor::builder().whole_quotations(whole_quotations).build();
        let tables = read_until(&extractor.expect("built-in data"), "sentences", text);
        for (at, token) in tables.tokens.iter().enumerate() {
            let first = tables.sentences.iter().any(|sentence| sentence.tokens.first() == at);
            assert_eq!(token.has(Token::SENTENCE), first, "{text}");
        }
        tables.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()).collect()
    }

    /// Checks a text whose boundaries are written as " | ", or as "|" where no space stands.
    fn check(marked: &str, whole_quotations: bool) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let text = marked.replace(" | ", " ").replace('|', "");
        assert_eq!(sentences(&text, whole_quotations), expected);
    }

    #[test]
    fn boundaries_stand_where_sentences_end() {
        let cases = [
            // Titles, initials, acronyms.
            "Mr. Poe met Sen. Ann Roe (R-Vt.) on Monday. | Dr. Lee was there too.",
            "Ann B. Poe left. | J. K. Roe stayed.",
            "He lives in the U.S. | They live in the U.K. and the U.S. Virgin Islands.",
            "The U.S. Senate voted. | It took all day.",
            "She runs Poe Inc. | It makes clocks.",
            "Poe Inc. Chief Executive Ann Poe left.",
            "John Roe Jr. won. | Carl Roe Sr. | He lost.",
            "He was born on Oct. 4 in Flint, Mich. | Nobody noticed.",
            "The office is at 5 Main St. | It is closed.",
            "St. Ives is near Mt. Poe.",
            "Sen. Ann Roe (D-N.Y.) met Carl Poe of Ft. Ives. | He is 6 ft. tall.",
            "They had pens, ink, etc. | Paper was short.",
            "See e.g. The Poe Papers.",
            // Times.
            "It opens at 6 p.m. Monday. | It closes at 9 p.m. | Tickets are free.",
            "At 5 a.m. Mr. Poe left.",
            // Numbers and addresses.
            "It cost $3.5 million. | No. 5 paid 10.25 percent.",
            "Write to ann.poe@example.org. | Or read www.example.org/a.b today. | It is free.",
            "The town had 5,000 people in 1950. | 2,000 are left.",
            // Marks in rows, ellipses, missing spaces.
            "Really?! | Yes!!! | He left...",
            "He waited... | Then he left.",
            "She … never came back.",
            "He went to the mill.|The gate was shut.",
            // Quotations and brackets.
            "“It is late. | We must go,” Poe said.",
            "“It is late.” | Poe left.",
            "“Why?” she asked. | “Why now?” Ann Poe asked.",
            "“Never!” he shouted. | “Why?” | The crowd was silent.",
            "“Is it safe?” Ann Poe complained. | “Why now?” Mr. Poe remarked, and left. | “Go!” | Ann Poe left.",
            "“Who?” | Poe started work on Monday. | “Who?” | Ann Poe had left.",
            "“It is late.” Ann Poe said. | “It is old.” | Poe said nothing. | “Go.” | The mayor said.",
            "She was blunter on X. | “Nobody will pay for it,” she wrote.",
            "He left (it was late). | (She stayed.) | Nobody spoke.",
            "He bought Yahoo! shares. | Yahoo! is a company.",
            "He married in 2014. [3] [4] | They moved away.",
            // Names set under a quotation.
            "“It is late. | We must go.” | ― Ann Poe, mayor",
            "\"It is late.\" | -- Ann Poe",
            // Lower case.
            "the mill is shut. | nobody knows why.",
            // Lists.
            "1. The first mill | 2. The second mill",
            "a) The first mill | b) The second mill",
            "• The first mill | • The second mill",
            // Captions and dates on the line of a title.
            "The mayor at the mill | Image: Daily Post.",
            "Mill closes after fire | Monday, May 3, 2021",
            "He came back on Monday, May 3, 2021",
        ];
        for case in cases {
            check(case, false);
        }
    }

    #[test]
    fn whole_quotations_stay_whole() {
        let cases = [
            "“It is late. We must go,” Poe said. | He left.",
            "“It is late. We must go.” | He left.",
            "He teaches (He was a miller. He liked it.) at school. | She does not.",
            "\"Why? Why now?\" she asked.",
        ];
        for case in cases {
            check(case, true);
        }
    }

    #[test]
    fn blocks_end_sentences() {
        let text = "Mill closes\n\nFLINT, Mich. (AP) — The mill closed. Nobody knew.\nWhy";
        let expected =
            ["Mill closes", "FLINT, Mich. (AP) —", "The mill closed.", "Nobody knew.", "Why"];
        assert_eq!(sentences(text, false), expected);
        assert!(sentences("", false).is_empty());
        assert!(sentences(" \n\u{feff} \n", false).is_empty());
    }
}
