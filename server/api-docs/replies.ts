import { replyBody } from '../../shared/wire/replies.ts';
import { operation } from './operation.ts';

/** Answering reporters. */
export const REPLIES = {
  '/api/tickets/{id}/reply': {
    post: operation("Answer the ticket's reporters, each once and in their own channel", {
      body: replyBody,
      answer:
        'The ticket as it is now, with `replies` (what goes out) and `leftOut` (who cannot be answered, and why). ' +
        '409 with `leftOut` when that is everybody, or with the newer ticket when the version is old.',
    }),
  },
  '/api/tickets/{id}/replies': {
    get: operation('Answers with what became of each, and who can be answered how', {
      answer: '`{ replies, recipients }`',
    }),
  },
  '/api/tickets/{id}/replies/{replyId}/retry': {
    post: operation('Send an answer again that has failed', {
      status: 202,
      answer: 'It is queued. 409 with `leftOut` when its reporter cannot be answered now.',
    }),
  },
};
