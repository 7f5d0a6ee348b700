import type { ChangeKind } from '../../../shared/city/change.ts';
import { CHANGE_VALUES } from '../../../shared/city/change.ts';
import type { Control, Field } from './fields.ts';
import { readHours, readLines, readPhrases, readWords, writeHours, writeWords } from './texts.ts';

/** What a form holds: texts by path, as people type them. */
export type Draft = Record<string, string | boolean | string[]>;

/** The texts of a value, for these fields. */
export function draftOf(value: unknown, fields: readonly Field[]): Draft {
  return Object.fromEntries(fields.map(({ path, control }) => [path, write(control, valueAt(value, path))]));
}

/**
 * The value that a draft makes of the one it began with, and what is wrong with it by the schema that the server has,
 * path by path. What the form does not show stays as it is.
 */
export function readDraft(
  kind: ChangeKind,
  before: unknown,
  draft: Draft,
  fields: readonly Field[],
): { value: unknown; errors: Record<string, FieldError> } {
  const value = structuredClone(before) as Record<string, unknown>;
  for (const { path, control } of fields) put(value, path, read(control, draft[path]));
  if (kind === 'category') {
    value.match = tidyMatch(value.match);
    value.slaByPriority = tidyTargets(value.slaByPriority);
  }
  const result = CHANGE_VALUES[kind].safeParse(value);
  if (result.success) return { value: result.data, errors: {} };
  const errors: Record<string, FieldError> = {};
  for (const { path, code } of result.error.issues) {
    const full = path.join('.');
    const own = fields.find((one) => full === one.path || full.startsWith(`${one.path}.`))?.path ?? full;
    errors[own] ??= code === 'custom' ? 'order' : code;
  }
  return { value, errors };
}

/** Codes of zod, and `order` for values that do not go together. */
export type FieldError = string;

function write(control: Control, value: unknown): string | boolean | string[] {
  if (control === 'check') return value === true;
  if (control === 'uses') return value as string[];
  if (control === 'percent') return String(Math.round(Number(value) * 100));
  if (control === 'words') return writeWords(value as Parameters<typeof writeWords>[0]);
  if (control === 'week') return (value as Parameters<typeof writeHours>[0][]).map(writeHours);
  if (control === 'dates' || control === 'patterns') return (value as string[]).join('\n');
  return value === null || value === undefined ? '' : String(value);
}

function read(control: Control, text: Draft[string] | undefined): unknown {
  if (Array.isArray(text)) return control === 'week' ? text.map(readHours) : text;
  if (typeof text !== 'string') return text;
  if (control === 'number' || control === 'minutes') return readNumber(text);
  if (control === 'percent') return (readNumber(text) ?? Number.NaN) / 100;
  if (control === 'words') return readWords(text);
  if (control === 'dates') return readLines(text);
  if (control === 'patterns') return readPhrases(text);
  if (control === 'calendar' || control === 'any-department' || control === 'any-category')
    return text === '' ? null : text;
  return text;
}

function readNumber(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));
}

function tidyMatch(match: unknown): unknown {
  const { radiusM, windowMin } = (match ?? {}) as { radiusM?: number; windowMin?: number };
  return radiusM === undefined && windowMin === undefined ? null : { radiusM, windowMin };
}

/** Without the priorities for which nothing was typed in. */
function tidyTargets(targets: unknown): unknown {
  const filled = Object.entries((targets ?? {}) as Record<string, object>).filter(([, own]) =>
    Object.values(own).some((minutes) => minutes !== undefined),
  );
  return Object.fromEntries(filled);
}

export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);
}

function put(value: Record<string, unknown>, path: string, part: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inner = value;
  for (const name of names) {
    inner[name] ??= {};
    inner = inner[name] as Record<string, unknown>;
  }
  inner[last] = part;
}
