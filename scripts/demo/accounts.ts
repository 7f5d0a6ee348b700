import { DEMO_DOMAIN } from '../../server/access/demo-accounts.ts';
import type { UserRole } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';

/** An account of the demo; its password is no secret, the sign-in page shows it. */
export type DemoAccount = {
  email: string;
  password: string;
  role: UserRole;
  departmentCode: string | null;
  name: string;
};

export const DEMO_PASSWORD = 'ruang-kendali-112';

const RESPONDERS = 8;

/** Accounts to try every role with; responders for the departments that have the most to do. */
export function demoAccounts(pack: CityPack): DemoAccount[] {
  const people: [string, UserRole, string][] = [
    ['operator', 'operator', 'Operator'],
    ['supervisor', 'supervisor', 'Supervisor'],
    ['admin', 'administrator', 'Administrator'],
    ['pimpinan', 'executive', 'Pimpinan'],
    ['layar', 'wall', 'Layar dinding'],
  ];
  return [
    ...people.map(([local, role, name]) => account(local, role, null, name)),
    ...busiestDepartments(pack).map(({ code, shortName }) =>
      account(code.toLowerCase().replaceAll('_', '-'), 'responder', code, `Petugas ${shortName}`),
    ),
  ];
}

/** Who plays the control room in the demo; not shown, so that histories tell the visitor's acts from the others'. */
export function simulatedOperator(): DemoAccount {
  return account('simulasi', 'operator', null, 'Operator (simulasi)');
}

function account(local: string, role: UserRole, departmentCode: string | null, name: string): DemoAccount {
  return { email: `${local}@${DEMO_DOMAIN}`, password: DEMO_PASSWORD, role, departmentCode, name };
}

/** The city's own departments by how many kinds of trouble are theirs. */
function busiestDepartments(pack: CityPack): CityPack['departments'] {
  const load = (code: string) =>
    pack.categories
      .filter(({ departmentCode }) => departmentCode === code)
      .reduce((sum, { priority }) => sum + (priority === 'critical' || priority === 'high' ? 2 : 1), 0);
  return pack.departments
    .filter(({ internal }) => internal)
    .toSorted((a, b) => load(b.code) - load(a.code))
    .slice(0, RESPONDERS);
}
