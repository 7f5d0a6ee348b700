import { sql } from 'kysely';
import type { FloodRule } from '../../shared/city/city-pack.ts';
import { type FloodSigns, type FloodVerdict, judgeFlood } from '../../shared/room/flood-rule.ts';
import type { Database } from '../database/connect.ts';
import { noteAct } from './change-room.ts';

const MINUTE_MS = 60_000;
/** As the room's log names it. */
const RULE = { kind: 'system', id: 'flood-rule', name: 'flood rule', role: 'system' };

/**
 * Looks at what the flood rule looks at, and writes down what it says. Answers whether anything is different from the
 * last look.
 */
export function lookForFlood(db: Database, rule: FloodRule, nowMs: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('room').selectAll().forUpdate().executeTakeFirstOrThrow();
    const signs = await readSigns(trx, rule, nowMs);
    const verdict = judgeFlood(
      rule,
      { onSince: msOf(before.rule_on_since), calmSince: msOf(before.rule_calm_since) },
      signs,
      nowMs,
    );
    await trx
      .updateTable('room')
      .set(columnsOf(verdict, signs, nowMs))
      .execute();
    const isOn = verdict.onSince !== null;
    const hasTurned = isOn !== (before.rule_on_since !== null);
    if (hasTurned) {
      const act = isOn ? 'flood.rule-on' : 'flood.rule-off';
      await noteAct(trx, { at: new Date(nowMs), actor: RULE, act, details: { ...signs } });
    }
    return hasTurned || signs.posts !== before.rule_posts || signs.reports !== before.rule_reports;
  });
}

/** Posts in alarm that still speak, and what people reported of flooding: by index, through the tickets that are open. */
async function readSigns(db: Database, rule: FloodRule, nowMs: number): Promise<FloodSigns> {
  const since = new Date(nowMs - rule.withinMin * MINUTE_MS);
  const { rows } = await sql<FloodSigns>`
    select
      (select count(*) from sensor_state where alarm and at > ${since}) as posts,
      (select count(*) from ticket join report on report.ticket_id = ticket.id
        where ticket.is_open and ticket.category = any(${rule.categories}::text[])
          and report.channel <> 'sensor' and report.received_at > ${since}) as reports`.execute(db);
  return rows[0] ?? { posts: 0, reports: 0 };
}

function columnsOf({ onSince, calmSince }: FloodVerdict, { posts, reports }: FloodSigns, nowMs: number) {
  return {
    rule_on_since: dateOf(onSince),
    rule_calm_since: dateOf(calmSince),
    rule_posts: posts,
    rule_reports: reports,
    rule_looked_at: new Date(nowMs),
  };
}

function msOf(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
