import { formatLevel } from '../../shared/ticket/title.ts';
import type { ReportView } from '../../shared/wire/api.ts';
import { useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { Photos } from './photos.tsx';
import './ticket-parts.css';

/** What was reported, in the reporters' own words, with their pictures. Personal data. */
export function TicketReports({ reports }: { reports: readonly ReportView[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="reports" className="part">
      <h3 id="reports">{t('detail.reports')}</h3>
      {reports.length === 0 && <p className="part-none">{t('detail.no-reports')}</p>}
      <ol className="part-reports">
        {reports.map((report) => (
          <Report key={report.id} report={report} />
        ))}
      </ol>
    </section>
  );
}

function Report({ report }: { report: ReportView }) {
  const { t, language } = useWords();
  const { times } = useCityWords();
  const { reporter, text, address, measurement, photos } = report;
  const person = [reporter?.name, reporter?.phone].filter(Boolean).join(', ');
  const said = measurement ? t('detail.reading', { level: formatLevel(measurement, language) }) : text;
  return (
    <li>
      <p className="part-said" data-empty={said === ''}>
        {said === '' ? t('detail.no-text') : said}
      </p>
      {address && <p className="part-remark">{address}</p>}
      <p className="part-by">
        {[
          t(`channel.${report.channel}`),
          !measurement && (person || t('detail.anonymous')),
          times.moment(Date.parse(report.occurredAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Photos photos={photos} />
    </li>
  );
}
