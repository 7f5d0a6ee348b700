import { randomUUID } from 'node:crypto';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { ParsedReport, ReportedLocation } from '../../shared/report/report.ts';

/** A report of a flood in a WhatsApp message with a pin, except for what is given. */
export function buildReport(given: Partial<ParsedReport> = {}): ParsedReport {
  return {
    channel: 'whatsapp',
    externalId: `wamid.${randomUUID()}`,
    text: 'Banjir selutut di depan pasar',
    occurredAt: '2026-03-01T10:00:00.000Z',
    reporter: { name: 'Budi', accountId: `ID.${randomUUID().slice(0, 8)}` },
    location: buildPin(),
    raw: {},
    ...given,
  };
}

/** A pin at the city's centre, moved by so many metres. */
export function buildPin(moved: { north?: number; east?: number } = {}): ReportedLocation {
  const { lat, lng } = tangerang.centre;
  const { north = 0, east = 0 } = moved;
  return { lat: lat + north / 111_195, lng: lng + east / 110_550, accuracyM: null, source: 'pin' };
}

/** A call as its first event brings it: nothing but a number. */
export function buildCall(given: Partial<ParsedReport> = {}): ParsedReport {
  return buildReport({
    channel: '112',
    externalId: `call-${randomUUID()}`,
    text: '',
    reporter: { phone: '+628111222333' },
    location: null,
    ...given,
  });
}

/** One reading of the post with this id. */
export function buildReading(postId: string, value: number, at: string): ParsedReport {
  const post = tangerang.sensors.find(({ id }) => id === postId);
  if (!post) throw new Error(`no post ${postId}`);
  return buildReport({
    channel: 'sensor',
    externalId: `${post.senmlName}@${at}`,
    text: '',
    occurredAt: at,
    reporter: null,
    location: null,
    measurement: { name: post.senmlName, unit: post.unit, value, at },
  });
}
