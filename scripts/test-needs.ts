import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Need = { what: string; programs: string[]; debianPackage: string };

export const REDIS: Need = {
  what: 'a real Redis',
  programs: ['redis-server'],
  debianPackage: 'redis-server',
};
export const CHROMIUM: Need = {
  what: 'a real browser',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debianPackage: 'chromium',
};

/** The path of the first of the programs that is on PATH. */
export function findProgram(programs: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Installs with apt what is not there, where that is allowed. Throws saying what to install otherwise.
 * The Redis service that Debian starts along with its package does not matter: tests start their own, on free ports.
 */
export function provide(needs: Need[]): void {
  const missing = needs.filter((need) => !findProgram(need.programs));
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.debianPackage);
  const asRoot = howToBeRoot();
  if (asRoot && findProgram(['apt-get'])) {
    console.log(`installing ${packages.join(' and ')} with apt …`);
    apt(asRoot, ['update']);
    apt(asRoot, ['install', '-y', '--no-install-recommends', ...packages]);
  }
  const still = missing.filter((need) => !findProgram(need.programs));
  if (still.length === 0) return;
  const lines = still.map((need) => `  ${need.what}: ${need.programs.join(' or ')} on PATH`);
  throw new Error(
    `The tests need programs that are not here and that this user may not install:\n${lines.join('\n')}\n` +
      `On Debian or Ubuntu: sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  );
}

/** The words to put before a command so that it runs as root; undefined where that takes a password. */
function howToBeRoot(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function apt(asRoot: string[], args: string[]): void {
  const [program = 'env', ...rest] = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    ...args,
  ];
  try {
    execFileSync(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 100_000_000 });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    console.log(`apt-get ${args[0]} failed:\n${output.split('\n').slice(-15).join('\n')}`);
  }
}
