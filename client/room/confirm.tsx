import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../ui/use-words.ts';

type ConfirmProps = {
  opened: boolean;
  /** What is about to be done: title and button. */
  act: string;
  children: ReactNode;
  busy: boolean;
  confirm: () => void;
  close: () => void;
};

/** Asks before what cannot be undone. */
export function Confirm({ opened, act, children, busy, confirm, close }: ConfirmProps) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={close} title={act} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {children}
      <Group mt="md">
        <Button loading={busy} onClick={confirm}>
          {act}
        </Button>
        <Button variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
