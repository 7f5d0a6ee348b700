import type { ChangeKind } from '../../../shared/city/change.ts';
import type { AskedKey } from '../../../shared/text/id.ts';

/** How a field is typed in: what its control is, and so how its text becomes a value. */
export type Control =
  | 'text'
  | 'area'
  | 'number'
  | 'minutes'
  | 'percent'
  | 'check'
  | 'department'
  | 'any-department'
  | 'priority'
  | 'routing'
  | 'icon'
  | 'calendar'
  | 'words'
  | 'week'
  | 'dates'
  | 'uses'
  | 'patterns'
  | 'rule-priority'
  | 'any-category';

/** A field of a part's form. `path` leads to its place in the value (`sla.resolveMin`). */
export type Field = {
  path: string;
  label: AskedKey;
  hint?: AskedKey;
  control: Control;
  /** Fields of one group stand together below its name. */
  group?: AskedKey;
};

/** A page of the city's settings: the parts it lists, and what is edited of them. */
export type Tab = {
  path: string;
  text: AskedKey;
  why: AskedKey;
  kind: ChangeKind;
  /** Can new parts be made here? */
  adds: boolean;
  /** Can parts that were made here be taken away? */
  removes: boolean;
  fields: readonly Field[];
};

/** A field whose words are its label's. */
export const field = (path: string, control: Control, label: AskedKey, hint?: AskedKey): Field => ({
  path,
  control,
  label,
  ...(hint && { hint }),
});
