import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetRevision } from '#features/asset-register/contract.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './asset-register.module.css';
import { listRevisionChanges } from './revision-changes.ts';
import { useWording } from './use-wording.ts';

interface EntryHistoryProps {
  readonly register: AssetRegister;
  readonly history: readonly AssetRevision[];
}

/** Every edit of an entry: by whom, when, and what it changed. */
export const EntryHistory = ({ register, history }: EntryHistoryProps) => {
  const wording = useWording();
  const { words, format } = wording;
  const rows = history.map((revision, place) => ({
    revision,
    changes: listRevisionChanges(register, history[place + 1], revision, wording),
  }));
  return (
    <Section title={words.historyTitle} lead={words.historyLead}>
      <FigureTable
        caption={words.historyCaption}
        rows={rows}
        rowKey={({ revision }) => String(revision.version)}
        columns={[
          {
            ...{ key: 'version', title: words.version, width: '4rem' },
            cell: ({ revision }) => format.number(revision.version),
          },
          { key: 'when', title: words.when, cell: ({ revision }) => format.instant(revision.at) },
          { key: 'who', title: words.who, cell: ({ revision }) => revision.by ?? words.loaded },
          {
            ...{ key: 'what', title: words.what },
            cell: ({ revision, changes }) => (
              <ul className={styles.list}>
                <li>{words.revisions[revision.kind]}</li>
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            ),
          },
          { key: 'reason', title: words.reason, cell: ({ revision }) => revision.reason ?? '' },
        ]}
      />
    </Section>
  );
};
