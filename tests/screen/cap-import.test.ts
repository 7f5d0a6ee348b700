import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { ALERT, capAlert } from '../support/cap-alert.ts';
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

async function openRoom() {
  const { cookie } = await server.signIn('supervisor');
  const screen = await openScreen(browser, { url: server.url, path: '/room', cookie, language: 'en' });
  const panel = screen.page.getByRole('region', { name: 'Warnings' });
  const take = async (text: string) => {
    const [chooser] = await Promise.all([
      screen.page.waitForEvent('filechooser'),
      panel.getByRole('button', { name: 'Take a CAP file' }).click(),
    ]);
    await chooser.setFiles({ name: 'bmkg.xml', mimeType: 'text/xml', buffer: Buffer.from(text) });
  };
  return { ...screen, panel, take };
}

test('a warning file of the weather service stands in the list and on the wall, until the next one cancels it', async () => {
  const { page, panel, take, faults, close } = await openRoom();
  const wall = await openScreen(browser, {
    url: server.url,
    path: `/wall?token=${await server.token('wall')}`,
  });
  const ribbon = wall.page.locator('.wall-ribbon[data-kind="warning"]');
  await panel.getByText('No warning is in force.').waitFor();
  await take(capAlert());
  await page.getByText('Hujan Lebat & Petir stands on all walls.').waitFor();
  const row = panel.getByRole('listitem');
  await row.getByText('Hujan Lebat & Petir di Banten').waitFor();
  await row.getByText('Hulu · BMKG').waitFor();
  await ribbon.getByText('Hujan Lebat & Petir', { exact: true }).waitFor();
  await ribbon.getByText('Hulu', { exact: true }).waitFor();

  const references = `bmkg@bmkg.go.id,${ALERT.id},2026-02-16T09:55:00+07:00`;
  await take(capAlert({ id: 'over', type: 'Cancel', references }));
  await page.getByText('The warning was cancelled by its sender.').waitFor();
  await row.waitFor({ state: 'detached' });
  await ribbon.waitFor({ state: 'detached' });
  expect([...faults, ...wall.faults]).toEqual([]);
  await wall.close();
  await close();
});

test('a file that is no warning for this city says what is wrong with it, and the right one can be taken after it', async () => {
  const { page, panel, take, faults, close } = await openRoom();
  for (const [text, why] of [
    [capAlert({ id: 'x', status: 'Exercise' }), /cannot be used: .*Exercise/],
    [
      capAlert({ id: 'x', area: '<polygon>10,10 10,11 11,11 10,10</polygon>' }),
      /cannot be used: .*kecamatan/,
    ],
    ['<html>Peringatan dini</html>', /cannot be used: .*urn:oasis/],
    [`<alert>${'x'.repeat(91_000)}</alert>`, 'The file is too large for a warning.'],
  ] as const) {
    await take(text);
    await page.getByText(why).waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(0);
  }
  await take(capAlert({ id: 'right' }));
  await panel.getByRole('listitem').getByText('Hujan Lebat & Petir di Banten').waitFor();
  expect(faults).toEqual([]);
  await close();
});
