import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../server/platform/clock.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { UrgencyRule } from '../../shared/city/urgency.ts';
import type { CityView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { RoomView } from '../../shared/wire/room-api.ts';
import type {
  ChangeView,
  QuickTextsAnswer,
  SettingCheck,
  SettingsAnswer,
  SettingView,
} from '../../shared/wire/settings.ts';
import type { UnderstandingAnswer } from '../../shared/wire/understanding.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const HOUR = 3_600_000;
/** Begins with the database's own clock, which says when a report came in. */
const clock = createTestClock(Date.now());
const flood = { posts: 2, reports: 9, withinMin: 60, calmMin: 30, categories: ['anything'] };
const smoke: UrgencyRule = {
  code: 'smoke',
  name: { id: 'Asap', en: 'Smoke' },
  priority: 'critical',
  says: 'asap … tebal, kobaran',
  category: 'blaze',
};
const pack: CityPack = {
  ...smallCity,
  flood,
  urgency: { rules: [smoke], hedges: 'takut', past: 'kemarin' },
  noise: {
    signs: [{ code: 'tease', name: { id: 'godaan', en: 'teasing' }, says: 'wkwk*' }],
    texts: ['wkwk iseng saja', 'hihihi kena tipu'],
    ...{ followUps: [], rudeButReal: [] },
  },
  training: [
    { category: 'blaze', text: 'asap tebal dari dapur tetangga', urgent: true },
    { category: 'blaze', text: 'kobaran di gudang', urgent: true },
    { category: 'broken-road', text: 'lubang di jalan pasar', urgent: false },
  ],
};
let server: TestServer;
/** Another web node on the same database. */
let other: TestServer;
const who: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ clock, pack, settings: { ROLE: 'web' } });
  other = await startTestServer({ clock, pack, databaseUrl: server.databaseUrl, settings: { ROLE: 'web' } });
  for (const role of ['administrator', 'supervisor', 'operator'] as const)
    who[role] = (await server.signIn(role)).cookie;
  who.responder = (await server.signIn('responder', 'JALAN')).cookie;
});
afterAll(async () => {
  await other.close();
  await server.close();
});

