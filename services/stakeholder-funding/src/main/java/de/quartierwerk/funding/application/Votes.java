package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a body voted (Abstimmung): by numbers, unanimously, or by a majority of which only the others were counted.
 *
 * @param on key of the draft of the paper that was voted on; null where there is one, or none
 * @param form how the minutes say it; counted if absent, unanimous where {@code unanimous} says so
 * @param unanimous whether nobody was against it
 * @param yes votes for it
 * @param no votes against it
 * @param abstained abstentions
 * @param excluded members who did not take part because of a conflict of interest (befangen)
 * @param present members who were present and might vote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How a body voted: by numbers, unanimously, or by a majority")
public record Votes(
        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "a", description = "The draft that was voted on, where a paper has several")
        @Nullable
        String on,

        @Schema(
                examples = "counted",
                description = "How the minutes say it: counted if absent, unanimous where unanimous is true")
        @Nullable
        Form form,

        @Schema(examples = "false") boolean unanimous,
        @Min(0) @Schema(examples = "12") @Nullable Integer yes,
        @Min(0) @Schema(examples = "3") @Nullable Integer no,
        @Min(0) @Schema(examples = "1") @Nullable Integer abstained,

        @Min(0) @Schema(examples = "1", description = "Excluded for conflict of interest (befangen)") @Nullable
        Integer excluded,

        @Min(0) @Schema(examples = "16", description = "Members who were present and might vote") @Nullable
        Integer present) {

    /** How minutes put a vote. */
    @Schema(name = "VotesForm")
    public enum Form {
        /** Votes for and against are counted. */
        @JsonProperty("counted")
        COUNTED,
        /** Nobody was against it (einstimmig). */
        @JsonProperty("unanimous")
        UNANIMOUS,
        /** More were for it; at most those against it were counted (mehrheitlich). */
        @JsonProperty("majority")
        MAJORITY
    }

    /** Says the form in both ways. */
    public Votes {
        form = form == null ? unanimous ? Form.UNANIMOUS : Form.COUNTED : form;
        unanimous = unanimous || form == Form.UNANIMOUS;
    }

    /** More for it than against it; with as many against it, it is lost (§ 50 GO NRW). */
    public boolean carried() {
        return form != Form.COUNTED || count(yes) > count(no);
    }

    /**
     * Refuses votes that contradict themselves, or that are more than members present, with 422.
     *
     * @param pointer where they stand in the request
     */
    public void require(String pointer) {
        boolean possible = switch (form()) {
            case COUNTED -> !unanimous && yes != null;
            case UNANIMOUS -> count(no) == 0 && (yes == null || yes > 0);
            case MAJORITY -> !unanimous && (yes == null || yes > count(no));
        };
        if (!possible) {
            throw contradict(pointer);
        }
        if (present != null && all() > present) {
            throw tooMany(pointer, all(), present);
        }
    }

    /**
     * Refuses more votes, or more present members, than the body had on that day with 422.
     *
     * @param pointer where they stand in the request
     * @param members how many could vote on that day; null where nobody has said
     */
    public void requireWithin(String pointer, @Nullable Integer members) {
        if (members == null) {
            return;
        }
        int most = members - count(excluded);
        int there = present == null ? all() : present;
        if (there > most) {
            throw tooMany(pointer, there, Math.max(most, 0));
        }
    }

    /** Codes of what is doubtful about a vote that counts all the same. */
    public static List<String> warnings(@Nullable Votes votes, @Nullable Integer members) {
        boolean few = votes != null && members != null && votes.present != null && 2 * votes.present < members;
        return few ? List.of("votes.few-present") : List.of();
    }

    private int all() {
        return count(yes) + count(no) + count(abstained);
    }

    private static Invalid tooMany(String pointer, int votes, int members) {
        return new Invalid(
                "votes.too-many",
                List.of(InputError.at(pointer, "votes.too-many", Integer.toString(votes), votes, members)),
                votes,
                members);
    }

    /** What says that votes do not lead to what they are said to have led to. */
    public static Invalid contradict(String pointer) {
        return new Invalid("votes.contradict", List.of(InputError.at(pointer, "votes.contradict", null)));
    }

    @Override
    public Form form() {
        return form == null ? Form.COUNTED : form;
    }

    private static int count(@Nullable Integer votes) {
        return votes == null ? 0 : votes;
    }
}
