import type { Priority } from '../../shared/ticket/ticket.ts';
import type { WallSound } from '../../shared/wire/room.ts';
import { playTone, TONES } from './tones.ts';

const KEPT_AS = 'live-room.wall-sound';

export type Speaker = ReturnType<typeof createSpeaker>;

/**
 * The wall's voice. Browsers keep it silent until somebody touches the page (or the kiosk is started with leave
 * to play): until then it is `blocked`, and any touch or key lets it speak. On unless it was switched off here.
 */
export function createSpeaker() {
  let wanted = localStorage.getItem(KEPT_AS) !== 'off';
  const context = 'AudioContext' in window ? new AudioContext() : null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  /** A promise that browsers leave open until they are touched: nothing may wait for it. */
  const wake = () => {
    if (wanted && context?.state !== 'running') void context?.resume().then(tell, () => {});
  };
  context?.addEventListener('statechange', tell);
  for (const event of ['pointerdown', 'keydown', 'touchend'] as const)
    window.addEventListener(event, wake, { passive: true });

  const state = (): WallSound => {
    if (!wanted) return 'off';
    return context?.state === 'running' ? 'on' : 'blocked';
  };
  return {
    getSnapshot: state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Off and on again; where it is blocked the touch itself has already let it speak. */
    toggle(): void {
      if (state() === 'blocked') {
        wake();
        return;
      }
      wanted = !wanted;
      localStorage.setItem(KEPT_AS, wanted ? 'on' : 'off');
      wake();
      tell();
    },
    /** Says that a ticket of this severity is new. What could not be heard is not said later. */
    announce(priority: Priority): void {
      const notes = TONES[priority];
      if (notes && context && state() === 'on') playTone(context, notes);
    },
    close(): void {
      for (const event of ['pointerdown', 'keydown', 'touchend'] as const)
        window.removeEventListener(event, wake);
      void context?.close();
    },
  };
}
