import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepAml } from '../../server/channels/call112/keep-aml.ts';
import { createEnterTicket } from '../../server/channels/operator/enter-ticket.ts';
import { insertReport } from '../../server/intake/insert-report.ts';
import { toAppError } from '../../server/platform/errors.ts';
import { keepProposals, listProposals } from '../../server/tickets/proposals.ts';
import { createDecideLikeness } from '../../server/tickets/verdict.ts';
import { createTicketBody } from '../../shared/wire/api.ts';
import { buildCall } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';
import { buildActor } from '../support/tickets.ts';
import { until } from '../support/until.ts';

/**
 * Whoever locks several rows takes reports before tickets, both in the order of their ids, and the log's counter
 * last. Somebody else is in the middle of something here and must still be able to go on.
 */
let kit: PipelineKit;
let other: pg.Client;
beforeEach(async () => {
  kit = await createPipelineKit();
  other = new pg.Client({ connectionString: kit.database.url });
  await other.connect();
  await other.query('begin');
});
afterEach(async () => {
  await other.end();
  await kit.close();
});

const actor = buildActor('operator');
const somebodyWaits = () =>
  until(async () => {
    const { rows } = await kit.pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length > 0;
  });
const lock = (table: 'report' | 'ticket' | 'counter', key: string) =>
  other.query(`select from ${table} where ${table === 'counter' ? 'name' : 'id'} = $1 for update nowait`, [
    key,
  ]);

/** Calls, each with a ticket of its own. */
async function receiveCalls(count: number, at = '2026-03-01T10:00:00.000Z') {
  const calls = Array.from({ length: count }, (_, index) =>
    buildCall({
      externalId: `call-${index}`,
      occurredAt: new Date(Date.parse(at) + index * 1000).toISOString(),
    }),
  );
  const reportIds = await kit.receive(...calls);
  await kit.process(reportIds);
  return { reportIds, tickets: await kit.tickets() };
}

describe('a merge', () => {
  test('holds neither ticket nor the log while somebody has one of the reports in hand', async () => {
    const { reportIds, tickets } = await receiveCalls(2);
    const [from, into] = tickets;
    await lock('report', reportIds[0] ?? '');
    const body = { version: from?.version ?? 0, into: into?.id ?? '' };
    const merging = kit.commands.perform('merge', from?.id ?? '', body, actor);
    await somebodyWaits();
    await lock('ticket', from?.id ?? '');
    await lock('counter', 'log');
    await other.query('commit');
    expect(await merging).toMatchObject({ status: 'merged' });
    expect(await kit.report(reportIds[0] ?? '')).toMatchObject({ ticket_id: into?.id });
  });
});

describe('a split', () => {
  test('and a verdict on a likeness hold neither ticket nor the log while somebody has one of the reports in hand', async () => {
    const { reportIds, tickets } = await receiveCalls(2);
    const [into, from] = tickets;
    const { db, deps, clock } = kit;
    const otherId = into?.id ?? '';
    const pair = { ticketId: from?.id ?? '', otherId, reportId: reportIds[1] ?? '', score: 0.7, because: [] };
    await keepProposals(db, [pair], '2026-03-01T10:00:00.000Z');
    const [proposal] = await listProposals(db, deps.pack, otherId);
    const decide = createDecideLikeness({ db, pack: deps.pack, tickets: kit.commands, clock });
    await lock('report', reportIds[1] ?? '');
    const body = { verdict: 'same' as const, version: into?.version ?? 0 };
    const deciding = decide(otherId, proposal?.id ?? '', body, actor);
    await somebodyWaits();
    await lock('ticket', otherId);
    await lock('counter', 'log');
    await other.query('commit; begin');
    const { version } = await deciding;
    await lock('report', reportIds[1] ?? '');
    const taken = { version, ticketId: from?.id ?? '' };
    const splitting = kit.commands.perform('split', otherId, taken, actor);
    await somebodyWaits();
    await lock('ticket', from?.id ?? '');
    await lock('counter', 'log');
    await other.query('commit');
    expect(await splitting).toMatchObject({ reportCount: 1 });
  });
});

describe("a handset's position", () => {
  test('takes the calls it places in the order of everybody', async () => {
    const later = buildCall({ occurredAt: '2026-03-01T10:00:05.000Z' });
    const [second = '', written = ''] = await kit.receive(later, buildCall());
    // Written last, and the older call, but first by its id.
    const first = '00000000-0000-7000-8000-000000000000';
    await kit.db.updateTable('report').set({ id: first }).where('id', '=', written).execute();
    await lock('report', first);
    const keeping = keepAml(kit.db, {
      digest: randomUUID(),
      number: '+628111222333',
      lat: -6.2,
      lng: 106.65,
      accuracyM: 10,
      at: '2026-03-01T10:00:00.000Z',
      verified: true,
      raw: {},
    });
    await somebodyWaits();
    await lock('report', second);
    await other.query('commit');
    expect((await keeping).callReportIds.toSorted()).toEqual([first, second].toSorted());
  });
});

describe('what is learnt in a call', () => {
  test('goes to a new ticket when the call’s own is closed at that moment', async () => {
    const { tickets } = await receiveCalls(1);
    const [ticket] = tickets;
    await other.query("update ticket set status = 'rejected' where id = $1", [ticket?.id]);
    const { db, deps, clock } = kit;
    const enter = createEnterTicket({ db, pack: deps.pack, tickets: kit.commands, insertReport, clock });
    const body = createTicketBody.parse({ callId: 'call-0', text: 'kebakaran rumah', entryId: randomUUID() });
    const entering = enter(body, actor);
    await somebodyWaits();
    await other.query('commit');
    const { ticket: entered, created } = await entering;
    expect({ created, status: entered.status }).toEqual({ created: true, status: 'verified' });
    expect(entered.id).not.toBe(ticket?.id);
  });
});

test('should two ever wait for each other all the same, the one who loses is told to come again', async () => {
  const [first = '', second = ''] = await kit.receive(buildCall(), buildCall());
  const one = await kit.pool.connect();
  try {
    await one.query("begin; set local deadlock_timeout = '10ms'");
    await one.query('select from report where id = $1 for update', [first]);
    await other.query('select from report where id = $1 for update', [second]);
    const crossing = other.query('select from report where id = $1 for update', [first]);
    await somebodyWaits();
    const lost = one.query('select from report where id = $1 for update', [second]);
    const error = await lost.catch((refusal: unknown) => toAppError(refusal));
    expect(error).toMatchObject({ problem: 'unavailable', options: { retryAfterS: 1 } });
    await one.query('rollback');
    await crossing;
  } finally {
    one.release();
  }
});
