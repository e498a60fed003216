//! What is no content, and where one begins and ends whatever the weights say.

use super::{COPULA, reporting_subject};
use crate::claims::clauses::How;
use crate::claims::view::{AROUND, Anchor, Follow, View};
use crate::document::{CueCandidate, CueKind, Kind, Tag, Token, Voice};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueClass, CueEntry, FrameKind};
use crate::span::Run;

/// Whether a part of a content is no more than marks, or what a question begins with: "*What did* she say?"
pub(in crate::claims) fn says_nothing(view: &View, part: Run) -> bool {
    const DO: KeySet<9> =
        KeySet::new(["do", "does", "did", "can", "could", "will", "would", "should", "must"]);
    let word = |at: &usize| {
        use Kind::{Address, Clitic, Number, Symbol, Word};
        matches!(view.kind(*at), Word | Clitic | Number | Address | Symbol)
    };
    let asks = part.len() == 2
        && matches!(view.tag(part.first()), Tag::WP | Tag::WRB | Tag::WDT)
        && DO.holds(view.key(part.last()));
    part.is_empty() || asks || is_platform(view, part) || !part.range().any(|at| word(&at))
}

/// Whether a part only tells where something was written: "apologised *on Twitter*", "posted on *her Facebook page*".
fn is_platform(view: &View, part: Run) -> bool {
    #[rustfmt::skip]
    const PLATFORMS: KeySet<33> = KeySet::new([
        "twitter", "x", "facebook", "instagram", "linkedin", "tiktok", "bluesky", "threads", "telegram", "youtube",
        "weibo", "wechat", "whatsapp", "reddit", "snapchat", "mastodon", "substack", "truth", "tumblr", "twitch",
        "discord", "social", "media", "network", "networks", "page", "account", "feed", "channel", "story", "app",
        "platform", "livestream",
    ]);
    const ON: [u64; 2] = keys(["on", "via"]);
    let on = |at: usize| ON.contains(&view.key(at));
    let behind = || part.first().checked_sub(1).is_some_and(on);
    let named =
        |at: usize| !view.tag(at).is_noun() || PLATFORMS.holds(view.key(at)) || view.is_time(at);
    (on(part.first()) || behind())
        && part.range().any(|at| PLATFORMS.holds(view.key(at)))
        && part.range().all(|at| named(at) && !view.tag(at).is_verb())
}

/// Where the content begins behind the copula, in "What Poe said was *that it is late*". `before` is the token before the source;
/// the cue and its source end at `end`.
pub(in crate::claims) fn told_after(anchor: &Anchor, before: usize, end: usize) -> Option<usize> {
    use Follow::{Clause, Quote, That, To};
    let view = anchor.view;
    let what = view.key(before) == key("what") && COPULA.contains(&view.key(end));
    let says = |entry: &CueEntry| entry.has(FrameKind::That);
    if !what || !view.unit.holds(end) || !anchor.entry().is_some_and(says) {
        return None;
    }
    let after = view.phrase(end).tokens.after();
    let told = matches!(view.follow(after), That | Clause | Quote | To);
    (told && view.unit.holds(after)).then_some(after)
}

/// Where the clause begins whose verb ends at `end`: at its verb group, or at its subject right before it.
pub(in crate::claims) fn relay_before(view: &View, end: usize) -> usize {
    let verb = view.phrase(end - 1).tokens.first();
    let subject = verb > view.unit.first() && view.is_noun_phrase(verb - 1);
    if subject { view.phrase(verb - 1).tokens.first() } else { verb }
}

/// Whether a quotation ends with the token, with which no content begins.
pub(in crate::claims) fn closes_quotation(view: &View, at: usize) -> bool {
    view.tables.quote_at(at).is_some_and(|it| it.closed && it.tokens.last() == at)
}

