/** The page's entry bundle in its HTML; its name changes with its content. Null in development. */
export function entryOf(html: string): string | null {
  return /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null;
}

/** The version of a page by its HTML: the mark in its entry's name. Null in development. */
export function versionOf(html: string): string | null {
  const entry = entryOf(html);
  return entry === null ? null : (/-([\w-]+)\.js$/.exec(entry)?.[1] ?? entry);
}

/** The version of this page, for the supervisor to compare. */
export function pageVersion(): string {
  return versionOf(document.documentElement.innerHTML) ?? 'development';
}
