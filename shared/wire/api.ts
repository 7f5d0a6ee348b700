import { z } from 'zod';
import type { Role } from '../access/actor.ts';
import type { Channel } from '../report/channel.ts';
import { CHANNELS } from '../report/channel.ts';
import type { LocationSource } from '../report/report.ts';
import type { Contribution } from '../ticket/contribution.ts';
import type { Priority, TicketLocation } from '../ticket/ticket.ts';
import { PRIORITIES, STATUSES } from '../ticket/ticket.ts';
import type { Command } from '../ticket/transitions.ts';
import type { ProposalView } from './likeness.ts';
import type { LiveTicket, TicketEvent } from './live.ts';
import type { NoiseView } from './understanding.ts';

/** Bodies of the HTTP API as zod schemas (the server validates, the OpenAPI description is made of them) and answers as types. */

const text = (max: number) => z.string().trim().min(1).max(max);
const version = z
  .int()
  .positive()
  .describe('The version of the ticket that this is about; 409 when it is old.');
const commandId = z
  .string()
  .min(8)
  .max(100)
  .optional()
  .describe('Made by the client, once per intention: the same command sent again is done once.');
const base = { version, commandId, note: text(4000).optional() };

export const latLngBody = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

/** Body of `POST /api/tickets/:id/<verb>`, by verb. */
export const commandBodies = {
  verify: z.object({
    ...base,
    category: text(60).optional(),
    priority: z.enum(PRIORITIES).optional(),
    location: latLngBody.optional(),
  }),
  route: z.object({ ...base, departmentCode: text(40), reason: text(1000).optional() }),
  acknowledge: z.object(base),
  start: z.object(base),
  resolve: z.object(base),
  return: z.object({ ...base, reason: text(1000) }),
  reopen: z.object({ ...base, reason: text(1000) }),
  close: z.object({ ...base, reason: text(1000).optional() }),
  reject: z.object({
    ...base,
    reason: text(1000),
    prank: z
      .boolean()
      .optional()
      .describe('It was a prank, an advert or idle talk: the city learns from it.'),
  }),
  merge: z.object({
    ...base,
    into: z.uuid().describe('Id of the ticket that goes on.'),
    reason: text(1000).optional(),
  }),
  split: z
    .object({
      ...base,
      ticketId: z.uuid().optional().describe('The ticket that was merged into this one and is brought back.'),
      reportIds: z
        .array(z.uuid())
        .min(1)
        .max(200)
        .optional()
        .describe('The reports that are taken out, into a ticket of their own.'),
      reason: text(1000).optional(),
    })
    .refine(({ ticketId, reportIds }) => (ticketId === undefined) !== (reportIds === undefined), {
      path: ['reportIds'],
      message: 'expected either ticketId or reportIds',
    }),
  note: z.object({ ...base, note: text(4000) }),
  reprioritise: z.object({ ...base, priority: z.enum(PRIORITIES), reason: text(1000).optional() }),
} satisfies Record<Command, z.ZodObject>;
export type CommandBody<C extends Command> = z.infer<(typeof commandBodies)[C]>;

/** Body of `POST /api/tickets`: an operator's own entry, or what is learnt in a 112 call (`callId`). */
export const createTicketBody = z
  .object({
    /** Made by the client, once per form: sent again, it is the same ticket. */
    entryId: z.string().min(8).max(100).optional(),
    callId: z.string().min(1).max(200).optional(),
    /** The open ticket that this tells of again: the entry becomes one of its reports, and a call's own ticket a part of it. */
    joinTicketId: z.uuid().optional(),
    /** Without it the ticket is of the city's fallback category. */
    category: text(60).optional(),
    priority: z.enum(PRIORITIES).optional(),
    text: z.string().trim().max(4000).default(''),
    location: latLngBody
      .extend({ accuracyM: z.number().nonnegative().nullable().default(null) })
      .nullable()
      .default(null),
    address: z.string().trim().max(500).optional(),
    reporter: z
      .object({ name: z.string().trim().max(200).optional(), phone: z.string().trim().max(40).optional() })
      .optional(),
  })
  .refine(
    ({ category, text: words, location, address, callId, joinTicketId }) =>
      category || words || location || address || callId || joinTicketId,
    {
      path: ['text'],
      message: 'expected what is reported: a text, a category, a place or a call',
    },
  );
