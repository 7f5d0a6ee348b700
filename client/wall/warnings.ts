import type { Priority } from '../../shared/ticket/ticket.ts';
import { WARNING_SEVERITIES, type Warning, type WarningSeverity } from '../../shared/wire/room.ts';

/** A warning looks like a ticket as bad as itself. */
export const WARNING_LOOKS: Record<WarningSeverity, Priority> = {
  Extreme: 'critical',
  Severe: 'high',
  Moderate: 'normal',
  Minor: 'low',
};

/** Those in force at `now` (server time, ms), the worst first, then who ends first: a wall drops what has ended without being told. */
export function warningsInForce(warnings: readonly Warning[], now: number): Warning[] {
  return warnings
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .sort((a, b) => badness(a) - badness(b) || Date.parse(a.until) - Date.parse(b.until));
}

/** The kecamatan of the warnings with the worst of each; a warning for the whole city marks none. */
export function warnedAreas(warnings: readonly Warning[]): Map<string, Priority> {
  const areas = new Map<string, Priority>();
  for (const { kecamatan, severity } of [...warnings].sort((a, b) => badness(b) - badness(a)))
    for (const name of kecamatan) areas.set(name, WARNING_LOOKS[severity]);
  return areas;
}

function badness({ severity }: Warning): number {
  return WARNING_SEVERITIES.indexOf(severity);
}
