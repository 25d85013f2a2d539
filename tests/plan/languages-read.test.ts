import { expect, test } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { book, day, iso, sheet } from '../helpers/grids.ts';
import { brief, readBook } from '../helpers/plans.ts';

const START = day('2026-01-01');
const DUE = day('2026-12-31');

/** One plan, as a team of each language would lay it out, with days as text and a row of totals. */
const PLANS: Readonly<Record<string, readonly Grid[]>> = {
  de: [
    sheet('Ziele', [
      [
        'Bereich',
        'Ziel',
        'Verantwortlich',
        'Beginn',
        'Fällig am',
        'Ausgangswert',
        'Zielwert',
        'Ist',
        'Status',
      ],
      ['Nord', 'Acme', 'Ana Ray', START, DUE, 0, 10, 3, 'im Plan'],
      ['Summe', null, null, null, null, null, 10, 3],
    ]),
    sheet('Meilensteine', [
      ['Ziel', 'Meilenstein', 'Zuständig', 'Frist', 'Erledigt am', 'Fortschritt', 'Status'],
      ['Acme', 'Pilot', 'Ana Ray', '30. Juni 2026', null, '40 %', 'In Arbeit'],
    ]),
    sheet('Maßnahmen', [
      ['Meilenstein', 'Maßnahme', 'Wer', 'Bis wann', 'Stand', 'Für'],
      ['Pilot', 'Anruf', 'Bruno Dow', '31. März 2026', 'Offen', 'Ana Ray'],
    ]),
  ],
  fr: [
    sheet('Objectifs', [
      [
        'Équipe',
        'Objectif',
        'Responsable',
        'Date de début',
        'Échéance',
        'Valeur initiale',
        'Cible',
        'Actuel',
        'Statut',
      ],
      ['Nord', 'Acme', 'Ana Ray', START, DUE, 0, 10, 3, 'en bonne voie'],
      ['Total', null, null, null, null, null, 10, 3],
    ]),
    sheet('Jalons', [
      ['Objectif', 'Jalon', 'Pilote', 'Date limite', 'Fait le', 'Avancement', 'État'],
      ['Acme', 'Pilot', 'Ana Ray', '30 juin 2026', null, '40 %', 'En cours'],
    ]),
    sheet('Plan d’action', [
      ['Jalon', 'Tâche', 'Qui', 'Pour quand', 'Statut', 'Pour'],
      ['Pilot', 'Anruf', 'Bruno Dow', '31 mars 2026', 'À faire', 'Ana Ray'],
    ]),
  ],
  es: [
    sheet('Objetivos', [
      [
        'Equipo',
        'Objetivo',
        'Responsable',
        'Fecha de inicio',
        'Fecha límite',
        'Línea base',
        'Meta',
        'Actual',
        'Estado',
      ],
      ['Nord', 'Acme', 'Ana Ray', START, DUE, 0, 10, 3, 'a tiempo'],
      ['Totales', null, null, null, null, null, 10, 3],
    ]),
    sheet('Hitos', [
      ['Objetivo', 'Hito', 'Responsable', 'Vencimiento', 'Terminado el', 'Avance', 'Estado'],
      ['Acme', 'Pilot', 'Ana Ray', '30 de junio de 2026', null, '40 %', 'En progreso'],
    ]),
    sheet('Tareas', [
      ['Hito', 'Tarea', 'Quién', 'Cuándo', 'Estado', 'Para'],
      ['Pilot', 'Anruf', 'Bruno Dow', '31 de marzo de 2026', 'Pendiente', 'Ana Ray'],
    ]),
  ],
  pt: [
    sheet('Metas', [
      ['Equipe', 'Objetivo', 'Responsável', 'Início', 'Prazo', 'Linha de base', 'Meta', 'Atual', 'Status'],
      ['Nord', 'Acme', 'Ana Ray', START, DUE, 0, 10, 3, 'No prazo'],
      ['Total', null, null, null, null, null, 10, 3],
    ]),
    sheet('Marcos', [
      ['Objetivo', 'Marco', 'Responsável', 'Data limite', 'Concluído em', 'Progresso', 'Situação'],
      ['Acme', 'Pilot', 'Ana Ray', '30 de junho de 2026', null, '40 %', 'Em andamento'],
    ]),
    sheet('Plano de ação', [
      ['Marco', 'O que', 'Quem', 'Até quando', 'Status', 'Para quem'],
      ['Pilot', 'Anruf', 'Bruno Dow', '31 de março de 2026', 'A fazer', 'Ana Ray'],
    ]),
  ],
};

test.each(Object.entries(PLANS))('a plan that is all in %s reads as it would in English', (_, grids) => {
  const { goals, milestones, actions, problems } = readBook(book(grids));
  expect(brief(problems).map((problem) => problem.split(' ')[0])).toEqual(['skipped-rows']);
  expect(goals).toMatchObject([
    { title: 'Acme', owners: ['Ana Ray'], baseline: 0, target: 10, current: 3, declared: 'on track' },
  ]);
  expect(milestones).toMatchObject([
    { title: 'Pilot', typedProgress: 0.4, state: 'in progress', doneOn: null },
  ]);
  expect(actions).toMatchObject([
    { title: 'Anruf', owners: ['Bruno Dow'], state: 'not started', promisedTo: 'Ana Ray' },
  ]);
  expect([iso(milestones[0]?.due), iso(actions[0]?.due)]).toEqual(['2026-06-30', '2026-03-31']);
});
