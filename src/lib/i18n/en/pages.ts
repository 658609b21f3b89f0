export const pages = {
	method: { title: 'Method' },
	about: { title: 'About the data' }
};
