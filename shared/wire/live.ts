import type { Channel } from '../report/channel.ts';
import type { Facts, Priority, SlaMarks, Status, TicketLocation } from '../ticket/ticket.ts';
import type { Look, PresenceChange } from './presence.ts';
import type { RoomState, WallOrder, WallReport } from './room.ts';

/**
 * A ticket as every live audience may see it: nothing in it was said by, or names, a citizen.
 * `title` is made of the category's name and understood facts. Times are ISO 8601 UTC.
 */
export type LiveTicket = {
  id: string;
  number: string;
  version: number;
  status: Status;
  priority: Priority;
  category: string;
  title: string;
  departmentCode: string;
  facts: Facts;
  location: TicketLocation | null;
  channel: Channel;
  reportCount: number;
  createdAt: string;
  acknowledgeBy: string;
  resolveBy: string;
  acknowledgedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  sla: SlaMarks;
};

/** What happened, as noun + past participle. */
export const TICKET_EVENTS = [
  'ticket.opened',
  'ticket.reported',
  'ticket.located',
  'ticket.measured',
  'ticket.verified',
  'ticket.routed',
  'ticket.acknowledged',
  'ticket.started',
  'ticket.resolved',
  'ticket.returned',
  'ticket.reopened',
  'ticket.closed',
  'ticket.rejected',
  'ticket.merged',
  'ticket.absorbed',
  'ticket.split',
  'ticket.restored',
  'ticket.likened',
  'ticket.distinguished',
  'ticket.noted',
  'ticket.photographed',
  'ticket.replied',
  'ticket.reprioritised',
  'ticket.due_soon',
  'ticket.breached',
] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];

/** One numbered entry of the log, with the ticket as it is now (at least as new as the entry). */
export type Change = { seq: number; at: string; type: TicketEvent; ticket: LiveTicket };

/** A run of log numbers `from`..`to`, both included; `changes` are those of them that are for this audience. */
export type ChangeBatch = { from: number; to: number; changes: Change[] };

/** `after`: the newest number the client has applied, or null for a fresh start. */
export type SyncRequest = { after: number | null };

/**
 * Either `tickets` (a snapshot of all open tickets as of `seq`) or `changes` (what came after, up to `seq`).
 * With a snapshot comes `done`: what was resolved since the city's day began and is not open again.
 */
export type SyncAnswer = { seq: number; tickets?: LiveTicket[]; done?: DoneTicket[]; changes?: Change[] };

/** As much of a resolved ticket as is needed to count it. */
export type DoneTicket = { id: string; version: number; departmentCode: string; resolvedAt: string };

/** Each second: the newest number and the server's clock, so that a client knows how old its picture is. */
export type Heartbeat = { seq: number; at: string };

export type ServerToClient = {
  changes: (batch: ChangeBatch) => void;
  heartbeat: (beat: Heartbeat) => void;
  /** To walls and desks: after they connect, and when something of it changes. */
  'room.changed': (room: RoomState) => void;
  /** To desks and departments: who has which ticket open. */
  'presence.changed': (change: PresenceChange) => void;
  /** To desks: something was heard of an answer to a reporter of this ticket. */
  'reply.changed': (news: { ticketId: string }) => void;
  /** To walls. */
  'wall.ordered': (order: WallOrder) => void;
};
export type ClientToServer = {
  sync: (request: SyncRequest, answer: (result: SyncAnswer) => void) => void;
  /** From desks and departments. */
  'ticket.looked': (look: Look) => void;
  /** From walls. */
  'wall.reported': (report: WallReport) => void;
};

/** The Socket.IO namespace. */
export const LIVE_NAMESPACE = '/live';

/** Reasons a connection is refused, as the `message` of Socket.IO's connect_error. */
export type LiveRefusal = 'unauthenticated' | 'forbidden' | 'unavailable';
