import { z } from 'zod';
import { MOST_LETTERS, type Obstacle, type ReplyKind } from '../reply/reach.ts';
import type { ReplyState } from '../reply/state.ts';
import type { Channel } from '../report/channel.ts';
import type { LiveTicket } from './live.ts';

/** Body of `POST /api/tickets/:id/reply`. */
export const replyBody = z
  .object({
    version: z.int().positive().describe('The version of the ticket that this is about; 409 when it is old.'),
    commandId: z
      .string()
      .min(8)
      .max(100)
      .optional()
      .describe('Made by the client, once per intention: the same command sent again is done once.'),
    text: z.string().trim().min(1).max(MOST_LETTERS).optional(),
    ask: z.enum(['location']).optional().describe('Asks for a pin, in WhatsApp with a button that sends it.'),
    reportIds: z
      .array(z.uuid())
      .min(1)
      .max(200)
      .optional()
      .describe('Whose reporters are answered; left out: everybody who can be.'),
  })
  .refine(({ text, ask }) => text !== undefined || ask !== undefined, {
    path: ['text'],
    message: 'expected a text, or what is asked for',
  });
export type ReplyBody = z.infer<typeof replyBody>;

/** Why an answer did not arrive. */
export const REPLY_FAILURES = [
  'window-closed',
  'undeliverable',
  'access',
  'blocked',
  'template',
  'unreachable',
  'refused',
] as const;
export type ReplyFailureCode = (typeof REPLY_FAILURES)[number];
/** `detail`: the platform's own number and words, for whoever looks after the channel. */
export type ReplyFailure = { code: ReplyFailureCode; detail: string };

/** An answer to one person, as the control room sees it. Times are ISO 8601 UTC. Personal data. */
export type ReplyView = {
  id: string;
  reportId: string;
  channel: Channel;
  kind: ReplyKind;
  /** Whom it is for. */
  name: string | null;
  text: string;
  ask: 'location' | null;
  by: string;
  at: string;
  state: ReplyState;
  /** When it came into this state. */
  stateAt: string;
  failure: ReplyFailure | null;
};

/** Somebody who reported, and whether they can be answered in writing. */
export type ReplyRecipient = {
  /** The latest of theirs, which is answered. */
  reportId: string;
  reportIds: string[];
  channel: Channel;
  name: string | null;
  phone: string | null;
  /** How an answer would go now; null where something is in the way. */
  kind: ReplyKind | null;
  obstacle: Obstacle | null;
  /** Until when WhatsApp takes words of ours; null where nothing runs out. */
  windowUntil: string | null;
};

/** Answer of `GET /api/tickets/:id/replies`. */
export type RepliesAnswer = { replies: ReplyView[]; recipients: ReplyRecipient[] };

/** Who was left out, and why. */
export type LeftOut = { reportId: string; channel: Channel; name: string | null; obstacle: Obstacle };

/** Answer of `POST /api/tickets/:id/reply`: the ticket, the answers that go out now, and who was left out. */
export type ReplyAnswer = LiveTicket & { replies: { id: string; reportId: string }[]; leftOut: LeftOut[] };

/** What a channel's own app is told of a report, by its tracking code. */
export type LaksaReportView = {
  trackingCode: string;
  status: 'menunggu' | 'proses' | 'selesai';
  answers: { at: string; text: string; ask?: 'location' }[];
};
