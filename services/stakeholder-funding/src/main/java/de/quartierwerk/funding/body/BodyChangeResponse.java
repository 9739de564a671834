package de.quartierwerk.funding.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a body as the API answers it; it counts from its confirmation on.
 *
 * @param number number within the body
 * @param kind kind as it shall be; null where it stays
 * @param stakeholder actor that it shall belong to; null where that stays
 * @param validFrom first day as it shall be; null where it stays
 * @param validTo last day as it shall be; null where it stays
 * @param competences all competences as they shall be; null where they stay
 * @param votingMembers all numbers of voting members as they shall be; null where they stay
 * @param paperNumber number of the paper by which it was decided
 * @param reason why
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param confirmedBy who confirmed it
 * @param confirmedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BodyChange", description = "A change of a body; it counts when it is confirmed")
public record BodyChangeResponse(
        @Schema(examples = "1") int number,
        @Nullable BodyKind kind,
        @Schema(examples = "kreisverwaltung") @Nullable String stakeholder,
        @Schema(examples = "2009-10-21") @Nullable LocalDate validFrom,
        @Schema(examples = "2029-12-31") @Nullable LocalDate validTo,
        @Nullable List<Competence> competences,
        @Nullable List<VotingMembers> votingMembers,
        @Schema(examples = "2026/0123") String paperNumber,
        @Schema(examples = "Neue Hauptsatzung") String reason,
        @Schema(examples = "funding-officer") String proposedBy,
        Instant proposedAt,
        @Schema(examples = "clerk") @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    /** Copies the lists. */
    public BodyChangeResponse {
        competences = competences == null ? null : List.copyOf(competences);
        votingMembers = votingMembers == null ? null : List.copyOf(votingMembers);
    }
}
