import { Link, useParams } from 'react-router';
import type { SettingView } from '../../../shared/wire/settings.ts';
import { Empty } from '../../ui/states.tsx';
import { useWords } from '../../ui/use-words.ts';
import type { Tab } from './fields.ts';
import { PartForm } from './part-form.tsx';
import { PartHistory } from './part-history.tsx';
import { useSummaries } from './summaries.ts';
import { BLANK } from './tabs.ts';

/** One part: change it, see what changed about it before. */
export function PartPage({ tab, parts }: { tab: Tab; parts: readonly SettingView[] }) {
  const { t } = useWords();
  const { key = '' } = useParams();
  const { nameOf } = useSummaries(tab);
  const isNew = key === '~new';
  const part = isNew ? blankPart(tab) : parts.find((one) => one.key === key);
  return (
    <>
      <p className="admin-back">
        <Link to={`/admin/city/${tab.path}`}>{t('admin.city.back', { what: t(tab.text) })}</Link>
      </p>
      {part ? (
        <>
          <h2>{isNew ? t('admin.city.add') : nameOf(part)}</h2>
          <PartForm key={`${key} ${part.lastChange}`} tab={tab} part={part} isNew={isNew} />
          {!isNew && <PartHistory tab={tab} part={part} />}
        </>
      ) : (
        <Empty title={t('state.not-found')} />
      )}
    </>
  );
}

function blankPart(tab: Tab): SettingView | undefined {
  if (!tab.adds) return undefined;
  return {
    kind: tab.kind,
    key: '',
    value: BLANK[tab.kind],
    original: null,
    lastChange: null,
    upcoming: [],
  };
}
