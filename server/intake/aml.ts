import { sql } from 'kysely';
import { AML_WINDOW_MIN } from '../../shared/report/aml.ts';
import type { ReportedLocation } from '../../shared/report/report.ts';
import type { Database } from '../database/connect.ts';

/**
 * The best place that a caller's handset has sent by itself (AML, ETSI TS 103 625) around `at` (ISO 8601 UTC), or
 * null. `number` as in the call's report (E.164 where it could be normalised). The smallest error wins, of equals
 * the newest.
 */
export async function findAmlFor(db: Database, number: string, at: string): Promise<ReportedLocation | null> {
  const { rows } = await sql<{ lat: number; lng: number; accuracy_m: number | null }>`
    select lat, lng, accuracy_m from aml_location
    where device_number = ${number}
      and located_at between ${at}::timestamptz - make_interval(mins => ${AML_WINDOW_MIN})
        and ${at}::timestamptz + make_interval(mins => ${AML_WINDOW_MIN})
    order by accuracy_m asc nulls last, located_at desc limit 1`.execute(db);
  const best = rows[0];
  return best ? { lat: best.lat, lng: best.lng, accuracyM: best.accuracy_m, source: 'aml' } : null;
}
