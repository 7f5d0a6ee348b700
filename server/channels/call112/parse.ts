import { z } from 'zod';
import { normalisePhone } from '../../../shared/report/phone.ts';
import type { ParsedReport } from '../../../shared/report/report.ts';
import { plausibleDateTime } from '../../platform/plausible-time.ts';

/** States of a call, as the exchange tells them. */
export const CALL_STATES = ['ringing', 'answered', 'ended'] as const;

/** Body of `POST /channels/112/calls`. */
export const callEventBody = z.object({
  callId: z.string().min(1).max(200),
  state: z.enum(CALL_STATES),
  /** Empty, null or left out when the caller's number is withheld. */
  callerNumber: z.string().max(100).nullish(),
  at: plausibleDateTime.describe('ISO 8601 with an offset'),
  location: z
    .object({
      lat: z.number().min(-90).max(90),
      lng: z.number().min(-180).max(180),
      accuracyM: z.number().nonnegative().nullish(),
    })
    .nullish(),
  recordingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
});
export type CallEvent = z.infer<typeof callEventBody>;

/**
 * The report a call is, from one of its events: one call, one report. `callingCode`: the city's country, for
 * numbers without one.
 */
export function parseCall(event: CallEvent, raw: unknown, callingCode: string): ParsedReport {
  const phone = event.callerNumber?.trim();
  return {
    channel: '112',
    externalId: event.callId,
    text: '',
    occurredAt: new Date(event.at).toISOString(),
    reporter: phone ? { phone: normalisePhone(phone, callingCode) } : null,
    location: event.location
      ? {
          lat: event.location.lat,
          lng: event.location.lng,
          accuracyM: event.location.accuracyM ?? null,
          source: 'exchange',
        }
      : null,
    raw,
  };
}
