/** An id as the database makes them; anything else in an address leads nowhere. */
export const match = (text: string): boolean =>
	/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
