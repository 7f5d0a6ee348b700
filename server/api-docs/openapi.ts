import { COMMANDS } from '../../shared/ticket/transitions.ts';
import { setPasswordBody } from '../../shared/wire/access.ts';
import { commandBodies, createTicketBody, signInBody, ticketsQuery } from '../../shared/wire/api.ts';
import { callerBody, nearQuery } from '../../shared/wire/entry.ts';
import { saveFilterBody } from '../../shared/wire/filter.ts';
import { insightFields, insightFileFields, insightTicketsFields } from '../../shared/wire/insight.ts';
import { pushSubscriptionBody, pushUnsubscribeBody } from '../../shared/wire/push.ts';
import { ADMINISTRATION } from './administration.ts';
import { CHANNEL_DOORS } from './doors.ts';
import { type Operation, operation } from './operation.ts';
import { ROOM } from './room.ts';

type Paths = Record<string, Record<string, Operation>>;

/** The description of the HTTP API and the channels' doors, OpenAPI 3.1, made of the schemas the server validates with. */
export function describeApi(title: string) {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Tickets, reports and the doors they come in by. Errors are application/problem+json (RFC 9457). ' +
        'Times are ISO 8601 UTC. Live changes come over Socket.IO, namespace /live.',
    },
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'live-room.session_token',
          description: 'Set by POST /api/auth/sign-in.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'Made with `npm run admin -- create-token`.' },
      },
    },
    paths: withPathParameters({
      ...signIn(),
      ...ADMINISTRATION,
      ...tickets(),
      ...reading(),
      ...ROOM,
      ...desk(),
      ...phones(),
      ...insight(),
      ...CHANNEL_DOORS,
      ...monitoring(),
    }),
  };
}

function signIn(): Paths {
  return {
    '/api/auth/sign-in': {
      post: operation('Sign in', {
        body: signInBody,
        open: true,
        answer: 'The account; sets the session cookie.',
      }),
    },
    '/api/auth/sign-out': { post: operation('Sign out', { status: 204, answer: 'The session is over.' }) },
    '/api/auth/set-password': {
      post: operation('Choose a password by a link', {
        body: setPasswordBody,
        open: true,
        answer: '`{ email }`; 404 for a link that is used or too old.',
      }),
    },
    '/api/me': { get: operation('Who am I', { answer: 'Name, role and OPD.' }) },
  };
}

function tickets(): Paths {
  const paths: Paths = {
    '/api/tickets': {
      get: operation('List tickets, newest first', {
        query: ticketsQuery,
        answer: 'A page and the next cursor.',
      }),
      post: operation("An operator's own entry, or what is learnt in a 112 call", {
        body: createTicketBody,
        status: 201,
        answer: 'The ticket.',
      }),
    },
    '/api/tickets/{id}': {
      get: operation('A ticket with its history', { answer: 'Ticket, history, reports, photos.' }),
    },
    '/api/tickets/{id}/photos': {
      post: operation("A photo of the department's work (multipart: photo, kind)", {
        status: 201,
        answer: 'The photo.',
      }),
    },
  };
  for (const command of COMMANDS) {
    paths[`/api/tickets/{id}/${command}`] = {
      post: operation(`${command} the ticket`, {
        body: commandBodies[command],
        answer: 'The ticket as it is now. 409 with the newer ticket when the version is old.',
      }),
    };
  }
  return paths;
}

function reading(): Paths {
  return {
    '/api/sign-in-info': {
      get: operation('What the sign-in page shows', {
        open: true,
        answer: 'Name of the room; demo accounts.',
      }),
    },
    '/api/city': { get: operation('The city: departments, categories, cells', { answer: 'The city.' }) },
    '/api/sensors': { get: operation('Latest levels of the sensors', { answer: 'One level a post.' }) },
    '/api/calls': { get: operation('The 112 calls of the last minutes', { answer: 'Calls, newest first.' }) },
    '/api/photos/{id}/thumbnail': { get: operation('A photo, small', { answer: 'The picture as WebP.' }) },
    '/api/photos/{id}': { get: operation('A photo', { answer: 'The picture, without metadata.' }) },
    '/api/set-aside': {
      get: operation('Reports set aside, with reasons', { answer: 'Reports, newest first.' }),
    },
    '/api/failed-reports': {
      get: operation('Reports the pipeline could not process', { answer: 'Reports with reasons.' }),
    },
    '/api/set-aside/{id}/restore': {
      post: operation('Open a ticket for a report set aside', { status: 201, answer: 'The ticket.' }),
    },
    '/api/failed-reports/{id}/retry': {
      post: operation('Process a failed report again', { status: 202, answer: 'Its id.' }),
    },
    '/api/health': {
      get: operation('Database, queues, channels', { answer: 'What works and what does not.' }),
    },
  };
}

function desk(): Paths {
  return {
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
    '/api/tickets/{id}/departments': {
      get: operation('Who might take the ticket, by what was said', {
        answer: 'Departments with the words and their share, the likeliest first.',
      }),
    },
    '/api/callers': {
      post: operation('Earlier reports by a telephone number', {
        body: callerBody,
        answer: 'Reports with their tickets, newest first.',
      }),
    },
    '/api/entry-words': {
      get: operation('What an entry is typed with', { answer: "The categories' words, and named places." }),
    },
  };
}

function phones(): Paths {
  return {
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
}

function insight(): Paths {
  const file = (kind: string) => ({
    get: operation(`The figures as ${kind}`, { query: insightFileFields, answer: `A ${kind} file.` }),
  });
  return {
    '/api/insight': {
      get: operation('The figures of a period beside the one before', {
        query: insightFields,
        answer: 'Figures, distributions, backlog; by department, kecamatan, category and channel.',
      }),
    },
    '/api/insight/tickets': {
      get: operation('The tickets behind a figure', {
        query: insightTicketsFields,
        answer: 'A page of tickets, newest first, and how many there are.',
      }),
    },
    '/api/insight/export.csv': file('CSV'),
    '/api/insight/export.xlsx': file('XLSX'),
    '/api/insight/export.pdf': file('PDF'),
  };
}

function monitoring(): Paths {
  return {
    '/healthz': { get: operation('Alive', { open: true, answer: 'The process lives.' }) },
    '/readyz': {
      get: operation('Ready', { open: true, answer: 'Reports can be kept safe; 503 otherwise.' }),
    },
    '/metrics': { get: operation('Prometheus metrics', { open: true, answer: 'Text format.' }) },
  };
}

/** Says of each `{name}` in a path that it is a parameter, as OpenAPI demands. */
function withPathParameters(paths: Paths): Record<string, object> {
  const entries = Object.entries(paths).map(([path, operations]) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    }));
    return [path, names.length > 0 ? { parameters, ...operations } : operations] as const;
  });
  return Object.fromEntries(entries);
}
