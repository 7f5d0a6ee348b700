import type { Request, Response } from 'express';
import type { AuditKind } from '../../shared/wire/audit.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { actorOf } from '../platform/actor.ts';

/** Who did something, and from where. `id` is that of the account or token. */
export type Author = {
  kind: 'user' | 'token' | 'command' | 'system' | 'nobody';
  id: string | null;
  name: string;
  role: string | null;
  address: string | null;
};

/** Whoever works on the server's own machine, unless it says more of itself. */
export const COMMAND_LINE: Author = {
  kind: 'command',
  id: null,
  name: 'npm run admin',
  role: null,
  address: null,
};

/** Who makes this request. */
export function authorOf(req: Request, res: Response): Author {
  const actor = actorOf(res);
  const address = req.ip ?? null;
  if (!actor) return { kind: 'nobody', id: null, name: '', role: null, address };
  return { kind: actor.kind, id: actor.id, name: actor.name, role: actor.role, address };
}

/** What was done; `subject` names what to, in words that may be read by administrators. */
export type Act = {
  kind: AuditKind;
  subject?: string;
  subjectId?: string;
  /** Never a password, a token, or anything of a citizen. */
  details?: Record<string, unknown>;
};

/** Writes an act into the audit log; inside the transaction that does it where there is one. */
export async function recordAct(db: Database | Transaction, author: Author, act: Act): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      kind: act.kind,
      actor_kind: author.kind,
      actor_id: author.id,
      actor_name: author.name,
      actor_role: author.role,
      subject: act.subject ?? '',
      subject_id: act.subjectId ?? null,
      details: JSON.stringify(act.details ?? {}),
      address: author.address,
    })
    .execute();
}
