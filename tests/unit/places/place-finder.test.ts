import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../../server/understand/places/place-finder.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { smallCity } from '../../support/small-city.ts';

const find = createPlaceFinder(tangerang);
const best = (text: string) => find(text)?.places[0];
const nameOf = (text: string) => best(text)?.name ?? null;

describe('a place is found', () => {
  const told: [text: string, name: string][] = [
    ['banjir di depan Stasiun Poris', 'Stasiun Poris'],
    ['jln daan mogot macet total', 'Jalan Daan Mogot'],
    ['JL.KISAMAUN gelap', 'Jalan Ki Samaun'],
    ['lapak di ps anyar', 'Pasar Anyar'],
    ['st tanah tinggi rame bgt', 'Stasiun Tanah Tinggi'],
    ['atap smp n 29 roboh', 'SMPN 29 Tangerang'],
    ['smpn29 kebanjiran', 'SMPN 29 Tangerang'],
    ['prumahan total persada kerendem', 'Perumahan Total Persada'],
    ['per4an ciledug lampunya mati', 'Perempatan Ciledug'],
    ['mesjid raya al azhom', 'Masjid Raya Al-Azhom'],
    ['rumah sakit sari asih karawaci', 'RS Sari Asih Karawaci'],
    ['sampah numpuk di perum 2', 'Perumnas 2'],
    ['gg annur sempit', 'Gang Annur'],
    ['kali cisadane meluap', 'Sungai Cisadane'],
    ['jl pembangunan III rusak', 'Jalan Pembangunan 3'],
    ['pju mati di batuceper', 'Batuceper'],
    ['pju mati di batu ceper', 'Batuceper'],
    ['kebakaran porisplawad', 'Poris Plawad'],
  ];
  it.each(told)('%s', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it('with a typing mistake in a longer word, and told by the words as they were typed', () => {
    expect(best('banjir di stasion porris')).toBeUndefined();
    expect(nameOf('pohon tumbang di neglasarii')).toBe('Neglasari');
    expect(best('Banjir di PANUNGANGAN barat RT 02/05')).toMatchObject({
      name: 'Panunggangan Barat',
      words: 'panungangan barat RT 2 RW 5',
    });
  });

  it('somewhat farther off when something is only beside it', () => {
    const at = best('stasiun poris');
    const before = best('depan stasiun poris');
    const near = best('deket stasiun poris');
    expect(before).toMatchObject({ relation: 'depan', lat: at?.lat, lng: at?.lng });
    expect(before?.radiusM).toBeGreaterThan(at?.radiusM ?? 0);
    expect(near?.radiusM).toBeGreaterThan(before?.radiusM ?? 0);
  });

  it('by every name the gazetteer has for it, when its kind and area are said', () => {
    const lost = (tangerang.gazetteer ?? []).filter(({ name, kind, kelurahanCode }) => {
      const area = tangerang.kelurahan.find(({ code }) => code === kelurahanCode)?.name;
      const head = kind === 'kelurahan' || kind === 'kecamatan' ? `${kind} ` : '';
      const said = `${head}${name}${area && !head ? ` kelurahan ${area}` : ''}`;
      return !find(said)?.places.some((place) => place.name === name);
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

describe('areas', () => {
  it('of one name are the kecamatan unless somebody says kelurahan, and then as exact as it', () => {
    const shared = tangerang.kelurahan.filter(({ name }) =>
      tangerang.kecamatan.some((one) => one.name === name),
    );
    expect(shared).toHaveLength(10);
    for (const { name } of shared) {
      const wide = best(`banjir di ${name}`);
      const narrow = best(`banjir di kel. ${name}`);
      expect(wide, name).toMatchObject({ kind: 'kecamatan', kelurahan: null, kecamatan: name });
      expect(narrow, name).toMatchObject({ kind: 'kelurahan', kelurahan: name });
      expect(narrow?.radiusM, name).toBeLessThan(wide?.radiusM ?? 0);
    }
  });

  it('and a street narrow each other', () => {
    const all = best('jl kh hasyim ashari');
    const part = best('jl kh hasyim ashari kel gondrong');
    const gondrong = tangerang.kelurahan.find(({ name }) => name === 'Gondrong');
    expect(part).toMatchObject({ name: 'Jalan KH Hasyim Ashari', kelurahan: 'Gondrong' });
    expect(part?.radiusM).toBeLessThan((all?.radiusM ?? 0) / 2);
    expect(part && gondrong && distanceM(part, gondrong)).toBeLessThan(1000);
  });

  it('win over a street that is nowhere near them', () => {
    expect(find('jl kisamaun kelurahan kreo selatan')?.places.map(({ name }) => name)).toEqual([
      'Kreo Selatan',
      'Jalan Ki Samaun',
    ]);
  });

  it('that a road leads to are not where it happened', () => {
    expect(nameOf('gatot subroto arah jatiuwung bergelombang')).toBe('Jalan Gatot Subroto');
  });
});

describe('a part of a road', () => {
  it('is told by its kilometre post', () => {
    const at = best('kecelakaan daan mogot km 19');
    expect(at).toMatchObject({
      name: 'Jalan Daan Mogot km 19',
      kecamatan: 'Batuceper',
      words: 'daan mogot km 19',
    });
    expect(at?.radiusM).toBeLessThan(1000);
    expect(nameOf('daan mogot km 99')).toBe('Jalan Daan Mogot');
  });

  it('is where it meets another', () => {
    const corner = best('macet di perempatan merdeka dan gatot subroto');
    expect(corner?.name).toBe('Jalan Merdeka – Jalan Gatot Subroto');
    expect(corner?.radiusM).toBeLessThan(500);
    expect(nameOf('simpang cimone')).toBe('Simpang Cimone');
  });
});

describe('no place', () => {
  it.each([
    'ada benda mencurigakan di depan rumah',
    'pengendara kena benda tajam',
    'dilarang parkir, larangan parkir tidak ada',
    'petir menyambar pohon',
    'pohon ketapang tumbang',
    'laki-laki rambut gondrong nongkrong',
    'gembok pagar rusak',
    'jalan rusak parah',
    'warga kota tangerang kecewa',
    'tangerang',
    'perempatan macet',
    '',
  ])('is in: %s', (text) => {
    expect(find(text)).toBeNull();
  });

  it('is an ordinary word unless the words around say so', () => {
    expect(nameOf('banjir di benda')).toBe('Benda');
    expect(nameOf('warga larangan kebanjiran')).toBe('Larangan');
    expect(nameOf('kec. pinang')).toBe('Pinang');
    expect(nameOf('kunciran pinang')).toBe('Kunciran');
  });
});

describe('outside', () => {
  it.each([
    ['kebakaran di serpong', 'Tangerang Selatan'],
    ['macet di kalideres', 'Jakarta Barat'],
    ['banjir pasar kemis', 'Kabupaten Tangerang'],
    ['jalan berlubang tangsel', 'Tangerang Selatan'],
  ])('%s', (text, name) => {
    expect(find(text)).toEqual({ places: [], outside: { name } });
  });

  it('is not said where a place of the city is named, too', () => {
    expect(find('di sepatan perbatasan neglasari')).toMatchObject({ outside: null });
    expect(nameOf('depan rsud kabupaten tangerang')).toBe('RSUD Kabupaten Tangerang');
  });
});

describe('any text', () => {
  it('is read without a fault, and everything found lies in the city', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'jl ',
        'kel. ',
        'rt 0',
        '/',
        ' km 9',
        'perempatan ',
        ' dan ',
        'daan mogot',
        'ciledug',
        '\u200f',
        '\u200b',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const place of find(pieces.join(''))?.places ?? []) {
          expect(place.radiusM).toBeGreaterThan(0);
          expect(place.lat).toBeGreaterThan(tangerang.bounds.south);
          expect(place.lng).toBeLessThan(tangerang.bounds.east);
        }
      }),
    );
  });

  it('means the same with marks that nobody sees in it', () => {
    expect(best('ban\u200bjir di Sta\u00adsiun\u200f Poris')).toEqual(best('banjir di Stasiun Poris'));
  });

  it('of ten thousand characters is read to its end', () => {
    const long = `${'wadaw '.repeat(1_660)}kunciran`;
    expect(nameOf(long)).toBe('Kunciran');
    expect(find('perempatan dan '.repeat(700))).toBeNull();
  });

  it('names the areas of a city without a gazetteer', () => {
    expect(createPlaceFinder(smallCity)('banjir di batu dua')?.places[0]).toMatchObject({
      kelurahan: 'Batu Dua',
    });
  });
});
