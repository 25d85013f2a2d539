import type { SheetKind } from './columns.ts';
import type { ActionState, Declared, UpdateKind, WeeklyMeasure } from './plan.ts';
import type { SettingName } from './settings.ts';
import { words } from './word-list.ts';

type Words = readonly string[];

/**
 * What people write in one language, beside the English words that the program knows by itself. To add a word, put it
 * into the list that it belongs to, after a comma; to add a language, copy a block and replace its words. Case, accents
 * and punctuation make no difference. Braces give the endings of a word: `fait{|e|s}` stands for fait, faite and faits.
 * Leave out a header that is an English word for something else, such as Charge: it would take a column of an English
 * plan for another. No header may stand for two columns of one sheet, and no status for two meanings, in whatever
 * languages: the tests say which word does.
 */
export interface Language {
  /** BCP 47 tag. The names of months and days, and the word for "and", come with it: see MORE_LANGUAGES in locale.ts. */
  readonly tag: string;
  readonly sheets: Readonly<Partial<Record<SheetKind, Words>>>;
  /** Names of columns by sheet and field: see columns.ts. */
  readonly headers: Readonly<Partial<Record<SheetKind, Readonly<Record<string, Words>>>>>;
  readonly states: Readonly<Record<ActionState, Words>>;
  readonly declared: Readonly<Record<Declared, Words>>;
  /** Colours that may stand before a status, beside those that are a status themselves. */
  readonly colours: Words;
  /** Words in a status that nobody has decided yet. */
  readonly undecided: Words;
  /** What a Done column says, beside the words of a status. */
  readonly yes: Words;
  readonly no: Words;
  readonly settings: Readonly<Partial<Record<SettingName, Words>>>;
  readonly kinds: Readonly<Record<UpdateKind, Words>>;
  readonly directions: Readonly<Record<WeeklyMeasure['direction'], Words>>;
  /** How a row of totals is named. */
  readonly totals: Words;
  /** What stands for an owner that there is not. */
  readonly nobody: Words;
  /** What stands for an owner that is more than one person. */
  readonly groups: Words;
}

const DE_OWNER = `
  Verantwortlich, Verantwortliche, Verantwortlicher, Verantwortliche/r, Verantwortliche Person,
  Verantwortung, Zuständig, Zuständige, Zuständige/r, Zuständige Person, Zuständigkeit, Zugewiesen,
  Zugewiesen an, Zugeteilt an, Bearbeiter, Bearbeiterin, Bearbeiter/in, Bearbeitung durch, Eigentümer,
  Eigentümer/in, Eigner, Inhaber, Besitzer, Ansprechpartner, Ansprechperson, Federführung, Wer, Durch,
  Ressourcennamen
`;
const DE_START = `
  Start, Beginn, Anfang, Startdatum, Starttermin, Anfangsdatum, Beginnt am, Startet am, Von, Ab,
  Geplanter Beginn, Geplanter Start
`;
const DE_DUE = `
  Fällig, Fällig am, Fällig bis, Fälligkeit, Fälligkeitsdatum, Fälligkeitstermin, Frist, Termin,
  Zieltermin, Zieldatum, Endtermin, Enddatum, Ende, Geplantes Ende, Bis, Bis wann, Wann, Stichtag, Abgabe,
  Abgabetermin, Abgabedatum, Liefertermin, Plantermin, Solltermin, Soll-Termin, Fertig bis, Fertig stellen,
  Erledigen bis, Zu erledigen bis
`;
const DE_DONE = `
  Erledigt, Erledigt am, Abgeschlossen, Abgeschlossen am, Abschlussdatum, Fertig, Fertig am,
  Fertiggestellt, Fertiggestellt am, Beendet, Beendet am, Erreicht, Erreicht am, Ist-Ende, Ist-Termin,
  Tatsächliches Ende
`;
const DE_STATUS = 'Status, Zustand, Bearbeitungsstand, Bearbeitungsstatus';
const DE_MEASURE = 'Messgröße, Kennzahl, Metrik, Indikator, Zielgröße';
const DE_UNIT = 'Einheit, Maßeinheit';
const DE_MEASURED = {
  measure: words(DE_MEASURE),
  unit: words(DE_UNIT),
  baseline: words('Ausgangswert, Startwert, Anfangswert, Basiswert, Basis'),
  target: words('Zielwert, Soll, Sollwert, Soll-Wert, Zielzahl'),
  current: words('Aktuell, Aktueller Wert, Ist, Istwert, Ist-Wert, Ist-Stand, Derzeit, Wert'),
};
const DE_WEIGHT = 'Gewicht, Gewichtung';
const DE_REST = {
  priority: words('Priorität, Dringlichkeit, Wichtigkeit'),
  notes: words(`
    Notizen, Notiz, Bemerkung, Bemerkungen, Kommentar, Kommentare, Anmerkung, Anmerkungen, Hinweise
  `),
  link: words('Verweis, Internetadresse'),
};

