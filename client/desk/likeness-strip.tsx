import { Button, Kbd } from '@mantine/core';
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
import { DESK_ACTIONS, keyCap } from './actions.ts';
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
        <VerdictButton verdict="same" busy={decide.isPending} say={say} />
        <VerdictButton verdict="different" busy={decide.isPending} say={say} />
      </span>
    </section>
  );
}

type ButtonProps = {
  verdict: VerdictBody['verdict'];
  busy: boolean;
  say: (verdict: VerdictBody['verdict']) => Promise<void>;
};

function VerdictButton({ verdict, busy, say }: ButtonProps) {
  const { t } = useWords();
  return (
    <Button
      size="xs"
      variant="default"
      disabled={busy}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keyCap(DESK_ACTIONS[verdict].key)}
        </Kbd>
      }
      onClick={() => void say(verdict)}
    >
      {t(`likeness.${verdict}`)}
    </Button>
  );
}
