/** Keys under which forms carry a citizen's national id number. */
const NIK_KEY = /(^|[_-]|no)(nik|ktp)([_-]|$)|^(nik|ktp)/i;
/** An NIK is sixteen digits. */
const NIK = /(?<!\d)\d{16}(?!\d)/g;
const REPLACEMENT = '[NIK]';

/** The text with every national id number (NIK) blanked out. */
export function withoutNik(text: string): string {
  return text.replace(NIK, REPLACEMENT);
}

/** The same value without any national id number, in texts, numbers or fields named after it. */
export function dropNik(value: unknown): unknown {
  if (typeof value === 'string') return withoutNik(value);
  if (typeof value === 'number') return withoutNik(String(value)) === REPLACEMENT ? REPLACEMENT : value;
  if (Array.isArray(value)) return value.map(dropNik);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NIK_KEY.test(key))
      .map(([key, inner]) => [key, dropNik(inner)]),
  );
}
