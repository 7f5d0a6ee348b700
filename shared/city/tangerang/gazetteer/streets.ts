/** A street by its name without `Jalan`; with a position set by hand, and further spellings, where there are any. */
export type Street = string | [name: string, lat: number, lng: number, ...variants: string[]];

/** Streets by the name of the kelurahan that they, or most of them, lie in. */
export type StreetsByKelurahan = Record<string, Street[]>;
