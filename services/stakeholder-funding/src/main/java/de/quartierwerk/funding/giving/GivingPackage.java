package de.quartierwerk.funding.giving;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All decided grants of organisations as a data package of 360Giving 1.4.
 *
 * @param version version of the standard
 * @param title title
 * @param publisher who publishes
 * @param grants the grants, at least one
 */
@Schema(description = "Decided grants of organisations as 360Giving 1.4 writes them")
public record GivingPackage(
        @Schema(examples = "1.4") String version,
        @Schema(examples = "Grants of the district") String title,
        Publisher publisher,
        List<GivingGrant> grants) {

    /** Copies the list. */
    public GivingPackage {
        grants = List.copyOf(grants);
    }

    /**
     * Who publishes.
     *
     * @param identifier organisation identifier
     * @param name name
     */
    @Schema(name = "GivingPublisher", description = "Who publishes")
    public record Publisher(
            @Schema(examples = "XI-QUARTIERWERK-district") String identifier,
            @Schema(examples = "Städteregion") String name) {}
}
