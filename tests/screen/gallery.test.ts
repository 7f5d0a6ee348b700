import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRIORITIES, STATUSES } from '../../shared/ticket/ticket.ts';
import { findBarriers } from '../support/axe.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { startDevelopment } from '../support/development.ts';
import { compareLook } from '../support/looks.ts';

let development: Awaited<ReturnType<typeof startDevelopment>>;
let browser: Browser;

beforeAll(async () => {
  development = await startDevelopment();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await development.close();
});

const LIGHT = /^(Tampilan terang|Light display)$/;
const DARK = /^(Tampilan gelap|Dark display)$/;

async function openGallery() {
  const screen = await openScreen(browser, { url: development.url, path: '/ui' });
  await screen.page.getByRole('heading', { name: 'Live Room, the parts' }).waitFor({ timeout: 30_000 });
  return screen;
}

/** The page in each theme, one after the other. */
async function inBothThemes(page: Page, look: (theme: string) => Promise<void>): Promise<void> {
  await look('dark');
  await page.getByRole('button', { name: LIGHT }).click();
  await look('light');
  await page.getByRole('button', { name: DARK }).click();
}

test('no part keeps anybody out, in both themes and languages', async () => {
  const { page, faults, close } = await openGallery();
  for (const language of ['id', 'en']) {
    await inBothThemes(page, async (theme) => {
      expect.soft(await findBarriers(page), `${theme}, ${language}`).toEqual([]);
    });
    await page.getByRole('button', { name: /^(ID|EN):/ }).click();
  }
  expect(faults).toEqual([]);
  await close();
});

test('every severity and every status is told apart without colour', async () => {
  const { page, close } = await openGallery();
  await inBothThemes(page, async (theme) => {
    for (const [kind, names] of [
      ['severity', PRIORITIES],
      ['status', STATUSES],
    ] as const) {
      const pictures = new Map<string, Buffer>();
      for (const name of names)
        pictures.set(name, await ink(page, `[data-part="${kind}"] [data-sample="${name}"] svg`));
      for (const [name, picture] of pictures)
        for (const [other, otherPicture] of pictures)
          if (name < other)
            expect
              .soft(difference(picture, otherPicture), `${name} and ${other}, ${theme}`)
              .toBeGreaterThan(0.06);
    }
  });
  await close();
});

test('every part looks as it did', async () => {
  const { page, close } = await openGallery();
  await page.locator('.map-cluster').nth(4).waitFor();
  await inBothThemes(page, async (theme) => {
    const look = () => compareLook(page, page.locator('.gallery'), `gallery-${theme}`);
    await expect.poll(look, { interval: 500 }).toBeNull();
  });
  await close();
});

/** A mark as it stands on the page, 20 x 20 pixels, where it is ink and where it is ground: 255 and 0. */
async function ink(page: Page, selector: string): Promise<Buffer> {
  const picture = await page.locator(selector).first().screenshot();
  const grey = sharp(picture).resize(20, 20, { fit: 'fill' }).greyscale().normalise().raw();
  const { data } = await grey.toBuffer({ resolveWithObject: true });
  const ground = data[0] ?? 0;
  return data.map((value) => Math.abs(value - ground)) as Buffer;
}

/** The share of the picture in which two marks differ, 0 to 1. */
function difference(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (const [at, value] of one.entries()) sum += Math.abs(value - (other[at] ?? 0));
  return sum / one.length / 255;
}
