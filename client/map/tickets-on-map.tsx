import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useWords } from '../ui/use-words.ts';
import type { Box } from './place-labels.ts';
import { createTicketLayer, type LayerTicket } from './ticket-layer.ts';

/** How often at most the marks are put again while tickets keep changing; seldomer where that takes long. */
const REDRAW_MS = 250;
/** Of the time, at most one part in so many goes into putting marks. */
const REST = 12;

type Props = {
  tickets: readonly LayerTicket[];
  selectedId?: string | null;
  unitPx: number;
  interactive: boolean;
  onSelect?: ((id: string) => void) | undefined;
  onDrawn?: ((boxes: Box[]) => void) | undefined;
};

/** The tickets on the map around it. */
export function TicketsOnMap(props: Props) {
  const { tickets, selectedId = null, unitPx, interactive, onSelect, onDrawn } = props;
  const map = useMap();
  const { t } = useWords();
  const latest = useRef({ tickets, selectedId, onSelect, onDrawn });
  const redraw = useRef<() => void>(() => {});
  useEffect(() => {
    latest.current = { tickets, selectedId, onSelect, onDrawn };
    redraw.current();
  });
  useEffect(() => {
    const layer = createTicketLayer(map, {
      unitPx,
      interactive,
      clusterLabel: ({ count, worst }) => t('map.cluster', { count, priority: t(`priority.${worst}`) }),
      onSelect: (id) => latest.current.onSelect?.(id),
      onDrawn: (boxes) => latest.current.onDrawn?.(boxes),
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = REDRAW_MS;
    const drawNow = () => {
      clearTimeout(timer);
      timer = undefined;
      const began = performance.now();
      layer.draw(latest.current.tickets, latest.current.selectedId);
      pauseMs = Math.max(REDRAW_MS, REST * (performance.now() - began));
    };
    redraw.current = () => {
      timer ??= setTimeout(drawNow, pauseMs);
    };
    drawNow();
    map.on('zoomend moveend resize', drawNow);
    return () => {
      clearTimeout(timer);
      map.off('zoomend moveend resize', drawNow);
      layer.remove();
    };
  }, [map, unitPx, interactive, t]);
  return null;
}
