import type { Category } from '../city-pack.ts';
import { emergencies } from './categories/emergencies.ts';
import { environment } from './categories/environment.ts';
import { services } from './categories/services.ts';
import { streets } from './categories/streets.ts';

/** Every category, emergencies first. */
export const categories: Category[] = [...emergencies, ...streets, ...environment, ...services];
