//! What a source's noun phrase is made of: its coordinated parts, and of each the head, what "of" or "for" adds, and the name
//! set beside it.

use super::groups::is_person;
use super::papers::is_made;
use crate::document::{EntityType, Form, Kind, Mention, Part as Section, PhraseKind, Tables, Tag};
use crate::key::{KeySet, key, keys};
use crate::lexicon::NEGATIONS;
use crate::span::Run;

/// One of the coordinated noun phrases of a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its base phrase, inside the source.
    pub(super) run: Run,
    /// Its main token.
    pub(super) head: usize,
    /// The preposition after it and the base phrase that follows.
    pub(super) complement: Option<(u64, Run)>,
    /// The head of the noun phrase after the first "by": who made a document.
    pub(super) author: Option<usize>,
    /// The head of a name set beside it: "the mayor, Ann Poe".
    pub(super) name: Option<usize>,
}

impl Part {
    /// The base phrase `run` with its head and what follows after a preposition.
    pub(super) fn at(tables: &Tables, run: Run, head: usize) -> Part {
        let end = run.after();
        let word = tables.tokens.get(end).filter(|token| token.tag == Tag::IN).map(|it| it.key);
        let next = tables.phrase_at(end + 1);
        let next = next.filter(|next| next.kind == PhraseKind::Noun);
        let complement = word.zip(next).map(|(word, next)| (word, next.tokens));
        Part { run, head, complement, author: None, name: None }
    }
}

/// Most parts of a source, and most phrases that are read for them.
const PARTS: usize = 8;
const PHRASES: usize = 24;
/// Prepositions before some of those whom a noun means.
const FOR_EXAMPLE: KeySet<3> = KeySet::new(["among", "including", "like"]);
const AND: [u64; 4] = keys(["and", "or", "&", "nor"]);

/// Whether some of those are named behind the word at `at` whom the noun before it means.
pub(super) fn is_for_example(tables: &Tables, at: usize) -> bool {
    tables.tokens.get(at).is_some_and(|it| FOR_EXAMPLE.holds(it.key))
}

/// The parts of the source with these tokens, in text order.
pub(super) fn find_parts(tables: &Tables, run: Run) -> Vec<Part> {
    let mut reader = Reader {
        tables,
        run,
        parts: Vec::new(),
        expects: Expects::Part,
        described: false,
        beside_place: false,
        idle: None,
    };
    let mut at = run.first();
    for _ in 0..PHRASES {
        if at >= run.after() || reader.parts.len() == PARTS {
            break;
        }
        let Some(next) = reader.step(at) else { break };
        at = next;
    }
    if reader.parts.is_empty() && !run.is_empty() {
        let head = run.last();
        reader.parts.push(Part { run, head, complement: None, author: None, name: None });
    }
    if let [part] = reader.parts.as_mut_slice()
        && let Some(name) = apposed_at_end(tables, run)
        && part.head != name
        && !part.name.is_some_and(|name| is_person(tables, name))
    {
        part.name = Some(name);
    }
    if let Some(name) = introduced(tables, run) {
        reader.parts.truncate(1);
        reader.parts.iter_mut().for_each(|part| part.name = Some(name));
    }
    if let Some(part) = reader.parts.first_mut() {
        part.author = find_author(tables, part.run.after(), run);
    }
    reader.parts
}

/// The head of the organisation's name that stands so: "the union that represents its crews, *the Ferry Workers' Guild*,".
pub(super) fn organisation_at_end(tables: &Tables, run: Run) -> Option<usize> {
    let end = run.after() - usize::from(tables.kind(run.last()) == Kind::Comma);
    let mention = tables.mention_at(end.checked_sub(1)?)?;
    let organisation = tables.entity_type(mention)? == EntityType::Organisation;
    let before = mention.tokens.first().checked_sub(1)?;
    let comma = before - usize::from(tables.is(before, key("the")));
    let apart = comma > run.first() && tables.kind(comma) == Kind::Comma;
    // "the union of the crews of Marsk Lines, Vestfrakt"
    let listed =
        || tables.entity_at(comma - 1).is_some_and(|it| it.kind == EntityType::Organisation);
    (organisation && apart && !listed()).then_some(end - 1)
}

