import { Button } from '@mantine/core';
import { useState } from 'react';
import { SETTING_ACTION } from '../../../shared/access/settings-policy.ts';
import type { ChangeView, SettingView } from '../../../shared/wire/settings.ts';
import { QueryState } from '../../api/query-state.tsx';
import { useSettingHistory } from '../../api/settings.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useCan } from '../../session/session.ts';
import { useWords } from '../../ui/use-words.ts';
import { CheckAndSave } from './check-and-save.tsx';
import type { Tab } from './fields.ts';

/** What changed about a part, and the way back: going back is a change like any other. */
export function PartHistory({ tab, part }: { tab: Tab; part: SettingView }) {
  const { t } = useWords();
  const may = useCan()(SETTING_ACTION[tab.kind]);
  const history = useSettingHistory(part.kind, part.key);
  const [wanted, setWanted] = useState<{ value: unknown; reason: string } | null>(null);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('admin.city.history')}</h2>
      <QueryState query={history}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="admin-none">{t('admin.city.history-none')}</p>
          ) : (
            <HistoryTable
              changes={changes}
              {...(may && { goBack: (value, reason) => setWanted({ value, reason }) })}
              original={part.original}
            />
          )
        }
      </QueryState>
      {wanted && (
        <CheckAndSave
          key={wanted.reason}
          tab={tab}
          wanted={{ kind: part.kind, key: part.key, value: wanted.value, after: part.lastChange }}
          reasonAtFirst={wanted.reason}
          back={() => setWanted(null)}
        />
      )}
    </section>
  );
}

function HistoryTable({
  changes,
  goBack,
  original,
}: {
  changes: readonly ChangeView[];
  goBack?: (value: unknown, reason: string) => void;
  original: unknown;
}) {
  const { t } = useWords();
  const { times } = useCityWords();
  const moment = (at: string) => times.moment(Date.parse(at));
  return (
    <table className="admin-table admin-cards">
      <thead>
        <tr>
          <th scope="col">{t('admin.city.in-force')}</th>
          <th scope="col">{t('admin.city.entered')}</th>
          <th scope="col">{t('admin.city.by')}</th>
          <th scope="col">{t('admin.city.reason')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, effectiveFrom, enteredAt, by, reason, value }, at) => (
          <tr key={id}>
            <td data-label={t('admin.city.in-force')}>{moment(effectiveFrom)}</td>
            <td data-label={t('admin.city.entered')}>{moment(enteredAt)}</td>
            <td data-label={t('admin.city.by')}>{by}</td>
            <td data-label={t('admin.city.reason')}>{reason}</td>
            <td>
              {goBack && at > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => goBack(value, t('admin.city.undo-reason', { when: moment(effectiveFrom) }))}
                >
                  {t('admin.city.undo')}
                </Button>
              )}
            </td>
          </tr>
        ))}
        {original !== null && (
          <tr>
            <td data-label={t('admin.city.in-force')}>–</td>
            <td data-label={t('admin.city.entered')}>–</td>
            <td data-label={t('admin.city.by')}>–</td>
            <td data-label={t('admin.city.reason')}>{t('admin.city.original')}</td>
            <td>
              {goBack && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() =>
                    goBack(null, t('admin.city.undo-reason', { when: t('admin.city.original') }))
                  }
                >
                  {t('admin.city.undo')}
                </Button>
              )}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
