package de.quartierwerk.funding.programme;

import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a programme whole: criteria with what their kind needs, each code once, an end after the beginning. */
final class ProgrammeRules {

    private ProgrammeRules() {}

    static List<InputError> check(ProgrammeRequest request) {
        List<InputError> errors = new ArrayList<>();
        if (request.openFrom() != null
                && request.openTo() != null
                && request.openTo().isBefore(request.openFrom())) {
            errors.add(
                    InputError.at("/openTo", "period.reversed", request.openTo().toString()));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < request.criteria().size(); i++) {
            Criterion criterion = request.criteria().get(i);
            String pointer = "/criteria/" + i;
            if (!codes.add(criterion.code())) {
                errors.add(InputError.at(pointer + "/code", "criterion.repeated", criterion.code(), criterion.code()));
            }
            switch (criterion.kind()) {
                case OWN_SHARE -> require(errors, criterion.minimumPercent(), pointer, "minimumPercent");
                case MAXIMUM_AMOUNT -> require(errors, criterion.maximum(), pointer, "maximum");
                case TARGET_GROUP -> require(errors, criterion.targetGroups(), pointer, "targetGroups");
                case SPACES -> require(errors, criterion.spaces(), pointer, "spaces");
                case PUBLISHED_NEED, JUDGED -> {
                    // nothing more is needed
                }
            }
        }
        return errors;
    }

    private static void require(List<InputError> errors, @Nullable Object value, String pointer, String field) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            errors.add(InputError.at(pointer + "/" + field, "field.missing", null, field));
        }
    }
}
