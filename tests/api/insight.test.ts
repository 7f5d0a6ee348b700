import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../server/insight/plain-text.ts';
import { KPI_KEYS, kpi } from '../../shared/kpi/kpis.ts';
import { en } from '../../shared/text/en.ts';
import type { HealthView, TicketDetail } from '../../shared/wire/api.ts';
import type { InsightAnswer, InsightTicketsAnswer } from '../../shared/wire/insight.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let cookie: string;
let insight: InsightAnswer;

const get = (path: string, as = cookie) => fetch(server.url + path, { headers: { cookie: as } });
const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;

beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await server.signIn('executive'));
  const operator = await createOperator(server);
  const solved = await operator.open('blaze', 'atap warung Bu Tini terbakar');
  let ticket = await operator.give(solved, 'route', { departmentCode: 'SIAGA' });
  for (const command of ['acknowledge', 'resolve', 'reopen', 'route', 'acknowledge', 'resolve'])
    ticket = await operator.give(ticket, command, bodyOf(command));
  await operator.open('broken-road', 'lubang di depan rumah Pak Joko');
  insight = await until(async () => {
    const answer = await json<InsightAnswer>('/api/insight');
    return answer.behind === 0 && answer.current.opened === 2 && answer.current.declared === 2 && answer;
  });
});
afterAll(() => server.close());

function bodyOf(command: string): object {
  if (command === 'route') return { departmentCode: 'SIAGA' };
  return command === 'reopen' ? { reason: 'Bu Tini menelepon lagi' } : {};
}

test('the figures count themselves, in all ways to divide them', () => {
  expect(insight.current).toMatchObject({ opened: 2, resolved: 1, open: 1, onTime: 1, stayedSolved: 0.5 });
  expect(insight.before).toMatchObject({ opened: 0, open: 0, onTime: null });
  const codes = (groups: InsightAnswer['groups']['department']) => groups.map(({ code }) => code).sort();
  expect(codes(insight.groups.department)).toEqual(['JALAN', 'SIAGA']);
  expect(codes(insight.groups.kecamatan)).toEqual(['Hulu']);
  expect(codes(insight.groups.channel)).toEqual(['operator']);
});

test.each([
  ['from=2026-02-31', 'from'],
  ['from=2026-02-03&to=2026-02-01', 'from'],
  ['from=2020-01-01&to=2026-01-01', 'from'],
  ['to=tomorrow', 'to'],
])('%s is refused by name', async (query, field) => {
  const response = await get(`/api/insight?${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ field })]),
  });
});

test('an unknown department has no tickets, and is no fault', async () => {
  const answer = await json<InsightAnswer>(`/api/insight?department=${encodeURIComponent("x' or 1=1")}`);
  expect(answer.current.opened).toBe(0);
});

test('behind each number are its tickets, and nobody’s words or names', async () => {
  const sets = {
    opened: 2,
    open: 1,
    resolved: 1,
    reopened: 1,
    declared: 1,
    resolve_breached: 0,
    answered: 1,
  };
  for (const [set, count] of Object.entries(sets)) {
    const { total, tickets } = await json<InsightTicketsAnswer>(`/api/insight/tickets?set=${set}`);
    expect({ set, total, listed: tickets.length }).toEqual({ set, total: count, listed: count });
    for (const { id } of tickets) {
      const detail = JSON.stringify(await json<TicketDetail>(`/api/tickets/${id}`));
      expect(JSON.stringify(tickets) + detail).not.toMatch(/Tini|Joko|lubang|menelepon/);
    }
  }
  const road = await json<InsightTicketsAnswer>('/api/insight/tickets?department=JALAN');
  expect(road.tickets.map(({ category }) => category)).toEqual(['broken-road']);
});

describe('files say what the screen says', () => {
  const file = async (kind: string, language = 'en') => {
    const response = await get(`/api/insight/export.${kind}?language=${language}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?small-city-20/);
    return Buffer.from(await response.arrayBuffer());
  };
  /** As a file gives a figure: hours for milliseconds. */
  const told = (key: (typeof KPI_KEYS)[number], value: number | null) =>
    value !== null && kpi(key).unit === 'ms' ? Math.round((value / 3_600_000) * 3600) / 3600 : value;

  test('CSV: a line a figure, by RFC 4180', async () => {
    const text = (await file('csv')).toString('utf8');
    expect(text.startsWith('\uFEFFSection,Code,Name,Figure,Unit,This period,Period before\r\n')).toBe(true);
    const lines = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const find = (section: string, code: string, figure: string) =>
      lines.find((line) => line[0] === section && line[1] === code && line[3] === figure);
    for (const key of KPI_KEYS) {
      const now = told(key, insight.current[key]);
      expect(find('Summary', '*', en[`kpi.${key}`])?.[5]).toBe(now === null ? '' : String(now));
    }
    for (const { code, current } of insight.groups.department)
      expect(find('By department', code, 'Opened')?.[5]).toBe(String(current.opened));
  });

  test('XLSX: typed cells on a sheet each', async () => {
    const parts = unzipSync(await file('xlsx'));
    const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(7);
    const read = (name: string) => Buffer.from(parts[name] ?? []).toString('utf8');
    const strings = [...read('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text]) => text,
    );
    const rows = read('xl/worksheets/sheet1.xml').split('<row ').slice(1);
    for (const key of KPI_KEYS) {
      const at = strings.indexOf(en[`kpi.${key}`]);
      const row = rows.find((one) => new RegExp(`t="s"[^>]*><v>${at}</v>`).test(one)) ?? '';
      const numbers = [...row.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]+)<\/v>/g)].map(([, text]) =>
        Number(text),
      );
      const expected = [insight.current[key], insight.before[key]]
        .map((value) => told(key, value))
        .filter((value) => value !== null);
      expect({ key, numbers }).toEqual({ key, numbers: expected });
    }
  });

  test('PDF: one sheet, with the sentence of the screen as its title, in the language asked for', async () => {
    for (const [language, title] of [
      ['id', 'Kota menyelesaikan 100 % tiket tepat waktu dalam janji 7x24 jam.'],
      ['en', 'The city resolved 100% of tickets in time within its 7x24 promise.'],
    ] as const) {
      const bytes = await file('pdf', language);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const text = bytes.toString('latin1');
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
      expect(text).toContain(`(${title})`);
      expect(text).toMatch(/FontName \/\w+\+Inter/);
    }
  });
});

test.each(['=1+1', '+62812', '-2+3', '@SUM(A1)', '\tx', ' =x'])('%s is no formula in a file', (text) => {
  expect(plainText(text)).toBe(`'${text}`);
});

test('health tells how far the figures are', async () => {
  const { cookie: admin } = await server.signIn('administrator');
  const health = (await (await get('/api/health', admin)).json()) as HealthView;
  expect(health.figures).toEqual({ seq: health.log.seq, check: null });
});

test('who makes too many files has to wait a minute', async () => {
  const { cookie: other } = await server.signIn('supervisor');
  const statuses = [];
  for (let n = 0; n < 21; n++) statuses.push((await get('/api/insight/export.csv', other)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
});
