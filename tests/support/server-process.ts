import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { until } from './until.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'server/main.ts');
/** Ends the server when the test's own process is gone, however that ended. */
const PRELOAD = join(ROOT, 'scripts/demo/end-with-parent.ts');

export type ServerProcess = {
  /** The same through all restarts. */
  url: string;
  /** As a power cut would: SIGKILL. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again on its port; resolves when it serves. */
  start(): Promise<void>;
  /** SIGTERM, and resolves with the exit code. */
  stop(): Promise<number | null>;
  /** How the latest process ended, or null while it runs, with the end of what it printed. */
  state(): { ended: number | string | null; output: string };
};

/** The server as a process of its own, as a city runs it; `settings` are environment variables. */
export async function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const port = await findFreePort();
  let { child, output } = await launch(port, settings);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = await exited;
    return code as number | null;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async () => void (await end('SIGKILL')),
    start: async () => {
      ({ child, output } = await launch(port, settings));
    },
    stop: () => end('SIGTERM'),
    state: () => ({ ended: child.signalCode ?? child.exitCode, output: output() }),
  };
}

type Launched = { child: ChildProcess; output: () => string };

async function launch(port: number, settings: Record<string, string>): Promise<Launched> {
  const child = spawn(process.execPath, ['--import', PRELOAD, MAIN], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: '',
      REDIS_URL: '',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...settings,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const keep = (part: Buffer) => {
    output = `${output}${part.toString()}`.slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const died = once(child, 'exit').then(() => {
    throw new Error(`the server ended before it was ready:\n${output}`);
  });
  const ready = until(() => /^ready http/m.test(output), {
    timeoutMs: 45_000,
    what: 'the server’s ready line',
  });
  // Whichever of the two comes second is nobody's concern.
  ready.catch(() => undefined);
  died.catch(() => undefined);
  await Promise.race([ready, died]);
  return { child, output: () => output };
}
