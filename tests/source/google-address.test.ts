import { expect, it } from 'vitest';
import { SourceFault } from '../../src/source/fault.ts';
import { spreadsheetId } from '../../src/source/google/spreadsheet-id.ts';
import { kindOfSource } from '../../src/source/locate.ts';
import { SHEET_ID as ID } from '../helpers/google-pull.ts';

const nowhere = () => false;

it.each([
  [ID],
  [`  ${ID} `],
  [`https://docs.google.com/spreadsheets/d/${ID}`],
  [`docs.google.com/spreadsheets/d/${ID}`],
  [`https://docs.google.com/spreadsheets/d/${ID}/`],
  [`https://docs.google.com/spreadsheets/d/${ID}/edit?usp=sharing`],
  [`https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`],
  [`https://docs.google.com/spreadsheets/d/${ID}/edit#gid=1234&range=D14`],
  [`https://docs.google.com/spreadsheets/d/${ID}/view?ouid=1&resourcekey=2`],
  [`https://docs.google.com/spreadsheets/d/${ID}?authuser=1`],
  [`https://docs.google.com/spreadsheets/u/1/d/${ID}/edit`],
  [`https://docs.google.com/a/example.com/spreadsheets/d/${ID}/edit#gid=0`],
  [`https://docs.google.com/spreadsheets/d/${ID}/htmlview`],
  [`https://docs.google.com/spreadsheets/d/${ID}/copy`],
  [`https://drive.google.com/open?id=${ID}`],
  [`https://drive.google.com/open?usp=drive_copy&id=${ID}&authuser=0`],
  [`https://docs.google.com/spreadsheets/ccc?key=${ID}#gid=0`],
])('%s leads to the sheet', (text) => {
  expect(kindOfSource(text, nowhere)).toBe('google');
  expect(spreadsheetId(text)).toBe(ID);
});

it.each([
  ['https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopqrstuvwxyz/pubhtml', /published/],
  ['https://docs.google.com/spreadsheets/u/0/', /names no sheet/],
  ['https://docs.google.com/spreadsheets/d/short/edit', /names no sheet/],
  [`https://docs.google.com/spreadsheets/d/${ID}!/edit`, /names no sheet/],
  ['', /names no sheet/],
])('%s leads to none', (text, what) => {
  try {
    spreadsheetId(text);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SourceFault);
    expect(error).toMatchObject({ code: 'google-address', kind: 'usage', what: expect.stringMatching(what) });
  }
});
