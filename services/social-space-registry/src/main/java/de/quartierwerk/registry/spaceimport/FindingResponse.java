package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.LonLat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something wrong with a row, in the caller's language; see {@link Finding} for the parts. */
@Schema(name = "ImportFinding", description = "Something wrong with a row")
record FindingResponse(
        @Schema(
                description = "Number of the feature, from 1, or line of the CSV file; null: the whole file",
                examples = "124")
        @Nullable
        Integer row,

        @Schema(description = "Key of the row, as far as it has one", examples = "06010102") @Nullable
        String key,

        @Schema(description = "Stable code for programs", examples = "duplicate-key")
        String code,

        Finding.Severity severity,

        @Schema(description = "The faulty value as delivered", examples = "06010102") @Nullable
        String value,

        @Schema(description = "Where the fault lies, if it lies somewhere") @Nullable
        LonLat place,

        @Schema(
                description = "In the language of Accept-Language",
                examples = "Der Schlüssel steht auch in Zeile 205, die übernommen wird.")
        String message) {}
