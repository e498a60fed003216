//! Whom "he" and "she" mean: every person seen lately is a candidate, features of where and how it was seen last are summed
//! with learned weights, and the best candidate wins where it is clearly the best. "it" and "they" go by order of preference.

use super::cast::{Cast, Figure, FigureId, FigureKind, PERSONS, Sighting};
use super::clause::{Place, same_clause};
use super::features::features;
use crate::document::{EntityId, Form, Kind, Tables, Tag, Token};
use crate::key::{key, keys};
use crate::lexicon::{ASKED, Gender};
use crate::span::Run;

/// What a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// "he", "her"
    Person(Gender),
    It,
    They,
    /// "I", "we", "my"
    First,
    /// "you"
    Second,
}

const HE: [u64; 4] = keys(["he", "him", "his", "himself"]);
const SHE: [u64; 4] = keys(["she", "her", "hers", "herself"]);
const IT: [u64; 3] = keys(["it", "its", "itself"]);
const THEY: [u64; 5] = keys(["they", "them", "their", "theirs", "themselves"]);
const FIRST: [u64; 8] = keys(["i", "me", "my", "mine", "we", "us", "our", "myself"]);
const SECOND: [u64; 2] = keys(["you", "your"]);

/// What the word with this key is as a pronoun.
pub(super) fn classify_pronoun(word: u64) -> Option<Pronoun> {
    let lists: [(&[u64], Pronoun); 6] = [
        (&HE, Pronoun::Person(Gender::Male)),
        (&SHE, Pronoun::Person(Gender::Female)),
        (&IT, Pronoun::It),
        (&THEY, Pronoun::They),
        (&FIRST, Pronoun::First),
        (&SECOND, Pronoun::Second),
    ];
    lists.into_iter().find(|(list, _)| list.contains(&word)).map(|(_, pronoun)| pronoun)
}

/// How many names of a pronoun's clause are looked at.
pub(super) const OTHERS: usize = 3;

/// How many names of what somebody says are.
pub(super) const NAMED: usize = 8;

/// Where a pronoun stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) at: usize,
    pub(super) sentence: u32,
    pub(super) block: u32,
    pub(super) speech: u32,
    pub(super) place: Place,
    /// It is the source of a claim.
    pub(super) speaks: bool,
    /// What it says is quoted.
    pub(super) quotes: bool,
    /// Who put the question that it answers.
    pub(super) asker: Option<FigureId>,
    /// Who says something to it.
    pub(super) sayer: Option<FigureId>,
    /// Who speaks the quotation around it.
    pub(super) voice: Option<FigureId>,
    /// Who tells the words around it, in or out of quotation marks.
    pub(super) teller: Option<FigureId>,
    /// Who spoke the last quotation before, and its paragraph.
    pub(super) spoken: Option<FigureId>,
    pub(super) spoken_block: u32,
    /// It follows a word like "when", with which a clause begins that hangs on another.
    pub(super) hangs: bool,
    /// Whom its own clause goes on to name, who is another: "he wrote to Poe".
    pub(super) others: [Option<EntityId>; OTHERS],
    /// Whom it names in what it says in quotation marks.
    pub(super) named: [Option<EntityId>; NAMED],
    /// The content of that claim before the pronoun, as far as it is one run.
    pub(super) said: Run,
    /// The clause before it, where that tells what was asked: nobody whom the question is about need be who answers.
    pub(super) question: Run,
}

