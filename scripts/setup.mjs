// Makes a clone ready to run: plain JavaScript for any Node from 18 on, without dependencies, since none are
// there yet. Does nothing when there is nothing to do. Speaks on stderr only, so that the output of the command
// it runs for stays clean.
//
//   node scripts/setup.mjs [--no-client]

import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const MODULES = join(ROOT, 'node_modules');
const CLIENT = join(ROOT, 'dist/client');
const CLIENT_STAMP = join(ROOT, 'dist/client.stamp');
const CLIENT_SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];
const LOCK = join(ROOT, '.cache/setup.lock');
const LOCK_BEAT_MS = 1000;
const LOCK_STALE_MS = 15_000;

/** The Node that the project runs on, pinned as the npm package `node`. */
export const PINNED_NODE = join(MODULES, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What went wrong in words for the person at the terminal. */
export class SetupError extends Error {}

/**
 * Installs what package-lock.json says and builds the client, each only when needed.
 * @param {{ client: boolean }} what
 */
export async function setUp({ client }) {
  if (isInstalled() && !(client && clientStampIfStale())) return;
  await underLock(async () => {
    if (!isInstalled()) await install();
    const stamp = client && clientStampIfStale();
    if (stamp) await buildClient(stamp);
  });
}

/** Whether node_modules holds what package-lock.json names; npm keeps its own copy of the lock in there. */
export function isInstalled() {
  try {
    if (!existsSync(PINNED_NODE)) return false;
    const wanted = readJson(join(ROOT, 'package-lock.json')).packages;
    const installed = readJson(join(MODULES, '.package-lock.json')).packages;
    return Object.entries(wanted).every(([path, one]) => {
      const found = installed[path];
      // Optional packages of other platforms are not installed.
      if (!found) return path === '' || one.optional === true || one.peer === true;
      return found.version === one.version && found.integrity === one.integrity;
    });
  } catch {
    return false;
  }
}

async function install() {
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  await runStep('installing packages (npm ci)', [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    // A set NODE_ENV=production would leave out what builds the client.
    env: { ...process.env, NODE_ENV: '' },
    hint:
      'npm needs to reach its registry (https://registry.npmjs.org, or the one in your .npmrc): check the network\n' +
      'and a proxy, and that there is about 1 GB of free disk. Then start again.',
  });
  if (existsSync(PINNED_NODE)) return;
  throw new SetupError(
    'The packages are there, but the pinned Node is not: npm was told not to run install scripts\n' +
      '(ignore-scripts in your .npmrc). Run: npm rebuild --ignore-scripts=false',
  );
}

/** The stamp of the client's sources when the built client is not of them, else undefined. */
function clientStampIfStale() {
  const hash = createHash('sha256');
  for (const source of CLIENT_SOURCES) {
    for (const file of listFiles(join(ROOT, source))) {
      hash
        .update(relative(ROOT, file).split(sep).join('/'))
        .update('\0')
        .update(readFileSync(file))
        .update('\0');
    }
  }
  const stamp = hash.digest('hex');
  const built = existsSync(join(CLIENT, 'index.html')) && existsSync(CLIENT_STAMP);
  return built && readFileSync(CLIENT_STAMP, 'utf8') === stamp ? undefined : stamp;
}

/** Built beside its place and renamed, so that a server that runs meanwhile never serves half a client. */
async function buildClient(stamp) {
  const fresh = `${CLIENT}.${randomBytes(4).toString('hex')}`;
  const old = `${fresh}.old`;
  const vite = join(MODULES, 'vite/bin/vite.js');
  await runStep(
    'building the screens',
    [PINNED_NODE, vite, 'build', '--outDir', fresh, '--logLevel', 'warn'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
      hint: 'This is a fault in client/ or shared/, shown above.',
    },
  );
  if (existsSync(CLIENT)) renameSync(CLIENT, old);
  renameSync(fresh, CLIENT);
  writeFileSync(CLIENT_STAMP, stamp);
  rmSync(old, { recursive: true, force: true });
}

/** Runs a command with a line of progress; its output is shown only when it fails. */
function runStep(title, [command, ...args], { env, hint }) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  const live = process.stderr.isTTY;
  say(live ? `\r${title} …` : `${title} …\n`);
  const ticker = setInterval(() => live && say(`\r${title} … ${seconds()}`), 1000);
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) =>
      fail(new SetupError(`Cannot run ${command}: ${error.message}. Is npm installed?`)),
    );
    child.on('close', (code, signal) => {
      if (code === 0) {
        say(live ? `\r${title} … done in ${seconds()}\n` : `${title}: done in ${seconds()}\n`);
        return done();
      }
      fail(new SetupError(`\n${shorten(output)}\n\n${title} failed (${signal ?? `code ${code}`}).\n${hint}`));
    });
  }).finally(() => clearInterval(ticker));
}

/** The beginning, where npm says what is wrong, and the end, where a compiler does. */
function shorten(output) {
  const lines = output.trim().split('\n');
  return (lines.length <= 40 ? lines : [...lines.slice(0, 20), '…', ...lines.slice(-20)]).join('\n');
}

/**
 * One set-up at a time in a clone. The lock is a folder whose time its holder keeps fresh; one that is not fresh
 * was left by a killed set-up. It lies outside node_modules, which `npm ci` deletes.
 */
async function underLock(work) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  for (let told = false; !takeLock(); told = true) {
    if (!told) say('another set-up is running in this folder, waiting for it …\n');
    await new Promise((done) => setTimeout(done, 200));
  }
  const beat = setInterval(() => utimesSync(LOCK, new Date(), new Date()), LOCK_BEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(beat);
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function takeLock() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    if (Date.now() - statSync(LOCK).mtimeMs < LOCK_STALE_MS) return false;
    // Only one of those that wait can rename it.
    const stale = `${LOCK}.${randomBytes(4).toString('hex')}`;
    renameSync(LOCK, stale);
    rmSync(stale, { recursive: true, force: true });
  } catch {
    // Its holder finished, or another took it: look again.
  }
  return false;
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function say(text) {
  process.stderr.write(text);
}

/** Ends with a sentence instead of a stack for what the person can mend. */
export function explainAndExit(error) {
  say(error instanceof SetupError ? `${error.message}\n` : `${error?.stack ?? error}\n`);
  process.exit(1);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp({ client: !process.argv.includes('--no-client') }).catch(explainAndExit);
}
