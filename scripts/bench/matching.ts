import { sql } from 'kysely';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { createLikenessNow, sightingOfReport } from '../../server/pipeline/sightings.ts';
import { judgeAll } from '../../server/pipeline/steps/judge.ts';
import type { Sighting } from '../../server/pipeline/steps/match.ts';
import { createUnderstand } from '../../server/pipeline/steps/understand.ts';
import { findCandidates } from '../../server/pipeline/surroundings.ts';
import { createLog } from '../../server/platform/log.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { createRandom } from '../simulate/random.ts';
import type { BenchEnvironment } from './environment.ts';
import { atMost, type BenchRow, median } from './row.ts';

const MANY = 20_000;
const FEW = 200;
const ROUNDS = 600;
const WARM_UP = 60;
const TIMES = 2;
const FLOOD = 'banjir selutut di depan pasar';
const TEXTS = [FLOOD, 'pohon tumbang menutup jalan melati', 'jalan berlubang dalam sekali'];

/** Looking for the incident that a report tells of, among many open tickets, beside among few. */
export async function measureMatching(environment: BenchEnvironment): Promise<BenchRow[]> {
  const spread = await measureAmong(
    environment,
    'of all kinds',
    TEXTS,
    (n, codes) => codes[n % codes.length] ?? '',
  );
  const alike = await measureAmong(environment, 'floods all of them', [FLOOD], () => 'flood');
  return [spread, alike];
}

async function measureAmong(
  environment: BenchEnvironment,
  kinds: string,
  texts: readonly string[],
  codeOf: (n: number, codes: readonly string[]) => string,
): Promise<BenchRow> {
  const log = createLog('error');
  const pack = loadCityPack('tangerang');
  const many = connectDatabase(await environment.migratedDatabase(), { log, max: 1, byIndex: true });
  const few = connectDatabase(await environment.migratedDatabase(), { log, max: 1, byIndex: true });
  try {
    await fill(many.db, pack, MANY, codeOf);
    await fill(few.db, pack, FEW, codeOf);
    const look = createLook(pack, texts);
    const values: number[] = [];
    const floors: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      // Both are asked about the same place, one right after the other.
      const value = await timed(() => look(many.db, round));
      const floor = await timed(() => look(few.db, round));
      if (round < 0) continue;
      values.push(value);
      floors.push(floor);
    }
    return atMost(TIMES, {
      name: `finding what a report may belong to among ${MANY} open tickets, beside among ${FEW}`,
      unit: 'ms',
      value: median(values),
      floor: median(floors),
      note: `${kinds}, read and judged, median of ${ROUNDS} places`,
    });
  } finally {
    await Promise.all([many.close(), few.close()]);
  }
}

/** Reads the candidates around a report somewhere in the city and judges them, as the pipeline does. */
function createLook(pack: CityPack, texts: readonly string[]) {
  const understand = createUnderstand(pack);
  const likeness = createLikenessNow(pack)();
  return async (db: Database, round: number): Promise<void> => {
    const { lat, lng } = placeOf(pack, createRandom(round + 10_000));
    const report = {
      channel: 'whatsapp' as const,
      text: texts[Math.abs(round) % texts.length] ?? '',
      occurredAt: Date.now(),
      location: { lat, lng, accuracyM: 20, source: 'pin' as const },
    };
    const sighting: Sighting | null = sightingOfReport(report, understand(report), likeness);
    if (!sighting) throw new Error('the report has no place');
    judgeAll(sighting, await findCandidates(db, [sighting], likeness), likeness.kin);
  };
}

function placeOf({ bounds }: CityPack, random: ReturnType<typeof createRandom>) {
  const { south, north, west, east } = bounds;
  return { lat: south + random.next() * (north - south), lng: west + random.next() * (east - west) };
}

/** Open tickets all over the city, each with the report it was opened for. */
async function fill(
  db: Database,
  pack: CityPack,
  count: number,
  codeOf: (n: number, codes: readonly string[]) => string,
): Promise<void> {
  const random = createRandom(7);
  const codes = pack.categories.flatMap(({ code, match }) => (match ? [code] : []));
  const made = Array.from({ length: count }, (_, n) => ({
    n,
    ...placeOf(pack, random),
    category: codeOf(n, codes),
  }));
  await sql`
    with made as (
      select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as made (n bigint, lat float8, lng float8, category text)
    ),
    opened as (
      insert into ticket (number, version, status, priority, category, department_code, lat, lng, accuracy_m,
        location_source, channel, report_count, created_at, acknowledge_from, acknowledge_by, resolve_from, resolve_by,
        last_seq)
      select 'BENCH-' || n, 1, 'new', 'normal', category, 'BPBD', lat, lng, 20, 'pin', 'whatsapp', 1, now(), now(),
        now() + interval '1 hour', now(), now() + interval '7 days', n from made
      returning id, number
    )
    insert into report (channel, external_id, urgent, text, occurred_at, raw, state, ticket_id)
    select 'whatsapp', number, false, 'banjir selutut di depan pasar, pohon tumbang juga', now(), '{}', 'processed', id
    from opened`.execute(db);
  await sql`analyze ticket`.execute(db);
  await sql`analyze report`.execute(db);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
