import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { blankItem } from '#core/scoring/definition/blank-thing.ts';
import { FRAMEWORK_FIELDS } from '#core/scoring/definition/framework-shapes.ts';
import { findComponent, findDataItem, type Framework, listComponents } from '#core/scoring/framework.ts';
import type { FrameworkFinding } from '#core/scoring/framework-finding.ts';
import type { FrameworkView } from '#features/framework/contract.ts';
import { FindingTable } from '#features/framework/web/FindingTable.tsx';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { ProblemList } from '#features/framework/web/ProblemList.tsx';
import { describeSoundness } from '#features/framework/web/soundness.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Page } from '#web/ui/Page.tsx';
import { AddButtons } from './AddButtons.tsx';
import { ComponentEditor } from './ComponentEditor.tsx';
import styles from './editor.module.css';
import { FieldsForm } from './FieldsForm.tsx';
import { FormSurroundingsProvider } from './form-context.ts';
import { ItemEditor, nextItemCode } from './ItemEditor.tsx';
import { useDraft } from './use-draft.ts';

const PARTS = ['chung', 'chi-so', 'so-lieu'] as const;
type Part = (typeof PARTS)[number];

const EDITED_ELSEWHERE = ['code', 'version'];

/** Which part of the framework the address shows, and how to go to another. */
const useEditorAddress = () => {
  const search = useSearch({ from: '/shell/bo-chi-so/khung/$code/$version/sua' });
  const params = useParams({ from: '/shell/bo-chi-so/khung/$code/$version/sua' });
  const navigate = useNavigate();
  const part = PARTS.find((one) => one === search.phan) ?? 'chi-so';
  const choose = (shown: Part, code: string | null): void => {
    void navigate({
      to: '/bo-chi-so/khung/$code/$version/sua',
      params,
      search: { phan: shown, ...(code !== null && { ma: code }) },
      resetScroll: false,
    });
  };
  return { part, code: search.ma, params, choose };
};

interface DraftEditorProps {
  readonly view: FrameworkView;
  readonly eyebrow: ReactNode;
}

/** The editor of a draft: parts at the side, the chosen one as a form, what does not hold together, and saving. */
export const DraftEditor = ({ view, eyebrow }: DraftEditorProps) => {
  const words = useMessages(frameworkMessages);
  const format = useFormat();
  const pick = usePickText();
  const { draft, change, save, isChanged, editing } = useDraft(view);
  const { part, code } = useEditorAddress();
  const findings = useMemo(() => checkFramework(draft), [draft]);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A field that is not understood was not taken over: saving would silently leave it out.
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else save();
  };
  const here = findings.filter(({ about }) => (part === 'chung' ? about === draft.code : about === code));
  return (
    <Page
      wide
      eyebrow={eyebrow}
      title={words.editor.title(pick(draft.title), describeSoundness(findings, format, words))}
    >
      <PartLinks />
      <FormSurroundingsProvider value={{ items: draft.dataItems }}>
        <form ref={form} onSubmit={submit} noValidate>
          <div className={part === 'chung' ? undefined : styles.layout}>
            <SideList draft={draft} findings={findings} onChange={change} />
            <div className={styles.form}>
              {here.length > 0 && <FindingTable findings={here} />}
              <PartForm key={`${part} ${code ?? ''}`} draft={draft} onChange={change} />
            </div>
          </div>
          {editing.isError && <SaveProblem error={editing.error} />}
          <div className={styles.saveBar}>
            <Button type="submit" loading={editing.isPending} disabled={!isChanged}>
              {words.editor.save}
            </Button>
            <span role="status">
              {isChanged
                ? words.editor.unsaved
                : editing.isSuccess
                  ? words.editor.saved
                  : words.editor.noChange}
            </span>
          </div>
        </form>
      </FormSurroundingsProvider>
    </Page>
  );
};

const SaveProblem = ({ error }: { readonly error: unknown }) => {
  const { editor: words } = useMessages(frameworkMessages);
  return (
    <>
      <ProblemList error={error} />
      {toProblem(error).code === 'edit.conflict' && (
        <Button
          variant="default"
          onClick={() => {
            window.location.reload();
          }}
        >
          {words.reload}
        </Button>
      )}
    </>
  );
};

const PartLinks = () => {
  const { editor: words } = useMessages(frameworkMessages);
  const { part, params } = useEditorAddress();
  const names = { chung: words.general, 'chi-so': words.tree, 'so-lieu': words.items } as const;
  return (
    <nav aria-label={words.parts}>
      <ul className={styles.parts}>
        {PARTS.map((one) => (
          <li key={one}>
            <Link
              to="/bo-chi-so/khung/$code/$version/sua"
              params={params}
              search={{ phan: one }}
              {...(one === part && { 'aria-current': 'page' as const })}
            >
              {names[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

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

const useEntries = (draft: Framework, part: Part): readonly Entry[] => {
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

const SideList = ({ draft, findings, onChange }: SideListProps) => {
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

interface PartFormProps {
  readonly draft: Framework;
  readonly onChange: (draft: Framework) => void;
}

const PartForm = ({ draft, onChange }: PartFormProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { part, code, choose } = useEditorAddress();
  if (part === 'chung') {
    return (
      <FieldsForm fields={FRAMEWORK_FIELDS} omitted={EDITED_ELSEWHERE} thing={draft} onChange={onChange} />
    );
  }
  const item = part === 'so-lieu' && code !== undefined ? findDataItem(draft, code) : undefined;
  if (item) {
    return (
      <ItemEditor
        framework={draft}
        item={item}
        onChange={onChange}
        onChoose={(next) => {
          choose('so-lieu', next);
        }}
      />
    );
  }
  const component = part === 'chi-so' && code !== undefined ? findComponent(draft, code) : undefined;
  if (!component) {
    return <p className={styles.sentence}>{part === 'chi-so' ? words.chooseComponent : words.chooseItem}</p>;
  }
  return (
    <ComponentEditor
      framework={draft}
      component={component}
      onChange={onChange}
      onChoose={(next) => {
        choose('chi-so', next);
      }}
    />
  );
};
