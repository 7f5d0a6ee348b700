import { carryExif } from './carry-exif.ts';
import { type Drawn, fitWithin } from './fit-within.ts';

const QUALITY = 0.8;

/**
 * A camera's picture as a JPEG of at most 1600 pixels, turned upright, with the camera's note of where and when, which
 * the server takes out. Rejects where the browser cannot read it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await decode(file);
  try {
    const size = fitWithin(picture);
    const blob =
      typeof OffscreenCanvas === 'undefined' ? await drawOnPage(picture, size) : await draw(picture, size);
    if (blob.type !== 'image/jpeg') throw new Error('This browser makes no JPEG');
    return await carryExif(file, blob);
  } finally {
    if ('close' in picture) picture.close();
  }
}

/** Both turn the picture the way the camera was held. */
async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if (typeof createImageBitmap === 'function') {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' });
    } catch {
      // Older browsers know the function but not the option.
    }
  }
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function draw(picture: CanvasImageSource, { width, height }: Drawn): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

function drawOnPage(picture: CanvasImageSource, { width, height }: Drawn): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/jpeg', QUALITY),
  );
}
