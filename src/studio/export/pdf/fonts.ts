import regularUrl from '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf?url';

/** The two weights of the one family that writes all languages of the studio, Arabic and Latin alike. */
export interface PaperFonts {
  readonly regular: Uint8Array<ArrayBuffer>;
  readonly bold: Uint8Array<ArrayBuffer>;
}

let loaded: PaperFonts | null = null;

/** Fetched from the origin when the first paper is made, and kept. Rejects when they can't be had. */
export async function paperFonts(): Promise<PaperFonts> {
  if (loaded !== null) return loaded;
  const [regular, bold] = await Promise.all([fontBytes(regularUrl), fontBytes(boldUrl)]);
  loaded = { regular, bold };
  return loaded;
}

async function fontBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`A font could not be loaded (${String(answer.status)}).`);
  return new Uint8Array(await answer.arrayBuffer());
}
