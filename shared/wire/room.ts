import type { Channel } from '../report/channel.ts';

/** What a wall can show. `auto` follows the schedule. */
export const SCENES = ['map', 'departments', 'sensors', 'flood', 'heat'] as const;
export type Scene = (typeof SCENES)[number];

/** Whether a wall's tones can be heard: `blocked` until somebody touches the screen, as browsers ask for. */
export type WallSound = 'on' | 'off' | 'blocked';

/** What a wall tells of itself, when it connects, when something changes and every ten seconds. */
export type WallReport = {
  /** Of the page, as it was built. */
  version: string;
  scene: Scene;
  /** Whether the scene was chosen, by an order or by a key, instead of by the schedule. */
  sceneHeld: boolean;
  sound: WallSound;
  /** CSS pixels. */
  width: number;
  height: number;
  /** How old its picture is. */
  pictureAgeMs: number;
};

/** A wall as supervisors see it. Times are ISO 8601 UTC. */
export type WallView = WallReport & {
  /** Of its socket. */
  id: string;
  /** The token's or the account's. */
  name: string;
  connectedAt: string;
  reportedAt: string;
};

/** What a supervisor tells one wall, or all: show the new page, or a scene (`null`: follow the schedule again). */
export type WallOrder = { kind: 'reload' } | { kind: 'scene'; scene: Scene | null };

/** What stands on every wall until somebody takes it down: a ticket, or words. */
export type Pin = { id: string; at: string; by: string } & (
  | { kind: 'ticket'; ticketId: string }
  | { kind: 'message'; text: string }
);

/** How bad a warning is, in CAP 1.2's words. */
export const WARNING_SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor'] as const;
export type WarningSeverity = (typeof WARNING_SEVERITIES)[number];

/** A warning in force: weather, a river, a demonstration. */
export type Warning = {
  id: string;
  severity: WarningSeverity;
  /** 'Hujan lebat', in the words of who gave it. */
  event: string;
  text: string;
  /** Names of kecamatan; none: the whole city. */
  kecamatan: string[];
  /** Who gave it: a person of the control room, or an authority. */
  source: string;
  from: string;
  until: string;
};

/** Why the walls are in flood mode: by hand, or because enough water posts or reports of flooding say so. */
export type FloodMode = { since: string } & (
  | { by: 'hand'; who: string }
  | { by: 'rule'; posts: number; reports: number }
);

/** How many reports came in by a channel in the last hour, and how many usually do in this hour of the week. */
export type ChannelPulse = { channel: Channel; lastHour: number; usual: number | null };

/** Everything on a wall that is no ticket. */
export type RoomState = {
  flood: FloodMode | null;
  pins: Pin[];
  warnings: Warning[];
  channels: ChannelPulse[];
};
