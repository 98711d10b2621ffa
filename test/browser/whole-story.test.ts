import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import {
  act,
  demoDesk,
  field,
  isAccessible,
  isAccessibleInBothLights,
  link,
  linkInOutbox,
  see,
  views,
} from './demo-desk.ts'

const desk = demoDesk()

const subject = 'My line is dead again'

/** Nora writes a real mail, by real SMTP. */
async function noraWrites(): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: desk.mailPort })
  await transport.sendMail({
    from: 'Nora Lind <nora@example.org>',
    to: 'support@litoral.example',
    subject,
    text: 'Since this morning. It was dead on Monday, too. Can somebody stay with it until it works?',
  })
  transport.close()
}

test('a real mail becomes an owned issue, is promised, handed over by an introduction, and confirmed: all in the browser', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const carla = await desk.signIn(/Carla Nunes/, views.dark)
  await isAccessible(ben.page)
  await isAccessible(carla.page)

  // It arrives while Ben looks at the intake, and is there by itself.
  await ben.page.getByRole('link', { name: /^Intake/ }).click()
  await noraWrites()
  await see(ben.page, subject)
  await isAccessible(ben.page)
  await ben.page.getByText(subject).click()
  await ben.page.getByRole('heading', { name: subject }).waitFor()
  const mine = ben.page.getByText(/You.*have had this/)
  const claim = act(ben.page, /^Claim it/)
  // The intake has chosen an owner; when it was not Ben, he claims it: nobody has answered yet.
  await mine.or(claim).first().waitFor()
  if (await claim.isVisible()) await claim.click()
  await mine.waitFor()
  await isAccessible(ben.page)

  // He answers. Without a time he is asked for one; with one in words the desk says how it understood.
  const words = ben.page.getByRole('textbox', { name: 'Write to Nora' })
  await words.fill('Hello Nora, I stay with it. I look at the exchange now.')
  await ben.page.getByRole('textbox', { name: 'I need from Nora' }).fill('the number on the socket')
  await ben.page.getByRole('textbox', { name: /hears from me next/ }).fill('tomorrow 10:00')
  await ben.page
    .getByText(/tomorrow|10:00/)
    .first()
    .waitFor()
  await act(ben.page, /^Send to Nora/).click()
  await see(ben.page, 'I look at the exchange now.')
  await see(ben.page, 'Asked: the number on the socket')
  await see(ben.page, /Promise kept/)
  const address = new URL(ben.page.url()).pathname

  // He understands, and hands over to Carla.
  await act(ben.page, /Record what the matter is/).click()
  await ben.page.getByRole('textbox', { name: /What is the matter/ }).fill('The port at the exchange drops her line.')
  await act(ben.page, /^Record it/).click()
  await see(ben.page, 'The port at the exchange drops her line.')
  await act(ben.page, /^Hand over, hand to hand/)
    .or(link(ben.page, /^Hand over, hand to hand/))
    .first()
    .click()
  await ben.page.getByRole('heading', { name: 'Hand over, hand to hand' }).waitFor()
  await field(ben.page, /What was tried/).fill('Reset the port twice')
  await field(ben.page, /What you ask of the receiver/).fill('Move her to another port, and see that it holds')
  await field(ben.page, /What Nora has been told/).fill('That I stay with it until it works')
  await isAccessible(ben.page)
  await act(ben.page, /Next: whom/).click()
  await ben.page.getByRole('radio', { name: /Carla Nunes/ }).check()
  await field(ben.page, /Why Carla/).fill('Plans can move ports')
  await isAccessible(ben.page)
  await act(ben.page, /^Offer to Carla/).click()
  await ben.page
    .getByText(/has not answered yet. It is still yours/)
    .first()
    .waitFor()

  // Carla is told at once, and says it back in her own words, with her next step and when.
  await link(carla.page, /^Offers to me/).click()
  await see(carla.page, subject)
  await isAccessible(carla.page)
  await carla.page
    .getByRole('article')
    .or(carla.page.locator('section, li'))
    .filter({ hasText: subject })
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await field(carla.page, /The problem, as you understand it/).fill(
    'The port drops her line; you reset it, I can move it.',
  )
  await field(carla.page, /Your next step/).fill('Move her to another port')
  await field(carla.page, /Done, or heard of, by/).fill('tomorrow 12:00')
  await isAccessible(carla.page)
  await act(carla.page, /^Accept from Ben/).click()

  // Ben introduces them in a message that names her, her next step and by when. It is still his.
  const introduce = act(ben.page, /^Introduce Carla to Nora/)
  await introduce.waitFor()
  await isAccessible(ben.page)
  await introduce.click()
  await ben.page
    .getByText(/has not greeted Nora yet. It is still yours/)
    .first()
    .waitFor()

  // Carla greets Nora. In that moment it is hers.
  await carla.page.goto(address)
  await field(carla.page, /^Greet Nora/).fill(
    'Hello Nora, Ben told me everything. I move you to another port tomorrow morning.',
  )
  await act(carla.page, /^Send to Nora/).click()
  await see(carla.page, /You.*have had this.*from Ben Okafor/)
  await isAccessible(carla.page)
  await ben.page
    .getByText(/have met. It is with Carla/)
    .first()
    .waitFor()

  // She asks Nora whether it is solved.
  await act(carla.page, /^Propose that it is solved/).click()
  await field(carla.page, /What was wrong/).fill('A port at the exchange.')
  await field(carla.page, /What was done/).fill('You are on another port.')
  await field(carla.page, /How does it show that it holds/).fill('No drop since this morning; your light is green.')
  await isAccessible(carla.page)
  await act(carla.page, /^Ask Nora/).click()
  await carla.page
    .getByText(/was asked whether it is solved/)
    .first()
    .waitFor()

  // Nora opens the link of her mail, on her phone: who has it, what is next, by when. She says yes with one click.
  await link(carla.page, /^Outbox/).click()
  await see(carla.page, 'nora@example.org')
  await isAccessible(carla.page)
  const nora = await desk.open(views.phone)
  await nora.page.goto(await linkInOutbox(carla.page, 'nora@example.org'))
  await nora.page
    .getByText(/Carla Nunes/)
    .first()
    .waitFor()
  await isAccessible(nora.page)
  await act(nora.page, /Yes/).click()
  await nora.page
    .getByText(/solved/i)
    .first()
    .waitFor()

  // Then she is asked whether she was looked after: a key press answers it, a line below says more, another changes it.
  const answers = nora.page.getByRole('group', { name: 'Were you looked after?' })
  await isAccessibleInBothLights(nora.page)
  await answers.getByRole('button', { name: 'No' }).focus()
  await nora.page.keyboard.press('Enter')
  await see(nora.page, /Carla and whoever leads the team look at it/)
  await answers.getByRole('button', { name: 'No', pressed: true }).waitFor()
  await field(nora.page, /say more/).fill('I had to tell it twice.')
  await isAccessibleInBothLights(nora.page)
  await nora.page.keyboard.press('Enter')
  await see(nora.page, 'Thank you. We have your words, too.')
  await nora.page.reload()
  await answers.getByRole('button', { name: 'Partly' }).click()
  await answers.getByRole('button', { name: 'Partly', pressed: true }).waitFor()
  await see(nora.page, 'Thank you for telling us.')

  // Carla sees it without doing anything, and closes.
  await carla.page.goto(address)
  await act(carla.page, /^Close it/).click()
  await carla.page
    .getByText(/Closed: Nora confirmed that it is solved/)
    .first()
    .waitFor()
  await see(carla.page, 'Partly, says Nora.')
  await see(carla.page, '“I had to tell it twice.”')
  await isAccessible(carla.page)
  // The question stands on the page of a closed issue, too.
  await nora.page.reload()
  await answers.getByRole('button', { name: 'Partly', pressed: true }).waitFor()
  await isAccessible(nora.page)

  for (const { faults } of [ben, carla, nora]) expect(faults).toEqual([])
})
