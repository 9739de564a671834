package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.Decimal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What no scheme may hold, whatever the place: endless nesting, numbers beyond all measure, characters that cannot be
 * stored. Comes before the schema, whose rules call themselves and take such numbers for others.
 */
final class DocumentForm {
    /** A condition within the deepest one lies deeper: needs, need, when, and two steps for each condition. */
    private static final int DEEPEST = 3 + 2 * NeedRules.DEEPEST + 4;

    private static final int MOST_ERRORS = 100;
    private static final Set<String> WHOLE =
            Set.of("lag", "count", "atLeast", "decimals", "rawDecimals", "lastPeriods");

    private final Deque<Place> places = new ArrayDeque<>();
    private final List<InputError> errors = new ArrayList<>();

    private DocumentForm() {}

    private record Place(JsonNode node, String name, String pointer, int depth) {}

    /** What is wrong, in the order of the document. */
    static List<InputError> errors(JsonNode document) {
        DocumentForm form = new DocumentForm();
        form.places.push(new Place(document, "", "", 0));
        while (!form.places.isEmpty() && form.errors.size() < MOST_ERRORS) {
            form.check(form.places.pop());
        }
        return form.errors;
    }

    /** A name as a step of a JSON pointer. */
    static String step(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
    }

    private void check(Place place) {
        JsonNode node = place.node();
        if (node.isContainerNode()) {
            if (place.depth() > DEEPEST) {
                add(place, "scheme.too-deep", null, NeedRules.DEEPEST);
            } else {
                parts(place);
            }
        } else if (node.isNumber()) {
            number(place, node.decimalValue());
        } else if (node.isTextual() && !storable(node.asText())) {
            add(place, "request.value-not-storable", null);
        }
    }

    private void parts(Place place) {
        Deque<Place> parts = new ArrayDeque<>();
        if (place.node().isObject()) {
            place.node()
                    .properties()
                    .forEach(member -> parts.push(new Place(
                            member.getValue(),
                            member.getKey(),
                            place.pointer() + step(member.getKey()),
                            place.depth() + 1)));
        } else {
            for (int i = 0; i < place.node().size(); i++) {
                parts.push(new Place(place.node().get(i), "", place.pointer() + "/" + i, place.depth() + 1));
            }
        }
        parts.forEach(places::push);
    }

    private void number(Place place, BigDecimal number) {
        boolean cutOff = WHOLE.contains(place.name()) && !place.node().canConvertToInt();
        if (cutOff || !Decimal.isOrdinary(number)) {
            add(place, "scheme.number-too-large", number.toString());
        }
    }

    private void add(Place place, String code, @Nullable String value, Object... arguments) {
        errors.add(InputError.at(place.pointer(), code, value, arguments));
    }

    private static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
