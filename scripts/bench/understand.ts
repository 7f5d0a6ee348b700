import type { Report } from '../../server/pipeline/steps/report.ts';
import { createSetAside } from '../../server/pipeline/steps/set-aside.ts';
import { createUnderstand } from '../../server/pipeline/steps/understand.ts';
import { createReadWords } from '../../server/understand/words/read-words.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { type BenchRow, median } from './row.ts';

const ROUNDS = 3;
const MOST_MS = 2;

/** What all pure steps take for one report, beside splitting its text into words alone. */
export async function measureUnderstanding(): Promise<BenchRow[]> {
  const pack = loadCityPack('tangerang');
  const texts = (pack.training ?? []).map(({ text }) => text);
  const readWords = createReadWords(pack.spelling);
  const understand = createUnderstand(pack);
  const setAside = createSetAside(pack);
  const steps = (text: string) => {
    setAside({ ...REPORT, text });
    understand({ ...REPORT, text });
  };
  const value = medianMs(texts, steps);
  const floor = medianMs(texts, readWords);
  return [
    {
      name: 'understanding one report: prank, kind, urgency, depth and place, median',
      unit: 'ms',
      value,
      floor,
      ratio: value / floor,
      reach: `value ≤ ${MOST_MS} ms`,
      reached: value <= MOST_MS,
      note: `${texts.length} texts, ${ROUNDS} rounds; floor: reading its words`,
    },
  ];
}

const REPORT: Report = {
  ...{ text: '', homeId: null, personId: null },
  ...{ id: '', channel: 'whatsapp', externalId: '', state: 'received', occurredAt: 0, reporter: null },
  ...{ location: null, measurement: null, hasPictures: false, inReplyTo: null, ticketId: null },
};

/** The middle of what each text took, of the best round. */
function medianMs(texts: readonly string[], run: (text: string) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () =>
    median(
      texts.map((text) => {
        const from = performance.now();
        run(text);
        return performance.now() - from;
      }),
    ),
  );
  return Math.min(...rounds);
}
