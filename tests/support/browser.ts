import { type Browser, type BrowserContext, type Page, test as playwright } from '@playwright/test'

/**
 * What stands in the page is React's only after its script has run: what is typed or clicked before that may be lost, and on
 * a slow machine a test is faster than the script.
 */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, input, select, textarea, form')].every((control) =>
      Object.keys(control).some((key) => key.startsWith('__react')),
    ),
  )
}

function waiting(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (...sent) => {
    const answer = await goto(...sent)
    await ready(page)
    return answer
  }
  page.reload = async (...sent) => {
    const answer = await reload(...sent)
    await ready(page)
    return answer
  }
}

/** Playwright's `test`, whose pages are ready for a person when `goto` and `reload` come back. */
export const test = playwright.extend<{ context: BrowserContext }, { browser: Browser }>({
  browser: [
    async ({ browser }, use) => {
      const open = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await open(options)
        context.on('page', waiting)
        return context
      }
      await use(browser)
    },
    { scope: 'worker' },
  ],
  context: async ({ context }, use) => {
    context.on('page', waiting)
    await use(context)
  },
})
