import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProcessReports } from '../../server/pipeline/process-reports.ts';
import { buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit(20);
  // All connections are there before the race begins, or the first would win it alone.
  await Promise.all(Array.from({ length: 20 }, () => kit.pool.query('select pg_sleep(0.1)')));
});
afterEach(() => kit.close());

test('reports of one incident that many workers process at the same moment open one ticket', async () => {
  const reports = Array.from({ length: 40 }, (_, i) =>
    buildReport({ location: buildPin({ east: (i % 7) * 30 - 90, north: (i % 5) * 30 - 60 }) }),
  );
  const ids = await kit.receive(...reports);
  const workers = Array.from({ length: 16 }, () => createProcessReports(kit.deps));
  await Promise.all(ids.map((id, i) => workers[i % workers.length]?.([id])));
  expect(await kit.tickets()).toMatchObject([{ reportCount: 40 }]);
});

test('a text and its pin that two workers process at the same moment end up on one ticket', async () => {
  const pairs = Array.from({ length: 15 }, (_, i) => {
    const reporter = { accountId: `ID.${i}` };
    const location = buildPin({ east: i * 3000 });
    return [buildReport({ reporter, location: null }), buildReport({ reporter, text: 'banjir', location })];
  });
  const ids = await kit.receive(...pairs.flat());
  await Promise.all(ids.map((id) => kit.process([id])));
  const tickets = await kit.tickets();
  expect(tickets).toHaveLength(15);
  expect(tickets.every(({ reportCount, location }) => reportCount === 2 && location)).toBe(true);
});

test('batches that cross each other and people at work on the same tickets do not block each other for good', async () => {
  const places = Array.from({ length: 6 }, (_, i) => buildPin({ east: i * 3000 }));
  const first = await kit.receive(...places.map((location) => buildReport({ location })));
  await kit.process(first);
  const tickets = await kit.tickets();
  const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
  const batches = await Promise.all(
    [places, places.toReversed(), places, places.toReversed()].map((order) =>
      kit.receive(...order.map((location) => buildReport({ location }))),
    ),
  );
  const notes = tickets.flatMap(({ id }) =>
    Array.from({ length: 3 }, async () => {
      const { version } = await kit.db
        .selectFrom('ticket')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      // Somebody else may have been quicker; that is a conflict, not a deadlock.
      await kit.commands.perform('note', id, { version, note: 'di jalan' }, actor).catch((error: unknown) => {
        expect(error).toMatchObject({ problem: 'conflict' });
      });
    }),
  );
  await Promise.all([...batches.map((ids) => kit.process(ids)), ...notes]);
  const after = await kit.tickets();
  expect(after.map(({ reportCount }) => reportCount)).toEqual([5, 5, 5, 5, 5, 5]);
});
