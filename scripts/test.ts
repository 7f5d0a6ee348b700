import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { CHROMIUM, provide, REDIS } from './test-needs.ts';

const ROOT = join(import.meta.dirname, '..');

type Count = { passed: number; failed: number; skipped: number };

/** `npm test`: the checks, then every test; `--quick`: the checks, unit and contract tests. */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  provide(quick ? [REDIS] : [REDIS, CHROMIUM]);
  const checks = await runChecks();
  const tests = await runVitest(quick ? ['--project=unit', '--project=contract'] : []);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  process.exitCode = failed ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`);
}

async function runVitest(args: string[]): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'live-room-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: ROOT, stdio: 'inherit' })
        .on('error', reject)
        .on('close', resolve);
    });
    const text = await readFile(report, 'utf8').catch(() => undefined);
    return countTests(text === undefined ? undefined : (JSON.parse(text) as Report), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** A file that could not be loaded, and an error outside of every test, are failures, too. */
function countTests(report: Report | undefined, code: number | null): Count {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
