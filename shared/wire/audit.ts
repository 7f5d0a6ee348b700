import { z } from 'zod';

/** What people do outside of tickets, as the audit list names it. */
export const AUDIT_KINDS = [
  'sign-in.succeeded',
  'sign-in.failed',
  'sign-out',
  'account.created',
  'account.changed',
  'account.closed',
  'account.reopened',
  'account.sessions-ended',
  'account.password-reset',
  'account.password-set',
  'token.created',
  'token.revoked',
  'settings.changed',
  'learning.asked',
  'learning.trained',
  'learning.version-used',
  'learning.switched',
  'queues.opened',
  'queues.changed',
  'report.retried',
  'report.restored',
  'reply.retried',
  'person.read',
  'person.name-taken-off',
  'audit.exported',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Query of `GET /api/audit` and of its export. */
export const auditQuery = z.object({
  actor: z.string().trim().max(100).optional().describe('Id of who did it.'),
  kind: z
    .union([z.enum(AUDIT_KINDS), z.literal('ticket')])
    .optional()
    .describe('One kind of act; `ticket` for all that was done to tickets.'),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  text: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Words of names, subjects, addresses; each may be a beginning.'),
  ticket: z.string().trim().max(40).optional().describe('A ticket number.'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** One act: who, what, on what, when, from which address. Nothing a citizen said. */
export type AuditEntry = {
  id: string;
  at: string;
  /** A kind of `AUDIT_KINDS`, or a ticket event such as `ticket.routed`. */
  kind: string;
  actor: { kind: string; id: string | null; name: string; role: string | null };
  /** What it was done to: an email, a token's name, a ticket's number, a part of the city. */
  subject: string;
  /** The ticket's id, where it was a ticket. */
  ticketId: string | null;
  details: Record<string, unknown>;
  address: string | null;
};

/** Answer of `GET /api/audit`, newest first. */
export type AuditAnswer = { entries: AuditEntry[]; nextCursor: string | null };
