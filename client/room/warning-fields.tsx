import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { WARNING_SEVERITIES, type WarningSeverity } from '../../shared/wire/room.ts';
import { LONGEST_WARNING } from '../../shared/wire/room-limits.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { useWords } from '../ui/use-words.ts';
import { nextTime } from './until.ts';

/** `clock`: the time of day at which it ends, in the city. */
export type Fields = {
  severity: WarningSeverity;
  event: string;
  text: string;
  kecamatan: string[];
  source: string;
  clock: string;
};

type Props = { fields: Fields; set: (change: Partial<Fields>) => void; tried: boolean };

/** What a warning is made of. */
export function WarningFields({ fields, set, tried }: Props) {
  const { t } = useWords();
  const missing = (text: string) => tried && text.trim() === '' && t('room.warning.needed');
  return (
    <>
      <TextInput
        size="sm"
        data-autofocus
        label={t('room.warning.event')}
        placeholder={t('room.warning.event-hint')}
        maxLength={80}
        error={missing(fields.event)}
        value={fields.event}
        onChange={(event) => set({ event: event.currentTarget.value })}
      />
      <Select
        size="sm"
        label={t('room.warning.severity')}
        allowDeselect={false}
        data={WARNING_SEVERITIES.map((value) => ({ value, label: t(`room.severity.${value}`) }))}
        value={fields.severity}
        onChange={(value) =>
          set({ severity: WARNING_SEVERITIES.find((known) => known === value) ?? fields.severity })
        }
      />
      <Textarea
        className="room-wide"
        size="sm"
        autosize
        minRows={2}
        label={t('room.warning.text')}
        maxLength={LONGEST_WARNING}
        error={missing(fields.text)}
        value={fields.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Places fields={fields} set={set} />
      <TextInput
        size="sm"
        label={t('room.warning.source')}
        placeholder={t('room.warning.source-hint')}
        maxLength={80}
        error={missing(fields.source)}
        value={fields.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      <End fields={fields} set={set} tried={tried} />
    </>
  );
}

function Places({ fields, set }: Omit<Props, 'tried'>) {
  const { t } = useWords();
  const { cells } = useCity();
  const names = [...new Set(cells.map(({ kecamatan }) => kecamatan))].sort();
  return (
    <MultiSelect
      className="room-wide"
      size="sm"
      searchable
      label={t('room.warning.kecamatan')}
      placeholder={fields.kecamatan.length === 0 ? t('room.warning.kecamatan-hint') : ''}
      data={names}
      value={fields.kecamatan}
      onChange={(kecamatan) => set({ kecamatan })}
    />
  );
}

function End({ fields: { clock }, set, tried }: Props) {
  const { t, duration } = useWords();
  const { timeZone, timeZoneLabel } = useCity();
  const { times } = useCityWords();
  const now = useServerNow();
  const end = nextTime(clock, now, timeZone);
  return (
    <TextInput
      size="sm"
      maxLength={5}
      label={t('room.warning.until', { zone: timeZoneLabel })}
      description={end && t('room.warning.ends', { at: times.moment(end), left: duration(end - now) })}
      error={tried && end === null && t('room.warning.needed')}
      value={clock}
      onChange={(event) => set({ clock: event.currentTarget.value })}
    />
  );
}
