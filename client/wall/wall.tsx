import { lazy, Suspense, useMemo, useState } from 'react';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { RoomState } from '../../shared/wire/room.ts';
import { useConnection, useRoom } from '../live/use-board.ts';
import { useCity } from '../session/city-words.ts';
import { OldPictureBand } from '../session/freshness-mark.tsx';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useWords } from '../ui/use-words.ts';
import { ChannelPanel } from './channel-panel.tsx';
import { CriticalCard } from './critical-card.tsx';
import { DepartmentLoads } from './department-loads.tsx';
import { DepartmentsScene } from './departments-scene.tsx';
import { affectedKecamatan, floodTickets } from './flood.ts';
import { FloodScene } from './flood-scene.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useLevelHistory } from './level-history.ts';
import { NeedsHand } from './needs-hand.tsx';
import { NewestReports } from './newest-reports.tsx';
import { Ribbons } from './ribbons.tsx';
import { alarmCount, useReadings } from './sensor-readings.ts';
import { SensorsScene } from './sensors-scene.tsx';
import { StageFoot } from './stage-foot.tsx';
import { useAttention } from './use-attention.ts';
import { useMapHold } from './use-map-hold.ts';
import { useNewVersion } from './use-new-version.ts';
import { useRecovery } from './use-recovery.ts';
import { useScene } from './use-scene.ts';
import { useSound } from './use-speaker.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { useWallLayout } from './use-wall-layout.ts';
import { useWallReport } from './use-wall-report.ts';
import { WallHeader } from './wall-header.tsx';
import { warnedAreas } from './warnings.ts';
import { WaterLevels } from './water-levels.tsx';

/** Comes after the first paint: what needs a hand is read before the map is there. */
const WallMap = lazy(() => import('./wall-map.tsx').then((m) => ({ default: m.WallMap })));

/** So many open tickets have a density. */
const WORTH_HEAT = 25;

const NO_ROOM: RoomState = { flood: null, pins: [], warnings: [], channels: [] };

/** The whole picture: the city edge to edge, and around it what somebody has to look at. */
export function Wall() {
  const city = useCity();
  const { t } = useWords();
  const { tickets, done, seq } = useSampledBoard();
  const known = seq !== null;
  const room = useRoom() ?? NO_ROOM;
  const { sound, speaker } = useSound();
  const open = useMemo(() => [...tickets.values()], [tickets]);
  const flooded = useMemo(() => floodTickets(open, city.floodCategories), [open, city]);
  const readings = useReadings();
  const history = useLevelHistory(readings);
  const hold = useMapHold();
  const { showing, calling } = useAttention(open, known, speaker);
  const shown = useScene({
    floodSince: room.flood === null ? null : Date.parse(room.flood.since),
    showing: showing !== null,
    hasSensors: city.sensors.length > 0,
    hasHeat: open.length >= WORTH_HEAT,
    mapHeld: hold.heldAt !== null,
  });
  const { scene } = shown;
  const [heatAsked, setHeat] = useState(false);
  const heat = heatAsked || scene === 'heat';
  const [tilesReached, setTilesReached] = useState(true);
  const [stage, layout] = useWallLayout<HTMLDivElement>();
  const shaded = useShaded(room, flooded, scene === 'flood');
  const onMap = useOnMap(open, flooded, scene === 'flood');
  const keys = useWallKeys({ choose: shown.choose, hold, setHeat, speaker });
  useWallReport(shown, sound);
  useRecovery();
  useNewVersion(!calling && showing === null);
  const pinned = room.pins.find((pin) => pin.kind === 'ticket');
  return (
    <main className="wall" data-scene={scene}>
      <h1 className="visually-hidden">{t('wall.title')}</h1>
      <Suspense fallback={<div className="wall-map" />}>
        {layout && (
          <WallMap
            tickets={onMap}
            scene={scene}
            showing={showing}
            pinnedId={pinned?.kind === 'ticket' ? pinned.ticketId : null}
            readings={readings}
            shaded={shaded}
            heat={heat}
            layout={layout}
            hold={hold}
            tilesReached={tilesReached}
            onTiles={setTilesReached}
          />
        )}
      </Suspense>
      <WallHeader
        tickets={open}
        done={done}
        alarms={city.sensors.length > 0 ? alarmCount(readings) : null}
        known={known}
      />
      <div className="wall-top">
        <RefusedBand />
        <OldPictureBand />
        <Ribbons room={room} tickets={tickets} />
      </div>
      <div className="wall-left">
        {(scene === 'map' || scene === 'heat') && (
          <>
            <DepartmentLoads tickets={open} known={known} />
            <WaterLevels readings={readings} />
          </>
        )}
        {scene === 'sensors' && <SensorsScene readings={readings} history={history} />}
        {scene === 'flood' && <FloodScene flooded={flooded} readings={readings} />}
        {scene === 'departments' && <DepartmentsScene tickets={open} />}
      </div>
      <div className="wall-stage" ref={stage}>
        {showing?.location === null && <CriticalCard ticket={showing} />}
      </div>
      <StageFoot
        shown={shown}
        hold={hold}
        tilesReached={tilesReached}
        heat={heat}
        onChoose={shown.choose}
        onHelp={keys.openHelp}
      />
      <NeedsHand tickets={open} known={known} />
      <div className="wall-foot">
        <NewestReports tickets={open} known={known} />
        <ChannelPanel pulses={room.channels} />
      </div>
      {keys.helpOpen && <KeysHelp keys={keys.list} onClose={keys.closeHelp} />}
    </main>
  );
}

/** The token was revoked while the wall stood. */
function RefusedBand() {
  const { t } = useWords();
  const { refusal } = useConnection();
  if (refusal === null || refusal === 'unavailable') return null;
  return (
    <div className="old-band" role="alert">
      {t('wall.token-refused')}
    </div>
  );
}

/** What the map shades: warnings; in a flood where the water is, too. */
function useShaded(
  { warnings }: RoomState,
  flooded: readonly LiveTicket[],
  isFlood: boolean,
): ReadonlyMap<string, Priority> {
  const key = JSON.stringify([
    ...[...warnedAreas(warnings)],
    ...(isFlood ? affectedKecamatan(flooded).map(({ kecamatan }) => [kecamatan, 'normal']) : []),
  ]);
  return useMemo(() => {
    const areas = new Map<string, Priority>();
    for (const [name, priority] of JSON.parse(key) as [string, Priority][])
      if (!areas.has(name)) areas.set(name, priority);
    return areas;
  }, [key]);
}

/** A flood's map shows the water, and what calls. */
function useOnMap(
  open: readonly LiveTicket[],
  flooded: readonly LiveTicket[],
  isFlood: boolean,
): readonly LiveTicket[] {
  return useMemo(() => {
    if (!isFlood) return open;
    const wet = new Set(flooded);
    return open.filter((ticket) => wet.has(ticket) || ticket.priority === 'critical');
  }, [open, flooded, isFlood]);
}
