import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LearntModels } from '../../shared/city/learnt-models.ts';
import { encodeModel } from './model/encode.ts';
import { type CrossChecked, type Example, trainModel } from './model/train-model.ts';
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
  const departments = new Map(categories.map(({ code, departmentCode }) => [code, departmentCode]));
  return training.flatMap(({ text, category, urgent = null }) => {
    const department = departments.get(category);
    return department === undefined ? [] : [{ text, channel: null, department, category, urgent }];
  });
}

/** Most features a city's own model keeps: enough for thousands of reports, small enough to hand around. */
const MOST_FEATURES = 40_000;

/** Learns whose a report is, what it is about and whether it is an emergency. Some seconds of work for one processor. */
export function trainModels(pack: CityPack, examples: readonly LearningExample[], version: string): Trained {
  const readWords = createReadWords(pack.spelling);
  const departmentLabels = pack.departments.map(({ code }) => code);
  const department = trainModel(
    examples.map((one) => toExample(one, one.department)),
    {
      readWords,
      labels: departmentLabels,
      prior: createPrior(pack, departmentLabels, (label) => pack.departmentGroups?.[label] ?? [label]),
      mostFeatures: MOST_FEATURES,
    },
  );
  const category = trainModel(
    examples.flatMap((one) => (one.category === null ? [] : [toExample(one, one.category)])),
    {
      readWords,
      labels: pack.categories.map(({ code }) => code),
      prior: createListPrior(pack.categories),
      mostFeatures: MOST_FEATURES,
    },
  );
  const emergency = trainModel(
    examples.flatMap((one) =>
      one.urgent === null ? [] : [toExample(one, one.urgent ? 'emergency' : 'ordinary')],
    ),
    {
      readWords,
      labels: EMERGENCY_LABELS,
      prior: createUrgencyPrior(pack),
      mostFeatures: MOST_FEATURES,
    },
  );
  return {
    models: {
      version,
      sureAt: department.checked.sureAt,
      department: encodeModel(department.model),
      category: encodeModel(category.model),
      emergency: encodeModel(emergency.model),
    },
    checked: { department: department.checked, category: category.checked },
  };
}

function toExample({ text, channel, weight }: LearningExample, label: string): Example {
  return { text, channel, label, ...(weight === undefined ? {} : { weight }) };
}