async function call<T>(method: string, path: string, body?: unknown, role = 'administrator', node = server) {
  const response = await fetch(node.url + path, {
    method,
    headers: { cookie: who[role] ?? '', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

async function find(kind: string, key: string): Promise<SettingView | undefined> {
  const { body } = await call<SettingsAnswer>('GET', '/api/settings');
  return body.settings.find((one) => one.kind === kind && one.key === key);
}

/** Changes some fields of a part as a screen would: on top of what is there. */
async function change(kind: string, key: string, fields: object | null, more: object = {}, role?: string) {
  const part = await find(kind, key);
  const value = fields === null ? null : { ...(part?.value as object), ...fields };
  const body = { kind, key, value, reason: 'the mayor decided', after: part?.lastChange ?? null, ...more };
  return call<ChangeView & { errors?: { field: string; message: string }[] }>(
    'POST',
    '/api/settings',
    body,
    role,
  );
}

const enter = (category: string) =>
  call<LiveTicket>('POST', '/api/tickets', { category, text: 'seen by a patrol' }, 'operator');

test('a supervisor changes limits and prepared sentences, an administrator everything', async () => {
  const text = {
    title: 'Diterima',
    body: 'Terima kasih, {nomor} kami terima.',
    departmentCode: null,
    uses: ['reply'],
  };
  expect((await change('quick-text', 'diterima', text, {}, 'supervisor')).status).toBe(201);
  expect((await change('sensor', 'jembatan', { criticalAt: 4.5 }, {}, 'supervisor')).status).toBe(201);
  expect((await change('category', 'blaze', { priority: 'high' }, {}, 'supervisor')).status).toBe(403);
  expect((await change('department', 'LUAR', { name: 'Luar kota' }, {}, 'supervisor')).status).toBe(403);
  expect((await change('department', 'LUAR', { name: 'Luar kota' })).status).toBe(201);
});

test('what comes into force later is seen by every node at its time, without a restart', async () => {
  const effectiveFrom = new Date(clock.now() + HOUR).toISOString();
  const sla = { acknowledgeMin: 30, resolveMin: 120 };
  expect((await change('category', 'broken-road', { sla }, { effectiveFrom })).status).toBe(201);
  const before = (await enter('broken-road')).body;
  expect(Date.parse(before.acknowledgeBy) - Date.parse(before.createdAt)).toBe(24 * HOUR);
  expect((await find('category', 'broken-road'))?.upcoming).toMatchObject([{ effectiveFrom }]);

  await until(async () => {
    const { body } = await call<SettingsAnswer>('GET', '/api/settings', undefined, 'administrator', other);
    return body.settings.some(({ key, upcoming }) => key === 'broken-road' && upcoming.length === 1);
  });
  clock.advance(HOUR);
  for (const node of [server, other]) {
    const { body: after } = await call<LiveTicket>(
      'POST',
      '/api/tickets',
      { category: 'broken-road', text: 'a patrol again' },
      'operator',
      node,
    );
    expect(Date.parse(after.acknowledgeBy) - Date.parse(after.createdAt)).toBe(HOUR / 2);
  }
  // A clock that runs keeps its deadline.
  const { body: kept } = await call<LiveTicket>('GET', `/api/tickets/${before.id}`);
  expect(kept.acknowledgeBy).toBe(before.acknowledgeBy);
});

test('a priority has targets of its own, which a ticket takes when it gets that priority, and leaves again', async () => {
  const own = { slaByPriority: { low: { acknowledgeMin: 45, resolveMin: 90 } } };
  expect((await change('category', 'broken-road', own)).status).toBe(201);
  const { body: opened } = await enter('broken-road');
  const later = (minutes: number) => new Date(Date.parse(opened.createdAt) + minutes * 60_000).toISOString();
  const reprioritise = async (ticket: LiveTicket, priority: string) => {
    const body = { version: ticket.version, priority, reason: 'seen again' };
    return (await call<LiveTicket>('POST', `/api/tickets/${ticket.id}/reprioritise`, body, 'operator')).body;
  };
  expect(opened.acknowledgeBy).not.toBe(later(45));
  clock.advance(60_000);
  const low = await reprioritise(opened, 'low');
  expect(low).toMatchObject({ acknowledgeBy: later(45), resolveBy: later(90) });
  const again = await reprioritise(low, opened.priority);
  expect(again).toMatchObject({ acknowledgeBy: opened.acknowledgeBy, resolveBy: opened.resolveBy });
  expect((await change('category', 'broken-road', { slaByPriority: {} })).status).toBe(201);
});

test('the flood rule is another one at once on every node, and the check counts the floods of the last days', async () => {
  const ruleOf = async (node: TestServer) =>
    (await call<RoomView>('GET', '/api/room', undefined, 'supervisor', node)).body.flood.rule;
  expect(await ruleOf(other)).toMatchObject({ reports: 9, categories: ['anything'] });
  for (let n = 0; n < 2; n += 1) await enter('anything');
  clock.advance(10 * 60_000);
  const value = { posts: 2, reports: 2, withinMin: 60, calmMin: 30 };
  const wanted = { kind: 'flood', key: 'rule', value };
  const { body: check } = await call<SettingCheck>('POST', '/api/settings/check', wanted);
  expect(check.effects.floods).toEqual({ before: 0, after: 1 });
  const none = await change('flood', 'rule', { reports: 0 });
  expect(none).toMatchObject({ status: 400, body: { errors: [{ field: 'value.reports' }] } });
  expect((await change('flood', 'rule', { reports: 2 }, {}, 'supervisor')).status).toBe(201);
  await until(async () => (await ruleOf(other))?.reports === 2);
});

test('the other node shows a new name as soon as it was told', async () => {
  expect((await change('department', 'JALAN', { shortName: 'Bina Marga' })).status).toBe(201);
  await until(async () => {
    const { body } = await call<CityView>('GET', '/api/city', undefined, 'operator', other);
    return body.departments.some(({ shortName }) => shortName === 'Bina Marga');
  });
});

test('a department is closed once no category goes there; then nothing is routed there', async () => {
  const refused = await change('department', 'LUAR', { active: false });
  expect(refused.status).toBe(400);
  expect(refused.body.errors?.[0]?.message).toContain('dead-power');
  expect((await change('category', 'dead-power', { departmentCode: 'SIAGA' })).status).toBe(201);
  expect((await change('department', 'LUAR', { active: false })).status).toBe(201);
  const { body: ticket } = await enter('broken-road');
  const route = (departmentCode: string) =>
    call('POST', `/api/tickets/${ticket.id}/route`, { version: ticket.version, departmentCode }, 'operator');
  expect(await route('LUAR')).toMatchObject({ status: 400, body: { errors: [{ field: 'departmentCode' }] } });
  expect((await route('SIAGA')).status).toBe(200);
});

test('the check answers in numbers and changes nothing', async () => {
  const part = await find('category', 'blaze');
  const check = async (fields: object) =>
    (
      await call<SettingCheck>('POST', '/api/settings/check', {
        kind: 'category',
        key: 'blaze',
        value: { ...(part?.value as object), ...fields },
      })
    ).body;
  await enter('blaze');
  const { body: slow } = await enter('blaze');
  clock.advance(10 * 60_000);
  const timed = await check({ sla: { acknowledgeMin: 60, resolveMin: 90 } });
  expect(timed.differences).toEqual([{ path: 'sla.acknowledgeMin', from: 3, to: 60 }]);
  expect(timed.effects).toMatchObject({
    openTickets: 2,
    deadlines: { tickets: 2, breachedBefore: 2, breachedAfter: 0 },
  });
  const worded = await check({ words: { patrol: 6 } });
  const { reclassified } = worded.effects;
  expect(reclassified?.changed).toBe(reclassified?.reports);
  expect(reclassified?.moves[0]).toMatchObject({ from: 'anything', to: 'blaze' });
  expect(await find('category', 'blaze')).toEqual(part);
  expect(slow.category).toBe('blaze');
});

test('what is wrong is said by field', async () => {
  const bad = await change('category', 'blaze', { sla: { acknowledgeMin: 90, resolveMin: 5 } });
  expect(bad).toMatchObject({ status: 400, body: { errors: [{ field: 'value.sla.resolveMin' }] } });
  const nowhere = await change('category', 'blaze', { departmentCode: 'NOWHERE' });
  expect(nowhere).toMatchObject({ status: 400, body: { errors: [{ field: 'value.departmentCode' }] } });
  const unknown = await change('sensor', 'no-post', { raiseAt: 2, criticalAt: 3, clearAt: 1 });
  expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'key' }] } });
});

