import type { Scene } from '../../shared/wire/room.ts';

/** How long each scene of the round stays, in this order. */
export const ROUND: readonly { scene: Scene; forMs: number }[] = [
  { scene: 'map', forMs: 120_000 },
  { scene: 'departments', forMs: 20_000 },
  { scene: 'sensors', forMs: 20_000 },
  { scene: 'heat', forMs: 20_000 },
];

/** A scene that a person chose, by a key or from the supervisor's screen. `at` in server time, ms. */
export type SceneChoice = { scene: Scene; at: number };

export type SceneInputs = {
  now: number;
  /** When the round began, or last had to wait. */
  roundFrom: number;
  choice: SceneChoice | null;
  /** Since when the room is in flood mode. */
  floodSince: number | null;
  /** A new critical ticket is being shown: it needs the map. */
  showing: boolean;
  /** A city without measuring posts has no such scene. */
  hasSensors: boolean;
  /** Of a few tickets there is no density worth a look. */
  hasHeat: boolean;
};

/** `held`: chosen by somebody instead of by the round or by a flood. */
export type ShownScene = { scene: Scene; held: boolean };

/**
 * Which scene stands. What a person chose stands until it is released, except that a flood that begins later
 * takes over; then the flood; then the round. A critical ticket is never shown without the map.
 */
export function sceneToShow(inputs: SceneInputs): ShownScene {
  const { choice, floodSince, showing } = inputs;
  const held = choice !== null && (floodSince === null || choice.at >= floodSince);
  const wanted = held ? choice.scene : floodSince === null ? ofRound(inputs) : 'flood';
  return { scene: showing && wanted === 'departments' ? 'map' : wanted, held };
}

function ofRound({ now, roundFrom, hasSensors, hasHeat }: SceneInputs): Scene {
  const round = ROUND.filter(
    ({ scene }) => (hasSensors || scene !== 'sensors') && (hasHeat || scene !== 'heat'),
  );
  const whole = round.reduce((sum, { forMs }) => sum + forMs, 0);
  let into = Math.max(0, now - roundFrom) % whole;
  for (const { scene, forMs } of round) {
    if (into < forMs) return scene;
    into -= forMs;
  }
  return 'map';
}
