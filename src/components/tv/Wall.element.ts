import { fitSlide } from './fit.ts';
import { type WholeBuild, watchBuilds } from './freshness.ts';
import { daysSince, isWithin, localTime, writeDays } from './hours.ts';
import { keepPage } from './keep.ts';
import { type Command, commandOf } from './keys.ts';
import type { Tile } from './loop.ts';
import { clockText, Meeting } from './meeting.ts';
import { readOptions, type WallOptions } from './options.ts';
import { type Place, Rotation } from './rotation.ts';
import { driftAt, hidePointer, stayAwake, toggleFullScreen } from './screen.ts';
import { swapBuild } from './swap.ts';

const DIGIT_MS = 1200;
const TICK_MS = 1000;
/** The slide with which a review begins. */
const AGENDA = 'review-agenda';
/** Seconds a slide with which every slide belongs to one round, as in a review. */
const WHOLE_ROUND = 0;

/** Turns the slides of a page into a wall that runs by itself. */
class TvWall extends HTMLElement {
  #options: WallOptions = readOptions('', 25);
  #rotation: Rotation = new Rotation([], WHOLE_ROUND, null);
  #meeting: Meeting | null = null;
  #say: Readonly<Record<string, string>> = {};
  #waiting: WholeBuild | null = null;
  #held = false;
  #timer = 0;
  /** What is left of the slide's time while it is held, and when it runs out while it is not, in milliseconds. */
  #left = 0;
  #ends = 0;
  #shown = 0;
  #digits = '';
  #silentSince: number | null = null;
  #line: Animation | null = null;

  connectedCallback(): void {
    this.#options = readOptions(location.search, Number(this.dataset.seconds));
    const elsewhere = this.#inItsLanguage();
    if (elsewhere !== null) {
      location.replace(elsewhere + location.search + location.hash);
      return;
    }
    this.#say = JSON.parse(this.dataset.say ?? '{}');
    this.#dress();
    this.#translate();
    this.classList.add('live');
    this.#start(this.#options.review);
    const controls = this.#part('.controls');
    hidePointer(controls);
    stayAwake();
    document.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('click', (event) => {
      const button =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-does]') : null;
      // The buttons carry the names of commands.
      if (button) this.#do({ does: button.dataset.does } as Command);
    });
    // The frame takes more room, too, where it has more to say.
    new ResizeObserver(() => this.#fit()).observe(this.#part('.stage'));
    document.fonts.addEventListener('loadingdone', () => this.#fit());
    setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
    watchBuilds({
      build: this.dataset.build ?? '/build.json',
      now: Date.now,
      shown: () => ({ plan: this.dataset.plan ?? '', asOf: this.dataset.asOf ?? '' }),
      onBuild: (build) => this.#onBuild(build),
      onSilence: (since) => {
        this.#silentSince = since;
        this.#tick();
      },
    });
  }

  #dress(): void {
    const { theme } = this.#options;
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  #translate(): void {
    const { locale } = this.#options;
    // The page is written as its own language is.
    if (locale !== null && locale !== this.dataset.locale) writeDays(this, locale, this.dataset.asOf ?? '');
  }

  /** The wall's page in the language of the locale that the address asks for; null where it is this one, or there is none. */
  #inItsLanguage(): string | null {
    const [language = ''] = (this.#options.locale ?? '').split('-');
    const pages: Readonly<Record<string, string>> = JSON.parse(this.dataset.pages ?? '{}');
    return language === document.documentElement.lang ? null : (pages[language] ?? null);
  }

  #start(review: boolean): void {
    this.#options = { ...this.#options, review };
    const tiles = this.#tiles();
    this.#rotation = new Rotation(tiles, review ? WHOLE_ROUND : this.#options.seconds, this.#kept());
    this.#meeting = review
      ? new Meeting(`${this.#key()} meeting`, this.#options.minutes, this.#weights(), Date.now())
      : null;
    this.classList.toggle('meeting', review);
    this.#part('.timers').hidden = !review;
    this.#part('.line > i').style.transform = '';
    this.#show();
  }

