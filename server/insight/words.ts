import { en } from '../../shared/text/en.ts';
import { type AskedKey, id, type TextKey, type Values } from '../../shared/text/id.ts';

/** The screens' words for what the server writes itself: files. */
export type Words = { language: 'id' | 'en'; t(key: AskedKey, values?: Values): string };

/** The words of a language, filled in as the screens do: `{{…}}`, and the plural by `count`. */
export function wordsOf(language: 'id' | 'en'): Words {
  const texts = language === 'en' ? en : id;
  return {
    language,
    t(key, values = {}) {
      const form = language === 'en' && values.count === 1 ? 'one' : 'other';
      const known = texts as Record<string, string>;
      const text = known[key] ?? known[`${key}_${form}` satisfies string as TextKey] ?? key;
      return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
    },
  };
}
