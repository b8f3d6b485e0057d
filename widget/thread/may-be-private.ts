/** Too many digits for a measure, or a word for a secret: worth a closer look, by rules that come in a chunk of their own. */
const SIGNS = /(\d[\s()./-]*){8}|pass|pwd|contrase|senha|wachtwoord|كلمة|パスワード/i

export const mayBePrivate = (text: string): boolean => SIGNS.test(text)
