// npm run bench:secrecy: two hundred secret polls of twenty voters, attacked with everything that is left of them. The smaller size is in
// npm test (signaling/src/voting/secret/secrecy.integration.test.ts).
import { startOwnPostgres } from '../scripts/testing/ownPostgres.ts'
import type { BoxName } from '../signaling/src/testing/secrecy/leakyBoxes.ts'
import { type Finding, openSecrecyTest, VOTERS } from '../signaling/src/testing/secrecy/secrecy.ts'
import { publish } from './support/report.ts'

/** A careless box is found out by far fewer polls. */
const boxes: [box: BoxName, polls: number, words: string][] = [
  ['honest', 200, 'as it is'],
  ['keepsOrder', 40, 'mutant: ballots stay in the order in which they were cast'],
  ['receiptByCommand', 40, 'mutant: the receipt stands under the id of the member’s command'],
]

function rowOf(words: string, { polls, attacks, interval, suspicious }: Finding): string[] {
  const hits = attacks.map((attack) => attack.hits)
  const best = attacks.reduce((most, attack) => (attack.hits > most.hits ? attack : most))
  return [
    words,
    String(polls.length),
    String(attacks.length),
    `${polls.length} of ${(polls.length * VOTERS).toLocaleString('en')}`,
    `${interval.least} to ${interval.most}`,
    `${Math.min(...hits)} to ${Math.max(...hits)}`,
    suspicious.length === 0 ? 'nothing' : `${suspicious.length}: ${best.name}`,
  ]
}

const postgres = await startOwnPostgres({ fast: true })
const owner = new URL(postgres.appUrl)
owner.username = 'postgres'
owner.password = postgres.passwords.superuser
try {
  const secrecy = await openSecrecyTest({ appUrl: postgres.appUrl, ownerUrl: owner.href })
  const rows: string[][] = []
  let wrong = false
  for (const [box, polls, words] of boxes) {
    const finding = await secrecy.run(polls, box)
    process.stdout.write(`${words}: ${finding.suspicious.length} of ${finding.attacks.length} stand out\n`)
    wrong ||= (box === 'honest') !== (finding.suspicious.length === 0)
    rows.push(rowOf(words, finding))
  }
  await secrecy.stop()
  publish({
    name: 'secrecy',
    title: 'Secrecy of ballots on devices',
    about:
      `Secret polls of ${VOTERS} voters over real sockets and HTTP; everybody casts something else, in half of the polls in the order of the ` +
      'roll, and casts in the order in which ballots were taken. After the last closing everything is dumped: every row of every table with ' +
      '`ctid` and `xmin`, every line of the log at its chattiest, the metrics. The attacker lays every order of voters that is in it (tables by ' +
      'place, by transaction, by key; lists within rows; lines) beside every order of ballots and of receipts, forwards and backwards, takes ' +
      'whatever stands in one row, and guesses. By chance he is right once in each poll. The interval holds all of his attacks together with ' +
      '99 %; “hits” are those of his worst and best attack.',
    setting: [
      'PostgreSQL without fsync',
      'a box as it is stands out by chance in one run of a hundred; run it again then',
    ],
    columns: ['box', 'polls', 'attacks', 'by chance', '99 % interval', 'hits', 'stands out'],
    rows,
  })
  if (wrong) throw new Error('the box gave something away, or a mutant was not found out')
} finally {
  await postgres.stop()
}
