/**
 * Tells the service worker, and the test that weighs a first visit, which files of the build check and
 * list need, by following its imports. Written as KeptFiles (src/lib/offline/addresses.ts).
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { OFFERED } from './src/lib/i18n/tags.ts';
import { KEPT_FILES, type KeptFiles } from './src/lib/offline/addresses.ts';

const MISSION = 'src/routes/missions/[mission]';
/** What every page comes with. */
const FRAME = ['src/routes/+layout.svelte', 'src/routes/+error.svelte'];
const wordsOf = (locale: string) => [`src/lib/i18n/${locale}/field.ts`];
/** The modules that a page of a mission begins with. */
export const pageOf = (page: string) => [
	...FRAME,
	`${MISSION}/+layout.svelte`,
	`${MISSION}/+error.svelte`,
	`${MISSION}/${page}/+page.svelte`
];
/** What those pages ask for later. */
const LATER = [
	'src/routes/offline/+page.svelte',
	'src/lib/publish/verify-bundle.ts',
	'src/lib/offline/keep-for-later.ts'
];
const MAP = [
	`${MISSION}/check/PickOnMap.svelte`,
	'src/lib/map/maplibre.ts',
	'src/lib/map/offset-areas.ts',
	...OFFERED.map((locale) => `src/lib/i18n/${locale}.ts`)
];
const ARCHIVES = 'static/basemap';

export const listKeptFiles: Plugin = {
	name: 'list-kept-files',
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
			const entries = chunks.filter(({ fileName }) => /\/entry\/(start|app)\./.test(fileName));
			// The server's build.
			if (entries.length < 2) return;

			/** The chunk of a module; of a page, the one that SvelteKit made for it. */
			const chunkOf = (module: string): Rolldown.OutputChunk => {
				const found = chunks.find(({ facadeModuleId, moduleIds }) => {
					const node = facadeModuleId?.includes('/generated/');
					const ids = node ? this.getModuleInfo(facadeModuleId!)!.importedIds : moduleIds;
					return ids.some((id) => id.endsWith(`/${module}`));
				});
				if (!found) throw new Error(`the build has no chunk for ${module}`);
				return found;
			};
			const filesOf = (modules: string[]): string[] => {
				const files = new Set<string>();
				const follow = (name: string) => {
					const chunk = bundle[name];
					if (files.has(`/${name}`) || chunk?.type !== 'chunk') return;
					files.add(`/${name}`);
					const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
					for (const asset of [...importedCss, ...importedAssets]) files.add(`/${asset}`);
					chunk.imports.forEach(follow);
				};
				for (const chunk of [...entries, ...modules.map(chunkOf)]) follow(chunk.fileName);
				return [...files];
			};
			const isFont = (file: string) => file.endsWith('.woff2');
			const codeOf = (modules: string[]) => filesOf(modules).filter((file) => !isFont(file));

			const pages = { check: codeOf(pageOf('check')), list: codeOf(pageOf('list')) };
			const words = Object.fromEntries(OFFERED.map((one) => [one, codeOf(wordsOf(one))]));
			const code = new Set(
				[pages.check, pages.list, ...Object.values(words), codeOf(LATER)].flat()
			);
			const map = filesOf(MAP).filter((file) => !code.has(file));
			const sources = readdirSync(ARCHIVES)
				.filter((name) => name.endsWith('.pmtiles'))
				.map((name) => ({ name, bytes: readFileSync(`${ARCHIVES}/${name}`) }));
			const weightOf = (file: string) => {
				const built = bundle[file.slice(1)]!;
				const source = built.type === 'chunk' ? built.code : built.source;
				return isFont(file) ? source.length : gzipSync(source).length;
			};
			const listed: KeptFiles = {
				code: [...code],
				fonts: filesOf(FRAME).filter(isFont),
				map: {
					files: map,
					archives: Object.fromEntries(
						sources.map(({ name, bytes }) => [
							`/basemap/${name}`,
							createHash('sha256').update(bytes).digest('hex').slice(0, 16)
						])
					),
					bytes:
						sources.reduce((sum, { bytes }) => sum + bytes.length, 0) +
						map.reduce((sum, file) => sum + weightOf(file), 0)
				},
				pages,
				words
			};
			this.emitFile({
				type: 'asset',
				fileName: KEPT_FILES.slice(1),
				source: JSON.stringify(listed)
			});
		}
	}
};
