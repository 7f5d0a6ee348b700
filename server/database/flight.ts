import type { QueryExecutorProvider } from 'kysely';
import type { Database, Transaction } from './connect.ts';

/** Where a statement is carried out: a transaction, or its connection during a flight. */
export type Line = QueryExecutorProvider;

/**
 * Sends statements that do not need each other's answers in one flight: the database carries them out in their
 * order, and one round trip brings all the answers. `send` starts them and awaits nothing. When one fails the
 * transaction has failed, and so have those behind it; rejects with the first failure, once all are answered.
 */
export function inOneFlight<T extends readonly unknown[]>(
  trx: Transaction,
  send: (line: Line) => { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const executor = trx.getExecutor();
  return executor.provideConnection(async (connection) => {
    const line = executor.withConnectionProvider({ provideConnection: (use) => use(connection) });
    const sent: readonly Promise<unknown>[] = send({ getExecutor: () => line });
    await Promise.allSettled(sent);
    return (await Promise.all(sent)) as unknown as T;
  });
}

/**
 * A transaction whose last statements take the commit along. `work` starts them and resolves with their promise
 * wrapped, not awaited: the commit follows them on the line. When one of them has failed, PostgreSQL makes a rollback
 * of the commit behind it, and this rejects with the failure.
 */
export async function transactWithLastFlight<T>(
  db: Database,
  work: (trx: Transaction) => Promise<{ last: Promise<T> }>,
): Promise<T> {
  const { last } = await db.transaction().execute(async (trx) => {
    const flying = await work(trx);
    // Whoever waits below hears of it; until then the commit is on its way.
    flying.last.catch(() => undefined);
    return flying;
  });
  return last;
}
