import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOfSources } from '../server/understand/first-model.ts';
import { examplesOfPack, trainModels } from '../server/understand/train-models.ts';
import { loadCityPack } from '../shared/city/packs.ts';

/** Trains the model that a city starts with from its pack, and writes it beside it. Run it after changing what it learns from. */
const pack = loadCityPack(process.env.CITY || 'tangerang');
const examples = examplesOfPack(pack);
const { models, checked } = trainModels(pack, examples, fingerprintOfSources(pack));
const path = join('shared', 'city', pack.id, 'first-model.json');
const content = `${JSON.stringify(models, null, 2)}\n`;
await writeFile(path, content);
console.log(`${examples.length} texts, ${Math.round(content.length / 1024)} kB → ${path}`);
console.log(checked);
