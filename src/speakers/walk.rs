//! One walk over the article: notes where each figure stands and resolves pronouns and nouns by what came before.

use std::ops::Range;

use super::Reading;
use super::ahead::{has_died, question_before};
use super::answers::{Turn, is_crowded};
use super::cast::{Cast, Figure, FigureId, FigureKind, Sighting};
use super::clause::{Place, classify_place, hangs, named_after};
use super::groups::is_person;
use super::names::bare_start;
use super::nominals::{find_country, find_party, place_at};
use super::nouns::{Opener, Unnamed};
use super::places::{apposition_at, home_in, seat_at};
use super::pronouns::{self, Asked, Candidate, NAMED, OTHERS, Pronoun, classify_pronoun};
use super::relatives::{all_of, is_relative};
use super::settle::Changes;
use super::titles::{is_title, role_before};
use super::words::Deed;
use crate::document::{
    Claim, ClaimId, Entity, EntityId, EntityType, Form, Kind, Mention, Part, Phrase, PhraseKind,
    Quotation, Resolution, Tables, Tag, Token,
};
use crate::key::{key, keys};
use crate::lexicon::{Gender, RoleKind, class};
use crate::span::{Run, Span};

/// What a token means that names nothing by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) token: u32,
    pub(super) figure: FigureId,
    pub(super) how: Resolution,
    /// The expression that it was resolved by; empty where a list told.
    pub(super) antecedent: Run,
}

/// What the walk finds.
pub(super) struct Walk<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) cast: Cast,
    /// In text order.
    pub(super) meanings: Vec<Meaning>,
    pub(super) changes: Changes,
    /// Sources with their claims, in text order.
    pub(super) speakers: Vec<(Run, ClaimId)>,
    /// The tokens that alone are addressees, with their claims, in text order.
    pub(super) listeners: Vec<(u32, ClaimId)>,
    /// By token, how many of them begin up to the last one that holds it; 0 outside all.
    pub(super) speaks_at: Vec<u32>,
    /// Quotations with who speaks them, in the order of the sources.
    voices: Vec<(Span, FigureId)>,
    /// The paragraph of the last of them.
    voiced_block: u32,
    /// Quotations before their sources, with the claims, in text order.
    pub(super) quoted: Vec<(Span, ClaimId)>,
    /// The last of those claims that was looked at, and who its source will be.
    pub(super) foreseen: Option<(ClaimId, Option<FigureId>)>,
    /// What is told, with quotation marks or without, and who tells it, in the same order.
    told: Vec<(Span, FigureId)>,
    /// The last turn of a dialogue.
    pub(super) turn: Option<Turn>,
    /// More than two have turns.
    pub(super) crowded: bool,
    /// The sentence that the walk has come to, and its paragraph.
    pub(super) sentence: u32,
    pub(super) block: u32,
    /// The first sentence of the body.
    pub(super) lead: Option<u32>,
    /// Who says something in that without being named.
    pub(super) opener: Option<Opener>,
    /// Who died, of whom an obituary tells.
    pub(super) dead: Option<FigureId>,
    /// Nouns of institutions without a name, and to whom they belong.
    pub(super) institutions: Vec<(u64, FigureId)>,
    /// The figures of candidates' campaigns.
    pub(super) campaigns: Vec<FigureId>,
    pub(super) unnamed: Vec<Unnamed>,
    /// Nouns of several groups without a name, "eleven companies", and those groups.
    pub(super) crowds: Vec<(u64, FigureId)>,
    /// The rows of central banks that were looked up, by that of the country.
    pub(super) central_banks: Vec<(u32, Option<u32>)>,
    /// The row of the only country of which the article tells, once asked for.
    pub(super) home: Option<Option<u32>>,
    /// Nouns in no list that the text said of names, and of whose.
    pub(super) told_nouns: Vec<(u64, FigureId)>,
    /// The last document that was a source: its main token and its sentence.
    paper: Option<(u32, u32)>,
    /// Each "it" that takes up a document, with the main token of that, in text order.
    pub(super) papers: Vec<(u32, u32)>,
    /// Memory for those whom a pronoun may mean.
    candidates: Vec<Candidate>,
    /// The first mention that does not end before the phrase.
    mention: usize,
    /// Where it begins.
    next_name: u32,
}

/// Chooses among the candidates of "he" or "she" at a token; the trainer chooses otherwise.
pub(super) type Choose<'c> = dyn FnMut(usize, &Cast, &[Candidate]) -> Option<usize> + 'c;

/// Walks over the article.
pub(super) fn walk_article<'a>(reading: Reading<'a>, choose: &mut Choose) -> Walk<'a> {
    let tables = reading.tables;
    let mut walk = Walk::new(reading);
    for (at, sentence) in tables.sentences.iter().enumerate() {
        (walk.sentence, walk.block) = (at as u32, sentence.block);
        if matches!(sentence.part, Part::Byline | Part::Credit | Part::Dateline) {
            continue;
        }
        if sentence.part == Part::Body {
            walk.lead = walk.lead.or(Some(at as u32));
        }
        let first = tables.phrase_of.get(sentence.tokens.first()).map_or(0, |at| *at as usize);
        let phrases = tables.phrases.get(first..).unwrap_or_default();
        for phrase in phrases.iter().take_while(|it| it.tokens.start < sentence.tokens.end) {
            walk.phrase(phrase, choose);
        }
    }
    walk.meanings.sort_by_key(|meaning| meaning.token);
    walk
}

