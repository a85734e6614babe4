import { nameKey, searchKey } from '#core/kernel/text.ts';
import type { IndexComponent } from '#server/registers/index-components.ts';
import type { SearchHit } from './contract.ts';
import type { FoundHits, SearchWords } from './reads.ts';

const isExact = (spelling: string, { exactWords }: SearchWords): boolean =>
  exactWords.length > 0 && exactWords.every((word) => nameKey(spelling).includes(word));

const hitOf = ({ component }: IndexComponent, words: SearchWords): SearchHit => ({
  kind: 'index-component',
  key: component.code,
  title: component.name.vi,
  label: component.code,
  document: null,
  exact: isExact(`${component.code} ${component.name.vi}`, words),
});

/** Index components whose code or name contains all words: the code itself first, then the very letters, then framework order. */
export const searchComponents = (
  components: readonly IndexComponent[],
  words: SearchWords,
  limit: number,
): FoundHits => {
  const hits = components
    .filter(({ component }) => {
      const key = searchKey(`${component.code} ${component.name.vi}`);
      return words.words.every((word) => key.includes(word));
    })
    .map((component) => hitOf(component, words))
    .toSorted(
      (a, b) =>
        Number(b.key === words.key) - Number(a.key === words.key) || Number(b.exact) - Number(a.exact),
    );
  return {
    kind: 'index-component',
    total: hits.length,
    exactTotal: hits.filter(({ exact }) => exact).length,
    items: hits.slice(0, limit),
  };
};
