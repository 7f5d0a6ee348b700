import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { revokeToken } from '../../server/access/tokens.ts';
import { type AccessServer, startAccessServer } from '../support/access-server.ts';
import { type LiveClient, openClient, startLiveNode } from '../support/live.ts';
import { startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

/** Accounts and tokens as they are, on real sockets. */
let part: TicketsUnderTest;
let accounts: AccessServer;
let node: Awaited<ReturnType<typeof startLiveNode>>;
const clients: LiveClient[] = [];

beforeAll(async () => {
  part = await startTickets();
  accounts = await startAccessServer({ databaseUrl: part.url });
  node = await startLiveNode(part, { access: accounts.access });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await node.close();
  await accounts.close();
  await part.stop();
});

function open(token?: string, cookie?: string): LiveClient {
  const client = openClient(node.url, token, cookie === undefined ? {} : { cookie });
  clients.push(client);
  return client;
}

/** The clock that credentials are remembered by moves only when told; the gateway looks every few seconds. */
async function untilCut(client: LiveClient): Promise<void> {
  await until(
    () => {
      accounts.clock.advance(1000);
      return client.ended.length > 0;
    },
    { what: 'the connection to be ended', timeoutMs: 10_000, everyMs: 100 },
  );
  expect(client.ended).toEqual(['io server disconnect']);
}

test('a kiosk token lets in until it is revoked', async () => {
  const kiosk = await accounts.addToken('wall');
  const other = await accounts.addToken('wall');
  const [client, bystander] = [open(kiosk.token), open(other.token)];
  await client.sync(null);
  await bystander.sync(null);
  await revokeToken(part.db, kiosk.id);
  await untilCut(client);
  expect(bystander.ended).toEqual([]);
  await expect(open(kiosk.token).connected()).rejects.toThrow('unauthenticated');
});

test('a session lets in until it ends', async () => {
  const { email } = await accounts.addUser('operator');
  const cookie = await accounts.signIn(email);
  const client = open(undefined, cookie);
  await client.sync(null);
  await fetch(`${accounts.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } });
  await untilCut(client);
});

test('a responder gets its own OPD, and is cut when it belongs to another', async () => {
  const { id, email } = await accounts.addUser('responder');
  const client = open(undefined, await accounts.signIn(email));
  await client.sync(null);
  const own = await part.openTicket({ category: 'broken-road' });
  await part.openTicket({ category: 'blaze' });
  await until(() => client.batches.at(-1)?.to === 2);
  expect(client.changes().map(({ ticket }) => ticket.id)).toEqual([own.id]);
  await part.db.updateTable('app_user').set({ department_code: 'SIAGA' }).where('id', '=', id).execute();
  await untilCut(client);
});

test.for(['channel', 'open311'] as const)('a %s token has no room', async (role) => {
  const { token } = await accounts.addToken(role);
  await expect(open(token).connected()).rejects.toThrow('forbidden');
});

test('a cookie from another site lets nobody in', async () => {
  const { email } = await accounts.addUser('executive');
  const cookie = await accounts.signIn(email);
  const client = openClient(node.url, undefined, { cookie, origin: 'https://elsewhere.example' });
  clients.push(client);
  await expect(client.connected()).rejects.toThrow();
});
