//! How likely it is that a source means the entities that it was resolved to: a log-linear model over how that was told, how far
//! off, who else is near and how sure the claim is, learned from the project's annotated articles (`data/weights/certainty.tsv`).

use super::features::{Features, features};
use super::pronouns::{Pronoun, classify_pronoun};
use crate::document::{
    Claim, Entity, EntityType, Form, Mention, Part, Resolution, Source, Tables, hundredths,
};

features! {
    Any "any source",
    Name "a name",
    Title "a name with a title",
    Apposition "a noun with a name beside it",
    Metonym "a place for a government",
    They "they",
    First "I or we",
    Doubtful "confidence of the claim under 0.2",
    Unsure "confidence of the claim under 0.4",
    Fair "confidence of the claim under 0.6",
    Good "confidence of the claim under 0.8",
    NominalFree "a noun, by no other expression",
    Nominal0 "a noun, in the sentence of its antecedent or before",
    Nominal1 "a noun, one sentence behind",
    Nominal2 "a noun, two sentences behind",
    Nominal3 "a noun, three sentences behind",
    NominalFar "a noun, more sentences behind",
    Pronoun0 "a pronoun, in the sentence of its antecedent or before",
    Pronoun1 "a pronoun, one sentence behind",
    Pronoun2 "a pronoun, two sentences behind",
    Pronoun3 "a pronoun, three sentences behind",
    PronounFar "a pronoun, more sentences behind",
    NominalAlone "a noun, no other of the kind near",
    NominalRival "a noun, one other of the kind near",
    NominalRivals "a noun, two others of the kind near",
    NominalCrowd "a noun, more others of the kind near",
    PronounAlone "a pronoun, no other of the kind near",
    PronounRival "a pronoun, one other of the kind near",
    PronounRivals "a pronoun, two others of the kind near",
    PronounCrowd "a pronoun, more others of the kind near",
    NameOfPerson "the name of a person",
    NameOfOrganisation "the name of an organisation",
    NameOfPlace "the name of a place",
    NominalPerson "a noun for a person",
    NominalThing "a noun for an organisation or place",
    Short "a name of one word",
    ShortElsewhere "a noun or pronoun for whom the article names in one word",
    Unnamed "a noun or pronoun for what the article does not name",
    Often "a noun or pronoun for whom the article names three times or more",
    LastNamed "seen last by a name",
    LastNominal "seen last by a noun",
    Role "a name whose role the article tells",
    RoleElsewhere "a noun or pronoun for whom the article gives a role",
    Listed "a name of a gazetteer",
    Headline "in a headline",
    Nested "inside another claim",
    Quoted "inside a quotation",
    Long "of seven words or more",
}

pub(super) type CertaintyWeights = super::features::Weights<Feature>;

/// Sentences in which others of the same kind are rivals: its own and those before it.
const NEAR: usize = 3;
/// Mentions looked through for them, and of an entity for its names.
const MENTIONS: usize = 40;
/// Rivals told apart.
const RIVALS: usize = 3;

/// Fills in the certainty of all sources and addressees that were resolved, and takes back what is less certain than this.
pub(super) fn weigh_speakers(weights: &CertaintyWeights, least: f32, tables: &mut Tables) {
    let mut claims = std::mem::take(&mut tables.claims);
    for claim in &mut claims {
        let [source, addressee] = [&claim.source, &claim.addressee].map(|own| {
            let features = find_features(tables, claim, own.as_ref()?)?;
            Some(hundredths(1.0 / (1.0 + (-weights.score(features)).exp())))
        });
        for (own, certainty) in [(&mut claim.source, source), (&mut claim.addressee, addressee)] {
            let Some((own, certainty)) = own.as_mut().zip(certainty) else { continue };
            own.certainty = certainty;
            if certainty < least {
                own.leave_open();
            }
        }
    }
    tables.claims = claims;
}

/// What tells how certain a source or addressee of a claim is; `None` where it means no entity.
pub(super) fn find_features(
    tables: &Tables,
    claim: &Claim,
    own: &Source,
) -> Option<Features<Feature>> {
    let entity = tables.entities.get(own.entities.first()?.index())?;
    let mut features = Features::default();
    claim_features(tables, claim, own, &mut features);
    match own.resolution {
        Resolution::Nominal | Resolution::Pronoun => {
            reference_features(tables, own, entity, &mut features);
        }
        _ => name_features(own, entity, &mut features),
    }
    Some(features)
}

