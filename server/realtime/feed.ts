import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import { headSeq, type LogRow, readLog } from '../tickets/log.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import type { FeedEntry } from './audience.ts';

/** Entries read at once. */
const PAGE = 500;
/** Entries kept for those who were away for a moment. */
const KEPT = 2_000;

/** A run of log numbers, both ends included. */
export type FeedBatch = { from: number; to: number; entries: FeedEntry[] };

export type Feed = ReturnType<typeof createFeed>;

/** This node's reading of the log: how far it has come, and the last of what it has read. */
export function createFeed({ db, pack }: { db: Database; pack: CityPack }) {
  let position: number | null = null;
  let recent: FeedEntry[] = [];
  /** Every entry above this number, up to the position, is in `recent`. */
  let recentAfter = 0;

  /** The page behind the position, asked for while the one before was still going out. */
  let ahead: Promise<LogRow[]> | null = null;

  /** Entries this node has written itself since the last reading. */
  let offered: LogRow[] = [];

  /** Those of them that follow the position without a gap, if nothing was asked for yet. */
  function takeOffered(after: number): LogRow[] {
    const bySeq = new Map(ahead ? [] : offered.map((row) => [row.seq, row]));
    offered = [];
    const next: LogRow[] = [];
    for (let row = bySeq.get(after + 1); row; row = bySeq.get(row.seq + 1)) next.push(row);
    return next;
  }

  function readAfter(seq: number): Promise<LogRow[]> {
    return readLog(db, { after: seq, limit: PAGE });
  }

  function readAhead(seq: number): void {
    ahead = readAfter(seq);
    // Whoever waits for it hears of a failure; until then nobody has to.
    ahead.catch(() => undefined);
  }

  function restart(head: number): void {
    ahead = null;
    offered = [];
    position = head;
    recent = [];
    recentAfter = head;
  }

  function keep(entries: FeedEntry[]): void {
    recent = recent.concat(entries);
    const surplus = recent.length - KEPT;
    if (surplus <= 0) return;
    recentAfter = recent[surplus - 1]?.change.seq ?? recentAfter;
    recent = recent.slice(surplus);
  }

  function pass(rows: readonly LogRow[], handOver: (batch: FeedBatch) => void): void {
    const entries = rows.map(({ seq, at, type, departments, ticket }) => ({
      change: { seq, at, type, ticket: presentLiveTicket(ticket, pack) },
      departments,
    }));
    const from = (position ?? 0) + 1;
    const to = rows.at(-1)?.seq ?? from;
    position = to;
    keep(entries);
    handOver({ from, to, entries });
  }

  return {
    /** The newest number read; null before the first reading. */
    position: () => position,

    /** Entries that were just committed; they spare a reading where they are the next ones. */
    offer(rows: readonly LogRow[]): void {
      if (offered.length < PAGE) offered.push(...rows);
    },

    /**
     * Reads the next page and hands it over in the same breath in which the position moves, so that nobody
     * sees a position whose batch has not gone out. Answers whether that was all there is.
     */
    async advance(handOver: (batch: FeedBatch) => void): Promise<boolean> {
      if (position === null) {
        restart(await headSeq(db));
        return true;
      }
      const next = takeOffered(position);
      if (next.length > 0) {
        pass(next, handOver);
        return false;
      }
      const reading = ahead ?? readAfter(position);
      ahead = null;
      const rows = await reading;
      const last = rows.at(-1);
      if (last === undefined) return true;
      if (rows.length === PAGE) readAhead(last.seq);
      pass(rows, handOver);
      return rows.length < PAGE;
    },

    /**
     * True when the log ends before the position: the database was put back to an older state. The feed
     * goes on from there, and everybody's picture is wrong.
     */
    async hasGoneBack(): Promise<boolean> {
      const head = await headSeq(db);
      if (position === null || head >= position) return false;
      restart(head);
      return true;
    },

    /** Everything after `seq` up to the position, when it is still kept. */
    since(seq: number): FeedEntry[] | null {
      if (position === null || seq > position || seq < recentAfter) return null;
      return recent.filter(({ change }) => change.seq > seq);
    },
  };
}
