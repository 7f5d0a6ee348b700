import { Button, NativeSelect, TextInput } from '@mantine/core';
import { utcOfLocal } from '../../../shared/ticket/working-hours.ts';
import { AUDIT_KINDS } from '../../../shared/wire/audit.ts';
import { useWords } from '../../ui/use-words.ts';

/** What is looked for; `actor` is a person chosen from the list. Days are the city's. */
export type AuditDraft = {
  text: string;
  kind: string;
  ticket: string;
  from: string;
  to: string;
  actor: { id: string; name: string } | null;
};
export const NO_FILTERS: AuditDraft = { text: '', kind: '', ticket: '', from: '', to: '', actor: null };

/** The filters that are set, as the API takes them. The last day counts whole. */
export function filtersOf(draft: AuditDraft, timeZone: string): Record<string, string> {
  const { text, kind, ticket, from, to, actor } = draft;
  const midnight = (day: string, later = 0) =>
    new Date(utcOfLocal(`${day}T00:00`, timeZone) + later).toISOString();
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(kind && { kind }),
    ...(ticket.trim() && { ticket: ticket.trim() }),
    ...(from && { from: midnight(from) }),
    ...(to && { to: midnight(to, 24 * 3_600_000) }),
    ...(actor && { actor: actor.id }),
  };
}

export function AuditFilters({
  draft,
  set,
}: {
  draft: AuditDraft;
  set: (change: Partial<AuditDraft>) => void;
}) {
  const { t } = useWords();
  return (
    <search className="admin-filters">
      <TextInput
        type="search"
        label={t('admin.audit.text')}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('admin.audit.kind')}
        data={[
          { value: '', label: t('admin.audit.all') },
          { value: 'ticket', label: t('admin.audit.tickets') },
          ...AUDIT_KINDS.map((value) => ({ value, label: t(`audit.${value}`) })),
        ]}
        value={draft.kind}
        onChange={(event) => set({ kind: event.currentTarget.value })}
      />
      <TextInput
        label={t('admin.audit.ticket')}
        value={draft.ticket}
        onChange={(event) => set({ ticket: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('admin.audit.from')}
        value={draft.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('admin.audit.to')}
        value={draft.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      {draft.actor && (
        <Button variant="default" onClick={() => set({ actor: null })}>
          {t('admin.audit.only', { name: draft.actor.name })} ×
        </Button>
      )}
    </search>
  );
}
