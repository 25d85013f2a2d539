/** What is said of single cells: days, numbers, statuses and values. */
export const CELLS: Readonly<Record<string, string>> = {
  'The cell shows the error {0}, where a value was expected.':
    'Die Zelle zeigt den Fehler {0}, wo ein Wert erwartet wird.',
  'Mend the formula, or type the value.': 'Die Formel berichtigen oder den Wert eintippen.',
  'The cell has a formula, but the workbook does not store its result.':
    'Die Zelle hat eine Formel, aber die Arbeitsmappe speichert ihr Ergebnis nicht.',
  'Open the workbook in the spreadsheet program and save it there, so that it stores the results of its formulas.':
    'Die Arbeitsmappe in der Tabellenkalkulation öffnen und dort speichern, damit sie die Ergebnisse ihrer Formeln enthält.',

  '{0} {1}; expected is one day.': '{0} {1}; erwartet wird ein einzelner Tag.',
  'names more than one day': 'nennt mehr als einen Tag',
  'names more than one day, or a span of them': 'nennt mehr als einen Tag oder einen Zeitraum',
  'holds more than a day': 'enthält neben dem Tag noch anderes',
  'is a day of the week': 'ist ein Wochentag',
  'has no year': 'hat kein Jahr',
  'is no day': 'ist kein Tag',
  'names a month, but no day of it': 'nennt einen Monat, aber keinen Tag darin',
  'is a day that no year has': 'ist ein Tag, den es in keinem Jahr gibt',
  'is a time with no day': 'ist eine Uhrzeit ohne Tag',
  'is another day each time that it is read': 'ist jedes Mal, wenn es gelesen wird, ein anderer Tag',
  'names no day': 'nennt keinen Tag',
  'is a quarter, not a day': 'ist ein Quartal und kein Tag',
  'is a half-year, not a day': 'ist ein Halbjahr und kein Tag',
  'is a week, not a day': 'ist eine Woche und kein Tag',
  'is a length of time, not a day': 'ist eine Dauer und kein Tag',
  'is the end of a span that moves, not a day': 'ist das Ende eines Zeitraums, der weiterrückt, und kein Tag',
  'is a season, not a day': 'ist eine Jahreszeit und kein Tag',
  'is a year, not a day': 'ist ein Jahr und kein Tag',

  'Write the day, such as 2026-03-31, or format the cell as a date.':
    'Den Tag eintragen, etwa 31.03.2026, oder die Zelle als Datum formatieren.',
  'Write the day, such as 2026-03-31; a time is not needed.':
    'Den Tag eintragen, etwa 31.03.2026; eine Uhrzeit ist nicht nötig.',
  'Write the day itself, such as 2026-03-31.': 'Den Tag selbst eintragen, etwa 31.03.2026.',
  'Write the day that you aim for, such as 2026-03-31; it may be moved later.':
    'Den angestrebten Tag eintragen, etwa 31.03.2026; er darf später verschoben werden.',
  'Write the day on which it ends, such as 2026-03-31.':
    'Den Tag eintragen, an dem es endet, etwa 31.03.2026.',
  'Write the day, such as {0}.': 'Den Tag eintragen, etwa {0}.',
  'Write which one, such as 2026-03-31.': 'Eintragen, welcher gemeint ist, etwa 31.03.2026.',
  'Write the one day that counts alone.': 'Nur den einen Tag eintragen, der zählt.',
  'Write the one day that counts alone, such as {0}.': 'Nur den einen Tag eintragen, der zählt, etwa {0}.',
  'Write the one day that counts alone, and the rest into Notes.':
    'Nur den einen Tag eintragen, der zählt, und den Rest in „Notes“.',
  'If that day is the one that counts, write {0} alone, and put the rest into Notes.':
    'Zählt dieser Tag, nur {0} eintragen und den Rest in „Notes“.',
  '{0} Put the rest into Notes.': '{0} Den Rest in „Notes“ eintragen.',
  'Write the last day of it, such as 2026-12-31.': 'Den letzten Tag davon eintragen, etwa 31.12.2026.',
  'Write the last day that is meant, such as 2026-06-30.':
    'Den letzten gemeinten Tag eintragen, etwa 30.06.2026.',
  'Write the last day that is meant, such as {0}.': 'Den letzten gemeinten Tag eintragen, etwa {0}.',
  'Write the last day of that week, such as {0}.': 'Den letzten Tag dieser Woche eintragen, etwa {0}.',
  'Write a day that there is, with its year, such as {0}.':
    'Einen Tag eintragen, den es gibt, mit seinem Jahr, etwa {0}.',
  'Write a day that exists, such as {0}.': 'Einen Tag eintragen, den es gibt, etwa {0}.',
  'Write a day that exists, such as 2026-03-31.': 'Einen Tag eintragen, den es gibt, etwa 31.03.2026.',
  'Add the year: write the day such as 2026-03-31.':
    'Das Jahr ergänzen und den Tag so eintragen: 31.03.2026.',
  'Add the year: write the day such as {0}.': 'Das Jahr ergänzen und den Tag so eintragen: {0}.',
  'Write {0}, with its dashes.': '{0} eintragen, mit den Punkten.',
  'Write {0}, or format the cell as a date.': '{0} eintragen oder die Zelle als Datum formatieren.',
  'Check the year, and write it with four digits.': 'Das Jahr prüfen und mit vier Ziffern schreiben.',

  'A day was expected, and the cell holds the number {0}.':
    'Erwartet wird ein Tag; die Zelle enthält die Zahl {0}.',
  '{0} is a number; expected is one day.': '{0} ist eine Zahl; erwartet wird ein einzelner Tag.',
  '{0} is no day of the calendar: that month ends on {1}.':
    '{0} ist kein Tag des Kalenders: Dieser Monat endet am {1}.',
  '{0} is no day of the calendar.': '{0} ist kein Tag des Kalenders.',
  '{0} is a day of the year {1}; expected is one from {2} to {3}.':
    '{0} ist ein Tag des Jahres {1}; erwartet wird einer von {2} bis {3}.',
  "{0} may be {1}; the plan's locale does not settle which.":
    '{0} kann {1} bedeuten; das Gebietsschema des Plans entscheidet das nicht.',
  'Format the cell as a date, or write {0}; or set Locale in the Settings sheet, such as en-GB or en-US.':
    'Die Zelle als Datum formatieren oder {0} eintragen; oder „Locale“ im Blatt „Settings“ setzen, etwa auf de-DE oder en-US.',
  'the day first': 'der Tag zuerst',
  'the month first': 'der Monat zuerst',
  'with dots, {0} is expected': 'mit Punkten {0} steht',
  'the locale {0} writes {1}': 'im Gebietsschema {0} {1} steht',
  '{0} was read as {1}, the only day that it can be, though {2}.':
    '{0} wurde als {1} gelesen, da es kein anderer Tag sein kann, obwohl {2}.',

  '{0} {1}; expected is one number.': '{0} {1}; erwartet wird eine einzelne Zahl.',
  '{0} is no number; expected is one number.': '{0} ist keine Zahl; erwartet wird eine einzelne Zahl.',
  'is a span, not one number': 'ist eine Spanne und keine einzelne Zahl',
  'is a part of a whole, not one number': 'ist ein Teil eines Ganzen und keine einzelne Zahl',
  'is about a number, not one': 'ist nur ungefähr eine Zahl',
  'is a limit, not one number': 'ist eine Grenze und keine einzelne Zahl',
  'is a number in words or as a fraction': 'ist eine Zahl in Worten oder als Bruch',
  'is more than a number': 'ist mehr als eine Zahl',
  'Write the one that counts: {0} or {1}.': 'Die Zahl eintragen, die zählt: {0} oder {1}.',
  'Write {0} here, and {1} into Target where it is the target.':
    'Hier {0} eintragen und {1} in „Target“, falls es der Zielwert ist.',
  'Write {0} alone where that is near enough, and the rest into Notes.':
    'Nur {0} eintragen, wenn das genau genug ist, und den Rest in „Notes“.',
  'Write {0} alone; a target is reached at its number anyway.':
    'Nur {0} eintragen; ein Zielwert ist ohnehin mit seiner Zahl erreicht.',
  'Write it in digits, such as 50% or {0}.': 'In Ziffern schreiben, etwa 50 % oder {0}.',
  'Write {0} alone, and the rest into Unit or Notes.':
    'Nur {0} eintragen und den Rest in „Unit“ oder „Notes“.',
  'Write the number alone, such as {0} or {1}; say what it counts in Unit or Notes.':
    'Nur die Zahl eintragen, etwa {0} oder {1}; was sie zählt, gehört in „Unit“ oder „Notes“.',
  'A number was expected, and the cell holds the day {0}.':
    'Erwartet wird eine Zahl; die Zelle enthält den Tag {0}.',
  'Format the cell as a number and type the number again; a part such as 3/5 is written as 60%.':
    'Die Zelle als Zahl formatieren und die Zahl neu eintippen; ein Anteil wie 3/5 wird als 60 % geschrieben.',
  '{0} may be {1} or {2}; the plan has no locale that settles which.':
    '{0} kann {1} oder {2} bedeuten; der Plan hat kein Gebietsschema, das es entscheidet.',
  'Format the cell as a number, or write it with no thousands separator; or set Locale in the Settings sheet.':
    'Die Zelle als Zahl formatieren oder die Zahl ohne Tausendertrennzeichen schreiben; oder „Locale“ im Blatt „Settings“ setzen.',

  'The weight is {0}; expected is a number above 0.': 'Das Gewicht ist {0}; erwartet wird eine Zahl über 0.',
  'Write a weight above 0, or leave the cell blank for 1. To take the row out of the count, drop it by its status.':
    'Ein Gewicht über 0 eintragen oder die Zelle für 1 leer lassen. Soll die Zeile nicht zählen, bekommt sie den Status „gestrichen“.',
  'from 0 to 10': 'von 0 bis 10',
  'from 0 % to 100 %': 'von 0 % bis 100 %',
  'The value is {0}; expected in {1} is one {2}.': 'Der Wert ist {0}; erwartet wird in {1} einer {2}.',
  'Write a value {0}.': 'Einen Wert {0} eintragen.',
  'is blank': 'ist leer',
  'says only {0}': 'enthält nur {0}',
  'The cell in {0} {1}, and every {2} needs one.': 'Die Zelle in {0} {1}; {2:jeder} braucht dort einen Wert.',
  'Fill in {0}.': '{0} ausfüllen.',

  'looks like a day, not a status': 'sieht nach einem Tag aus und nicht nach einem Status',
  'If it was done on that day, write the day into Done on and leave this cell blank; otherwise write one of:':
    'Wurde es an diesem Tag erledigt, den Tag in „Done on“ eintragen und diese Zelle leer lassen; sonst eines davon eintragen:',
  'is an amount, not a status': 'ist eine Menge und kein Status',
  'Write how far a milestone is into Progress, and here one of:':
    'Wie weit ein Meilenstein ist, gehört in „Progress“; hier eines davon eintragen:',
  'says more than one thing, or no status that is understood':
    'sagt mehr als eines oder keinen Status, der verstanden wird',
  'Keep the status alone, and put the rest into Notes. Write one of:':
    'Nur den Status stehen lassen und den Rest in „Notes“ eintragen. Eines davon eintragen:',
  'is no status that is understood': 'ist kein Status, der verstanden wird',
  'Write one of:': 'Eines davon eintragen:',
  'Write one of: {0}.': 'Eines davon eintragen: {0}.',
  '{0} is no kind of update that is understood; the update is shown without one.':
    '{0} ist keine Art von Meldung, die verstanden wird; die Meldung steht ohne Art da.',
  '{0} does not say which way is better; expected is up or down.':
    '{0} sagt nicht, welche Richtung besser ist; erwartet wird „auf“ oder „ab“.',
  'Write up where more is better, or down where less is.':
    '„auf“ eintragen, wenn mehr besser ist, „ab“, wenn weniger besser ist.',
  '{0} is no web or mail address, and is not published.':
    '{0} ist keine Web- oder Mailadresse und wird nicht veröffentlicht.',
  'Write a whole address that begins with https:// or http://.':
    'Eine ganze Adresse eintragen, die mit https:// oder http:// beginnt.',
};
