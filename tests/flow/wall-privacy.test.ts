import { afterAll, beforeAll, expect, test } from 'vitest';
import { callEvent } from '../../scripts/simulate/call112.ts';
import { laksaPost, laksaPostWithPhotos } from '../../scripts/simulate/laksa.ts';
import { createSender, type Sender } from '../../scripts/simulate/sender.ts';
import { type WhatsappContact, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { openClient } from '../support/live.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/**
 * Everything a citizen or an employee says or is, as it goes in: none of it may come out on a wall. The city's
 * own words (categories, areas, departments) and what was understood may.
 */
const SECRETS = [
  ...['Zubaidah', 'Kertanegara', 'zubaidah.k', '81277770001', 'ID.7700112233445566'],
  ...['Wirabuana', 'tolong sekali', 'mertua'],
  ...['Pangkalan Ojek Melati', 'Gg. Cempaka', 'Hardjosoediro', '81277770002', 'ID.7700112233449999'],
  ...['81277770003', 'rekaman.example', 'call-7700-99'],
  ...['Sastrowardoyo', '81277770004', 'laksa-880077', 'berlubang dalam', 'Jalan Kenanga 12', 'tetangga'],
  ...['Poernomo', '81277770005', 'penelepon gugup', 'depan warung Bu Tin'],
  ...['sudah ditelepon kembali', 'bukan wewenang', 'pipa diganti', 'the operator', 'the responder'],
  '@city.example',
];

let server: TestServer;
let sender: Sender;
beforeAll(async () => {
  server = await startTestServer();
  sender = createSender({
    url: server.url,
    channelToken: await server.token('channel'),
    whatsappSecret: 'test-app-secret',
    giveUpAfterMs: 5_000,
  });
});
afterAll(() => server.close());

async function call(cookie: string, path: string, body: object): Promise<LiveTicket> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as LiveTicket;
}

const first: WhatsappContact = {
  name: 'Zubaidah Kertanegara',
  username: 'zubaidah.k',
  waId: '6281277770001',
  bsuid: 'ID.7700112233445566',
};
const second: WhatsappContact = {
  name: 'Hardjosoediro',
  waId: '6281277770002',
  bsuid: 'ID.7700112233449999',
};

/** Through every door there is; each is taken. */
async function sendThroughAllDoors(): Promise<void> {
  const at = Date.now();
  const { lat, lng } = server.pack.centre;
  const reporter = { name: 'Sastrowardoyo', phone: '+6281277770004', accountId: 'laksa-880077' };
  const post = { at, reporter, address: 'Jalan Kenanga 12', location: { lat, lng, accuracyM: 20 } };
  const deliveries = [
    whatsappMessages([
      {
        id: 'wamid.1',
        contact: first,
        at,
        type: 'text',
        text: 'kebakaran di Wirabuana, tolong sekali mertua saya',
      },
      {
        ...{ id: 'wamid.2', contact: second, at, type: 'location', lat: lat + 0.02, lng: lng + 0.02 },
        ...{ name: 'Pangkalan Ojek Melati', address: 'Gg. Cempaka' },
      },
    ]),
    callEvent({
      ...{ callId: 'call-7700-99', state: 'answered', callerNumber: '+6281277770003', at },
      ...{ location: { lat: lat - 0.02, lng, accuracyM: 900 }, recordingUrl: 'https://rekaman.example/7700' },
    }),
    laksaPost({ ...post, id: 'laksa-post-0001', text: 'jalan rusak berlubang dalam, kata tetangga' }),
    laksaPostWithPhotos({ ...post, id: 'laksa-post-0002', text: 'listrik mati, kata tetangga' }, []),
  ];
  for (const delivery of deliveries) {
    const outcome = await sender.send(delivery);
    expect(outcome, `${delivery.path} answered ${outcome.body}`).toMatchObject({ ok: true });
  }
}

/** What employees write: an entry by hand, notes, reasons. */
async function workOnIt(operator: string, responder: string): Promise<LiveTicket> {
  const entry = await call(operator, '/api/tickets', {
    entryId: crypto.randomUUID(),
    category: 'broken-road',
    text: 'penelepon gugup, pipa pecah depan warung Bu Tin',
    location: { lat: -2.96, lng: 120.16 },
    address: 'depan warung Bu Tin',
    reporter: { name: 'Poernomo', phone: '081277770005' },
  });
  let ticket = entry;
  const act = async (cookie: string, verb: string, body: object) => {
    const path = `/api/tickets/${ticket.id}/${verb}`;
    ticket = await call(cookie, path, { version: ticket.version, ...body });
  };
  await act(operator, 'note', { note: 'sudah ditelepon kembali' });
  await act(operator, 'route', { departmentCode: 'SIAGA', reason: 'bukan wewenang' });
  await act(responder, 'acknowledge', {});
  await act(responder, 'return', { reason: 'bukan wewenang' });
  await act(operator, 'route', { departmentCode: 'SIAGA' });
  await act(responder, 'start', { note: 'sudah ditelepon kembali' });
  await act(responder, 'resolve', { note: 'pipa diganti' });
  return ticket;
}

test('of all that citizens and employees say and are, nothing ever reaches a wall or an executive', async () => {
  const { cookie: operator, email } = await server.signIn('operator');
  const { cookie: responder } = await server.signIn('responder', 'SIAGA');
  const { cookie: executive } = await server.signIn('executive');
  const wall = openClient(server.url, await server.token('wall'));
  const office = openClient(server.url, undefined, { cookie: executive });
  await wall.sync(null);
  await office.sync(null);

  await sendThroughAllDoors();
  const worked = await workOnIt(operator, responder);
  const shown = await until(
    async () => {
      const tickets = wall.changes().map(({ ticket }) => ticket);
      const channels = new Set(tickets.map(({ channel }) => channel));
      const isDone = tickets.some(({ id, status }) => id === worked.id && status === 'resolved');
      return isDone && ['whatsapp', '112', 'laksa', 'operator'].every((one) => channels.has(one as never))
        ? tickets
        : null;
    },
    { what: 'a ticket from each door on the wall', timeoutMs: 20_000 },
  );
  expect(shown.some(({ title }) => title === 'Api')).toBe(true);

  // Who comes later gets a snapshot, who was away gets what it missed: all of it is looked through.
  const late = openClient(server.url, await server.token('wall'));
  await late.sync(null);
  const back = openClient(server.url, await server.token('wall'));
  expect((await back.sync(0)).changes?.length).toBeGreaterThan(8);
  const received = [wall, office, late, back].flatMap((client) => client.raw).join('\n');
  expect(received).toContain('"title":"Api"');
  const lower = received.toLowerCase();
  const leaked = [...SECRETS, email].filter((secret) => lower.includes(secret.toLowerCase()));
  expect(leaked).toEqual([]);
  for (const client of [wall, office, late, back]) client.close();
});
