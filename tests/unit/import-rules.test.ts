import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkImports, type ImportCheck } from '../../scripts/rules.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/** A small house in which every rule is broken exactly where its name says. */
const BROKEN: Record<string, [from: string, to: string]> = {
  'imports-resolve': ['server/health/health.ts', './gone.ts'],
  'shared-is-pure': ['shared/ticket/ticket.ts', 'node:fs'],
  'server-never-client': ['server/health/view.ts', '../../client/ui/button.tsx'],
  'client-never-server': ['client/ui/load.ts', '../../server/tickets/ticket-commands.ts'],
  'house-never-scripts-or-tests': ['server/health/try.ts', '../../scripts/demo.ts'],
  'server-runs-without-dev-dependencies': ['server/health/build.ts', 'only-dev'],
  'main-is-the-root': ['server/health/root.ts', '../main.ts'],
  'foundation-knows-no-feature': ['server/platform/clock.ts', '../tickets/ticket-commands.ts'],
  'tickets-know-no-feature': ['server/tickets/route.ts', '../intake/receive.ts'],
  'channels-go-through-intake': ['server/channels/whatsapp/routes.ts', '../../tickets/ticket-commands.ts'],
  'intake-knows-no-channel': ['server/intake/sweep.ts', '../channels/laksa/parse.ts'],
  'only-main-imports-realtime-and-sla': ['server/pipeline/process.ts', '../realtime/gateway.ts'],
  'screens-never-each-other': ['client/wall/wall-screen.tsx', '../desk/desk-screen.tsx'],
  'client-rooms-know-no-screen': ['client/live/board.ts', '../desk/desk-screen.tsx'],
  'app-is-the-root-of-the-client': ['client/desk/again.tsx', '../app.tsx'],
};

const INNOCENT: Record<string, string> = {
  'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }',
  'package.json': '{ "devDependencies": { "only-dev": "1.0.0" } }',
  'node_modules/only-dev/package.json': '{ "name": "only-dev", "version": "1.0.0", "main": "index.js" }',
  'node_modules/only-dev/index.js': 'module.exports = {}',
  'scripts/demo.ts': 'export type A = 1;',
  'server/main.ts': "import type { A } from './realtime/gateway.ts';\nexport type B = A;",
  'server/realtime/gateway.ts': "import type { A } from '../tickets/ticket-commands.ts';\nexport type B = A;",
  'server/tickets/ticket-commands.ts': "import type { A } from '../database/connect.ts';\nexport type B = A;",
  'server/database/connect.ts': 'export type A = 1;',
  'server/intake/receive.ts': "import type { A } from '../queue/queue.ts';\nexport type B = A;",
  'server/queue/queue.ts': 'export type A = 1;',
  'server/channels/laksa/parse.ts': "import type { A } from '../../intake/receive.ts';\nexport type B = A;",
  'client/app.tsx': "import type { A } from './desk/desk-screen.tsx';\nexport type B = A;",
  'client/desk/desk-screen.tsx':
    "import type { A } from '../ui/button.tsx';\nexport const Screen = () => <b>{1 as unknown as A}</b>;",
  'client/ui/button.tsx': 'export type A = 1;',
  'server/insight/one.ts': "import type { B } from './two.ts';\nexport type A = B;",
  'server/insight/two.ts': "import type { A } from './one.ts';\nexport type B = A;",
};

const folder = await makeTempFolder();
let check: ImportCheck;

beforeAll(async () => {
  const files = { ...INNOCENT };
  for (const [rule, [from, to]] of Object.entries(BROKEN)) {
    // Types of a development dependency may be imported: they are gone when the server runs.
    const kind = rule === 'server-runs-without-dev-dependencies' ? '' : 'type ';
    files[from] = `import ${kind}{ A } from '${to}';\nexport type B = typeof A;`;
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
  check = await checkImports(folder.path, ['shared', 'server', 'client', 'scripts']);
});
afterAll(() => folder.remove());

test.each(Object.keys(BROKEN))('%s catches the file that breaks it, and no other', (rule) => {
  const caught = check.violations.filter((violation) => violation.rule === rule);
  expect(caught.map((violation) => violation.from)).toEqual([BROKEN[rule]?.[0]]);
});

test('no-circles catches a circle of types', () => {
  const circles = check.violations.filter((violation) => violation.rule === 'no-circles');
  expect(circles.map((violation) => violation.from)).toContain('server/insight/one.ts');
});

test('every rule of the configuration is tried here', () => {
  const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: { name: string }[];
  };
  const names = config.forbidden.map((rule) => rule.name).sort();
  expect([...Object.keys(BROKEN), 'no-circles'].sort()).toEqual(names);
});
