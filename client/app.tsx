import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { useMe } from './api/account.ts';
import { createQueries } from './api/use-api.ts';
import { Crashed } from './crashed.tsx';
import { homeOf } from './session/home.ts';
import { Loading } from './ui/states.tsx';

// Each screen is a bundle of its own: a wall loads no desk.
const SignIn = lazy(() => import('./sign-in/sign-in-screen.tsx').then((m) => ({ default: m.SignInScreen })));
const SetPassword = lazy(() =>
  import('./sign-in/set-password-screen.tsx').then((m) => ({ default: m.SetPasswordScreen })),
);
const Wall = lazy(() => import('./wall/wall-screen.tsx').then((m) => ({ default: m.WallScreen })));
const Desk = lazy(() => import('./desk/desk-screen.tsx').then((m) => ({ default: m.DeskScreen })));
const Responder = lazy(() =>
  import('./responder/responder-screen.tsx').then((m) => ({ default: m.ResponderScreen })),
);
const Executive = lazy(() =>
  import('./executive/executive-screen.tsx').then((m) => ({ default: m.ExecutiveScreen })),
);
const Room = lazy(() => import('./room/room-screen.tsx').then((m) => ({ default: m.RoomScreen })));
const Admin = lazy(() => import('./admin/admin-screen.tsx').then((m) => ({ default: m.AdminScreen })));
const NotFound = lazy(() => import('./sign-in/not-found.tsx').then((m) => ({ default: m.NotFound })));
// Left out of what is built for a city.
const Gallery = import.meta.env.DEV
  ? lazy(() => import('./gallery/gallery-screen.tsx').then((m) => ({ default: m.GalleryScreen })))
  : null;

/** Chooses the screen by address. */
export function App() {
  const [queries] = useState(createQueries);
  return (
    <Crashed>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route path="/" element={<Home />} />
              <Route path="/sign-in" element={<SignIn />} />
              <Route path="/set-password" element={<SetPassword />} />
              <Route path="/wall" element={<Wall />} />
              <Route path="/desk/:ticketId?" element={<Desk />} />
              <Route path="/responder/:ticketId?" element={<Responder />} />
              <Route path="/executive/*" element={<Executive />} />
              <Route path="/room" element={<Room />} />
              <Route path="/admin/*" element={<Admin />} />
              {Gallery && <Route path="/ui" element={<Gallery />} />}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </QueryClientProvider>
    </Crashed>
  );
}

/** Sends a person to where their work is. */
function Home() {
  const me = useMe();
  if (me.isPending) return <Loading />;
  return <Navigate to={me.data ? homeOf(me.data.role) : '/sign-in'} replace />;
}
