import { useCallback, useEffect, useState } from 'react';
import { holdLeftMs } from '../map/hold.ts';

const LOOK_EVERY_MS = 1_000;

export type MapHold = {
  /** When a person moved the map last, ms of this machine's clock; null where it moves by itself. */
  heldAt: number | null;
  touch: () => void;
  release: () => void;
};

/** Whether a person has put the map where it is. */
export function useMapHold(): MapHold {
  const [heldAt, setHeldAt] = useState<number | null>(null);
  useEffect(() => {
    if (heldAt === null) return;
    const timer = setInterval(
      () => holdLeftMs(heldAt, Date.now()) === 0 && setHeldAt(null),
      LOOK_EVERY_MS / 4,
    );
    return () => clearInterval(timer);
  }, [heldAt]);
  const touch = useCallback(() => setHeldAt(Date.now()), []);
  const release = useCallback(() => setHeldAt(null), []);
  return { heldAt, touch, release };
}
