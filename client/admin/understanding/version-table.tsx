import { Button } from '@mantine/core';
import {
  type LearningAnswer,
  type LearningFigures,
  SHIPPED,
  type VersionView,
} from '../../../shared/wire/learning.ts';
import { useChangeLearning } from '../../api/learning.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useCan } from '../../session/session.ts';
import { useWords } from '../../ui/use-words.ts';
import { FormProblem } from '../form-problem.tsx';
import { useShare } from './use-share.ts';

/** What was learnt and when, what came of it, and the way back to each. */
export function VersionTable({ answer }: { answer: LearningAnswer }) {
  const { t } = useWords();
  const { use } = useChangeLearning();
  const { versions, inForce, shipped } = answer;
  const choose = (id: number | typeof SHIPPED) => use.mutate(id);
  const original = t(shipped === null ? 'learning.no-model' : 'learning.shipped');
  return (
    <section aria-labelledby="learning-versions">
      <h2 id="learning-versions">{t('learning.versions')}</h2>
      {versions.length === 0 && <p className="admin-none">{t('learning.versions-none')}</p>}
      <FormProblem error={use.error} />
      <table className="admin-table admin-cards understanding-table">
        <thead>
          <tr>
            <th scope="col">{t('learning.versions')}</th>
            <th scope="col">{t('learning.made')}</th>
            <th scope="col">{t('learning.examples')}</th>
            <th scope="col">{t('learning.compared')}</th>
            <th scope="col">{t('learning.sure')}</th>
            <th scope="col">{t('admin.state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <Version key={version.id} version={version} inForce={inForce === version.id} choose={choose} />
          ))}
          <tr data-in-force={inForce === null || undefined}>
            <th scope="row">{original}</th>
            <td colSpan={4} />
            <td data-label={t('admin.state')}>
              <State state={inForce === null ? 'in-force' : 'kept'} />
            </td>
            <td>{inForce !== null && <Use name={original} act={() => choose(SHIPPED)} />}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

type VersionProps = { version: VersionView; inForce: boolean; choose: (id: number) => void };

function Version({ version, inForce, choose }: VersionProps) {
  const { t } = useWords();
  const { times } = useCityWords();
  const { id, askedAt, askedBy, finishedAt, figures, failure, state, usable } = version;
  const name = t('learning.version', { id });
  return (
    <tr data-in-force={inForce || undefined}>
      <th scope="row">{name}</th>
      <td data-label={t('learning.made')}>
        {times.moment(Date.parse(finishedAt ?? askedAt))}
        <small>{t('learning.by', { who: askedBy ?? t('learning.nightly') })}</small>
      </td>
      <td data-label={t('learning.examples')}>
        {figures ? t('learning.examples-of', figures.examples) : '–'}
        {figures?.pranks && figures.pranks.rejected + figures.pranks.broughtBack > 0 && (
          <small>
            {t(figures.pranks.learnt ? 'learning.pranks-of' : 'learning.pranks-few', {
              rejected: figures.pranks.rejected,
              broughtBack: figures.pranks.broughtBack,
            })}
          </small>
        )}
      </td>
      <td data-label={t('learning.compared')}>{figures ? <Compared figures={figures} /> : '–'}</td>
      <td data-label={t('learning.sure')}>{figures ? <Sure figures={figures} /> : '–'}</td>
      <td data-label={t('admin.state')}>
        <State state={inForce ? 'in-force' : state} />
        {failure !== null && <small>{t('learning.failure', { why: failure })}</small>}
      </td>
      <td>{usable && !inForce && <Use name={name} act={() => choose(id)} />}</td>
    </tr>
  );
}

function Compared({ figures: { before, after, comparedOn, examples } }: { figures: LearningFigures }) {
  const { t } = useWords();
  const told = useShare();
  return (
    <>
      {before && after && `${told(before.top1)} → ${told(after.top1)}`}
      <small>{t(`learning.compared-on.${comparedOn}`, { count: examples.heldBack })}</small>
    </>
  );
}

function Sure({ figures: { coverage, sureAt } }: { figures: LearningFigures }) {
  const { t, language } = useWords();
  const told = useShare();
  const probability = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(sureAt);
  return coverage > 0 ? t('learning.sure-of', { coverage: told(coverage), sureAt: probability }) : '–';
}

const SHAPES = {
  'in-force': '●',
  kept: '○',
  refused: '✕',
  failed: '!',
  waiting: '…',
  training: '◌',
} as const;

/** A shape and a word. */
function State({ state }: { state: keyof typeof SHAPES }) {
  const { t } = useWords();
  return (
    <span className="understanding-mark">
      <span aria-hidden>{SHAPES[state]}</span> {t(`learning.state.${state}`)}
    </span>
  );
}

function Use({ name, act }: { name: string; act: () => void }) {
  const { t } = useWords();
  const may = useCan();
  if (!may('learning.change')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('learning.use-of', { version: name })}
      onClick={act}
    >
      {t('learning.use')}
    </Button>
  );
}
