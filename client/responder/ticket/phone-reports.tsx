import { IconPhone } from '@tabler/icons-react';
import { formatLevel } from '../../../shared/ticket/title.ts';
import type { ReportView } from '../../../shared/wire/api.ts';
import { useCityWords } from '../../session/city-words.ts';
import { useWords } from '../../ui/use-words.ts';
import { PhotoStrip } from '../photo/photo-strip.tsx';
import '../../ticket/ticket-parts.css';

/** What was reported, and a way to call back. The server tells it to those who may know; the phone keeps none of it. */
export function PhoneReports({ reports }: { reports: readonly ReportView[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="reports" className="part">
      <h3 id="reports">{t('detail.reports')}</h3>
      {reports.length === 0 && <p className="part-none">{t('detail.no-reports')}</p>}
      <ol className="part-reports">
        {reports.map((report) => (
          <li key={report.id}>
            <Report report={report} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Report({ report }: { report: ReportView }) {
  const { t, language } = useWords();
  const { times } = useCityWords();
  const { reporter, text, address, measurement, photos, channel, occurredAt } = report;
  const said = measurement ? t('detail.reading', { level: formatLevel(measurement, language) }) : text;
  const who = measurement ? null : (reporter?.name ?? (reporter?.phone ? null : t('detail.anonymous')));
  const when = times.moment(Date.parse(occurredAt));
  return (
    <>
      <p className="part-said" data-empty={said === ''}>
        {said === '' ? t('detail.no-text') : said}
      </p>
      {address && <p className="part-remark">{address}</p>}
      <p className="part-by">{[t(`channel.${channel}`), who, when].filter(Boolean).join(' · ')}</p>
      {reporter?.phone && (
        <a className="phone-button" href={`tel:${reporter.phone}`}>
          <IconPhone size={20} stroke={1.6} aria-hidden />
          {reporter.name ? t('responder.call-who', { name: reporter.name }) : t('responder.call')}
        </a>
      )}
      <PhotoStrip
        pictures={photos.map(({ id, url, thumbnailUrl, kind }) => ({
          id,
          url,
          thumbnailUrl,
          label: t(`detail.photo.${kind}`),
        }))}
      />
    </>
  );
}
