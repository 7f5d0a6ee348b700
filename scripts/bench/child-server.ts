import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Node's options in `npm start`. */
const AS_STARTED = ['--max-semi-space-size=8'];
const READY = /^ready (http\S+)/;

export type ChildServer = { url: string; pid: number; stop(): Promise<void> };

/** Starts a server script in a process of its own and waits for its `ready http://…` line. Throws with its output when it ends first. */
export async function startChildServer(
  file: string,
  environment: Record<string, string>,
): Promise<ChildServer> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, [...AS_STARTED, file], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    url = READY.exec(line)?.[1];
    if (url !== undefined) break;
  }
  if (url === undefined || child.pid === undefined)
    throw new Error(`${file} did not start:\n${lines.join('\n')}`);
  child.stdout.resume();
  return {
    url,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
