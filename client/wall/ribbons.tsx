import { IconPin, IconRipple } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { FloodMode, Pin, RoomState, Warning } from '../../shared/wire/room.ts';
import { useCityWords } from '../session/city-words.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { placeName } from '../ticket/place.ts';
import { TimeLeft } from '../ticket/time-left.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { StatusWord } from '../ui/status-mark.tsx';
import { useWords } from '../ui/use-words.ts';
import { usePortrait } from './use-portrait.ts';
import { WARNING_LOOKS, warningsInForce } from './warnings.ts';

/** So many stand at once, on a wide wall and on a tall one; the map needs the room. */
const MOST = { landscape: 4, portrait: 3 };

type Props = { room: RoomState; tickets: ReadonlyMap<string, LiveTicket> };

/** What holds for everybody in the room: flood mode, warnings in force, what a supervisor pinned. */
export function Ribbons({ room, tickets }: Props) {
  const { t } = useWords();
  const now = useServerNow();
  const warnings = useMemo(() => warningsInForce(room.warnings, now), [room.warnings, now]);
  const { flood, pins } = room;
  const isPortrait = usePortrait();
  if (flood === null && warnings.length === 0 && pins.length === 0) return null;
  const places = MOST[isPortrait ? 'portrait' : 'landscape'] - (flood === null ? 0 : 1);
  const shown = shareRoom(places, warnings.length, pins.length);
  const beyond = warnings.length + pins.length - shown.warnings - shown.pins;
  return (
    <div className="wall-ribbons">
      {flood && <FloodRibbon flood={flood} />}
      {warnings.slice(0, shown.warnings).map((warning) => (
        <WarningRibbon key={warning.id} warning={warning} />
      ))}
      {pins.slice(0, shown.pins).map((pin) => (
        <PinRibbon key={pin.id} pin={pin} tickets={tickets} now={now} />
      ))}
      {beyond > 0 && <p className="wall-ribbon-more">{t('wall.more', { count: beyond })}</p>}
    </div>
  );
}

/** The gravest warning before all, then what a person has pinned, then both in turn. */
function shareRoom(room: number, warnings: number, pins: number): { warnings: number; pins: number } {
  const least = Math.min(warnings, Math.ceil(room / 2));
  const pinned = Math.min(pins, room - least);
  return { warnings: Math.min(warnings, room - pinned), pins: pinned };
}

function FloodRibbon({ flood }: { flood: FloodMode }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const why =
    flood.by === 'hand'
      ? t('wall.flood-by-hand', { who: flood.who })
      : t('wall.flood-by-rule', { posts: flood.posts, reports: flood.reports });
  return (
    <p className="wall-ribbon" data-kind="flood">
      <IconRipple size="1.4em" stroke={2} aria-hidden />
      <strong>{t('wall.flood-mode')}</strong>
      <span>{[t('wall.since', { time: times.time(Date.parse(flood.since)) }), why].join(' · ')}</span>
    </p>
  );
}

function WarningRibbon({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const { severity, event, text, kecamatan, source, until } = warning;
  const where = kecamatan.length === 0 ? t('wall.whole-city') : kecamatan.join(', ');
  return (
    <p className="wall-ribbon" data-kind="warning" data-severity={WARNING_LOOKS[severity]}>
      <SeverityMark priority={WARNING_LOOKS[severity]} />
      <strong>{event}</strong>
      <span>{where}</span>
      <span className="wall-ribbon-text">{text}</span>
      <span className="wall-ribbon-end">
        {source} · {t('wall.until', { time: times.time(Date.parse(until)) })}
      </span>
    </p>
  );
}

type PinProps = { pin: Pin; tickets: ReadonlyMap<string, LiveTicket>; now: number };

function PinRibbon({ pin, tickets, now }: PinProps) {
  const { t } = useWords();
  const ticket = pin.kind === 'ticket' ? tickets.get(pin.ticketId) : undefined;
  return (
    <div className="wall-ribbon" data-kind="pin">
      <IconPin size="1.4em" stroke={2} aria-hidden />
      {pin.kind === 'message' && <strong className="wall-ribbon-text">{pin.text}</strong>}
      {pin.kind === 'ticket' &&
        (ticket ? <PinnedTicket ticket={ticket} now={now} /> : <span>{t('wall.pin-gone')}</span>)}
      <span className="wall-ribbon-end">{pin.by}</span>
    </div>
  );
}

function PinnedTicket({ ticket, now }: { ticket: LiveTicket; now: number }) {
  const { t } = useWords();
  const { title, department } = useCityWords();
  const where = placeName(ticket.location) ?? t('ticket.no-place');
  return (
    <>
      <SeverityMark priority={ticket.priority} />
      <strong>{title(ticket)}</strong>
      <span className="wall-ribbon-text">
        {[where, department(ticket.departmentCode).shortName, ticket.number].filter(Boolean).join(' · ')}
      </span>
      <StatusWord status={ticket.status} />
      <TimeLeft ticket={ticket} now={now} />
    </>
  );
}
