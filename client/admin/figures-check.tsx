import type { HealthView } from '../../shared/wire/api.ts';
import { QueryState } from '../api/query-state.tsx';
import { useHealth } from '../api/system.ts';
import { useCityWords } from '../session/city-words.ts';
import { StateMark } from '../ui/state-mark.tsx';
import { useWords } from '../ui/use-words.ts';

/** Whether the executive's figures are what the log says: how far they are, and what each night's count has found. */
export function FiguresCheck() {
  const { t } = useWords();
  const health = useHealth();
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('admin.figures')}</h2>
      <QueryState query={health}>
        {({ figures, log }) => (
          <>
            <Verdict check={figures.check} />
            <p className="admin-none">
              {figures.seq >= log.seq
                ? t('admin.figures-whole')
                : t('admin.figures-behind', { count: log.seq - figures.seq })}
            </p>
            {figures.check && <Examples examples={figures.check.examples} />}
          </>
        )}
      </QueryState>
    </section>
  );
}

function Verdict({ check }: { check: HealthView['figures']['check'] }) {
  const { t } = useWords();
  const { times } = useCityWords();
  if (check === null)
    return (
      <p className="admin-state">
        <StateMark state="off" /> {t('admin.figures-unchecked')}
      </p>
    );
  const at = times.moment(Date.parse(check.at));
  return (
    <p className="admin-state">
      <StateMark state={check.differences === 0 ? 'on' : 'failing'} />{' '}
      {check.differences === 0
        ? t('admin.figures-right', { at })
        : t('admin.figures-wrong', { at, count: check.differences })}
    </p>
  );
}

function Examples({ examples }: { examples: readonly string[] }) {
  const { t } = useWords();
  if (examples.length === 0) return null;
  return (
    <details>
      <summary>{t('admin.figures-examples', { count: examples.length })}</summary>
      <ul className="admin-reason">
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </details>
  );
}
