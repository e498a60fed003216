//! Quotations and whose they are: those that no cue of their own attributes, and those that two cues claim.

use super::Draft;
use super::grammar::COPULA;
use crate::document::{
    Act, CueKind, EntityType, Kind, Mention, Quote, QuoteUse, Tables, Token, Voice,
};
use crate::key::{key, keys};
use crate::lexicon::{CueEntry, CueWords, FrameKind, Strength};
use crate::span::Run;

/// How many drafts before and after a quotation may be about it.
const NEAR: usize = 8;

/// How many tokens a quotation has at least, with its marks, that is attributed by itself.
const SHORTEST: usize = 4;

const CAME: [u64; 2] = keys(["came", "comes"]);

/// The quotations of speech that stand in no other, with their place among the quotations.
fn speeches(tables: &Tables) -> impl Iterator<Item = (usize, Run)> {
    let whole = |(_, it): &(usize, &Quote)| {
        it.parent == 0 && it.use_ == QuoteUse::Speech && it.tokens.len() >= SHORTEST
    };
    tables.quotes.iter().enumerate().filter(whole).map(|(index, it)| (index, it.tokens))
}

/// The first part of a draft's content that ends behind the start of the run; the parts stand in text order.
fn part_at(draft: &Draft, run: Run) -> Option<Run> {
    draft.content.get(draft.content.partition_point(|part| part.end <= run.start)).copied()
}

impl Draft {
    /// Whether the content was said by somebody else with this cue, and a preposition relays it: "“…,” *said* Poe, according to AP".
    fn relays(&self, cue: Run) -> bool {
        self.candidate.kind == CueKind::Preposition
            && part_at(self, cue).is_some_and(|part| part.contains(cue))
    }

    /// Adds a part to the content, in the order of the text.
    fn add(&mut self, part: Run) {
        self.content.insert(self.content.partition_point(|it| it.start < part.start), part);
    }
}

/// Adds each quotation that no draft holds to the draft whose speaker goes on with it.
pub(super) fn join_quotations(tables: &Tables, words: &CueWords, drafts: &mut [Draft]) {
    let mut at = 0;
    for (index, run) in speeches(tables) {
        while at < drafts.len() && drafts[at].cue.start < run.start {
            at += 1;
        }
        // "“Yes,” *came* the reply": of whoever that is. "“The Dam” *is* a book": nobody's words.
        let after = run.after();
        let other = tables.is_one_of(after, &CAME) || tables.is_one_of(after, &COPULA);
        if !other && !drafts[near(at, drafts)].iter().any(|draft| touches(draft, run)) {
            let speaker = speaker_before(tables, drafts, at, index)
                .or_else(|| speaker_after(tables, drafts, at, index))
                .or_else(|| reported_before(tables, words, drafts, at, index));
            if let Some(speaker) = speaker {
                let cue = drafts[speaker].cue;
                drafts[speaker].add(run);
                // Who relays the speaker's words relays these too.
                let behind = drafts[speaker + 1..at.max(speaker + 1)].iter_mut();
                behind.filter(|draft| draft.relays(cue)).for_each(|draft| draft.add(run));
            }
        }
    }
}

/// The drafts around the one that is next in the text.
fn near(next: usize, drafts: &[Draft]) -> std::ops::Range<usize> {
    next.saturating_sub(NEAR)..drafts.len().min(next + NEAR)
}

/// Whether the draft speaks about the quotation or around it, and not inside it; a turn may stand in one with its label.
fn touches(draft: &Draft, run: Run) -> bool {
    let content = || part_at(draft, run).is_some_and(|it| it.overlaps(run));
    (draft.turn.is_some() || !run.contains(draft.cue))
        && (draft.source.overlaps(run) || draft.cue.overlaps(run) || content())
}

/// The draft whose content the quotation goes on with: one that it continues, or the last one before it, if that is a
/// quotation of the same paragraph, or of the paragraph before where the quotation is a paragraph by itself ([`goes_alone`]).
fn speaker_before(tables: &Tables, drafts: &[Draft], at: usize, index: usize) -> Option<usize> {
    let run = tables.quotes[index].tokens;
    let block = tables.blocks.partition_point(|block| block.tokens.end <= run.start);
    let own = tables.blocks.get(block)?.tokens;
    let alone = goes_alone(tables, own, index) && !is_signed(tables, block);
    let answers = tables.kind(run.first().wrapping_sub(1)) == Kind::Question;
    let before = block.checked_sub(1).map(|before| tables.blocks[before].tokens);
    let continued = tables.quote(tables.quotes[index].continues).map(|quote| quote.tokens);
    let mut latest = true;
    let first = at.saturating_sub(4);
    (first..at).rev().find(|before_at| {
        let draft = &drafts[*before_at];
        let Some(last) = draft.content.last() else { return false };
        // Who relays a quotation is not who goes on with it: "“…,” said Poe, *according to AP*. “…”"
        if drafts[first..*before_at].iter().any(|inner| draft.relays(inner.cue)) {
            return false;
        }
        // Nor does who signs a quotation, "— Ann Poe, “The Sea”".
        if tables.tokens[draft.cue.first()].quote != 0 || draft.candidate.kind == CueKind::Dash {
            return false;
        }
        let quoted = tables.tokens[last.last()].quote > 0 || tables.tokens[last.first()].quote > 0;
        let end = last.first().max(draft.cue.first());
        // Somebody else answers a question.
        let asks = tables.kind(last.last().saturating_sub(1)) == Kind::Question;
        let open = latest && alone && !asks;
        let follows = open && before.is_some_and(|before| before.holds(end));
        latest = false;
        let goes_on = continued.is_some_and(|before| before.overlaps(*last));
        goes_on || (quoted && !answers && (own.holds(draft.cue.first()) || follows))
    })
}

