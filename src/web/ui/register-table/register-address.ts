import { WHOLE_REGISTER, type RegisterSort, type RegisterState } from './register.ts';

/** How a register is looked at, as it stands in the address: `?tim=…&xep=-han&nhom=co-quan&thu=SKHCN&van-ban=…`. */
export type RegisterAddress = Readonly<Record<string, string | undefined>>;

/** Reads the state from the address; what the register doesn't know is passed over. */
export const readRegisterAddress = (
  address: Readonly<Record<string, unknown>>,
  facetIds: readonly string[],
): RegisterState => {
  const filters = facetIds.flatMap((id) => {
    const value = findText(address[id]);
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    text: findText(address.tim) ?? WHOLE_REGISTER.text,
    sort: readSort(findText(address.xep)),
    group: findText(address.nhom) ?? null,
    filters: Object.fromEntries(filters),
    folded: findText(address.thu)?.split(',') ?? [],
  };
};

/** Writes the state into the address; every part that asks for nothing is undefined, so that it disappears. */
export const writeRegisterAddress = (state: RegisterState, facetIds: readonly string[]): RegisterAddress => ({
  tim: state.text === '' ? undefined : state.text,
  xep: state.sort ? `${state.sort.descending ? '-' : ''}${state.sort.column}` : undefined,
  nhom: state.group ?? undefined,
  thu: state.folded.length === 0 ? undefined : state.folded.join(','),
  ...Object.fromEntries(facetIds.map((id) => [id, state.filters[id]])),
});

const readSort = (text: string | undefined): RegisterSort | null => {
  if (text === undefined) return null;
  const descending = text.startsWith('-');
  return { column: descending ? text.slice(1) : text, descending };
};

// The router reads `?han=2026` as a number: an address is text.
const findText = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
