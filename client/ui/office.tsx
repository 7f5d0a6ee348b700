import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './office.css';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { theme } from './theme.ts';
import { useWords } from './use-words.ts';

export type Scheme = 'dark' | 'light';
type SchemeChoice = { scheme: Scheme; choose(scheme: Scheme): void };

const SchemeContext = createContext<SchemeChoice | null>(null);

/** Dark or light, and how to change it. */
export function useScheme(): SchemeChoice {
  const choice = useContext(SchemeContext);
  if (choice === null) throw new Error('useScheme needs an Office above it');
  return choice;
}

/** Frame of every screen but the wall: components, theme and passing messages. Each screen remembers its theme. */
export function Office({
  screen,
  initial,
  children,
}: {
  screen: string;
  initial: Scheme;
  children: ReactNode;
}) {
  const keptAs = `live-room.theme.${screen}`;
  const [scheme, setScheme] = useState<Scheme>(() => keptScheme(keptAs) ?? initial);
  const choose = (next: Scheme) => {
    localStorage.setItem(keptAs, next);
    setScheme(next);
  };
  return (
    <MantineProvider theme={useNamedParts()} forceColorScheme={scheme}>
      <SchemeContext value={{ scheme, choose }}>
        {children}
        <Notifications position="bottom-center" limit={3} />
      </SchemeContext>
    </MantineProvider>
  );
}

/** The theme, with a name for what has only a picture. */
function useNamedParts() {
  const { t } = useWords();
  const close = t('action.close');
  return useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    return mergeThemeOverrides(theme, { components: { Notification: { defaultProps } } });
  }, [close]);
}

function keptScheme(keptAs: string): Scheme | null {
  const kept = localStorage.getItem(keptAs);
  return kept === 'dark' || kept === 'light' ? kept : null;
}
