import type { place as id } from '../id/place.ts';

/** How a ticket's place is told. */
export const place: Record<keyof typeof id, string> = {
  'place.depan': 'in front of {{name}}',
  'place.samping': 'beside {{name}}',
  'place.seberang': 'across from {{name}}',
  'place.belakang': 'behind {{name}}',
  'place.dekat': 'near {{name}}',
  'place.dalam': 'inside {{name}}',
  'place.bawah': 'under {{name}}',
  'place.sekitar': 'around {{name}}',
  'ticket.outside-in': 'Outside the city: {{name}}',
  'place.by-words': 'by the words of the report',
  'place.vague': 'The place is only roughly known.',
  'place.missing': 'The place is not clear yet.',
  'place.outside': 'This report names a place outside the city; hand it over to {{name}}.',
  'place.positions': 'Coordinates',
  'place.unknown-error': 'accuracy unknown',
  'place.source.operator': 'operator',
  'place.source.aml': 'handset (AML)',
  'place.source.pin': 'pin',
  'place.source.exif': 'photo',
  'place.source.sensor': 'sensor',
  'place.source.exchange': 'telephone exchange',
  'place.source.words': 'words',
};
