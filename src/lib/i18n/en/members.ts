import type { Role } from '$lib/core/domain';

export const members = {
	title: 'Members',
	lead: 'Who works in this mission, in which role, and for how long. A change takes effect at the next click of the person concerned.',
	name: 'Name',
	email: 'E-mail',
	role: 'Role',
	category: 'Personnel category',
	unit: 'Unit',
	period: 'From – until',
	unlimited: 'No limit',
	from: 'From',
	until: 'Until (first day without it)',
	untilHint: 'Leave empty for no end. Delegation of the Head of Mission always needs an end.',
	delegated: 'Delegate',
	you: 'You',
	add: 'Add or change a member',
	addLead:
		'The person must already have an account. A role given here replaces what the person held for the same time.',
	submit: 'Save membership',
	saved: 'The membership is saved.',
	end: 'End',
	endTitle: ({ name }: { name: string }) => `End the membership of ${name}?`,
	endDetail: ({ role }: { role: string }) =>
		`The person loses the role “${role}” at once and everywhere. The record of what they did stays.`,
	endConfirm: 'End membership',
	ended: 'The membership is ended.',
	mayDo: {
		personnel: 'Reads the list in force and directives; checks places.',
		analyst: 'Also sees deployments, the register of establishments and released counts.',
		focal_point: 'Also prepares directives and keeps the register.',
		head_of_mission:
			'Also publishes directives, and gives roles. Only delegates of the Head of Mission.',
		administrator:
			'Manages members and deployments and reads the audit trail; sees no counts and no drafts.'
	} satisfies Record<Role, string>,
	tabs: { members: 'Members', audit: 'Audit trail' },
	audit: {
		lead: 'Who did or saw what, newest first. Entries are chained by hashes and cannot be changed or removed.',
		sequence: 'No.',
		at: 'Time',
		actor: 'Who',
		act: 'What',
		detail: 'Details',
		operator: 'Operator of the server',
		empty: 'Nothing has been recorded yet.',
		older: 'Older entries',
		acts: {
			directive_published: 'Published a directive',
			draft_discarded: 'Discarded a draft',
			establishment_saved: 'Changed the register of establishments',
			deployment_saved: 'Changed a deployment',
			establishments_imported: 'Imported establishments',
			deployments_imported: 'Imported deployments',
			case_nominated: 'Nominated a place',
			case_assessed: 'Assessed a nomination',
			case_notice_sent: 'Recorded a notice to a proprietor',
			case_notice_omitted: 'Recorded why a proprietor got no notice',
			case_replied: 'Recorded a proprietor’s reply',
			case_petitioned: 'Recorded a proprietor’s petition',
			case_inspected: 'Recorded an inspection',
			case_answered: 'Recorded the answer to a proprietor',
			case_recommended: 'Made a recommendation',
			case_withdrawn: 'Withdrew a nomination',
			case_notes_read: 'Read the notes of a case',
			case_notes_erased: 'Erased notes past their date',
			risk_assessed: 'Assessed the risk of a base',
			risk_visit_recorded: 'Recorded a visit to a base',
			risk_visit_struck: 'Struck a visit entered by mistake',
			risk_weights_saved: 'Changed the weights of the risk score',
			key_added: 'Gave the mission a key',
			key_revoked: 'Revoked a key',
			membership_saved: 'Gave a membership',
			membership_ended: 'Ended a membership',
			allegation_heat_seen: 'Looked at allegation counts'
		}
	}
};
