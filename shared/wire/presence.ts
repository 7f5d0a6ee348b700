import { z } from 'zod';
import type { Role } from '../access/actor.ts';

/** What a person has open, told when it changes and again every few seconds; `null`: nothing. */
export const lookBody = z.object({ ticketId: z.uuid().nullable(), typing: z.boolean() });
export type Look = z.infer<typeof lookBody>;

/** Somebody who has a ticket open. `typing`: in one of its forms. */
export type Present = { id: string; name: string; role: Role; typing: boolean };

/** Who has a ticket open now; nobody when the list is empty. */
export type TicketPresence = { ticketId: string; people: Present[] };

/** After connecting: every ticket that somebody has open, as far as the listener may know; then what changes. */
export type PresenceChange = { tickets: TicketPresence[] };
