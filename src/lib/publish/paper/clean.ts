/** Text of other people on its way to paper. */

/** Controls that could turn or hide what stands beside them: bidi marks, embeddings, C0 and C1. */
const CONTROLS =
	/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
/** A word that no line can hold has places where it may break. */
const LONG_RUN = /[^\s\u200b]{28}(?=[^\s\u200b])/gu;

export function cleanText(text: string): string {
	return text.normalize('NFC').replace(CONTROLS, ' ').replace(LONG_RUN, '$&\u200b').trim();
}

/** First strong isolate (Unicode UAX 9): a name keeps its direction in a sentence of another. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Left-to-right isolate, for what is always read so: coordinates, hashes, telephone numbers. */
export const isolateLtr = (text: string): string => `\u2066${text}\u2069`;
