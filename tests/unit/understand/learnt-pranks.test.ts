import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnFromPranks } from '../../../server/learning/learn-from-pranks.ts';
import { isNoise } from '../../../server/understand/noise/is-noise.ts';
import { createJudgeNoise } from '../../../server/understand/noise/judge-noise.ts';
import { LEARNT_SIGN, type PrankDecision } from '../../../server/understand/noise/learn-pranks.ts';
import { createUnderstandWords } from '../../../server/understand/understand-words.ts';
import { createReadWords } from '../../../server/understand/words/read-words.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';

const readWords = createReadWords(tangerang.spelling);
const training = (tangerang.training ?? []).map(({ text }) => text);
const real = [...training, ...(tangerang.noise?.rudeButReal ?? [])];
const emergencies = (tangerang.training ?? []).filter(({ urgent }) => urgent).map(({ text }) => text);
const understand = createUnderstandWords(tangerang);

const rejected = [
  'min bagi topup diamond dong buat push rank',
  'kak topup diamond epep gratis dong',
  'bagi topup diamond nya min buat push rank malam ini',
  'halo min topup diamond epep dong push rank nih',
  'push rank yuk min sekalian topup diamond',
  'topup diamond epep min ayo push rank',
].map((text): PrankDecision => ({ text, prank: true }));
const textOf = (at: number): string => rejected[at]?.text ?? '';
const alike = 'min topup diamond dong mau push rank';

function after(decisions: readonly PrankDecision[]) {
  const pranks = learnFromPranks(tangerang, decisions, real);
  const { learnt } = tangerang;
  const pack: CityPack = pranks && learnt ? { ...tangerang, learnt: { ...learnt, pranks } } : tangerang;
  const judge = createJudgeNoise(pack);
  return (text: string) => {
    const noise = judge(readWords(text));
    return { ...noise, setAside: isNoise(noise, understand(text, 'whatsapp'), understand) };
  };
}

test('after enough rejections the same kind of message is set aside, and the sign says why', () => {
  expect(after(rejected.slice(0, 4))(alike)).toMatchObject({ setAside: false, signs: [] });
  expect(after(rejected)(alike)).toMatchObject({ setAside: true, signs: [LEARNT_SIGN] });
});

test('what is brought back is set aside no longer', () => {
  const broughtBack = rejected.slice(0, 3).map(({ text }): PrankDecision => ({ text, prank: false }));
  expect(after([...rejected, ...broughtBack])(alike).setAside).toBe(false);
});

test('bringing back messages that the pack takes for pranks teaches that they are none', () => {
  const text = 'sebarkan info ini ke grup warga ya min';
  const before = after([])(text);
  const taught = after(Array.from({ length: 4 }, () => ({ text, prank: false })))(text);
  expect(before.setAside).toBe(true);
  expect(taught.score).toBeLessThan(before.score);
  expect(taught.setAside).toBe(false);
});

test('law: with any sign of an emergency a message is kept, whatever it has in common with pranks', () => {
  const judge = after(rejected);
  fc.assert(
    fc.property(
      fc.constantFrom(...emergencies),
      fc.subarray(
        rejected.map(({ text }) => text),
        { minLength: 1, maxLength: 2 },
      ),
      fc.boolean(),
      (emergency, pranks, first) => {
        const text = [...(first ? [emergency] : []), ...pranks, ...(first ? [] : [emergency])].join('. ');
        expect(judge(text).setAside, text).toBe(false);
      },
    ),
    {
      // Here a sign of the pack speaks, too, and what was learnt only adds to it.
      examples: [
        ['pacar saya nyilet tangan dalem banget, merah semua lantai', [textOf(2), textOf(5)], true],
        [
          'tolong kirim siapa aja ke jalan nusa indah, orangnya makin banyak darahnya',
          [textOf(0), textOf(2)],
          true,
        ],
      ],
    },
  );
  expect(judge('topup diamond dong, ada kebakaran').setAside).toBe(false);
  expect(judge('min topup diamond push rank, banjir nih bahaya').setAside).toBe(false);
});

test('pranks that sound like emergencies teach nothing: the next may be true', () => {
  const fires = Array.from({ length: 20 }, (_, n) => ({
    text: `kebakaran di gang ${n}, tolong`,
    prank: true,
  }));
  expect(learnFromPranks(tangerang, fires, real)).toBeNull();
});

// It judges everything that is known, twice.
test('decisions that would take a known report with them are not learnt from', { timeout: 90_000 }, () => {
  const words = ['lampu jalan', 'got mampet', 'sampah numpuk'];
  const confused = words.flatMap((text) => Array.from({ length: 9 }, () => ({ text, prank: true })));
  const judge = after(confused);
  expect(real.filter((text) => judge(text).setAside)).toEqual([]);
});
