import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listProposals } from '../../server/tickets/proposals.ts';
import { createDecideLikeness } from '../../server/tickets/verdict.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { ReportedLocation } from '../../shared/report/report.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { buildCall, buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';
import { buildActor } from '../support/tickets.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

const operator = buildActor('operator');
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();
/** Roughly here, as a place told in words is. */
const roughly = (moved: Parameters<typeof buildPin>[0], accuracyM: number): ReportedLocation => ({
  ...buildPin(moved),
  accuracyM,
});
const tell = async (...reports: Parameters<typeof buildReport>[0][]) => {
  const ids = await kit.receive(...reports.map(buildReport));
  for (const id of ids) await kit.process([id]);
  return ids;
};
const proposalsOf = (ticket: TicketState | undefined) => listProposals(kit.db, tangerang, ticket?.id ?? '');
const settle = () =>
  createDecideLikeness({ db: kit.db, pack: tangerang, tickets: kit.commands, clock: kit.clock });
const withoutVersion = ({ version: _version, ...state }: TicketState) => state;

describe('a report that may be of a known incident', () => {
  test('is proposed where its place is rough, with how surely and why; said to be the same it ends in the earlier', async () => {
    await tell(
      { text: 'pohon tumbang menimpa warung kopi', occurredAt: at(0) },
      {
        text: 'ada pohon tumbang, warung kopi ketimpa',
        occurredAt: at(5),
        location: roughly({ east: 500 }, 900),
      },
    );
    const [first, second] = await kit.tickets();
    const [proposal] = await proposalsOf(second);
    expect(proposal).toMatchObject({ ticket: { number: first?.number } });
    expect(proposal?.score).toBeGreaterThan(0.5);
    expect(proposal?.because).toEqual([
      '500 m',
      '5 min',
      expect.stringMatching(/^same words: .*pohon/),
      'rough place',
    ]);
    const body = { verdict: 'same' as const, version: second?.version ?? 0 };
    await settle()(second?.id ?? '', proposal?.id ?? '', body, operator);
    expect(await kit.tickets()).toMatchObject([
      { reportCount: 2, status: 'new' },
      { status: 'merged', mergedInto: first?.id },
    ]);
    expect(await proposalsOf(first)).toEqual([]);
  });

  test('joins in spite of a rough place where it names the same street, of the same kind, soon after', async () => {
    await tell(
      { text: 'pohon tumbang di jl. melati raya', location: roughly({}, 800) },
      { text: 'Jalan Melati ada pohon tumbang', location: roughly({ north: 600 }, 800) },
    );
    expect(await kit.tickets()).toMatchObject([{ reportCount: 2 }]);
  });

  test('of another kind that is akin is proposed, and never again once it was said to be another', async () => {
    await tell(
      { text: 'kebakaran rumah' },
      { text: 'tolong ada kesetrum', location: buildPin({ east: 60 }) },
    );
    const [fire, shock] = await kit.tickets();
    const [proposal] = await proposalsOf(fire);
    expect(proposal).toMatchObject({
      ticket: { number: shock?.number },
      because: expect.arrayContaining(['kin category']),
    });
    const body = { verdict: 'different' as const, version: fire?.version ?? 0 };
    const decide = settle();
    await decide(fire?.id ?? '', proposal?.id ?? '', body, operator);
    // Said twice it is said once.
    await decide(fire?.id ?? '', proposal?.id ?? '', body, operator);
    expect(await kit.logTypes(fire?.id ?? '')).toEqual(['ticket.opened', 'ticket.distinguished']);
    expect([...(await proposalsOf(fire)), ...(await proposalsOf(shock))]).toEqual([]);
    await expect(
      decide(fire?.id ?? '', proposal?.id ?? '', { ...body, verdict: 'same' }, operator),
    ).rejects.toMatchObject({ problem: 'impossible' });
  });

  test('whose place comes after its words joins in the end; where somebody had a look already they are asked', async () => {
    const [reporter, other] = [{ accountId: 'ID.later' }, { accountId: 'ID.verified' }];
    await tell(
      { text: 'kebakaran rumah' },
      { text: 'kebakaran, tolong', location: null, reporter },
      { text: '', location: buildPin({ north: 40 }), reporter, occurredAt: at(2) },
      { text: 'ada kebakaran', location: null, reporter: other },
    );
    const [first, second, third] = await kit.tickets();
    expect(first).toMatchObject({ reportCount: 3 });
    expect(second).toMatchObject({ status: 'merged', mergedInto: first?.id });
    await kit.commands.perform('verify', third?.id ?? '', { version: 1 }, operator);
    const [pin = ''] = await tell({
      text: '',
      location: buildPin({ east: 40 }),
      reporter: other,
      occurredAt: at(3),
    });
    expect(await proposalsOf(third)).toMatchObject([{ ticket: { number: first?.number } }]);
    expect((await kit.logTypes(third?.id ?? '')).at(-1)).toBe('ticket.likened');
    expect((await kit.report(pin)).ticket_id).toBe(third?.id);
    // What was merged by itself can be taken apart like anything else.
    const [{ version } = { version: 0 }] = await kit.tickets();
    await kit.commands.perform('split', first?.id ?? '', { version, ticketId: second?.id ?? '' }, operator);
    expect((await kit.tickets()).map(({ reportCount }) => reportCount)).toEqual([1, 2, 2]);
  });

  test('in a call is never joined by itself, but proposed', async () => {
    await tell({ text: 'kebakaran rumah' });
    await kit.process(
      await kit.receive(buildCall({ location: { ...buildPin({ east: 50 }), source: 'exchange' } })),
    );
    const [fire, call] = await kit.tickets();
    expect(call).toMatchObject({ channel: '112', reportCount: 1 });
    expect(await proposalsOf(call)).toMatchObject([{ ticket: { number: fire?.number } }]);
  });
});

describe('a burst', () => {
  test('of different people is one incident, and graver with their number; one person alone raises nothing', async () => {
    const from = (accountId: string) => ({ text: 'pohon tumbang', reporter: { accountId } });
    await tell(...Array.from({ length: 10 }, () => ({ ...from('ID.one'), occurredAt: at(0) })));
    expect(await kit.tickets()).toMatchObject([{ reportCount: 10, priority: 'high' }]);
    await tell(from('ID.two'), from('ID.three'));
    const [ticket] = await kit.tickets();
    expect(ticket).toMatchObject({ reportCount: 12, priority: 'critical' });
    const entries = await kit.db.selectFrom('ticket_log').select('details').orderBy('seq').execute();
    expect(entries.at(-1)?.details).toMatchObject({
      because: expect.arrayContaining(['3 reporters']),
      fromPriority: 'high',
      toPriority: 'critical',
    });
  });
});

describe('splitting', () => {
  test('a merged ticket off again takes its reports along, and those its reporters sent since', async () => {
    const reporter = { accountId: 'ID.guest', phone: '+6281100000001' };
    const [, guestReport = ''] = await tell(
      { text: 'pohon tumbang' },
      { text: 'pohon tumbang menutup jalan', location: buildPin({ north: 5000 }), reporter },
    );
    const [host, guest] = await kit.tickets();
    if (!host || !guest) throw new Error('two tickets were expected');
    await kit.commands.perform('merge', guest.id, { version: 1, into: host.id }, operator);
    const [since = ''] = await tell({
      text: 'masih belum ada yang datang',
      location: null,
      reporter,
      occurredAt: at(9),
    });
    expect((await kit.report(since)).ticket_id).toBe(host.id);
    const { version } = (await kit.tickets())[0] ?? host;
    await kit.commands.perform('split', host.id, { version, ticketId: guest.id }, operator);
    const [left, restored] = await kit.tickets();
    expect(left && withoutVersion(left)).toEqual(withoutVersion(host));
    expect(restored && withoutVersion(restored)).toEqual({ ...withoutVersion(guest), reportCount: 2 });
    for (const id of [guestReport, since]) expect((await kit.report(id)).ticket_id).toBe(guest.id);
    // The thread goes on there, too; and nobody proposes what was taken apart.
    const [later = ''] = await tell({ text: 'makin parah', location: null, reporter, occurredAt: at(15) });
    expect((await kit.report(later)).ticket_id).toBe(guest.id);
    expect(await proposalsOf(left)).toEqual([]);
  });

  test('reports off makes a ticket of them; all of them, or those of others, cannot be taken', async () => {
    const [, second = '', third = ''] = await tell(
      { text: 'banjir selutut' },
      { text: 'banjir sepinggang', location: buildPin({ east: 30 }) },
      { text: 'kebakaran', location: buildPin({ east: 4000 }) },
    );
    const [flood] = await kit.tickets();
    expect(flood).toMatchObject({ reportCount: 2, facts: { depthCm: 90 } });
    const take = (reportIds: string[]) =>
      kit.commands.perform('split', flood?.id ?? '', { version: 2, reportIds }, operator);
    await expect(take([third])).rejects.toMatchObject({ problem: 'invalid' });
    await take([second]);
    const [left, , own] = await kit.tickets();
    expect(left).toMatchObject({ reportCount: 1, facts: { depthCm: 45 } });
    expect(own).toMatchObject({ reportCount: 1, facts: { depthCm: 90 }, category: 'flood', status: 'new' });
    expect((await kit.report(second)).ticket_id).toBe(own?.id);
    await expect(
      kit.commands.perform('split', own?.id ?? '', { version: 1, reportIds: [second] }, operator),
    ).rejects.toMatchObject({ problem: 'invalid' });
  });
});
