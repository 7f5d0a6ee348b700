import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../../shared/text/en.ts';
import { id } from '../../shared/text/id.ts';

export type Language = 'id' | 'en';

const KEPT_AS = 'live-room.language';

/** Prepares the words: Indonesian unless English was chosen here before. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: keptLanguage(),
    fallbackLng: 'id',
    resources: { id: { translation: id }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of this screen and keeps the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id';
}
