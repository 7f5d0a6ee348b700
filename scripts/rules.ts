import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['shared', 'server', 'client', 'scripts', 'tests'];

export type ImportCheck = {
  /** How many files were read; none would mean that nothing was checked. */
  files: number;
  violations: { rule: string; from: string; to: string }[];
};

/** Checks the imports of the rooms in `folder` against .dependency-cruiser.cjs. */
export async function checkImports(folder: string, rooms: string[]): Promise<ImportCheck> {
  const cruise = promisify(execFile)(
    process.execPath,
    [
      `--import=${join(ROOT, 'scripts/rules/typescript-6.ts')}`,
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      `--config=${join(ROOT, '.dependency-cruiser.cjs')}`,
      '--output-type=json',
      ...rooms,
    ],
    { cwd: folder, maxBuffer: 100_000_000 },
  );
  // It ends with the number of violations as its code; the result is on stdout all the same.
  const { stdout } = await cruise.catch((error: { stdout: string; stderr: string }) => {
    if (!error.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${error.stderr}`);
    return error;
  });
  const { summary } = JSON.parse(stdout) as CruiseResult;
  return {
    files: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map((module) => module.name).join(' → ') : to,
    })),
  };
}

type CruiseResult = {
  summary: {
    totalCruised: number;
    violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[];
  };
};

async function main(): Promise<void> {
  const { files, violations } = await checkImports(ROOT, ROOMS);
  for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
  console.log(`import rules: ${violations.length} broken in ${files} files`);
  process.exitCode = violations.length || files === 0 ? 1 : 0;
}

if (import.meta.main) await main();
