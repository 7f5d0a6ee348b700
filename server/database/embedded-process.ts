import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readlinkSync, statSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DatabaseLog } from './database-log.ts';
import type { EmbeddedHome } from './embedded-home.ts';

const STOP_TIMEOUT_MS = 15_000;
const START_TIMEOUT_MS = 60_000;
const LOG_KEPT_BYTES = 10_000_000;

/** Settings for a small machine; durability (fsync, synchronous_commit, full_page_writes) stays as PostgreSQL has it. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Three I/O workers are three processes that a machine of two cores does not need.
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // A server that lost its client by kill -9 in mid-query should notice.
  client_connection_check_interval: '5s',
};

/** Starts postgres on the port and waits until it takes connections; rejects with the end of its log if it dies. */
export async function launchPostgres(
  place: EmbeddedHome,
  port: number,
  extra: Record<string, string>,
): Promise<ChildProcess> {
  const logFile = join(place.home, 'postgres.log');
  const keep = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const output = openSync(logFile, keep > LOG_KEPT_BYTES ? 'w' : 'a', 0o600);
  const settings = { ...SETTINGS, ...extra, port: String(port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: a Ctrl-C in the terminal reaches the server alone, which stops its database last.
  const child = spawn(join(place.native, 'bin/postgres'), ['-D', join(place.home, 'data'), ...args], {
    ...place.runAs,
    cwd: place.home,
    detached: true,
    stdio: ['ignore', output, output],
    env: { LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(output);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await isReady(place.home, child.pid))) {
    if (failure) throw failure;
    if (hasExited(child)) throw new Error(`PostgreSQL did not start:\n${await endOfLog(logFile)}`);
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL was not ready after ${START_TIMEOUT_MS / 1000} s, see ${logFile}`);
    }
    await delay(10);
  }
  return child;
}

/** Fast shutdown: sessions end, nothing committed is lost. Immediate shutdown where that takes too long. */
export async function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined) await stopProcess(child.pid, async () => !hasExited(child));
}

async function stopProcess(pid: number, isRunning: () => Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!(await isRunning())) return;
    send(pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (!(await isRunning())) return;
      await delay(10);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

/**
 * Clears what a killed server left in the data folder: stops the postgres that still runs on it, or removes a
 * stale postmaster.pid whose number another process has by now. Call it only while holding the folder's lock.
 */
export async function clearOrphan(data: string, log: DatabaseLog): Promise<void> {
  const lockFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (await isPostgresOn(pid, data)) {
    log.warn({ pid }, 'stopping the database that a killed server left running');
    return stopProcess(pid, () => isPostgresOn(pid, data));
  }
  log.warn({ pid }, 'the last server was killed: the database recovers');
  await rm(lockFile, { force: true });
}

/** postgres works in its data folder, so its working folder says whose it is. */
async function isPostgresOn(pid: number, data: string): Promise<boolean> {
  if (!send(pid, 0)) return false;
  const folder = await realpath(data);
  try {
    if (process.platform === 'linux') {
      const command = await readFile(`/proc/${pid}/comm`, 'utf8');
      return command.trim() === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder;
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
    return stdout.includes('postgres') && (stdout.includes(folder) || stdout.includes(data));
  } catch {
    return false;
  }
}

/** The eighth line of postmaster.pid is the status, written by postgres for pg_ctl (src/include/utils/pidfile.h). */
async function isReady(home: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(join(home, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function endOfLog(logFile: string): Promise<string> {
  return (await readFile(logFile, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n');
}
