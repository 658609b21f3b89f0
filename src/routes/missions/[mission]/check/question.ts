/** What was asked, however it was asked, and the answer of the list. */
import { checkName, checkPosition } from '$lib/core/check';
import type { CheckTimes, NameCheck, PositionCheck } from '$lib/core/check';
import { parseCoordinates } from '$lib/core/coordinates';
import type { LngLat } from '$lib/core/domain';
import type { ListInForce } from '$lib/core/list';

export type Question =
	| { by: 'position'; position: LngLat; accuracyMetres: number; from: 'device' | 'text' | 'map' }
	| { by: 'name'; text: string };

export type Answer =
	| ({ by: 'position'; question: Extract<Question, { by: 'position' }> } & PositionCheck)
	| ({ by: 'name'; question: Extract<Question, { by: 'name' }> } & NameCheck);

/** Digits, degree signs and compass letters only: meant as coordinates even when unreadable. */
const LIKE_COORDINATES = /^[\s\d.,;/+°'"′″’”NSEWnsew-]*\d[\s\d.,;/+°'"′″’”NSEWnsew-]*$/;

/** A position when the text is one, else a name; undefined for coordinates that cannot be read. */
export function questionOf(text: string): Question | undefined {
	const coordinates = parseCoordinates(text);
	if (coordinates) {
		const { position, accuracyMetres } = coordinates;
		return { by: 'position', position, accuracyMetres, from: 'text' };
	}
	const digits = text.replace(/\D/g, '').length;
	if (digits >= 4 && LIKE_COORDINATES.test(text)) return undefined;
	return { by: 'name', text: text.trim() };
}

export function answerTo(question: Question, list: ListInForce | null, times: CheckTimes): Answer {
	if (question.by === 'name')
		return { by: 'name', question, ...checkName(list, question.text, times) };
	const { position, accuracyMetres } = question;
	return {
		by: 'position',
		question,
		...checkPosition(list, { position, accuracyMetres }, times)
	};
}
