import { isBuiltInSign, type NoiseView } from '../../shared/wire/understanding.ts';
import { useWords } from '../ui/use-words.ts';

/** A score below this with nothing else to say is not worth a word. */
const WORTH_TELLING = 0.3;

/** The signs of a prank by name, in the screen's language; null where there is nothing to tell. */
export function useNoiseText(): (noise: NoiseView) => string | null {
  const { t, language } = useWords();
  return ({ score, signs, call, earlier }) => {
    if (score < WORTH_TELLING && !call?.short && !call?.silent && earlier === 0) return null;
    const told = signs.flatMap(({ code, name }) => {
      if (name) return name[language];
      return isBuiltInSign(code) ? t(`noise.${code}`) : [];
    });
    if (call?.silent) told.push(t('noise.silent-call'));
    if (call?.short) told.push(t('noise.short-call', { seconds: Math.round(call.seconds ?? 0) }));
    if (earlier > 0) told.push(t('noise.earlier', { count: earlier }));
    return told.join(', ') || t('noise.words-alone');
  };
}
