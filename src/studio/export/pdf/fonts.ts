import regularUrl from '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf?url';
import arabicRegularUrl from '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf?url';
import arabicBoldUrl from '@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf?url';

/** Two weights of one family; its Arabic cut is drawn to stand beside the Latin one. */
export interface PaperFonts {
  readonly latin: FontPair;
  /** Only where a paper has Arabic on it. */
  readonly arabic?: FontPair;
}

interface FontPair {
  readonly regular: Uint8Array<ArrayBuffer>;
  readonly bold: Uint8Array<ArrayBuffer>;
}

const URLS = {
  latin: { regular: regularUrl, bold: boldUrl },
  arabic: { regular: arabicRegularUrl, bold: arabicBoldUrl },
} as const;

const loaded = new Map<keyof typeof URLS, FontPair>();

/** Fetched from the origin when the first paper is made, and kept. Rejects when they can't be had. */
export async function paperFonts(withArabic: boolean): Promise<PaperFonts> {
  const [latin, arabic] = await Promise.all([pairOf('latin'), withArabic ? pairOf('arabic') : null]);
  return arabic === null ? { latin } : { latin, arabic };
}

async function pairOf(script: keyof typeof URLS): Promise<FontPair> {
  const known = loaded.get(script);
  if (known !== undefined) return known;
  const [regular, bold] = await Promise.all([fontBytes(URLS[script].regular), fontBytes(URLS[script].bold)]);
  const pair = { regular, bold };
  loaded.set(script, pair);
  return pair;
}

async function fontBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`A font could not be loaded (${String(answer.status)}).`);
  return new Uint8Array(await answer.arrayBuffer());
}
