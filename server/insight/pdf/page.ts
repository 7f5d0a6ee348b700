/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 42, inner: 595.28 - 2 * 42 };

export const FONT = { regular: 'text', medium: 'strong' };

/** Greys: colour is for severity, and none of this is. */
export const INK = { full: '#131a24', soft: '#556375', bar: '#6b7a8d', pale: '#c3cdd9', line: '#d3dae3' };

/** A box on the page. */
export type Box = { x: number; y: number; width: number; height: number };

export type Doc = PDFKit.PDFDocument;

/** One line of text that never runs out of its box. */
export function line(
  document: Doc,
  text: string,
  { x, y, width, size, strong = false, soft = false, align = 'left' }: LineOptions,
): void {
  document
    .font(strong ? FONT.medium : FONT.regular)
    .fontSize(size)
    .fillColor(soft ? INK.soft : INK.full)
    .text(text, x, y, { width, height: size * 1.3, align, lineBreak: false, ellipsis: true });
}
type LineOptions = {
  x: number;
  y: number;
  width: number;
  size: number;
  strong?: boolean;
  soft?: boolean;
  align?: 'left' | 'right' | 'center';
};

/** A thin rule across. */
export function rule(document: Doc, x: number, y: number, width: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .strokeColor(INK.line)
    .stroke();
}
