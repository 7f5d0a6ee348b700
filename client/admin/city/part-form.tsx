import { Button, Fieldset, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SETTING_ACTION } from '../../../shared/access/settings-policy.ts';
import { changeKey } from '../../../shared/city/change.ts';
import type { AskedKey } from '../../../shared/text/id.ts';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { useCan } from '../../session/session.ts';
import { useWords } from '../../ui/use-words.ts';
import { CheckAndSave } from './check-and-save.tsx';
import { FieldControl } from './control.tsx';
import { draftOf, readDraft } from './draft.ts';
import type { Field, Tab } from './fields.ts';
import { BLANK } from './tabs.ts';

/** The fields of a part; what was typed is checked before it can be saved. */
export function PartForm({ tab, part, isNew }: { tab: Tab; part: SettingView; isNew: boolean }) {
  const { t } = useWords();
  const may = useCan()(SETTING_ACTION[tab.kind]);
  // A part that is yet to come begins with what it will be.
  const before = part.value ?? part.upcoming.at(-1)?.value ?? BLANK[tab.kind];
  const [draft, setDraft] = useState(() => draftOf(before, tab.fields));
  const [key, setKey] = useState(part.key);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [proposed, setProposed] = useState<{ value: unknown } | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { value, errors: found } = readDraft(tab.kind, before, draft, tab.fields);
    const all = { ...found, ...(!changeKey.safeParse(key).success && { key: 'key' }) };
    setErrors(all);
    setProposed(Object.keys(all).length === 0 ? { value } : null);
  };
  const control = (field: Field) => (
    <FieldControl
      key={field.path}
      field={field}
      value={draft[field.path] ?? ''}
      disabled={!may}
      error={errors[field.path] && t(errorKey(field.control, errors[field.path] ?? ''))}
      set={(value) => setDraft({ ...draft, [field.path]: value })}
    />
  );
  return (
    <>
      {!may && <p className="admin-note">{t('admin.city.read-only')}</p>}
      <form className="admin-form" onSubmit={submit} noValidate hidden={proposed !== null}>
        {isNew && (
          <TextInput
            label={t('admin.field.code')}
            description={t('admin.field.code-hint')}
            value={key}
            error={errors.key && t('admin.error.key')}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
        {grouped(tab.fields).map(({ group, fields }) =>
          group ? (
            <Fieldset key={group} legend={t(group)} className="admin-pair">
              {fields.map(control)}
            </Fieldset>
          ) : (
            fields.map(control)
          ),
        )}
        {may && (
          <Group>
            <Button type="submit">{t('admin.city.check')}</Button>
            {tab.removes && !isNew && part.original === null && part.value !== null && (
              <Button variant="default" onClick={() => setProposed({ value: null })}>
                {t('admin.city.remove')}
              </Button>
            )}
          </Group>
        )}
      </form>
      {proposed && (
        <CheckAndSave
          tab={tab}
          wanted={{ kind: tab.kind, key, value: proposed.value, after: part.lastChange }}
          back={() => setProposed(null)}
        />
      )}
    </>
  );
}

/** The fields in their order, those of one group together. */
function grouped(fields: readonly Field[]): { group: AskedKey | undefined; fields: Field[] }[] {
  const runs: { group: AskedKey | undefined; fields: Field[] }[] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    if (last && last.group === field.group) last.fields.push(field);
    else runs.push({ group: field.group, fields: [field] });
  }
  return runs;
}

/** What to say of a field: by its control where that has a form of its own, else by what is wrong. */
function errorKey(control: string, code: string): AskedKey {
  if (control === 'words') return 'admin.error.words';
  if (control === 'patterns') return 'admin.error.patterns';
  if (control === 'week') return 'admin.error.week';
  if (control === 'dates') return 'admin.error.dates';
  if (control === 'percent') return 'admin.error.percent';
  if (code === 'order') return 'admin.error.order';
  if (control === 'text' || control === 'area')
    return code === 'too_big' ? 'admin.error.long' : 'admin.error.missing';
  if (control === 'number' || control === 'minutes') return 'admin.error.number';
  return 'admin.error.choose';
}
