//! Quotation marks in pairs: which mark opens, which closes, which is an apostrophe, and what the pair is for.
//!
//! A straight mark has its direction from the spaces beside it, a curly mark from its shape unless the spaces contradict
//! it flatly; a mark between two spaces goes by what is open. Pairs nest properly, at most [`DEPTH`] deep, and end with
//! their paragraph at the latest. Every mark is looked at once, with the next two marks of its family for company, so the
//! cost is linear in the marks.

use crate::document::{Block, Kind, Part, Quote, QuoteUse, Tables, Token};
use crate::key::keys;
use crate::span::Run;

/// How deep quotations nest; marks that would open a deeper one are ignored.
const DEPTH: usize = 4;
/// How many titles and credits may stand between two paragraphs of a quotation.
const BETWEEN: usize = 2;
/// How many tokens a single quotation may hold if only a mark like the possessive of "workers'" could close it.
const WEAK_REACH: u32 = 12;

/// Pairs the quotation marks of every block and notes for each token the quotation that holds it.
pub(crate) fn find_quotes(text: &str, tables: &mut Tables) {
    let mut marks = Vec::new();
    let mut pending = 0;
    for index in 0..tables.blocks.len() {
        let run = tables.blocks[index].tokens;
        marks.clear();
        collect(text, &tables.tokens, run, &mut marks);
        // A title or a photo's credit may stand between the paragraphs of a quotation, with quotations of its own.
        let body = |block: &&Block| !matches!(block.part, Part::Subhead | Part::Credit);
        let inside = body(&&tables.blocks[index]);
        let next = tables.blocks.iter().skip(index + 1).take(BETWEEN + 1).find(body);
        let next = next.map_or(Run::default(), |block| block.tokens);
        pair(&mut marks, &tables.tokens, run, opening_family(text, &tables.tokens, next));
        let unclosed = emit(&marks, run, if inside { pending } else { 0 }, tables);
        if inside {
            pending = unclosed;
        }
    }
}

/// Which marks close which: a double mark never closes a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
}

/// What a mark looks like it does, by shape and spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lean {
    Open,
    Close,
    /// Closes if something is open, else opens.
    Either,
    /// Closes only if nothing better does: an apostrophe after "s", an inch sign after a number.
    WeakClose,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Left,
    Right,
    Straight,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    token: u32,
    family: Family,
    lean: Lean,
    curly: bool,
    /// Index of the mark that closes this one, [`END`] where the paragraph's end does, [`NONE`] for a mark of no pair and
    /// for closing marks.
    partner: u32,
    /// Index of the next mark of the same family.
    next: u32,
    /// Index of the next mark of the same family that leans to closing without doubt.
    closer: u32,
}

const NONE: u32 = u32::MAX;
const END: u32 = u32::MAX - 1;

/// Appends the marks of `run` that can open or close; apostrophes inside or between words are left out.
fn collect(text: &str, tokens: &[Token], run: Run, marks: &mut Vec<Mark>) {
    let mut before = None;
    for at in run.range() {
        let family = match tokens[at].kind {
            Kind::Double => Family::Double,
            Kind::Single => Family::Single,
            _ => {
                before = None;
                continue;
            }
        };
        let lean = lean(text, tokens, run, at, before);
        before = lean;
        if let Some(lean) = lean {
            let curly = shape(text, &tokens[at]) != Shape::Straight;
            marks.push(Mark {
                token: at as u32,
                family,
                lean,
                curly,
                partner: NONE,
                next: NONE,
                closer: NONE,
            });
        }
    }
    let mut next = [NONE; 2];
    let mut closer = [NONE; 2];
    for (index, mark) in marks.iter_mut().enumerate().rev() {
        let family = mark.family as usize;
        mark.next = next[family];
        mark.closer = closer[family];
        next[family] = index as u32;
        if mark.lean == Lean::Close {
            closer[family] = index as u32;
        }
    }
}

fn shape(text: &str, token: &Token) -> Shape {
    match text.get(token.start as usize..).and_then(|rest| rest.chars().next()) {
        Some('“' | '‟' | '‘' | '‛' | '«' | '‹' | '„' | '‚' | '〝' | '`') => {
            Shape::Left
        }
        Some('”' | '’' | '»' | '›' | '〞') => Shape::Right,
        _ => Shape::Straight,
    }
}

