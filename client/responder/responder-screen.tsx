import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { PhoneFrame } from './frame/phone-frame.tsx';
import { OfflineStart } from './kept/offline-start.tsx';
import { OutboxProvider } from './outbox/outbox-provider.tsx';
import { Phone } from './phone.tsx';

/** The screen of one department's people, made for a phone: light to load, and at work without signal. */
export function ResponderScreen() {
  return (
    <PhoneFrame>
      <OfflineStart>
        <Gate admits={(me) => can(me, 'live.opd')}>
          <OutboxProvider>
            <Phone />
          </OutboxProvider>
        </Gate>
      </OfflineStart>
    </PhoneFrame>
  );
}
