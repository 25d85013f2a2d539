/** Everyone at Kildevand whom the plan knows, by first name. All of them are invented. */
export const NAMES = {
  Ingrid: 'Ingrid Solvane',
  Tomasz: 'Tomasz Wielgor',
  Priya: 'Priya Nandakar',
  Jonas: 'Jonas Ekelind',
  Fatou: 'Fatou Diarrasen',
  Mateo: 'Mateo Quirindo',
  Hanae: 'Hanae Morishiro',
  Claire: 'Claire Vaubrun',
  Emil: 'Emil Rasktoft',
  Lotte: 'Lotte Bruunshøj',
  Kwame: 'Kwame Asantofi',
  Elif: 'Elif Karadere-Holm',
  Sergio: 'Sergio Valdemora',
  Rasmus: 'Rasmus Tvedegaard',
  Noor: 'Noor El-Bachari',
  Dagny: 'Dagny Holmquern',
  Piotr: 'Piotr Zaleszko',
  Anneke: 'Anneke van Dorrestijn',
  Malik: 'Malik Oyelabi',
  Siri: 'Siri Lundgaarden',
  WeiLin: 'Wei-Lin Chenberg',
  Aoife: 'Aoife Carrowmoor',
  Bao: 'Bao Trinh-Lund',
  Marta: 'Marta Quelhoza',
  Henrik: 'Henrik Stavnesby',
} as const;

export type FirstName = keyof typeof NAMES;

interface SamplePerson {
  readonly name: FirstName;
  readonly team: string;
  readonly role: string;
  readonly skills: string;
  readonly part: string;
}

function person(name: FirstName, team: string, role: string, skills: string, part: string): SamplePerson {
  return { name, team, role, skills, part };
}

export const PEOPLE: readonly SamplePerson[] = [
  person(
    'Ingrid',
    'Hospitals',
    'Team leader',
    'hospital hygiene, negotiation, public tenders',
    'Keeps the chief physician, the nurses and us on the same page',
  ),
  person(
    'Tomasz',
    'Hospitals',
    'Water engineer',
    'pipework survey; commissioning',
    'Knows where each pipe goes before we promise anything',
  ),
  person(
    'Priya',
    'Hospitals',
    'Microbiologist',
    'legionella control, lab reading, hospital hygiene',
    'Turns lab sheets into one sentence that a ward nurse can use',
  ),
  person(
    'Jonas',
    'Hospitals',
    'Account manager',
    'dialysis water, negotiation',
    'The one whom Nordlyng rings first',
  ),
  person(
    'Fatou',
    'Hospitals',
    'Project lead',
    'commissioning, night work planning',
    'Makes each switch-over a quiet night',
  ),
  person(
    'Mateo',
    'Hotels & Resorts',
    'Team leader',
    'hospitality, negotiation',
    'Sees the stay through the eyes of the guest',
  ),
  person(
    'Hanae',
    'Hotels & Resorts',
    'Guest experience',
    'hospitality, taste panels, guest surveys',
    'Finds out what guests notice, and what they do not',
  ),
  person(
    'Claire',
    'Hotels & Resorts',
    'Account manager',
    'group contracts, sustainability reporting',
    'Walks the contract through the group’s head office',
  ),
  person(
    'Emil',
    'Hotels & Resorts',
    'Water engineer',
    'commissioning, scale control, pipework survey',
    'Switches a resort over between check-out and check-in',
  ),
  person(
    'Lotte',
    'Food & Drink',
    'Team leader',
    'food safety, negotiation',
    'Holds the line between what is wished for and what is safe',
  ),
  person(
    'Kwame',
    'Food & Drink',
    'Process engineer',
    'rinse validation, commissioning',
    'Makes line 2 the proof for all the other lines',
  ),
  person(
    'Elif',
    'Food & Drink',
    'Regulatory lead',
    'food law\nlabelling\nfood safety',
    'Gets the stamp, and knows who holds it',
  ),
  person(
    'Sergio',
    'Food & Drink',
    'Account manager',
    'purchasing, shelf-life testing',
    'Brings purchasing and quality to one table',
  ),
  person(
    'Rasmus',
    'Housing',
    'Team leader',
    'housing boards, negotiation',
    'Faces the boards, in good weeks and in bad ones',
  ),
  person(
    'Noor',
    'Housing',
    'Tenant liaison',
    'tenant communication, languages',
    'Says it so that every stairwell understands it',
  ),
  person(
    'Dagny',
    'Housing',
    'Installer lead',
    'commissioning, pipework survey',
    'Runs the two vans and the six people in them',
  ),
  person('Piotr', 'Housing', 'Planner', 'access planning', 'Gets the keys before the van leaves'),
  person(
    'Anneke',
    'Pools & Baths',
    'Team leader',
    'public tenders, negotiation',
    'Opens a door that no one here has been through before',
  ),
  person(
    'Malik',
    'Pools & Baths',
    'Pool engineer',
    'pool hydraulics, commissioning',
    'Rebuilds the plant room on paper first',
  ),
  person(
    'Siri',
    'Pools & Baths',
    'Community lead',
    'swimmer panels',
    'Asks the swimmers, the schools and the lifeguards',
  ),
  person(
    'WeiLin',
    'Pools & Baths',
    'Analyst',
    'energy audit, lab reading',
    'Shows what a warm, clear pool costs an hour',
  ),
  person(
    'Aoife',
    'Service & Renewals',
    'Team leader',
    'renewals, service design',
    'Remembers what we promised, to whom, and when',
  ),
  person(
    'Bao',
    'Service & Renewals',
    'Field technician',
    'commissioning, remote sensors',
    'Is there before the customer notices',
  ),
  person(
    'Marta',
    'Service & Renewals',
    'Customer success',
    'customer training, renewals, dialysis water',
    'Teaches each site to look after its own water',
  ),
  person(
    'Henrik',
    'Service & Renewals',
    'Data engineer',
    'remote sensors, alarms, lab reading',
    'Lets the sensors speak in plain words',
  ),
];
