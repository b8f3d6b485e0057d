import type { PersonRef } from '../../server/contract/person.ts'
import { useWidget } from './widget.ts'

/** A name, and the badge or label that only the server's record can give. */
export const Person = ({ person: { name, staff, label } }: { person: PersonRef }) => {
  const { t, brand } = useWidget()
  return (
    <>
      <bdi class="name">{name}</bdi>
      {staff && <span class="badge">{t('staff.badge', { brand: brand.value })}</span>}
      {label && <small>{t('staff.visitor')}</small>}
    </>
  )
}
