import { useCallback, useMemo, useState } from 'react';
import type { Scene } from '../../shared/wire/room.ts';
import { chooseLanguage } from '../ui/i18n.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../ui/use-words.ts';
import type { WallKey } from './keys-help.tsx';
import type { Speaker } from './speaker.ts';
import type { MapHold } from './use-map-hold.ts';
import { toggleWallTheme } from './wall-theme.ts';

type Acts = {
  choose: (scene: Scene | null) => void;
  hold: MapHold;
  setHeat: (change: (on: boolean) => boolean) => void;
  speaker: Speaker | null;
};

/** The wall's keys, and the list of them. */
export function useWallKeys({ choose, hold, setHeat, speaker }: Acts) {
  const { language } = useWords();
  const [helpOpen, setHelpOpen] = useState(false);
  const { release } = hold;
  const list = useMemo(
    (): WallKey[] => [
      { key: '1', text: 'wall.key.map', act: () => choose('map') },
      { key: '2', text: 'wall.key.departments', act: () => choose('departments') },
      { key: '3', text: 'wall.key.sensors', act: () => choose('sensors') },
      { key: '4', text: 'wall.key.flood', act: () => choose('flood') },
      { key: '5', text: 'wall.key.heat-scene', act: () => choose('heat') },
      { key: '0', text: 'wall.key.auto', act: () => choose(null) },
      { key: 'h', text: 'wall.key.heat', act: () => setHeat((on) => !on) },
      { key: 'Escape', text: 'wall.key.release', act: release },
      { key: 's', text: 'wall.key.sound', act: () => speaker?.toggle() },
      { key: 't', text: 'wall.key.theme', act: toggleWallTheme },
      { key: 'l', text: 'language.switch', act: () => void chooseLanguage(language === 'id' ? 'en' : 'id') },
      { key: 'f', text: 'wall.key.fullscreen', act: toggleFullscreen },
    ],
    [choose, release, setHeat, speaker, language],
  );
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const closeHelp = useCallback(() => setHelpOpen(false), []);
  useKeys({
    ...Object.fromEntries(list.map(({ key, act }) => [key, act])),
    '?': () => setHelpOpen((open) => !open),
    ...(helpOpen && { Escape: closeHelp }),
  });
  return { list, helpOpen, openHelp, closeHelp };
}

function toggleFullscreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser may refuse; the wall is as it was.
  done.catch(() => {});
}