export type CreateTicketBody = z.infer<typeof createTicketBody>;

/** Query of `GET /api/tickets`. Comma lists for several values. */
export const ticketsQuery = z.object({
  status: z
    .string()
    .optional()
    .describe(`Comma list of: ${STATUSES.join(', ')}; or "open".`),
  priority: z.string().optional(),
  category: z.string().optional(),
  departmentCode: z.string().optional(),
  channel: z
    .string()
    .optional()
    .describe(`Comma list of: ${CHANNELS.join(', ')}.`),
  number: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TicketsQuery = z.infer<typeof ticketsQuery>;

export const signInBody = z.object({ email: z.email().max(320), password: z.string().min(1).max(200) });

/** Answer of `GET /api/tickets`. */
export type TicketsAnswer = { tickets: LiveTicket[]; nextCursor: string | null };

/** One entry of a ticket's history, as shown to those who may read the ticket. */
export type HistoryEntry = {
  seq: number;
  version: number;
  type: TicketEvent;
  at: string;
  actor: { name: string; role: Role | 'system' };
  /** What the entry says beyond its type: reason, note, from/to department, priority … */
  details: HistoryDetails;
};
export type HistoryDetails = {
  reason?: string;
  note?: string;
  fromDepartment?: string;
  toDepartment?: string;
  fromPriority?: Priority;
  toPriority?: Priority;
  category?: string;
  reportId?: string;
  photoId?: string;
  clock?: 'acknowledge' | 'resolve';
  /** The other ticket of a merge, a split or a likeness. */
  ticketId?: string;
  ticketNumber?: string;
  level?: { value: number; unit: string; fell?: boolean };
  /** Why the pipeline decided as it did: the words that counted, the rule that fired. */
  because?: string[];
  /** How surely two tickets are one incident, 0 to 1. */
  score?: number;
  /** Reports that were taken out, and how many of them there are. */
  reportIds?: string[];
  reportCount?: number;
  /** What reporters were asked for. */
  ask?: 'location';
  /** What reports brought, kept in the log so that they can be taken out again; told to nobody. */
  parts?: Contribution[];
  /** How sure the pipeline was when it routed by itself, 0 to 1. */
  probability?: number;
  /** It was rejected as a prank. */
  prank?: true;
};

/** A photo's addresses; served only to those who may see it. */
export type PhotoLink = {
  id: string;
  kind: 'report' | 'before' | 'after';
  url: string;
  thumbnailUrl: string;
  width: number;
  height: number;
  takenAt: string | null;
};

/** A coordinate that came with a report; `accuracyM` null where nobody said how far off it may be. */
export type ReportPosition = { source: LocationSource; lat: number; lng: number; accuracyM: number | null };

/** A report as shown to those who may read it (`report.read`): personal data. */
export type ReportView = {
  id: string;
  channel: Channel;
  text: string;
  occurredAt: string;
  receivedAt: string;
  /** `phone` is masked for those who may not call. */
  reporter: { name: string | null; phone: string | null } | null;
  location: (TicketLocation | { lat: number; lng: number; accuracyM: number | null }) | null;
  /** Every coordinate that came with it, each with how far off it may be, the surest first. */
  positions: ReportPosition[];
  address: string | null;
  /** What a sensor measured; of its readings only the latest is listed. */
  measurement: { value: number; unit: string } | null;
  photos: PhotoLink[];
};

/** Answer of `GET /api/tickets/:id`. `reports` is empty for those who may not read them. */
export type TicketDetail = LiveTicket & {
  mergedInto: string | null;
  history: HistoryEntry[];
  reports: ReportView[];
  photos: PhotoLink[];
  /** Open tickets that may be the same incident, the likeliest first; for those who may merge. */
  proposals: ProposalView[];
  /** What was merged into it and can be brought back. */
  parts: { id: string; number: string; category: string; reportCount: number }[];
};

/** Answer of `GET /api/me`; a token has no email. */
export type Me = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  departmentCode: string | null;
};

/** Answer of `GET /api/city`: the city as screens need it. Polygons are rings of [lng, lat]. */
export type CityView = {
  id: string;
  name: string;
  roomName: string;
  timeZone: string;
  timeZoneLabel: string;
  locale: string;
  centre: { lat: number; lng: number };
  bounds: { south: number; west: number; north: number; east: number };
  /** `active` false: closed, nothing is routed there any more. */
  departments: {
    code: string;
    name: string;
    shortName: string;
    icon: string;
    internal: boolean;
    active?: boolean;
  }[];
  categories: {
    code: string;
    name: { id: string; en: string };
    departmentCode: string;
    priority: Priority;
  }[];
  cells: {
    code: string;
    name: string;
    kecamatan: string;
    approximate: boolean;
    rings: [number, number][][][];
  }[];
  sensors: {
    id: string;
    name: string;
    lat: number;
    lng: number;
    /** The SenML name of its readings. */
    senmlName: string;
    unit: string;
    raiseAt: number;
    criticalAt: number;
  }[];
  lines: { name: string; kind: 'river' | 'road'; points: [number, number][] }[];
  /** Codes of the categories that are about water: of flooding, and of the posts' alarms. */
  floodCategories: string[];
  tileUrl: string | null;
};

/** Answer of `GET /api/sign-in-info`, public. Accounts are present in the demo only. */
export type SignInInfo = {
  roomName: string;
  demoAccounts?: {
    email: string;
    password: string;
    role: Role;
    departmentCode: string | null;
    name: string;
  }[];
};

/** One of `GET /api/sensors`: `{ levels: SensorLevel[] }`. */
export type SensorLevel = { postId: string; value: number; at: string; alarm: boolean };

/** Whether a way in works: `off` without its settings. */
export type ChannelHealth = {
  channel: Channel;
  state: 'on' | 'off' | 'failing';
  remarks: ChannelRemark[];
};

/** What an administrator should know of a channel; `value` is what the remark names: a setting, a number, a cause. */
export type ChannelRemark = { code: ChannelRemarkCode; value?: string };
export type ChannelRemarkCode =
  | 'not-set'
  | 'no-token'
  | 'tokens'
  | 'pictures-stay'
  | 'aml-unverified'
  | 'mqtt-off'
  | 'mqtt-elsewhere'
  | 'mqtt-subscribed'
  | 'mqtt-failing';

/** Whether departments' phones are told: off without its setting. */
export type PushHealth = { state: 'on'; phones: number } | { state: 'off'; setting: string };

/** Whether answers go out to reporters; `failed` counts those of the last seven days. Off without its setting. */
export type RepliesHealth = { waiting: number; failed: number } & (
  | { state: 'on'; template: boolean }
  | { state: 'off'; setting: string }
);

/** Answer of `GET /api/health`. */
export type HealthView = {
  database: 'up' | 'down';
  queue: { backend: 'redis' | 'postgres'; state: 'up' | 'down' };
  channels: ChannelHealth[];
  push: PushHealth;
  replies: RepliesHealth;
  reports: { waiting: number; failed: number; oldestWaitingSeconds: number | null };
  log: { seq: number };
  /** The executive's figures: the last entry of the log in them, and what the last count from the log alone found. */
  figures: { seq: number; check: { at: string; differences: number; examples: string[] } | null };
};

/** A live 112 call (`GET /api/calls`, control room only). */
export type CallView = {
  callId: string;
  state: 'ringing' | 'answered' | 'ended';
  callerNumber: string | null;
  at: string;
  location: { lat: number; lng: number; accuracyM: number | null } | null;
  ticketId: string | null;
  ticketNumber: string | null;
};

/** One of `GET /api/set-aside`: `{ reports: SetAsideReport[] }`, newest first. Personal data. */
export type SetAsideReport = {
  id: string;
  channel: Channel;
  text: string;
  occurredAt: string;
  receivedAt: string;
  reporter: { name: string | null; phone: string | null } | null;
  /** Why: `empty`, `echo`, `unknown-sensor` … */
  reason: string;
  /** How likely its words are no report, and by which signs; null for sensors. */
  noise: NoiseView | null;
};

/** One of `GET /api/failed-reports`: `{ reports: FailedReport[] }`, newest first. */
export type FailedReport = { id: string; channel: Channel; receivedAt: string; failure: string };
