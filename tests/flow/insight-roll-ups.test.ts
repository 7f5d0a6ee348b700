import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkKpi, lastKpiCheck } from '../../server/insight/check-kpi.ts';
import { followLog } from '../../server/insight/follow-log.ts';
import { listInsightTickets } from '../../server/insight/list-tickets.ts';
import { startNightlyCheck } from '../../server/insight/nightly-check.ts';
import { readInsight } from '../../server/insight/read-insight.ts';
import { startRollUps } from '../../server/insight/roll-ups.ts';
import { createLog } from '../../server/platform/log.ts';
import { createLogTail } from '../../server/tickets/log-tail.ts';
import { stateFromRow } from '../../server/tickets/state.ts';
import { systemActor } from '../../shared/access/actor.ts';
import { DIMENSIONS } from '../../shared/kpi/measures.ts';
import { dueSlaEvents } from '../../shared/ticket/sla.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { InsightAnswer, InsightQuery, InsightTicketsQuery } from '../../shared/wire/insight.ts';
import { countDirectly } from '../support/count-directly.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

const HOUR_MS = 60 * 60_000;
const operator = buildActor();
/** In Hulu and in Hilir of the small city, and outside it. */
const PLACES = [
  { lat: -2.98, lng: 120.18 },
  { lat: -3.02, lng: 120.2 },
  { lat: -5, lng: 100 },
];

let parts: TicketsUnderTest;
beforeEach(async () => {
  parts = await startTickets();
});
afterEach(() => parts.stop());

const zone = () => parts.pack.timeZone;
const deps = () => ({ db: parts.db, pack: parts.pack, timeZone: zone(), clock: parts.clock });
const read = (query: InsightQuery = {}) => readInsight(deps(), query);
const behind = async (query: Partial<InsightTicketsQuery>) =>
  (await listInsightTickets(deps(), { set: 'opened', after: 0, ...query })).total;

async function followAll(limit = 500): Promise<void> {
  while ((await followLog(parts.db, zone(), limit)) > 0);
}

async function give(id: string, command: Command, body: object = {}): Promise<TicketState> {
  const { version } = await current(id);
  return parts.tickets.perform(command, id, { version, ...body } as never, operator);
}

async function current(id: string): Promise<TicketState> {
  const row = parts.db.selectFrom('ticket').selectAll().where('id', '=', id);
  return stateFromRow(await row.executeTakeFirstOrThrow());
}

async function everyTicket(): Promise<TicketState[]> {
  return (await parts.db.selectFrom('ticket').selectAll().execute()).map(stateFromRow);
}

async function solve(id: string): Promise<void> {
  await give(id, 'route', { departmentCode: 'JALAN' });
  await give(id, 'acknowledge');
  await give(id, 'resolve');
}

/** Writes the warnings that are due, as the SLA clock does. */
async function ring(): Promise<void> {
  for (const ticket of await everyTicket()) {
    for (const event of dueSlaEvents(ticket, parts.clock.now())) {
      await parts.db
        .transaction()
        .execute((trx) => parts.tickets.markSla(trx, ticket.id, event, systemActor('sla'), () => true));
    }
  }
}

/** One step of somebody's day; what is not possible just then is left out. */
type Step = { act: Command | 'open' | 'wait'; which: number; choice: number };
const BODIES: Partial<Record<Command, (choice: number) => object>> = {
  verify: (n) => ({ category: ['blaze', 'broken-road', 'anything'][n % 3], location: PLACES[n % 3] }),
  route: (n) => ({ departmentCode: n % 2 ? 'JALAN' : 'SIAGA' }),
  return: () => ({ reason: 'not ours' }),
  reopen: () => ({ reason: 'it is back' }),
  reject: () => ({ reason: 'a prank' }),
};
const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act']>(
      ...([
        'open',
        'open',
        'open',
        'wait',
        'wait',
        'verify',
        'route',
        'route',
        'acknowledge',
        'start',
      ] as const),
      ...(['resolve', 'resolve', 'return', 'reopen', 'close', 'reject', 'merge', 'note'] as const),
    ),
    which: fc.nat(30),
    choice: fc.nat(5),
  }),
  { minLength: 40, maxLength: 70 },
);

async function live(step: Step, ids: string[]): Promise<void> {
  const { act, which, choice } = step;
  if (act === 'wait') {
    parts.clock.advance((1 + choice * 17) * HOUR_MS);
    return ring();
  }
  if (act === 'open' || ids.length === 0) {
    const channel = (['whatsapp', '112', 'laksa'] as const)[choice % 3];
    const point = PLACES[which % 3] ?? parts.pack.centre;
    const location = choice === 5 ? null : { ...point, accuracyM: 30, source: 'pin' as const };
    const category = choice % 2 ? 'broken-road' : 'blaze';
    ids.push((await parts.openTicket({ channel: channel ?? 'whatsapp', location, category })).id);
    return;
  }
  const id = ids[which % ids.length] ?? '';
  const ticket = await current(id);
  if (!isPossible(ticket.status, act)) return;
  if (act === 'merge') {
    const others = (await everyTicket()).filter(
      (other) => other.id !== id && isPossible(other.status, 'merge'),
    );
    const into = others[choice % Math.max(1, others.length)];
    if (into) await give(id, 'merge', { into: into.id });
    return;
  }
  await give(id, act, act === 'note' ? { note: 'seen' } : BODIES[act]?.(choice));
}

