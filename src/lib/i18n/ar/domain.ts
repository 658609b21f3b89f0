import type { domain as english } from '../en/domain';

export const domain = {
	versioned: ({ number, version }) => `التوجيه ${number}، الإصدار ${version}`,
	role: {
		personnel: 'فرد من أفراد البعثة',
		analyst: 'محلّل',
		focal_point: 'منسّق',
		head_of_mission: 'رئيس البعثة',
		administrator: 'مسؤول النظام'
	},
	category: {
		military: 'الأفراد العسكريون',
		police: 'الشرطة',
		observer: 'المراقبون العسكريون',
		civilian: 'الموظفون المدنيون',
		contractor: 'المتعاقدون'
	},
	deploymentKind: {
		headquarters: 'مقرّ',
		base: 'قاعدة',
		patrol_base: 'قاعدة دوريات',
		staff_office: 'مكتب موظفين',
		staff_housing: 'سكن موظفين',
		leased_premises: 'مبانٍ مستأجرة',
		police_station: 'مركز شرطة',
		area_of_operations: 'منطقة عمليات'
	},
	establishmentKind: {
		bar: 'حانة',
		night_club: 'ملهى ليلي',
		brothel: 'بيت دعارة',
		hotel: 'فندق',
		restaurant: 'مطعم',
		massage_parlour: 'صالون تدليك',
		private_house: 'منزل خاص',
		street_area: 'شارع أو حيّ',
		other: 'غير ذلك'
	},
	establishmentStatus: {
		open: 'مفتوح',
		closed_down: 'أُغلق نهائيًا',
		renamed: 'تغيّر اسمه',
		unknown: 'غير معروف'
	},
	nameStatus: {
		sign: 'كما على اللافتة',
		alias: 'يُعرف أيضًا باسم',
		former: 'سابقًا'
	},
	reason: {
		exploitation: 'الاستغلال والانتهاك الجنسيان',
		force_protection: 'حماية القوة',
		drugs: 'المخدّرات',
		health_safety: 'الصحة والسلامة',
		crime: 'الجريمة',
		disorder: 'الإخلال بالنظام'
	},
	designationKind: {
		establishment: 'منشأة',
		zone: 'منطقة',
		class: 'فئة من الأماكن',
		curfew: 'منطقة حظر تجوّل'
	},
	allegationType: {
		sexual_abuse: 'انتهاك جنسي',
		sexual_exploitation: 'استغلال جنسي',
		other_unknown: 'غير ذلك أو غير معروف'
	},
	contactKind: {
		focal_point: 'منسّق شؤون الاستغلال والانتهاك الجنسيين',
		conduct_team: 'فريق السلوك والانضباط',
		chain_of_command: 'التسلسل القيادي',
		hotline: 'الخط الساخن',
		other: 'جهة اتصال أخرى'
	},
	offLimits: 'ممنوع ارتياده',
	emergency: 'طارئ',

	indicator: {
		not_free_to_leave: 'العاملون في المكان غير أحرار في مغادرته',
		guarded: 'الأبواب أو الأرض محروسة لمنع الخروج',
		rehearsed_answers: 'الإجابات تبدو محفوظة، أو يجيب عنهم غيرهم',
		threats: 'توجيه تهديدات',
		violence: 'آثار عنف على العاملين في المكان',
		papers_withheld: 'وثائق الهوية محتجزة لدى شخص آخر',
		unpaid: 'عمل بلا أجر أو مقابل دَين',
		long_hours: 'عمل بلا ساعات محدَّدة',
		lives_on_premises: 'العاملون يقيمون في المكان في ظروف سيئة',
		journey_arranged: 'شخص آخر رتّب قدومهم',
		sex_sold: 'بيع الجنس',
		minors: 'أطفال أو صغار السن يعملون في المكان أو يُجلبون إليه',
		members_seen: 'مشاهدة أفراد من البعثة فيه',
		drugs: 'بيع المخدرات أو تعاطيها',
		weapons: 'حمل الأسلحة أو الاتجار بها',
		armed_groups: 'جماعات مسلّحة تجتمع فيه أو تملكه',
		disorder: 'شجار أو شغب متكرّر',
		unsanitary: 'خطر على الصحة'
	},
	caseState: {
		nominated: 'مرشَّح',
		assessed: 'جرى تقييمه',
		recommended: 'موصى به',
		scheduled: 'موقَّع ولم يسرِ بعد',
		emergency: 'سارٍ بصفة طارئة',
		in_force: 'سارٍ',
		closed_down: 'مغلق، وما زال ممنوعًا ارتياده',
		lapsed: 'سقط',
		lifted: 'رُفع',
		dismissed: 'حُفظ',
		withdrawn: 'سُحب'
	},
	caseEvent: {
		nominated: 'الترشيح',
		assessed: 'التقييم',
		notice_sent: 'إرسال إشعار إلى صاحب المكان',
		notice_omitted: 'عدم إشعار صاحب المكان',
		replied: 'ردّ صاحب المكان',
		petitioned: 'التماس من صاحب المكان',
		inspected: 'المعاينة',
		answered: 'الإجابة عن الردّ أو الالتماس',
		recommended: 'التوصية',
		withdrawn: 'سحب الترشيح',
		designated: 'الإدراج',
		altered: 'تعديل الإدراج',
		confirmed: 'تثبيت الحالة الطارئة',
		lapsed: 'سقوط الحالة الطارئة',
		taken_off: 'الشطب من القائمة',
		status_changed: 'تغيّر حالة المكان'
	},
	finding: {
		grounds: 'توجد أسباب للإدراج',
		observe: 'تستمرّ المراقبة',
		no_grounds: 'لا توجد أسباب'
	},
	recommendation: {
		designate: 'الإدراج في القائمة',
		keep: 'الإبقاء في القائمة',
		lift: 'الشطب من القائمة'
	},
	omission: {
		endangers_someone: 'الإشعار يعرّض شخصًا للخطر',
		warns_offenders: 'الإشعار ينبّه الجناة',
		proprietor_unknown: 'صاحب المكان غير معروف'
	},
	outcome: {
		accepted: 'قُبل',
		refused: 'رُفض'
	},
	inspectionResult: {
		unchanged: 'دون تغيير',
		corrected: 'جرى التصحيح',
		changed_name: 'تغيّر الاسم',
		changed_owner: 'تغيّر المالك',
		closed_down: 'أُغلق',
		not_found: 'لم يُعثر عليه'
	},
	queueTask: {
		assess: 'تقييم الترشيح',
		give_notice: 'إشعار صاحب المكان',
		recommend: 'تقديم التوصية',
		answer: 'الإجابة على صاحب المكان',
		decide: 'البتّ في التوصية',
		confirm: 'تثبيت الحالة الطارئة أو تركها تسقط',
		inspect: 'المعاينة',
		reissue: 'إعادة الإصدار: تغيّر المكان في السجلّ',
		review: 'مراجعة التوجيه',
		acknowledge: 'الاطلاع والإقرار',
		renew: 'عضوية تنتهي قريبًا'
	}
} satisfies typeof english;
