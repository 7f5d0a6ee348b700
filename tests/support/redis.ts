import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findFreePort } from './free-port.ts';
import { makeTempFolder } from './temp-folder.ts';
import { until } from './until.ts';

export type TestRedis = {
  /** redis://127.0.0.1:port, the same after kill and restart. */
  url: string;
  /** As a crash would: SIGKILL, nothing is flushed. */
  kill(): Promise<void>;
  /** Starts it again on its port and its append-only file; kills it first if it runs. */
  restart(): Promise<void>;
  /** Ends it and deletes its files. */
  stop(): Promise<void>;
};

/** Starts a real redis-server as a city would run it for BullMQ: append-only file, no eviction. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await makeTempFolder();
  const port = await findFreePort();
  let child = await launch(port, folder.path);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await launch(port, folder.path);
    },
    async stop() {
      await kill();
      process.off('exit', killAtExit);
      await folder.remove();
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', save: '' };
  const args = Object.entries({ ...settings, 'maxmemory-policy': 'noeviction' });
  const child = spawn(
    'redis-server',
    args.flatMap(([name, value]) => [`--${name}`, String(value)]),
    {
      stdio: 'ignore',
    },
  );
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  await until(
    () => {
      if (failure) throw failure;
      return answersPing(port);
    },
    { timeoutMs: 10_000, what: `redis-server on port ${port}` },
  );
  return child;
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      resolve(data.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
