import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { drawAnswers } from './pdf/draw-answers.ts';
import { drawTables } from './pdf/draw-tables.ts';
import { FONT, INK, PAGE } from './pdf/page.ts';
import type { Report } from './report.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  [FONT.regular]: require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff'),
  [FONT.medium]: require.resolve('@fontsource/inter/files/inter-latin-600-normal.woff'),
};

/** The figures as one sheet of A4: a sentence, five answers, the kecamatan, and where it all comes from. */
export async function writePdf(report: Report): Promise<Buffer> {
  const { headline, insight, room, words } = report;
  const document = new PDFDocument({
    size: 'A4',
    margin: PAGE.margin,
    lang: words.language,
    info: { Title: headline, Author: room, CreationDate: new Date(insight.at) },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    document.once('end', resolve);
    document.once('error', reject);
  });
  for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, path);
  drawHead(document, report);
  const below = drawAnswers(document, report, document.y + 14);
  drawTables(document, report, below);
  drawFoot(document, report);
  document.end();
  await ended;
  return Buffer.concat(parts);
}

function drawHead(document: PDFKit.PDFDocument, { room, headline, subtitle, filtered }: Report): void {
  document.font(FONT.medium).fontSize(8).fillColor(INK.soft);
  document.text(room, PAGE.margin, PAGE.margin);
  document.font(FONT.medium).fontSize(19).fillColor(INK.full);
  document.text(headline, PAGE.margin, PAGE.margin + 15, { width: PAGE.inner, lineGap: 1 });
  document.font(FONT.regular).fontSize(9).fillColor(INK.soft);
  document.text(filtered === null ? subtitle : `${subtitle}. ${filtered}.`, { width: PAGE.inner });
}

function drawFoot(document: PDFKit.PDFDocument, { source }: Report): void {
  const y = PAGE.height - PAGE.margin - 9;
  document.font(FONT.regular).fontSize(7).fillColor(INK.soft);
  document.text(source, PAGE.margin, y, { width: PAGE.inner, lineBreak: false });
}
