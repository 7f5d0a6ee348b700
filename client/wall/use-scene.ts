import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../shared/wire/room.ts';
import { useLive } from '../live/use-board.ts';
import { type SceneChoice, type ShownScene, sceneToShow } from './scenes.ts';

/** Across a reload of the page: a new version is no reason to let a chosen scene go. */
const KEPT_AS = 'live-room.wall-scene';
const LOOK_EVERY_MS = 500;

type Inputs = {
  floodSince: number | null;
  showing: boolean;
  hasSensors: boolean;
  hasHeat: boolean;
  /** Somebody has their hands on the map. */
  mapHeld: boolean;
};

/** The scene that stands now, and how to choose one (`null`: the round again). */
export function useScene(inputs: Inputs): ShownScene & { choose: (scene: Scene | null) => void } {
  const { freshness, room } = useLive();
  const [shown, setShown] = useState<ShownScene>({ scene: 'map', held: false });
  const state = useRef({ choice: keptChoice(), roundFrom: freshness.serverNow() });
  const look = useRef<() => void>(() => {});
  const { floodSince, showing, hasSensors, hasHeat, mapHeld } = inputs;
  useEffect(() => {
    look.current = () => {
      const now = freshness.serverNow();
      const { choice } = state.current;
      // Whatever keeps the map up, the round begins with it afterwards.
      if (showing || mapHeld || choice !== null || floodSince !== null) state.current.roundFrom = now;
      // The clock of another server, or the first that is known, may be far from the one before.
      if (state.current.roundFrom > now) state.current.roundFrom = now;
      const next = sceneToShow({ ...state.current, now, floodSince, showing, hasSensors, hasHeat });
      setShown((before) => (before.scene === next.scene && before.held === next.held ? before : next));
    };
    look.current();
    const timer = setInterval(() => look.current(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [freshness, floodSince, showing, hasSensors, hasHeat, mapHeld]);
  const choose = useCallback(
    (scene: Scene | null) => {
      state.current.choice = scene === null ? null : { scene, at: freshness.serverNow() };
      state.current.roundFrom = freshness.serverNow();
      if (state.current.choice === null) sessionStorage.removeItem(KEPT_AS);
      else sessionStorage.setItem(KEPT_AS, JSON.stringify(state.current.choice));
      look.current();
    },
    [freshness],
  );
  useEffect(
    () => room.onOrder((order) => (order.kind === 'reload' ? location.reload() : choose(order.scene))),
    [room, choose],
  );
  return { ...shown, choose };
}

function keptChoice(): SceneChoice | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null') as SceneChoice | null;
  } catch {
    return null;
  }
}
