import { useCallback, useMemo, useState } from 'react';
import { countDoneToday } from '../../shared/ticket/done.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useConnection } from '../live/use-board.ts';
import { AreaNames } from '../map/area-names.tsx';
import { CityMap } from '../map/city-map.tsx';
import type { Box } from '../map/place-labels.ts';
import { TicketsOnMap } from '../map/tickets-on-map.tsx';
import { useCity, useCityWords } from '../session/city-words.ts';
import { OldPictureBand } from '../session/freshness-mark.tsx';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { toMapTickets } from '../ticket/map-tickets.ts';
import { useWords } from '../ui/use-words.ts';
import { DepartmentLoads } from './department-loads.tsx';
import { NeedsHand } from './needs-hand.tsx';
import { NewestReports } from './newest-reports.tsx';
import { useWallLayout } from './use-wall-layout.ts';
import { WallHeader } from './wall-header.tsx';
import { WaterLevels } from './water-levels.tsx';

/** The whole picture: the city edge to edge, and around it what somebody has to look at. */
export function Wall() {
  const now = useServerNow();
  const { timeZone } = useCity();
  const { tickets, done, seq } = useSampledBoard();
  const open = useMemo(() => [...tickets.values()], [tickets]);
  const [tilesReached, setTilesReached] = useState(true);
  const [held, setHeld] = useState(false);
  const known = seq !== null;
  const { t } = useWords();
  const { refusal } = useConnection();
  return (
    <main className="wall">
      <h1 className="visually-hidden">{t('wall.title')}</h1>
      <WallMap tickets={open} onTiles={setTilesReached} onHold={setHeld} />
      <WallHeader
        tickets={open}
        doneCount={countDoneToday(done.values(), now, timeZone)}
        now={now}
        known={known}
      />
      <div className="wall-bands">
        {refusal !== null && refusal !== 'unavailable' && (
          <div className="old-band" role="alert">
            {t('wall.token-refused')}
          </div>
        )}
        <OldPictureBand />
      </div>
      <MapRemarks tilesReached={tilesReached} held={held} />
      <div className="wall-left">
        <DepartmentLoads tickets={open} now={now} known={known} />
        <WaterLevels />
      </div>
      <NeedsHand tickets={open} now={now} known={known} />
      <NewestReports tickets={open} known={known} />
    </main>
  );
}

function WallMap({
  tickets,
  onTiles,
  onHold,
}: {
  tickets: readonly LiveTicket[];
  onTiles: (reached: boolean) => void;
  onHold: (held: boolean) => void;
}) {
  const city = useCity();
  const { title } = useCityWords();
  const { padding, frame, unitPx } = useWallLayout();
  const [boxes, setBoxes] = useState<Box[]>([]);
  const marks = useMemo(() => toMapTickets(tickets, title), [tickets, title]);
  const drawn = useCallback((next: Box[]) => setBoxes(next), []);
  return (
    <div className="wall-map">
      <CityMap city={city} padding={padding} onTiles={onTiles} onHold={onHold}>
        <TicketsOnMap tickets={marks} unitPx={unitPx} interactive={false} callouts={frame} onDrawn={drawn} />
        <AreaNames city={city} boxes={boxes} sizePx={unitPx} />
      </CityMap>
    </div>
  );
}

/** What should be known about the map itself, in one quiet line. */
function MapRemarks({ tilesReached, held }: { tilesReached: boolean; held: boolean }) {
  const { t } = useWords();
  const city = useCity();
  const approximate = city.cells.some((cell) => cell.approximate);
  const remarks = [
    held && t('wall.held'),
    city.tileUrl !== null && !tilesReached && t('wall.no-tiles'),
    approximate && t('wall.approximate'),
  ].filter((remark) => remark !== false);
  return <p className="wall-remarks">{remarks.join(' · ')}</p>;
}
