import { memo, useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { loadBy } from '../ticket/counts.ts';
import { DepartmentIcon } from '../ui/department-icon.tsx';
import { useWords } from '../ui/use-words.ts';
import { useFitting } from './use-fitting.ts';

const AT_MOST = 12;

type Props = { tickets: readonly LiveTicket[]; known: boolean };

/** Which departments carry what: open tickets, and how many of them are over time. */
export const DepartmentLoads = memo(function DepartmentLoads({ tickets, known }: Props) {
  const { t } = useWords();
  const { department } = useCityWords();
  const now = useServerNow();
  const loads = useMemo(
    () => loadBy(tickets, (ticket) => ticket.departmentCode, now).slice(0, AT_MOST),
    [tickets, now],
  );
  const [list] = useFitting<HTMLOListElement>(loads);
  const most = Math.max(1, ...loads.map(([, { open }]) => open));
  return (
    <section className="wall-panel wall-loads" aria-labelledby="loads">
      <h2 id="loads">{t('wall.by-department')}</h2>
      {known && loads.length === 0 && <p className="wall-none">{t('wall.calm')}</p>}
      <ol ref={list}>
        {loads.map(([code, { open, over }]) => (
          <li key={code}>
            <DepartmentIcon name={department(code).icon} />
            <span className="wall-load-name">{department(code).shortName}</span>
            <span className="wall-load-over">{over > 0 && t('wall.over-count', { count: over })}</span>
            <strong>{open}</strong>
            <span className="wall-bar" aria-hidden>
              <span style={{ width: `${(100 * open) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
});
