import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAccuracy } from '../../server/learning/accuracy.ts';
import { vocabularyOf } from '../../server/learning/vocabulary.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

const DAY_MS = 24 * 60 * 60_000;
const OPERATOR = { kind: 'user', id: 'u', name: 'Ani', role: 'operator', departmentCode: null } as const;

let kit: PipelineKit;
beforeAll(async () => {
  kit = await createPipelineKit();
});
afterAll(() => kit.close());

/** A report that an operator moves to another department; `because`: the words that spoke for the wrong one. */
async function correct(text: string, accountId: string, because: readonly string[]): Promise<void> {
  const known = new Set((await kit.tickets()).map(({ id }) => id));
  // On another day: a writer's next message belongs to their ticket.
  kit.clock.advance(2 * DAY_MS);
  const occurredAt = new Date(kit.clock.now()).toISOString();
  const report = buildReport({ text, occurredAt, reporter: { name: 'Budi', accountId }, location: null });
  const [id = ''] = await kit.receive(report);
  await kit.process([id]);
  const ticket = (await kit.tickets()).find((one) => !known.has(one.id));
  if (!ticket) throw new Error('no ticket');
  await sql`
    update ticket_log set details = details || jsonb_build_object('because', ${JSON.stringify(because)}::jsonb)
    where ticket_id = ${ticket.id} and version = 1`.execute(kit.db);
  const { departmentCode = '' } =
    tangerang.categories.find((one) => one.departmentCode !== ticket.departmentCode) ?? {};
  await kit.commands.perform('route', ticket.id, { version: ticket.version, departmentCode }, OPERATOR);
}

const wordsTold = async () => {
  const { words } = await readAccuracy(kit.db, tangerang, vocabularyOf(tangerang), kit.clock.now());
  return words.map(({ word }) => word);
};

test('a word that only one or two people write is not told, the city’s own words are', async () => {
  for (const place of ['pasar', 'sekolah', 'masjid', 'jembatan'])
    await correct(`lampu jalan padam dekat ${place}, saya wiryokusumo`, 'ID.one', [
      'wiryokusumo +0.9',
      'lampu jalan +0.8',
      'padam +0.5',
    ]);
  await correct('lampu jalan padam kata pak wiryokusumo di terminal', 'ID.two', ['wiryokusumo +0.9']);
  expect((await wordsTold()).toSorted()).toEqual(['lampu jalan', 'padam']);
});

test('a word that three people write is told, whatever the city knows', async () => {
  for (const [at, place] of ['lapangan', 'stasiun', 'puskesmas'].entries())
    await correct(`sampah jelantahan menumpuk di ${place}`, `ID.shared-${at}`, ['jelantahan +0.7']);
  expect(await wordsTold()).toContain('jelantahan');
  expect(await wordsTold()).not.toContain('wiryokusumo');
});

test('nothing with a figure in it is told, however many wrote it', async () => {
  for (const [at, place] of ['ruko', 'gudang', 'kantor', 'lapak'].entries())
    await correct(`hubungi 081234567890 atau wa628 di ${place} got mampet`, `ID.number-${at}`, [
      '081234567890 +0.9',
      'wa628 +0.6',
      'mampet +0.5',
    ]);
  expect(await wordsTold()).toContain('mampet');
  expect((await wordsTold()).filter((word) => /\d/.test(word))).toEqual([]);
});
