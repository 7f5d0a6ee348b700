import type { Asked, Prepared } from './prepare.ts';

/** Beyond this a snapshot is read again even when nothing has happened: the day it counts may be over. */
const REUSABLE_MS = 10_000;

export type Reusable = ReturnType<typeof createReusable>;

/** Snapshots that are still true to the last number, for those who come one after the other in a quiet hour. */
export function createReusable() {
  const kept = new Map<string | null, { prepared: Prepared; until: number }>();
  return {
    keep({ after, departmentCode }: Asked, prepared: Prepared): void {
      if (after === null) kept.set(departmentCode, { prepared, until: performance.now() + REUSABLE_MS });
    },
    /** Lets go of what is not true for `position`, or old. */
    purge(position: number): void {
      for (const [departmentCode, { prepared, until }] of kept)
        if (prepared.seq !== position || until < performance.now()) kept.delete(departmentCode);
    },
    find({ after, departmentCode }: Asked): Prepared | null {
      return after === null ? (kept.get(departmentCode)?.prepared ?? null) : null;
    },
  };
}
