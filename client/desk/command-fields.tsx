import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { FocusEvent } from 'react';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import { type Command, needsReason } from '../../shared/ticket/transitions.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useCity, useOpenDepartments } from '../session/city-words.ts';
import { groundsOfKind, tellGrounds } from '../ticket/because.ts';
import { useSafeEnter } from '../ui/use-safe-enter.ts';
import { useWords } from '../ui/use-words.ts';
import type { Fields } from './command-body.ts';
import { SplitFields } from './split-fields.tsx';

type FieldsProps = {
  command: Command;
  ticket: TicketDetail;
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  error: string | null;
};

/** The fields that a command asks for. */
export function CommandFields({ command, ticket, fields, set, error }: FieldsProps) {
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
          label={t('command.into')}
          description={t('command.into-hint')}
          value={fields.into}
          error={error}
          onChange={(event) => set({ into: event.currentTarget.value })}
        />
      )}
      {command === 'split' && <SplitFields ticket={ticket} fields={fields} set={set} error={error} />}
      {(required ||
        command === 'route' ||
        command === 'merge' ||
        command === 'split' ||
        command === 'reprioritise') && (
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
      {command === 'reject' && (
        <Checkbox
          size="sm"
          label={t('command.prank')}
          description={t('command.prank-hint')}
          checked={fields.prank}
          onChange={(event) => set({ prank: event.currentTarget.checked })}
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

/**
 * What is chosen already stays out of the way: Enter accepts it, typing chooses another. An open list would lie
 * over the rest of the form, and a press on its button would hit a department.
 */
function useChangeByTyping() {
  return {
    ...useSafeEnter(),
    openOnFocus: false,
    onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
  };
}

type FieldProps = Pick<FieldsProps, 'fields' | 'set'>;

/** The department the system suggests is chosen already, with the words it goes by. */
function DepartmentField({ ticket, fields, set }: FieldProps & { ticket: TicketDetail }) {
  const { t } = useWords();
  const departments = useOpenDepartments();
  const changeByTyping = useChangeByTyping();
  const grounds = tellGrounds(groundsOfKind(ticket.history), t);
  return (
    <Select
      size="sm"
      searchable
      {...changeByTyping}
      label={t('command.department')}
      description={grounds !== '' && t('command.suggested-because', { words: grounds })}
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
  const changeByTyping = useChangeByTyping();
  const { categories } = useCity();
  return (
    <Select
      size="sm"
      searchable
      {...changeByTyping}
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
