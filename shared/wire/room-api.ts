import { z } from 'zod';
import type { FloodRule } from '../city/city-pack.ts';
import { type RoomState, SCENES, WARNING_SEVERITIES, type WallView, type Warning } from './room.ts';
import { LONGEST_CAP, LONGEST_MESSAGE, LONGEST_WARNING } from './room-limits.ts';

/** Bodies and answers of what a supervisor does with the room. Times are ISO 8601 UTC. */

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z
  .uuid()
  .optional()
  .describe('Made by the client, once per form: sent again, it is the same thing.');
const until = z.iso.datetime({ offset: true }).describe('ISO 8601; it ends by itself then.');

/** Body of `PUT /api/room/flood`. By hand stands until it is `auto` again: the rule decides. */
export const floodBody = z.object({ mode: z.enum(['auto', 'on', 'off']) });
export type FloodChoice = z.infer<typeof floodBody>['mode'];

/** Body of `POST /api/room/pins`: a ticket that is open, or words. */
export const pinBody = z.union([
  z.object({ id, ticketId: z.uuid() }).strict(),
  z.object({ id, text: text(LONGEST_MESSAGE).describe('Never names a citizen.') }).strict(),
]);
export type PinBody = z.infer<typeof pinBody>;

const warning = {
  severity: z.enum(WARNING_SEVERITIES),
  event: text(80),
  text: text(LONGEST_WARNING),
  kecamatan: z.array(text(60)).max(100).describe('Names of kecamatan; none: the whole city.'),
  source: text(80).describe('Who says so.'),
  until,
};

/** Body of `POST /api/room/warnings`. */
export const warningBody = z.object({ id, ...warning });
export type WarningBody = z.infer<typeof warningBody>;

/** Body of `POST /api/room/warnings/cap`: an alert as OASIS CAP 1.2 has it. */
export const capBody = z.object({
  xml: z.string().min(1).max(LONGEST_CAP).describe('The whole document, without a document type.'),
});

/** Answer of `POST /api/room/warnings/cap`: what now stands on the walls (null: a cancellation), and what it ended. */
export type CapImport = { warning: Warning | null; ended: string[] };

/** Body of `PATCH /api/room/warnings/:id`: what is to change. */
export const warningChangeBody = z.object(warning).partial();
export type WarningChange = z.infer<typeof warningChangeBody>;

/** Body of `POST /api/walls/orders`: to one wall, or to all (`null`). */
export const wallOrderBody = z.object({
  wallId: z.string().min(1).max(60).nullable(),
  order: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reload') }),
    z.object({ kind: z.literal('scene'), scene: z.enum(SCENES).nullable() }),
  ]),
});
export type WallOrderBody = z.infer<typeof wallOrderBody>;

/** What a wall may say of itself; whatever else a newer page says is left out. */
export const wallReportSchema = z.object({
  version: z.string().max(200),
  scene: z.enum(SCENES),
  sceneHeld: z.boolean(),
  sound: z.enum(['on', 'off', 'blocked']),
  width: z.int().nonnegative().max(100_000),
  height: z.int().nonnegative().max(100_000),
  pictureAgeMs: z.number().nonnegative(),
});

/** Flood mode as it was set, and what the rule sees, whoever decides. `rule` is null where the city has none. */
export type FloodControl = {
  mode: FloodChoice;
  by: string | null;
  at: string | null;
  rule:
    | (FloodRule & {
        onSince: string | null;
        calmSince: string | null;
        /** What was seen last, and when; null before the first look. */
        seen: { posts: number; reports: number; at: string } | null;
      })
    | null;
};

/** Answer of `GET /api/room`. */
export type RoomView = { room: RoomState; flood: FloodControl };

/** Answer of `GET /api/walls`. `at`: the server's clock. */
export type WallList = { at: string; walls: WallView[] };
