//! The patterns at a cue: which ones its candidates fit, and what they add to their scores.

use std::sync::Arc;

use super::clauses::How;
use super::content::ContentCandidate;
use super::grammar::{self, COPULA, contents, sources};
use super::view::{Anchor, Follow, Inversion, View};
use super::weights::{Score, score_of};
use crate::document::{Act, CueKind, EntityType, Kind, Tag, Voice};
use crate::key::{KeySet, key, keys};
use crate::lexicon::{CueEntry, FrameKind, Strength};
use crate::rules::{Condition, OTHER, Rule, Rules, SourcePlace};
use crate::span::Run;

/// The patterns that add to the scores of one cue: those with a boost whose condition it fulfils. Mostly there are none.
pub(super) struct Boosts<'r> {
    rules: Vec<&'r Rule>,
}

impl<'r> Boosts<'r> {
    pub(super) fn new(rules: &'r Rules, anchor: &Anchor) -> Boosts<'r> {
        let fits = |rule: &&Rule| anchor.holds(rule.condition, anchor.end);
        Boosts { rules: rules.boosting(anchor.cue.kind).filter(fits).collect() }
    }

    /// What the patterns say for the candidate being a cue at all.
    pub(super) fn promise(&self) -> Score {
        Boosts::most(self.rules.iter().copied()) / 2
    }

    /// What the patterns add to a source at this place.
    pub(super) fn source(&self, place: SourcePlace) -> Score {
        Boosts::most(self.at(place))
    }

    /// What the patterns add to a content with a source at this place.
    pub(super) fn content(
        &self,
        view: &View,
        place: SourcePlace,
        content: &ContentCandidate,
    ) -> Score {
        Boosts::most(self.at(place).filter(|rule| rule.content.has(content.form(view))))
    }

    fn at(&self, place: SourcePlace) -> impl Iterator<Item = &'r Rule> {
        self.rules.iter().copied().filter(move |rule| rule.source.contains(&place))
    }

    fn most(rules: impl Iterator<Item = &'r Rule>) -> Score {
        rules.map(|rule| score_of(rule.boost)).max().unwrap_or(0)
    }
}

impl Rules {
    /// The name of the first pattern that the choice fits.
    pub(super) fn name(
        &self,
        anchor: &Anchor,
        place: SourcePlace,
        content: &ContentCandidate,
    ) -> Arc<str> {
        let at = if content.right.is_empty() { anchor.end } else { content.right.first() };
        let form = content.form(anchor.view);
        let rule = self.find(anchor.cue.kind, place, form, |condition| anchor.holds(condition, at));
        rule.map_or_else(|| OTHER.into(), |rule| rule.name.clone())
    }
}

impl Anchor<'_, '_> {
    /// Whether a pattern's condition holds for the cue with a content that begins, or would begin, at `content`.
    fn holds(&self, condition: Condition, content: usize) -> bool {
        let licensed = |at| self.entry().is_some_and(|entry| self.view.licensed(entry, at));
        match condition {
            Condition::Always => true,
            Condition::Final => self.inversion == Inversion::Final,
            Condition::Closing => self.ends_sentence(),
            Condition::Tagged => {
                let end = self.view.unit.after();
                self.inversion >= Inversion::Followed
                    && self.view.closes(self.start.wrapping_sub(1))
                    && end - self.end <= LONGEST_TAG
                    && !self.view.has_verb(self.end, end)
            }
            Condition::Relayed => {
                self.inversion == Inversion::Final && self.says() && self.names_somebody(self.end)
            }
            Condition::Start => {
                self.start == self.view.unit.first()
                    && self.view.tag(self.start) == Tag::VBG
                    && self.entry().is_some_and(|entry| entry.strength > Strength::Weak)
                    && licensed(self.end)
            }
            Condition::Licensed => licensed(content),
            Condition::Phrase => {
                let phrase =
                    |entry: &CueEntry| !entry.rest.is_empty() && entry.strength > Strength::Weak;
                // After a preposition stands who is the source.
                let fits = match self.cue.kind {
                    CueKind::Preposition => self.view.is_noun_phrase(self.end),
                    _ => licensed(self.end),
                };
                fits && self.entry().is_some_and(phrase)
            }
            Condition::Comma => self.inversion >= Inversion::SetOff,
            Condition::Addressed => self.entry().is_some_and(|entry| self.addresses(entry)),
            Condition::Told => self.entry().is_some_and(|entry| self.tells(entry)),
            Condition::Named => self.introduced().is_some(),
            Condition::Heard => grammar::is_heard(self),
            Condition::Standpoint => self.standpoint().is_some(),
            Condition::Equated => self.is_equated(),
            Condition::Naming => contents::quotation_named(self).is_some(),
            Condition::Sent => self.is_sent(),
            Condition::Estimated => self.entry().is_some_and(|entry| self.estimates(entry)),
            Condition::Parting => self.is_parting(),
            Condition::Parenthetical => self.parenthesis().is_some(),
            Condition::Agent => self.has_agent(),
            Condition::Introducing => self.precedes_quotation(),
            Condition::Stating => self.states(),
            Condition::Forbidden => self.entry().is_some_and(|entry| self.forbids(entry)),
            Condition::Quoting => self.relays_before(),
            Condition::Replying => self.replies(),
            Condition::Bidden => self.entry().is_some_and(|entry| self.bids(entry)),
            Condition::Ordered => self.entry().is_some_and(|entry| self.is_bidden(entry)),
        }
    }

