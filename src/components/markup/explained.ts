import { type Door, type Explanation, sumText } from '../../site/explain/explanation.ts';
import { html, type Markup } from './html.ts';

/** A figure that can be opened: what stands there closed, and how it was worked out. */
export function explained(how: Explanation, figure: Markup, door: Door): Markup {
  return html`<details class="explain">
    <summary> ${figure} <span class="unseen">${door.words.explain.open}</span> </summary>
    ${workedOut(how, door)}
  </details>`;
}

/** How a figure was worked out, in words, with what went in, the rows that count and the sum. */
export function workedOut(how: Explanation, door: Door): Markup {
  const { explain, status: statusWords } = door.words;
  const { columns, conditions, inputs, more, rows, rules, sums } = how;
  const decides = conditions.findIndex(({ holds }) => holds);
  return html`<div class="how">
    ${rules.map((rule) => html`<p>${rule}</p>`)}
    ${
      inputs.length > 0 &&
      html`<dl>
      ${inputs.map(({ label, value }) => html`<div> <dt>${label}</dt> <dd>${value}</dd> </div>`)}
    </dl>`
    }
    ${
      rows.length > 0 &&
      html`<table>
      <thead> <tr> ${columns.map((column, i) => html`<th scope="col"${i > 0 && NUMBERS}> ${column} </th>`)} </tr> </thead>
      <tbody> ${rows.map(
        ({ title, href, cells }) => html`<tr>
          <td>${href === null ? title : html`<a href="${href}">${title}</a>`}</td>
          ${cells.map((cell) => html`<td class="num">${cell}</td>`)}
        </tr>`,
      )} </tbody>
    </table>`
    }
    ${more > 0 && html`<p>${explain.more(more)}</p>`}
    ${sums.map((sum) => html`<p class="sum"> <span>${sum.label}</span> ${sumText(sum, door)} </p>`)}
    ${
      conditions.length > 0 &&
      html`<ol>
      ${conditions.map(
        ({ status, text, holds }, i) => html`<li${holds && HOLDS}>
          <span>${statusWords[status]}</span> ${text}
          ${holds && html`<b>${i === decides ? explain.decides : explain.holds}</b>`}
        </li>`,
      )}
    </ol>`
    }
  </div>`;
}

const NUMBERS = html` class="num"`;
const HOLDS = html` class="holds"`;
