/**
 * The label fonts: Noto Sans, our own files, by script. The style has no `glyphs`: MapLibre fetches a
 * file when the first letter of its range is drawn. The sans for Chinese is about a hundred small
 * files, so its list is loaded for Chinese readers only; elsewhere no label holds Chinese.
 */
import type { FontFacesSpecification } from 'maplibre-gl';
import arabic from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?url';
import cyrillicItalic from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-italic.woff2?url';
import cyrillic from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?url';
import greek from '@fontsource-variable/noto-sans/files/noto-sans-greek-wght-normal.woff2?url';
import latinExtItalic from '@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-italic.woff2?url';
import latinExt from '@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2?url';
import latinItalic from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-italic.woff2?url';
import latin from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url';
import type { Locale } from '$lib/core/domain';

export const UPRIGHT = 'Noto Sans';
/** Water is written in italics where the script has them. */
export const ITALIC = 'Noto Sans Italic';

type Face = { url: string; 'unicode-range': string[] };
const face = (url: string, ranges: string): Face => ({ url, 'unicode-range': ranges.split(',') });

const LATIN = 'U+0000-00FF,U+2000-206F,U+20AC,U+2116';
const LATIN_EXT = 'U+0100-02FF,U+1E00-1EFF';
const CYRILLIC = 'U+0400-045F,U+0490-0491';
const ARABIC = 'U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC';

export async function loadFontFaces(locale: Locale): Promise<FontFacesSpecification> {
	const chinese = locale === 'zh' ? (await import('./fonts-chinese')).CHINESE_FACES : [];
	const upright = [
		face(latin, LATIN),
		face(latinExt, LATIN_EXT),
		face(cyrillic, CYRILLIC),
		face(greek, 'U+0370-03FF'),
		face(arabic, ARABIC),
		...chinese
	];
	const italic = [
		face(latinItalic, LATIN),
		face(latinExtItalic, LATIN_EXT),
		face(cyrillicItalic, CYRILLIC),
		...upright.slice(3)
	];
	return { [UPRIGHT]: upright, [ITALIC]: italic } as FontFacesSpecification;
}
