import { field, type Tab } from './fields.ts';

/** What tells emergencies and pranks. */
export const RULE_TABS: readonly Tab[] = [
  {
    path: 'urgency',
    text: 'admin.city.urgency',
    why: 'admin.city.urgency-why',
    kind: 'urgency',
    adds: true,
    removes: true,
    fields: [
      field('name.id', 'text', 'admin.field.name-id'),
      field('name.en', 'text', 'admin.field.name-en'),
      field('active', 'check', 'admin.field.rule-active', 'admin.field.rule-active-hint'),
      field('priority', 'rule-priority', 'admin.field.priority'),
      field('says', 'patterns', 'admin.field.says', 'admin.field.says-hint'),
      field('unless', 'patterns', 'admin.field.unless', 'admin.field.unless-hint'),
      field('category', 'any-category', 'admin.field.rule-category'),
    ],
  },
  {
    path: 'hedges',
    text: 'admin.city.hedges',
    why: 'admin.city.hedges-why',
    kind: 'hedges',
    adds: false,
    removes: false,
    fields: [
      field('hedges', 'patterns', 'admin.field.hedge-words', 'admin.field.hedge-words-hint'),
      field('past', 'patterns', 'admin.field.past-words', 'admin.field.past-words-hint'),
    ],
  },
  {
    path: 'noise',
    text: 'admin.city.noise',
    why: 'admin.city.noise-why',
    kind: 'noise',
    adds: true,
    removes: true,
    fields: [
      field('name.id', 'text', 'admin.field.name-id'),
      field('name.en', 'text', 'admin.field.name-en'),
      field('active', 'check', 'admin.field.rule-active', 'admin.field.rule-active-hint'),
      field('weight', 'number', 'admin.field.weight', 'admin.field.weight-hint'),
      field('says', 'patterns', 'admin.field.says', 'admin.field.says-hint'),
    ],
  },
];