const GERMAN: Language = {
  tag: 'de',
  sheets: {
    teams: words('Teams, Mannschaften, Gruppen, Abteilungen, Bereiche'),
    people: words(`
      Personen, Leute, Menschen, Mitarbeiter, Mitarbeitende, Mitarbeiterinnen, Mitglieder, Teammitglieder
    `),
    customers: words('Kunden, Kundschaft, Kundinnen und Kunden, Auftraggeber'),
    goals: words('Ziele, Zielsetzungen'),
    milestones: words('Meilensteine, Schlüsselergebnisse, Etappenziele, Etappen'),
    actions: words(`
      Aktionen, Aufgaben, Aufgabenliste, Maßnahmen, Maßnahmenplan, Maßnahmenliste, Aktivitäten,
      Nächste Schritte
    `),
    updates: words('Neuigkeiten, Aktualisierungen, Kurskorrekturen, Meldungen, Nachrichten, Logbuch'),
    measures: words('Kennzahlen, Messgrößen, Messwerte, Indikatoren, Wochenwerte'),
    settings: words('Einstellungen, Konfiguration, Optionen'),
  },
  headers: {
    teams: {
      team: words('Team, Teamname, Name, Mannschaft, Gruppe, Abteilung, Bereich'),
      leader: words(`
        Leitung, Teamleitung, Teamleiter, Teamleiterin, Teamleiter/in, Leiter, Leiterin, Führung,
        Verantwortlich
      `),
      vision: words('Vision, Leitbild, Zweck, Auftrag'),
      order: words('Reihenfolge, Rang, Sortierung'),
    },
    people: {
      name: words(`
        Name, Vollständiger Name, Person, Mitarbeiter, Mitarbeiterin, Mitarbeiter/in, Mitglied,
        Teammitglied, Wer
      `),
      team: words('Team, Mannschaft, Gruppe, Abteilung, Bereich'),
      role: words('Rolle, Funktion, Stelle, Aufgabenbereich'),
      skills: words('Fähigkeiten, Fähigkeit, Kompetenzen, Kenntnisse, Stärken, Können'),
      part: words('Beitrag, Anteil, Beitrag zum Plan'),
    },
    customers: {
      customer: words('Kunde, Kundin, Kunden, Kundenname, Name, Firma, Unternehmen, Auftraggeber'),
      does: words('Was sie tun, Geschäft, Branche, Tätigkeit'),
      theirCustomers: words('Deren Kunden, Ihre Kunden, Kunden des Kunden, Endkunden'),
      needs: words('Bedarf, Bedürfnisse, Was sie brauchen, Benötigte Fähigkeiten'),
      satisfaction: words('Zufriedenheit, Kundenzufriedenheit'),
      since: words('Seit, Kunde seit'),
    },
    goals: {
      id: words('Kennung, Kürzel, Schlüssel, Ziel-ID'),
      team: words('Team, Mannschaft, Gruppe, Abteilung, Bereich'),
      goal: words('Ziel, Ziele, Oberziel, Zielsetzung, Titel, Bezeichnung'),
      customer: words('Kunde, Kundin, Kunden, Auftraggeber'),
      forCustomer: words('Für den Kunden, Für die Kunden, Kundennutzen, Nutzen für den Kunden, Kundensicht'),
      forUs: words('Für uns, Für das Team, Nutzen für uns, Unser Nutzen, Teamsicht'),
      owner: words(`${DE_OWNER}, Leitung, Zielverantwortlich`),
      start: words(DE_START),
      due: words(`${DE_DUE}, Abschlussdatum`),
      ...DE_MEASURED,
      weight: words(DE_WEIGHT),
      status: words(DE_STATUS),
      ...DE_REST,
    },
    milestones: {
      id: words('Kennung, Kürzel, Schlüssel, Meilenstein-ID'),
      goal: words('Ziel, Ziele, Oberziel, Zielsetzung, Ziel-ID, Gehört zu Ziel'),
      milestone: words(`
        Meilenstein, Meilensteine, Schlüsselergebnis, Kernergebnis, Ergebnis, Etappenziel, Zwischenziel,
        Titel, Bezeichnung, Lieferergebnis
      `),
      kind: words('Art, Typ, Sorte'),
      owner: words(`${DE_OWNER}, Leitung`),
      start: words(DE_START),
      due: words(DE_DUE),
      doneOn: words(DE_DONE),
      status: words(DE_STATUS),
      progress: words(`
        Fortschritt, Fortschritt %, Fortschritt in %, % abgeschlossen, % erledigt, % fertig,
        Prozent abgeschlossen, Fertigstellungsgrad, Erfüllungsgrad, Fertigstellung
      `),
      ...DE_MEASURED,
      weight: words(DE_WEIGHT),
      ...DE_REST,
    },
    actions: {
      id: words('Kennung, Kürzel, Schlüssel, Aufgaben-ID, Maßnahmen-ID'),
      milestone: words(`
        Meilenstein, Meilenstein-ID, Schlüsselergebnis, Kernergebnis, Etappenziel, Zwischenziel,
        Gehört zu Meilenstein
      `),
      action: words(`
        Aktion, Aufgabe, Aufgaben, Aufgabenname, Maßnahme, Maßnahmen, Tätigkeit, Aktivität, Arbeitspaket,
        Vorgang, Vorgangsname, Was, Was ist zu tun, Zu tun, Schritt, Nächster Schritt, Nächste Aktion,
        Titel, Bezeichnung, Lieferergebnis
      `),
      owner: words(`${DE_OWNER}, Leitung`),
      due: words(DE_DUE),
      doneOn: words(DE_DONE),
      status: words(`${DE_STATUS}, Stand`),
      weight: words(`${DE_WEIGHT}, Aufwand, Punkte`),
      promisedTo: words('Versprochen, Zugesagt, Zugesagt an, Für, Für wen, Empfänger'),
      ...DE_REST,
    },
    updates: {
      day: words('Datum, Tag, Am, Wann'),
      team: words('Team, Mannschaft, Gruppe, Abteilung, Bereich'),
      update: words(`
        Neuigkeit, Neuigkeiten, Aktualisierung, Änderung, Was sich geändert hat, Meldung, Nachricht, Notiz,
        Beschreibung
      `),
      kind: words('Art, Typ, Kategorie'),
      about: words('Betrifft, Bezug, Thema, Ziel, Meilenstein, Ziel oder Meilenstein'),
      by: words('Von, Wer, Autor, Autorin, Verfasser, Verfasserin, Gemeldet von'),
    },
    measures: {
      measure: words(DE_MEASURE),
      team: words('Team, Mannschaft, Gruppe, Abteilung, Bereich'),
      owner: words(DE_OWNER),
      goal: words('Ziel, Zielwert, Soll, Sollwert, Wochenziel, Je Woche'),
      direction: words('Richtung, Besser, Gut ist'),
      unit: words(DE_UNIT),
    },
    settings: { setting: words('Einstellung, Option, Name'), value: words('Wert, Einstellungswert') },
  },
  states: {
    'not started': words(`
      {|noch }nicht begonnen, {|noch }nicht gestartet, {|noch }nicht angefangen, nicht erledigt,
      {|noch }offen, geplant, in Planung, neu, ausstehend, anstehend, zu erledigen, zu tun, vorgemerkt,
      unerledigt, nein, falsch
    `),
    'in progress': words(`
      in Arbeit, in Bearbeitung, wird bearbeitet, begonnen, angefangen, gestartet, laufend, läuft,
      im Gange, in Umsetzung, in Durchführung, in Entwicklung, in Prüfung, in Abstimmung, im Review, aktiv,
      teilweise erledigt, fast fertig
    `),
    blocked: words(`
      blockiert, wartet, wartend, warten, pausiert, angehalten, unterbrochen, ruht, hängt, zurückgestellt,
      in Wartestellung
    `),
    done: words(`
      erledigt, fertig, abgeschlossen, beendet, fertiggestellt, erreicht, umgesetzt, gemacht, getan,
      geschlossen, geliefert, vollständig, komplett, ja, wahr
    `),
    dropped: words(`
      abgebrochen, gestrichen, verworfen, entfällt, entfallen, storniert, abgesagt, eingestellt, hinfällig,
      obsolet, nicht relevant, fallen gelassen
    `),
  },
  declared: {
    'on track': words('im Plan, nach Plan, planmäßig, auf Kurs, im Zeitplan, im grünen Bereich, grün'),
    'at risk': words('gefährdet, in Gefahr, mit Risiko, gelb, orange'),
    'off track': words(`
      nicht im Plan, außer Plan, hinter Plan, im Verzug, verzögert, verspätet, überfällig, rot
    `),
  },
  colours: words('blau, grau, schwarz, weiß'),
  undecided: words('k. A., unklar, unbekannt, noch zu klären, zu klären'),
  yes: words('ja, j'),
  no: words('nein'),
  settings: {
    title: words('Titel, Titel des Plans'),
    timeZone: words('Zeitzone'),
    locale: words('Sprache, Gebietsschema'),
    currency: words('Währung'),
    weekStartsOn: words('Woche beginnt am, Wochenbeginn, Erster Tag der Woche'),
    atRiskFrom: words('Gefährdet ab'),
    offTrackFrom: words('Nicht im Plan ab, Außer Plan ab'),
    stalledAfter: words('Stillstand nach, Stockt nach'),
    lineOfSight: words('Sichtweite'),
    tvSeconds: words('TV-Sekunden, Sekunden je Tafel'),
  },
  kinds: {
    'course correction': words('Kurskorrektur, Korrektur, Kursänderung, Änderung'),
    decision: words('Entscheidung, Entscheid, Beschluss, entschieden'),
    risk: words('Risiko, Gefahr, Bedrohung, Problem'),
    opportunity: words('Chance, Gelegenheit'),
    news: words('Neuigkeit, Neuigkeiten, Nachricht, Neues'),
  },
  directions: {
    up: words('rauf, hoch, auf, aufwärts, steigend, steigen, mehr, höher, mehr ist besser, höher ist besser'),
    down: words(`
      runter, ab, abwärts, fallend, sinkend, sinken, weniger, niedriger, tiefer, weniger ist besser,
      niedriger ist besser
    `),
  },
  totals: words(`
    Summe, Summen, Gesamt, Gesamtsumme, Gesamtergebnis, Insgesamt, Zwischensumme, Durchschnitt, Mittelwert
  `),
  nobody: words(`
    niemand, keiner, offen, noch offen, N. N., NN, unbesetzt, vakant, nicht zugewiesen, unbekannt, k. A.,
    zu bestimmen, noch zu klären
  `),
  groups: words('alle, das Team, ganzes Team, jeder, wir, gemeinsam, diverse, mehrere, verschiedene'),
};

