import { useEffect } from 'react';
import type { WallReport, WallSound } from '../../shared/wire/room.ts';
import { useConnection, useLive } from '../live/use-board.ts';
import { pageVersion } from '../session/page-version.ts';
import type { ShownScene } from './scenes.ts';

const EVERY_MS = 10_000;

/** Tells the supervisor's screen how this wall is: when it connects, when something changes, every ten seconds. */
export function useWallReport({ scene, held }: ShownScene, sound: WallSound): void {
  const { room, freshness } = useLive();
  const { state } = useConnection();
  const isConnected = state === 'syncing' || state === 'live';
  useEffect(() => {
    if (!isConnected) return;
    const version = pageVersion();
    const report = () => {
      const said: WallReport = {
        version,
        scene,
        sceneHeld: held,
        sound,
        width: window.innerWidth,
        height: window.innerHeight,
        // Before its first picture a page shows what it has shown since it was opened: nothing.
        pictureAgeMs: Math.round(freshness.read().ageMs ?? performance.now()),
      };
      room.report(said);
    };
    report();
    const timer = setInterval(report, EVERY_MS);
    window.addEventListener('resize', report);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', report);
    };
  }, [room, freshness, isConnected, scene, held, sound]);
}
