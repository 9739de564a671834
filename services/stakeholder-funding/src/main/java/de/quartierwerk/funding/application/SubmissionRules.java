package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Financing;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an application must say before it is handed in. */
final class SubmissionRules {

    private static final int LONGEST_YEARS = 10;

    private SubmissionRules() {}

    /** What is missing or does not fit together, place by place. */
    static List<InputError> check(ApplicationContent content, Programme programme, Set<AttachmentKind> attached) {
        List<InputError> errors = new ArrayList<>();
        missing(errors, content.purpose() == null, "/purpose");
        missing(errors, content.spaces().isEmpty(), "/spaces");
        missing(errors, content.amounts().isEmpty(), "/amounts");
        missing(errors, content.period() == null, "/period");
        checkProgramme(content, programme, errors);
        checkAmounts(content, errors);
        checkFinancing(content, errors);
        programme.terms().documentsRequired().stream()
                .filter(kind -> !attached.contains(kind))
                .map(kind -> InputError.at("/attachments", "attachment.required", kind.code(), kind.words()))
                .forEach(errors::add);
        return errors;
    }

    /**
     * Refuses an application with 409 where the same applicant has handed in the same before, unless it names one of
     * these; the others of the same kind go with it.
     *
     * @param identical ids of identical applications, the first of them first
     * @return the application that it repeats on purpose, if there is one
     */
    static @Nullable UUID requireNotRepeated(List<UUID> identical, @Nullable UUID repeats) {
        if (identical.isEmpty()) {
            return null;
        }
        if (repeats == null || !identical.contains(repeats)) {
            throw new Conflict("application.duplicate", identical.get(0));
        }
        return repeats;
    }

    private static void checkProgramme(ApplicationContent content, Programme programme, List<InputError> errors) {
        if (!programme.kinds().isEmpty() && !programme.kinds().contains(content.kind())) {
            errors.add(InputError.at(
                    "/kind", "application.not-in-programme", content.kind().name()));
        }
        if (!programme.financings().isEmpty() && !programme.financings().contains(content.financing())) {
            errors.add(InputError.at(
                    "/financing",
                    "application.not-in-programme",
                    content.financing().name()));
        }
    }

    private static void checkAmounts(ApplicationContent content, List<InputError> errors) {
        ApplicationContent.Period period = content.period();
        if (period != null && period.to().isBefore(period.from())) {
            errors.add(
                    InputError.at("/period/to", "period.reversed", period.to().toString()));
        }
        if (period != null && period.to().isAfter(period.from().plusYears(LONGEST_YEARS))) {
            errors.add(
                    InputError.at("/period/to", "period.too-long", period.to().toString(), LONGEST_YEARS));
        }
        Recurring recurring = content.recurring();
        if (recurring != null && recurring.to() < recurring.from()) {
            errors.add(InputError.at("/recurring/to", "period.reversed", Integer.toString(recurring.to())));
        } else if (recurring != null && !recurring.amounts().equals(content.amounts())) {
            errors.add(InputError.at("/amounts", "application.recurring-differs", null));
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < content.amounts().size(); i++) {
            YearAmount each = content.amounts().get(i);
            String pointer = "/amounts/" + i;
            String year = Integer.toString(each.year());
            if (!each.amount().positive()) {
                errors.add(InputError.at(
                        pointer + "/amount",
                        "amount.not-positive",
                        each.amount().amount()));
            }
            if (!seen.add(each.year())) {
                errors.add(InputError.at(pointer + "/year", "year.repeated", year, each.year()));
            }
            if (period != null
                    && (each.year() < period.from().getYear()
                            || each.year() > period.to().getYear())) {
                errors.add(InputError.at(pointer + "/year", "year.outside-period", year, each.year()));
            }
        }
    }

    /** Costs and financing must be equal; only a fixed amount may go without a cost plan. */
    private static void checkFinancing(ApplicationContent content, List<InputError> errors) {
        missing(errors, !content.hasCostPlan() && content.financing() != Financing.FIXED_AMOUNT, "/costs");
        Money costs = content.totalCosts();
        Money financed = content.financed();
        if (costs.compareTo(financed) != 0) {
            errors.add(
                    InputError.at("/costs", "application.unbalanced", costs.amount(), costs.value(), financed.value()));
        }
        if (content.financing() == Financing.FULL && financed.exceeds(content.requested())) {
            errors.add(InputError.at("/financing", "application.not-full", null));
        }
    }

    private static void missing(List<InputError> errors, boolean missing, String pointer) {
        if (missing) {
            errors.add(InputError.at(pointer, "field.missing", null, pointer.substring(1)));
        }
    }
}
