import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';

/** Faults of a city as the server says them, in the screen's language as far as they are likely to be met. */
export function useFaultText(): (message: string) => string {
  const { t } = useWords();
  const { category } = useCityWords();
  return (message) => {
    for (const [pattern, say] of FAULTS) {
      const found = pattern.exec(message);
      if (found)
        return say(
          found.slice(1).map((part) => part ?? ''),
          { t, category },
        );
    }
    return message;
  };
}

type Words = Pick<ReturnType<typeof useWords>, 't'> & Pick<ReturnType<typeof useCityWords>, 'category'>;

/** As `findPackFaults` and the settings' routes word them. */
const FAULTS: readonly [RegExp, (found: readonly string[], words: Words) => string][] = [
  [
    /^category (\S+): department "([^"]*)" is closed$/,
    ([code = '', department = ''], { t, category }) =>
      t('admin.fault.closed', { category: category(code), department }),
  ],
  [
    /^category (\S+): department "[^"]*" does not exist$/,
    ([code = ''], { t, category }) => t('admin.fault.no-department', { category: category(code) }),
  ],
  [
    /^category (\S+): calendar "([^"]*)" does not exist$/,
    ([code = '', calendar = ''], { t, category }) =>
      t('admin.fault.no-calendar', { category: category(code), calendar }),
  ],
  [
    /^category (\S+): (?:needs 0 <|targets of)/,
    ([code = ''], { t, category }) => t('admin.fault.targets', { category: category(code) }),
  ],
  [
    /^category (\S+): match radius/,
    ([code = ''], { t, category }) => t('admin.fault.match', { category: category(code) }),
  ],
  [
    /^category (\S+): word "([^"]*)"/,
    ([code = '', word = ''], { t, category }) => t('admin.fault.word', { category: category(code), word }),
  ],
  [/^quick text (\S+): department/, ([id = ''], { t }) => t('admin.fault.quick-text', { id })],
  [/^calendar (\S+): needs seven days/, ([code = ''], { t }) => t('admin.fault.week', { code })],
  [
    /^(department|category|calendar|quick text|urgency rule|noise sign) "([^"]*)" is given twice$/,
    ([, code = ''], { t }) => t('admin.fault.twice', { code }),
  ],
  [/^urgency rule (\S+): category/, ([code = ''], { t }) => t('admin.fault.rule-category', { code })],
  [/^sensor (\S+): needs/, ([id = ''], { t }) => t('admin.fault.sensor', { id })],
  [/^flood: /, (_, { t }) => t('admin.fault.flood')],
  [/^the city has no (?:\S+) (\S+)$/, ([code = ''], { t }) => t('admin.fault.unknown', { code })],
  [
    /^the \S+ (\S+) was made here and cannot be taken away$/,
    ([code = ''], { t }) => t('admin.fault.stays', { code }),
  ],
  [/^does not go with a change that was entered before$/, (_, { t }) => t('admin.fault.conflict')],
];
