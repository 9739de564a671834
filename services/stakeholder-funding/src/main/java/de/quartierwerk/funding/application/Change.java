package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place in an application that became another (Änderung).
 *
 * @param pointer JSON pointer of the place
 * @param before value before; absent where there was none
 * @param after value after; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApplicationChange", description = "A place in the application that became another")
public record Change(
        @Schema(examples = "/costs/0/amount/amount") String pointer,
        @Schema(examples = "56000.00") @Nullable String before,
        @Schema(examples = "54000.00") @Nullable String after) {}
