//! Writes what was resolved into the tables: new mentions, entities that gained or lost some, and their ids.

use std::cmp::Reverse;

use crate::document::{Claim, Entity, EntityId, Form, Mention, Tables};
use crate::span::Run;

/// Mentions to add, and mentions that turned out to mean another entity.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) added: Vec<(Run, Form, EntityId)>,
    /// By the first token of the mention.
    pub(super) moved: Vec<(u32, Form, EntityId)>,
}

/// Applies the changes; entities keep the order of their first mention, and those without any leave.
pub(super) fn settle(created: Vec<Entity>, mut changes: Changes, tables: &mut Tables) {
    tables.entities.extend(created);
    changes.moved.sort_unstable_by_key(|(start, ..)| *start);
    for mention in &mut tables.mentions {
        let found = changes.moved.binary_search_by_key(&mention.tokens.start, |(start, ..)| *start);
        if let Some((_, form, entity)) = found.ok().and_then(|at| changes.moved.get(at)) {
            mention.form = *form;
            mention.entity = *entity;
        }
    }
    let inside = merge(&mut changes.added, tables);
    renumber(inside, tables);
}

/// Puts the new mentions among the old ones; of those that overlap the longer one stays, of equals the old one. Returns what else
/// is named inside one: "the *Oregon* Democrat".
fn merge(added: &mut [(Run, Form, EntityId)], tables: &mut Tables) -> Vec<Mention> {
    added.sort_by_key(|(run, ..)| run.start);
    let old = std::mem::take(&mut tables.mentions);
    let mut merged: Vec<Mention> = Vec::with_capacity(old.len() + added.len());
    let new = added.iter().map(|&(tokens, form, entity)| Mention {
        span: tables.span(tokens),
        form,
        name: None,
        tokens,
        entity,
    });
    let mut new = new.peekable();
    let mut old = old.into_iter().peekable();
    let mut inside = Vec::new();
    let named =
        |mention: &Mention| matches!(mention.form, Form::Name | Form::Metonym | Form::Demonym);
    loop {
        let next = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) if a.tokens.start <= b.tokens.start => old.next(),
            (_, Some(_)) => new.next(),
            (_, None) => old.next(),
        };
        let Some(mention) = next else { break };
        match merged.last_mut() {
            Some(last) if last.tokens.overlaps(mention.tokens) => {
                let longer = mention.tokens.len() > last.tokens.len();
                let inner = if mention.tokens.contains(last.tokens) && longer {
                    std::mem::replace(last, mention)
                } else {
                    mention
                };
                if last.tokens.contains(inner.tokens)
                    && last.tokens != inner.tokens
                    && named(&inner)
                {
                    inside.push(inner);
                }
            }
            _ => merged.push(mention),
        }
    }
    tables.mentions = merged;
    inside
}

/// Numbers the entities by their first mentions and tells claims and mentions. Those inside others are only the entities': the
/// table of mentions is searched by its ends.
fn renumber(mut inside: Vec<Mention>, tables: &mut Tables) {
    let mut number: Vec<Option<EntityId>> = vec![None; tables.entities.len()];
    let mut order = Vec::with_capacity(tables.entities.len());
    let mut all: Vec<&mut Mention> = tables.mentions.iter_mut().chain(&mut inside).collect();
    all.sort_by_key(|mention| (mention.tokens.start, Reverse(mention.tokens.end)));
    for mention in &mut all {
        let Some(slot) = number.get_mut(mention.entity.index()) else { continue };
        let id = *slot.get_or_insert_with(|| {
            order.push(mention.entity.index());
            EntityId::at(order.len() - 1)
        });
        mention.entity = id;
    }
    let all: Vec<Mention> = all.into_iter().map(|mention| *mention).collect();
    let mut old: Vec<_> = std::mem::take(&mut tables.entities).into_iter().map(Some).collect();
    for at in order {
        if let Some(mut entity) = old.get_mut(at).and_then(Option::take) {
            entity.id = EntityId::at(tables.entities.len());
            entity.mentions.clear();
            tables.entities.push(entity);
        }
    }
    for mention in &all {
        if let Some(entity) = tables.entities.get_mut(mention.entity.index()) {
            entity.mentions.push(*mention);
        }
    }
    for claim in &mut tables.claims {
        renumber_claim(claim, &number);
    }
}

fn renumber_claim(claim: &mut Claim, number: &[Option<EntityId>]) {
    let renumber = |ids: &mut Vec<EntityId>| {
        let new = ids.iter().filter_map(|id| number.get(id.index()).copied().flatten()).collect();
        *ids = new;
    };
    renumber(&mut claim.via);
    for source in [&mut claim.source, &mut claim.addressee].into_iter().flatten() {
        renumber(&mut source.entities);
    }
}
