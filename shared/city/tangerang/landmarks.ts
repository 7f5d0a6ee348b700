import type { Kelurahan, Landmark } from '../city-pack.ts';
import { kelurahan } from './kelurahan.ts';

/** Without a position of its own a place stands beside its kelurahan's point. */
type Place = [name: string, kind: string, lat?: number, lng?: number];

/**
 * Places people name when they say where they are, by kelurahan. Positions were set by hand and are
 * approximate (some hundred metres): they serve to be recognised and to report from, not to find the way.
 */
const PLACES: Record<string, Place[]> = {
  Sukarasa: [
    ['Alun-alun Ahmad Yani', 'square', -6.1712, 106.6318],
    ['Masjid Agung Al-Ittihad', 'mosque', -6.1708, 106.6335],
    ['Lapas Pemuda', 'office'],
    ['Stasiun Tangerang', 'station', -6.1768, 106.6327],
    ['Pasar Anyar', 'market', -6.1765, 106.631],
  ],
  Sukaasih: [
    ['Pusat Pemerintahan Kota Tangerang', 'office', -6.1707, 106.6403],
    ['Masjid Raya Al-Azhom', 'mosque', -6.1697, 106.6392],
    ['Jalan Satria Sudirman', 'street'],
  ],
  'Tanah Tinggi': [
    ['Stasiun Tanah Tinggi', 'station', -6.1744, 106.6513],
    ['Pasar Induk Tanah Tinggi', 'market', -6.1715, 106.6525],
    ['Jalan Daan Mogot Tanah Tinggi', 'street'],
    ['Jembatan Tanah Tinggi', 'bridge'],
  ],
  'Buaran Indah': [
    ['Jalan Buaran Indah', 'street'],
    ['Gerbang Buaran Indah', 'housing'],
    ['RS EMC Tangerang', 'hospital', -6.18438, 106.64773],
  ],
  Cikokol: [
    ['Jembatan Cikokol', 'bridge', -6.2035, 106.6305],
    ['Kota Modernland', 'housing'],
    ['Universitas Muhammadiyah Tangerang', 'school'],
  ],
  'Kelapa Indah': [
    ['Mal Metropolis Town Square', 'mall', -6.2062, 106.6358],
    ['RS Mayapada Tangerang', 'hospital', -6.2068, 106.6412],
    ['Jalan MH Thamrin Cikokol', 'street', -6.2005, 106.6385],
    ['Perumahan Kelapa Indah', 'housing'],
    ['RSUD Kota Tangerang', 'hospital', -6.2058, 106.6455],
  ],
  Sukasari: [
    ['RSUD Kabupaten Tangerang', 'hospital', -6.1832, 106.6322],
    ['Pasar Lama Tangerang', 'market', -6.1785, 106.6298],
    ['SMAN 1 Tangerang', 'school', -6.1815, 106.6365],
    ['Kelenteng Boen Tek Bio', 'temple', -6.1787, 106.6293],
  ],
  Babakan: [
    ['TangCity Mall', 'mall', -6.1925, 106.6345],
    ['Jalan Perintis Kemerdekaan', 'street', -6.1912, 106.6365],
    ['Taman Gajah Tunggal', 'park', -6.1932, 106.6302],
    ['SMAN 2 Tangerang', 'school'],
  ],
  Keroncong: [['Perumahan Keroncong Permai', 'housing']],
  Jatake: [['Jalan Raya Gatot Subroto Jatake', 'street']],
  'Pasir Jaya': [['Kawasan Industri Jatake', 'industry']],
  Gandasari: [['Jalan Gatot Subroto Gandasari', 'street']],
  'Manis Jaya': [['Kawasan Industri Manis', 'industry']],
  'Alam Jaya': [['Perumahan Alam Jaya', 'housing']],
  Batuceper: [['Jalan Daan Mogot Batuceper', 'street']],
  'Batu Jaya': [['Jalan Pembangunan Batu Jaya', 'street']],
  'Poris Gaga': [
    ['Stasiun Poris', 'station', -6.1705, 106.6802],
    ['Jalan Maulana Hasanudin Poris', 'street'],
  ],
  'Poris Gaga Baru': [['Perumahan Poris Gaga Baru', 'housing']],
  'Kebon Besar': [['Jalan Daan Mogot Kebon Besar', 'street']],
  'Batu Sari': [
    ['Perumahan Batu Sari', 'housing'],
    ['Puskesmas Batusari', 'health'],
  ],
  'Poris Jaya': [['Perumahan Poris Indah Blok A', 'housing']],
  Belendung: [['Jalan Raya Belendung', 'street']],
  Jurumudi: [['Jalan Juanda Jurumudi', 'street']],
  Benda: [
    ['Jalan Atang Sanjaya', 'street'],
    ['Kantor Kecamatan Benda', 'office'],
  ],
  Pajang: [
    ['Bandara Soekarno-Hatta Terminal 3', 'airport', -6.1195, 106.6655],
    ['Stasiun Bandara Soekarno-Hatta', 'station', -6.1275, 106.6525],
    ['Bandara Soekarno-Hatta Terminal 2', 'airport', -6.1252, 106.6585],
  ],
  'Jurumudi Baru': [
    ['Jalan Halim Perdana Kusuma', 'street'],
    ['Puskesmas Jurumudi Baru', 'health'],
  ],
  Cipondoh: [
    ['Situ Cipondoh', 'lake', -6.1925, 106.6785],
    ['Pasar Cipondoh', 'market'],
  ],
  'Cipondoh Makmur': [['Jalan Maulana Hasanudin Cipondoh', 'street']],
  'Cipondoh Indah': [['Jalan KH Hasyim Ashari Cipondoh', 'street']],
  Gondrong: [['Jalan Raya Gondrong', 'street']],
  Kenanga: [['Perumahan Taman Royal Kenanga', 'housing']],
  Petir: [
    ['Jalan Raya Petir', 'street'],
    ['Perumahan Green Lake City', 'housing'],
  ],
  Ketapang: [
    ['Jalan Ketapang Cipondoh', 'street'],
    ['Kampung Polor', 'street'],
  ],
  'Poris Plawad': [
    ['Stasiun Batu Ceper', 'station', -6.1725, 106.6655],
    ['Terminal Poris Plawad', 'terminal', -6.1732, 106.66483],
    ['Perumahan Taman Royal', 'housing', -6.17245, 106.66059],
  ],
  'Poris Plawad Utara': [['Perumahan Poris Paradise', 'housing']],
  'Poris Plawad Indah': [
    ['Perumahan Banjar Wijaya', 'housing'],
    ['Perumahan Poris Plawad Indah', 'housing'],
  ],
  Paninggilan: [['Jalan Raya Paninggilan', 'street']],
  'Sudimara Barat': [
    ['Pasar Ciledug', 'market'],
    ['CBD Ciledug', 'mall', -6.2245, 106.7085],
  ],
  'Sudimara Timur': [['Jalan Raden Fatah Ciledug', 'street']],
  Tajur: [
    ['Jalan Raden Saleh Tajur', 'street'],
    ['Perumahan Puri Kartika', 'housing'],
  ],
  'Parung Serab': [['Jalan Raya Parung Serab', 'street']],
  'Sudimara Jaya': [['Jalan Sudimara Jaya', 'street']],
  'Sudimara Selatan': [['Jalan Sudimara Selatan', 'street']],
  'Paninggilan Utara': [['Perumahan Kompas Ciledug', 'housing']],
  Karawaci: [['Jalan Proklamasi Karawaci', 'street']],
  'Bojong Jaya': [['Jalan Teuku Umar Karawaci', 'street']],
  'Karawaci Baru': [['Perumnas 1 Karawaci', 'housing']],
  'Nusa Jaya': [['Embung Nusa Jaya', 'lake']],
  Cimone: [
    ['Simpang Cimone', 'junction'],
    ['Jalan Merdeka Cimone', 'street'],
  ],
  'Cimone Jaya': [['Jalan Proklamasi Cimone Jaya', 'street']],
  Pabuaran: [['Jalan Aria Santika', 'street']],
  'Sumur Pacing': [['Perumahan Sumur Pacing', 'housing']],
  Bugel: [['Jalan Moh Toha Bugel', 'street']],
  'Marga Sari': [
    ['Jalan Aria Santika Marga Sari', 'street'],
    ['Kampung Galeong', 'street'],
  ],
  'Pabuaran Tumpeng': [['Jalan Pabuaran Tumpeng', 'street']],
  'Nambo Jaya': [
    ['GOR Nambo Jaya', 'sport'],
    ['Perumahan Pondok Arum', 'housing'],
  ],
  Gerendeng: [
    ['Jembatan Berendeng', 'bridge', -6.1718, 106.6282],
    ['Pasar Gerendeng', 'market'],
    ['Jalan Otista Gerendeng', 'street'],
  ],
  Sukajadi: [
    ['RS Sari Asih Karawaci', 'hospital'],
    ['Jalan Merdeka Sukajadi', 'street'],
  ],
  'Pasar Baru': [['Jalan Moh Toha Pasar Baru', 'street']],
  'Koang Jaya': [
    ['Bendung Pasar Baru (Pintu Air Sepuluh)', 'bridge', -6.1602, 106.6245],
    ['Jalan Moh Toha Koang Jaya', 'street'],
  ],
  Periuk: [
    ['Perumahan Total Persada', 'housing'],
    ['Perumahan Mutiara Pluit', 'housing'],
    ['Perumahan Garden City', 'housing'],
    ['Situ Bulakan', 'lake'],
    ['Perumahan Alamanda', 'housing'],
  ],
  Gembor: [
    ['Jalan Raya Gembor', 'street'],
    ['SDN Gembor 1', 'school'],
  ],
  'Gebang Raya': [
    ['Perumahan Taman Elang', 'housing'],
    ['Perumahan Gebang Raya', 'housing'],
    ['Perumahan Villa Tangerang Indah', 'housing'],
  ],
  'Sangiang Jaya': [['Jalan Raya Sangiang', 'street']],
  'Periuk Jaya': [['Jalan Raya Periuk Jaya', 'street']],
  Cibodas: [['Jalan Raya Cibodas', 'street']],
  'Cibodas Sari': [
    ['Pasar Malabar', 'market'],
    ['Perumnas 2 Cibodas Sari', 'housing'],
  ],
  'Cibodas Baru': [
    ['Perumnas 2 Pasar Cibodas', 'market'],
    ['Puskesmas Cibodas Baru', 'health'],
  ],
  'Panunggangan Barat': [['Jalan Imam Bonjol', 'street']],
  'Uwung Jaya': [['Jalan Gatot Subroto Uwung Jaya', 'street']],
  Jatiuwung: [['Jalan Raya Jatiuwung', 'street']],
  Neglasari: [['Jalan Marsekal Suryadarma', 'street']],
  'Karang Sari': [['RS Sitanala', 'hospital', -6.1542, 106.6335]],
  'Selapajang Jaya': [
    ['M1 Bandara', 'junction', -6.13586, 106.63347],
    ['TPU Selapajang', 'cemetery', -6.1215, 106.6315],
  ],
  'Kedaung Wetan': [
    ['TPA Rawa Kucing', 'waste', -6.1352, 106.6252],
    ['Jalan Iskandar Muda Kedaung', 'street'],
  ],
  'Mekar Sari': [['Jalan Marsekal Suryadarma Mekar Sari', 'street']],
  'Karang Anyar': [['Jalan Iskandar Muda Karang Anyar', 'street']],
  'Kedaung Baru': [['Jembatan Kedaung', 'bridge']],
  Pinang: [
    ['Jalan KH Hasyim Ashari Pinang', 'street'],
    ['Perumahan Pinang Griya', 'housing'],
  ],
  'Sudimara Pinang': [['Perumahan Sudimara Pinang', 'housing']],
  Neroktog: [['Jalan KH Hasyim Ashari Neroktog', 'street']],
  Kunciran: [
    ['Jalan Raya Kunciran', 'street'],
    ['Puskesmas Kunciran', 'health'],
  ],
  'Kunciran Indah': [['Perumahan Kunciran Mas Permai', 'housing']],
  'Kunciran Jaya': [['Jalan Kunciran Jaya', 'street']],
  Cipete: [['Jalan Raya Cipete', 'street']],
  Pakojan: [['Jalan Pakojan', 'street']],
  Panunggangan: [['Jalan Kyai Maja Panunggangan', 'street']],
  'Panunggangan Utara': [
    ['Perumahan Modernhill', 'housing'],
    ['Jalan Hartono Raya', 'street'],
  ],
  'Panunggangan Timur': [['Alam Sutera Silkwood', 'housing']],
  'Karang Tengah': [['Jalan Raden Saleh Karang Tengah', 'street']],
  'Karang Mulya': [
    ['Metro Permata', 'housing'],
    ['Jalan Raden Saleh Karang Mulya', 'street'],
  ],
  'Pondok Bahar': [['Perumahan Pondok Bahar Permai', 'housing']],
  'Pondok Pucung': [['Jalan Pondok Pucung', 'street']],
  'Karang Timur': [['Perumahan Ciledug Indah 2', 'housing']],
  Padurenan: [
    ['Perumahan Ciledug Indah', 'housing'],
    ['Perumahan Barata', 'housing'],
    ['Perumahan Wisma Tajur', 'housing'],
  ],
  'Parung Jaya': [['Jalan Parung Jaya', 'street']],
  'Larangan Utara': [
    ['Perumahan Duren Villa', 'housing'],
    ['Jalan HOS Cokroaminoto Larangan', 'street'],
    ['Puri Beta', 'housing', -6.2352, 106.7265],
  ],
  'Larangan Selatan': [['Jalan HOS Cokroaminoto Puri Beta', 'street']],
  Cipadu: [
    ['Pasar Cipadu', 'market'],
    ['SDN Cipadu 1', 'school'],
  ],
  Kreo: [['Pasar Kreo', 'market']],
  'Larangan Indah': [['Jalan Larangan Indah', 'street']],
  Gaga: [['Jalan Inpres Gaga', 'street']],
  'Cipadu Jaya': [
    ['Jalan KH Wahid Hasyim Cipadu', 'street'],
    ['Taman Cipulir Estate', 'housing'],
  ],
  'Kreo Selatan': [['Jalan Raya Kreo Selatan', 'street']],
};

/** True where somebody has set the landmark's position, instead of it standing beside its kelurahan's point. */
export function hasOwnPosition({ name, kelurahanCode }: Landmark): boolean {
  const area = kelurahan.find(({ code }) => code === kelurahanCode);
  return PLACES[area?.name ?? '']?.some(([known, , lat]) => known === name && lat !== undefined) ?? false;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const METRES_PER_DEGREE = 111_000;

export const landmarks: Landmark[] = kelurahan.flatMap((area) =>
  (PLACES[area.name] ?? []).map(([name, kind, lat, lng], position) => ({
    name,
    kind,
    kelurahanCode: area.code,
    ...(lat === undefined || lng === undefined ? besidePoint(area, position) : { lat, lng }),
  })),
);

/** The first place 60 m from the point, every further one 30 m farther out and in another direction. */
function besidePoint({ lat, lng }: Kelurahan, position: number): { lat: number; lng: number } {
  const distance = (60 + 30 * position) / METRES_PER_DEGREE;
  const angle = position * GOLDEN_ANGLE;
  return {
    lat: round5(lat + distance * Math.sin(angle)),
    lng: round5(lng + distance * Math.cos(angle)),
  };
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