features! {
    Sentence0 "seen last in the same sentence",
    Sentence1 "one sentence before",
    Sentence2 "two sentences before",
    Sentence3 "three sentences before",
    SentenceFar "more than three sentences before",
    OtherParagraph "in another paragraph",
    Subject0 "as a subject, same sentence",
    Subject1 "as a subject, one sentence before",
    SubjectFar "as a subject, earlier",
    Object "as an object",
    Oblique "after a preposition",
    Possessor "as a possessor",
    Modifier "inside another noun phrase",
    AsPronoun "by a pronoun",
    AsNominal "by a noun",
    SamePlace "in the same place of its clause",
    Latest "the person seen last",
    LatestSubject "the person seen last as a subject",
    LatestSpeaker "the person who spoke last",
    GenderKnown "of the same gender",
    Unnamed "without a name",
    Once "seen once",
    Twice "seen twice",
    Often "seen five times or more",
    InsideSpeech "inside a quotation, the pronoun outside",
    OutsideSpeech "outside quotations, the pronoun inside",
    OtherSpeech "in another quotation",
    SameSpeech "in the same quotation",
    SameClause "in the same clause",
    SameClausePossessive "in the same clause, the pronoun a possessive",
    OwnContent "in what the pronoun's referent says",
    FirstOfSentence "first person of the sentence before",
    FirstOfThis "first person of the same sentence",
    UnnamedSubject "without a name, as a subject",
    CalledSo "meant by the same pronoun before",
    CalledSoOften "meant by the same pronoun four times or more",
    CalledOther "meant by the other pronoun before",
    SentenceVeryFar "more than six sentences before",
    Resumes "the speaker whom a new paragraph quotes on",
    SentenceFarthest "more than ten sentences before",
    SpokeLast "the candidate who spoke last, whatever it did since",
    VoiceSame "who spoke the quotation before, in the same paragraph",
    VoiceOther "who spoke the quotation before, in another paragraph, the pronoun who is quoted",
    OnlyOfLast "the only person of this sentence and the one before",
    NearestFitting "the nearest candidate of a known gender",
    Told "in what somebody tells, the pronoun outside",
    UnnamedSilent "without a name and never a source, the pronoun a source",
    NamedSpeaker "the person with a name who spoke last",
    NamedSubject "the person with a name seen last as a subject and not in what somebody tells",
    OnceSpoke "seen once, as who spoke",
    OnceNear "seen once, as a subject of this sentence or the one before",
    OnceElsewhere "seen once, in another paragraph",
    KnownSpoke "of the same gender, the candidate who spoke last",
    ToldQuoted "in what somebody tells, the pronoun who is quoted",
    MainSubject "as a subject, same sentence, the pronoun after a word like 'when'",
    PossessorOther "as a possessor, the pronoun a subject",
    Introduced "introduced with who it is in the sentence before, where no other candidate was seen",
}

type Features = super::features::Features<Feature>;
pub(super) type PronounWeights = super::features::Weights<Feature>;

/// Somebody whom a pronoun may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) figure: FigureId,
    pub(super) features: Features,
}

/// Sentences beyond which nobody is looked for.
const FARTHEST: u32 = 30;

/// Fills in the persons that "he" or "she" may mean, the one seen last first.
pub(super) fn find_candidates(
    tables: &Tables,
    cast: &Cast,
    asked: &Asked,
    gender: Gender,
    candidates: &mut Vec<Candidate>,
) {
    candidates.clear();
    let mut seen = Seen::default();
    let mut stranger = None;
    for (id, figure, sighting) in cast.persons() {
        let away = asked.sentence.saturating_sub(sighting.sentence);
        if away > FARTHEST {
            break;
        }
        if may_mean(tables, figure, sighting, asked, gender) {
            let mut features = Features::default();
            sighting_features(sighting, asked, away, &mut features);
            figure_features(figure, sighting, asked, gender, &mut features);
            relation_features(tables, sighting, asked, &mut features);
            if away == 1 && is_introduced(tables, figure, sighting) {
                features.add(Feature::Introduced);
            }
            seen.features(figure, sighting, &mut features);
            let goes_on =
                away == 1 && is_quoted(asked) || away == 0 && asked.place == Place::Possessor;
            if goes_on && is_stranger(tables, figure, sighting, gender) {
                stranger = stranger.or(Some(candidates.len()));
            }
            candidates.push(Candidate { figure: id, features });
        }
    }
    mark_first(cast, asked, candidates);
    mark_last_speaker(cast, candidates);
    mark_nearest(candidates);
    let inside = mark_quoted_stranger(asked, candidates);
    if !inside && !mark_stranger(stranger, candidates) {
        mark_resuming(asked, candidates);
    }
    unmark_introduced(candidates);
}

