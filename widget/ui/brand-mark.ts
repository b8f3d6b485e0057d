/** What stands in the corner of the team's avatars, as styles write a text: the first letter of the brand. */
export const brandMark = (brand = '') => JSON.stringify([...brand][0])
