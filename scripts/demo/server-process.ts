import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../..');
const STOP_TIMEOUT_MS = 20_000;

export type ServerProcess = {
  /** Where it serves, from its `ready` line. */
  url: string;
  /** Resolves with the exit code, or the signal's name, when it ends by itself or is stopped. */
  ended: Promise<number | string>;
  /** Asks it to shut down; kills it when it takes too long. */
  stop(): Promise<void>;
};

/**
 * Starts the server as a process of its own, its output passed on, and resolves when it prints `ready`.
 * It is in a process group of its own, so that a Ctrl-C reaches the demo alone, and ends when the demo does.
 * Rejects when it ends before it is ready.
 */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const preload = join(import.meta.dirname, 'end-with-parent.ts');
  const child = spawn(process.execPath, ['--import', preload, join(ROOT, 'server/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as number | string);
  const url = await Promise.race([
    readyLine(child),
    ended.then((how) => {
      throw new Error(`The server ended before it was ready (${how}).`);
    }),
  ]);
  return { url, ended, stop: () => stop(child, ended) };
}

/** Passes every line on; resolves with the address of the first `ready http://…`. */
function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`);
      const ready = /^ready (https?:\/\/\S+)$/.exec(line);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
  });
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
