export const signin = {
	title: 'Sign in',
	purpose:
		'Cordon shows where a peace operation is deployed and which places are Off-Limits to its personnel, and publishes the directives that make them so.',
	email: 'E-mail',
	password: 'Password',
	submit: 'Sign in',
	wrong: 'The e-mail or the password is not right. Check both and try again.',
	tooMany: 'Too many attempts. Wait a few minutes, then try again.',
	unavailable: 'The system is not answering. Try again in a moment.',
	expired: 'Your session has ended. Sign in again to continue where you were.',
	signedOut: 'You are signed out.',
	noAccount: 'Accounts are given by the administrator of your mission.',
	demo: {
		title: 'Try it with exercise data',
		lead: 'This is a demonstration. Choose whose eyes to look through; each role sees and may do different things.',
		enterAs: ({ role }: { role: string }) => `Enter as ${role}`,
		personnel: 'Check a place before going in, and read the list in force.',
		analyst: 'See deployments, Off-Limits places and allegation heat, and how near they lie.',
		focal_point: 'Prepare directives and keep the register of establishments.',
		head_of_mission: 'Decide, designate, and publish what binds the mission.',
		administrator: 'Manage members and deployments, and read the audit trail.'
	},
	noMembership: {
		title: 'No mission yet',
		detail:
			'Your account belongs to no mission at this moment. Ask the administrator of your mission to add you.'
	},
	changePassword: {
		title: 'Change password',
		current: 'Present password',
		next: 'New password',
		repeat: 'New password again',
		rule: 'At least 12 characters. A few unrelated words are better than one difficult one.',
		submit: 'Change password',
		done: 'The password is changed. Other devices are signed out.',
		wrongCurrent: 'The present password is not right.',
		tooShort: 'The new password has fewer than 12 characters.',
		weak: 'This password is not accepted. Choose one that is harder to guess and at most 200 characters long.',
		different: 'The two new passwords are not the same.',
		same: 'The new password is the same as the present one.'
	}
};
