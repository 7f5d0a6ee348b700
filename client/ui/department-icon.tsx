import type { TablerIcon } from '@tabler/icons-react';
import * as icons from './department-icon-set.ts';

const ICONS: Record<string, TablerIcon> = icons;

/** Every name there is. */
export const DEPARTMENT_ICONS = Object.keys(ICONS);

/** A department's icon by the name its pack gives; a plain building for a name not known here. */
export function DepartmentIcon({ name, size = '1em' }: { name: string; size?: string }) {
  const Icon = ICONS[name] ?? icons.IconBuilding;
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
