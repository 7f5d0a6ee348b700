import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { WallReport, WallView } from '../../shared/wire/room.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';

/** How often a node says that its walls are still there … */
const STILL_THERE_EVERY_MS = 10_000;
/** … and after how long without that they are not: the node died. */
const GONE_AFTER_MS = 30_000;
/** What is said within this time goes to the database together. */
const TOGETHER_MS = 100;

/** A wall by its socket; `name` is that of the token or the account. */
export type Wall = { id: string; name: string };

type Known = Wall & { report: WallReport; connectedAt: Date; reportedAt: Date };

export type WallRegister = ReturnType<typeof createWallRegister>;

/**
 * The walls connected to this node, written down where every node finds them. Walls may say much and often: it is
 * written in one statement a moment, and again every ten seconds, so that nothing is lost with what the database forgets.
 */
export function createWallRegister({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  const node = randomUUID();
  const walls = new Map<string, Known>();
  const unsaid = new Set<string>();
  const gone = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  function writeSoon(): void {
    if (isClosed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing
        .then(write)
        .catch((err: unknown) => log.warn({ err }, 'walls could not be written down'));
    }, TOGETHER_MS);
  }

  async function write(): Promise<void> {
    const rows = [...unsaid].flatMap((id) => walls.get(id) ?? []);
    const left = [...gone];
    unsaid.clear();
    gone.clear();
    if (left.length > 0) await db.deleteFrom('wall_screen').where('id', 'in', left).execute();
    if (rows.length > 0) await writeDown(db, node, rows, new Date(clock.now()));
  }

  const beat = setInterval(() => {
    for (const id of walls.keys()) unsaid.add(id);
    if (walls.size > 0) writeSoon();
  }, STILL_THERE_EVERY_MS);

  return {
    reported({ id, name }: Wall, report: WallReport): void {
      const now = new Date(clock.now());
      const connectedAt = walls.get(id)?.connectedAt ?? now;
      walls.set(id, { id, name, report, connectedAt, reportedAt: now });
      unsaid.add(id);
      writeSoon();
    },

    left(id: string): void {
      if (!walls.delete(id)) return;
      gone.add(id);
      writeSoon();
    },

    /** Whether a socket is one of this node's walls. */
    has: (id: string) => walls.has(id),

    /** Takes this node's walls off the list; what sockets say after that goes nowhere. */
    async close(): Promise<void> {
      isClosed = true;
      clearInterval(beat);
      clearTimeout(timer);
      await writing;
      await db
        .deleteFrom('wall_screen')
        .where('node', '=', node)
        .execute()
        .catch((err: unknown) => log.warn({ err }, 'walls could not be taken off the list'));
    },
  };
}

async function writeDown(db: Database, node: string, walls: readonly Known[], seenAt: Date): Promise<void> {
  await db
    .insertInto('wall_screen')
    .values(
      walls.map(({ id, name, report, connectedAt, reportedAt }) => ({
        id,
        node,
        name,
        report: JSON.stringify(report),
        connected_at: connectedAt,
        reported_at: reportedAt,
        seen_at: seenAt,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet({
        report: sql`excluded.report`,
        reported_at: sql`excluded.reported_at`,
        seen_at: sql`excluded.seen_at`,
      }),
    )
    .execute();
}

/** The walls connected to any node, by name. */
export async function listWalls(db: Database, nowMs: number): Promise<WallView[]> {
  const rows = await db
    .selectFrom('wall_screen')
    .selectAll()
    .where('seen_at', '>', new Date(nowMs - GONE_AFTER_MS))
    .orderBy('name')
    .orderBy('connected_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, report, connected_at, reported_at }) => ({
    ...(report as WallReport),
    id,
    name,
    connectedAt: connected_at.toISOString(),
    reportedAt: reported_at.toISOString(),
  }));
}

/** Removes what nodes left behind that died. */
export async function forgetGoneWalls(db: Database, nowMs: number): Promise<void> {
  await db
    .deleteFrom('wall_screen')
    .where('seen_at', '<', new Date(nowMs - 2 * GONE_AFTER_MS))
    .execute();
}
