import { useMemo, useState } from 'react';
import { distanceM } from '../../shared/city/geometry.ts';
import type { LatLng } from '../../shared/report/report.ts';
import { formatLevel } from '../../shared/ticket/title.ts';
import type { CallerReport } from '../../shared/wire/entry.ts';
import { useSensorLevels } from '../api/account.ts';
import { useNear } from '../api/desk.ts';
import { usePerson } from '../api/likeness.ts';
import { useTicketDetail } from '../api/tickets.ts';
import type { BoardState } from '../live/board.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { DeskMap } from './desk-map.tsx';
import { NearList } from './near-list.tsx';
import { ReporterHistory } from './reporter-history.tsx';
import { placesTold, type ToldPlace } from './told-places.ts';

const SENSORS_SHOWN = 3;
const SENSOR_REACH_M = 4_000;

type Props = {
  board: BoardState;
  ticketId: string | undefined;
  open: (id: string) => void;
  picked: LatLng | null;
  pick: (point: LatLng) => void;
};

/** Where everything is, and what has to do with the chosen ticket. */
export function ContextPane({ board, ticketId, open, picked, pick }: Props) {
  const reporter = useReporter(ticketId);
  return (
    <div className="desk-context">
      <DeskMap
        board={board}
        selectedId={ticketId}
        select={open}
        picked={picked}
        pick={pick}
        told={reporter.places}
      />
      {ticketId !== undefined && (
        <TicketContext key={ticketId} id={ticketId} reporter={reporter} open={open} />
      )}
    </div>
  );
}

type AskedReporter = {
  others: readonly CallerReport[];
  /** Where those are. */
  places: readonly ToldPlace[];
  wanted: boolean;
  want: (reportId: string) => void;
};

const NOTHING: readonly CallerReport[] = [];

/** What the reporter of a ticket told of otherwise, once somebody asked; with another ticket it is asked for again. */
function useReporter(ticketId: string | undefined): AskedReporter {
  const [asked, setAsked] = useState<{ ticketId: string | undefined; reportId: string } | null>(null);
  const wanted = asked !== null && asked.ticketId === ticketId;
  const { data } = usePerson(asked?.reportId ?? '', wanted);
  const reports = wanted ? data?.reports : undefined;
  const others = useMemo(
    () => reports?.filter(({ ticket }) => ticket?.id !== ticketId) ?? NOTHING,
    [reports, ticketId],
  );
  const places = useMemo(() => placesTold(others), [others]);
  return { others, places, wanted, want: (reportId) => setAsked({ ticketId, reportId }) };
}

type ContextProps = { id: string; reporter: AskedReporter; open: (id: string) => void };

function TicketContext({ id, reporter, open }: ContextProps) {
  const { t } = useWords();
  const { data: ticket } = useTicketDetail(id);
  const location = ticket?.location ?? null;
  const around = location && { ...pointOf(location), category: ticket?.category ?? null };
  const near = useNear(around);
  if (!ticket) return null;
  const others = (location && near.data ? near.data : []).filter((one) => one.ticket.id !== id);
  const told = ticket.reports.find(({ reporter }) => reporter !== null);
  return (
    <aside className="desk-about" aria-label={t('context.title')}>
      <section aria-label={t('near.title')}>
        <h3>{t('near.title')}</h3>
        {others.length === 0 ? (
          <p className="desk-hint">{t(location === null ? 'context.no-place' : 'context.nothing-near')}</p>
        ) : (
          <NearList near={others} join={null} open={open} />
        )}
      </section>
      {location && <NearSensors at={location} />}
      {told && (
        <ReporterHistory
          report={told}
          others={reporter.others}
          places={reporter.places}
          wanted={reporter.wanted}
          want={() => reporter.want(told.id)}
          open={open}
        />
      )}
    </aside>
  );
}

function pointOf({ lat, lng, accuracyM }: LatLng & { accuracyM: number | null }) {
  return { lat, lng, accuracyM };
}

/** The nearest measuring posts, each with its latest level and what it would take to raise an alarm. */
function NearSensors({ at: { lat, lng } }: { at: LatLng }) {
  const { t, language } = useWords();
  const { sensors } = useCity();
  const { data: levels } = useSensorLevels();
  const nearest = useMemo(
    () =>
      sensors
        .map((sensor) => ({ ...sensor, apartM: distanceM({ lat, lng }, sensor) }))
        .filter(({ apartM }) => apartM <= SENSOR_REACH_M)
        .sort((a, b) => a.apartM - b.apartM)
        .slice(0, SENSORS_SHOWN),
    [sensors, lat, lng],
  );
  if (nearest.length === 0) return null;
  return (
    <section aria-label={t('context.sensors')}>
      <h3>{t('context.sensors')}</h3>
      <ul className="desk-sensors">
        {nearest.map(({ id, name, unit, raiseAt, apartM }) => {
          const level = levels?.get(id);
          return (
            <li key={id} data-alarm={level?.alarm ?? false}>
              <span>{name}</span>
              <strong>
                {level ? formatLevel({ value: level.value, unit }, language) : t('context.no-level')}
              </strong>
              <span>
                {t(level?.alarm ? 'context.alarm' : 'context.raise', {
                  level: formatLevel({ value: raiseAt, unit }, language),
                })}
                {' · '}
                {t('near.distance', { metres: Math.round(apartM) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