/// Whether a person is named for the first time, in full and with what tells who that is: "Peter Holm, a farmer", "Ann Poe, 46",
/// "Mayor Ann Poe".
fn is_introduced(tables: &Tables, figure: &Figure, sighting: &Sighting) -> bool {
    let end = sighting.run.after();
    let told =
        matches!(tables.tag(end + 1), Tag::DT | Tag::CD | Tag::NN | Tag::JJ | Tag::WP | Tag::WPS);
    let behind = matches!(tables.kind(end), Kind::Comma | Kind::Dash | Kind::Open) && told;
    let titled = || {
        let mention = tables.mention_at(sighting.run.first());
        mention.is_some_and(|it| it.name.is_some_and(|name| name != it.span))
    };
    figure.count == 1
        && figure.entity.is_some()
        && sighting.form == Form::Name
        && sighting.speech == 0
        && sighting.run.len() > 1
        && (behind || titled())
}

/// Marks the candidates that were the first persons of this sentence and of the one before.
fn mark_first(cast: &Cast, asked: &Asked, candidates: &mut [Candidate]) {
    let mut first: [Option<usize>; 2] = [None; 2];
    let recent = cast.recent().map(|(_, sighting)| sighting);
    for sighting in recent.filter(|it| it.place != Place::Modifier) {
        let away = asked.sentence.saturating_sub(sighting.sentence);
        let Some(slot) = first.get_mut(away as usize) else { break };
        let candidate = candidates.iter().position(|it| it.figure == sighting.figure);
        *slot = candidate.or(*slot);
    }
    for (at, feature) in first.into_iter().zip([Feature::FirstOfThis, Feature::FirstOfSentence]) {
        if let Some(candidate) = at.and_then(|at| candidates.get_mut(at)) {
            candidate.features.add(feature);
        }
    }
}

/// Leaves the mark of who was introduced in the sentence before only where no other candidate stands in it.
fn unmark_introduced(candidates: &mut [Candidate]) {
    let before = |it: &&Candidate| it.features.has(Feature::Sentence1);
    if candidates.iter().filter(before).count() > 1 {
        candidates.iter_mut().for_each(|it| it.features.remove(Feature::Introduced));
    }
}

/// Marks the candidates that spoke in the last sentence in which any did.
fn mark_last_speaker(cast: &Cast, candidates: &mut [Candidate]) {
    let spoke = |it: &Candidate| cast.figure(it.figure).map_or(0, |figure| figure.spoke);
    let last = candidates.iter().map(spoke).max().filter(|last| *last > 0);
    for candidate in candidates {
        if Some(spoke(candidate)) == last {
            candidate.features.add(Feature::SpokeLast);
            if candidate.features.has(Feature::GenderKnown) {
                candidate.features.add(Feature::KnownSpoke);
            }
        }
    }
}

/// Marks the only candidate of this sentence and the one before, and the nearest one of a known gender.
fn mark_nearest(candidates: &mut [Candidate]) {
    let near = |it: &&mut Candidate| {
        it.features.has(Feature::Sentence0) || it.features.has(Feature::Sentence1)
    };
    let mut near = candidates.iter_mut().filter(near);
    if let (Some(only), None) = (near.next(), near.next()) {
        only.features.add(Feature::OnlyOfLast);
    }
    if let Some(known) = candidates.iter_mut().find(|it| it.features.has(Feature::GenderKnown)) {
        known.features.add(Feature::NearestFitting);
    }
}

