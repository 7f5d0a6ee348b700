import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFaults } from '../../server/access/passwords.ts';

const EMAIL = 'budi.santoso@kota.example';

test.each([
  'lima-kapal-berlayar',
  'ruang-kendali-112',
  'kuda laut biru 7',
  'v9$Kq2!mZr7#Lw',
  'ayam goreng pak haji',
])('takes %s', (password) => {
  expect(passwordFaults(password, EMAIL)).toEqual([]);
});

test.each([
  'password1234',
  'Password2026!',
  'P@ssw0rd12345',
  'passwordpassword',
  'admin1234567',
  'Adm1n1strator',
  'qwertyuiop12',
  'Qwerty123456',
  '123456789012',
  '987654321098',
  '1q2w3e4r5t6y',
  'zxcvbnm12345',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '121212121212',
  'indonesia2026',
  'rahasia12345',
  'iloveyou1234',
])('refuses %s: it would be guessed first', (password) => {
  expect(passwordFaults(password, EMAIL)).toEqual(['is one of the first that anyone would guess']);
});

test('refuses what contains the email, whatever its case', () => {
  for (const password of ['Budi.Santoso-112', `x ${EMAIL} x`, `${EMAIL.toUpperCase()}!`])
    expect(passwordFaults(password, EMAIL)).toEqual(['must not contain the email']);
});

test('says all that is wrong at once', () => {
  expect(passwordFaults('12345678', '12345678@kota.example')).toHaveLength(3);
});

test('counts characters, not code units', () => {
  expect(passwordFaults('🌧️🌊🚒', EMAIL)).toContain('must have at least 12 characters');
  expect(passwordFaults('x'.repeat(201), EMAIL)).toContain('must have at most 200 characters');
});

test('takes almost any random password, and never fails', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 0, maxLength: 210 }), fc.emailAddress(), (password, email) => {
      expect(Array.isArray(passwordFaults(password, email))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 40 }), (bytes) => {
      fc.pre(new Set(bytes).size > 6);
      expect(passwordFaults(`~${Buffer.from(bytes).toString('base64url')}~`, EMAIL)).toEqual([]);
    }),
  );
});
