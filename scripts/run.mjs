// Sets the clone up, then runs a TypeScript file on the pinned Node. Plain JavaScript for any Node from 18 on.
//
//   node scripts/run.mjs [--no-client] [--node-option …] <script.ts> [arguments]

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { explainAndExit, PINNED_NODE, setUp } from './setup.mjs';

const args = process.argv.slice(2);
const client = args[0] !== '--no-client';
if (!client) args.shift();

/** Passes signals on and ends as the program ends. */
function run() {
  const child = spawn(PINNED_NODE, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A Ctrl-C goes to the whole group of the terminal: passed on, the program would get it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.on('error', explainAndExit);
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** An npm that was killed passes nothing on; the program would go on and hold its port and its data. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 250);
}

setUp({ client }).then(run, explainAndExit);
