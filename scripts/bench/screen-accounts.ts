import { createUser } from '../../server/access/accounts.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import type { UserRole } from '../../shared/access/actor.ts';
import { loadCityPack } from '../../shared/city/packs.ts';

const PASSWORD = 'a-long-enough-password-112';

const emailOf = (role: UserRole) => `${role}@bench.example`;

/** People to look at the screens with, one a role, in a database that has the product's tables; `close` lets go of it. */
export async function openScreenAccounts(databaseUrl: string) {
  const { db, close } = connectDatabase(databaseUrl, { log: createLog('error'), max: 2 });
  const departmentCodes = loadCityPack('tangerang').departments.map(({ code }) => code);
  return {
    db,
    close,
    async add(role: UserRole, departmentCode: string | null = null): Promise<void> {
      const account = { email: emailOf(role), password: PASSWORD, role, departmentCode, name: role };
      await createUser({ db, departmentCodes }, account);
    },
    /** Signs in over HTTP; answers the Cookie header. Throws when the server refuses. */
    async signIn(url: string, role: UserRole): Promise<string> {
      const response = await fetch(`${url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: emailOf(role), password: PASSWORD }),
      });
      if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
      const cookies = response.headers.getSetCookie();
      return cookies.map((line) => line.split(';')[0]).join('; ');
    },
  };
}
