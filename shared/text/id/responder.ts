/** In Indonesian: the department's phone. */
export const responder = {
  'responder.title': 'Tiket {{department}}',
  'responder.empty': 'Tidak ada tiket untuk OPD ini',
  'responder.empty-why': 'Tiket yang diteruskan ke sini muncul dengan sendirinya.',
  'responder.section.waiting': 'Belum diterima',
  'responder.section.working': 'Sedang ditangani',
  'responder.open-map': 'Buka di peta ponsel',
  'responder.add-photo': 'Ambil foto',
  'responder.photo-chosen': 'Foto: {{name}}',
  'responder.remove-photo': 'Hapus foto',
  'responder.note': 'Apa yang sudah dikerjakan?',
  'responder.resolve-title': 'Selesaikan tiket',
  'responder.return-title': 'Kembalikan ke ruang kendali',
  'responder.return-hint': 'Misalnya: bukan wewenang OPD ini, alamat tidak ditemukan.',
  'responder.photo-failed': 'Tiket belum diselesaikan: foto belum terkirim.',
  'responder.gone': 'Tiket ini sudah tidak pada OPD Anda.',
} as const;
