import type { IncomingReport } from '../../intake/incoming.ts';
import { AppError } from '../../platform/errors.ts';
import { resolveSenml, type SenmlRecord } from './senml.ts';

/** A reading farther ahead is a wrong clock, and would hide all true readings until then. */
const AHEAD_MS = 60 * 60_000;

/**
 * The reports of a SenML pack, one a measurement. What is no number, or from the future, is kept and set aside.
 * `isRelative`: at least one has no time of its own, but one counted from now.
 * Throws 400 naming every fault: a pack is taken whole or not at all.
 */
export function parseReadings(
  pack: unknown,
  now: number,
): { reports: IncomingReport[]; isRelative: boolean } {
  const { records, faults } = resolveSenml(pack, now);
  if (faults.length > 0) {
    const detail = faults.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
    throw new AppError('invalid', { detail, errors: faults });
  }
  return {
    reports: records.map((record) => toReport(record, now)),
    isRelative: records.some((record) => record.isRelative),
  };
}

function toReport(record: SenmlRecord, now: number): IncomingReport {
  const { name, unit, value } = record;
  const at = new Date(record.at).toISOString();
  const setAside = reasonAgainst(record, now);
  return {
    channel: 'sensor',
    externalId: `${name}@${at}`,
    text: '',
    occurredAt: at,
    reporter: null,
    location: null,
    ...(typeof value === 'number' ? { measurement: { name, unit, value, at } } : {}),
    ...(setAside === null ? {} : { setAside }),
    raw: record,
  };
}

function reasonAgainst({ value, at }: SenmlRecord, now: number): string | null {
  if (typeof value !== 'number') return 'not a number';
  return at > now + AHEAD_MS ? 'from the future' : null;
}
