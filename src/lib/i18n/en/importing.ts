import type { FaultKey } from '$lib/sources/table';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

/** The area `import`; the word itself is reserved. */
export const importing = {
	title: 'Import',
	lead: 'Bring in many records from one file. All of its rows are stored, or none.',
	what: {
		label: 'What the file holds',
		deployments: 'Deployments',
		establishments: 'Places (establishments)',
		nominations: 'Nominations: places to look at, with what was observed',
		geoPko: 'Deployments from the Geo-PKO dataset'
	},
	file: 'File',
	fileHint: 'CSV, up to 5 MB and 5,000 rows; commas, semicolons or tabs; UTF-8 or UTF-16.',
	geoPkoMission: 'Mission in the dataset',
	accuracy: 'Accuracy in metres for rows that give none',
	accuracyHint: 'Leave empty to refuse such rows: precision is never invented.',
	columns: {
		title: 'Columns that are understood',
		name: 'Column',
		others: 'Also understood as',
		position: 'Each row needs a position: lat and lng, mgrs, or position.',
		known: 'A row with the place_id of a place on record needs neither name nor position.',
		words: ({ column }: { column: string }) => `Words for ${column}`
	},
	preview: {
		rows: ({ count }: { count: number }) =>
			plural(count, { one: '# record read', other: '# records read' }),
		ignored: ({ columns }: { columns: string }) => `Columns that were not read: ${columns}`,
		table: 'First records of the file',
		row: 'Row',
		name: 'Name',
		kind: 'Kind',
		position: 'Position',
		accuracy: 'Accuracy',
		period: 'Period',
		strength: 'Strengths',
		reason: 'Reason',
		observed: 'Observed',
		similar: 'Perhaps on record as'
	},
	faults: {
		title: ({ count }: { count: number }) =>
			plural(count, {
				one: '# fault must be mended in the file first',
				other: '# faults must be mended in the file first'
			}),
		nothing: 'Nothing was imported.',
		table: 'Faults by row',
		row: 'Row',
		column: 'Column',
		value: 'What stands there',
		fault: 'What is wrong',
		file: 'whole file'
	},
	fault: {
		fileEmpty: 'The file has no rows.',
		fileTooLarge: 'The file is larger than 5 MB. Divide it.',
		encodingUnknown: 'The file is neither UTF-8 nor UTF-16. Save it as “CSV UTF-8”.',
		tooManyRows: 'The file has more than 5,000 rows. Divide it.',
		columnMissing: 'This column is missing.',
		columnTwice: 'This column stands there twice.',
		idTwice: 'This id stands in the file more than once.',
		idInvalid: 'This is not the id of a place, as an export of places gives it.',
		quoteOpen: 'A quotation mark is opened and not closed.',
		rowTooLong: 'This row does not end. Is the file a table?',
		cellsTooMany: 'This row has more cells than there are headings. Is a comma within a cell?',
		textMissing: 'This cell must not be empty.',
		textTooLong: 'This text is too long.',
		textInvalid: 'This text holds characters that cannot be stored.',
		positionMissing: 'The row has no position.',
		positionInvalid: 'This cannot be read as a position.',
		positionSwapped: 'Latitude and longitude seem to be swapped.',
		positionOutside: 'This position is outside the mission area.',
		areaAsPoint:
			'This row stands for an area and gives its middle only. It cannot be imported as a point.',
		accuracyMissing: 'The accuracy is not given, and none is set above.',
		accuracyInvalid: 'The accuracy must be whole metres, up to 100 km.',
		wordUnknown: 'This word is not one of those that are understood here.',
		numberInvalid: 'This is not a whole number in the expected range.',
		dateInvalid: 'This is not a date. Write it as 2004-03-15.',
		dateAmbiguous: 'Day and month cannot be told apart. Write the date as 2004-03-15.',
		periodInvalid: 'The period ends before it begins.',
		categoryMissing: 'The strength needs its category of personnel.',
		strengthOverlaps: 'Two strengths of one category overlap in time.',
		rowsDisagree: 'Rows of the same record disagree in this column.',
		languageInvalid: 'This is not a language tag such as sq, sr-Latn or sr-Cyrl.'
	} satisfies Record<FaultKey, string>,
	submit: ({ count }: { count: number }) =>
		plural(count, { one: 'Import # record', other: 'Import # records' }),
	done: {
		title: 'Imported',
		added: ({ count }: { count: number }) =>
			plural(count, { one: '# record was added.', other: '# records were added.' }),
		see: 'See the records'
	}
};
