import { bytesOf, type Delivery } from './delivery.ts';

/** One value a post measured; `at` in ms since the epoch. */
export type Reading = { senmlName: string; unit: string; value: number; at: number };

/** Readings as one SenML pack (RFC 8428), the way a gateway collects those of its posts. */
export function senmlPack(readings: Reading[]): Delivery {
  return {
    door: 'sensors',
    path: '/channels/sensors/readings',
    proof: 'channel-token',
    headers: { 'content-type': 'application/senml+json' },
    body: bytesOf(JSON.stringify(readings.map(senmlRecord))),
    externalIds: readings.map(({ senmlName, at }) => `${senmlName}@${new Date(at).toISOString()}`),
  };
}

/** Base name and name are split at the last colon, base time and time at the whole second. */
function senmlRecord({ senmlName, unit, value, at }: Reading): object {
  const colon = senmlName.lastIndexOf(':') + 1;
  const wholeSecond = Math.floor(at / 1000);
  return {
    bn: senmlName.slice(0, colon),
    bt: wholeSecond,
    n: senmlName.slice(colon),
    t: (at - wholeSecond * 1000) / 1000,
    u: unit,
    v: Math.round(value * 100) / 100,
  };
}
