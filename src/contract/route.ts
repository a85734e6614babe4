import type { z } from 'zod';
import type { Action } from '#core/access/permissions.ts';
import type { RefusalCode } from '#core/kernel/codes.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One endpoint, described once: the server validates with it, OpenAPI is made from it, the web client is typed by it.
 * Schemas describe and never transform, so that both sides see the same value.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  /** Path under `/api/v1`, with parameters as `:name`. */
  readonly path: `/${string}`;
  /** Stable name of the operation in OpenAPI, `verbNoun`. */
  readonly operationId: string;
  readonly summary: string;
  /**
   * `public` needs no session; `token` takes a bearer token that the use case checks, and never a session; otherwise the
   * action that the policy function is asked about.
   */
  readonly access: 'public' | 'token' | Action;
  readonly params?: Params;
  readonly query?: Query;
  /** JSON body; `multipart` when the route takes one uploaded file named `file`. */
  readonly body?: Body | 'multipart';
  /** How large an uploaded file may be: as large as evidence may, by the operator's setting; else as plans and forms may. */
  readonly fileLimit?: 'evidence';
  readonly response: Response;
  /** The answer is a file to save (`FileAnswer`) instead of JSON. */
  readonly answers?: 'file';
  /** Refusals beside those of every route (invalid request, no session, denied). */
  readonly refusals?: readonly RefusalCode[];
  /** Version of the product in which the route appeared. */
  readonly since: string;
}

/** Declares a route and keeps its exact types. */
export const route = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  definition: Route<Params, Query, Body, Response>,
): Route<Params, Query, Body, Response> => definition;
