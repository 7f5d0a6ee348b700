import { IconCheck, IconChecks, IconCircleX, IconClock, IconEye } from '@tabler/icons-react';
import type { ReplyState } from '../../shared/reply/state.ts';
import type { ReplyView } from '../../shared/wire/replies.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

const SHAPES: Record<ReplyState, typeof IconCheck> = {
  queued: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconEye,
  failed: IconCircleX,
};

/** An answer to a reporter as it stands in the conversation, with what became of it. */
export function ReplyTurn({ reply, retry }: { reply: ReplyView; retry: ((id: string) => void) | null }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const { state, failure } = reply;
  return (
    <li className="talk-turn" data-reply={state}>
      <p className="talk-by">
        <span className="talk-channel">{t(`channel.${reply.channel}`)}</span>
        <span>{reply.by}</span>
        {reply.name !== null && <span>{t('reply.to-person', { name: reply.name })}</span>}
        <time dateTime={reply.at}>{times.moment(Date.parse(reply.at))}</time>
      </p>
      <p className="part-said">{reply.text}</p>
      {reply.ask !== null && <p className="part-remark">{t('reply.with-ask')}</p>}
      <ReplyMark reply={reply} />
      {failure !== null && (
        <p className="talk-failure">
          <span title={failure.detail}>{t(`reply.failure.${failure.code}`)}</span>
          {retry !== null && (
            <button type="button" className="state-action" onClick={() => retry(reply.id)}>
              {t('reply.retry')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

/** A shape and a word, with when it came to that. */
function ReplyMark({ reply: { state, stateAt, kind } }: { reply: ReplyView }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const Shape = SHAPES[state];
  const word = state === 'queued' && kind === 'kept' ? 'kept' : state;
  return (
    <p className="talk-state">
      <Shape size="1.1em" stroke={2} aria-hidden />
      <span>{t(`reply.state.${word}`)}</span>
      {state !== 'queued' && <time dateTime={stateAt}>{times.moment(Date.parse(stateAt))}</time>}
    </p>
  );
}
