//! Who says something between two marks of what is said: "is, *according to Poe*, unsafe", "The ferry, *said Poe*, is unsafe", "Poe,
//! *officials said on Monday*, has left".

use super::clauses::How;
use super::grammar::COPULA;
use super::view::Anchor;
use crate::document::{CueKind, Kind, PhraseKind, Tag, Voice};
use crate::lexicon::{CueEntry, FrameKind};

impl Anchor<'_, '_> {
    /// Whether what tells from where it comes stands between commas inside a clause: before its verb, or right behind "is".
    pub(super) fn is_parting(&self) -> bool {
        let view = self.view;
        let phrase = self.entry().is_some_and(|entry| !entry.rest.is_empty());
        let start = match self.cue.kind {
            CueKind::Preposition if phrase => Some(self.start),
            _ => self.standpoint(),
        };
        let first = view.unit.first();
        let comma = start.and_then(|start| start.checked_sub(1)).filter(|comma| *comma > first);
        comma.is_some_and(|comma| {
            let subject = view.is_noun_phrase(first) && !view.has_verb(first, comma);
            let copula = view.key(comma - 1);
            matches!(view.kind(comma), Kind::Comma | Kind::Dash | Kind::Open)
                && (subject || COPULA.contains(&copula))
        })
    }

    /// The mark behind the cue where who says something stands with it between commas, dashes or brackets: behind the subject of
    /// what is said, or right behind its "is" or "will".
    pub(super) fn parenthesis(&self) -> Option<usize> {
        let view = self.view;
        let own = || {
            let first = self.subject_start()?;
            let says = self.entry().is_some_and(|it| it.has(FrameKind::That));
            let relative = view.tag(first).is_relative() || view.tag(first) == Tag::WPS;
            let name = self.subject.how == How::Beside && first < self.start;
            (says && name && !relative).then_some(first)
        };
        if self.cue.kind != CueKind::Verb || self.cue.voice != Voice::Active {
            return None;
        }
        let aside = || self.parted_until(own().or_else(|| self.set_off_subject())?);
        self.set_off_until().or_else(aside)
    }

    /// Where the noun phrase begins that alone stands between a mark and the cue, with what hangs on it: "Poe, *people close to
    /// him* said, is late".
    pub(super) fn set_off_subject(&self) -> Option<usize> {
        /// How far before the cue it begins at most.
        const LONGEST: usize = 8;
        let view = self.view;
        let said = |entry: &CueEntry| entry.has(FrameKind::That) && entry.has(FrameKind::Quote);
        let says = view.tag(self.head).is_finite() && self.entry().is_some_and(said);
        let first = view.unit.first().max(self.start.saturating_sub(LONGEST));
        let mark = |at: &usize| matches!(view.kind(*at), Kind::Comma | Kind::Dash | Kind::Open);
        let start = (first..self.start).rev().find(mark)? + 1;
        let relative = |at: usize| view.tag(at).is_relative();
        let told = start < self.start
            && !view.has_verb(start, self.start)
            && !(start..self.start).any(relative);
        (says && told && view.is_noun_phrase(start)).then_some(start)
    }

    /// The mark behind the source of a verb that stands before it, set off behind the subject of what is said: "The ferry, *said*
    /// Poe, will sink".
    pub(super) fn set_off_until(&self) -> Option<usize> {
        let view = self.view;
        let said = |entry: &CueEntry| entry.has(FrameKind::That) && entry.has(FrameKind::Quote);
        let says = view.tag(self.head).is_finite() && self.entry().is_some_and(said);
        let named = view.is_noun_phrase(self.end) && !view.is_time(self.end);
        (says && named).then(|| self.parted_until(self.start)).flatten()
    }

    /// The mark behind the cue that is like the one before `start`, where a clause goes on around the two.
    fn parted_until(&self, start: usize) -> Option<usize> {
        /// Tokens behind the cue: who, to whom, when and where.
        const ASIDE: usize = 14;
        let view = self.view;
        let first = view.unit.first();
        let first = first + usize::from(view.tag(first) == Tag::CC);
        let open = start.checked_sub(1).filter(|open| *open > first)?;
        let mark = match view.kind(open) {
            Kind::Open => Kind::Close,
            kind @ (Kind::Comma | Kind::Dash) => kind,
            _ => return None,
        };
        let limit = (view.unit.after()).min(self.end + ASIDE);
        let subject = view.is_noun_phrase(first) && !view.has_verb(first, open);
        let verb = COPULA.contains(&view.key(open - 1)) || view.tag(open - 1) == Tag::MD;
        let goes_on = |close: &usize| {
            let next = close + 1 + usize::from(view.tag(close + 1).is_adverb());
            let finite = view.tag(next).is_finite() && view.phrase(next).kind == PhraseKind::Verb;
            subject && finite || verb && !finite && view.tag(next) != Tag::CC
        };
        let mut marks = (self.end..limit).filter(|at| view.kind(*at) == mark);
        let told = marks.next()?;
        // "Poe told reporters *a friend*, who …, had left"
        if self.tells_of(told) {
            return None;
        }
        // "says Poe, *a historian*, is", "says Poe, *who built it*, is"
        let relative = matches!(view.tag(told + 1), Tag::WP | Tag::WPS);
        let beside = |close: &usize| {
            let named = || (told + 1..*close).all(|at| !view.tag(at).is_verb());
            goes_on(close) && (relative || view.is_noun_phrase(told + 1) && named())
        };
        let close = Some(told).filter(goes_on).or_else(|| marks.find(beside))?;
        let own = if relative { told } else { close };
        (!view.has_verb(self.end, own) && view.speech(first) == view.speech(close)).then_some(close)
    }
}
