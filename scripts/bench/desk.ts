import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openScreen } from '../../tests/support/browser.ts';
import { startChildServer } from './child-server.ts';
import type { BenchEnvironment } from './environment.ts';
import { fillLog } from './fill-log.ts';
import { atMost, type BenchRow, median } from './row.ts';
import { openScreenAccounts } from './screen-accounts.ts';

const TICKETS = 50_000;
const ROUNDS = 3;
const FRAMES = 150;
/** Fast, but no faster than a person turns a wheel. */
const PX_A_FRAME = 60;
const SIZE = { width: 1440, height: 900 };
const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/** How long frames take while the desk's queue of 50,000 is scrolled, beside a list of as many rows and nothing else. */
export async function measureDesk(environment: BenchEnvironment): Promise<BenchRow[]> {
  const databaseUrl = await environment.migratedDatabase();
  const accounts = await openScreenAccounts(databaseUrl);
  await accounts.add('operator');
  await fillLog(accounts.db, TICKETS);
  const server = await startChildServer(SERVER, {
    DATABASE_URL: databaseUrl,
    REDIS_URL: environment.redisUrl,
    DATA_DIR: join(environment.folder, 'desk'),
  });
  const browser = await launchBrowser();
  try {
    const cookie = await accounts.signIn(server.url, 'operator');
    const desk = await openScreen(browser, { url: server.url, path: '/desk', cookie, size: SIZE });
    await desk.page.locator('.desk-row').first().waitFor({ timeout: 120_000 });
    const rowPx = (await desk.page.locator('.desk-row').first().boundingBox())?.height ?? 0;
    const bare = await openBareList(browser, rowPx);
    const [values, floors]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await bare.bringToFront();
      floors.push(await scroll(bare, '#list'));
      await desk.page.bringToFront();
      values.push(await scroll(desk.page, '.desk-queue-list'));
    }
    return [
      atMost(1.5, {
        name: `desk, ${TICKETS} open tickets, scrolling the queue, p95 of a frame`,
        unit: 'ms',
        value: median(values),
        floor: median(floors),
        note: `${FRAMES} frames of ${PX_A_FRAME} px, median of ${ROUNDS} rounds`,
      }),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await accounts.close();
  }
}

/** As many rows of the same height, each a line of text, of which those in view are put on the page. */
async function openBareList(browser: Browser, rowPx: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.setContent(
    '<body style="margin:0"><div id="list" style="height:100vh;width:400px;overflow-y:auto"><div id="all" style="position:relative"></div></div>',
  );
  await page.evaluate(`(() => {
    const [list, all] = [document.getElementById('list'), document.getElementById('all')];
    all.style.height = ${TICKETS * rowPx} + 'px';
    const draw = () => {
      const first = Math.floor(list.scrollTop / ${rowPx});
      const rows = Array.from({ length: Math.ceil(list.clientHeight / ${rowPx}) + 1 }, (_, at) => {
        const row = document.createElement('div');
        row.textContent = 'row ' + (first + at);
        row.style.cssText = 'position:absolute;height:${rowPx}px;transform:translateY(' + (first + at) * ${rowPx} + 'px)';
        return row;
      });
      all.replaceChildren(...rows);
    };
    list.addEventListener('scroll', draw);
    draw();
  })()`);
  return page;
}

/** Scrolls down frame by frame; answers the 95th percentile of how long a frame took, ms. */
async function scroll(page: Page, selector: string): Promise<number> {
  const frames = await page.evaluate<number[]>(`new Promise((resolve) => {
    const list = document.querySelector('${selector}');
    const times = [];
    let last;
    const step = (now) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      list.scrollTop += ${PX_A_FRAME};
      if (times.length < ${FRAMES}) requestAnimationFrame(step);
      else resolve(times);
    };
    requestAnimationFrame(step);
  })`);
  return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
}
