import type { SettingDifference } from '../../../shared/wire/settings.ts';
import { useWords } from '../../ui/use-words.ts';
import { valueAt } from './draft.ts';
import type { Field, Tab } from './fields.ts';
import { TABS } from './tabs.ts';
import { useValueText } from './value-text.ts';

/** Old and new, field by field. */
export function Differences({ tab, differences }: { tab: Tab; differences: readonly SettingDifference[] }) {
  const { t } = useWords();
  const show = useValueText();
  if (differences.length === 0) return null;
  const nameOf = ({ label, group }: Field) => (group ? `${t(group)}: ${t(label)}` : t(label));
  return (
    <table className="admin-table admin-cards admin-phrases">
      <caption>{t('admin.city.differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('admin.city.what')}</th>
          <th scope="col">{t('admin.city.old')}</th>
          <th scope="col">{t('admin.city.new')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.flatMap((difference) =>
          rowsOf(tab, difference).map(({ field, path, from, to }) => (
            <tr key={path}>
              <th scope="row">{field ? nameOf(field) : path || t('admin.city.whole')}</th>
              <td data-label={t('admin.city.old')} className="admin-old">
                {show(field, from, to, 'old')}
              </td>
              <td data-label={t('admin.city.new')}>{show(field, from, to, 'new')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

type Row = SettingDifference & { field: Field | undefined };

/** The fields that a difference is about; a part that comes or goes is told field by field. */
function rowsOf(tab: Tab, { path, from, to }: SettingDifference): Row[] {
  const fields = TABS.filter(({ kind }) => kind === tab.kind).flatMap((one) => one.fields);
  const field = fields.find((one) => one.path === path);
  const within = fields.filter((one) => path === '' || one.path.startsWith(`${path}.`));
  if (field || within.length === 0) return [{ field, path, from, to }];
  const inner = (one: Field) => (path === '' ? one.path : one.path.slice(path.length + 1));
  return within.map((one) => ({
    field: one,
    path: one.path,
    from: valueAt(from, inner(one)),
    to: valueAt(to, inner(one)),
  }));
}
