import { Button } from '@mantine/core';
import { v7 as newId } from 'uuid';
import type {
  TemplatePlaceView,
  TemplateVersion,
} from '#features/official-document/template/template-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { previewAddress, templateFileAddress, useChooseTemplate } from './queries.ts';
import { templateMessages } from './template-messages.ts';

/** Every version of every template of a place; one is chosen, or the delivered layout again. */
export const TemplateVersions = ({ view }: { readonly view: TemplatePlaceView }) => {
  const words = useMessages(templateMessages).versions;
  const format = useFormat();
  const { chosen, choiceVersion, newestPaper, templates } = view;
  const choose = useChooseTemplate({ organization: view.organization.code, kind: view.kind });
  const use = (templateId: string | null) => choose.mutate({ templateId, choiceVersion, writeId: newId() });
  const stateOf = ({ id, name, version }: TemplateVersion) =>
    id === chosen ? (
      <StateBadge tone="good">{words.used}</StateBadge>
    ) : (
      <Button
        variant="default"
        size="xs"
        disabled={choose.isPending}
        aria-label={words.useThis(name, format.number(version))}
        onClick={() => use(id)}
      >
        {words.use}
      </Button>
    );
  return (
    <Section title={words.title}>
      {choose.isError && <ErrorState error={choose.error} />}
      {templates.length === 0 && <p>{words.empty}</p>}
      {templates.length > 0 && (
        <FigureTable
          caption={words.title}
          rows={templates}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: words.name, cell: ({ name }) => name },
            {
              key: 'version',
              title: words.version,
              kind: 'figure',
              cell: ({ version }) => format.number(version),
            },
            {
              key: 'file',
              title: words.file,
              cell: ({ id, fileName }) => (
                <a href={templateFileAddress(id)} download>
                  {fileName}
                </a>
              ),
            },
            {
              key: 'preview',
              title: words.preview,
              cell: ({ id }) =>
                newestPaper && (
                  <a
                    href={previewAddress(id, newestPaper.id)}
                    download
                    aria-label={words.previewOf(newestPaper.title)}
                  >
                    {words.preview}
                  </a>
                ),
            },
            {
              key: 'uploadedAt',
              title: words.uploadedAt,
              cell: ({ uploadedAt }) => format.instant(uploadedAt),
            },
            { key: 'uploadedBy', title: words.uploadedBy, cell: ({ uploadedBy }) => uploadedBy },
            { key: 'state', title: words.state, cell: stateOf },
          ]}
        />
      )}
      {chosen !== null && (
        <div>
          <Button variant="default" disabled={choose.isPending} onClick={() => use(null)}>
            {words.deliver}
          </Button>
        </div>
      )}
    </Section>
  );
};
