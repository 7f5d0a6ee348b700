import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const bin = (path: string) => join(ROOT, 'node_modules', path);

export type Check = { name: string; args: string[] };

/** What is checked without running the house: each is a JavaScript or TypeScript file and its arguments. */
const CHECKS: Record<string, Check[]> = {
  lint: [
    { name: 'lint and format (biome)', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'] },
  ],
  typecheck: [
    { name: 'types of the server', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
    { name: 'types of the client', args: [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.json'] },
  ],
  rules: [{ name: 'import rules (dependency-cruiser)', args: [join(ROOT, 'scripts/rules.ts')] }],
};

/** Runs the named kinds of checks, or all; shows a line for each and the output of those that fail. */
export async function runChecks(kinds = Object.keys(CHECKS)): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  const checks = kinds.flatMap((kind) => CHECKS[kind] ?? []);
  for (const check of checks) {
    const began = performance.now();
    const { code, output } = await runNode(check.args);
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${took})`);
    if (code === 0) continue;
    failed += 1;
    console.log(output);
  }
  return { passed: checks.length - failed, failed };
}

function runNode(args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

if (import.meta.main) {
  const kinds = process.argv.slice(2);
  const { failed } = await runChecks(kinds.length ? kinds : undefined);
  process.exitCode = failed ? 1 : 0;
}
