import { PassThrough } from 'node:stream';
import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { preparing } from '../../server/database/prepared.ts';

/** A pool of one connection whose line has gone dead: what is asked is never answered. */
function buildPool(error: Error | null) {
  const asked: string[] = [];
  const releases: unknown[] = [];
  const client = {
    connection: { stream: new PassThrough() },
    query({ text }: { text: string }) {
      asked.push(text);
      return error ? Promise.reject(error) : Promise.resolve({ rows: [] });
    },
    release: (destroy: unknown) => void releases.push(destroy),
  };
  const pool = preparing({ connect: () => Promise.resolve(client) } as unknown as Pool);
  return { pool, asked, releases };
}

test('a connection that did not answer in time is not used again, and not asked to roll back either', async () => {
  const { pool, asked, releases } = buildPool(new Error('Query read timeout'));
  const client = await pool.connect();
  await expect(client.query('select 1', [])).rejects.toThrow('Query read timeout');
  await expect(client.query('rollback', [])).rejects.toThrow('Query read timeout');
  client.release();
  expect({ asked, releases }).toEqual({ asked: ['select 1'], releases: [true] });
});

test('a statement that was refused leaves its connection as good as it was', async () => {
  const { pool, asked, releases } = buildPool(new Error('duplicate key'));
  const client = await pool.connect();
  await expect(client.query('select 1', [])).rejects.toThrow('duplicate key');
  await expect(client.query('rollback', [])).rejects.toThrow('duplicate key');
  client.release();
  expect({ asked, releases }).toEqual({ asked: ['select 1', 'rollback'], releases: [false] });
});