/// The head of the person's name that stands between commas at the end of the source, behind what tells who that is: "the
/// lawmaker representing Marsk in the assembly, *Mr Poe*,".
fn apposed_at_end(tables: &Tables, run: Run) -> Option<usize> {
    let end = run.after() - usize::from(tables.kind(run.last()) == Kind::Comma);
    let mention = tables.mention_at(end.checked_sub(1)?)?;
    let person = tables.entity_type(mention)? == EntityType::Person;
    // A title may stand before the mention: "retired bank manager Ann Poe".
    let word = |at: usize| {
        let tag = tables.tag(at);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::VBN | Tag::VBD | Tag::VBG)
    };
    // "Dr. (Mrs.) Ngozi Ezeugo"
    let title = |at: usize| word(at) || matches!(tables.kind(at), Kind::Open | Kind::Close);
    let comma = (run.first()..mention.tokens.first()).rev().take(6).find(|at| !title(*at))?;
    // "Most leaders, *including* Ann Poe,"
    if is_for_example(tables, comma + 1) {
        return None;
    }
    // "Ann Poe, who worked for Berg's rival, the governor Carl Lund," but not "Poe's lawyer, Carl Lund"
    let first = tables.mention_at(run.first());
    let named = first.is_some_and(|it| {
        let person = tables.entity_type(it) == Some(EntityType::Person);
        person && tables.tag(it.tokens.after()) != Tag::POS
    });
    (person && !named && tables.kind(comma) == Kind::Comma).then_some(end - 1)
}

/// The head of the person's name between commas behind somebody of whom more is told first: "One pastor who backs Berg, *Ann Poe*
/// of Marsk,".
fn introduced(tables: &Tables, run: Run) -> Option<usize> {
    const ONE: [u64; 4] = keys(["a", "an", "one", "another"]);
    const FROM: [u64; 4] = keys(["of", "in", "from", "at"]);
    let noun = tables.phrase_at(run.first()).filter(|_| tables.is_one_of(run.first(), &ONE))?;
    let (head, told) = (noun.head(), noun.tokens.after());
    let tells = matches!(tables.tag(told), Tag::VBG | Tag::VBN | Tag::WP);
    if !tells || tables.mention_at(head).is_some() {
        return None;
    }
    let comma = (told..run.after()).take(PHRASES).find(|at| tables.kind(*at) == Kind::Comma)?;
    let mention = tables.mention_at(comma + 1).filter(|it| it.tokens.first() == comma + 1)?;
    let end = mention.tokens.after();
    let apart =
        end >= run.after() || tables.kind(end) == Kind::Comma || tables.is_one_of(end, &FROM);
    let person = tables.entity_type(mention) == Some(EntityType::Person);
    // "a lawyer representing Ann Poe, *Carl Berg and others*"
    let listed = (end..run.after()).take(PHRASES).any(|at| tables.is_one_of(at, &AND));
    (person && apart && !listed).then(|| mention.tokens.last())
}

/// The head of the person or organisation after "from" at token `at`, or behind whom it went to: "a letter from the institute",
/// "a letter to Ann Poe from the institute".
pub(super) fn sender(tables: &Tables, at: usize) -> Option<usize> {
    let noun = |at: usize| tables.phrase_at(at).filter(|it| it.kind == PhraseKind::Noun);
    let receiver = noun(at + 1).filter(|_| tables.is(at, key("to")));
    let from = receiver.map_or(at, |it| it.tokens.after());
    let head = noun(from + 1).filter(|_| tables.is(from, key("from")))?.head();
    let who = match tables.mention_at(head) {
        Some(mention) => {
            let kind = tables.entity_type(mention)?;
            matches!(kind, EntityType::Person | EntityType::Organisation)
        }
        None => true,
    };
    who.then_some(head)
}

