import { createAnswerCommands } from './answer-commands.ts';
import { createPerform, type TicketDeps } from './commands.ts';
import { createIntakeCommands } from './intake-commands.ts';
import { createRouteByItself } from './route-by-itself.ts';

/** All there is that changes tickets: the pipeline, people and the SLA clock come through here. */
export function createTicketCommands(deps: TicketDeps) {
  return {
    ...createIntakeCommands(deps),
    ...createRouteByItself(deps),
    ...createPerform(deps),
    ...createAnswerCommands(deps),
  };
}
export type TicketCommands = ReturnType<typeof createTicketCommands>;
