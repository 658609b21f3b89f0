/** The addresses that the service worker knows. Every other goes to the network, or to SHELL. */

/** A page without a person: the document that is shown where the network gives none. */
export const SHELL = '/offline';
/** What the build says is kept (kept-files.ts). */
export const KEPT_FILES = '/_app/kept-files.json';
/** The code of one version; the archives of the map, which outlive versions. */
export const CODE_CACHE = 'cordon-code-';
export const MAP_CACHE = 'cordon-map';

export type KeptFiles = {
	/** Of the pages that work without a network, with the words of every language. */
	code: string[];
	/** Of which a device keeps those that it used. */
	fonts: string[];
	/** What the map to point on needs besides; archives by a hash of their content. */
	map: { files: string[]; archives: Record<string, string>; bytes: number };
	/** The code of a first visit to one page, and the words of each language that come with it. */
	pages: Record<'check' | 'list', string[]>;
	words: Record<string, string[]>;
};

export type PageAddress = {
	/** Of the page, also when only its data is asked for. */
	path: string;
	isData: boolean;
	/** Slug of the mission, when the page is one of those that the device can show, or leads to one. */
	mission?: string;
	leadsToCheck: boolean;
};

const DATA = '/__data.json';
const KEPT_PAGE = /^\/missions\/([\w-]+)(\/check|\/list)?$/;

export function readAddress(pathname: string): PageAddress {
	const isData = pathname.endsWith(DATA);
	const path = (isData ? pathname.slice(0, -DATA.length) : pathname) || '/';
	const [, mission, page] = KEPT_PAGE.exec(path) ?? [];
	return { path, isData, mission, leadsToCheck: path === '/' || (!!mission && !page) };
}
