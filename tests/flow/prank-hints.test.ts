import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJudgeReport, type JudgedReport } from '../../server/pranks/judge-report.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { ParsedReport, Reporter } from '../../shared/report/report.ts';
import type { NoiseView } from '../../shared/wire/understanding.ts';
import { buildCall, buildReport } from '../support/build-report.ts';
import { createPipelineKit, KIT_START, type PipelineKit } from '../support/pipeline-kit.ts';

const OPERATOR = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;
const START = Date.parse(KIT_START);
const DAY_MS = 24 * 60 * 60_000;

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

/** Puts a report through the pipeline; answers its id. */
async function arrive(report: ParsedReport): Promise<string> {
  const [id = ''] = await kit.receive(report);
  await kit.process([id]);
  return id;
}

/** What the desk is told of a report. */
async function hintsOf(id: string): Promise<NoiseView> {
  const row = await kit.report(id);
  const report: JudgedReport = {
    ...{ id, channel: row.channel, externalId: row.external_id, text: row.text },
    ...{ occurredAt: row.occurred_at, reporter: row.reporter as Reporter | null, ticketId: row.ticket_id },
  };
  return createJudgeReport(kit.db, tangerang).byAll(report);
}

describe('how a call went', () => {
  /** A call that was answered (unless `answeredS` is null) and ended so many seconds after it rang. */
  async function call(
    { answeredS = 2, endedS }: { answeredS?: number | null; endedS: number | null },
    given: Partial<ParsedReport> = {},
  ): Promise<string> {
    const report = buildCall(given);
    const id = await arrive(report);
    for (const [state, second] of [
      ['answered', answeredS],
      ['ended', endedS],
    ] as const) {
      if (second === null) continue;
      const at = new Date(START + second * 1000);
      await kit.db
        .insertInto('call_event')
        .values({ call_id: report.externalId, state, at, raw: '{}', digest: `${report.externalId} ${state}` })
        .execute();
    }
    return id;
  }

  test('says nothing while it goes on', async () => {
    expect((await hintsOf(await call({ endedS: null }))).call).toBeNull();
  });

  test('is short when it was over within seconds of being answered', async () => {
    expect((await hintsOf(await call({ answeredS: 20, endedS: 29 }))).call).toMatchObject({
      ...{ seconds: 9, short: true },
    });
    expect((await hintsOf(await call({ answeredS: 20, endedS: 30 }))).call).toMatchObject({ short: false });
  });

  test('is not short when nobody answered it', async () => {
    expect((await hintsOf(await call({ answeredS: null, endedS: 3 }))).call).toMatchObject({
      ...{ seconds: null, short: false },
    });
  });

  test('is silent when no word was written down and nobody did anything with its ticket', async () => {
    const silent = await call({ endedS: 60 });
    expect((await hintsOf(silent)).call).toMatchObject({ silent: true });
    const told = await call(
      { endedS: 60 },
      { text: 'kebakaran rumah', reporter: { phone: '+628111222334' } },
    );
    expect((await hintsOf(told)).call).toMatchObject({ silent: false });

    const ticketId = (await kit.report(silent)).ticket_id ?? '';
    await kit.commands.perform('verify', ticketId, { version: 1 }, OPERATOR);
    expect((await hintsOf(silent)).call).toMatchObject({ silent: false });
  });

  test('speaks for a prank the more the less was said, and leaves the ticket open', async () => {
    const other = (digit: number) => ({ reporter: { phone: `+62811122200${digit}` } });
    const going = await hintsOf(await call({ endedS: null }, other(1)));
    const silent = await hintsOf(await call({ endedS: 60 }, other(2)));
    const short = await hintsOf(await call({ endedS: 5 }, other(3)));
    expect(silent.score).toBeGreaterThan(going.score);
    expect(short.score).toBeGreaterThan(silent.score);
    expect((await kit.tickets()).map(({ status }) => status)).toEqual(['new', 'new', 'new']);
  });
});

describe('what came of a sender’s earlier reports', () => {
  const SENDER = { name: 'Budi', accountId: 'ID.budi', phone: '+628123450001' };
  const TEXT = 'lampu jalan mati';

  /** A report of so many days ago (ahead when negative). */
  const told = (daysAgo: number, reporter: Reporter | null, given: Partial<ParsedReport> = {}) => {
    const occurredAt = new Date(START - daysAgo * DAY_MS).toISOString();
    return arrive(buildReport({ text: TEXT, occurredAt, reporter, location: null, ...given }));
  };

  async function setAside(id: string, reason = 'prank'): Promise<void> {
    const row = { state: 'set_aside', reason, ticket_id: null };
    await kit.db.updateTable('report').set(row).where('id', '=', id).execute();
  }

  async function reject(id: string): Promise<void> {
    const ticketId = (await kit.report(id)).ticket_id ?? '';
    const { version = 1 } = (await kit.tickets()).find((one) => one.id === ticketId) ?? {};
    await kit.commands.perform('reject', ticketId, { version, reason: 'bukan laporan' }, OPERATOR);
  }

  test('counts those set aside as pranks and those whose ticket was rejected, and no others', async () => {
    await setAside(await told(20, SENDER));
    await setAside(await told(15, SENDER), 'empty');
    await reject(await told(10, SENDER));
    await told(5, SENDER);
    expect((await hintsOf(await told(0, SENDER))).earlier).toBe(2);
  });

  test('follows the number from one channel to another, and the account where there is no number', async () => {
    const { phone, accountId } = SENDER;
    await setAside(await told(20, { phone }, { channel: '112', externalId: 'call-earlier' }));
    await setAside(await told(15, { accountId }));
    await reject(await told(10, { accountId }));
    expect((await hintsOf(await told(0, { phone }))).earlier).toBe(1);
    expect((await hintsOf(await told(0, { accountId }))).earlier).toBe(2);
    expect((await hintsOf(await told(0, SENDER))).earlier).toBe(3);
  });

  test('holds nothing against anybody else, nor for longer than ninety days, nor before it happened', async () => {
    await setAside(await told(91, SENDER));
    await setAside(await told(89, SENDER));
    await setAside(await told(-1, SENDER));
    expect((await hintsOf(await told(0, SENDER))).earlier).toBe(1);
    expect((await hintsOf(await told(0, { phone: '+628123459999', accountId: 'ID.ani' }))).earlier).toBe(0);
    expect((await hintsOf(await told(0, null))).earlier).toBe(0);
  });

  test('raises the score, the third more than the second, and no more after it', async () => {
    const scores: number[] = [];
    for (const daysAgo of [50, 40, 30, 20]) {
      scores.push((await hintsOf(await told(daysAgo - 1, { accountId: 'ID.calm' }))).score);
      await setAside(await told(daysAgo, SENDER));
      scores.push((await hintsOf(await told(daysAgo - 1, SENDER))).score);
    }
    const [none = 0, one = 0, , two = 0, , three = 0, , four = 0] = scores;
    expect(one).toBeGreaterThan(none);
    expect(two).toBeGreaterThan(one);
    expect(three).toBeGreaterThan(two);
    expect(four).toBe(three);
  });
});
