import type { Pool, QueryConfig } from 'pg';
import { AppError, isDatabaseDown, RETRY_AFTER_S } from '../platform/errors.ts';
import { type ReceivedReport, type ReportRow, toJsonb } from './incoming.ts';
import {
  FIND_REPORTS,
  type FoundRow,
  INSERT_REPORTS,
  type InsertedRow,
  toReceived,
} from './insert-report.ts';

/** Statements at the same time: more would only be smaller batches. */
const IN_FLIGHT = 2;
const ROWS_AT_ONCE = 200;
/** Rows that may wait for a hanging database before more are refused. */
const MOST_WAITING = 5000;
const QUERY_TIMEOUT_MS = 1500;

type Waiting = {
  rows: ReportRow[];
  resolve: (received: ReceivedReport[]) => void;
  reject: (error: unknown) => void;
  given: boolean;
};

/**
 * Writes rows to the inbox. Calls that come while others are being written share the next statement, and so one
 * commit: under load the database sees few large transactions, at rest nobody waits for anybody.
 */
export function createInboxWriter(pool: Pool) {
  let waiting: Waiting[] = [];
  let waitingRows = 0;
  let inFlight = 0;

  function pump(): void {
    while (inFlight < IN_FLIGHT && waiting.length > 0) {
      const batch = takeBatch();
      if (batch.length === 0) continue;
      inFlight += 1;
      void writeBatch(batch).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
  }

  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    let rows = 0;
    let taken = 0;
    for (const call of waiting) {
      if (batch.length > 0 && rows + call.rows.length > ROWS_AT_ONCE) break;
      taken += 1;
      waitingRows -= call.rows.length;
      if (call.given) continue;
      rows += call.rows.length;
      batch.push(call);
    }
    waiting = waiting.slice(taken);
    return batch;
  }

  async function writeBatch(batch: Waiting[]): Promise<void> {
    try {
      const rows = batch.flatMap((call) => call.rows);
      const received = await insertRows(pool, rows);
      let from = 0;
      for (const call of batch) {
        call.resolve(received.slice(from, from + call.rows.length));
        from += call.rows.length;
      }
    } catch (error) {
      const only = batch[0];
      if (batch.length === 1 && only) only.reject(error);
      else if (isDatabaseDown(error)) for (const call of batch) call.reject(error);
      // One of them is at fault: each by itself, so that it takes no other with it.
      else for (const call of batch) await writeBatch([call]);
    }
  }

  return {
    /**
     * Resolves after the commit, in the order of the rows. Rejects with `unavailable` after `deadlineMs`, or at
     * once when too many wait already.
     */
    write(rows: ReportRow[], deadlineMs: number): Promise<ReceivedReport[]> {
      if (waitingRows >= MOST_WAITING) return Promise.reject(unavailable());
      return new Promise((resolve, reject) => {
        const call: Waiting = { rows, given: false, resolve: settle(resolve), reject: settle(reject) };
        function settle<T>(done: (value: T) => void): (value: T) => void {
          return (value) => {
            clearTimeout(timer);
            call.given = true;
            done(value);
          };
        }
        const timer = setTimeout(() => call.reject(unavailable()), deadlineMs);
        waiting.push(call);
        waitingRows += rows.length;
        pump();
      });
    },
  };
}

function unavailable(): AppError {
  return new AppError('unavailable', { retryAfterS: RETRY_AFTER_S });
}

/** One statement and one commit for all rows; the ids of known ones are looked up. */
async function insertRows(pool: Pool, rows: ReportRow[]): Promise<ReceivedReport[]> {
  const inserted = await query<InsertedRow>(pool, 'insert-reports', INSERT_REPORTS, [toJsonb(rows)]);
  const fresh = new Map(inserted.map((row) => [keyOf(row), row.id]));
  const received: (ReceivedReport | undefined)[] = rows.map((row) => {
    const key = keyOf(row);
    const id = fresh.get(key);
    // The same report twice in one batch: the first of them is the new one.
    fresh.delete(key);
    return id === undefined ? undefined : toReceived(row, id, row.tracking_code, false);
  });
  const known = received.includes(undefined) ? await findRows(pool, rows) : new Map<string, FoundRow>();
  return rows.map((row, index) => {
    const isNew = received[index];
    if (isNew) return isNew;
    const found = known.get(keyOf(row));
    if (!found) throw new Error('A report was neither inserted nor found');
    return toReceived(row, found.id, found.tracking_code, true);
  });
}

async function findRows(pool: Pool, rows: ReportRow[]): Promise<Map<string, FoundRow>> {
  const channels = rows.map((row) => row.channel);
  const ids = rows.map((row) => row.external_id);
  const found = await query<FoundRow>(pool, 'find-reports', FIND_REPORTS, [channels, ids]);
  return new Map(found.map((row) => [keyOf(row), row]));
}

function keyOf(row: { channel: string; external_id: string }): string {
  return `${row.channel} ${row.external_id}`;
}

async function query<Row extends object>(
  pool: Pool,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const config: QueryConfig & { query_timeout: number } = {
    name,
    text,
    values,
    query_timeout: QUERY_TIMEOUT_MS,
  };
  return (await pool.query<Row>(config)).rows;
}
