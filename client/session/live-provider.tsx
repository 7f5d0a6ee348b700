import { type ReactNode, useEffect, useState } from 'react';
import { createLiveConnection, type Live } from '../live/socket.ts';
import { LiveContext } from '../live/use-board.ts';

/** Keeps one live connection while the screens below are shown. `departmentCode` keeps one OPD's tickets only. */
export function LiveProvider({
  token,
  departmentCode = null,
  children,
}: {
  token?: string | undefined;
  departmentCode?: string | null;
  children: ReactNode;
}) {
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    const belongs =
      departmentCode === null
        ? undefined
        : (ticket: { departmentCode: string }) => ticket.departmentCode === departmentCode;
    const connection = createLiveConnection({ token, belongs });
    setLive(connection);
    // The line is back: no need to wait for the next try.
    window.addEventListener('online', connection.connect);
    return () => {
      window.removeEventListener('online', connection.connect);
      connection.close();
    };
  }, [token, departmentCode]);
  return live && <LiveContext value={live}>{children}</LiveContext>;
}
