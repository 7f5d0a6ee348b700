/** Who of a department has a ticket in hand. Staff, never citizens; told to the department alone. */
export type Holder = {
  ticketId: string;
  /** The account's; of the control room's where somebody did it for the department. */
  userId: string;
  name: string;
  did: 'acknowledged' | 'started';
  /** ISO 8601 UTC. */
  since: string;
};

/** Answer of `GET /api/opd/holders`. */
export type HoldersAnswer = { holders: Holder[] };
