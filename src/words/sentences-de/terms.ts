const DEFINITE = { der: 'den', die: 'die', das: 'das' } as const;
const EACH = { der: 'jeder', die: 'jede', das: 'jedes' } as const;
const NO = { der: 'kein', die: 'keine', das: 'kein' } as const;
const NO_OBJECT = { der: 'keinen', die: 'keine', das: 'kein' } as const;
const THIS_OBJECT = { der: 'diesen', die: 'diese', das: 'dieses' } as const;

/**
 * A noun and its forms, each under the masculine article or the like: `goal:den` is „das Ziel“ as an object.
 * @param genitive with its article
 * @param object the noun as an object, where that changes it
 */
function forms(
  english: string,
  noun: string,
  article: 'der' | 'die' | 'das',
  genitive: string,
  plural: string,
  object = noun,
): Record<string, string> {
  return {
    [english]: noun,
    [`${english}:der`]: `${article} ${noun}`,
    [`${english}:Der`]: `${capital(article)} ${noun}`,
    [`${english}:des`]: genitive,
    [`${english}:eines`]: genitive.replace('d', 'ein'),
    [`${english}:den`]: `${DEFINITE[article]} ${object}`,
    [`${english}:diesen`]: `${THIS_OBJECT[article]} ${object}`,
    [`${english}:jeder`]: `${EACH[article]} ${noun}`,
    [`${english}:Kein`]: `${capital(NO[article])} ${noun}`,
    [`${english}:keinen`]: `${NO_OBJECT[article]} ${object}`,
    [`${english}:plural`]: plural,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words that stand in sentences, and their forms. Every word for a row has every form that a sentence asks for. */
export const TERMS: Readonly<Record<string, string>> = {
  ...forms('team', 'Team', 'das', 'des Teams', 'Teams'),
  ...forms('person', 'Person', 'die', 'der Person', 'Personen'),
  ...forms('customer', 'Kunde', 'der', 'des Kunden', 'Kunden', 'Kunden'),
  ...forms('goal', 'Ziel', 'das', 'des Ziels', 'Ziele'),
  ...forms('milestone', 'Meilenstein', 'der', 'des Meilensteins', 'Meilensteine'),
  ...forms('action', 'Aktion', 'die', 'der Aktion', 'Aktionen'),
  ...forms('update', 'Meldung', 'die', 'der Meldung', 'Meldungen'),
  ...forms('measure', 'Messgröße', 'die', 'der Messgröße', 'Messgrößen'),
  ...forms('setting', 'Einstellung', 'die', 'der Einstellung', 'Einstellungen'),

  // What a value should have been.
  day: 'Tag',
  'day:kein': 'kein Tag',
  number: 'Zahl',
  'number:kein': 'keine Zahl',
  share: 'Anteil',
  'share:kein': 'kein Anteil',
  value: 'Wert',
  'value:kein': 'kein Wert',

  'not started': 'nicht begonnen',
  'in progress': 'in Arbeit',
  blocked: 'blockiert',
  done: 'erledigt',
  'not done': 'nicht erledigt',
  dropped: 'gestrichen',
  'on track': 'im Plan',
  'at risk': 'gefährdet',
  'off track': 'nicht im Plan',

  'course correction': 'Kurskorrektur',
  decision: 'Entscheidung',
  risk: 'Risiko',
  opportunity: 'Chance',
  news: 'Neuigkeit',

  // The fields of goals, milestones and actions, by the name that their columns have in the template.
  id: '„ID“',
  forCustomer: '„For the customer“',
  forUs: '„For us“',
  owner: '„Owner“',
  start: '„Start“',
  due: '„Due“',
  doneOn: '„Done on“',
  unit: '„Unit“',
  baseline: '„Baseline“',
  target: '„Target“',
  current: '„Current“',
  weight: '„Weight“',
  priority: '„Priority“',
  status: '„Status“',
  notes: '„Notes“',
  link: '„Link“',
  kind: '„Kind“',
  progress: '„Progress“',
  promisedTo: '„Promised to“',
};
