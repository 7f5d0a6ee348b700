import { type ReactNode, useId } from 'react';
import type { Figures, KpiKey } from '../../shared/kpi/kpis.ts';
import { tellChange, tellFigure } from '../../shared/kpi/tell.ts';
import { useWords } from '../ui/use-words.ts';
import { WayToTickets } from './way-to-tickets.tsx';

const ARROWS = { up: '▲', down: '▼', same: '=', none: '' };

/** A figure that opens its tickets. */
export function TicketsLink({ to, children, label }: { to: string; children: ReactNode; label?: string }) {
  return (
    <WayToTickets className="exec-link" to={to} aria-label={label}>
      {children}
    </WayToTickets>
  );
}

/** How a figure has moved against the period before: an arrow and words. Colour is for severity. */
export function ChangeMark({ of, current, before }: { of: KpiKey; current: Figures; before: Figures }) {
  const words = useWords();
  const { direction, isGood, text } = tellChange(of, current[of], before[of], words);
  const told = words.t('executive.before', { value: tellFigure(of, before[of], words) });
  return (
    <span className="exec-change" data-good={isGood ?? undefined} title={direction === 'none' ? '' : told}>
      <span aria-hidden>{ARROWS[direction]}</span> {text}
    </span>
  );
}

/** One of the five: a question, its answer. */
export function Answer({ id, question, children }: { id: string; question: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="exec-answer" data-answer={id} aria-labelledby={heading}>
      <h2 id={heading}>{question}</h2>
      {children}
    </section>
  );
}
