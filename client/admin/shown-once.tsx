import { Button, CopyButton } from '@mantine/core';
import { useWords } from '../ui/use-words.ts';

/** A secret that is told this once: to be copied now, or made anew later. */
export function ShownOnce({ title, why, secret }: { title: string; why: string; secret: string }) {
  const { t } = useWords();
  return (
    <div className="admin-once" role="status">
      <p className="admin-once-title">{title}</p>
      <p>{why}</p>
      <div className="admin-once-secret">
        <code>{secret}</code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {t(copied ? 'admin.copied' : 'admin.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
