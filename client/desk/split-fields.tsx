import { Checkbox, Radio } from '@mantine/core';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { Fields } from './command-body.ts';

type Props = {
  ticket: TicketDetail;
  fields: Fields;
  set: (change: Partial<Fields>) => void;
  error: string | null;
};

/** What is taken out again: a ticket that was merged into this one, or some of its reports. */
export function SplitFields({ ticket: { parts, reports }, fields, set, error }: Props) {
  const { t } = useWords();
  const { category, times } = useCityWords();
  return (
    <>
      {parts.length > 0 && (
        <Radio.Group
          size="sm"
          label={t('split.ticket')}
          value={fields.partId}
          onChange={(partId) => set({ partId, reportIds: [] })}
        >
          {parts.map(({ id, number, category: code, reportCount }) => (
            <Radio
              key={id}
              size="sm"
              mt={8}
              value={id}
              label={[number, category(code), t('ticket.reports', { count: reportCount })].join(' · ')}
            />
          ))}
        </Radio.Group>
      )}
      <Checkbox.Group
        size="sm"
        label={t('split.reports')}
        error={error}
        value={fields.reportIds}
        onChange={(reportIds) => set({ reportIds, partId: '' })}
      >
        {reports.map(({ id, channel, text, occurredAt, reporter }) => (
          <Checkbox
            key={id}
            size="sm"
            mt={8}
            value={id}
            label={[
              t(`channel.${channel}`),
              times.moment(Date.parse(occurredAt)),
              reporter?.name,
              text.slice(0, 80),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Checkbox.Group>
    </>
  );
}
