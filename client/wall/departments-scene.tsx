import { useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { DepartmentIcon } from '../ui/department-icon.tsx';
import { useWords } from '../ui/use-words.ts';
import { departmentStandings, type Standing } from './department-standing.ts';
import { useFitting } from './use-fitting.ts';

/** SLA by OPD: who keeps their deadlines, who has not taken what is theirs, what falls due next. */
export function DepartmentsScene({ tickets }: { tickets: readonly LiveTicket[] }) {
  const { t } = useWords();
  const now = useServerNow();
  const standings = useMemo(() => departmentStandings(tickets, now), [tickets, now]);
  const [body, fitting] = useFitting<HTMLTableSectionElement>(standings);
  const most = Math.max(1, ...standings.map(({ open }) => open));
  return (
    <section className="wall-panel wall-standings" aria-labelledby="standings">
      <div className="wall-panel-head">
        <h2 id="standings">{t('wall.sla-by-department')}</h2>
        {standings.length > fitting && <span>{t('wall.more', { count: standings.length - fitting })}</span>}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('command.department')}</th>
            <td />
            <th scope="col">{t('wall.open')}</th>
            <th scope="col">{t('wall.untaken')}</th>
            <th scope="col">{t('wall.breached')}</th>
            <th scope="col">{t('wall.on-time')}</th>
            <th scope="col">{t('wall.next-due')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {standings.map((standing) => (
            <Row key={standing.code} standing={standing} most={most} now={now} />
          ))}
        </tbody>
      </table>
      {standings.length === 0 && <p className="wall-none">{t('wall.calm')}</p>}
    </section>
  );
}

function Row({ standing, most, now }: { standing: Standing; most: number; now: number }) {
  const { language, timeLeft } = useWords();
  const { department } = useCityWords();
  const { code, open, untaken, over, nextAt } = standing;
  const { icon, shortName } = department(code);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <tr>
      <th scope="row">
        <span className="wall-standing-name">
          <DepartmentIcon name={icon} />
          {shortName}
        </span>
      </th>
      <td>
        <span className="wall-split" aria-hidden style={{ width: `${(100 * open) / most}%` }}>
          <i style={{ flexGrow: over }} />
          <b style={{ flexGrow: open - over }} />
        </span>
      </td>
      <td>{open}</td>
      <td>{untaken}</td>
      <td data-over={over > 0}>{over}</td>
      <td>{percent.format((open - over) / open)}</td>
      <td>{nextAt === null ? '–' : timeLeft(nextAt - now)}</td>
    </tr>
  );
}