/// The head of what follows "from" at `start`, or else the first "by" from there to the end of the source or of what is told
/// behind it: "the review, *written for the council by Poe & Berg*, says".
fn find_author(tables: &Tables, start: usize, source: Run) -> Option<usize> {
    let end = source.after();
    let comma = |at: &usize| tables.kind(*at) == Kind::Comma;
    let told = comma(&end) && matches!(tables.tag(end + 1), Tag::VBN | Tag::VBD);
    let close = || (end + 1..end + PHRASES).find(comma);
    let end = if told { close().unwrap_or(end) } else { end };
    if let Some(from) = sender(tables, start).filter(|head| *head < end) {
        return Some(from);
    }
    let by = (start..end).take(PHRASES).find(|at| tables.is(*at, key("by")))?;
    // "a report *seen by* Reuters", "a statement *carried by* SANA", "the plan, which was *opposed on Friday by* Poe"
    let verb = (start..by).rev().find(|at| tables.tag(*at).is_verb());
    if verb.is_some_and(|at| !is_made(tables, at)) {
        return None;
    }
    let mut phrase = tables.phrase_at(by + 1)?;
    // "a report commissioned by the council *from Poe & Berg*"
    let from = phrase.tokens.after();
    if tables.is(from, key("from")) {
        phrase = tables.phrase_at(from + 1)?;
    }
    let head = phrase.head();
    let inside = phrase.kind == PhraseKind::Noun && head < end;
    // "by the engineer, Ann Poe"
    let name = (head + 2 < end && tables.kind(head + 1) == Kind::Comma)
        .then(|| tables.mention_at(head + 2))
        .flatten();
    inside.then(|| name.map_or(head, |name| name.tokens.last()))
}

/// Whether a noun phrase is only what stands before a name, cut off it by a word that was taken for an adverb or determiner or,
/// before a person's, by brackets: "Rovers forward Ann Poe", "Labour (Co-op) candidate Ann Poe", "the opposition All For Marsk".
fn titles(tables: &Tables, before: &Part, named: Part) -> bool {
    let entity = tables.entity_at(named.head);
    let is = |kind| entity.is_some_and(|entity| entity.kind == kind);
    let end = before.complement.map_or(before.run.end, |(_, run)| run.end);
    let between = end as usize..named.run.first();
    let bracket = tables.kind(named.run.first().saturating_sub(1)) == Kind::Close;
    let joins = |at: usize| matches!(tables.kind(at), Kind::Word | Kind::Open | Kind::Close);
    let title = before.complement.is_none() || bracket;
    let joined = between.is_empty() && is(EntityType::Organisation);
    title
        && (is(EntityType::Person) || joined)
        && between.len() <= 3
        && between.into_iter().all(joins)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expects {
    Part,
    Complement(u64),
    /// After a comma.
    Apposition,
    Nothing,
}

struct Reader<'a> {
    tables: &'a Tables,
    run: Run,
    parts: Vec<Part>,
    expects: Expects,
    /// Inside what is told of the last part after a comma: "Ann Poe, *the mayor of Marsk and head of the Harbour Trust*".
    described: bool,
    /// Behind a place that was set beside a noun.
    beside_place: bool,
    /// The head of the last noun phrase that adds nothing: "Voters of both parties in *Ohio*".
    idle: Option<usize>,
}

