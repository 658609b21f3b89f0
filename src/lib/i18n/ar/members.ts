import type { members as english } from '../en/members';
import { pluralOf } from '../plural';

const plural = pluralOf('ar');

export const members = {
	title: 'الأعضاء',
	lead: 'من يعمل في هذه البعثة، وبأي دور، وإلى متى. يسري أي تغيير عند أول إجراء تالٍ للشخص المعني.',
	name: 'الاسم',
	email: 'البريد الإلكتروني',
	role: 'الدور',
	category: 'فئة الأفراد',
	unit: 'الوحدة',
	period: 'من – إلى',
	unlimited: 'بلا حدّ',
	from: 'من',
	until: 'إلى (أول يوم بدونها)',
	untilHint: 'اتركه فارغًا إذا لم تكن له نهاية. أما تفويض رئيس البعثة فله نهاية دائمًا.',
	delegated: 'مفوَّض',
	you: 'أنت',
	add: 'إضافة عضو أو تغيير عضويته',
	addLead: 'يجب أن يكون للشخص حساب من قبل. ويحلّ الدور الممنوح هنا محلّ ما كان له في المدة نفسها.',
	submit: 'حفظ العضوية',
	saved: 'حُفظت العضوية.',
	end: 'إنهاء',
	endTitle: ({ name }) => `إنهاء عضوية ${name}؟`,
	endDetail: ({ role }) => `يفقد الشخص دور «${role}» فورًا وفي كل مكان، ويبقى سجلّ ما قام به.`,
	endConfirm: 'إنهاء العضوية',
	ended: 'أُنهيت العضوية.',
	mayDo: {
		personnel: 'يقرأ القائمة السارية والتوجيهات ويتحقّق من الأماكن.',
		analyst: 'يرى كذلك أماكن الانتشار وسجلّ المنشآت والأعداد المفرج عنها.',
		focal_point: 'يُعدّ كذلك التوجيهات ويحافظ على السجلّ.',
		head_of_mission: 'يُصدر كذلك التوجيهات ويمنح الأدوار. للمفوَّضين من رئيس البعثة فقط.',
		administrator:
			'يدير العضوية وأماكن الانتشار ويقرأ سجلّ التدقيق، ولا يرى الأعداد ولا مشاريع التوجيهات.'
	},
	audit: {
		title: 'سجلّ التدقيق',
		lead: 'من فعل ماذا أو اطّلع عليه، الأحدث أولًا. القيود مترابطة ببصمات رقمية ولا يمكن تغييرها أو حذفها.',
		recorded:
			'يُسجَّل الاطلاع على ما هو حساس مرة واحدة لكل شخص في اليوم. أما من يقرأ القائمة أو التوجيهات أو خريطة الأماكن الممنوع ارتيادها فلا يُسجَّل، عن قصد.',
		exportLines: 'تصدير للتحقق (أسطر JSON)',
		exportCsv: 'تصدير CSV',
		pages: 'الصفحات',
		newest: 'أحدث القيود',
		noneFit: 'لا يوجد قيد مطابق',
		filter: {
			title: 'أي القيود',
			everything: 'كل شيء',
			actorHint: 'جزء من الاسم',
			from: 'منذ',
			until: 'إلى، بما فيه',
			subject: 'الموضوع',
			subjectHint: 'معرّف ما يتعلق به القيد',
			sameSubject: 'كل القيود عن الموضوع نفسه',
			apply: 'عرض',
			clear: 'عرض كل شيء'
		},
		chain: {
			counting: ({ count, total }) => `يجري التحقق من السلسلة: ${count} من ${total} من القيود …`,
			unbroken: ({ sequence }) => `متصلة حتى القيد ${sequence}`,
			broken: ({ count }) =>
				plural(count, {
					zero: 'السلسلة غير مقطوعة',
					one: 'السلسلة مقطوعة عند قيد واحد',
					two: 'السلسلة مقطوعة عند قيدين',
					few: 'السلسلة مقطوعة عند # قيود',
					many: 'السلسلة مقطوعة عند # قيدًا',
					other: 'السلسلة مقطوعة عند # قيد'
				}),
			breaks: {
				changed: ({ sequence }) => `غُيّر القيد ${sequence}.`,
				missing: ({ sequence }) => `حُذفت قيود قبل الرقم ${sequence}.`,
				moved: ({ sequence }) => `نُقل القيد ${sequence} إلى هناك من موضع آخر.`,
				unlinked: ({ sequence }) => `القيد ${sequence} لا يتبع الذي قبله: أُعيدت كتابة أحدهما.`
			},
			head: 'الرأس',
			keep: 'دوّن الرأس في مكان آخر: فهو يكشف لاحقًا إن قُطعت النهاية.',
			failed: 'تعذّر التحقق من السلسلة: لم يجب الخادم.',
			again: 'تحقق مجددًا'
		},
		sequence: 'الرقم',
		at: 'الوقت',
		actor: 'من',
		act: 'ماذا',
		detail: 'التفاصيل',
		operator: 'مشغّل الخادم',
		older: 'قيود أقدم',
		acts: {
			directive_published: 'أصدر توجيهًا',
			draft_discarded: 'حذف مسودة توجيه',
			establishment_saved: 'غيّر سجلّ المنشآت',
			deployment_saved: 'غيّر مكان انتشار',
			establishments_imported: 'استورد منشآت',
			deployments_imported: 'استورد أماكن انتشار',
			case_nominated: 'رشّح مكانًا',
			case_assessed: 'قيّم ترشيحًا',
			case_notice_sent: 'سجّل إشعارًا إلى صاحب مكان',
			case_notice_omitted: 'سجّل سبب عدم إشعار صاحب مكان',
			case_replied: 'سجّل ردّ صاحب مكان',
			case_petitioned: 'سجّل التماسًا من صاحب مكان',
			case_inspected: 'سجّل معاينة',
			case_answered: 'سجّل الإجابة على صاحب مكان',
			case_recommended: 'قدّم توصية',
			case_withdrawn: 'سحب ترشيحًا',
			case_notes_read: 'اطّلع على ملاحظات ملف',
			case_notes_erased: 'محا ملاحظات انقضى أجلها',
			risk_assessed: 'قيّم خطر قاعدة',
			risk_visit_recorded: 'سجّل زيارة إلى قاعدة',
			risk_visit_struck: 'شطب زيارة أُدخلت خطأً',
			risk_weights_saved: 'غيّر أوزان درجة الخطر',
			key_added: 'أعطى البعثة مفتاحًا',
			key_revoked: 'ألغى مفتاحًا',
			membership_saved: 'منح عضوية',
			membership_ended: 'أنهى عضوية',
			allegation_heat_seen: 'اطّلع على أعداد الادعاءات',
			deployments_seen: 'اطّلع على مواقع الانتشار',
			establishments_seen: 'اطّلع على سجل المنشآت',
			members_seen: 'اطّلع على قائمة الأعضاء',
			audit_seen: 'اطّلع على سجلّ التدقيق',
			audit_exported: 'صدّر سجلّ التدقيق',
			backup_written: 'كتب نسخة احتياطية',
			snapshot_restored: 'استعاد نسخة من قاعدة البيانات'
		}
	}
} satisfies typeof english;
