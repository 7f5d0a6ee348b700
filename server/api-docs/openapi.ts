import { COMMANDS } from '../../shared/ticket/transitions.ts';
import { setPasswordBody } from '../../shared/wire/access.ts';
import { commandBodies, createTicketBody, signInBody, ticketsQuery } from '../../shared/wire/api.ts';
import { verdictBody } from '../../shared/wire/likeness.ts';
import { ADMINISTRATION } from './administration.ts';
import { DESK } from './desk.ts';
import { CHANNEL_DOORS } from './doors.ts';
import { INSIGHT } from './insight.ts';
import { type Operation, operation } from './operation.ts';
import { PHONES } from './phones.ts';
import { REPLIES } from './replies.ts';
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
      ...REPLIES,
      ...reading(),
      ...ROOM,
      ...DESK,
      ...PHONES,
      ...INSIGHT,
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
  paths['/api/tickets/{id}/proposals/{proposalId}'] = {
    post: operation('Say whether two tickets are one incident', {
      body: verdictBody,
      answer: 'The ticket as it is now; `same` ends the later one in the other, `different` is remembered.',
    }),
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
