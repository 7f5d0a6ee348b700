import { z } from 'zod';
import { CHANNELS } from '../report/channel.ts';
import { PRIORITIES, STATUSES } from '../ticket/ticket.ts';

const codes = z.array(z.string().trim().min(1).max(80)).max(100).default([]);

/** What a queue is narrowed to. An empty list asks for nothing; what is asked for must all hold. */
export const ticketFilterBody = z.object({
  statuses: z.array(z.enum(STATUSES)).max(STATUSES.length).default([]),
  priorities: z.array(z.enum(PRIORITIES)).max(PRIORITIES.length).default([]),
  departments: codes,
  /** Names, as tickets have them. */
  kecamatan: codes,
  categories: codes,
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).default([]),
  /** Only those whose running deadline is past. */
  breached: z.boolean().default(false),
  text: z.string().trim().max(200).default(''),
});
export type TicketFilter = z.infer<typeof ticketFilterBody>;

/** Body of `POST /api/filters`: kept under a name; the same name again replaces it. */
export const saveFilterBody = z.object({ name: z.string().trim().min(1).max(60), filter: ticketFilterBody });

/** One of `GET /api/filters`: `{ filters: SavedFilter[] }`, in the order they were made; only the asker's own. */
export type SavedFilter = { id: string; name: string; filter: TicketFilter };

/** How many one person can keep. */
export const FILTERS_AT_MOST = 30;
