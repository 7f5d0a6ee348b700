import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { Office } from '../ui/office.tsx';
import { Desk } from './desk.tsx';
import { ActionProvider } from './use-actions.tsx';
import './desk.css';

/** The operators' screen. */
export function DeskScreen() {
  return (
    <Office screen="desk" initial="dark">
      <Gate admits={(me) => can(me, 'live.desk')}>
        <div className="desk">
          <ScreenHeader />
          <ActionProvider>
            <Desk />
          </ActionProvider>
        </div>
      </Gate>
    </Office>
  );
}
