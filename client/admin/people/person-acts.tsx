import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { PasswordLink, UserView } from '../../../shared/wire/access.ts';
import { type PersonAct, useActOnPerson } from '../../api/people.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useWords } from '../../ui/use-words.ts';
import { FormProblem } from '../form-problem.tsx';
import { PasswordLinkShown } from './password-link-shown.tsx';

/** Ends sessions, resets the password, closes or opens the account; each asks first but opening, which takes nothing. */
export function PersonActs({ person, isMe }: { person: UserView; isMe: boolean }) {
  const { t } = useWords();
  const act = useActOnPerson(person.id);
  const [asked, setAsked] = useState<Exclude<PersonAct, 'reopen'> | null>(null);
  const [link, setLink] = useState<PasswordLink | null>(null);
  const isClosed = person.disabledAt !== null;
  const carryOut = (which: PersonAct) =>
    act.mutate(which, {
      onSuccess: (answer) => {
        setAsked(null);
        if ('path' in answer) setLink(answer);
        else notifications.show({ message: t(`admin.person.done.${which}`) });
      },
    });
  return (
    <section aria-labelledby="acts" className="admin-acts">
      <h2 id="acts">{t('admin.person.acts')}</h2>
      {link && <PasswordLinkShown email={person.email} link={link} />}
      {isMe && <p className="admin-note">{t('admin.person.is-me')}</p>}
      <Group>
        {isClosed ? (
          <Button variant="default" loading={act.isPending} onClick={() => carryOut('reopen')}>
            {t('admin.person.reopen')}
          </Button>
        ) : (
          (['end-sessions', 'reset-password', 'disable'] as const)
            .filter((which) => !(isMe && which === 'disable'))
            .map((which) => (
              <Button key={which} variant="default" onClick={() => setAsked(which)}>
                {t(`admin.person.${which}`)}
              </Button>
            ))
        )}
      </Group>
      <Confirm
        opened={asked !== null}
        act={asked ? t(`admin.person.${asked}`) : ''}
        busy={act.isPending}
        problem={<FormProblem error={act.error} />}
        confirm={() => asked && carryOut(asked)}
        close={() => {
          act.reset();
          setAsked(null);
        }}
      >
        <p>{asked && t(`admin.person.sure.${asked}`, { name: person.name })}</p>
      </Confirm>
    </section>
  );
}
