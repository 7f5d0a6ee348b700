import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, findProgram } from '../../scripts/test-needs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** Pages that other people's code makes: the ones that a strict policy is most likely to break. */
const PAGES = [
  ['/api/docs', 'Sign in'],
  ['/admin/queues', 'reports-urgent'],
] as const;

const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

let server: TestServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = await startTestServer();
  const executablePath = process.env.CHROMIUM_PATH ?? findProgram(CHROMIUM.programs) ?? '';
  browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  const { cookie } = await server.signIn('administrator');
  context = await browser.newContext({ extraHTTPHeaders: { cookie } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(PAGES)('%s works without a script that our policy refuses', async (path, text) => {
  const page = await context.newPage();
  const refused: string[] = [];
  await page.exposeFunction('tellRefused', (directive: string) => refused.push(directive));
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    tellRefused(event.effectiveDirective);
  })`);
  await page.goto(server.url + path);
  await page.getByText(text).first().waitFor();
  expect(refused.filter((directive) => directive.startsWith('script'))).toEqual([]);

  // Had someone smuggled a script into the page, it would not run.
  await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), {
    textContent: 'globalThis.smuggled = true',
  }))`);
  await until(() => refused.includes('script-src-elem'), { what: 'the inline script to be refused' });
  expect(await page.evaluate('globalThis.smuggled')).toBeUndefined();
  await page.close();
});
