import { sql } from 'kysely';
import type { WordAccuracy } from '../../shared/wire/learning.ts';
import type { Database } from '../database/connect.ts';
import { type Asked, decidedTickets } from './decided-tickets.ts';

const WORDS_TOLD = 20;
const WORDS_LOOKED_AT = 200;
/** A word that came up on fewer corrected tickets says something of those who wrote it, and nothing of words. */
const LEAST_CORRECTED = 3;
/** A word that no pack has may be somebody's name; what so many people wrote is not one writer's own. */
const LEAST_PERSONS = 3;

/**
 * The words that most often spoke for a department that turned out to be another. Only words that the city is known to
 * have (`vocabulary`) or that several people wrote, and none with a figure in it: no name, no number of a citizen.
 */
export async function readCorrectedWords(
  db: Database,
  asked: Asked,
  vocabulary: ReadonlySet<string>,
): Promise<WordAccuracy[]> {
  const { rows } = await sql<WordAccuracy>`
    with decided as (${decidedTickets(asked)}), word as (
      select distinct decided.id, said <> was as corrected, regexp_replace(ground, ' [+-][0-9.]+$', '') as word
      from decided, jsonb_array_elements_text(coalesce(because, '[]')) as ground where ground ~ ' [+-][0-9.]+$'
    )
    select word, count(*)::int as decided, (count(*) filter (where corrected))::int as corrected from word
    group by word having count(*) filter (where corrected) >= ${LEAST_CORRECTED}
    order by corrected desc, decided, word limit ${WORDS_LOOKED_AT}`.execute(db);
  const words = rows.filter(({ word }) => !/\p{N}/u.test(word));
  const isKnown = ({ word }: WordAccuracy) => word.split(' ').every((one) => vocabulary.has(one));
  const strange = words.filter((one) => !isKnown(one)).map(({ word }) => word);
  const shared = strange.length > 0 ? await findShared(db, asked, strange) : new Set();
  return words.filter((one) => isKnown(one) || shared.has(one.word)).slice(0, WORDS_TOLD);
}

/** Those of the words that enough different people wrote on the tickets that were decided. */
async function findShared(db: Database, asked: Asked, words: readonly string[]): Promise<Set<string>> {
  // Words are letters and spaces: nothing in them means anything else in a pattern.
  const { rows } = await sql<{ word: string }>`
    with decided as (${decidedTickets(asked)})
    select word from unnest(${words}::text[]) as word
    join decided on decided.because::text ~ ('"' || word || ' [+-]')
    join report on report.ticket_id = decided.id
      and lower(report.text) ~ ('(^|[^[:alnum:]])' || word || '([^[:alnum:]]|$)')
    group by word
    having count(distinct person_of(report.channel, report.reporter)) >= ${LEAST_PERSONS}`.execute(db);
  return new Set(rows.map(({ word }) => word));
}
