import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useWords } from '../ui/use-words.ts';
import { useSound } from './use-speaker.ts';

/** Whether tones can be heard, and the switch. A wall that is kept silent by its browser says so. */
export function SoundSwitch() {
  const { t } = useWords();
  const { sound, speaker } = useSound();
  const Icon = sound === 'on' ? IconVolume : IconVolumeOff;
  return (
    <button
      type="button"
      className="wall-button"
      data-sound={sound}
      data-testid="sound"
      onClick={() => speaker?.toggle()}
    >
      <Icon size="1.25em" stroke={2} aria-hidden />
      {t(`wall.sound.${sound}`)}
    </button>
  );
}