/// Where the mark at token `at` leans; `before` is the lean of a mark right before it. `None`: an apostrophe.
fn lean(text: &str, tokens: &[Token], run: Run, at: usize, before: Option<Lean>) -> Option<Lean> {
    let token = &tokens[at];
    let left = (at > run.first()).then(|| &tokens[at - 1]);
    let right = (at < run.last()).then(|| &tokens[at + 1]);
    let space_left = left.is_none() || token.has(Token::SPACE);
    let space_right = right.is_none_or(|token| token.has(Token::SPACE));
    let left_kind = left.map_or(Kind::Stop, |token| token.kind);
    let right_kind = right.map_or(Kind::Stop, |token| token.kind);
    let spaces = match (space_left, space_right) {
        (true, false) if closes_before(right_kind) => Lean::Close,
        (true, false) => Lean::Open,
        (false, true) if left_kind == Kind::Open => Lean::Open,
        (false, true) if left_kind == Kind::Colon => Lean::Either,
        (false, true) => Lean::Close,
        (true, true) => Lean::Either,
        (false, false) if left_kind == Kind::Open || before == Some(Lean::Open) => Lean::Open,
        (false, false) if closes_before(right_kind) => Lean::Close,
        (false, false) if left_kind == Kind::Dash => Lean::Open,
        (false, false) => Lean::Either,
    };
    let shape = shape(text, token);
    if token.kind == Kind::Double {
        return Some(double_lean(
            shape,
            spaces,
            left_kind,
            (space_left, space_right),
            right.is_none(),
        ));
    }
    single_lean(text, shape, spaces, (left, right), (space_left, space_right))
}

/// Punctuation that stands after a closing mark rather than after an opening one.
fn closes_before(kind: Kind) -> bool {
    use Kind::*;
    matches!(kind, Comma | Stop | Question | Exclamation | Colon | Semicolon | Close | Dash)
}

fn double_lean(shape: Shape, spaces: Lean, left: Kind, sides: (bool, bool), last: bool) -> Lean {
    match shape {
        // ” before a word after a space, “ after a word before a space: the typist's error.
        Shape::Right if sides == (true, false) && spaces == Lean::Open => Lean::Open,
        Shape::Left if !sides.0 && spaces == Lean::Close => Lean::Close,
        Shape::Left if last => Lean::Close,
        Shape::Left => Lean::Open,
        Shape::Right => Lean::Close,
        Shape::Straight if left == Kind::Number && sides == (false, true) => Lean::WeakClose,
        Shape::Straight => spaces,
    }
}

fn single_lean(
    text: &str,
    shape: Shape,
    spaces: Lean,
    (left, right): (Option<&Token>, Option<&Token>),
    sides: (bool, bool),
) -> Option<Lean> {
    let wordlike =
        |token: Option<&Token>| token.is_some_and(|t| t.is_word() || t.kind == Kind::Number);
    match sides {
        (false, false) if wordlike(left) && wordlike(right) => return None,
        (true, true) if shape == Shape::Straight => return None,
        _ => {}
    }
    let lean = match shape {
        Shape::Left if !sides.0 && spaces == Lean::Close => Lean::Close,
        Shape::Left => Lean::Open,
        Shape::Right if spaces != Lean::Open => Lean::Close,
        Shape::Straight if spaces == Lean::Either => Lean::Close,
        _ => spaces,
    };
    let possessive = lean == Lean::Close
        && wordlike(right)
        && left.is_some_and(|token| {
            let word = token.span().of(text).as_bytes();
            token.kind == Kind::Number
                || token.is_word()
                    && (matches!(word.last(), Some(b's' | b'S' | b'x' | b'z'))
                        || word.ends_with(b"in"))
        });
    Some(if possessive { Lean::WeakClose } else { lean })
}

/// The family of the mark that opens this block, if one does.
fn opening_family(text: &str, tokens: &[Token], run: Run) -> Option<Family> {
    let family = match tokens.get(run.first()).filter(|_| !run.is_empty())?.kind {
        Kind::Double => Family::Double,
        Kind::Single => Family::Single,
        _ => return None,
    };
    (lean(text, tokens, run, run.first(), None)? == Lean::Open).then_some(family)
}

/// The quotations open at a place: indices of their opening marks, the innermost last.
#[derive(Default)]
struct Stack {
    open: [u32; DEPTH],
    depth: usize,
}

impl Stack {
    fn push(&mut self, mark: usize) {
        if self.depth < DEPTH {
            self.open[self.depth] = mark as u32;
            self.depth += 1;
        }
    }

