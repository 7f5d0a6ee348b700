import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWarn } from '../api/room.ts';
import { useLive } from '../live/use-board.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { nextTime, usualEnd } from './until.ts';
import { useFormId } from './use-form-id.ts';
import { useTell } from './use-tell.tsx';
import { type Fields, WarningFields } from './warning-fields.tsx';

/** A new warning. It ends by itself, at a time of day within the next twenty-four hours. */
export function WarningForm({ close }: { close: () => void }) {
  const { t } = useWords();
  const { timeZone } = useCity();
  const { times } = useCityWords();
  const { freshness } = useLive();
  const tell = useTell();
  const warn = useWarn();
  const { id } = useFormId();
  const [tried, setTried] = useState(false);
  const [fields, setFields] = useState<Fields>(() => ({
    severity: 'Moderate',
    event: '',
    text: '',
    kecamatan: [],
    source: '',
    clock: times.time(usualEnd(freshness.serverNow())),
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { clock, ...said } = fields;
    const end = nextTime(clock, freshness.serverNow(), timeZone);
    const isWhole = [said.event, said.text, said.source].every((text) => text.trim() !== '');
    if (end === null || !isWhole) return;
    warn.mutate(
      { id, ...said, until: new Date(end).toISOString() },
      {
        onSuccess: () => {
          tell.done(t('room.warning.added'));
          close();
        },
        onError: tell.failed,
      },
    );
  };
  return (
    <form className="room-form room-warning-form" onSubmit={submit} aria-label={t('room.warning.new')}>
      <WarningFields
        fields={fields}
        set={(change) => setFields((known) => ({ ...known, ...change }))}
        tried={tried}
      />
      <div className="room-acts">
        <Button type="submit" size="xs" loading={warn.isPending}>
          {t('room.warning.add')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
