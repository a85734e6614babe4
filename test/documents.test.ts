import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** Paths of this project that a document names: `src/…`, `data/…`, `docs/…`; patterns with < > or * are left out. */
const pathsNamedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|data|docs|test|e2e|bench|scripts)\/[^`\s]*)`/gu)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/[<>*{]|NNNN/u.test(path));

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map((match) => match[1] ?? '');

describe('the documents of the project', () => {
  it.each(DOCUMENTS)('%s names only paths that exist', (name) => {
    const text = readFileSync(name, 'utf8');
    expect([...pathsNamedIn(text), ...linksIn(text)].filter((path) => !existsSync(path))).toEqual([]);
  });

  it('lists every decision, in the order of their numbers', () => {
    const index = readFileSync('docs/adr/README.md', 'utf8');
    const decisions = readdirSync('docs/adr').filter((name) => /^\d{4}-/u.test(name));
    expect([...index.matchAll(/\]\((\d{4}-[^)]+)\)/gu)].map(([, name]) => name)).toEqual(
      decisions.toSorted(),
    );
  });
});

describe('the glossary', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|sql)$/u.test(name))
    .map((name) => readFileSync(`src/${name}`, 'utf8').toLowerCase())
    .join('\n');
  const identifiers = readFileSync('docs/domain/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!-|Vietnamese)/u.test(line))
    .flatMap((line) => (line.split('|')[3] ?? '').split(','))
    .map((identifier) => identifier.trim())
    .filter((identifier) => identifier !== '');

  it('gives only identifiers that the code uses', () => {
    expect(identifiers.length).toBeGreaterThan(50);
    expect(identifiers.filter((identifier) => !sources.includes(identifier.toLowerCase()))).toEqual([]);
  });
});
