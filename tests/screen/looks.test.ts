import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../server/platform/clock.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import { systemActor, type UserRole } from '../../shared/access/actor.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { CLIENT_DIR, launchBrowser } from '../support/browser.ts';
import { compareLook } from '../support/looks.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A quarter past ten in the morning of a working day, in the city's time. */
const NOW = Date.parse('2026-03-03T02:15:00Z');
const MINUTE_MS = 60_000;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  const clock = createTestClock(NOW - 98.5 * MINUTE_MS);
  let startedAt: number | null = null;
  const running = { now: () => clock.now() + (startedAt === null ? 0 : performance.now() - startedAt) };
  server = await startTestServer({ clientDir: CLIENT_DIR, clock: running });
  browser = await launchBrowser();
  await openTickets(clock);
  await routeRiver();
  clock.set(NOW);
  startedAt = performance.now();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const KINDS: [category: string, lat: number, lng: number][] = [
  ['broken-road', -2.981, 120.182],
  ['river-high', -3.001, 120.191],
  ['dead-power', -3.021, 120.2],
  ['anything', -2.979, 120.201],
  ['broken-road', -3.02, 120.221],
  ['broken-road', -3.0201, 120.2211],
  ['blaze', -2.98, 120.221],
];

/** One ticket every quarter of an hour, the last of them a fire that nobody has seen yet. */
async function openTickets(clock: ReturnType<typeof createTestClock>): Promise<void> {
  const { db, pack } = server;
  const tickets = createTicketCommands({ db, pack, areas: createAreaIndex(pack), clock });
  for (const [category, lat, lng] of KINDS) {
    clock.advance(14 * MINUTE_MS);
    const location = { lat, lng, accuracyM: 20, source: 'pin' as const };
    await db
      .transaction()
      .execute((trx) =>
        tickets.open(
          trx,
          { reportId: randomUUID(), channel: 'whatsapp', category, location },
          systemActor('pipeline'),
        ),
      );
  }
}

/** A phone shows what was routed to its department. */
async function routeRiver(): Promise<void> {
  const operator = await createOperator(server);
  const river = await server.db
    .selectFrom('ticket')
    .select(['id', 'version'])
    .where('category', '=', 'river-high')
    .executeTakeFirstOrThrow();
  await operator.give(river, 'route', { departmentCode: 'SIAGA' });
}

/** What follows the real clock: how old the picture is, and the clock. */
const MOVING = ['[data-testid=freshness]', '.wall-clock', '.map-mark-calling'];

type Look = {
  name: string;
  path: string;
  role?: UserRole;
  departmentCode?: string;
  width: number;
  height: number;
  ready: (page: Page) => Promise<void>;
};

const LOOKS: Look[] = [
  {
    name: 'wall',
    path: '/wall',
    role: 'wall',
    width: 1920,
    height: 1080,
    ready: (page) => page.locator('.map-mark').nth(2).waitFor(),
  },
  {
    name: 'desk',
    path: '/desk',
    role: 'operator',
    width: 1440,
    height: 900,
    ready: async (page) => {
      await page.locator('.desk-row').nth(5).waitFor();
      await page.locator('.map-mark').nth(4).waitFor();
    },
  },
  {
    name: 'responder',
    path: '/responder',
    role: 'responder',
    departmentCode: 'SIAGA',
    width: 390,
    height: 844,
    ready: (page) => page.getByText('High river').first().waitFor(),
  },
  {
    name: 'executive',
    path: '/executive?period=7d',
    role: 'executive',
    width: 1280,
    height: 720,
    ready: async (page) => {
      await page.getByText('Open tickets by age').waitFor();
      await page.locator('.recharts-surface').nth(1).waitFor();
    },
  },
  {
    name: 'room',
    path: '/room',
    role: 'supervisor',
    width: 1280,
    height: 900,
    ready: (page) => page.getByRole('heading', { level: 2 }).nth(2).waitFor(),
  },
  {
    name: 'administration',
    path: '/admin/city/departments',
    role: 'administrator',
    width: 1280,
    height: 900,
    ready: (page) => page.getByText('Instansi luar').first().waitFor(),
  },
  {
    name: 'sign-in',
    path: '/sign-in',
    width: 1280,
    height: 800,
    ready: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
  },
];

test.each(LOOKS)('$name looks as it did', async ({ name, path, role, departmentCode, ...rest }) => {
  const { width, height, ready } = rest;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  if (role) {
    const { cookie } = await server.signIn(role, departmentCode ?? null);
    const cookies = cookie.split('; ').map((pair) => pair.split(/=(.*)/s));
    await context.addCookies(
      cookies.map(([key = '', value = '']) => ({ name: key, value, url: server.url })),
    );
  }
  await context.addInitScript(`localStorage.setItem('live-room.language', 'en')`);
  const page = await context.newPage();
  await page.clock.install({ time: NOW });
  await page.goto(server.url + path);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => compareLook(page, page, name, MOVING), { interval: 500 }).toBeNull();
  await context.close();
});
