import { Button, Kbd } from '@mantine/core';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { DepartmentSuggestion } from '../../shared/wire/entry.ts';
import { useCityWords } from '../session/city-words.ts';
import { groundsOfKind, tellGrounds } from '../ticket/because.ts';
import { tellPlace } from '../ticket/place.ts';
import { useWords } from '../ui/use-words.ts';
import { useActions } from './use-actions.tsx';

type Props = {
  ticket: TicketDetail;
  suggestions: readonly DepartmentSuggestion[];
  busy: boolean;
  accept: () => void;
};

/** Where the ticket would go and why: the words, the place, how sure it is. One key accepts. */
export function RoutingWhy({ ticket, suggestions, busy, accept }: Props) {
  const { t } = useWords();
  const { department } = useCityWords();
  useActions({ accept: busy ? undefined : accept }, 1);
  const own = suggestions.find(({ departmentCode }) => departmentCode === ticket.departmentCode);
  const grounds = tellGrounds(groundsOfKind(ticket.history), t) || own?.words.join(', ') || '';
  const place = ticket.location && tellPlace(ticket, t);
  return (
    <section className="desk-why" aria-label={t('why.title')}>
      <div>
        <p>
          {t('why.suggested')} <strong>{department(ticket.departmentCode).shortName}</strong>
          {own && <span className="desk-why-share">{t('why.share', { percent: percent(own.share) })}</span>}
        </p>
        <p className="desk-hint">
          {[
            grounds === '' ? t('why.no-words') : t('why.words', { words: grounds }),
            place && t('why.place', { place }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button
        size="xs"
        variant="default"
        disabled={busy}
        rightSection={
          <Kbd size="xs" aria-hidden>
            y
          </Kbd>
        }
        onClick={accept}
      >
        {t('why.accept', { department: department(ticket.departmentCode).shortName })}
      </Button>
    </section>
  );
}

/** A share as a whole number of per cent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
