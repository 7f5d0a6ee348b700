import { admin } from './id/admin.ts';
import { common } from './id/common.ts';
import { desk } from './id/desk.ts';
import { executive } from './id/executive.ts';
import { learning } from './id/learning.ts';
import { place } from './id/place.ts';
import { reply } from './id/reply.ts';
import { responder } from './id/responder.ts';
import { room } from './id/room.ts';
import { rules } from './id/rules.ts';
import { ticket } from './id/ticket.ts';
import { wall } from './id/wall.ts';

/**
 * Every word on the screens, in Indonesian, the default. Values in `{{…}}` are filled in by i18next;
 * keys ending in `_one` and `_other` are i18next's plural forms (Indonesian uses `_other` only).
 */
export const id = {
  ...common,
  ...ticket,
  ...place,
  ...wall,
  ...desk,
  ...responder,
  ...room,
  ...executive,
  ...admin,
  ...learning,
  ...rules,
  ...reply,
};

/** A key of the screens' words. */
export type TextKey = keyof typeof id;

/** The same words in some language: exactly the same keys. */
export type Texts = Record<TextKey, string>;

/** Keys without their plural endings. */
type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** A key to ask for; those with plural forms are asked for without their ending, and with `count`. */
export type AskedKey = WithoutPlural<TextKey>;

/** What is filled into the `{{…}}` of a text. */
export type Values = Record<string, string | number>;
