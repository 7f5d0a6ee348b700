import { pushSubscriptionBody, pushUnsubscribeBody } from '../../shared/wire/push.ts';
import { operation } from './operation.ts';

/** What the departments' phones ask beside tickets. */
export const PHONES = {
  '/api/opd/holders': {
    get: operation("Who of one's own OPD has which of its tickets", { answer: 'One holder a ticket.' }),
  },
  '/api/push': { get: operation('The key to subscribe with', { answer: 'publicKey; null: push is off.' }) },
  '/api/push/subscriptions': {
    post: operation("Be told of one's own OPD's tickets on this phone", {
      body: pushSubscriptionBody,
      status: 201,
      answer: 'Its id.',
    }),
    delete: operation('Be told no more on this phone', {
      body: pushUnsubscribeBody,
      status: 204,
      answer: 'Forgotten.',
    }),
  },
  '/manifest.webmanifest': {
    get: operation('What a phone needs to install the screen', {
      open: true,
      answer: 'A web app manifest.',
    }),
  },
};
