import { alsoKept } from './keep.ts';

/** The most that are fetched, whatever an address asks for: it takes these most of an hour to come round. */
const MOST = 100;
const PATIENCE_MS = 10_000;

/**
 * Puts slides of chosen teams onto a wall's page that has none of theirs: each team's own wall has them. A name that is no
 * team's adds nothing.
 * @param isNew whether the page is that of a new build: then it rejects where a team's wall cannot be reached, and what is
 * shown stays; else that team has no slides
 */
export async function addFurther(
  page: Document,
  teams: readonly string[] | null,
  isNew: boolean,
): Promise<void> {
  const address = page.querySelector<HTMLElement>('tv-wall')?.dataset.further;
  const of = (id: string) => `.stage > [data-team="${CSS.escape(id)}"]`;
  const missing = (teams ?? []).filter((id) => !page.querySelector(of(id))).slice(0, MOST);
  if (!address) return;
  const slidesOf = async (id: string) => {
    const wall = address.replace('{id}', encodeURIComponent(id));
    try {
      // Of a page that a service worker has kept, it has these too; of a new build, nothing that was kept will do.
      const answer = await fetch(wall, {
        cache: isNew ? 'no-cache' : 'reload',
        // A wall begins without those that keep it waiting.
        signal: AbortSignal.timeout?.(PATIENCE_MS),
      });
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const slides = [...found.querySelectorAll<HTMLElement>(of(id))];
      alsoKept[slides.length > 0 ? 'add' : 'delete'](wall);
      return slides;
    } catch (error) {
      if (isNew) throw error;
      return [];
    }
  };
  const found = await Promise.all(missing.map(slidesOf));
  for (const slide of found.flat()) {
    // A team stands before what is shared, and before the end of a meeting.
    const behind = slide.dataset.kind === 'team' ? '#promises' : '#review-told, #review-end';
    page.querySelector(behind)?.before(page.adoptNode(slide));
  }
}
