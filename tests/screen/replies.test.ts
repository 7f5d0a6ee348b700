import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriersInEveryLook } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createAnswerer, createCorrespondent, someContact } from '../support/correspondent.ts';
import { type MetaGraph, startMetaGraph } from '../support/meta-graph.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let graph: MetaGraph;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  graph = await startMetaGraph();
  server = await startTestServer({
    clientDir: CLIENT_DIR,
    settings: {
      WHATSAPP_ACCESS_TOKEN: graph.token,
      WHATSAPP_PHONE_NUMBER_ID: '1065403522',
      META_GRAPH_URL: graph.url,
    },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await graph.close();
});

test('a reporter is asked for a pin and answered by keys alone, and what becomes of it is seen live', async () => {
  const citizen = createCorrespondent(server);
  const operator = await createAnswerer(server);
  const message = await citizen.writes(someContact('Sari'), { text: 'jalan rusak' });
  const ticketId = await operator.ticketOf(message);
  const size = { width: 1440, height: 900 };
  const path = `/desk/${ticketId}`;
  const { cookie } = operator;
  const { page, faults, close } = await openScreen(browser, {
    url: server.url,
    path,
    cookie,
    language: 'en',
    size,
  });
  await page.getByText(/can be answered until/).waitFor();
  await page.keyboard.press('H');
  await page.getByText(/^Asked for a pin /).waitFor();
  await page.keyboard.press('h');
  await page.getByLabel('Answer', { exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('The crew is on its way.');
  await page.reload();
  await page.getByText(/can be answered until/).waitFor();
  await page.keyboard.press('h');
  expect(await page.getByLabel('Answer', { exact: true }).inputValue()).toBe('The crew is on its way.');
  await page.keyboard.press('Control+Enter');
  const bubble = page.locator('.talk-turn[data-reply]').filter({ hasText: 'The crew is on its way.' });
  await bubble.getByText('sent').waitFor();
  const sent = await until(() =>
    graph.sent.find(({ body }) => body.text?.body === 'The crew is on its way.'),
  );
  await citizen.tells({ id: sent.id, status: 'read' });
  await bubble.getByText('read').waitFor();
  await page.getByText('the operator answered reporters: 1').waitFor();
  expect(await findBarriersInEveryLook(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
