import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { type Frames, usedHeap, watchFrames } from './browser-frames.ts';
import { startChildServer } from './child-server.ts';
import { changeCity, fillCity } from './city-log.ts';
import type { BenchEnvironment } from './environment.ts';
import { atMost, type BenchRow, median } from './row.ts';

const TICKETS = 5000;
const CHANGES_PER_SECOND = 20;
const AT_ONCE = 5;
const WATCH_MS = 10_000;
const SETTLE_MS = 8000;
const ROUNDS = 3;
/** A shift's changes in a busy night, and how many of them come at once. */
const SHIFT_CHANGES = 24_000;
const SHIFT_STEP = 400;
const MOST_TASK_MS = 100;
const SIZE = { width: 1920, height: 1080 };
const ROOT = join(import.meta.dirname, '../..');

/**
 * The wall in Chromium with 5,000 open tickets and 20 changes a second, beside a bare Leaflet map with as many
 * canvas circles that change as often; then what a shift leaves in its memory.
 */
export async function measureWallFrames(environment: BenchEnvironment): Promise<BenchRow[]> {
  const databaseUrl = await environment.migratedDatabase();
  const { db, close } = connectDatabase(databaseUrl, { log: createLog('error'), max: 2 });
  const { token } = await issueToken(db, { role: 'wall', name: 'bench' });
  await fillCity(db, TICKETS);
  const server = await startChildServer(join(ROOT, 'server/main.ts'), {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(environment.folder, 'wall-frames'),
    ROLE: 'web',
  });
  const bare = await serveBareMap();
  const browser = await launchBrowser();
  try {
    const rounds: { wall: Frames; floor: Frames }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({
        wall: await watchWall(browser, server.url, token, db),
        floor: await watchBareMap(browser, bare.url),
      });
    return [...frameRows(rounds), await measureShift(browser, server.url, token, db)];
  } finally {
    await browser.close();
    await bare.close();
    await server.stop();
    await close();
  }
}

function frameRows(rounds: { wall: Frames; floor: Frames }[]): BenchRow[] {
  const note = `${SIZE.width} x ${SIZE.height}, software rendering, median of ${ROUNDS} rounds of ${WATCH_MS / 1000} s`;
  const longest = median(rounds.map(({ wall }) => wall.longestTaskMs));
  const floor = median(rounds.map(({ floor }) => floor.longestTaskMs));
  return [
    atMost(1.5, {
      name: `wall with ${TICKETS} tickets, ${CHANGES_PER_SECOND} changes a second: a frame`,
      unit: 'ms',
      value: median(rounds.map(({ wall }) => wall.frameMs)),
      floor: median(rounds.map(({ floor }) => floor.frameMs)),
      note,
    }),
    {
      name: `wall with ${TICKETS} tickets, ${CHANGES_PER_SECOND} changes a second: its longest task`,
      unit: 'ms',
      value: longest,
      floor,
      ratio: longest / Math.max(floor, 1),
      reach: `value ≤ ${MOST_TASK_MS} ms`,
      reached: longest <= MOST_TASK_MS,
      note: `${note}; tasks under 50 ms count as 0`,
    },
  ];
}

async function watchWall(browser: Browser, url: string, token: string, db: Database): Promise<Frames> {
  const page = await openWall(browser, url, token);
  const changing = keepDoing(() => changeCity(db, AT_ONCE));
  const frames = await watchFrames(page, WATCH_MS);
  await changing.stop();
  await page.context().close();
  return frames;
}

async function openWall(browser: Browser, url: string, token: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.goto(`${url}/wall?token=${token}`);
  await page.locator('.map-cluster').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  return page;
}

async function watchBareMap(browser: Browser, url: string): Promise<Frames> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.goto(url);
  await page.waitForFunction('window.circles?.length === TICKETS');
  await page.waitForTimeout(SETTLE_MS / 4);
  const changing = keepDoing(() => page.evaluate(`change(${AT_ONCE})`));
  const frames = await watchFrames(page, WATCH_MS);
  await changing.stop();
  await page.context().close();
  return frames;
}

/** What the page holds after a shift's changes, beside what it held after the first minute's. */
async function measureShift(browser: Browser, url: string, token: string, db: Database): Promise<BenchRow> {
  const page = await openWall(browser, url, token);
  const feed = async (changes: number) => {
    for (let done = 0; done < changes; done += SHIFT_STEP) {
      await changeCity(db, SHIFT_STEP);
      // At least one redraw of the map between two steps.
      await page.waitForTimeout(SHIFT_STEP);
    }
  };
  await feed(60 * CHANGES_PER_SECOND);
  const after = await usedHeap(page);
  await feed(SHIFT_CHANGES);
  await page.waitForTimeout(SETTLE_MS / 4);
  const megabytes = (bytes: number) => bytes / 1024 / 1024;
  const row = atMost(1.2, {
    name: `the wall's heap after a shift of ${SHIFT_CHANGES} changes, beside that after its first minute`,
    unit: 'MB',
    value: megabytes(await usedHeap(page)),
    floor: megabytes(after),
    note: 'collected; time runs faster than in a real shift',
  });
  await page.context().close();
  return row;
}

/** Calls back as often as makes the changes of a second, until told to stop; `stop` resolves when the last has ended. */
function keepDoing(run: () => Promise<unknown>) {
  let going: Promise<unknown> = Promise.resolve();
  const timer = setInterval(
    () => {
      going = going.then(run);
      // Said by `stop`.
      going.catch(() => undefined);
    },
    (1000 * AT_ONCE) / CHANGES_PER_SECOND,
  );
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await going;
    },
  };
}

/** A page with Leaflet and nothing else: as many circles on one canvas, changed by calling `change(count)`. */
async function serveBareMap() {
  const leaflet = join(ROOT, 'node_modules/leaflet/dist');
  const [script, style] = await Promise.all([
    readFile(join(leaflet, 'leaflet.js'), 'utf8'),
    readFile(join(leaflet, 'leaflet.css'), 'utf8'),
  ]);
  const html = `<!doctype html><style>${style} html, body, #map { height: 100%; margin: 0 }</style><div id="map"></div>
<script>${script}</script><script>
const TICKETS = ${TICKETS};
const map = L.map('map', { renderer: L.canvas(), zoomControl: false }).setView([-6.18, 106.65], 12);
const colours = ['#ff6b6b', '#ffb454', '#6cb6ff', '#9aa7b6'];
const place = (n) => [-6.25 + ((n * 7919) % 1000) / 7000, 106.57 + ((n * 104729) % 1000) / 6000];
window.circles = Array.from({ length: TICKETS }, (_, n) =>
  L.circleMarker(place(n), { radius: 6, color: colours[n % 4] }).addTo(map));
let next = 0;
window.change = (count) => {
  for (let n = 0; n < count; n++, next++) circles[next % TICKETS].setStyle({ color: colours[next % 3] });
};
</script>`;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
