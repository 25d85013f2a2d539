import { onceEach } from '../../site/once.ts';
import type { Site } from '../../site/plan.ts';
import { errorCount } from '../../site/problem-groups.ts';
import { notSearched } from '../../site/search.ts';
import { FOUND_SORTS } from '../../site/search-terms.ts';
import { html, type Markup } from './html.ts';

/**
 * What stands above every page: the plan's title and day, the menu, search and colours. Pages differ in the place that they
 * have in the menu alone, so it is made once for each. @param here the key of that place
 */
export const masthead: (site: Site, here: string) => Markup = onceEach(
  (site: Site, here: string) => html`<header class="top">
    <div class="mast">
      <a class="brand" href="${site.links.to('/')}">
        <svg viewBox="0 0 20 24" width="20" height="24" aria-hidden="true">
          <path d="M10 1C5.6 1 3 3.4 3 7v16h14V7c0-3.6-2.6-6-7-6Z"></path>
          <path class="cut" d="M6.5 8h7v2.2h-7zM6.5 12.4h4.6v2.2H6.5z"></path>
        </svg>
        <span>${site.plan.title}</span>
      </a>
      ${asOf(site)}
    </div>
    ${menu(site, here)}
    <div class="tools"> ${siteSearch(site)} ${themeSwitch(site)} </div>
  </header>`,
);

function asOf({ plan, formats, words }: Site): Markup {
  return html`<p class="as-of">
    ${words.page.asOf}
    <time datetime="${plan.asOf}" title="${formats.longDay(plan.asOf)}">${formats.fullDay(plan.asOf)}</time>
  </p>`;
}

function menu(site: Site, here: string): Markup {
  const { plan, links, formats, words } = site;
  const { page } = words;
  const errors = errorCount(plan.problems);
  const count = html`<span class="count"> ${formats.number(errors)} <span class="unseen"> ${page.errors}</span> </span>`;
  const places = [
    { key: 'overview', href: links.to('/'), text: page.menu.overview },
    { key: 'timeline', href: links.to('/timeline/'), text: page.menu.timeline },
    { key: 'review', href: links.to('/review/'), text: page.menu.review },
    ...(plan.people.length > 0
      ? [{ key: 'people', href: links.to('/people/'), text: page.menu.people }]
      : []),
    ...(plan.customers.length > 0
      ? [{ key: 'customers', href: links.to('/customers/'), text: page.menu.customers }]
      : []),
    { key: 'changes', href: links.to('/changes/'), text: page.menu.changes },
    { key: 'problems', href: links.problems(), text: page.menu.problems },
    { key: 'help', href: links.to('/help/'), text: page.menu.help },
  ];
  const lines = places.map(
    ({ key, href, text }) => html`<li>
      <a href="${href}"${key === here && html` aria-current="page"`}> ${text} ${key === 'problems' && errors > 0 && count} </a>
    </li>`,
  );
  return html`<nav aria-label="${page.main}"> <ul> ${lines} </ul> </nav>`;
}

/** Search over everything in the plan. It is there where script runs; its library and index come when it is opened. */
function siteSearch({ plan, formats, links, words }: Site): Markup {
  const { search, status } = words;
  const statuses = Object.entries(status).map(([name, word]) => [name.replace(' ', '-'), word]);
  const missing = notSearched(plan, words).map((sort) => search.sorts[sort]);
  const sorts = FOUND_SORTS.map((sort) => search.sorts[sort]);
  return html`<site-search data-index="${links.to('/search.json')}" data-base="${links.to('')}" data-sorts="${JSON.stringify(sorts)}" data-statuses="${JSON.stringify(Object.fromEntries(statuses))}" data-none="${search.none}" data-count="${search.count}" data-locale="${formats.locale}" data-failed="${search.failed}">
    <button type="button" aria-haspopup="dialog" title="${search.hint}">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="8.5" cy="8.5" r="5.5"></circle>
        <path d="m12.8 12.8 4.7 4.7"></path>
      </svg>
      <span class="unseen">${search.open}</span>
    </button>
    <dialog aria-label="${search.open}" closedby="any">
      <label class="unseen" for="search">${search.open}</label>
      <input id="search" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="found" placeholder="${search.placeholder}" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go">
      <p class="meta" role="status"></p>
      ${missing.length > 0 && html`<p class="meta">${search.notFound(missing)}</p>`}
      <div id="found" data-label="${search.results}"></div>
    </dialog>
  </site-search>`;
}

/** Light or dark. It follows the system until someone chooses, and again once the choice is the system's. */
function themeSwitch({ words: { page } }: Site): Markup {
  return html`<theme-switch>
    <button type="button" aria-pressed="false" title="${page.darkColours}">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7"></circle>
        <path d="M10 3a7 7 0 0 1 0 14Z"></path>
      </svg>
      <span class="unseen">${page.darkColours}</span>
    </button>
  </theme-switch>`;
}
