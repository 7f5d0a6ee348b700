import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signMeta, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';
import { readPrankDecisions } from '../../server/learning/prank-decisions.ts';
import type { CityPack, TrainingText } from '../../shared/city/city-pack.ts';
import type { TicketsAnswer } from '../../shared/wire/api.ts';
import type { AuditAnswer } from '../../shared/wire/audit.ts';
import type { LearningAnswer, VersionView } from '../../shared/wire/learning.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { UnderstandingAnswer } from '../../shared/wire/understanding.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const PLACES = ['pasar', 'sekolah', 'masjid', 'jembatan', 'lapangan', 'terminal', 'puskesmas', 'kantor'];
const training: TrainingText[] = PLACES.flatMap((place) => [
  { category: 'broken-road', text: `jalan rusak dan berlubang di depan ${place}` },
  { category: 'river-high', text: `air sungai naik dekat ${place}, warga waspada` },
  { category: 'blaze', text: `kebakaran, api besar di belakang ${place}`, urgent: true },
  { category: 'dead-power', text: `listrik mati dari pagi di sekitar ${place}` },
]);
const city: CityPack = { ...smallCity, training };

let server: TestServer;
/** Another web node on the same database, which learns nothing itself. */
let other: TestServer;
let cookie: Record<'supervisor' | 'operator' | 'administrator', string>;

beforeAll(async () => {
  server = await startTestServer({ pack: city });
  other = await startTestServer({ pack: city, databaseUrl: server.databaseUrl, settings: { ROLE: 'web' } });
  cookie = {
    supervisor: (await server.signIn('supervisor')).cookie,
    operator: (await server.signIn('operator')).cookie,
    administrator: (await server.signIn('administrator')).cookie,
  };
});
afterAll(async () => {
  await other.close();
  await server.close();
});

async function call<T>(who: keyof typeof cookie, path: string, body?: object, node = server) {
  const response = await fetch(node.url + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie: cookie[who], 'content-type': 'application/json' },
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}

const learning = async (node = server) =>
  (await call<LearningAnswer>('supervisor', '/api/learning', undefined, node)).body;

/** Messages of as many people; answers their tickets when they are there. */
async function tell(texts: readonly string[]): Promise<LiveTicket[]> {
  const messages = texts.map((text, at) => ({
    ...{ id: `wamid.${randomUUID()}`, at: Date.now(), type: 'text' as const, text },
    contact: {
      name: 'Budi',
      waId: `6281${String(Math.random()).slice(2, 10)}${at}`,
      bsuid: `ID.${randomUUID()}`,
    },
  }));
  const before = await openTickets();
  for (const message of messages) {
    const { path, headers, body } = whatsappMessages([message]);
    const signed = { ...headers, 'X-Hub-Signature-256': signMeta(body, 'test-app-secret') };
    expect((await fetch(server.url + path, { method: 'POST', headers: signed, body })).status).toBe(200);
  }
  const known = new Set(before.map(({ id }) => id));
  return until(async () => {
    const fresh = (await openTickets()).filter(({ id }) => !known.has(id));
    return fresh.length === texts.length && fresh;
  });
}

async function openTickets(): Promise<LiveTicket[]> {
  return (await call<TicketsAnswer>('operator', '/api/tickets?status=open&limit=200')).body.tickets;
}

async function route({ id, version }: LiveTicket, departmentCode: string): Promise<void> {
  const answer = await call('operator', `/api/tickets/${id}/route`, {
    version,
    departmentCode,
    commandId: randomUUID(),
  });
  expect(answer.status).toBe(200);
}

async function probabilityOf(ticketId: string, department: string, node: TestServer): Promise<number> {
  const { body } = await call<UnderstandingAnswer>(
    'operator',
    `/api/tickets/${ticketId}/understanding`,
    undefined,
    node,
  );
  return body.departments.find(({ departmentCode }) => departmentCode === department)?.probability ?? 0;
}

async function ended(id: number): Promise<VersionView> {
  return until(
    async () => {
      const version = (await learning()).versions.find((one) => one.id === id);
      return version && !['waiting', 'training'].includes(version.state) && version;
    },
    { timeoutMs: 60_000, what: 'the end of the training' },
  );
}

