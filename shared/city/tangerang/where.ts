/** Kota Tangerang's middle, and how far from a kelurahan's point the city reaches, metres. */
export const CENTRE = { lat: -6.1783, lng: 106.6403 };
/** Farther would add more of the neighbours' land than of the city's: 99.6 % of it lies within 1,800 m. */
export const REACH_M = 1800;
