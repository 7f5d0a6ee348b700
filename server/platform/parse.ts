import type { z } from 'zod';
import { invalid } from './errors.ts';

/** The value as the schema's type; throws the 400 that names every field that could not be read. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value ?? {});
  if (!result.success) throw invalid(result.error);
  return result.data;
}
