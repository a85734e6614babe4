import { z } from 'zod';

// The page's security policy forbids code made from text; without this the library tries it once and the browser complains.
z.config({ jitless: true });
