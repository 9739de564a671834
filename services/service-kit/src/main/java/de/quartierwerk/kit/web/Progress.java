package de.quartierwerk.kit.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far long work is.
 *
 * @param done units of work done
 * @param total units of work, null while not known
 */
@Schema(description = "How far the work is")
public record Progress(
        @Schema(description = "Units done", examples = "120")
        long done,

        @Schema(description = "Units in all; null while not known", nullable = true, examples = "434") @Nullable
        Long total) {}
