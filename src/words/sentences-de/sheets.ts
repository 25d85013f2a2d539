/** What is said of sheets, their headers and columns, of settings and of the configuration. */
export const SHEETS: Readonly<Record<string, string>> = {
  'The plan needs a sheet named {0}; {1}.{2}': 'Der Plan braucht ein Blatt namens „{0}“; {1}.{2}',
  'there are no sheets at all': 'es gibt überhaupt keine Blätter',
  'the sheets are {0}': 'vorhanden sind {0}',
  'Add a sheet named {0}, or rename the one that holds the {1}s; or name that one in data/milepost.json, as the check command proposes.':
    'Ein Blatt namens „{0}“ anlegen oder das Blatt umbenennen, in dem die {1:plural} stehen; oder dieses in data/milepost.json nennen, wie es der Befehl check vorschlägt.',
  'The configuration reads {0} from a sheet named {1}; the sheets are {2}.{3}':
    'Die Konfiguration liest „{0}“ aus einem Blatt namens {1}; vorhanden sind {2}.{3}',
  'Correct "from" of {0} in data/milepost.json, or rename the sheet.':
    '"from" von „{0}“ in data/milepost.json berichtigen oder das Blatt umbenennen.',
  'The sheets {0} and {1} have the same name in effect; the first was read.':
    'Die Blätter {0} und {1} haben praktisch denselben Namen; gelesen wurde das erste.',
  'Move the rows to one of the two sheets, or rename the other.':
    'Die Zeilen in eines der beiden Blätter bringen oder das andere umbenennen.',
  'Sheets that are not part of a plan were ignored: {0}.':
    'Blätter, die nicht zu einem Plan gehören, wurden übergangen: {0}.',
  'Nothing, if that is meant; otherwise rename the sheet.':
    'Nichts, wenn das so gemeint ist; sonst das Blatt umbenennen.',
  'There is no sheet named {0}; the {1}s were read from this one, which has their columns too.':
    'Ein Blatt namens „{0}“ gibt es nicht; die {1:plural} wurden aus diesem gelesen, das auch ihre Spalten hat.',
  'Nothing, if that is meant; otherwise add a sheet named {0}.':
    'Nichts, wenn das so gemeint ist; sonst ein Blatt namens „{0}“ anlegen.',
  'There are no rows yet: the sheet has a header at {0}, and no goal below it.':
    'Es gibt noch keine Zeilen: Das Blatt hat eine Kopfzeile bei {0}, aber kein Ziel darunter.',
  'Write at least one goal, with its team, title, start and due day.':
    'Mindestens ein Ziel eintragen, mit Team, Titel, Beginn und Fälligkeitstag.',

  'No row of the first {0} has the columns that the sheet needs: {1}.':
    'Keine der ersten {0} Zeilen hat die Spalten, die das Blatt braucht: {1}.',
  '{0} Those rows are empty.': '{0} Diese Zeilen sind leer.',
  'Put a header row above the rows.': 'Eine Kopfzeile über die Zeilen setzen.',
  '{0} The row at {1} comes closest, with {2}; missing is {3}.{4}':
    '{0} Am nächsten kommt die Zeile bei {1} mit {2}; nicht dabei: {3}.{4}',
  ' Did you mean {0} by {1}?': ' Ist {0} als {1} gemeint?',
  'Add {0} to the header row, or rename the column that holds it; or say which column it is in data/milepost.json, as the check command proposes.':
    '{0} in der Kopfzeile ergänzen oder die passende Spalte umbenennen; oder in data/milepost.json angeben, welche Spalte es ist, wie es der Befehl check vorschlägt.',
  'The column {0} means the same as {1}, which was read.':
    'Die Spalte {0} bedeutet dasselbe wie {1}, die gelesen wurde.',
  'Rename or remove the column that is not meant.':
    'Die Spalte, die nicht gemeint ist, umbenennen oder entfernen.',
  'Columns that are not known were ignored: {0}.': 'Unbekannte Spalten wurden übergangen: {0}.',
  'Nothing, if that is meant; otherwise rename the column.':
    'Nichts, wenn das so gemeint ist; sonst die Spalte umbenennen.',
  'The sheet has more than one table; the first was read, and not what begins at {0}.':
    'Das Blatt hat mehr als eine Tabelle; gelesen wurde die erste und nicht, was bei {0} beginnt.',
  'Nothing, if that is meant; otherwise move the other table to a sheet of its own.':
    'Nichts, wenn das so gemeint ist; sonst die andere Tabelle in ein eigenes Blatt bringen.',
  'Headings, totals and other rows that name no {0} were skipped: {1}.':
    'Überschriften, Summen und andere Zeilen, die {0:keinen} nennen, wurden übergangen: {1}.',
  'Nothing, if that is meant; otherwise fill in {0} and what else the row needs.':
    'Nichts, wenn das so gemeint ist; sonst „{0}“ ausfüllen und was die Zeile noch braucht.',
  'Blank cells in {0} took the value above them, from {1} on down.':
    'Leere Zellen in {0} haben den Wert über ihnen übernommen, von {1} an abwärts.',
  'Nothing, if that is meant; otherwise fill in the {0} of each row.':
    'Nichts, wenn das so gemeint ist; sonst „{0}“ in jeder Zeile ausfüllen.',
  'The week of {0} has the column at {1} already, which was read.':
    'Die Woche vom {0} hat schon die Spalte bei {1}, die gelesen wurde.',
  'Mend the day, or remove the column.': 'Den Tag berichtigen oder die Spalte entfernen.',

  'Every row has the {0} {1}, as the configuration says.':
    'Jede Zeile hat in „{0}“ den Wert {1}, so sagt es die Konfiguration.',
  'Nothing, if that is meant; otherwise change it in data/milepost.json.':
    'Nichts, wenn das so gemeint ist; sonst in data/milepost.json ändern.',
  'The configuration takes {0} from {1}, but {2}.': 'Die Konfiguration nimmt „{0}“ aus {1}, aber {2}.',
  'the sheet “{0}” has no such header': 'das Blatt „{0}“ hat keine solche Überschrift',
  '{0}, and it is no {1}': '{0}, und es ist {1:kein}',
  '. Did you mean {0}': '. Vielleicht gemeint: {0}',
  'Correct {0} in data/milepost.json: name a header of the sheet, or give a value that every row has.':
    '{0} in data/milepost.json berichtigen: eine Überschrift des Blatts nennen oder einen Wert, den jede Zeile hat.',

  'The setting {0} stands twice; the first counts.': 'Die Einstellung {0} steht zweimal da; die erste gilt.',
  'Remove one of the two rows.': 'Eine der beiden Zeilen entfernen.',
  'The setting {0} is not known, and was ignored.{1}':
    'Die Einstellung {0} ist unbekannt und wurde übergangen.{1}',
  'The settings are {0}.': 'Die Einstellungen sind {0}.',
  '{0} cannot be used for {1}; expected is {2}. The default holds.':
    '{0} ist für „{1}“ nicht zu verwenden; erwartet wird {2}. Es gilt der Vorgabewert.',
  'Write {0}.': 'Eintragen: {0}.',
  'At risk from ({0}) must be less than Off track from ({1}); the defaults of both hold.':
    '„At risk from“ ({0}) muss kleiner sein als „Off track from“ ({1}); es gelten die Vorgabewerte für beide.',
  'Write an At risk from that is less than Off track from.':
    'Für „At risk from“ einen kleineren Wert eintragen als für „Off track from“.',
  'a text': 'ein Text',
  'a time zone by its IANA name, such as Europe/Zurich':
    'eine Zeitzone mit ihrem IANA-Namen, etwa Europe/Zurich',
  'a locale, such as en-GB, en-US or de-DE': 'ein Gebietsschema, etwa de-DE, en-GB oder en-US',
  'a currency by its three letters, such as EUR': 'eine Währung mit ihren drei Buchstaben, etwa EUR',
  'a day of the week, such as Monday': 'ein Wochentag, etwa Montag',
  'a share above 0 and up to 100 %, such as 10%': 'ein Anteil über 0 und bis 100\u202f%, etwa 10\u202f%',
  'a share above 0 and up to 100 %, such as 25%': 'ein Anteil über 0 und bis 100\u202f%, etwa 25\u202f%',
  'a whole number of days from 1 to 365': 'eine ganze Zahl von Tagen, von 1 bis 365',
  'a whole number of days from 1 to 3650': 'eine ganze Zahl von Tagen, von 1 bis 3650',
  'a whole number of seconds from 5 to 3600': 'eine ganze Zahl von Sekunden, von 5 bis 3600',
};
