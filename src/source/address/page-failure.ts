import { type Asked, Failure, unreachable } from './failure.ts';

const LOGIN_HOST = /^(?:login|signin|sso|auth|idp|adfs|accounts)\./i;
const LOGIN_PATH = /\b(?:log-?in|sign-?in|ServiceLogin|authenticate|oauth2?|saml2?|adfs)\b/i;
const PASSWORD_FIELD = /<input\b[^>]*\btype\s*=\s*["']?password\b/i;

/** The failure of a web page that came in place of a workbook: mostly one that asks to sign in. */
export function pageFailure(page: string, url: URL, asked: Asked): Failure {
  const asksToSignIn =
    LOGIN_HOST.test(url.hostname) || LOGIN_PATH.test(url.pathname) || PASSWORD_FIELD.test(page);
  if (asksToSignIn) {
    return new Failure(
      unreachable({
        code: 'address-login',
        what: `The login page of ${url.host} came in place of ${asked.file}.`,
        why:
          url.host === asked.host
            ? 'The host gives it only to people who are signed in.'
            : `${asked.host} gives it only to people who are signed in, and sends all others there.`,
        fix: asked.sharing,
      }),
    );
  }
  return new Failure(
    unreachable({
      code: 'address-page',
      what: `A web page of ${url.host} came in place of ${asked.file}.`,
      why: 'The address leads to a page about the workbook, or to one that says why it is not given out, and not to the workbook itself.',
      fix: `Open the address in a private window of a browser, and pass the address from which the browser downloads the workbook. ${asked.sharing}`,
    }),
  );
}
