import type { CDPSession, Page } from 'playwright-core';

/** What a page keeps after its garbage is collected. */
export interface Memory {
  /** Bytes of its script's heap. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly canvases: number;
}

export async function memoryOf(page: Page, session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
    canvases: await page.locator('canvas').count(),
  };
}

export function memoryLine(at: string, { heap, nodes, listeners, documents, canvases }: Memory): string {
  const megabytes = (heap / 1e6).toFixed(2);
  return `${at.padEnd(22)} heap ${megabytes} MB, ${nodes} nodes, ${listeners} listeners, ${documents} documents, ${canvases} canvases`;
}

/** How much the figures may differ between the first half, after warming up, and the last: noise, and no growth. */
const HEAP_NOISE = 0.1;
const COUNT_NOISE = 0.05;

/** What grew, in words; nothing where all is flat. The first quarter of the samples is warming up. */
export function growthOf(samples: readonly Memory[]): string[] {
  const quarter = Math.floor(samples.length / 4);
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(-quarter);
  const grown = (key: keyof Memory, noise: number) => {
    const before = median(early.map((sample) => sample[key]));
    const after = median(late.map((sample) => sample[key]));
    return after > before * (1 + noise) + 2 ? [`${key} grew from ${before} to ${after}`] : [];
  };
  return [
    ...grown('heap', HEAP_NOISE),
    ...(['nodes', 'listeners', 'documents', 'canvases'] as const).flatMap((key) => grown(key, COUNT_NOISE)),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
