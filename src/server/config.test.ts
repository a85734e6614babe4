import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any variable the demonstration is served on this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    profile: 'demonstration',
    logLevel: 'warn',
  });
});

test('a variable set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

test('all problems are named at once', () => {
  const wrong = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://here',
    SENSO_PROFILE: 'test',
    SENSO_LOG_LEVEL: 'loud',
  };
  const read = () => readConfig(wrong);
  for (const name of Object.keys(wrong)) expect(read).toThrow(name);
});

test.each(['65536', '-1', '3.5', 'NaN'])('the port %s is refused', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow('PORT');
});

test('the demonstration, whose passwords are public, does not listen to others', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('HOST');
  expect(readConfig({ HOST: '0.0.0.0', SENSO_PROFILE: 'production' }).host).toBe('0.0.0.0');
});

test.each([
  [undefined, 0],
  ['no', 0],
  ['yes', 1],
  ['2', 2],
])('behind %s proxies, %i hops are believed', (given, hops) => {
  expect(readConfig(given === undefined ? {} : { SENSO_BEHIND_PROXY: given }).proxyHops).toBe(hops);
});

test.each(['0', '-1', 'true', '10'])('%s is no number of proxies', (SENSO_BEHIND_PROXY) => {
  expect(() => readConfig({ SENSO_BEHIND_PROXY })).toThrow('SENSO_BEHIND_PROXY');
});

test('letters go over an encrypted way, but for a mail server on this machine, and say where they lead', () => {
  const mailOf = (SENSO_SMTP_URL: string, more = {}) =>
    readConfig({
      ...{ SENSO_SMTP_URL, SENSO_SMTP_FROM: 'senso@dongthap.gov.vn' },
      ...{ SENSO_PUBLIC_URL: 'https://senso.dongthap.gov.vn/', ...more },
    }).mail;
  expect(mailOf('smtp://sen:m%E1%BA%ADt@thu.dongthap.gov.vn')).toEqual({
    ...{ host: 'thu.dongthap.gov.vn', port: 587, isImplicitTls: false, requiresTls: true },
    ...{ login: { user: 'sen', password: 'mật' }, from: 'senso@dongthap.gov.vn' },
    publicUrl: 'https://senso.dongthap.gov.vn',
  });
  expect(mailOf('smtps://thu.dongthap.gov.vn')).toMatchObject({ port: 465, isImplicitTls: true });
  expect(mailOf('smtp://localhost:25')).toMatchObject({ requiresTls: false, login: undefined });
  expect(mailOf('smtp://thu:25', { SENSO_SMTP_TLS: 'optional' })).toMatchObject({ requiresTls: false });
  expect(readConfig({}).mail).toBeUndefined();
  expect(() => readConfig({ SENSO_SMTP_URL: 'smtp://thu' })).toThrow('SENSO_PUBLIC_URL');
  expect(() => readConfig({ SENSO_SMTP_URL: 'thu:25' })).toThrow('SENSO_SMTP_URL');
});
