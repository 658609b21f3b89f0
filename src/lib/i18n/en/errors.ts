/**
 * What a refused call says to the reader: by kind (ApiFailure.kind), and by the finer key that the
 * database gives as its hint.
 */
export const errors = {
	signedOut: 'Your session has ended. Sign in again; what you entered is kept.',
	forbidden: 'Your role in this mission does not include this.',
	notFound: 'This does not exist, or it is not for you to see.',
	conflict: 'Somebody changed this meanwhile. Load it again and repeat your change.',
	invalid: 'Something in what you entered is not right. Check it and try again.',
	tooMany: 'Too many requests in a short time. Wait a minute, then try again.',
	unavailable: 'The system is not answering. Nothing was changed; try again in a moment.'
};
