import sharp from 'sharp';

/** A small JPEG; taken at 3° 1' 30" S, 120° 12' E, at noon of 21 November 2026 by the camera's clock, held upright. */
export function makeGeotaggedPhoto(colour = '#345'): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Kamera Rahasia' },
      IFD2: { DateTimeOriginal: '2026:11:21 12:00:00', LensSerialNumber: 'SERIAL-112' },
      IFD3: {
        GPSLatitude: '3/1 1/1 3000/100',
        GPSLatitudeRef: 'S',
        GPSLongitude: '120/1 12/1 0/1',
        GPSLongitudeRef: 'E',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A picture of plain colour in a format, without metadata. */
export function makePicture(
  format: 'jpeg' | 'png' | 'webp' | 'gif',
  width = 40,
  height = 30,
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#a63' } })
    .toFormat(format)
    .toBuffer();
}
