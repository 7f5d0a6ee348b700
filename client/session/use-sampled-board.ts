import { useEffect, useState } from 'react';
import type { BoardState } from '../live/board.ts';
import { useLive } from '../live/use-board.ts';

/** Fast enough for eyes, slow enough for ten thousand tickets. */
const SAMPLE_MS = 250;

/** The board, read at most four times a second however fast it changes. */
export function useSampledBoard(): BoardState {
  const { board } = useLive();
  const [sample, setSample] = useState(board.getSnapshot);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      setSample(board.getSnapshot());
    };
    read();
    const stop = board.subscribe(() => {
      timer ??= setTimeout(read, SAMPLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [board]);
  return sample;
}
