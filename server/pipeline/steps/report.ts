import type { Channel } from '../../../shared/report/channel.ts';
import type { Measurement, ReportedLocation, Reporter, ReportState } from '../../../shared/report/report.ts';

/** A row of the inbox as the pipeline needs it; times in ms since the epoch. */
export type Report = {
  id: string;
  channel: Channel;
  externalId: string;
  state: ReportState;
  text: string;
  occurredAt: number;
  reporter: Reporter | null;
  location: ReportedLocation | null;
  /** Where it is in the reporter's words, of a form without a pin. */
  address?: string | null;
  measurement: Measurement | null;
  hasPictures: boolean;
  inReplyTo: string | null;
  ticketId: string | null;
  /** The ticket it belongs to by itself, where that was merged into another. */
  homeId: string | null;
  /** Who sent it, under whatever name. */
  personId: string | null;
};