const FR_OWNER = `
  Responsable, Responsables, Personne responsable, Porteur, Porteuse, Pilote, Propriétaire, Assigné à,
  Assignée à, Assigné, Attribué à, Attribuée à, Affecté à, En charge, Chargé de, Référent,
  Référente, Qui, Par qui, Noms ressources
`;
const FR_START = `
  Début, Date de début, Date début, Début prévu, Démarrage, Date de démarrage, Commence le, Du,
  À partir du, Depuis le
`;
const FR_DUE = `
  Échéance, Échéances, Date d'échéance, Date échéance, Date limite, Délai, Date cible, Date butoir,
  Date de fin, Date fin, Date de fin prévue, Fin, Fin prévue, Date prévue, Pour le, Avant le, À rendre le,
  À faire avant le, Au, Jusqu'au, Quand, Pour quand
`;
const FR_DONE = `
  Fait, Fait le, Terminé, Terminé le, Terminée le, Achevé, Achevé le, Date d'achèvement, Réalisé le,
  Date de réalisation, Clôturé le, Date de clôture, Fin réelle, Date de fin réelle, Atteint le, Fini le,
  Livré le
`;
const FR_STATUS = "Statut, État, État d'avancement";
const FR_MEASURE = 'Indicateur, Mesure, Métrique';
const FR_UNIT = 'Unité, Unités, Unité de mesure';
const FR_MEASURED = {
  measure: words(FR_MEASURE),
  unit: words(FR_UNIT),
  baseline: words('Valeur initiale, Valeur de départ, Point de départ, Situation initiale, Base'),
  target: words('Cible, Valeur cible, Valeur visée, Valeur objectif'),
  current: words('Actuel, Actuelle, Valeur actuelle, Réalisé, Réel, Valeur'),
};
const FR_WEIGHT = 'Poids, Pondération';
const FR_REST = {
  priority: words('Priorité, Urgence'),
  notes: words('Remarque, Remarques, Commentaire, Commentaires, Observation, Observations, Précisions'),
  link: words('Lien, Liens, Adresse web'),
};
const FR_TEAM = 'Équipe, Équipes, Groupe, Département';

