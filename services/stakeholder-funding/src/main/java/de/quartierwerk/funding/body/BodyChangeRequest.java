package de.quartierwerk.funding.body;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a body decides and how many of it vote, as sent (Änderung der Zuständigkeit). What is left out
 * stays.
 *
 * @param competences all competences as they shall be
 * @param votingMembers all numbers of voting members as they shall be
 * @param paperNumber number of the paper by which it was decided
 * @param reason why
 */
@Schema(description = "A change of a body's competences or voting members; what is left out stays")
public record BodyChangeRequest(
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

    /** The body with this change. */
    BodyRequest applied(BodyRequest body) {
        return body.with(
                competences == null ? body.competences() : competences,
                votingMembers == null ? body.votingMembers() : votingMembers);
    }
}
