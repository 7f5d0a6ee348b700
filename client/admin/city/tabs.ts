import type { ChangeKind } from '../../../shared/city/change.ts';
import { PRIORITIES, type Priority } from '../../../shared/ticket/ticket.ts';
import { type Field, field, type Tab } from './fields.ts';
import { RULE_TABS } from './rule-tabs.ts';

/** Both empty: as all others of the category. */
function targetsOfPriority(priority: Priority): Field[] {
  return [
    field(`slaByPriority.${priority}.acknowledgeMin`, 'minutes', 'admin.field.acknowledge'),
    field(`slaByPriority.${priority}.resolveMin`, 'minutes', 'admin.field.resolve'),
  ].map((one) => ({ ...one, group: `priority.${priority}` as const }));
}

/** Every page of the city's settings, in the order of its menu. */
export const TABS: readonly Tab[] = [
  {
    path: 'departments',
    text: 'admin.city.departments',
    why: 'admin.city.departments-why',
    kind: 'department',
    adds: true,
    removes: false,
    fields: [
      field('name', 'text', 'admin.field.name'),
      field('shortName', 'text', 'admin.field.short-name'),
      field('icon', 'icon', 'admin.field.icon'),
      field('internal', 'check', 'admin.field.internal', 'admin.field.internal-hint'),
      field('active', 'check', 'admin.field.active', 'admin.field.active-hint'),
    ],
  },
  {
    path: 'categories',
    text: 'admin.city.categories',
    why: 'admin.city.categories-why',
    kind: 'category',
    adds: true,
    removes: false,
    fields: [
      field('name.id', 'text', 'admin.field.name-id'),
      field('name.en', 'text', 'admin.field.name-en'),
      field('departmentCode', 'department', 'admin.field.department'),
      field('priority', 'priority', 'admin.field.priority'),
      field('routing', 'routing', 'admin.field.routing', 'admin.field.routing-hint'),
      field('words', 'words', 'admin.field.words', 'admin.field.words-hint'),
      field('match.radiusM', 'number', 'admin.field.radius', 'admin.field.match-hint'),
      field('match.windowMin', 'minutes', 'admin.field.window'),
    ],
  },
  ...RULE_TABS,
  {
    path: 'sla',
    text: 'admin.city.sla',
    why: 'admin.city.sla-why',
    kind: 'category',
    adds: false,
    removes: false,
    fields: [
      field('sla.acknowledgeMin', 'minutes', 'admin.field.acknowledge'),
      field('sla.resolveMin', 'minutes', 'admin.field.resolve'),
      field('calendarCode', 'calendar', 'admin.field.calendar', 'admin.field.calendar-hint'),
      ...PRIORITIES.flatMap(targetsOfPriority),
    ],
  },
  {
    path: 'calendars',
    text: 'admin.city.calendars',
    why: 'admin.city.calendars-why',
    kind: 'calendar',
    adds: true,
    removes: true,
    fields: [
      field('name', 'text', 'admin.field.name'),
      field('week', 'week', 'admin.field.week', 'admin.field.week-hint'),
      field('holidays', 'dates', 'admin.field.holidays', 'admin.field.holidays-hint'),
    ],
  },
  {
    path: 'quick-texts',
    text: 'admin.city.quick-texts',
    why: 'admin.city.quick-texts-why',
    kind: 'quick-text',
    adds: true,
    removes: true,
    fields: [
      field('title', 'text', 'admin.field.title'),
      field('body', 'area', 'admin.field.body', 'admin.field.body-hint'),
      field('departmentCode', 'any-department', 'admin.field.for'),
      field('uses', 'uses', 'admin.field.uses'),
    ],
  },
  {
    path: 'thresholds',
    text: 'admin.city.thresholds',
    why: 'admin.city.thresholds-why',
    kind: 'sensor',
    adds: false,
    removes: false,
    fields: [
      field('clearAt', 'number', 'admin.field.clear-at', 'admin.field.clear-at-hint'),
      field('raiseAt', 'number', 'admin.field.raise-at'),
      field('criticalAt', 'number', 'admin.field.critical-at'),
    ],
  },
  {
    path: 'flood',
    text: 'admin.city.flood',
    why: 'admin.city.flood-why',
    kind: 'flood',
    adds: false,
    removes: false,
    fields: [
      field('posts', 'number', 'admin.field.flood-posts'),
      field('reports', 'number', 'admin.field.flood-reports', 'admin.field.flood-reports-hint'),
      field('withinMin', 'minutes', 'admin.field.flood-within'),
      field('calmMin', 'minutes', 'admin.field.flood-calm', 'admin.field.flood-calm-hint'),
    ],
  },
  {
    path: 'warning',
    text: 'admin.city.warning',
    why: 'admin.city.warning-why',
    kind: 'sla',
    adds: false,
    removes: false,
    fields: [field('dueSoonShare', 'percent', 'admin.field.due-soon', 'admin.field.due-soon-hint')],
  },
];

/** What a new part begins with. */
export const BLANK: Partial<Record<ChangeKind, unknown>> = {
  department: { name: '', shortName: '', icon: 'IconBuilding', internal: true, active: true },
  category: {
    name: { id: '', en: '' },
    departmentCode: '',
    priority: 'normal',
    routing: 'suggest',
    sla: { acknowledgeMin: 1440, resolveMin: 10_080 },
    slaByPriority: {},
    calendarCode: null,
    match: null,
    words: {},
  },
  calendar: {
    name: '',
    week: [...Array.from({ length: 5 }, () => [[480, 960]]), [], []],
    holidays: [],
  },
  urgency: {
    ...{ name: { id: '', en: '' }, active: true, priority: 'critical' },
    ...{ says: [], unless: [], category: null },
  },
  noise: { name: { id: '', en: '' }, active: true, weight: 1, says: [] },
  'quick-text': { title: '', body: '', departmentCode: null, uses: ['note'] },
};
