import { Route, Routes } from 'react-router';
import { can } from '../../shared/access/policy.ts';
import { Gate } from '../session/gate.tsx';
import { ScreenHeader } from '../session/screen-header.tsx';
import { Office } from '../ui/office.tsx';
import { Overview } from './overview.tsx';
import { TicketView } from './ticket-view.tsx';
import { Tickets } from './tickets.tsx';
import './executive.css';

/** Ninety seconds before a meeting: five answers, and behind each number its tickets. */
export function ExecutiveScreen() {
  return (
    <Office screen="executive" initial="light">
      <Gate admits={(me) => can(me, 'insight.read')}>
        <ScreenHeader />
        <Routes>
          <Route index element={<Overview />} />
          <Route path="tickets" element={<Tickets />} />
          <Route path="tickets/:ticketId" element={<TicketView />} />
        </Routes>
      </Gate>
    </Office>
  );
}
