package de.quartierwerk.funding.application;

import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.ProgrammeBody;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When a decision may be recorded: taken by the body that is competent for matter and amount on that day, which is not
 * the applicant's own, after all bodies that must advise have advised, with a majority, and for no more than was
 * applied for. Whether the money is authorised is checked beside the budget itself.
 */
final class DecisionRules {

    private DecisionRules() {}

    /**
     * What a decision is measured by.
     *
     * @param applicant key of the applying actor
     * @param content what was applied for
     * @param assessment the funding office's check
     * @param consultations consultations so far
     * @param competent body competent on the day of the decision, or null
     * @param programme the programme
     * @param today the present day
     */
    record Basis(
            String applicant,
            ApplicationContent content,
            Assessment assessment,
            List<Consultation> consultations,
            CompetentBody competent,
            ProgrammeBody programme,
            LocalDate today) {}

    /** Codes of the bodies that must still advise before the decision of that day. */
    static List<String> outstanding(CompetentBody competent, List<Consultation> consultations, LocalDate day) {
        return competent.consult().stream()
                .filter(body -> consultations.stream().noneMatch(each -> each.counts(body, day)))
                .toList();
    }

    /** The granted amounts by year, none for a refusal; or a refusal of the entry with 409 or 422. */
    static List<YearAmount> require(Decision.Entry entry, Basis basis) {
        if (entry.decidedOn().isAfter(basis.today())) {
            throw invalid("/decidedOn", "date.in-future", entry.decidedOn());
        }
        requireCompetent(entry, basis);
        requireMajority(entry, basis.competent().kind());
        requireAdopted(entry);
        if (entry.result() == Decision.Result.REFUSED) {
            if (!entry.amounts().isEmpty()) {
                throw invalid(
                        "/amounts",
                        "decision.refused-with-amount",
                        entry.amounts().size());
            }
            return List.of();
        }
        requireCriteria(entry, basis);
        requireNotStarted(entry, basis);
        return grantedAmounts(entry, basis.content());
    }

    private static void requireCompetent(Decision.Entry entry, Basis basis) {
        CompetentBody competent = basis.competent();
        if (competent == null) {
            throw new Conflict(
                    "decision.nobody-competent", basis.content().requested().amount());
        }
        if (!competent.code().equals(entry.body())) {
            throw new Conflict("decision.not-competent", entry.body(), competent.code());
        }
        if (basis.applicant().equals(competent.stakeholder())) {
            throw new Conflict("decision.own-body", competent.code(), basis.applicant());
        }
        List<String> outstanding = outstanding(competent, basis.consultations(), entry.decidedOn());
        if (!outstanding.isEmpty()) {
            throw new Conflict("decision.not-consulted", String.join(", ", outstanding));
        }
    }

    private static void requireMajority(Decision.Entry entry, BodyKind kind) {
        if (entry.votes() == null) {
            if (kind != BodyKind.ADMINISTRATION) {
                throw invalid("/votes", "decision.votes-missing", null);
            }
        } else if (!entry.votes().carried()) {
            throw invalid("/votes", "decision.no-majority", null);
        }
    }

    private static void requireAdopted(Decision.Entry entry) {
        if (entry.drafts().isEmpty()) {
            return;
        }
        List<Decision.CompetingDraft> adopted =
                entry.drafts().stream().filter(Decision.CompetingDraft::adopted).toList();
        if (adopted.size() != 1 || adopted.get(0).result() != entry.result()) {
            throw invalid("/drafts", "decision.drafts-contradict", adopted.size());
        }
    }

    private static void requireCriteria(Decision.Entry entry, Basis basis) {
        List<String> unmet = basis.assessment().criteria().stream()
                .filter(CriterionResult::hinders)
                .map(CriterionResult::code)
                .toList();
        if (!unmet.isEmpty() && entry.deviation() == null) {
            throw new Conflict("decision.criteria-unmet", String.join(", ", unmet));
        }
    }

    private static void requireNotStarted(Decision.Entry entry, Basis basis) {
        boolean allowed =
                basis.programme().earlyStartAllowed() || basis.assessment().earlyStartAllowed();
        LocalDate start = basis.content().period().from();
        if (!allowed && start.isBefore(entry.decidedOn())) {
            throw new Conflict("decision.started-early", start, entry.decidedOn());
        }
    }

    private static List<YearAmount> grantedAmounts(Decision.Entry entry, ApplicationContent content) {
        List<YearAmount> named = entry.amounts().isEmpty() ? content.amounts() : entry.amounts();
        List<YearAmount> amounts =
                named.stream().filter(each -> each.amount().positive()).toList();
        if (!YearAmount.total(amounts).positive()) {
            throw invalid(
                    "/amounts", "amount.not-positive", YearAmount.total(amounts).amount());
        }
        Map<Integer, Money> requested = YearAmount.byYear(content.amounts());
        YearAmount.byYear(amounts).forEach((year, amount) -> {
            Money limit = requested.getOrDefault(year, Money.ZERO);
            if (amount.exceeds(limit)) {
                throw invalid("/amounts", "decision.above-request", year, amount.amount(), limit.amount());
            }
        });
        return amounts;
    }

    private static Invalid invalid(String pointer, String code, Object value, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = value;
        System.arraycopy(more, 0, arguments, 1, more.length);
        String given = value == null ? null : value.toString();
        return new Invalid(code, List.of(InputError.at(pointer, code, given, arguments)), arguments);
    }
}
