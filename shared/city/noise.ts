/**
 * A sign that a message is no report; `says` are patterns as in `UrgencyRule`. `weight`: how much it says beside others
 * (1); `active` false: switched off.
 */
export type NoiseSign = {
  code: string;
  name: { id: string; en: string };
  says: string;
  weight?: number;
  active?: boolean;
};

/**
 * How a city tells pranks, adverts and idle talk from reports: signs, texts that are none, what people write after
 * their report, and rude texts that are reports all the same.
 */
export type NoiseRules = { signs: NoiseSign[]; texts: string[]; followUps: string[]; rudeButReal: string[] };
