import { describe, expect, it } from 'vitest';
import { ROUND, type SceneInputs, sceneToShow } from '../../../client/wall/scenes.ts';

const START = 1_000_000;
const inputs = (fields: Partial<SceneInputs>): SceneInputs => ({
  now: START,
  roundFrom: START,
  choice: null,
  floodSince: null,
  showing: false,
  hasSensors: true,
  hasHeat: true,
  ...fields,
});

describe("a wall's scene", () => {
  it('follows the round: each scene for its time, then from the start', () => {
    let from = START;
    for (const { scene, forMs } of [...ROUND, ...ROUND]) {
      expect(sceneToShow(inputs({ now: from }))).toEqual({ scene, held: false });
      expect(sceneToShow(inputs({ now: from + forMs - 1 })).scene).toBe(scene);
      from += forMs;
    }
  });

  it('leaves out the posts of a city that has none, and the density of a few', () => {
    const whole = ROUND.reduce((sum, { forMs }) => sum + forMs, 0);
    for (let into = 0; into < 2 * whole; into += 1_000)
      for (const without of ['sensors', 'heat'] as const)
        expect(
          sceneToShow(
            inputs({ now: START + into, hasSensors: without !== 'sensors', hasHeat: without !== 'heat' }),
          ).scene,
        ).not.toBe(without);
  });

  it('is the map for a clock that was put back behind the start of the round', () => {
    expect(sceneToShow(inputs({ now: START - 50_000 })).scene).toBe('map');
  });

  it('is what a person chose, until it is released', () => {
    const choice = { scene: 'sensors', at: START } as const;
    expect(sceneToShow(inputs({ now: START + 10 * 3600_000, choice }))).toEqual({
      scene: 'sensors',
      held: true,
    });
  });

  it('is the flood from when it begins, also over what was chosen before, but not over what is chosen then', () => {
    const choice = { scene: 'map', at: START } as const;
    expect(sceneToShow(inputs({ floodSince: START + 5 }))).toEqual({ scene: 'flood', held: false });
    expect(sceneToShow(inputs({ floodSince: START + 5, choice }))).toEqual({ scene: 'flood', held: false });
    expect(sceneToShow(inputs({ floodSince: START - 5, choice }))).toEqual({ scene: 'map', held: true });
  });

  it('has a map while a critical ticket is being shown, whatever was chosen', () => {
    const choice = { scene: 'departments', at: START } as const;
    expect(sceneToShow(inputs({ showing: true, choice }))).toEqual({ scene: 'map', held: true });
    expect(sceneToShow(inputs({ showing: true, floodSince: START })).scene).toBe('flood');
  });
});
