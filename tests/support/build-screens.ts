import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the screens where they are not of today's sources, as every command of the project does. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/setup.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
