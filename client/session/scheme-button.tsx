import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useScheme } from '../ui/office.tsx';
import { useWords } from '../ui/use-words.ts';

/** One click to the other theme. */
export function SchemeButton() {
  const { t } = useWords();
  const { scheme, choose } = useScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  const Icon = scheme === 'dark' ? IconSun : IconMoon;
  return (
    <Tooltip label={t(`theme.${other}`)}>
      <ActionIcon variant="default" aria-label={t(`theme.${other}`)} onClick={() => choose(other)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
