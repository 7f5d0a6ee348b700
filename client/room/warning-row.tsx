import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Warning } from '../../shared/wire/room.ts';
import { useChangeWarning, useEndWarning } from '../api/room.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { Confirm } from '../ui/confirm.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { useTell } from './use-tell.tsx';
import { PRIORITY_OF } from './warning-severity.ts';

const MINUTE_MS = 60_000;
const LONGER_BY_MS = [30 * MINUTE_MS, 60 * MINUTE_MS, 180 * MINUTE_MS];

/** One warning in force: what it says and for how long yet; it can be extended or ended. */
export function WarningRow({ warning }: { warning: Warning }) {
  const { t, duration } = useWords();
  const { times } = useCityWords();
  const now = useServerNow();
  const { severity, event, text, kecamatan, source } = warning;
  const until = Date.parse(warning.until);
  const where = kecamatan.length === 0 ? t('room.warning.whole-city') : kecamatan.join(', ');
  const left = duration(Math.max(0, until - now));
  return (
    <li>
      <div className="room-what">
        <p>
          <SeverityMark priority={PRIORITY_OF[severity]} /> <strong>{event}</strong>{' '}
          <small>{t(`room.severity.${severity}`)}</small>
        </p>
        <p>{text}</p>
        <small>
          {where} · {source}
        </small>
        <small>{t('room.warning.ends', { at: times.moment(until), left })}</small>
      </div>
      <div className="room-acts">
        <Extend warning={warning} />
        <End warning={warning} />
      </div>
    </li>
  );
}

function Extend({ warning: { id, event, until } }: { warning: Warning }) {
  const { t, duration } = useWords();
  const { times } = useCityWords();
  const change = useChangeWarning();
  const tell = useTell();
  const extendBy = (ms: number) => {
    const end = Date.parse(until) + ms;
    change.mutate(
      { id, until: new Date(end).toISOString() },
      {
        onSuccess: () => tell.done(t('room.warning.extended', { at: times.moment(end) })),
        onError: tell.failed,
      },
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          aria-label={t('room.warning.extend-named', { event })}
        >
          {t('room.warning.extend')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LONGER_BY_MS.map((ms) => (
          <Menu.Item key={ms} onClick={() => extendBy(ms)}>
            {t('room.warning.longer', { length: duration(ms) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What has ended does not begin again, so it asks. */
function End({ warning: { id, event } }: { warning: Warning }) {
  const { t } = useWords();
  const end = useEndWarning();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const act = t('room.warning.end-named', { event });
  // This row goes with the warning, maybe before the answer is here.
  const confirm = () => void end.mutateAsync(id).then(() => tell.done(t('room.warning.ended')), tell.failed);
  return (
    <>
      <Button size="xs" variant="default" aria-label={act} onClick={() => setAsking(true)}>
        {t('room.warning.end')}
      </Button>
      <Confirm
        opened={asking}
        act={act}
        busy={end.isPending}
        confirm={confirm}
        close={() => setAsking(false)}
      >
        {t('room.warning.end-sure')}
      </Confirm>
    </>
  );
}