async function expectRight(query: InsightQuery): Promise<InsightAnswer> {
  const answer = await read(query);
  const { from, to, ...filters } = query;
  const expected = countDirectly(await everyTicket(), answer.period, zone(), filters as never);
  const { opened, resolved, open, overdue, breached, onTime } = answer.current;
  expect({
    ...{ opened, resolved, open, overdue, breached, onTime },
    backlog: answer.backlog.current,
    solve: answer.histograms.current.solve,
  }).toEqual(expected);
  return answer;
}

test('whatever happens, the sums from the log are what counting the tickets gives, and the check agrees', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 40 }), async (history, limit) => {
      await sql`truncate kpi_position, kpi_ticket, kpi_cube, ticket_log, ticket cascade`.execute(parts.db);
      await sql`update counter set value = 0 where name = 'log'`.execute(parts.db);
      const ids: string[] = [];
      for (const [n, step] of history.entries()) {
        await live(step, ids);
        if (n % 9 === 0) await followLog(parts.db, zone(), limit);
      }
      await followAll(limit);
      const answer = await expectRight({});
      await expectRight({ department: 'JALAN' });
      await expectRight({ kecamatan: 'Hulu', channel: 'whatsapp' });
      await expectRight({ kecamatan: '-', category: 'broken-road', department: 'JALAN' });
      for (const dimension of DIMENSIONS) {
        const sum = answer.groups[dimension].reduce((total, group) => total + (group.current.opened ?? 0), 0);
        expect(sum).toBe(answer.current.opened);
        for (const { code, current: figures } of answer.groups[dimension]) {
          expect(await behind({ [dimension]: code, set: 'open' })).toBe(figures.open);
          expect(await behind({ [dimension]: code, set: 'resolve_breached' })).toBe(figures.breached);
        }
      }
      expect(await checkKpi(deps())).toMatchObject({ differences: 0 });
    }),
    { numRuns: 6 },
  );
});

describe('a ticket that moves', () => {
  const places = async () => {
    const { groups } = await read();
    return Object.fromEntries(
      DIMENSIONS.map((dimension) => [
        dimension,
        groups[dimension].map(({ code, current: { opened } }) => `${code} ${opened}`).join(', '),
      ]),
    );
  };

  test('counts where it is now: routed, placed, recategorised', async () => {
    const { id } = await parts.openTicket({ category: 'broken-road', location: null });
    await followAll();
    expect(await places()).toEqual({
      ...{ department: 'JALAN 1', kecamatan: '- 1', category: 'broken-road 1', channel: 'whatsapp 1' },
    });
    await give(id, 'verify', { category: 'anything', location: PLACES[1] });
    await give(id, 'route', { departmentCode: 'SIAGA' });
    await followAll();
    expect(await places()).toEqual({
      ...{ department: 'SIAGA 1', kecamatan: 'Hilir 1', category: 'anything 1', channel: 'whatsapp 1' },
    });
  });

  test('merged it counts nowhere, and split again as before', async () => {
    const kept = await parts.openTicket();
    const same = await parts.openTicket({ category: 'blaze' });
    await followAll();
    expect((await read()).current).toMatchObject({ opened: 2, open: 2 });
    await give(same.id, 'merge', { into: kept.id });
    await followAll();
    expect((await read()).current).toMatchObject({ opened: 1, open: 1 });
    expect((await places()).category).toBe('broken-road 1');
    await give(kept.id, 'split', { ticketId: same.id });
    await followAll();
    expect((await read()).current).toMatchObject({ opened: 2, open: 2 });
  });

  test('reopened it is not resolved any more, and its resolution is counted as one that did not hold', async () => {
    const { id } = await parts.openTicket();
    const other = await parts.openTicket();
    await solve(id);
    await solve(other.id);
    await followAll();
    expect((await read()).current).toMatchObject({ resolved: 2, declared: 2, reopened: 0, stayedSolved: 1 });
    parts.clock.advance(30 * HOUR_MS);
    await give(id, 'reopen', { reason: 'it is back' });
    await followAll();
    const { current: now, before } = await read();
    expect(now).toMatchObject({ resolved: 1, declared: 2, reopened: 1, stayedSolved: 0.5, open: 1 });
    expect(before).toMatchObject({ opened: 0, open: 0 });
    expect(await behind({ set: 'reopened' })).toBe(1);
  });
});

