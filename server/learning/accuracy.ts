import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DepartmentAccuracy, WeekAccuracy, WordAccuracy } from '../../shared/wire/learning.ts';
import type { Database } from '../database/connect.ts';
import { DECIDING } from './examples.ts';

const WEEKS = 12;
const DAY_MS = 24 * 60 * 60_000;
const WORDS_TOLD = 20;
/** A word that came up on fewer corrected tickets says something of those who wrote it, and nothing of words. */
const LEAST_CORRECTED = 3;

/**
 * Tickets that the pipeline opened and of whose department a person has decided since, with the department it was
 * opened with (`said`) and the one it was left with (`was`). Calls of which nothing but the call was known are left out:
 * there was nothing to understand.
 */
const decided = ({ since, callCategory }: Asked) => sql`
  select ticket.id, ticket.created_at, opened.changes ->> 'departmentCode' as said, ticket.department_code as was,
    opened.details -> 'because' as because
  from ticket join ticket_log as opened on opened.ticket_id = ticket.id and opened.version = 1
  where ticket.created_at >= ${since} and ticket.channel <> 'sensor' and opened.actor ->> 'kind' = 'system'
    and opened.changes ->> 'category' <> ${callCategory}
    and ticket.status not in ('new', 'returned', 'rejected', 'merged')
    and exists (
      select from ticket_log as entry where entry.ticket_id = ticket.id and entry.actor ->> 'kind' = 'user'
        and entry.type = any(${DECIDING}::text[])
    )`;

type Asked = { since: Date; callCategory: string };
export type Accuracy = { weeks: WeekAccuracy[]; departments: DepartmentAccuracy[]; words: WordAccuracy[] };

/** How often the suggested department was the right one, in the last twelve weeks of the city's own time. */
export async function readAccuracy(
  db: Database,
  { timeZone, callCategory }: Pick<CityPack, 'timeZone' | 'callCategory'>,
  now: number,
): Promise<Accuracy> {
  const mondays = lastMondays(now, timeZone);
  const asked = { since: new Date(Date.parse(mondays[0] ?? '') - DAY_MS), callCategory };
  const { rows } = await sql<{ week: string; said: string; was: string; count: number }>`
    with decided as (${decided(asked)})
    select to_char(date_trunc('week', created_at at time zone ${timeZone}), 'YYYY-MM-DD') as week, said, was,
      count(*)::int as count
    from decided group by 1, 2, 3`.execute(db);
  const counted = rows.filter(({ week }) => mondays.includes(week));
  return {
    weeks: mondays.map((week) => ({ week, ...sumUp(counted.filter((row) => row.week === week)) })),
    departments: byDepartment(counted),
    words: await readWords(db, asked),
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

/** The words that most often spoke for a department that turned out to be another. */
async function readWords(db: Database, asked: Asked): Promise<WordAccuracy[]> {
  const { rows } = await sql<WordAccuracy>`
    with decided as (${decided(asked)}), word as (
      select distinct decided.id, said <> was as corrected, regexp_replace(ground, ' [+-][0-9.]+$', '') as word
      from decided, jsonb_array_elements_text(coalesce(because, '[]')) as ground where ground ~ ' [+-][0-9.]+$'
    )
    select word, count(*)::int as decided, (count(*) filter (where corrected))::int as corrected from word
    group by word having count(*) filter (where corrected) >= ${LEAST_CORRECTED}
    order by corrected desc, decided, word limit ${WORDS_TOLD}`.execute(db);
  return rows.filter(({ word }) => !/\d/.test(word));
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
