import type { StreetsByKelurahan } from './streets.ts';

/** Kecamatan Cipondoh and Pinang. */
export const streetsEast: StreetsByKelurahan = {
  Cipondoh: ['Cipondoh Raya', 'Kampung Cipondoh'],
  'Cipondoh Makmur': ['Cipondoh Makmur Raya', 'Poris Indah Raya', 'Taman Cipondoh Raya'],
  'Cipondoh Indah': ['Cipondoh Indah Raya', 'Poris Indah Blok A', 'Ketapang Dongkal'],
  Gondrong: [
    ['Gondrong Raya', -6.1958, 106.6975, 'gondrong'],
    ['KH Mansyur', -6.2015, 106.6925, 'h mansyur', 'kh mansur', 'haji mansyur', 'h mansur'],
    'Kampung Gondrong',
  ],
  Kenanga: ['Kenanga Raya', 'Kampung Kenanga'],
  Petir: [
    'Kresek Raya',
    ['Green Lake City Boulevard', -6.1862, 106.7108, 'green lake boulevard'],
    ['Cantiga', -6.1885, 106.7075, 'cantiga raya'],
    ['KH Ahmad Dahlan', -6.1912, 106.7095, 'ahmad dahlan'],
    'Kampung Candulan',
    'Candulan',
  ],
  Ketapang: [
    'West Europe',
    ['Polor', -6.1795, 106.6965, 'polor raya'],
    'Ketapang Raya',
    'Thamrin Ketapang',
    'Kampung Ketapang',
    'Haji Talen',
  ],
  'Poris Plawad': [
    ['Poris Plawad Raya', -6.1722, 106.6625, 'poris plawad'],
    'Kampung Poris',
    'Taman Royal Raya',
  ],
  'Poris Plawad Utara': ['Gang Annur', 'Poris Paradise Raya', 'Poris Plawad Utara Raya', 'Sipon'],
  'Poris Plawad Indah': [
    ['Banjar Wijaya Raya', -6.1885, 106.6608, 'banjar wijaya', 'boulevard banjar wijaya'],
    'Taman Asri Raya',
    'Poris Plawad Indah Raya',
  ],
  Pinang: ['Pinang Kunciran', 'Pinang Raya', 'Buana Perkasa', 'Kampung Pinang', 'Pinang Griya Raya'],
  'Sudimara Pinang': ['Sudimara Pinang Raya', 'Kampung Sudimara', 'Kavling DPR'],
  Neroktog: ['Neroktog Raya', 'Kavling DPR Neroktog', 'Haji Pendek'],
  Kunciran: [
    ['Sultan Ageng Tirtayasa', -6.2205, 106.6695, 'ageng tirtayasa', 'tirtayasa'],
    'Kunciran Raya',
    'Kampung Kunciran',
    'Graha Raya Boulevard',
  ],
  'Kunciran Indah': [
    ['KH Mas Mansyur', -6.2269, 106.6835, 'mas mansyur', 'mas mansur', 'kh mas mansur'],
    ['Tanjung', -6.2228, 106.6782],
    ['Siban', -6.2242, 106.6765, 'm siban'],
    'Kunciran Mas Raya',
    'Kunciran Indah Raya',
    'Bojong Poncol',
  ],
  'Kunciran Jaya': [['Gempol Raya', -6.2058, 106.6712, 'gempol'], 'Kunciran Jaya Raya'],
  Cipete: [
    ['HR Rasuna Said', -6.2045, 106.6605, 'rasuna said', 'hr rasuna said'],
    'Cipete Raya',
    'Kampung Cipete',
  ],
  Pakojan: ['Pakojan Raya', 'Kampung Pakojan'],
  Panunggangan: [
    ['Raya Serpong', -6.2215, 106.6425, 'serpong raya'],
    ['Kyai Maja', -6.2245, 106.6465, 'kyai mojo', 'kiai maja', 'ki maja'],
    ['Jalur Sutera Barat', -6.2235, 106.6505, 'jalur sutra barat'],
    'Panunggangan Raya',
    'Kampung Panunggangan',
    'Kebon Nanas',
  ],
  'Panunggangan Utara': ['Panunggangan Utara Raya'],
  'Panunggangan Timur': [
    ['Alam Sutera Boulevard', -6.2255, 106.6545, 'boulevard alam sutera', 'alam sutra boulevard'],
    'Silkwood Raya',
    'Panunggangan Timur Raya',
  ],
};
