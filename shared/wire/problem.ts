/** A failed request, RFC 9457 (`application/problem+json`). `type` is a stable id, relative to the server. */
export type Problem = {
  type: `/problems/${ProblemId}`;
  title: string;
  status: number;
  detail?: string;
  /** What could not be read, one entry a field: path like `location.lat`, and what is wrong with it. */
  errors?: { field: string; message: string }[];
  /** With `conflict`: the ticket as it is now. */
  ticket?: unknown;
  correlationId?: string;
};

/** The stable ids, with their HTTP status and title. */
export const PROBLEMS = {
  invalid: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'bad-signature': { status: 401, title: 'The signature does not match' },
  'bad-credentials': { status: 401, title: 'Email or password is wrong' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'The ticket has changed' },
  impossible: { status: 409, title: 'Not possible in this status' },
  outdated: { status: 409, title: 'Somebody else has changed this meanwhile' },
  unanswerable: { status: 409, title: 'Nobody can be answered' },
  'too-large': { status: 413, title: 'Too large' },
  'wrong-type': { status: 415, title: 'Wrong media type' },
  'too-many': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'Cannot be kept safe now, send it again' },
  'channel-off': { status: 503, title: 'This channel is not set up' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemId = keyof typeof PROBLEMS;
