/** What an AML text message tells; the caller's number comes with the message itself, not in it. */
export type AmlText = {
  lat: number;
  lng: number;
  /** 68 % radius or what the handset has; null when unknown. */
  accuracyM: number | null;
  /** ISO 8601 UTC. */
  at: string;
  version: 1 | 2;
};

const HEADER = /^A"ML=([12]);/;
const STAMP = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;
/** An offset that handsets send for "I do not know when". */
const UNKNOWN_OFFSET = -9999;

/**
 * Reads an AML text message, version 1 or 2 (ETSI TS 103 625): `A"ML=1;lt=…;lg=…;rd=…;top=…` or
 * `A"ML=2;et=…;lo=<lat>,<lon>,<accuracy>;lt=<seconds after et>`. Beware: `lt` and `lg` mean other things in each.
 * The declared length `ml` is often wrong and not looked at. Null for what tells no place and time; never throws.
 */
export function parseAmlSms(text: string): AmlText | null {
  const header = HEADER.exec(text);
  if (!header) return null;
  const fields = new Map(
    text
      .slice(header[0].length)
      .split(';')
      .map((field) => {
        const equals = field.indexOf('=');
        return [field.slice(0, equals).trim(), field.slice(equals + 1).trim()] as const;
      }),
  );
  return header[1] === '1' ? readFirst(fields) : readSecond(fields);
}

function readFirst(fields: Map<string, string>): AmlText | null {
  const stamp = STAMP.exec(fields.get('top') ?? '');
  if (!stamp) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = stamp.slice(1).map(Number);
  const atMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const isTime = month >= 1 && month <= 12 && new Date(atMs).getUTCDate() === day && hour < 24;
  return isTime ? build(1, fields.get('lt'), fields.get('lg'), fields.get('rd'), atMs) : null;
}

function readSecond(fields: Map<string, string>): AmlText | null {
  const [lat, lng, accuracy] = (fields.get('lo') ?? '').split(',');
  const called = readNumber(fields.get('et'));
  if (called === null) return null;
  const offset = readNumber(fields.get('lt')) ?? 0;
  const seconds = offset === UNKNOWN_OFFSET ? called : called + offset;
  return build(2, lat, lng, accuracy, seconds * 1000);
}

function build(
  version: 1 | 2,
  lat: string | undefined,
  lng: string | undefined,
  accuracy: string | undefined,
  atMs: number,
): AmlText | null {
  const latitude = readNumber(lat);
  const longitude = readNumber(lng);
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return null;
  if (!(Math.abs(atMs) <= 8.64e15)) return null;
  const radius = readNumber(accuracy);
  const accuracyM = radius !== null && radius > 0 ? radius : null;
  return { lat: latitude, lng: longitude, accuracyM, at: new Date(atMs).toISOString(), version };
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && DECIMAL.test(text) ? Number(text) : null;
}
