package de.quartierwerk.funding.body;

import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A matter of a paper with what it costs (Gegenstand einer Vorlage).
 *
 * @param matter what is decided
 * @param amount what it costs; null where it has no amount of its own
 */
@Schema(description = "A matter of a paper with what it costs")
public record MatterAmount(
        @NotNull @Schema(examples = "budget") Matter matter,
        @Valid @Nullable Money amount) {}
