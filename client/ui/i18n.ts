import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { AskedKey } from '../../shared/text/id.ts';

export type Language = 'id' | 'en';

const KEPT_AS = 'live-room.language';

/** Each language is a file of its own: a screen loads the one it is read in. */
const WORDS = {
  id: () => import('../../shared/text/id.ts').then(({ id }) => id),
  en: () => import('../../shared/text/en.ts').then(({ en }) => en),
};

/** Prepares the words: Indonesian unless English was chosen here before. */
export async function startI18n(): Promise<void> {
  const language = keptLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await WORDS[language]() } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of this screen and keeps the choice in this browser; where its words are out of reach nothing changes. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const words = await WORDS[language]().catch(() => null);
    if (words === null) return;
    i18next.addResourceBundle(language, 'translation', words);
  }
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Are there words of that key? */
export function hasWords(key: string): key is AskedKey {
  return i18next.exists(key);
}

function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id';
}
