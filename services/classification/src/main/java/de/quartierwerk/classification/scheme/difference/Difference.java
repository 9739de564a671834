package de.quartierwerk.classification.scheme.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two documents differ.
 *
 * @param pointer JSON pointer in the later document; of something removed in the earlier one
 * @param kind what happened there
 * @param steps the way to the place, for words
 * @param before what was there; null for something added
 * @param after what is there; null for something removed
 */
record Difference(
        String pointer,
        SchemeComparison.Kind kind,
        List<Step> steps,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {
    Difference {
        steps = List.copyOf(steps);
    }

    /**
     * A step from a document to one of its parts.
     *
     * @param field name of the member, or of the list
     * @param item name of the part of a list; null for members
     */
    record Step(String field, @Nullable String item) {}
}
