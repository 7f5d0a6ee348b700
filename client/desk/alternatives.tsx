import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { DepartmentSuggestion } from '../../shared/wire/understanding.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { useProbability } from './use-probability.ts';

type Props = { suggestions: readonly DepartmentSuggestion[]; choose: (departmentCode: string) => void };

/** Who else might take it: with the form open, one digit hands it over. */
export function Alternatives({ suggestions, choose }: Props) {
  const { t } = useWords();
  const { department } = useCityWords();
  const told = useProbability();
  const latest = useRef<Props>({ suggestions, choose });
  useEffect(() => {
    latest.current = { suggestions, choose };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isInReason(event.target)) return;
      const chosen = /^[1-9]$/.test(event.key)
        ? latest.current.suggestions[Number(event.key) - 1]
        : undefined;
      if (!chosen) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.choose(chosen.departmentCode);
    };
    // Before the field, which would take the digit for a name, and before the desk's own keys.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  if (suggestions.length === 0) return null;
  return (
    <div className="desk-alternatives">
      {suggestions.map(({ departmentCode, probability, words }, at) => (
        <Button
          key={departmentCode}
          type="button"
          size="compact-sm"
          variant="default"
          title={words.join(', ')}
          leftSection={
            <Kbd size="xs" aria-hidden>
              {at + 1}
            </Kbd>
          }
          onClick={() => choose(departmentCode)}
        >
          {t('why.alternative', {
            department: department(departmentCode).shortName,
            probability: told(probability),
          })}
        </Button>
      ))}
    </div>
  );
}

function isInReason(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || document.querySelector('[aria-modal="true"]') !== null;
}
