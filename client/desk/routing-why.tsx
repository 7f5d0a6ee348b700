import { Kbd } from '@mantine/core';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { DepartmentSuggestion, UnderstandingAnswer } from '../../shared/wire/understanding.ts';
import { useCityWords } from '../session/city-words.ts';
import { groundsOfKind, tellGrounds } from '../ticket/because.ts';
import { tellPlace } from '../ticket/place.ts';
import { useWords } from '../ui/use-words.ts';
import { KeyButton } from './key-button.tsx';
import { SaidSigns } from './said-signs.tsx';
import { useActions } from './use-actions.tsx';
import { useProbability } from './use-probability.ts';
import './why.css';

type Props = {
  ticket: TicketDetail;
  /** Undefined until it is known. */
  understood: UnderstandingAnswer | undefined;
  busy: boolean;
  accept: (departmentCode: string) => void;
};

/** Where the ticket would go and why: the words, the place, how sure it is. One key accepts, two choose another. */
export function RoutingWhy({ ticket, understood, busy, accept }: Props) {
  const { t } = useWords();
  const { department } = useCityWords();
  const acceptOwn = () => accept(ticket.departmentCode);
  const isOff = understood?.routing === 'off';
  useActions({ accept: busy || isOff ? undefined : acceptOwn }, 1);
  const suggestions = understood?.departments ?? [];
  const own = suggestions.find(({ departmentCode }) => departmentCode === ticket.departmentCode);
  const grounds = tellGrounds(groundsOfKind(ticket.history).map(withoutWeight), t);
  const words = own && own.words.length > 0 ? own.words.join(', ') : grounds;
  const place = ticket.location && tellPlace(ticket, t);
  if (isOff)
    return (
      <section className="desk-why" aria-label={t('why.title')}>
        <p className="desk-hint">{t('why.off')}</p>
        <SaidSigns understood={understood} />
      </section>
    );
  return (
    <section className="desk-why" aria-label={t('why.title')}>
      <div className="desk-why-first">
        <p>
          <span className="desk-why-words">{words === '' ? t('why.no-words') : words}</span>
          <span aria-hidden> → </span>
          <Suggested code={ticket.departmentCode} probability={own?.probability} />
          {understood?.surely && own === suggestions[0] && (
            <span className="desk-why-sure">{t('why.surely')}</span>
          )}
        </p>
        <KeyButton action="accept" busy={busy} press={acceptOwn}>
          {t('why.accept', { department: department(ticket.departmentCode).shortName })}
        </KeyButton>
      </div>
      {place && <p className="desk-hint">{t('why.place', { place })}</p>}
      <Others suggestions={suggestions} own={ticket.departmentCode} busy={busy} choose={accept} />
      {understood && <SaidSigns understood={understood} />}
    </section>
  );
}

function Suggested({ code, probability }: { code: string; probability: number | undefined }) {
  const { department } = useCityWords();
  const told = useProbability();
  return (
    <>
      <strong>{department(code).shortName}</strong>
      {probability !== undefined && <span className="desk-why-probability">{told(probability)}</span>}
    </>
  );
}

type OthersProps = {
  suggestions: readonly DepartmentSuggestion[];
  own: string;
  busy: boolean;
  choose: (departmentCode: string) => void;
};

/** Who else might take it; the digits are those of the form that `r` opens. */
function Others({ suggestions, own, busy, choose }: OthersProps) {
  const { t } = useWords();
  const ranked = suggestions.map((one, at) => ({ ...one, rank: at + 1 }));
  const others = ranked.filter(({ departmentCode }) => departmentCode !== own);
  if (others.length === 0) return null;
  return (
    <ul className="desk-why-others" aria-label={t('why.others')}>
      {others.map(({ departmentCode, probability, words, rank }) => (
        <li key={departmentCode}>
          <button type="button" disabled={busy} onClick={() => choose(departmentCode)}>
            <Suggested code={departmentCode} probability={probability} />
            <span className="desk-why-keys" aria-hidden>
              <Kbd size="xs">r</Kbd> <Kbd size="xs">{rank}</Kbd>
            </span>
          </button>
          <span className="desk-hint">{words.slice(0, 3).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** `pju mati +3.2` → `pju mati` */
function withoutWeight(ground: string): string {
  return ground.replace(/ [+-][\d.]+$/, '');
}
