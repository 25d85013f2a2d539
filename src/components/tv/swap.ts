/**
 * Puts another build's slides in the place of those that are shown. Its styles are loaded before, so that nothing is seen
 * without them; the old ones go afterwards. Throws where a style cannot be loaded, with everything as it was.
 */
export async function swapBuild(wall: HTMLElement, page: Document): Promise<void> {
  const next = page.querySelector<HTMLElement>('tv-wall');
  const stage = wall.querySelector('.stage');
  const nextStage = next?.querySelector('.stage');
  if (!next || !stage || !nextStage) throw new Error();
  const old = styles(document);
  const wanted = styles(page).map(({ href }) => href);
  const added = wanted
    .filter((href) => !old.some((link) => link.href === href))
    .map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  try {
    await Promise.all(added.map(load));
  } catch (error) {
    for (const link of added) link.remove();
    throw error;
  }
  for (const key of Object.keys(wall.dataset)) delete wall.dataset[key];
  Object.assign(wall.dataset, next.dataset);
  for (const part of ['.as-of > time', '.wall-title']) {
    const [from, to] = [next.querySelector(part), wall.querySelector(part)];
    if (from && to) to.replaceWith(document.adoptNode(from));
  }
  stage.replaceChildren(...[...nextStage.children].map((slide) => document.adoptNode(slide)));
  for (const link of old) if (!wanted.includes(link.href)) link.remove();
  document.title = page.title;
}

function styles(of: Document): HTMLLinkElement[] {
  return [...of.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
}

/** Rejects where the style cannot be had. */
function load(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((done, fail) => {
    link.onload = done;
    link.onerror = fail;
    document.head.append(link);
  });
}
