import type { CityView } from '../../shared/wire/api.ts';
import { DepartmentIcon } from '../ui/department-icon.tsx';

/** The id under which marks refer to a department's icon. */
export function departmentSymbol(departmentCode: string): string {
  return `department-${departmentCode}`;
}

/** Every department's icon once, for the marks on a map to point to. */
export function DepartmentSymbols({ departments }: { departments: CityView['departments'] }) {
  return (
    <svg className="visually-hidden" aria-hidden="true">
      {departments.map(({ code, icon }) => (
        <symbol key={code} id={departmentSymbol(code)} viewBox="-4 -4 32 32">
          <circle cx="12" cy="12" r="15" className="map-badge-ground" />
          <DepartmentIcon name={icon} size="24" />
        </symbol>
      ))}
    </svg>
  );
}