    /// The level of the innermost open quotation of this family.
    fn level(&self, marks: &[Mark], family: Family) -> Option<usize> {
        (0..self.depth).rev().find(|level| marks[self.open[*level] as usize].family == family)
    }

    /// Closes the quotation at `level` with mark `at` and forgets those inside it that nothing closed.
    fn close(&mut self, marks: &mut [Mark], level: usize, at: usize) {
        marks[self.open[level] as usize].partner = at as u32;
        self.depth = level;
    }
}

/// Gives each opening mark its partner.
fn pair(marks: &mut [Mark], tokens: &[Token], run: Run, reopened: Option<Family>) {
    let mut stack = Stack::default();
    for at in 0..marks.len() {
        let mark = marks[at];
        let level = stack.level(marks, mark.family);
        let opens = match mark.lean {
            Lean::Open => true,
            // Two closing marks in a row with nothing open: the first was meant to open.
            Lean::Close => {
                level.is_none() && mark.family == Family::Double && leans_to_close(marks, mark.next)
            }
            Lean::Either => level.is_none() && mark.next != NONE,
            Lean::WeakClose => false,
        };
        if opens {
            open(&mut stack, marks, at, reopened);
        } else if let Some(level) = level {
            close(&mut stack, marks, at, level);
        }
    }
    if stack.depth > 0 {
        let bottom = stack.open[0] as usize;
        if reopened == Some(marks[bottom].family) || runs_to_end(&marks[bottom], tokens, run) {
            marks[bottom].partner = END;
        }
    }
}

fn leans_to_close(marks: &[Mark], at: u32) -> bool {
    marks.get(at as usize).is_some_and(|mark| matches!(mark.lean, Lean::Close | Lean::Either))
}

fn open(stack: &mut Stack, marks: &[Mark], at: usize, reopened: Option<Family>) {
    let mark = marks[at];
    if mark.family == Family::Single
        && !has_partner(marks, &mark)
        && reopened != Some(Family::Single)
    {
        return;
    }
    let innermost = stack.depth.checked_sub(1).map(|level| marks[stack.open[level] as usize]);
    if let Some(outer) = innermost.filter(|outer| outer.family == mark.family) {
        // Another mark of the family opens: inside, where it looks different or two marks close; else the first was never
        // closed.
        let nested = outer.curly != mark.curly
            || leans_to_close(marks, mark.next)
                && leans_to_close(marks, marks[mark.next as usize].next);
        if !nested {
            stack.depth -= 1;
        }
    }
    stack.push(at);
}

/// Whether a single mark has one that can close it; otherwise it stands for left-out letters.
fn has_partner(marks: &[Mark], mark: &Mark) -> bool {
    if mark.closer != NONE {
        return true;
    }
    let near = |next: &Mark| {
        next.lean == Lean::WeakClose && (mark.curly || next.token - mark.token <= WEAK_REACH)
    };
    marks.get(mark.next as usize).is_some_and(near)
}

fn close(stack: &mut Stack, marks: &mut [Mark], at: usize, level: usize) {
    let mark = marks[at];
    let opening = marks[stack.open[level] as usize];
    if mark.lean == Lean::WeakClose {
        // "the workers' rights': the apostrophe leaves the closing to the mark that comes before anything opens again.
        let better = mark.closer != NONE && mark.closer == mark.next;
        if better || opening.lean != Lean::Open {
            return;
        }
    }
    let inside = level + 1 < stack.depth;
    if inside && mark.family == Family::Single {
        let inner = marks[stack.open[stack.depth - 1] as usize];
        // An apostrophe inside a double quotation inside a single one.
        if inner.closer != NONE && inner.closer > at as u32 {
            return;
        }
    }
    stack.close(marks, level, at);
}

/// Whether a double mark without a partner opens a quotation that lasts to the paragraph's end, rather than being a stray
/// mark: it opens the paragraph, or a comma or colon introduces it, or a capital follows it.
fn runs_to_end(mark: &Mark, tokens: &[Token], run: Run) -> bool {
    let at = mark.token as usize;
    if mark.family == Family::Single || mark.lean != Lean::Open || at >= run.last() {
        return false;
    }
    at == run.first()
        || matches!(tokens[at - 1].kind, Kind::Comma | Kind::Colon)
        || tokens[at + 1].has(Token::CAPITAL)
}

