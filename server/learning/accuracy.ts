import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DepartmentAccuracy, WeekAccuracy, WordAccuracy } from '../../shared/wire/learning.ts';
import type { Database } from '../database/connect.ts';
import { readCorrectedWords } from './corrected-words.ts';
import { decidedTickets } from './decided-tickets.ts';

const WEEKS = 12;
const DAY_MS = 24 * 60 * 60_000;

export type Accuracy = { weeks: WeekAccuracy[]; departments: DepartmentAccuracy[]; words: WordAccuracy[] };

/**
 * How often the suggested department was the right one, in the last twelve weeks of the city's own time; `vocabulary`:
 * see `readCorrectedWords`.
 */
export async function readAccuracy(
  db: Database,
  { timeZone, callCategory }: Pick<CityPack, 'timeZone' | 'callCategory'>,
  vocabulary: ReadonlySet<string>,
  now: number,
): Promise<Accuracy> {
  const mondays = lastMondays(now, timeZone);
  const asked = { since: new Date(Date.parse(mondays[0] ?? '') - DAY_MS), callCategory };
  const { rows } = await sql<{ week: string; said: string; was: string; count: number }>`
    with decided as (${decidedTickets(asked)})
    select to_char(date_trunc('week', created_at at time zone ${timeZone}), 'YYYY-MM-DD') as week, said, was,
      count(*)::int as count
    from decided group by 1, 2, 3`.execute(db);
  const counted = rows.filter(({ week }) => mondays.includes(week));
  return {
    weeks: mondays.map((week) => ({ week, ...sumUp(counted.filter((row) => row.week === week)) })),
    departments: byDepartment(counted),
    words: await readCorrectedWords(db, asked, vocabulary),
  };
}

type Counted = { said: string; was: string; count: number };

function sumUp(rows: readonly Counted[]): { decided: number; right: number } {
  let all = 0;
  let right = 0;
  for (const { said, was, count } of rows) {
    all += count;
    if (said === was) right += count;
  }
  return { decided: all, right };
}

function byDepartment(rows: readonly Counted[]): DepartmentAccuracy[] {
  const codes = [...new Set(rows.map(({ said }) => said))];
  return codes
    .map((departmentCode) => {
      const own = rows.filter(({ said }) => said === departmentCode);
      const to = new Map<string, number>();
      for (const { was, count } of own) if (was !== departmentCode) to.set(was, (to.get(was) ?? 0) + count);
      const correctedTo = [...to].map(([code, count]) => ({ departmentCode: code, count }));
      return {
        departmentCode,
        ...sumUp(own),
        correctedTo: correctedTo.toSorted((a, b) => b.count - a.count).slice(0, 3),
      };
    })
    .sort((a, b) => b.decided - a.decided || a.departmentCode.localeCompare(b.departmentCode));
}

/** The Mondays of the last weeks in the city, this one's last, as `YYYY-MM-DD`. */
function lastMondays(now: number, timeZone: string): string[] {
  const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone }).format(now));
  // The epoch was a Thursday; weeks begin on Monday.
  const monday = today - ((today / DAY_MS + 3) % 7) * DAY_MS;
  return Array.from({ length: WEEKS }, (_, back) =>
    new Date(monday - (WEEKS - 1 - back) * 7 * DAY_MS).toISOString().slice(0, 10),
  );
}
