import { parseArgs } from 'node:util';
import type { z } from 'zod';

/** What was typed cannot be used; `faults` are sentences, one for each thing that is wrong. */
export class ArgumentsError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'ArgumentsError';
    this.faults = faults;
  }
}

/**
 * Reads `--name value` options by a schema whose fields are the options' names. All faults at once: options that
 * are unknown, have no value, are missing, or have a value that will not do. Throws `ArgumentsError`.
 */
export function readOptions<Shape extends z.ZodRawShape>(
  args: string[],
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const faults = positionals.map((word) => `"${word}" belongs to no option`);
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!names.includes(name)) faults.push(`--${name} is unknown`);
    else if (typeof value === 'string') typed[name] = value;
    else faults.push(`--${name} needs a value`);
  }
  const result = schema.safeParse(typed);
  for (const { path, message } of result.error?.issues ?? []) {
    const name = String(path[0]);
    const given = Object.hasOwn(values, name);
    if (!given) faults.push(`--${name} is missing`);
    else if (Object.hasOwn(typed, name)) faults.push(`--${name}: ${message}`);
  }
  if (!result.success || faults.length > 0) throw new ArgumentsError(faults);
  return result.data;
}
