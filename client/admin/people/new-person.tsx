import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useCreatePerson } from '../../api/people.ts';
import { useWords } from '../../ui/use-words.ts';
import { fieldErrors } from '../field-errors.ts';
import { FormProblem } from '../form-problem.tsx';
import { PasswordLinkShown } from './password-link-shown.tsx';
import { type PersonDraft, PersonFields } from './person-fields.tsx';

/** An account without a password: its person chooses one by the link that is shown once. */
export function NewPerson() {
  const { t } = useWords();
  const create = useCreatePerson();
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState<PersonDraft>({ name: '', role: 'operator', departmentCode: '' });
  const errors = fieldErrors(create.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, role, departmentCode } = draft;
    create.mutate({
      email,
      role,
      departmentCode: role === 'responder' && departmentCode !== '' ? departmentCode : null,
      ...(name.trim() !== '' && { name }),
    });
  };
  if (create.data?.passwordLink) {
    return (
      <>
        <h1>{create.data.name}</h1>
        <PasswordLinkShown email={create.data.email} link={create.data.passwordLink} />
        <p>
          <Link to="/admin/people">{t('admin.people.back')}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{t('admin.people.new')}</h1>
      <p className="admin-lead">{t('admin.people.new-why')}</p>
      <form className="admin-form" onSubmit={submit} noValidate>
        <TextInput
          label={t('admin.person.email')}
          type="email"
          autoComplete="off"
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PersonFields draft={draft} set={(change) => setDraft({ ...draft, ...change })} errors={errors} />
        <FormProblem error={create.error} said={['email', 'name', 'role', 'departmentCode']} />
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t('admin.people.make')}
          </Button>
          <Button variant="default" component={Link} to="/admin/people">
            {t('action.cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}
