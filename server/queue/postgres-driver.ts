import {
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  type QueueBaseOptions,
  withBackend,
} from 'bullmq';
import type { Log } from '../platform/log.ts';
import type { Driver } from './driver.ts';

const SCHEMA = 'queue';
const MAX_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 1500;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Queues on the same PostgreSQL, in a schema of their own. All queues and workers share one small pool and one
 * LISTEN connection. Commits of the queue do not wait for the disk: a job lost in a crash of PostgreSQL is put
 * back by the sweep, as one lost with Redis is. Brings the schema up to date first; rejects when it cannot.
 */
export async function createPostgresDriver(
  databaseUrl: string,
  log: Log,
): Promise<Driver<PostgresQueueBackend, PostgresConnectionOptions>> {
  const connection = new QueueConnection({
    connectionString: databaseUrl,
    schema: SCHEMA,
    migrate: true,
    max: MAX_CONNECTIONS,
    application_name: 'live-room queue',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + 5000,
    keepAlive: true,
    options: '-c synchronous_commit=off',
  });
  connection.setMaxListeners(0);
  connection.on('error', (err: Error) => log.debug({ err }, 'the queue lost a database connection'));
  // One that breaks in a transaction, between two queries, would end the process; the next query rejects.
  connection.pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await connection.waitUntilReady();
  } catch (err) {
    await connection.close();
    throw err;
  }
  const factory: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (name, opts) =>
    new SharedPostgresBackend(connection, name, opts);
  return {
    kind: 'postgres',
    classes: withBackend(factory),
    producerConnection: connection.pool,
    workerConnection: () => connection.pool,
    isReady: () => true,
    async ping() {
      await connection.pool.query('select 1');
    },
    close: () => connection.close(),
  };
}

type ListenClient = Awaited<ReturnType<PostgresConnection['getListenClient']>>;

/** Workers that start together all subscribe on the one LISTEN connection: it takes one statement at a time. */
class QueueConnection extends PostgresConnection {
  readonly #turns = new WeakMap<object, ListenClient>();

  override async getListenClient(): Promise<ListenClient> {
    const client = await super.getListenClient();
    const known = this.#turns.get(client);
    if (known) return known;
    const inTurn = takingTurns(client);
    this.#turns.set(client, inTurn);
    return inTurn;
  }
}

function takingTurns(client: ListenClient): ListenClient {
  let last: Promise<unknown> = Promise.resolve();
  const query = <R>(text: string, params?: readonly unknown[]) => {
    const result = last.then(() => client.query<R>(text, params));
    last = result.catch(() => undefined);
    return result;
  };
  return new Proxy(client, { get: (target, name) => (name === 'query' ? query : bound(target, name)) });
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}

/** A backend that leaves the connection open when its queue or worker closes: others use it too. */
class SharedPostgresBackend extends PostgresQueueBackend {
  constructor(
    connection: PostgresConnection,
    name: string,
    opts: QueueBaseOptions<PostgresConnectionOptions>,
  ) {
    super(connection, name, opts, true);
  }

  override async close(): Promise<void> {
    this.closing ??= this.disconnectBlocking();
    await this.closing;
  }

  override disconnect(): Promise<void> {
    return this.close();
  }
}
