package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.ADMIN;
import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.MAIN;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.PROGRAMME;
import static de.quartierwerk.funding.application.ApplicationSteps.REQUESTED;
import static de.quartierwerk.funding.application.ApplicationSteps.RIVAL;
import static de.quartierwerk.funding.application.ApplicationSteps.SPECIALIST;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.grant;
import static de.quartierwerk.funding.application.ApplicationSteps.proof;
import static de.quartierwerk.funding.application.ApplicationSteps.unanimous;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.budget.Tranche;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Failure;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random people take random steps with good content: 10,000 sequences of 40. What is offered is exactly what succeeds,
 * every change of state stands in the table, a refusal changes nothing, no excluded pair of steps is one person's, and
 * no payment exceeds its grant. Each guard of {@link #GUARDED} was seen to refuse and to let pass. That the walk fails
 * when any one of them is taken out, mutations of {@link Guard} show; how to run them stands in CONTRIBUTING.
 */
class RandomWalkTest {

    private static final int SEQUENCES = 10_000;
    private static final int STEPS = 40;
    private static final int YEAR = 2026;
    private static final int HEARING_DAYS = 14;
    private static final Money PROVEN_COSTS = Money.euro("35000");
    private static final LocalDate LAST_DAY = TODAY.plusDays(30);
    private static final Programme OPEN_FOR_A_MONTH = Samples.programme(new Programme.Window(true, null, LAST_DAY));
    private static final Programme RETAINING = Samples.retaining(OPEN_FOR_A_MONTH, "40");
    private static final CompetentBody UNADVISED =
            new CompetentBody("main", "Hauptausschuss", BodyKind.COMMITTEE, null, List.of(), "§ 10", null, Map.of());
    private static final Set<Action> SELDOM =
            Set.of(Action.DELETION, Action.WITHDRAWAL, Action.REVOCATION, Action.REMARK);
    private static final List<Actor> PEOPLE = List.of(APPLICANT, RIVAL, OFFICER, OFFICER_2, CLERK, ADMIN);

    /** The mutations: each guard of the table, by state and step. */
    private static final Set<String> GUARDED = Set.of(
            "DRAFT SUBMISSION",
            "RETURNED SUBMISSION",
            "RETURNED ASSESSMENT",
            "ASSESSED DECISION",
            "ASSESSED CORRECTION",
            "ASSESSED CORRECTION_CONFIRMATION",
            "CONSULTED DECISION",
            "CONSULTED CORRECTION",
            "CONSULTED CORRECTION_CONFIRMATION",
            "DECIDED AGREEMENT",
            "DECIDED WITHDRAWAL",
            "DECIDED CORRECTION",
            "DECIDED CORRECTION_CONFIRMATION",
            "AGREED CONDITION",
            "AGREED PAYMENTS",
            "AGREED PAYMENT_ORDER",
            "AGREED WAIVER",
            "AGREED COMMITMENT",
            "AGREED REVOCATION",
            "AGREED CLOSURE",
            "AGREED CORRECTION",
            "AGREED CORRECTION_CONFIRMATION",
            "PROVEN CONDITION",
            "PROVEN PAYMENTS",
            "PROVEN PAYMENT_ORDER",
            "PROVEN COMMITMENT",
            "PROVEN REVIEW",
            "PROVEN REVOCATION",
            "REVIEWED HEARING",
            "REVIEWED RECOVERY",
            "REVIEWED CONDITION",
            "REVIEWED PAYMENTS",
            "REVIEWED PAYMENT_ORDER",
            "REVIEWED REVOCATION",
            "REVIEWED CLOSURE",
            "REVOKED HEARING",
            "REVOKED RECOVERY",
            "REVOKED CLOSURE");

    /** Guards that hold whenever their state is reached. */
    private static final Set<String> ALWAYS_HOLD =
            Set.of("CONSULTED DECISION", "CONSULTED CORRECTION", "DECIDED CORRECTION", "AGREED CORRECTION");

    /** The pairs of steps that no person takes both of, written down once more. */
    private static final Map<Action, Set<Action>> PAIRS = Map.of(
            Action.ASSESSMENT, Set.of(Action.DECISION, Action.REVIEW),
            Action.PAYMENTS, Set.of(Action.REVIEW),
            Action.REVIEW, Set.of(Action.RECOVERY),
            Action.RECOVERY, Set.of(Action.CLAIM_WAIVER));

    private static final Set<Action> APPLICANTS = Set.of(
            Action.EDIT, Action.SUBMISSION, Action.DELETION, Action.WITHDRAWAL, Action.WAIVER, Action.PROOF_OF_USE);

    private final Set<String> refused = new HashSet<>();
    private final Set<String> passed = new HashSet<>();

    @Test
    void offersExactlyWhatSucceedsAndKeepsItsRules() {
        walk(0, SEQUENCES / 10);
    }

    @Test
    @Tag("long")
    void holdsForTenThousandSequences() {
        walk(SEQUENCES / 10, SEQUENCES);
    }

    private void walk(int from, int to) {
        for (int seed = from; seed < to; seed++) {
            walk(new Random(seed), "seed " + seed);
        }

        assertThat(Workflow.TABLE.stream()
                        .filter(row -> row.guard() != Guard.NONE)
                        .map(row -> row.state() + " " + row.action())
                        .collect(Collectors.toSet()))
                .isEqualTo(GUARDED);
        assertThat(passed).containsAll(GUARDED);
        assertThat(refused)
                .containsAll(GUARDED.stream()
                        .filter(each -> !ALWAYS_HOLD.contains(each))
                        .toList());
    }

    private void walk(Random random, String seed) {
        Application application = Application.draft(content(random), pick(random, List.of(APPLICANT, ADMIN)), NOW);
        CompetentBody competent = random.nextBoolean() ? MAIN : UNADVISED;
        Programme programme = random.nextBoolean() ? OPEN_FOR_A_MONTH : RETAINING;
        LocalDate today = TODAY;
        for (int step = 0; step < STEPS && application != null; step++) {
            today = today.plusDays(random.nextInt(3));
            Situation situation = situation(application, programme, competent, today, random.nextInt(4) > 0);
            List<Action> candidates = candidates(application, random);
            Action action = candidates.isEmpty() ? Action.REMARK : pick(random, candidates);
            List<Actor> able = PEOPLE.stream()
                    .filter(person -> Workflow.allowed(situation, person).contains(action))
                    .toList();
            Actor actor = pick(random, able.isEmpty() || random.nextInt(3) == 0 ? PEOPLE : able);
            application = take(application, action, actor, random, situation, seed + " step " + step);
        }
    }

    private static Situation situation(
            Application application, Programme programme, CompetentBody competent, LocalDate today, boolean money) {
        Programme rules = application.rules == null ? programme : application.rules;
        Situation.Outlook outlook = new Situation.Outlook((line, amounts, voluntary) -> money, HEARING_DAYS);
        return new Situation(application.row(), rules, competent, today, Set.of(), outlook);
    }

    /** Mostly steps that the state knows, so that the walk gets far; now and then any step. */
    private static List<Action> candidates(Application application, Random random) {
        if (random.nextInt(10) == 0) {
            return List.of(Action.values());
        }
        return Workflow.TABLE.stream()
                .filter(row -> row.state() == application.state)
                .map(Transition::action)
                .filter(action -> random.nextInt(oneIn(application, action)) == 0)
                .toList();
    }

    /** A step of the state is a candidate once in so many times; revocations more often after the proof. */
    private static int oneIn(Application application, Action action) {
        if (action == Action.REVOCATION && application.state != State.AGREED) {
            return PaymentRules.pending(application.steps.payments) ? 1 : 3;
        }
        return SELDOM.contains(action) ? 10 : 1;
    }

    private Application take(
            Application application, Action action, Actor actor, Random random, Situation situation, String where) {
        ApplicationRow row = situation.application();
        Set<Action> offered = Workflow.allowed(situation, actor);
        namesNextOnlyWhatWaits(situation, where);
        if (!actor.may(action)) {
            assertThat(offered).as(where).doesNotContain(action);
            return application;
        }
        State before = application.state;
        StepsResponse steps = application.steps.response();
        boolean entitled = Workflow.TABLE.stream()
                .anyMatch(each -> each.state() == before && each.action() == action && each.isOpenTo(actor, row));
        String key = before + " " + action;
        try {
            step(application, action, actor, random, situation);
        } catch (Failure failure) {
            assertThat(offered)
                    .as(where + ": " + key + " " + failure.getMessage())
                    .doesNotContain(action);
            assertThat(application.state).as(where).isEqualTo(before);
            assertThat(application.steps.response()).as(where).isEqualTo(steps);
            if (entitled) {
                refused.add(key);
            }
            return application;
        }
        assertThat(offered).as(where + ": " + key + " by " + actor.name()).contains(action);
        passed.add(key);
        assertThat(key.equals("DRAFT SUBMISSION") && situation.day().isAfter(LAST_DAY))
                .as(where)
                .isFalse();
        if (action == Action.DELETION) {
            return null;
        }
        State after = application.state;
        assertThat(Workflow.TABLE)
                .as(where)
                .anyMatch(each -> each.state() == before
                        && each.action() == action
                        && each.next().contains(after));
        keepsFourEyes(application, where);
        neverPaysMoreThanGranted(application, where);
        return application;
    }

    private static void namesNextOnlyWhatWaits(Situation situation, String where) {
        Set<Action> next =
                Workflow.next(situation).stream().map(Workflow.Next::action).collect(Collectors.toSet());
        Steps steps = situation.steps();
        if (next.contains(Action.PAYMENT_ORDER)) {
            assertThat(steps.payments).as(where).anyMatch(each -> each.state() == Payment.PaymentState.CERTIFIED);
        }
        if (next.contains(Action.CORRECTION_CONFIRMATION)) {
            assertThat(steps.corrections).as(where).anyMatch(Correction::waiting);
        }
    }

    private static void keepsFourEyes(Application application, String where) {
        List<Done> done = application.row().done();
        for (Done one : done) {
            for (Done other : done) {
                if (one.by().equals(other.by())) {
                    assertThat(PAIRS.getOrDefault(one.action(), Set.of()))
                            .as(where)
                            .doesNotContain(other.action());
                    assertThat(APPLICANTS.contains(one.action()))
                            .as(where)
                            .isEqualTo(APPLICANTS.contains(other.action()));
                }
            }
        }
        assertThat(application.steps.payments)
                .as(where)
                .noneMatch(payment -> payment.certifiedBy().equals(payment.decidedBy()));
        assertThat(application.steps.corrections)
                .as(where)
                .noneMatch(correction -> correction.by().equals(correction.confirmedBy()));
    }

    private static void neverPaysMoreThanGranted(Application application, String where) {
        if (application.steps.decision == null || application.steps.revocation != null) {
            return;
        }
        Money granted = YearAmount.total(application.steps.grant());
        Money used = Money.sum(application.steps.payments.stream()
                .filter(payment -> payment.state() != Payment.PaymentState.REJECTED)
                .map(Payment::amount)
                .toList());
        assertThat(used.exceeds(granted)).as(where).isFalse();
        assertThat(granted.exceeds(application.steps.decision.total()))
                .as(where)
                .isFalse();
    }

    /** Takes the step with content that is good wherever the step is possible. */
    private static void step(Application application, Action action, Actor actor, Random random, Situation situation) {
        LocalDate today = situation.day();
        CompetentBody competent = situation.competent();
        switch (action) {
            case EDIT -> application.edit(content(random), actor);
            case SUBMISSION -> Submissions.submit(application, situation.programme(), Set.of(), actor, NOW, today);
            case DELETION -> application.begin(Action.DELETION, actor);
            case WITHDRAWAL -> Detours.withdraw(application, new WithdrawalRequest(null), actor, NOW, today);
            case RETURN -> Detours.giveBack(application, returned(today), actor, NOW, today);
            case ASSESSMENT -> application.assess(grant(), List.of(), actor, NOW, today);
            case CONSULTATIONS ->
                application.consult(consultation(random, today), SPECIALIST, competent, actor, NOW, today);
            case DECISION -> {
                application.decide(
                        decision(random, today), competent, REQUESTED, List.of(), PROGRAMME, actor, NOW, today);
                if (random.nextInt(4) > 0) {
                    commit(application);
                }
            }
            case COMMITMENT -> {
                requireMoney(situation, application.uncommitted(YEAR, actor));
                commit(application);
            }
            case CORRECTION -> Corrections.propose(application, correction(application), actor, NOW, today);
            case CORRECTION_CONFIRMATION ->
                Corrections.confirm(application, waitingCorrection(application, actor), actor, NOW, today);
            case AGREEMENT -> agree(application, actor, random, situation);
            case CONDITION -> Detours.meet(application, 1, new FulfilmentRequest(today, null), actor, NOW, today);
            case PAYMENTS -> PaymentSteps.certify(application, payment(situation, random), actor, NOW);
            case PAYMENT_ORDER -> orderOrReject(application, actor, random, today);
            case WAIVER -> Detours.waive(application, waiver(application, random), actor, NOW, today);
            case PROOF_OF_USE -> UseSteps.prove(application, proof(), actor, NOW, today);
            case REVIEW ->
                UseSteps.review(
                        application,
                        new ReviewRequest(
                                random.nextBoolean()
                                        ? Retention.reviewable(situation).atMost(PROVEN_COSTS)
                                        : Money.ZERO,
                                "geprüft",
                                null),
                        actor,
                        NOW);
            case RECOVERY ->
                UseSteps.recover(application, recovery(application, today), HEARING_DAYS, actor, NOW, today);
            case HEARING -> UseSteps.hear(application, hearing(random, today), HEARING_DAYS, actor, NOW, today);
            case REPAYMENTS ->
                UseSteps.repay(
                        application,
                        new RepaymentRequest(today, repayment(application, random)),
                        new TreeMap<>(),
                        actor,
                        new Stamp(actor.name(), NOW, today));
            case CLAIM_WAIVER ->
                Detours.waiveClaim(
                        application,
                        new ClaimWaiverRequest(repayment(application, random), today, "unbillig", "§ 26 KomHVO NRW"),
                        new TreeMap<>(),
                        actor,
                        new Stamp(actor.name(), NOW, today));
            case REVOCATION ->
                Detours.revoke(application, new RevocationRequest(today, "Grund", "§ 49 VwVfG"), actor, NOW, today);
            case CLOSURE -> Detours.close(application, new ClosureRequest(null), actor, NOW, today);
            case REMARK -> Detours.remark(application, new RemarkRequest("x", random.nextBoolean()), actor, NOW);
        }
    }

    /** Like the service, which commits money that was not committed with the decision, or refuses. */
    private static void agree(Application application, Actor actor, Random random, Situation situation) {
        application.begin(Action.AGREEMENT, actor).guard().require(application.situation(situation.day()));
        if (application.steps.tranches.isEmpty()) {
            requireMoney(situation, application.steps.grant());
        }
        application.agree(
                new AgreementRequest(
                        Agreement.Kind.NOTICE,
                        "B-1",
                        situation.day(),
                        null,
                        random.nextBoolean() ? List.of("Die Stelle ist besetzt.") : null,
                        null),
                actor,
                NOW,
                situation.day());
    }

    private static void requireMoney(Situation situation, List<YearAmount> amounts) {
        if (!situation.covers(amounts)) {
            throw new Conflict("budget.exceeded");
        }
    }

    private static HearingRequest hearing(Random random, LocalDate today) {
        LocalDate answered = random.nextBoolean() ? today : null;
        return new HearingRequest(today, today.plusDays(HEARING_DAYS), answered, answered == null ? null : "Ja");
    }

    private static ApplicationContent content(Random random) {
        return new ApplicationContent(
                "p",
                "verband-a",
                "Koordinierung",
                random.nextInt(3) == 0 ? null : "Beratung",
                null,
                null,
                List.of("99001001-01"),
                null,
                null,
                new ApplicationContent.Period(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31)),
                List.of(new YearAmount(YEAR, Money.euro("50000"))),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ReturnRequest returned(LocalDate today) {
        return new ReturnRequest(List.of(new Returned.Item("/purpose", "fehlt")), today.plusDays(3));
    }

    private static ConsultationRequest consultation(Random random, LocalDate today) {
        Consultation.Role role = random.nextBoolean() ? Consultation.Role.ADVISING : Consultation.Role.TAKING_NOTE;
        return new ConsultationRequest("specialist", today, role, Consultation.Advice.RECOMMENDED, null, "1", null);
    }

    private static DecisionRequest decision(Random random, LocalDate today) {
        Decision.Result result = random.nextInt(4) == 0 ? Decision.Result.REFUSED : Decision.Result.GRANTED;
        return new DecisionRequest(
                "main", today, result, null, "1", unanimous(), null, null, false, null, null, null, false);
    }

    private static CorrectionRequest correction(Application application) {
        Correction.Kind kind =
                application.steps.decision == null ? Correction.Kind.CONSULTATION : Correction.Kind.DECISION;
        return new CorrectionRequest(kind, 0, "2", null, null, null, null, "Zahlendreher");
    }

    private static int waitingCorrection(Application application, Actor actor) {
        return application.steps.corrections.stream()
                .filter(each -> each.waiting() && !each.by().equals(actor.name()))
                .map(Correction::number)
                .findFirst()
                .orElse(1);
    }

    private static PaymentRequest payment(Situation situation, Random random) {
        Money left = situation.steps().decision == null ? Money.ZERO : Retention.payable(situation);
        boolean all = left.positive() && random.nextInt(3) == 0;
        return new PaymentRequest(YEAR, all ? left : Money.euro("0.01"), null, null, null);
    }

    private static void orderOrReject(Application application, Actor actor, Random random, LocalDate today) {
        UUID payment = application.steps.payments.stream()
                .filter(each -> each.state() == Payment.PaymentState.CERTIFIED
                        && !each.certifiedBy().equals(actor.name()))
                .map(Payment::id)
                .findFirst()
                .orElseGet(() -> application.steps.payments.isEmpty()
                        ? UUID.randomUUID()
                        : application.steps.payments.get(0).id());
        if (random.nextInt(4) == 0) {
            PaymentSteps.reject(application, payment, "falsch", actor, NOW);
        } else {
            PaymentSteps.order(application, payment, actor, NOW, today);
        }
    }

    private static WaiverRequest waiver(Application application, Random random) {
        boolean all = random.nextBoolean() && !application.steps.unpaid().isEmpty();
        List<YearAmount> amounts = all ? null : List.of(new YearAmount(YEAR, Money.euro("0.01")));
        return new WaiverRequest(amounts, "günstiger");
    }

    private static RecoveryRequest recovery(Application application, LocalDate today) {
        Money recoverable = application.steps.recoverable();
        Money amount = recoverable.positive() ? recoverable : Money.euro("0.01");
        return new RecoveryRequest(amount, null, today, "Ja", today, "Minderausgaben", "§ 49a VwVfG");
    }

    private static Money repayment(Application application, Random random) {
        List<Repayment> before = application.steps.repayments;
        if (application.steps.recovery == null || (before.size() > 2 && random.nextBoolean())) {
            return Money.euro("0.01");
        }
        return before.isEmpty()
                ? random.nextBoolean() ? application.steps.recovery.amount() : Money.euro("0.01")
                : before.get(before.size() - 1).outstanding();
    }

    private static void commit(Application application) {
        application.steps.addTranches(application.steps.grant().stream()
                .map(each -> new Tranche("line", each.year(), each.amount()))
                .toList());
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
