import { notifications } from '@mantine/notifications';
import { useNavigate } from 'react-router';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { VerdictBody } from '../../shared/wire/likeness.ts';
import { useVerdict } from '../api/likeness.ts';
import { problemKey } from '../api/problem-text.ts';
import { useCityWords } from '../session/city-words.ts';
import { tellGrounds } from '../ticket/because.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { KeyButton } from './key-button.tsx';
import { useActions } from './use-actions.tsx';
import './why.css';

/** What may be the same incident, how surely and why: the likeliest is decided with one key, then comes the next. */
export function LikenessStrip({ ticket }: { ticket: TicketDetail }) {
  const { t, language } = useWords();
  const { title } = useCityWords();
  const navigate = useNavigate();
  const decide = useVerdict(ticket.id);
  const [proposal] = ticket.proposals;
  const say = async (verdict: VerdictBody['verdict']) => {
    if (!proposal || decide.isPending) return;
    try {
      await decide.mutateAsync({ proposalId: proposal.id, verdict, version: ticket.version });
      const number = proposal.ticket.number;
      notifications.show({
        message: t(verdict === 'same' ? 'likeness.merged' : 'likeness.apart', { number }),
      });
    } catch (error) {
      notifications.show({ message: t(problemKey(error)), autoClose: 10_000, withBorder: true });
    }
  };
  const offered = proposal && !decide.isPending;
  useActions(offered ? { same: () => void say('same'), different: () => void say('different') } : {}, 1);
  if (!proposal) return null;
  const { ticket: other, score, because } = proposal;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(score);
  const rest = ticket.proposals.length - 1;
  return (
    <section className="desk-why" aria-label={t('likeness.title')}>
      <div>
        <p>
          {t('likeness.maybe')}{' '}
          <button type="button" className="desk-link" onClick={() => void navigate(`/desk/${other.id}`)}>
            {other.number}
          </button>
          <span className="desk-why-probability">{t('likeness.sure', { percent })}</span>
        </p>
        <p className="desk-hint">
          <SeverityMark priority={other.priority} />{' '}
          {[title(other), t('ticket.reports', { count: other.reportCount }), tellGrounds(because, t)]
            .filter(Boolean)
            .join(' · ')}
          {rest > 0 && ` · ${t('likeness.more', { count: rest })}`}
        </p>
      </div>
      <span className="desk-likeness-keys">
        <KeyButton action="same" busy={decide.isPending} press={() => void say('same')}>
          {t('likeness.same')}
        </KeyButton>
        <KeyButton action="different" busy={decide.isPending} press={() => void say('different')}>
          {t('likeness.different')}
        </KeyButton>
      </span>
    </section>
  );
}
