import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { OwnRouting } from '../tickets/route-by-itself.ts';
import { createUnderstandWords } from '../understand/understand-words.ts';
import type { Report } from './steps/report.ts';

/**
 * Where a report's new ticket goes without a person, or null: its category is one that the city lets route by itself, and
 * the category's department is so likely that 95 in 100 such answers are right.
 */
export type DecideOwnRouting = (
  report: Pick<Report, 'text' | 'channel'>,
  understood: { category: Category; known: boolean },
) => OwnRouting | null;

/** Pure: by the pack in force alone. */
export function createOwnRouting(pack: CityPack): DecideOwnRouting {
  const decide = perVersion(pack, ownRoutingBy);
  return (report, understood) => decide()(report, understood);
}

function ownRoutingBy(pack: CityPack): DecideOwnRouting {
  const understand = createUnderstandWords(pack);
  const open = new Set(pack.departments.filter(({ active = true }) => active).map(({ code }) => code));
  const sureAt = pack.learnt?.sureAt;
  return ({ text, channel }, { category, known }) => {
    if (sureAt === undefined || !known || category.routing !== 'auto') return null;
    const { departmentCode } = category;
    if (!open.has(departmentCode)) return null;
    const { departments, because } = understand(text, channel);
    const [likeliest] = departments;
    if (likeliest?.label !== departmentCode || likeliest.probability < sureAt) return null;
    return { departmentCode, probability: likeliest.probability, because };
  };
}
