const MINUTE = 60_000;
const JITTER = 10_000;
/** The page itself is asked for at every so manieth look, since a build may change it and not the plan. */
const WHOLE_LOOK = 15;

/** Which plan a page was made from. */
interface Made {
  readonly plan: string;
  readonly asOf: string;
}

/** A build that has been fetched whole. */
export interface WholeBuild {
  readonly page: Document;
  readonly text: string;
  /** Whether it is another than the one before. */
  readonly isNew: boolean;
  /** Whether its script differs, so that the page has to be loaded anew. */
  readonly newScript: boolean;
}

/**
 * Looks every minute whether there is a new build, and hands it over only when it is there whole: a page that belongs to
 * the plan which `build.json` names, with every style and script that it asks for. Anything else waits for the next look.
 * @param shown of the wall, as it shows it at each look: the plan's sum and day, and the address of `build.json`
 * @param onLook is told whether a look was answered
 */
export function watchBuilds(
  shown: DOMStringMap,
  onBuild: (build: WholeBuild) => void,
  onLook: (isAnswered: boolean) => void,
): void {
  let looks = 0;
  let known = '';
  const look = async () => {
    try {
      const made: Partial<Made> = await (await get(shown.build ?? '')).json();
      // Others answer too, such as whoever asks to sign in.
      if (!made.plan) throw new Error();
      onLook(true);
      const isOther = made.plan !== shown.plan || made.asOf !== shown.asOf;
      if (isOther || looks % WHOLE_LOOK === 0) {
        const text = await (await get(location.pathname)).text();
        const found = text === known && !isOther ? null : await wholePage(text, made);
        if (found) {
          const newScript = scriptsOf(found).some((file) => !scriptsOf(document).includes(file));
          onBuild({ page: found, text, newScript, isNew: isOther || newScript || known !== '' });
          known = text;
        }
      }
    } catch {
      onLook(false);
    }
    looks += 1;
    setTimeout(look, MINUTE + (Math.random() - 0.5) * JITTER);
  };
  setTimeout(look, 2000 + Math.random() * JITTER);
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' });
  // A sign-in page in between answers too.
  if (!response.ok || response.redirected) throw new Error(address);
  return response;
}

async function wholePage(text: string, made: Partial<Made>): Promise<Document | null> {
  if (!/<\/html>\s*$/.test(text)) return null;
  const found = new DOMParser().parseFromString(text, 'text/html');
  const wall = found.querySelector<HTMLElement>('tv-wall');
  if (!wall || wall.dataset.plan !== made.plan || wall.dataset.asOf !== made.asOf) return null;
  const here = new Set(filesOf(document));
  const files = filesOf(found);
  for (const file of files) if (!here.has(file)) await (await get(file)).blob();
  return found;
}

/** The addresses of the styles, scripts and fonts that a page asks for. */
export function filesOf(of: Document): string[] {
  const links = of.querySelectorAll<HTMLLinkElement>(
    'link[rel~="stylesheet"], link[rel="preload"], link[rel="icon"]',
  );
  return [...[...links].map(({ href }) => href), ...scriptsOf(of)];
}

function scriptsOf(of: Document): string[] {
  return [...of.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
}
