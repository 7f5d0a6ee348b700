import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** A complaint of a file with the department it belongs to. */
export type LabelledText = { text: string; department: string };

/** A file that cannot be read as complaints; the message names the file and what is wrong with it. */
export class ExamplesError extends Error {}

/**
 * Reads a CSV with the columns `text` and `department` (others are ignored; `,` or `;` between them, UTF-8 with or
 * without a byte order mark). Rows without a text or a department are left out. Throws ExamplesError for a file that
 * cannot be read, has not both columns, or has no row left.
 */
export async function readExamples(path: string): Promise<LabelledText[]> {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ExamplesError(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  });
  const rows = parseRows(content, path);
  const missing = ['text', 'department'].filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length > 0) throw new ExamplesError(`${path} has no column ${missing.join(' and no column ')}`);
  const kept = rows
    .map(({ text = '', department = '' }) => ({ text: text.trim(), department: department.trim() }))
    .filter(({ text, department }) => text !== '' && department !== '');
  if (kept.length === 0) throw new ExamplesError(`${path} has no row with a text and a department`);
  return kept;
}

function parseRows(content: string, path: string): Record<string, string>[] {
  const [header = ''] = content.split('\n', 1);
  try {
    return parse(content, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: header.includes(';') && !header.includes(',') ? ';' : ',',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new ExamplesError(`${path} is no CSV: ${error instanceof Error ? error.message : error}`);
  }
}