/// Whether "that" belongs to the noun before it, which is the object of the cue: "denied *the claim* that …".
pub(in crate::claims) fn is_complement(anchor: &Anchor, at: usize) -> bool {
    let view = anchor.view;
    let words = &view.words;
    let noun = view.follow(at) == Follow::That && view.tag(at - 1).is_noun();
    let object = anchor.entry().is_some_and(|entry| {
        entry.has(FrameKind::Object) && !entry.addresses() && entry.rest.is_empty()
    });
    noun && object
        && words
            .get(view.key(at - 1), CueClass::Noun)
            .any(|entry| words.entries[entry as usize].has(FrameKind::That))
}

/// Whether what stands at `at`, between the cue and "that", says when or where: "said *outside court* that".
pub(in crate::claims) fn is_circumstance(anchor: &Anchor, at: usize, stop: usize) -> bool {
    let view = anchor.view;
    let Some(entry) = anchor.entry().filter(|entry| entry.has(FrameKind::That)) else {
        return false;
    };
    let adverbial = match view.follow(at) {
        Follow::Preposition => !entry.has(FrameKind::Preposition(view.key(at))),
        Follow::Noun => !entry.addresses(),
        _ => view.tag(at).is_adverb(),
    };
    if !adverbial {
        return false;
    }
    let near = (at + 1..(at + 8).min(stop)).take_while(|at| {
        view.is_noun_phrase(*at) || view.tag(*at).is_adverb() || view.tag(*at) == Tag::IN
    });
    near.into_iter().any(|at| view.follow(at) == Follow::That && view.tag(at) == Tag::IN)
}

/// Where the quotation closes behind a cue, which tells what that is called which a relative pronoun before its source stands for:
/// "a trip which Poe called *“mad”* sank".
pub(in crate::claims) fn called_until(anchor: &Anchor, source: usize, end: usize) -> Option<usize> {
    let Anchor { view, cue, .. } = *anchor;
    let names = |entry: &CueEntry| entry.has(FrameKind::As);
    let relative = source > view.unit.first() && view.tag(source - 1).is_relative();
    let called = relative
        && cue.voice == Voice::Active
        && end == anchor.end
        && anchor.entry().is_some_and(names);
    let quotation = view.tables.quote_at(end).filter(|_| called)?.tokens;
    let close = quotation.after();
    // "what they call *“psychographic” profiles*"
    (quotation.first() == end && !view.tag(close).is_noun()).then_some(close)
}

/// Where a relative clause that a comma sets off ends before the verb of whom or what it is about: "Ann Poe, *who* warned that
/// it was late, *left*", "the rules, *which* Poe said would change, *apply*". `from` is where its content begins at the earliest.
pub(in crate::claims) fn set_off_until(
    anchor: &Anchor,
    source: Run,
    from: usize,
    stop: usize,
) -> Option<usize> {
    let view = anchor.view;
    let comma = |at: &usize| view.kind(*at) == Kind::Comma;
    let relative = |at: usize| view.tag(at).is_relative() || view.tag(at) == Tag::WPS;
    let opens = |at: usize| comma(&at) && relative(at + 1) && at < anchor.start;
    let before = source.first().wrapping_sub(1);
    let beside = [before, before.wrapping_sub(1), source.after()];
    if source.is_empty() || !beside.into_iter().any(opens) {
        return None;
    }
    // Commas before the verb of what is said, and around what is set off there, are its own.
    let ends = |at: &usize| {
        let outside = view.speech(*at) == view.speech(from) && view.has_verb(from, *at);
        outside && !parts_subject(anchor, from, *at, stop)
    };
    let end = (from..stop.min(from + AROUND)).filter(comma).find(ends)?;
    let verb = end + 1 + usize::from(view.tag(end + 1).is_adverb());
    // Behind a comma a past tense looks like a participle: "…, *resigned* on Monday".
    let past = view.tag(verb) == Tag::VBN && !view.has_verb(end, stop);
    (past || view.tag(verb).is_finite()).then_some(end)
}

