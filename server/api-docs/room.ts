import {
  capBody,
  floodBody,
  pinBody,
  wallOrderBody,
  warningBody,
  warningChangeBody,
} from '../../shared/wire/room-api.ts';
import { operation } from './operation.ts';

/** The room: what stands on the walls beside the tickets, and the walls themselves. */
export const ROOM = {
  '/api/room': {
    get: operation('Flood mode, pins, warnings and the pulse of the channels', {
      answer: 'What walls show, and what the flood rule sees.',
    }),
  },
  '/api/room/flood': {
    put: operation('Set flood mode by hand, or leave it to the rule', {
      body: floodBody,
      answer: 'Flood mode as it is now.',
    }),
  },
  '/api/room/pins': {
    post: operation('Pin a ticket or a message on every wall', {
      body: pinBody,
      status: 201,
      answer: 'The pin; the one there is when the ticket is pinned already.',
    }),
  },
  '/api/room/pins/{id}': {
    delete: operation('Take a pin down', { status: 204, answer: 'It stands on no wall.' }),
  },
  '/api/room/warnings': {
    post: operation('Enter a warning', { body: warningBody, status: 201, answer: 'The warning.' }),
  },
  '/api/room/warnings/cap': {
    post: operation(
      'Put a CAP 1.2 alert, e.g. of BMKG, on the walls; an update or a cancellation ends earlier ones',
      {
        body: capBody,
        status: 201,
        answer: 'The warning for the kecamatan its areas touch, and which it ended.',
      },
    ),
  },
  '/api/room/warnings/{id}': {
    patch: operation('Change a warning in force, e.g. extend it', {
      body: warningChangeBody,
      answer: 'The warning as it is now.',
    }),
    delete: operation('End a warning before its time', { status: 204, answer: 'It is over.' }),
  },
  '/api/walls': { get: operation('The walls that are connected', { answer: 'Walls by name.' }) },
  '/api/walls/orders': {
    post: operation('Have one wall or all reload, or show a scene', {
      body: wallOrderBody,
      status: 204,
      answer: 'Passed on.',
    }),
  },
};
