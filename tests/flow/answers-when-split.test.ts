import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswer } from '../../server/replies/answer.ts';
import { readRecipients } from '../../server/replies/recipients.ts';
import { listReplies } from '../../server/replies/reply-rows.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

const OPERATOR = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
const DAY_MS = 24 * 60 * 60_000;

let kit: PipelineKit;
let answer: ReturnType<typeof createAnswer>;
beforeAll(async () => {
  kit = await createPipelineKit();
  const { db, commands: tickets, clock } = kit;
  const setUp = { whatsapp: true, template: false };
  answer = createAnswer({
    db,
    pack: tangerang,
    tickets,
    clock,
    setUp,
    template: null,
    announce: async () => {},
  });
});
afterAll(() => kit.close());

const versionOf = async (id: string) => (await kit.tickets()).find((one) => one.id === id)?.version ?? 0;
const reportsOf = async (ticketId: string) =>
  (await kit.db.selectFrom('report').select('id').where('ticket_id', '=', ticketId).execute()).map(
    ({ id }) => id,
  );

/** One ticket that so many people told of, each so many times; on a day of its own, so that nothing older is joined. */
async function tellOf(timesEach: readonly number[]): Promise<string> {
  kit.clock.advance(3 * DAY_MS);
  let ticketId = '';
  for (const [person, times] of timesEach.entries())
    for (let time = 0; time < times; time += 1) {
      const occurredAt = new Date(kit.clock.now() + (person * 10 + time) * 1000).toISOString();
      const reporter = { name: `Orang ${person}`, accountId: `ID.${kit.clock.now()}-${person}` };
      const [id = ''] = await kit.receive(buildReport({ occurredAt, reporter }));
      await kit.process([id]);
      ticketId = (await kit.report(id)).ticket_id ?? '';
    }
  expect(await reportsOf(ticketId)).toHaveLength(timesEach.reduce((sum, times) => sum + times, 0));
  return ticketId;
}

/** `pick`: which of a ticket's reports, as often as it has some. */
const step = fc.record({
  act: fc.constantFrom('answer', 'split', 'merge'),
  ticket: fc.nat(),
  pick: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

test('wherever reports go, each answer is found once, with the report of the person it was written to', async () => {
  const people = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(people, fc.array(step, { minLength: 3, maxLength: 8 }), async (timesEach, steps) => {
      const open = [await tellOf(timesEach)];
      const written = new Map<string, string>();
      const write = async (id: string) => {
        const { replies } = await answer(
          id,
          { version: await versionOf(id), text: 'Kami datang.' },
          OPERATOR,
        );
        for (const reply of replies) written.set(reply.id, reply.reportId);
      };
      await write(open[0] ?? '');
      for (const { act, ticket, pick } of steps) {
        const id = open[ticket % open.length] ?? '';
        const version = await versionOf(id);
        const other = open.find((one) => one !== id);
        const reportIds = (await reportsOf(id)).filter((_, at) => pick[at]).slice(1);
        if (act === 'answer') await write(id);
        else if (act === 'split' && reportIds.length > 0) {
          await kit.commands.perform('split', id, { version, reportIds }, OPERATOR);
          open.push((await kit.report(reportIds[0] ?? '')).ticket_id ?? '');
        } else if (act === 'merge' && other) {
          await kit.commands.perform('merge', id, { version, into: other }, OPERATOR);
          open.splice(open.indexOf(id), 1);
        }
        const found = new Map<string, string>();
        for (const one of open) {
          const [replies, recipients] = [await listReplies(kit.db, one), await readRecipients(kit.db, one)];
          const there = new Map(
            recipients.flatMap(({ name, reportIds: own }) => own.map((own1) => [own1, name])),
          );
          for (const reply of replies) {
            expect(found.has(reply.id)).toBe(false);
            expect(there.get(reply.reportId)).toBe(reply.name);
            found.set(reply.id, reply.reportId);
          }
        }
        expect(found).toEqual(written);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('of somebody whose reports are taken apart, the answer goes with the message that it quotes', async () => {
  const from = await tellOf([2, 1]);
  const [first = '', latest = ''] = await reportsOf(from);
  await answer(from, { version: await versionOf(from), text: 'Kami datang.' }, OPERATOR);
  await kit.commands.perform('split', from, { version: await versionOf(from), reportIds: [first] }, OPERATOR);
  expect((await listReplies(kit.db, from)).map(({ reportId }) => reportId)).toContain(latest);
  await kit.commands.perform(
    'split',
    from,
    { version: await versionOf(from), reportIds: [latest] },
    OPERATOR,
  );
  const taken = (await kit.report(latest)).ticket_id ?? '';
  expect((await listReplies(kit.db, taken)).map(({ reportId }) => reportId)).toEqual([latest]);
  expect((await listReplies(kit.db, from)).map(({ name }) => name)).toEqual(['Orang 1']);
});
