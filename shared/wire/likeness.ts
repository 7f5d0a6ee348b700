import { z } from 'zod';
import type { LiveTicket } from './live.ts';

/** Two tickets that may be one incident. `score`: how surely, 0 to 1; `because`: why, see `tellGrounds`. */
export type ProposalView = {
  id: string;
  /** The other ticket. */
  ticket: LiveTicket;
  score: number;
  because: string[];
};

/** Body of `POST /api/tickets/:id/proposals/:proposalId`. `version`: of the ticket in the address. */
export const verdictBody = z.object({
  verdict: z.enum(['same', 'different']),
  version: z.int().positive().describe('The version of the ticket in the address; 409 when it is old.'),
  commandId: z.string().min(8).max(100).optional(),
});
export type VerdictBody = z.infer<typeof verdictBody>;
