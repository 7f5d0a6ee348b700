import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { SignInInfo } from '../../shared/wire/api.ts';
import { useSignIn, useSignInInfo } from '../api/account.ts';
import { problemKey } from '../api/problem-text.ts';
import { RequestFailed } from '../api/request.ts';
import { homeOf } from '../session/home.ts';
import { useWords } from '../ui/use-words.ts';
import { SignInFrame } from './sign-in-frame.tsx';

type DemoAccounts = NonNullable<SignInInfo['demoAccounts']>;

/** The way in. In the demo it offers the demo's accounts. */
export function SignInScreen() {
  return (
    <SignInFrame>
      <SignIn />
    </SignInFrame>
  );
}

function SignIn() {
  const info = useSignInInfo();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const accounts = info.data?.demoAccounts ?? [];
  return (
    <>
      <SignInForm email={email} password={password} setEmail={setEmail} setPassword={setPassword} />
      {accounts.length > 0 && (
        <DemoAccountList
          accounts={accounts}
          chosen={email}
          choose={(account) => {
            setEmail(account.email);
            setPassword(account.password);
          }}
        />
      )}
    </>
  );
}

type FormProps = {
  email: string;
  password: string;
  setEmail: (email: string) => void;
  setPassword: (password: string) => void;
};

function SignInForm({ email, password, setEmail, setPassword }: FormProps) {
  const { t } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { email, password },
      { onSuccess: (me) => void navigate(ownPath(params.get('next')) ?? homeOf(me.role), { replace: true }) },
    );
  };
  return (
    <form onSubmit={submit} className="sign-in-form">
      <TextInput
        label={t('sign-in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        size="md"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('sign-in.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.isError && (
        <p role="alert" className="sign-in-error">
          {t(signInProblem(signIn.error))}
        </p>
      )}
      <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
        {t('sign-in.submit')}
      </Button>
    </form>
  );
}

function DemoAccountList({
  accounts,
  chosen,
  choose,
}: {
  accounts: DemoAccounts;
  chosen: string;
  choose: (account: DemoAccounts[number]) => void;
}) {
  const { t } = useWords();
  return (
    <section className="sign-in-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('sign-in.demo')}</h2>
      <p>{t('sign-in.demo-hint')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" aria-pressed={account.email === chosen} onClick={() => choose(account)}>
              <strong>{account.name}</strong>
              <span>
                {t(`role.${account.role}`)}
                {account.departmentCode && ` · ${account.departmentCode}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An address of our own, so that nobody is led elsewhere after signing in. */
function ownPath(next: string | null): string | null {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : null;
}

function signInProblem(error: Error) {
  if (error instanceof RequestFailed) {
    if (error.failure === 'bad-credentials' || error.failure === 'invalid') return 'sign-in.wrong';
    if (error.failure === 'too-many') return 'sign-in.too-many';
  }
  return problemKey(error);
}
