import type { domain as english } from '../en/domain';

export const domain = {
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
	emergency: 'طارئ'
} satisfies typeof english;
