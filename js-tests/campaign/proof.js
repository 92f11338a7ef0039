/** `npm run campaign:kills`: a campaign in one process, killed at 200 random moments, in ten lists of people. */

import { runWithKills } from "./kills.js";

const LISTS = 10;
const KILLS = 20;
const PEOPLE = 150;

const randomOf = (start) => {
  let seed = start;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
};

let bad = 0;
console.log("list  kills  people  called  unknown  twice  forgotten");
for (let list = 1; list <= LISTS; list += 1) {
  // Until a process has begun to call takes some 150 ms; a short time after that, a kill meets another step each time.
  const options = { count: PEOPLE, kills: KILLS, random: randomOf(list * 7919), shortest: 150, longest: 450 };
  const { killed, people, called, unknown, twice, forgotten } = await runWithKills(options);
  const row = [list, killed, people, called, unknown, twice, forgotten];
  console.log(row.map((value, at) => String(value).padStart([4, 7, 8, 8, 9, 7, 11][at])).join(""));
  if (twice > 0 || forgotten > 0 || people !== PEOPLE || called + unknown < PEOPLE) bad += 1;
}
if (bad > 0) {
  console.error(`${bad} lists were not called as they should`);
  process.exitCode = 1;
}
