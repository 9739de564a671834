package de.quartierwerk.funding.body;

import static java.util.Objects.requireNonNullElse;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a body decides, when and for whom, and how many of it vote, as sent (Änderung der Zuständigkeit).
 * What is left out stays.
 *
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to
 * @param validFrom first day
 * @param validTo last day
 * @param competences all competences as they shall be
 * @param votingMembers all numbers of voting members as they shall be
 * @param paperNumber number of the paper by which it was decided
 * @param reason why
 */
@Schema(description = "A change of a body; what is left out stays")
public record BodyChangeRequest(
        @Schema(examples = "committee") @Nullable BodyKind kind,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                examples = "kreisverwaltung",
                description = "Actor that the body belongs to; it never decides on that actor's applications")
        @Nullable
        String stakeholder,

        @Schema(examples = "2009-10-21") @Nullable LocalDate validFrom,
        @Schema(examples = "2029-12-31") @Nullable LocalDate validTo,

        @Schema(description = "All of them, as they shall be") @Nullable
        List<@NotNull @Valid Competence> competences,

        @Schema(description = "All of them, as they shall be") @Nullable
        List<@NotNull @Valid VotingMembers> votingMembers,

        @NotBlank @Size(max = 64) @Schema(examples = "2026/0123")
        String paperNumber,

        @NotBlank @Size(max = 1000) @Schema(examples = "Neue Hauptsatzung")
        String reason) {

    /** Cleans the texts and copies the lists. */
    public BodyChangeRequest {
        competences = competences == null ? null : Texts.copy(competences);
        votingMembers = votingMembers == null ? null : Texts.copy(votingMembers);
        paperNumber = Texts.strip(paperNumber);
        reason = Texts.strip(reason);
    }

    /** Whether nothing is said. */
    boolean saysNothing() {
        return Stream.of(kind, stakeholder, validFrom, validTo, competences, votingMembers)
                .allMatch(Objects::isNull);
    }

    /** The body with this change. */
    BodyRequest applied(BodyRequest body) {
        return new BodyRequest(
                body.name(),
                requireNonNullElse(kind, body.kind()),
                stakeholder == null ? body.stakeholder() : stakeholder,
                validFrom == null ? body.validFrom() : validFrom,
                validTo == null ? body.validTo() : validTo,
                requireNonNullElse(competences, body.competences()),
                requireNonNullElse(votingMembers, body.votingMembers()));
    }
}