impl Reader<'_> {
    /// Reads the base phrase at `at` and returns where the next one begins; `None` where the rest adds nothing.
    fn step(&mut self, at: usize) -> Option<usize> {
        let phrase = *self.tables.phrase_at(at)?;
        let end = (phrase.tokens.end).min(self.run.end) as usize;
        let tag = self.tables.tag(at);
        let word = self.tables.tokens.get(at)?.key;
        match phrase.kind {
            // "The mayor, *whose party, Labour*, lost,"
            PhraseKind::Noun if tag == Tag::WPS && !self.parts.is_empty() => {
                return self.past_clause(at);
            }
            PhraseKind::Noun => {
                self.noun(Run::new(at, end), phrase.head());
                // The "and" in a name joins no parts: "Poe & Berg".
                let name = self.tables.mention_at(end.max(at + 1) - 1);
                return name.map(|name| name.tokens.after()).max(Some(end.max(at + 1)));
            }
            PhraseKind::Verb if self.parts.is_empty() => {
                self.noun(Run::new(at, end), end.max(at + 1) - 1)
            }
            // "Ann Poe and *co-host* Carl Berg": a role that was taken for a verb.
            PhraseKind::Verb if self.expects == Expects::Part && self.is_person(end) => {}
            PhraseKind::Verb => return None,
            PhraseKind::Other
                if matches!(tag, Tag::WP | Tag::WDT | Tag::PRPS) && self.parts.is_empty() =>
            {
                self.noun(Run::new(at, at + 1), at);
                return None;
            }
            PhraseKind::Other if matches!(tag, Tag::WP | Tag::WDT | Tag::WRB) => {
                return self.past_clause(at);
            }
            PhraseKind::Other if AND.contains(&word) => self.expects = self.after_and(at + 1),
            PhraseKind::Other if matches!(self.tables.kind(at), Kind::Comma | Kind::Dash) => {
                self.expects = Expects::Apposition;
                self.described = false;
            }
            PhraseKind::Other if tag == Tag::IN || tag == Tag::TO => {
                let before = self.parts.last().is_some_and(|part| part.complement.is_none());
                self.expects = if before { Expects::Complement(word) } else { Expects::Nothing };
            }
            // "Most people, *not* just Democrats,"
            PhraseKind::Other if NEGATIONS.contains(&word) => self.expects = Expects::Nothing,
            PhraseKind::Other => {}
        }
        Some(end.max(at + 1))
    }

    /// Where another person is joined behind the clause that begins at `at`, between commas: "Ann Poe, who left, *and Carl Berg*".
    fn past_clause(&self, at: usize) -> Option<usize> {
        let comma = |at: &usize| self.tables.kind(*at) == Kind::Comma;
        let set_off = at.checked_sub(1).filter(comma).is_some();
        let close = (at..self.run.after()).take(PHRASES).find(comma).filter(|_| set_off)?;
        let joined = self.tables.is(close + 1, key("and"));
        let named = |it: Run| it.range().take(PARTS).any(|at| self.is_person(at));
        let next = self.tables.phrase_at(close + 2).map(|it| it.tokens);
        (joined && next.is_some_and(named)).then_some(close + 1)
    }

    /// Whether two tokens stand in names of one kind.
    fn alike(&self, one: usize, other: usize) -> bool {
        let kind = |at: usize| self.tables.entity_at(at).map(|it| it.kind);
        kind(one).is_some() && kind(one) == kind(other)
    }

    /// Whether a person's name begins at token `at`, inside the source.
    fn is_person(&self, at: usize) -> bool {
        let mention = self.tables.mention_at(at).filter(|it| self.run.contains(it.tokens));
        mention.and_then(|it| self.tables.entity_type(it)) == Some(EntityType::Person)
    }

    fn noun(&mut self, run: Run, head: usize) {
        let head = if run.holds(head) { head } else { self.last_word(run) };
        let (run, head) = self
            .quoted_noun(run, head)
            .map_or((run, head), |at| (Run::new(run.first(), at + 1), at));
        let part = Part { run, head, complement: None, author: None, name: None };
        match (self.expects, self.parts.last_mut()) {
            (Expects::Part, _) | (_, None) => self.parts.push(part),
            (Expects::Complement(word), Some(last)) => last.complement = Some((word, run)),
            (Expects::Apposition, Some(_)) => self.beside(part),
            (Expects::Nothing, Some(last)) if titles(self.tables, last, part) => *last = part,
            (Expects::Nothing, Some(_)) => self.idle = Some(head),
        }
        self.expects = Expects::Nothing;
    }

    /// A noun phrase after a comma: one of a list, or an apposition.
    fn beside(&mut self, part: Part) {
        let name = |head: usize| self.tables.mention_at(head).is_some();
        let Some(last) = self.parts.last().copied() else { return };
        let goes_on = self.and_follows(part.run.after());
        // "Leaders like Ann Poe, *Carl Berg* and Dan Moe"
        if goes_on && last.complement.is_some_and(|(_, run)| self.alike(run.last(), part.head)) {
            return;
        }
        // "Three leaders, Ann Poe, *Carl Berg* and Dan Moe"
        let named = last.name.is_some_and(|name| self.alike(name, part.head));
        let pair = self.in_headline() && self.parts.len() == 1 && self.are_persons(&last, &part);
        let listed = pair || goes_on && (name(last.head) == name(part.head) || named);
        let place = self.tables.entity_at(part.head).map(|it| it.kind) == Some(EntityType::Place);
        self.beside_place = place && !name(last.head);
        // "The employee, a registered *Republican*," is no party.
        let named = self.tables.mention_at(part.head).filter(|it| it.form != Form::Demonym);
        let person = named.and_then(|it| self.tables.entity(it));
        self.described = !listed && name(last.head) && !name(part.head);
        if listed {
            self.parts.push(part);
        } else if let Some(last) = self.parts.last_mut()
            && !name(last.head)
            // "Chairman, Harbour Committee, Senator Ann Poe"
            && last.name.is_none_or(|name| !is_person(self.tables, name) && is_person(self.tables, part.head))
            && person.is_some_and(|entity| {
                // "A farmer from Marsk, *Co Kerry*," is of that place too.
                let home = || last.complement.is_some_and(|(_, whom)| name(whom.last()));
                matches!(entity.kind, EntityType::Person | EntityType::Organisation)
                    || entity.kind == EntityType::Place && entity.row.is_none() && !home()
            })
        {
            last.name = Some(part.head);
        }
    }

    /// Whether the source stands in a headline, which joins two by a comma: "*Poe, Berg* urge calm".
    fn in_headline(&self) -> bool {
        let first = self.run.first();
        let sentence = self.tables.sentence_at(first);
        first == 0 || sentence.is_some_and(|it| it.part == Section::Headline)
    }

    /// Whether both are names of persons and nothing else.
    fn are_persons(&self, last: &Part, part: &Part) -> bool {
        let person =
            |it: &Part| it.name.is_none() && it.complement.is_none() && self.is_person(it.head);
        [last, part].into_iter().all(person)
    }

    /// Whether the noun phrase after "and" at `at` stands beside the parts, not beside the complement of the last one, "the
    /// ministers of France and Germany", or another description of it.
    fn after_and(&self, at: usize) -> Expects {
        let complement = self.parts.last().and_then(|part| part.complement);
        let kind = |at: usize| self.tables.entity_at(at).map(|it| it.kind);
        // "Critics, *among* them Ann Poe and Carl Berg"
        if complement.is_some_and(|(word, _)| FOR_EXAMPLE.holds(word)) {
            return Expects::Nothing;
        }
        let next = self.tables.phrase_at(at);
        let next_kind = next.and_then(|it| kind(it.head()));
        let person = next_kind == Some(EntityType::Person);
        // "Voters in two states – Ohio and *Texas* –"
        let places = self.beside_place && next_kind == Some(EntityType::Place);
        // "Voters of both parties in Ohio and *Texas*"
        let idle = self.idle.is_some_and(|idle| next.is_some_and(|it| self.alike(idle, it.head())));
        match (complement, next) {
            _ if self.described && !person || places || idle => Expects::Nothing,
            // "Posts on Facebook and *Instagram*"
            (Some((word, _)), _) if word == key("on") && next_kind.is_some() && !person => {
                Expects::Nothing
            }
            (Some((_, run)), Some(next)) => {
                let inside = kind(run.last());
                if inside.is_some() && inside == kind(next.head()) {
                    Expects::Nothing
                } else {
                    Expects::Part
                }
            }
            _ => Expects::Part,
        }
    }

    /// The noun in quotation marks that a name only stands before: "the Harlund “*experts*”".
    fn quoted_noun(&self, run: Run, head: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let quote = |at: usize| matches!(self.tables.kind(at), Kind::Double | Kind::Single);
        let open = run.after();
        let time = |it: &Mention| {
            let kind = self.tables.entity_type(it);
            matches!(kind, Some(EntityType::Time | EntityType::Quantity))
        };
        let named = self.tables.mention_at(head).is_some_and(|it| !time(it)) && head + 1 == open;
        let close = (open + 2..=open + 1 + LONGEST).find(|at| quote(*at));
        let close = close.filter(|at| named && quote(open) && *at < self.run.after())?;
        let noun = |at: usize| matches!(self.tables.tag(at), Tag::NN | Tag::NNS);
        noun(close - 1).then_some(close - 1)
    }

    fn and_follows(&self, at: usize) -> bool {
        (at..self.run.after()).take(24).any(|at| self.tables.is(at, key("and")))
    }

    /// The last word of a base phrase that the source ends inside of: "Poe" of "Poe's claim".
    fn last_word(&self, run: Run) -> usize {
        let words = run.range().rev().take(8);
        words.clone().find(|at| self.tables.tag(*at) != Tag::POS).unwrap_or(run.last())
    }
}
