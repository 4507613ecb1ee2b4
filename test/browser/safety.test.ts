import { describe, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { openSite, siteUrl } from './site';

const browser = fileBrowser();

/** Waits until the page has reported a refusal for each thing that was tried. */
async function refusals(attempt: () => void): Promise<string[]> {
  const { page, context } = await openSite(browser());
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      document.body.dataset.refused = `${document.body.dataset.refused ?? ''} ${effectiveDirective}`;
    });
  });
  await page.evaluate(attempt);
  await page.waitForFunction(() => document.body.dataset.refused !== undefined);
  const refused = await page.evaluate(() => document.body.dataset.refused);
  await context.close();
  return (refused ?? '').trim().split(' ');
}

describe('the published page', () => {
  it('opens without a request beyond the origin, a refusal, an error or a warning', async () => {
    const { page, context, trouble } = await openSite(browser());
    await page.waitForLoadState('networkidle');
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('sends nothing to another origin', async () => {
    const refused = await refusals(() => {
      fetch('https://elsewhere.invalid/').catch(() => undefined);
    });
    expect(refused).toContain('connect-src');
  });

  it('shows no picture of another origin', async () => {
    const refused = await refusals(() => {
      new Image().src = 'https://elsewhere.invalid/face.png';
    });
    expect(refused).toContain('img-src');
  });

  it('runs no script that was written into it', async () => {
    const refused = await refusals(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.head.append(script);
    });
    expect(refused).toContain('script-src-elem');
  });

  it('applies no style that was written into it', async () => {
    const refused = await refusals(() => {
      const style = document.createElement('style');
      style.textContent = 'body { visibility: hidden }';
      document.head.append(style);
    });
    expect(refused).toContain('style-src-elem');
  });

  it('stands in nobody else’s frame, by header, and says the same policy in itself', async () => {
    const response = await fetch(siteUrl);
    const header = response.headers.get('content-security-policy') ?? '';
    expect(header).toContain("frame-ancestors 'none'");
    expect(await response.text()).toContain(header.replace("; frame-ancestors 'none'", ''));
  });
});
