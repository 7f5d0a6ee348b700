import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Client, Pool, PoolClient } from 'pg';

/** A statement whose text begins with this is prepared once a connection. */
const MARK = '/* prepared */';
/** What pg says of a statement that the database has not answered in time. */
const READ_TIMEOUT = 'Query read timeout';
const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] };

/**
 * The pool as Kysely wants it. Statements of the hot paths begin with the comment `prepared`: each connection parses
 * and plans them once, which takes about as long as carrying them out. For texts that are always the same and name
 * the columns they answer (`select *` would break when a migration adds one under a running server).
 *
 * `begin` has nothing to say that its transaction's first statement does not: it waits for that one and leaves
 * together with it, which saves a round trip.
 *
 * A connection that did not answer in time is ended: its line may be dead without anybody knowing, and whoever got it
 * next would wait as long.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>();

  function nameOf(text: string): string | undefined {
    if (!text.trimStart().startsWith(MARK)) return undefined;
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = `live-room-${names.size}`;
    names.set(text, name);
    return name;
  }

  return {
    async connect() {
      const client = await pool.connect();
      let unanswered: Error | null = null;
      let isToBegin = false;
      let isCommitted = false;
      const query = async (text: string, parameters: readonly unknown[]) => {
        if (unanswered) throw unanswered;
        if (text === 'begin') {
          isToBegin = true;
          isCommitted = false;
          return BEGUN;
        }
        if (isCommitted && text !== 'rollback') throw new Error(`This came after the commit: ${text}`);
        isCommitted = text === 'commit';
        const name = nameOf(text);
        leaveTogether(client);
        const begun = isToBegin && client.query('begin');
        isToBegin = false;
        const statement = { ...(name !== undefined && { name }), text, values: [...parameters] };
        try {
          const [answer] = await Promise.all([client.query(statement), begun]);
          return answer;
        } catch (error) {
          if (error instanceof Error && error.message === READ_TIMEOUT) unanswered = error;
          throw error;
        }
      };
      const release = () => client.release(unanswered !== null);
      return { query: query as unknown as PostgresPoolClient['query'], release };
    },
    end: () => pool.end(),
  };
}

/** Statements of one breath leave in one write: on a machine at rest a write takes longer than a small statement. */
function leaveTogether(client: PoolClient): void {
  const { stream } = (client as PoolClient & Pick<Client, 'connection'>).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
