import type { PaperView } from '#features/official-document/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { paperMessages } from './messages.ts';
import { paperFileAddress } from './queries.ts';

/** A document as it was made and as it was numbered and signed since. */
export const RenderingTable = ({ paper }: { readonly paper: PaperView }) => {
  const { renderings: words, issue, madeAt, madeBy } = useMessages(paperMessages);
  const format = useFormat();
  return (
    <Section title={words.title} lead={words.lead}>
      <FigureTable
        caption={words.title}
        rows={paper.renderings}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', title: words.version, cell: ({ version }) => format.number(version) },
          {
            key: 'number',
            title: words.number,
            cell: ({ number }) => (number === null ? words.none : `${String(number)}/${paper.series}`),
          },
          {
            key: 'issuedOn',
            title: words.issuedOn,
            cell: ({ issuedOn }) => (issuedOn === null ? '' : format.day(issuedOn)),
          },
          { key: 'signer', title: words.signer, cell: ({ signing }) => signing?.signer ?? '' },
          {
            key: 'template',
            title: words.template,
            cell: ({ template }) =>
              template === null
                ? issue.delivered
                : issue.templateOf(template.name, format.number(template.version)),
          },
          { key: 'madeAt', title: madeAt, cell: (one) => format.instant(one.madeAt) },
          { key: 'madeBy', title: madeBy, cell: (one) => one.madeBy },
          ...(paper.isLong
            ? []
            : [
                {
                  key: 'files',
                  title: words.files,
                  cell: ({ version }: { readonly version: number }) => (
                    <>
                      <a href={paperFileAddress(paper.id, 'docx', version)} download>
                        Word
                      </a>{' '}
                      <a href={paperFileAddress(paper.id, 'pdf', version)} download>
                        PDF
                      </a>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
};
