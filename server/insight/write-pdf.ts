import type { Report } from './report.ts';
export async function writePdf(report: Report): Promise<Buffer> {
  return Buffer.from(report.headline);
}
