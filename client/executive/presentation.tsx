import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../ui/use-words.ts';
import { ShownOnly } from './way-to-tickets.tsx';

const TURN_MS = 15_000;

type Props = {
  slides: { id: string; answer: ReactNode }[];
  headline: ReactNode;
  /** The figures are those of what was asked before. */
  isCounting: boolean;
  end(): void;
};

/** The answers one after the other, large, on the whole screen: turned by keys or by themselves. `Esc` ends it. */
export function Presentation({ slides, headline, isCounting, end }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const [turning, setTurning] = useState(true);
  const count = slides.length;
  const move = (by: number) => setAt((now) => (now + by + count) % count);

  useFullScreen(dialog, end);
  useEffect(() => {
    if (!turning) return;
    // Also after a turn by hand there is the whole time to read.
    const timer = setTimeout(() => setAt((at + 1) % count), TURN_MS);
    return () => clearTimeout(timer);
  }, [turning, at, count]);
  const forward = () => move(1);
  const back = () => move(-1);
  const turnOrStop = () => setTurning((now) => !now);
  useKeys(
    Object.fromEntries([
      ...['ArrowRight', 'ArrowDown', 'PageDown'].map((key) => [key, forward] as const),
      ...['ArrowLeft', 'ArrowUp', 'PageUp'].map((key) => [key, back] as const),
      ['p', turnOrStop] as const,
    ]),
  );

  return (
    <dialog ref={dialog} className="exec-presentation" aria-label={t('executive.present')} onClose={end}>
      {headline}
      <div className="exec-slide" aria-live="polite" aria-busy={isCounting}>
        <ShownOnly>{slides[at]?.answer}</ShownOnly>
      </div>
      <div className="exec-slide-bar">
        <span>{t('executive.slide', { n: at + 1 })}</span>
        <span className="exec-bar-gap" />
        <Button variant="default" onClick={back}>
          ← {t('executive.slide-previous')}
        </Button>
        <Button variant="default" onClick={forward}>
          {t('executive.slide-next')} →
        </Button>
        <Button variant="default" onClick={turnOrStop}>
          {t(turning ? 'executive.slide-pause' : 'executive.slide-play')}
        </Button>
        <Button variant="default" onClick={end}>
          {t('executive.slide-end')}
        </Button>
      </div>
    </dialog>
  );
}

/** Opens over everything, and over the desktop where the browser lets it; leaving the full screen ends it. */
function useFullScreen(dialog: React.RefObject<HTMLDialogElement | null>, end: () => void): void {
  const latest = useRef(end);
  useEffect(() => {
    latest.current = end;
  });
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (!element.open) element.showModal();
    let wasFull = false;
    const onChange = () => {
      if (document.fullscreenElement !== null) wasFull = true;
      else if (wasFull) latest.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    // A browser may refuse; large it is anyway.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, [dialog]);
}
