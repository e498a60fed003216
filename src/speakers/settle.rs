//! Writes what was resolved into the tables: new mentions, entities that gained or lost some, and their ids.

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
    merge(&mut changes.added, tables);
    renumber(tables);
}

/// Puts the new mentions among the old ones; of those that overlap the longer one stays, of equals the old one.
fn merge(added: &mut [(Run, Form, EntityId)], tables: &mut Tables) {
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
    loop {
        let next = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) if a.tokens.start <= b.tokens.start => old.next(),
            (_, Some(_)) => new.next(),
            (_, None) => old.next(),
        };
        let Some(mention) = next else { break };
        match merged.last_mut() {
            Some(last) if last.tokens.overlaps(mention.tokens) => {
                if mention.tokens.contains(last.tokens) && mention.tokens.len() > last.tokens.len()
                {
                    *last = mention;
                }
            }
            _ => merged.push(mention),
        }
    }
    tables.mentions = merged;
}

/// Numbers the entities by their first mentions and tells claims and mentions.
fn renumber(tables: &mut Tables) {
    let mut number: Vec<Option<EntityId>> = vec![None; tables.entities.len()];
    let mut order = Vec::with_capacity(tables.entities.len());
    for mention in &mut tables.mentions {
        let Some(slot) = number.get_mut(mention.entity.index()) else { continue };
        let id = *slot.get_or_insert_with(|| {
            order.push(mention.entity.index());
            EntityId::at(order.len() - 1)
        });
        mention.entity = id;
    }
    let mut old: Vec<_> = std::mem::take(&mut tables.entities).into_iter().map(Some).collect();
    for at in order {
        if let Some(mut entity) = old.get_mut(at).and_then(Option::take) {
            entity.id = EntityId::at(tables.entities.len());
            entity.mentions.clear();
            tables.entities.push(entity);
        }
    }
    for mention in &tables.mentions {
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
