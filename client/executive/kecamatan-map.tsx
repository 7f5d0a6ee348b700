import { useMemo } from 'react';
import { tellCount, tellFigure } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { ticketsPath } from './asked.ts';
import { drawKecamatan } from './draw-kecamatan.ts';
import { WayToTickets } from './way-to-tickets.tsx';

/** Of the darkest kecamatan, how much ink is in its grey: a figure must be read on it. */
const MOST_INK = 42;

/** The city's kecamatan, the darker the more deadlines were missed there; the figure stands in each. */
export function KecamatanMap({ insight }: { insight: InsightAnswer }) {
  const words = useWords();
  const { t } = words;
  const { cells } = useCity();
  const { areas, borders, viewBox, unit } = useMemo(() => drawKecamatan(cells), [cells]);
  const figures = new Map(insight.groups.kecamatan.map(({ code, current }) => [code, current]));
  const missed = (name: string) => figures.get(name)?.breached ?? 0;
  const most = Math.max(1, ...areas.map(({ name }) => missed(name)));
  return (
    <figure className="exec-map">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the caption is its title; each part of it is a link with a name. */}
      <svg viewBox={viewBox}>
        {areas.map(({ name, path }) => {
          const of = figures.get(name);
          const told = `${name}: ${tellCount(missed(name), words)} (${tellFigure('onTime', of?.onTime ?? null, words)} ${t('kpi.onTime').toLowerCase()})`;
          return (
            <WayToTickets
              key={name}
              as="g"
              to={ticketsPath(insight, 'resolve_breached', { kecamatan: name })}
              aria-label={told}
            >
              <title>{told}</title>
              <path
                d={path}
                style={{
                  fill: `color-mix(in srgb, var(--ink) ${Math.round((MOST_INK * missed(name)) / most)}%, var(--map-cell))`,
                }}
              />
            </WayToTickets>
          );
        })}
        <path d={borders} className="exec-map-border" />
        {areas.map(({ name, at }) => (
          <g key={name} aria-hidden>
            <text x={at[0]} y={at[1] + unit * 0.6} fontSize={unit * 6.4} className="exec-map-figure">
              {tellCount(missed(name), words)}
            </text>
            <text x={at[0]} y={at[1] + unit * 4} fontSize={unit * 3.5}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="exec-small">
        {t('executive.map')}. {cells.some(({ approximate }) => approximate) && t('executive.map-approximate')}
      </figcaption>
    </figure>
  );
}
