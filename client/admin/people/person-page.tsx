import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { UserView } from '../../../shared/wire/access.ts';
import { useChangePerson, usePeople } from '../../api/people.ts';
import { QueryState } from '../../api/query-state.tsx';
import { useSession } from '../../session/session.ts';
import { Empty } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import { fieldErrors } from '../field-errors.ts';
import { FormProblem } from '../form-problem.tsx';
import { PersonActs } from './person-acts.tsx';
import { type PersonDraft, PersonFields } from './person-fields.tsx';

/** One account: what it may, and what can be done about it. */
export function PersonPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <QueryState query={usePeople()}>
      {(people) => {
        const person = people.find((one) => one.id === id);
        return person ? <Person key={person.id} person={person} /> : <Empty title={t('state.not-found')} />;
      }}
    </QueryState>
  );
}

function Person({ person }: { person: UserView }) {
  const { t } = useWords();
  const me = useSession();
  const change = useChangePerson(person.id);
  const [draft, setDraft] = useState<PersonDraft>({
    name: person.name,
    role: person.role,
    departmentCode: person.departmentCode ?? '',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, role, departmentCode } = draft;
    change.mutate(
      { name, role, departmentCode: role === 'responder' && departmentCode !== '' ? departmentCode : null },
      { onSuccess: () => notifications.show({ message: t('admin.person.changed') }) },
    );
  };
  return (
    <>
      <p className="admin-back">
        <Link to="/admin/people">{t('admin.people.back')}</Link>
      </p>
      <h1>{person.name}</h1>
      <p className="admin-lead">
        {person.email} · {t(person.disabledAt === null ? 'admin.person.open' : 'admin.person.closed')}
      </p>
      <form className="admin-form" onSubmit={submit} noValidate>
        <PersonFields
          draft={draft}
          set={(part) => setDraft({ ...draft, ...part })}
          errors={fieldErrors(change.error, t)}
          roleLocked={me.id === person.id}
        />
        <p className="admin-note">{t('admin.person.at-once')}</p>
        <FormProblem error={change.error} said={['name', 'role', 'departmentCode']} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('admin.save')}
          </Button>
        </Group>
      </form>
      <PersonActs person={person} isMe={me.id === person.id} />
    </>
  );
}