  /** The slides that the address asks for, in its order. */
  #tiles(): Tile[] {
    const { review, teams, kinds } = this.#options;
    const tiles = this.#slides()
      .filter(({ dataset }) => (review ? dataset.part !== undefined : dataset.kind !== 'review'))
      // What has nothing to say is shown only where it is asked for.
      .filter(({ dataset }) => dataset.empty === undefined || kinds !== null)
      .filter(({ dataset }) => teams === null || dataset.team === undefined || teams.has(dataset.team))
      .filter(({ dataset }) => review || kinds === null || kinds.includes(dataset.kind ?? ''))
      .map(({ id, dataset }) => ({ id, kind: dataset.kind ?? '', urgent: dataset.urgent !== undefined }));
    if (tiles.length === 0 && (teams !== null || kinds !== null)) {
      this.#options = { ...this.#options, teams: null, kinds: null };
      return this.#tiles();
    }
    // A meeting begins with its agenda.
    if (review) return tiles.sort((a, b) => Number(b.id === AGENDA) - Number(a.id === AGENDA));
    return kinds === null ? tiles : tiles.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  }

  #slides(): HTMLElement[] {
    return [...this.#part('.stage').children].filter((slide) => slide instanceof HTMLElement);
  }

  /** The parts of the meeting, with their shares of its time. */
  #weights(): Map<string, number> {
    const ids = new Set(this.#tiles().map(({ id }) => id));
    const parts = this.#slides().filter(({ id, dataset }) => ids.has(id) && dataset.weight !== undefined);
    return new Map(parts.map(({ dataset }) => [dataset.part ?? '', Number(dataset.weight)]));
  }

  #show(): void {
    const id = this.#rotation.current;
    for (const slide of this.#slides()) slide.hidden = slide.id !== id;
    // The first slide is there at once: nothing goes before it.
    this.classList.toggle('turns', this.#shown > 0);
    this.#shown += 1;
    const { x, y } = driftAt(this.#shown);
    this.#part('.stage').style.translate = `${x}px ${y}px`;
    localStorage.setItem(this.#key(), JSON.stringify(this.#rotation.place));
    this.#meeting?.enter(this.#slide()?.dataset.part || null, Date.now());
    this.#tick();
    this.#fit();
    this.#run(this.#options.seconds * 1000);
  }

  /** Lets the slide stay so long; forever while it is held, and in a meeting. */
  #run(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#line?.cancel();
    this.#line = null;
    this.#left = milliseconds;
    if (this.#options.review) return;
    const line = matchMedia('(prefers-reduced-motion: reduce)').matches ? null : this.#draw(milliseconds);
    this.#line = line;
    if (this.#held) {
      line?.pause();
      return;
    }
    this.#ends = Date.now() + milliseconds;
    this.#timer = window.setTimeout(() => void this.#go('next'), milliseconds);
  }

  #draw(milliseconds: number): Animation {
    const all = this.#options.seconds * 1000;
    const line = this.#part('.line > i').animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], {
      duration: all,
      fill: 'forwards',
    });
    line.currentTime = all - milliseconds;
    return line;
  }

  async #go(step: 'next' | 'previous' | 'first' | 'last'): Promise<void> {
    if (step === 'next' && !this.#held) await this.#takeBuild();
    if (step === 'next') this.#rotation.next();
    else if (step === 'previous') this.#rotation.previous();
    else this.#rotation.jumpTo(step);
    this.#show();
  }

  #onBuild(build: WholeBuild): void {
    if (build.isNew) this.#waiting = build;
    else void keepPage(this.dataset.worker ?? '', build.page, build.text);
  }

  /** Between two slides: the build that is waiting, if one is. */
  async #takeBuild(): Promise<void> {
    const build = this.#waiting;
    if (build === null) return;
    this.#waiting = null;
    try {
      if (build.newScript) {
        await keepPage(this.dataset.worker ?? '', build.page, build.text);
        this.#rotation.next();
        localStorage.setItem(this.#key(), JSON.stringify(this.#rotation.place));
        location.reload();
        return;
      }
      await swapBuild(this, build.page);
      this.#translate();
      this.#rotation.take(this.#tiles());
      this.#meeting?.share(this.#weights());
      this.#tick();
      // Kept from a page of its own: that of the build went onto the wall.
      void keepPage(this.dataset.worker ?? '', document, build.text);
    } catch {
      // What is shown goes on; the next look finds the build again.
    }
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event);
    const isControl = event.target instanceof Element && event.target.closest('button, a, dialog') !== null;
    if (command === null || (isControl && (event.key === 'Enter' || event.key === ' '))) return;
    event.preventDefault();
    this.#do(command);
  }

  #do(command: Command): void {
    const dialog = this.querySelector('dialog');
    switch (command.does) {
      case 'digit':
        this.#typeDigit(command.digit);
        return;
      case 'hold':
        this.#hold();
        return;
      case 'full':
        void toggleFullScreen();
        return;
      case 'help':
        if (dialog?.open) dialog.close();
        else dialog?.showModal();
        return;
      case 'close':
        dialog?.close();
        return;
      case 'review':
        this.#start(!this.#options.review);
        return;
      default:
        void this.#go(command.does);
    }
  }

  #hold(): void {
    this.#held = !this.#held;
    this.querySelector('[data-does="hold"]')?.setAttribute('aria-pressed', String(this.#held));
    if (this.#held) this.#left = Math.max(0, this.#ends - Date.now());
    this.#run(this.#left);
    this.#tick();
  }

  /** A second digit within a moment makes a number of both. */
  #typeDigit(digit: number): void {
    this.#digits += String(digit);
    const typed = this.#digits;
    setTimeout(() => {
      if (this.#digits === typed) this.#digits = '';
    }, DIGIT_MS);
    const number = Number(typed);
    this.#rotation.jump(typed === '0' ? 9 : number - 1);
    if (typed.length >= 2) this.#digits = '';
    this.#show();
  }

  /** What changes by itself: clocks, ages, what the wall has to say of itself. */
  #tick(): void {
    const now = Date.now();
    const { asOf = '', freshUntil, zone = 'UTC', locale = 'en-GB' } = this.dataset;
    const local = localTime(now, zone);
    const days = daysSince(asOf, local);
    const isStale = freshUntil !== undefined && local >= freshUntil;
    const age = (days === 1 ? this.#say.day : this.#say.days)?.replace('{n}', String(days)) ?? '';
    this.classList.toggle('stale', isStale);
    this.classList.toggle('night', this.#options.night !== null && isWithin(local, this.#options.night));
    const ageText = this.#part('.age');
    ageText.hidden = !isStale;
    ageText.textContent = isStale ? (this.#say.stale ?? '').replace('{age}', age) : '';
    const time = (at: number) =>
      new Intl.DateTimeFormat(this.#options.locale ?? locale, {
        timeZone: zone,
        hour: 'numeric',
        minute: '2-digit',
      }).format(at);
    const clock = this.#part('.clock');
    clock.hidden = false;
    setText(clock, time(now));
    const notices = [
      this.#held ? this.#say.held : null,
      this.#silentSince === null ? null : this.#say.offline?.replace('{time}', time(this.#silentSince)),
    ].filter((notice) => typeof notice === 'string');
    setText(this.#part('.notices'), notices.join(' · '));
    this.#tellTimes(now);
  }

  #tellTimes(now: number): void {
    if (this.#meeting === null) return;
    const { meeting, planned, part } = this.#meeting.times(now);
    const pair = (name: string | undefined, taken: number, plan: number) =>
      `${name} ${clockText(taken)} / ${clockText(plan)}${taken > plan ? ` ${this.#say.over}` : ''}`;
    const timers = this.#part('.timers');
    timers.classList.toggle('over', meeting > planned || (part !== null && part.taken > part.planned));
    setText(
      timers,
      [part && pair(this.#say.part, part.taken, part.planned), pair(this.#say.meeting, meeting, planned)]
        .filter((text) => text !== null)
        .join('  ·  '),
    );
    this.#part('.line > i').style.transform = `scaleX(${Math.min(1, meeting / planned)})`;
    const halves = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
    for (const place of this.querySelectorAll<HTMLElement>('[data-minutes]')) {
      const minutes = Math.round((this.#meeting.plannedFor(place.dataset.of ?? '') / 60_000) * 2) / 2;
      setText(place, (place.dataset.minutes ?? '').replace('{n}', halves.format(Math.max(0.5, minutes))));
    }
  }

  #fit(): void {
    const slide = this.#slide();
    if (slide) fitSlide(slide);
  }

  #slide(): HTMLElement | null {
    const id = this.#rotation.current;
    return id === undefined ? null : document.getElementById(id);
  }

  #key(): string {
    return `milepost-tv ${location.pathname}${this.#options.review ? ' review' : location.search}`;
  }

  #kept(): Place | null {
    try {
      const { round, id } = JSON.parse(localStorage.getItem(this.#key()) ?? 'null') ?? {};
      return Number.isSafeInteger(round) && round >= 0 && typeof id === 'string' ? { round, id } : null;
    } catch {
      return null;
    }
  }

  #part(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`the wall has no ${selector}`);
    return found;
  }
}

/** Touches the page only where the text differs: a wall does this every second for weeks. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

customElements.define('tv-wall', TvWall);
