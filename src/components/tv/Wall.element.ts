import type { Offsets } from '../../site/tv/zone-offsets.ts';
import { fitting } from './fit.ts';
import { type WholeBuild, watchBuilds } from './freshness.ts';
import { addFurther } from './further.ts';
import { daysSince, isWithin, localTime, timesIn, timesOn, writeDays } from './hours.ts';
import { keepPage } from './keep.ts';
import { commandOf } from './keys.ts';
import type { Tile } from './loop.ts';
import { clockText, Meeting } from './meeting.ts';
import { readOptions, type WallOptions } from './options.ts';
import { keep, recall } from './recall.ts';
import { type Place, Rotation } from './rotation.ts';
import { driftAt, hidePointer, painted, stayAwake, toggleFullScreen } from './screen.ts';
import { swapBuild } from './swap.ts';

const DIGIT_MS = 1200;
const TICK_MS = 1000;
/** The slide with which a review begins. */
const AGENDA = 'review-agenda';
/** Seconds a slide with which every slide belongs to one round, as in a review. */
const WHOLE_ROUND = 0;

/** Turns the slides of a page into a wall that runs by itself. */
class TvWall extends HTMLElement {
  #options: WallOptions = readOptions(location.search, Number(this.dataset.seconds));
  #rotation: Rotation = new Rotation([], WHOLE_ROUND, null);
  #meeting: Meeting | null = null;
  #waiting: WholeBuild | null = null;
  #held = false;
  #timer = 0;
  /** What is left of the slide's time while it is held, and when it runs out while it is not, in milliseconds. */
  #left = 0;
  #ends = 0;
  #shown = 0;
  #digits = '';
  /** When the last look for a build was answered, in milliseconds since 1970, and whether one was not since then. */
  #heard = Date.now();
  #isSilent = false;
  #line: Animation | null = null;
  // Of the page, whose words, zone and locale these are.
  #words: Readonly<Record<string, string>> = {};
  #offsets: Offsets = [];
  #time: (local: string) => string = String;

  async connectedCallback(): Promise<void> {
    const elsewhere = this.#inItsLanguage();
    if (elsewhere !== null) {
      location.replace(elsewhere + location.search + location.hash);
      return;
    }
    // With all slides that are asked for. Each step is short, so that the wall answers in between.
    await addFurther(document, this.#options.teams, false);
    this.#translate();
    await painted();
    this.#start(this.#options.review);
    await painted();
    const slide = this.#slide();
    if (slide)
      for (const _ of fitting(slide)) {
        await painted();
        // Nobody looked, and another is shown: it is fitted when it comes again.
        if (slide.hidden) break;
      }
    await painted();
    hidePointer();
    document.documentElement.dataset.wall = 'runs';
    stayAwake();
    document.addEventListener('keydown', (event) => this.#onKey(event));
    for (const button of this.querySelectorAll<HTMLElement>('[data-does]')) {
      // The buttons carry the names of commands.
      button.onclick = () => this.#do(button.dataset.does ?? '');
    }
    // The frame takes more room, too, where it has more to say.
    new ResizeObserver(() => this.#fit()).observe(this.#part('.stage'));
    document.fonts.addEventListener('loadingdone', () => this.#fit());
    setInterval(() => this.#tick(), TICK_MS);
    watchBuilds(
      this.dataset,
      (build) => this.#onBuild(build),
      (isAnswered) => {
        if (isAnswered) this.#heard = Date.now();
        this.#isSilent = !isAnswered;
        this.#tick();
      },
    );
  }

  #translate(): void {
    const { asOf = '', offsets = '[]', face, say = '{}', locale: own = 'en-GB' } = this.dataset;
    const locale = this.#options.locale ?? own;
    this.#words = JSON.parse(say);
    this.#offsets = JSON.parse(offsets);
    // The page is written as its own language is.
    this.#time = face && locale === own ? timesOn(JSON.parse(face)) : timesIn(locale);
    if (locale !== own) writeDays(this, locale, asOf);
  }

  /** The wall's page in the language of the locale that the address asks for; null where it is this one, or there is none. */
  #inItsLanguage(): string | null {
    const language = this.#options.locale?.split('-')[0] ?? '';
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
    this.#part('.line > i').style.transform = '';
    this.#show();
  }

  /** The slides that the address asks for, in its order. */
  #tiles(): Tile[] {
    const { review, teams, kinds } = this.#options;
    const tiles = this.#slides()
      .filter(
        ({ dataset: { part, kind = '', empty, team } }) =>
          (review ? part !== undefined : kind !== 'review') &&
          // What has nothing to say is shown only where it is asked for.
          (empty === undefined || kinds) &&
          (!teams || !team || teams.includes(team)) &&
          (review || !kinds || kinds.includes(kind)),
      )
      .map(({ id, dataset }) => ({ id, kind: dataset.kind ?? '', urgent: dataset.urgent !== undefined }));
    if (tiles.length === 0 && (teams || kinds)) {
      this.#options = { ...this.#options, teams: null, kinds: null };
      return this.#tiles();
    }
    // A meeting begins with its agenda.
    const place = ({ id, kind }: Tile) => (review ? Number(id !== AGENDA) : (kinds?.indexOf(kind) ?? 0));
    return tiles.sort((a, b) => place(a) - place(b));
  }

  #slides(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.slide')];
  }

  /** The parts of the meeting, with their shares of its time. */
  #weights(): Map<string, number> {
    const slides = this.#tiles().map(({ id }) => document.getElementById(id)?.dataset ?? {});
    const parts = slides.filter(({ weight }) => weight !== undefined);
    return new Map(parts.map(({ part = '', weight }) => [part, Number(weight)]));
  }

