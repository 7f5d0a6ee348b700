/** Shorter ones are service numbers (112, 110) or extensions, which have no country. */
const SHORTEST_SUBSCRIBER = 7;
/** ITU-T E.164: at most 15 digits after the `+`. */
const LONGEST = 15;

/**
 * A telephone number as E.164 (`+62811…`) where that can be told from how exchanges, handsets and people write
 * it; otherwise as received, trimmed. `callingCode` is the country's, without `+`.
 */
export function normalisePhone(number: string, callingCode: string): string {
  const given = number.trim();
  const compact = given.replace(/^(?:tel|sip):/i, '').replace(/[\s().\-/]/g, '');
  const match = /^(\+|00)?(\d+)$/.exec(compact);
  const digits = match?.[2];
  if (!match || digits === undefined) return given;
  const international = toInternational(digits, match[1] !== undefined, callingCode);
  const isWhole = international !== null && international.length <= LONGEST;
  return isWhole ? `+${international}` : given;
}

function toInternational(digits: string, hasPrefix: boolean, callingCode: string): string | null {
  if (digits.length < SHORTEST_SUBSCRIBER) return null;
  if (hasPrefix) {
    // `+62 0811` is how people write it who keep the zero.
    const trunk = `${callingCode}0`;
    return digits.startsWith(trunk) ? callingCode + digits.slice(trunk.length) : digits;
  }
  if (digits.startsWith('0')) return callingCode + digits.slice(1);
  return digits.startsWith(callingCode) ? digits : callingCode + digits;
}

/** Groups of a number that are shown to those who may not call it: `+62811234293` as `+62 811-****-293`. */
export function maskPhone(number: string): string {
  const [, country = '', area = '', last = ''] = /^\+(\d{2})(\d{3})\d+(\d{3})$/.exec(number) ?? [];
  if (country !== '') return `+${country} ${area}-****-${last}`;
  return number.replace(/\d(?=\d{2})/g, '*');
}
