//! The patterns at a cue: which ones its candidates fit, and what they add to their scores.

use std::sync::Arc;

use super::content::ContentCandidate;
use super::view::View;
use crate::document::CueCandidate;
use crate::rules::{Condition, Rules, SourcePlace};

impl Rules {
    /// What the patterns say for the candidate being a cue at all: the boost of the strongest that its place in the sentence
    /// alone fulfils.
    pub(super) fn promise(&self, view: &View, cue: &CueCandidate) -> f32 {
        let end = cue.tokens.end as usize;
        let special = |condition| {
            matches!(condition, Condition::Final | Condition::Start | Condition::Phrase)
        };
        let fits = self.list.iter().filter(|rule| {
            special(rule.condition)
                && rule.cues.contains(&cue.kind)
                && view.holds(rule.condition, cue, end)
        });
        fits.map(|rule| rule.boost / 2.0).fold(0.0, f32::max)
    }

    /// What the patterns add to a source at this place, or to this content with such a source.
    pub(super) fn boost(
        &self,
        view: &View,
        cue: &CueCandidate,
        place: SourcePlace,
        content: Option<&ContentCandidate>,
    ) -> f32 {
        let fits = self.list.iter().filter(|rule| {
            let special =
                matches!(rule.condition, Condition::Final | Condition::Start | Condition::Phrase);
            special
                && rule.cues.contains(&cue.kind)
                && rule.source.contains(&place)
                && view.holds(rule.condition, cue, cue.tokens.end as usize)
                && content.is_none_or(|content| rule.content.contains(&content.form(view)))
        });
        fits.map(|rule| rule.boost).fold(0.0, f32::max)
    }

    /// The name of the first pattern that the choice fits.
    pub(super) fn name(
        &self,
        view: &View,
        cue: &CueCandidate,
        place: SourcePlace,
        content: &ContentCandidate,
    ) -> Arc<str> {
        let at =
            if content.right.is_empty() { cue.tokens.end as usize } else { content.right.first() };
        let rule = self
            .find(cue.kind, place, content.form(view), |condition| view.holds(condition, cue, at));
        rule.map_or_else(|| "other".into(), |rule| rule.name.clone())
    }
}
