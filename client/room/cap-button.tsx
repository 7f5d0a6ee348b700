import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { LONGEST_CAP } from '../../shared/wire/room-limits.ts';
import { RequestFailed } from '../api/request.ts';
import { useImportCap } from '../api/room.ts';
import { useWords } from '../ui/use-words.ts';
import { useTell } from './use-tell.tsx';

/** Puts a warning file of BMKG, or of whoever else speaks CAP, on the walls. */
export function CapButton() {
  const { t } = useWords();
  const tell = useTell();
  const take = useImportCap();
  const forget = useRef<() => void>(null);
  const read = async (file: File | null) => {
    forget.current?.();
    if (file === null) return;
    if (file.size > LONGEST_CAP) return tell.done(t('room.cap.too-large'));
    take.mutate(await file.text(), {
      onSuccess: ({ warning }) =>
        tell.done(warning ? t('room.cap.shown', { event: warning.event }) : t('room.cap.cancelled')),
      onError: (error) =>
        error instanceof RequestFailed && error.failure === 'invalid'
          ? tell.done(t('room.cap.refused', { why: error.problem?.detail ?? '' }))
          : tell.failed(error),
    });
  };
  return (
    <FileButton onChange={(file) => void read(file)} accept=".xml,application/xml,text/xml" resetRef={forget}>
      {(props) => (
        <Button
          {...props}
          size="xs"
          variant="default"
          loading={take.isPending}
          leftSection={<IconFileImport size={14} aria-hidden />}
        >
          {t('room.cap.take')}
        </Button>
      )}
    </FileButton>
  );
}
