import type { ChangeValue } from '../../../shared/city/change.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import type { Tab } from './fields.ts';
import { writeHours } from './texts.ts';

const MINUTE_MS = 60_000;
const PHRASES_SHOWN = 4;
const ALTERNATIVES_SHOWN = 2;

/** A phrase as a list can hold it: of words that stand for each other, the first ones. */
function inShort(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => {
      const alternatives = word.split('/');
      if (alternatives.length <= ALTERNATIVES_SHOWN + 1) return word;
      return `${alternatives.slice(0, ALTERNATIVES_SHOWN).join('/')}/…`;
    })
    .join(' ');
}

/** What a list says of each part of a tab: its name, and a few columns. */
export function useSummaries(tab: Tab) {
  const { t, language, duration } = useWords();
  const { department } = useCityWords();
  const minutes = (count: number) => duration(count * MINUTE_MS);

  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const state = (active: boolean) => t(active ? 'admin.field.rule-active' : 'admin.rules.off');
  const phrases = (list: readonly string[]) => {
    const first = list.slice(0, PHRASES_SHOWN).map(inShort).join(', ');
    return `${t('admin.rules.phrases', { count: list.length })}: ${first}${list.length > PHRASES_SHOWN ? ' …' : ''}`;
  };

  /** The name of a part, its code where it has none yet. */
  const nameOf = ({ kind, key, value, label }: SettingView): string => {
    if (label !== undefined) return label;
    if (kind === 'flood') return t('admin.city.flood');
    if (kind === 'sla') return t('admin.field.due-soon');
    if (kind === 'hedges') return t('admin.city.hedges');
    if (value === null) return key;
    if (kind === 'category' || kind === 'urgency' || kind === 'noise')
      return (value as Pick<ChangeValue<'category'>, 'name'>).name[language];
    if (kind === 'quick-text') return (value as ChangeValue<'quick-text'>).title;
    return (value as { name: string }).name;
  };

  const columns: Record<string, string[]> = {
    departments: [t('admin.field.short-name'), t('admin.field.code'), t('admin.state')],
    categories: [t('admin.field.department'), t('admin.field.priority'), t('admin.field.words')],
    sla: [
      t('admin.city.acknowledge'),
      t('admin.city.resolve'),
      t('admin.city.by-priority'),
      t('admin.field.calendar'),
    ],
    urgency: [t('admin.field.priority'), t('admin.field.says'), t('admin.state')],
    hedges: [t('admin.field.hedge-words'), t('admin.field.past-words')],
    noise: [t('admin.field.weight'), t('admin.field.says'), t('admin.state')],
    calendars: [t('admin.field.week'), t('admin.field.holidays')],
    'quick-texts': [t('admin.field.body'), t('admin.field.for')],
    thresholds: [t('admin.field.clear-at'), t('admin.field.raise-at'), t('admin.field.critical-at')],
    flood: [
      t('admin.field.flood-posts'),
      t('admin.field.flood-reports'),
      t('admin.field.flood-within'),
      t('admin.field.flood-calm'),
    ],
    warning: [t('admin.field.due-soon')],
  };

  const columnsOf = ({ key, value }: SettingView): string[] => {
    if (value === null) return (columns[tab.path] ?? []).map(() => '–');
    switch (tab.path) {
      case 'departments': {
        const { shortName, active } = value as ChangeValue<'department'>;
        return [shortName, key, t(active ? 'admin.city.open' : 'admin.city.closed')];
      }
      case 'categories': {
        const { departmentCode, priority, words } = value as ChangeValue<'category'>;
        return [
          department(departmentCode).shortName,
          t(`priority.${priority}`),
          String(Object.keys(words).length),
        ];
      }
      case 'sla': {
        const { sla, slaByPriority, calendarCode } = value as ChangeValue<'category'>;
        const own = PRIORITIES.flatMap((priority) => {
          const targets = slaByPriority[priority];
          if (!targets) return [];
          const both = `${minutes(targets.acknowledgeMin)} / ${minutes(targets.resolveMin)}`;
          return [`${t(`priority.${priority}`)} ${both}`];
        });
        const calendar = calendarCode ?? '7×24';
        return [minutes(sla.acknowledgeMin), minutes(sla.resolveMin), own.join(', ') || '–', calendar];
      }
      case 'urgency': {
        const { priority, says, active } = value as ChangeValue<'urgency'>;
        return [t(`priority.${priority}`), phrases(says), state(active)];
      }
      case 'hedges': {
        const { hedges, past } = value as ChangeValue<'hedges'>;
        return [phrases(hedges), phrases(past)];
      }
      case 'noise': {
        const { weight, says, active } = value as ChangeValue<'noise'>;
        return [number(weight), phrases(says), state(active)];
      }
      case 'calendars': {
        const { week, holidays } = value as ChangeValue<'calendar'>;
        const hours = [...new Set(week.filter((day) => day.length > 0).map(writeHours))];
        return [hours.join(' · '), String(holidays.length)];
      }
      case 'quick-texts': {
        const { body, departmentCode } = value as ChangeValue<'quick-text'>;
        return [body, departmentCode === null ? t('admin.everybody') : department(departmentCode).shortName];
      }
      case 'thresholds': {
        const { clearAt, raiseAt, criticalAt } = value as ChangeValue<'sensor'>;
        return [clearAt, raiseAt, criticalAt].map(number);
      }
      case 'flood': {
        const { posts, reports, withinMin, calmMin } = value as ChangeValue<'flood'>;
        return [String(posts), String(reports), minutes(withinMin), minutes(calmMin)];
      }
      default:
        return [`${Math.round((value as ChangeValue<'sla'>).dueSoonShare * 100)} %`];
    }
  };

  return { nameOf, columnsOf, columns: columns[tab.path] ?? [] };
}