/// The draft of the sentence before a quotation that is a sentence or more by itself, if somebody says something there in other
/// words: "Poe said she would stay. *“I like it here.”*"
fn reported_before(
    tables: &Tables,
    words: &CueWords,
    drafts: &[Draft],
    at: usize,
    index: usize,
) -> Option<usize> {
    let run = tables.quotes[index].tokens;
    let begins = |at: usize| tables.tokens.get(at).is_none_or(|it| it.has(Token::SENTENCE));
    let block = tables.blocks.partition_point(|block| block.tokens.end <= run.start);
    let own = tables.blocks.get(block)?.tokens;
    let ended = matches!(
        tables.kind(run.last().wrapping_sub(1)),
        Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis
    );
    let whole = begins(run.first()) && begins(run.after()) && ended;
    let alone = || goes_alone(tables, own, index) && !is_signed(tables, block);
    if !whole || own.start == run.start && !alone() {
        return None;
    }
    let speaker = at.checked_sub(1)?;
    let draft = &drafts[speaker];
    // Who "declined to say", "did not say" or "neither confirmed nor denied" something does not say by that what he says then.
    let negated =
        draft.is_negated(tables) || draft.cue.range().any(|at| tables.is(at, key("neither")));
    let silent = |it: &CueEntry| it.act == Act::Deny && it.has(FrameKind::To);
    let says = draft.entry(tables, words).is_some_and(|it| {
        let quotes = it.has(FrameKind::Quote) && it.strength > Strength::Weak;
        quotes && it.act != Act::Show && !silent(it) && !negated
    });
    let first = draft.source.start.min(draft.cue.start) as usize;
    let outermost = tables.tokens[draft.cue.first()].quote == 0
        && !drafts[..speaker].iter().rev().take(NEAR).any(|outer| speaks_inside(draft, outer));
    let sentence = tables.sentence_at(first);
    let beside = sentence.is_some_and(|it| it.tokens.after() >= run.first());
    // Somebody else answers a question.
    let asks = draft.content.iter().rev().take(NEAR).any(|it| {
        tables.kind(it.last()) == Kind::Question
            || tables.kind(it.last().saturating_sub(1)) == Kind::Question
    });
    let acts = draft.candidate.voice == Voice::Active && !draft.source.is_empty() && !asks;
    (says && acts && beside && outermost && draft.turn.is_none()).then_some(speaker)
}

/// Whether a quotation is all of its paragraph, as speech is. In single marks it is a subhead, and one that quotes somebody
/// else comes from another article.
fn goes_alone(tables: &Tables, paragraph: Run, index: usize) -> bool {
    let run = tables.quotes[index].tokens;
    let quotes = tables.quotes.get(index + 1).is_some_and(|next| next.parent as usize == index + 1);
    paragraph.start == run.start
        && paragraph.end <= run.end + 1
        && tables.kind(run.first()) == Kind::Double
        && !quotes
}

/// Whether the paragraph is a quotation that the next line signs: a person's name, and at most who that is.
fn is_signed(tables: &Tables, block: usize) -> bool {
    /// Most tokens of such a line.
    const LONGEST: usize = 20;
    let Some(line) = tables.blocks.get(block + 1).map(|block| block.tokens) else { return false };
    let name = tables.mention_at(line.first()).filter(|_| (1..=LONGEST).contains(&line.len()));
    let person = |it: &Mention| tables.entity_type(it) == Some(EntityType::Person);
    name.is_some_and(person)
        && tables.kind(line.last()) != Kind::Stop
        && !line.range().any(|at| tables.tag(at).is_finite())
}

/// The draft that holds the next paragraph of the quotation, which the paragraph's own cue attributes.
fn speaker_after(tables: &Tables, drafts: &[Draft], at: usize, index: usize) -> Option<usize> {
    let next = tables.quotes.get(index + 1..)?.iter().find(|quote| quote.parent == 0)?;
    let goes_on = next.continues as usize == index + 1;
    (at..drafts.len().min(at + 4)).find(|draft| goes_on && touches(&drafts[*draft], next.tokens))
}

/// Leaves each quotation to one draft: where two hold it and neither speaks inside the other's content, the surer one keeps it.
pub(super) fn part_quotations(tables: &Tables, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    for (_, run) in speeches(tables) {
        while at < drafts.len() && drafts[at].cue.start < run.start {
            at += 1;
        }
        let near = near(at, drafts);
        let holds = |draft: &Draft| part_at(draft, run).is_some_and(|part| part.contains(run));
        let surest = near
            .clone()
            .filter(|draft| holds(&drafts[*draft]))
            .max_by(|a, b| drafts[*a].sure.total_cmp(&drafts[*b].sure).then(b.cmp(a)));
        let Some(surest) = surest else { continue };
        for other in near {
            let nested = speaks_inside(&drafts[other], &drafts[surest])
                || speaks_inside(&drafts[surest], &drafts[other]);
            if other != surest && !nested && holds(&drafts[other]) {
                drafts[other].content.retain(|part| !part.contains(run));
            }
        }
    }
    drafts.retain(|draft| !draft.content.is_empty());
}

/// Whether the inner draft's cue stands in the outer one's content.
fn speaks_inside(inner: &Draft, outer: &Draft) -> bool {
    part_at(outer, inner.cue).is_some_and(|part| part.overlaps(inner.cue))
}
