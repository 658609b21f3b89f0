import type { Role } from '$lib/core/domain';
import { pluralOf } from '../plural';

const plural = pluralOf('en');

export const members = {
	title: 'Members',
	lead: 'Who works in this mission, in which role, and for how long. A change takes effect at the next click of the person concerned.',
	name: 'Name',
	email: 'E-mail',
	role: 'Role',
	category: 'Personnel category',
	unit: 'Unit',
	base: 'Base',
	baseNone: 'Not stated',
	edit: 'Change',
	editTitle: ({ name }: { name: string }) => `Change the membership of ${name}`,
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
	audit: {
		title: 'Audit trail',
		lead: 'Who did or saw what, newest first. Entries are chained by hashes and cannot be changed or removed.',
		recorded:
			'Looking at what is sensitive is recorded once a person and day. Who reads the list, the directives or the map of what is Off-Limits is not recorded, on purpose.',
		exportLines: 'Export to verify (JSON lines)',
		exportCsv: 'Export as CSV',
		newest: 'Newest entries',
		noneFit: 'No entry fits',
		filter: {
			title: 'Which entries',
			everything: 'Everything',
			actorHint: 'Part of a name, or “operator”',
			from: 'From',
			until: 'To and including',
			subject: 'Subject',
			subjectHint: 'The identifier of what it was about',
			sameSubject: 'All entries about the same',
			apply: 'Show',
			clear: 'Show everything'
		},
		chain: {
			counting: ({ count, total }: { count: string; total: string }) =>
				`Verifying the chain: ${count} of ${total} entries …`,
			unbroken: ({ sequence }: { sequence: string }) => `Unbroken to entry ${sequence}`,
			broken: ({ count }: { count: number }) =>
				plural(count, {
					one: 'The chain is broken at # entry',
					other: 'The chain is broken at # entries'
				}),
			breaks: {
				changed: ({ sequence }: { sequence: string }) => `Entry ${sequence} was changed.`,
				missing: ({ sequence }: { sequence: string }) =>
					`Entries before number ${sequence} were removed.`,
				moved: ({ sequence }: { sequence: string }) =>
					`Entry ${sequence} was moved there from another place.`,
				unlinked: ({ sequence }: { sequence: string }) =>
					`Entry ${sequence} does not follow the one before it: one of the two was rewritten.`
			},
			head: 'Head',
			keep: 'Write the head down elsewhere: it shows later whether the end was cut off.',
			failed: 'The chain could not be verified: the server did not answer.',
			again: 'Verify again'
		},
		sequence: 'No.',
		at: 'Time',
		actor: 'Who',
		act: 'What',
		detail: 'Details',
		operator: 'Operator of the server',
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
			acknowledgement_missing_seen: 'Looked at who has not confirmed a directive',
			acknowledgement_reminded: 'Reminded those who have not confirmed a directive',
			allegation_heat_seen: 'Looked at allegation counts',
			deployments_seen: 'Looked at deployments',
			establishments_seen: 'Looked at the register of establishments',
			members_seen: 'Looked at the members',
			audit_seen: 'Looked at the audit trail',
			audit_exported: 'Exported the audit trail',
			backup_written: 'Wrote a backup',
			snapshot_restored: 'Restored a copy of the database'
		}
	}
};
