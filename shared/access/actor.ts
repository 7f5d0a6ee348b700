/** What a person signs in as. */
export const USER_ROLES = [
  'administrator',
  'supervisor',
  'operator',
  'responder',
  'executive',
  'wall',
] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** What a token stands for: a kiosk screen, a channel's sending system, an Open311 client. */
export const TOKEN_ROLES = ['wall', 'channel', 'open311'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

export type Role = UserRole | TokenRole;

/**
 * Who does something: a person, a token's holder, or a part of the system itself.
 * `departmentCode` is set for responders only: their one OPD.
 */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: UserRole; departmentCode: string | null }
  | { kind: 'token'; id: string; name: string; role: TokenRole; departmentCode: null }
  | { kind: 'system'; id: 'pipeline' | 'sla' | 'intake'; name: string; role: 'system'; departmentCode: null };

/** An actor for one of the system's own parts. */
export function systemActor(id: 'pipeline' | 'sla' | 'intake'): Actor {
  return { kind: 'system', id, name: id, role: 'system', departmentCode: null };
}
