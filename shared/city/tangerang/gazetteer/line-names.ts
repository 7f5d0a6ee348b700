/** The lines of the map as places: what else they are called, and their kilometre posts. */
type LineName = {
  /** The name where the line's own is of two. */
  name?: string;
  variants?: string[];
  posts?: [km: number, lat: number, lng: number][];
};

export const lineNames: Record<string, LineName> = {
  Cisadane: { name: 'Sungai Cisadane', variants: ['cisadane', 'kali cisadane', 'bantaran cisadane'] },
  'Kali Angke': { variants: ['sungai angke'] },
  'Kali Sabi': { variants: ['sungai sabi'] },
  'Kali Ledug': { variants: ['sungai ledug', 'kali leduk'] },
  Mookervaart: {
    name: 'Kali Mookervaart',
    variants: ['mookervart', 'kali mokervart', 'kali mookevart', 'mookervaart', 'kali semanan'],
  },
  'Tol Jakarta–Tangerang': {
    variants: [
      'tol jakarta tangerang',
      'tol tangerang jakarta',
      'tol kebon jeruk tangerang',
      'jalan tol jakarta tangerang',
      'tol jakarta merak',
      'tol tangerang merak',
    ],
    posts: [
      [12, -6.198, 106.702],
      [15, -6.2035, 106.6745],
      [18, -6.2165, 106.6465],
      [22, -6.2235, 106.612],
      [25, -6.219, 106.586],
    ],
  },
  'Tol Kunciran–Bandara': {
    variants: ['tol kunciran bandara', 'tol kunciran cengkareng', 'tol jorr 2', 'tol jorr2', 'jorr 2'],
  },
  'Jalan Daan Mogot': {
    variants: ['dan mogot', 'danmogot', 'daanmogot', 'daan mogod', 'damog'],
    posts: [
      [17, -6.1605, 106.702],
      [19, -6.1635, 106.6805],
      [21, -6.166, 106.663],
      [23, -6.1705, 106.642],
    ],
  },
  'Jalan Jenderal Sudirman': { variants: ['jend sudirman', 'jendral sudirman', 'sudirman'] },
  'Jalan MH Thamrin': { variants: ['m h thamrin', 'mh tamrin', 'thamrin', 'tamrin', 'husni thamrin'] },
  'Jalan Gatot Subroto': {
    variants: ['gatsu', 'gatot soebroto', 'gatotsubroto', 'raya gatot subroto'],
    posts: [
      [1, -6.188, 106.62],
      [3, -6.194, 106.605],
      [5, -6.199, 106.589],
      [7, -6.2014, 106.571],
    ],
  },
  'Jalan Merdeka – Otista': { name: 'Jalan Merdeka', variants: ['raya merdeka'] },
  'Jalan KH Hasyim Ashari': {
    variants: [
      'hasyim ashari',
      'hasim ashari',
      'hasyim asyari',
      'hasim asari',
      'k h hasyim ashari',
      'hasyim asari',
    ],
  },
  'Jalan HOS Cokroaminoto': {
    variants: ['cokroaminoto', 'h o s cokroaminoto', 'hos cokro', 'cokro aminoto', 'hos cokroaminato'],
  },
  'Jalan Perimeter Selatan Bandara': { variants: ['perimeter selatan'] },
  'Jalan Perimeter Utara Bandara': { variants: ['perimeter utara'] },
  'Jalan Marsekal Suryadarma': {
    variants: ['marsekal surya darma', 'suryadarma', 'surya darma', 'marsekal suryadharma', 'suryadharma'],
  },
};
