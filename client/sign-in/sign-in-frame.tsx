import type { ReactNode } from 'react';
import { useSignInInfo } from '../api/account.ts';
import { LanguageButton } from '../session/language-button.tsx';
import { Office } from '../ui/office.tsx';
import { useWords } from '../ui/use-words.ts';
import './sign-in.css';

/** What nobody is signed in at: the room's name, the language, and a form. */
export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <Office screen="sign-in" initial="dark">
      <main className="sign-in" id="content">
        <Head />
        {children}
      </main>
    </Office>
  );
}

function Head() {
  const { t } = useWords();
  const info = useSignInInfo();
  return (
    <div className="sign-in-head">
      <h1>{info.data?.roomName ?? t('app.name')}</h1>
      <LanguageButton />
    </div>
  );
}
