import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateAnswers } from '../server/understand/evaluate.ts';
import { loadCityPack } from '../shared/city/packs.ts';
import { describeEvaluation } from './eval-router/describe.ts';
import { ExamplesError, readExamples } from './eval-router/read-examples.ts';
import { type Route, shippedRouter, trainRouter } from './eval-router/routers.ts';

const USAGE = `Usage: npm run eval:router -- [--train a.csv] --test b.csv

Columns text and department. With --train a router learns from that file; without, the one a city starts with is tested.`;

/** Tests a router on complaints whose departments are known. Answers the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' } } });
  if (values.test === undefined) {
    console.error(USAGE);
    return 2;
  }
  const pack = loadCityPack(process.env.CITY || 'tangerang');
  const test = await readExamples(fromTyped(values.test));
  let route: Route;
  if (values.train === undefined) {
    route = shippedRouter(pack, [...new Set(test.map(({ department }) => department))]);
    console.log(`the model that ${pack.name} starts with`);
  } else {
    const examples = await readExamples(fromTyped(values.train));
    const trained = trainRouter(pack, examples);
    route = trained.route;
    console.log(`trained on ${examples.length} texts in ${trained.seconds.toFixed(1)} s`);
  }
  const answered = test.map(({ text, department }) => ({ label: department, ranked: route(text) }));
  console.log(describeEvaluation(evaluateAnswers(answered)));
  return 0;
}

/** npm runs scripts in the project's folder; the path was typed in INIT_CWD. */
function fromTyped(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof ExamplesError || (error instanceof TypeError && 'code' in error)) {
    console.error(error.message);
    process.exitCode = 2;
  } else throw error;
}
