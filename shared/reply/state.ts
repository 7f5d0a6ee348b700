/**
 * What can become of an answer, in the order of its rank. A platform tells it in any order and more than once; what
 * ranks lower than what is known changes nothing. That it failed is overcome only by its having arrived after all.
 */
export const REPLY_STATES = ['queued', 'sent', 'failed', 'delivered', 'read'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** The state after another has been heard of. The order in which they are heard makes no difference. */
export function afterHearing(known: ReplyState, heard: ReplyState): ReplyState {
  return REPLY_STATES.indexOf(heard) > REPLY_STATES.indexOf(known) ? heard : known;
}

/** The states that a reply may be in for this one to be news. */
export function statesBelow(heard: ReplyState): readonly ReplyState[] {
  return REPLY_STATES.slice(0, REPLY_STATES.indexOf(heard));
}

/** The state behind a platform's own word; null for one that says nothing of it (`played`). */
export function parseReplyState(word: string): Exclude<ReplyState, 'queued'> | null {
  return (
    REPLY_STATES.find(
      (state): state is Exclude<ReplyState, 'queued'> => state === word && word !== 'queued',
    ) ?? null
  );
}
