import { describe, expect, it } from 'vitest';
import { ITERATIONS, plainPassphrase, seal, type Sealed } from '../../../../src/studio/export/share/seal';
import { sharePage, type ShareContent } from '../../../../src/studio/export/share/sharePage';

const WORDS = {
  title: 'Your preview',
  before: 'Before',
  after: 'After',
  divider: 'Before and after',
  sessions: 'Sessions',
  estimate: 'An estimate </script><script>alert(1)</script>',
  passphrase: 'Passphrase',
  passphraseHelp: 'Help',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  wrong: 'Wrong',
  unsupported: 'Unsupported',
  noScript: 'Open it in a browser',
};

const content = (change: Partial<ShareContent> = {}): ShareContent => ({
  language: 'en',
  direction: 'ltr',
  words: WORDS,
  heading: 'Preview for Ann <Secret>',
  clinic: 'Clinic & Sons',
  pictures: [
    { label: 'Before', says: 'Before', picture: new Blob(['BARE-PICTURE'], { type: 'image/webp' }) },
    { label: 'Session 1', says: 'After session 1.', picture: new Blob(['DOTTED-PICTURE'], { type: 'image/webp' }) },
  ],
  passphrase: null,
  ...change,
});

const pageOf = async (change: Partial<ShareContent> = {}): Promise<string> => (await sharePage(content(change))).text();

const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));

async function opened(sealed: Sealed, passphrase: string): Promise<Uint8Array> {
  const typed = new TextEncoder().encode(plainPassphrase(passphrase));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(sealed.salt), iterations: sealed.iterations };
  const key = await crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(sealed.iv) }, key, bytes(sealed.content)),
  );
}

describe('what is sealed with a passphrase', () => {
  const secret = new TextEncoder().encode('the pictures');

  it('is opened by it, however its accents and its last space were typed, and by no other', async () => {
    const sealed = await seal(secret, 'café noir');
    expect(await opened(sealed, 'cafe\u0301 noir ')).toEqual(secret);
    await expect(opened(sealed, 'cafe noir')).rejects.toThrow();
    await expect(opened({ ...sealed, iterations: ITERATIONS - 1 }, 'café noir')).rejects.toThrow();
  });

  it('has a salt and a vector of its own each time, and takes at least 600,000 rounds to try', async () => {
    const [first, second] = await Promise.all([seal(secret, 'same words'), seal(secret, 'same words')]);
    expect(first.salt).not.toBe(second.salt);
    expect(first.iv).not.toBe(second.iv);
    expect(first.content).not.toBe(second.content);
    expect([bytes(first.salt).length, bytes(first.iv).length]).toEqual([16, 12]);
    expect(first.iterations).toBeGreaterThanOrEqual(600_000);
  });

  it('is refused once a bit of it was turned', async () => {
    const sealed = await seal(secret, 'some words');
    const turned = bytes(sealed.content);
    turned[3] = (turned[3] as number) ^ 1;
    await expect(
      opened({ ...sealed, content: Buffer.from(turned).toString('base64') }, 'some words'),
    ).rejects.toThrow();
  });
});

describe('the page', () => {
  it('admits its own script and style alone, by their hashes, and no address', async () => {
    const page = await pageOf();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const hashOf = async (text: string): Promise<string> =>
      Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('base64');
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy).toContain(`script-src 'sha256-${await hashOf(script)}'`);
    expect(policy).toContain(`style-src 'sha256-${await hashOf(style)}'`);
    expect(page.match(/<script/g)?.length).toBe(2);
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(page).not.toMatch(/%\w+%/);
  });

  it('shows its pictures and words as they are, markup in them included', async () => {
    const page = await pageOf();
    expect(page).toContain('Preview for Ann &lt;Secret&gt;');
    expect(page).toContain('Clinic &amp; Sons');
    expect(page).toContain(`data:image/webp;base64,${Buffer.from('DOTTED-PICTURE').toString('base64')}`);
    expect(page).not.toContain('</script><script>alert');
  });

  it('holds neither pictures nor names in the open once it is locked', async () => {
    const page = await pageOf({ passphrase: 'a good passphrase' });
    for (const open of [
      'Ann',
      'Clinic',
      'Session 1',
      'DOTTED-PICTURE',
      Buffer.from('DOTTED').toString('base64'),
      'a good',
    ]) {
      expect(page).not.toContain(open);
    }
    const data = JSON.parse(/id="share">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '{}') as { sealed: Sealed };
    const unsealed = new TextDecoder().decode(await opened(data.sealed, 'a good passphrase'));
    expect(unsealed).toContain('Preview for Ann <Secret>');
    expect(unsealed.endsWith('BARE-PICTUREDOTTED-PICTURE')).toBe(true);
  });

  it('is written in the language and the direction that it is told', async () => {
    expect(await pageOf({ language: 'ar', direction: 'rtl' })).toContain('<html lang="ar" dir="rtl">');
  });
});
