import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { useGiveCommand } from '../ticket/use-give-command.ts';
import { useWords } from '../ui/use-words.ts';

type Props = { give: ReturnType<typeof useGiveCommand>['give']; busy: boolean; close: () => void };

/** Gives the ticket back to the control room, with the reason it needs to do better. */
export function ReturnForm({ give, busy, close }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    if (await give('return', { reason: reason.trim() })) close();
  };
  return (
    <form
      className="responder-form"
      onSubmit={(event) => void submit(event)}
      aria-label={t('responder.return-title')}
    >
      <h2>{t('responder.return-title')}</h2>
      <Textarea
        size="md"
        autosize
        minRows={3}
        label={t('command.reason')}
        description={t('responder.return-hint')}
        value={reason}
        error={tried && reason.trim() === '' && t('command.reason-needed')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" loading={busy}>
        {t('command.return')}
      </Button>
      <Button type="button" size="lg" variant="default" onClick={close}>
        {t('action.cancel')}
      </Button>
    </form>
  );
}
