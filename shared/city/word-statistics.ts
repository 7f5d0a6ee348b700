/**
 * What is known of the words of complaints by department, or by several departments that share them (the pack's
 * `departmentGroups`, or codes joined by `/`). `terms`: `<words> <complaints here> <complaints anywhere>`, separated by
 * commas; a term is one word or two in a row.
 */
export type WordStatistics = Record<string, { complaints: number; terms: string }>;

/** One term as counted: in how many complaints of the label, and of all. */
export type CountedTerm = { term: string; here: number; anywhere: number };

/** Reads the terms of one label. Throws, naming it, for an entry that is not `<words> <number> <number>`. */
export function parseTerms(terms: string): CountedTerm[] {
  return terms.split(',').map((entry) => {
    const words = entry.trim().split(/\s+/);
    const [here, anywhere] = words.slice(-2).map(Number);
    const term = words.slice(0, -2).join(' ');
    if (term === '' || !Number.isInteger(here) || !Number.isInteger(anywhere))
      throw new Error(`"${entry.trim()}" is no counted term`);
    return { term, here: here ?? 0, anywhere: anywhere ?? 0 };
  });
}
