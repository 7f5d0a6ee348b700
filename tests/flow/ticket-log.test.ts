import { afterAll, beforeAll, expect, test } from 'vitest';
import { headSeq, readLog } from '../../server/tickets/log.ts';
import { stateFromRow } from '../../server/tickets/state.ts';
import { type LogEntry, rebuildTicket } from '../../shared/ticket/log-entry.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';

let part: TicketsUnderTest;
beforeAll(async () => {
  part = await startTickets();
});
afterAll(() => part.stop());

test('a reader that follows while many write sees every number once, in order, none below what it saw', async () => {
  const before = await headSeq(part.db);
  const WRITERS = 16;
  const EACH = 12;
  let writing = true;
  const seen: number[] = [];
  const reader = (async () => {
    let after = before;
    let rest = true;
    while (rest) {
      rest = writing;
      const rows = await readLog(part.db, { after, limit: 50 });
      seen.push(...rows.map(({ seq }) => seq));
      after = rows.at(-1)?.seq ?? after;
      if (rows.length > 0) rest = true;
    }
  })();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < EACH; n++) {
        const opened = part.openTicket();
        // Some transactions fail after taking their number; it must not be lost to the reader.
        if (n % 4 === writer % 4) await failAfterWriting();
        await opened;
      }
    }),
  );
  writing = false;
  await reader;
  expect(seen).toEqual(Array.from({ length: WRITERS * EACH }, (_, n) => before + n + 1));
});

async function failAfterWriting(): Promise<void> {
  const failure = new Error('after the entry was written');
  const failing = part.db.transaction().execute(async (trx) => {
    await part.tickets.open(
      trx,
      { reportId: crypto.randomUUID(), channel: 'laksa', category: 'blaze', location: null },
      buildActor(),
    );
    throw failure;
  });
  await expect(failing).rejects.toBe(failure);
}

test('from the log alone the ticket can be rebuilt, whatever happened to it', async () => {
  const operator = buildActor('operator');
  const { tickets, openTicket, clock } = part;
  const opened = await openTicket();
  const step = async (command: Parameters<typeof tickets.perform>[0], body: object) => {
    clock.advance(60_000);
    const { version } = await current(opened.id);
    await tickets.perform(command, opened.id, { version, ...body } as never, operator);
  };
  await step('verify', { category: 'blaze', location: { lat: -2.98, lng: 120.18 } });
  await step('route', { departmentCode: 'SIAGA' });
  await step('acknowledge', {});
  await step('return', { reason: 'not ours' });
  await step('route', { departmentCode: 'JALAN', reason: 'theirs' });
  await step('start', {});
  await step('reprioritise', { priority: 'low' });
  await step('resolve', { note: 'done' });
  await step('reopen', { reason: 'not done' });
  await step('note', { note: 'called back' });
  const other = await openTicket({ location: null });
  await step('merge', { into: other.id });
  for (const id of [opened.id, other.id]) {
    const entries = await part.db
      .selectFrom('ticket_log')
      .select(['changes', 'version'])
      .where('ticket_id', '=', id)
      .orderBy('seq')
      .execute();
    const rebuilt = rebuildTicket(entries as Pick<LogEntry, 'changes' | 'version'>[]);
    expect(rebuilt).toEqual(await current(id));
  }
});

test('numbers carry prefix and year of the city and count without gaps', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => part.openTicket()));
  const counts = made.map(({ number }) => {
    expect(number).toMatch(/^KKL-2026-\d{6}$/);
    return Number(number.slice(-6));
  });
  const sorted = counts.toSorted((a, b) => a - b);
  const first = sorted[0] ?? 0;
  expect(sorted).toEqual(sorted.map((_, n) => first + n));
});

async function current(id: string) {
  return stateFromRow(
    await part.db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}