/// Whether somebody without a name speaks here, and asks nothing, of whom the text did not tell before: "*A worker* said".
/// "*Her colleague* disagreed" tells by itself that he is another than she.
fn is_stranger(tables: &Tables, figure: &Figure, sighting: &Sighting, gender: Gender) -> bool {
    const SOME: [u64; 4] = keys(["a", "an", "one", "another"]);
    let first = sighting.run.first();
    // "A worker *who* saw it said"
    let who = tables.tag(first) == Tag::WP;
    let noun = tables.phrase_at(first - usize::from(who && first > 0)).map(|it| it.tokens);
    let of_other = noun.is_some_and(|it| match classify_pronoun(tables.key(it.first())) {
        Some(Pronoun::Person(owner)) => owner != gender && tables.tag(it.first()) == Tag::PRPS,
        _ => false,
    });
    figure.entity.is_none()
        && figure.count <= 1 + u32::from(who)
        && sighting.speech == 0
        && sighting.place == Place::Subject
        && (of_other
            || sighting.speaks
                && !ASKED.holds(tables.key(sighting.run.after()))
                && noun.is_some_and(|it| tables.is_one_of(it.first(), &SOME))
            || is_one_of_people(tables, first))
}

/// Whether the noun phrase is "the American".
fn is_one_of_people(tables: &Tables, first: usize) -> bool {
    let people = tables.mention_at(first + 1).is_some_and(|it| it.form == Form::Demonym);
    people
        && tables.is(first, key("the"))
        && tables.phrase_at(first).is_some_and(|it| it.tokens.len() == 2)
}

/// Marks somebody without a name of whom the same quotation told last, before all with names: "I rang *my father* and he said";
/// returns whether there is one.
fn mark_quoted_stranger(asked: &Asked, candidates: &mut [Candidate]) -> bool {
    use Feature::*;
    let here = asked.speech != 0 && asked.speaks && asked.place == Place::Subject;
    let mut inside = candidates.iter_mut().filter(|it| here && it.features.has(SameSpeech));
    let Some(last) = inside.next().filter(|it| it.features.has(Unnamed)) else { return false };
    if inside.any(|it| !it.features.has(Unnamed)) {
        return false;
    }
    last.features.add(Resumes);
    true
}

/// Marks the stranger of the sentence before one that quotes the pronoun, or to whom it says that something belongs, if all who
/// were seen since were only told of; returns whether there is one.
fn mark_stranger(stranger: Option<usize>, candidates: &mut [Candidate]) -> bool {
    use Feature::*;
    let inside = |it: &Candidate| it.features.has(Told) || it.features.has(InsideSpeech);
    let last = candidates.iter().position(|it| !inside(it));
    let stranger = stranger.filter(|at| last == Some(*at));
    let candidate = stranger.and_then(|at| candidates.get_mut(at));
    candidate.map(|it| it.features.add(Resumes)).is_some()
}

/// Marks the speaker whom a new paragraph quotes on, if all who were seen later were only told of by others.
fn mark_resuming(asked: &Asked, candidates: &mut [Candidate]) {
    use Feature::*;
    let mut beside = false;
    for candidate in candidates {
        let features = candidate.features;
        let has = |feature| features.has(feature);
        let inside = [Told, InsideSpeech, Unnamed].into_iter().any(has);
        if resumes(features, asked) && !beside || !inside && goes_on(features, asked) {
            candidate.features.add(Resumes);
        }
        // "said Ann Poe, who worked for *Carl Berg*."
        let aside = !inside && (has(Oblique) || has(Modifier)) && has(Sentence1);
        if !inside && !aside {
            break;
        }
        beside |= aside;
    }
}

/// Whether the pronoun may mean a figure, by its gender, by grammar and by whose words these are.
fn may_mean(
    tables: &Tables,
    figure: &Figure,
    sighting: &Sighting,
    asked: &Asked,
    gender: Gender,
) -> bool {
    let other = figure.gender != Gender::Unknown && figure.gender != gender;
    let named_later = figure.entity.is_some() && asked.others.contains(&figure.entity);
    figure.kind == FigureKind::Person
        && !other
        && !figure.called_otherwise(gender)
        && !named_later
        && asked.voice != Some(sighting.figure)
        && asked.asker != Some(sighting.figure)
        && asked.sayer != Some(sighting.figure)
        && !barred(tables, sighting, asked)
        && !(sighting.form == Form::Name && asked.question.overlaps(sighting.run))
        && !named_by_itself(tables, figure, sighting, asked)
}