const FRENCH: Language = {
  tag: 'fr',
  sheets: {
    teams: words('Équipes, Équipe, Groupes, Départements'),
    people: words('Personnes, Membres, Collaborateurs, Collaboratrices, Gens, Effectif'),
    customers: words('Clients, Clientes, Clientèle'),
    goals: words('Objectifs, Objectif, Buts'),
    milestones: words('Jalons, Étapes, Étapes clés, Résultats clés'),
    actions: words("Actions, Tâches, Plan d'action, Plan d'actions, Activités, À faire, Prochaines étapes"),
    updates: words('Mises à jour, Nouvelles, Nouveautés, Actualités, Journal de bord'),
    measures: words('Mesures, Indicateurs, Métriques'),
    settings: words('Paramètres, Réglages'),
  },
  headers: {
    teams: {
      team: words(`${FR_TEAM}, Nom de l'équipe, Nom`),
      leader: words(`
        Responsable, Responsable d'équipe, Chef d'équipe, Cheffe d'équipe, Chef, Cheffe, Pilote
      `),
      vision: words("Vision, Mission, Raison d'être"),
      order: words('Ordre, Rang, Tri'),
    },
    people: {
      name: words(`
        Nom, Nom complet, Prénom et nom, Nom et prénom, Personne, Membre, Collaborateur, Collaboratrice,
        Qui
      `),
      team: words(FR_TEAM),
      role: words('Rôle, Fonction, Poste, Métier'),
      skills: words('Compétences, Compétence, Savoir-faire, Atouts, Points forts'),
      part: words('Contribution, Rôle joué, Apport'),
    },
    customers: {
      customer: words('Client, Cliente, Clients, Nom du client, Nom, Entreprise, Société, Compte'),
      does: words("Ce qu'ils font, Activité, Métier, Secteur"),
      theirCustomers: words('Leurs clients, Clients du client, Clients finaux'),
      needs: words('Besoins, Besoin, Compétences requises'),
      satisfaction: words('Satisfaction, Satisfaction client'),
      since: words('Depuis, Client depuis'),
    },
    goals: {
      id: words('Identifiant, Réf., Clé, ID objectif'),
      team: words(FR_TEAM),
      goal: words('Objectif, Objectifs, But, Titre, Intitulé, Libellé, Nom'),
      customer: words('Client, Cliente, Clients, Compte'),
      forCustomer: words('Pour le client, Pour les clients, Bénéfice client, Point de vue du client'),
      forUs: words("Pour nous, Pour l'équipe, Notre bénéfice, Point de vue de l'équipe"),
      owner: words(FR_OWNER),
      start: words(FR_START),
      due: words(FR_DUE),
      ...FR_MEASURED,
      weight: words(FR_WEIGHT),
      status: words(FR_STATUS),
      ...FR_REST,
    },
    milestones: {
      id: words('Identifiant, Réf., Clé, ID jalon'),
      goal: words('Objectif, Objectifs, But, ID objectif'),
      milestone: words(`
        Jalon, Jalons, Étape, Étape clé, Résultat clé, Livrable, Titre, Intitulé, Libellé, Nom
      `),
      kind: words('Type, Genre, Nature, Type de jalon'),
      owner: words(FR_OWNER),
      start: words(FR_START),
      due: words(FR_DUE),
      doneOn: words(FR_DONE),
      status: words(FR_STATUS),
      progress: words(`
        Avancement, Progression, Progrès, % avancement, % d'avancement, Taux d'avancement, Avancement %,
        Avancement en %, % réalisé, % achevé, % terminé, Pourcentage achevé
      `),
      ...FR_MEASURED,
      weight: words(FR_WEIGHT),
      ...FR_REST,
    },
    actions: {
      id: words('Identifiant, Réf., Clé, ID action, ID tâche'),
      milestone: words('Jalon, Étape, Étape clé, Résultat clé, ID jalon'),
      action: words(`
        Action, Actions, Tâche, Tâches, Nom de la tâche, Activité, À faire, Quoi, Prochaine action,
        Prochaine étape, Livrable, Titre, Intitulé, Libellé, Nom
      `),
      owner: words(FR_OWNER),
      due: words(FR_DUE),
      doneOn: words(`${FR_DONE}, Réalisé`),
      status: words(`${FR_STATUS}, Avancement`),
      weight: words(FR_WEIGHT),
      promisedTo: words('Promis à, Pour, Pour qui, Destinataire'),
      ...FR_REST,
    },
    updates: {
      day: words('Date, Jour, Le, Quand'),
      team: words(FR_TEAM),
      update: words('Mise à jour, Nouvelle, Changement, Ce qui a changé, Texte, Description, Remarque'),
      kind: words('Type, Genre, Nature, Catégorie'),
      about: words('Concerne, Sujet, Objet, Objectif, Jalon, Objectif ou jalon'),
      by: words('Par, Auteur, Autrice, Qui, Rédigé par'),
    },
    measures: {
      measure: words(FR_MEASURE),
      team: words(FR_TEAM),
      owner: words(FR_OWNER),
      goal: words('Objectif, Cible, Valeur cible, Objectif hebdomadaire, Par semaine'),
      direction: words('Sens, Tendance souhaitée, Mieux'),
      unit: words(FR_UNIT),
    },
    settings: { setting: words('Paramètre, Réglage, Nom'), value: words('Valeur') },
  },
  states: {
    'not started': words(`
      à faire, non commencé{|e|s|es}, pas commencé{|e|s|es}, pas encore commencé{|e|s|es},
      non démarré{|e|s|es}, pas démarré{|e|s|es}, pas encore démarré{|e|s|es}, à démarrer, à commencer,
      à planifier, à venir, planifié{|e|s|es}, prévu{|e|s|es}, nouveau, nouvelle, ouvert{|e|s|es},
      en file d'attente, non, faux
    `),
    'in progress': words(`
      en cours, en cours de réalisation, en cours de validation, commencé{|e|s|es}, démarré{|e|s|es},
      entamé{|e|s|es}, lancé{|e|s|es}, en revue, en révision, actif, partiellement fait{|e}
    `),
    blocked: words("bloqué{|e|s|es}, en attente, en pause, suspendu{|e|s|es}, à l'arrêt"),
    done: words(`
      terminé{|e|s|es}, fait{|e|s|es}, fini{|e|s|es}, achevé{|e|s|es}, réalisé{|e|s|es}, effectué{|e|s|es},
      complété{|e|s|es}, complet, clos, clôturé{|e|s|es}, atteint{|e|s|es}, livré{|e|s|es}, oui,
      vrai
    `),
    dropped: words(`
      abandonné{|e|s|es}, annulé{|e|s|es}, supprimé{|e|s|es}, écarté{|e|s|es}, sans objet, s.o.,
      non applicable
    `),
  },
  declared: {
    'on track': words(`
      en bonne voie, sur la bonne voie, dans les temps, dans les délais, à l'heure, conforme, vert{|e}
    `),
    'at risk': words('à risque, en risque, menacé{|e|s|es}, à surveiller, jaune, orange'),
    'off track': words('en retard, hors délai{|s}, en dérive, rouge'),
  },
  colours: words('bleu, gris, noir, blanc'),
  undecided: words('à définir, à déterminer, à préciser, à confirmer, inconnu'),
  yes: words('oui'),
  no: words('non'),
  settings: {
    title: words('Titre, Titre du plan'),
    timeZone: words('Fuseau horaire'),
    locale: words('Langue, Paramètres régionaux'),
    currency: words('Devise, Monnaie'),
    weekStartsOn: words('La semaine commence le, Premier jour de la semaine, Début de semaine'),
    atRiskFrom: words('À risque à partir de, À risque dès'),
    offTrackFrom: words('En retard à partir de, En retard dès'),
    stalledAfter: words('À l’arrêt après, Bloqué après'),
    lineOfSight: words('Visibilité, Horizon visible'),
    tvSeconds: words('Secondes TV, Secondes par écran'),
  },
  kinds: {
    'course correction': words('correction de cap, changement de cap, changement, ajustement'),
    decision: words('décision, décidé'),
    risk: words('risque, menace, problème'),
    opportunity: words('opportunité, occasion'),
    news: words('nouvelle, nouvelles, information, actualité'),
  },
  directions: {
    up: words('hausse, en hausse, haut, vers le haut, augmente, augmenter, plus, plus haut, plus est mieux'),
    down: words('baisse, en baisse, bas, vers le bas, diminue, diminuer, moins, plus bas, moins est mieux'),
  },
  totals: words('Total, Totaux, Total général, Sous-total, Somme, Moyenne'),
  nobody: words(`
    personne, aucun, aucune, à définir, à déterminer, à désigner, non attribué, non assigné, inconnu,
    vacant, à pourvoir
  `),
  groups: words(`
    tous, toutes, tout le monde, l'équipe, toute l'équipe, équipe, nous, ensemble, plusieurs, divers
  `),
};

