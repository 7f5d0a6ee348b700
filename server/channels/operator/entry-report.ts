import { randomUUID } from 'node:crypto';
import { normalisePhone } from '../../../shared/report/phone.ts';
import type { ParsedReport, ReportedLocation } from '../../../shared/report/report.ts';
import type { CreateTicketBody } from '../../../shared/wire/api.ts';
import type { PlaceOfReport } from '../../understand/places/place-of-report.ts';

/** As tickets take it: without the words that came with it. */
export function pointOf(location: ReportedLocation | null): PlaceOfReport['point'] {
  return location && { ...location, accuracyM: location.accuracyM ?? null };
}

/** The entry as the report it is kept as. */
export function toReport(body: CreateTicketBody, at: string, callingCode: string): ParsedReport {
  const location: ReportedLocation | null = body.location && {
    ...body.location,
    source: 'operator',
    ...(body.address === undefined ? {} : { address: body.address }),
  };
  return {
    channel: 'operator',
    externalId: body.entryId ?? randomUUID(),
    text: body.text,
    occurredAt: at,
    reporter: body.reporter
      ? {
          ...(body.reporter.name === undefined ? {} : { name: body.reporter.name }),
          ...(body.reporter.phone === undefined
            ? {}
            : { phone: normalisePhone(body.reporter.phone, callingCode) }),
        }
      : null,
    location,
    ...(body.callId === undefined ? {} : { inReplyTo: body.callId }),
    raw: body,
  };
}
