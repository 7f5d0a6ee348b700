import { z } from 'zod';

/** What the city has learned of its own tickets, and how well it does. Times are ISO 8601 UTC. No citizen is in it. */

/** Body of `POST /api/learning/switch`; on also lets new versions come into force again where one is held. */
export const learningSwitchBody = z.object({ on: z.boolean() });

/** The name of the models that came with the city pack, among versions. */
export const SHIPPED = 'shipped';

/** Parameters of `POST /api/learning/versions/:id/use`. */
export const useVersionParams = z.object({
  id: z.union([z.literal(SHIPPED), z.coerce.number().int().positive()]),
});

export const VERSION_STATES = ['waiting', 'training', 'kept', 'refused', 'failed'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** How a model did on texts it had not learnt from; shares from 0 to 1. */
export type Shares = { top1: number; top3: number };

/** What a training was made of and how it ended. */
export type LearningFigures = {
  /** Texts that it learnt from, and that were held back. */
  examples: { pack: number; city: number; heldBack: number };
  /** Messages that people rejected as pranks, or brought back, and whether that was enough to learn from. */
  pranks?: { rejected: number; broughtBack: number; learnt: boolean };
  /**
   * What it was compared on: held-back texts of the city's own tickets; or, while these are few, held-back texts of the
   * pack, once learnt with the city's texts and once without.
   */
  comparedOn: 'city' | 'pack' | 'nothing';
  before: Shares | null;
  after: Shares | null;
  /** Which share of the pack's emergencies is recognised. */
  emergencies: { before: number; after: number } | null;
  /** From this probability on 95 in 100 departments are right, and the share of texts that reach it. */
  sureAt: number;
  coverage: number;
  seconds: number;
};

export type VersionView = {
  id: number;
  state: VersionState;
  askedAt: string;
  /** Who asked for it; null: the nightly training. */
  askedBy: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  figures: LearningFigures | null;
  failure: string | null;
  inForceFrom: string | null;
  /** Its models are still there, so that it can be used again. */
  usable: boolean;
};

/** Tickets opened by the pipeline in one week, as far as a person has confirmed or corrected their department. */
export type WeekAccuracy = {
  /** The Monday it begins with, `YYYY-MM-DD` in the city's time. */
  week: string;
  decided: number;
  right: number;
};

export type DepartmentAccuracy = {
  /** The department that was suggested. */
  departmentCode: string;
  decided: number;
  right: number;
  /** Where those went that were corrected, most often first. */
  correctedTo: { departmentCode: string; count: number }[];
};

/** A word among the reasons of suggestions: of how many that a person looked at, and how many were corrected. */
export type WordAccuracy = { word: string; decided: number; corrected: number };

/** Answer of `GET /api/learning`. */
export type LearningAnswer = {
  now: string;
  on: boolean;
  changedAt: string | null;
  changedBy: string | null;
  /** A person chose what is in force: trainings put nothing else in force until somebody switches learning on again. */
  held: boolean;
  /** The version in force; null: the models that came with the city pack. */
  inForce: number | null;
  /** The name of the models that came with the pack; null where it brings none. */
  shipped: string | null;
  /** Newest first. */
  versions: VersionView[];
  /** The last twelve weeks, oldest first. */
  weeks: WeekAccuracy[];
  departments: DepartmentAccuracy[];
  words: WordAccuracy[];
};
