import { isPlausibleTime } from '../../platform/plausible-time.ts';
import { isRecord, type JsonRecord } from '../lenient.ts';

/**
 * A SenML record after resolution (RFC 8428, section 4.6). `at`: Unix milliseconds. `value`: of whatever kind; a
 * number only where the record has `v`.
 */
export type SenmlRecord = {
  name: string;
  unit: string;
  at: number;
  /** Its time was given relative to now. */
  isRelative: boolean;
  value: number | string | boolean | { data: string } | null;
  sum: number | null;
  /** The record as it came, without what earlier ones have set for it. */
  raw: unknown;
};

export type SenmlFault = { field: string; message: string };
export type SenmlResult = { records: SenmlRecord[]; faults: [] } | { records: []; faults: SenmlFault[] };

/** Smaller times (in seconds, 2^28) are relative to now. */
const RELATIVE_BELOW_S = 268_435_456;
const VERSION = 10;
const MOST_RECORDS = 5000;
const LONGEST_NAME = 300;
const NAME = /^[A-Za-z0-9][A-Za-z0-9\-:./_]*$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;

const KINDS: Record<string, 'string' | 'number' | 'boolean'> = {
  bn: 'string',
  bu: 'string',
  n: 'string',
  u: 'string',
  vs: 'string',
  vd: 'string',
  vb: 'boolean',
  bt: 'number',
  bv: 'number',
  bs: 'number',
  bver: 'number',
  v: 'number',
  s: 'number',
  t: 'number',
  ut: 'number',
};
const VALUES = ['v', 'vs', 'vb', 'vd'];
const OWN = ['n', 'u', 't', 'ut', 's', ...VALUES];

/** What the records so far have set for the later ones. */
type Base = { bn: string; bt: number; bu: string; bv: number; bs: number | null; bver: number | null };

/**
 * Resolves a SenML pack: base fields hold for their record and all later ones. A pack is read as a whole: with one
 * fault there are no records, and every fault is named, `2.v` being field `v` of the third record. `nowMs`: what
 * relative times are relative to. Never throws.
 */
export function resolveSenml(pack: unknown, nowMs: number): SenmlResult {
  if (!Array.isArray(pack) || pack.length === 0 || pack.length > MOST_RECORDS)
    return fail([{ field: '', message: `expected an array of 1 to ${MOST_RECORDS} records` }]);
  const base: Base = { bn: '', bt: 0, bu: '', bv: 0, bs: null, bver: null };
  const records: SenmlRecord[] = [];
  const faults: SenmlFault[] = [];
  pack.forEach((record: unknown, index) => {
    const found = isRecord(record) ? checkFields(record) : [{ field: '', message: 'expected an object' }];
    if (isRecord(record) && found.length === 0) {
      found.push(...takeBase(record, base));
      if (hasOwn(record)) found.push(...resolveInto(records, record, base, nowMs));
    }
    faults.push(
      ...found.map(({ field, message }) => ({ field: field ? `${index}.${field}` : String(index), message })),
    );
  });
  return faults.length > 0 ? fail(faults) : { records, faults: [] };
}

function fail(faults: SenmlFault[]): SenmlResult {
  return { records: [], faults };
}

/** A record of base fields alone sets them and measures nothing. */
function hasOwn(record: JsonRecord): boolean {
  return OWN.some((label) => Object.hasOwn(record, label));
}

function checkFields(record: JsonRecord): SenmlFault[] {
  const faults: SenmlFault[] = [];
  for (const [label, value] of Object.entries(record)) {
    const kind = Object.hasOwn(KINDS, label) ? KINDS[label] : undefined;
    if (kind === undefined) {
      // Labels ending in `_` must be understood; others that are not known are passed over (section 4.4).
      if (label.endsWith('_')) faults.push({ field: label, message: 'not understood' });
    } else if (typeof value !== kind || (kind === 'number' && !Number.isFinite(value)))
      faults.push({ field: label, message: `expected a ${kind}` });
  }
  if (typeof record.vd === 'string' && !BASE64URL.test(record.vd))
    faults.push({ field: 'vd', message: 'expected base64url without padding' });
  return faults;
}

function takeBase(record: JsonRecord, base: Base): SenmlFault[] {
  const faults: SenmlFault[] = [];
  const { bver } = record;
  if (typeof bver === 'number') {
    if (bver > VERSION) faults.push({ field: 'bver', message: `expected at most ${VERSION}` });
    if (base.bver !== null && base.bver !== bver)
      faults.push({ field: 'bver', message: 'expected the same in the whole pack' });
    base.bver = bver;
  }
  for (const label of ['bn', 'bu'] as const) {
    const value = record[label];
    if (typeof value === 'string') base[label] = value;
  }
  for (const label of ['bt', 'bv', 'bs'] as const) {
    const value = record[label];
    if (typeof value === 'number') base[label] = value;
  }
  return faults;
}

function resolveInto(records: SenmlRecord[], record: JsonRecord, base: Base, nowMs: number): SenmlFault[] {
  const faults: SenmlFault[] = [];
  const name = base.bn + ((record.n as string | undefined) ?? '');
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    faults.push({
      field: 'n',
      message: 'expected, after the base name, a name of letters, digits and -:./_',
    });
  const values = VALUES.filter((label) => Object.hasOwn(record, label));
  const ownSum = record.s as number | undefined;
  const sum = ownSum === undefined && base.bs === null ? null : (base.bs ?? 0) + (ownSum ?? 0);
  if (values.length > 1 || (values.length === 0 && sum === null))
    faults.push({ field: 'v', message: 'expected exactly one of v, vs, vb, vd' });
  const seconds = base.bt + ((record.t as number | undefined) ?? 0);
  const isRelative = seconds < RELATIVE_BELOW_S;
  const at = Math.round(isRelative ? nowMs + seconds * 1000 : seconds * 1000);
  if (!isPlausibleTime(at)) faults.push({ field: 't', message: 'expected a time' });
  const value = readValue(record, base);
  if (typeof value === 'number' && !Number.isFinite(value))
    faults.push({ field: 'v', message: 'expected a number' });
  if (faults.length === 0) {
    const unit = (record.u as string | undefined) ?? base.bu;
    records.push({ name, unit, at, isRelative, value, sum, raw: record });
  }
  return faults;
}

function readValue(record: JsonRecord, base: Base): SenmlRecord['value'] {
  const { v, vs, vb, vd } = record;
  if (typeof v === 'number') return base.bv + v;
  if (typeof vs === 'string') return vs;
  if (typeof vb === 'boolean') return vb;
  return typeof vd === 'string' ? { data: vd } : null;
}