/// Whether grammar keeps the pronoun from meaning who stands there: "Poe met him", "Poe's view of him".
fn barred(tables: &Tables, sighting: &Sighting, asked: &Asked) -> bool {
    let object = matches!(asked.place, Place::Object);
    let subject = matches!(sighting.place, Place::Subject);
    let reflexive = tables.is_one_of(asked.at, &[key("himself"), key("herself")]);
    object && subject && !reflexive && same_clause(tables, sighting.run.after(), asked.at)
        || asked.place == Place::Subject && is_agent_before(tables, sighting, asked.at)
}

/// Whether who stands there did to the subject at `at` what the participle tells with which the sentence begins: "*Cross-examined
/// by Poe*, he said".
fn is_agent_before(tables: &Tables, sighting: &Sighting, at: usize) -> bool {
    /// How far before the pronoun he is named at most, in tokens: what tells who he is may follow.
    const NEAR: usize = 12;
    let name = tables.phrase_at(sighting.run.first()).map_or(sighting.run, |it| it.tokens);
    let Some(by) = name.first().checked_sub(1).filter(|by| tables.is(*by, key("by"))) else {
        return false;
    };
    let opens = |at: usize| tables.tokens.get(at).is_some_and(|it| it.has(Token::SENTENCE));
    let participle = by.checked_sub(1).filter(|at| {
        matches!(tables.tag(*at), Tag::VBN | Tag::VBD)
            && (opens(*at) || at.checked_sub(1).is_some_and(opens))
    });
    let end = sighting.run.after();
    let word = |at: usize| !tables.tag(at).is_finite() && !opens(at);
    participle.is_some()
        && (end + 1..=end + NEAR).contains(&at)
        && tables.kind(at - 1) == Kind::Comma
        && (end..at).all(word)
}

/// Whether the pronoun speaks words that name who is asked about: nobody quoted names himself, and nobody whose words are
/// told is their subject by name ("Poe would win, she said").
fn named_by_itself(tables: &Tables, figure: &Figure, sighting: &Sighting, asked: &Asked) -> bool {
    let quoted = figure.entity.is_some() && asked.named.contains(&figure.entity);
    let named = asked.speaks && asked.said.overlaps(figure.naming);
    let subject = sighting.place == Place::Subject && sighting.run == figure.naming;
    // "*Poe*, she said, cannot count"
    let topic = asked.speaks && asked.said.len() <= sighting.run.len();
    if topic && sighting.form == Form::Name && asked.said.overlaps(sighting.run) {
        return true;
    }
    quoted || named && (subject || tables.speech(figure.naming.first()) != 0)
}

/// Whom the pronoun's words that are told and not quoted have as their subject by name, at their beginning: "Ms. Poe found skating
/// to be a relief, *she* said". Somebody else is meant rather, where there is one.
pub(super) fn own_subject(
    tables: &Tables,
    cast: &Cast,
    asked: &Asked,
    gender: Gender,
) -> Option<FigureId> {
    let told = asked.speaks && !asked.quotes && asked.speech == 0;
    let first = tables.mention_at(asked.said.first()).filter(|_| told)?;
    let topic = asked.said.len() <= first.tokens.len();
    let (id, figure, sighting) = cast.persons().find(|(_, figure, _)| {
        figure.entity == Some(first.entity) && first.tokens.contains(figure.naming)
    })?;
    let other = figure.gender != Gender::Unknown && figure.gender != gender;
    let subject = sighting.place == Place::Subject && tables.speech(asked.said.first()) == 0;
    (subject && !topic && !other && !figure.called_otherwise(gender)).then_some(id)
}

