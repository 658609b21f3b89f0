/** What a directive on paper names (src/lib/publish/paper); the interface is not offered in this language yet. */
import type { domain as english } from '../en/domain';

export const domain = {
	role: {
		personnel: 'Сотрудник',
		analyst: 'Аналитик',
		focal_point: 'Координатор',
		head_of_mission: 'Глава миссии',
		administrator: 'Администратор'
	},
	category: {
		military: 'Военнослужащие',
		police: 'Полиция',
		observer: 'Военные наблюдатели',
		civilian: 'Гражданский персонал',
		contractor: 'Подрядчики'
	},
	establishmentKind: {
		bar: 'Бар',
		night_club: 'Ночной клуб',
		brothel: 'Публичный дом',
		hotel: 'Гостиница',
		restaurant: 'Ресторан',
		massage_parlour: 'Массажный салон',
		private_house: 'Частный дом',
		street_area: 'Улица или квартал',
		other: 'Прочее'
	},
	reason: {
		exploitation: 'Сексуальная эксплуатация и сексуальные надругательства',
		force_protection: 'Защита сил',
		drugs: 'Наркотики',
		health_safety: 'Охрана здоровья и безопасность',
		crime: 'Преступность',
		disorder: 'Нарушение порядка'
	},
	designationKind: {
		establishment: 'Заведение',
		zone: 'Зона',
		class: 'Категория мест',
		curfew: 'Зона комендантского часа'
	},
	contactKind: {
		focal_point: 'Координатор по вопросам сексуальной эксплуатации и сексуальных надругательств',
		conduct_team: 'Группа по вопросам поведения и дисциплины',
		chain_of_command: 'Порядок подчинения',
		hotline: 'Горячая линия',
		other: 'Другой контакт'
	},
	offLimits: 'Посещение запрещено',
	emergency: 'Чрезвычайная мера'
} satisfies Partial<typeof english>;
