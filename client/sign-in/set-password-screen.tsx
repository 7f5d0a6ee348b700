import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useSetPassword } from '../api/account.ts';
import { problemKey } from '../api/problem-text.ts';
import { RequestFailed } from '../api/request.ts';
import { useWords } from '../ui/use-words.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Where the link of a new account, or of a lost password, leads: the person chooses a password. */
export function SetPasswordScreen() {
  return (
    <SignInFrame>
      <SetPassword />
    </SignInFrame>
  );
}

function SetPassword() {
  const { t } = useWords();
  const token = useLocation().hash.slice(1);
  const choose = useSetPassword();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(password !== again);
    if (password === again) choose.mutate({ token, password });
  };
  const failed = choose.error instanceof RequestFailed ? choose.error : null;
  const isWeak = failed?.failure === 'invalid' && token !== '';
  return (
    <>
      {choose.isSuccess ? (
        <div role="status">
          <p>{t('set-password.done', { email: choose.data.email })}</p>
          <Button component={Link} to="/sign-in" size="md" fullWidth>
            {t('sign-in.submit')}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} className="sign-in-form" noValidate>
          <p>{t('set-password.why')}</p>
          <PasswordInput
            label={t('set-password.new')}
            description={t('set-password.rules')}
            autoComplete="new-password"
            size="md"
            value={password}
            error={isWeak && t('set-password.weak')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('set-password.again')}
            autoComplete="new-password"
            size="md"
            value={again}
            error={differ && t('set-password.differ')}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          {choose.isError && !isWeak && (
            <p role="alert" className="sign-in-error">
              {t(
                failed?.failure === 'not-found' || token === ''
                  ? 'set-password.used'
                  : problemKey(choose.error),
              )}
            </p>
          )}
          <Button type="submit" size="md" loading={choose.isPending} fullWidth>
            {t('set-password.submit')}
          </Button>
        </form>
      )}
    </>
  );
}