fn sighting_features(sighting: &Sighting, asked: &Asked, away: u32, features: &mut Features) {
    use Feature::*;
    features.add(match away {
        0 => Sentence0,
        1 => Sentence1,
        2 => Sentence2,
        3 => Sentence3,
        4..=6 => SentenceFar,
        7..=10 => SentenceVeryFar,
        _ => SentenceFarthest,
    });
    match (sighting.place, away) {
        (Place::Subject, 0) => features.add(Subject0),
        (Place::Subject, 1) => features.add(Subject1),
        (Place::Subject, _) => features.add(SubjectFar),
        (Place::Object, _) => features.add(Object),
        (Place::Oblique, _) => features.add(Oblique),
        (Place::Possessor, _) => features.add(Possessor),
        (Place::Modifier, _) => features.add(Modifier),
        (Place::Other, _) => {}
    }
    features.add_those(&[
        (sighting.block != asked.block, OtherParagraph),
        (sighting.form == Form::Pronoun, AsPronoun),
        (sighting.form == Form::Nominal, AsNominal),
        (sighting.place == asked.place, SamePlace),
        (asked.hangs && sighting.place == Place::Subject && away == 0, MainSubject),
        (asked.place == Place::Subject && sighting.place == Place::Possessor, PossessorOther),
    ]);
}

fn figure_features(
    figure: &Figure,
    sighting: &Sighting,
    asked: &Asked,
    gender: Gender,
    features: &mut Features,
) {
    use Feature::*;
    let (same, other) = figure.called(gender);
    let subject = sighting.place == Place::Subject;
    let near_by = asked.sentence <= sighting.sentence + 1;
    let latest = asked.spoken == Some(sighting.figure);
    let near = asked.spoken_block == asked.block;
    features.add_those(&[
        (figure.gender == gender, GenderKnown),
        (figure.entity.is_none(), Unnamed),
        (figure.entity.is_none() && sighting.place == Place::Subject, UnnamedSubject),
        (figure.count == 1, Once),
        (figure.count == 1 && sighting.speaks, OnceSpoke),
        (figure.count == 1 && subject && near_by, OnceNear),
        (figure.count == 1 && sighting.block != asked.block, OnceElsewhere),
        (figure.count == 2, Twice),
        (figure.count > 4, Often),
        (same > 0, CalledSo),
        (same > 3, CalledSoOften),
        (other > 0, CalledOther),
        (figure.entity.is_none() && asked.speaks && figure.spoke == 0, UnnamedSilent),
        (latest && near, VoiceSame),
        (latest && !near && asked.quotes, VoiceOther),
    ]);
}

fn relation_features(tables: &Tables, sighting: &Sighting, asked: &Asked, features: &mut Features) {
    use Feature::*;
    match (sighting.speech, asked.speech) {
        (0, 0) => {}
        (_, 0) => features.add(InsideSpeech),
        (0, _) => features.add(OutsideSpeech),
        (a, b) if a == b => features.add(SameSpeech),
        _ => features.add(OtherSpeech),
    }
    if asked.said.overlaps(sighting.run) {
        features.add(OwnContent);
    }
    let told = sighting.teller.is_some() && sighting.teller != asked.teller;
    features.add_those(&[(told, Told), (told && asked.quotes, ToldQuoted)]);
    if sighting.sentence == asked.sentence && same_clause(tables, sighting.run.after(), asked.at) {
        features.add(if asked.place == Place::Possessor {
            SameClausePossessive
        } else {
            SameClause
        });
    }
}

/// Which kinds of candidates have come already.
#[derive(Default)]
struct Seen {
    any: bool,
    subject: bool,
    speaker: bool,
    named_speaker: bool,
    named_main: bool,
}

