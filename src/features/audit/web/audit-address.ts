import { isPlainDate } from '#core/kernel/plain-date.ts';
import type { AuditFilter } from '#features/audit/contract.ts';
import type { PlainSearch } from '#web/search-params.ts';

const day = (text: string | undefined): string | undefined =>
  text !== undefined && isPlainDate(text) ? text : undefined;

/** The filter that an address asks for: `nguoi`, `viec`, `doi-tuong`, `tu`, `den`, `tu-choi=co`. */
export const filterOf = (search: PlainSearch): AuditFilter => {
  const wanted = {
    actor: search.nguoi,
    action: search.viec,
    subject: search['doi-tuong'],
    from: day(search.tu),
    to: day(search.den),
    denials: search['tu-choi'] === 'co' ? ('only' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
};
