import type { Transaction } from '../database/connect.ts';

/** Has this command already been carried out on the ticket? A command without an id never has. */
export async function wasDone(
  trx: Transaction,
  ticketId: string,
  commandId: string | undefined,
): Promise<boolean> {
  if (commandId === undefined) return false;
  const entry = await trx
    .selectFrom('ticket_log')
    .select('seq')
    .where('ticket_id', '=', ticketId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return entry !== undefined;
}