    /// Whether a subject and the cue, a verb that may attribute, end the unit behind a comma and a clause: not behind what tells
    /// when or how, "Asked if he would, Poe demurred". The verbs that always attribute need no help but behind a participle,
    /// "…, emails seen by Poe *suggest*".
    fn ends_sentence(&self) -> bool {
        let Anchor { view, start, end, .. } = *self;
        let closes = view.follow(view.past_time(end)) == Follow::End;
        let Some(subject) = sources::closing_subject(self).filter(|_| closes) else { return false };
        let told = || (subject..start).any(|at| view.tag(at) == Tag::VBN);
        let that = |it: &CueEntry| {
            let licensed = it.strength == Strength::Licensed;
            it.has(FrameKind::That) && (licensed || it.act == Act::Show || told())
        };
        let tag = view.tag(view.unit.first());
        self.entry().is_some_and(that) && !(tag.is_verb() || matches!(tag, Tag::IN | Tag::WRB))
    }

    /// Whether the cue is a finite verb of saying after which a noun phrase is who speaks; who stands after "told" is told.
    pub(super) fn says(&self) -> bool {
        self.view.tag(self.head).is_finite()
            && self.entry().is_some_and(|entry| {
                entry.strength > Strength::Weak
                    && entry.has(FrameKind::Quote)
                    && entry.has(FrameKind::That)
                    && !entry.addresses()
            })
    }

    /// Whether "to" and whom the cue tells stand between it and a "that" with a subject: "confirmed *to Reuters* that it …". What
    /// one responds or refers to is told nothing.
    fn tells(&self, entry: &CueEntry) -> bool {
        let (view, to) = (self.view, self.end);
        let that = || view.phrase(to + 1).tokens.after();
        entry.strength > Strength::Weak
            && entry.has(FrameKind::That)
            && !entry.has(FrameKind::Preposition(key("to")))
            && view.key(to) == key("to")
            && view.is_noun_phrase(to + 1)
            && view.key(that()) == key("that")
            && view.is_noun_phrase(that() + 1)
    }

    /// Whether a noun phrase stands after the cue, then "to", and the entry demands or proposes something by that frame: "urged
    /// the town to sell".
    fn bids(&self, entry: &CueEntry) -> bool {
        const TO: u64 = key("to");
        let Anchor { view, end, .. } = *self;
        let bids = || matches!(entry.act_in(FrameKind::ObjectThen(TO)), Act::Demand | Act::Propose);
        // "asked the town *not to* sell"
        let bidden = |end: usize| view.key(end + usize::from(view.key(end) == key("not"))) == TO;
        view.is_noun_phrase(end)
            && entry.has(FrameKind::ObjectThen(TO))
            && bids()
            && (bidden(view.phrase(end).tokens.after()) || bidden(view.chain_end(end)))
    }

    /// Whether the cue is a passive whose subject is bidden to do something or not to: "passengers *are advised* to wait".
    fn is_bidden(&self, entry: &CueEntry) -> bool {
        const TO: u64 = key("to");
        let frame = FrameKind::ObjectThen(TO);
        let first = entry.frames.first().is_some_and(|it| it.kind == frame);
        self.cue.voice == Voice::Passive
            && first
            && matches!(entry.act_in(frame), Act::Demand | Act::Propose)
            && entry.strength > Strength::Weak
            && self.view.key(self.end) == TO
            && grammar::addressed(self).is_some()
    }

