import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { blankItem } from '#core/scoring/definition/blank-thing.ts';
import { type Framework, listComponents } from '#core/scoring/framework.ts';
import type { FrameworkFinding } from '#core/scoring/framework-finding.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AddButtons } from './AddButtons.tsx';
import type { EditorPlace } from './draft-history.ts';
import { useEditorAddress } from './editor-address.ts';
import styles from './editor.module.css';
import { nextItemCode } from './ItemEditor.tsx';

interface SideListProps {
  readonly draft: Framework;
  readonly findings: readonly FrameworkFinding[];
  readonly onChange: (draft: Framework) => void;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly points: string;
}

const useEntries = (draft: Framework, part: EditorPlace['part']): readonly Entry[] => {
  const format = useFormat();
  const pick = usePickText();
  if (part === 'chung') return [];
  if (part === 'so-lieu') {
    return draft.dataItems.map(({ code, name }) => ({ code, name: pick(name), depth: 0, points: '' }));
  }
  const depths = new Map<string, number>();
  return listComponents(draft.components).map((component) => {
    const depth = depths.get(component.code) ?? 0;
    if (component.kind === 'group') {
      for (const child of component.children) depths.set(child.code, depth + 1);
    }
    const { code, name, maximumPoints } = component;
    return { code, name: pick(name), depth, points: format.number(maximumPoints) };
  });
};

/** The components or data items of a draft, with what is wrong marked, and adding one. */
export const SideList = ({ draft, findings, onChange }: SideListProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { part, code: chosen, params, choose } = useEditorAddress();
  const entries = useEntries(draft, part);
  const wrong = new Set(findings.flatMap(({ severity, about }) => (severity === 'error' ? [about] : [])));
  if (part === 'chung') return null;
  return (
    <div className={styles.side}>
      <ul className={styles.entries} aria-label={part === 'chi-so' ? words.tree : words.items}>
        {entries.map(({ code, name, depth, points }) => (
          <li key={code} style={{ paddingInlineStart: `${String(depth)}rem` }}>
            <Link
              to="/bo-chi-so/khung/$code/$version/sua"
              params={params}
              search={{ phan: part, ma: code }}
              resetScroll={false}
              {...(code === chosen && { 'aria-current': 'true' as const })}
            >
              {wrong.has(code) ? '✗ ' : ''}
              {code} {name} <span className={styles.points}>{points}</span>
            </Link>
          </li>
        ))}
      </ul>
      {part === 'chi-so' ? (
        <AddButtons
          framework={draft}
          parentCode={null}
          onChange={onChange}
          onChoose={(code) => {
            choose('chi-so', code);
          }}
        />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            const code = nextItemCode(draft);
            onChange({ ...draft, dataItems: [...draft.dataItems, blankItem('number', code)] });
            choose('so-lieu', code);
          }}
        >
          {words.addItem}
        </Button>
      )}
    </div>
  );
};
