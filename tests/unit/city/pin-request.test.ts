import { expect, test } from 'vitest';
import { pinRequestOf } from '../../../shared/city/pin-request.ts';
import { findPackFaults } from '../../../shared/city/validate-pack.ts';
import { smallCity } from '../../support/small-city.ts';

const city = { ...smallCity, pinRequest: { id: 'Mohon pin.', en: 'A pin, please.', su: 'Mangga pin.' } };

test('a reporter is asked in their language where the city has words in it, else in the city’s own', () => {
  expect(['en', 'en-GB', 'SU', 'nl', 'x', null].map((language) => pinRequestOf(city, language))).toEqual([
    ...['A pin, please.', 'A pin, please.', 'Mangga pin.'],
    ...['Mohon pin.', 'Mohon pin.', 'Mohon pin.'],
  ]);
  expect(pinRequestOf({ ...city, locale: 'en-SG' }, null)).toBe('A pin, please.');
});

test('a city without words of its own asks as any does', () => {
  expect(pinRequestOf(smallCity, null)).toContain('pin lokasi');
  expect(pinRequestOf(smallCity, 'en')).toContain('location pin');
});

test('words that nobody could be sent, or none in the city’s own language, are a fault of the pack', () => {
  expect(findPackFaults(city)).toEqual([]);
  expect(findPackFaults({ ...city, pinRequest: { en: 'A pin, please.' } })).toEqual([
    "pinRequest has no words in the city's own language (id-ID)",
  ]);
  const long = { ...city.pinRequest, en: 'pin '.repeat(300) };
  expect(findPackFaults({ ...city, pinRequest: long })).toEqual([
    'pinRequest in "en" is too long to be sent',
  ]);
});
