/** Everybody who can knock: each user role (a responder of the ticket's OPD, and one of another), each token role, and nobody. */
export const EVERYBODY = [
  'administrator',
  'supervisor',
  'operator',
  'responder',
  'other responder',
  'executive',
  'wall',
  'wall token',
  'channel token',
  'open311 token',
  'nobody',
] as const;
export type Somebody = (typeof EVERYBODY)[number];

/** The things in the test's world that paths and bodies name. */
export type World = { ticketId: string; photoId: string; nothingId: string };

export type RouteRule = {
  may: readonly Somebody[];
  /** A request that comes as far as the policy, and then changes nothing; a body is sent as JSON unless it is a string. */
  path?: (world: World) => string;
  body?: unknown;
  type?: string;
};

const anybody = EVERYBODY;
const signedIn = EVERYBODY.filter((somebody) => somebody !== 'nobody');
const controlRoom = ['administrator', 'supervisor', 'operator'] as const;
const supervisors = ['administrator', 'supervisor'] as const;
const ownOpd = [...controlRoom, 'responder'] as const;
const anyOpd = [...ownOpd, 'other responder'] as const;
const administrator = ['administrator'] as const;

const ticket = (suffix = '') => ({ path: ({ ticketId }: World) => `/api/tickets/${ticketId}${suffix}` });
/** Tickets in the test's world are at version 1: a command about another version changes nothing, whoever may give it. */
const command = (verb: string, may: readonly Somebody[], body: object = {}): [string, RouteRule] => [
  `POST /api/tickets/:id/${verb}`,
  { may, ...ticket(`/${verb}`), body: { version: 999, ...body } },
];

