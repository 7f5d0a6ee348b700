import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/** A statement whose text begins with this is prepared once a connection. */
const MARK = '/* prepared */';
/** What pg says of a statement that the database has not answered in time. */
const READ_TIMEOUT = 'Query read timeout';

/**
 * The pool as Kysely wants it. Statements of the hot paths begin with the comment `prepared`: each connection parses
 * and plans them once, which takes about as long as carrying them out. For texts that are always the same and name
 * the columns they answer (`select *` would break when a migration adds one under a running server).
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
      const query = async (text: string, parameters: readonly unknown[]) => {
        if (unanswered) throw unanswered;
        const name = nameOf(text);
        try {
          return await client.query({ ...(name !== undefined && { name }), text, values: [...parameters] });
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
