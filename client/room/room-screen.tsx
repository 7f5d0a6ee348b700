import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { Office } from '../ui/office.tsx';
import { useWords } from '../ui/use-words.ts';
import { RoomPanels } from './room-panels.tsx';
import { WallList } from './wall-list.tsx';
import './room.css';

/** The supervisor's screen: the walls, and what stands on them beside the tickets. */
export function RoomScreen() {
  return (
    <Office screen="room" initial="dark">
      <Gate admits={(me) => can(me, 'room.manage')}>
        <ScreenHeader />
        <Room />
      </Gate>
    </Office>
  );
}

function Room() {
  const { t } = useWords();
  return (
    <main id="content" className="room">
      <h1>{t('room.title')}</h1>
      <WallList />
      <RoomPanels />
    </main>
  );
}
