import { Button, Menu } from '@mantine/core';
import { IconLayoutGrid, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { SCENES, type Scene, type WallOrder, type WallView } from '../../shared/wire/room.ts';
import { useOrderWalls } from '../api/room.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useWords } from '../ui/use-words.ts';
import { useTell } from './use-tell.tsx';

/** What can be asked of one wall. */
export function OneWall({ wall }: { wall: WallView }) {
  const { t } = useWords();
  const { name } = wall;
  const { give, busy } = useOrders(wall.id, t('room.wall.ordered', { name }));
  return (
    <>
      <SceneMenu label={t('room.wall.scene-named', { name })} busy={busy} choose={give} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        aria-label={t('room.wall.reload-named', { name })}
        loading={busy}
        onClick={() => give({ kind: 'reload' })}
      >
        {t('room.wall.reload')}
      </Button>
    </>
  );
}

/** What can be asked of all walls at once. Making all of them dark asks first. */
export function AllWalls() {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { give, busy } = useOrders(null, t('room.wall.ordered-all'));
  const close = () => setAsking(false);
  const reload = () => {
    give({ kind: 'reload' });
    close();
  };
  return (
    <div className="room-acts">
      <SceneMenu
        label={t('room.wall.scene-all')}
        shown={t('room.wall.scene-all')}
        busy={busy}
        choose={give}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('room.wall.reload-all')}
      </Button>
      <Confirm opened={asking} act={t('room.wall.reload-all')} busy={busy} confirm={reload} close={close}>
        {t('room.wall.reload-all-sure')}
      </Confirm>
    </div>
  );
}

function useOrders(wallId: string | null, sent: string) {
  const order = useOrderWalls();
  const tell = useTell();
  const give = (given: WallOrder) =>
    order.mutate({ wallId, order: given }, { onSuccess: () => tell.done(sent), onError: tell.failed });
  return { give, busy: order.isPending };
}

type SceneMenuProps = {
  label: string;
  /** On the button; the short word unless told otherwise. */
  shown?: string;
  busy: boolean;
  choose: (order: WallOrder) => void;
};

/** A menu, not a list that gives an order with every arrow key. */
function SceneMenu({ label, shown, busy, choose }: SceneMenuProps) {
  const { t } = useWords();
  const item = (scene: Scene | null) => (
    <Menu.Item key={scene ?? 'auto'} onClick={() => choose({ kind: 'scene', scene })}>
      {t(`room.scene.${scene ?? 'auto'}`)}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLayoutGrid size={14} aria-hidden />}
          aria-label={label}
          loading={busy}
        >
          {shown ?? t('room.wall.scene')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCENES.map(item)}
        <Menu.Divider />
        {item(null)}
      </Menu.Dropdown>
    </Menu>
  );
}
