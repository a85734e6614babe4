import { useSearch } from '@tanstack/react-router';
import type { IndexSubject } from './index-queries.ts';

const findText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whose index the address speaks of: the subject (`don-vi`) and the framework (`bo`); the province's without them. */
export const useIndexSubject = (): IndexSubject => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return { framework: findText(search.bo), subject: findText(search['don-vi']) };
};
