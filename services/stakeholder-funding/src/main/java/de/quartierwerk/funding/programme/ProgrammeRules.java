package de.quartierwerk.funding.programme;

import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a programme whole: criteria with what their kind needs, each code once, an end after the beginning. */
final class ProgrammeRules {

    private ProgrammeRules() {}

    static List<InputError> check(ProgrammeBody body) {
        List<InputError> errors = new ArrayList<>();
        if (body.openFrom() != null && body.openTo() != null && body.openTo().isBefore(body.openFrom())) {
            errors.add(InputError.at("/openTo", "period.reversed", body.openTo().toString()));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < body.criteria().size(); i++) {
            Criterion criterion = body.criteria().get(i);
            String pointer = "/criteria/" + i;
            if (!codes.add(criterion.code())) {
                errors.add(InputError.at(pointer + "/code", "criterion.repeated", criterion.code(), criterion.code()));
            }
            switch (criterion.kind()) {
                case OWN_SHARE -> require(errors, criterion.minimumPercent(), pointer, "minimumPercent");
                case MAXIMUM_AMOUNT -> require(errors, criterion.maximum(), pointer, "maximum");
                case PUBLISHED_NEED, JUDGED -> {
                    // nothing more is needed
                }
            }
        }
        return errors;
    }

    private static void require(List<InputError> errors, Object value, String pointer, String field) {
        if (value == null) {
            errors.add(InputError.at(pointer + "/" + field, "field.missing", null, field));
        }
    }
}
