import type { CallerReport } from './entry.ts';

/** One name of a person. `apart`: taken off another person by hand, and never put back by itself. */
export type PersonAlias = {
  id: string;
  kind: 'account' | 'phone' | 'email';
  /** The channel of an account. */
  channel: string;
  value: string;
  since: string;
  apart: boolean;
};

/**
 * Answer of `GET /api/reports/:id/person`: under which names the reporter is known, and their latest reports, newest
 * first. Personal data: the control room only, and each reading is in the audit log. `id` null: nothing tells who it was.
 */
export type PersonView = { id: string | null; aliases: PersonAlias[]; reports: CallerReport[] };