impl Seen {
    fn features(&mut self, figure: &Figure, sighting: &Sighting, features: &mut Features) {
        let subject = sighting.place == Place::Subject;
        let main = subject && !features.has(Feature::Told);
        let named = figure.entity.is_some();
        if main && named && !std::mem::replace(&mut self.named_main, true) {
            features.add(Feature::NamedSubject);
        }
        if named && sighting.speaks && !std::mem::replace(&mut self.named_speaker, true) {
            features.add(Feature::NamedSpeaker);
        }
        if !std::mem::replace(&mut self.any, true) {
            features.add(Feature::Latest);
        }
        if subject && !std::mem::replace(&mut self.subject, true) {
            features.add(Feature::LatestSubject);
        }
        if sighting.speaks && !std::mem::replace(&mut self.speaker, true) {
            features.add(Feature::LatestSpeaker);
        }
    }
}

/// Whether a new paragraph quotes on who was quoted last.
fn resumes(features: Features, asked: &Asked) -> bool {
    use Feature::*;
    is_quoted(asked) && [VoiceOther, KnownSpoke].iter().all(|it| features.has(*it))
}

/// Whether a new paragraph quotes who spoke in the sentence before it.
fn goes_on(features: Features, asked: &Asked) -> bool {
    use Feature::*;
    let spoke = [LatestSpeaker, NamedSpeaker, Sentence1, OtherParagraph];
    is_quoted(asked) && spoke.iter().all(|it| features.has(*it))
}

fn is_quoted(asked: &Asked) -> bool {
    asked.quotes && asked.speech == 0 && asked.place == Place::Subject
}

/// A choice less sure than this is none.
const SURE: f32 = 0.55;
const FAR_BEHIND: f32 = -6.0;

/// The index of the candidate that the pronoun means, if one is clearly the best.
pub(super) fn choose(weights: &PronounWeights, candidates: &[Candidate]) -> Option<usize> {
    if let resumes @ Some(_) = candidates.iter().position(|it| it.features.has(Feature::Resumes)) {
        return resumes;
    }
    let mut scores = [0.0; PERSONS];
    for (slot, candidate) in scores.iter_mut().zip(candidates) {
        *slot = weights.score(candidate.features);
    }
    let scores = scores.get(..candidates.len())?;
    let best = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    // What is far behind adds nothing that would change the choice.
    let near = scores.iter().map(|score| score - best).filter(|gap| *gap > FAR_BEHIND);
    let total: f32 = near.map(|gap| if gap == 0.0 { 1.0 } else { gap.exp() }).sum();
    let chosen = scores.iter().position(|score| *score == best).filter(|_| 1.0 / total >= SURE)?;
    (!is_passing(candidates.get(chosen)?.features)).then_some(chosen)
}

/// Whether somebody of unknown gender was only named in passing, in another paragraph: "as good as *Patton*".
fn is_passing(features: Features) -> bool {
    let aside = features.has(Feature::Oblique) || features.has(Feature::Modifier);
    aside && features.has(Feature::OnceElsewhere) && !features.has(Feature::GenderKnown)
}

/// The index of the candidate that spoke last, not long ago: whom "according to her" goes on with.
pub(super) fn latest_speaker(candidates: &[Candidate]) -> Option<usize> {
    let far = [Feature::SentenceFar, Feature::SentenceVeryFar];
    candidates.iter().position(|candidate| {
        candidate.features.has(Feature::LatestSpeaker)
            && !far.iter().any(|feature| candidate.features.has(*feature))
    })
}

/// Sentences that "it" and "they" look back.
const NEAR: u32 = 2;

/// What "it" means as a source: the organisation or country that was a subject lately, or the only organisation of the
/// sentence before, if no subject is as near: "… is made by Vestfrakt. It said …".
pub(super) fn find_it(cast: &Cast, asked: &Asked) -> Option<FigureId> {
    let nearest = nearest_thing(cast, asked);
    let head = |place| !matches!(place, Place::Modifier | Place::Possessor);
    let near =
        nearest.is_some_and(|nearest| asked.sentence - nearest.sentence.min(asked.sentence) <= 1);
    let only =
        if near || asked.speech != 0 { None } else { cast.only_organisation(asked.sentence, head) };
    only.or(nearest.map(|nearest| nearest.figure))
}

