import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { LearntModels, LearntPranks } from '../../shared/city/learnt-models.ts';
import { decodeModel } from '../understand/model/encode.ts';

/** Models as they are kept in a row. */
export function packModels(models: LearntModels): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return brotliCompressSync(Buffer.from(JSON.stringify(models)), { params });
}

/** The models of a row. Throws when they cannot be read, or their parts do not fit together. */
export function unpackModels(bytes: Buffer): LearntModels {
  const models = JSON.parse(brotliDecompressSync(bytes).toString()) as LearntModels;
  for (const model of [models.department, models.category, models.emergency, models.noise])
    decodeModel(model);
  if (!Number.isFinite(models.sureAt) || !Number.isFinite(models.emergencyAt))
    throw new Error('the models do not say from when on they are sure');
  if (models.pranks !== undefined && !isOfPranks(models.pranks))
    throw new Error('what was learnt of pranks cannot be read');
  return models;
}

function isOfPranks({ words, other }: LearntPranks): boolean {
  return [other, ...Object.values(words ?? { none: Number.NaN })].every(Number.isFinite);
}
