/** Whether the desk can be heard: `blocked` until somebody has touched the page, as browsers ask for. */
export type SoundState = 'on' | 'off' | 'blocked';

const KEPT_AS = 'live-room.desk.sound';
/** Two short notes, the second higher, Hz and seconds. */
const NOTES = [
  { hz: 660, at: 0 },
  { hz: 880, at: 0.18 },
];
const NOTE_S = 0.15;
const LOUDNESS = 0.2;

export type Tone = ReturnType<typeof createTone>;

/** The tone for a new critical ticket, and its switch, which this browser remembers. */
export function createTone() {
  let wanted = localStorage.getItem(KEPT_AS) !== 'off';
  let audio: AudioContext | null = null;
  let state: SoundState = wanted ? 'blocked' : 'off';
  const listeners = new Set<() => void>();

  function settle(): void {
    const next: SoundState = !wanted ? 'off' : audio?.state === 'running' ? 'on' : 'blocked';
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** Opens the way to the loudspeaker, where the browser lets us by now. */
  async function open(): Promise<void> {
    if (audio === null) {
      audio = new AudioContext();
      audio.addEventListener('statechange', settle);
    }
    if (audio.state === 'suspended') await audio.resume();
    settle();
  }

  const onTouch = () => {
    if (wanted && audio?.state !== 'running') void open().catch(settle);
  };
  window.addEventListener('pointerdown', onTouch);
  window.addEventListener('keydown', onTouch);

  return {
    getSnapshot: (): SoundState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle(): void {
      wanted = !wanted;
      localStorage.setItem(KEPT_AS, wanted ? 'on' : 'off');
      if (wanted) onTouch();
      settle();
    },
    play(): void {
      if (!wanted || audio?.state !== 'running') return;
      for (const { hz, at } of NOTES) playNote(audio, hz, audio.currentTime + at);
    },
    close(): void {
      window.removeEventListener('pointerdown', onTouch);
      window.removeEventListener('keydown', onTouch);
      audio?.removeEventListener('statechange', settle);
      void audio?.close();
    },
  };
}

function playNote(audio: AudioContext, hz: number, at: number): void {
  const note = new OscillatorNode(audio, { type: 'sine', frequency: hz });
  const gain = new GainNode(audio, { gain: 0 });
  // Swelling and fading, or it would click.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  gain.gain.linearRampToValueAtTime(0, at + NOTE_S);
  note.connect(gain).connect(audio.destination);
  note.start(at);
  note.stop(at + NOTE_S);
}