const ES_OWNER = `
  Responsable, Responsables, Persona responsable, Propietario, Propietaria, Dueño, Dueña, Asignado,
  Asignado a, Asignada a, Encargado, Encargada, Encargado/a, A cargo de, Líder, Quién, Por quién,
  Nombres de los recursos
`;
const ES_START = `
  Inicio, Fecha de inicio, Fecha inicio, Fecha inicial, Inicio previsto, Comienzo, Fecha de comienzo,
  Comienza, Empieza, Desde
`;
const ES_DUE = `
  Vence, Vence el, Vencimiento, Fecha de vencimiento, Fecha vencimiento, Fecha límite, Plazo,
  Fecha objetivo, Fecha meta, Fecha de entrega, Fecha entrega, Fecha tope, Fecha fin, Fecha de fin,
  Fecha final, Fecha de término, Fecha de finalización, Fecha prevista, Fecha compromiso, Fin,
  Fin previsto, Hasta, Para el, Cuándo, Para cuándo
`;
const ES_DONE = `
  Hecho, Hecho el, Terminado, Terminado el, Completado, Completado el, Finalizado, Finalizado el,
  Concluido, Concluido el, Cerrado el, Fecha de cierre, Fecha real, Fecha real de fin, Fin real,
  Realizado el, Cumplido, Cumplido el, Entregado el
`;
const ES_STATUS = 'Estado, Estatus, Situación';
const ES_MEASURE = 'Indicador, Métrica, Medida';
const ES_UNIT = 'Unidad, Unidades, Unidad de medida';
const ES_MEASURED = {
  measure: words(ES_MEASURE),
  unit: words(ES_UNIT),
  baseline: words('Valor inicial, Línea base, Línea de base, Punto de partida, Base'),
  target: words('Meta, Valor objetivo, Valor meta, Valor deseado'),
  current: words('Actual, Valor actual, Valor, Real, Valor real'),
};
const ES_WEIGHT = 'Peso, Ponderación';
const ES_REST = {
  priority: words('Prioridad, Urgencia, Importancia'),
  notes: words('Notas, Nota, Comentario, Comentarios, Observación, Observaciones'),
  link: words('Enlace, Enlaces, Vínculo, Dirección web'),
};
const ES_TEAM = 'Equipo, Equipos, Grupo, Departamento';

