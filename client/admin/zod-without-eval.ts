import { config } from 'zod';

// Our pages' policy lets no code be made of text, which zod tries for speed. Schemas ask when they are made: this comes
// before them.
config({ jitless: true });
