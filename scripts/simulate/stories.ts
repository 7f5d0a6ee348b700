import { amlLocation, callEvent } from './call112.ts';
import type { Delivery } from './delivery.ts';
import { laksaPost, laksaPostWithPhotos } from './laksa.ts';
import type { Citizen } from './people.ts';
import { makePhoto } from './photo.ts';
import { moved } from './places.ts';
import { type WhatsappMessage, whatsappMessages, whatsappStatuses } from './whatsapp.ts';
import type { Incident, World } from './world.ts';

/** One step of a story: what a channel's system sends so long after the story begins. `at` is then, ms since the epoch. */
export type Step = { afterMs: number; build: (at: number) => Delivery | Promise<Delivery> };

/** What one citizen does about one incident, or one prankster about nothing; never without a step. */
export type Story = { steps: Step[] /** How many reports it makes. */; reports: number };

/** A WhatsApp conversation: words, often a pin after them, sometimes a photo. */
export function tellByWhatsapp(world: World, { category, place }: Incident): Story {
  const { random, writer, addPhoto } = world;
  const contact = random.pick(world.citizens).whatsapp;
  world.whereabouts.set(contact.waId ?? contact.bsuid, { contact, place });
  const text = writer.about(category.code, place.name);
  const said = (at: number): WhatsappMessage => ({ id: messageId(world), contact, at, type: 'text', text });
  const pin = (at: number): WhatsappMessage => {
    const address = place.name;
    return { id: messageId(world), contact, at, type: 'location', lat: place.lat, lng: place.lng, address };
  };
  const style = random.next();
  if (style < 0.15 && addPhoto !== null) {
    const build = async (at: number) => {
      const photo = await addPhoto(random.int(1, 999_999_999));
      const image: WhatsappMessage = {
        id: messageId(world),
        contact,
        at,
        type: 'image',
        caption: text,
        ...photo,
      };
      return whatsappMessages([image, pin(at + 1000)]);
    };
    return { steps: [{ afterMs: 0, build }], reports: 2 };
  }
  if (style < 0.35) {
    return {
      steps: [{ afterMs: 0, build: (at) => whatsappMessages([said(at), pin(at + 1000)]) }],
      reports: 2,
    };
  }
  const first: Step = { afterMs: 0, build: (at) => whatsappMessages([said(at)]) };
  if (style >= 0.85) return { steps: [first], reports: 1 };
  const later = random.int(4000, 12_000);
  return { steps: [first, { afterMs: later, build: (at) => whatsappMessages([pin(at)]) }], reports: 2 };
}

/** A post in the city's app: words, the phone's place, often photos. */
export function tellByLaksa(world: World, { category, place }: Incident): Story {
  const { random, writer } = world;
  const { name, phone, accountId } = random.pick(world.citizens);
  const text = writer.about(category.code, place.name);
  const id = `laksa-${random.token(20)}`;
  const reporter = { name, phone, accountId };
  const location = { lat: place.lat, lng: place.lng, accuracyM: random.int(4, 40) };
  const photos = world.photos && random.chance(0.4) ? random.int(1, 2) : 0;
  const seed = random.int(1, 999_999_999);
  // Where the app did not get the phone's place, the photo's own is all there is.
  const placeless = photos > 0 && random.chance(0.3);
  const build = async (at: number): Promise<Delivery> => {
    const post = { id, text, at, address: place.name, reporter, ...(placeless ? {} : { location }) };
    if (photos === 0) return laksaPost(post);
    const taken = { lat: place.lat, lng: place.lng, at: at - 60_000 };
    const made = Array.from({ length: photos }, (_, index) => makePhoto(seed + index, taken));
    return laksaPostWithPhotos(post, await Promise.all(made));
  };
  return { steps: [{ afterMs: 0, build }], reports: 1 };
}

