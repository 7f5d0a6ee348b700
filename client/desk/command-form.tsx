import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LatLng } from '../../shared/report/report.ts';
import { PRIORITIES, type Priority } from '../../shared/ticket/ticket.ts';
import { type Command, needsReason } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useLive } from '../live/use-board.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { Give } from './command-bar.tsx';

type Props = {
  command: Command;
  ticket: TicketDetail;
  picked: LatLng | null;
  busy: boolean;
  give: Give;
  close: () => void;
};

/** What the person fills in. Unused fields stay as they were. */
type Fields = {
  departmentCode: string;
  category: string;
  priority: Priority;
  reason: string;
  note: string;
  into: string;
};

/** Asks for what a command needs, with what is likely already filled in, and gives it. */
export function CommandForm({ command, ticket, picked, busy, give, close }: Props) {
  const { t } = useWords();
  const { board } = useLive();
  const [fields, setFields] = useState<Fields>(() => ({ ...EMPTY, ...pickFrom(ticket) }));
  const [error, setError] = useState<string | null>(null);
  const set = (change: Partial<Fields>) => {
    setFields((known) => ({ ...known, ...change }));
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reason = fields.reason.trim();
    const note = fields.note.trim();
    if (needsReason(command) && reason === '') return setError(t('command.reason-needed'));
    if (command === 'note' && note === '') return setError(t('command.note-needed'));
    const into =
      command === 'merge' ? findByNumber(board.getSnapshot().tickets, fields.into, ticket.id) : null;
    if (command === 'merge' && into === null) return setError(t('command.into-unknown'));
    if (await run(give, command, { ...fields, reason, note, into: into ?? '' }, picked)) close();
  };
  return (
    <form className="desk-form" onSubmit={(event) => void submit(event)} aria-label={t(`command.${command}`)}>
      <FormFields command={command} ticket={ticket} fields={fields} set={set} error={error} />
      {command === 'verify' && <p className="desk-hint">{t(picked ? 'entry.point' : 'entry.where-hint')}</p>}
      <Group gap="xs">
        <Button type="submit" size="xs" loading={busy}>
          {t(`command.${command}`)}
        </Button>
        <Button type="button" size="xs" variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}

const EMPTY: Fields = {
  departmentCode: '',
  category: '',
  priority: 'normal',
  reason: '',
  note: '',
  into: '',
};

function pickFrom({ departmentCode, category, priority }: TicketDetail): Partial<Fields> {
  return { departmentCode, category, priority };
}

type FieldsProps = {
  command: Command;
  ticket: TicketDetail;
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  error: string | null;
};

function FormFields({ command, ticket, fields, set, error }: FieldsProps) {
  const { t } = useWords();
  const required = needsReason(command);
  return (
    <>
      {command === 'route' && <DepartmentField ticket={ticket} fields={fields} set={set} />}
      {command === 'verify' && <CategoryField fields={fields} set={set} />}
      {(command === 'verify' || command === 'reprioritise') && (
        <Select
          size="sm"
          label={t('command.priority-label')}
          data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={fields.priority}
          allowDeselect={false}
          onChange={(value) =>
            set({ priority: PRIORITIES.find((known) => known === value) ?? fields.priority })
          }
        />
      )}
      {command === 'merge' && (
        <TextInput
          size="sm"
          data-autofocus
          label={t('command.into')}
          description={t('command.into-hint')}
          value={fields.into}
          error={error}
          onChange={(event) => set({ into: event.currentTarget.value })}
        />
      )}
      {(required || command === 'route' || command === 'merge' || command === 'reprioritise') && (
        <Textarea
          size="sm"
          autosize
          minRows={required ? 2 : 1}
          label={t('command.reason')}
          required={required}
          withAsterisk={false}
          value={fields.reason}
          error={required && error}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      {(command === 'note' || command === 'resolve') && (
        <Textarea
          size="sm"
          autosize
          minRows={2}
          label={t('command.note-label')}
          value={fields.note}
          error={command === 'note' && error}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      )}
    </>
  );
}

type FieldProps = Pick<FieldsProps, 'fields' | 'set'>;

/** The department the system suggests is chosen already, with the words it goes by. */
function DepartmentField({ ticket, fields, set }: FieldProps & { ticket: TicketDetail }) {
  const { t } = useWords();
  const { departments } = useCity();
  const because = ticket.history.findLast(({ details }) => details.because?.length)?.details.because;
  return (
    <Select
      size="sm"
      searchable
      label={t('command.department')}
      description={because && t('command.suggested-because', { words: because.join(', ') })}
      data={departments.map(({ code, name, shortName }) => {
        const label = name === shortName ? name : `${shortName}: ${name}`;
        const isSuggested = code === ticket.departmentCode;
        return {
          value: code,
          label: isSuggested ? t('command.department-suggested', { name: label }) : label,
        };
      })}
      value={fields.departmentCode}
      allowDeselect={false}
      onChange={(value) => value !== null && set({ departmentCode: value })}
    />
  );
}

function CategoryField({ fields, set }: FieldProps) {
  const { t, language } = useWords();
  const { categories } = useCity();
  return (
    <Select
      size="sm"
      searchable
      label={t('command.category')}
      data={categories.map(({ code, name }) => ({ value: code, label: name[language] }))}
      value={fields.category}
      allowDeselect={false}
      onChange={(value) => {
        const category = categories.find(({ code }) => code === value);
        if (category) set({ category: category.code, priority: category.priority });
      }}
    />
  );
}

/** Accepts the whole number or its end (`123` for `…-000123`). */
function findByNumber(
  tickets: ReadonlyMap<string, { id: string; number: string }>,
  typed: string,
  exceptId: string,
): string | null {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return null;
  const digits = /^\d+$/.test(wanted) ? `-${wanted.padStart(6, '0')}` : null;
  for (const { id, number } of tickets.values()) {
    const fits = number === wanted || (digits !== null && number.endsWith(digits));
    if (fits && id !== exceptId) return id;
  }
  return null;
}

/** Only what was filled in goes out. */
function run(give: Give, command: Command, fields: Fields, picked: LatLng | null): Promise<boolean> {
  const { reason, note, departmentCode, category, priority, into } = fields;
  const why = reason === '' ? {} : { reason };
  switch (command) {
    case 'verify':
      return give('verify', { category, priority, ...(picked && { location: picked }) });
    case 'route':
      return give('route', { departmentCode, ...why });
    case 'reprioritise':
      return give('reprioritise', { priority, ...why });
    case 'merge':
      return give('merge', { into, ...why });
    case 'note':
      return give('note', { note });
    case 'resolve':
      return give('resolve', note === '' ? {} : { note });
    case 'return':
    case 'reopen':
    case 'reject':
      return give(command, { reason });
    case 'acknowledge':
    case 'start':
    case 'close':
      return give(command, {});
  }
}
