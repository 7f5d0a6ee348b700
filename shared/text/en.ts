import { admin } from './en/admin.ts';
import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { executive } from './en/executive.ts';
import { learning } from './en/learning.ts';
import { place } from './en/place.ts';
import { reply } from './en/reply.ts';
import { responder } from './en/responder.ts';
import { room } from './en/room.ts';
import { rules } from './en/rules.ts';
import { ticket } from './en/ticket.ts';
import { wall } from './en/wall.ts';
import type { Texts } from './id.ts';

/** Every word on the screens, in English. */
export const en: Texts = {
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
