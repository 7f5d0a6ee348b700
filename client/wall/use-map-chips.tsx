import { useMemo } from 'react';
import { formatLevel } from '../../shared/ticket/title.ts';
import type { CityView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { Scene } from '../../shared/wire/room.ts';
import type { MapChip } from '../map/chips-on-map.tsx';
import type { LayerTicket } from '../map/ticket-layer.ts';
import { useCity } from '../session/city-words.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { CriticalCard } from './critical-card.tsx';
import type { Reading } from './sensor-readings.ts';

/** Of the marks' sizes, in units: a calling one with its halo, a post. */
const CALLING_REACH = 1.5;
const POST_REACH = 0.45;
/** So many critical tickets say on the map what they are; the list says the rest. */
const SPOKEN = 4;

type Inputs = {
  scene: Scene;
  showing: LiveTicket | null;
  readings: readonly Reading[];
  tilesReached: boolean;
  marks: readonly LayerTicket[];
  unitPx: number;
};

/** The words on the map, the most important first: the critical ticket's card, the other calls, the posts, the river. */
export function useMapChips({ scene, showing, readings, tilesReached, marks, unitPx }: Inputs): MapChip[] {
  const city = useCity();
  const { language } = useWords();
  const card = useMemo(() => (showing === null ? [] : cardChip(showing, unitPx)), [showing, unitPx]);
  const showingId = showing?.id;
  const callKey = marks
    .filter(({ calling, id }) => calling && id !== showingId)
    .slice(0, SPOKEN)
    .map(({ id, lat, lng, title }) => JSON.stringify({ id, lat, lng, title }))
    .join('\n');
  const calls = useMemo(() => callChips(callKey, unitPx), [callKey, unitPx]);
  const posts = useMemo(
    () =>
      readings.map((reading) =>
        postChip(reading, unitPx, language, scene === 'sensors' || scene === 'flood'),
      ),
    [readings, unitPx, language, scene],
  );
  const isDrawn = city.tileUrl === null || !tilesReached;
  const rivers = useMemo(() => (isDrawn ? riverChips(city) : []), [isDrawn, city]);
  return useMemo(() => [...card, ...calls, ...posts, ...rivers], [card, calls, posts, rivers]);
}

function cardChip(ticket: LiveTicket, unitPx: number): MapChip[] {
  if (ticket.location === null) return [];
  const { lat, lng } = ticket.location;
  const content = <CriticalCard ticket={ticket} />;
  return [
    {
      key: 'card',
      lat,
      lng,
      content,
      className: 'wall-chip-card',
      reach: CALLING_REACH * unitPx,
      must: true,
    },
  ];
}

function callChips(callKey: string, unitPx: number): MapChip[] {
  if (callKey === '') return [];
  return callKey.split('\n').map((line) => {
    const { id, lat, lng, title } = JSON.parse(line) as LayerTicket;
    const reach = CALLING_REACH * unitPx;
    return { key: id, lat, lng, content: title, className: 'wall-chip-call', reach };
  });
}

function postChip(
  { post, level, severity, fill }: Reading,
  unitPx: number,
  language: 'id' | 'en',
  named: boolean,
): MapChip {
  const value = level ? formatLevel({ value: level.value, unit: post.unit }, language) : '–';
  const content = (
    <>
      <Tube fill={fill} />
      {severity && <SeverityMark priority={severity} />}
      {named && <span>{post.name}</span>}
      <b>{value}</b>
    </>
  );
  return {
    key: `post-${post.id}`,
    lat: post.lat,
    lng: post.lng,
    content,
    className: `wall-chip-post wall-chip-post-${severity ?? 'calm'}`,
    reach: POST_REACH * unitPx,
    must: severity !== undefined,
  };
}

/** A gauge by its shape; how full is to scale. */
function Tube({ fill }: { fill: number }) {
  const high = 15 * Math.min(1, fill);
  return (
    <svg viewBox="0 0 10 20" width="0.6em" height="1.2em" aria-hidden>
      <rect
        x="1.2"
        y="1.2"
        width="7.6"
        height="17.6"
        rx="3.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
      <rect x="3.4" y={17 - high} width="3.2" height={high} rx="1.4" fill="currentColor" />
    </svg>
  );
}

/** The name of the city's longest river, at its middle: who knows the city knows by it where they are. */
function riverChips({ lines }: CityView): MapChip[] {
  const [longest] = lines
    .filter(({ kind }) => kind === 'river')
    .toSorted((a, b) => b.points.length - a.points.length);
  const middle = longest?.points[Math.floor(longest.points.length * 0.75)];
  if (!longest || !middle) return [];
  const [lat, lng] = middle;
  return [
    { key: 'river', lat, lng, content: longest.name, className: 'wall-chip-river', reach: 0, loose: true },
  ];
}
