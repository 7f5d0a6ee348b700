import type { ChangeValue } from '../../../shared/city/change.ts';

/** Structured values as people type them, and back. What cannot be read becomes a value that the schema refuses. */

type Words = ChangeValue<'category'>['words'];
type Week = ChangeValue<'calendar'>['week'];

/** A line a weight, the strongest first: `6: kebakaran, api besar`. */
export function writeWords(words: Words): string {
  const byWeight = new Map<number, string[]>();
  for (const [phrase, weight] of Object.entries(words))
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), phrase]);
  return [...byWeight]
    .toSorted(([a], [b]) => b - a)
    .map(([weight, phrases]) => `${weight}: ${phrases.join(', ')}`)
    .join('\n');
}

export function readWords(text: string): Words {
  const words: Words = {};
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, weight = '', phrases = line] = /^\s*(-?\d+(?:[.,]\d+)?)\s*:(.*)$/.exec(line) ?? [];
    for (const phrase of phrases.split(',').map((each) => each.trim().toLowerCase()))
      if (phrase !== '') words[phrase] = weight === '' ? Number.NaN : Number(weight.replace(',', '.'));
  }
  return words;
}

/** A day's hours: `08:00-12:00, 13:00-16:00`; nothing: closed. */
export function writeHours(day: Week[number]): string {
  return day.map(([from, to]) => `${writeMinute(from)}-${writeMinute(to)}`).join(', ');
}

export function readHours(text: string): Week[number] {
  return text
    .split(',')
    .map((span) => span.trim())
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', to = ''] = span.split(/\s*[-–]\s*/);
      return [readMinute(from), readMinute(to)];
    });
}

function writeMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function readMinute(text: string): number {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
  if (hour === undefined || Number(minute) > 59) return Number.NaN;
  return Number(hour) * 60 + Number(minute);
}

export function readLines(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Phrases to listen for, one a line or with commas; three dots are as good as the one sign for them. */
export function readPhrases(text: string): string[] {
  const tidy = (line: string) =>
    line
      .toLowerCase()
      .replace(/\s*(?:…|\.{3})\s*/g, ' … ')
      .replace(/\s+/g, ' ')
      .trim();
  return [...new Set(readLines(text).map(tidy))];
}
