import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

const FOLDER = join(import.meta.dirname, '../screen/looks');
/** Kept and compared at half size: letters are drawn a little differently by another build of the browser. */
const SCALE = 0.5;
/** How different two points may be in colour before they count, and what share of the points may count. */
const THRESHOLD = 0.2;
const SHARE = 0.01;

/**
 * How the page, or a part of it, differs from how it looked when its picture was kept: null when it looks the same, else
 * what to open. UPDATE_LOOKS=1 keeps new pictures. What moves with the real clock is hidden by `hide`, CSS selectors.
 */
export async function compareLook(
  page: Page,
  part: Page | Locator,
  name: string,
  hide: string[] = [],
): Promise<string | null> {
  const style = `*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }
${hide.map((selector) => `${selector} { visibility: hidden !important }`).join('\n')}`;
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const now = await halve(await part.screenshot({ style }));
  const file = join(FOLDER, `${name}.png`);
  if (process.env.UPDATE_LOOKS) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, await sharp(now).png({ palette: true, colours: 128, effort: 10 }).toBuffer());
    return null;
  }
  const kept = await readFile(file).catch(() => null);
  if (kept === null) return `no picture is kept of it: run with UPDATE_LOOKS=1 and look at ${file}`;
  return describeDifference(name, kept, now);
}

async function describeDifference(name: string, kept: Buffer, now: Buffer): Promise<string | null> {
  const [before, after] = await Promise.all([points(kept), points(now)]);
  const { width, height } = before.info;
  if (after.info.width !== width || after.info.height !== height)
    return `${width} x ${height} became ${after.info.width} x ${after.info.height}; ${await keep(name, now)}`;
  const difference = new Uint8Array(width * height * 4);
  const count = pixelmatch(before.data, after.data, difference, width, height, { threshold: THRESHOLD });
  const share = count / (width * height);
  if (share <= SHARE) return null;
  const shown = await sharp(difference, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return `${(share * 100).toFixed(1)} % of its points differ: ${await keep(name, now)}, ${await keep(`${name}-difference`, shown)}`;
}

async function keep(name: string, picture: Buffer): Promise<string> {
  const file = join(tmpdir(), `live-room-look-${name}.png`);
  await writeFile(file, picture);
  return file;
}

async function halve(picture: Buffer): Promise<Buffer> {
  const { width = 0 } = await sharp(picture).metadata();
  return sharp(picture)
    .resize(Math.round(width * SCALE))
    .png()
    .toBuffer();
}

function points(picture: Buffer) {
  return sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
