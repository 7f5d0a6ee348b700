import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { startOfDay } from '../../shared/ticket/done.ts';
import type { DoneTicket } from '../../shared/wire/live.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { headSeq, readLog } from '../tickets/log.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import { stateFromRow } from '../tickets/state.ts';
import { changesFor } from './audience.ts';
import { type SharedJson, sharedJson } from './shared-answer.ts';

/** So few changes are sent as changes however few tickets are open. */
export const ALWAYS_AS_CHANGES = 100;
/** Beyond so many log numbers nobody counts what was for whom: a snapshot it is. */
const NEVER_AS_CHANGES = 20_000;
const PAGE = 200;

/** The answer to a sync, true for `seq`; shared by all who asked the same. */
export type Prepared = { seq: number; json: SharedJson };

type Deps = { db: Database; pack: CityPack; clock: Clock };

/** What is asked: everything after a number, or a snapshot (null); of one department, or of the city (null). */
export type Asked = { after: number | null; departmentCode: string | null };

/**
 * Reads what somebody who has `after` needs: the changes since, or a snapshot of all open tickets where that
 * is shorter or where `after` is a number the log never gave. One transaction, so that all of it is true for
 * one number.
 */
export function prepareAnswer(deps: Deps, asked: Asked): Promise<Prepared> {
  return deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const seq = await headSeq(trx);
      const { after, departmentCode } = asked;
      const json =
        after !== null && (await changesAreShorter(trx, after, seq, departmentCode))
          ? await changesJson(trx, deps.pack, { after, seq, departmentCode })
          : await snapshotJson(trx, deps, seq, departmentCode);
      return { seq, json };
    });
}

async function changesAreShorter(
  trx: Transaction,
  after: number,
  seq: number,
  departmentCode: string | null,
): Promise<boolean> {
  if (after > seq || seq - after > NEVER_AS_CHANGES) return false;
  if (seq - after <= ALWAYS_AS_CHANGES) return true;
  const concerns = departmentCode === null ? sql`true` : sql`${departmentCode} = any (departments)`;
  const belongs = departmentCode === null ? sql`true` : sql`department_code = ${departmentCode}`;
  const { rows } = await sql<{ changes: number; tickets: number }>`select
    (select count(*) from ticket_log where seq > ${after} and ${concerns}) as changes,
    (select count(*) from ticket where is_open and ${belongs}) as tickets`.execute(trx);
  const counts = rows[0];
  return counts !== undefined && counts.changes <= Math.max(counts.tickets, ALWAYS_AS_CHANGES);
}

type Span = { after: number; seq: number; departmentCode: string | null };

async function changesJson(trx: Transaction, pack: CityPack, span: Span): Promise<SharedJson> {
  const parts: string[] = [];
  for (let after = span.after; after < span.seq; ) {
    const rows = await readLog(trx, { after, upTo: span.seq, limit: PAGE });
    const entries = rows.map(({ seq, at, type, departments, ticket }) => ({
      change: { seq, at, type, ticket: presentLiveTicket(ticket, pack) },
      departments,
    }));
    parts.push(...items(changesFor(entries, span.departmentCode), parts.length === 0));
    after = rows.at(-1)?.seq ?? span.seq;
  }
  return sharedJson([`{"seq":${span.seq},"changes":[`, ...parts, ']}']);
}

/** Page by page, so that ten thousand tickets are never in memory as objects. */
async function snapshotJson(
  trx: Transaction,
  { pack, clock }: Deps,
  seq: number,
  departmentCode: string | null,
): Promise<SharedJson> {
  const parts: string[] = [];
  for (let afterId: string | null = null; ; ) {
    let query = trx.selectFrom('ticket').selectAll().where('is_open', '=', true).orderBy('id').limit(PAGE);
    if (departmentCode !== null) query = query.where('department_code', '=', departmentCode);
    if (afterId !== null) query = query.where('id', '>', afterId);
    const rows = await query.execute();
    const tickets = rows.map((row) => presentLiveTicket(stateFromRow(row), pack));
    parts.push(...items(tickets, parts.length === 0));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    afterId = last.id;
  }
  const done = await readDone(trx, startOfDay(clock.now(), pack.timeZone), departmentCode);
  return sharedJson([`{"seq":${seq},"tickets":[`, ...parts, `],"done":${JSON.stringify(done)}}`]);
}

/** A page of an array's items as JSON, with the comma that goes before it; nothing for an empty page. */
function items(page: unknown[], isFirst: boolean): string[] {
  if (page.length === 0) return [];
  return [`${isFirst ? '' : ','}${JSON.stringify(page).slice(1, -1)}`];
}

async function readDone(
  trx: Transaction,
  sinceMs: number,
  departmentCode: string | null,
): Promise<DoneTicket[]> {
  let query = trx
    .selectFrom('ticket')
    .select(['id', 'version', 'department_code', 'resolved_at'])
    .where('status', 'in', ['resolved', 'closed'])
    .where('resolved_at', '>=', new Date(sinceMs));
  if (departmentCode !== null) query = query.where('department_code', '=', departmentCode);
  const rows = await query.execute();
  return rows.flatMap(({ id, version, department_code, resolved_at }) =>
    resolved_at === null
      ? []
      : [{ id, version, departmentCode: department_code, resolvedAt: resolved_at.toISOString() }],
  );
}
