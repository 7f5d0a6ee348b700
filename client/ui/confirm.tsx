import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from './use-words.ts';

type ConfirmProps = {
  opened: boolean;
  /** What is about to be done: title and button. */
  act: string;
  children: ReactNode;
  busy: boolean;
  /** Why it was not done. */
  problem?: ReactNode;
  confirm: () => void;
  close: () => void;
};

/** Asks before what cannot be taken back. */
export function Confirm({ opened, act, children, busy, problem, confirm, close }: ConfirmProps) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={close} title={act} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {children}
      {problem}
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
