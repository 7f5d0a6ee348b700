import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

test('names every setting that cannot be used at once', () => {
  const faults = () =>
    readConfig({ PORT: 'http', CITY: 'atlantis', ROLE: 'boss', DATABASE_URL: 'mysql://db', TILE_URL: 'x' });
  expect(faults).toThrow(ConfigError);
  for (const name of ['PORT', 'CITY', 'ROLE', 'DATABASE_URL', 'TILE_URL'])
    expect(faults).toThrow(new RegExp(`^  ${name}: `, 'm'));
  expect(faults).toThrow(/CITY: .*"tangerang"/);
});

test('takes an empty setting as an unset one', () => {
  const { port, city, databaseUrl } = readConfig({ PORT: '', CITY: '', DATABASE_URL: '' });
  expect({ port, city, databaseUrl }).toEqual({ port: 8080, city: 'tangerang', databaseUrl: null });
});
