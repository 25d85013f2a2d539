import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Ledger } from './ledger.ts';
import type { ServedSite } from './served-site.ts';
import { median } from './speed.ts';

/** Performance hangs on what else the machine does. */
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const BAR_OF = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'practices',
  seo: 'seo',
} as const;

/** Lighthouse's four scores, as on a phone with its default throttling. A site says “noindex”, which SEO would count. */
export async function checkLighthouse(
  chromePath: string,
  site: ServedSite,
  paths: readonly string[],
  ledger: Ledger,
  say: (line: string) => void,
): Promise<void> {
  const chrome = await launcher.launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const [i, path] of paths.entries()) {
      say(`${site.name}: Lighthouse of page ${i + 1} of ${paths.length}, ${path}`);
      const scores: Record<(typeof CATEGORIES)[number], number[]> = {
        performance: [],
        accessibility: [],
        'best-practices': [],
        seo: [],
      };
      const failed = new Set<string>();
      for (let run = 0; run < RUNS; run += 1) {
        const report = await lighthouse(site.origin + path, {
          port: chrome.port,
          output: 'json',
          logLevel: 'silent',
          onlyCategories: [...CATEGORIES],
          skipAudits: ['is-crawlable'],
        });
        if (!report) throw new Error(`Lighthouse says nothing of ${path}`);
        for (const category of CATEGORIES) {
          const of = report.lhr.categories[category];
          scores[category].push(Math.round((of?.score ?? 0) * 100));
          for (const { id, weight } of of?.auditRefs ?? []) {
            const score = report.lhr.audits[id]?.score ?? 1;
            if (weight > 0 && score < 0.9)
              failed.add(`${id} ${report.lhr.audits[id]?.displayValue ?? ''}`.trim());
          }
        }
      }
      for (const category of CATEGORIES)
        ledger.add(
          BAR_OF[category],
          median(scores[category]),
          `${site.name} ${path}`,
          [...failed].join(', '),
        );
    }
  } finally {
    chrome.kill();
  }
}
