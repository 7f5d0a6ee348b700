import { useEffect, useState } from 'react';
import { useLive } from '../live/use-board.ts';

/**
 * The server's clock as far as it is known, in ms, read again every second on the second: deadlines are
 * counted against it, not against whatever clock a kiosk has.
 */
export function useServerNow(): number {
  const { freshness } = useLive();
  const [now, setNow] = useState(() => freshness.serverNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const read = freshness.serverNow();
      setNow(read);
      timer = setTimeout(tick, 1_000 - (read % 1_000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [freshness]);
  return now;
}
