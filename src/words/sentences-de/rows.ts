/** What is said of rows, how they hang together, and of the history. */
export const ROWS: Readonly<Record<string, string>> = {
  'The ID “{0}” is that of the row at {1} already; each {2} needs its own.':
    'Die ID „{0}“ gehört schon der Zeile bei {1}; {2:jeder} braucht eine eigene.',
  'Give this row an ID that no other row has.': 'Dieser Zeile eine ID geben, die keine andere hat.',
  '{0} has a row at {1} already; the first counts.': '{0} hat schon eine Zeile bei {1}; die erste gilt.',
  'Bring the two rows together, or write the names so that they differ.':
    'Die beiden Zeilen zusammenführen oder die Namen so schreiben, dass sie sich unterscheiden.',
  'The {0} {1} is left out because of {2}, and this row with it.':
    '{0:Der} {1} zählt wegen {2} nicht mit, und diese Zeile auch nicht.',
  'Mend {0}.': '{0} berichtigen.',
  'No {0} has the ID or the title {1}.{2}': '{0:Kein} hat die ID oder den Titel {1}.{2}',
  'The spreadsheet made a day of what was typed. Format the column as plain text, here and in the ID column of the {0}s, and type it again.':
    'Die Tabellenkalkulation hat aus der Eingabe einen Tag gemacht. Die Spalte als reinen Text formatieren, hier und bei den IDs der {0:plural}, und neu eintippen.',
  'Write the ID or the title of a {0} as it stands in its own sheet, or add that {1}.':
    'Die ID oder den Titel {0:eines} genau wie im eigenen Blatt eintragen, oder {1:diesen} dort ergänzen.',
  '{0} is the title of more than one {1}: {2}.': '{0} ist der Titel mehrerer {1:plural}: {2}.',
  'Give those rows IDs and write the ID here, or write it as {0}.':
    'Diesen Zeilen IDs geben und hier die ID eintragen, oder den Titel als „{0}“ schreiben.',
  'Team / Goal': 'Team / Ziel',
  'Goal / Milestone': 'Ziel / Meilenstein',
  'Give those rows IDs, or titles that differ, and write one of them here.':
    'Diesen Zeilen IDs oder verschiedene Titel geben und hier davon eintragen, was gemeint ist.',
  '{0} names no one goal or milestone.{1}':
    '{0} nennt kein bestimmtes Ziel und keinen bestimmten Meilenstein.{1}',
  'Write the ID or the title of a goal or milestone, or leave the cell blank.':
    'Die ID oder den Titel eines Ziels oder Meilensteins eintragen oder die Zelle leer lassen.',
  'The status {0} is one of goals and milestones; the action counts as in progress.':
    'Den Status „{0}“ gibt es nur für Ziele und Meilensteine; die Aktion zählt als in Arbeit.',
  'Write not started, in progress, blocked, done or dropped.':
    'Eines davon eintragen: nicht begonnen, in Arbeit, blockiert, erledigt oder gestrichen.',

  '{0} The row counts with what was last read, on {1}: {2}.':
    '{0} Die Zeile zählt mit dem, was am {1} zuletzt zu lesen war: {2}.',
  '{0} is blank': '{0}: leer',
  '{0} {1} cannot be used': '{0}: {1} ist nicht zu verwenden',
  '{0}; counting {1}, from {2}': '{0}; es zählt: {1}, Stand {2}',
  nothing: 'nichts',
  nobody: 'niemand',
  'what it held': 'was darin stand',

  'Its only action is done': 'Die einzige Aktion ist erledigt',
  'All its {0} actions are done': 'Alle {0} Aktionen sind erledigt',
  '{0}, but the milestone is not.': '{0}, der Meilenstein aber nicht.',
  'Close it or add the next action.': 'Ihn abschließen oder die nächste Aktion eintragen.',
  'The {0} was done on {1}, which is after {2}, the day of this report.':
    '{0:Der} wurde am {1} erledigt, nach dem {2}, dem Tag dieses Berichts.',
  'Write the day on which it was done, or clear the cell until it is.':
    'Den Tag eintragen, an dem es erledigt wurde, oder die Zelle bis dahin leeren.',
  'The {0} is done, but Done on has no day, so that no promise can be judged by it.':
    '{0:Der} ist erledigt, aber „Done on“ nennt keinen Tag, sodass sich keine Zusage daran messen lässt.',
  'Write the day on which it was done into Done on.':
    'In „Done on“ den Tag eintragen, an dem es erledigt wurde.',
  'The {0} is due on {1}, after its {2} {3}, which is due on {4}.':
    '{0:Der} ist am {1} fällig, später als {2:der} {3}, fällig am {4}.',
  "Bring the day forward, or move the {0}'s.": 'Den Tag vorziehen oder den {0:des} verschieben.',
  'The {0} is due on {1}, before it starts on {2}.': '{0:Der} ist am {1} fällig, vor dem Beginn am {2}.',
  'Mend one of the two days.': 'Einen der beiden Tage berichtigen.',
  'The milestone has started and is not done, but has no open action.':
    'Der Meilenstein hat begonnen und ist nicht erledigt, hat aber keine offene Aktion.',
  'Add its next action in the Actions sheet, or close the milestone.':
    'Die nächste Aktion im Blatt „Actions“ eintragen oder den Meilenstein abschließen.',
  'The milestone is done, but its progress says {0}.':
    'Der Meilenstein ist erledigt, sein Fortschritt sagt aber {0}.',
  'Write 100 %, or clear the progress; or reopen the milestone.':
    '100\u202f% eintragen oder den Fortschritt leeren; oder den Meilenstein wieder öffnen.',
  'The progress says 100 %, but the milestone is not done.':
    'Der Fortschritt sagt 100\u202f%, der Meilenstein ist aber nicht erledigt.',
  'Set its status to done and write the day into Done on, or write a lower progress.':
    'Den Status auf „erledigt“ setzen und den Tag in „Done on“ eintragen, oder einen geringeren Fortschritt eintragen.',
  'The milestone is not started, but its progress says {0}.':
    'Der Meilenstein ist nicht begonnen, sein Fortschritt sagt aber {0}.',
  'Set its status to in progress, or clear the progress.':
    'Den Status auf „in Arbeit“ setzen oder den Fortschritt leeren.',

  'The owner of the {0} is {1}, which is no one person; expected is one who answers for it.':
    'Zuständig für {0:den} ist {1}, und das ist keine einzelne Person; erwartet wird eine, die dafür einsteht.',
  'Write the name of one person, and the others in Notes.':
    'Den Namen einer Person eintragen und die anderen in „Notes“.',
  'The {0} has 2 owners by its cell: {1} and {2}. Did you mean {3}?':
    'Für {0:den} sind laut Zelle 2 Personen zuständig: {1} und {2}. Ist {3} gemeint?',
  'Write {0}, with the first name first and no comma; or leave one owner, if they are two.':
    '{0} schreiben, mit dem Vornamen zuerst und ohne Komma; oder, wenn es zwei sind, nur eine Person stehen lassen.',
  'The {0} has {1} owners: {2}; expected is one who answers for it.':
    'Für {0:den} sind {1} Personen zuständig: {2}; erwartet wird eine, die dafür einsteht.',
  'Leave one owner, and name the others in Notes, or give each an action.':
    'Nur eine Person stehen lassen und die anderen in „Notes“ nennen, oder jeder eine eigene Aktion geben.',
  'Leave one owner, and name the others in Notes.':
    'Nur eine Person stehen lassen und die anderen in „Notes“ nennen.',
  '{0} {1} more cell names it too.': '{0} Der Name steht noch in {1} weiteren Zelle.',
  '{0} {1} more cells name it too.': '{0} Der Name steht noch in {1} weiteren Zellen.',
  '{0} stands in {1} cell': '{0} steht in {1} Zelle',
  '{0} stands in {1} cells': '{0} steht in {1} Zellen',
  '{0} and {1}; they count as two people, and may be one.':
    '{0}, {1}; sie zählen als zwei Personen und sind vielleicht eine.',
  'Write {0} everywhere; or, if they are two people, add both to the People sheet.':
    'Überall {0} schreiben; oder, wenn es zwei Personen sind, beide im Blatt „People“ eintragen.',
  'The {0} {1} is not in the {2} sheet, and counts as one of its own.{3}':
    '{0:Der} {1} fehlt im Blatt „{2}“ und zählt als eigener Eintrag.{3}',
  'Write the name as it stands in the {0} sheet, or add a row there.':
    'Den Namen so schreiben wie im Blatt „{0}“ oder dort eine Zeile ergänzen.',
  '{0} is not in the People sheet.{1}': '{0} fehlt im Blatt „People“.{1}',
  'Add a row to the People sheet, or write the name as it stands there.':
    'Im Blatt „People“ eine Zeile ergänzen oder den Namen so schreiben, wie er dort steht.',

  'Line {0} of {1} is no event that can be read: {2}. It was skipped, and stays in the file.':
    'Zeile {0} von {1} ist kein lesbares Ereignis: {2}. Sie wurde übergangen und bleibt in der Datei.',
  'Bring the line back from an earlier version of the file, or take it out; without it, the history lacks what it told.':
    'Die Zeile aus einer früheren Fassung der Datei zurückholen oder herausnehmen; ohne sie fehlt der Vorgeschichte, was darin stand.',
  '{0} has the last plan seen, but {1} has no line that can be read: the history begins anew.':
    '{0} enthält den zuletzt gesehenen Plan, aber {1} hat keine lesbare Zeile: Die Vorgeschichte beginnt von vorn.',
  'Bring {0} back from an earlier version, before the next pull, to keep what was first promised.':
    '{0} vor dem nächsten Abruf aus einer früheren Fassung zurückholen, damit die ersten Zusagen erhalten bleiben.',
  '{0} is missing or not whole. The last plan seen was worked out from {1}; cells in error have no last good value unless the history follows them.':
    '{0} fehlt oder ist unvollständig. Der zuletzt gesehene Plan wurde aus {1} ermittelt; fehlerhafte Zellen haben nur dann einen letzten gültigen Wert, wenn die Vorgeschichte sie verfolgt.',
  'Nothing needs to be done: the next pull that finds the plan changed writes {0} anew.':
    'Nichts zu tun: Der nächste Abruf, der den Plan geändert findet, schreibt {0} neu.',
  '{0} {1} Its rows are missing.': '{0} {1} Die Zeilen dieser Quelle fehlen.',

  '“{0}”': '„{0}“',
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  '{0} more': '{0} weitere',
  '{0} and {1} more': '{0} und {1} weitere',
  '{0} of {1}': '{0} in {1}',
  ' Did you mean {0}?': ' Ist {0} gemeint?',
};
