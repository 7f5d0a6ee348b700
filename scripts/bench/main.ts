import { cpus } from 'node:os';
import { measureDoor } from './door.ts';
import { withEnvironment } from './environment.ts';
import { measureLive } from './live.ts';
import { measurePipeline } from './pipeline.ts';
import type { BenchRow } from './row.ts';

const parts = { door: measureDoor, pipeline: measurePipeline, live: measureLive };

const wanted = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  rows.push(...(await withEnvironment(measure)));
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
console.log(`\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
console.log('| what | value | floor | ratio | reach | |\n|---|---|---|---|---|---|');
for (const row of rows) {
  const { name, value, floor, unit, ratio, reach, reached, note } = row;
  console.log(
    `| ${name}${note ? ` (${note})` : ''} | ${figure(value)} ${unit} | ${figure(floor)} ${unit} | ${ratio.toFixed(2)} | ${reach} | ${reached ? 'yes' : 'NO'} |`,
  );
}
process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
