import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** A table of the folder `reference` as rows of text by column. */
export function readReference(name: string): Record<string, string>[] {
	const text = readFileSync(new URL(`reference/${name}`, import.meta.url), 'utf8');
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
