/** The area `import`; the word itself is reserved. */
export const importing = {
	title: 'Import'
};
