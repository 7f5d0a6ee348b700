import type { CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { Reporter } from '../../shared/report/report.ts';
import type { NoiseView } from '../../shared/wire/understanding.ts';
import type { Database } from '../database/connect.ts';
import { createJudgeNoise, raise } from '../understand/noise/judge-noise.ts';
import { createReadWords } from '../understand/words/read-words.ts';
import { readCallCourse } from './call-course.ts';
import { countComeToNothing } from './sender-history.ts';

/** A report as far as it is judged. */
export type JudgedReport = {
  id: string;
  channel: string;
  externalId: string;
  text: string;
  occurredAt: Date;
  reporter: Reporter | null;
  ticketId: string | null;
};
/** Judges by words alone, or by all that is known of a report. */
export type JudgeReport = {
  byWords(report: Pick<JudgedReport, 'channel' | 'text'>): NoiseView;
  byAll(report: JudgedReport): Promise<NoiseView>;
};

/** What speaks for noise beside words, as logits. */
const SHORT_CALL = 1;
const SILENT_CALL = 1.5;
const EARLIER = 0.8;
const EARLIER_COUNTED = 3;
/** A call of which nothing is written down yet is most likely a call. */
const BARE_CALL = 0.05;

/**
 * Judges whether a report is one: by its words, how the call went, and what came of its sender's earlier reports. It
 * tells, and decides nothing.
 */
export function createJudgeReport(db: Database, pack: CityPack): JudgeReport {
  const judge = perVersion(pack, (version) => {
    const readWords = createReadWords(version.spelling);
    const judgeWords = createJudgeNoise(version);
    const names = new Map((version.noise?.signs ?? []).map(({ code, name }) => [code, name]));
    return { judge: (text: string) => judgeWords(readWords(text)), names };
  });

  function byWords({ channel, text }: Pick<JudgedReport, 'channel' | 'text'>): NoiseView {
    const { judge: judgeText, names } = judge();
    const isBareCall = channel === '112' && text.trim() === '';
    const said = isBareCall ? { score: BARE_CALL, signs: [] } : judgeText(text);
    const signs = said.signs.map((code) => ({ code, name: names.get(code) ?? null }));
    return { score: said.score, signs, call: null, earlier: 0 };
  }

  async function byAll(report: JudgedReport): Promise<NoiseView> {
    const said = byWords(report);
    const [call, earlier] = await Promise.all([
      report.channel === '112' ? readCallCourse(db, report) : null,
      countComeToNothing(db, report),
    ]);
    const beside =
      (call?.short ? SHORT_CALL : 0) +
      (call?.silent ? SILENT_CALL : 0) +
      EARLIER * Math.min(EARLIER_COUNTED, earlier);
    return { ...said, score: raise(said.score, beside), call, earlier };
  }

  return { byWords, byAll };
}
