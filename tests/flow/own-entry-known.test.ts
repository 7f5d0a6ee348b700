import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEnterTicket } from '../../server/channels/operator/enter-ticket.ts';
import { insertReport } from '../../server/intake/insert-report.ts';
import { createFindLikely } from '../../server/pipeline/find-likely.ts';
import { createLikenessNow } from '../../server/pipeline/sightings.ts';
import { listProposals } from '../../server/tickets/proposals.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { createTicketBody } from '../../shared/wire/api.ts';
import { buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';
import { buildActor } from '../support/tickets.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

const actor = buildActor('operator');

/** An operator's own entry, as the server takes it. */
function enter(body: object): Promise<{ ticket: TicketState; created: boolean }> {
  const { db, clock, commands: tickets } = kit;
  const findLikely = createFindLikely({ likenessNow: createLikenessNow(tangerang), clock });
  const take = createEnterTicket({ db, pack: tangerang, tickets, insertReport, clock, findLikely });
  return take(createTicketBody.parse(body), actor);
}
const proposalsOf = ({ id }: TicketState) => listProposals(kit.db, tangerang, id);
const at = (moved: Parameters<typeof buildPin>[0]) => {
  const { lat, lng } = buildPin(moved);
  return { lat, lng };
};

test('an own entry of what citizens report is never joined by itself, but proposed on both tickets, and its history says so', async () => {
  await kit.process(await kit.receive(buildReport({ text: 'kebakaran rumah' })));
  const { ticket, created } = await enter({ category: 'fire', location: at({ east: 40 }) });
  expect(created).toBe(true);
  const [known] = await kit.tickets();
  expect(known).toMatchObject({ reportCount: 1 });
  const [proposal] = await proposalsOf(ticket);
  expect(proposal).toMatchObject({
    ticket: { number: known?.number },
    because: expect.arrayContaining(['40 m']),
  });
  expect(known && (await proposalsOf(known))).toMatchObject([{ ticket: { number: ticket.number } }]);
  const [opened] = await kit.db
    .selectFrom('ticket_log')
    .select(['type', 'details'])
    .where('ticket_id', '=', ticket.id)
    .execute();
  expect(opened).toMatchObject({
    type: 'ticket.opened',
    details: { ticketNumber: known?.number, score: proposal?.score },
  });
});

test('an entry told in words alone is proposed by the place they name; what is elsewhere is not', async () => {
  const first = await enter({ category: 'fallen-tree', address: 'depan pasar anyar', text: 'pohon tumbang' });
  const second = await enter({ category: 'fallen-tree', address: 'pasar anyar', text: 'pohon tumbang' });
  const far = await enter({ category: 'fallen-tree', location: at({ north: 9000 }) });
  const nowhere = await enter({ category: 'fallen-tree', text: 'pohon tumbang' });
  expect(await proposalsOf(second.ticket)).toMatchObject([{ ticket: { number: first.ticket.number } }]);
  for (const { ticket } of [far, nowhere]) expect(await proposalsOf(ticket)).toEqual([]);
});

test('two operators who take down the same at once do not miss each other', async () => {
  const entries = await Promise.all(
    Array.from({ length: 4 }, (_, index) => enter({ category: 'fire', location: at({ east: index * 10 }) })),
  );
  const found = await Promise.all(entries.map(({ ticket }) => proposalsOf(ticket)));
  // Each knows each other one.
  expect(found.map((proposals) => proposals.length)).toEqual([3, 3, 3, 3]);
});

test('an entry that says again what is known adds to it and is proposed to nothing', async () => {
  const { ticket: known } = await enter({ category: 'fire', location: at({}) });
  const { ticket } = await enter({ category: 'fire', location: at({}), joinTicketId: known.id });
  expect(ticket).toMatchObject({ id: known.id, reportCount: 2 });
  expect(await proposalsOf(known)).toEqual([]);
});