/// The sources with their claims, in text order.
fn list_sources(tables: &Tables) -> Vec<(Run, ClaimId)> {
    let sources = tables.claims.iter().filter_map(|it| Some((it.source.as_ref()?.tokens, it.id)));
    let mut sources: Vec<_> = sources.collect();
    sources.sort_unstable_by_key(|(run, claim)| (run.start, run.end, *claim));
    sources
}

fn list_listeners(tables: &Tables) -> Vec<(u32, ClaimId)> {
    let word = |claim: &Claim| {
        let listener = claim.addressee.as_ref().filter(|it| it.tokens.len() == 1)?;
        Some((listener.tokens.start, claim.id))
    };
    let mut listeners: Vec<_> = tables.claims.iter().filter_map(word).collect();
    listeners.sort_unstable();
    listeners
}

/// The quotations that stand before the sources of their claims, in text order.
fn list_quoted(tables: &Tables) -> Vec<(Span, ClaimId)> {
    let mut quoted = Vec::new();
    for claim in &tables.claims {
        let Some(source) = &claim.source else { continue };
        let before = claim.content.quoted.iter().filter(|span| span.end <= source.span.start);
        quoted.extend(before.map(|span| (*span, claim.id)));
    }
    quoted.sort_unstable_by_key(|(span, claim)| (span.start, span.end, *claim));
    quoted
}

/// Who speaks or tells the words at a byte, as far as the text has told.
fn who(spans: &[(Span, FigureId)], byte: u32) -> Option<(Span, FigureId)> {
    let mut near = spans.iter().rev().take(8);
    near.find(|(span, _)| span.start <= byte && byte < span.end).copied()
}

/// Whether a token may be a pronoun; "that" is tagged like a preposition at times.
fn may_be_pronoun(token: &Token) -> bool {
    matches!(token.tag, Tag::PRP | Tag::PRPS | Tag::WP | Tag::WPS | Tag::WDT)
        || token.tag == Tag::IN && token.key == key("that")
}

/// Areas, which stand before the names of their bodies.
const AREAS: [u64; 6] = keys(["state", "city", "county", "town", "village", "province"]);

