/** A JPEG's start, the marker of its EXIF segment, and of the picture itself, after which nothing is looked for. */
const START = 0xffd8;
const APP1 = 0xffe1;
const SCAN = 0xffda;
/** `Exif`, nought, nought. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const HEADER_BYTES = 4 + EXIF.length;
const ORIENTATION_TAG = 0x0112;
const UPRIGHT = 1;

/**
 * The redrawn picture with the EXIF segment of the camera's own (CIPA DC-008), so that the server learns where and when
 * it was taken; it keeps none of that in the picture. The redrawn one stands upright already and says so. Where the
 * camera wrote nothing, or nothing that can be read, the picture comes back as it was.
 */
export async function carryExif(camera: Blob, redrawn: Blob): Promise<Blob> {
  const segment = uprightSegment(new Uint8Array(await camera.arrayBuffer()));
  if (segment === null) return redrawn;
  return new Blob([redrawn.slice(0, 2), segment, redrawn.slice(2)], { type: redrawn.type });
}

/** The whole EXIF segment of a JPEG, marker and length included, told to be upright; null where there is none. */
export function uprightSegment(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  try {
    const found = findSegment(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
    if (found === null) return null;
    const segment = jpeg.slice(found.from, found.to);
    turnUpright(new DataView(segment.buffer, HEADER_BYTES));
    return segment;
  } catch (error) {
    // A number that points beyond the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function findSegment(view: DataView): { from: number; to: number } | null {
  if (view.getUint16(0) !== START) return null;
  for (let at = 2; at + HEADER_BYTES < view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker === SCAN || marker < 0xff00) return null;
    const to = at + 2 + view.getUint16(at + 2);
    if (marker === APP1 && EXIF.every((byte, n) => view.getUint8(at + 4 + n) === byte))
      return to <= view.byteLength ? { from: at, to } : null;
    at = to;
  }
  return null;
}

/** Sets the one flag of the first directory that says how the camera was held. */
function turnUpright(tiff: DataView): void {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  const entries = tiff.getUint16(directory, little);
  for (let n = 0; n < entries; n += 1) {
    const entry = directory + 2 + 12 * n;
    if (tiff.getUint16(entry, little) === ORIENTATION_TAG) tiff.setUint16(entry + 8, UPRIGHT, little);
  }
}
