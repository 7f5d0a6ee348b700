import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { DEMO_PASSWORD } from './demo/accounts.ts';
import { readDemoSecrets } from './demo/secrets.ts';
import { planShots, type Shot } from './pictures/shots.ts';
import { CHROMIUM, findProgram } from './test-needs.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs/pictures');
const MOST_BYTES = 400_000;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Takes the documents' pictures from the demo that runs on DATA_DIR (`.data/demo`), in English. */
async function main(): Promise<void> {
  const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data/demo');
  const secrets = await readDemoSecrets(dataDir);
  if (secrets === null) throw new Error(`No demo in ${dataDir}: start one with npm run demo`);
  const executablePath = process.env.CHROMIUM_PATH ?? findProgram(CHROMIUM.programs);
  if (!executablePath) throw new Error(`No ${CHROMIUM.programs.join(' or ')} on PATH`);
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    for (const shot of await planShots(secrets.url, secrets.wallToken))
      await take(browser, secrets.url, shot);
  } finally {
    await browser.close();
  }
}

async function take(
  browser: Browser,
  url: string,
  { name, path, options, email, beside, ready }: Shot,
): Promise<void> {
  const other = beside === undefined ? null : await browser.newContext(options);
  if (other !== null) await (await other.newPage()).goto(url + beside);
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  await context.addInitScript(`localStorage.setItem('live-room.language', 'en')`);
  if (email !== undefined) {
    const data = { email, password: DEMO_PASSWORD };
    const answer = await context.request.post(`${url}/api/auth/sign-in`, { data, headers: { origin: url } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
  }
  const page = await context.newPage();
  await page.goto(url + path);
  await ready(page);
  await page
    .getByText(/^LIVE 0/)
    .or(page.locator('.sign-in'))
    .first()
    .waitFor();
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, colours: 192, effort: 10, compressionLevel: 9 })
    .toBuffer();
  await context.close();
  await other?.close();
  if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`);
  await writeFile(join(FOLDER, `${name}.png`), picture);
  console.log(`docs/pictures/${name}.png  ${Math.round(picture.length / 1000)} kB`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
