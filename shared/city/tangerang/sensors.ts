import type { SensorPost } from '../city-pack.ts';

/**
 * The city's nine water posts. Positions are approximate, by the posts' names; levels are metres above the
 * post's own zero. In dry weather the posts read 0.6 to 1.2 m; an administrator sets the real thresholds.
 */
export const sensors: SensorPost[] = [
  post('pondok-arum', 'Pondok Arum', -6.1655, 106.6095, [2.0, 2.5, 1.8]),
  post('ddn-karang-tengah', 'DDN Karang Tengah', -6.2085, 106.7015, [1.9, 2.4, 1.7]),
  post('sarakan', 'Pintu Air Sarakan', -6.1362, 106.6215, [2.2, 2.8, 2.0]),
  post('alamanda', 'Jembatan Alamanda Periuk', -6.1635, 106.5955, [2.0, 2.5, 1.8]),
  post('galeong', 'Galeong Karawaci', -6.1775, 106.6108, [2.1, 2.6, 1.8]),
  post('polor', 'Polor Cipondoh', -6.1835, 106.6985, [1.9, 2.4, 1.6]),
  post('duren-villa', 'Duren Villa Larangan', -6.2275, 106.7225, [2.0, 2.5, 1.8]),
  post('nusa-jaya', 'Embung Nusa Jaya', -6.1985, 106.6165, [1.8, 2.3, 1.6]),
  post('taman-cipulir', 'Taman Cipulir Estate', -6.2468, 106.7412, [2.0, 2.6, 1.7]),
];

function post(
  id: string,
  name: string,
  lat: number,
  lng: number,
  [raiseAt, criticalAt, clearAt]: [raiseAt: number, criticalAt: number, clearAt: number],
): SensorPost {
  const rule = { categoryCode: 'high-water', raiseAt, criticalAt, clearAt };
  return { id, name, lat, lng, senmlName: `urn:dev:tlr:water:${id}:level`, unit: 'm', rule };
}
