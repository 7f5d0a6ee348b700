import { useEffect, useMemo, useRef, useState } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useLive } from '../live/use-board.ts';
import { isUnacknowledgedCritical } from '../ticket/deadline.ts';
import { type Attention, type Call, NOTHING_SEEN, stepAttention } from './attention.ts';
import type { Speaker } from './speaker.ts';

/** Across a reload of the page: a screen announces a ticket once. */
const KEPT_AS = 'live-room.wall-announced';
const STEP_MS = 1_000;
/** High tickets come in by the dozen in a storm; their soft note does not. */
const HIGH_TONE_EVERY_MS = 30_000;

export type ShownCritical = {
  /** The critical ticket that is being shown, as it is now. */
  showing: LiveTicket | null;
  /** Some critical ticket waits for its acknowledgement. */
  calling: boolean;
};

/** Announces new critical tickets, one after the other, with a tone each once per screen. */
export function useAttention(
  open: readonly LiveTicket[],
  known: boolean,
  speaker: Speaker | null,
): ShownCritical {
  const { freshness } = useLive();
  const [attention, setAttention] = useState<Attention>(keptAttention);
  const calls = useMemo(
    () =>
      open
        .filter(isUnacknowledgedCritical)
        .map(({ id, createdAt }): Call => ({ id, createdAt: Date.parse(createdAt) })),
    [open],
  );
  const latest = useRef({ attention, calls, speaker });
  useEffect(() => {
    latest.current = { ...latest.current, calls, speaker };
    if (!known) return;
    const step = () => {
      const { attention: before, calls: now, speaker: voice } = latest.current;
      const { state, sounded } = stepAttention(before, now, freshness.serverNow());
      if (sounded.length > 0) voice?.announce('critical');
      if (state === before) return;
      latest.current.attention = state;
      keep(state);
      setAttention(state);
    };
    step();
    const timer = setInterval(step, STEP_MS);
    return () => clearInterval(timer);
  }, [calls, speaker, known, freshness]);
  useHighTone(speaker);
  const id = attention.showing?.id;
  const showing = useMemo(() => open.find((ticket) => ticket.id === id) ?? null, [open, id]);
  return { showing, calling: calls.length > 0 };
}

function useHighTone(speaker: Speaker | null): void {
  const { board } = useLive();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    return board.onChanges((changes) => {
      const isNew = changes.some(
        ({ type, ticket }) => type === 'ticket.opened' && ticket.priority === 'high',
      );
      if (!isNew || performance.now() - last < HIGH_TONE_EVERY_MS) return;
      last = performance.now();
      speaker?.announce('high');
    });
  }, [board, speaker]);
}

function keptAttention(): Attention {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null');
    return Array.isArray(kept) ? { ...NOTHING_SEEN, announced: kept.map(String) } : NOTHING_SEEN;
  } catch {
    return NOTHING_SEEN;
  }
}

function keep({ announced }: Attention): void {
  sessionStorage.setItem(KEPT_AS, JSON.stringify(announced));
}
