/** What a spreadsheet would carry out, or skip over to find something to carry out. */
const STARTS_A_FORMULA = /^\s*[=+\-@\t\r|]/;

/**
 * A text that a spreadsheet shows and does not carry out (OWASP's advice on CSV injection). Names come from a city's
 * own pack, but a file is opened far from where it was made. A dash alone is nothing but a dash.
 */
export function plainText(text: string): string {
  return text !== '-' && STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}
