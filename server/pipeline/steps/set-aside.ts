import type { CityPack } from '../../../shared/city/city-pack.ts';
import { perVersion } from '../../../shared/city/live-pack.ts';
import { hasSign, isNoise } from '../../understand/noise/is-noise.ts';
import { createJudgeNoise } from '../../understand/noise/judge-noise.ts';
import { createUnderstandWords } from '../../understand/understand-words.ts';
import { normaliseText } from '../../understand/words/normalise-text.ts';
import { createReadWords } from '../../understand/words/read-words.ts';
import type { Report } from './report.ts';
import { readLevel } from './sensor-rule.ts';

/** Why the pipeline makes no ticket of a report. Channels have reasons of their own (`echo`), given at the door. */
export const SET_ASIDE_REASONS = ['empty', 'prank', 'unknown-sensor', 'other-unit', 'implausible'] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/**
 * Why this report carries nothing to act on, or null. Nothing with a place, a picture or a caller is ever empty or a
 * prank, nor is what answers an earlier message; a sender's last word is left to people.
 */
export function createSetAside(pack: CityPack): (report: Report) => SetAsideReason | null {
  const empty = new Set(pack.emptyTexts.map(normaliseText));
  empty.add('');
  const prank = perVersion(pack, createIsPrank);
  const posts = perVersion(pack, ({ sensors }) => new Map(sensors.map((post) => [post.senmlName, post])));

  return (report) => {
    if (report.channel === 'sensor') {
      const post = report.measurement && posts().get(report.measurement.name);
      if (!report.measurement || !post) return 'unknown-sensor';
      const level = readLevel(report.measurement, post);
      return typeof level === 'string' ? level : null;
    }
    if (report.channel === '112' || report.location || report.hasPictures) return null;
    if (empty.has(normaliseText(report.text))) return 'empty';
    return report.inReplyTo === null && prank()(report) ? 'prank' : null;
  };
}

function createIsPrank(pack: CityPack): (report: Report) => boolean {
  const readWords = createReadWords(pack.spelling);
  const judge = createJudgeNoise(pack);
  const understand = createUnderstandWords(pack);
  return ({ text, channel }) => {
    const noise = judge(readWords(text));
    // Most have none, and what they say is understood only once.
    return hasSign(noise) && isNoise(noise, understand(text, channel), understand);
  };
}
