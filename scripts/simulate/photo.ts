import sharp from 'sharp';
import { createRandom, type Random } from './random.ts';

/** Where and when a camera took a picture; `at` in ms since the epoch. */
export type PhotoPlace = { lat: number; lng: number; at: number };

const WIDTH = 960;
const HEIGHT = 720;

/** A street scene as a JPEG; `seed` decides what is on it. With `place` it carries EXIF as a phone's camera writes it. */
export async function makePhoto(seed: number, place?: PhotoPlace): Promise<Buffer> {
  const picture = sharp(Buffer.from(streetScene(createRandom(seed)))).jpeg({ quality: 70 });
  if (place === undefined) return picture.toBuffer();
  return picture.withExif(exifOf(place)).toBuffer();
}

/** EXIF 2.3 tags, by libvips' names of the directories: IFD0 the image, IFD2 the exposure, IFD3 GPS. */
function exifOf({ lat, lng, at }: PhotoPlace) {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(/[:.]/);
  return {
    IFD0: { Make: 'Samsung', Model: 'SM-A155F', Software: 'A155FXXU1' },
    IFD2: {
      DateTimeOriginal: `${date.replaceAll('-', ':')} ${hours}:${minutes}:${seconds}`,
      OffsetTimeOriginal: '+00:00',
    },
    IFD3: {
      GPSLatitudeRef: lat < 0 ? 'S' : 'N',
      GPSLatitude: degrees(lat),
      GPSLongitudeRef: lng < 0 ? 'W' : 'E',
      GPSLongitude: degrees(lng),
      GPSDateStamp: date.replaceAll('-', ':'),
      GPSTimeStamp: `${Number(hours)}/1 ${Number(minutes)}/1 ${Number(seconds)}/1`,
    },
  };
}

/** Degrees, minutes and hundredths of seconds as EXIF rationals. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  const whole = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  return `${whole}/1 ${minutes}/1 ${hundredths % 6000}/100`;
}

/** Sky, houses, a road, and on it something that should not be there. */
function streetScene(random: Random): string {
  const dusk = random.chance(0.4);
  const sky = dusk ? '#3d4a66' : random.pick(['#b9d3e8', '#cfd6da', '#a8c7de']);
  const houses = Array.from({ length: 7 }, (_, index) => house(random, index, dusk)).join('');
  const road = `<path d="M380 420 L580 420 L960 720 L0 720 Z" fill="${dusk ? '#33353a' : '#6a6c70'}"/>`;
  const line = '<path d="M478 440 L486 440 L510 720 L450 720 Z" fill="#e8e4d0" opacity="0.6"/>';
  const lamp = '<path d="M700 600 V210 H770" stroke="#2b2b2b" stroke-width="9" fill="none"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>
    <rect y="400" width="${WIDTH}" height="320" fill="${dusk ? '#2c3a2a' : '#7d9168'}"/>
    ${houses}${road}${line}${lamp}${trouble(random)}</svg>`;
}

function house(random: Random, index: number, dusk: boolean): string {
  const x = index * 140 + random.int(-20, 20);
  const height = random.int(90, 190);
  const wall = random.pick(dusk ? ['#5b5148', '#4c5560', '#6b5a4e'] : ['#e2d3bd', '#d9c2b0', '#c9d2cf']);
  const top = 430 - height;
  return `<rect x="${x}" y="${top}" width="110" height="${height}" fill="${wall}"/>
    <path d="M${x - 10} ${top} L${x + 55} ${top - 45} L${x + 120} ${top} Z" fill="#8d4534"/>
    <rect x="${x + 38}" y="${top + 30}" width="34" height="30" fill="${dusk ? '#f4d58a' : '#51606b'}"/>`;
}

function trouble(random: Random): string {
  const x = random.int(300, 620);
  const y = random.int(520, 620);
  return random.pick([
    () => `<ellipse cx="${x}" cy="${y}" rx="95" ry="34" fill="#26231f"/>`,
    () => `<rect y="${random.int(500, 600)}" width="${WIDTH}" height="300" fill="#7a6a4f" opacity="0.85"/>`,
    () =>
      Array.from({ length: 24 }, () => {
        const [cx, cy] = [x + random.int(-90, 90), y + random.int(-40, 40)];
        return `<circle cx="${cx}" cy="${cy}" r="${random.int(10, 26)}" fill="${random.pick(['#2f2f35', '#cfd3d6', '#58703f', '#a33b2e'])}"/>`;
      }).join(''),
    () =>
      `<path d="M60 ${y} L840 ${y - 90} L850 ${y - 60} L70 ${y + 45} Z" fill="#5a4028"/><circle cx="820" cy="${y - 90}" r="110" fill="#3f5a34"/>`,
  ])();
}
