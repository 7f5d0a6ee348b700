import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';
import { preparing } from './prepared.ts';
import type { DB } from './schema.ts';

/** Waiting for a connection, new or from the pool: a door must be able to answer 503 within two seconds. */
const CONNECT_TIMEOUT_MS = 1500;
const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_TRANSACTION_TIMEOUT_MS = 30_000;
const INT8 = 20;

export type Database = Kysely<DB>;
export type Transaction = KyselyTransaction<DB>;

export type ConnectOptions = {
  log: DatabaseLog;
  /** Connections at most. */
  max: number;
  /** For programs that nobody waits two seconds for, and that would rather be late than fail. */
  connectTimeoutMs?: number;
  /**
   * Statements with parameters are planned without looking at their values, prepared ones once, and by index. For
   * connections on which all of them look up a handful of rows: PostgreSQL would plan anew each time what takes a list
   * (one of known length looks cheaper), and keep for minutes a plan that it made while the tables were still empty:
   * reading all of them. A partial index is found only by a condition that is written out.
   */
  byIndex?: boolean;
};

export type DatabaseConnection = {
  db: Database;
  pool: pg.Pool;
  /** Whether one of its connections is served by this process of the database, as notifications name it. */
  isServedBy(processId: number): boolean;
  /** Ends all connections once their queries are done. */
  close(): Promise<void>;
};

/**
 * Opens a pool; connections are made when first needed, so this does not fail when the database is down.
 * `bigint` (and so `count(*)`) is read as number, `timestamptz` as Date. While the database cannot be reached
 * every query rejects within two seconds, or after `connectTimeoutMs`.
 */
export function connectDatabase(url: string, options: ConnectOptions): DatabaseConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: 'live-room',
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // The server's own limit does not fire when the server itself hangs.
    query_timeout: STATEMENT_TIMEOUT_MS + 5000,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    // Statements are sent without waiting for the answers to those before them, see flight.ts.
    pipeline: true,
    types: { getTypeParser },
    ...(options.byIndex && { options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off' }),
  });
  const processes = new Set<number>();
  // Without a listener an idle connection that breaks would end the process.
  // The error carries the whole client: a page of the log, with what the connection was opened with.
  pool.on('error', ({ message }) => options.log.warn({ fault: message }, 'lost an idle database connection'));
  // So would one that breaks in a transaction, between two queries; the next query rejects, which is enough.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    processes.add(processIdOf(client));
  });
  pool.on('remove', (client) => processes.delete(processIdOf(client)));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return { db, pool, isServedBy: (processId) => processes.has(processId), close: () => db.destroy() };
}

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8 && format !== 'binary'
    ? Number
    : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;

/** The types of pg do not have it. */
function processIdOf(client: pg.PoolClient): number {
  return (client as pg.PoolClient & { processID: number }).processID;
}
