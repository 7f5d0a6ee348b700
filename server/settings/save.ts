import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { ChangeSettingBody, ChangeView } from '../../shared/wire/settings.ts';
import { type Author, recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { CITY_NOTIFICATION, fromRow, presentChange, readChanges } from './change-rows.ts';
import { findMissed } from './effects/rule-moves.ts';
import { propose } from './propose.ts';

/**
 * Enters a change: one row, never changed again, told to every node. Throws invalid with what is wrong with it, and
 * outdated when somebody has changed the same part since the person looked; invalid, too, when more of the city's own
 * emergencies would be missed than the person has agreed to.
 */
export async function saveSetting(
  { db, base, clock }: { db: Database; base: CityPack; clock: Clock },
  body: ChangeSettingBody,
  author: Author,
): Promise<ChangeView> {
  const { kind, key, reason, after } = body;
  return db.transaction().execute(async (trx) => {
    // One after the other: two changes that each do no harm might do together.
    await sql`select pg_advisory_xact_lock(hashtextextended('city_change', 0))`.execute(trx);
    const changes = await readChanges(trx);
    const last = changes.findLast((change) => change.kind === kind && change.key === key)?.id ?? null;
    if (last !== after) throw new AppError('outdated', { detail: `the latest change of ${key} is ${last}` });
    const wanted = {
      kind,
      key,
      value: body.value,
      effectiveFrom: body.effectiveFrom === null ? null : Date.parse(body.effectiveFrom),
    };
    const proposal = propose(base, changes, wanted, clock.now());
    const { change, faults } = proposal;
    if (faults.length > 0)
      throw new AppError('invalid', {
        detail: faults.map(({ message }) => message).join('; '),
        errors: faults,
      });
    const missed = (await findMissed(proposal)).length;
    if (missed > body.acceptMissed) throw wouldMiss(missed);
    const row = await trx
      .insertInto('city_change')
      .values({
        kind,
        key,
        value: change.value === null ? null : JSON.stringify(change.value),
        effective_from: new Date(change.effectiveFrom),
        entered_at: new Date(change.enteredAt),
        actor_id: author.id ?? author.kind,
        actor_name: author.name,
        reason,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordAct(trx, author, {
      kind: 'settings.changed',
      subject: `${kind} ${key}`,
      subjectId: String(row.id),
      details: {
        ...{ reason, effectiveFrom: row.effective_from.toISOString() },
        ...(missed > 0 && { missedEmergencies: missed }),
      },
    });
    await sql`select pg_notify(${CITY_NOTIFICATION}, '')`.execute(trx);
    return presentChange(fromRow(row));
  });
}

function wouldMiss(count: number): AppError {
  const message = `${count} of the city's own emergencies would be missed`;
  return new AppError('invalid', { detail: message, errors: [{ field: 'acceptMissed', message }] });
}
