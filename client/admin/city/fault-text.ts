import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';

/** Faults of a city as the server says them, in the screen's language as far as they are likely to be met. */
export function useFaultText(): (message: string) => string {
  const { t } = useWords();
  const { category } = useCityWords();
  return (message) => {
    const [, code = '', what, name = '', how] =
      /^category (\S+): (department|calendar) "([^"]*)" (is closed|does not exist)$/.exec(message) ?? [];
    if (what === 'department' && how === 'is closed')
      return t('admin.fault.closed', { category: category(code), department: name });
    if (what === 'department') return t('admin.fault.no-department', { category: category(code) });
    if (what === 'calendar')
      return t('admin.fault.no-calendar', { category: category(code), calendar: name });
    return message;
  };
}
