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

  problems: {
    title: 'Zellen, die zu berichtigen sind',
    none: 'Keine Probleme in der Tabelle',
    noneDeck: 'Jede Zeile konnte gelesen werden, und nichts darin ist auffällig.',
    allRead: 'Jede Zeile der Tabelle konnte gelesen werden.',
    allCount: 'Trotzdem zählt jede Zeile.',
    leftOut: (count) =>
      count === 1
        ? 'Eine Zeile zählt nicht mit, bis sie berichtigt ist.'
        : `${count} Zeilen zählen nicht mit, bis sie berichtigt sind.`,
    byTeam: 'Probleme nach Teams',
    wholeWorkbook: 'Die ganze Arbeitsmappe',
    scorecard: 'Übersicht des Teams',
    moreIn: (counts, sheet) => `${counts} mehr in ${sheet}`,
    severity: { fatal: 'schwerer Fehler', error: 'Fehler', warning: 'Warnung', note: 'Hinweis' },
    counts: {
      fatal: (count) => (count === 1 ? '1 schwerer Fehler' : `${count} schwere Fehler`),
      error: (count) => `${count} Fehler`,
      warning: (count) => (count === 1 ? '1 Warnung' : `${count} Warnungen`),
      note: (count) => (count === 1 ? '1 Hinweis' : `${count} Hinweise`),
    },
    rowLeftOut: (severity) => `${severity}, Zeile zählt nicht`,
    theWorkbook: 'die Arbeitsmappe',
    theSheet: 'das Blatt',
    inTheCell: (value) => `In der Zelle: ${value}.`,
    copy: 'Kopieren',
    copyFor: (to) => `: die Zeile für ${to}`,
    copied: 'Kopiert',
    selected: 'Markiert: mit der Tastatur kopieren',
    keeper: 'alle, die die Arbeitsmappe pflegen',
    leaderOf: (team) => `die Leitung von ${team}`,
    line: {
      cells: (count, where) =>
        `${count === 1 ? '1 Zelle ist' : `${count} Zellen sind`} zu berichtigen in ${where}`,
      places: (count, where) =>
        `${count === 1 ? '1 Stelle ist' : `${count} Stellen sind`} zu berichtigen in ${where}`,
      workbooks: (count) => `${count} Arbeitsmappen`,
      more: (count) => ` und ${count} mehr`,
      briefly: {
        'sheet-without-header': 'keine Kopfzeile mit den nötigen Spalten',
        'missing-cell': 'auszufüllen',
        'cell-error': 'Formel berichtigen',
        'formula-without-result': 'Datei öffnen und speichern',
        'bad-day': 'kein Tag',
        'ambiguous-day': 'welcher Tag?',
        'bad-number': 'keine Zahl',
        'ambiguous-number': 'welche Zahl?',
        'out-of-range': 'außerhalb des Bereichs',
        'bad-weight': 'Gewicht muss über 0 sein',
        'unknown-status': 'kein bekannter Status',
        'unknown-direction': 'auf oder ab?',
        'duplicate-id': 'ID ist vergeben',
        'duplicate-name': 'steht zweimal da',
        'unknown-parent': 'kein solches Ziel, kein solcher Meilenstein',
        'ambiguous-parent': 'welches davon?',
        'bad-setting': 'nicht zu verwenden',
        'day-against-locale': 'Tag in ungewohnter Reihenfolge',
        'status-not-for-actions': 'kein Status einer Aktion',
        'unsafe-link': 'keine Webadresse',
        'unknown-kind': 'keine bekannte Art',
        'unknown-about': 'kein solches Ziel, kein solcher Meilenstein',
        'unknown-person': 'fehlt im Blatt der Personen',
        'unknown-team': 'fehlt im Blatt der Teams',
        'unknown-customer': 'fehlt im Blatt der Kunden',
        'several-owners': 'bitte nur eine Person',
        'group-owner': 'bitte eine einzelne Person',
        'similar-names': 'eine Person in zwei Schreibweisen?',
        'done-without-day': 'erledigt an welchem Tag?',
        'done-in-future': 'erledigt in der Zukunft?',
        'due-before-start': 'fällig vor dem Beginn',
        'due-after-parent': 'fällig nach dem, wozu es gehört',
        'no-next-action': 'braucht eine nächste Aktion',
        'all-actions-done': 'abschließen oder nächste Aktion eintragen',
        'progress-against-status': 'Fortschritt gegen Status',
      },
    },
  },

  help: {
    title: 'So funktioniert es',
    description: 'Wie die Tabelle ausgefüllt wird und wie jede Zahl auf dieser Website entsteht.',
    deck: 'Der Plan steht in einer Tabelle. Diese Website zeigt ihn und ändert nichts darin.',
    onThisPage: 'Auf dieser Seite',
    points: (points) => `${points} Punkte`,
    chapters: {
      signs: 'Die Zeichen',
      numbers: 'Die Zahlen',
      fitness: 'Fitness des Teams',
      forecast: 'Die Prognose',
      sheet: 'Die Tabelle',
      cells: 'Die Zellen',
      problems: 'Die Probleme',
    },
    signsIntro:
      'Ein Balken ist der Weg vom Beginn bis zum Ziel. Gefüllt ist, was geschafft ist; der Pfosten steht dort, wo man bei gleichmäßigem Tempo heute sein sollte. Was bis zum Pfosten fehlt, ist schraffiert.',
    example: 'Ein Beispiel',
    signs: (atRisk, offTrack) => ({
      'on track': `Weniger als ${atRisk} im Rückstand, und nichts hält es auf.`,
      'at risk': `${atRisk} oder mehr im Rückstand; oder eine offene Aktion ist blockiert oder überfällig; oder es hat begonnen und keine nächste Aktion; oder es stockt; oder es kommt nach dem Tempo der letzten Wochen wahrscheinlich zu spät.`,
      'off track': `${offTrack} oder mehr im Rückstand, oder der Termin ist vorbei.`,
      'not started': 'Der Beginn liegt noch vor uns, und nichts davon ist geschafft.',
      done: 'So steht es in der Tabelle: Der Status ist erledigt, oder „Erledigt am“ ist ausgefüllt.',
      dropped: 'So steht es in der Tabelle. Es zählt nirgends, auch nichts, was dazugehört.',
    }),
    numbersIntro: (day) => `Alles ist für einen Tag gerechnet: ${day}. Nichts sonst hängt von der Uhr ab.`,
    numbers: (whole, stalledAfter) => [
      {
        term: 'Fortschritt eines Meilensteins',
        text: `Erledigt ist ${whole}. Sonst gilt der eingetragene Fortschritt. Sonst, wie weit der Istwert vom Ausgangswert zum Zielwert gekommen ist. Sonst das Gewicht der erledigten Aktionen am Gewicht aller Aktionen: Was in Arbeit ist, zählt erst, wenn es erledigt ist.`,
      },
      {
        term: 'Bis heute erwartet',
        text: 'Die Tage seit dem Beginn, geteilt durch die Tage vom Beginn bis zum Termin. Ein Meilenstein ohne eigenen Beginn nimmt den seines Ziels.',
      },
      {
        term: 'Arbeit und Ergebnis eines Ziels',
        text: 'Arbeit ist das gewichtete Mittel der Fortschritte seiner Meilensteine. Ergebnis ist, wie weit der Istwert vom Ausgangswert zum Zielwert gekommen ist. Gibt es ein Ergebnis, so ist es der Fortschritt des Ziels und wird an den Tagen des Ziels gemessen; sonst ist es die Arbeit, gemessen an dem, was von den Meilensteinen erwartet wird.',
      },
      { term: 'Fortschritt eines Teams', text: 'Das gewichtete Mittel seiner Ziele.' },
      {
        term: 'Status',
        text: 'Nach der Liste oben; die erste Zeile, die zutrifft, vom Schlimmsten abwärts. Ein Ziel ist auch gefährdet, wenn einer seiner Meilensteine nicht im Plan ist, ein Team, wenn es eines seiner Ziele nicht ist. Wer zuständig ist, kann „im Plan“, „gefährdet“ oder „nicht im Plan“ eintragen: Weicht das von den Zahlen ab, steht beides da, und die Zahlen zählen.',
      },
      {
        term: 'Stockt',
        text: `Der Beginn liegt ${stalledAfter} Tage oder länger zurück, in den letzten ${stalledAfter} Tagen wurde keine seiner Aktionen erledigt, und in den nächsten ${stalledAfter} ist keine offene fällig.`,
      },
      {
        term: 'Gehaltene Zusagen',
        text: 'Von den Aktionen, die für einen der 28 Tage vor heute zugesagt waren: bis zum zugesagten Tag erledigt heißt gehalten, danach erledigt verspätet, nicht erledigt nicht gehalten. Die Quote ist der Anteil der gehaltenen an allen dreien. Eine Aktion, die ohne Tag erledigt ist, zählt nirgends: Niemand weiß, wann. War keine fällig, gibt es keine Quote.',
      },
    ],
    fitness:
      'Zehn Prüfungen dessen, was die besten Vertriebsteams tun. Wo es nichts zu prüfen gibt, ist eine Prüfung nicht messbar und zählt weder so noch so.',
    forecast:
      'Jede kommende Woche wird aus den vergangenen gezogen: den letzten 12 vollen Wochen seit Beginn des Ziels, jede gleich wahrscheinlich, mit so vielen erledigten Aktionen wie damals. Wie wahrscheinlich eine Zahl von Wochen für alle offenen Aktionen reicht, wird genau berechnet, nicht ausprobiert. Dazu braucht es 4 solche Wochen und 4 darin erledigte Aktionen; sonst gibt es keine Prognose.',
    sheet: [
      'Ziele, Meilensteine und Aktionen werden gebraucht, die anderen Blätter nicht. Spalten dürfen in jeder Reihenfolge stehen, unter Titelzeilen und zwischen eigenen Spalten. Namen von Blättern, Spalten, Personen und Status werden ohne Rücksicht auf Großschreibung, Akzente, Leer- und Satzzeichen verglichen. Eine Spalte mit Stern braucht in jeder Zeile einen Wert.',
      'Über der Kopfzeile dürfen Titelzeilen stehen, und sie darf zwei Zeilen haben. Ein Team, ein Ziel oder ein Meilenstein, der einmal dasteht, gilt auch für die leeren Zellen darunter, bis zur nächsten leeren Zeile; wo ihn eine Tabelle in jede Zeile schreibt, ist eine leere Zelle auszufüllen. Überschriften und Summen zwischen den Zeilen und eine zweite Tabelle neben der ersten werden übergangen. Eine Tabelle darf Ziele und ihre Meilensteine enthalten, das Ziel wiederholt oder leer gelassen.',
    ],
    languages: (check, config) => [
      'Deutsche, französische, spanische und portugiesische Namen von Blättern und Spalten werden ebenfalls verstanden, auch der Status in diesen Sprachen. Für andere Namen schlägt ',
      check,
      ' vor, was jede Spalte sein könnte, fertig zum Einsetzen in ',
      config,
      '.',
    ],
    optional: 'freiwillig',
    needed: 'nötig',
    column: 'Spalte',
    also: 'Auch verstanden',
    settings: 'Eine Einstellung je Zeile: ihr Name in der Spalte Einstellung, ihr Wert in der Spalte Wert.',
    cells: [
      {
        term: 'Wozu eine Zeile gehört,',
        text: ' steht als ID oder als Titel da. Haben zwei Zeilen denselben Titel, brauchen sie IDs, oder man schreibt „Team / Ziel“ oder „Ziel / Meilenstein“.',
      },
      {
        term: 'Tage',
        text: ' stehen am besten als echte Datumszellen oder als 2026-03-31 da. Ein Text wie 3/4/2026 kann zwei Tage bedeuten: Ohne Gebietsschema im Blatt Einstellungen ist er ein Fehler.',
      },
      {
        term: 'Fortschritt',
        text: ' ist 40 % oder 0,4. Enthält eine Spalte reine Zahlen über 1, so sind alle Prozent.',
      },
      { term: 'Listen', text: ' wie Fähigkeiten trennt man mit Kommas, Semikolons oder neuen Zeilen.' },
      { term: 'Formeln', text: ' zählen mit dem Ergebnis, das zuletzt mit der Datei gespeichert wurde.' },
      {
        term: 'Leer',
        text: ' heißt unbekannt, nie 0. Ein leeres Gewicht ist 1, ein leerer Status „nicht begonnen“.',
      },
    ],
    statusColumn: 'Status der Tabelle',
    statusAlso: 'Geht auch',
    problems: (page) => [
      'Jedes Problem steht auf der ',
      page,
      ', mit seiner Zelle und dem, was zu tun ist. Eine Zeile mit einem Fehler zählt nicht mit, und jede Seite, auf der sie fehlt, sagt es; bei einer Warnung oder einem Hinweis zählt sie.',
    ],
    problemsPage: 'Seite der Probleme',
    problem: 'Problematisch',
    meaning: 'Was es bedeutet',
  },

  reasons: {},

  fitness: {},
};
