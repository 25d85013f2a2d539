import type { Words } from './en.ts';

const rowsOf = (count: number) => (count === 1 ? 'Eine Zeile der Tabelle' : `${count} Zeilen der Tabelle`);

/** Alle Wörter der Seiten auf Deutsch. */
export const de: Words = {
  language: 'de',

  status: {
    'on track': 'im Plan',
    'at risk': 'gefährdet',
    'off track': 'nicht im Plan',
    'not started': 'nicht begonnen',
    done: 'erledigt',
    dropped: 'gestrichen',
  },

  page: {
    skip: 'Zum Inhalt springen',
    main: 'Hauptmenü',
    menu: {
      overview: 'Überblick',
      timeline: 'Zeitplan',
      review: 'Rückblick',
      people: 'Personen',
      customers: 'Kunden',
      changes: 'Änderungen',
      problems: 'Probleme',
      help: 'Hilfe',
    },
    errors: 'Fehler',
    asOf: 'Stand',
    darkColours: 'Dunkle Farben',
    madeFrom: (source, day) => [
      'Aus ',
      source,
      `, Stand ${day}. Diese Seite ist nur zum Lesen: Geändert wird der Plan in seiner Tabelle.`,
    ],
    calendar: 'Kalender',
    calendarOf: (name) => `Kalender von ${name}`,
    feed: 'Feed der Änderungen',
    workedOut: 'Wie die Zahlen entstehen',
    staleSources: 'Quellen, die nicht erreichbar waren',
    staleSince: (name, since) => `${name}: Stand ${since}.`,
    leftOut: (count, what) =>
      `${rowsOf(count)} ${count === 1 ? 'konnte nicht gelesen werden und fehlt' : 'konnten nicht gelesen werden und fehlen'} ${what}.`,
    leftOutFrom: {
      page: 'auf dieser Seite',
      scorecards: 'in den Übersichten der Teams',
      scorecard: 'in dieser Übersicht',
      timeline: 'in diesem Zeitplan',
      goal: 'in diesem Ziel',
      milestone: 'in diesem Meilenstein',
    },
    cellsToMend: 'Welche Zellen zu berichtigen sind',
    openLink: 'Link öffnen',
    notFound: 'Diese Seite gibt es nicht',
  },

  figures: {
    nothingToMeasure: (of) => `${of}: noch nichts zu messen`,
    pace: (of, done, expected) => `${of}: ${done} geschafft, ${expected} bis heute erwartet`,
    kept: 'gehalten',
    late: 'verspätet',
    missed: 'nicht gehalten',
    keptCounts: (kept, late, missed) => `${kept} gehalten, ${late} verspätet, ${missed} nicht gehalten`,
    keptOf: (kept, all) => `${kept} von ${all}`,
    noCommitments: 'In den letzten 28 Tagen war keine Zusage fällig',
  },

  overview: {},

  team: {},

  goal: {},

  milestone: {},

  timeline: {},

  charts: {},

  explain: {},

  search: {},

  share: {},

  people: {},

  customers: {},

  review: {},

  changes: {},

  problems: {},

  help: {},

  reasons: {},

  fitness: {},
};
