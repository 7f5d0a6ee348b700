import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { inOneFlight, type Line, transactWithLastFlight } from '../../server/database/flight.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';

let database: TestDatabase;
let connection: DatabaseConnection;
beforeAll(async () => {
  database = await createTestDatabase();
  // One connection: what a failure left on it the next transaction would find.
  connection = connectDatabase(database.url, { log: silentLog, max: 1 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const count = async (line: Line, name: string, value: number) => {
  await sql`insert into counter (name, value) values (${name}, ${value})`.execute(line);
};
const fail = async (line: Line) => {
  await sql`select 1 / ${0}::int`.execute(line);
};
const number = async (line: Line, value: number) => {
  const { rows } = await sql<{ value: number }>`select ${value}::int as value`.execute(line);
  return rows[0]?.value;
};
const kept = async (name: string) =>
  (await connection.db.selectFrom('counter').select('value').where('name', '=', name).execute()).length;

test('each statement of a flight gets its own answer, and sees what those before it have written', async () => {
  const answers = await connection.db
    .transaction()
    .execute((trx) =>
      inOneFlight(trx, (line) => [
        number(line, 1),
        count(line, 'flown', 7),
        sql<{ value: number }>`select value from counter where name = 'flown'`.execute(line),
        number(line, 2),
      ]),
    );
  expect(answers[0]).toBe(1);
  expect(answers[2].rows).toEqual([{ value: 7 }]);
  expect(answers[3]).toBe(2);
  expect(await kept('flown')).toBe(1);
});

test('the last flight is committed with what came before it', async () => {
  const answer = await transactWithLastFlight(connection.db, async (trx) => {
    await count(trx, 'early', 1);
    return { last: inOneFlight(trx, (line) => [count(line, 'late', 1), number(line, 5)]) };
  });
  expect(answer[1]).toBe(5);
  expect([await kept('early'), await kept('late')]).toEqual([1, 1]);
});

test.each([
  ['first', (line: Line) => [fail(line), count(line, 'behind', 1)]],
  ['last', (line: Line) => [count(line, 'behind', 1), fail(line)]],
])('when the %s statement of the last flight fails nothing is kept, and it is told', async (_, send) => {
  const transaction = transactWithLastFlight(connection.db, async (trx) => {
    await count(trx, 'before', 1);
    return { last: inOneFlight(trx, send) };
  });
  await expect(transaction).rejects.toThrow('division by zero');
  expect([await kept('before'), await kept('behind')]).toEqual([0, 0]);
});

test('a transaction whose first statement fails keeps nothing that comes after it', async () => {
  const transaction = connection.db.transaction().execute(async (trx) => {
    await fail(trx).catch(() => undefined);
    await count(trx, 'after', 1);
  });
  await expect(transaction).rejects.toThrow('current transaction is aborted');
  expect(await kept('after')).toBe(0);
});

test('a transaction that gives up keeps nothing, also of its first statement', async () => {
  const transaction = connection.db.transaction().execute(async (trx) => {
    await count(trx, 'given up', 1);
    throw new Error('changed my mind');
  });
  await expect(transaction).rejects.toThrow('changed my mind');
  expect(await kept('given up')).toBe(0);
});