const SPANISH: Language = {
  tag: 'es',
  sheets: {
    teams: words('Equipos, Equipo, Grupos, Departamentos'),
    people: words('Personas, Gente, Miembros, Integrantes'),
    customers: words('Clientes'),
    goals: words('Objetivos, Objetivo, Metas'),
    milestones: words('Hitos, Resultados clave, Etapas'),
    actions: words('Acciones, Tareas, Plan de acción, Actividades, Próximos pasos'),
    updates: words('Actualizaciones, Novedades, Noticias, Bitácora'),
    measures: words('Medidas, Indicadores, Métricas'),
    settings: words('Configuración, Ajustes, Opciones, Parámetros'),
  },
  headers: {
    teams: {
      team: words(`${ES_TEAM}, Nombre del equipo, Nombre`),
      leader: words(`
        Líder, Líder del equipo, Jefe, Jefa, Jefe de equipo, Jefa de equipo, Responsable, Encargado
      `),
      vision: words('Visión, Misión, Propósito'),
      order: words('Orden, Posición'),
    },
    people: {
      name: words(`
        Nombre, Nombre completo, Nombre y apellido, Nombre y apellidos, Persona, Miembro, Integrante,
        Quién
      `),
      team: words(ES_TEAM),
      role: words('Rol, Función, Puesto, Cargo'),
      skills: words('Habilidades, Habilidad, Competencias, Capacidades, Fortalezas'),
      part: words('Contribución, Aporte, Aportación'),
    },
    customers: {
      customer: words('Cliente, Clienta, Clientes, Nombre del cliente, Nombre, Empresa, Cuenta'),
      does: words('Qué hace, Qué hacen, A qué se dedica, Negocio, Actividad, Sector'),
      theirCustomers: words('Sus clientes, Clientes del cliente, Clientes finales'),
      needs: words('Necesidades, Necesidad, Qué necesita, Qué necesitan'),
      satisfaction: words('Satisfacción, Satisfacción del cliente'),
      since: words('Desde, Cliente desde'),
    },
    goals: {
      id: words('Identificador, Clave, Código, Referencia, ID del objetivo, ID objetivo'),
      team: words(ES_TEAM),
      goal: words('Objetivo, Objetivos, Título, Nombre, Nombre del objetivo'),
      customer: words('Cliente, Clienta, Clientes, Cuenta'),
      forCustomer: words('Para el cliente, Para los clientes, Beneficio para el cliente'),
      forUs: words('Para nosotros, Para nosotras, Para el equipo, Beneficio para nosotros'),
      owner: words(ES_OWNER),
      start: words(ES_START),
      due: words(ES_DUE),
      ...ES_MEASURED,
      weight: words(ES_WEIGHT),
      status: words(ES_STATUS),
      ...ES_REST,
    },
    milestones: {
      id: words('Identificador, Clave, Código, Referencia, ID del hito, ID hito'),
      goal: words('Objetivo, Objetivos, ID del objetivo, ID objetivo'),
      milestone: words('Hito, Hitos, Resultado clave, Etapa, Entregable, Título, Nombre, Nombre del hito'),
      kind: words('Tipo, Clase, Tipo de hito'),
      owner: words(ES_OWNER),
      start: words(ES_START),
      due: words(ES_DUE),
      doneOn: words(ES_DONE),
      status: words(ES_STATUS),
      progress: words(`
        Progreso, Avance, % avance, % de avance, Avance %, Progreso %, % completado, % completo,
        Porcentaje completado, Porcentaje de avance, % cumplimiento, % de cumplimiento
      `),
      ...ES_MEASURED,
      weight: words(ES_WEIGHT),
      ...ES_REST,
    },
    actions: {
      id: words('Identificador, Clave, Código, Referencia, ID de la tarea, ID tarea, ID de la acción'),
      milestone: words('Hito, Resultado clave, Etapa, ID del hito, ID hito'),
      action: words(`
        Acción, Acciones, Tarea, Tareas, Nombre de tarea, Nombre de la tarea, Actividad, Qué, Qué hacer,
        Por hacer, Próxima acción, Próximo paso, Siguiente paso, Entregable, Título, Nombre
      `),
      owner: words(ES_OWNER),
      due: words(ES_DUE),
      doneOn: words(`${ES_DONE}, Realizado`),
      status: words(ES_STATUS),
      weight: words(`${ES_WEIGHT}, Esfuerzo, Puntos`),
      promisedTo: words('Prometido a, Prometida a, Para, Para quién, Destinatario'),
      ...ES_REST,
    },
    updates: {
      day: words('Fecha, Día, El, Cuándo'),
      team: words(ES_TEAM),
      update: words(`
        Actualización, Novedad, Novedades, Noticia, Cambio, Qué cambió, Texto, Descripción, Nota
      `),
      kind: words('Tipo, Clase, Categoría'),
      about: words('Sobre, Acerca de, Tema, Asunto, Objetivo, Hito, Objetivo o hito'),
      by: words('Por, Autor, Autora, De, Quién, Escrito por, Responsable'),
    },
    measures: {
      measure: words(ES_MEASURE),
      team: words(ES_TEAM),
      owner: words(ES_OWNER),
      goal: words('Objetivo, Meta, Valor objetivo, Objetivo semanal, Meta semanal, Por semana'),
      direction: words('Dirección, Sentido, Mejor'),
      unit: words(ES_UNIT),
    },
    settings: { setting: words('Ajuste, Opción, Parámetro, Nombre'), value: words('Valor') },
  },
  states: {
    'not started': words(`
      no iniciad{o|a|os|as}, no empezad{o|a|os|as}, no comenzad{o|a|os|as}, sin iniciar, sin empezar,
      sin comenzar, por hacer, por iniciar, por empezar, pendiente{|s}, abiert{o|a|os|as},
      planificad{o|a|os|as}, planead{o|a|os|as}, programad{o|a|os|as}, previst{o|a|os|as}, nuev{o|a|os|as},
      en cola, no, falso
    `),
    'in progress': words(`
      en curso, en progreso, en proceso, en marcha, en ejecución, en desarrollo, en revisión,
      iniciad{o|a|os|as}, empezad{o|a|os|as}, comenzad{o|a|os|as}, activ{o|a|os|as}, haciendo, trabajando
    `),
    blocked: words(`
      bloquead{o|a|os|as}, detenid{o|a|os|as}, parad{o|a|os|as}, pausad{o|a|os|as}, suspendid{o|a|os|as},
      atascad{o|a|os|as}, en espera, en pausa, esperando
    `),
    done: words(`
      hech{o|a|os|as}, list{o|a|os|as}, terminad{o|a|os|as}, completad{o|a|os|as}, complet{o|a|os|as},
      finalizad{o|a|os|as}, concluid{o|a|os|as}, cerrad{o|a|os|as}, realizad{o|a|os|as},
      cumplid{o|a|os|as}, entregad{o|a|os|as}, lograd{o|a|os|as}, acabad{o|a|os|as}, sí, verdadero
    `),
    dropped: words(`
      cancelad{o|a|os|as}, descartad{o|a|os|as}, abandonad{o|a|os|as}, anulad{o|a|os|as},
      eliminad{o|a|os|as}, no aplica, no aplicable
    `),
  },
  declared: {
    'on track': words(`
      en plazo, dentro del plazo, al día, a tiempo, según lo previsto, según plan, según el plan,
      por buen camino, en buen camino, encaminad{o|a|os|as}, verde
    `),
    'at risk': words('en riesgo, con riesgo, amarill{o|a}, ámbar, naranja'),
    'off track': words(`
      fuera de plazo, retrasad{o|a|os|as}, atrasad{o|a|os|as}, con retraso, vencid{o|a|os|as},
      desviad{o|a|os|as}, roj{o|a}
    `),
  },
  colours: words('azul, gris, negro, blanco'),
  undecided: words('por definir, por determinar, por confirmar, desconocid{o|a}, sin definir'),
  yes: words('sí, s'),
  no: words('no'),
  settings: {
    title: words('Título, Título del plan'),
    timeZone: words('Zona horaria, Huso horario'),
    locale: words('Idioma, Configuración regional'),
    currency: words('Moneda, Divisa'),
    weekStartsOn: words('La semana empieza el, Primer día de la semana, Inicio de la semana'),
    atRiskFrom: words('En riesgo desde, En riesgo a partir de'),
    offTrackFrom: words('Fuera de plazo desde, Retrasado desde'),
    stalledAfter: words('Estancado después de, Parado después de'),
    lineOfSight: words('Visibilidad, Horizonte visible'),
    tvSeconds: words('Segundos de TV, Segundos por pantalla'),
  },
  kinds: {
    'course correction': words('corrección de rumbo, corrección, cambio de rumbo, cambio, ajuste'),
    decision: words('decisión, decidido'),
    risk: words('riesgo, amenaza, problema'),
    opportunity: words('oportunidad'),
    news: words('noticia, noticias, novedad, novedades, información'),
  },
  directions: {
    up: words(`
      arriba, hacia arriba, sube, subir, aumenta, aumentar, más, más alto, más es mejor, mayor,
      mayor es mejor
    `),
    down: words(`
      abajo, hacia abajo, baja, bajar, disminuye, disminuir, menos, más bajo, menos es mejor, menor,
      menor es mejor
    `),
  },
  totals: words('Total, Totales, Total general, Subtotal, Suma, Promedio, Media'),
  nobody: words(`
    nadie, ninguno, ninguna, por definir, por asignar, por determinar, sin asignar, sin responsable,
    vacante, desconocido
  `),
  groups: words('todos, todas, todo el equipo, el equipo, equipo, nosotros, nosotras, varios, varias'),
};

