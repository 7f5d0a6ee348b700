import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const PUBLIC = join(import.meta.dirname, '../client/public');
/** Launchers cut a maskable icon to a shape of their own; only its inner four fifths are sure to be seen. */
const SAFE_SHARE = 0.72;

/** Draws the telephone's icons from client/public/icon.svg; run by hand when that picture changes. */
async function main(): Promise<void> {
  const svg = await readFile(join(PUBLIC, 'icon.svg'), 'utf8');
  const ground = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '#000000';
  const square = svg.replace(/rx="\d+"/, 'rx="0"');
  // What shows in a status bar is a shape only: everything that is drawn, in white.
  const badge = svg.replace(/<rect[^>]*\/>/, '').replaceAll(/#[0-9a-f]{6}/g, '#ffffff');
  await mkdir(join(PUBLIC, 'icons'), { recursive: true });
  await draw('icon-192.png', svg, 192);
  await draw('icon-512.png', svg, 512);
  await draw('badge-96.png', badge, 96);
  await draw('apple-touch-180.png', square, 180);
  await drawInside('maskable-512.png', square, 512, ground);
}

async function draw(name: string, svg: string, size: number): Promise<void> {
  await keep(name, await render(svg, size));
}

async function drawInside(name: string, svg: string, size: number, ground: string): Promise<void> {
  const inner = Math.round(size * SAFE_SHARE);
  const picture = sharp({ create: { width: size, height: size, channels: 3, background: ground } });
  await keep(
    name,
    await picture
      .composite([{ input: await render(svg, inner) }])
      .png({ compressionLevel: 9, palette: true })
      .toBuffer(),
  );
}

function render(svg: string, size: number): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

async function keep(name: string, bytes: Buffer): Promise<void> {
  await writeFile(join(PUBLIC, 'icons', name), bytes);
}

await main();
