import { formatLevel } from '../../shared/ticket/title.ts';
import type { HistoryEntry, ReportView, TicketDetail } from '../../shared/wire/api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { Photos } from './photos.tsx';
import './conversation.css';

type Turn =
  | { kind: 'report'; at: number; report: ReportView }
  | { kind: 'note'; at: number; entry: HistoryEntry };

/** What was said, in the order it was: reporters on one side, the room's notes on the other. Personal data. */
export function Conversation({ ticket: { reports, history } }: { ticket: TicketDetail }) {
  const { t } = useWords();
  const turns = turnsOf(reports, history);
  return (
    <section aria-labelledby="conversation" className="part">
      <h3 id="conversation">{t('detail.conversation')}</h3>
      {turns.length === 0 && <p className="part-none">{t('detail.no-reports')}</p>}
      <ol className="talk">
        {turns.map((turn) =>
          turn.kind === 'report' ? (
            <Said key={turn.report.id} report={turn.report} />
          ) : (
            <Note key={turn.entry.seq} entry={turn.entry} />
          ),
        )}
      </ol>
    </section>
  );
}

/** Reports and notes by time; of two at one time the report was first. */
export function turnsOf(reports: readonly ReportView[], history: readonly HistoryEntry[]): Turn[] {
  const said = reports.map((report): Turn => ({ kind: 'report', at: Date.parse(report.occurredAt), report }));
  const noted = history
    .filter(({ details }) => details.note !== undefined)
    .map((entry): Turn => ({ kind: 'note', at: Date.parse(entry.at), entry }));
  return [...said, ...noted].sort((a, b) => a.at - b.at);
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
