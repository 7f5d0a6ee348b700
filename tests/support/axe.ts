import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};
const THEMES = ['light', 'dark'];
/** What fades in or out is looked at when it has; what pulses without end is not waited for. */
const MOVED = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished)).then(() => {})`;
const SCHEME = 'data-mantine-color-scheme';

/** What axe finds on the page against WCAG 2.2 AA: `rule: element`, with what it measured. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(await readFile(SOURCE, 'utf8'));
  await page.evaluate(MOVED);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(OPTIONS)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/**
 * The same in both themes and both languages, each with where it was found; the page is not loaded again and ends in the
 * other language. `switchLanguage` does as a person would; left out, the button in a screen's head is pressed, also
 * where a dialog lies over it.
 */
export async function findBarriersInEveryLook(
  page: Page,
  switchLanguage = () => page.locator('button[lang]').first().dispatchEvent('click'),
): Promise<string[]> {
  const first = await languageOf(page);
  const found = await findBarriersInBothThemes(page);
  await switchLanguage();
  await page.locator(`html:not([lang="${first}"])`).waitFor({ state: 'attached' });
  return [...found, ...(await findBarriersInBothThemes(page))];
}

/** In both themes, and then again in the one it was in: by the attribute that `tokens.css` goes by on every screen. */
export async function findBarriersInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  const where = `${new URL(page.url()).pathname}, ${await languageOf(page)}`;
  const before = await page.evaluate<string>(`document.documentElement.getAttribute('${SCHEME}')`);
  const choose = (theme: string) =>
    page.evaluate(`document.documentElement.setAttribute('${SCHEME}', '${theme}')`);
  for (const theme of THEMES) {
    await choose(theme);
    found.push(...(await findBarriers(page)).map((barrier) => `${where}, ${theme}: ${barrier}`));
  }
  await choose(before);
  return found;
}

const languageOf = (page: Page): Promise<string> => page.evaluate<string>('document.documentElement.lang');