/// Appends the paired quotations of one block in text order; returns 1 + the index of one that the next block reopens.
fn emit(marks: &[Mark], run: Run, pending: u32, tables: &mut Tables) -> u32 {
    let first = tables.quotes.len();
    let mut open: [(u32, u32); DEPTH] = [(0, 0); DEPTH];
    let mut depth = 0;
    for (at, mark) in marks.iter().enumerate() {
        if depth > 0 && open[depth - 1].1 == at as u32 {
            depth -= 1;
            continue;
        }
        if mark.partner == NONE || depth == DEPTH {
            continue;
        }
        let closing = marks.get(mark.partner as usize);
        let end = closing.map_or(run.end, |closing| closing.token + 1);
        let parent = if depth > 0 { open[depth - 1].0 } else { 0 };
        let reopens = mark.token == run.start && same_family(tables, pending, mark);
        let continues = if reopens { pending } else { 0 };
        let tokens = Run { start: mark.token, end };
        let use_ = classify_use(tables, run, tokens, closing.is_some());
        tables.quotes.push(Quote { tokens, parent, closed: closing.is_some(), continues, use_ });
        open[depth] = (tables.quotes.len() as u32, mark.partner);
        depth += 1;
    }
    let mut unclosed = 0;
    for (index, quote) in tables.quotes.iter().enumerate().skip(first) {
        for token in &mut tables.tokens[quote.tokens.range()] {
            token.quote = index as u32 + 1;
        }
        if !quote.closed {
            unclosed = index as u32 + 1;
        }
    }
    unclosed
}

/// Whether the quotation with this number opens with a mark of the same family.
fn same_family(tables: &Tables, quote: u32, mark: &Mark) -> bool {
    tables
        .quote(quote)
        .is_some_and(|quote| tables.kind(quote.tokens.first()) == tables.kind(mark.token as usize))
}

/// Words that show a clause, so that even a short quotation with one of them is speech.
const CLAUSE: [u64; 30] = keys([
    "i", "we", "you", "he", "she", "they", "it", "is", "are", "was", "were", "am", "will", "would",
    "can", "could", "should", "must", "have", "has", "had", "do", "does", "did", "n't", "'m",
    "'re", "'ll", "'ve", "let",
]);
/// Words that a title writes small.
const SMALL: [u64; 14] = keys([
    "of", "the", "and", "in", "a", "an", "to", "for", "on", "at", "with", "from", "by", "or",
]);

/// Words before the title of a work or programme rather than before somebody's words.
#[rustfmt::skip]
const BEFORE_TITLE: [u64; 12] = keys([
    "on", "in", "of", "for", "from", "the", "'s", "titled", "entitled", "named", "film", "documentary",
]);

