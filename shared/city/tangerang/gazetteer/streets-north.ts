import type { StreetsByKelurahan } from './streets.ts';

/** Kecamatan Batuceper, Benda and Neglasari. */
export const streetsNorth: StreetsByKelurahan = {
  Batuceper: ['Batuceper Raya', 'Pembangunan 4'],
  'Batu Jaya': [
    ['Garuda', -6.1548, 106.6622, 'garuda raya', 'garuda batujaya'],
    ['Pembangunan 3', -6.1572, 106.6585, 'pembangunan iii'],
    'Pembangunan 2',
    'Batujaya Raya',
  ],
  'Poris Gaga': ['Haji Muhamad', 'Poris Gaga Raya'],
  'Poris Gaga Baru': ['KH Mustofa', 'Poris Gaga Baru Raya', 'Kampung Poris Gaga'],
  'Kebon Besar': [['Faliman Jaya', -6.1578, 106.6835], 'Kebon Besar Raya'],
  'Batu Sari': [
    ['Lio Baru', -6.1582, 106.6542, 'lio baru raya'],
    ['Darussalam', -6.1555, 106.6528, 'darusalam', 'darussalam raya'],
    'Pembangunan 5',
    'Batusari Raya',
  ],
  'Poris Jaya': ['Kenari Raya', 'Poris Jaya Raya', 'Poris Indah Utara', 'Kampung Poris Jaya'],
  Belendung: ['Belendung Baru', 'Kampung Belendung'],
  Jurumudi: ['Jurumudi Raya'],
  Benda: [
    ['Rawa Bokor', -6.1185, 106.6895, 'rawa bokor raya'],
    ['Perancis', -6.1052, 106.6915, 'raya perancis', 'prancis', 'raya prancis'],
    'Benda Raya',
    'Kampung Benda',
  ],
  Pajang: [
    'Cengkareng Golf Club',
    'C3 Soewarna',
    ['P1 Bandara', -6.1215, 106.6685, 'p1', 'pintu 1 bandara'],
    'Pajang Raya',
  ],
  'Jurumudi Baru': [
    ['Halim Perdanakusuma', -6.1485, 106.6765, 'halim perdana kusumah'],
    'Jurumudi Baru Raya',
    'Kampung Jurumudi',
  ],
  Neglasari: ['Neglasari Raya', 'Kampung Neglasari', 'Sewan Kebon', 'Sewan Lebak'],
  'Karang Sari': [
    ['Bouraq', -6.1565, 106.6395, 'bourak', 'bouroq', 'burak', 'bouraq raya'],
    ['Dokter Sitanala', -6.1548, 106.6342, 'dr sitanala', 'sitanala'],
    ['Pembangunan 1', -6.1592, 106.6425, 'pembangunan i', 'pembangunan satu'],
    'Karang Sari Raya',
    'Aeropolis Raya',
  ],
  'Selapajang Jaya': ['Selapajang Raya', 'Kampung Selapajang'],
  'Kedaung Wetan': ['YPML Raya', 'Kedaung Wetan Raya', 'Rawa Kucing', 'Kampung Kedaung'],
  'Mekar Sari': [
    'Kampung Kahuripan',
    'PU Prosida',
    'Mekarsari Raya',
    'Kampung Sewan',
    'Sewan Raya',
    'Tanah Gocap',
  ],
  'Karang Anyar': ['Karang Anyar Raya', 'Kampung Karang Anyar'],
  'Kedaung Baru': ['Kedaung Baru Raya', 'Kampung Kedaung Baru'],
};
