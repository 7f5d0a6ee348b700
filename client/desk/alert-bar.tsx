import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { IconVolume, IconVolume3, IconVolumeOff } from '@tabler/icons-react';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import type { useNewCritical } from './use-new-critical.ts';

const ICONS = { on: IconVolume, off: IconVolumeOff, blocked: IconVolume3 };

type Props = { critical: ReturnType<typeof useNewCritical>; open: (id: string) => void };

/** New critical tickets that nobody here has looked at, and whether they are heard. */
export function AlertBar({ critical: { count, first, sound, toggleSound }, open }: Props) {
  const { t } = useWords();
  const Icon = ICONS[sound];
  return (
    <div className="desk-alert" data-calling={count > 0}>
      <p role="status">
        {count > 0 && <SeverityMark priority="critical" />}
        {t(count > 0 ? 'alert.new' : 'alert.none', { count })}
      </p>
      {first && (
        <Button
          size="compact-xs"
          rightSection={
            <Kbd size="xs" aria-hidden>
              g
            </Kbd>
          }
          onClick={() => open(first.id)}
        >
          {t('alert.open')}
        </Button>
      )}
      <Tooltip label={t(`alert.sound.${sound}`)}>
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t(`alert.sound.${sound}`)}
          aria-pressed={sound !== 'off'}
          onClick={toggleSound}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
