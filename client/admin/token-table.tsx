import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TokenView } from '../../shared/wire/access.ts';
import { QueryState } from '../api/query-state.tsx';
import { useRevokeToken, useTokens } from '../api/system.ts';
import { useCityWords } from '../session/city-words.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useWords } from '../ui/use-words.ts';

/** The tokens of screens and channels; each can be taken back. */
export function TokenTable() {
  const { t } = useWords();
  const tokens = useTokens(true);
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{t('admin.tokens.list')}</h2>
      <QueryState query={tokens}>
        {(list) =>
          list.length === 0 ? <p className="admin-none">{t('admin.tokens-none')}</p> : <Table tokens={list} />
        }
      </QueryState>
    </section>
  );
}

function Table({ tokens }: { tokens: readonly TokenView[] }) {
  const { t } = useWords();
  const { times } = useCityWords();
  const [asked, setAsked] = useState<TokenView | null>(null);
  return (
    <>
      <table className="admin-table">
        <thead>
          <tr>
            <th scope="col">{t('admin.token.name')}</th>
            <th scope="col">{t('admin.token.role')}</th>
            <th scope="col">{t('admin.token.created')}</th>
            <th scope="col">{t('admin.token.last-used')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td>{t(`role.${token.role}`)}</td>
              <td>{times.moment(Date.parse(token.createdAt))}</td>
              <td>
                {token.lastUsedAt ? times.moment(Date.parse(token.lastUsedAt)) : t('admin.token.never')}
              </td>
              <td>
                {token.revokedAt ? (
                  t('admin.token.revoked')
                ) : (
                  <Button size="xs" variant="default" onClick={() => setAsked(token)}>
                    {t('admin.token.revoke', { name: token.name })}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Revoke token={asked} close={() => setAsked(null)} />
    </>
  );
}

/** Cutting a screen off cannot be undone, so it asks. */
function Revoke({ token, close }: { token: TokenView | null; close: () => void }) {
  const { t } = useWords();
  const revoke = useRevokeToken();
  const name = token?.name ?? '';
  return (
    <Confirm
      opened={token !== null}
      act={t('admin.token.revoke', { name })}
      busy={revoke.isPending}
      confirm={() => token && revoke.mutate(token.id, { onSettled: close })}
      close={close}
    >
      <p>{t('admin.token.revoke-sure', { name })}</p>
    </Confirm>
  );
}
