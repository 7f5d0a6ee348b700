import { quantileMs } from './buckets.ts';
import { ANSWER, OLDER, SOLVE, type Sums } from './measures.ts';

/** What a figure is counted in. A share is between 0 and 1; null where there was nothing to take a share of. */
export type Unit = 'tickets' | 'share' | 'ms';

/** One figure: its unit, in words what it is (the same sentence on screens and in files), and how it comes from sums. */
type Definition = {
  unit: Unit;
  /** Which direction is good news; null where more is neither. */
  better: 'more' | 'less' | null;
  formula: { id: string; en: string };
  of(sums: Sums): number | null;
};

const histogram = (sums: Sums, names: readonly (keyof Sums)[]) => names.map((name) => sums[name]);
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** Every KPI there is, defined once. Names for screens are `kpi.<key>` in shared/text. */
export const KPIS = {
  opened: {
    unit: 'tickets',
    better: null,
    formula: {
      id: 'Tiket yang masuk dalam periode; yang digabungkan ke tiket lain tidak dihitung.',
      en: 'Tickets that came in during the period; those merged into another are not counted.',
    },
    of: (sums) => sums.opened,
  },
  resolved: {
    unit: 'tickets',
    better: 'more',
    formula: {
      id: 'Tiket yang diselesaikan dalam periode dan tidak dibuka lagi.',
      en: 'Tickets resolved during the period and not open again.',
    },
    of: (sums) => sums.resolved,
  },
  open: {
    unit: 'tickets',
    better: 'less',
    formula: {
      id: 'Tiket yang masih terbuka pada akhir periode.',
      en: 'Tickets still open at the end of the period.',
    },
    of: (sums) => sums.open,
  },
  overdue: {
    unit: 'tickets',
    better: 'less',
    formula: {
      id: 'Tiket yang masih terbuka sekarang dan melewati batas waktu selesai.',
      en: 'Tickets still open now and past their time to be resolved.',
    },
    of: (sums) => sums.overdue,
  },
  onTime: {
    unit: 'share',
    better: 'more',
    formula: {
      id: 'Selesai tepat waktu dibagi (selesai tepat waktu + batas waktu yang terlewati dalam periode). Batas waktu: 7x24 jam, atau lebih singkat menurut jenis laporan.',
      en: 'Resolved in time divided by (resolved in time + deadlines missed during the period). The deadline is 7x24 hours, or less for some kinds of report.',
    },
    of: (sums) => share(sums.resolve_kept, sums.resolve_kept + sums.resolve_breached),
  },
  breached: {
    unit: 'tickets',
    better: 'less',
    formula: {
      id: 'Tiket yang batas waktu selesainya terlewati dalam periode.',
      en: 'Tickets whose deadline to be resolved was missed during the period.',
    },
    of: (sums) => sums.resolve_breached,
  },
  answerOnTime: {
    unit: 'share',
    better: 'more',
    formula: {
      id: 'Diterima OPD tepat waktu dibagi (diterima tepat waktu + batas waktu terima yang terlewati dalam periode).',
      en: 'Acknowledged in time divided by (acknowledged in time + acknowledge deadlines missed during the period).',
    },
    of: (sums) => share(sums.answer_kept, sums.answer_kept + sums.answer_breached),
  },
  answerBreached: {
    unit: 'tickets',
    better: 'less',
    formula: {
      id: 'Tiket yang batas waktu terimanya terlewati dalam periode.',
      en: 'Tickets whose deadline to be acknowledged was missed during the period.',
    },
    of: (sums) => sums.answer_breached,
  },
  answerMedian: {
    unit: 'ms',
    better: 'less',
    formula: {
      id: 'Separuh tiket diterima OPD lebih cepat dari ini, sejak masuk atau terakhir dialihkan.',
      en: 'Half of the tickets are acknowledged sooner than this, since they came in or were last handed over.',
    },
    of: (sums) => quantileMs(histogram(sums, ANSWER), 0.5),
  },
  answerP90: {
    unit: 'ms',
    better: 'less',
    formula: {
      id: 'Sembilan dari sepuluh tiket diterima OPD lebih cepat dari ini.',
      en: 'Nine tickets in ten are acknowledged sooner than this.',
    },
    of: (sums) => quantileMs(histogram(sums, ANSWER), 0.9),
  },
  solveMedian: {
    unit: 'ms',
    better: 'less',
    formula: {
      id: 'Separuh tiket selesai lebih cepat dari ini, sejak masuk.',
      en: 'Half of the tickets are resolved sooner than this, since they came in.',
    },
    of: (sums) => quantileMs(histogram(sums, SOLVE), 0.5),
  },
  solveP90: {
    unit: 'ms',
    better: 'less',
    formula: {
      id: 'Sembilan dari sepuluh tiket selesai lebih cepat dari ini, sejak masuk.',
      en: 'Nine tickets in ten are resolved sooner than this, since they came in.',
    },
    of: (sums) => quantileMs(histogram(sums, SOLVE), 0.9),
  },
  declared: {
    unit: 'tickets',
    better: null,
    formula: {
      id: 'Berapa kali tiket dinyatakan selesai dalam periode.',
      en: 'How often tickets were declared resolved during the period.',
    },
    of: (sums) => sums.declared,
  },
  reopened: {
    unit: 'tickets',
    better: 'less',
    formula: {
      id: 'Dari yang dinyatakan selesai dalam periode, yang kemudian dibuka lagi.',
      en: 'Of those declared resolved during the period, the ones opened again afterwards.',
    },
    of: (sums) => sums.reopened,
  },
  stayedSolved: {
    unit: 'share',
    better: 'more',
    formula: {
      id: 'Bagian dari yang dinyatakan selesai dalam periode yang tidak dibuka lagi. Bukan survei kepuasan.',
      en: 'The share of those declared resolved during the period that were not opened again. Not a satisfaction survey.',
    },
    of: (sums) => share(sums.declared - sums.reopened, sums.declared),
  },
} satisfies Record<string, Definition>;

export type KpiKey = keyof typeof KPIS;
export const KPI_KEYS = Object.keys(KPIS) as KpiKey[];

/** How a figure is defined. */
export function kpi(key: KpiKey): Definition {
  return KPIS[key];
}

/** All figures of some tickets. */
export type Figures = Record<KpiKey, number | null>;

/** All figures from their sums. */
export function figuresOf(sums: Sums): Figures {
  return Object.fromEntries(KPI_KEYS.map((key) => [key, kpi(key).of(sums)])) as Figures;
}

/** How many took how long until acknowledged and until resolved, by bucket. */
export function histogramsOf(sums: Sums): { answer: number[]; solve: number[] } {
  return { answer: histogram(sums, ANSWER), solve: histogram(sums, SOLVE) };
}

/** Open tickets by class of age, the youngest first, from those that are at least so old. */
export function backlogOf(sums: Sums): number[] {
  const atLeast = histogram(sums, OLDER);
  return atLeast.map((count, n) => count - (atLeast[n + 1] ?? 0));
}
