import { describe, expect, it } from 'vitest';
import { freshnessText } from '../../../client/session/freshness-text.ts';
import { en } from '../../../shared/text/en.ts';
import { id, type TextKey } from '../../../shared/text/id.ts';

const indonesian = { text: (key: string) => id[key as TextKey], language: 'id' as const };
const english = { text: (key: string) => en[key as TextKey], language: 'en' as const };

describe('the freshness of the picture', () => {
  it('is said with a decimal while it is young, in the notation of the language', () => {
    const freshness = { level: 'live' as const, ageMs: 412, asOf: 0 };
    expect(freshnessText(freshness, indonesian)).toBe('LANGSUNG 0,4 dtk');
    expect(freshnessText(freshness, english)).toBe('LIVE 0.4 s');
  });

  it('is not called live once it is behind', () => {
    expect(freshnessText({ level: 'stale', ageMs: 8_240, asOf: 0 }, indonesian)).toBe('TERTINGGAL 8,2 dtk');
    expect(freshnessText({ level: 'old', ageMs: 72_900, asOf: 0 }, english)).toBe('BEHIND 73 s');
  });

  it('claims no age before there is anything', () => {
    expect(freshnessText({ level: 'old', ageMs: null, asOf: null }, indonesian)).toBe('MENYAMBUNG');
  });
});