    /// Whether the entry bids whom a noun phrase behind the cue names *not to* do something: "advised the town *not to* sell".
    fn forbids(&self, entry: &CueEntry) -> bool {
        let Anchor { view, end, .. } = *self;
        let bidden = || view.phrase(end).tokens.after();
        self.bids(entry) && view.key(bidden()) == key("not")
    }

    /// Whether a verb that may state something stands between its subject and the clause that it states, without "that": "the club
    /// *maintains* it paid".
    fn states(&self) -> bool {
        let says = |entry: &CueEntry| {
            let frames = entry.has(FrameKind::Quote) && entry.rest.is_empty();
            let first = entry.frames.first().is_some_and(|it| it.kind == FrameKind::That);
            entry.strength == Strength::Licensed && entry.act == Act::State && frames && first
        };
        // "maintained *their battle* as they left"
        let acts = |at: usize| {
            let verb = at + usize::from(self.view.tag(at).is_adverb());
            self.view.tag(verb).is_finite()
        };
        self.subject.how == How::Beside
            && self.cue.voice == Voice::Active
            && self.view.follow(self.end) == Follow::Clause
            && self.view.tag(self.head).is_finite()
            && acts(self.view.chain_end(self.end))
            && self.entry().is_some_and(says)
    }

    /// Who begins the line, or the point of a list, before a quotation that follows the cue: a person's name with at most what tells
    /// who that is, or a name before what it is said of or where: "*Poe* on the ferry: “…”", "*Velox* in a statement: “…”".
    pub(super) fn introduced(&self) -> Option<Run> {
        const WHERE: KeySet<8> =
            KeySet::new(["on", "in", "via", "at", "after", "about", "to", "again"]);
        let view = self.view;
        let first = view.unit.first();
        let first = first + usize::from(BULLETS.contains(&view.key(first)));
        let kind = view.mention(first)?;
        let name = view.tables.mention_at(first)?.tokens;
        let end = name.after();
        let told =
            end == self.start || matches!(view.kind(end), Kind::Comma | Kind::Open | Kind::Dash);
        let placed = WHERE.holds(view.key(end));
        let speaks = match kind {
            EntityType::Person => told || placed,
            EntityType::Organisation => placed,
            _ => false,
        };
        let introduces = view.opens(self.end)
            && self.start - first <= LONGEST_TAG
            && speaks
            && !view.has_verb(first, self.start);
        let last = if placed { end } else { self.start };
        introduces.then(|| Run::new(name.first(), last))
    }

    /// Whether a verb of saying is followed by a colon or comma and the first quotation of its unit.
    fn precedes_quotation(&self) -> bool {
        let Anchor { view, start, head, end, .. } = *self;
        // "It was, *he argued,* “a bridge”"
        let subject = self.subject_start();
        let aside = subject.is_some_and(|first| view.kind(first.wrapping_sub(1)) == Kind::Comma);
        let mark = match view.kind(end) {
            Kind::Comma => !aside,
            kind => kind == Kind::Colon,
        };
        let quotes =
            |entry: &CueEntry| entry.strength > Strength::Weak && entry.has(FrameKind::Quote);
        mark && view.opens(end + 1)
            && !view.closes_in(view.unit.first(), start, head)
            && self.entry().is_some_and(quotes)
    }

    /// Whether the cue quotes somebody "as saying" what stands before it: "“…,” the agency *quoted* Poe as saying."
    pub(super) fn relays_before(&self) -> bool {
        let view = self.view;
        if !grammar::QUOTING.holds(view.key(self.head)) || !view.is_noun_phrase(self.end) {
            return false;
        }
        let as_ = view.chain_end(self.end);
        let says = view.key(as_) == key("as") && view.tag(as_ + 1) == Tag::VBG;
        let behind = |at: usize| {
            let mark = at.wrapping_sub(1);
            view.kind(mark) == Kind::Comma || view.closes(mark)
        };
        says && view.follow(view.past_time(as_ + 2)) == Follow::End
            && self.subject_start().is_some_and(behind)
    }

