import type { FaultDetails as Fault } from '../fault.ts';
import { type Failure, quoted } from './failure.ts';

/** Null where what happened has nothing to do with the API key. */
export function ofApiKey({ status, reason, said }: Failure): Fault | null {
  const code = 'google-api-key';
  const where = 'In Google Cloud console open APIs & Services, Credentials, the key';
  if (reason === 'API_KEY_INVALID' || status === 401) {
    return {
      code,
      what: 'Google does not accept the API key in MILEPOST_GOOGLE_API_KEY.',
      why: 'It has a slip, or was deleted.',
      fix: 'In Google Cloud console open APIs & Services, Credentials; choose Show key, and copy it whole.',
    };
  }
  if (reason === 'API_KEY_SERVICE_BLOCKED') {
    return {
      code,
      what: 'The API key in MILEPOST_GOOGLE_API_KEY may not be used for Google Sheets.',
      why: 'Its API restrictions do not name the Google Sheets API.',
      fix: `${where}; under “API restrictions” select Google Sheets API, and save.`,
    };
  }
  if (/^API_KEY_\w+_BLOCKED$/.test(reason)) {
    return {
      code,
      what: 'The API key in MILEPOST_GOOGLE_API_KEY may not be used from here.',
      why: `Its application restrictions shut this computer out${quoted(said)}.`,
      fix: `${where}; under “Application restrictions” choose None, or IP addresses with that of this computer, and save.`,
    };
  }
  return null;
}
