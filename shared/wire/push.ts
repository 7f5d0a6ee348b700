import { z } from 'zod';
import type { Priority } from '../ticket/ticket.ts';

const key = z.string().regex(/^[\w-]+={0,2}$/, 'expected base64url');

/** Body of `POST /api/push/subscriptions`: what the browser's `PushSubscription.toJSON()` says, and in which language to write. */
export const pushSubscriptionBody = z.object({
  endpoint: z.url().max(2000),
  keys: z.object({ p256dh: key.max(200), auth: key.max(100) }),
  language: z.enum(['id', 'en']).default('id'),
});
export type PushSubscriptionBody = z.infer<typeof pushSubscriptionBody>;

/** Body of `DELETE /api/push/subscriptions`. */
export const pushUnsubscribeBody = z.object({ endpoint: z.string().min(1).max(2000) });

/** Answer of `GET /api/push`. `publicKey`: for the browser's `applicationServerKey`; null where push is off. */
export type PushInfo = { publicKey: string | null };

/** Why a phone rings. `moved`: the ticket was taken from the department. */
export const PUSH_KINDS = ['new', 'critical', 'due-soon', 'late', 'reopened', 'moved'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** What arrives on the phone, readable as it is: a service worker knows no words. No personal data. */
export type PushMessage = {
  kind: PushKind;
  ticketId: string;
  priority: Priority;
  title: string;
  body: string;
  /** Where a tap leads, a path of ours. */
  url: string;
  /** When it happened, ISO 8601 UTC. */
  at: string;
};
