package de.quartierwerk.funding.budget;

import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a line's document may say of its years. */
final class BudgetRules {

    private BudgetRules() {}

    /**
     * What is wrong with the years: one that is named twice, money above a plan that is not there or outside of one
     * that is, decisions of days to come.
     */
    static List<InputError> check(List<BudgetYear> years, LocalDate today) {
        List<InputError> errors = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < years.size(); i++) {
            BudgetYear year = years.get(i);
            String pointer = "/years/" + i;
            if (!seen.add(year.year())) {
                errors.add(
                        InputError.at(pointer + "/year", "year.repeated", Integer.toString(year.year()), year.year()));
            }
            if (year.adoption() != null) {
                checkDay(errors, pointer + "/adoption", year.adoption().decidedOn(), today);
            }
            for (int j = 0; j < year.additional().size(); j++) {
                check(errors, pointer + "/additional/" + j, year.additional().get(j), year, today);
            }
        }
        return errors;
    }

    private static void check(
            List<InputError> errors, String pointer, Authorisation more, BudgetYear year, LocalDate today) {
        boolean planned = year.planned().positive();
        boolean above = more.kind() == Authorisation.Kind.ABOVE_PLAN;
        if (above != planned) {
            String code = above ? "budget.nothing-planned" : "budget.planned";
            errors.add(InputError.at(pointer + "/kind", code, above ? "above-plan" : "outside-plan", year.year()));
        }
        checkDay(errors, pointer, more.decidedOn(), today);
    }

    private static void checkDay(List<InputError> errors, String pointer, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            errors.add(InputError.at(pointer + "/decidedOn", "date.in-future", day.toString(), day));
        }
    }
}