const PT_OWNER = `
  Responsável, Responsáveis, Pessoa responsável, Responsável pela ação, Responsável pela tarefa, Dono,
  Dona, Proprietário, Proprietária, Atribuído a, Atribuída a, Atribuído, Designado a, Encarregado,
  Encarregada, A cargo de, Líder, Quem, Por quem, Nomes dos recursos
`;
const PT_START = `
  Início, Data de início, Data início, Data inicial, Início previsto, Começo, Começa em, Desde,
  A partir de
`;
const PT_DUE = `
  Prazo, Prazo final, Prazo limite, Data limite, Vencimento, Data de vencimento, Vence em, Data prevista,
  Data de entrega, Data alvo, Data meta, Data final, Data fim, Data de fim, Fim, Fim previsto, Término,
  Data de término, Término previsto, Previsão de término, Previsão de conclusão, Até, Quando, Até quando,
  Para quando
`;
const PT_DONE = `
  Feito, Feito em, Feita em, Concluído, Concluída, Concluído em, Concluída em, Data de conclusão,
  Finalizado, Finalizado em, Finalizada em, Terminado em, Data de encerramento, Data real, Fim real,
  Término real, Entregue em, Realizado em
`;
const PT_STATUS = 'Status, Estado, Situação';
const PT_MEASURE = 'Indicador, Métrica, Medida';
const PT_UNIT = 'Unidade, Unidades, Unidade de medida';
const PT_MEASURED = {
  measure: words(PT_MEASURE),
  unit: words(PT_UNIT),
  baseline: words('Valor inicial, Linha de base, Ponto de partida, Base'),
  target: words('Meta, Valor alvo, Alvo, Valor meta, Valor desejado'),
  current: words('Atual, Valor atual, Valor, Realizado, Real'),
};
const PT_WEIGHT = 'Peso, Ponderação';
const PT_REST = {
  priority: words('Prioridade, Urgência, Importância'),
  notes: words('Notas, Nota, Comentário, Comentários, Observação, Observações, Anotações'),
  link: words('Ligação, Endereço web, Endereço'),
};
const PT_TEAM = 'Equipe, Equipes, Equipa, Equipas, Grupo, Departamento, Setor';

