/** What is counted → is it people? "Six workers were hurt" and "nine people were injured" count the same thing in other words. */
import { stemOf } from './words.js'

const people = new Set(
  `adult boy captive child civilian citizen demonstrator detainee doctor driver employee fighter firefighter fisherman girl guest hostage individual
inhabitant man marine migrant miner nurse officer passenger patient pedestrian people person policeman prisoner protester pupil rebel refugee
rescuer resident sailor serviceman soldier staff student teacher tourist troop victim villager visitor woman worker`
    .split(/\s+/)
    .map(stemOf)
)

/** @param left a stem, as `right` */
export function isSameUnit(left: string, right: string): boolean {
  return left === right || (people.has(left) && people.has(right))
}

/** One word for all units that `isSameUnit` takes for the same. */
export function unitClass(unit: string): string {
  return people.has(unit) ? 'person' : unit
}
