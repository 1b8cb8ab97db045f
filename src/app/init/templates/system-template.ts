/**
 * Every section of a declared system with an explanation (`##`) and an example. `init` comments out the examples. A test
 * compares the keys with the schema.
 *
 * Longer than 200 lines: one text, in the order in which a person reads it.
 */
export const systemTemplate = `
## Date of the last review of this file, with the people it describes.
reviewedOn: "2026-11-01"

## Regions, teams or business units that sell.
units:
  - id: gulf
    region: Gulf Coast

## Selling roles. A hunter wins new customers, a farmer grows existing ones, a hybrid does both. Tenures are
## levels of experience, which differ in what is measured and practiced.
roles:
  - id: hunter
    motion: hunter
    tenures:
      - id: new
        fromMonths: 0
      - id: seasoned
        fromMonths: 12
    description:
      ref: docs/roles/hunter.md
      purposeRef: docs/roles/hunter.md

## Philosophy: why do we. What changes for the customer, and whether sellers may act on it. Start here.
philosophy:
  ## One sentence: whom we help and what changes for them. Not one of our own numbers.
  purpose:
    statement: We help laboratories trust what they measure, so that they decide faster.
    ## A visible change for the customer.
    customerOutcome: Fewer repeated measurements
    ## What the seller gains when the customer does.
    sellerGain: Customers who come back and recommend
    ## Name of the person who is responsible for it.
    owner: Marisa Trevino
    ## When sellers were last asked what their job is for.
    askedSellersOn: "2026-09-14"
  ## Hard questions that sellers are expected to ask, even if one could cost the deal.
  toughQuestions:
    - What happens if you change nothing?
  ## When a seller is expected to walk away.
  walkAway:
    - Nobody can say what the problem costs
  ## The pay plan, and conflicts of pay or rankings with the purpose. An honest conflict with a plan is fine.
  pay:
    ref: docs/pay/plan.md
    conflicts:
      - what: The bonus counts orders, whether or not the customer uses what was ordered
        plan: From January half of the bonus follows use after 90 days

## Process: what to do. The agreed path of a deal.
process:
  ## Name of its owner.
  owner: Priya Nair
  ## Changes to it, and why.
  changes:
    - date: "2026-03-02"
      why: Six lost deals stalled between offer and decision
  ## The stages in order, each with its exit criteria (at least one of them an act of the buyer) and the skill
  ## (method.skills) that its conversation needs.
  stages:
    - id: qualify
      exit:
        - evidence: The customer has named who decides, and when
          by: buyer
      conversation: qualify
  ## How often the forecast is made, and the record of its errors.
  forecast:
    cadence: P1M
    errorLog: docs/forecast/errors.csv
  ## Who asks customers why they bought or did not buy: neutral (outside the deal) or seller.
  winLoss:
    askedBy: neutral
    cadence: P3M

## Method: how to. The craft of the conversation.
method:
  ## Its name (your own is fine), and the date of its introduction.
  name: Problem First
  since: "2025-02-03"
  ## Methods that were used before.
  replaced:
    - name: Feature tour
      on: "2025-02-03"
  ## Where customers describe in their own words how they were treated.
  buyerFeedback: docs/win-loss/2026.md
  ## Views that change how a customer sees a problem, each with the source of its facts.
  insights:
    - id: repairs
      source: Own service records 2025, 412 repairs
      reviewedOn: "2026-10-01"
  ## Skills: at least one of each kind: diagnose, qualify, insight and reframe; optionally question. Behaviors can
  ## be seen or heard.
  skills:
    - id: qualify
      kind: qualify
      behaviors:
        - Asks who decides, when and against which alternative

## Execution: how it becomes habit.
execution:
  ## Measurement: a few lead metrics with an owner and one goal.
  measurement:
    ## Who makes sure that the behaviors improve the result: an employee or an outside firm.
    owner:
      name: Priya Nair
      type: internal
      duties: [design, measure]
    ## The one result to improve.
    goal:
      lag: win rate
      baseline: 27%
      target: 33%
      due: "2027-06-30"
    ## What each role and tenure works on now: two or three active leads, no more.
    segments:
      - role: hunter
        tenure: new
        leads:
          - id: names-decider
            metric: Open deals with a named decider and date
            behavior: Asks who decides, when and against which alternative
            skill: qualify
            drives: win rate
            target: 8 of 10
            since: "2026-07-01"
            proficiency: Three recorded meetings in a row, judged by the coach against the playbook
            status: active
  ## Leadership: leaders as role models.
  leadership:
    ## What is expected of every seller. Use \`what\`, \`unit\` and \`reason\` if units differ.
    expectations:
      - Every offer has a named customer problem
    ## What is off limits.
    boundaries:
      - No discount without something in return
    ## What leaders and managers do themselves, where sellers can see it.
    modeling:
      - who: manager
        what: Rides along and asks the hard question first
        every: P1M
    ## Changes of goals, targets, territories or pay after they were set.
    changes:
      - date: "2026-07-01"
        what: The goal moved from orders to win rate
        why: Orders had grown by price alone
    ## Sales initiatives of this year and last year, and the part of this file that each one supports.
    initiatives:
      - name: Second site
        start: "2026-02-01"
        serves: qualify
  ## Coaching that happens, everywhere.
  coaching:
    ## Coaches: manager, internal or external, with the hours that they have for coaching.
    coaches:
      - type: manager
        unit: gulf
        sellers: 8
        hoursPerMonth: 20
    ## How often each role is coached in each unit: P1W is weekly, P14D every two weeks, P1M monthly.
    cadence:
      - unit: gulf
        role: hunter
        every: P14D
        minutes: 45
    ## What coaching works on.
    focus: [skill, deal, awareness]
    ## A playbook for each coached skill.
    playbooks:
      - skill: qualify
        url: docs/playbooks/qualify.md
        owner: Priya Nair
        reviewedOn: "2026-09-01"
    ## How coaches improve their coaching.
    coachDevelopment: docs/coaching/development.md
  ## Practice before customers see it, and the standard to judge it by.
  practice:
    - skill: qualify
      format: Role play in threes, recorded
      every: P1W
      feedbackBy: The coach
      standard: docs/playbooks/qualify.md
  ## Segments (role/tenure) that new sellers start in, and what is different for them.
  onboarding:
    segments:
      - hunter/new
    differs:
      - what: The first four weeks have no target
        why: Nobody can be measured on what they were not taught

## Open questions. No sales system is ever finished.
openQuestions:
  - How do partners fit into the process?

## Findings that are accepted until a date. All five keys are required, and the finding stays visible.
waivers:
  - rule: process/seller-only-exit
    path: /process/stages/0
    reason: Being redrawn with six customers
    owner: Priya Nair
    until: "2027-01-31"
`;
