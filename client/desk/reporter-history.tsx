import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReportView } from '../../shared/wire/api.ts';
import type { CallerReport } from '../../shared/wire/entry.ts';
import type { PersonAlias } from '../../shared/wire/people.ts';
import { usePerson, useTakeOffAlias } from '../api/likeness.ts';
import { useCan } from '../session/session.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { CallerHistory } from './caller-history.tsx';
import type { ToldPlace } from './told-places.ts';

type Props = {
  report: ReportView;
  /** The reporter's other reports, without those of this ticket. */
  others: readonly CallerReport[];
  places: readonly ToldPlace[];
  /** Asked for by a click, not before. */
  wanted: boolean;
  want: () => void;
  open: (ticketId: string) => void;
};

/** What the reporter told of before, one click away: nobody reads it by the way, and each reading is noted. */
export function ReporterHistory({ report, others, places, wanted, want, open }: Props) {
  const { t } = useWords();
  const person = usePerson(report.id, wanted);
  return (
    <section aria-label={t('caller.title')}>
      <h3>{t('caller.title')}</h3>
      {!wanted && (
        <Button size="compact-sm" variant="default" onClick={want}>
          {t('caller.show', { name: report.reporter?.name ?? report.reporter?.phone ?? '' })}
        </Button>
      )}
      {wanted && person.isPending && <Loading />}
      {wanted && person.isError && <Failed offline={false} retry={() => void person.refetch()} />}
      {person.data && others.length === 0 && <p className="desk-hint">{t('caller.nothing')}</p>}
      {others.length > 0 && <CallerHistory reports={others} open={open} places={places} />}
      {person.data && person.data.aliases.length > 1 && <Names aliases={person.data.aliases} />}
    </section>
  );
}

/** The names one person is known by; a supervisor takes off what belongs to somebody else. */
function Names({ aliases }: { aliases: readonly PersonAlias[] }) {
  const { t } = useWords();
  const may = useCan();
  const takeOff = useTakeOffAlias();
  const [asked, setAsked] = useState<PersonAlias | null>(null);
  return (
    <ul className="desk-caller" aria-label={t('caller.names')}>
      {aliases.map((alias) => (
        <li key={alias.id}>
          <span className="desk-near-what">
            <span>{tellAlias(alias, t(`caller.kind.${alias.kind}`))}</span>
          </span>
          {may('people.manage') && (
            <Button size="compact-xs" variant="default" onClick={() => setAsked(alias)}>
              {t('caller.take-off')}
            </Button>
          )}
        </li>
      ))}
      <Confirm
        opened={asked !== null}
        act={t('caller.take-off')}
        busy={takeOff.isPending}
        confirm={() => asked && takeOff.mutate(asked.id, { onSettled: () => setAsked(null) })}
        close={() => setAsked(null)}
      >
        {t('caller.take-off-asks', { name: asked?.value ?? '' })}
      </Confirm>
    </ul>
  );
}

function tellAlias({ kind, channel, value }: PersonAlias, word: string): string {
  return kind === 'account' ? `${word} ${channel}: ${value}` : `${word}: ${value}`;
}
