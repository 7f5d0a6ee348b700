import type { RoutingPolicy } from '../../../shared/city/city-pack.ts';
import type { Priority } from '../../../shared/ticket/ticket.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import type { Field } from './fields.ts';
import { writeHours } from './texts.ts';

/** Says the old or the new value of a field; of tables of words only what comes and goes. */
export function useValueText() {
  const { t, language, duration } = useWords();
  const { department, category } = useCityWords();

  const plain = (field: Field | undefined, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    switch (field?.control) {
      case 'check':
        return t(value === true ? 'admin.yes' : 'admin.no');
      case 'minutes':
        return duration(Number(value) * 60_000);
      case 'percent':
        return `${Math.round(Number(value) * 100)} %`;
      case 'number':
        return new Intl.NumberFormat(language).format(Number(value));
      case 'department':
      case 'any-department':
        return department(String(value)).name;
      case 'priority':
      case 'rule-priority':
        return t(`priority.${value as Priority}`);
      case 'routing':
        return t(`admin.routing.${value as RoutingPolicy}`);
      case 'any-category':
        return category(String(value));
      case 'week':
        return (value as Parameters<typeof writeHours>[0][])
          .map((day) => writeHours(day) || t('admin.field.day-closed'))
          .join(' · ');
      case 'icon':
        return String(value).slice(4);
      default:
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  };

  return (field: Field | undefined, from: unknown, to: unknown, side: 'old' | 'new'): string => {
    const own = side === 'old' ? from : to;
    const other = side === 'old' ? to : from;
    if (field?.control === 'words') return wordsOnlyIn(own, other);
    if (field?.control === 'dates' || field?.control === 'patterns') return listOnlyIn(own, other);
    return plain(field, own);
  };
}

function wordsOnlyIn(own: unknown, other: unknown): string {
  const theirs = (other ?? {}) as Record<string, number>;
  const words = Object.entries((own ?? {}) as Record<string, number>).filter(
    ([phrase, weight]) => theirs[phrase] !== weight,
  );
  return words.map(([phrase, weight]) => `${phrase} (${weight})`).join(', ') || '–';
}

function listOnlyIn(own: unknown, other: unknown): string {
  const theirs = new Set((other ?? []) as string[]);
  return ((own ?? []) as string[]).filter((item) => !theirs.has(item)).join(', ') || '–';
}
