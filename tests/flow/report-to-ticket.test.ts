import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, KIT_START, type PipelineKit } from '../support/pipeline-kit.ts';

const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(Date.parse(KIT_START) + minutes * MINUTE_MS).toISOString();

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

describe('a report', () => {
  test('becomes a ticket with what was understood of it', async () => {
    const [id = ''] = await kit.receive(buildReport());
    await kit.process([id]);
    const [ticket] = await kit.tickets();
    expect(ticket).toMatchObject({
      status: 'new',
      category: 'flood',
      departmentCode: 'BPBD',
      priority: 'high',
      facts: { depthCm: 45 },
      channel: 'whatsapp',
      reportCount: 1,
      location: { source: 'pin', kecamatan: 'Tangerang' },
    });
    expect(await kit.report(id)).toMatchObject({ state: 'processed', ticket_id: ticket?.id });
    const opening = await kit.db.selectFrom('ticket_log').selectAll().executeTakeFirstOrThrow();
    expect(opening.details).toMatchObject({
      reportId: id,
      because: expect.arrayContaining([expect.stringMatching(/^banjir \+/)]),
    });
  });

  test('processed again changes nothing', async () => {
    const [id = ''] = await kit.receive(buildReport());
    await kit.process([id]);
    const before = await kit.tickets();
    await Promise.all([kit.process([id]), kit.process([id]), kit.process([id, id])]);
    expect(await kit.tickets()).toEqual(before);
    expect(await kit.logTypes(before[0]?.id ?? '')).toEqual(['ticket.opened']);
  });

  test('nearby and soon after joins the ticket, farther away or much later opens another', async () => {
    const ids = await kit.receive(
      buildReport(),
      buildReport({ text: 'banjir sepinggang!!', location: buildPin({ north: 300 }), occurredAt: later(60) }),
      buildReport({ location: buildPin({ north: 900 }), occurredAt: later(60) }),
      buildReport({ occurredAt: later(7 * 60) }),
      buildReport({ text: 'ada kebakaran', occurredAt: later(60) }),
    );
    for (const id of ids) await kit.process([id]);
    const tickets = await kit.tickets();
    expect(tickets.map(({ category, reportCount }) => [category, reportCount])).toEqual([
      ['flood', 2],
      ['flood', 1],
      ['flood', 1],
      ['fire', 1],
    ]);
    expect(tickets[0]?.facts).toEqual({ depthCm: 90 });
  });

  test('of an incident of which another is processed in the same transaction joins its ticket', async () => {
    const ids = await kit.receive(
      buildReport(),
      buildReport({ location: buildPin({ east: 50 }) }),
      buildReport(),
    );
    await kit.process(ids);
    expect(await kit.tickets()).toMatchObject([{ reportCount: 3 }]);
  });

  test('never joins a ticket that is closed', async () => {
    const [first = '', second = ''] = await kit.receive(buildReport(), buildReport());
    await kit.process([first]);
    await kit.db.updateTable('ticket').set({ status: 'rejected' }).execute();
    await kit.process([second]);
    expect(await kit.tickets()).toHaveLength(2);
  });

  test('that says nothing is set aside with the reason', async () => {
    const ids = await kit.receive(
      buildReport({ text: 'Halo min', location: null }),
      buildReport({ text: '🙏🙏', location: null }),
      buildReport({ text: 'P', location: null, media: [{ mediaId: 'm1', mimeType: 'image/jpeg' }] }),
    );
    await kit.process(ids);
    const reports = await Promise.all(ids.map(kit.report));
    expect(reports.map(({ state, reason }) => [state, reason])).toEqual([
      ['set_aside', 'empty'],
      ['set_aside', 'empty'],
      ['processed', null],
    ]);
    expect(await kit.tickets()).toMatchObject([{ category: 'other' }]);
  });
});

describe('the next message of a sender', () => {
  const reporter = { name: 'Siti', accountId: 'ID.siti' };

  test('within half an hour belongs to the ticket: a pin sent after the text gives it its place', async () => {
    const [text = '', pin = '', more = ''] = await kit.receive(
      buildReport({ reporter, text: 'Lampu jalan mati pak', location: null }),
      buildReport({ reporter, text: '', occurredAt: later(2) }),
      buildReport({ reporter, text: 'kapan ya diperbaiki', location: null, occurredAt: later(25) }),
    );
    for (const id of [text, pin, more]) await kit.process([id]);
    expect(await kit.tickets()).toMatchObject([
      { category: 'street-light', reportCount: 3, location: { source: 'pin' } },
    ]);
  });

  test('in the same transaction belongs to it, too', async () => {
    const ids = await kit.receive(
      buildReport({ reporter, text: '', occurredAt: later(1) }),
      buildReport({ reporter, text: 'Lampu jalan mati pak', location: null }),
    );
    await kit.process(ids);
    expect(await kit.tickets()).toMatchObject([{ category: 'street-light', reportCount: 2 }]);
  });

  test('about something else, or after half an hour, opens a ticket of its own', async () => {
    const [text = '', other = '', late = ''] = await kit.receive(
      buildReport({ reporter, text: 'Lampu jalan mati pak', location: null }),
      buildReport({ reporter, text: 'ada kebakaran', location: null, occurredAt: later(5) }),
      buildReport({ reporter, text: 'kapan ya', location: null, occurredAt: later(40) }),
    );
    for (const id of [text, other, late]) await kit.process([id]);
    expect((await kit.tickets()).map(({ category }) => category)).toEqual(['street-light', 'fire', 'other']);
  });

  test('that quotes an earlier one belongs to its ticket, however late', async () => {
    const [text = '', reply = ''] = await kit.receive(
      buildReport({ reporter, externalId: 'wamid.first', text: 'Lampu jalan mati pak', location: null }),
      buildReport({
        reporter,
        text: 'masih gelap',
        location: null,
        occurredAt: later(600),
        inReplyTo: 'wamid.first',
      }),
    );
    for (const id of [text, reply]) await kit.process([id]);
    expect(await kit.tickets()).toMatchObject([{ reportCount: 2 }]);
  });
});
