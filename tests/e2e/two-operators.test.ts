import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('of two operators at one ticket the second is told, sees what the first did, and loses no word', async () => {
  const ticket = await (await createOperator(server)).open('broken-road', 'lubang di tikungan');
  const openDesk = async () =>
    openScreen(browser, {
      ...{ url: server.url, path: `/desk/${ticket.id}`, language: 'en', size: { width: 1440, height: 900 } },
      cookie: (await server.signIn('operator')).cookie,
    });
  const [first, second] = [await openDesk(), await openDesk()];
  await first.page.getByText('lubang di tikungan').waitFor();
  await second.page.getByText('lubang di tikungan').waitFor();

  // The second is about to reject it and hears nothing while writing: their line is cut.
  await second.page.keyboard.press('t');
  const rejecting = second.page.getByRole('form', { name: 'Reject' });
  await rejecting.getByLabel('Reason').fill('prank');
  await second.page.context().setOffline(true);
  await first.page.keyboard.press('r');
  await first.page.getByRole('form', { name: 'Route' }).waitFor();
  await first.page.keyboard.type('siaga');
  await first.page.getByRole('option', { name: /Siaga/ }).click();
  await first.page.keyboard.press('Enter');
  await first.page.getByText('the operator routed it from Jalan to Siaga').waitFor();
  expect(await second.page.getByText('routed it from Jalan to Siaga').count()).toBe(0);

  // Without a line nothing is lost, and nothing pretends to have been sent.
  await rejecting.getByRole('button', { name: 'Reject' }).click();
  await second.page.getByText('Not sent: no connection.').waitFor();
  expect(await rejecting.getByLabel('Reason').inputValue()).toBe('prank');

  // The line is back: the answer is the newer ticket, and nothing was overwritten.
  await second.page.context().setOffline(false);
  await second.page.getByText('the operator routed it from Jalan to Siaga').first().waitFor();
  await first.page.locator('.desk-ticket[data-status="routed"]').waitFor();
  await second.page.locator('.desk-ticket[data-status="routed"]').waitFor();
  expect([...first.faults, ...second.faults]).toEqual([]);
});

test('a command on an older ticket is refused with the newer one', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'lubang di jembatan');
  const { cookie } = await server.signIn('operator');
  const desk = await openScreen(browser, { url: server.url, path: `/desk/${ticket.id}`, cookie });
  const { page } = desk;
  await page.getByText('lubang di jembatan').waitFor();
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Catatan' });
  await form.getByLabel('Catatan').fill('pelapor ditelepon');
  // The other operator is quicker by as much as the request is under way.
  const overtake = async (route: Route) => {
    await operator.give(ticket, 'route', { departmentCode: 'SIAGA', reason: 'sungai naik' });
    await route.continue();
  };
  await page.route(`**/api/tickets/${ticket.id}/note`, overtake, { times: 1 });
  await form.getByRole('button', { name: 'Catatan' }).click();
  await page.getByText('Tiket ini baru saja diubah orang lain.').waitFor();
  await page.getByText('sungai naik').first().waitFor();
  // Said again about the ticket as it is now, it is taken.
  await form.getByRole('button', { name: 'Catatan' }).click();
  await page.locator('.part-history').getByText('pelapor ditelepon').waitFor();
  expect(desk.faults).toEqual([]);
});

test('the second editor is warned before: by name while the first writes, and by what changed under the open form', async () => {
  const ticket = await (await createOperator(server)).open('broken-road', 'aspal terkelupas');
  const openDesk = async () =>
    openScreen(browser, {
      ...{ url: server.url, path: `/desk/${ticket.id}`, language: 'en', size: { width: 1440, height: 900 } },
      cookie: (await server.signIn('operator')).cookie,
    });
  const [first, second] = [await openDesk(), await openDesk()];
  const presence = second.page.locator('.desk-presence');
  await presence.getByText('the operator is looking at this ticket').waitFor();
  await first.page.keyboard.press('r');
  await first.page.getByRole('form', { name: 'Route' }).waitFor();
  await second.page.keyboard.press('t');
  const rejecting = second.page.getByRole('form', { name: 'Reject' });
  await rejecting.getByText('the operator is filling in a form of this ticket too.').waitFor();
  await rejecting.getByLabel('Reason').fill('bukan wilayah kita');

  await first.page.keyboard.type('siaga');
  await first.page.getByRole('option', { name: /Siaga/ }).click();
  await first.page.keyboard.press('Enter');
  // Nothing has been sent yet: the form stays, and says what it would be sent about now.
  await rejecting.getByText('Changed since this form was opened:').waitFor();
  await rejecting.getByText('the operator routed it from Jalan to Siaga').waitFor();
  expect(await rejecting.getByLabel('Reason').inputValue()).toBe('bukan wilayah kita');
  await first.close();
  await presence.getByText('is looking at this ticket').waitFor({ state: 'detached' });
  expect(second.faults).toEqual([]);
});