impl<'a> Walk<'a> {
    /// At the start of the article, with who speaks in its claims.
    fn new(reading: Reading<'a>) -> Walk<'a> {
        let speakers = list_sources(reading.tables);
        let mut speaks_at = vec![0; reading.tables.tokens.len()];
        for (number, (source, _)) in (1..).zip(&speakers) {
            speaks_at.get_mut(source.range()).unwrap_or_default().fill(number);
        }
        Walk {
            reading,
            cast: Cast::new(reading.tables, reading.gazetteer),
            meanings: Vec::new(),
            changes: Changes::default(),
            speakers,
            listeners: list_listeners(reading.tables),
            speaks_at,
            voices: Vec::new(),
            voiced_block: 0,
            quoted: list_quoted(reading.tables),
            foreseen: None,
            told: Vec::new(),
            turn: None,
            crowded: is_crowded(reading.tables),
            sentence: 0,
            block: 0,
            lead: None,
            opener: None,
            dead: None,
            institutions: Vec::new(),
            campaigns: Vec::new(),
            unnamed: Vec::new(),
            crowds: Vec::new(),
            central_banks: Vec::new(),
            home: None,
            told_nouns: Vec::new(),
            paper: None,
            papers: Vec::new(),
            candidates: Vec::new(),
            mention: 0,
            next_name: 0,
        }
    }

    /// The entities that it made and what changes of the mentions; all else that it noted is given back.
    pub(super) fn finish(self) -> (Vec<Entity>, Changes) {
        (self.cast.created, self.changes)
    }

    /// The next phrase; most hold no name, pronoun or noun and are left at once.
    fn phrase(&mut self, phrase: &Phrase, choose: &mut Choose) {
        let run = phrase.tokens;
        let named = run.end > self.next_name && self.find_mention(run);
        match phrase.kind {
            PhraseKind::Verb if !named => return,
            PhraseKind::Other if !named => {
                return self.pronouns(run.range(), run, choose);
            }
            _ => {}
        }
        self.noun_phrase(phrase, named, choose);
    }

    // Most phrases are left before this.
    #[inline(never)]
    fn noun_phrase(&mut self, phrase: &Phrase, named: bool, choose: &mut Choose) {
        let (tables, run) = (self.reading.tables, phrase.tokens);
        let head = (phrase.kind == PhraseKind::Noun).then_some(phrase.head);
        let head_named = if named {
            self.names(run, head, choose)
        } else {
            self.pronouns(run.range(), run, choose);
            false
        };
        let Some(head) = head.map(|head| head as usize) else { return };
        if !head_named && tables.tag(head) != Tag::PRP {
            self.noun(run, head);
        }
    }

    /// Goes on to the first mention that does not end before the phrase; whether it stands in the phrase.
    fn find_mention(&mut self, run: Run) -> bool {
        let tables = self.reading.tables;
        let ended = |mention: &Mention| mention.tokens.end <= run.start;
        while tables.mentions.get(self.mention).is_some_and(ended) {
            self.mention += 1;
        }
        let next = tables.mentions.get(self.mention);
        self.next_name = next.map_or(u32::MAX, |mention| mention.tokens.start);
        self.next_name < run.end
    }

    /// The pronouns among some tokens of a phrase.
    fn pronouns(&mut self, tokens: Range<usize>, run: Run, choose: &mut Choose) {
        let first = tokens.start;
        let words = self.reading.tables.tokens.get(tokens).unwrap_or_default();
        for (at, word) in (first..).zip(words) {
            if may_be_pronoun(word) {
                self.pronoun(at, run, choose);
            }
        }
    }

    /// A phrase that holds names; whether its head is in one.
    fn names(&mut self, run: Run, head: Option<u32>, choose: &mut Choose) -> bool {
        let tables = self.reading.tables;
        let mut head_named = false;
        let mut next = self.mention;
        let mut at = run.first();
        while at < run.after() {
            let mention =
                tables.mentions.get(next).filter(|mention| mention.tokens.first() < run.after());
            let mention = mention.filter(|mention| mention.tokens.holds(at));
            // "300 workers" are counted, not named.
            let counted = mention
                .is_some_and(|mention| tables.entity_type(mention) == Some(EntityType::Quantity));
            let named = mention.filter(|mention| {
                !counted
                    && !tables.is_in_word(mention)
                    && !is_title(self.reading, mention)
                    // Nobody is told of by "(NASDAQ: MRSK)".
                    && !tables.in_ticker(mention.tokens.first())
            });
            let end = mention.map_or(at + 1, |mention| mention.tokens.after());
            match named {
                Some(mention) => {
                    if mention.tokens.first() == at {
                        let of = head.filter(|head| mention.tokens.holds(*head as usize));
                        if of.is_some_and(|head| several_of(tables, mention, head)) {
                            let place = classify_place(tables, run);
                            self.add_unnamed(FigureKind::People, run, place);
                        } else if let Some(family) = self.reading.family(mention) {
                            self.family(family, run);
                        } else {
                            self.name(mention, run, head);
                        }
                    }
                    head_named |= head.is_some_and(|head| mention.tokens.holds(head as usize));
                }
                None => self.pronouns(at..end.min(run.after()), run, choose),
            }
            let demonym = mention.filter(|mention| mention.form == Form::Demonym);
            if let Some(head) = head
                && demonym.is_some_and(|mention| mention.tokens.holds(head as usize))
            {
                self.one_of(run, head as usize);
            }
            next += usize::from(mention.is_some());
            at = end;
        }
        head_named
    }

    /// Notes where somebody with a name stands, and what the words around the name say of him.
    fn name(&mut self, mention: &Mention, run: Run, head: Option<u32>) {
        let tables = self.reading.tables;
        let Some(figure) = self.cast.figure_of(self.reading, mention.entity) else {
            return;
        };
        let is_head = head.is_none_or(|head| mention.tokens.holds(head as usize));
        // "Poe, *a Marsk Republican*," is no party.
        let one = tables.is_one_of(run.first(), &[key("a"), key("an")]);
        if one && is_head && mention.form == Form::Demonym {
            return;
        }
        let end = mention.tokens.end.max(if is_head { run.end } else { 0 });
        let role = role_before(self.reading, mention.tokens);
        let start = role.map_or(run.start, |role| role.start);
        let whole = Run { start: start.min(mention.tokens.start), end };
        let place = match classify_place(tables, whole) {
            Place::Possessor => Place::Possessor,
            place if is_head => place,
            _ => Place::Modifier,
        };
        let new = self.cast.figure(figure).is_some_and(|it| it.count == 0);
        self.learn_title(figure, mention, run, is_head);
        self.learn_home(figure, mention.tokens);
        if self.cast.figure(figure).is_some_and(|it| it.doubtful && it.count == 0) {
            self.look_before(figure, mention);
        }
        self.kind_before(figure, mention, run);
        if new && place == Place::Subject && !is_introduced(tables, mention.tokens) {
            self.identify_lead(figure, mention);
        }
        self.deed(figure, Run { start: mention.tokens.start, end }, place);
        if place == Place::Subject && self.lead == Some(self.sentence) && self.dead.is_none() {
            self.dead = has_died(tables, self.sentence, mention.tokens).then_some(figure);
        }
        if has_shares(tables, mention.tokens) && self.retype(figure, FigureKind::Organisation) {
            self.cast.shares = Some((figure, self.sentence));
        }
        self.sight(figure, mention.tokens, place, mention.form);
        if place != Place::Modifier {
            self.coordination(mention.tokens);
        }
    }

    /// Remembers what the words before a titled name tell of who has it: "Transport Minister Ann Poe".
    fn learn_title(&mut self, figure: FigureId, mention: &Mention, run: Run, is_head: bool) {
        let tables = self.reading.tables;
        let role = role_before(self.reading, mention.tokens);
        if mention.name.is_none() && role.is_none() {
            // "*Pope* Francis" has his title in his name.
            let first = tables.key(mention.tokens.first());
            let class = self.reading.lexicon.names.class(first);
            let title = mention.tokens.len() > 1 && class & class::TITLE != 0;
            let known = self.cast.figures.get_mut(figure.index());
            if let Some(known) = known.filter(|_| title && class & class::GIVEN == 0) {
                known.remember(std::iter::once(first));
            }
            return;
        }
        let Some(known) = self.cast.figures.get_mut(figure.index()) else { return };
        let own = mention.tokens;
        // Of the noun phrase that the name is the head of all words tell.
        let start = if is_head { run.start.min(own.start) } else { own.start };
        let title = Run { start: role.map_or(start, |role| role.start), end: own.end };
        let name = mention.name.unwrap_or(mention.span).start;
        let words = title.range().filter_map(|at| tables.tokens.get(at)).take(TITLE);
        known.remember(words.take_while(|it| it.start < name).map(|it| it.key));
        let place = title.range().take(TITLE).find_map(|at| place_at(self.reading, at));
        known.home = place.map_or(known.home, |(place, _)| place);
        known.party = find_party(tables, self.reading.gazetteer, title).or(known.party);
        known.doubtful = false;
        self.identify(figure, own);
    }

    /// Remembers the place and party behind a name: "Ann Poe of Marsk", "Ann Poe (D-Ohio)", "Ann Poe, a Democrat from Ohio,".
    fn learn_home(&mut self, figure: FigureId, name: Run) {
        let Reading { tables, gazetteer, .. } = self.reading;
        let end = name.after();
        let kind = tables.kind(end);
        let beside = matches!(kind, Kind::Open | Kind::Comma);
        let seat = if beside { seat_at(self.reading, end + 1) } else { None };
        let told = || apposition_at(tables, end + 1).filter(|_| kind == Kind::Comma);
        let (home, party) = match seat {
            Some((home, party)) => (Some(home), party),
            None if tables.is(end, key("of")) => {
                (place_at(self.reading, end + 1).map(|(place, _)| place), None)
            }
            None => told().map_or((None, None), |run| {
                (home_in(self.reading, run), find_party(tables, gazetteer, run))
            }),
        };
        let body = self.body_behind(end);
        let Some(known) = self.cast.figures.get_mut(figure.index()) else { return };
        if known.kind == FigureKind::Person || !beside {
            known.home = home.unwrap_or(known.home);
            known.party = party.or(known.party);
        }
        if known.kind == FigureKind::Person
            && let Some(body) = body
        {
            known.remember(body.range().map(|at| tables.key(at)));
        }
    }

    /// The organisation that somebody is of whose name ends before token `at`: "Ann Poe of *the Harlund Board*".
    pub(super) fn body_behind(&self, at: usize) -> Option<Run> {
        const OF: [u64; 2] = keys(["of", "from"]);
        let tables = self.reading.tables;
        let the = usize::from(tables.is(at + 1, key("the")));
        let mention = tables.mention_at(at + 1 + the).filter(|_| tables.is_one_of(at, &OF))?;
        let organisation = tables.entity_type(mention) == Some(EntityType::Organisation);
        organisation.then_some(mention.tokens)
    }

    /// Takes a name that nothing else explains for a place where it stands first as one: "in Marsk".
    fn look_before(&mut self, figure: FigureId, mention: &Mention) {
        let tables = self.reading.tables;
        let before = mention.tokens.first().checked_sub(1);
        let inside = before.is_some_and(|at| tables.is_one_of(at, &[key("in"), key("near")]));
        if inside && tables.tag(mention.tokens.after()) != Tag::POS {
            self.retype(figure, FigureKind::Place);
        }
    }

    /// Remembers the nouns that take up a person of whom such a thing is told: "the defendant" for who "is accused".
    fn deed(&mut self, figure: FigureId, run: Run, place: Place) {
        let Reading { tables, words, .. } = self.reading;
        let Some(figure) = self.cast.figures.get_mut(figure.index()) else { return };
        if figure.kind != FigureKind::Person {
            return;
        }
        let before = |back: usize| run.first().checked_sub(back).map_or(0, |at| tables.key(at));
        let deed = match place {
            Place::Subject => predicate(tables, run.after()).map(|verb| {
                let passive = verb.len() > 1 && tables.tag(verb.last()) == Tag::VBN;
                let deed = if passive { Deed::Passive } else { Deed::Active };
                deed.of(tables.key(verb.last()))
            }),
            Place::Object | Place::Other => Some(Deed::Object.of(before(1))),
            Place::Oblique => Some(Deed::Of.of(before(2))),
            Place::Possessor | Place::Modifier => {
                let owned = tables.phrase_at(run.first()).map(|phrase| phrase.head());
                owned.map(|owned| Deed::Owner.of(tables.key(owned)))
            }
        };
        let nouns = deed.map_or(&[][..], |deed| words.nouns_of(deed));
        // "Ann Poe, *prosecuting*, said"
        let end = run.after();
        if tables.kind(end) == Kind::Comma && tables.tag(end + 1) == Tag::VBG {
            let aside = words.nouns_of(Deed::Active.of(tables.key(end + 1)));
            figure.remember(aside.iter().copied());
        }
        match place {
            Place::Possessor | Place::Modifier if nouns.is_empty() => {}
            Place::Possessor | Place::Modifier => figure.hints = nouns.to_vec(),
            _ => figure.remember(nouns.iter().copied()),
        }
    }

    /// Takes what follows the noun of a kind of organisation for one: "the logistics start-up Parcelbee".
    fn kind_before(&mut self, figure: FigureId, mention: &Mention, run: Run) {
        // "*Swedish* striker Carl Poe"
        let end = bare_start(self.reading.tables, mention) as u32;
        self.learn_nation(figure, Run { start: run.start.min(end), end });
        let before = mention.tokens.first().checked_sub(1).filter(|before| run.holds(*before));
        let noun = before.map_or(0, |at| self.reading.tables.key(at));
        // "champions Varenne", "rivals Poe & Berg"
        let many = |at: usize| self.reading.tables.tag(at) == Tag::NNS;
        let goes_on = self.reading.tables.is(mention.tokens.after(), key("and"));
        let team = before.is_some_and(many) && !goes_on;
        let organisation = team || self.reading.words.organisations.contains_key(&noun);
        // "brokerage Merriman Hull", but "club captain Ann Poe"
        let role = self.reading.lexicon.names.class(noun) & (class::OFFICE | class::HUMAN) != 0;
        let sure = organisation
            && !team
            && !role
            && mention.name.is_none()
            && !BESIDE_PERSONS.contains(&noun)
            && role_before(self.reading, mention.tokens).is_none();
        // "On Monday barista Ann Poe …", then "The barista"; but "board chairwoman Ann Poe" is no board, and "the state Senate" no
        // state.
        let plain = before.filter(|_| mention.name.is_none_or(|name| name == mention.span));
        let plain = plain.filter(|_| !AREAS.contains(&noun));
        let plain = plain.and_then(|at| self.reading.tables.tokens.get(at));
        if plain.is_some_and(|it| it.tag == Tag::NN && !it.has(Token::CAPITAL)) {
            self.told_nouns.push((noun, figure));
        }
        let figure = self.cast.figures.get_mut(figure.index());
        let figure = figure.filter(|it| it.doubtful || sure && it.row.is_none() && it.count == 0);
        if let Some(figure) = figure.filter(|_| before.is_some()) {
            figure.remember(std::iter::once(noun));
            if organisation {
                figure.kind = FigureKind::Organisation;
            }
        }
    }

    /// Remembers of what country the words before a name say that its bearer is: "Swiss valve maker Harlund".
    fn learn_nation(&mut self, figure: FigureId, before: Run) {
        let Reading { tables, gazetteer, .. } = self.reading;
        let figure = self.cast.figures.get_mut(figure.index());
        let told =
            |it: &&mut Figure| matches!(it.kind, FigureKind::Organisation | FigureKind::Person);
        let figure = figure.filter(|it| told(it) && !before.is_empty());
        if let Some((figure, nation)) = figure.zip(find_country(tables, gazetteer, before)) {
            figure.nation = Some(nation);
        }
    }

    /// Notes that a figure stands somewhere, and that it speaks where it is a source there.
    pub(super) fn sight(&mut self, figure: FigureId, run: Run, place: Place, form: Form) {
        let tables = self.reading.tables;
        let owned = place == Place::Possessor || place == Place::Modifier;
        // "Minister for Housing Ann Poe": the role before the name may be what the source begins with.
        let role = || if form == Form::Name { role_before(self.reading, run) } else { None };
        let claim = self.claim_of(run).or_else(|| self.claim_of(role()?));
        let claim = claim.filter(|_| !owned);
        let one = |it: &Figure| !matches!(it.kind, FigureKind::People | FigureKind::Place);
        let one = self.cast.figure(figure).is_some_and(one);
        let first = tables.tokens.get(run.first()).filter(|_| one);
        let sighting = Sighting {
            figure,
            run,
            sentence: self.sentence,
            block: self.block,
            speech: tables.speech(run.first()),
            place,
            form,
            speaks: claim.is_some(),
            teller: first.and_then(|it| who(&self.told, it.start)).map(|(_, teller)| teller),
        };
        self.cast.sight(sighting);
        if let Some(claim) = claim {
            self.speaks(figure, claim);
        }
    }

    /// Notes that a figure is the source of a claim: what no list knows and speaks is no place, and nobody calls himself "he".
    fn speaks(&mut self, figure: FigureId, claim: ClaimId) {
        if self.cast.figure(figure).is_some_and(|figure| figure.kind == FigureKind::Place) {
            self.retype(figure, FigureKind::Organisation);
        }
        let claim = self.reading.tables.claims.get(claim.index());
        claim.into_iter().for_each(|claim| self.take_turn(figure, claim));
        let quoted = claim.map_or(&[][..], |claim| claim.content.quoted.as_slice());
        if !quoted.is_empty() {
            self.voiced_block = self.block;
        }
        self.voices.extend(quoted.iter().map(|span| (*span, figure)));
        let told = claim.map_or(&[][..], |claim| claim.content.spans.as_slice());
        self.told.extend(told.iter().map(|span| (*span, figure)));
    }

    /// Who tells the words at a byte.
    pub(super) fn teller_at(&self, byte: u32) -> Option<FigureId> {
        who(&self.told, byte).map(|(_, teller)| teller)
    }

    /// The first ones whom the source at these tokens names in what it says: in quotations, and in what it tells behind itself,
    /// there not as part of another's name.
    pub(super) fn named_by(&self, run: Run) -> [Option<EntityId>; NAMED] {
        let tables = self.reading.tables;
        let end = tables.span(run).end;
        let after = self.speaks_at.get(run.first()).map_or(0, |after| *after as usize);
        let near = self.speakers.get(after.saturating_sub(4)..after).unwrap_or_default();
        let wider = |source: &Run| run.len() > 1 && source.start == run.start;
        let own = near.iter().filter(|(source, _)| *source == run || wider(source));
        let claims = own.filter_map(|(_, claim)| tables.claims.get(claim.index()));
        let contents = claims.map(|claim| &claim.content);
        let quoted = contents.clone().flat_map(|it| &it.quoted).map(|span| (*span, true));
        let told = contents.flat_map(|it| &it.spans).filter(|span| span.start >= end);
        named_in(tables, quoted.chain(told.map(|span| (*span, false))))
    }

    /// The claim whose source has the tokens at its top: not after a preposition or in a relative clause, unless a person's name
    /// is set beside what they end: "the head of the port, *Ann Poe*,".
    pub(super) fn claim_of(&self, run: Run) -> Option<ClaimId> {
        let tables = self.reading.tables;
        let after = *self.speaks_at.get(run.first())? as usize;
        let near = after.saturating_sub(4)..after;
        let (source, claim) =
            self.speakers.get(near)?.iter().rev().find(|(source, _)| source.contains(run))?;
        let start = tables.phrase_at(run.first()).map_or(run.first(), |it| it.tokens.first());
        let comma = start.checked_sub(1).filter(|at| tables.kind(*at) == Kind::Comma);
        let beside = comma.is_some_and(|_| is_person(tables, run.first()));
        let inside = if beside { 0..0 } else { source.first()..run.first() };
        let top = inside.len() <= 24
            && !inside.into_iter().any(|at| matches!(tables.tag(at), Tag::IN | Tag::WP | Tag::WDT));
        top.then_some(*claim)
    }

    /// What tells whom the pronoun at `at`, in the noun phrase `run`, may mean.
    pub(super) fn asked(&self, at: usize, run: Run) -> Asked {
        let tables = self.reading.tables;
        let possessor = matches!(tables.tag(at), Tag::PRPS);
        let place = if possessor { Place::Possessor } else { classify_place(tables, run) };
        // "His office said …" are not his words.
        let claim = self
            .claim_of(Run::new(at, at + 1))
            .filter(|_| !possessor)
            .and_then(|claim| tables.claims.get(claim.index()));
        let start = tables.tokens.get(at).map_or(0, |token| token.start);
        let teller = who(&self.told, start);
        let spans = claim.map_or(&[][..], |claim| claim.content.spans.as_slice());
        let before = spans.iter().rev().find(|span| span.end <= start);
        let token_at = |byte: u32| tables.tokens.partition_point(|token| token.start < byte);
        let spoken = self.voices.iter().rev().find(|(span, _)| span.end <= start);
        let quotes = claim.is_some_and(|claim| claim.quotation == Quotation::Direct);
        Asked {
            at,
            sentence: self.sentence,
            block: self.block,
            speech: tables.speech(at),
            place,
            speaks: claim.is_some(),
            quotes,
            asker: None,
            sayer: None,
            voice: who(&self.voices, start).map(|(_, figure)| figure),
            teller: teller.map(|(_, figure)| figure),
            spoken: spoken.map(|(_, figure)| *figure),
            spoken_block: self.voiced_block,
            hangs: at.checked_sub(1).is_some_and(|at| hangs(tables, at)),
            others: if place == Place::Subject { named_after(tables, run) } else { [None; OTHERS] },
            question: question_before(tables, self.sentence, at, quotes),
            named: self.named_by(Run::new(at, at + 1)),
            said: before
                .map_or(Run::default(), |span| Run::new(token_at(span.start), token_at(span.end))),
        }
    }

    // Few tokens are pronouns: the loop over all of them stays small without this.
    #[inline(never)]
    fn pronoun(&mut self, at: usize, run: Run, choose: &mut Choose) {
        let tables = self.reading.tables;
        let Some(token) = tables.tokens.get(at) else { return };
        let relative = matches!(token.tag, Tag::WP | Tag::WDT | Tag::WPS)
            || token.tag == Tag::IN && token.key == key("that");
        if relative && is_relative(token.key) {
            let asked = all_of(tables, at).unwrap_or(at);
            if self.claim_of(Run::new(asked, asked + 1)).is_some() {
                let figure = self.antecedent(at);
                let owns = token.tag == Tag::WPS;
                let place = if owns { Place::Possessor } else { Place::Subject };
                self.means(asked, figure, place);
            }
            return;
        }
        if !matches!(token.tag, Tag::PRP | Tag::PRPS) {
            return;
        }
        let pronoun = classify_pronoun(token.key);
        let thing = matches!(pronoun, Some(Pronoun::It | Pronoun::They));
        let person = matches!(pronoun, Some(Pronoun::Person(_)));
        if !(person || thing && self.claim_of(Run::new(at, at + 1)).is_some()) {
            return;
        }
        let run = if token.tag == Tag::PRP { run } else { Run::new(at, at + 1) };
        let mut asked = self.asked(at, run);
        let inside = |words: Span| words.start <= token.start && token.start < words.end;
        let turn = self.turn.filter(|turn| inside(turn.words));
        asked.voice = asked.voice.or(turn.map(|turn| turn.who));
        asked.voice = asked.voice.or_else(|| self.foresee(at, choose));
        asked.asker = self.asker(at).or(turn.and_then(|turn| turn.asked));
        asked.sayer = self.sayer(at);
        let figure = match pronoun {
            Some(Pronoun::Person(gender)) => self.he_or_she(&asked, gender, choose),
            Some(Pronoun::It) if self.takes_up_paper(at, &asked) => None,
            Some(Pronoun::It) => {
                let found = pronouns::find_it(&self.cast, &asked);
                found.or_else(|| self.unknown_thing(&asked))
            }
            Some(Pronoun::They) => {
                let found = pronouns::find_they(&self.cast, &asked);
                found.filter(|id| !self.passes_people(*id, at))
            }
            _ => None,
        };
        self.means(at, figure, asked.place);
    }

    /// Whom "he" or "she" means: who the text around it tells, else the best of those who were seen.
    fn he_or_she(
        &mut self,
        asked: &Asked,
        gender: Gender,
        choose: &mut Choose,
    ) -> Option<FigureId> {
        let at = asked.at;
        let figure = self.foreseen_at(at);
        let figure = figure.or_else(|| self.questioned(at, gender));
        let figure = figure.or_else(|| self.answering(at, gender));
        let figure = figure.or_else(|| self.was_asked(at, gender));
        let figure = figure.or_else(|| self.asked_about(at, gender));
        let figure = figure.or_else(|| self.blamed(at, gender));
        let figure = figure.or_else(|| self.topic(at, gender));
        let figure = figure.or_else(|| self.subject_ahead(at, gender));
        let figure = figure.or_else(|| self.told_by_owner(at, gender));
        let figure = figure.or_else(|| self.main_subject(asked, gender));
        let figure = figure.or_else(|| self.supposed(asked, gender));
        let figure = figure.or_else(|| self.before_colon(asked, gender));
        let figure = figure.or_else(|| self.mourned(at, gender, asked));
        let figure = figure.or_else(|| self.person(asked, gender, choose));
        if let Some(figure) = figure.and_then(|figure| self.cast.figures.get_mut(figure.index())) {
            figure.called[usize::from(gender == Gender::Male)] += 1;
        }
        figure
    }

    /// The name that nothing explains and of which only "it" tells that it is no person's: "Harlund has cancelled the flight. *It*
    /// said".
    fn unknown_thing(&mut self, asked: &Asked) -> Option<FigureId> {
        let told = asked.speech == 0 && asked.speaks;
        let unknown = self.reading.unknown_subject(&self.cast, self.sentence).filter(|_| told);
        unknown.filter(|id| self.retype(*id, FigureKind::Organisation))
    }

    /// Notes a document that is a source, "the report".
    pub(super) fn see_paper(&mut self, run: Run, head: usize) {
        let Reading { tables, lexicon, .. } = self.reading;
        let role = lexicon.names.roles.word(tables.key(head));
        let paper = role.is_some_and(|role| role.kind == RoleKind::Document);
        if paper && self.claim_of(run).is_some() {
            self.paper = Some((head as u32, self.sentence));
            self.publisher(run, head);
        }
    }

    /// Notes which firm the noun means before that for a document that speaks: "a *company* notice"; "a *court* document" may be any
    /// court's.
    fn publisher(&mut self, run: Run, head: usize) {
        const FIRM: u64 = key("company");
        let Reading { tables, words, .. } = self.reading;
        let mut nouns = (run.first()..head).rev().take(2);
        let body = nouns.find(|at| words.kinds_of(tables.key(*at)).contains(&FIRM));
        let Some(body) = body.filter(|at| tables.mention_at(*at).is_none()) else { return };
        let figure = self.reading.organisation(&self.cast, self.sentence, body);
        self.notes(body, figure);
    }

    /// Whether the "it" at a token takes up the document that spoke in the sentence before, which it notes.
    fn takes_up_paper(&mut self, at: usize, asked: &Asked) -> bool {
        let Some((paper, sentence)) = self.paper else { return false };
        let next = sentence + 1 == asked.sentence && asked.speech == 0;
        let taken = next && pronouns::takes_up_paper(&self.cast, asked, paper);
        if taken {
            self.papers.push((at as u32, paper));
            // "It says … It adds …"
            self.paper = Some((paper, asked.sentence));
        }
        taken
    }

    /// Whom "he" or "she" means by the weights, else the subject of what it tells.
    pub(super) fn person(
        &mut self,
        asked: &Asked,
        gender: Gender,
        choose: &mut Choose,
    ) -> Option<FigureId> {
        let (tables, at) = (self.reading.tables, asked.at);
        let mut candidates = std::mem::take(&mut self.candidates);
        pronouns::find_candidates(tables, &self.cast, asked, gender, &mut candidates);
        let according =
            at > 1 && tables.is(at - 1, key("to")) && tables.is(at - 2, key("according"));
        let speaker = if according { pronouns::latest_speaker(&candidates) } else { None };
        let chosen = speaker.or_else(|| choose(at, &self.cast, &candidates));
        let chosen = chosen.and_then(|chosen| candidates.get(chosen));
        let figure = chosen.map(|candidate| candidate.figure);
        self.candidates = candidates;
        figure.or_else(|| pronouns::own_subject(tables, &self.cast, asked, gender))
    }

    /// Notes whom the pronoun at `at` means, if anybody.
    fn means(&mut self, at: usize, figure: Option<FigureId>, place: Place) {
        let Some(figure) = figure else { return };
        let run = Run::new(at, at + 1);
        self.note(at, figure, Resolution::Pronoun, self.cast.naming(figure));
        if let Some(entity) = self.cast.figure(figure).and_then(|figure| figure.entity) {
            self.changes.added.push((run, Form::Pronoun, entity));
            self.deed(figure, run, place);
        }
        self.sight(figure, run, place, Form::Pronoun);
    }
}

/// Whether the name is told of somebody new: "*a resident named* Ann Poe" is nobody of before.
fn is_introduced(tables: &Tables, name: Run) -> bool {
    let Some(verb) = name.first().checked_sub(1).filter(|at| tables.tag(*at) == Tag::VBN) else {
        return false;
    };
    let noun = verb.checked_sub(1).and_then(|at| tables.phrase_at(at)).map(|it| it.tokens.first());
    noun.is_some_and(|at| tables.is_one_of(at, &[key("a"), key("an"), key("another")]))
}

/// Whether the text tells of the shares of who is named: "Shares in *Harlund* fell", "*Harlund's* stock".
fn has_shares(tables: &Tables, name: Run) -> bool {
    const SHARES: [u64; 2] = keys(["shares", "stock"]);
    let end = name.after();
    let behind = end + usize::from(tables.tag(end) == Tag::POS);
    let before = name.first().checked_sub(2).is_some_and(|at| {
        tables.is_one_of(at, &SHARES) && tables.is_one_of(at + 1, &[key("in"), key("of")])
    });
    before || tables.is_one_of(behind, &SHARES)
}

/// The first ones whom words name, not in what they quote themselves; with each span, whether it is quoted, where all names count.
fn named_in(
    tables: &Tables,
    said: impl Iterator<Item = (Span, bool)>,
) -> [Option<EntityId>; NAMED] {
    let mut named = [None; NAMED];
    let mentions = said.take(NAMED).flat_map(|(span, quoted)| {
        let from = tables.mentions.partition_point(|it| it.span.start < span.start);
        let first = tables.tokens.partition_point(|it| it.start < span.start);
        let speech = tables.speech(first);
        let rest = tables.mentions.get(from..).unwrap_or_default().iter().take(NAMED);
        let inside = rest.take_while(move |it| it.span.end <= span.end);
        inside.filter(move |it| {
            let alone = quoted || stands_alone(tables, it.tokens);
            it.form == Form::Name && alone && tables.speech(it.tokens.first()) == speech
        })
    });
    let names = mentions.filter(|it| !names_speaker(tables, it));
    for (slot, mention) in named.iter_mut().zip(names) {
        *slot = Some(mention.entity);
    }
    named
}

/// Whether a name is the main word of its noun phrase or owns that ("the *Poe* campaign" is not hers), and neither says who a
/// pronoun is ("he, *Poe*,") nor is the subject of a relative clause, which may be the writer's ("a town *Poe* has known").
fn stands_alone(tables: &Tables, name: Run) -> bool {
    const TITLE: usize = 3;
    let (first, end) = (name.first(), name.after());
    let main = tables.phrase_at(first).is_none_or(|it| name.holds(it.head()));
    let owns = tables.tag(end) == Tag::POS;
    let named = |at: &usize| tables.tag(*at).is_name();
    let title = (first.saturating_sub(TITLE)..first).rev().take_while(named).count();
    let tag = |back: usize| {
        let at = first.checked_sub(title + back);
        at.map_or(Tag::PUNCT, |at| tables.tag(at))
    };
    let comma = first.checked_sub(title + 1).filter(|at| tables.kind(*at) == Kind::Comma);
    let apposed = comma.is_some() && tag(2) == Tag::PRP;
    let that = || tables.is(first - title - 1, key("that")) && tag(2).is_noun();
    let relative = tag(1).is_noun() || tag(1).is_relative() || tag(1) == Tag::IN && that();
    (main || owns) && !apposed && !(relative && tables.tag(end).is_finite())
}

/// Whether who speaks may say his own name there: "this is *Ann Poe*", "I'm *Ann Poe*", "my name is *Ann Poe*".
fn names_speaker(tables: &Tables, name: &Mention) -> bool {
    const BEFORE: [u64; 4] = keys(["i", "this", "name", "it"]);
    const IS: [u64; 4] = keys(["is", "'s", "am", "'m"]);
    let first = name.tokens.first();
    let verb = first.checked_sub(1).filter(|at| tables.is_one_of(*at, &IS));
    let subject = verb.and_then(|at| at.checked_sub(1));
    subject.is_some_and(|at| tables.is_one_of(at, &BEFORE))
        && tables.tag(name.tokens.after()) != Tag::POS
}

/// The verb group of the subject that ends at `end`, a few phrases on: "Poe, 43, is accused".
fn predicate(tables: &Tables, end: usize) -> Option<Run> {
    let first = *tables.phrase_of.get(end)? as usize;
    let mut next = tables.phrases.get(first..)?.iter().take(PREDICATE);
    let verb =
        next.find(|it| it.kind == PhraseKind::Verb && tables.tag(it.tokens.first()).is_finite())?;
    Some(verb.tokens)
}

/// Nouns of organisations that stand before persons too: "defence giant", "Labour front Ann Poe".
const BESIDE_PERSONS: [u64; 5] = keys(["giant", "front", "side", "team", "campaign"]);

/// How many words of a title are read.
const TITLE: usize = 12;

/// Whether the mention with this token as its head is for several of a people or party: "Republicans".
fn several_of(tables: &Tables, mention: &Mention, head: u32) -> bool {
    mention.form == Form::Demonym && matches!(tables.tag(head as usize), Tag::NNS | Tag::NNPS)
}

/// How many phrases lie at most between a subject and what is told of it.
const PREDICATE: usize = 5;
