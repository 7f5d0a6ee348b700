import type { CityPack } from './city-pack.ts';

/** For packs that change while the server runs: how to ask for the version in force. */
const VERSIONS = new WeakMap<CityPack, () => CityPack>();

/** What can change while the server runs; everything else of a pack stays as the city was deployed with. */
const CHANGING = [
  ...(['departments', 'categories', 'sensors', 'calendars', 'quickTexts', 'flood', 'dueSoonShare'] as const),
  ...(['urgency', 'noise', 'learnt', 'gazetteer'] as const),
] as const;

/**
 * A pack whose departments, categories … are always those in force: whoever holds it sees each change. What is
 * computed of a pack beforehand goes through `perVersion`. `inForce` answers the same object until something changes.
 */
export function createLivePack(base: CityPack, inForce: () => CityPack): CityPack {
  const live = { ...base };
  for (const name of CHANGING)
    Object.defineProperty(live, name, { enumerable: true, get: () => inForce()[name] });
  VERSIONS.set(live, inForce);
  return live;
}

/** The version of a pack that is in force now, which does not change any more; a pack that never changes is its own. */
export function packNow(pack: CityPack): CityPack {
  return VERSIONS.get(pack)?.() ?? pack;
}

/** What is made of a pack, made anew only when another version of it has come into force. */
export function perVersion<Made>(pack: CityPack, make: (version: CityPack) => Made): () => Made {
  let last: { version: CityPack; made: Made } | null = null;
  const remembered = () => {
    const version = packNow(pack);
    if (last?.version !== version) last = { version, made: make(version) };
    return last.made;
  };
  // A pack that cannot be used is refused at the start, not with the first report.
  remembered();
  return remembered;
}

/**
 * What is prepared of a version of a pack, the same for all who ask with the same: it takes long, and does not change.
 */
export function oncePerPack<Made>(make: (version: CityPack) => Made): (version: CityPack) => Made {
  const made = new WeakMap<CityPack, { it: Made }>();
  return (version) => {
    const known = made.get(version) ?? { it: make(version) };
    made.set(version, known);
    return known.it;
  };
}
