import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { WallSound } from '../../shared/wire/room.ts';
import { createSpeaker, type Speaker } from './speaker.ts';

export const SpeakerContext = createContext<Speaker | null>(null);

/** A speaker for as long as the wall is shown; null in the moment before there is one. */
export function useNewSpeaker(): Speaker | null {
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  useEffect(() => {
    const made = createSpeaker();
    setSpeaker(made);
    return () => made.close();
  }, []);
  return speaker;
}

const SILENT = { subscribe: () => () => {}, state: (): WallSound => 'blocked' };

/** The wall's speaker and whether it can be heard. */
export function useSound(): { sound: WallSound; speaker: Speaker | null } {
  const speaker = useContext(SpeakerContext);
  const read = speaker?.getSnapshot ?? SILENT.state;
  const sound = useSyncExternalStore(speaker?.subscribe ?? SILENT.subscribe, read, read);
  return { sound, speaker };
}
