import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { Office } from '../ui/office.tsx';
import { Responder } from './responder.tsx';
import './responder.css';

/** The screen of one department's people, made for a phone. */
export function ResponderScreen() {
  return (
    <Office screen="responder" initial="light">
      <Gate admits={(me) => can(me, 'live.opd')}>
        <ScreenHeader />
        <Responder />
      </Gate>
    </Office>
  );
}
