import { sql } from 'kysely';
import { AML_WINDOW_MIN } from '../../shared/report/aml.ts';
import type { LocationSource } from '../../shared/report/report.ts';
import type { ReportPosition } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';

type Row = { report_id: string; source: string; lat: number; lng: number; accuracy_m: number | null };

/**
 * Every coordinate that came with a ticket's reports, by report: its own, those its caller's handset has sent (AML), those
 * in its pictures. The surest first; the same one said twice is one.
 */
export async function readPositions(db: Database, ticketId: string): Promise<Map<string, ReportPosition[]>> {
  const { rows } = await sql<Row>`
    with told as (
      select id, location, reporter ->> 'phone' as phone, channel, occurred_at from report
      where ticket_id = ${ticketId} and channel <> 'sensor' order by received_at limit 200)
    select id as report_id, location ->> 'source' as source, (location ->> 'lat')::float8 as lat,
      (location ->> 'lng')::float8 as lng, (location ->> 'accuracyM')::float8 as accuracy_m
    from told where location is not null
    union
    select told.id, 'aml', aml.lat, aml.lng, aml.accuracy_m
    from told join aml_location as aml on told.channel = '112' and aml.device_number = told.phone
      and aml.located_at between told.occurred_at - make_interval(mins => ${AML_WINDOW_MIN})
        and told.occurred_at + make_interval(mins => ${AML_WINDOW_MIN})
    union
    select told.id, 'exif', photo.lat, photo.lng, photo.accuracy_m
    from told join photo on photo.report_id = told.id where photo.lat is not null and photo.lng is not null
    order by accuracy_m nulls last, source, lat, lng`.execute(db);
  const positions = rows.map(({ report_id, source, lat, lng, accuracy_m }) => ({
    reportId: report_id,
    position: { source: source as LocationSource, lat, lng, accuracyM: accuracy_m },
  }));
  const byReport = Map.groupBy(positions, ({ reportId }) => reportId);
  return new Map([...byReport].map(([id, own]) => [id, own.map(({ position }) => position)]));
}
