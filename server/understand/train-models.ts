import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LearntModels } from '../../shared/city/learnt-models.ts';
import { encodeModel } from './model/encode.ts';
import { type CrossChecked, type Example, trainModel } from './model/train-model.ts';
import { createNoisePrior, NOISE_LABELS } from './noise/judge-noise.ts';
import { createListPrior, createPrior } from './prior.ts';
import { createUrgencyPrior, EMERGENCY_LABELS } from './urgency/emergency.ts';
import { createReadWords } from './words/read-words.ts';

/** A report of which is known what it was. `null`: not known of this one. */
export type LearningExample = {
  text: string;
  channel: string | null;
  department: string;
  category: string | null;
  urgent: boolean | null;
  /** How much it counts beside one of the pack's own texts (1). */
  weight?: number;
};

export type Trained = { models: LearntModels; checked: { department: CrossChecked; category: CrossChecked } };

/** What the pack itself has to learn from: its training texts, with the department of each one's category. */
export function examplesOfPack({ categories, training = [] }: CityPack): LearningExample[] {
  const byCode = new Map(categories.map((category) => [category.code, category]));
  return training.flatMap(({ text, category: code, urgent }) => {
    const category = byCode.get(code);
    if (category === undefined) return [];
    // Of what is pressing anyway only its own mark tells whether it is an emergency now.
    const calm = category.priority === 'normal' || category.priority === 'low';
    return [
      {
        text,
        channel: null,
        department: category.departmentCode,
        category: code,
        urgent: urgent ?? (calm ? false : null),
      },
    ];
  });
}

/** Most features that are learnt, and that are kept of each model: what says most. Small enough to hand around. */
const MOST_LEARNT = 60_000;
const MOST_KEPT = { department: 20_000, category: 8_000, emergency: 8_000, noise: 4_000 };

/** Nothing below is taken for an emergency, and everything above is. */
const DOUBTFUL = 0.06;
const CERTAIN = 0.3;

/** Learns whose a report is, what it is about and whether it is an emergency. Some seconds of work for one processor. */
export function trainModels(pack: CityPack, examples: readonly LearningExample[], version: string): Trained {
  const readWords = createReadWords(pack.spelling);
  const idle = [...(pack.noise?.texts ?? []), ...pack.emptyTexts];
  const followUps = pack.noise?.followUps ?? [];
  const departmentLabels = pack.departments.map(({ code }) => code);
  const department = trainModel(
    examples.map((one) => toExample(one, one.department)),
    {
      readWords,
      labels: departmentLabels,
      prior: createPrior(pack, departmentLabels),
      mostFeatures: MOST_LEARNT,
    },
  );
  const category = trainModel(
    examples.flatMap((one) => (one.category === null ? [] : [toExample(one, one.category)])),
    {
      readWords,
      labels: pack.categories.map(({ code }) => code),
      prior: createListPrior(pack.categories),
      mostFeatures: MOST_LEARNT,
    },
  );
  const emergency = trainModel(
    [
      ...examples.flatMap((one) =>
        one.urgent === null ? [] : [toExample(one, one.urgent ? 'emergency' : 'ordinary')],
      ),
      ...[...idle, ...followUps].map((text) => ({ text, label: 'ordinary' })),
    ],
    {
      readWords,
      labels: EMERGENCY_LABELS,
      prior: createUrgencyPrior(pack),
      mostFeatures: MOST_LEARNT,
    },
  );
  const noise = trainModel(
    [
      ...idle.map((text) => ({ text, label: 'noise' })),
      ...[...followUps, ...(pack.noise?.rudeButReal ?? []), ...examples.map(({ text }) => text)].map(
        (text) => ({
          text,
          label: 'real',
        }),
      ),
    ],
    { readWords, labels: NOISE_LABELS, prior: createNoisePrior(pack), mostFeatures: MOST_LEARNT },
  );
  return {
    models: {
      version,
      sureAt: department.checked.sureAt,
      emergencyAt: Math.min(CERTAIN, Math.max(DOUBTFUL, emergency.checked.reach[0] ?? 0)),
      department: encodeModel(department.model, MOST_KEPT.department),
      category: encodeModel(category.model, MOST_KEPT.category),
      emergency: encodeModel(emergency.model, MOST_KEPT.emergency),
      noise: encodeModel(noise.model, MOST_KEPT.noise),
    },
    checked: { department: department.checked, category: category.checked },
  };
}

function toExample({ text, channel, weight }: LearningExample, label: string): Example {
  return { text, channel, label, ...(weight === undefined ? {} : { weight }) };
}
