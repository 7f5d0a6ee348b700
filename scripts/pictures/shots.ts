import type { BrowserContextOptions, Page } from 'playwright-core';
import { loadCityPack } from '../../shared/city/packs.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { DEMO_PASSWORD, demoAccounts } from '../demo/accounts.ts';
import { type ApiClient, createApiClient } from '../simulate/api-client.ts';

const OPERATOR = 'operator@demo.example';
const OFFICE: BrowserContextOptions = { viewport: { width: 1600, height: 900 } };

export type Shot = {
  name: string;
  path: string;
  options: BrowserContextOptions;
  /** Whose session; nobody's where it is left out. */
  email?: string;
  /** A path that is open on another screen meanwhile. */
  beside?: string;
  /** What has to be seen before the picture is taken. */
  ready: (page: Page) => Promise<void>;
};

/** The pictures of the documents: each screen with the tickets that have most to show. Throws when the demo has none yet. */
export async function planShots(url: string, wallToken: string): Promise<Shot[]> {
  const pack = loadCityPack(process.env.CITY || 'tangerang');
  const responders = demoAccounts(pack).filter(({ role }) => role === 'responder');
  const control = createApiClient({
    url,
    account: { email: OPERATOR, password: DEMO_PASSWORD, departmentCode: null },
  });
  const forDesk = await findTelling(control, ({ status }) => status === 'new' || status === 'verified');
  const forPhone = await findTelling(
    control,
    ({ status, departmentCode }) =>
      (status === 'routed' || status === 'acknowledged') &&
      responders.some((responder) => responder.departmentCode === departmentCode),
  );
  const responder = responders.find(({ departmentCode }) => departmentCode === forPhone.departmentCode);
  const photosLoaded = (page: Page) =>
    page.waitForFunction('[...document.images].every((image) => image.complete)').then(() => undefined);
  const phone = {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  };
  return [
    {
      name: 'wall',
      path: `/wall?token=${wallToken}`,
      options: { viewport: { width: 1920, height: 1080 } },
      ready: async (page) => {
        await page.locator('.wall-need').nth(4).waitFor();
        // The map, also where a flood has taken the wall over.
        await page.keyboard.press('1');
        await page.locator('.wall-loads').waitFor();
        await page.locator('.leaflet-marker-icon').nth(4).waitFor();
      },
    },
    {
      name: 'desk',
      path: `/desk/${forDesk.id}`,
      email: OPERATOR,
      options: { viewport: { width: 1600, height: 900 } },
      ready: async (page) => {
        await page.locator('.desk-ticket').waitFor();
        await page.locator('.desk-row').nth(3).waitFor();
        await photosLoaded(page);
      },
    },
    {
      name: 'responder',
      path: `/responder/${forPhone.id}`,
      email: responder?.email ?? '',
      options: phone,
      ready: async (page) => {
        await page.locator('.phone-ticket').waitFor();
        await photosLoaded(page);
      },
    },
    {
      name: 'room',
      path: '/room',
      email: 'supervisor@demo.example',
      options: OFFICE,
      beside: `/wall?token=${wallToken}`,
      ready: (page) => page.getByRole('button', { name: 'Reload' }).first().waitFor(),
    },
    {
      name: 'executive',
      path: '/executive',
      email: 'pimpinan@demo.example',
      options: OFFICE,
      ready: (page) => page.getByRole('heading', { level: 2 }).nth(4).waitFor(),
    },
    {
      name: 'administration',
      path: '/admin/city/sla',
      email: 'admin@demo.example',
      options: OFFICE,
      ready: (page) => page.getByRole('row').nth(5).waitFor(),
    },
    {
      name: 'understanding',
      path: '/admin/understanding',
      email: 'supervisor@demo.example',
      options: OFFICE,
      ready: (page) => page.getByRole('row').nth(5).waitFor(),
    },
    {
      name: 'health',
      path: '/admin/health',
      email: 'admin@demo.example',
      options: OFFICE,
      ready: (page) => page.getByRole('row').nth(3).waitFor(),
    },
    {
      name: 'sign-in',
      path: '/sign-in',
      options: { viewport: { width: 1280, height: 800 } },
      ready: (page) => page.getByText('Demo accounts').waitFor(),
    },
  ];
}

/** Of the newest tickets that fit, the one with the most to see: pictures before words. */
async function findTelling(
  api: ApiClient,
  fits: (ticket: { status: string; departmentCode: string }) => boolean,
): Promise<TicketDetail> {
  const tickets = (await api.unfinishedTickets(400)).filter(fits).slice(0, 60);
  const details: TicketDetail[] = [];
  for (const { id } of tickets) details.push((await api.get(`/api/tickets/${id}`)).body as TicketDetail);
  // Not every machine that takes pictures has a font with pictograms.
  const plain = details.filter(({ reports }) =>
    reports.every(({ text }) => !/\p{Extended_Pictographic}/u.test(text)),
  );
  const [best] = plain.toSorted((a, b) => worth(b) - worth(a));
  if (!best) throw new Error('The demo has no ticket to show yet: wait a minute');
  return best;
}

/** What makes a reader look weighs more than what a desk sees most. */
const URGENCY = { critical: 12, high: 10, normal: 0, low: 0 };

function worth({ reports, location, priority }: TicketDetail): number {
  const photos = reports.reduce((sum, report) => sum + report.photos.length, 0);
  const words = reports.filter(({ text }) => text.length > 30).length;
  return Math.min(photos, 3) * 3 + Math.min(words, 3) + (location === null ? 0 : 4) + URGENCY[priority];
}
