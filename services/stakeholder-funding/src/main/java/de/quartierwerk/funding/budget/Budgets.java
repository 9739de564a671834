package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Authorised money, for the features that spend it. */
@ApplicationScoped
public class Budgets {

    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final CommitmentRepository commitments;
    private final CoverGroups coverGroups;

    Budgets(
            BudgetLineRepository lines,
            BudgetGroupRepository groups,
            CommitmentRepository commitments,
            CoverGroups coverGroups) {
        this.lines = lines;
        this.groups = groups;
        this.commitments = commitments;
        this.coverGroups = coverGroups;
    }

    /**
     * Refuses a code that is no budget line's with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public void requireKnown(String pointer, String line) {
        if (lines.findByIdOptional(line).isEmpty()) {
            throw new Invalid(
                    "budget-line.unknown", List.of(InputError.at(pointer, "budget-line.unknown", line, line)), line);
        }
    }

    /**
     * Commits money of a line to an application, or refuses with 409 where it is not authorised. Runs in the
     * transaction of the decision and keeps every other decision on the same group of lines waiting until its end.
     *
     * @param line code of the budget line
     * @param application id of the application
     * @param amounts amounts by year
     * @param voluntary whether the grant is a voluntary task, which needs an adopted budget
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void commit(String line, UUID application, List<YearAmount> amounts, boolean voluntary) {
        BudgetLine entity = lines.hold(line);
        if (entity == null) {
            throw new Conflict("budget-line.unknown", line);
        }
        groups.lock(List.of(entity.coverGroup));
        if (voluntary) {
            BudgetRules.requireAdopted(line, amounts, entity.years);
        }
        BudgetRules.requireAvailable(
                line, amounts, coverGroups.money(entity.coverGroup).available());
        YearAmount.byYear(amounts).forEach((year, amount) -> commitments.commit(application, line, year, amount));
    }

    /**
     * Gives committed money of a line back, so that others can be granted it. What was never committed is passed over.
     *
     * @param line code of the budget line
     * @param application id of the application
     * @param amounts amounts by year
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(String line, UUID application, List<YearAmount> amounts) {
        YearAmount.byYear(amounts).forEach((year, amount) -> commitments.release(application, line, year, amount));
    }
}
