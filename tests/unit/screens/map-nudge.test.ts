import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nudgeOff } from '../../../client/map/nudge.ts';

const point = fc.integer({ min: 0, max: 500 });
const disc = fc.record({ x: point, y: point, radius: fc.integer({ min: 10, max: 40 }) });
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

test('a cluster makes room for a call, and goes no farther than its own width', () => {
  fc.assert(
    fc.property(disc, disc, (cluster, call) => {
      const moved = nudgeOff(cluster, [call]);
      const clear = apart(moved, call) >= cluster.radius + call.radius - 1e-6;
      const far = apart(moved, cluster) >= 2 * cluster.radius - 1e-6;
      expect(clear || far).toBe(true);
      expect(apart(moved, cluster)).toBeLessThanOrEqual(2 * cluster.radius + 1e-6);
    }),
  );
});

test('a cluster that is in nobody’s way stays where it is', () => {
  const cluster = { x: 100, y: 100, radius: 20 };
  expect(nudgeOff(cluster, [{ x: 200, y: 100, radius: 30 }])).toEqual({ x: 100, y: 100 });
});
