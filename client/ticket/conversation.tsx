import { formatLevel } from '../../shared/ticket/title.ts';
import type { HistoryEntry, ReportView, TicketDetail } from '../../shared/wire/api.ts';
import type { ReplyView } from '../../shared/wire/replies.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { Photos } from './photos.tsx';
import { ReplyTurn } from './reply-turn.tsx';
import './conversation.css';

type Turn =
  | { kind: 'report'; at: number; report: ReportView }
  | { kind: 'note'; at: number; entry: HistoryEntry }
  | { kind: 'reply'; at: number; reply: ReplyView };

type Props = {
  ticket: TicketDetail;
  replies?: readonly ReplyView[];
  /** Sends a failed answer again; null for who may not. */
  retry?: ((replyId: string) => void) | null;
};

/** What was said, in the order it was: reporters on one side, the room's answers and notes on the other. Personal data. */
export function Conversation({ ticket: { reports, history }, replies = [], retry = null }: Props) {
  const { t } = useWords();
  const turns = turnsOf(reports, history, replies);
  return (
    <section aria-labelledby="conversation" className="part">
      <h3 id="conversation">{t('detail.conversation')}</h3>
      {turns.length === 0 && <p className="part-none">{t('detail.no-reports')}</p>}
      <ol className="talk">
        {turns.map((turn) => {
          if (turn.kind === 'report') return <Said key={turn.report.id} report={turn.report} />;
          if (turn.kind === 'note') return <Note key={turn.entry.seq} entry={turn.entry} />;
          return <ReplyTurn key={turn.reply.id} reply={turn.reply} retry={retry} />;
        })}
      </ol>
    </section>
  );
}

/** Reports, notes and answers by time; of two at one time the report was first. */
export function turnsOf(
  reports: readonly ReportView[],
  history: readonly HistoryEntry[],
  replies: readonly ReplyView[] = [],
): Turn[] {
  const said = reports.map((report): Turn => ({ kind: 'report', at: Date.parse(report.occurredAt), report }));
  const noted = history
    .filter(({ details }) => details.note !== undefined)
    .map((entry): Turn => ({ kind: 'note', at: Date.parse(entry.at), entry }));
  const answered = replies.map((reply): Turn => ({ kind: 'reply', at: Date.parse(reply.at), reply }));
  return [...said, ...noted, ...answered].sort((a, b) => a.at - b.at);
}

function Said({ report }: { report: ReportView }) {
  const { t, language } = useWords();
  const { times } = useCityWords();
  const { reporter, text, address, measurement, photos, channel } = report;
  const person = [reporter?.name, reporter?.phone].filter(Boolean).join(', ');
  const said = measurement ? t('detail.reading', { level: formatLevel(measurement, language) }) : text;
  return (
    <li className="talk-turn">
      <p className="talk-by">
        <span className="talk-channel">{t(`channel.${channel}`)}</span>
        {!measurement && <span>{person || t('detail.anonymous')}</span>}
        <time dateTime={report.occurredAt}>{times.moment(Date.parse(report.occurredAt))}</time>
      </p>
      <p className="part-said" data-empty={said === ''}>
        {said === '' ? t('detail.no-text') : said}
      </p>
      {address && <p className="part-remark">{address}</p>}
      <Positions positions={report.positions} />
      <Photos photos={photos} />
    </li>
  );
}

/** Where the report's coordinates say it is: more than one when the caller's handset or a picture tells another. */
function Positions({ positions }: { positions: ReportView['positions'] }) {
  const { t } = useWords();
  if (positions.length === 0) return null;
  const told = positions.map(({ source, accuracyM }) => {
    const error =
      accuracyM === null
        ? t('place.unknown-error')
        : t('detail.accuracy', { metres: String(Math.round(accuracyM)) });
    return `${t(`place.source.${source}`)} (${error})`;
  });
  return (
    <p className="part-remark">
      {t('place.positions')}: {told.join(' · ')}
    </p>
  );
}

function Note({ entry: { at, actor, details } }: { entry: HistoryEntry }) {
  const { t } = useWords();
  const { times } = useCityWords();
  return (
    <li className="talk-turn" data-note>
      <p className="talk-by">
        <span className="talk-channel">{t('command.note-label')}</span>
        <span>{actor.name}</span>
        <time dateTime={at}>{times.moment(Date.parse(at))}</time>
      </p>
      <p className="part-said">{details.note}</p>
    </li>
  );
}
