import type { Neighbour } from '../../gazetteer.ts';

type Row = [name: string, lat: number, lng: number, ...variants: string[]];

/** The cities around and the parts of them that people name, by a point set by hand in their middle. */
export const neighbours: Neighbour[] = [
  neighbour(
    'Tangerang Selatan',
    ['tangsel', 'kota tangsel', 'tangerangselatan'],
    [
      ['Serpong', -6.315, 106.665, 'bsd', 'bsd city', 'bumi serpong damai'],
      [
        'Serpong Utara',
        -6.245,
        106.662,
        'pakulonan',
        'paku jaya',
        'pakujaya',
        'pondok jagung',
        'living world',
      ],
      ['Pondok Aren', -6.268, 106.703, 'pd aren', 'pondokaren', 'jurang mangu', 'jurangmangu', 'parigi'],
      ['Ciputat', -6.312, 106.741, 'ciputat timur', 'rempoa', 'cireundeu'],
      ['Pamulang', -6.343, 106.739, 'pondok benda', 'benda baru'],
      ['Kecamatan Setu', -6.349, 106.677],
      ['Bintaro', -6.276, 106.725, 'bintaro jaya', 'graha bintaro'],
    ],
  ),
  neighbour(
    'Kabupaten Tangerang',
    ['kab tangerang', 'tangerang kabupaten'],
    [
      ['Kelapa Dua', -6.239, 106.612, 'klp dua', 'gading serpong', 'bencongan', 'supermal karawaci', 'uph'],
      ['Curug', -6.261, 106.56, 'kecamatan curug', 'binong'],
      ['Cikupa', -6.229, 106.513, 'citra raya', 'bitung', 'talaga'],
      [
        'Pasar Kemis',
        -6.168,
        106.54,
        'pasarkemis',
        'ps kemis',
        'kutabumi',
        'kuta bumi',
        'kutabaru',
        'kotabumi',
      ],
      ['Sepatan', -6.113, 106.575, 'sepatan timur', 'kedaung barat'],
      ['Pakuhaji', -6.049, 106.608, 'paku haji'],
      ['Teluknaga', -6.062, 106.645, 'teluk naga', 'kampung melayu teluknaga'],
      ['Kosambi', -6.084, 106.692, 'dadap', 'salembaran', 'kosambi timur'],
      ['Legok', -6.283, 106.592],
      ['Pagedangan', -6.302, 106.622, 'aeon bsd'],
      ['Rajeg', -6.112, 106.523],
      ['Balaraja', -6.188, 106.455],
      ['Tigaraksa', -6.271, 106.478, 'tiga raksa'],
      ['Panongan', -6.269, 106.527],
      ['Mauk', -6.064, 106.51],
    ],
  ),
  neighbour(
    'Jakarta Barat',
    ['jakbar'],
    [
      ['Kalideres', -6.144, 106.706, 'kali deres', 'semanan', 'pegadungan', 'tegal alur'],
      ['Cengkareng', -6.149, 106.735, 'duri kosambi', 'rawa buaya', 'kapuk'],
      ['Kembangan', -6.185, 106.741, 'meruya', 'puri indah', 'joglo', 'srengseng'],
      ['Kebon Jeruk', -6.192, 106.77, 'kebun jeruk'],
    ],
  ),
  neighbour(
    'Jakarta Selatan',
    ['jaksel'],
    [
      ['Pesanggrahan', -6.256, 106.757, 'petukangan', 'ulujami', 'petukangan utara', 'petukangan selatan'],
      ['Kebayoran Lama', -6.244, 106.779, 'cipulir', 'kebayoran'],
    ],
  ),
  neighbour('Jakarta Utara', ['jakut'], [['Penjaringan', -6.125, 106.765, 'pantai indah kapuk', 'pik']]),
];

function neighbour(name: string, variants: string[], rows: Row[]): Neighbour {
  return {
    name,
    variants,
    areas: rows.map(([area, lat, lng, ...others]) => ({ name: area, lat, lng, variants: others })),
  };
}
