import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { kecamatan, kelurahan } from '../../../shared/city/tangerang/kelurahan.ts';

const DEPARTMENTS =
  `DPUPR DISHUB PERUMDA_TB DINSOS DINKES WILAYAH SATPOLPP DISPERKIMTAN DLH DISKOMINFO RSUD DP3AP2KB
  DISBUDPAR/DISPORA DISNAKER DISDIK BKPSDM DISDUKCAPIL BAPENDA BPKD KESBANGPOL BPBD DISPERINDAGKOPUKM DPMPTSP DKP`.split(
    /\s+/,
  );

/** The rows of one file; `parse` itself refuses a row with a cell too many or too few. */
function readRows(name: string, columns: string[]): Record<string, string>[] {
  const text = readFileSync(new URL(`../../support/examination/${name}`, import.meta.url), 'utf8');
  const [head, ...rows]: string[][] = parse(text);
  expect(head).toEqual(columns);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

/** How many rows carry each value of a column. */
function countBy(rows: Record<string, string>[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

function expectDistinctTexts(rows: Record<string, string>[]): void {
  const texts = rows.map((row) => row.text?.trim().toLowerCase());
  expect(texts).not.toContain('');
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
}

describe('the texts to examine the machine with', () => {
  it('has 500 complaints, every department at least four times', () => {
    const rows = readRows('complaints.csv', ['text', 'department']);
    expectDistinctTexts(rows);
    const counts = countBy(rows, 'department');
    expect(rows).toHaveLength(500);
    expect(Object.keys(counts).sort()).toEqual([...DEPARTMENTS].sort());
    expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(4);
  });

  it('has 150 emergencies among 350 ordinary reports', () => {
    const rows = readRows('emergencies.csv', ['text', 'urgency']);
    expectDistinctTexts(rows);
    expect(countBy(rows, 'urgency')).toEqual({ critical: 150, ordinary: 350 });
  });

  it('has 100 cries for help and 180 complaints of a few words', () => {
    const rows = readRows('short-messages.csv', ['text', 'urgency']);
    expectDistinctTexts(rows);
    expect(countBy(rows, 'urgency')).toEqual({ critical: 100, ordinary: 180 });
  });

  it('has as many pranks as real reports that look like one', () => {
    const rows = readRows('pranks.csv', ['text', 'kind']);
    expectDistinctTexts(rows);
    expect(countBy(rows, 'kind')).toEqual({ prank: 60, real: 60 });
  });

  it("names only the city's own kecamatan and kelurahan, each kelurahan in its kecamatan", () => {
    const rows = readRows('places.csv', ['text', 'kecamatan', 'kelurahan', 'note']);
    expectDistinctTexts(rows);
    const codes = new Map(kecamatan.map(({ name, code }) => [name, code]));
    const wrong = rows.filter((row) => {
      if (row.kecamatan === '' || row.kecamatan === 'outside') return row.kelurahan !== '';
      const code = codes.get(row.kecamatan ?? '');
      if (code === undefined) return true;
      if (row.kelurahan === '') return false;
      return !kelurahan.some(({ name, kecamatanCode }) => name === row.kelurahan && kecamatanCode === code);
    });
    expect(wrong).toEqual([]);
    expect(countBy(rows, 'kecamatan')).toMatchObject({ '': 15, outside: 15 });
  });
});
