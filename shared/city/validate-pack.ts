import { MOST_LETTERS_BY_TEMPLATE } from '../reply/reach.ts';
import type { LatLng } from '../report/report.ts';
import type { Category, CityPack, SensorPost } from './city-pack.ts';
import { isPattern, readPatterns } from './patterns.ts';

/**
 * Every fault of a pack, each as a sentence naming the part; an empty list means the pack can be served.
 * Types cannot see these: codes that point nowhere, codes given twice, thresholds in the wrong order.
 */
export function findPackFaults(pack: CityPack): string[] {
  return [
    ...faultsOfCity(pack),
    ...duplicates(
      'department',
      pack.departments.map((department) => department.code),
    ),
    ...duplicates(
      'category',
      pack.categories.map((category) => category.code),
    ),
    ...duplicates(
      'kecamatan',
      pack.kecamatan.map((kecamatan) => kecamatan.code),
    ),
    ...duplicates(
      'kelurahan',
      pack.kelurahan.map((kelurahan) => kelurahan.code),
    ),
    ...duplicates(
      'sensor',
      pack.sensors.map((sensor) => sensor.id),
    ),
    ...duplicates(
      'sensor name',
      pack.sensors.map((sensor) => sensor.senmlName),
    ),
    ...duplicates(
      'point of kelurahan',
      pack.kelurahan.map(({ lat, lng }) => `${lat}, ${lng}`),
    ),
    ...duplicates(
      'calendar',
      (pack.calendars ?? []).map((calendar) => calendar.code),
    ),
    ...duplicates(
      'quick text',
      (pack.quickTexts ?? []).map((quickText) => quickText.id),
    ),
    ...duplicates(
      'urgency rule',
      (pack.urgency?.rules ?? []).map(({ code }) => code),
    ),
    ...duplicates(
      'noise sign',
      (pack.noise?.signs ?? []).map(({ code }) => code),
    ),
    ...faultsOfRules(pack),
    ...faultsOfSettings(pack),
    ...pack.categories.flatMap((category) => faultsOfCategory(pack, category)),
    ...faultsOfAreas(pack),
    ...faultsOfGazetteer(pack),
    ...faultsOfFlood(pack),
    ...faultsOfLikeness(pack),
    ...pack.sensors.flatMap((sensor) => faultsOfSensor(pack, sensor)),
  ];
}

function faultsOfCity(pack: CityPack): string[] {
  const codes = new Set(pack.categories.map((category) => category.code));
  const faults: string[] = [];
  if (!codes.has(pack.fallbackCategory)) {
    faults.push(`fallbackCategory "${pack.fallbackCategory}" is not a category`);
  }
  if (!codes.has(pack.callCategory)) faults.push(`callCategory "${pack.callCategory}" is not a category`);
  if (!/^[A-Z0-9]{1,8}$/.test(pack.ticketPrefix)) {
    faults.push(`ticketPrefix "${pack.ticketPrefix}" is not 1 to 8 capitals or digits`);
  }
  if (!isTimeZone(pack.timeZone)) faults.push(`timeZone "${pack.timeZone}" is unknown`);
  if (!(pack.reachM > 0)) faults.push('reachM is not above zero');
  const { south, west, north, east } = pack.bounds;
  if (!(south < north && west < east)) faults.push('bounds enclose nothing');
  if (!isWithin(pack, pack.centre)) faults.push('centre lies outside bounds');
  for (const { category } of pack.examples ?? []) {
    if (!codes.has(category)) faults.push(`example of category "${category}", which does not exist`);
  }
  for (const { category } of pack.training ?? []) {
    if (!codes.has(category)) faults.push(`training text of category "${category}", which does not exist`);
  }
  if (pack.pinRequest && !pack.pinRequest[pack.locale.slice(0, 2)])
    faults.push(`pinRequest has no words in the city's own language (${pack.locale})`);
  for (const [language, text] of Object.entries(pack.pinRequest ?? {})) {
    if (text.length > MOST_LETTERS_BY_TEMPLATE)
      faults.push(`pinRequest in "${language}" is too long to be sent`);
  }
  for (const text of pack.emptyTexts) {
    if (text !== text.trim().toLowerCase()) faults.push(`empty text "${text}" is not trimmed lower case`);
  }
  return faults;
}

function faultsOfSettings({ departments, calendars = [], quickTexts = [], dueSoonShare = 0.8 }: CityPack) {
  const codes = new Set(departments.map(({ code }) => code));
  const faults = calendars
    .filter(({ week }) => week.length !== 7 || week.every((day) => day.length === 0))
    .map(({ code }) => `calendar ${code}: needs seven days, open at some time`);
  for (const { id, departmentCode } of quickTexts)
    if (departmentCode !== null && !codes.has(departmentCode))
      faults.push(`quick text ${id}: department "${departmentCode}" does not exist`);
  if (!(dueSoonShare > 0 && dueSoonShare < 1)) faults.push('dueSoonShare is not between 0 and 1');
  return faults;
}

function faultsOfRules({ urgency, categories }: CityPack): string[] {
  const codes = new Set(categories.map(({ code }) => code));
  return (urgency?.rules ?? []).flatMap(({ code, category, says, unless = '' }) => [
    ...(category !== undefined && !codes.has(category)
      ? [`urgency rule ${code}: category "${category}" does not exist`]
      : []),
    ...[...readPatterns(says), ...readPatterns(unless)]
      .filter((phrase) => !isPattern(phrase))
      .map((phrase) => `urgency rule ${code}: "${phrase}" is no pattern`),
  ]);
}

