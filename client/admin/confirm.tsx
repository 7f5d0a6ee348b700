import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../ui/use-words.ts';

/** Asks before something that cannot be taken back. */
export function Confirm({
  opened,
  title,
  pending,
  problem,
  onYes,
  close,
  children,
}: {
  opened: boolean;
  title: string;
  pending: boolean;
  problem?: ReactNode;
  onYes: () => void;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
      {problem}
      <Group mt="md">
        <Button loading={pending} onClick={onYes}>
          {title}
        </Button>
        <Button variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
