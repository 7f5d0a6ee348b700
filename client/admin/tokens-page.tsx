import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TOKEN_ROLES, type TokenRole } from '../../shared/access/actor.ts';
import { useCreateToken } from '../api/system.ts';
import { useWords } from '../ui/use-words.ts';
import { fieldErrors } from './field-errors.ts';
import { FormProblem } from './form-problem.tsx';
import { ShownOnce } from './shown-once.tsx';
import { TokenTable } from './token-table.tsx';

/** Tokens of kiosk screens and sending systems: make one, see their use, take them back. */
export function TokensPage() {
  const { t } = useWords();
  return (
    <>
      <h1>{t('admin.tokens')}</h1>
      <p className="admin-lead">{t('admin.tokens.why')}</p>
      <NewToken />
      <TokenTable />
    </>
  );
}

function NewToken() {
  const { t } = useWords();
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [role, setRole] = useState<TokenRole>('wall');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, role }, { onSuccess: () => setName('') });
  };
  return (
    <section aria-labelledby="new-token">
      <h2 id="new-token">{t('admin.token.new')}</h2>
      <form className="admin-row-form" onSubmit={submit} noValidate>
        <TextInput
          label={t('admin.token.name')}
          placeholder={t('admin.token.name-example')}
          value={name}
          error={fieldErrors(create.error, t).name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('admin.token.role')}
          data={TOKEN_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as TokenRole)}
        />
        <Button type="submit" loading={create.isPending}>
          {t('admin.token.make')}
        </Button>
      </form>
      <FormProblem error={create.error} said={['name']} />
      {create.data && (
        <ShownOnce
          title={t('admin.token.made', { name: create.data.name })}
          why={t('admin.token.once')}
          secret={
            create.data.role === 'wall'
              ? `${location.origin}/wall?token=${create.data.token}`
              : create.data.token
          }
        />
      )}
    </section>
  );
}
