/** Attributes of the wall that belong to its build. */
const OF_BUILD = ['asOf', 'plan', 'zone', 'seconds', 'freshUntil'] as const;

/**
 * Puts another build's slides in the place of those that are shown. Its styles are loaded before, so that nothing is seen
 * without them; the old ones go afterwards. Throws where a style cannot be loaded, with everything as it was.
 */
export async function swapBuild(wall: HTMLElement, page: Document): Promise<void> {
  const next = page.querySelector<HTMLElement>('tv-wall');
  const stage = wall.querySelector('.stage');
  const nextStage = next?.querySelector('.stage');
  if (!next || !stage || !nextStage) throw new TypeError('the page has no slides');
  const old = styles(document);
  const wanted = styles(page).map((link) => link.getAttribute('href'));
  const added: HTMLLinkElement[] = [];
  try {
    for (const href of wanted) {
      if (href !== null && !old.some((link) => link.getAttribute('href') === href))
        added.push(await load(href));
    }
  } catch (error) {
    for (const link of added) link.remove();
    throw error;
  }
  for (const key of OF_BUILD) {
    const value = next.dataset[key];
    if (value === undefined) delete wall.dataset[key];
    else wall.dataset[key] = value;
  }
  for (const part of ['.as-of > time', '.wall-title']) {
    const [from, to] = [next.querySelector(part), wall.querySelector(part)];
    if (from && to) to.replaceWith(document.adoptNode(from));
  }
  stage.replaceChildren(...[...nextStage.children].map((slide) => document.adoptNode(slide)));
  for (const link of old) if (!wanted.includes(link.getAttribute('href'))) link.remove();
  document.title = page.title;
}

function styles(of: Document): HTMLLinkElement[] {
  return [...of.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
}

function load(href: string): Promise<HTMLLinkElement> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((done, fail) => {
    link.onload = () => done(link);
    link.onerror = () => {
      link.remove();
      fail(new Error(`${href} cannot be loaded`));
    };
    document.head.append(link);
  });
}
