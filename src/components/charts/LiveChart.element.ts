import { idle } from '../idle.ts';

/** What every chart of the page waits in: they are made one at a time, when the page has nothing else to do. */
let queue: Promise<unknown> = Promise.resolve();

/** Brings a chart to life when it is first seen. Until then, without script and on paper, its picture stands. */
class LiveChart extends HTMLElement {
  connectedCallback(): void {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      queue = queue.then(() => this.wake()).catch(() => this.classList.remove('live'));
    });
    seen.observe(this);
  }

  private async wake(): Promise<void> {
    await idle();
    const { prepare } = await import('./chart-runtime.ts');
    await idle();
    for (const step of prepare(this)) {
      await idle();
      step();
    }
  }
}

customElements.define('live-chart', LiveChart);