/** An emergency call: rings, is answered, ends; the phone tells where it is, roughly first and better later. */
export function tellByCall(world: World, { category, place }: Incident): Story {
  const { random } = world;
  const caller = random.pick(world.citizens);
  const callId = newCallId(world);
  world.onCall(callId, {
    categoryCode: category.code,
    lat: place.lat,
    lng: place.lng,
    text: world.writer.about(category.code, place.name),
  });
  const cell = random.chance(0.5)
    ? { ...moved(place, random.int(-600, 600), random.int(-600, 600)), accuracyM: random.int(500, 1500) }
    : undefined;
  const begins = (at: number) =>
    callEvent({ ...event(callId, caller, 'ringing', at), ...(cell && { location: cell }) });
  const steps: Step[] = [
    { afterMs: 0, build: begins },
    { afterMs: random.int(2000, 6000), build: (at) => callEvent(event(callId, caller, 'answered', at)) },
    { afterMs: random.int(9000, 20_000), build: (at) => callEvent(event(callId, caller, 'ended', at)) },
  ];
  if (random.chance(0.75)) {
    steps.push(amlStep(world, caller, place, random.int(500, 2000), 'cell', random.int(150, 400)));
    steps.push(amlStep(world, caller, place, random.int(5000, 8000), 'GPS', random.int(6, 30)));
  }
  return { steps, reports: 1 };
}

/** A call that is none: silence, laughter, hung up before or soon after somebody answers. */
export function prankByCall(world: World): Story {
  const { random } = world;
  const caller = random.pick(world.pranksters);
  const callId = newCallId(world);
  world.onCall(callId, null);
  const steps: Step[] = [{ afterMs: 0, build: (at) => callEvent(event(callId, caller, 'ringing', at)) }];
  const hungUp = random.int(800, 3000);
  if (random.chance(0.5)) {
    steps.push({ afterMs: hungUp, build: (at) => callEvent(event(callId, caller, 'answered', at)) });
  }
  const over = hungUp + random.int(500, 4000);
  steps.push({ afterMs: over, build: (at) => callEvent(event(callId, caller, 'ended', at)) });
  return { steps, reports: 1 };
}

/** A message that is no report: an insult, a greeting, a test; now and then the same twice. */
export function prankByWhatsapp(world: World): Story {
  const { random, writer } = world;
  const contact = random.pick(world.pranksters).whatsapp;
  const text = random.chance(0.6) ? writer.nothing() : writer.insult();
  const count = random.chance(0.2) ? 2 : 1;
  const build = (at: number) =>
    whatsappMessages(
      Array.from({ length: count }, () => ({
        id: messageId(world),
        contact,
        at,
        type: 'text' as const,
        text,
      })),
    );
  return { steps: [{ afterMs: 0, build }], reports: count };
}

/** The platform telling what became of a message the city sent: no report, and the door must take it. */
export function statusByWhatsapp(world: World): Story {
  const recipient = world.random.pick(world.citizens).whatsapp;
  const id = messageId(world);
  const steps = (['sent', 'delivered', 'read'] as const).map((status, index) => ({
    afterMs: index * 1500,
    build: (at: number) => whatsappStatuses([{ id, status, at, recipient }]),
  }));
  return { steps, reports: 0 };
}

function amlStep(
  world: World,
  caller: Citizen,
  place: Incident['place'],
  afterMs: number,
  source: 'GPS' | 'cell',
  accuracyM: number,
): Step {
  const off = () => world.random.gaussian() * accuracyM * 0.5;
  const found = moved(place, off(), off());
  const build = (at: number) =>
    amlLocation(
      {
        deviceNumber: caller.phone,
        ...found,
        accuracyM,
        source,
        locatedAt: at - 400,
        calledAt: at - afterMs,
      },
      world.amlKey,
    );
  return { afterMs, build };
}

function event(callId: string, caller: Citizen, state: 'ringing' | 'answered' | 'ended', at: number) {
  return { callId, state, callerNumber: caller.phone, at };
}

function newCallId({ random }: World): string {
  return `call-${random.token(16)}`;
}

function messageId({ random }: World): string {
  return `wamid.HBgN${Buffer.from(random.token(24)).toString('base64').replaceAll('=', '')}`;
}
