package de.quartierwerk.funding.application;

import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.util.ArrayList;
import java.util.List;

/** What an assessment must say: a judgement of each criterion that people judge, and no more than was applied for. */
final class AssessmentRules {

    private AssessmentRules() {}

    /**
     * Refuses an incomplete assessment with 422.
     *
     * @param criteria how the application stands to the criteria, with the judgements of the request
     * @param requested amount applied for
     */
    static void require(AssessmentRequest request, List<CriterionResult> criteria, Money requested) {
        List<InputError> errors = check(request.judgements(), criteria);
        if (!errors.isEmpty()) {
            throw new Invalid("assessment.incomplete", errors);
        }
        Money proposed = request.proposedAmount();
        if (proposed != null && proposed.exceeds(requested)) {
            throw new Invalid(
                    "assessment.above-request",
                    List.of(InputError.at("/proposedAmount", "assessment.above-request", proposed.amount())));
        }
    }

    /** Judgements of criteria that people do not judge, and criteria whose judgement is missing. */
    static List<InputError> check(List<Judgement> judgements, List<CriterionResult> criteria) {
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            String code = judgements.get(i).criterion();
            boolean judged = criteria.stream()
                    .anyMatch(each ->
                            each.kind() == CriterionKind.JUDGED && each.code().equals(code));
            if (!judged) {
                errors.add(InputError.at("/judgements/" + i + "/criterion", "criterion.not-judged", code, code));
            }
        }
        criteria.stream()
                .filter(each -> each.met() == null)
                .forEach(each -> errors.add(
                        InputError.at("/judgements", "criterion.judgement-missing", each.code(), each.code())));
        return errors;
    }
}
