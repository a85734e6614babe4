import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Route } from '#contract/route.ts';
import { cleanTexts, listTextProblems, tidyFileName } from './request-text.ts';
import type { RequestInput, UploadedFile } from './handler.ts';

/** A member of the request that is not as the contract says. */
interface FieldProblem {
  readonly field: string;
  /** What kind of problem, as the validator names it: `invalid_type`, `too_small`. */
  readonly problem: string;
}

type Issue = z.core.$ZodIssue;

const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

/** The issues of the form that was meant, where a body may have one of several: the one that it follows farthest. */
const listMeantIssues = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.toSorted((one, other) => depthOf(other) - depthOf(one) || one.length - other.length)[0] ?? [];

const listFieldProblems = (place: string, issues: readonly Issue[]): readonly FieldProblem[] =>
  issues.flatMap((issue): readonly FieldProblem[] => {
    const field = [place, ...issue.path.map(String)].join('.');
    const meant = issue.code === 'invalid_union' ? listMeantIssues(issue.errors) : [];
    if (meant.length > 0) return listFieldProblems(field, meant);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: `${field}.${key}`, problem: issue.code }))
      : [{ field, problem: issue.code }];
  });

// What a body says beyond its contract was meant to set something that it may not set.
const strictly = (place: string, schema: z.ZodType): z.ZodType =>
  place === 'body' && schema instanceof z.ZodObject && schema.def.catchall === undefined
    ? schema.strict()
    : schema;

/** The members of a refused body that its contract does not have. */
export const listForeignMembers = ({ details }: Refusal): readonly string[] =>
  ((details.fields ?? []) as readonly FieldProblem[])
    .filter(({ problem }) => problem === 'unrecognized_keys')
    .map(({ field }) => field);

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE';

const readFile = async (request: FastifyRequest, limitBytes: number): Promise<UploadedFile | Refusal> => {
  if (!request.isMultipart()) return refuse('file.missing');
  const part = await request.file({ limits: { fileSize: limitBytes } });
  if (!part) return refuse('file.missing');
  const content = await part.toBuffer().catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === TOO_LARGE) return undefined;
    throw error;
  });
  // The library may also cut a file off at its limit without a word.
  if (!content || part.file.truncated) return refuse('file.too-large', { limitBytes });
  const name = tidyFileName(part.filename);
  return name === '' ? refuse('file.missing', { field: 'name' }) : { name, content };
};

/** Reads the parts of a request as its contract says, or refuses with every field that is wrong. */
export const readInput = async (
  route: Route,
  request: FastifyRequest,
  fileLimitBytes: number,
): Promise<RequestInput<Route> | Refusal> => {
  const given = { params: request.params, query: request.query, body: request.body };
  const problems: FieldProblem[] = [];
  const parse = (place: keyof typeof given): unknown => {
    const schema = route[place];
    if (schema === undefined || schema === 'multipart') return undefined;
    const unfit = listTextProblems(given[place], place);
    problems.push(...unfit);
    if (unfit.some(({ problem }) => problem === 'too_deep')) return undefined;
    const result = strictly(place, schema).safeParse(cleanTexts(given[place]) ?? {});
    if (!result.success) problems.push(...listFieldProblems(place, result.error.issues));
    return result.data;
  };
  const parsed = { params: parse('params'), query: parse('query'), body: parse('body') };
  if (problems.length > 0) return refuse('request.invalid', { fields: problems });
  if (route.body !== 'multipart') return { ...parsed, file: undefined };
  const file = await readFile(request, fileLimitBytes);
  return 'refused' in file ? file : { ...parsed, file };
};
