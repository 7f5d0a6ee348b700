import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { normalisePhone } from '../../../shared/report/phone.ts';
import { AppError } from '../../platform/errors.ts';
import { parseBody } from '../../platform/parse.ts';
import { isSame } from '../same-bytes.ts';

/** Where a handset says it is, while it calls (AML). `at` ISO 8601 UTC, `accuracyM` null when unknown. */
export type AmlLocation = {
  /** Of the message, so that it is kept once however often it is sent. */
  digest: string;
  number: string;
  lat: number;
  lng: number;
  accuracyM: number | null;
  at: string;
  /** Its HMAC was checked and is right. */
  verified: boolean;
  raw: Record<string, string>;
};

const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^\s*[+-]?\d+(\.\d*)?\s*$/, 'expected a decimal number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A handset's clock in the year 9999 is a fault, not a place. */
const LATEST_MS = Date.UTC(2100, 0, 1);

const form = z.object({
  device_number: z.string().trim().min(1).max(60),
  location_latitude: decimal(-90, 90),
  location_longitude: decimal(-180, 180),
  /** Unix time in milliseconds. */
  location_time: decimal(0, LATEST_MS),
  location_accuracy: decimal(0, 1e7).optional(),
});

/**
 * Reads an AML message as handsets send it over HTTPS (ETSI TS 103 625, HTTPS POST): a form, of which `hmac` is
 * the hex HMAC-SHA1 of everything before it. With a key a wrong or missing HMAC is 401; without one the message
 * is taken as unverified. Throws 400 naming the fields that cannot be read.
 */
export function parseAmlForm(bytes: Buffer, hmacKey: string | null, callingCode: string): AmlLocation {
  const text = bytes.toString('utf8');
  if (hmacKey !== null && !isSignedWith(text, hmacKey)) throw new AppError('bad-signature');
  const raw = Object.fromEntries(new URLSearchParams(text));
  const fields = parseBody(form, raw);
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    number: normaliseDevice(fields.device_number, raw.device_number ?? '', callingCode),
    lat: fields.location_latitude,
    lng: fields.location_longitude,
    // Zero is what handsets send that do not know.
    accuracyM: fields.location_accuracy || null,
    at: new Date(fields.location_time).toISOString(),
    verified: hmacKey !== null,
    raw,
  };
}

/** A `+` that was not escaped arrives as a blank. */
function normaliseDevice(number: string, asSent: string, callingCode: string): string {
  return normalisePhone(asSent.startsWith(' ') ? `+${number}` : number, callingCode);
}

function isSignedWith(text: string, key: string): boolean {
  const at = text.lastIndexOf('&hmac=');
  if (at < 0) return false;
  const given = text.slice(at + '&hmac='.length).trim();
  return isSame(given.toLowerCase(), createHmac('sha1', key).update(text.slice(0, at)).digest('hex'));
}