fn claim_features(tables: &Tables, claim: &Claim, own: &Source, features: &mut Features<Feature>) {
    use Feature::*;
    let first = own.tokens.first();
    let sentence = tables.sentence_at(first);
    let sure = claim.confidence;
    features.add_those(&[
        (true, Any),
        (sure < 0.2, Doubtful),
        ((0.2..0.4).contains(&sure), Unsure),
        ((0.4..0.6).contains(&sure), Fair),
        ((0.6..0.8).contains(&sure), Good),
        (sentence.is_some_and(|it| it.part != Part::Body), Headline),
        (claim.parent.is_some(), Nested),
        (tables.speech(first) != 0, Quoted),
        (own.tokens.len() > 6, Long),
    ]);
}

/// Of a source that names its entity.
fn name_features(own: &Source, entity: &Entity, features: &mut Features<Feature>) {
    use Feature::*;
    features.add(match own.resolution {
        Resolution::Title => Title,
        Resolution::Apposition => Apposition,
        Resolution::Metonym => Metonym,
        _ => Name,
    });
    features.add(match entity.kind {
        EntityType::Person => NameOfPerson,
        EntityType::Organisation => NameOfOrganisation,
        _ => NameOfPlace,
    });
    features.add_those(&[
        (!entity.name.contains(' '), Short),
        (entity.role.is_some(), Role),
        (entity.row.is_some(), Listed),
    ]);
}

/// Of a noun or pronoun.
fn reference_features(
    tables: &Tables,
    own: &Source,
    entity: &Entity,
    features: &mut Features<Feature>,
) {
    use Feature::*;
    let count = count_names(entity);
    features.add_those(&[
        (!entity.name.contains(' '), ShortElsewhere),
        (count == 0, Unnamed),
        (count > 2, Often),
        (entity.role.is_some(), RoleElsewhere),
    ]);
    let before = entity.mentions.partition_point(|it| it.span.start < own.span.start);
    let last = before.checked_sub(1).and_then(|at| entity.mentions.get(at));
    match last.map(|it| it.form) {
        Some(Form::Nominal) => features.add(LastNominal),
        Some(Form::Name) => features.add(LastNamed),
        _ => {}
    }
    let rivals = count_rivals(tables, own, entity);
    let behind = own.antecedent.map(|it| {
        sentence_of(tables, own.span.start).saturating_sub(sentence_of(tables, it.start))
    });
    if own.resolution == Resolution::Nominal {
        let person = entity.kind == EntityType::Person;
        features.add(if person { NominalPerson } else { NominalThing });
        features.add(nth(&[NominalAlone, NominalRival, NominalRivals, NominalCrowd], rivals));
        let distances = [Nominal0, Nominal1, Nominal2, Nominal3, NominalFar];
        features.add(behind.map_or(NominalFree, |behind| nth(&distances, behind)));
    } else {
        match classify_pronoun(tables.key(own.tokens.first())) {
            Some(Pronoun::They) => features.add(They),
            Some(Pronoun::First) => features.add(First),
            _ => {}
        }
        features.add(nth(&[PronounAlone, PronounRival, PronounRivals, PronounCrowd], rivals));
        let distances = [Pronoun0, Pronoun1, Pronoun2, Pronoun3, PronounFar];
        features.add(nth(&distances, behind.unwrap_or_default()));
    }
}

/// The feature with this number, the last one beyond them.
fn nth(features: &[Feature], number: usize) -> Feature {
    features.get(number).or(features.last()).copied().unwrap_or(Feature::Any)
}

/// How often the article names the entity, among its first mentions.
fn count_names(entity: &Entity) -> usize {
    entity.mentions.iter().take(MENTIONS).filter(|it| it.form == Form::Name).count()
}

/// The number of the sentence at a byte.
fn sentence_of(tables: &Tables, byte: u32) -> usize {
    tables.sentences.partition_point(|it| it.span.start <= byte).saturating_sub(1)
}

/// How many others of the entity's kind stand near before the source, up to `RIVALS`.
fn count_rivals(tables: &Tables, own: &Source, entity: &Entity) -> usize {
    let first = (sentence_of(tables, own.span.start) + 1).saturating_sub(NEAR);
    let from = tables.sentences.get(first).map_or(0, |it| it.span.start);
    let before = tables.mentions.partition_point(|it| it.span.start < own.span.start);
    let near = tables.mentions.get(..before).unwrap_or_default().iter().rev().take(MENTIONS);
    let other = |it: &&Mention| {
        tables.entity_type(it) == Some(entity.kind) && !own.entities.contains(&it.entity)
    };
    let mut rivals = [None; RIVALS];
    let mut count = 0;
    for mention in near.take_while(|it| it.span.start >= from).filter(other) {
        if !rivals.contains(&Some(mention.entity)) {
            let Some(slot) = rivals.get_mut(count) else { break };
            *slot = Some(mention.entity);
            count += 1;
        }
    }
    count
}