/// Where the aside of a participle ends between a verb and what it reports: "reported, citing sailors*,* that it was late".
pub(in crate::claims) fn aside_until(anchor: &Anchor, from: usize, stop: usize) -> Option<usize> {
    /// How many tokens it has at most.
    const ASIDE: usize = 14;
    let view = anchor.view;
    reporting_subject(anchor)?;
    let mark = |at: &usize| view.kind(*at) == Kind::Comma || view.opens(*at);
    let close = (from..stop.min(from + ASIDE)).find(mark)?;
    (view.follow(close + 1) == Follow::That).then_some(close)
}

/// Whether a comma or dash stands at `end` inside the first clause of a content that begins at `first`, between its subject and
/// its verb: "said the officer*, a veteran*, lied", "said that the officer, who was old*, lied*", "said her letter*, dated May 3,* was
/// lost", "said the ferry *– nobody knew why –* was late".
pub(in crate::claims) fn parts_subject(
    anchor: &Anchor,
    first: usize,
    end: usize,
    stop: usize,
) -> bool {
    let view = anchor.view;
    let limit = (end + 20).min(stop);
    let mark = view.kind(end);
    let dash = mark == Kind::Dash;
    let verb = dash && anchor.cue.kind == CueKind::Verb;
    let may_state = || verb && anchor.entry().is_some_and(|it| it.has(FrameKind::That));
    let clause = || view.follow(first) == Follow::That || anchor.says() || anchor.tells_of(end);
    if !(dash || mark == Kind::Comma) || end <= first || !(clause() || may_state()) {
        return false;
    }
    let same = |at: &usize| view.kind(*at) == mark;
    let verb_after =
        |close: usize| view.tag(close + 1 + usize::from(view.opens(close + 1))).is_finite();
    let set_off = |open: usize, close: usize| {
        let word = open + 1 + usize::from(view.tag(open + 1).is_adverb());
        let relative = view.tag(word).is_relative();
        let told = view.is_noun_phrase(word)
            || matches!(view.tag(word), Tag::VBN | Tag::VBG | Tag::IN | Tag::JJ);
        // "Those who think it may *– a third –* vote": the verb may be that of what a relative clause is about.
        let own = || anchor.subject.how != How::Relative || !view.has_verb(first, open);
        (dash && own() || relative || told && !view.has_verb(open, close)) && verb_after(close)
    };
    let closes = || (first..end).rev().find(same).is_some_and(|open| set_off(open, end));
    (end + 1..limit).find(same).is_some_and(|close| set_off(end, close)) || closes()
}

/// Whether only what is told before the content's clause ends here: "said that *when it rained*, the ferry stayed", "said *despite
/// the rain*, it sailed".
pub(in crate::claims) fn is_fronted(
    anchor: &Anchor,
    first: usize,
    end: usize,
    stop: usize,
) -> bool {
    const OPENERS: KeySet<10> = KeySet::new([
        "if", "when", "while", "although", "though", "because", "once", "unless", "since",
        "despite",
    ]);
    let view = anchor.view;
    let that = usize::from(view.follow(first) == Follow::That);
    let clausal = anchor.entry().is_some_and(|entry| entry.has(FrameKind::That));
    if view.kind(end) != Kind::Comma || !clausal || !OPENERS.holds(view.key(first + that)) {
        return false;
    }
    // "asked if it was late, and Poe left"
    let asks = anchor.entry().is_some_and(|entry| entry.has(FrameKind::Wh)) && that == 0;
    let one = !(first + that..end).any(|at| view.kind(at) == Kind::Comma);
    if asks || !one || !view.is_noun_phrase(end + 1) {
        return false;
    }
    let verb = view.phrase(end + 1).tokens.after();
    verb < stop && view.tag(verb).is_finite()
}

