import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLink, IconPresentation, IconX } from '@tabler/icons-react';
import { DIMENSIONS, type Dimension } from '../../shared/kpi/measures.ts';
import { NAMED_PERIODS } from '../../shared/kpi/period.ts';
import { useWords } from '../ui/use-words.ts';
import { type Asked, fixedSearch } from './asked.ts';
import { Downloads } from './downloads.tsx';
import { useNames } from './names.ts';

type Props = { asked: Asked; today: string; ask(asked: Asked): void; present(): void };

/** The period, the filters, and what can be taken away: all of it stands in the address. */
export function FilterBar({ asked, today, ask, present }: Props) {
  const { t } = useWords();
  const isFiltered = Object.keys(asked.filters).length > 0;
  return (
    <div className="exec-bar">
      <PeriodChoice asked={asked} today={today} ask={ask} />
      {DIMENSIONS.map((dimension) => (
        <FilterChoice key={dimension} dimension={dimension} asked={asked} ask={ask} />
      ))}
      {isFiltered && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => ask({ ...asked, filters: {} })}
        >
          {t('executive.clear')}
        </Button>
      )}
      <span className="exec-bar-gap" />
      <CopyLink asked={asked} />
      <Downloads asked={asked} />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPresentation size={15} aria-hidden />}
        onClick={present}
      >
        {t('executive.present')}
      </Button>
    </div>
  );
}

function PeriodChoice({ asked, today, ask }: Omit<Props, 'present'>) {
  const { t } = useWords();
  const { name, period } = asked;
  const choose = (value: string) => {
    const named = NAMED_PERIODS.find((known) => known === value) ?? null;
    ask({ ...asked, name: named });
  };
  const change = (days: Partial<typeof period>) => {
    const next = { ...period, ...days };
    if (next.from && next.to && next.from <= next.to) ask({ ...asked, name: null, period: next });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('executive.period')}
        value={name ?? 'custom'}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[...NAMED_PERIODS, 'custom' as const].map((value) => ({
          value,
          label: t(`executive.period.${value}`),
        }))}
      />
      {name === null && (
        <span className="exec-dates">
          {(['from', 'to'] as const).map((end) => (
            <input
              key={`${end} ${period[end]}`}
              type="date"
              aria-label={t(`executive.${end}`)}
              defaultValue={period[end]}
              min={end === 'to' ? period.from : undefined}
              max={end === 'from' ? period.to : today}
              onBlur={({ currentTarget }) => change({ [end]: currentTarget.value })}
              onKeyDown={({ key, currentTarget }) =>
                key === 'Enter' && change({ [end]: currentTarget.value })
              }
            />
          ))}
        </span>
      )}
    </>
  );
}

function FilterChoice({ dimension, asked, ask }: Pick<Props, 'asked' | 'ask'> & { dimension: Dimension }) {
  const { t } = useWords();
  const { options } = useNames();
  const label = t(`executive.${dimension}`);
  const { [dimension]: chosen = '', ...others } = asked.filters;
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data-chosen={chosen !== ''}
      value={chosen}
      onChange={({ currentTarget: { value } }) =>
        ask({ ...asked, filters: value === '' ? others : { ...others, [dimension]: value } })
      }
      data={[{ value: '', label: `${label}: ${t('executive.all').toLowerCase()}` }, ...options(dimension)]}
    />
  );
}

/** Somebody who opens it tomorrow sees these days. */
function CopyLink({ asked }: { asked: Asked }) {
  const { t } = useWords();
  const copy = async () => {
    const url = `${location.origin}/executive?${fixedSearch(asked)}`;
    try {
      await navigator.clipboard.writeText(url);
      notifications.show({ message: t('executive.copied') });
    } catch {
      notifications.show({ message: t('executive.copy-failed') });
    }
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconLink size={15} aria-hidden />}
      onClick={() => void copy()}
    >
      {t('executive.copy')}
    </Button>
  );
}
