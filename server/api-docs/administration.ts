import { changeUserBody, createTokenBody, createUserBody } from '../../shared/wire/access.ts';
import { auditQuery } from '../../shared/wire/audit.ts';
import { learningSwitchBody } from '../../shared/wire/learning.ts';
import { changeSettingBody, checkSettingBody, settingHistoryQuery } from '../../shared/wire/settings.ts';
import { operation } from './operation.ts';

/** People, tokens, the city's settings and the audit log. */
export const ADMINISTRATION = {
  '/api/users': {
    get: operation('List accounts', { answer: 'All accounts, closed ones too.' }),
    post: operation('Make an account', {
      body: createUserBody,
      status: 201,
      answer: 'The account; without a password also the link to choose one, told this once.',
    }),
  },
  '/api/users/{id}/change': {
    post: operation('Change name, role or OPD; open sessions have the new rights at once', {
      body: changeUserBody,
      answer: 'The account.',
    }),
  },
  '/api/users/{id}/disable': {
    post: operation('Close an account and end its sessions', { answer: 'The account.' }),
  },
  '/api/users/{id}/reopen': { post: operation('Open a closed account again', { answer: 'The account.' }) },
  '/api/users/{id}/end-sessions': {
    post: operation('Sign a person out everywhere', { answer: 'The account.' }),
  },
  '/api/users/{id}/reset-password': {
    post: operation('Take the password away and end the sessions', {
      answer: '`{ path, expiresAt }`: the link to choose another, told this once.',
    }),
  },
  '/api/tokens': {
    get: operation('List tokens', { answer: 'All tokens, without the secrets.' }),
    post: operation('Issue a token', {
      body: createTokenBody,
      status: 201,
      answer: 'The token, told this once.',
    }),
  },
  '/api/tokens/{id}': {
    delete: operation('Revoke a token', { status: 204, answer: 'It opens nothing any more.' }),
  },
  '/api/settings': {
    get: operation('How the city is set up', { answer: 'Every part in force, and what is yet to come.' }),
    post: operation('Change a part of the city', {
      body: changeSettingBody,
      status: 201,
      answer: 'The change. 409 when somebody has changed the same part meanwhile.',
    }),
  },
  '/api/settings/check': {
    post: operation('What a change would do, in numbers; changes nothing', {
      body: checkSettingBody,
      answer: 'Faults, differences, effects.',
    }),
  },
  '/api/settings/history': {
    get: operation('The changes of one part, newest first', {
      query: settingHistoryQuery,
      answer: '`{ changes }`',
    }),
  },
  '/api/quick-texts': {
    get: operation('Prepared sentences for notes, returns and replies', {
      answer: "`{ quickTexts }`: those for everybody, and the department's own.",
    }),
  },
  '/api/learning': {
    get: operation('How well reports are understood, and what the city has learnt', {
      answer: 'State, versions, and how often suggested departments were right.',
    }),
  },
  '/api/learning/train': {
    post: operation('Learn from the city’s own tickets now; one training at a time', {
      status: 202,
      answer: 'The version that is to be; `GET /api/learning` tells how it went.',
    }),
  },
  '/api/learning/switch': {
    post: operation('Switch learning on or off; what is in force stays, and on lets new versions follow it', {
      body: learningSwitchBody,
      status: 204,
      answer: 'It is done.',
    }),
  },
  '/api/learning/versions/{id}/use': {
    post: operation(
      'Put a version in force, to stay until learning is switched on again; `shipped`: the models of the city pack',
      {
        status: 204,
        answer: 'It is in force.',
      },
    ),
  },
  '/api/audit': {
    get: operation('What people did, newest first', {
      query: auditQuery,
      answer: 'A page and the next cursor.',
    }),
  },
  '/api/audit.csv': {
    get: operation('The same as CSV, at most 20,000 rows', { query: auditQuery, answer: 'text/csv' }),
  },
};