/// Whether what stands at the comma is what somebody else says to the clause before: "…, Poe said, *a charge Berg denied*".
pub(in crate::claims) fn is_comment(view: &View, comma: usize) -> bool {
    let noun = comma + 1;
    if view.kind(comma) != Kind::Comma || view.tag(noun) != Tag::DT || !view.is_noun_phrase(noun) {
        return false;
    }
    let phrase = view.phrase(noun);
    let mut entries = view.words.get(view.key(phrase.head()), CueClass::Noun);
    let says = |entry: u32| view.words.entries[entry as usize].has(FrameKind::That);
    let subject = phrase.tokens.after();
    let subject = subject + usize::from(view.tag(subject).is_relative());
    if !entries.any(says) || !view.is_noun_phrase(subject) {
        return false;
    }
    let verb = view.chain_end(subject);
    let verb = verb + usize::from(view.tag(verb).is_adverb());
    let group = view.phrase(verb).tokens.after();
    view.tag(verb).is_finite() && view.follow(view.past_time(group)) == Follow::End
}

/// Whether `end` stands inside a bracket or quotation that opens behind `from` and is closed: a content that holds the beginning
/// holds its end.
pub(in crate::claims) fn is_enclosed(view: &View, from: usize, end: usize) -> bool {
    let bracketed = view.bracketed(end - 1) && view.bracketed(end) && !view.bracketed(from);
    let inside = view.kind(end - 1) != Kind::Close && view.kind(end) != Kind::Open;
    let mut around = view.tables.quotes_around(end - 1);
    around.any(|(_, it)| it.closed && it.tokens.first() >= from && it.tokens.holds(end))
        || bracketed && inside
}

/// Whether the next clause of the content stands here: "said it was late *and that* it rained".
pub(in crate::claims) fn goes_on(view: &View, end: usize) -> bool {
    let at = view.past_comma(end);
    view.tag(at) == Tag::CC && view.tag(at + 1) == Tag::IN && view.key(at + 1) == key("that")
}

/// Whether "that" at `at` is no conjunction, for another clause is joined to it: "disputed *that*, and Poe said it was late".
pub(in crate::claims) fn is_pronoun(view: &View, at: usize) -> bool {
    let that = matches!(view.tag(at), Tag::IN | Tag::DT) && view.key(at) == key("that");
    let joined = view.tag(at + 2) == Tag::CC && view.is_noun_phrase(at + 3);
    that && view.kind(at + 1) == Kind::Comma && joined
}

/// Whether what opens a clause stands before a comma and `at`, so that what is said follows: "said *that*, according to Poe, it leaks".
pub(in crate::claims) fn opens_clause_before(view: &View, at: usize) -> bool {
    const OPENERS: [u64; 4] = keys(["that", "whether", "because", "if"]);
    let opener = at.wrapping_sub(2);
    view.kind(at.wrapping_sub(1)) == Kind::Comma
        && view.unit.holds(opener)
        && view.tag(opener) == Tag::IN
        && OPENERS.contains(&view.key(opener))
}

/// The quotation that ends before a copula at `at`.
fn quotation_before_copula(view: &View, at: usize) -> Option<Run> {
    let close = at.checked_sub(1).filter(|close| view.unit.holds(*close))?;
    // "“Stay at home” *– that* was"
    let that = view.key(close) == key("that") && view.kind(close.wrapping_sub(1)) == Kind::Dash;
    let close = if that { close - 2 } else { close };
    let said = COPULA.contains(&view.key(at)) && view.closes(close);
    said.then(|| view.quotation(close)).filter(|it| !is_title(view, *it))
}

/// Whether a quotation may be a title: it ends in no mark, and its words begin with capitals but for short ones: "“The Dam”".
fn is_title(view: &View, quotation: Run) -> bool {
    const SHORT: u32 = 3;
    let close = quotation.last();
    let mark = matches!(
        view.kind(close.wrapping_sub(1)),
        Kind::Comma | Kind::Stop | Kind::Question | Kind::Exclamation | Kind::Ellipsis
    );
    let low = |token: &Token| {
        token.kind == Kind::Word && !token.has(Token::CAPITAL) && token.end - token.start > SHORT
    };
    !mark && !view.tables.tokens[quotation.range()].iter().any(low)
}

