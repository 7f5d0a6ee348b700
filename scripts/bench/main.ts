import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureDesk } from './desk.ts';
import { measureDoor } from './door.ts';
import { withEnvironment } from './environment.ts';
import { measureInsight } from './insight.ts';
import { measureLive } from './live.ts';
import { measureLiveLatency } from './live-latency.ts';
import { measureMatching } from './matching.ts';
import { measurePageWeights } from './page-weights.ts';
import { measurePipeline } from './pipeline.ts';
import type { BenchRow } from './row.ts';
import { measureUnderstanding } from './understand.ts';
import { measureWallFrames } from './wall-frames.ts';

// npm run bench [-- latency door pipeline understand matching live weights wall desk insight] [-- --save]: all parts or some; --save puts the table into the document.

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENT = join(ROOT, 'docs', 'performance.md');
const TABLE = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;

// At rest is measured first: those under load leave this process and the disk with tidying up to do.
const parts = {
  latency: measureLiveLatency,
  door: measureDoor,
  pipeline: measurePipeline,
  understand: measureUnderstanding,
  matching: measureMatching,
  live: measureLive,
  weights: measurePageWeights,
  wall: measureWallFrames,
  desk: measureDesk,
  insight: measureInsight,
};

const wanted = process.argv.slice(2).filter((word) => word !== '--save');
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  rows.push(...(await withEnvironment(measure)));
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const table = [
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  '',
  '| what | value | floor | ratio | asked | reached |',
  '|---|---|---|---|---|---|',
  ...rows.map(({ name, value, floor, unit, ratio, reach, reached, note }) => {
    const what = note ? `${name} (${note})` : name;
    return `| ${what} | ${figure(value)} ${unit} | ${figure(floor)} ${unit} | ${ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2)} | ${reach} | ${reached ? 'yes' : 'no'} |`;
  }),
].join('\n');
console.log(`\n${table}`);
if (process.argv.includes('--save')) {
  const document = await readFile(DOCUMENT, 'utf8');
  await writeFile(DOCUMENT, document.replace(TABLE, `$1\n${table}\n\n$2`));
  // As the lint wants its tables.
  execFileSync(join(ROOT, 'node_modules', '.bin', 'biome'), ['format', '--write', DOCUMENT], { cwd: ROOT });
}
process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
