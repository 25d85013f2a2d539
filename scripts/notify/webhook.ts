import { UsageFault } from '../fault.ts';

export const FORMATS = ['slack', 'teams', 'json'] as const;
export type WebhookFormat = (typeof FORMATS)[number];

/** Where people are told. The address is a secret: whoever knows it can write there. */
export interface Webhook {
  readonly address: URL;
  readonly format: WebhookFormat;
}

const SLACK = /^hooks\.slack(-gov)?\.com$/;
const TEAMS = /(^|\.)(webhook\.office\.com|logic\.azure\.(com|us|cn)|powerplatform\.(com|us))$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The webhook that the environment names; null where it names none. Throws a UsageFault, which does not show the
 * address, where it cannot be used.
 */
export function webhookOf(env: Readonly<Record<string, string | undefined>>): Webhook | null {
  const text = env.MILEPOST_WEBHOOK?.trim() ?? '';
  if (text === '') return null;
  const address = URL.canParse(text) ? new URL(text) : null;
  const isSafe =
    address?.protocol === 'https:' || (address?.protocol === 'http:' && LOOPBACK.test(address.hostname));
  if (address === null || !isSafe) {
    throw new UsageFault(
      'MILEPOST_WEBHOOK is no https address.',
      'Set it to the whole address of the webhook, as the service shows it when the webhook is made.',
    );
  }
  if (address.username !== '' || address.password !== '') {
    throw new UsageFault(
      'MILEPOST_WEBHOOK has a user name or a password in it, which is not sent.',
      'Set it to an address without them.',
    );
  }
  return { address, format: formatOf(env.MILEPOST_WEBHOOK_FORMAT?.trim() ?? '', address.hostname) };
}

function formatOf(wished: string, host: string): WebhookFormat {
  if (wished === '') return SLACK.test(host) ? 'slack' : TEAMS.test(host) ? 'teams' : 'json';
  const format = FORMATS.find((each) => each === wished.toLowerCase());
  if (format !== undefined) return format;
  throw new UsageFault(
    `MILEPOST_WEBHOOK_FORMAT is “${wished}”, which is no format.`,
    `Set it to ${FORMATS.join(', ')}, or leave it out: then the host of the address decides.`,
  );
}
