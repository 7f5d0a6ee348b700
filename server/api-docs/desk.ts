import { callerBody, nearQuery } from '../../shared/wire/entry.ts';
import { saveFilterBody } from '../../shared/wire/filter.ts';
import { placesQuery } from '../../shared/wire/places.ts';
import { operation } from './operation.ts';

/** What the desk asks beside tickets. */
export const DESK = {
  '/api/filters': {
    get: operation("The asker's own filters of the queue", { answer: 'Filters, oldest first.' }),
    post: operation('Keep a filter under a name', {
      body: saveFilterBody,
      status: 201,
      answer: 'The filter; one of that name is replaced.',
    }),
  },
  '/api/filters/{id}': {
    delete: operation('Forget a filter', { status: 204, answer: 'It is forgotten.' }),
  },
  '/api/tickets/near': {
    get: operation('Open tickets around a place', {
      query: nearQuery,
      answer: 'Tickets with distance, those likely to be the same incident first.',
    }),
  },
  '/api/tickets/{id}/understanding': {
    get: operation('What is made of what was said: whose it is, how urgent, whether it is a report', {
      answer:
        'The three likeliest departments with words and probability, rules that fired, signs of a prank.',
    }),
  },
  '/api/callers': {
    post: operation('Earlier reports by a telephone number and its person; a hit is audited', {
      body: callerBody,
      answer: 'Reports with their tickets, newest first.',
    }),
  },
  '/api/reports/{id}/person': {
    get: operation('Who sent a report: their names and other reports; the reading is audited', {
      answer: 'Names and reports, newest first.',
    }),
  },
  '/api/people/aliases/{id}/take-off': {
    post: operation('Take a name off a person; no message puts it back', {
      status: 204,
      answer: 'It is off.',
    }),
  },
  '/api/places': {
    get: operation('The places that words name', {
      query: placesQuery,
      answer:
        'Ranked places with point, radius and the words that named them; the city beside this one where only that is named.',
    }),
  },
  '/api/entry-words': {
    get: operation('What an entry is typed with', { answer: "The categories' words, and named places." }),
  },
};
