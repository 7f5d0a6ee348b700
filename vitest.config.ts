import { defineConfig } from 'vitest/config';

type Project = { name: string; timeoutMs: number; postgres: boolean; screens?: boolean; order: number };

/** Light projects share the cores; those that start whole servers and browsers come after, one file at a time. */
const projects: Project[] = [
  { name: 'unit', timeoutMs: 10_000, postgres: false, order: 0 },
  { name: 'contract', timeoutMs: 30_000, postgres: true, order: 0 },
  { name: 'api', timeoutMs: 30_000, postgres: true, order: 0 },
  { name: 'flow', timeoutMs: 60_000, postgres: true, order: 0 },
  { name: 'screen', timeoutMs: 120_000, postgres: true, screens: true, order: 1 },
  { name: 'e2e', timeoutMs: 120_000, postgres: true, screens: true, order: 1 },
  { name: 'chaos', timeoutMs: 240_000, postgres: true, order: 2 },
];

export default defineConfig({
  test: {
    projects: projects.map(({ name, timeoutMs, postgres, screens = false, order }) => ({
      oxc: { jsx: { runtime: 'automatic' as const } },
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        testTimeout: timeoutMs,
        // Screens take their time on a busy machine; the default of a second would judge the machine.
        expect: { poll: { timeout: timeoutMs / 2 } },
        hookTimeout: 60_000,
        globalSetup: [
          ...(postgres ? ['tests/support/global-setup.ts'] : []),
          ...(screens ? ['tests/support/build-screens.ts'] : []),
        ],
        fileParallelism: order === 0,
        sequence: { groupOrder: order },
      },
    })),
  },
});
