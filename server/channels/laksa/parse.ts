import { z } from 'zod';
import { normalisePhone } from '../../../shared/report/phone.ts';
import type { ParsedReport, ReportedLocation, Reporter } from '../../../shared/report/report.ts';
import { AppError } from '../../platform/errors.ts';
import { believedTime, plausibleDateTime } from '../../platform/plausible-time.ts';
import { parseJson } from '../raw-body.ts';
import { dropNik, withoutNik } from './without-nik.ts';

const words = (max: number) => z.string().trim().max(max).nullish();

/** Body of `POST /channels/laksa/reports`. */
export const laksaBody = z.object({
  text: z.string().trim().max(20_000).nullish(),
  location: z
    .object({
      lat: z.number().min(-90).max(90),
      lng: z.number().min(-180).max(180),
      accuracyM: z.number().nonnegative().nullish(),
    })
    .nullish(),
  address: words(500),
  reporter: z
    .object({ name: words(200), phone: words(40), accountId: words(200), language: words(35) })
    .nullish(),
  occurredAt: plausibleDateTime.nullish(),
});
export type LaksaBody = z.infer<typeof laksaBody>;

/** What a report says beside its photos must be something. */
export function requireContent(body: LaksaBody, photos: number): void {
  if (body.text || body.location || photos > 0) return;
  const message = 'expected what the report says';
  throw new AppError('invalid', { detail: `text: ${message}`, errors: [{ field: 'text', message }] });
}

/** The JSON that a form's fields stand for; a field `report` holds all of it as JSON. */
export function fromFields(fields: Record<string, string>): unknown {
  const { report, text, lat, lng, accuracyM, address, name, phone, accountId, language, occurredAt } = fields;
  if (report !== undefined) return parseJson(Buffer.from(report), 'report');
  const location =
    lat === undefined && lng === undefined
      ? undefined
      : { lat: toNumber(lat), lng: toNumber(lng), accuracyM: toNumber(accuracyM) };
  return {
    text,
    location,
    address,
    reporter: { name, phone, accountId, language },
    occurredAt: occurredAt || undefined,
  };
}

function toNumber(text: string | undefined): number | string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  // What is no number is left for the schema to name.
  return Number.isNaN(number) ? text : number;
}

/** The report of a LAKSA post. National id numbers (NIK) are left out of everything that is kept. */
export function parseLaksa(
  body: LaksaBody,
  raw: unknown,
  options: { externalId: string; now: number; callingCode: string },
): ParsedReport {
  return {
    channel: 'laksa',
    externalId: options.externalId,
    text: withoutNik(body.text ?? ''),
    occurredAt: believedTime(Date.parse(body.occurredAt ?? ''), options.now),
    reporter: readReporter(body, options.callingCode),
    location: readLocation(body),
    raw: dropNik(raw),
  };
}

/** An account whose id is the citizen's NIK is as good as none. */
function readReporter({ reporter }: LaksaBody, callingCode: string): Reporter | null {
  const accountId = reporter?.accountId && withoutNik(reporter.accountId);
  const known: Reporter = {
    ...(reporter?.name ? { name: withoutNik(reporter.name) } : {}),
    ...(reporter?.phone ? { phone: normalisePhone(withoutNik(reporter.phone), callingCode) } : {}),
    ...(accountId && accountId === reporter?.accountId ? { accountId } : {}),
  };
  if (Object.keys(known).length === 0) return null;
  return { ...known, ...(reporter?.language && { language: reporter.language }) };
}

function readLocation({ location, address }: LaksaBody): ReportedLocation | null {
  if (!location) return null;
  return {
    lat: location.lat,
    lng: location.lng,
    accuracyM: location.accuracyM ?? null,
    source: 'pin',
    ...(address ? { address: withoutNik(address) } : {}),
  };
}
