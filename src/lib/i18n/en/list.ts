export const list = {
	title: 'List in force'
};
