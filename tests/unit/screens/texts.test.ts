import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/text/en.ts';
import { id } from '../../../shared/text/id.ts';

const keys = Object.keys(id) as (keyof typeof id)[];

describe('the words of the screens', () => {
  it('are there in both languages, key by key', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
  });

  it('all say something', () => {
    expect(keys.filter((key) => id[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });

  it('are filled with the same values in both languages', () => {
    const differing = keys.filter((key) => String(valuesIn(en[key])) !== String(valuesIn(id[key])));
    expect(differing).toEqual([]);
  });
});

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();
}