test('what operators correct is learnt, comes into force on every node, and is taken back with one click', async () => {
  const corrected = await tell(PLACES.map((place) => `angkot mogok menutup jalur di ${place}`));
  for (const ticket of corrected) await route(ticket, 'LUAR');
  const [asked] = await tell(['angkot mogok menutup jalur dekat stasiun']);
  const ticketId = asked?.id ?? '';
  const before = await probabilityOf(ticketId, 'LUAR', other);

  const { status, body: version } = await call<VersionView>('supervisor', '/api/learning/train', {});
  expect(status).toBe(202);
  const again = await call<VersionView>('supervisor', '/api/learning/train', {});
  expect(again.body.id).toBe(version.id);

  const done = await ended(version.id);
  expect(done).toMatchObject({ state: 'kept', askedBy: 'the supervisor', usable: true });
  expect(done.figures).toMatchObject({ comparedOn: 'pack', examples: { pack: training.length } });
  const { city: learnt = 0, heldBack = 0 } = done.figures?.examples ?? {};
  expect(learnt + heldBack).toBe(corrected.length);
  expect((await learning()).inForce).toBe(version.id);
  const after = await until(async () => {
    const probability = await probabilityOf(ticketId, 'LUAR', other);
    return probability > before && probability;
  });
  expect(after).toBeGreaterThan(0.5);

  expect((await call('supervisor', '/api/learning/versions/shipped/use', {})).status).toBe(204);
  expect((await learning()).inForce).toBeNull();
  await until(async () => (await probabilityOf(ticketId, 'LUAR', other)) === before);

  const { body } = await call<AuditAnswer>('administrator', '/api/audit?limit=20');
  expect(body.entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('learning.'))).toEqual([
    'learning.version-used',
    'learning.trained',
    'learning.asked',
  ]);
});

test('a version that somebody chose stays, whatever is trained, until learning is switched on again', async () => {
  const train = async () => {
    const { body } = await call<VersionView>('supervisor', '/api/learning/train', {});
    return ended(body.id);
  };
  expect((await call('supervisor', '/api/learning/versions/shipped/use', {})).status).toBe(204);
  const { id, state } = await train();
  expect(state).toBe('kept');
  expect(await learning(other)).toMatchObject({ on: true, held: true, inForce: null });

  expect((await call('supervisor', `/api/learning/versions/${id}/use`, {})).status).toBe(204);
  await train();
  expect(await learning()).toMatchObject({ held: true, inForce: id });

  expect((await call('supervisor', '/api/learning/switch', { on: true })).status).toBe(204);
  expect(await learning()).toMatchObject({ on: true, held: false, inForce: id });
  const last = await train();
  expect(await learning()).toMatchObject({ held: false, inForce: last.id });
});

test('the weeks, the departments and the words say where suggestions were wrong, and nothing of who wrote', async () => {
  const { weeks, departments, words } = await learning();
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toMatchObject({ decided: 8, right: 0 });
  expect(departments).toEqual([
    { departmentCode: 'JALAN', decided: 8, right: 0, correctedTo: [{ departmentCode: 'LUAR', count: 8 }] },
  ]);
  expect(JSON.stringify(words)).not.toContain('Budi');
});

test('what is rejected as a prank is counted for the next training; another rejection is not', async () => {
  const tickets = await tell([
    'min topup diamond dong',
    'bagi topup diamond min',
    'jalan rusak sekali di sana',
  ]);
  for (const [at, { id, version }] of tickets.entries()) {
    const prank = tickets[at]?.category === 'broken-road' ? {} : { prank: true };
    const body = { version, reason: 'bukan laporan', commandId: randomUUID(), ...prank };
    expect((await call('operator', `/api/tickets/${id}/reject`, body)).status).toBe(200);
  }
  const pranks = (await readPrankDecisions(server.db)).map(({ text, prank }) => `${text}: ${prank}`);
  expect(pranks.toSorted()).toEqual(['bagi topup diamond min: true', 'min topup diamond dong: true']);
  const first = tickets.find(({ category }) => category !== 'broken-road');
  const reportId = (
    await server.db
      .selectFrom('report')
      .select('id')
      .where('ticket_id', '=', first?.id ?? '')
      .executeTakeFirstOrThrow()
  ).id;
  await server.db
    .updateTable('report')
    .set({ state: 'set_aside', reason: 'prank', ticket_id: null })
    .where('id', '=', reportId)
    .execute();
  expect((await call('operator', `/api/set-aside/${reportId}/restore`, {})).status).toBe(201);
  expect((await readPrankDecisions(server.db)).map(({ prank }) => prank).toSorted()).toEqual([false, true]);
});

test('switched off, nothing is learnt', async () => {
  expect((await call('supervisor', '/api/learning/switch', { on: false })).status).toBe(204);
  expect((await call('supervisor', '/api/learning/train', {})).status).toBe(409);
  expect(await learning()).toMatchObject({ on: false, changedBy: 'the supervisor' });
  expect((await call('supervisor', '/api/learning/switch', { on: true })).status).toBe(204);
});

test('models that cannot be read do not come into force', async () => {
  const { rows } = await sql<{ id: number }>`
    insert into learnt_version (asked_at, asked_by, state, models) values (now(), 'a test', 'kept', '\\x00') returning id`.execute(
    server.db,
  );
  const id = rows[0]?.id;
  const { inForce, held } = await learning();
  const { status, body } = await call<Problem>('supervisor', `/api/learning/versions/${id}/use`, {});
  expect(status).toBe(409);
  expect(body.detail).toBe(`the models of version ${id} cannot be read`);
  expect(await learning()).toMatchObject({ inForce, held });
});
