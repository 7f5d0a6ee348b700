import { Checkbox, Fieldset, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { QUICK_TEXT_USES } from '../../../shared/city/change.ts';
import { ROUTING_POLICIES } from '../../../shared/city/city-pack.ts';
import { isPattern } from '../../../shared/city/patterns.ts';
import { RULE_PRIORITIES } from '../../../shared/city/urgency.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { useSettings } from '../../api/settings.ts';
import { useCity } from '../../session/city-words.ts';
import { DEPARTMENT_ICONS, DepartmentIcon } from '../../ui/department-icon.tsx';
import { useWords } from '../../ui/use-words.ts';
import type { Draft } from './draft.ts';
import type { Field } from './fields.ts';
import { readPhrases } from './texts.ts';

type Props = {
  field: Field;
  value: Draft[string];
  error: string | undefined;
  disabled: boolean;
  set: (value: Draft[string]) => void;
};

/** The control of one field. */
export function FieldControl(props: Props) {
  const { field, value, error, disabled, set } = props;
  const { t, duration } = useWords();
  const texts = { label: t(field.label), description: field.hint && t(field.hint), error, disabled };
  switch (field.control) {
    case 'check':
      return (
        <Checkbox
          {...texts}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case 'patterns':
      return <PatternsControl {...props} />;
    case 'words':
    case 'area':
    case 'dates':
      return (
        <Textarea
          {...texts}
          autosize
          minRows={3}
          maxRows={14}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    case 'week':
      return <WeekControl {...props} />;
    case 'uses':
      return (
        <Checkbox.Group {...texts} value={value as string[]} onChange={set}>
          <Group mt="xs">
            {QUICK_TEXT_USES.map((use) => (
              <Checkbox key={use} value={use} label={t(`admin.use.${use}`)} disabled={disabled} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'department':
    case 'any-department':
    case 'priority':
    case 'routing':
    case 'icon':
    case 'calendar':
    case 'rule-priority':
    case 'any-category':
      return <ChoiceControl {...props} />;
    default: {
      const minutes = field.control === 'minutes' ? Number(value) : 0;
      const shown = minutes >= 60 ? duration(minutes * 60_000) : null;
      return (
        <TextInput
          {...texts}
          inputMode={field.control === 'text' ? 'text' : 'decimal'}
          rightSection={shown && <span className="admin-unit">{shown}</span>}
          rightSectionWidth={80}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    }
  }
}

/** Phrases, one a line; the first that cannot be read is named. */
function PatternsControl({ field, value, error, disabled, set }: Props) {
  const { t } = useWords();
  const wrong = error ? readPhrases(String(value)).find((phrase) => !isPattern(phrase)) : undefined;
  return (
    <Textarea
      label={t(field.label)}
      description={field.hint && t(field.hint)}
      error={wrong === undefined ? error : t('admin.error.pattern', { phrase: wrong })}
      disabled={disabled}
      autosize
      minRows={3}
      maxRows={18}
      spellCheck={false}
      value={String(value)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Seven lines, Monday first. */
function WeekControl({ field, value, error, disabled, set }: Props) {
  const { t, language } = useWords();
  const week = value as string[];
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Fieldset legend={t(field.label)} className="admin-week">
      <p className="admin-note">{field.hint && t(field.hint)}</p>
      {error && (
        <p className="admin-field-error" role="alert">
          {error}
        </p>
      )}
      {DAYS.map((day) => (
        <TextInput
          key={day}
          // 5 January 1970 was a Monday.
          label={name.format((4 + day) * 86_400_000)}
          placeholder={t('admin.field.day-closed')}
          disabled={disabled}
          value={week[day] ?? ''}
          onChange={(event) => set(week.with(day, event.currentTarget.value))}
        />
      ))}
    </Fieldset>
  );
}

function ChoiceControl({ field, value, error, disabled, set }: Props) {
  const { t } = useWords();
  const data = useChoices(field, String(value));
  return (
    <NativeSelect
      label={t(field.label)}
      description={field.hint && t(field.hint)}
      error={error}
      disabled={disabled}
      leftSection={field.control === 'icon' ? <DepartmentIcon name={String(value)} /> : undefined}
      data={data}
      value={String(value)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

function useChoices({ control }: Field, value: string): { value: string; label: string }[] {
  const { t, language } = useWords();
  const { departments, categories } = useCity();
  const calendars = (useSettings().data?.settings ?? []).filter(({ kind }) => kind === 'calendar');
  const open = departments
    .filter(({ active = true, code }) => active || code === value)
    .map(({ code, name }) => ({ value: code, label: name }));
  if (control === 'department') return [{ value: '', label: t('admin.choose') }, ...open];
  if (control === 'any-department') return [{ value: '', label: t('admin.everybody') }, ...open];
  if (control === 'priority') return PRIORITIES.map((one) => ({ value: one, label: t(`priority.${one}`) }));
  if (control === 'rule-priority')
    return RULE_PRIORITIES.map((one) => ({ value: one, label: t(`priority.${one}`) }));
  if (control === 'any-category')
    return [
      { value: '', label: t('admin.field.no-category') },
      ...categories.map(({ code, name }) => ({ value: code, label: name[language] })),
    ];
  if (control === 'routing')
    return ROUTING_POLICIES.map((one) => ({ value: one, label: t(`admin.routing.${one}`) }));
  if (control === 'icon') return DEPARTMENT_ICONS.map((name) => ({ value: name, label: name.slice(4) }));
  return [{ value: '', label: '7×24' }, ...calendars.map(calendarChoice)];
}

function calendarChoice({ key, value }: SettingView): { value: string; label: string } {
  return { value: key, label: (value as { name: string } | null)?.name ?? key };
}
