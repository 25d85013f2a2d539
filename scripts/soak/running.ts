import type { Page } from 'playwright-core';

/** Resolves once a wall has begun and listens to keys: then it hides the pointer. */
export async function untilRunning(page: Page): Promise<void> {
  await page.locator('html.resting').waitFor({ state: 'attached' });
}
