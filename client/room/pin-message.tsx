import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { LONGEST_MESSAGE } from '../../shared/wire/room-limits.ts';
import { usePin } from '../api/room.ts';
import { useWords } from '../ui/use-words.ts';
import { useFormId } from './use-form-id.ts';
import { useTell } from './use-tell.tsx';

/** Words for every wall. */
export function PinMessage() {
  const { t } = useWords();
  const tell = useTell();
  const pin = usePin();
  const { id, renew } = useFormId();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    pin.mutate(
      { id, text },
      {
        onSuccess: () => {
          tell.done(t('room.pin.added'));
          setText('');
          setTried(false);
          renew();
        },
        onError: tell.failed,
      },
    );
  };
  return (
    <form className="room-form" onSubmit={submit} aria-label={t('room.pin.add-message')}>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxLength={LONGEST_MESSAGE}
        label={t('room.pin.message')}
        description={t('room.pin.message-hint')}
        error={tried && text.trim() === '' && t('room.pin.message-needed')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="room-acts">
        <Button type="submit" size="xs" variant="default" loading={pin.isPending}>
          {t('room.pin.add-message')}
        </Button>
        <small>{t('room.pin.left', { count: LONGEST_MESSAGE - text.length })}</small>
      </div>
    </form>
  );
}