test('of two who change the same part, the second is told; going back is a change like any other', async () => {
  const part = await find('sensor', 'jembatan');
  expect((await change('sensor', 'jembatan', { criticalAt: 5 })).status).toBe(201);
  const late = await change('sensor', 'jembatan', { criticalAt: 6 }, { after: part?.lastChange });
  expect(late).toMatchObject({ status: 409, body: { type: '/problems/outdated' } });
  expect((await change('sensor', 'jembatan', null)).status).toBe(201);
  expect((await find('sensor', 'jembatan'))?.value).toEqual({ raiseAt: 3, criticalAt: 4, clearAt: 2.5 });
  const { body } = await call<{ changes: ChangeView[] }>(
    'GET',
    '/api/settings/history?kind=sensor&key=jembatan',
  );
  expect(body.changes.map(({ value }) => (value as { criticalAt: number } | null)?.criticalAt)).toEqual([
    undefined,
    5,
    4.5,
  ]);
});

test('history is kept: the database refuses to change or delete it', async () => {
  await expect(server.db.updateTable('city_change').set({ reason: '' }).execute()).rejects.toThrow('never');
  await expect(server.db.deleteFrom('city_change').execute()).rejects.toThrow('never');
});

test('a department has the sentences for everybody and its own', async () => {
  const text = (departmentCode: string | null) => ({ title: 'T', body: 'B', departmentCode, uses: ['note'] });
  await change('quick-text', 'ours', text('JALAN'));
  await change('quick-text', 'theirs', text('SIAGA'));
  const read = async (role: string) =>
    (await call<QuickTextsAnswer>('GET', '/api/quick-texts', undefined, role)).body.quickTexts
      .map(({ id }) => id)
      .sort();
  expect(await read('responder')).toEqual(['diterima', 'ours']);
  expect(await read('operator')).toEqual(['diterima', 'ours', 'theirs']);
});

