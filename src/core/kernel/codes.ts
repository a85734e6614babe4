/**
 * Every refusal the system can give, with the HTTP status that carries it.
 * A code is stable: clients and dictionaries rely on it. Each dictionary must have a sentence for each code.
 */
export const REFUSAL_STATUS = {
  'request.invalid': 400,
  'request.too-large': 413,
  'session.required': 401,
  'session.invalid-credentials': 401,
  'session.too-many-attempts': 429,
  'request.too-many': 429,
  'request.cancelled': 499,
  'request.foreign-origin': 403,
  'access.denied': 403,
  'record.not-found': 404,
  'edit.conflict': 409,
  'value.malformed': 422,
  'value.out-of-range': 422,
  'value.numerator-exceeds-denominator': 422,
  'file.missing': 422,
  'file.unreadable': 422,
  'file.empty': 422,
  'file.too-large': 413,
  'file.binary': 422,
  'file.unknown-encoding': 422,
  'file.unsupported-kind': 422,
  'file.not-a-plan': 422,
  'file.too-complex': 422,
  'plan-import.already-accepted': 409,
  'plan-import.discarded': 409,
  'plan-import.unknown-item': 422,
  'document.text-not-imported': 404,
  'organization.alias-taken': 409,
  'framework.invalid': 422,
  'index.not-assessed': 422,
  'account.username-taken': 409,
  'account.malformed-username': 422,
  'account.weak-password': 422,
  'server.unavailable': 503,
  'server.error': 500,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUS;
