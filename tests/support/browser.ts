import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM, findProgram } from '../../scripts/test-needs.ts';

/** Where the client is built to; `npm test` builds it. */
export const CLIENT_DIR = join(import.meta.dirname, '../../dist/client');

/** Nothing that reaches beyond this machine. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: CHROMIUM_PATH, or the one on this machine. Refuses when the screens are not built. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(join(CLIENT_DIR, 'index.html')))
    throw new Error(`no screens in ${CLIENT_DIR}: run npm run build:client`);
  const executablePath = process.env.CHROMIUM_PATH ?? findProgram(CHROMIUM.programs) ?? '/usr/bin/chromium';
  return await chromium.launch({ executablePath, args: ARGS });
}

export type ScreenOptions = {
  /** Origin of the server. */
  url: string;
  path: string;
  /** A Cookie header's value, as `server.signIn` answers it. */
  cookie?: string;
  language?: 'id' | 'en';
  size?: { width: number; height: number };
  /** A phone: fingers instead of a mouse. */
  touch?: boolean;
};

/** An open page, and what went wrong on it: script errors, what it complains of and what the content policy refused. */
export type Screen = { page: Page; faults: string[]; close(): Promise<void> };

/** Opens a screen in a browser profile of its own, 1280 x 720 unless told otherwise. */
export async function openScreen(browser: Browser, options: ScreenOptions): Promise<Screen> {
  const { url, path, cookie, language, size = { width: 1280, height: 720 }, touch = false } = options;
  const context = await browser.newContext({ viewport: size, hasTouch: touch, isMobile: touch });
  if (cookie !== undefined) await context.addCookies(cookiesFrom(cookie, url));
  if (language !== undefined)
    await context.addInitScript(`localStorage.getItem('live-room.language') ??
      localStorage.setItem('live-room.language', '${language}')`);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(message.text());
  });
  await page.exposeFunction('tellRefused', (what: string) => faults.push(`refused: ${what}`));
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    tellRefused(event.effectiveDirective + ' ' + event.blockedURI);
  })`);
  await page.goto(url + path);
  return { page, faults, close: () => context.close() };
}

/** Chromium's own lines about requests that failed; whether one should have is the test's business. */
function isAnswer(text: string): boolean {
  return /^Failed to load resource|^WebSocket connection to/.test(text);
}

function cookiesFrom(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
