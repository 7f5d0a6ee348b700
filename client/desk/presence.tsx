import { IconEye, IconPencil } from '@tabler/icons-react';
import type { Present } from '../../shared/wire/presence.ts';
import { useWords } from '../ui/use-words.ts';

const SHOWN = 3;

/** Who else has a ticket of the queue open, by their initials. */
export function PresenceDots({
  people = [],
  ownId,
}: {
  people?: readonly Present[] | undefined;
  ownId: string;
}) {
  const { t } = useWords();
  const others = people.filter(({ id }) => id !== ownId);
  if (others.length === 0) return null;
  return (
    <span className="desk-dots">
      {others.slice(0, SHOWN).map(({ id, name, typing }) => {
        const told = t(typing ? 'presence.types' : 'presence.looks', { name });
        return (
          <span key={id} className="desk-dot" data-typing={typing} title={told}>
            <span aria-hidden>{initialsOf(name)}</span>
            <span className="visually-hidden">{told}</span>
          </span>
        );
      })}
      {others.length > SHOWN && <span className="desk-dot">+{others.length - SHOWN}</span>}
    </span>
  );
}

/** Who else has this ticket open, by name. */
export function PresenceLine({ others }: { others: readonly Present[] }) {
  const { t } = useWords();
  return (
    <p className="desk-presence" role="status">
      {others.map(({ id, name, typing }) => {
        const Icon = typing ? IconPencil : IconEye;
        return (
          <span key={id}>
            <Icon size="1.1em" stroke={1.6} aria-hidden />
            {t(typing ? 'presence.types' : 'presence.looks', { name })}
          </span>
        );
      })}
    </p>
  );
}

/** `Siti Rahma` → `SR`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words.at(0)?.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}
