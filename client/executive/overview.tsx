import { useState } from 'react';
import { tellHeadline } from '../../shared/kpi/tell.ts';
import type { InsightAnswer } from '../../shared/wire/insight.ts';
import { useInsight } from '../api/insight.ts';
import { RequestFailed } from '../api/request.ts';
import { useCityWords } from '../session/city-words.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { useWords } from '../ui/use-words.ts';
import { AnswerBehind } from './answer-behind.tsx';
import { AnswerNow } from './answer-now.tsx';
import { AnswerPromise } from './answer-promise.tsx';
import { AnswerSatisfied } from './answer-satisfied.tsx';
import { AnswerTopics } from './answer-topics.tsx';
import { fixedSearch } from './asked.ts';
import { Details } from './details.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useDays } from './names.ts';
import { Presentation } from './presentation.tsx';
import { useAsked } from './use-asked.ts';

/** The five answers on one screen, and everything about them below. */
export function Overview() {
  const { asked, today, ask } = useAsked();
  const { t } = useWords();
  const [presenting, setPresenting] = useState(false);
  const insight = useInsight(fixedSearch(asked));
  // What is shown is of what was asked before: its figures and their tickets are not those of these filters.
  const isCounting = insight.isPlaceholderData;
  return (
    <main id="content" className="executive">
      <h1 className="visually-hidden">{t('executive.title')}</h1>
      <div className="exec-first">
        <FilterBar asked={asked} today={today} ask={ask} present={() => setPresenting(true)} />
        {insight.data ? (
          <>
            <Headline
              insight={insight.data}
              failed={insight.isError}
              readAt={insight.dataUpdatedAt}
              isCounting={isCounting}
            />
            <div className="exec-answers" inert={isCounting} aria-busy={isCounting}>
              {fiveAnswers(insight.data, today).map(({ id, answer }) => (
                <div key={id} className={`exec-cell exec-cell-${id}`}>
                  {answer}
                </div>
              ))}
            </div>
          </>
        ) : insight.isError ? (
          <Failed
            offline={insight.error instanceof RequestFailed && insight.error.failure === 'offline'}
            retry={() => void insight.refetch()}
          />
        ) : (
          <Loading />
        )}
      </div>
      {insight.data && (
        <div className="exec-rest" inert={isCounting}>
          <Details insight={insight.data} />
        </div>
      )}
      {insight.data && presenting && (
        <Presentation
          slides={fiveAnswers(insight.data, today)}
          headline={
            <Headline
              insight={insight.data}
              failed={insight.isError}
              readAt={insight.dataUpdatedAt}
              isCounting={isCounting}
            />
          }
          isCounting={isCounting}
          end={() => setPresenting(false)}
        />
      )}
    </main>
  );
}

/** In the order in which they are asked. */
function fiveAnswers(insight: InsightAnswer, today: string) {
  return [
    { id: 'now', answer: <AnswerNow insight={insight} today={today} /> },
    { id: 'promise', answer: <AnswerPromise insight={insight} /> },
    { id: 'behind', answer: <AnswerBehind insight={insight} /> },
    { id: 'topics', answer: <AnswerTopics insight={insight} /> },
    { id: 'satisfied', answer: <AnswerSatisfied insight={insight} /> },
  ];
}

type HeadlineProps = { insight: InsightAnswer; failed: boolean; readAt: number; isCounting: boolean };

function Headline({ insight, failed, readAt, isCounting }: HeadlineProps) {
  const words = useWords();
  const { t } = words;
  const { times } = useCityWords();
  const day = useDays();
  const { current, before, period, previous, behind } = insight;
  const isEmpty = !current.opened && !current.open && !current.resolved;
  return (
    <header className="exec-head" data-counting={isCounting}>
      <p className="exec-headline">{isEmpty ? t('executive.empty') : tellHeadline(current, before, words)}</p>
      <p className="exec-small">
        {t('executive.days', { from: day(period.from), to: day(period.to) })}
        {', '}
        {t('executive.against', { from: day(previous.from), to: day(previous.to) })}
        {'. '}
        {isEmpty && t('executive.empty-why')} {behind > 50 && t('executive.behind-log', { count: behind })}
      </p>
      {isCounting && (
        <p className="exec-counting" role="status">
          {t('executive.counting')}
        </p>
      )}
      {failed && (
        <p className="exec-old" role="alert">
          {t('executive.failed-newer', { time: times.time(readAt) })}
        </p>
      )}
    </header>
  );
}
