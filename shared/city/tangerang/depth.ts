import type { DepthWords } from '../city-pack.ts';

/** Water is measured on the body of a grown person; centimetres, to the nearest five. */
export const depth: DepthWords = {
  words: {
    'semata kaki': 10,
    'se mata kaki': 10,
    sejengkal: 20,
    sebetis: 30,
    'se betis': 30,
    selutut: 45,
    'se lutut': 45,
    sedengkul: 45,
    'se dengkul': 45,
    'setengah meter': 50,
    sepaha: 65,
    'se paha': 65,
    sepinggang: 90,
    'se pinggang': 90,
    semeter: 100,
    sepusar: 100,
    sepuser: 100,
    seperut: 100,
    sedada: 120,
    'se dada': 120,
    sebahu: 140,
    seleher: 150,
    'se leher': 150,
    'setinggi orang dewasa': 165,
  },
  categories: ['flood'],
};
