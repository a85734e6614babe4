import type { SameShape } from '#web/i18n/messages.ts';
import { fieldWords } from './field-words.en.ts';
import type { vi } from './template-messages.vi.ts';

/** The English texts of templates of documents. */
export const en: SameShape<typeof vi> = {
  title: 'Templates of the office',
  back: 'Official documents',
  findingOwn: (kind, name, version) => `${kind}: laid out by the template “${name}”, version ${version}`,
  findingDelivered: (kind) => `${kind}: laid out as delivered`,
  lead: 'An office lays out its documents by a Word file of its own: what stands in braces is filled with the data. Documents that were made keep the template that they were made by.',
  loading: 'Loading the templates',
  kind: 'Kind of document',
  organization: 'Agency',
  start: {
    title: 'Begin from the delivered layout',
    lead: 'Download it, edit it in Word and upload it. Keep the places {…}; delete those that you do not need.',
    download: 'Download the template to edit (.docx)',
  },
  upload: {
    title: 'Upload a template',
    lead: 'A template is checked before it is taken: placeholders, lists, outside links, macros. One with the name of another becomes its next version.',
    name: 'Name of the template',
    nameMissing: 'Enter a name before you choose a file.',
    choose: 'Choose a .docx file',
    sending: 'Checking the template',
    accepted:
      'The template has passed the check and is kept. Choose “Use this” for documents made from now on.',
  },
  problems: {
    title: 'What to mend in the template',
    placeholder: 'Placeholder',
    fault: 'Fault',
    place: 'Place',
    around: 'Words around it',
    paragraph: (number) => `paragraph ${number}`,
    cell: (table, row, column) => `table ${table}, row ${row}, column ${column}`,
    parts: { text: 'text', header: 'header', footer: 'footer' },
    faults: {
      unclosed: 'The closing } is missing.',
      unopened: 'A } too many, or the opening { is missing.',
      malformed: 'Braces hold a name alone: letters without accents, digits and underscores.',
      unknown: 'No placeholder has this name; see the table of placeholders below.',
      'unknown-here': 'This placeholder can only be used within its list.',
      'list-in-list': 'This list cannot stand inside another one.',
      'list-as-value': 'This is a list: write {#name} … {/name}.',
      'list-not-ended': 'A list is begun by {#…} and not ended by {/…}.',
      'list-not-begun': 'A list is ended by {/…} and was not begun by {#…}.',
      'lists-crossed': 'Two lists end in the wrong order: what begins later ends first.',
      'list-across':
        'Begin and end of the list stand where nothing can be repeated: put both outside of tables, or both into one table.',
      unfillable:
        'What stands between can’t be repeated; put begin and end of the list into paragraphs of their own.',
    },
  },
  versions: {
    title: 'Uploaded templates',
    empty: 'No template has been uploaded for this kind of document.',
    name: 'Template',
    version: 'Version',
    file: 'File',
    uploadedAt: 'Uploaded at',
    uploadedBy: 'Uploaded by',
    state: 'In use',
    used: 'In use',
    use: 'Use this',
    useThis: (name, version) => `Use the template ${name}, version ${version}`,
    preview: 'Try it',
    previewOf: (title) => `Try it on the newest document: ${title}`,
    deliver: 'Back to the delivered layout',
  },
  fields: {
    title: 'Placeholders',
    lead: 'Write {name} to be filled; a NAME in capitals is filled with capitals. {#list} … {/list} repeats what stands between for each member; {^list} … {/list} is shown when the list is empty.',
    name: 'Placeholder',
    meaning: 'Meaning',
    within: 'Within the list',
  },
  words: fieldWords,
};
