import { useState } from 'react';

/** The id of what a form is about to make, so that sent twice it is made once; `renew` once it is made. */
export function useFormId(): { id: string; renew: () => void } {
  const [id, setId] = useState(() => crypto.randomUUID());
  return { id, renew: () => setId(crypto.randomUUID()) };
}
