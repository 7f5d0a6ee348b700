import { Button, Tooltip } from '@mantine/core';
import { chooseLanguage } from '../ui/i18n.ts';
import { useWords } from '../ui/use-words.ts';

/** One click to the other language; its name is written in that language. */
export function LanguageButton() {
  const { t, language } = useWords();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <Tooltip label={t('language.switch')}>
      <Button
        variant="default"
        size="compact-sm"
        lang={other}
        aria-label={`${other.toUpperCase()}: ${t('language.switch')}`}
        onClick={() => void chooseLanguage(other)}
      >
        {other.toUpperCase()}
      </Button>
    </Tooltip>
  );
}
