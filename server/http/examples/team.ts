import type { Invitation, OpenSessions, TeamList } from '../../contract/team.ts'
import { exampleIds, exampleInstant } from './ids.ts'
import { exampleSignIn } from './people.ts'

export const exampleInvitation: Invitation = {
  id: 'i_Kd8s3YvF0uOh7QdX',
  role: 'agent',
  by: 'Teresa Galli',
  expiresAt: exampleInstant,
}
export const exampleInvitationUrl =
  'https://talk.lume.example/admin/join#q4pYw0N7s3Jb9VdK1mXc6TgZ5rHa8LfE2uQoRiWtB0s'
export const exampleTeam: TeamList = {
  members: [
    {
      id: exampleIds.staff,
      name: 'Teresa Galli',
      email: exampleSignIn.email,
      role: 'owner',
      since: exampleInstant,
    },
  ],
  invitations: [exampleInvitation],
}
export const exampleSessions: OpenSessions = {
  sessions: [
    { id: 'q4pYw0N7s3Jb9VdK', agent: 'Firefox', since: exampleInstant, seen: exampleInstant, current: true },
  ],
}
