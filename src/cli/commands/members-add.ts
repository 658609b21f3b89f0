import { PERSONNEL_CATEGORIES, ROLES } from '../../lib/core/domain.ts';
import { createAccount } from '../../lib/server/accounts.ts';
import { makePassword } from '../../lib/server/door/passwords.ts';
import { StartError } from '../../lib/server/start-error.ts';
import { defineCommand, need, withEngine } from './command.ts';

export const membersAddCommand = defineCommand({
	name: 'members add',
	usage:
		'npm run cordon -- members add --mission SLUG --email ADDRESS --name NAME --role ROLE --category CATEGORY [--unit UNIT] [--base NAME] [--json]',
	summary:
		'Makes an account where there is none, prints its first password, and gives it a role in a mission.',
	options: {
		mission: { type: 'string' },
		email: { type: 'string' },
		name: { type: 'string' },
		role: { type: 'string' },
		category: { type: 'string' },
		unit: { type: 'string' },
		base: { type: 'string' },
		json: { type: 'boolean' }
	},
	async run(values) {
		const mission = need('mission', values.mission);
		const email = need('email', values.email).trim().toLowerCase();
		const role = need('role', values.role, ROLES);
		const category = need('category', values.category, PERSONNEL_CATEGORIES);

		const password = await withEngine((engine) =>
			engine.transaction(async (tx) => {
				const [account] = await tx.query<{ id: string }>(
					'select id from auth.users where lower(email) = $1::text',
					[email]
				);
				const password = account ? null : makePassword();
				const userId =
					account?.id ??
					(await createAccount(tx, {
						email,
						displayName: need('name', values.name),
						password: password!
					}));
				await tx.exec('set local role cordon_keeper');
				const bases = values.base
					? await tx.query<{ id: string }>(
							`select d.id from cordon.deployments d join cordon.missions m on m.id = d.mission_id
							 where m.slug = $1::text and lower(d.name) = lower($2::text)`,
							[mission, values.base.trim()]
						)
					: [];
				if (values.base && bases.length !== 1)
					throw new StartError(
						`${mission} has ${bases.length ? 'more than one deployment' : 'no deployment'} named "${values.base}".`
					);
				const [added] = await tx.query<{ mission_id: string }>(
					`insert into cordon.memberships (mission_id, person_id, role, category, unit, base_id)
					 select m.id, $2::text::uuid, $3::text::cordon.mission_role,
						$4::text::cordon.personnel_category, $5::text, $6::text::uuid
					 from cordon.missions m where m.slug = $1::text
					 returning mission_id`,
					[mission, userId, role, category, values.unit ?? null, bases[0]?.id ?? null]
				);
				if (!added) throw new StartError(`There is no mission "${mission}".`);
				await tx.query(
					`select cordon.record_act($1::text::uuid, 'membership_saved', $2::text,
						jsonb_build_object('role', $3::text))`,
					[added.mission_id, userId, role]
				);
				return password;
			})
		);
		if (values.json) return console.log(JSON.stringify({ email, role, mission, password }));
		console.log(`${email} is now ${role} in ${mission}.`);
		if (password)
			console.log(
				`First password: ${password}\nIt is shown only here; have it changed after signing in.`
			);
	}
});
