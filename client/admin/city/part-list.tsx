import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { SETTING_ACTION } from '../../../shared/access/settings-policy.ts';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useCan } from '../../session/session.ts';
import { Empty } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import type { Tab } from './fields.ts';
import { useSummaries } from './summaries.ts';

/** All parts of a kind, with what matters of them; what is yet to come is said. */
export function PartList({ tab, parts }: { tab: Tab; parts: readonly SettingView[] }) {
  const { t } = useWords();
  const may = useCan();
  const mayAdd = tab.adds && may(SETTING_ACTION[tab.kind]);
  return (
    <>
      <div className="admin-head">
        <p className="admin-lead">{t(tab.why)}</p>
        {mayAdd && (
          <Button component={Link} to={`/admin/city/${tab.path}/~new`}>
            {t('admin.city.add')}
          </Button>
        )}
      </div>
      {parts.length === 0 ? <Empty title={t('admin.city.none')} /> : <PartTable tab={tab} parts={parts} />}
    </>
  );
}

function PartTable({ tab, parts }: { tab: Tab; parts: readonly SettingView[] }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const { nameOf, columnsOf, columns } = useSummaries(tab);
  return (
    <table className="admin-table admin-cards admin-phrases">
      <thead>
        <tr>
          <th scope="col">{t('admin.field.name')}</th>
          {columns.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">{t('admin.city.coming')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.key}>
            <th scope="row">
              <Link to={`/admin/city/${tab.path}/${part.key}`}>{nameOf(part)}</Link>
            </th>
            {columnsOf(part).map((cell, at) => (
              <td key={columns[at]} data-label={columns[at]}>
                {cell}
              </td>
            ))}
            <td data-label={t('admin.city.coming')}>
              {part.upcoming[0]
                ? t('admin.city.from', { when: times.moment(Date.parse(part.upcoming[0].effectiveFrom)) })
                : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
