import { insightFields, insightFileFields, insightTicketsFields } from '../../shared/wire/insight.ts';
import { operation } from './operation.ts';

const file = (kind: string) => ({
  get: operation(`The figures as ${kind}`, { query: insightFileFields, answer: `A ${kind} file.` }),
});

/** The executive's figures. */
export const INSIGHT = {
  '/api/insight': {
    get: operation('The figures of a period beside the one before', {
      query: insightFields,
      answer: 'Figures, distributions, backlog; by department, kecamatan, category and channel.',
    }),
  },
  '/api/insight/tickets': {
    get: operation('The tickets behind a figure', {
      query: insightTicketsFields,
      answer: 'A page of tickets, newest first, and how many there are.',
    }),
  },
  '/api/insight/export.csv': file('CSV'),
  '/api/insight/export.xlsx': file('XLSX'),
  '/api/insight/export.pdf': file('PDF'),
};
