import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/wire/problem.ts';
import type { CapImport, RoomView } from '../../shared/wire/room-api.ts';
import { MOST_WARNINGS } from '../../shared/wire/room-limits.ts';
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
const inside = (code: string | undefined) => {
  const points = smallCity.kelurahan.filter(({ kecamatanCode }) => kecamatanCode === code);
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const [south, north, west, east] = [
    Math.min(...lats) - 0.001,
    Math.max(...lats) + 0.001,
    Math.min(...lngs) - 0.001,
    Math.max(...lngs) + 0.001,
  ];
  return `${south},${west} ${south},${east} ${north},${east} ${north},${west} ${south},${west}`;
};
const later = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00');

const ALERT = {
  id: '2.49.0.1.360.0.2026.1',
  status: 'Actual',
  type: 'Alert',
  references: '',
  event: 'Hujan Lebat &amp; Petir',
  area: `<polygon>${inside(first?.code)}</polygon>`,
};

/** As BMKG sends them: a prefix or none, one info a language, the area's name no more than the province. */
function cap(given: Partial<typeof ALERT> = {}): string {
  const { id, status, type, references, event, area } = { ...ALERT, ...given };
  const info = (language: string, text: string) => `<info>
    <language>${language}</language><category>Met</category><event>${text}</event><urgency>Immediate</urgency>
    <severity>Severe</severity><certainty>Likely</certainty><eventCode><valueName>OET</valueName><value>194</value></eventCode>
    <effective>2026-02-16T10:00:00+07:00</effective><expires>${later}</expires>
    <senderName>BMKG</senderName><headline>${text} di Banten</headline><description>Waspada genangan.</description>
    <area><areaDesc>Banten</areaDesc>${area}</area></info>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>bmkg@bmkg.go.id</sender>
  <sent>2026-02-16T09:55:00+07:00</sent><status>${status}</status><msgType>${type}</msgType><scope>Public</scope>
  ${references && `<references>${references}</references>`}${info('en-US', 'Heavy rain')}${info('id-ID', event)}</alert>`;
}

test('an alert is a warning for the kecamatan its outline touches, in the city language; taken again it is the same', async () => {
  const { status, body } = await take(cap());
  expect(status).toBe(201);
  expect(body.warning).toMatchObject({
    event: 'Hujan Lebat & Petir',
    text: 'Hujan Lebat & Petir di Banten',
    severity: 'Severe',
    source: 'BMKG',
    until: new Date(later).toISOString(),
  });
  expect(body.warning?.kecamatan).toEqual([first?.name]);
  expect((await take(cap())).body.warning?.id).toBe(body.warning?.id);
  expect(await standing()).toEqual(['Hujan Lebat & Petir']);

  const references = `bmkg@bmkg.go.id,${ALERT.id},2026-02-16T09:55:00+07:00`;
  const whole = smallCity.kelurahan[0];
  const circle = `<circle>${whole?.lat},${whole?.lng} 60</circle>`;
  const update = await take(cap({ id: 'two', type: 'Update', references, event: 'Hujan', area: circle }));
  expect(update.body).toMatchObject({ warning: { kecamatan: [] }, ended: [body.warning?.id] });
  expect(await standing()).toEqual(['Hujan']);
  const cancel = cap({
    id: 'three',
    type: 'Cancel',
    references: 'bmkg@bmkg.go.id,two,2026-02-16T10:00:00+07:00',
  });
  expect((await take(cancel)).body).toEqual({ warning: null, ended: [update.body.warning?.id] });
  expect(await standing()).toEqual([]);
});

test('what is no real alert for this city is refused, with the reason, and ends nothing', async () => {
  const { body: kept } = await take(cap({ id: 'kept', area: `<polygon>${inside(second?.code)}</polygon>` }));
  const references = 'bmkg@bmkg.go.id,kept,2026-02-16T09:55:00+07:00';
  const far = '<polygon>10,10 10,11 11,11 10,10</polygon>';
  const bomb = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${cap({ event: '&c;' })}`;
  for (const [xml, why] of [
    [cap({ id: 'x', status: 'Exercise' }), /Exercise/],
    [cap({ id: 'x', type: 'Update', references, area: far }), /touch no kecamatan/],
    [cap({ id: 'x', area: '<polygon>1,2 3</polygon>' }), /no place|polygon/],
    [bomb, /document type/],
    ['<alert><identifier>x</identifier></alert>', /urn:oasis/],
    ['{"alert": true}', /XML|urn:oasis/],
    [cap().replace('<msgType>Alert</msgType>', ''), /msgType/],
    [cap().replace(/<expires>[^<]*/g, '<expires>tomorrow'), /expires/],
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
    expect((await take(cap({ id: `full-${at}`, event: `Hujan ${at}` }))).status).toBe(201);
  const more = await take(cap({ id: 'one more', event: 'Angin' }));
  expect({ status: more.status, why: more.body.detail }).toMatchObject({
    status: 409,
    why: expect.stringMatching(/12 warnings/),
  });

  const last = MOST_WARNINGS - 1;
  const update = cap({ id: 'newer', type: 'Update', event: 'Reda', references: referring(`full-${last}`) });
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
  const stray = await take(cap({ id: 'stray', type: 'Update', references: referring('elsewhere') }));
  expect(stray.status).toBe(409);
  const cancel = cap({ id: 'over', type: 'Cancel', references: referring('newer') });
  expect((await take(cancel)).body.ended).toHaveLength(1);
  expect(await standing()).toHaveLength(MOST_WARNINGS - 1);
});
