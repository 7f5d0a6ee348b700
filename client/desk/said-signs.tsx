import type { UnderstandingAnswer } from '../../shared/wire/understanding.ts';
import { useWords } from '../ui/use-words.ts';
import { useNoiseText } from './use-noise-text.ts';
import { useProbability } from './use-probability.ts';

/** Below this an emergency is not worth a word when no rule fired. */
const WORTH_TELLING = 0.2;

/** What was said that speaks of urgency, by the names of the rules, and what speaks of a prank, by the names of the signs. */
export function SaidSigns({ understood }: { understood: UnderstandingAnswer }) {
  const { t, language } = useWords();
  const told = useProbability();
  const noise = useNoiseText()(understood.noise);
  const { urgency, emergency } = understood;
  const isTold = urgency.length > 0 || (emergency ?? 0) >= WORTH_TELLING;
  if (!isTold && noise === null) return null;
  return (
    <dl className="desk-why-signs">
      {isTold && (
        <div>
          <dt>
            {t('why.urgency')}
            {emergency !== null && <span className="desk-why-probability">{told(emergency)}</span>}
          </dt>
          <dd>
            {urgency.length === 0
              ? t('why.no-rule')
              : urgency
                  .map(({ name, said, priority }) =>
                    t('why.rule', { name: name[language], said, priority: t(`priority.${priority}`) }),
                  )
                  .join(' · ')}
          </dd>
        </div>
      )}
      {noise !== null && (
        <div>
          <dt>
            {t('why.noise')}
            <span className="desk-why-probability">{told(understood.noise.score)}</span>
          </dt>
          <dd>{noise}</dd>
        </div>
      )}
    </dl>
  );
}
