package de.quartierwerk.registry.spaceimport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the parent of each space is found; exactly one of the three is given.
 *
 * @param property property or column that holds the parent's key; empty means none
 * @param prefixOfKey number of leading characters of the space's own key that are its parent's key
 * @param key one parent for all
 * @param remove text that is taken away from the property, after {@code ^} only at its start
 * @param padTo length to which zeros fill the property up
 */
@Schema(description = "How the parent of each space is found: exactly one of the three")
record ParentRule(
        @Schema(description = "Property or column with the parent's key") @Nullable
        String property,

        @Schema(description = "Leading characters of the key that are the parent's key", examples = "6") @Nullable
        Integer prefixOfKey,

        @Schema(description = "One parent for all spaces", examples = "99001001") @Nullable
        String key,

        @Schema(
                description = "With `property`: text that is taken away, after `^` only at the start",
                examples = "^STGM")
        @Nullable
        String remove,

        @Schema(
                description = "With `property`: length to which zeros fill a key up; numbers are taken then",
                examples = "8")
        @Nullable
        Integer padTo) {

    /** How values of the property become keys. */
    KeyForm form() {
        return new KeyForm(remove, padTo);
    }

    /** Whether exactly one way is named. */
    boolean namesOneWay() {
        return (property == null ? 0 : 1) + (prefixOfKey == null ? 0 : 1) + (key == null ? 0 : 1) == 1;
    }
}