  #show(): void {
    const id = this.#rotation.current;
    for (const slide of this.#slides()) slide.hidden = slide.id !== id;
    // The first slide is there at once: nothing goes before it.
    this.classList.toggle('turns', this.#shown > 0);
    const { x, y } = driftAt(this.#shown);
    this.#shown += 1;
    this.#part('.stage').style.translate = `${x}px ${y}px`;
    this.#keepPlace();
    this.#meeting?.enter(this.#slide()?.dataset.part || null, Date.now());
    this.#tick();
    if (this.#shown > 1) this.#fit();
    this.#run(this.#options.seconds * 1000);
  }

  /** Lets the slide stay so long; forever while it is held, and in a meeting. */
  #run(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#line?.cancel();
    this.#left = milliseconds;
    if (this.#options.review) return;
    const duration = this.#options.seconds * 1000;
    const line = this.#part('.line > i').animate(
      { transform: ['scaleX(0)', 'scaleX(1)'] },
      { duration, fill: 'forwards' },
    );
    line.currentTime = duration - milliseconds;
    this.#line = line;
    if (this.#held) {
      line.pause();
      return;
    }
    this.#ends = Date.now() + milliseconds;
    this.#timer = window.setTimeout(() => void this.#go('next'), milliseconds);
  }

  async #go(step: string): Promise<void> {
    if (step === 'next' && !this.#held) await this.#takeBuild();
    if (step === 'next') this.#rotation.next();
    else if (step === 'previous') this.#rotation.previous();
    else this.#rotation.jump(step === 'first' ? 0 : -1);
    this.#show();
  }

  #onBuild(build: WholeBuild): void {
    if (build.isNew) this.#waiting = build;
    else void keepPage(this.dataset.worker, build.page, build.text);
  }

  /** Between two slides: the build that is waiting, if one is. */
  async #takeBuild(): Promise<void> {
    const build = this.#waiting;
    if (build === null) return;
    this.#waiting = null;
    try {
      if (build.newScript) {
        await keepPage(this.dataset.worker, build.page, build.text);
        this.#rotation.next();
        this.#keepPlace();
        location.reload();
        return;
      }
      await addFurther(build.page, this.#options.teams, true);
      await swapBuild(this, build.page);
      this.#translate();
      this.#rotation.take(this.#tiles());
      if (this.#meeting) this.#meeting.weights = this.#weights();
      this.#tick();
      // Kept from a page of its own: that of the build went onto the wall.
      void keepPage(this.dataset.worker, document, build.text);
    } catch {
      // What is shown goes on; the next look finds the build again.
    }
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event);
    const isControl = event.target instanceof Element && event.target.closest('button, a, dialog');
    if (command === null || (isControl && /^(?:Enter| )$/.test(event.key))) return;
    event.preventDefault();
    this.#do(command);
  }

  #do(does: string): void {
    const dialog = this.querySelector('dialog');
    if (does === 'hold') this.#hold();
    else if (does === 'full') void toggleFullScreen();
    else if (does === 'help') dialog?.open ? dialog.close() : dialog?.showModal();
    else if (does === 'review') this.#start(!this.#options.review);
    else if (/\d/.test(does)) this.#typeDigit(does);
    else void this.#go(does);
  }

