import type { responder as id } from '../id/responder.ts';

/** In English: the department's phone. */
export const responder: Record<keyof typeof id, string> = {
  'responder.title': 'Tickets of {{department}}',
  'responder.empty': 'No tickets for this department',
  'responder.empty-why': 'Tickets routed here appear by themselves.',
  'responder.section.waiting': 'Not acknowledged',
  'responder.section.working': 'Being handled',
  'responder.open-map': "Open in the phone's map",
  'responder.add-photo': 'Take a photo',
  'responder.photo-chosen': 'Photo: {{name}}',
  'responder.remove-photo': 'Remove photo',
  'responder.note': 'What was done?',
  'responder.resolve-title': 'Resolve the ticket',
  'responder.return-title': 'Return to the control room',
  'responder.return-hint': 'For example: not our duty, address not found.',
  'responder.photo-failed': 'Ticket not resolved: the photo was not sent.',
  'responder.gone': 'This ticket is no longer with your department.',
};
