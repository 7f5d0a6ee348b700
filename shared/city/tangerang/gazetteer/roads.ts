import type { Line } from '../../city-pack.ts';

/** A road through several kelurahan by a few points, set by hand (off by some hundred metres in places). */
type Road = { name: string; points: Line['points']; variants?: string[] };

/** Roads of the second order: not on the drawn map, but known along their course. */
export const roads: Road[] = [
  {
    name: 'Jalan Mohamad Toha',
    variants: ['moh toha', 'raya moh toha', 'm toha'],
    points: [
      [-6.1672, 106.6248],
      [-6.1605, 106.6215],
      [-6.1592, 106.6122],
      [-6.1535, 106.605],
      [-6.1485, 106.5935],
    ],
  },
  {
    name: 'Jalan Maulana Hasanudin',
    variants: ['maulana hasanuddin', 'raya maulana hasanudin', 'sultan maulana hasanudin'],
    points: [
      [-6.1632, 106.6805],
      [-6.1705, 106.6805],
      [-6.178, 106.6815],
      [-6.1875, 106.6808],
    ],
  },
  {
    name: 'Jalan Imam Bonjol',
    variants: ['raya imam bonjol', 'imambonjol'],
    points: [
      [-6.188, 106.6238],
      [-6.1965, 106.622],
      [-6.206, 106.6195],
      [-6.2145, 106.617],
      [-6.2215, 106.6165],
    ],
  },
  {
    name: 'Jalan Otto Iskandardinata',
    variants: ['otista', 'oto iskandar dinata', 'otto iskandar dinata', 'otista raya', 'raya otista'],
    points: [
      [-6.1752, 106.6255],
      [-6.1748, 106.6195],
      [-6.1765, 106.6125],
    ],
  },
  {
    name: 'Jalan Aria Santika',
    variants: ['aria jaya santika', 'arya santika', 'raden aria jaya santika', 'arya jaya santika'],
    points: [
      [-6.1812, 106.6168],
      [-6.1785, 106.615],
      [-6.1755, 106.6115],
    ],
  },
  {
    name: 'Jalan Raden Saleh',
    variants: ['rd saleh', 'raden saleh raya'],
    points: [
      [-6.2325, 106.7015],
      [-6.2245, 106.7055],
      [-6.2165, 106.7105],
      [-6.2065, 106.7155],
    ],
  },
  {
    name: 'Jalan Raden Fatah',
    variants: ['raden patah', 'raden fattah', 'rd fatah', 'raden fatah raya', 'raden patah raya'],
    points: [
      [-6.2315, 106.7065],
      [-6.2385, 106.7035],
      [-6.2461, 106.7035],
      [-6.2493, 106.7023],
    ],
  },
  {
    name: 'Jalan Iskandar Muda',
    variants: ['sultan iskandar muda', 'raya iskandar muda'],
    points: [
      [-6.1555, 106.6395],
      [-6.147, 106.6305],
      [-6.1375, 106.6265],
      [-6.1285, 106.6215],
    ],
  },
  {
    name: 'Jalan Prabu Siliwangi',
    variants: ['siliwangi', 'raya prabu siliwangi'],
    points: [
      [-6.1625, 106.5965],
      [-6.1705, 106.589],
      [-6.1805, 106.583],
      [-6.191, 106.579],
    ],
  },
  {
    name: 'Jalan Benteng Betawi',
    variants: ['raya benteng betawi'],
    points: [
      [-6.1752, 106.6495],
      [-6.1735, 106.6575],
      [-6.1725, 106.6655],
      [-6.1715, 106.6735],
    ],
  },
  {
    name: 'Jalan Teuku Umar',
    variants: ['tengku umar', 'raya teuku umar'],
    points: [
      [-6.1965, 106.6222],
      [-6.2025, 106.6185],
      [-6.2065, 106.6125],
    ],
  },
  {
    name: 'Jalan Husein Sastranegara',
    variants: ['husen sastranegara', 'hussein sastranegara', 'husein sastra negara'],
    points: [
      [-6.1455, 106.6795],
      [-6.1355, 106.6835],
      [-6.1235, 106.6885],
      [-6.1125, 106.6905],
    ],
  },
  {
    name: 'Jalan Juanda',
    variants: ['ir juanda', 'ir h juanda', 'djuanda', 'h juanda'],
    points: [
      [-6.1515, 106.6505],
      [-6.1475, 106.6625],
      [-6.1415, 106.6745],
    ],
  },
  {
    name: 'Jalan Ciledug Raya',
    variants: ['raya ciledug'],
    points: [
      [-6.2362, 106.7285],
      [-6.2368, 106.7375],
      [-6.2362, 106.7475],
    ],
  },
];
