import { Button } from '@mantine/core';
import type { LearningAnswer, VersionView } from '../../../shared/wire/learning.ts';
import { runningTraining, useChangeLearning } from '../../api/learning.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useCan } from '../../session/session.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { useWords } from '../../ui/use-words.ts';
import { FormProblem } from '../form-problem.tsx';

/** Whether the city learns, what is in force, and a training when one is asked for. */
export function Learning({ answer }: { answer: LearningAnswer }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const may = useCan();
  const { train, switchTo } = useChangeLearning();
  const { on, held, inForce, shipped, changedAt, changedBy, versions } = answer;
  const running = runningTraining(versions);
  return (
    <section aria-labelledby="learning-state" className="understanding-state">
      <h2 id="learning-state">{t('learning.state')}</h2>
      <p className="understanding-now">
        <StateMark state={on ? 'on' : 'off'} /> <strong>{t(on ? 'learning.on' : 'learning.off')}</strong>
        <span>
          {t('learning.in-force')}:{' '}
          {inForce !== null
            ? t('learning.version', { id: inForce })
            : t(shipped === null ? 'learning.no-model' : 'learning.shipped')}
        </span>
        {changedAt !== null && (
          <span className="admin-none">
            {t('learning.changed', {
              moment: times.moment(Date.parse(changedAt)),
              who: changedBy === null || changedBy === 'nightly' ? t('learning.nightly') : changedBy,
            })}
          </span>
        )}
      </p>
      <p className="admin-note">{t(`learning.${on ? (held ? 'held' : 'on') : 'off'}-why`)}</p>
      {may('learning.change') && (
        <p className="understanding-acts">
          <Button disabled={!on || running !== null} loading={train.isPending} onClick={() => train.mutate()}>
            {t('learning.train')}
          </Button>
          {on && held && (
            <Button variant="default" loading={switchTo.isPending} onClick={() => switchTo.mutate(true)}>
              {t('learning.follow')}
            </Button>
          )}
          <Button variant="default" loading={switchTo.isPending} onClick={() => switchTo.mutate(!on)}>
            {t(on ? 'learning.switch-off' : 'learning.switch-on')}
          </Button>
        </p>
      )}
      {running && <Running running={running} answer={answer} />}
      <FormProblem error={train.error ?? switchTo.error} />
    </section>
  );
}

/** Where nothing is known of how long one takes. */
const USUAL_S = 40;
/** Until it says that it has ended it has not. */
const MOST = 0.95;

function Running({ running, answer }: { running: VersionView; answer: LearningAnswer }) {
  const { t, duration } = useWords();
  if (running.startedAt === null) return <p role="status">{t('learning.waiting')} …</p>;
  const elapsedMs = Math.max(0, Date.parse(answer.now) - Date.parse(running.startedAt));
  const usual = answer.versions.find(({ figures }) => figures !== null)?.figures?.seconds ?? USUAL_S;
  return (
    <div className="understanding-running">
      <progress
        aria-label={t('learning.progress')}
        max={1}
        value={Math.min(MOST, elapsedMs / 1000 / usual)}
      />
      <p>{t('learning.training', { elapsed: duration(elapsedMs) })}</p>
    </div>
  );
}
