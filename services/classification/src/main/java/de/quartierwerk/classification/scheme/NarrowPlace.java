package de.quartierwerk.classification.scheme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place of a scheme that tells a suppressed count too exactly (zu enge Stelle).
 *
 * @param pointer the place in the document
 * @param indicator indicator of the count; null where it is any
 * @param from least count that the place leaves possible
 * @param to largest one
 * @param message the same in words
 */
@Schema(
        name = "NarrowPlace",
        description = "A class, or a condition together with others, that tells a suppressed count too exactly; runs"
                + " withhold class and needs of such spaces")
public record NarrowPlace(
        @Schema(description = "Place in the document", examples = "/indices/0/classes/codes/2")
        String pointer,

        @Schema(description = "Indicator of the count; null where classes by rank tell an order", examples = "children")
        @Nullable
        String indicator,

        @Schema(description = "Least count that it leaves possible", examples = "4") @Nullable
        Integer from,

        @Schema(description = "Largest count that it leaves possible", examples = "5") @Nullable
        Integer to,

        @Schema(
                description = "The same in words",
                examples = "Ein unterdrückter Wert von children kann hier nur 4 bis 5 sein.")
        String message) {}
