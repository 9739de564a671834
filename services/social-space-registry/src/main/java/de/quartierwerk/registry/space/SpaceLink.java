package de.quartierwerk.registry.space;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page or document about a space.
 *
 * @param href address, http or https
 * @param title what is to be found there
 */
@Schema(name = "SpaceLink", description = "A page or document about a space")
record SpaceLink(
        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = SpaceLink.ADDRESS)
        @Schema(examples = "https://www.example.org/quartier")
        String href,

        @Size(max = 200) @Schema(examples = "Quartiersmanagement") @Nullable
        String title) {
    static final String ADDRESS = "https?://[!-~&&[^\"<>\\\\^`{|}]]+";
}
