import type { Device, Identity, StaffSession } from '../../contract/person.ts'
import { anna, exampleSite, teresa } from './conversation.ts'

export const exampleToken = 'q4pYw0N7s3Jb9VdK1mXc6TgZ5rHa8LfE2uQoRiWtB0s'
export const exampleDevice: Device = {
  token: exampleToken,
  me: { id: anna.id, name: anna.name, verified: false },
}
export const exampleIdentity: Identity = { token: null, me: { ...exampleDevice.me, verified: true } }
/** Signed with the secret below, for the site of the examples, and long over. */
export const exampleIdentityToken = [
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
  'eyJzdWIiOiJjdXN0b21lci00MiIsImF1ZCI6InNfbHVtZSIsImp0aSI6ImV4YW1wbGUtdG9rZW4tMSIsImV4cCI6MTc5NTM5MjMwMH0',
  'TxJLFyBjjOApT5shAFjNstYrzddAqP21jB1WQlYAvgw',
].join('.')
export const exampleSecret = 'the-secret-of-the-examples-and-of-nothing-else'
export const exampleSignIn = { email: 'teresa@lume.example', password: 'four plain quiet words' }
export const exampleOwner = {
  code: 'K7QF-W2MX-9RHD-B4TN-V6PC-3JYA-E8GS',
  name: teresa.name,
  ...exampleSignIn,
}
export const exampleSession: StaffSession = {
  name: teresa.name,
  email: exampleSignIn.email,
  sites: [
    { id: exampleSite.id, brand: exampleSite.brand, me: { id: teresa.id, name: teresa.name, role: 'owner' } },
  ],
}