test('a sign of urgency made on a screen is heard on every node at once, switched off, and heard again', async () => {
  const { body: ticket } = await call<LiveTicket>(
    'POST',
    '/api/tickets',
    { category: 'anything', text: 'ada jeritan dari rumah kosong' },
    'operator',
  );
  const heardBy = async (node: TestServer) => {
    const path = `/api/tickets/${ticket.id}/understanding`;
    const { body } = await call<UnderstandingAnswer>('GET', path, undefined, 'operator', node);
    return body.urgency.map(({ code, said }) => `${code}: ${said}`);
  };
  expect(await heardBy(other)).toEqual([]);
  const rule = {
    name: { id: 'Jeritan', en: 'Screams' },
    ...{ active: true, priority: 'critical', says: ['jerit*', 'teriak*'], unless: [], category: null },
  };
  expect((await change('urgency', 'scream', rule, {}, 'supervisor')).status).toBe(403);
  const bad = await change('urgency', 'scream', { ...rule, says: ['Jerit!', 'a…'] });
  expect(bad.body.errors?.map(({ field }) => field)).toEqual(['value.says.0', 'value.says.1']);
  const nowhere = await change('urgency', 'scream', { ...rule, category: 'no-such' });
  expect(nowhere.body.errors?.[0]?.message).toContain('no-such');
  expect((await change('urgency', 'scream', rule)).status).toBe(201);
  for (const node of [server, other]) await until(async () => (await heardBy(node)).length === 1);
  expect(await heardBy(other)).toEqual(['scream: jeritan']);
  expect((await change('urgency', 'scream', { active: false })).status).toBe(201);
  await until(async () => (await heardBy(other)).length === 0);
  expect((await change('urgency', 'scream', { active: true })).status).toBe(201);
  expect((await change('hedges', 'words', { hedges: ['takut', 'ada'] })).status).toBe(201);
  await until(async () => (await heardBy(other)).length === 0);
  expect((await change('hedges', 'words', null)).status).toBe(201);
  await until(async () => (await heardBy(other)).length === 1);
  expect((await change('urgency', 'scream', null)).status).toBe(201);
  expect(await find('urgency', 'scream')).toBeUndefined();
});

test('the check of a sign counts reports without their texts, and shows the texts of the city', async () => {
  await enter('broken-road');
  await call('POST', '/api/tickets', { category: 'anything', text: 'lubang dalam sekali' }, 'operator');
  const part = await find('urgency', 'smoke');
  const check = async (kind: string, key: string, value: object) =>
    (await call<SettingCheck>('POST', '/api/settings/check', { kind, key, value })).body;
  const wider = await check('urgency', 'smoke', {
    ...(part?.value as object),
    says: ['asap … tebal', 'lubang'],
  });
  expect(wider.effects.critical).toMatchObject([
    { of: 'reports', gained: 1, lost: 0, examples: { gained: [], lost: [] } },
    { of: 'emergencies', read: 2, gained: 0, lost: 1, examples: { lost: ['kobaran di gudang'] } },
    { of: 'ordinary', read: 1, gained: 1, examples: { gained: ['lubang di jalan pasar'] } },
  ]);
  expect(wider.missed).toEqual({ count: 1, examples: ['kobaran di gudang'] });
  const sign = { name: { id: 'tawa', en: 'laughter' }, active: true, weight: 2, says: ['hihi*'] };
  const aside = await check('noise', 'laugh', sign);
  expect(aside.effects.setAside).toMatchObject([
    { of: 'reports', gained: 0 },
    { of: 'real', gained: 0 },
    { of: 'pranks', gained: 1, examples: { gained: ['hihihi kena tipu'] } },
  ]);
  expect(aside.missed.count).toBe(0);
});

test('no sign is taken away from emergencies of the city unless their number is agreed to, now or for later', async () => {
  const off = { active: false };
  const refused = await change('urgency', 'smoke', off);
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'acceptMissed' }] } });
  expect((await change('urgency', 'smoke', off, { acceptMissed: 1 })).status).toBe(400);
  const effectiveFrom = new Date(clock.now() + HOUR).toISOString();
  expect((await change('urgency', 'smoke', off, { acceptMissed: 2, effectiveFrom })).status).toBe(201);
  // Another rule that names them now may be switched off only as long as the first one is in force.
  const also = {
    name: { id: 'Juga asap', en: 'Smoke, too' },
    ...{ active: true, priority: 'critical', says: ['asap', 'kobaran'], unless: [], category: null },
  };
  expect((await change('urgency', 'also', also)).status).toBe(201);
  expect((await change('urgency', 'also', off)).status).toBe(400);
  expect((await change('urgency', 'smoke', { active: true })).status).toBe(201);
  clock.advance(HOUR);
  expect((await find('urgency', 'smoke'))?.value).toMatchObject({ active: false });
  expect((await change('urgency', 'smoke', { active: true })).status).toBe(201);
  const { body } = await call<{ changes: ChangeView[] }>(
    'GET',
    '/api/settings/history?kind=urgency&key=smoke',
  );
  expect(body.changes.map(({ value }) => (value as { active: boolean }).active)).toEqual([true, true, false]);
});
