const POINTER_MS = 3000;
/** How far the picture wanders, in pixels, so that no edge burns in. */
const DRIFT = 6;

/** Keeps the screen awake while the page is seen; where the browser cannot, the system's own settings have to. */
export function stayAwake(): void {
  const ask = async () => {
    if (document.hidden) return;
    try {
      await navigator.wakeLock?.request('screen');
    } catch {
      // Refused, such as on low battery: asked for again when the page is seen again.
    }
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
}

/** Hides pointer and controls while nobody moves it or goes through them by keyboard. */
export function hidePointer(): void {
  const { classList } = document.documentElement;
  let timer = 0;
  const rest = () => classList.toggle('resting', !document.querySelector('.controls:focus-within'));
  const wake = () => {
    classList.remove('resting');
    clearTimeout(timer);
    timer = window.setTimeout(rest, POINTER_MS);
  };
  document.addEventListener('pointermove', wake);
  document.addEventListener('keydown', ({ key }) => key === 'Tab' && wake());
  rest();
}

export async function toggleFullScreen(): Promise<void> {
  try {
    await (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen());
  } catch {
    // A browser without full screen shows the page as it is.
  }
}

/** Where the picture stands after so many slides: a slow walk around from where it was painted first, a pixel a slide, in CSS pixels. */
export function driftAt(slides: number): { readonly x: number; readonly y: number } {
  const swing = (step: number) => Math.abs(((step + DRIFT) % (4 * DRIFT)) - 2 * DRIFT) - DRIFT;
  return { x: swing(slides), y: swing(Math.floor(slides / 3)) };
}

/** Resolves once what the page shows has been painted; at once where nobody sees it. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
}