    /// Whether somebody denies what is said of him or what was said before: "…, who *denied* it.", "Poe *did not deny* the report."
    fn replies(&self) -> bool {
        let Anchor { view, cue, edge, end, subject, .. } = *self;
        let who = edge.wrapping_sub(1);
        let set_off = || view.kind(who.wrapping_sub(1)) == Kind::Comma;
        let relative = subject.how == How::Relative && view.tag(who) == Tag::WP && set_off();
        let negated = cue.negated && subject.how == How::Beside;
        let denies = |entry: &CueEntry| {
            let sure = entry.strength > Strength::Weak && entry.rest.is_empty();
            let told = view.follow(end) != Follow::To && view.licensed(entry, end);
            sure && told && entry.act == Act::Deny
        };
        (relative || negated) && cue.voice == Voice::Active && self.entry().is_some_and(denies)
    }

    /// Whether a passive names who did it right behind it: "was criticised *by Ann Poe*".
    fn has_agent(&self) -> bool {
        let Anchor { view, cue, head, end, .. } = *self;
        let strong = |entry: &CueEntry| entry.strength > Strength::Weak;
        // "It closed, a step *criticised* by Ann Poe."
        let tells = || view.is_noun_phrase(head - 1) && view.tag(head - 1).is_noun();
        (cue.voice == Voice::Passive || cue.voice == Voice::Participle && head > 0 && tells())
            && view.key(end) == key("by")
            && (self.names_somebody(end + 1)
                || view.tag(end + 1) == Tag::DT && self.names_somebody(end + 2))
            && self.entry().is_some_and(strong)
    }

    /// The preposition of "*in* Poe's view" at the edge of its clause, if the cue is the noun and the dictionary has such a phrase.
    pub(super) fn standpoint(&self) -> Option<usize> {
        let Anchor { view, cue, head, end, .. } = *self;
        if cue.kind != CueKind::Noun || !matches!(view.kind(end), Kind::Comma | Kind::Stop) {
            return None;
        }
        let before = view.phrase(head).tokens.first().checked_sub(1)?;
        if before < view.unit.first() {
            return None;
        }
        if before > view.unit.first() && view.kind(before - 1) != Kind::Comma {
            return None;
        }
        let entry = view.words.standpoint(view.key(before), view.key(head))?;
        (view.words.entries[entry as usize].strength > Strength::Weak).then_some(before)
    }

    /// Whether the verb is one that tells only at what quantity it sets something, and it sets nothing: "*put* the lamp at the
    /// door".
    pub(super) fn sets_nothing(&self) -> bool {
        let only = |entry: &CueEntry| matches!(entry.frames.as_slice(), [frame] if frame.kind == FrameKind::ObjectThen(AT));
        self.entry().is_some_and(|entry| only(entry) && !self.estimates(entry))
    }

    /// Whether the verb sets what stands behind it at a quantity: "*put* the damage *at* $2 million".
    fn estimates(&self, entry: &CueEntry) -> bool {
        /// Tokens of what hangs on the object.
        const OBJECT: usize = 5;
        const ABOUT: KeySet<6> =
            KeySet::new(["about", "around", "some", "nearly", "roughly", "over"]);
        let view = self.view;
        if !entry.has(FrameKind::ObjectThen(AT)) || !view.is_noun_phrase(self.end) {
            return false;
        }
        let own = view.phrase(self.end).tokens.after();
        // "the number *of dead* at 640", but not "the ball *in the net* at 30 minutes".
        let hangs =
            |at: &usize| view.key(*at) != AT && (view.key(*at) == OF || view.tag(*at) != Tag::IN);
        let counted = view.key(own) == AT || view.key(own) == OF;
        let at = (own..own + OBJECT).find(|at| !hangs(at)).filter(|_| counted);
        let value = |at: usize| at + 1 + usize::from(ABOUT.holds(view.key(at + 1)));
        let counts =
            |at: usize| view.mention(at) == Some(EntityType::Quantity) || view.tag(at) == Tag::CD;
        at.is_some_and(|at| view.key(at) == AT && counts(value(at)) && !view.has_verb(self.end, at))
    }

    /// Whether whom the cue tells something stands right behind it, and then what that is about: "told *reporters a friend* had left".
    pub(super) fn tells_of(&self, end: usize) -> bool {
        let view = self.view;
        let that = |it: &CueEntry| it.has(FrameKind::That) && it.addresses();
        if !view.is_noun_phrase(self.end) || !self.entry().is_some_and(that) {
            return false;
        }
        let told = view.phrase(self.end).tokens.after();
        told < end && view.is_noun_phrase(told) && !view.is_time(told)
    }

