import { base64Of } from './base64';
import styleSource from './page.css?raw';
import pageTemplate from './page.html?raw';
import scriptSource from './page.js?raw';
import { seal, type Sealed } from './seal';

/** As an HTML parser reads line ends, so that the hashes fit wherever the source was checked out. */
const pageStyle = styleSource.replaceAll('\r\n', '\n');
const pageScript = scriptSource.replaceAll('\r\n', '\n');

/** One picture of the page: before, or the outcome of a session. */
export interface SharedPicture {
  /** A few words on its button, such as "Session 2". */
  readonly label: string;
  /** The sentence beneath it. */
  readonly says: string;
  readonly picture: Blob;
}

/** Everything that the page says, in the client's language. */
export interface ShareWords {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly divider: string;
  readonly sessions: string;
  readonly estimate: string;
  readonly passphrase: string;
  readonly passphraseHelp: string;
  readonly unlock: string;
  readonly unlocking: string;
  readonly wrong: string;
  readonly unsupported: string;
  readonly noScript: string;
}

export interface ShareContent {
  /** As in <html lang>. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: ShareWords;
  /** Above the picture: the client's name only where it was chosen. With a passphrase it is sealed, too. */
  readonly heading: string;
  /** The clinic's line, or nothing. */
  readonly clinic: string;
  /** Before first, then the sessions in order. */
  readonly pictures: readonly SharedPicture[];
  readonly passphrase: string | null;
}

/**
 * One HTML file that needs nothing else: pictures, style and script are in it, and its policy lets it load and send
 * nothing. Without a passphrase it shows its pictures even where no script runs.
 */
export async function sharePage(content: ShareContent): Promise<Blob> {
  const { words, language, direction, passphrase } = content;
  const sealed = passphrase === null ? null : await seal(await packed(content), passphrase);
  const data: PageData = { words, sealed };
  const parts: Readonly<Record<string, string>> = {
    language: escaped(language),
    direction,
    policy: escaped(await contentPolicy()),
    title: escaped(words.title),
    style: `<style>${pageStyle}</style>`,
    heading: escaped(sealed === null ? content.heading : words.title),
    clinic: escaped(sealed === null ? content.clinic : ''),
    pictures: sealed === null ? await figures(content.pictures) : '',
    locked: sealed === null ? '' : `<noscript><p>${escaped(words.noScript)}</p></noscript>`,
    estimate: escaped(words.estimate),
    data: `<script type="application/json" id="share">${asScriptText(data)}</script>`,
    script: `<script>${pageScript}</script>`,
  };
  const page = pageTemplate.replace(/<!--%(\w+)%-->|%(\w+)%/g, (_, block?: string, word?: string) => {
    return parts[block ?? word ?? ''] ?? '';
  });
  return new Blob([page], { type: 'text/html' });
}

/** What the page's script reads. */
interface PageData {
  readonly words: ShareWords;
  readonly sealed: Sealed | null;
}

/** Only the page's own style and script, by their hashes; pictures from the file itself; nothing from or to anywhere. */
async function contentPolicy(): Promise<string> {
  const hash = async (text: string): Promise<string> => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return `'sha256-${base64Of(new Uint8Array(digest))}'`;
  };
  return [
    "default-src 'none'",
    `script-src ${await hash(pageScript)}`,
    `style-src ${await hash(pageStyle)}`,
    'img-src data: blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

async function figures(pictures: readonly SharedPicture[]): Promise<string> {
  const each = pictures.map(async ({ label, says, picture }) => {
    const source = `data:${picture.type};base64,${base64Of(new Uint8Array(await picture.arrayBuffer()))}`;
    return `<figure><img src="${source}" alt="${escaped(label)}"><figcaption>${escaped(says)}</figcaption></figure>`;
  });
  return (await Promise.all(each)).join('\n');
}

/**
 * What is sealed: the length of a header (uint32, little-endian), the header as JSON, and the pictures' bytes one after
 * the other.
 */
async function packed({ heading, clinic, pictures }: ShareContent): Promise<Uint8Array<ArrayBuffer>> {
  const files = await Promise.all(pictures.map(async ({ picture }) => new Uint8Array(await picture.arrayBuffer())));
  const steps = pictures.map(({ label, says, picture }) => ({
    label,
    says,
    type: picture.type,
    bytes: picture.size,
  }));
  const header = new TextEncoder().encode(JSON.stringify({ heading, clinic, steps }));
  const whole = new Uint8Array(4 + header.length + files.reduce((sum, file) => sum + file.length, 0));
  new DataView(whole.buffer).setUint32(0, header.length, true);
  whole.set(header, 4);
  let at = 4 + header.length;
  for (const file of files) {
    whole.set(file, at);
    at += file.length;
  }
  return whole;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);

/** JSON that no "</script>" within it can end. */
const asScriptText = (value: PageData): string => JSON.stringify(value).replaceAll('<', '\\u003c');
