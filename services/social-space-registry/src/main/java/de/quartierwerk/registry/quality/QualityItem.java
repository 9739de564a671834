package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An irregularity as the API shows it; see {@link Irregularity} for the parts. */
@Schema(name = "QualityItem", description = "Something about boundaries that somebody should look at")
record QualityItem(
        Irregularity.Kind kind,

        @Schema(description = "Level of the spaces", examples = "planning-area")
        String level,

        @Schema(
                description = "Spaces that are concerned; none where a parent is not covered",
                examples = "[\"04020208\"]")
        List<String> keys,

        @Schema(description = "Parent that they do not fit", examples = "040304") @Nullable
        String parent,

        @Schema(description = "Area of the faulty piece, null where it has none", examples = "562770.12") @Nullable
        BigDecimal areaSquareMetres,

        @Schema(
                description = "Share of the space, of the smaller space or of the parent, null where it has none",
                examples = "0.011")
        @Nullable
        BigDecimal share,

        @Schema(description = "Position in the piece or in the space, null without a boundary") @Nullable
        LonLat place,

        @Schema(description = "What may be meant, if that can be said") @Nullable
        Proposal proposal) {
    /**
     * What may be meant.
     *
     * @param key space without boundary that the piece fits
     */
    @Schema(name = "QualityProposal", description = "What may be meant")
    record Proposal(
            @Schema(description = "Space without boundary that the piece fits", examples = "04030417")
            String key) {}

    static QualityItem of(Irregularity found) {
        boolean measured = found.squareMetres() > 0;
        return new QualityItem(
                found.kind(),
                found.level(),
                found.keys(),
                found.parent(),
                measured ? Measure.rounded(found.squareMetres()) : null,
                found.share() > 0 ? Measure.share(found.share()) : null,
                found.place(),
                found.proposal() == null ? null : new Proposal(found.proposal()));
    }
}
