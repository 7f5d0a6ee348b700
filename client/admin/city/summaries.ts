import type { ChangeValue } from '../../../shared/city/change.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import type { Tab } from './fields.ts';
import { writeHours } from './texts.ts';

const MINUTE_MS = 60_000;

/** What a list says of each part of a tab: its name, and a few columns. */
export function useSummaries(tab: Tab) {
  const { t, language, duration } = useWords();
  const { department } = useCityWords();
  const minutes = (count: number) => duration(count * MINUTE_MS);

  /** The name of a part, its code where it has none yet. */
  const nameOf = ({ kind, key, value, label }: SettingView): string => {
    if (label !== undefined) return label;
    if (kind === 'flood') return t('admin.city.flood');
    if (kind === 'sla') return t('admin.field.due-soon');
    if (value === null) return key;
    if (kind === 'category') return (value as ChangeValue<'category'>).name[language];
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
        return [clearAt, raiseAt, criticalAt].map((level) => new Intl.NumberFormat(language).format(level));
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
