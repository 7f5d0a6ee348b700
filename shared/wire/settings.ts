import { z } from 'zod';
import { CHANGE_KINDS, type ChangeKind, changeKey } from '../city/change.ts';

/** Bodies and answers of the screens on which the city is changed. Times are ISO 8601 UTC. */

const proposal = {
  kind: z.enum(CHANGE_KINDS),
  key: changeKey.describe("The part's code: of a department, a category, a post …"),
  value: z
    .unknown()
    .describe('The whole new value, as `GET /api/settings` shows it; null: as the city pack has it.'),
  effectiveFrom: z.iso
    .datetime()
    .nullable()
    .default(null)
    .describe('When it comes into force, not before now; null: at once.'),
};

/** Body of `POST /api/settings/check`. */
export const checkSettingBody = z.object(proposal);
export type CheckSettingBody = z.infer<typeof checkSettingBody>;

/** Body of `POST /api/settings`. */
export const changeSettingBody = z.object({
  ...proposal,
  reason: z.string().trim().min(3).max(500),
  after: z
    .int()
    .nullable()
    .default(null)
    .describe('Id of the latest change of this part that is known; 409 when somebody has made another.'),
  acceptMissed: z
    .int()
    .min(0)
    .default(0)
    .describe(
      "How many of the city's own emergency texts the person agrees to have missed, as the check counted; refused when there would be more.",
    ),
});
export type ChangeSettingBody = z.infer<typeof changeSettingBody>;

/** Query of `GET /api/settings/history`. */
export const settingHistoryQuery = z.object({ kind: z.enum(CHANGE_KINDS), key: changeKey });

/** One change that was made; `value` null: back to what the pack says. */
export type ChangeView = {
  id: number;
  kind: ChangeKind;
  key: string;
  value: unknown;
  effectiveFrom: string;
  enteredAt: string;
  by: string;
  reason: string;
};

/** A part of the city as it is in force, and the changes that are yet to come. */
export type SettingView = {
  kind: ChangeKind;
  key: string;
  value: unknown;
  /** What the pack says; null for parts that were added on screens. */
  original: unknown;
  /** Id of the latest change of this part, in force or not; null: none. */
  lastChange: number | null;
  upcoming: ChangeView[];
  /** What a screen shows beside: a post's name and unit. */
  label?: string;
};

/** Answer of `GET /api/settings`. */
export type SettingsAnswer = { now: string; settings: SettingView[] };

/** Something that would change; `path` names the field of the value. */
export type SettingDifference = { path: string; from: unknown; to: unknown };

/**
 * How many texts of a group a change of the rules moves: `gained` become critical (or are set aside), `lost` no longer
 * are. Examples are of the city's own texts, never of citizens' reports.
 */
export type RuleMoves = {
  of: 'reports' | 'emergencies' | 'ordinary' | 'real' | 'pranks';
  read: number;
  gained: number;
  lost: number;
  examples: { gained: string[]; lost: string[] };
};

/** What a change would do, in numbers. What it does not touch is left out. */
export type SettingEffects = {
  /** Open tickets of the part: of this department, of this category. */
  openTickets?: number;
  /** Categories that send their tickets to this department. */
  categories?: string[];
  /** People who work for this department. */
  people?: number;
  /** The latest reports of citizens, read again with the new words. */
  reclassified?: { reports: number; changed: number; moves: { from: string; to: string; count: number }[] };
  /** Tickets opened in the last 30 days: how many missed a deadline, by the present and by the new targets. */
  deadlines?: { tickets: number; breachedBefore: number; breachedAfter: number };
  /** Alarms that the last 30 days' readings of this post would have raised. */
  alarms?: { readings: number; before: number; after: number };
  /** How often the last 30 days would have turned flood mode on. */
  floods?: { before: number; after: number };
  /** Open tickets that are due soon, by the present and by the new share. */
  dueSoon?: { tickets: number; before: number; after: number };
  /** Which texts would become critical, or no longer be it. */
  critical?: RuleMoves[];
  /** Which texts would be set aside as pranks, or no longer. */
  setAside?: RuleMoves[];
};

/** Answer of `POST /api/settings/check`. `faults`: why it cannot be done, one sentence each, with the field. */
export type SettingCheck = {
  faults: { field: string; message: string }[];
  differences: SettingDifference[];
  effects: SettingEffects;
  /** The city's own emergency texts that no critical rule would name any more, or that would be set aside. */
  missed: { count: number; examples: string[] };
};

/** Answer of `GET /api/quick-texts`. */
export type QuickTextsAnswer = {
  quickTexts: {
    id: string;
    title: string;
    body: string;
    departmentCode: string | null;
    uses: ('note' | 'return' | 'reply')[];
  }[];
};
