import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/** A statement whose text begins with this is prepared once a connection. */
const MARK = '/* prepared */';

/**
 * The pool as Kysely wants it. Statements of the hot paths begin with the comment `prepared`: each connection parses
 * and plans them once, which takes about as long as carrying them out. For texts that are always the same and name
 * the columns they answer (`select *` would break when a migration adds one under a running server).
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
      const query = (text: string, parameters: readonly unknown[]) => {
        const name = nameOf(text);
        return client.query({ ...(name !== undefined && { name }), text, values: [...parameters] });
      };
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
  };
}