/** Who may use each route of the server. A route that is not here fails the test, as does a line without a route. */
export const WHO_MAY: Record<string, RouteRule> = {
  'GET /healthz': { may: anybody },
  'GET /readyz': { may: anybody },
  'GET /metrics': { may: anybody },
  'GET /api/health': { may: ['administrator', 'supervisor'] },
  'GET /api/openapi.json': { may: anybody },
  'GET /api/docs': { may: anybody },
  'GET /api/docs/start.js': { may: anybody },
  'USE /api/docs/': { may: anybody, path: () => '/api/docs/swagger-ui.css' },

  'GET /channels/whatsapp': {
    may: anybody,
    path: () => '/channels/whatsapp?hub.mode=subscribe&hub.verify_token=test-verify-token&hub.challenge=1',
  },
  'POST /channels/whatsapp': { may: anybody, body: {} },
  'POST /channels/112/calls': { may: ['channel token'], body: {} },
  'POST /channels/112/aml': { may: anybody, body: 'v=1', type: 'application/x-www-form-urlencoded' },
  'POST /channels/laksa/reports': { may: ['channel token'], body: {} },
  'GET /channels/laksa/reports/:trackingCode': {
    may: ['channel token'],
    path: () => '/channels/laksa/reports/NOTHING',
  },
  'POST /channels/sensors/readings': { may: ['channel token'], body: '{}', type: 'application/senml+json' },

  'POST /api/auth/sign-in': { may: anybody, body: {} },
  'GET /api/me': { may: signedIn },
  'GET /api/users': { may: administrator },
  'POST /api/users': { may: administrator, body: {} },
  'POST /api/users/:id/disable': {
    may: administrator,
    path: ({ nothingId }) => `/api/users/${nothingId}/disable`,
  },
  ...Object.fromEntries(
    ['change', 'reopen', 'end-sessions', 'reset-password'].map((verb) => [
      `POST /api/users/:id/${verb}`,
      { may: administrator, path: ({ nothingId }: World) => `/api/users/${nothingId}/${verb}`, body: {} },
    ]),
  ),
  'GET /api/tokens': { may: administrator },
  'POST /api/tokens': { may: administrator, body: {} },
  'DELETE /api/tokens/:id': { may: administrator, path: ({ nothingId }) => `/api/tokens/${nothingId}` },

  'GET /api/settings': { may: ['administrator', 'supervisor'] },
  'GET /api/settings/history': {
    may: ['administrator', 'supervisor'],
    path: () => '/api/settings/history?kind=sla&key=due-soon',
  },
  'POST /api/settings/check': { may: ['administrator', 'supervisor'], body: {} },
  // What is changed decides who may: tests/api/settings.test.ts.
  'POST /api/settings': { may: ['administrator', 'supervisor'], body: {} },
  'GET /api/learning': { may: ['administrator', 'supervisor'] },
  'POST /api/learning/train': { may: ['administrator', 'supervisor'], body: { unknown: 1 } },
  'POST /api/learning/switch': { may: ['administrator', 'supervisor'], body: {} },
  'POST /api/learning/versions/:id/use': {
    may: ['administrator', 'supervisor'],
    path: () => '/api/learning/versions/999999/use',
    body: {},
  },
  'GET /api/quick-texts': { may: anyOpd },
  'GET /api/audit': { may: administrator },
  'GET /api/audit.csv': { may: administrator },
  'POST /api/auth/set-password': { may: anybody, body: {} },

  'GET /api/sign-in-info': { may: anybody },
  'GET /api/city': { may: [...anyOpd, 'executive', 'wall', 'wall token'] },
  'GET /api/sensors': { may: [...anyOpd, 'executive', 'wall', 'wall token'] },
  'GET /api/calls': { may: controlRoom },
  'GET /api/filters': { may: controlRoom },
  'POST /api/filters': { may: controlRoom, body: {} },
  'DELETE /api/filters/:id': { may: controlRoom, path: ({ nothingId }) => `/api/filters/${nothingId}` },
  'GET /api/tickets/near': { may: controlRoom },
  'GET /api/tickets/:id/understanding': { may: controlRoom, ...ticket('/understanding') },
  'POST /api/callers': { may: controlRoom, body: {} },
  'GET /api/reports/:id/person': {
    may: controlRoom,
    path: ({ nothingId }) => `/api/reports/${nothingId}/person`,
  },
  'POST /api/people/aliases/:id/take-off': {
    may: supervisors,
    path: ({ nothingId }) => `/api/people/aliases/${nothingId}/take-off`,
  },
  'GET /api/tickets/:id/replies': { may: controlRoom, ...ticket('/replies') },
  'POST /api/tickets/:id/replies/:replyId/retry': {
    may: controlRoom,
    path: ({ ticketId, nothingId }) => `/api/tickets/${ticketId}/replies/${nothingId}/retry`,
  },
  'GET /api/entry-words': { may: controlRoom },
  'GET /api/places': { may: controlRoom, path: () => '/api/places?text=stasiun' },

  'GET /api/room': { may: [...controlRoom, 'wall', 'wall token'] },
  'PUT /api/room/flood': { may: supervisors, body: {} },
  'POST /api/room/pins': { may: supervisors, body: {} },
  'DELETE /api/room/pins/:id': { may: supervisors, path: ({ nothingId }) => `/api/room/pins/${nothingId}` },
  'POST /api/room/warnings': { may: supervisors, body: {} },
  'POST /api/room/warnings/cap': { may: supervisors, body: {} },
  'PATCH /api/room/warnings/:id': {
    may: supervisors,
    path: ({ nothingId }) => `/api/room/warnings/${nothingId}`,
    body: {},
  },
  'DELETE /api/room/warnings/:id': {
    may: supervisors,
    path: ({ nothingId }) => `/api/room/warnings/${nothingId}`,
  },
  'GET /api/walls': { may: supervisors },
  'POST /api/walls/orders': { may: supervisors, body: {} },

  'POST /api/tickets/:id/photos': { may: ownOpd, ...ticket('/photos'), body: {} },
  'GET /api/photos/:id': { may: ownOpd, path: ({ photoId }) => `/api/photos/${photoId}` },
  'GET /api/photos/:id/thumbnail': { may: ownOpd, path: ({ photoId }) => `/api/photos/${photoId}/thumbnail` },

  'GET /api/opd/holders': { may: ['responder', 'other responder'] },
  'GET /api/push': { may: ['responder', 'other responder'] },
  'POST /api/push/subscriptions': { may: ['responder', 'other responder'], body: {} },
  'DELETE /api/push/subscriptions': {
    may: ['responder', 'other responder'],
    body: { endpoint: 'https://push.example.net/nothing' },
  },
  'GET /manifest.webmanifest': { may: anybody },

  'GET /api/set-aside': { may: controlRoom },
  'POST /api/set-aside/:id/restore': {
    may: controlRoom,
    path: ({ nothingId }) => `/api/set-aside/${nothingId}/restore`,
  },
  'GET /api/failed-reports': { may: ['administrator', 'supervisor'] },
  'POST /api/failed-reports/:id/retry': {
    may: administrator,
    path: ({ nothingId }) => `/api/failed-reports/${nothingId}/retry`,
  },

  ...Object.fromEntries(
    ['', '/tickets', '/export.csv', '/export.xlsx', '/export.pdf'].map((path) => [
      `GET /api/insight${path}`,
      { may: ['executive', 'supervisor', 'administrator'] as const },
    ]),
  ),

  'GET /api/tickets': { may: [...anyOpd, 'executive'] },
  'POST /api/tickets': { may: controlRoom, body: { category: 7 } },
  'GET /api/tickets/:id': { may: [...ownOpd, 'executive'], ...ticket() },
  ...Object.fromEntries([
    command('verify', controlRoom),
    command('route', controlRoom, { departmentCode: 'SIAGA' }),
    command('acknowledge', ownOpd),
    command('start', ownOpd),
    command('resolve', ownOpd),
    command('return', ownOpd, { reason: 'not ours' }),
    command('reopen', controlRoom, { reason: 'it is back' }),
    command('close', controlRoom),
    command('reject', controlRoom, { reason: 'a prank' }),
    command('merge', controlRoom, { into: '0197a3c4-0000-7000-8000-000000000000' }),
    command('split', controlRoom, { reportIds: ['0197a3c4-0000-7000-8000-000000000000'] }),
    command('note', ownOpd, { note: 'seen' }),
    command('reprioritise', controlRoom, { priority: 'high' }),
    command('reply', controlRoom, { text: 'we are coming' }),
  ]),

  'POST /api/tickets/:id/proposals/:proposalId': {
    may: controlRoom,
    path: ({ ticketId, nothingId }) => `/api/tickets/${ticketId}/proposals/${nothingId}`,
    body: { verdict: 'different', version: 999 },
  },

  'USE /assets/': { may: anybody },
  'USE /': { may: anybody },
  'GET /{*path}': { may: anybody, path: () => '/wall' },

  // Last: it ends the sessions that the other lines are tried with.
  'POST /api/auth/sign-out': { may: anybody, body: {} },
};

/** Whole mounted applications whose routes are not ours to list: who may use anything below their path. */
export const WHO_MAY_BELOW: Record<string, readonly Somebody[]> = {
  '/admin/queues': administrator,
};

/** The tickets that each may follow live, by department; null where the socket is refused. */
export const WHO_SEES_LIVE: Record<Somebody, readonly string[] | null> = {
  administrator: ['JALAN', 'SIAGA'],
  supervisor: ['JALAN', 'SIAGA'],
  operator: ['JALAN', 'SIAGA'],
  responder: ['JALAN'],
  'other responder': ['SIAGA'],
  executive: ['JALAN', 'SIAGA'],
  wall: ['JALAN', 'SIAGA'],
  'wall token': ['JALAN', 'SIAGA'],
  'channel token': null,
  'open311 token': null,
  nobody: null,
};
