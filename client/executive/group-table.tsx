import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KpiKey } from '../../shared/kpi/kpis.ts';
import type { Dimension } from '../../shared/kpi/measures.ts';
import { tellFigure } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import type { TicketSet } from '../../shared/wire/insight-sets.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { ChangeMark, TicketsLink } from './figure.tsx';
import { useNames } from './names.ts';

/** What a table shows of each group, and the tickets behind it; a length of time has no tickets of its own. */
const COLUMNS: { key: KpiKey; set: TicketSet | null; change?: boolean }[] = [
  { key: 'opened', set: 'opened', change: true },
  { key: 'resolved', set: 'resolved' },
  { key: 'open', set: 'open' },
  { key: 'onTime', set: 'resolve_kept', change: true },
  { key: 'breached', set: 'resolve_breached' },
  { key: 'overdue', set: 'overdue' },
  { key: 'answerMedian', set: null },
  { key: 'solveMedian', set: null },
  { key: 'reopened', set: 'reopened' },
];

/** So many stand at first, those with the most; the whole list is long. Paper has all of it. */
const SHOWN = 10;

/** The figures of each department, kecamatan, kind or channel. */
export function GroupTable({ dimension, insight }: { dimension: Dimension; insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { full } = useNames();
  const groups = insight.groups[dimension];
  const [isWhole, setWhole] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys.
    <section className="exec-table-frame" tabIndex={0} aria-label={t(`executive.by.${dimension}`)}>
      <table className="exec-table">
        <caption>{t(`executive.by.${dimension}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`executive.${dimension}`)}</th>
            {COLUMNS.map(({ key }) => (
              <th key={key} scope="col">
                {t(`kpi.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ code, current, previous }, at) => (
            <tr key={code} className={at >= SHOWN && !isWhole ? 'exec-beyond' : undefined}>
              <th scope="row">{full[dimension](code)}</th>
              {COLUMNS.map(({ key, set, change }) => {
                const told = tellFigure(key, current[key], words);
                const to = set && ticketsPath(insight, set, { [dimension]: code });
                return (
                  <td key={key}>
                    {to === null ? told : <TicketsLink to={to}>{told}</TicketsLink>}
                    {change && <ChangeMark of={key} current={current} before={previous} />}
                  </td>
                );
              })}
            </tr>
          ))}
          {groups.length === 0 && (
            <tr>
              <td colSpan={COLUMNS.length + 1}>{t('executive.empty')}</td>
            </tr>
          )}
        </tbody>
      </table>
      {groups.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="exec-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('executive.fewer') : t('executive.whole', { count: groups.length })}
        </Button>
      )}
    </section>
  );
}
