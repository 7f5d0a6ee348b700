import { useMemo } from 'react';
import { can } from '../../shared/access/policy.ts';
import type { AskedKey } from '../../shared/text/id.ts';
import { countDoneToday } from '../../shared/ticket/done.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { type Load, loadBy, loadOf } from '../ticket/counts.ts';
import { Office } from '../ui/office.tsx';
import { Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import './executive.css';

/** How things are now, for ninety seconds before a meeting. */
export function ExecutiveScreen() {
  return (
    <Office screen="executive" initial="light">
      <Gate admits={(me) => can(me, 'live.executive')}>
        <ScreenHeader />
        <Overview />
      </Gate>
    </Office>
  );
}

function Overview() {
  const { t } = useWords();
  const now = useServerNow();
  const { department } = useCityWords();
  const { timeZone } = useCity();
  const { tickets, done, seq } = useSampledBoard();
  const open = useMemo(() => [...tickets.values()], [tickets]);
  if (seq === null) return <Loading />;
  const load = loadOf(open, now);
  return (
    <main id="content" className="executive">
      <h1>{t('executive.title')}</h1>
      <p className="executive-intro">
        {load.critical + load.over === 0 ? t('executive.all-well') : t('executive.intro')}
      </p>
      <dl className="executive-figures">
        <Figure text="wall.open" value={load.open} />
        <Figure text="wall.critical" value={load.critical} />
        <Figure text="wall.breached" value={load.over} />
        <Figure text="wall.done-today" value={countDoneToday(done.values(), now, timeZone)} />
      </dl>
      <div className="executive-tables">
        <LoadTable
          caption="executive.by-department"
          column="executive.department"
          loads={loadBy(open, (ticket) => department(ticket.departmentCode).name, now)}
        />
        <LoadTable
          caption="executive.by-kecamatan"
          column="executive.kecamatan"
          loads={loadBy(open, (ticket) => kecamatanOf(ticket) ?? t('executive.unknown-place'), now)}
        />
      </div>
    </main>
  );
}

function kecamatanOf({ location }: LiveTicket): string | null {
  return location?.kecamatan ?? null;
}

function Figure({ text, value }: { text: AskedKey; value: number }) {
  const { t, language } = useWords();
  return (
    <div>
      <dt>{t(text)}</dt>
      <dd>{new Intl.NumberFormat(language).format(value)}</dd>
    </div>
  );
}

function LoadTable({
  caption,
  column,
  loads,
}: {
  caption: AskedKey;
  column: AskedKey;
  loads: readonly [string, Load][];
}) {
  const { t } = useWords();
  return (
    <table className="executive-table">
      <caption>{t(caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(column)}</th>
          <th scope="col">{t('wall.open')}</th>
          <th scope="col">{t('wall.critical')}</th>
          <th scope="col">{t('wall.breached')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(([name, { open, critical, over }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{open}</td>
            <td>{critical}</td>
            <td>{over}</td>
          </tr>
        ))}
        {loads.length === 0 && (
          <tr>
            <td colSpan={4}>{t('wall.calm')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
