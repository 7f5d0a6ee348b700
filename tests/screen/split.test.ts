import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let browser: Browser;
let token: string;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR });
  browser = await launchBrowser();
  token = await server.token('channel');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Tells the city of a broken road, always of the same spot; answers the ticket it became part of. */
async function tell(text: string, name: string): Promise<{ id: string; number: string }> {
  const response = await fetch(`${server.url}/channels/laksa/reports`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      text,
      location: { lat: -3.011, lng: 120.21, accuracyM: 10 },
      reporter: { name, accountId: name },
    }),
  });
  expect(response.status).toBe(201);
  return until(() =>
    server.db
      .selectFrom('report')
      .innerJoin('ticket', 'ticket.id', 'report.ticket_id')
      .select(['ticket.id', 'ticket.number'])
      .where('report.text', '=', text)
      .executeTakeFirst(),
  );
}

test('reports that tell of something else are taken out into a ticket of their own, and put back together again', async () => {
  const joined = await tell('jalan rusak depan balai warga', 'Siti');
  expect(await tell('jalan rusak, trotoar ambles', 'Budi')).toEqual(joined);
  expect(await tell('jalan rusak, trotoar makin ambles', 'Wati')).toEqual(joined);
  const { cookie } = await server.signIn('operator');
  const size = { width: 1440, height: 900 };
  const path = `/desk/${joined.id}`;
  const { page, faults, close } = await openScreen(browser, {
    ...{ url: server.url, path, cookie, language: 'en', size },
  });
  const pane = (number: string) => page.locator(`.desk-ticket[data-ticket="${number}"]`);
  const said = page.locator('.talk');
  await pane(joined.number).getByText('3 reports', { exact: true }).waitFor();

  await page.keyboard.press('u');
  const form = page.getByRole('form', { name: 'Split' });
  await form.getByRole('button', { name: 'Split' }).click();
  await form.getByText('Choose the ticket or reports to split off.').waitFor();
  await form.getByRole('checkbox', { name: /Budi/ }).check();
  await form.getByRole('checkbox', { name: /Wati/ }).check();
  await form.getByLabel('Reason').fill('trotoar, bukan jalannya');
  expect(await findBarriers(page)).toEqual([]);
  await form.getByRole('button', { name: 'Split' }).click();
  await page.getByText('Saved: Split').waitFor();

  // What is left is as if the two had never been there, and says where they went and why.
  await pane(joined.number).getByText('1 report', { exact: true }).waitFor();
  await said.getByText('trotoar ambles').waitFor({ state: 'detached' });
  expect(await said.getByText('depan balai warga').count()).toBe(1);
  const history = pane(joined.number).getByText(/took 2 of the reports out into (\S+)/);
  const number = /into (KKL-\S+\d)/.exec((await history.textContent()) ?? '')?.[1] ?? '';
  await pane(joined.number).getByText('trotoar, bukan jalannya').waitFor();

  await page
    .getByRole('region', { name: 'Queue' })
    .getByRole('button', { name: new RegExp(number) })
    .click();
  await pane(number).getByText('2 reports', { exact: true }).waitFor();
  for (const words of ['trotoar ambles', 'trotoar makin ambles']) await said.getByText(words).waitFor();
  expect(await said.getByText('depan balai warga').count()).toBe(0);
  await pane(number).getByText(`with reports split off ${joined.number}`, { exact: false }).waitFor();

  await page.keyboard.press('m');
  const merge = page.getByRole('form', { name: 'Merge' });
  await merge.getByLabel('Number of the other ticket').fill(joined.number);
  await merge.getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('button', { name: 'Open that ticket' }).click();
  await pane(joined.number).getByText('3 reports', { exact: true }).first().waitFor();
  await said.getByText('trotoar makin ambles').waitFor();
  expect(faults).toEqual([]);
  await close();
});
