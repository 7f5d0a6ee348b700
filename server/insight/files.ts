import type { Report } from './report.ts';
import { writeCsv } from './write-csv.ts';
import { writePdf } from './write-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

type FileKind = { type: string; write(report: Report): Promise<Buffer> };

/** The files that figures can be taken away as, by the ending of their names. */
export const FILE_KINDS: Record<'csv' | 'xlsx' | 'pdf', FileKind> = {
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  pdf: { type: 'application/pdf', write: writePdf },
};