const PORTUGUESE: Language = {
  tag: 'pt',
  sheets: {
    teams: words('Equipes, Equipe, Equipas, Equipa, Grupos, Departamentos, Setores'),
    people: words('Pessoas, Membros, Colaboradores, Integrantes'),
    customers: words('Clientes'),
    goals: words('Objetivos, Objetivo, Metas'),
    milestones: words('Marcos, Resultados-chave, Etapas'),
    actions: words('Ações, Tarefas, Plano de ação, Atividades, Próximos passos'),
    updates: words('Atualizações, Novidades, Notícias, Diário de bordo'),
    measures: words('Medidas, Indicadores, Métricas'),
    settings: words('Configurações, Configuração, Ajustes, Definições, Opções, Parâmetros'),
  },
  headers: {
    teams: {
      team: words(`${PT_TEAM}, Nome da equipe, Nome da equipa, Nome do time, Nome`),
      leader: words(`
        Líder, Líder da equipe, Líder da equipa, Líder do time, Gestor, Gestora, Chefe, Coordenador,
        Coordenadora, Responsável
      `),
      vision: words('Visão, Missão, Propósito'),
      order: words('Ordem, Posição'),
    },
    people: {
      name: words('Nome, Nome completo, Pessoa, Membro, Colaborador, Colaboradora, Integrante, Quem'),
      team: words(PT_TEAM),
      role: words('Função, Papel, Cargo'),
      skills: words('Habilidades, Habilidade, Competências, Capacidades, Pontos fortes'),
      part: words('Contribuição, Participação'),
    },
    customers: {
      customer: words('Cliente, Clientes, Nome do cliente, Nome, Empresa, Conta'),
      does: words('O que faz, O que fazem, Negócio, Atividade, Ramo, Setor'),
      theirCustomers: words('Seus clientes, Clientes do cliente, Clientes finais'),
      needs: words('Necessidades, Necessidade, O que precisa, O que precisam'),
      satisfaction: words('Satisfação, Satisfação do cliente'),
      since: words('Desde, Cliente desde'),
    },
    goals: {
      id: words('Identificador, Chave, Código, Referência, ID do objetivo'),
      team: words(PT_TEAM),
      goal: words('Objetivo, Objetivos, Título, Nome, Nome do objetivo'),
      customer: words('Cliente, Clientes, Conta'),
      forCustomer: words('Para o cliente, Para os clientes, Benefício para o cliente'),
      forUs: words('Para nós, Para a equipe, Para a equipa, Para o time, Benefício para nós'),
      owner: words(PT_OWNER),
      start: words(PT_START),
      due: words(`${PT_DUE}, Data de conclusão`),
      ...PT_MEASURED,
      weight: words(PT_WEIGHT),
      status: words(PT_STATUS),
      ...PT_REST,
    },
    milestones: {
      id: words('Identificador, Chave, Código, Referência, ID do marco'),
      goal: words('Objetivo, Objetivos, ID do objetivo'),
      milestone: words(`
        Marco, Marcos, Resultado-chave, Etapa, Entregável, Entrega, Título, Nome,
        Nome do marco
      `),
      kind: words('Tipo, Tipo de marco'),
      owner: words(PT_OWNER),
      start: words(PT_START),
      due: words(PT_DUE),
      doneOn: words(PT_DONE),
      status: words(PT_STATUS),
      progress: words(`
        Progresso, Progresso %, % concluído, % concluída, % completo, Porcentagem concluída,
        Percentual concluído, Percentagem concluída, % de conclusão, % realizado, Avanço, % de avanço
      `),
      ...PT_MEASURED,
      weight: words(PT_WEIGHT),
      ...PT_REST,
    },
    actions: {
      id: words('Identificador, Chave, Código, Referência, ID da tarefa, ID da ação'),
      milestone: words('Marco, Resultado-chave, Etapa, ID do marco'),
      action: words(`
        Ação, Ações, Tarefa, Tarefas, Nome da tarefa, Atividade, O que, O que fazer, A fazer, Próxima ação,
        Próximo passo, Entregável, Entrega, Título, Nome
      `),
      owner: words(PT_OWNER),
      due: words(PT_DUE),
      doneOn: words(`${PT_DONE}, Realizado`),
      status: words(PT_STATUS),
      weight: words(`${PT_WEIGHT}, Esforço, Pontos`),
      promisedTo: words('Prometido a, Prometido para, Para, Para quem, Destinatário'),
      ...PT_REST,
    },
    updates: {
      day: words('Data, Dia, Em, Quando'),
      team: words(PT_TEAM),
      update: words(`
        Atualização, Novidade, Novidades, Notícia, Mudança, O que mudou, Texto, Descrição, Nota
      `),
      kind: words('Tipo, Categoria'),
      about: words('Sobre, A respeito de, Assunto, Tema, Objetivo, Marco, Objetivo ou marco'),
      by: words('Por, Autor, Autora, De, Quem, Escrito por, Responsável'),
    },
    measures: {
      measure: words(PT_MEASURE),
      team: words(PT_TEAM),
      owner: words(PT_OWNER),
      goal: words('Objetivo, Meta, Meta semanal, Valor alvo, Por semana'),
      direction: words('Direção, Sentido, Melhor'),
      unit: words(PT_UNIT),
    },
    settings: { setting: words('Configuração, Ajuste, Definição, Opção, Nome'), value: words('Valor') },
  },
  states: {
    'not started': words(`
      não iniciad{o|a|os|as}, não começad{o|a|os|as}, por iniciar, por fazer, a fazer, a iniciar,
      pendente{|s}, abert{o|a|os|as}, em aberto, planejad{o|a|os|as}, planead{o|a|os|as},
      previst{o|a|os|as}, programad{o|a|os|as}, agendad{o|a|os|as}, nov{o|a|os|as}, na fila, não, falso
    `),
    'in progress': words(`
      em andamento, em execução, em progresso, em curso, em processo, em desenvolvimento, em revisão,
      em análise, iniciad{o|a|os|as}, começad{o|a|os|as}, ativ{o|a|os|as}, fazendo, a decorrer
    `),
    blocked: words(`
      bloquead{o|a|os|as}, parad{o|a|os|as}, pausad{o|a|os|as}, suspens{o|a|os|as}, impedid{o|a|os|as},
      travad{o|a|os|as}, em espera, em pausa, aguardando
    `),
    done: words(`
      concluíd{o|a|os|as}, feit{o|a|os|as}, pront{o|a|os|as}, terminad{o|a|os|as}, finalizad{o|a|os|as},
      complet{o|a|os|as}, completad{o|a|os|as}, encerrad{o|a|os|as}, fechad{o|a|os|as},
      realizad{o|a|os|as}, cumprid{o|a|os|as}, atingid{o|a|os|as}, entregue{|s}, sim, verdadeiro
    `),
    dropped: words(`
      cancelad{o|a|os|as}, descartad{o|a|os|as}, abandonad{o|a|os|as}, anulad{o|a|os|as}, não se aplica,
      não aplicável
    `),
  },
  declared: {
    'on track': words(`
      no prazo, dentro do prazo, em dia, no caminho certo, conforme o planejado, conforme planejado,
      conforme o plano, verde
    `),
    'at risk': words('em risco, com risco, amarel{o|a}, âmbar, laranja'),
    'off track': words('fora do prazo, atrasad{o|a|os|as}, em atraso, vencid{o|a|os|as}, vermelh{o|a}'),
  },
  colours: words('azul, cinza, preto, branco'),
  undecided: words('a definir, por definir, a confirmar, a determinar, desconhecid{o|a}'),
  yes: words('sim, s'),
  no: words('não'),
  settings: {
    title: words('Título, Título do plano'),
    timeZone: words('Fuso horário'),
    locale: words('Idioma, Localidade'),
    currency: words('Moeda'),
    weekStartsOn: words('A semana começa em, Primeiro dia da semana, Início da semana'),
    atRiskFrom: words('Em risco desde, Em risco a partir de'),
    offTrackFrom: words('Fora do prazo desde, Atrasado desde, Atrasado a partir de'),
    stalledAfter: words('Parado depois de, Parado após'),
    lineOfSight: words('Visibilidade, Horizonte visível'),
    tvSeconds: words('Segundos de TV, Segundos por ecrã, Segundos por tela'),
  },
  kinds: {
    'course correction': words('correção de rumo, correção, mudança de rumo, mudança, ajuste'),
    decision: words('decisão, decidido'),
    risk: words('risco, ameaça, problema'),
    opportunity: words('oportunidade'),
    news: words('notícia, notícias, novidade, novidades, informação'),
  },
  directions: {
    up: words(`
      para cima, cima, sobe, subir, aumenta, aumentar, mais, mais alto, mais é melhor, maior,
      maior é melhor
    `),
    down: words(`
      para baixo, baixo, desce, descer, diminui, diminuir, menos, mais baixo, menos é melhor, menor,
      menor é melhor
    `),
  },
  totals: words('Total, Totais, Total geral, Subtotal, Soma, Média'),
  nobody: words(`
    ninguém, nenhum, nenhuma, a definir, por definir, a designar, sem responsável, não atribuído, vago,
    desconhecido
  `),
  groups: words(`
    todos, todas, todo mundo, toda a equipe, a equipe, a equipa, equipe, equipa, o time, nós, vários,
    várias
  `),
};

/** The languages that are understood beside English, all at once, whatever the locale of a plan. */
export const LANGUAGES: readonly Language[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE];
