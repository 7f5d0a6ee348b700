import { NativeSelect, TextInput } from '@mantine/core';
import { USER_ROLES, type UserRole } from '../../../shared/access/actor.ts';
import { useCity } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';

export type PersonDraft = { name: string; role: UserRole; departmentCode: string };

/** Name, role and, for responders, the OPD. */
export function PersonFields({
  draft,
  set,
  errors,
  roleLocked = false,
}: {
  draft: PersonDraft;
  set: (change: Partial<PersonDraft>) => void;
  errors: Record<string, string>;
  /** One's own role is somebody else's to change. */
  roleLocked?: boolean;
}) {
  const { t } = useWords();
  const { departments } = useCity();
  const choices = departments.filter(({ code, active = true }) => active || code === draft.departmentCode);
  return (
    <>
      <TextInput
        label={t('admin.person.name')}
        value={draft.name}
        error={errors.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('admin.person.role')}
        description={roleLocked ? t('admin.person.own-role') : undefined}
        disabled={roleLocked}
        data={USER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={draft.role}
        error={errors.role}
        onChange={(event) => set({ role: event.currentTarget.value as UserRole })}
      />
      {draft.role === 'responder' && (
        <NativeSelect
          label={t('admin.person.department')}
          data={[
            { value: '', label: t('admin.choose') },
            ...choices.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={draft.departmentCode}
          error={errors.departmentCode}
          onChange={(event) => set({ departmentCode: event.currentTarget.value })}
        />
      )}
    </>
  );
}
