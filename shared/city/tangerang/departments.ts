import type { Department } from '../city-pack.ts';

/**
 * Who takes tickets. Icons are names of `@tabler/icons-react`. Duties move between departments from year
 * to year; which category goes to whom stands in `categories*.ts` and is data as well.
 */
export const departments: Department[] = [
  department('DPUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'PUPR', 'IconRoad'),
  department('DISHUB', 'Dinas Perhubungan', 'Dishub', 'IconBulb'),
  department('DLH', 'Dinas Lingkungan Hidup', 'DLH', 'IconTrash'),
  department('BPBD', 'Badan Penanggulangan Bencana Daerah', 'BPBD', 'IconFiretruck'),
  department('SATPOLPP', 'Satuan Polisi Pamong Praja', 'Satpol PP', 'IconShield'),
  department('DINKES', 'Dinas Kesehatan', 'Dinkes', 'IconAmbulance'),
  department('DINSOS', 'Dinas Sosial', 'Dinsos', 'IconHeartHandshake'),
  department('DISPERKIMTAN', 'Dinas Perumahan, Permukiman dan Pertanahan', 'Perkimtan', 'IconHomeCog'),
  department('DISKOMINFO', 'Dinas Komunikasi dan Informatika', 'Diskominfo', 'IconWifi'),
  department('PERUMDA_TB', 'Perumda Tirta Benteng', 'Tirta Benteng', 'IconDroplet'),
  department('DISDUKCAPIL', 'Dinas Kependudukan dan Pencatatan Sipil', 'Dukcapil', 'IconId'),
  department('DISDIK', 'Dinas Pendidikan', 'Disdik', 'IconSchool'),
  department('DISBUDPAR', 'Dinas Kebudayaan dan Pariwisata', 'Disbudpar', 'IconMasksTheater'),
  department(
    'DP3AP2KB',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
    'DP3AP2KB',
    'IconHomeShield',
  ),
  department(
    'DPMPTSP',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'IconFileCertificate',
  ),
  department('DISNAKER', 'Dinas Ketenagakerjaan', 'Disnaker', 'IconBriefcase'),
  department(
    'DISPERINDAGKOPUKM',
    'Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah',
    'Indagkop UKM',
    'IconBuildingStore',
  ),
  department('DISPORA', 'Dinas Pemuda dan Olahraga', 'Dispora', 'IconBallFootball'),
  department('BAPENDA', 'Badan Pendapatan Daerah', 'Bapenda', 'IconReceiptTax'),
  department('BPKD', 'Badan Pengelola Keuangan Daerah', 'BPKD', 'IconCoins'),
  department('BKPSDM', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKPSDM', 'IconUsersGroup'),
  department('DKP', 'Dinas Ketahanan Pangan', 'DKP', 'IconPlant2'),
  department('KESBANGPOL', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', 'IconFlag'),
  department('INSPEKTORAT', 'Inspektorat', 'Inspektorat', 'IconZoomCheck'),
  department('RSUD', 'RSUD Kota Tangerang', 'RSUD', 'IconBuildingHospital'),
  department('PD_PASAR', 'Perumda Pasar', 'Perumda Pasar', 'IconShoppingCart'),
  department('PT_TNG', 'PT Tangerang Nusantara Global', 'PT TNG', 'IconBus'),
  department('KECAMATAN', 'Kantor Kecamatan', 'Kecamatan', 'IconBuildingCommunity'),
  department('KELURAHAN', 'Kantor Kelurahan', 'Kelurahan', 'IconBuildingCottage'),
  { ...department('PLN', 'PLN (Perusahaan Listrik Negara)', 'PLN', 'IconBolt'), internal: false },
  { ...department('POLRI', 'Kepolisian (110)', 'Polisi', 'IconBadge'), internal: false },
  {
    ...department(
      'EXTERNAL',
      'Instansi lain (provinsi, BBWS, BPJS, PMI)',
      'Instansi lain',
      'IconExternalLink',
    ),
    internal: false,
  },
];

function department(code: string, name: string, shortName: string, icon: string): Department {
  return { code, name, shortName, icon, internal: true };
}
