import { useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCityWords } from '../session/city-words.ts';
import { placeName } from '../ticket/place.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { affectedKecamatan } from './flood.ts';
import type { Reading } from './sensor-readings.ts';
import { useFitting } from './use-fitting.ts';
import { WaterLevels } from './water-levels.tsx';

type Props = { flooded: readonly LiveTicket[]; readings: readonly Reading[] };
const AT_MOST = 24;

/** What a room asks while the city is under water: how high, how deep and where, which kecamatan. */
export function FloodScene({ flooded, readings }: Props) {
  return (
    <>
      <WaterLevels readings={readings} />
      <Depths flooded={flooded} />
      <Areas flooded={flooded} />
    </>
  );
}

function Depths({ flooded }: Pick<Props, 'flooded'>) {
  const { t } = useWords();
  const { title } = useCityWords();
  const deepest = useMemo(() => flooded.slice(0, AT_MOST), [flooded]);
  const [list, fitting] = useFitting<HTMLOListElement>(deepest);
  return (
    <section className="wall-panel wall-depths" aria-labelledby="depths">
      <div className="wall-panel-head">
        <h2 id="depths">{t('wall.flood-tickets')}</h2>
        {flooded.length > fitting && <span>{t('wall.more', { count: flooded.length - fitting })}</span>}
      </div>
      {flooded.length === 0 && <p className="wall-none">{t('wall.no-flood-tickets')}</p>}
      <ol ref={list}>
        {deepest.map((ticket) => (
          <li key={ticket.id}>
            <strong>{ticket.facts.depthCm === undefined ? '–' : `${ticket.facts.depthCm} cm`}</strong>
            <SeverityMark priority={ticket.priority} />
            <span className="wall-depth-where">
              {ticket.location?.kelurahan ?? (placeName(ticket.location) || title(ticket))}
            </span>
            <StatusWord status={ticket.status} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Areas({ flooded }: Pick<Props, 'flooded'>) {
  const { t } = useWords();
  const areas = useMemo(() => affectedKecamatan(flooded), [flooded]);
  const [list] = useFitting<HTMLOListElement>(areas);
  const most = Math.max(1, ...areas.map(({ count }) => count));
  return (
    <section className="wall-panel wall-affected" aria-labelledby="affected">
      <h2 id="affected">{t('wall.affected')}</h2>
      <ol ref={list}>
        {areas.map(({ kecamatan, count, deepestCm }) => (
          <li key={kecamatan}>
            <span className="wall-load-name">{kecamatan}</span>
            <span className="wall-load-over">
              {deepestCm !== null && t('wall.deepest', { depth: deepestCm })}
            </span>
            <strong>{count}</strong>
            <span className="wall-bar" aria-hidden>
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
