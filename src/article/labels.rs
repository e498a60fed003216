//! Labels of the sections of newsletters, live blogs and explainers, which stand on the line of what they introduce: "Why it
//! matters: The port has lost money." They name nobody, and their verbs attribute nothing ("What they're saying").

use super::first_bytes;
use crate::key::{key_of, keys};

/// Signs that begin the items of lists.
pub(super) const BULLETS: [char; 12] = ['•', '●', '▪', '◦', '■', '►', '⁃', '‣', '·', '➤', '▶', '*'];

/// How many bytes a label has at most.
const LONGEST: usize = 48;

/// The labels, without the article before them.
#[rustfmt::skip]
const SECTIONS: [u64; 140] = keys([
    "why it matters", "why this matters", "why it's important", "why you should care", "driving the news", "the news",
    "big picture", "bigger picture", "by the numbers", "between the lines", "zoom in", "zoom out", "zooming in",
    "zooming out", "state of play", "where it stands", "where things stand", "lay of the land", "catch up quick",
    "catch up fast", "catch me up", "reality check", "gut check", "flashback", "go deeper", "dig deeper", "yes but",
    "yes, but", "other side", "flip side", "intrigue", "bottom line", "latest", "what's new", "what's next",
    "what is next", "what comes next", "what's happening", "what is happening", "what happened", "what happens next",
    "what to watch", "what to know", "what we know", "what we don't know", "what you need to know", "what's at stake",
    "what's at issue", "what it means", "what this means", "what we're watching", "what we're hearing",
    "what we're reading", "what we're following", "what we're seeing", "what they're saying", "what they are saying",
    "what they're not saying", "what they said", "what others are saying", "what people are saying",
    "what experts are saying", "what critics are saying", "what else", "how it works", "how it happened",
    "how we got here", "how it's playing", "how it's going", "threat level", "be smart", "worth noting", "of note",
    "our thought bubble", "thought bubble", "friction point", "case in point", "quick take", "our take", "fine print",
    "other view", "backdrop", "backstory", "back story", "background", "context", "for context", "in context",
    "analysis", "reaction", "details", "gist", "upshot", "takeaway", "takeaways", "stakes", "impact", "catch",
    "quote of the day", "quote of the week", "quote of the night", "quote of the match", "quote of the game",
    "review", "obituary", "transcript", "interview", "opinion", "recap", "preview", "explainer", "explained", "related",
    "read more", "also read", "key points", "key facts", "fact check", "topline", "editor's note",
    "tip", "note", "pro", "con", "pros", "cons", "breaking", "just in", "update", "new", "developing",
    "exclusive", "watch", "live", "quotable", "they said it", "heard on the street", "fun fact", "in the meantime",
    "on the ground",
]);

/// Whether one line after the other quotes somebody and names him behind a dash: "“It leaks.” — Ann Poe".
pub(super) fn are_signed(line: &str, next: &str) -> bool {
    let quotes = |line: &str| line.starts_with(['"', '“', '‘', '«']);
    let tag = line.rsplit_once(['—', '–', '―']).or_else(|| line.rsplit_once(" - "));
    let signed = tag.is_some_and(|(_, name)| name.trim_start().starts_with(char::is_uppercase));
    signed && quotes(line) && quotes(next)
}

/// The length of the label that begins a paragraph, with its colon, and where the text after it begins.
pub(super) fn label_len(line: &str) -> Option<(usize, usize)> {
    let (label, _) = first_bytes(line, LONGEST).split_once(':')?;
    let end = label.len() + 1;
    let bullet = |sign: char| sign == ' ' || sign == '-' || sign == '–' || BULLETS.contains(&sign);
    let label = label.trim_matches(bullet);
    let article = label.split_once(' ').filter(|(word, _)| word.eq_ignore_ascii_case("the"));
    let label = article.map_or(label, |(_, bare)| bare);
    let rest = line.get(end..)?.trim_start();
    let says = rest.contains(' ') && SECTIONS.contains(&key_of(label));
    says.then(|| (end, line.len() - rest.len()))
}
