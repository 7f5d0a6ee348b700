import type { Landmark } from '../city-pack.ts';

export const landmarks: Landmark[] = [];
