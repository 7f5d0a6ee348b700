import { describe, expect, test } from 'vitest';
import { LOCATION_SOURCES, type LocationSource } from '../../../shared/report/report.ts';
import { isBetterPlace } from '../../../shared/ticket/contribution.ts';

const at = (source: LocationSource, accuracyM: number | null) => ({
  ...{ lat: -6.17, lng: 106.63, kelurahan: null, kecamatan: null },
  ...{ source, accuracyM },
});
/** A pin as WhatsApp sends it: how far off it may be nobody says. */
const PIN = { source: 'pin' as const, accuracyM: null };
const replaces = (source: LocationSource, accuracyM: number | null) =>
  isBetterPlace(at(source, accuracyM), PIN);

describe('a pin without an error of its own', () => {
  test('is the place where there was none, or only one that words name, however exactly', () => {
    expect(isBetterPlace(null, PIN)).toBe(true);
    for (const accuracyM of [5, 300, 5000, null]) expect(replaces('words', accuracyM)).toBe(true);
  });

  test('never replaces an operator’s place or a handset’s own, however vague', () => {
    for (const accuracyM of [5, 300, 5000, null]) {
      expect(replaces('operator', accuracyM)).toBe(false);
      expect(replaces('aml', accuracyM)).toBe(false);
      expect(replaces('pin', accuracyM)).toBe(false);
    }
  });

  test('replaces what an exchange says, and is not replaced by it', () => {
    for (const accuracyM of [300, 5000, null]) {
      expect(replaces('exchange', accuracyM)).toBe(true);
      expect(isBetterPlace(at('pin', null), at('exchange', accuracyM))).toBe(false);
    }
  });
});

test('of two places never each is better than the other', () => {
  const places = LOCATION_SOURCES.filter((source) => source !== 'operator').flatMap((source) =>
    [5, 900, 5000, null].map((accuracyM) => at(source, accuracyM)),
  );
  for (const one of places)
    for (const other of places) expect(isBetterPlace(one, other) && isBetterPlace(other, one)).toBe(false);
});