/// The quotation of which the clause of the cue, whose source begins at `source`, tells what it is: "*“Not tonight,”* was all he
/// would say", "*“A joke”* is what Poe called it".
pub(in crate::claims) fn quotation_told(anchor: &Anchor, source: usize) -> Option<Run> {
    const TOLD: [u64; 3] = keys(["all", "what", "how"]);
    let Anchor { view, cue, .. } = *anchor;
    let word = source.checked_sub(1).filter(|word| TOLD.contains(&view.key(*word)))?;
    let verb = cue.kind == CueKind::Verb && source < anchor.start;
    quotation_before_copula(view, word.checked_sub(1).filter(|_| verb)?)
}

/// The quotation that a copula says is the cue, a noun for something said: "*“Go away,”* was her reply", "*“Stay”* – that was the
/// message from Poe".
pub(in crate::claims) fn quotation_named(anchor: &Anchor) -> Option<Run> {
    const WHOSE: [u64; 2] = keys(["from", "of"]);
    let Anchor { view, cue, head, .. } = *anchor;
    let phrase = view.phrase(head).tokens;
    let quotes = |entry: &CueEntry| entry.has(FrameKind::Quote);
    let own = view.tag(phrase.first()) == Tag::PRPS
        || phrase.range().any(|at| view.tag(at) == Tag::POS)
        || view.tag(phrase.first()) == Tag::POS
        || WHOSE.contains(&view.key(head + 1)) && view.is_noun_phrase(head + 2);
    let named = cue.kind == CueKind::Noun && own && anchor.entry().is_some_and(quotes);
    // "Poe*’s* answer" are two phrases.
    let start = match view.tag(phrase.first()) {
        Tag::POS => view.phrase(phrase.first().checked_sub(1)?).tokens.first(),
        _ => phrase.first(),
    };
    quotation_before_copula(view, start.checked_sub(1).filter(|_| named)?)
}

/// Whether who stands at `at` says something by the verb before him, and a comma parts him from what else he does: "“…,” said *Ann
/// Poe*, who wrote a book".
pub(in crate::claims) fn speaks_before(view: &View, at: usize) -> bool {
    let Some(verb) = at.checked_sub(1).filter(|verb| view.tag(*verb).is_finite()) else {
        return false;
    };
    let inverted = |cue: &CueCandidate| {
        let first = cue.tokens.first();
        let quotes = view.entry(cue).is_some_and(|entry| entry.has(FrameKind::Quote));
        quotes && cue.head() == verb && view.closes(first.wrapping_sub(1))
    };
    view.is_noun_phrase(at)
        && view.kind(view.chain_end(at)) == Kind::Comma
        && view.cues.iter().any(inverted)
}

/// Whether what stands at the comma tells that who speaks keeps his name to himself: "…, two people said*, asking not to be named*".
pub(in crate::claims) fn hides_name(view: &View, comma: usize) -> bool {
    const ASKS: KeySet<7> = KeySet::new([
        "asking", "speaking", "requesting", "declining", "refusing", "insisting", "citing",
    ]);
    const UNNAMED: KeySet<7> = KeySet::new([
        "anonymity", "anonymously", "named", "identified", "quoted", "unnamed", "anonymous",
    ]);
    /// How far behind the participle that is told.
    const NEAR: usize = 7;
    let verb = comma + 1;
    view.kind(comma) == Kind::Comma
        && ASKS.holds(view.key(verb))
        && (verb + 1..verb + NEAR).any(|at| UNNAMED.holds(view.key(at)))
}

/// Whether "that" at `at` opens a clause that goes on behind what two commas set off: "said *that*, according to Poe, it leaks", but
/// not "denied *that*, in Marsk".
pub(in crate::claims) fn goes_on_behind_aside(view: &View, at: usize) -> bool {
    let open = at + 1;
    if view.follow(at) != Follow::That || view.kind(open) != Kind::Comma {
        return false;
    }
    let links = view.tag(open + 1) == Tag::IN || view.key(open + 1) == key("according");
    let close = (open + 1..open + AROUND / 4).find(|at| view.kind(*at) == Kind::Comma);
    let goes_on = |close: usize| {
        view.is_noun_phrase(close + 1) && view.tag(view.chain_end(close + 1)).is_finite()
    };
    links && close.is_some_and(goes_on)
}
