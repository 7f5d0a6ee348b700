import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('an open ticket tells of another that may be the same when it comes, and no longer when somebody else has said it is not', async () => {
  const operator = await createOperator(server);
  const first = await operator.open('blaze', 'api dari dapur');
  const { page, faults, close } = await openScreen(browser, {
    ...{ url: server.url, path: `/desk/${first.id}`, cookie: operator.cookie, language: 'en' },
    size: { width: 1440, height: 900 },
  });
  await page.locator('.talk').getByText('api dari dapur').waitFor();
  const strip = page.getByRole('region', { name: 'Maybe the same incident' });
  expect(await strip.count()).toBe(0);

  const second = await operator.open('blaze', 'asap tebal');
  await strip.getByText(second.number).waitFor();
  // The older ticket itself has not changed: who is writing on it is not disturbed.
  const detail = async (id: string) => {
    const answer = await fetch(`${server.url}/api/tickets/${id}`, { headers: { cookie: operator.cookie } });
    return (await answer.json()) as TicketDetail;
  };
  expect((await detail(first.id)).version).toBe(first.version);

  const [proposal] = (await detail(second.id)).proposals;
  await operator.give(second, `proposals/${proposal?.id}`, { verdict: 'different' });
  await strip.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});
