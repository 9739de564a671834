package de.quartierwerk.registry.spaceimport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where keys stand and what becomes of them.
 *
 * @param property property or column with the key
 * @param remove text that is taken away, after {@code ^} only at the start
 * @param padTo length to which zeros fill a key up; numbers are taken then
 */
@Schema(
        name = "SpaceKeyRule",
        description = "Where keys stand and what becomes of them; instead of `keyProperty`",
        requiredProperties = "property")
record KeyRule(
        @Schema(description = "Property or column with the key", examples = "PLR_ID")
        String property,

        @Schema(description = "Text that is taken away, after `^` only at the start", examples = "^STGM") @Nullable
        String remove,

        @Schema(description = "Length to which zeros fill a key up; numbers are taken then", examples = "8") @Nullable
        Integer padTo) {
    KeyForm form() {
        return new KeyForm(remove, padTo);
    }
}
