/** In Indonesian: the executive's screen. */
export const executive = {
  'executive.title': 'Ringkasan',
  'executive.intro': 'Keadaan sekarang, langsung dari ruang kendali.',
  'executive.by-department': 'Tiket terbuka per OPD',
  'executive.by-kecamatan': 'Tiket terbuka per kecamatan',
  'executive.department': 'OPD',
  'executive.kecamatan': 'Kecamatan',
  'executive.all-well': 'Tidak ada tiket kritis dan tidak ada yang lewat SLA.',
  'executive.unknown-place': 'Tempat belum diketahui',
} as const;
