import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParsedReport } from '../../shared/report/report.ts';
import { buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

const reporter = { accountId: 'ID.budi' };
const say = (second: number, text: string, location: ParsedReport['location'] = null) =>
  buildReport({
    reporter,
    text,
    location,
    occurredAt: new Date(Date.parse('2026-03-01T10:00:00.000Z') + second * 1000).toISOString(),
  });

describe.each([
  ['one batch', true],
  ['one after the other', false],
])('processed in %s', (_how, together) => {
  async function process(ids: string[]): Promise<void> {
    if (together) await kit.process(ids);
    else for (const id of ids) await kit.process([id]);
  }

  test('a text, its pin and what is added are one ticket', async () => {
    await process(
      await kit.receive(say(0, 'banjir di sini'), say(5, '', buildPin()), say(9, 'banjirnya selutut')),
    );
    expect(await kit.tickets()).toMatchObject([
      { reportCount: 3, category: 'flood', facts: { depthCm: 45 } },
    ]);
  });

  test('an answer goes to the ticket of what it answers, whatever was written in between', async () => {
    const flood = say(0, 'banjir di sini', buildPin());
    const road = say(5, 'jalan berlubang', buildPin({ north: 3000 }));
    const answer = { ...say(9, 'masih tinggi pak'), inReplyTo: flood.externalId };
    await process(await kit.receive(flood, road, answer));
    expect(await kit.tickets()).toMatchObject([{ category: 'flood', reportCount: 2 }, { reportCount: 1 }]);
  });

  test('a neighbour’s report of what a text and its pin told is the same ticket', async () => {
    const neighbour = buildReport({
      location: buildPin({ east: 20 }),
      occurredAt: '2026-03-01T10:01:00.000Z',
    });
    await process(await kit.receive(say(0, 'banjir di sini'), say(5, '', buildPin()), neighbour));
    expect(await kit.tickets()).toMatchObject([{ reportCount: 3 }]);
  });
});

test('a message that was on its way longer than the one after it is part of the same', async () => {
  const [late = '', soon = ''] = await kit.receive(
    say(0, 'banjir di rumah saya'),
    say(60, 'banjirnya selutut', buildPin()),
  );
  await kit.process([soon]);
  await kit.process([late]);
  expect(await kit.tickets()).toMatchObject([{ reportCount: 2 }]);
});
