import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPerson, takeOffAlias } from '../../server/desk/people.ts';
import { buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';

let kit: PipelineKit;
beforeEach(async () => {
  kit = await createPipelineKit();
});
afterEach(() => kit.close());

const tell = async (...reports: Parameters<typeof buildReport>[0][]) => {
  const ids = await kit.receive(...reports.map(buildReport));
  for (const id of ids) await kit.process([id]);
  return ids;
};
const PHONE = '+6281234567293';
const whatsapp = { reporter: { accountId: 'ID.bsuid', phone: PHONE } };
const laksa = { channel: 'laksa' as const, reporter: { accountId: 'akun-7', phone: PHONE } };
const noPlace = { location: null };

test('names that come in one message are one person’s: their threads go on in another channel, and all their reports are found', async () => {
  const [byWhatsapp = '', byLaksa = ''] = await tell(
    { ...whatsapp, ...noPlace, text: 'pohon tumbang' },
    { ...laksa, ...noPlace, text: 'masih belum ada petugas' },
  );
  expect(await kit.tickets()).toMatchObject([{ reportCount: 2 }]);
  const person = await readPerson(kit.db, byLaksa);
  expect(person.aliases.map(({ kind, channel, value }) => [kind, channel, value]).toSorted()).toEqual([
    ['account', 'laksa', 'akun-7'],
    ['account', 'whatsapp', 'ID.bsuid'],
    ['phone', '', PHONE],
  ]);
  expect(person.reports.map(({ reportId }) => reportId).toSorted()).toEqual([byWhatsapp, byLaksa].toSorted());
});

test('two people known for long become one when a message proves it', async () => {
  const [first = '', second = ''] = await tell(
    { reporter: { accountId: 'ID.bsuid' }, text: 'pohon tumbang' },
    { channel: 'laksa', reporter: { phone: PHONE }, text: 'jalan rusak' },
  );
  expect((await readPerson(kit.db, first)).id).not.toBe((await readPerson(kit.db, second)).id);
  await tell({ ...whatsapp, text: 'kebakaran', ...noPlace });
  const [one, other] = [await readPerson(kit.db, first), await readPerson(kit.db, second)];
  expect(one.id).toBe(other.id);
  expect(one.reports).toHaveLength(3);
});

test('a name that was taken off stays off, whatever messages say; a person keeps their only name', async () => {
  const [byWhatsapp = '', byLaksa = ''] = await tell(
    { ...whatsapp, text: 'pohon tumbang' },
    { ...laksa, text: 'jalan rusak' },
  );
  const { aliases } = await readPerson(kit.db, byWhatsapp);
  const account = aliases.find(({ channel }) => channel === 'laksa')?.id ?? '';
  await kit.db.transaction().execute((trx) => takeOffAlias(trx, account));
  await tell({ ...laksa, text: 'kebakaran', ...noPlace });
  const [one, other] = [await readPerson(kit.db, byWhatsapp), await readPerson(kit.db, byLaksa)];
  expect(one.reports).toHaveLength(1);
  expect(other.reports).toHaveLength(2);
  expect(other.aliases).toMatchObject([{ value: 'akun-7', apart: true }]);
  await expect(kit.db.transaction().execute((trx) => takeOffAlias(trx, account))).rejects.toMatchObject({
    problem: 'impossible',
  });
});

test('a hidden or a service number names nobody', async () => {
  const [hidden = ''] = await tell({
    channel: 'laksa',
    reporter: { phone: 'anonymous' },
    text: 'jalan rusak',
  });
  expect(await readPerson(kit.db, hidden)).toEqual({ id: null, aliases: [], reports: [] });
});
