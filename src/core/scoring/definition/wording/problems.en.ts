import { fact, type ProblemWording } from './problem-wording.ts';

/** The English sentences about what is wrong with a framework or its file. */
export const englishProblems: ProblemWording = {
  'json-malformed': {
    what: (facts) =>
      facts.position === undefined
        ? 'The file is no valid JSON.'
        : `The file is no valid JSON from character ${fact(facts, 'position')} on.`,
    mend: 'Export the file again and edit that copy.',
  },
  'sheet-missing': {
    what: () => 'This sheet is missing.',
    mend: 'Add it again, from an export of the system.',
  },
  'sheet-unknown': {
    what: () => 'No sheet has this name.',
    mend: 'Give the sheet its proper name, or delete it.',
  },
  'column-unknown': {
    what: (facts) =>
      fact(facts, 'field') === ''
        ? 'The column has content and no field name in row 2.'
        : `There is no field “${fact(facts, 'field')}”.`,
    mend: 'Write the field name in row 2 as in an export, or delete the column.',
  },
  'column-repeated': {
    what: (facts) => `The field “${fact(facts, 'field')}” has two columns.`,
    mend: 'Keep one and delete the other.',
  },
  'field-repeated': {
    what: (facts) => `The field “${fact(facts, 'field')}” has two rows.`,
    mend: 'Keep one and delete the other.',
  },
  'cell-not-used': {
    what: (facts) => `The kind “${fact(facts, 'form')}” has no field “${fact(facts, 'field')}”.`,
    mend: 'Empty the cell, or choose the proper kind.',
  },
  'cells-merged': {
    what: () => 'These cells are merged, so that only the first of them has a content.',
    mend: 'Unmerge them and write into every cell what belongs there.',
  },
  'formula-in-cell': {
    what: () => 'The cell holds a formula.',
    mend: 'Replace it by its value (paste values).',
  },
  'error-in-cell': { what: () => 'The cell shows an error.', mend: 'Enter the proper value.' },
  'text-in-number-cell': {
    what: (facts) => `“${fact(facts, 'text')}” is no number.`,
    mend: 'Enter a number in a number cell.',
  },
  'number-not-whole': {
    what: (facts) => `${fact(facts, 'text')} is no whole number.`,
    mend: 'Enter a whole number.',
  },
  'share-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” is no share of the points.`,
    mend: 'Enter a number from 0 to 1, or a fraction as text such as 1/3.',
  },
  'day-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” is no day.`,
    mend: 'Write the day as 2026-12-31.',
  },
  'flag-malformed': {
    what: (facts) => `“${fact(facts, 'text')}” is neither true nor false.`,
    mend: 'Write TRUE or FALSE.',
  },
  'choice-unknown': {
    what: (facts) => `“${fact(facts, 'text')}” is not on the list.`,
    mend: 'Choose a value of the list.',
  },
  'owner-unknown': {
    what: (facts) => `There is no code “${fact(facts, 'owner')}”.`,
    mend: 'Write a code of the sheet “Chỉ số” or “Số liệu”.',
  },
  'path-unknown': {
    what: (facts) => `There is no place “${fact(facts, 'path')}” in “${fact(facts, 'owner')}”.`,
    mend: 'Write the place as in an export, such as rule.parts[2].rule, and keep the row of the part above.',
  },
  'path-repeated': {
    what: (facts) => `The place “${fact(facts, 'path')}” has two rows.`,
    mend: 'Number them anew, or delete one.',
  },
  'parent-unknown': {
    what: (facts) => `There is no group “${fact(facts, 'parent')}”.`,
    mend: 'Write the code of a row of the kind group, or leave it blank at the top.',
  },
  'parent-in-circle': {
    what: (facts) => `The component “${fact(facts, 'code')}” stands below itself.`,
    mend: 'Change the column “parent” so that no circle is left.',
  },
  'field-unknown': {
    what: (facts) => `There is no field “${fact(facts, 'field')}”.`,
    mend: 'Correct its name, or delete it.',
  },
  'field-missing': { what: (facts) => `“${fact(facts, 'field')}” is missing.`, mend: 'Add the value.' },
  'field-malformed': {
    what: (facts) => `“${fact(facts, 'field')}” is malformed: “${fact(facts, 'text')}”.`,
    mend: 'Write it as an export does; decimals as 12.5.',
  },
  'text-unstorable': {
    what: (facts) => `“${fact(facts, 'field')}” has a character that can’t be kept.`,
    mend: 'Delete the odd character and type it again.',
  },
  'component-code-repeated': {
    what: (facts) => `The component code “${fact(facts, 'about')}” is used twice.`,
    mend: 'Give each component a code of its own.',
  },
  'item-code-repeated': {
    what: (facts) => `The item code “${fact(facts, 'about')}” is used twice.`,
    mend: 'Give each data item a code of its own.',
  },
  'code-malformed': {
    what: (facts) => `The code “${fact(facts, 'about')}” has characters that can’t be used.`,
    mend: 'Use letters, digits, points and hyphens; no spaces, semicolons or slashes.',
  },
  'maximum-differs-from-children': {
    what: (facts) =>
      `The group’s maximum is ${fact(facts, 'stated')}, its components add up to ${fact(facts, 'sum')}.`,
    mend: 'Change the group’s maximum or those of its components.',
  },
  'total-differs-from-components': {
    what: (facts) =>
      `The total maximum is ${fact(facts, 'stated')}, the groups add up to ${fact(facts, 'sum')}.`,
    mend: 'Change the total or the maxima of the groups.',
  },
  'maximum-not-positive': {
    what: (facts) => `The maximum ${fact(facts, 'maximum')} is not above zero.`,
    mend: 'Enter a maximum above zero.',
  },
  'group-empty': { what: () => 'The group has no components.', mend: 'Add components or delete the group.' },
  'item-missing': {
    what: (facts) =>
      fact(facts, 'item') === ''
        ? 'No data item is chosen for the rule.'
        : `The rule reads the item “${fact(facts, 'item')}”, which the component does not declare.`,
    mend: 'Add the item to the framework and to the items of this component.',
  },
  'item-kind-unfit': {
    what: (facts) =>
      `The item “${fact(facts, 'item')}” is not of the kind that the rule needs: it can’t be evaluated.`,
    mend: 'Choose an item of the proper kind, or another rule.',
  },
  'item-not-used': {
    what: (facts) =>
      facts.item === undefined
        ? 'No component uses this data item.'
        : `The item “${facts.item}” is declared and the rule does not use it.`,
    mend: 'Delete it, so that nobody has to report it, or change the rule.',
  },
  'item-range-empty': {
    what: (facts) =>
      `The least value ${fact(facts, 'minimum')} is above the greatest ${fact(facts, 'maximum')}.`,
    mend: 'Correct the two bounds.',
  },
  'level-without-share': {
    what: (facts) => `The level “${fact(facts, 'level')}” has no share.`,
    mend: 'Add it to the rule; leave the share blank while it is unknown.',
  },
  'level-unknown': {
    what: (facts) => `The item has no level “${fact(facts, 'level')}”: nobody can reach it.`,
    mend: 'Add the level to the item, or take it out of the rule.',
  },
  'levels-out-of-order': {
    what: () => 'A lower level earns more than a higher one.',
    mend: 'Order the levels from best to lowest and check their shares.',
  },
  'share-above-one': {
    what: (facts) => `The shares come to ${facts.sum ?? facts.share ?? ''}, above 1.`,
    mend: 'Lower the shares so that they add up to 1.',
  },
  'shares-below-one': {
    what: (facts) => `The shares add up to ${fact(facts, 'sum')} only: nobody reaches full points.`,
    mend: 'Raise the shares so that they add up to 1.',
  },
  'threshold-not-positive': {
    what: (facts) => `The threshold ${fact(facts, 'threshold')} is not above zero.`,
    mend: 'Enter a threshold above zero.',
  },
  'threshold-unreachable': {
    what: (facts) =>
      `The threshold ${fact(facts, 'threshold')} is above the highest possible value (${fact(facts, 'highest')}): nobody reaches full points.`,
    mend: 'Lower the threshold, or correct the bounds of the item.',
  },
  'tier-unreachable': {
    what: (facts) =>
      `The tiers do not rise, or lie outside the measure (${fact(facts, 'bounds')}): one can’t be reached.`,
    mend: 'Put the tiers in rising order and drop those that are too many.',
  },
  'rule-without-parts': {
    what: () => 'The rule has no parts and can’t be evaluated.',
    mend: 'Add at least one part.',
  },
  'measure-without-items': {
    what: () => 'The measure has neither a fraction nor a rate and can’t be evaluated.',
    mend: 'Choose a numerator and a denominator, or a rate.',
  },
  'evidence-missing': {
    what: () => 'No evidence is asked for, so that nothing can be appraised.',
    mend: 'Name the documents that prove it, in both languages.',
  },
  'lead-agency-missing': {
    what: () => 'No agency leads, so that nobody has to report.',
    mend: 'Assign a lead agency.',
  },
  'agency-not-registered': {
    what: (facts) =>
      `“${fact(facts, 'agency')}” is not in the register of organizations, so that nobody sees this as theirs.`,
    mend: 'Choose an organization of the register.',
  },
  'text-missing': { what: () => 'The name lacks a language.', mend: 'Write it in Vietnamese and English.' },
  'example-not-given': {
    what: (facts) => `The rule does not give the ${fact(facts, 'printed')} points that a document prints.`,
    mend: 'Check the rule or the example.',
  },
  'validity-reversed': { what: () => 'It ends before it begins.', mend: 'Correct the two days.' },
  'rule-unknown': {
    what: () => 'A part of the rule is unknown: points may be a range.',
    mend: 'Complete it once the text is at hand.',
  },
};