    /// Where that begins which "is" says a noun is, behind the cue or the source at `at`: "the argument of the union is *that*",
    /// "her message was simple: *“…”*".
    pub(super) fn equated(&self, at: usize) -> Option<usize> {
        const MARKERS: [u64; 5] = keys(["that", "whether", "to", "how", "why"]);
        let view = self.view;
        if self.cue.kind != CueKind::Noun {
            return None;
        }
        let at = self.past_setting(at);
        if !COPULA.contains(&view.key(at)) {
            return None;
        }
        let after = view.phrase(at).tokens.after();
        let told = after + usize::from(view.tag(after).is_adjective());
        let quotes = view.kind(told) == Kind::Colon && view.opens(told + 1);
        if quotes { Some(told + 1) } else { MARKERS.contains(&view.key(after)).then_some(after) }
    }

    /// Whether whose the noun is stands between it and "that", with its preposition.
    fn is_sent(&self) -> bool {
        const BY: [u64; 2] = keys(["by", "from"]);
        let view = self.view;
        let that = |entry: &CueEntry| entry.has(FrameKind::That);
        if self.cue.kind != CueKind::Noun
            || !self.entry().is_some_and(that)
            || !BY.contains(&view.key(self.end))
            || !view.is_noun_phrase(self.end + 1)
        {
            return false;
        }
        // "plans by the company that *owns* the ferry"
        let close = view.chain_end(self.end + 1);
        view.key(close) == key("that") && !view.tag(close + 1).is_finite()
    }

    /// What follows after when, where or to whom something is said: "the argument *on Sunday* was that".
    fn past_setting(&self, at: usize) -> usize {
        const SETTING: [u64; 5] = keys(["on", "in", "at", "during", "to"]);
        let view = self.view;
        let joins = usize::from(SETTING.contains(&view.key(at)));
        if view.is_noun_phrase(at + joins) && (joins > 0 || view.is_time(at)) {
            view.chain_end(at + joins)
        } else {
            at
        }
    }

    /// Whether "is" says what the cue is, perhaps behind whose it is.
    fn is_equated(&self) -> bool {
        let view = self.view;
        let whose = matches!(view.key(self.end), OF | FROM) && view.is_noun_phrase(self.end + 1);
        let behind = if whose { view.chain_end(self.end + 1) } else { self.end };
        self.equated(behind).is_some()
    }

    /// Whether a name that is no time or quantity stands at a token.
    fn names_somebody(&self, at: usize) -> bool {
        let kind = self.view.mention(at);
        kind.is_some_and(|kind| !matches!(kind, EntityType::Time | EntityType::Quantity))
    }

    /// Whether somebody stands after the cue and after that the preposition of its frame. Whom one accuses, praises,
    /// thanks or asks about something is no addressee, but belongs to what is said.
    fn addresses(&self, entry: &CueEntry) -> bool {
        let view = self.view;
        let after = || view.phrase(self.end).tokens.after();
        !has_target(entry)
            && entry.strength > Strength::Weak
            && self.names_somebody(self.end)
            && view.is_noun_phrase(self.end)
            && view.tag(after()) == Tag::IN
            && entry.has(FrameKind::ObjectThen(view.key(after())))
            && !self.names_office(after())
    }

    /// Whether "of" tells whose man the listener is, before what he is told: "told Ann Poe *of the Herald*: “…”", "told Ann Poe *of
    /// Radio Marsk* that …".
    pub(super) fn names_office(&self, of: usize) -> bool {
        let view = self.view;
        let told = view.mention(of.wrapping_sub(1)) == Some(EntityType::Person)
            && self.entry().is_some_and(CueEntry::addresses);
        if view.key(of) != OF || !told || !view.is_noun_phrase(of + 1) {
            return false;
        }
        let end = view.chain_end(of + 1);
        let mark = matches!(view.kind(end), Kind::Colon | Kind::Comma);
        let body = view.mention(end - 1) == Some(EntityType::Organisation);
        mark && view.opens(end + 1) || body && view.is_marker(end)
    }
}

const AT: u64 = key("at");
const OF: u64 = key("of");
const FROM: u64 = key("from");
/// What stands before a point of a list.
const BULLETS: [u64; 7] = keys(["•", "*", "·", "▪", "●", "-", "–"]);
/// Most tokens of what tells who said a quotation, behind a dash or before a colon.
const LONGEST_TAG: usize = 20;

/// Whether who stands after the verb is not told something, but whom it is about: "*accused* Moscow of", "*thanked* Poe for".
pub(super) fn has_target(entry: &CueEntry) -> bool {
    use Act::*;
    matches!(entry.act, Accuse | Criticise | Praise | Thank | Ask)
}