  #hold(): void {
    this.#held = !this.#held;
    this.#part('[aria-pressed]').setAttribute('aria-pressed', `${this.#held}`);
    if (this.#held) this.#left = Math.max(0, this.#ends - Date.now());
    this.#run(this.#left);
    this.#tick();
  }

  /** A second digit within a moment makes a number of both. */
  #typeDigit(digit: string): void {
    this.#digits += digit;
    const typed = this.#digits;
    setTimeout(() => {
      if (this.#digits === typed) this.#digits = '';
    }, DIGIT_MS);
    // No number is that of the tenth.
    this.#rotation.jump((Number(typed) || 10) - 1);
    if (typed.length >= 2) this.#digits = '';
    this.#show();
  }

  /** What changes by itself: clocks, ages, what the wall has to say of itself. */
  #tick(): void {
    const now = Date.now();
    const { asOf = '', freshUntil } = this.dataset;
    const local = localTime(this.#offsets, now);
    const days = daysSince(asOf, local);
    const isStale = freshUntil !== undefined && local >= freshUntil;
    this.classList.toggle('stale', isStale);
    this.classList.toggle('night', this.#options.night !== null && isWithin(local, this.#options.night));
    const age = this.#part('.age');
    if (isStale) setText(age, this.#say(days === 1 ? 'dayOld' : 'daysOld', this.#figure(days)));
    setText(this.#part('.clock'), this.#time(local));
    const notices = [
      this.#held && this.#say('held'),
      this.#isSilent && this.#say('offline', this.#time(localTime(this.#offsets, this.#heard))),
    ];
    setText(this.#part('.notices'), notices.filter(Boolean).join(' · '));
    this.#tellTimes(now);
  }

  /** A figure as the plan's locale writes it. A browser takes long over its first. */
  #figure(value: number): string {
    return value.toLocaleString(this.dataset.locale);
  }

  #tellTimes(now: number): void {
    if (this.#meeting === null) return;
    const { meeting, planned, part } = this.#meeting.times(now);
    const pair = (name: string, taken: number, plan: number) =>
      `${this.#say(name)} ${clockText(taken)} / ${clockText(plan)}${taken > plan ? ` ${this.#say('over')}` : ''}`;
    const timers = this.#part('.timers');
    timers.classList.toggle('over', meeting > planned || (part !== null && part.taken > part.planned));
    setText(
      timers,
      [part && pair('part', part.taken, part.planned), pair('meeting', meeting, planned)]
        .filter(Boolean)
        .join('  ·  '),
    );
    this.#part('.line > i').style.transform = `scaleX(${Math.min(1, meeting / planned)})`;
    for (const place of this.querySelectorAll<HTMLElement>('[data-minutes]')) {
      const minutes = Math.round((this.#meeting.plannedFor(place.dataset.of ?? '') / 60_000) * 2) / 2;
      const text = this.#figure(Math.max(0.5, minutes));
      setText(place, (place.dataset.minutes ?? '').replace('{n}', text));
    }
  }

  /** What the wall says of itself, with a figure or a time in it. */
  #say(name: string, value = ''): string {
    return (this.#words[name] ?? '').replace('{n}', value.trim());
  }

  #fit(): void {
    const slide = this.#slide();
    if (slide) void [...fitting(slide)];
  }

  #slide(): HTMLElement | null {
    const id = this.#rotation.current;
    return id === undefined ? null : document.getElementById(id);
  }

  #key(): string {
    return `milepost-tv ${location.pathname}${this.#options.review ? ' review' : location.search}`;
  }

  #keepPlace(): void {
    keep(this.#key(), this.#rotation.place);
  }

  #kept(): Place {
    const { round, id } = recall(this.#key());
    return { round: Math.max(0, Number(round) | 0), id: String(id) };
  }

  #part(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(selector);
    return found;
  }
}

/** Touches the page only where the text differs: a wall does this every second for weeks. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

// The page is painted first, as it stays.
void painted().then(() => customElements.define('tv-wall', TvWall));
