import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildCall } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

const NUMBER = '+628111222333';
const EXCHANGE = { lat: -6.18, lng: 106.64, accuracyM: 900, source: 'exchange' } as const;

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

/** What the handset of the caller sent by itself. */
async function sendAml(accuracyM: number, at: string, number = NUMBER): Promise<void> {
  await kit.db
    .insertInto('aml_location')
    .values({
      digest: createHash('sha256').update(randomUUID()).digest('hex'),
      device_number: number,
      lat: -6.2,
      lng: 106.65,
      accuracy_m: accuracyM,
      located_at: at,
      verified: true,
      raw: '{}',
    })
    .execute();
}

test('a call opens a ticket of the category for calls at once, without a place where none is known', async () => {
  const [id = ''] = await kit.receive(buildCall());
  await kit.process([id]);
  expect(await kit.tickets()).toMatchObject([{ category: 'call-112', priority: 'high', location: null }]);
});

test("the handset's position places the call, whether it came before or after", async () => {
  const call = buildCall({ location: EXCHANGE });
  await sendAml(2000, call.occurredAt);
  const [id = ''] = await kit.receive(call);
  await kit.process([id]);
  expect(await kit.tickets()).toMatchObject([{ location: { source: 'exchange', accuracyM: 900 } }]);
  await sendAml(12, '2026-03-01T10:04:00.000Z');
  await kit.process([id]);
  await kit.process([id]);
  const [ticket] = await kit.tickets();
  expect(ticket).toMatchObject({
    version: 2,
    reportCount: 1,
    location: { source: 'aml', accuracyM: 12, lat: -6.2 },
  });
  expect(await kit.logTypes(ticket?.id ?? '')).toEqual(['ticket.opened', 'ticket.located']);
});

test("another number's position, or one of a quarter of an hour before, is not the caller's", async () => {
  await sendAml(10, '2026-03-01T09:45:00.000Z');
  await sendAml(10, '2026-03-01T10:00:00.000Z', '+628999');
  const [id = ''] = await kit.receive(buildCall());
  await kit.process([id]);
  expect(await kit.tickets()).toMatchObject([{ location: null }]);
});

test('a place that an operator set is never overridden', async () => {
  const [id = ''] = await kit.receive(buildCall());
  await kit.process([id]);
  const [ticket] = await kit.tickets();
  const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
  const location = { lat: -6.17, lng: 106.63 };
  await kit.commands.perform('verify', ticket?.id ?? '', { version: 1, location }, actor);
  await sendAml(5, '2026-03-01T10:00:00.000Z');
  await kit.process([id]);
  expect(await kit.tickets()).toMatchObject([{ location: { source: 'operator', lat: -6.17 } }]);
});

test('two calls are two tickets', async () => {
  const ids = await kit.receive(buildCall({ location: EXCHANGE }), buildCall({ location: EXCHANGE }));
  await kit.process(ids);
  expect(await kit.tickets()).toHaveLength(2);
});
