import { sql } from 'kysely';
import { AML_WINDOW_MIN } from '../../../shared/report/aml.ts';
import type { Database } from '../../database/connect.ts';
import { toJsonb } from '../../intake/incoming.ts';
import type { AmlLocation } from './aml-form.ts';

/**
 * Keeps a handset's position, and answers the calls of that number that it may place, in one transaction. A call
 * that is being processed just now is waited for: either its transaction sees the position, or it is answered
 * here, to be looked at again. Sent again it changes nothing.
 */
export function keepAml(db: Database, aml: AmlLocation): Promise<{ callReportIds: string[] }> {
  return db.transaction().execute(async (trx) => {
    const inserted = await sql`
      insert into aml_location (digest, device_number, lat, lng, accuracy_m, located_at, verified, raw)
      values (${aml.digest}, ${aml.number}, ${aml.lat}, ${aml.lng}, ${aml.accuracyM}, ${aml.at}, ${aml.verified},
        ${toJsonb(aml.raw)}::jsonb)
      on conflict do nothing returning digest`.execute(trx);
    if (inserted.rows.length === 0) return { callReportIds: [] };
    const calls = await sql<{ id: string }>`
      update report set place_pending = true, place_swept_at = now()
      where id in (
        select id from report
        where channel = '112' and reporter ->> 'phone' = ${aml.number} and reporter is not null
          and state in ('received', 'processed')
          and occurred_at between ${aml.at}::timestamptz - make_interval(mins => ${AML_WINDOW_MIN})
            and ${aml.at}::timestamptz + make_interval(mins => ${AML_WINDOW_MIN})
        order by id for update)
      returning id`.execute(trx);
    return { callReportIds: calls.rows.map(({ id }) => id) };
  });
}
