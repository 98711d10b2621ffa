import { storyOfTheCompany } from '../script.ts'

/** Away in the coming weeks: a day on which nothing falls due, two that Priya covers, a week for which Ben is asked. */
export const holidays = storyOfTheCompany('Holidays', ({ at, day, ago, ada, carla, priya, ravi }) => {
  at(day(-2, '10:05'))
  ada.goesAway(day(5, '00:00'), day(6, '00:00'))
  at(day(-1, '10:10'))
  carla.goesAway(day(14, '00:00'), day(16, '00:00'), 'priya')
  at(day(-1, '11:40'))
  priya.covers()
  at(ago('1h 5m'))
  ravi.goesAway(day(6, '00:00'), day(11, '00:00'), 'ben')
})
