import { expect, test } from 'vitest';
import { describeApi } from '../../server/api-docs/openapi.ts';
import { WHO_MAY } from '../support/who-may.ts';

const HTTP_METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** The description itself, and pages for people. */
const NOT_DESCRIBED = /^(USE |GET \/api\/(docs|openapi\.json)|GET \/\{\*path\})/;

/** The table of routes is complete: the policy walk compares it with the server. */
const served = Object.keys(WHO_MAY).filter((route) => !NOT_DESCRIBED.test(route));

test('the description has every route of the server, and nothing else', () => {
  const described = Object.entries(describeApi('Kota').paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => HTTP_METHODS.includes(key))
      .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(served.sort());
});

test('each parameter in a path is described', () => {
  for (const [path, item] of Object.entries(describeApi('Kota').paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { parameters = [] } = item as { parameters?: { name: string }[] };
    expect({ path, names: parameters.map(({ name }) => name) }).toEqual({ path, names });
  }
});