test('what was open at the end of a day that is past can still be told, by age', async () => {
  const first = await parts.openTicket();
  parts.clock.advance(4 * 24 * HOUR_MS);
  const second = await parts.openTicket();
  parts.clock.advance(2 * 24 * HOUR_MS);
  await solve(first.id);
  parts.clock.advance(24 * HOUR_MS);
  await give(first.id, 'reopen', { reason: 'again' });
  await solve(second.id);
  await followAll();
  const at = async (to: string) => (await read({ from: to, to })).backlog.current;
  expect(await at('2026-11-21')).toEqual([1, 0, 0, 0, 0, 0]);
  expect(await at('2026-11-25')).toEqual([1, 0, 1, 0, 0, 0]);
  expect(await at('2026-11-27')).toEqual([0, 1, 0, 0, 0, 0]);
  expect(await at('2026-11-28')).toEqual([0, 0, 0, 1, 0, 0]);
  expect(await behind({ set: 'open', from: '2026-11-25', to: '2026-11-25', age: 2 })).toBe(1);
  expect(await behind({ set: 'open', from: '2026-11-20', to: '2026-11-20' })).toBe(0);
});

test('a day is the city’s: what comes in before its midnight belongs to the day that ends', async () => {
  // The small city is eight hours ahead.
  parts.clock.set(Date.parse('2026-11-21T15:59:59Z'));
  await parts.openTicket();
  parts.clock.set(Date.parse('2026-11-21T16:00:00Z'));
  await parts.openTicket();
  await followAll();
  const { days } = await read({ from: '2026-11-21', to: '2026-11-22' });
  expect(days.map(({ opened }) => opened)).toEqual([1, 1]);
});

describe('exactly once', () => {
  test('many who follow at once, and break off anywhere, count each entry once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push((await parts.openTicket()).id);
    for (const id of ids.slice(0, 6)) await solve(id);
    const failure = new Error('killed');
    const broken = parts.db.transaction().execute(async (trx) => {
      await sql`update kpi_position set seq = 99`.execute(trx);
      throw failure;
    });
    await expect(broken).rejects.toBe(failure);
    await Promise.all(Array.from({ length: 4 }, () => followAll(3)));
    await expectRight({});
    expect(await followLog(parts.db, zone(), 10)).toBe(0);
  });

  test('a city with a history builds its figures by itself, and goes on after an outage', async () => {
    const log = createLog('silent');
    for (let n = 0; n < 5; n++) await parts.openTicket();
    const tail = createLogTail({ databaseUrl: parts.url, log, pollMs: 50 });
    const start = () => startRollUps({ db: parts.db, tail, timeZone: zone(), log, settleMs: 1 });
    const counted = (n: number) => until(async () => (await read()).current.opened === n);
    const first = start();
    await counted(5);
    await first.close();
    await parts.openTicket();
    expect(await read()).toMatchObject({ behind: 1 });
    const second = start();
    await counted(6);
    await parts.openTicket();
    await counted(7);
    await second.close();
    await tail.close();
    await expectRight({});
  });

  test('figures made with another time zone are made anew', async () => {
    await parts.openTicket();
    await followLog(parts.db, 'America/Lima', 500);
    expect((await read({ from: '2026-11-21', to: '2026-11-21' })).current.opened).toBe(1);
    await followAll();
    await expectRight({});
    expect(await checkKpi(deps())).toMatchObject({ differences: 0, tickets: 1 });
  });
});

describe('counting anew from the log', () => {
  test('finds a sum that was changed by hand and names it', async () => {
    await parts.openTicket();
    await followAll();
    await sql`update kpi_cube set opened = opened + 1 where dims = 8`.execute(parts.db);
    const { differences, examples } = await checkKpi(deps());
    expect({ differences, examples }).toEqual({
      differences: 1,
      examples: ['opened, JALAN * * *, 2026-11-21: 2 kept, 1 from the log'],
    });
    expect(await lastKpiCheck(parts.db)).toMatchObject({ differences: 1, tickets: 1 });
  });

  test('finds a ticket whose facts were changed, and does not look at the ticket table', async () => {
    const { id } = await parts.openTicket();
    await followAll();
    await sql`update ticket set department_code = 'SIAGA'`.execute(parts.db);
    expect(await checkKpi(deps())).toMatchObject({ differences: 0 });
    await sql`update kpi_ticket set opened_on = '2020-01-01'`.execute(parts.db);
    expect((await checkKpi(deps())).examples).toEqual([`the facts of ticket ${id}`]);
  });

  test('is done once a night, at the city’s hour, and a difference is an error in the log and in the metrics', async () => {
    const said: unknown[] = [];
    const log = { ...createLog('silent'), error: (fields: object) => said.push(fields) } as never;
    const gauge: number[] = [];
    const metrics = { kpiDifferences: { set: (value: number) => gauge.push(value) } } as never;
    const nightly = startNightlyCheck({ ...deps(), log, metrics, lookMs: 3_600_000 });
    await parts.openTicket();
    await followAll();
    await nightly.look();
    expect(await lastKpiCheck(parts.db)).toBeNull();
    // Ten past three in the small city.
    parts.clock.set(Date.parse('2026-11-21T19:10:00Z'));
    await sql`update kpi_cube set opened = 7 where dims = 0 and opened = 1`.execute(parts.db);
    await nightly.look();
    await nightly.look();
    await nightly.close();
    expect(said).toEqual([expect.objectContaining({ differences: 1 })]);
    expect(gauge.at(-1)).toBe(1);
    const checks = await parts.db.selectFrom('kpi_check').select('id').execute();
    expect(checks).toHaveLength(1);
  });
});
