/**
 * A linear model as it is kept: numbers as base64 of their deflated bytes, weights in eight bits with a scale
 * for each feature.
 */
export type EncodedModel = {
  /** What it answers with; probabilities come in this order. */
  labels: string[];
  /** How much of what the pack knows is added to what was learnt. */
  priorShare: number;
  /** Logits are divided by it. */
  temperature: number;
  hashes: string;
  idf: string;
  scales: string;
  weights: string;
};

/**
 * What people's decisions have taught about pranks: what words say for one as a logit, above zero for those of messages
 * that were rejected as pranks, below for those of messages that were brought back; `other` what any other word says.
 */
export type LearntPranks = { words: Record<string, number>; other: number };

/**
 * What was learnt from examples: whose a report is, what it is about, and whether it is an emergency (labels
 * `emergency` and `ordinary`), or no report at all (`noise` and `real`). `sureAt`: from this probability on 95 in 100 departments were right on texts the model had
 * not seen.
 */
export type LearntModels = {
  version: string;
  sureAt: number;
  emergencyAt: number;
  department: EncodedModel;
  category: EncodedModel;
  emergency: EncodedModel;
  noise: EncodedModel;
  /** Left out: too little was decided. */
  pranks?: LearntPranks;
};
