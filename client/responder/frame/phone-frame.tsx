import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useState } from 'react';
import './phone-frame.css';

export type Scheme = 'dark' | 'light';
type SchemeChoice = { scheme: Scheme; choose(scheme: Scheme): void };

const KEPT_AS = 'live-room.theme.responder';
/** What the frame of an installed app is coloured in: the head's ground (`--panel`). */
const HEAD: Record<Scheme, string> = { light: '#ffffff', dark: '#10151d' };

const SchemeContext = createContext<SchemeChoice | null>(null);

/** Light or dark, and how to change it. */
export function usePhoneScheme(): SchemeChoice {
  const choice = useContext(SchemeContext);
  if (choice === null) throw new Error('usePhoneScheme needs a PhoneFrame above it');
  return choice;
}

/**
 * Frame of the phone's screen: its theme, and what a browser needs to install it. Without the components of the larger
 * screens, which weigh more than all there is here.
 */
export function PhoneFrame({ children }: { children: ReactNode }) {
  const [scheme, setScheme] = useState<Scheme>(keptScheme);
  const choose = (next: Scheme) => {
    localStorage.setItem(KEPT_AS, next);
    setScheme(next);
  };
  // The attribute that `tokens.css` goes by on every screen.
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  }, [scheme]);
  useInstallable(scheme);
  return (
    <SchemeContext value={{ scheme, choose }}>
      <div className="phone">{children}</div>
    </SchemeContext>
  );
}

function keptScheme(): Scheme {
  return localStorage.getItem(KEPT_AS) === 'dark' ? 'dark' : 'light';
}

/** Only this screen is installed: a wall should not be asked whether it wants to be. */
function useInstallable(scheme: Scheme): void {
  useEffect(() => {
    const links = [
      addLink('manifest', '/manifest.webmanifest'),
      addLink('apple-touch-icon', '/icons/apple-touch-180.png'),
    ];
    return () => {
      for (const link of links) link.remove();
    };
  }, []);
  useEffect(() => {
    const meta = document.querySelector('meta[name="theme-color"]');
    const before = meta?.getAttribute('content') ?? '';
    meta?.setAttribute('content', HEAD[scheme]);
    return () => meta?.setAttribute('content', before);
  }, [scheme]);
}

function addLink(rel: string, href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = href;
  document.head.append(link);
  return link;
}
