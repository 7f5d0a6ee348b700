import { z } from 'zod';
import { addDays, daysBetween } from '../kpi/city-day.ts';
import type { Figures } from '../kpi/kpis.ts';
import type { Dimension } from '../kpi/measures.ts';
import type { Period } from '../kpi/period.ts';
import { type InsightFilters, TICKET_SETS } from './insight-sets.ts';
import type { LiveTicket } from './live.ts';

/** What the executive's screen asks, as address and as query; and what it is answered. */

const MOST_DAYS = 1100;

const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/, 'expected YYYY-MM-DD')
  .refine((text) => !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text, 'no such day');
const code = z.string().min(1).max(80).optional();

const days = {
  from: day.optional().describe("First day, in the city's time zone. Left out: 30 days up to `to`."),
  to: day.optional().describe('Last day, included. Left out: today.'),
};
const filters = {
  department: code.describe('Code of a department.'),
  kecamatan: code.describe('Name of a kecamatan; `-` for tickets without a known place.'),
  category: code.describe('Code of a category.'),
  channel: code.describe('A channel.'),
};

const inOrder = (query: { from?: string | undefined; to?: string | undefined }) =>
  query.from === undefined ||
  query.to === undefined ||
  (query.from <= query.to && daysBetween(query.from, query.to) < MOST_DAYS);
const ORDER = { path: ['from'], message: `expected a day before \`to\`, at most ${MOST_DAYS} days` };

/** Query of `GET /api/insight`. */
export const insightFields = z.object({ ...days, ...filters });
export const insightQuery = insightFields.refine(inOrder, ORDER);
export type InsightQuery = z.infer<typeof insightQuery>;

/** Query of `GET /api/insight/tickets`. */
export const insightTicketsFields = insightFields.extend({
  set: z.enum(TICKET_SETS).default('opened'),
  bucket: z.coerce.number().int().min(0).max(13).optional().describe('Of `resolved` or `answered`.'),
  age: z.coerce.number().int().min(0).max(5).optional().describe('Class of age, of `open`.'),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('How many to leave out.'),
});
export const insightTicketsQuery = insightTicketsFields.refine(inOrder, ORDER);
export type InsightTicketsQuery = z.infer<typeof insightTicketsQuery>;

/** Query of the files. */
export const insightFileFields = insightFields.extend({ language: z.enum(['id', 'en']).default('id') });
export const insightFileQuery = insightFileFields.refine(inOrder, ORDER);

export type Histograms = { answer: number[]; solve: number[] };

/** Figures of one group in the period and in the one before. */
export type InsightGroup = { code: string; current: Figures; previous: Figures };

/** Answer of `GET /api/insight`. Lengths of time in ms, days are the city's. */
export type InsightAnswer = {
  period: Period;
  previous: Period;
  filters: InsightFilters;
  /** When it was read, and the newest entry of the log that is in it. */
  at: string;
  seq: number;
  /** How many entries of the log are not in it yet. */
  behind: number;
  current: Figures;
  before: Figures;
  histograms: { current: Histograms; before: Histograms };
  /** Open tickets by class of age at the end of both periods. */
  backlog: { current: number[]; before: number[] };
  days: { day: string; opened: number; resolved: number }[];
  groups: Record<Dimension, InsightGroup[]>;
};

/** Answer of `GET /api/insight/tickets`, newest first. */
export type InsightTicketsAnswer = { total: number; tickets: LiveTicket[] };
