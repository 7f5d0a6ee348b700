import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express } from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { openClient } from '../support/live.ts';
import { listRoutes } from '../support/route-list.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import {
  EVERYBODY,
  type RouteRule,
  type Somebody,
  WHO_MAY,
  WHO_MAY_BELOW,
  WHO_SEES_LIVE,
  type World,
} from '../support/who-may.ts';

const made = vi.hoisted((): { app: Express | null } => ({ app: null }));
vi.mock(import('../../server/app.ts'), async (load) => {
  const real = await load();
  return {
    createApp(parts) {
      made.app = real.createApp(parts);
      return made.app;
    },
  };
});

let screens: Awaited<ReturnType<typeof makeTempFolder>>;
let server: TestServer;
let world: World;
let headers: Record<Somebody, Record<string, string>>;

beforeAll(async () => {
  screens = await makeTempFolder();
  await mkdir(join(screens.path, 'assets'));
  await writeFile(join(screens.path, 'index.html'), '<!doctype html>');
  server = await startTestServer({
    clientDir: screens.path,
    settings: { PUSH_CONTACT: 'mailto:room@city.example' },
  });
  headers = await knockers();
  const ticketId = (await enterTicket('broken-road')).id;
  await enterTicket('blaze');
  const photoId = await addPhoto(ticketId);
  world = { ticketId, photoId, nothingId: '0197a3c4-0000-7000-8000-00000000dead' };
});
afterAll(async () => {
  await server.close();
  await screens.remove();
});

async function knockers(): Promise<typeof headers> {
  const person = async (...who: Parameters<TestServer['signIn']>) => ({
    cookie: (await server.signIn(...who)).cookie,
  });
  const token = async (role: Parameters<TestServer['token']>[0]) => ({
    authorization: `Bearer ${await server.token(role)}`,
  });
  return {
    administrator: await person('administrator'),
    supervisor: await person('supervisor'),
    operator: await person('operator'),
    responder: await person('responder', 'JALAN'),
    'other responder': await person('responder', 'SIAGA'),
    executive: await person('executive'),
    wall: await person('wall'),
    'wall token': await token('wall'),
    'channel token': await token('channel'),
    'open311 token': await token('open311'),
    nobody: {},
  };
}

async function enterTicket(category: string): Promise<LiveTicket> {
  const response = await send('POST', '/api/tickets', headers.operator, {
    body: { entryId: crypto.randomUUID(), category, text: 'seen by a patrol', location: null },
  });
  expect(response.status).toBe(201);
  return (await response.json()) as LiveTicket;
}

async function addPhoto(ticketId: string): Promise<string> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } });
  const form = new FormData();
  form.set('kind', 'before');
  form.set(
    'photo',
    new Blob([new Uint8Array(await picture.png().toBuffer())], { type: 'image/png' }),
    'a.png',
  );
  const url = `${server.url}/api/tickets/${ticketId}`;
  const response = await fetch(`${url}/photos`, { method: 'POST', headers: headers.operator, body: form });
  expect(response.status).toBe(201);
  const { photos } = (await (await fetch(url, { headers: headers.operator })).json()) as TicketDetail;
  return photos[0]?.id ?? '';
}

function send(
  method: string,
  path: string,
  who: Record<string, string>,
  { body, type = 'application/json' }: Pick<RouteRule, 'body' | 'type'>,
): Promise<Response> {
  if (body === undefined) return fetch(server.url + path, { method, headers: who });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(server.url + path, { method, headers: { ...who, 'content-type': type }, body: text });
}

/** How a request was met by the policy: what came of it after that is not this test's business. */
async function meet(route: string, rule: RouteRule, who: Record<string, string>): Promise<string> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = rule.path?.(world) ?? pattern;
  const response = await send(method === 'USE' ? 'GET' : method, path, who, rule);
  if (response.status >= 500) return `failed with ${response.status}: ${await response.text()}`;
  const problem = /\/problems\/(unauthenticated|forbidden)"/.exec(await response.text())?.[1];
  return problem ?? 'let through';
}

/** What the server serves: our own routes, and those of the applications mounted below a path. */
function served(): { own: string[]; mounted: { route: string; below: string }[] } {
  if (made.app === null) throw new Error('the server has made no app');
  const own: string[] = [];
  const mounted: { route: string; below: string }[] = [];
  for (const route of listRoutes(made.app)) {
    const below = Object.keys(WHO_MAY_BELOW).find((path) => route.includes(` ${path}`));
    if (below === undefined) own.push(route);
    else mounted.push({ route, below });
  }
  return { own, mounted };
}

test('every route of the server has its line in the table, and every line its route', () => {
  const { own, mounted } = served();
  expect(own.sort()).toEqual(Object.keys(WHO_MAY).sort());
  expect([...new Set(mounted.map(({ below }) => below))].sort()).toEqual(Object.keys(WHO_MAY_BELOW).sort());
});

test('mounted applications let in whom they should at their door, and nobody else at any route', async () => {
  const wrong: string[] = [];
  for (const { route, below } of served().mounted) {
    for (const somebody of EVERYBODY.filter((one) => !WHO_MAY_BELOW[below]?.includes(one))) {
      const path = () => route.replace(/^\S+ /, '').replaceAll(/:\w+/g, 'x');
      const met = await meet(route, { may: [], path }, headers[somebody]);
      const refusal = somebody === 'nobody' ? 'unauthenticated' : 'forbidden';
      if (met !== refusal) wrong.push(`${somebody}: ${route}: ${met}`);
    }
  }
  expect(wrong).toEqual([]);
  for (const [below, may] of Object.entries(WHO_MAY_BELOW)) {
    for (const somebody of may)
      expect(await meet(`GET ${below}/`, { may }, headers[somebody])).toBe('let through');
  }
});

describe('who may use which route', () => {
  test.each(Object.entries(WHO_MAY))('%s', async (route, rule) => {
    const met: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const somebody of EVERYBODY) {
      met[somebody] = await meet(route, rule, headers[somebody]);
      const refusal = somebody === 'nobody' ? 'unauthenticated' : 'forbidden';
      expected[somebody] = rule.may.includes(somebody) ? 'let through' : refusal;
    }
    expect(met).toEqual(expected);
  });
});

describe('who may follow which tickets live', () => {
  test.each(EVERYBODY)('%s', async (somebody) => {
    const session = somebody === 'nobody' ? {} : await freshCredentials(somebody);
    const client = openClient(
      server.url,
      session.token,
      session.cookie === undefined ? {} : { cookie: session.cookie },
    );
    try {
      const expected = WHO_SEES_LIVE[somebody];
      if (expected === null) {
        const refusal = somebody === 'nobody' ? 'unauthenticated' : 'forbidden';
        await expect(client.connected()).rejects.toThrow(refusal);
        return;
      }
      const { tickets = [] } = await client.sync(null);
      expect(tickets.map(({ departmentCode }) => departmentCode).sort()).toEqual(expected);
    } finally {
      client.close();
    }
  });

  /** Signing out is among the routes walked above, so sockets come with a session of their own. */
  async function freshCredentials(somebody: Somebody): Promise<{ token?: string; cookie?: string }> {
    const bearer = headers[somebody].authorization;
    if (bearer !== undefined) return { token: bearer.replace('Bearer ', '') };
    const department = { responder: 'JALAN', 'other responder': 'SIAGA' }[somebody as string] ?? null;
    const role = somebody === 'other responder' ? 'responder' : somebody;
    return { cookie: (await server.signIn(role as Parameters<TestServer['signIn']>[0], department)).cookie };
  }
});
