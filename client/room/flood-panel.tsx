import { Button } from '@mantine/core';
import type { FloodMode } from '../../shared/wire/room.ts';
import type { FloodChoice, FloodControl } from '../../shared/wire/room-api.ts';
import { useSetFlood } from '../api/room.ts';
import { useCityWords } from '../session/city-words.ts';
import { StateMark } from '../ui/state-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { FloodRulePanel } from './flood-rule-panel.tsx';
import { useTell } from './use-tell.tsx';

type Props = { mode: FloodMode | null; control: FloodControl };

/** Whether the walls are in flood mode and why, how to change that by hand, and what the rule sees meanwhile. */
export function FloodPanel({ mode, control }: Props) {
  const { t } = useWords();
  const why = useWhy(mode, control);
  return (
    <section className="room-panel" aria-labelledby="flood">
      <h2 id="flood">{t('room.flood')}</h2>
      <p className="room-flood-state" data-testid="flood-state">
        <StateMark state={mode === null ? 'off' : 'on'} />
        <strong>{t(mode === null ? 'room.flood.is-off' : 'room.flood.is-on')}</strong>
        <span>{why}</span>
      </p>
      <Choices mode={mode} control={control} />
      {control.rule && <FloodRulePanel rule={control.rule} />}
    </section>
  );
}

function useWhy(mode: FloodMode | null, control: FloodControl): string {
  const { t } = useWords();
  const { times } = useCityWords();
  const moment = (at: string | null) => (at === null ? '' : times.moment(Date.parse(at)));
  if (mode?.by === 'rule') return t('room.flood.on-by-rule', { since: moment(mode.since) });
  if (mode) return t('room.flood.on-by-hand', { who: mode.who, since: moment(mode.since) });
  if (control.mode === 'off')
    return t('room.flood.off-by-hand', { who: control.by ?? '', since: moment(control.at) });
  return t(control.rule ? 'room.flood.off-by-rule' : 'room.flood.off-no-rule');
}

/** Buttons for the modes it is not in: each is undone by another. A hand may also hold what the rule says now. */
function Choices({ mode, control }: Props) {
  const { t } = useWords();
  const set = useSetFlood();
  const tell = useTell();
  const choice = (chosen: FloodChoice, text: string) =>
    control.mode !== chosen && (
      <Button
        size="xs"
        variant="default"
        loading={set.isPending && set.variables === chosen}
        disabled={set.isPending}
        onClick={() => set.mutate(chosen, { onError: tell.failed })}
      >
        {text}
      </Button>
    );
  return (
    <div className="room-acts">
      {choice('on', t(mode ? 'room.flood.keep-on' : 'room.flood.turn-on'))}
      {choice('off', t(mode ? 'room.flood.turn-off' : 'room.flood.keep-off'))}
      {control.rule && choice('auto', t('room.flood.give-back'))}
    </div>
  );
}
