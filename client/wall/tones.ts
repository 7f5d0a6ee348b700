import type { Priority } from '../../shared/ticket/ticket.ts';

/** Hertz; seconds from the start of the tone; how loud, 0 to 1. */
export type Note = { hz: number; atS: number; forS: number; loud: number };

/** What a new ticket sounds like: critical calls three times, high is one soft note, the others are silent. */
export const TONES: Partial<Record<Priority, readonly Note[]>> = {
  critical: [0, 0.62, 1.24].flatMap((atS) => [
    { hz: 880, atS, forS: 0.2, loud: 0.5 },
    { hz: 659, atS: atS + 0.22, forS: 0.26, loud: 0.5 },
  ]),
  high: [{ hz: 587, atS: 0, forS: 0.5, loud: 0.16 }],
};

/** Plays a tone with soft edges: a hard one clicks in large rooms. */
export function playTone(context: AudioContext, notes: readonly Note[]): void {
  for (const { hz, atS, forS, loud } of notes) {
    const start = context.currentTime + 0.02 + atS;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loud, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + forS);
    const oscillator = context.createOscillator();
    oscillator.type = 'triangle';
    oscillator.frequency.value = hz;
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + forS);
  }
}
