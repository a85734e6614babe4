interface RegisterPage {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

/**
 * Reads a register page by page until all of it is here: it is sorted, grouped and filtered in the browser, and a
 * part of it would pass for the whole.
 */
export const readWholeRegister = async <Page extends RegisterPage>(
  readPage: (query: { readonly offset?: string }) => Promise<Page>,
): Promise<Page> => {
  const first = await readPage({});
  const items = new Map(first.items.map((item) => [item.id, item]));
  let offset = first.items.length;
  while (offset < first.total) {
    const { items: next } = await readPage({ offset: String(offset) });
    // Items that went in the meantime leave the last page short.
    if (next.length === 0) break;
    for (const item of next) items.set(item.id, item);
    offset += next.length;
  }
  return { ...first, items: [...items.values()] };
};