/// Whether "it" takes up a document that spoke at token `at`, since when no organisation or country was a subject: "The
/// report says … It adds …".
pub(super) fn takes_up_paper(cast: &Cast, asked: &Asked, at: u32) -> bool {
    nearest_thing(cast, asked).is_none_or(|nearest| nearest.run.start < at)
}

/// Where an organisation or country was a subject lately.
fn nearest_thing<'c>(cast: &'c Cast, asked: &Asked) -> Option<&'c Sighting> {
    nearest(cast, asked, |figure: &Figure| {
        matches!(figure.kind, FigureKind::Organisation | FigureKind::Country)
    })
}

/// Whom "they" means as a source: people that were the subject lately, else an organisation of this sentence or the one before;
/// in a quotation the nearest of these, also the only one that its speaker just told of. An organisation farther away was as
/// often wrong as right.
pub(super) fn find_they(cast: &Cast, asked: &Asked) -> Option<FigureId> {
    // Campaigns are their people.
    let many = |figure: &Figure| figure.kind == FigureKind::People || !figure.members.is_empty();
    let people = || nearest(cast, asked, many);
    let either = |figure: &Figure| many(figure) || figure.kind == FigureKind::Organisation;
    let found = match asked.speech {
        0 => people().or_else(|| {
            let near = |it: &&Sighting| asked.sentence.saturating_sub(it.sentence) <= 1;
            nearest(cast, asked, either).filter(near)
        }),
        _ => nearest(cast, asked, either),
    };
    let told = || if asked.speech != 0 { told_of(cast, asked) } else { None };
    found.map(|nearest| nearest.figure).or_else(told)
}

/// The only people, organisation or government that the speaker of a quotation told of just before, as a subject there.
fn told_of(cast: &Cast, asked: &Asked) -> Option<FigureId> {
    let many = |figure: &Figure| {
        matches!(figure.kind, FigureKind::People | FigureKind::Organisation | FigureKind::Country)
    };
    // Who speaks may be told only after the quotation.
    let teller = asked.teller.or(asked.voice);
    let recent = cast.recent().map(|(_, sighting)| sighting);
    let near = recent.take_while(|it| asked.sentence.saturating_sub(it.sentence) <= 1);
    let head = |place| !matches!(place, Place::Modifier | Place::Possessor);
    let same = |it: &&Sighting| it.teller.is_some() && (teller.is_none() || it.teller == teller);
    let mut told = near.filter(same).filter(|it| {
        let other = it.teller != Some(it.figure) && head(it.place);
        other && cast.figure(it.figure).is_some_and(many)
    });
    let last = told.next().filter(|it| it.place == Place::Subject)?;
    told.all(|it| it.figure == last.figure).then_some(last.figure)
}

/// Where a figure was a subject or spoke last, not in what the pronoun's referent says; of one sentence rather who tells than
/// whom he tells of: "The court said the department had failed. It ordered …".
fn nearest<'c>(
    cast: &'c Cast,
    asked: &Asked,
    fits: impl Fn(&Figure) -> bool,
) -> Option<&'c Sighting> {
    let prominent = |sighting: &Sighting| sighting.speaks || sighting.place == Place::Subject;
    let fitting = cast.recent().filter(|(_, sighting)| {
        asked.sentence.saturating_sub(sighting.sentence) <= NEAR
            && sighting.speech == asked.speech
            && prominent(sighting)
            && !asked.said.overlaps(sighting.run)
            && cast.figure(sighting.figure).is_some_and(&fits)
    });
    let told = |sighting: &Sighting| sighting.teller.is_some_and(|it| asked.teller != Some(it));
    // "Investors see the bank hesitate, so that they …"
    let people = |it: &Sighting| {
        let kind = cast.figure(it.figure).map(|it| it.kind);
        it.sentence == asked.sentence && kind == Some(FigureKind::People)
    };
    let found = fitting.max_by_key(|(at, it)| (it.sentence, !told(it), people(it), *at));
    found.map(|(_, sighting)| sighting)
}
