import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { buildReading } from '../support/build-report.ts';
import { createPipelineKit, KIT_START, type PipelineKit } from '../support/pipeline-kit.ts';

const POST = 'alamanda';
const rule = tangerang.sensors.find(({ id }) => id === POST)?.rule ?? {
  raiseAt: 0,
  criticalAt: 0,
  clearAt: 0,
};
const at = (minute: number) => new Date(Date.parse(KIT_START) + minute * 60_000).toISOString();

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

/** One reading a minute from `from` on, all processed together or each by itself. */
async function read(levels: number[], { from = 0, together = true } = {}): Promise<string[]> {
  const ids = await kit.receive(...levels.map((level, i) => buildReading(POST, level, at(from + i))));
  if (together) await kit.process(ids);
  else for (const id of ids) await kit.process([id]);
  return ids;
}

describe('a water post', () => {
  test('opens one ticket an episode, tells it of the critical level and of the fall', async () => {
    await read([1.0, 2.1, 2.1, 2.6, 2.6, 1.9, 1.7], { together: false });
    const tickets = await kit.tickets();
    expect(tickets).toMatchObject([
      { category: 'high-water', channel: 'sensor', priority: 'critical', facts: { level: { value: 1.7 } } },
    ]);
    const entries = await kit.db
      .selectFrom('ticket_log')
      .select(['type', 'details'])
      .orderBy('seq')
      .execute();
    expect(entries.map(({ type }) => type)).toEqual([
      'ticket.opened',
      'ticket.measured',
      'ticket.measured',
      'ticket.measured',
    ]);
    expect(entries[1]?.details).toMatchObject({ toPriority: 'critical', level: { value: 2.6, fell: false } });
    expect(entries[3]?.details).toMatchObject({ level: { value: 1.7, unit: 'm', fell: true } });
  });

  test('marks quiet readings as done without a ticket and keeps every reading', async () => {
    const [quiet = '', high = ''] = await read([1.0, 2.4]);
    expect(await kit.report(quiet)).toMatchObject({
      state: 'processed',
      reason: 'below threshold',
      ticket_id: null,
    });
    expect((await kit.report(high)).ticket_id).not.toBeNull();
    const readings = await kit.db.selectFrom('sensor_reading').selectAll().orderBy('at').execute();
    expect(readings.map(({ value }) => value)).toEqual([1.0, 2.4]);
  });

  test('does not let an older reading that comes late change anything', async () => {
    await read([2.4], { from: 10 });
    const [late = ''] = await read([0.5], { from: 5 });
    expect(await kit.report(late)).toMatchObject({ state: 'processed', reason: 'out of order' });
    const [state] = await kit.db.selectFrom('sensor_state').selectAll().execute();
    expect(state).toMatchObject({ value: 2.4, alarm: true });
    expect(await kit.db.selectFrom('sensor_reading').selectAll().execute()).toHaveLength(2);
  });

  test('that nobody knows is set aside', async () => {
    const reading = buildReading(POST, 3, at(0));
    const measurement = { name: 'urn:dev:nobody:level', unit: 'm', value: 3, at: at(0) };
    const [id = ''] = await kit.receive({ ...reading, measurement });
    await kit.process([id]);
    expect(await kit.report(id)).toMatchObject({ state: 'set_aside', reason: 'unknown-sensor' });
  });

  test('tells the fall to the ticket that its own was merged into', async () => {
    await read([2.4]);
    const [mine] = await kit.tickets();
    await kit.db
      .transaction()
      .execute((trx) =>
        kit.commands.open(
          trx,
          { reportId: mine?.id ?? '', channel: 'operator', category: 'high-water', location: null },
          { kind: 'system', id: 'pipeline', name: 'pipeline', role: 'system', departmentCode: null },
        ),
      );
    const [, other] = await kit.tickets();
    const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
    const into = other?.id ?? '';
    await kit.commands.perform('merge', mine?.id ?? '', { version: mine?.version ?? 0, into }, actor);
    await read([1.5], { from: 5 });
    expect((await kit.logTypes(into)).at(-1)).toBe('ticket.measured');
  });

  test.each([
    ['m', 9999, 'implausible'],
    ['m', 1e308, 'implausible'],
    ['Cel', 31, 'other-unit'],
  ])('is not believed in %s of %d', async (unit, value, reason) => {
    const { measurement, ...reading } = buildReading(POST, 1, at(0));
    if (!measurement) throw new Error('no measurement');
    const [id = ''] = await kit.receive({ ...reading, measurement: { ...measurement, unit, value } });
    await kit.process([id]);
    expect(await kit.report(id)).toMatchObject({ state: 'set_aside', reason });
    expect(await kit.tickets()).toEqual([]);
  });

  test.each([
    ['cm', 261],
    ['mm', 2610],
    ['', 2.61],
  ])('is understood in %j, too', async (unit, value) => {
    const { measurement, ...reading } = buildReading(POST, 1, at(0));
    if (!measurement) throw new Error('no measurement');
    await kit.process(await kit.receive({ ...reading, measurement: { ...measurement, unit, value } }));
    expect(await kit.tickets()).toMatchObject([
      { priority: 'critical', facts: { level: { value: expect.closeTo(2.61), unit: 'm' } } },
    ]);
  });

  test('whose ticket was ended while the water still rises opens another, and only then', async () => {
    await read([2.4]);
    const [first] = await kit.tickets();
    const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
    await kit.commands.perform('reject', first?.id ?? '', { version: 1, reason: 'alat rusak' }, actor);
    await read([2.4, 2.3, 1.9], { from: 5 });
    expect(await kit.tickets()).toMatchObject([{ status: 'rejected', version: 2 }]);
    await read([2.8, 2.9, 1.5], { from: 10 });
    expect(await kit.tickets()).toMatchObject([
      { status: 'rejected', version: 2, priority: 'high' },
      { status: 'new', priority: 'critical', facts: { level: { value: 1.5 } } },
    ]);
  });

  test('tells the ticket that its own was merged into in the end', async () => {
    await read([2.4]);
    const [mine] = await kit.tickets();
    const system = {
      kind: 'system',
      id: 'pipeline',
      name: 'pipeline',
      role: 'system',
      departmentCode: null,
    } as const;
    const actor = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
    const open = () =>
      kit.db
        .transaction()
        .execute((trx) =>
          kit.commands.open(
            trx,
            { reportId: mine?.id ?? '', channel: 'operator', category: 'high-water', location: null },
            system,
          ),
        );
    const second = await open();
    const third = await open();
    await kit.commands.perform('merge', mine?.id ?? '', { version: 1, into: second.id }, actor);
    await kit.commands.perform('merge', second.id, { version: 2, into: third.id }, actor);
    await read([1.5], { from: 5 });
    expect((await kit.logTypes(second.id)).at(-1)).toBe('ticket.merged');
    expect((await kit.logTypes(third.id)).at(-1)).toBe('ticket.measured');
  });

  test('opens as many tickets as there are episodes, whatever the levels and however they come together', async () => {
    let minute = 0;
    let opened = 0;
    let alarm = false;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 14, max: 30 }), { minLength: 1, maxLength: 25 }),
        fc.boolean(),
        async (tenths, together) => {
          const levels = tenths.map((tenth) => tenth / 10);
          for (const level of levels) {
            if (!alarm && level >= rule.raiseAt) opened += 1;
            alarm = alarm ? level > rule.clearAt : level >= rule.raiseAt;
          }
          await read(levels, { from: minute, together });
          minute += levels.length;
          expect(await kit.tickets()).toHaveLength(opened);
        },
      ),
      { numRuns: 30 },
    );
    const falls = await kit.db
      .selectFrom('ticket_log')
      .select('details')
      .where('type', '=', 'ticket.measured')
      .execute();
    const fell = falls.filter(({ details }) => (details as { level: { fell: boolean } }).level.fell);
    expect(fell).toHaveLength(alarm ? opened - 1 : opened);
  });
});