/// Speech, or a word held at a distance, a nickname, a title.
fn classify_use(tables: &Tables, block: Run, quote: Run, closed: bool) -> QuoteUse {
    let whole = quote.start == block.start || !closed;
    if whole || quote.len() < 3 || quote.len() > 14 {
        return QuoteUse::Speech;
    }
    let before = tables.kind(quote.first() - 1);
    if matches!(before, Kind::Comma | Kind::Colon | Kind::Stop | Kind::Question | Kind::Exclamation)
    {
        return QuoteUse::Speech;
    }
    let inner = &tables.tokens[quote.first() + 1..quote.last()];
    let ends = inner.last().map_or(Kind::Stop, |token| token.kind);
    let words = inner.iter().filter(|token| token.is_word() || token.kind == Kind::Number).count();
    let terminal = matches!(ends, Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis);
    let clause = inner.iter().any(|token| CLAUSE.contains(&token.key));
    if words <= 4 && !clause && !terminal && ends != Kind::Comma {
        return QuoteUse::Scare;
    }
    let named =
        |token: &Token| !token.is_word() || token.has(Token::CAPITAL) || SMALL.contains(&token.key);
    let capitals = inner.iter().filter(|token| token.has(Token::CAPITAL)).count();
    // A title at the end of a sentence holds its full stop: "on 'Morning News.'"
    let placed = BEFORE_TITLE.contains(&tables.tokens[quote.first() - 1].key);
    let title = capitals >= 2 && ends != Kind::Stop || placed && !clause && words <= 5;
    let title = title && inner.iter().all(named);
    if title { QuoteUse::Scare } else { QuoteUse::Speech }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::extractor::read_until;

    fn read(text: &str) -> Tables {
        read_until(&Extractor::new(), "quotes", text)
    }

    /// The quotations of `text` in order, `>` for each level of nesting, `…` where no mark closes, `+` for one that goes on.
    fn quotations(text: &str) -> Vec<String> {
        let tables = read(text);
        let row = |quote: &Quote| {
            let around = tables.quotes_around(quote.tokens.first());
            let nested = ">".repeat(around.count() - 1);
            let goes_on = if quote.continues > 0 { "+" } else { "" };
            let unclosed = if quote.closed { "" } else { "…" };
            format!("{nested}{goes_on}{}{unclosed}", tables.span(quote.tokens).of(text))
        };
        tables.quotes.iter().map(row).collect()
    }

    fn straight(text: &str) -> String {
        text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
    }

    #[test]
    fn curly_and_straight_marks_pair_alike() {
        let cases: &[(&str, &[&str])] = &[
            ("“It is late,” Poe said. “We go.”", &["“It is late,”", "“We go.”"]),
            ("Poe called it “a very, very bad day” for the town.", &["“a very, very bad day”"]),
            ("“He told me ‘no’ twice,” Poe said.", &["“He told me ‘no’ twice,”", ">‘no’"]),
            ("‘He told me “no” twice,’ Poe said.", &["‘He told me “no” twice,’", ">“no”"]),
            ("The workers’ rights and the owners’ duties don’t mix.", &[]),
            (
                "“The workers’ rights don’t matter,” Poe said.",
                &["“The workers’ rights don’t matter,”"],
            ),
            (
                "‘The workers’ rights don’t matter,’ Poe said.",
                &["‘The workers’ rights don’t matter,’"],
            ),
            ("Rock ’n’ roll of the ’60s and the ’90s.", &[]),
            ("“Why?”—Poe asked—“Why now?”", &["“Why?”", "“Why now?”"]),
            ("(“Never,” Poe said.)", &["“Never,”"]),
            ("He said, “She said, ‘Go.’”", &["“She said, ‘Go.’”", ">‘Go.’"]),
            ("“‘Go,’ she said,” Poe recalled.", &["“‘Go,’ she said,”", ">‘Go,’"]),
            ("Talks crossed a ‘red line’.", &["‘red line’"]),
            ("He is “no saint”, she said, and “no fool”.", &["“no saint”", "“no fool”"]),
            ("Ann “Red” Poe left.", &["“Red”"]),
        ];
        for (text, expected) in cases {
            assert_eq!(quotations(text), *expected, "{text}");
            let plain: Vec<String> = expected.iter().map(|quote| straight(quote)).collect();
            assert_eq!(quotations(&straight(text)), plain, "{}", straight(text));
        }
    }

    #[test]
    fn other_marks_pair() {
        let cases: &[(&str, &[&str])] = &[
            ("Poe sagte «It is late» and left.", &["«It is late»"]),
            ("»It is late«, Poe said.", &["»It is late«"]),
            ("``It is late,'' Poe said.", &["``It is late,''"]),
            ("''It is late,'' Poe said.", &["''It is late,''"]),
            ("„It is late“, Poe said.", &["„It is late“"]),
            ("Poe said:\" It is late. \" Then he left.", &["\" It is late. \""]),
        ];
        for (text, expected) in cases {
            assert_eq!(quotations(text), *expected, "{text}");
        }
    }

    #[test]
    fn typing_errors_are_repaired() {
        let cases: &[(&str, &[&str])] = &[
            ("”Mr. Poe is late,” she said.", &["”Mr. Poe is late,”"]),
            ("“It is late,“ she said.", &["“It is late,“"]),
            ("She wore a 6\" heel and said \"no, never\" to him.", &["\"no, never\""]),
            ("The late\" show went on, she said.", &[]),
            ("He was \"very late again. He left.", &[]),
            ("\"It is late, she said. \"We go.\"", &["\"We go.\""]),
            (
                "\"He was “late,” she wrote, “again.” So.\"",
                &["\"He was “late,” she wrote, “again.” So.\"", ">“late,”", ">“again.”"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(quotations(text), *expected, "{text}");
        }
    }

    #[test]
    fn paragraphs_end_and_reopen_quotations() {
        let text = "Poe said: “It is late.\n\n“We must go.\n\n“Now.”\n\nHe left. “Bye.”";
        assert_eq!(quotations(text), ["“It is late.…", "+“We must go.…", "+“Now.”", "“Bye.”"]);
        let tables = read(text);
        let continues: Vec<u32> = tables.quotes.iter().map(|quote| quote.continues).collect();
        assert_eq!(continues, [0, 1, 2, 0]);
        assert_eq!(quotations("“It is late. We go.\n\nThen he left."), ["“It is late. We go.…"]);
        assert_eq!(
            quotations(&straight("‘It is late.\n\n‘We go,’ Poe said.")),
            ["'It is late.…", "+'We go,'"]
        );
    }

    #[test]
    fn a_quotation_goes_on_behind_a_subhead_or_a_credit() {
        let text = "Mill closes\n\nPoe said: “It is late.\n\nWorkers seek new jobs\n\n“We must go.\n\n\
                    Photo: Ann Roe\n\n“Now,” she said. “Bye.”\n\nShe left.";
        assert_eq!(quotations(text), ["“It is late.…", "+“We must go.…", "+“Now,”", "“Bye.”"]);
        assert_eq!(quotations(&straight(text))[1], "+\"We must go.…");
        let marks = "Mill closes\n\nPoe said: “It is late.\n\nWorkers ask for a ‘fair’ mill\n\n“We must go,” she said.";
        assert_eq!(quotations(marks), ["“It is late.…", "‘fair’", "+“We must go,”"]);
        let other = "Poe said: “It is late.\n\nShe left the town.\n\n“We must go,” said Roe.";
        assert_eq!(quotations(other), ["“It is late.…", "“We must go,”"]);
    }

    #[test]
    fn marks_of_another_family_reopen_nothing() {
        let text = "Poe said: “It is late.\n\n‘We must go,’ Roe said.";
        assert_eq!(quotations(text), ["“It is late.…", "‘We must go,’"]);
    }

    #[test]
    fn the_end_of_an_inner_quotation_does_not_end_the_outer_one() {
        let text = "“He told me, ‘Go.’\n\n“So I went,” Poe said.";
        let expected = ["“He told me, ‘Go.’…", ">‘Go.’", "+“So I went,”"];
        assert_eq!(quotations(text), expected);
        assert_eq!(quotations(&straight(text)), expected.map(straight));
    }

    #[test]
    fn a_mark_without_a_partner_leaves_the_others_alone() {
        let cases: &[(&str, &[&str])] = &[
            ("It is late,” Poe said. “We go.”", &["“We go.”"]),
            ("“It is late, Poe said. “We go,” he added.", &["“We go,”"]),
            ("“It is late,” Poe said. We go.” He left. “Bye.”", &["“It is late,”", "“Bye.”"]),
            ("Poe’s “plan’ failed, “he said so.”", &["“he said so.”"]),
        ];
        for (text, expected) in cases {
            assert_eq!(quotations(text), *expected, "{text}");
            let plain: Vec<String> = expected.iter().map(|quote| straight(quote)).collect();
            assert_eq!(quotations(&straight(text)), plain, "{}", straight(text));
        }
    }

    #[test]
    fn tokens_know_their_innermost_quotation() {
        let text = "Poe: “He told me ‘no’ twice.” Then he left.";
        let tables = read(text);
        let held: Vec<u32> = tables.tokens.iter().map(|token| token.quote).collect();
        assert_eq!(held, [0, 0, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn scare_quotes_nicknames_and_titles_are_no_speech() {
        let cases = [
            ("Talks crossed a “red line” on Monday.", QuoteUse::Scare),
            ("Ann “Red” Poe left.", QuoteUse::Scare),
            ("She starred in “The Last Winter of the Old Mill” on stage.", QuoteUse::Scare),
            ("She spoke on “Morning Hour.”", QuoteUse::Scare),
            ("Poe said, “Not again.”", QuoteUse::Speech),
            ("Poe said “Never.”", QuoteUse::Speech),
            ("Poe said he “is no saint” at all.", QuoteUse::Speech),
            ("Poe said the plan would “cost the town its only mill” and more.", QuoteUse::Speech),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).quotes[0].use_, expected, "{text}");
        }
    }

    #[test]
    fn nesting_is_bounded_and_runs_are_proper() {
        let text = "“a ‘b ".repeat(2000) + &"c’ d” ".repeat(2000);
        let tables = read(&text);
        for quote in &tables.quotes {
            assert!(!quote.tokens.is_empty());
            if let Some(parent) = (quote.parent as usize).checked_sub(1) {
                assert!(tables.quotes[parent].tokens.contains(quote.tokens));
            }
        }
    }
}
