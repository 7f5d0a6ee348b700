/** Length alone is what makes guessing hard; beyond it only what guessers try first is refused (NIST SP 800-63B). */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** What lists of leaked passwords are full of, in the languages spoken here. Digits and marks around them change nothing. */
const COMMONEST = new Set(
  `password passwords passw passwort mypassword passwordpassword katasandi sandi rahasia rahasiasekali
  admin administrator adminadmin root superadmin superuser sysadmin operator supervisor user username login welcome
  welcomehome selamatdatang changeme changemenow letmein letmeinnow default secret secretsecret test testing
  qwerty qwertyuiop qwertyuiopasdf asdfghjkl zxcvbnm qazwsxedc qazwsxedcrfv qweasdzxc asdfqwerzxcv
  iloveyou iloveyouforever akusayangkamu sayangku sayang cintaku bismillah alhamdulillah assalamualaikum
  indonesia indonesiaraya merdeka jakarta garuda pancasila bhinneka monkey dragon football
  baseball superman batman princess sunshine michael jordan abcdefghijkl abcdefghijklmnop
  liveroom livecontrolroom controlroom correcthorsebatterystaple trustno`.split(/\s+/),
);

/** Rows of keys and other runs that people slide along, looked for forwards and backwards. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
];

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/**
 * What is wrong with a password for this email, one sentence each; empty when it will do.
 * The password is judged as typed, the email without regard to case.
 */
export function passwordFaults(password: string, email: string): string[] {
  const faults: string[] = [];
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) faults.push(`must have at least ${MIN_PASSWORD_LENGTH} characters`);
  if (length > MAX_PASSWORD_LENGTH) faults.push(`must have at most ${MAX_PASSWORD_LENGTH} characters`);
  const lower = password.toLowerCase();
  if (containsEmail(lower, email.toLowerCase())) faults.push('must not contain the email');
  if (isCommon(lower)) faults.push('is one of the first that anyone would guess');
  return faults;
}

function containsEmail(password: string, email: string): boolean {
  const mailbox = email.split('@')[0] ?? '';
  return password.includes(email) || (mailbox.length >= 4 && password.includes(mailbox));
}

function isCommon(password: string): boolean {
  const bare = password.replace(/[^a-z0-9]/g, '');
  return isRepetition(password) || isRun(bare) || coreWords(password).some((word) => COMMONEST.has(word));
}

/** The letters within, as they are and with lookalikes read as letters; a word said twice is said once. */
function coreWords(password: string): string[] {
  const inner = password.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  const read = [...inner].map((letter) => LOOKALIKES[letter] ?? letter).join('');
  return [password, read].map((text) => text.replace(/[^a-z]/g, '').replace(/^(.+?)\1+$/, '$1'));
}

/** One to four characters, again and again. */
function isRepetition(password: string): boolean {
  return /^(.{1,4}?)\1+(.{0,3})$/su.test(password) && new Set(password).size <= 4;
}

/** Made of a run for the most part: `123456789012`, `qwertyuiop12`. */
function isRun(password: string): boolean {
  if (password.length < MIN_PASSWORD_LENGTH / 2) return false;
  const most = Math.ceil(password.length * 0.75);
  for (let start = 0; start + most <= password.length; start += 1) {
    const piece = password.slice(start, start + most);
    const backwards = [...piece].toReversed().join('');
    if (RUNS.some((run) => run.includes(piece) || run.includes(backwards))) return true;
  }
  return false;
}
