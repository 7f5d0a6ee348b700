import { randomInt } from 'node:crypto';

/** Without 0 O 1 I L U: read out over the telephone, none is taken for another, and no word is spelt. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** A code under which a citizen can ask after their report: ten characters, as good as impossible to guess. */
export function makeTrackingCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