function faultsOfCategory(pack: CityPack, category: Category): string[] {
  const faults: string[] = [];
  const say = (fault: string) => faults.push(`category ${category.code}: ${fault}`);
  const department = pack.departments.find(({ code }) => code === category.departmentCode);
  if (!department) say(`department "${category.departmentCode}" does not exist`);
  else if (department.active === false) say(`department "${category.departmentCode}" is closed`);
  const { calendarCode = null } = category;
  if (calendarCode !== null && !pack.calendars?.some(({ code }) => code === calendarCode)) {
    say(`calendar "${calendarCode}" does not exist`);
  }
  const { acknowledgeMin, resolveMin } = category.sla;
  if (!(acknowledgeMin > 0 && acknowledgeMin <= resolveMin)) say('needs 0 < acknowledgeMin <= resolveMin');
  for (const [priority, own] of Object.entries(category.slaByPriority ?? {}))
    if (own && !(own.acknowledgeMin > 0 && own.acknowledgeMin <= own.resolveMin))
      say(`targets of ${priority} need 0 < acknowledgeMin <= resolveMin`);
  if (category.match !== null && !(category.match.radiusM > 0 && category.match.windowMin > 0)) {
    say('match radius and window must be above zero');
  }
  for (const [word, weight] of Object.entries(category.words)) {
    if (word !== word.trim().toLowerCase() || word === '') say(`word "${word}" is not trimmed lower case`);
    if (!Number.isFinite(weight) || weight === 0) say(`word "${word}" has no weight`);
  }
  return faults;
}

function faultsOfAreas(pack: CityPack): string[] {
  const kecamatan = new Set(pack.kecamatan.map(({ code }) => code));
  const kelurahan = new Set(pack.kelurahan.map(({ code }) => code));
  const faults = pack.kelurahan
    .filter(({ kecamatanCode }) => !kecamatan.has(kecamatanCode))
    .map(({ code, kecamatanCode }) => `kelurahan ${code}: kecamatan "${kecamatanCode}" does not exist`);
  for (const { name, kelurahanCode } of pack.landmarks) {
    if (!kelurahan.has(kelurahanCode)) {
      faults.push(`landmark ${name}: kelurahan "${kelurahanCode}" does not exist`);
    }
  }
  const placed = [
    ...pack.kelurahan.map((area) => ({ ...area, label: `kelurahan ${area.code}` })),
    ...pack.landmarks.map((landmark) => ({ ...landmark, label: `landmark ${landmark.name}` })),
    ...pack.sensors.map((sensor) => ({ ...sensor, label: `sensor ${sensor.id}` })),
  ];
  return faults.concat(
    placed.filter((place) => !isWithin(pack, place)).map(({ label }) => `${label} lies outside bounds`),
  );
}

function faultsOfGazetteer(pack: CityPack): string[] {
  const kelurahan = new Set(pack.kelurahan.map(({ code }) => code));
  return (pack.gazetteer ?? []).flatMap((place) => {
    const { name, kelurahanCode, radiusM } = place;
    const faults: string[] = [];
    if (!isWithin(pack, place)) faults.push('lies outside bounds');
    if (kelurahanCode !== undefined && !kelurahan.has(kelurahanCode))
      faults.push(`kelurahan "${kelurahanCode}" does not exist`);
    if (!(radiusM > 0)) faults.push('radiusM is not above zero');
    return faults.map((fault) => `place ${name}: ${fault}`);
  });
}

function faultsOfSensor(pack: CityPack, { id, rule }: SensorPost): string[] {
  const faults: string[] = [];
  if (!pack.categories.some((category) => category.code === rule.categoryCode)) {
    faults.push(`sensor ${id}: category "${rule.categoryCode}" does not exist`);
  }
  if (!(rule.clearAt < rule.raiseAt && rule.raiseAt <= rule.criticalAt)) {
    faults.push(`sensor ${id}: needs clearAt < raiseAt <= criticalAt`);
  }
  return faults;
}

function faultsOfFlood({ flood, categories }: CityPack): string[] {
  if (flood === undefined) return [];
  const codes = new Set(categories.map(({ code }) => code));
  const faults = flood.categories
    .filter((code) => !codes.has(code))
    .map((code) => `flood: category "${code}" does not exist`);
  const { posts, reports, withinMin, calmMin } = flood;
  if (!(posts >= 1 && reports >= 1 && withinMin > 0 && calmMin >= 0)) {
    faults.push('flood: needs posts and reports of at least 1, withinMin > 0 and calmMin >= 0');
  }
  return faults;
}

function faultsOfLikeness({ likeness, burst, categories }: CityPack): string[] {
  const codes = new Set(categories.map(({ code }) => code));
  const kin = Object.entries(likeness?.kin ?? {}).flatMap(([one, others]) => [one, ...others]);
  const faults = [...new Set([...kin, ...(burst?.emergencies ?? [])])]
    .filter((code) => !codes.has(code))
    .map((code) => `likeness or burst: category "${code}" does not exist`);
  const reporters = burst?.reporters ?? [];
  if (reporters.some((count, at) => count < 2 || count <= (reporters[at - 1] ?? 0)))
    faults.push('burst: reporters must be at least 2, in rising order');
  return faults;
}

function duplicates(kind: string, codes: string[]): string[] {
  const twice = new Set(codes.filter((code, position) => codes.indexOf(code) !== position));
  return [...twice].map((code) => `${kind} "${code}" is given twice`);
}

function isWithin(pack: CityPack, { lat, lng }: LatLng): boolean {
  const { south, west, north, east } = pack.bounds;
  return lat >= south && lat <= north && lng >= west && lng <= east;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
