import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Live } from '../../client/live/socket.ts';
import type { Database } from '../../server/database/connect.ts';
import { presentLiveTicket } from '../../server/tickets/present.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { readOpenTickets } from './open-tickets.ts';
import { until } from './until.ts';

const pack = loadCityPack('tangerang');

/** Waits until no report is waiting any more. */
export async function untilProcessed(db: Database): Promise<void> {
  await until(
    async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting from report where state = 'received'`.execute(db);
      return rows[0]?.waiting === 0;
    },
    { timeoutMs: 60_000, what: 'all reports to be processed', everyMs: 200 },
  );
}

/** Each report that went in is there once, none failed, none besides but what operators entered. */
export async function expectEveryReportOnce(db: Database, ids: ReadonlySet<string>): Promise<void> {
  const rows = await db.selectFrom('report').select(['channel', 'external_id', 'state', 'failure']).execute();
  expect(rows.filter(({ state }) => state === 'failed')).toEqual([]);
  const fromOutside = rows.filter(({ channel }) => channel !== 'operator');
  // LAKSA's ids are within their token's.
  const found = fromOutside.map((row) =>
    row.channel === 'laksa' ? row.external_id.replace(/^.*:/, '') : row.external_id,
  );
  expect(found.toSorted()).toEqual([...ids].toSorted());
}

/** No report is in two tickets or twice in one; each that became part of a ticket is in its history once. */
export async function expectNoTicketTwice(db: Database): Promise<void> {
  const { rows: doubled } = await sql`
    select details ->> 'reportId' as report from ticket_log where type in ('ticket.opened', 'ticket.reported')
    group by 1 having count(*) > 1`.execute(db);
  expect(doubled).toEqual([]);
  const { rows: astray } = await sql`
    select report.id, report.channel, report.state, report.reason, report.ticket_id, entry.ticket_id as logged
    from report left join ticket_log entry
      on entry.type in ('ticket.opened', 'ticket.reported') and entry.details ->> 'reportId' = report.id::text
    where case
      when report.state = 'set_aside' then entry.ticket_id is not null or report.ticket_id is not null
      when report.channel = 'sensor' then entry.ticket_id is not null and entry.ticket_id <> report.ticket_id
      else report.state <> 'processed' or entry.ticket_id is distinct from report.ticket_id or report.ticket_id is null
    end`.execute(db);
  expect(astray).toEqual([]);
}

/** The log's numbers are 1 to N, each ticket's versions 1 to M, and ticket numbers follow each other. */
export async function expectNoLogGap(db: Database): Promise<void> {
  const { rows: log } = await sql<{ first: number; last: number; count: number; head: number }>`
    select min(seq) as first, max(seq) as last, count(*) as count,
      (select value from counter where name = 'log') as head from ticket_log`.execute(db);
  const { count = 0, ...rest } = log[0] ?? {};
  expect(count).toBeGreaterThan(0);
  const { rows: acts } = await sql<{ acts: number }>`
    select count(*) as acts from ticket_log where actor ->> 'kind' = 'user'`.execute(db);
  expect(acts[0]?.acts).toBeGreaterThan(0);
  expect(rest).toEqual({ first: 1, last: count, head: count });
  const { rows: torn } = await sql`
    select ticket.id from ticket join ticket_log entry on entry.ticket_id = ticket.id
    group by ticket.id having min(entry.version) <> 1 or max(entry.version) <> count(*)
      or max(entry.version) <> ticket.version or max(entry.seq) <> ticket.last_seq`.execute(db);
  expect(torn).toEqual([]);
}

/** Every wall shows exactly the open tickets of the database, each as it is there. */
export async function expectWallsConverge(db: Database, walls: Live[]): Promise<void> {
  await until(
    async () => {
      const { seq, tickets } = await readOpenTickets(db);
      const expected = new Map(tickets.map((state) => [state.id, presentLiveTicket(state, pack)]));
      for (const { board } of walls) {
        expect(board.seq()).toBe(seq);
        expect(board.getSnapshot().tickets).toEqual(expected);
      }
      return true;
    },
    { timeoutMs: 30_000, what: 'the walls to show what the database holds', everyMs: 100 },
  );
}
