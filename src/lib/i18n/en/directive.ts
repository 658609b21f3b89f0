export const directive = {
	title: 'Directive'
};
