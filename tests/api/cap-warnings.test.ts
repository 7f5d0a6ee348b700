import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/wire/problem.ts';
import type { CapImport, RoomView } from '../../shared/wire/room-api.ts';
import { MOST_WARNINGS } from '../../shared/wire/room-limits.ts';
import { ALERT, capAlert, LATER, outlineOf } from '../support/cap-alert.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer({ settings: { ROLE: 'web' } });
  ({ cookie } = await server.signIn('supervisor'));
});
afterAll(() => server.close());

async function take(xml: string) {
  const response = await fetch(`${server.url}/api/room/warnings/cap`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ xml }),
  });
  return { status: response.status, body: (await response.json()) as CapImport & Problem };
}

async function standing(): Promise<string[]> {
  const response = await fetch(`${server.url}/api/room`, { headers: { cookie } });
  return ((await response.json()) as RoomView).room.warnings.map(({ event }) => event);
}

const [first, second] = smallCity.kecamatan;

test('an alert is a warning for the kecamatan its outline touches, in the city language; taken again it is the same', async () => {
  const { status, body } = await take(capAlert());
  expect(status).toBe(201);
  expect(body.warning).toMatchObject({
    event: 'Hujan Lebat & Petir',
    text: 'Hujan Lebat & Petir di Banten',
    severity: 'Severe',
    source: 'BMKG',
    until: new Date(LATER).toISOString(),
  });
  expect(body.warning?.kecamatan).toEqual([first?.name]);
  expect((await take(capAlert())).body.warning?.id).toBe(body.warning?.id);
  expect(await standing()).toEqual(['Hujan Lebat & Petir']);

  const references = `bmkg@bmkg.go.id,${ALERT.id},2026-02-16T09:55:00+07:00`;
  const whole = smallCity.kelurahan[0];
  const circle = `<circle>${whole?.lat},${whole?.lng} 60</circle>`;
  const update = await take(
    capAlert({ id: 'two', type: 'Update', references, event: 'Hujan', area: circle }),
  );
  expect(update.body).toMatchObject({ warning: { kecamatan: [] }, ended: [body.warning?.id] });
  expect(await standing()).toEqual(['Hujan']);
  const cancel = capAlert({
    id: 'three',
    type: 'Cancel',
    references: 'bmkg@bmkg.go.id,two,2026-02-16T10:00:00+07:00',
  });
  expect((await take(cancel)).body).toEqual({ warning: null, ended: [update.body.warning?.id] });
  expect(await standing()).toEqual([]);
});

test('what is no real alert for this city is refused, with the reason, and ends nothing', async () => {
  const { body: kept } = await take(
    capAlert({ id: 'kept', area: `<polygon>${outlineOf(second?.code)}</polygon>` }),
  );
  const references = 'bmkg@bmkg.go.id,kept,2026-02-16T09:55:00+07:00';
  const far = '<polygon>10,10 10,11 11,11 10,10</polygon>';
  const bomb = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${capAlert({ event: '&c;' })}`;
  for (const [xml, why] of [
    [capAlert({ id: 'x', status: 'Exercise' }), /Exercise/],
    [capAlert({ id: 'x', type: 'Update', references, area: far }), /touch no kecamatan/],
    [capAlert({ id: 'x', area: '<polygon>1,2 3</polygon>' }), /no place|polygon/],
    [bomb, /document type/],
    ['<alert><identifier>x</identifier></alert>', /urn:oasis/],
    ['{"alert": true}', /XML|urn:oasis/],
    [capAlert().replace('<msgType>Alert</msgType>', ''), /msgType/],
    [capAlert().replace(/<expires>[^<]*/g, '<expires>tomorrow'), /expires/],
  ] as const) {
    const { status, body } = await take(xml);
    expect({ status, xml, why: body.detail }).toMatchObject({ status: 400, why: expect.stringMatching(why) });
  }
  expect((await take(`<alert>${'x'.repeat(95_000)}</alert>`)).status).toBeGreaterThanOrEqual(400);
  expect(await standing()).toEqual([kept.warning?.event]);
});

test('with as many warnings as can stand, an update still takes the place of one, and no alert comes on top', async () => {
  const before = await standing();
  const referring = (id: string) => `bmkg@bmkg.go.id,${id},2026-02-16T09:55:00+07:00`;
  for (let at = before.length; at < MOST_WARNINGS; at += 1)
    expect((await take(capAlert({ id: `full-${at}`, event: `Hujan ${at}` }))).status).toBe(201);
  const more = await take(capAlert({ id: 'one more', event: 'Angin' }));
  expect({ status: more.status, why: more.body.detail }).toMatchObject({
    status: 409,
    why: expect.stringMatching(/12 warnings/),
  });

  const last = MOST_WARNINGS - 1;
  const update = capAlert({
    id: 'newer',
    type: 'Update',
    event: 'Reda',
    references: referring(`full-${last}`),
  });
  for (let times = 0; times < 2; times += 1) {
    const { status, body } = await take(update);
    expect({ status, event: body.warning?.event, ended: body.ended?.length }).toEqual({
      ...{ status: 201, event: 'Reda', ended: 1 },
    });
  }
  const now = await standing();
  expect(now).toHaveLength(MOST_WARNINGS);
  expect(now).toContain('Reda');
  expect(now).not.toContain(`Hujan ${last}`);
  // One that refers to nothing that stands here is one more.
  const stray = await take(capAlert({ id: 'stray', type: 'Update', references: referring('elsewhere') }));
  expect(stray.status).toBe(409);
  const cancel = capAlert({ id: 'over', type: 'Cancel', references: referring('newer') });
  expect((await take(cancel)).body.ended).toHaveLength(1);
  expect(await standing()).toHaveLength(MOST_WARNINGS - 1);
});
