import { useState } from 'react';
import type { ComponentNode } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { IndexRow } from './IndexRow.tsx';
import styles from './IndexTree.module.css';
import { indexMessages } from './messages.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** The nodes to show: every group, and the indicators of groups that are not folded. */
const listVisibleNodes = (
  nodes: readonly ComponentNode[],
  folded: ReadonlySet<string>,
): readonly ComponentNode[] =>
  nodes.filter(({ parentCode }) => parentCode === null || !folded.has(parentCode));

/** Main indicators with their component indicators: maximum, points, loss, and who leads. */
export const IndexTree = ({ nodes }: { readonly nodes: readonly ComponentNode[] }) => {
  const words = useMessages(indexMessages);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const setFold = (code: string, isFolded: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(code);
      else after.delete(code);
      return after;
    });
  };
  const onKeyDown = useTreeKeys(setFold);
  const { columns } = words;
  return (
    <div>
      <p className={styles.hint}>{words.treeHint}</p>
      <table className={styles.tree}>
        <caption className={styles.caption}>{words.treeTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col" data-kind="figure">
              {columns.maximum}
            </th>
            <th scope="col" data-kind="figure">
              {columns.points}
            </th>
            <th scope="col" data-kind="figure">
              {columns.lost}
            </th>
            <th scope="col">{columns.bar}</th>
            <th scope="col">{columns.lead}</th>
          </tr>
        </thead>
        <tbody>
          {listVisibleNodes(nodes, folded).map((node) => (
            <IndexRow
              key={node.code}
              node={node}
              isFolded={folded.has(node.code)}
              onKeyDown={onKeyDown}
              onFold={(isFolded) => {
                setFold(node.code, isFolded);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
